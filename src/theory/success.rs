//! Task length and reliability: METR's logistic success curve in log2 of task length.

use crate::num::Real;

/// l(p, b) = ln(p/(1 − p))/b: doublings below the 50 % horizon at which success reaches `probability` p.
///
/// `slope` b > 0 per doubling, `probability` strictly between 0 and 1.
#[inline]
pub fn log2_odds_offset<R: Real>(probability: R, slope: R) -> R {
    log_odds(probability) / slope
}

/// ln(p/(1 − p)): what a slope of one divides into the offset of [`log2_odds_offset`].
#[inline]
pub fn log_odds<R: Real>(probability: R) -> R {
    (probability / probability.one_minus()).ln()
}

/// P(success) = 1/(1 + e^{−b (h − L)}) on a task of length `log2_task` L, with 50 % horizon `log2_horizon` h.
///
/// Both in log2 of one unit of time; `slope` b per doubling.
#[inline]
pub fn probability<R: Real>(log2_horizon: R, log2_task: R, slope: R) -> R {
    (slope * (log2_horizon - log2_task)).logistic()
}
