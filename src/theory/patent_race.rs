//! Patent races with exponential discovery: Loury (1979), Lee & Wilde (1980), Reinganum (1989).

use super::numeric::root;

/// P(firm i is first) = h_i/Σh for each of the hazards h per year.
pub fn first_probabilities(hazards: &[f64]) -> Vec<f64> {
    let total: f64 = hazards.iter().sum();
    hazards.iter().map(|h| h / total).collect()
}

/// Expected years to the first success, 1/Σh.
pub fn expected_time(hazards: &[f64]) -> f64 {
    1.0 / hazards.iter().sum::<f64>()
}

/// A race with hazard h = k√x for effort x.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PatentRace {
    /// V: value of being first.
    pub prize: f64,
    /// k: hazard at unit effort, per year.
    pub productivity: f64,
    /// r per year.
    pub discount: f64,
    /// n ≥ 1.
    pub firms: u32,
}

impl PatentRace {
    /// Hazard k√x of one firm with `effort` x.
    pub fn hazard(&self, effort: f64) -> f64 {
        self.productivity * effort.sqrt()
    }

    /// Lee & Wilde: effort x is a flow until somebody succeeds. z = √x solves
    /// (2n − 1)k z² + [2r − (n − 1)Vk²] z − V k r = 0 in the symmetric equilibrium.
    pub fn flow_effort(&self) -> f64 {
        let (v, k, r, n) = self.letters();
        let a = (2.0 * n - 1.0) * k;
        let b = 2.0 * r - (n - 1.0) * v * k * k;
        let c = -v * k * r;
        let spread = (b * b - 4.0 * a * c).sqrt();
        // The root that adds numbers of one sign.
        let z = if b > 0.0 {
            -2.0 * c / (b + spread)
        } else {
            (spread - b) / (2.0 * a)
        };
        z * z
    }

    /// Value (V h − x)/(r + h + a) of a flow `effort` x against the rivals' hazard a.
    pub fn flow_value(&self, effort: f64, rivals: f64) -> f64 {
        let h = self.hazard(effort);
        (self.prize * h - effort) / (self.discount + h + rivals)
    }

    /// The flow effort that maximises [`flow_value`](PatentRace::flow_value): k z² + 2Rz − VkR = 0, R = r + a.
    pub fn flow_best_response(&self, rivals: f64) -> f64 {
        let (v, k, r, _) = self.letters();
        let total = r + rivals;
        let product = v * k * total;
        let z = product / (total + (total * total + k * product).sqrt());
        z * z
    }

    /// Loury: effort x is paid at the start. Symmetric equilibrium of max V h/(r + h + a) − x, i.e.
    /// V k (r + (n − 1)k z) = 2z (r + n k z)².
    pub fn sunk_effort(&self) -> f64 {
        let (v, k, r, n) = self.letters();
        let condition = |z: f64| {
            let all = r + n * k * z;
            v * k * (r + (n - 1.0) * k * z) - 2.0 * z * all * all
        };
        // The prize bounds effort: nobody pays more than V for it.
        root(condition, 0.0, v.sqrt() + v * k / r).map_or(0.0, |z| z * z)
    }

    /// Expected years to the first success when all firms make this `effort`.
    pub fn time_at(&self, effort: f64) -> f64 {
        1.0 / (f64::from(self.firms) * self.hazard(effort))
    }

    fn letters(&self) -> (f64, f64, f64, f64) {
        let n = f64::from(self.firms);
        (self.prize, self.productivity, self.discount, n)
    }
}

/// Klette & Kortum (2004): probability that a firm has `lines` n ≥ 1 product lines, q^n/(n ln(1/(1 − q))).
///
/// `ratio` q in 0…1 is innovation over creative destruction.
pub fn firm_size_probability(ratio: f64, lines: u32) -> f64 {
    super::numeric::whole_power(ratio, lines) / (-f64::from(lines) * libm::log1p(-ratio))
}
