//! Multinomial logit (McFadden 1974): shares, expected utility and elasticities.

use crate::num::Real;

/// The largest of `values`; panics if there are none.
#[inline]
fn largest<R: Real>(values: &[R]) -> R {
    values[1..].iter().fold(values[0], |a, b| a.max(*b))
}

/// Replaces utilities u by shares e^{u_k}/Σ e^u. The largest is subtracted first, so nothing overflows.
///
/// Panics if there are no utilities.
#[inline]
pub fn softmax<R: Real>(utilities: &mut [R]) {
    let top = largest(utilities);
    let mut sum = R::zero();
    for u in utilities.iter_mut() {
        *u = (*u - top).exp();
        sum += *u;
    }
    for u in utilities.iter_mut() {
        *u = *u / sum;
    }
}

/// ln Σ e^u: expected utility of the best choice, up to a constant. Panics if there are no utilities.
#[inline]
pub fn logsum<R: Real>(utilities: &[R]) -> R {
    let top = largest(utilities);
    let sum = utilities
        .iter()
        .fold(R::zero(), |sum, u| sum + (*u - top).exp());
    top + sum.ln()
}
