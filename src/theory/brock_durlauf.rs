//! Brock & Durlauf (2001): binary choice with social interactions, m = tanh(h + J m).

use super::numeric::root;

/// Mean choice m in −1…1 when everyone leans `field` h and weighs the mean choice by `interaction` J.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Crowd {
    /// h, already multiplied by the intensity of choice.
    pub field: f64,
    /// J, likewise.
    pub interaction: f64,
}

impl Crowd {
    /// Every equilibrium, from lowest to highest: three if J > 1 and |h| < H*, else one.
    pub fn equilibria(&self) -> Vec<f64> {
        let excess = |m: f64| libm::tanh(self.field + self.interaction * m) - m;
        // Between these the excess is monotone, so each interval holds at most one root.
        let turn = if self.interaction > 1.0 {
            // d/dm tanh(h + Jm) = 1 where h + Jm = ± artanh m_c.
            let reach = libm::atanh((1.0 - 1.0 / self.interaction).sqrt());
            vec![
                (-reach - self.field) / self.interaction,
                (reach - self.field) / self.interaction,
            ]
        } else {
            Vec::new()
        };
        let bounds: Vec<f64> = core::iter::once(-1.0)
            .chain(turn.into_iter().filter(|m| m.abs() < 1.0))
            .chain(core::iter::once(1.0))
            .collect();
        let found = bounds.windows(2).filter_map(|w| root(excess, w[0], w[1]));
        let mut equilibria: Vec<f64> = found.collect();
        equilibria.dedup();
        equilibria
    }

    /// Whether an equilibrium `mean` m is stable: J(1 − m²) < 1.
    pub fn is_stable(&self, mean: f64) -> bool {
        self.interaction * (1.0 - mean * mean) < 1.0
    }
}

/// H* = J m_c − artanh m_c, m_c = √(1 − 1/J): the lean beyond which only one equilibrium is left; 0 for J ≤ 1.
pub fn critical_field(interaction: f64) -> f64 {
    if interaction <= 1.0 {
        return 0.0;
    }
    let fold = (1.0 - 1.0 / interaction).sqrt();
    interaction * fold - libm::atanh(fold)
}
