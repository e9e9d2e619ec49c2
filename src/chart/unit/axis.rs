//! The axis a unit asks for: where it begins and ends, how it spaces values, and ticks a reader would choose.

use super::super::scale::{self, Scale, Shape};
use super::Unit;
use super::figures::{DAY, HOUR, MONTH, SECOND, WEEK, YEAR};

/// Task lengths in minutes at which an axis may have a tick, memorable ones only, and finer.
const DURATIONS: [&[f64]; 2] = [
    &[
        SECOND,
        1.0,
        15.0,
        HOUR,
        DAY,
        WEEK,
        MONTH,
        YEAR,
        10.0 * YEAR,
        100.0 * YEAR,
        1000.0 * YEAR,
    ],
    &[
        SECOND,
        4.0 * SECOND,
        15.0 * SECOND,
        1.0,
        4.0,
        15.0,
        30.0,
        HOUR,
        2.0 * HOUR,
        4.0 * HOUR,
        DAY,
        2.0 * DAY,
        WEEK,
        2.0 * WEEK,
        MONTH,
        3.0 * MONTH,
        6.0 * MONTH,
        YEAR,
        2.0 * YEAR,
        5.0 * YEAR,
        10.0 * YEAR,
        30.0 * YEAR,
        100.0 * YEAR,
        1000.0 * YEAR,
    ],
];

/// Axes and ticks of a unit.
pub trait Axis: Copy {
    /// The axis for numbers from `low` to `high`, rounded outwards to ticks, of which there are at most `at_most`.
    ///
    /// Money that is never negative and spans more than two decades gets a logarithmic axis.
    fn axis(self, low: f64, high: f64, least_positive: f64, at_most: usize) -> Scale;
    /// At most `at_most` ticks of an axis, at values a reader would choose.
    fn ticks(self, scale: &Scale, at_most: usize) -> Vec<f64>;
}

impl Axis for Unit {
    fn axis(self, low: f64, high: f64, least_positive: f64, at_most: usize) -> Scale {
        if is_money(self) && low >= 0.0 && high > least_positive * LOG_FROM {
            let floor = least_positive.max(high / LOG_DECADES);
            return Scale::new(floor / LOG_MARGIN, high * LOG_MARGIN, Shape::Log);
        }
        let (low, high) = if starts_at_zero(self) {
            (low.min(0.0), high.max(0.0))
        } else {
            (low, high)
        };
        let Scale { low, high, .. } = Scale::new(low, high, Shape::Linear);
        if self == Unit::Log2Minutes {
            let margin = (high - low) * LENGTH_MARGIN;
            return Scale::new(low - margin, high + margin, Shape::Linear);
        }
        let step = scale::nice_step(high - low, at_most.saturating_sub(1).max(1));
        let slack = 1e-6;
        let (below, above) = (
            (low / step + slack).floor() * step,
            (high / step - slack).ceil() * step,
        );
        let above = if matches!(self, Unit::Share | Unit::Index) && high <= 1.0 {
            above.min(1.0)
        } else {
            above
        };
        Scale::new(below + 0.0, above, Shape::Linear)
    }

    fn ticks(self, scale: &Scale, at_most: usize) -> Vec<f64> {
        match (self, scale.shape) {
            (Unit::Log2Minutes, _) => duration_ticks(scale.low, scale.high, at_most),
            (_, Shape::Log) => scale::log_ticks(scale.low, scale.high, at_most),
            (_, Shape::Root) => root_ticks(scale, at_most),
            (_, Shape::Linear) => scale::linear_ticks(scale.low, scale.high, at_most),
        }
    }
}

/// Money takes a logarithmic axis from this ratio of its ends: two decades.
const LOG_FROM: f64 = 100.0;
/// And the axis goes down at most this far below its high end: four decades.
const LOG_DECADES: f64 = 1e4;
/// Room beyond both ends of an axis that does not end at ticks: a factor, and a part of its length.
const LOG_MARGIN: f64 = 1.15;
const LENGTH_MARGIN: f64 = 0.04;

fn duration_ticks(low: f64, high: f64, at_most: usize) -> Vec<f64> {
    let inside = |ladder: &[f64]| -> Vec<f64> {
        ladder
            .iter()
            .map(|minutes| scale::log2(*minutes))
            .filter(|tick| (low..=high).contains(tick))
            .collect()
    };
    let [memorable, fine] = DURATIONS.map(inside);
    match (memorable, fine) {
        (_, fine) if (1..=at_most).contains(&fine.len()) => fine,
        (memorable, _) if !memorable.is_empty() => scale::thin(memorable, at_most),
        _ => scale::linear_ticks(low, high, at_most),
    }
}

/// Ticks of a root axis, fine and coarse: even steps would crowd at the top, so these grow.
const ROOTS: [&[f64]; 2] = [
    &[0.0, 0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8, 1.0],
    &[0.0, 0.05, 0.2, 0.4, 0.6, 0.8, 1.0],
];

fn root_ticks(scale: &Scale, at_most: usize) -> Vec<f64> {
    let inside = |ladder: &[f64]| -> Vec<f64> {
        let ends = scale.low..=scale.high;
        ladder
            .iter()
            .copied()
            .filter(|tick| ends.contains(tick))
            .collect()
    };
    let [fine, coarse] = ROOTS.map(inside);
    match (fine, coarse) {
        (fine, _) if fine.len() < 2 => scale::linear_ticks(scale.low, scale.high, at_most),
        (fine, _) if fine.len() <= at_most => fine,
        (_, coarse) => scale::thin(coarse, at_most),
    }
}

/// Whether an axis of this unit starts at zero unless told otherwise.
fn starts_at_zero(unit: Unit) -> bool {
    !matches!(
        unit,
        Unit::Log2Minutes | Unit::Doublings | Unit::Log | Unit::Plain
    )
}

fn is_money(unit: Unit) -> bool {
    matches!(
        unit,
        Unit::UsdBillions | Unit::UsdBillionsPerYear | Unit::Usd
    )
}
