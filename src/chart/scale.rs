//! Numbers to positions: axis shapes, and ticks at 1, 2 or 5 times a power of ten.

/// How an axis spaces its values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Equal differences are equally far apart.
    Linear,
    /// Equal ratios are equally far apart; whatever is not positive lies at the low end.
    Log,
    /// Distances go with the square root: small shares get more room than large ones.
    Root,
}

/// One axis: the value at its low end, the value at its high end, and how it spaces what lies between.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// Value at the low end.
    pub low: f64,
    /// Value at the high end, above `low`.
    pub high: f64,
    /// Spacing.
    pub shape: Shape,
}

impl Scale {
    /// An axis from `low` to `high`; ends that are equal, reversed or not finite are mended.
    pub fn new(low: f64, high: f64, shape: Shape) -> Scale {
        let (low, high) = mend(low, high);
        let low = match shape {
            Shape::Linear => low,
            Shape::Root => low.max(0.0),
            Shape::Log if low > 0.0 => low,
            Shape::Log => high.abs().max(f64::MIN_POSITIVE) / LOG_SPAN_MAX,
        };
        let high = if high > low { high } else { low + 1.0 };
        Scale { low, high, shape }
    }

    /// Where `value` lies between the low end (0) and the high end (1); values beyond an end lie on it.
    pub fn fraction(&self, value: f64) -> f64 {
        let (low, high, at) = (
            self.bend(self.low),
            self.bend(self.high),
            self.bend(value.clamp(self.low, self.high)),
        );
        let span = high - low;
        if span > 0.0 && at.is_finite() {
            ((at - low) / span).clamp(0.0, 1.0)
        } else {
            0.0
        }
    }

    fn bend(&self, value: f64) -> f64 {
        match self.shape {
            Shape::Linear => value,
            Shape::Log => log2(value.max(self.low)),
            Shape::Root => value.max(0.0).sqrt(),
        }
    }
}

/// A logarithmic axis shows at most this ratio of its ends: five decades.
const LOG_SPAN_MAX: f64 = 1e5;
/// Ends beyond this are cut, so that no arithmetic on them overflows.
const END_MAX: f64 = 1e30;

fn mend(low: f64, high: f64) -> (f64, f64) {
    let tame = |end: f64| {
        if end.is_finite() {
            end.clamp(-END_MAX, END_MAX)
        } else {
            0.0
        }
    };
    let (a, b) = (tame(low), tame(high));
    let (low, high) = (a.min(b), a.max(b));
    match high - low > high.abs().max(low.abs()) * f64::EPSILON {
        true => (low, high),
        false if low == 0.0 => (0.0, 1.0),
        // A constant lies in the middle of an axis half its size to either side.
        false => (low - low.abs() / 2.0, high + high.abs() / 2.0),
    }
}

/// The smallest of 1, 2, 5 × a power of ten at which `span` takes at most `at_most` steps.
pub fn nice_step(span: f64, at_most: usize) -> f64 {
    let span = if span.is_finite() && span > 0.0 {
        span.min(END_MAX)
    } else {
        1.0
    };
    let least = span / at_most.max(1) as f64;
    let power = power_of_ten_below(least);
    let slack = 1.0 - 1e-9;
    [1.0, 2.0, 5.0, 10.0]
        .map(|digit| digit * power)
        .into_iter()
        .find(|step| *step >= least * slack)
        .unwrap_or(least)
}

/// The largest power of ten that is not above a positive `value`.
pub(crate) fn power_of_ten_below(value: f64) -> f64 {
    let mut power = 1.0;
    while power * 10.0 <= value && power < END_MAX {
        power *= 10.0;
    }
    while power > value && power > 1.0 / END_MAX {
        power /= 10.0;
    }
    power
}

/// The multiples of `step` from `low` to `high`, both ends included.
pub fn multiples(low: f64, high: f64, step: f64) -> Vec<f64> {
    let slack = 1e-6;
    let (first, last) = ((low / step - slack).ceil(), (high / step + slack).floor());
    // Adding 0.0 turns a negative zero into a plain one.
    (0..MULTIPLES_MAX)
        .map(|i| first + i as f64)
        .take_while(|n| *n <= last)
        .map(|n| n * step + 0.0)
        .collect()
}

/// No axis has more ticks than this, whatever it is asked.
const MULTIPLES_MAX: usize = 100;

/// At most `at_most` ticks of a linear axis from `low` to `high`.
pub fn linear_ticks(low: f64, high: f64, at_most: usize) -> Vec<f64> {
    let at_most = at_most.max(2);
    let mut step = nice_step(high - low, at_most);
    let mut ticks = multiples(low, high, step);
    if ticks.len() > at_most {
        step = nice_step(step * 1.5, 1);
        ticks = multiples(low, high, step);
    }
    ticks
}

/// At most `at_most` ticks of a logarithmic axis: decades, with 2 and 5 between them where there is room.
pub fn log_ticks(low: f64, high: f64, at_most: usize) -> Vec<f64> {
    let inside = |digits: &[f64]| {
        let mut ticks = Vec::new();
        let mut power = power_of_ten_below(low.max(1.0 / END_MAX));
        while power <= high && ticks.len() < MULTIPLES_MAX {
            ticks.extend(
                digits
                    .iter()
                    .map(|digit| digit * power)
                    .filter(|tick| (low..=high).contains(tick)),
            );
            power *= 10.0;
        }
        ticks
    };
    let finest = [&[1.0, 2.0, 5.0][..], &[1.0, 3.0], &[1.0]]
        .map(inside)
        .into_iter()
        .find(|t| t.len() <= at_most);
    thin(finest.unwrap_or_else(|| inside(&[1.0])), at_most)
}

/// Every second, third, … of `ticks`, so that at most `at_most` remain.
pub(crate) fn thin(ticks: Vec<f64>, at_most: usize) -> Vec<f64> {
    let stride = ticks.len().div_ceil(at_most.max(1)).max(1);
    ticks.into_iter().step_by(stride).collect()
}

/// Binary logarithm, with the same bits on every machine: an exported picture equals the one on the page.
pub(crate) fn log2(value: f64) -> f64 {
    libm::log2(value)
}

/// Power of two, with the same bits on every machine; exact for whole numbers.
///
/// Not libm's own: that one reads a table of 4 kB, which every first visit would fetch.
pub(crate) fn exp2(value: f64) -> f64 {
    let whole = value
        .clamp(f64::MIN_EXP.into(), f64::MAX_EXP.into())
        .floor();
    libm::scalbn(
        libm::exp((value - whole) * core::f64::consts::LN_2),
        whole as i32,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_few_and_inside() {
        for (low, high) in [
            (0.0, 1.0),
            (0.0, 0.37),
            (-3.0, 8.0),
            (1e-9, 2e-9),
            (0.0, 1e12),
            (17.0, 17.5),
        ] {
            for at_most in 2..9 {
                let ticks = linear_ticks(low, high, at_most);
                assert!(
                    !ticks.is_empty() && ticks.len() <= at_most,
                    "{low} {high} {at_most}: {ticks:?}"
                );
                let slack = (high - low) * 1e-5;
                assert!(
                    ticks
                        .iter()
                        .all(|t| (low - slack..=high + slack).contains(t)),
                    "{ticks:?}"
                );
            }
        }
        assert_eq!(
            linear_ticks(0.0, 1.0, 6),
            [0.0, 0.2, 0.4, 0.6000000000000001, 0.8, 1.0]
        );
    }

    #[test]
    fn log_ticks_prefer_decades() {
        assert_eq!(log_ticks(3.0, 2500.0, 4), [10.0, 100.0, 1000.0]);
        assert_eq!(log_ticks(8.0, 60.0, 6), [10.0, 20.0, 50.0]);
        assert!(log_ticks(1e-6, 1e6, 4).len() <= 4);
    }

    #[test]
    fn odd_ends_still_make_an_axis() {
        let odd = [
            0.0,
            1.0,
            -1.0,
            f64::NAN,
            f64::INFINITY,
            f64::NEG_INFINITY,
            1e300,
            5e-324,
        ];
        for shape in [Shape::Linear, Shape::Log, Shape::Root] {
            for low in odd {
                for high in odd {
                    let scale = Scale::new(low, high, shape);
                    assert!(scale.high > scale.low, "{low} {high} {shape:?} {scale:?}");
                    for value in odd {
                        assert!(
                            (0.0..=1.0).contains(&scale.fraction(value)),
                            "{low} {high} {shape:?} {value}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn powers_of_two_are_those_of_libm() {
        for tenth in -400..=400 {
            let value = f64::from(tenth) / 10.0;
            let (ours, theirs) = (exp2(value), libm::exp2(value));
            assert!(
                (ours / theirs - 1.0).abs() <= 4.0 * f64::EPSILON,
                "{value}: {ours} {theirs}"
            );
            assert!(tenth % 10 != 0 || ours == theirs, "{value}: {ours}");
        }
        for odd in [f64::INFINITY, f64::NEG_INFINITY, 1e300, -1e300] {
            assert_eq!(exp2(odd), libm::exp2(odd), "{odd}");
        }
        assert!(exp2(f64::NAN).is_nan());
    }

    #[test]
    fn positions_grow_with_values() {
        for shape in [Shape::Linear, Shape::Log, Shape::Root] {
            let scale = Scale::new(1.0, 1000.0, shape);
            let places: Vec<f64> = [1.0, 5.0, 30.0, 200.0, 1000.0]
                .iter()
                .map(|v| scale.fraction(*v))
                .collect();
            assert!(
                places.windows(2).all(|pair| pair[0] < pair[1]),
                "{shape:?} {places:?}"
            );
            assert_eq!((places[0], places[4]), (0.0, 1.0));
        }
    }
}
