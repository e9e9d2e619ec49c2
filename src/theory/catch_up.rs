//! Catching up with others: log-linear Nelson–Phelps pulls and Cohen–Levinthal absorptive capacity.

use super::relax::phi;
use crate::num::{Mask, Real};

/// `level` after `years` of x′ = growth + Σ_k rate_k (target_k − x)₊, with `pulls` as (rate, target).
///
/// Exact while the targets that lie above `level` at the start of the step stay the active ones; a single pull's
/// gap obeys gap(t) = gap* + (gap − gap*) e^{−rate·t}. Units: levels in doublings, rates per year.
#[inline]
pub fn advance<R: Real>(level: R, growth: R, pulls: &[(R, R)], years: f64) -> R {
    let mut slope = growth;
    let mut rates = R::zero();
    for (rate, target) in pulls {
        let gap = *target - level;
        let active = gap.gt(R::zero());
        slope += active.pick(*rate * gap, R::zero());
        rates += active.pick(*rate, R::zero());
    }
    level + slope * phi(rates * years) * years
}

/// Absorptive capacity A = B/(B + half·B̄) in 0…1: rising in own R&D, as Cohen & Levinthal (1989) require.
///
/// Their papers give no functional form; this one is ours. `budget` B and `mean_budget` B̄ in one unit of money;
/// 0 where both are 0.
#[inline]
pub fn absorptive_capacity<R: Real>(budget: R, mean_budget: R, half: R) -> R {
    /// Keeps 0/0 at 0. Numerical.
    const TINY: f64 = 1e-20;
    budget / (budget + half * mean_budget).at_least(TINY)
}
