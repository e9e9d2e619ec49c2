//! Path dependence: Pólya's urn and Arthur's (1989) adoption with increasing returns.

use super::numeric::Sample;
use crate::num::{ScalarStream, Stream};

/// An urn in which each draw adds `added` balls of the colour drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Urn {
    /// a: balls of the first colour at the start.
    pub first: f64,
    /// b: balls of the second.
    pub second: f64,
    /// c.
    pub added: f64,
}

impl Urn {
    /// Mean and variance of the limit share of the first colour, Beta(a/c, b/c).
    pub fn limit(&self) -> (f64, f64) {
        beta_moments(self.first / self.added, self.second / self.added)
    }

    /// Mean and variance of the first colour's share after `draws`, exactly (beta-binomial).
    pub fn after(&self, draws: u32) -> (f64, f64) {
        let n = f64::from(draws);
        let (alpha, beta) = (self.first / self.added, self.second / self.added);
        let sum = alpha + beta;
        let (mean, limit_variance) = beta_moments(alpha, beta);
        (mean, limit_variance * n / (sum + n))
    }

    /// The first colour's share after `draws`, drawn from `luck`.
    pub fn simulated(&self, draws: u32, luck: &mut ScalarStream) -> f64 {
        let (mut first, mut second) = (self.first, self.second);
        for _ in 0..draws {
            if luck.uniform() * (first + second) < first {
                first += self.added;
            } else {
                second += self.added;
            }
        }
        first / (first + second)
    }
}

/// Mean and variance of Beta(α, β).
pub fn beta_moments(alpha: f64, beta: f64) -> (f64, f64) {
    let sum = alpha + beta;
    (alpha / sum, alpha * beta / (sum * sum * (sum + 1.0)))
}

/// Arthur's adopters of two kinds in random order: once one technology leads by `barrier` M, everybody takes it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LockIn {
    /// d: the first technology's lead at the start, in adopters.
    pub lead: i32,
    /// M ≥ |d|.
    pub barrier: i32,
}

impl LockIn {
    /// P(the first technology locks in) = (d + M)/2M.
    pub fn probability(&self) -> f64 {
        f64::from(self.lead + self.barrier) / f64::from(2 * self.barrier)
    }

    /// Expected adopters until lock-in, (M − d)(M + d).
    pub fn expected_adopters(&self) -> f64 {
        f64::from((self.barrier - self.lead) * (self.barrier + self.lead))
    }

    /// As [`probability`](LockIn::probability) when a share p ≠ ½ of adopters prefers the first technology.
    ///
    /// Gambler's ruin: (1 − ρ^{d+M})/(1 − ρ^{2M}), ρ = (1 − p)/p.
    pub fn probability_with(&self, preference: f64) -> f64 {
        let ln_ratio = libm::log1p(-preference) - libm::log(preference);
        if ln_ratio == 0.0 {
            return self.probability();
        }
        libm::expm1(ln_ratio * f64::from(self.lead + self.barrier))
            / libm::expm1(ln_ratio * f64::from(2 * self.barrier))
    }

    /// Whether the first technology locked in (1 or 0), and adopters until then, over `histories`.
    pub fn simulated(&self, histories: u32, luck: &mut ScalarStream) -> (Sample, Sample) {
        let (mut won, mut took) = (Sample::default(), Sample::default());
        for _ in 0..histories {
            let (mut lead, mut adopters) = (self.lead, 0);
            while lead.abs() < self.barrier {
                lead += if luck.uniform() < 0.5 { 1 } else { -1 };
                adopters += 1;
            }
            won.push(f64::from(u8::from(lead > 0)));
            took.push(f64::from(adopters));
        }
        (won, took)
    }
}
