//! Power series, cut short where they are needed and added up without waiting.

use super::Real;

/// Σ c_k x^k, lowest power first, by Estrin's scheme: pairs of terms at once, so that no term waits for all the others.
#[inline(always)]
pub fn polynomial<R: Real, const N: usize>(x: R, coefficients: [f64; N]) -> R {
    let mut terms = coefficients.map(R::of);
    let (mut power, mut count) = (x, N);
    while count > 1 {
        let pairs = count / 2;
        for k in 0..pairs {
            terms[k] = terms[2 * k] + terms[2 * k + 1] * power;
        }
        if count % 2 == 1 {
            terms[pairs] = terms[count - 1];
        }
        count -= pairs;
        power *= power;
    }
    terms[0]
}

/// The first N coefficients of a series, changed so that on `low`…`high` they miss the rest by as little as can be:
/// each term left out is replaced by the Chebyshev polynomial of its degree (economisation, Lanczos 1956).
pub const fn economised<const M: usize, const N: usize>(
    series: [f64; M],
    low: f64,
    high: f64,
) -> [f64; N] {
    assert!(N <= M && low < high);
    let mut rest = series;
    let mut degree = M;
    while degree > N {
        degree -= 1;
        let chebyshev: [f64; M] = chebyshev(degree, low, high);
        let part = rest[degree] / chebyshev[degree];
        let mut k = 0;
        while k <= degree {
            rest[k] -= part * chebyshev[k];
            k += 1;
        }
    }
    let mut short = [0.0; N];
    let mut k = 0;
    while k < N {
        short[k] = rest[k];
        k += 1;
    }
    short
}

/// Coefficients of the Chebyshev polynomial of a degree, stretched from −1…1 to `low`…`high`:
/// T_0 = 1, T_1 = y, T_{k+1} = 2y T_k − T_{k−1} with y = (2x − low − high)/(high − low).
const fn chebyshev<const M: usize>(degree: usize, low: f64, high: f64) -> [f64; M] {
    assert!(degree < M && degree >= 1);
    let (slope, shift) = (2.0 / (high - low), -(low + high) / (high - low));
    let (mut before, mut now) = ([0.0; M], [0.0; M]);
    before[0] = 1.0;
    now[0] = shift;
    now[1] = slope;
    let mut k = 1;
    while k < degree {
        let mut next = [0.0; M];
        let mut j = 0;
        while j < M {
            let lower = if j > 0 { now[j - 1] } else { 0.0 };
            next[j] = 2.0 * (slope * lower + shift * now[j]) - before[j];
            j += 1;
        }
        before = now;
        now = next;
        k += 1;
    }
    now
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_added_whatever_their_number() {
        assert_eq!(polynomial(3.0, [2.0]), 2.0);
        assert_eq!(polynomial(3.0, [2.0, 1.0]), 5.0);
        assert_eq!(polynomial(2.0, [1.0, 1.0, 1.0, 1.0, 1.0]), 31.0);
        assert_eq!(polynomial(2.0, [1.0, 0.0, 3.0, 0.0, 0.0, 0.0, 1.0]), 77.0);
    }

    #[test]
    fn chebyshev_polynomials_are_the_textbooks() {
        assert_eq!(chebyshev::<5>(4, -1.0, 1.0), [1.0, 0.0, -8.0, 0.0, 8.0]);
        // On 0…1: T*_2 = 8x² − 8x + 1.
        assert_eq!(chebyshev::<3>(2, 0.0, 1.0), [1.0, -8.0, 8.0]);
    }

    #[test]
    fn a_short_series_misses_the_long_one_evenly() {
        // x³ on −1…1 is ¾x, missed by ¼ at most.
        assert_eq!(
            economised::<4, 3>([0.0, 0.0, 0.0, 1.0], -1.0, 1.0),
            [0.0, 0.75, 0.0]
        );
    }
}
