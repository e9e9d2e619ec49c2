//! Luck by inverse distribution functions: one uniform number in, one draw out, monotone.
//!
//! One uniform per draw keeps scenarios comparable: a changed hazard moves the draw and nothing after it.

use super::{Mask, Real, polynomial};

/// Above this mean a count is drawn from its corrected normal approximation, below it exactly. Numerical.
const EXACT_UP_TO: f64 = 16.0;
/// No count with mean ≤ [`EXACT_UP_TO`] exceeds this with probability above 10⁻¹². Numerical.
const EXACT_STEPS: usize = 56;
/// Standard normal quantile of `u` in (0, 1); absolute error < 4·10⁻⁷ for the uniforms a stream draws.
///
/// Wichura (1988), Algorithm AS 241, PPND7, without the branch beyond 10⁻¹¹, which no stream reaches.
#[inline]
pub fn normal<R: Real>(u: R) -> R {
    let q = u - 0.5;
    let r = R::of(0.180625) - q * q;
    let centre = q * polynomial(
        r,
        [
            3.387_132_717_9,
            50.434_271_938,
            159.291_132_02,
            59.109_374_72,
        ],
    ) / polynomial(r, [1.0, 17.895_169_469, 78.757_757_664, 67.187_563_6]);
    let tail_probability = u.min(u.one_minus());
    let t = (-tail_probability.ln()).sqrt() - 1.6;
    let tail = polynomial(
        t,
        [
            1.423_437_277_7,
            2.756_815_39,
            1.306_728_481_6,
            0.170_238_211_03,
        ],
    ) / polynomial(t, [1.0, 0.737_001_642_5, 0.120_211_329_75]);
    let signed = q.lt(R::zero()).pick(-tail, tail);
    q.abs().le(R::of(0.425)).pick(centre, signed)
}

/// Poisson count with mean `mean` ≥ 0 at quantile `u`.
///
/// Exact inversion up to a mean of 16; above it the Cornish–Fisher expansion of the normal quantile
/// with two terms, rounded (Fisher & Cornish 1960), whose quantiles are off by at most one count.
#[inline]
pub fn poisson<R: Real>(u: R, mean: R) -> R {
    let small = mean.le(R::of(EXACT_UP_TO));
    let exact = small.pick(mean, R::zero());
    let count = invert(u, (-exact).exp(), |k| exact * INVERSES[k]);
    if !(!small).any() {
        return count;
    }
    let z = normal(u);
    let rough = mean + z * mean.sqrt() + (z * z - 1.0) / 6.0 + 0.5;
    small.pick(count, rough.floor().positive())
}

/// A probability, with what counting needs of it: taken once where the probability stays.
#[derive(Clone, Copy, Debug)]
pub struct Chance<R> {
    probability: R,
    odds: R,
    /// Logarithm of the probability that it does not happen.
    log_not: R,
}

impl<R: Real> Chance<R> {
    /// `probability` in 0…1.
    pub fn new(probability: R) -> Chance<R> {
        let not = probability.one_minus();
        Chance {
            probability,
            odds: probability / not.at_least(1e-6),
            log_not: not.ln(),
        }
    }
}

/// Binomial count of `trials` (a whole number ≥ 0), each true by `chance`, at quantile `u`.
///
/// Exact inversion while the mean is at most 16, else the normal approximation with the
/// skewness correction; never more than `trials`.
#[inline]
pub fn binomial<R: Real>(u: R, trials: R, chance: &Chance<R>) -> R {
    // Most months see no trial in any future.
    if !trials.gt(R::zero()).any() {
        return R::zero();
    }
    let p = chance.probability;
    let mean = trials * p;
    let small = mean.le(R::of(EXACT_UP_TO));
    let n = small.pick(trials, R::zero());
    let none = (n * chance.log_not).exp();
    let count = invert(u, none, |k| {
        // (n − k + 1)/k, with no more successes than trials.
        let trials_left = (n - (k - 1) as f64).positive();
        chance.odds * (trials_left * INVERSES[k])
    });
    if !(!small).any() {
        return count.min(trials);
    }
    let z = normal(u);
    let spread = (mean * p.one_minus()).sqrt();
    let skew = (p * -2.0 + 1.0) / 6.0;
    let rough = mean + z * spread + (z * z - 1.0) * skew + 0.5;
    small.pick(count, rough.floor().positive()).min(trials)
}

/// 1/k for each count k that is inverted exactly; 0 at 0, which no mass is divided by.
const INVERSES: [f64; EXACT_STEPS + 1] = {
    let mut inverses = [0.0; EXACT_STEPS + 1];
    let mut k = 1;
    while k <= EXACT_STEPS {
        inverses[k] = 1.0 / k as f64;
        k += 1;
    }
    inverses
};

/// The smallest count whose distribution function reaches `u`; `growth` is the mass at k ≥ 1 relative to that at k − 1.
#[inline(always)]
fn invert<R: Real>(u: R, first: R, growth: impl Fn(usize) -> R) -> R {
    let (mut mass, mut reached, mut count) = (first, first, R::zero());
    for k in 1..=EXACT_STEPS {
        let above = u.gt(reached);
        if !above.any() {
            break;
        }
        count += above.as_real();
        mass *= growth(k);
        reached += mass;
    }
    count
}
