//! Rates from counts: the exact confidence interval of a Poisson mean (Garwood 1936).

use super::numeric::root;

/// P(X ≤ `count`) for a Poisson X of this `mean`.
pub fn at_most(count: u32, mean: f64) -> f64 {
    if mean <= 0.0 {
        return 1.0;
    }
    let ln_mean = libm::log(mean);
    let mut ln_mass = -mean;
    let mut sum = libm::exp(ln_mass);
    for k in 1..=count {
        ln_mass += ln_mean - libm::log(f64::from(k));
        sum += libm::exp(ln_mass);
    }
    sum.min(1.0)
}

/// Bounds of the rate of events that were seen `count` times in `exposure` (e.g. firm-years), each missed with
/// probability (1 − `confidence`)/2 at most.
pub fn rate_interval(count: u32, exposure: f64, confidence: f64) -> (f64, f64) {
    let tail = (1.0 - confidence) / 2.0;
    // Far above any mean that such a count leaves credible.
    let beyond = 10.0 * f64::from(count) + 100.0;
    let lower = match count {
        0 => 0.0,
        _ => root(
            |m| 1.0 - at_most(count - 1, m) - tail,
            0.0,
            f64::from(count),
        )
        .unwrap_or(0.0),
    };
    let upper = root(|m| at_most(count, m) - tail, 0.0, beyond).unwrap_or(beyond);
    (lower / exposure, upper / exposure)
}
