//! Bass (1969): adoption by innovation and imitation, as an exact map of any step length.

use super::relax::fraction;
use crate::num::{Mask, Real};

/// Keeps divisions finite where a ceiling or a hazard is zero; far below any share that matters.
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
