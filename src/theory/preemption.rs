//! Launching before it pays, lest the rival does: Fudenberg & Tirole (1985), Grenadier (1996), Huisman & Kort (1999).

use super::numeric::root;
use super::real_options::positive_root;

/// Two firms, each with one chance to enter a market whose demand Y is a geometric Brownian motion.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Duopoly {
    /// r per year.
    pub discount: f64,
    /// μ < r per year.
    pub drift: f64,
    /// σ per √year.
    pub volatility: f64,
    /// I: cost of entry.
    pub cost: f64,
    /// D₁: profit per unit of demand alone.
    pub alone: f64,
    /// D₂ < D₁: profit of each when both are there.
    pub shared: f64,
}

impl Duopoly {
    /// β > 1 of ½σ²β(β − 1) + μβ − r = 0.
    pub fn exponent(&self) -> f64 {
        positive_root(self.discount, self.drift, self.volatility)
    }

    /// Y_mon: when a firm without rivals enters.
    pub fn monopoly_threshold(&self) -> f64 {
        self.threshold(self.alone)
    }

    /// Y_F = β/(β − 1)·(r − μ)I/D₂: when the follower enters.
    pub fn follower_threshold(&self) -> f64 {
        self.threshold(self.shared)
    }

    /// F(Y): value of following.
    pub fn follower_value(&self, demand: f64) -> f64 {
        let (entry, beta) = (self.follower_threshold(), self.exponent());
        let worth = |y: f64| self.shared * y / (self.discount - self.drift) - self.cost;
        if demand >= entry {
            return worth(demand);
        }
        libm::pow(demand / entry, beta) * worth(entry)
    }

    /// L(Y) = D₁Y/(r − μ) − I + (Y/Y_F)^β (D₂ − D₁)Y_F/(r − μ): value of leading from now on.
    pub fn leader_value(&self, demand: f64) -> f64 {
        let (entry, beta) = (self.follower_threshold(), self.exponent());
        let yield_rate = self.discount - self.drift;
        if demand >= entry {
            return self.shared * demand / yield_rate - self.cost;
        }
        self.alone * demand / yield_rate - self.cost
            + libm::pow(demand / entry, beta) * (self.shared - self.alone) * entry / yield_rate
    }

    /// Y_P: where leading becomes as good as following (rents are equalised), below Y_mon.
    pub fn preemption_threshold(&self) -> f64 {
        // At Y_mon leading is worth more than following; near 0 it only costs.
        root(
            |y| self.leader_value(y) - self.follower_value(y),
            0.0,
            self.monopoly_threshold(),
        )
        .unwrap_or_else(|| self.monopoly_threshold())
    }

    fn threshold(&self, profit: f64) -> f64 {
        let beta = self.exponent();
        beta / (beta - 1.0) * (self.discount - self.drift) * self.cost / profit
    }
}
