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
    softmax_of(utilities, |u| u);
}

/// The same where each option holds its utility, and then its share, in the place that `of` tells.
#[inline(always)]
pub fn softmax_of<T, R: Real>(options: &mut [T], of: impl Fn(&mut T) -> &mut R) {
    let (first, others) = options.split_first_mut().expect("there are utilities");
    let top = others
        .iter_mut()
        .fold(*of(first), |top, option| top.max(*of(option)));
    let mut sum = R::zero();
    for option in options.iter_mut() {
        let u = of(option);
        *u = (*u - top).exp();
        sum += *u;
    }
    for option in options {
        let u = of(option);
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

/// Elasticity of each share with respect to the price of option `priced`, for utilities … − α_p ln price.
///
/// Own −α_p(1 − s_k), cross α_p s_k (the same for all others: the independence of irrelevant alternatives).
pub fn price_elasticities(shares: &[f64], price_coefficient: f64, priced: usize) -> Vec<f64> {
    let cross = price_coefficient * shares[priced];
    let mut elasticities = vec![cross; shares.len()];
    elasticities[priced] = cross - price_coefficient;
    elasticities
}

/// Nested logit shares, nest by nest: e^{u/λ}/Σ e^{u/λ} within, e^{λI}/Σ e^{λI} between, I = ln Σ e^{u/λ}.
///
/// `dissimilarity` λ in (0, 1]; 1 is the plain logit, near 0 the options of a nest are one option (red bus, blue bus).
pub fn nested(nests: &[Vec<f64>], dissimilarity: f64) -> Vec<Vec<f64>> {
    let scaled: Vec<Vec<f64>> = nests
        .iter()
        .map(|nest| nest.iter().map(|u| u / dissimilarity).collect())
        .collect();
    let mut between: Vec<f64> = scaled
        .iter()
        .map(|nest| dissimilarity * logsum(nest))
        .collect();
    softmax(&mut between);
    let mut shares = scaled;
    for (nest, of_nest) in shares.iter_mut().zip(between) {
        softmax(nest);
        nest.iter_mut().for_each(|share| *share *= of_nest);
    }
    shares
}

/// How fast a share moved, in logit units per year: [logit(after) − logit(before)]/years.
pub fn logit_speed(before: f64, after: f64, years: f64) -> f64 {
    let logit = |share: f64| libm::log(share / (1.0 - share));
    (logit(after) - logit(before)) / years
}
