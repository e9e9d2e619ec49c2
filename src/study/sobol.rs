//! Sobol' points, scrambled: they fill a cube of many dimensions more evenly than luck does.

use super::sobol_directions::DIRECTIONS;
use crate::num::mix;

/// So many dimensions there are.
pub const DIMENSIONS: usize = DIRECTIONS.len();

/// Binary digits of a coordinate.
const DIGITS: usize = 32;

/// One coordinate of the points: a function of the point's number and of nothing else.
///
/// Scrambling keeps what makes the points even, and makes a mean over them an unbiased one (Owen 1995).
#[derive(Clone, Debug)]
pub struct Dimension {
    directions: [u32; DIGITS],
    scramble: u32,
}

impl Dimension {
    /// The dimension at this place, scrambled by `seed` in a way of its own; panics if there are not so many.
    pub fn new(place: usize, seed: u64) -> Dimension {
        Dimension {
            directions: directions(place),
            scramble: mix(mix(seed) ^ place as u64) as u32,
        }
    }

    /// The coordinate of point `n`, strictly between 0 and 1.
    pub fn at(&self, n: u32) -> f64 {
        const CELLS: f64 = 4_294_967_296.0;
        (f64::from(scrambled(self.digits(n), self.scramble)) + 0.5) / CELLS
    }

    /// The binary digits of the coordinate before scrambling.
    fn digits(&self, n: u32) -> u32 {
        let of_bit = |(k, v): (usize, &u32)| if n >> k & 1 == 1 { *v } else { 0 };
        self.directions
            .iter()
            .enumerate()
            .map(of_bit)
            .fold(0, |x, v| x ^ v)
    }
}

/// The direction numbers of a dimension, by the recurrence of its polynomial (Bratley & Fox 1988).
fn directions(place: usize) -> [u32; DIGITS] {
    let (polynomial, initial) = DIRECTIONS[place];
    let degree = polynomial.ilog2() as usize;
    let mut v = [0; DIGITS];
    for k in 0..DIGITS {
        v[k] = match initial.get(k) {
            Some(m) => m << (DIGITS - 1 - k),
            // The first dimension is van der Corput's sequence and has no recurrence.
            None if degree == 0 => 1 << (DIGITS - 1 - k),
            None => {
                let inner = (1..degree).filter(|j| polynomial >> (degree - j) & 1 == 1);
                inner.fold(v[k - degree] ^ (v[k - degree] >> degree), |x, j| {
                    x ^ v[k - j]
                })
            }
        };
    }
    v
}

/// Owen's nested scrambling by a hash: each digit is flipped or not by those before it.
///
/// Laine & Karras (2011) with the constants of Vegdahl (2021); the hash carries upwards only, so it works on
/// the digits in reverse.
fn scrambled(digits: u32, seed: u32) -> u32 {
    let mut x = digits.reverse_bits();
    x ^= x.wrapping_mul(0x3d20_adea);
    x = x.wrapping_add(seed);
    x = x.wrapping_mul((seed >> 16) | 1);
    x ^= x.wrapping_mul(0x0552_6c56);
    x ^= x.wrapping_mul(0x53a2_2864);
    x.reverse_bits()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Coordinates of point 1000 in the order of Gray's code, from SciPy 1.17.
    #[test]
    fn points_are_the_published_ones() {
        let gray = 1000 ^ (1000 >> 1);
        for (place, x) in [
            (0, 0.219_726_562_5),
            (1, 0.096_679_687_5),
            (2, 0.518_554_687_5),
            (3, 0.676_757_812_5),
            (10, 0.084_960_937_5),
            (50, 0.352_539_062_5),
            (100, 0.768_554_687_5),
            (137, 0.803_710_937_5),
            (139, 0.143_554_687_5),
        ] {
            let digits = Dimension::new(place, 0).digits(gray);
            assert_eq!(f64::from(digits) / 4_294_967_296.0, x, "dimension {place}");
        }
    }

    /// Of the first 2^k points each interval of length 2^−k holds exactly one, scrambled or not.
    #[test]
    fn every_dimension_is_even() {
        for place in 0..DIMENSIONS {
            let dimension = Dimension::new(place, 42);
            for k in [4, 8, 10] {
                let mut seen = vec![false; 1 << k];
                for n in 0..1 << k {
                    let cell = (dimension.at(n) * f64::from(1 << k)) as usize;
                    assert!(!seen[cell], "dimension {place}: cell {cell} of 2^{k} twice");
                    seen[cell] = true;
                }
            }
        }
    }

    /// Of the first 2^(t+2k) points each square of 2^−k by 2^−k holds 2^t: t = 0 in the first two dimensions.
    #[test]
    fn the_first_plane_is_even() {
        let (x, y) = (Dimension::new(0, 7), Dimension::new(1, 7));
        let mut seen = [[0; 16]; 16];
        for n in 0..256 {
            seen[(x.at(n) * 16.0) as usize][(y.at(n) * 16.0) as usize] += 1;
        }
        assert!(seen.iter().flatten().all(|count| *count == 1));
    }

    /// Root of the mean squared error over scrambles of ∫ Π (1 + (xᵢ − ½)/i²) dx = 1 with n points.
    fn error(points: u32) -> f64 {
        const SCRAMBLES: u64 = 16;
        let one = |seed| {
            let dimensions: Vec<_> = (0..DIMENSIONS).map(|k| Dimension::new(k, seed)).collect();
            let value = |n| {
                let factor = |(i, d): (usize, &Dimension)| {
                    1.0 + (d.at(n) - 0.5) / ((i + 1) * (i + 1)) as f64
                };
                dimensions.iter().enumerate().map(factor).product::<f64>()
            };
            (0..points).map(value).sum::<f64>() / f64::from(points) - 1.0
        };
        let squares: f64 = (0..SCRAMBLES).map(|seed| one(seed) * one(seed)).sum();
        (squares / SCRAMBLES as f64).sqrt()
    }

    #[test]
    fn errors_fall_faster_than_by_luck() {
        let (few, many) = (error(64), error(1024));
        let slope = libm::log2(many / few) / 4.0;
        assert!(slope < -0.9, "slope {slope}, errors {few} and {many}");
        // By luck it would be 0.33/√1024.
        assert!(many < 0.001, "{many}");
    }

    #[test]
    fn dimensions_are_unrelated() {
        let mean = |a: &Dimension, b: &Dimension| {
            (0..1024)
                .map(|n| (a.at(n) - 0.5) * (b.at(n) - 0.5))
                .sum::<f64>()
                * 12.0
                / 1024.0
        };
        let mut worst = 0.0_f64;
        for a in 0..DIMENSIONS {
            for b in 0..a {
                worst = worst.max(mean(&Dimension::new(a, 1), &Dimension::new(b, 1)).abs());
            }
        }
        assert!(worst < 0.2, "{worst}");
    }
}
