//! Kirman (1993) and Alfarano, Lux & Wagner (2008): opinions that spread by meeting and change by themselves.

use super::urn::beta_moments;
use crate::num::{ScalarStream, Stream};
use crate::theory::numeric::Sample;

/// N agents of two opinions: X → X + 1 at rate (N − X)(ε₁ + hX), X → X − 1 at rate X(ε₂ + h(N − X)).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Herd {
    /// N.
    pub agents: u32,
    /// ε₁ per unit of time: changing to the first opinion by oneself.
    pub to_first: f64,
    /// ε₂: changing to the second.
    pub to_second: f64,
    /// h > 0: changing by meeting one agent of the other opinion.
    pub herding: f64,
}

impl Herd {
    /// Mean and variance of the share of the first opinion for N → ∞, Beta(ε₁/h, ε₂/h).
    pub fn limit(&self) -> (f64, f64) {
        let (alpha, beta) = self.shape();
        beta_moments(alpha, beta)
    }

    /// Mean and variance of that share for N agents, exactly: beta-binomial by detailed balance.
    pub fn stationary(&self) -> (f64, f64) {
        let (alpha, beta) = self.shape();
        let (mean, variance) = beta_moments(alpha, beta);
        let n = f64::from(self.agents);
        (mean, variance * (alpha + beta + n) / n)
    }

    /// Whether most time is spent near unanimity: both ε/h below 1.
    pub fn is_bimodal(&self) -> bool {
        let (alpha, beta) = self.shape();
        alpha < 1.0 && beta < 1.0
    }

    /// Stationary density of the share z in 0…1 for N → ∞, z^{ε₁/h−1}(1 − z)^{ε₂/h−1}/B(ε₁/h, ε₂/h).
    pub fn density(&self, share: f64) -> f64 {
        let (alpha, beta) = self.shape();
        let ln_b = libm::lgamma(alpha) + libm::lgamma(beta) - libm::lgamma(alpha + beta);
        libm::exp((alpha - 1.0) * libm::log(share) + (beta - 1.0) * libm::log1p(-share) - ln_b)
    }

    /// Time averages of (z − E z)² over `blocks` blocks of `events` changes of opinion each, by exact simulation.
    ///
    /// Starts from an even split; the first tenth is left out.
    pub fn simulated_variance(&self, blocks: u32, events: u32, luck: &mut ScalarStream) -> Sample {
        let n = f64::from(self.agents);
        let mean = self.stationary().0;
        let mut first = f64::from(self.agents / 2);
        let mut sample = Sample::default();
        for block in 0..blocks + blocks / 10 {
            let (mut time, mut square) = (0.0, 0.0);
            for _ in 0..events {
                let up = (n - first) * (self.to_first + self.herding * first);
                let down = first * (self.to_second + self.herding * (n - first));
                // The mean waiting time in place of a drawn one: the same averages with less noise.
                let wait = 1.0 / (up + down);
                let deviation = first / n - mean;
                time += wait;
                square += wait * deviation * deviation;
                first += if luck.uniform() * (up + down) < up {
                    1.0
                } else {
                    -1.0
                };
            }
            if block >= blocks / 10 {
                sample.push(square / time);
            }
        }
        sample
    }

    fn shape(&self) -> (f64, f64) {
        (self.to_first / self.herding, self.to_second / self.herding)
    }
}
