//! Gross margin of a closed product: efficiency ahead of the market is partly kept, partly passed on.

use crate::num::Real;

/// The exponent stays within ± this, so that a margin lies in 0.0003…0.9997. Numerical.
const LARGEST_LOG_ODDS: f64 = 8.0;

/// logistic(logit GM0 + φ ln2 · advantage), a bounded form for a share kept of a cost advantage (judgement).
///
/// `base_margin` GM0 in 0…1, `pass_through` φ, `advantage_doublings` ê_i − ê_avg of inference efficiency.
#[inline]
pub fn closed_margin<R: Real>(base_margin: R, pass_through: R, advantage_doublings: R) -> R {
    let log_odds = (base_margin / base_margin.one_minus()).ln()
        + pass_through * advantage_doublings * core::f64::consts::LN_2;
    log_odds
        .clamp(-LARGEST_LOG_ODDS, LARGEST_LOG_ODDS)
        .logistic()
}
