//! Hawkes (1971): events that excite more events, with an exponentially fading memory.

use crate::num::{Real, ScalarStream, Stream};

/// Excitation (events per year above the base rate) after `years` of decay b per year.
#[inline]
pub fn decayed<R: Real>(excitation: R, decay: R, years: f64) -> R {
    excitation * (-(decay * years)).exp()
}

/// Excitation just after `events` events, each adding n·b: `branching` n is the mean number of children of an
/// event, `decay` b per year.
#[inline]
pub fn excited<R: Real>(excitation: R, branching: R, decay: R, events: R) -> R {
    excitation + branching * decay * events
}

/// Self-exciting events, λ(t) = μ + Σ n b e^{−b(t − t_i)}.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Process {
    /// μ: events per year that come by themselves.
    pub base: f64,
    /// n in 0…1: mean number of children of an event.
    pub branching: f64,
    /// b per year.
    pub decay: f64,
}

impl Process {
    /// Long-run events per year, μ/(1 − n).
    pub fn rate(&self) -> f64 {
        self.base / (1.0 - self.branching)
    }

    /// Variance over mean of the count in a long time, 1/(1 − n)².
    pub fn fano(&self) -> f64 {
        1.0 / ((1.0 - self.branching) * (1.0 - self.branching))
    }

    /// Variance over mean of the stationary count in `years`: F∞ − (F∞ − 1)(1 − e^{−at})/(at), a = b(1 − n).
    ///
    /// Hawkes (1971): the covariance density of the exponential kernel is an exponential of rate a.
    pub fn fano_within(&self, years: f64) -> f64 {
        let slow = self.decay * (1.0 - self.branching);
        let limit = self.fano();
        limit - (limit - 1.0) * super::relax::phi(slow * years)
    }

    /// Events within `years`, from a start that had `years_before` to become stationary, by exact simulation.
    pub fn simulated(&self, years_before: f64, years: f64, luck: &mut ScalarStream) -> f64 {
        let (mut time, mut excitation, mut count) = (-years_before, 0.0, 0.0);
        loop {
            // Ogata (1981): the intensity only falls between events, so its present value bounds it.
            let bound = self.base + excitation;
            let wait = -libm::log(luck.uniform()) / bound;
            time += wait;
            if time > years {
                return count;
            }
            excitation = decayed(excitation, self.decay, wait);
            if luck.uniform() * bound <= self.base + excitation {
                excitation = excited(excitation, self.branching, self.decay, 1.0);
                if time > 0.0 {
                    count += 1.0;
                }
            }
        }
    }
}
