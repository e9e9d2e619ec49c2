//! Exact relaxation: what a constant rate does over a step, whatever the step's length.

use crate::num::{Mask, Real, economised, polynomial};

/// Below this argument [`phi`] is summed as a series: the quotient would lose digits to cancellation. Numerical.
const SERIES_BELOW: f64 = 1.0;
/// The coefficients of φ(z) = Σ (−z)^k/(k + 1)!, as many as double precision can tell from the whole.
const SERIES: [f64; 18] = {
    let mut series = [1.0; 18];
    let mut k = 1;
    while k < series.len() {
        series[k] = -series[k - 1] / (k + 1) as f64;
        k += 1;
    }
    series
};
/// As many as single precision can, economised. Numerical.
const SHORT_SERIES: [f64; 8] = economised(SERIES, -SERIES_BELOW, SERIES_BELOW);
/// Number types with a larger distance between neighbours are content with the short series. Numerical.
const COARSE: f64 = 1e-10;

/// φ(z) = (1 − e^−z)/z, continued by φ(0) = 1; the mean of e^−zs over s in 0…1.
#[inline]
pub fn phi<R: Real>(z: R) -> R {
    let small = z.abs().lt(R::of(SERIES_BELOW));
    let series = if R::EPSILON > COARSE {
        polynomial(z, SHORT_SERIES)
    } else {
        polynomial(z, SERIES)
    };
    if !(!small).any() {
        return series;
    }
    let safe = small.pick(R::one(), z);
    small.pick(series, (-safe).exp().one_minus() / safe)
}

/// 1 − e^{−rate·years}: the fraction of a gap closed in `years` at `rate` per year.
#[inline]
pub fn fraction<R: Real>(rate: R, years: f64) -> R {
    let z = rate * years;
    z * phi(z)
}

/// `x` after `years` of x′ = rate (target − x), exactly; `rate_per_year` ≥ 0.
#[inline]
pub fn toward<R: Real>(x: R, target: R, rate_per_year: R, years: f64) -> R {
    x + (target - x) * fraction(rate_per_year, years)
}

/// Standard deviation that a mean-reverting process (Ornstein–Uhlenbeck) gains over `years`,
/// σ√((1 − e^{−2κt})/2κ), exactly: σ `volatility` per √year, κ `rate_per_year` ≥ 0.
#[inline]
pub fn spread<R: Real>(volatility: R, rate_per_year: R, years: f64) -> R {
    volatility * (phi(rate_per_year * (2.0 * years)) * years).sqrt()
}
