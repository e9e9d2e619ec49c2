//! Bass (1969): adoption by innovation and imitation, as an exact map of any step length.

use super::relax::fraction;
use crate::num::{Mask, Real};

/// Keeps divisions finite where a ceiling or a hazard is zero; far below any share that matters. Numerical.
const TINY: f64 = 1e-20;

/// Share `adopted` after `years` of F′ = (p + q F/c)(c − F), exactly, with c the `ceiling`,
/// p `innovation` and q `imitation` per year.
///
/// Written for the gain f₁ − f₀ = (1 − f)(p + qf)(1 − E)/(p + qf + q(1 − f)E), E = e^−(p+q)t and f = F/c, which keeps
/// its digits for small steps and needs no p > 0. The result lies between `adopted` and `ceiling`;
/// what is already at or above its ceiling stays.
#[inline]
pub fn step<R: Real>(adopted: R, ceiling: R, innovation: R, imitation: R, years: f64) -> R {
    let open = adopted.lt(ceiling);
    let share = (adopted / ceiling.at_least(TINY)).clamp(0.0, 1.0);
    let hazard = innovation + imitation * share;
    let passed = fraction(innovation + imitation, years);
    let left = imitation * share.one_minus() * passed.one_minus();
    let closed = (hazard * passed / (hazard + left).at_least(TINY)).at_most(1.0);
    let grown = (adopted + (ceiling - adopted) * closed).min(ceiling);
    open.pick(grown, adopted)
}

/// A Bass curve of shares 0…1 from F(0) = 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Curve {
    /// p per year.
    pub innovation: f64,
    /// q per year.
    pub imitation: f64,
}

impl Curve {
    /// F(t) = (1 − e^{−(p+q)t})/(1 + (q/p)e^{−(p+q)t}); 0 before the launch at t = 0.
    pub fn adopted(&self, years: f64) -> f64 {
        if years <= 0.0 {
            return 0.0;
        }
        let (p, q) = (self.innovation, self.imitation);
        let z = (p + q) * years;
        -libm::expm1(-z) / (1.0 + q / p * libm::exp(-z))
    }

    /// T* = ln(q/p)/(p + q): years to the peak of sales; negative if they only fall (q < p).
    pub fn peak_time(&self) -> f64 {
        libm::log(self.imitation / self.innovation) / (self.innovation + self.imitation)
    }

    /// (p + q)²/(4q): share of the market that adopts per year at the peak.
    pub fn peak_rate(&self) -> f64 {
        let sum = self.innovation + self.imitation;
        sum * sum / (4.0 * self.imitation)
    }

    /// F(T*) = ½ − p/2q.
    pub fn peak_share(&self) -> f64 {
        0.5 - self.innovation / (2.0 * self.imitation)
    }

    /// F′ at share F: (p + qF)(1 − F) per year.
    pub fn rate(&self, adopted: f64) -> f64 {
        (self.innovation + self.imitation * adopted) * (1.0 - adopted)
    }

    /// F after `steps` Euler steps that together make `years`: what the exact map avoids.
    pub fn euler(&self, years: f64, steps: u32) -> f64 {
        let dt = years / f64::from(steps);
        (0..steps).fold(0.0, |adopted, _| adopted + self.rate(adopted) * dt)
    }

    /// F after `steps` exact steps of [`step`] that together make `years`.
    pub fn mapped(&self, years: f64, steps: u32) -> f64 {
        let dt = years / f64::from(steps);
        (0..steps).fold(0.0, |f, _| {
            step(f, 1.0, self.innovation, self.imitation, dt)
        })
    }
}
