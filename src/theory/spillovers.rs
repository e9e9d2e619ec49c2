//! d'Aspremont & Jacquemin (1988): R&D of a Cournot duopoly when a part of it spills over to the rival.

/// Inverse demand P = a − bQ, unit cost A − x_i − βx_j, cost of research γx²/2.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SpilloverDuopoly {
    /// m = a − A.
    pub margin: f64,
    /// b.
    pub slope: f64,
    /// γ.
    pub research_cost: f64,
    /// β in 0…1: the part of the rival's cost reduction that one gets for nothing.
    pub spillover: f64,
}

impl SpilloverDuopoly {
    /// Research x* when neither cooperates; see [`is_stable`](SpilloverDuopoly::is_stable).
    pub fn rivalry(&self) -> f64 {
        self.margin * (2.0 - self.spillover) / self.rivalry_denominator()
    }

    /// Industry output Q* when neither cooperates.
    pub fn rivalry_output(&self) -> f64 {
        self.output(self.rivalry())
    }

    /// Industry output of Cournot rivals who each do `research` x: 2(m + (1 + β)x)/(3b).
    pub fn output(&self, research: f64) -> f64 {
        2.0 * (self.margin + (1.0 + self.spillover) * research) / (3.0 * self.slope)
    }

    /// Research per firm when research is joint and output is not.
    pub fn joint_research(&self) -> f64 {
        self.joint(4.5)
    }

    /// Research per firm when research and output are joint.
    pub fn cartel(&self) -> f64 {
        self.joint(4.0)
    }

    /// Research per firm that maximises welfare.
    pub fn social(&self) -> f64 {
        self.joint(2.0)
    }

    /// The best research against a rival's `research`, output following as Cournot.
    pub fn best_response(&self, research: f64) -> f64 {
        let own = 2.0 - self.spillover;
        own * (self.margin + (2.0 * self.spillover - 1.0) * research)
            / (4.5 * self.slope * self.research_cost - own * own)
    }

    /// One firm's profit b q² − γ x²/2 when it does `own` and the rival `other` research.
    pub fn profit(&self, own: f64, other: f64) -> f64 {
        let beta = self.spillover;
        let output =
            (self.margin + (2.0 - beta) * own + (2.0 * beta - 1.0) * other) / (3.0 * self.slope);
        self.slope * output * output - self.research_cost * own * own / 2.0
    }

    /// Second-order condition, positive research and reaction slopes below 1 in magnitude (Henriques 1990).
    pub fn is_stable(&self) -> bool {
        let own = 2.0 - self.spillover;
        let curvature = 4.5 * self.slope * self.research_cost - own * own;
        let slope = own * (2.0 * self.spillover - 1.0) / curvature;
        curvature > 0.0 && self.rivalry_denominator() > 0.0 && slope.abs() < 1.0
    }

    fn rivalry_denominator(&self) -> f64 {
        4.5 * self.slope * self.research_cost - (2.0 - self.spillover) * (1.0 + self.spillover)
    }

    fn joint(&self, weight: f64) -> f64 {
        let gain = 1.0 + self.spillover;
        self.margin * gain / (weight * self.slope * self.research_cost - gain * gain)
    }
}
