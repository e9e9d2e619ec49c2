//! What a number means, and therefore how it is written: the only place where the program formats one.

use super::scale::{self, Scale, Shape};

/// The unit of a number. Every table, slider, chart and report writes numbers through [`Unit::format`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    /// A part of a whole, 0 to 1, written in per cent.
    Share,
    /// Money, in billions of US dollars.
    UsdBillions,
    /// Money per year, in billions of US dollars.
    UsdBillionsPerYear,
    /// Money, in US dollars.
    Usd,
    /// The length of a task, as the binary logarithm of its minutes, written as working time: see [`WORKING_TIME`].
    Log2Minutes,
    /// Ratios, as the number of times something doubled.
    Doublings,
    /// Doublings per year.
    DoublingsPerYear,
    /// A rate: events, or a fraction, per year.
    PerYear,
    /// An index from 0 to 1 without a unit.
    Index,
    /// A number of things.
    Count,
    /// Time, in months.
    Months,
    /// Time, in years.
    Years,
    /// A factor.
    Times,
    /// A number without a unit.
    #[default]
    Plain,
}

/// How long the words of a task length are, for a footnote.
pub const WORKING_TIME: &str =
    "Working time: a day is 8 hours, a week 40, a month 167, a year 2,000.";

const HOUR: f64 = 60.0;
const DAY: f64 = 8.0 * HOUR;
const WEEK: f64 = 5.0 * DAY;
const YEAR: f64 = 2000.0 * HOUR;
const MONTH: f64 = YEAR / 12.0;
const SECOND: f64 = 1.0 / 60.0;
/// Hours are told up to three working days: "16 h" is clearer than "2 days", which could mean 48 hours.
const LAST_IN_HOURS: f64 = 3.0 * DAY;

/// Task lengths in minutes at which an axis may have a tick, most memorable first.
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
/// With fewer ticks than this from the memorable durations, an axis takes the finer ones.
const DURATION_TICKS_MIN: usize = 3;

/// A space at which no line breaks, between a number and its unit.
const SPACE: char = '\u{a0}';

impl Unit {
    /// `value` in words and figures: "37 %", "$1.2 tn", "3 weeks". What is not a number is "–".
    pub fn format(self, value: impl Into<f64>) -> String {
        let value: f64 = value.into();
        if !value.is_finite() {
            return "–".to_string();
        }
        match self {
            Unit::Share => share(value),
            Unit::UsdBillions => money(value * 1e9),
            Unit::UsdBillionsPerYear => {
                format!("{} a year", money(value * 1e9)).replace(' ', "\u{a0}")
            }
            Unit::Usd => money(value),
            Unit::Log2Minutes => duration(scale::exp2(value)),
            Unit::Doublings => counted(value, "doubling"),
            Unit::DoublingsPerYear => format!("{}{SPACE}a{SPACE}year", counted(value, "doubling")),
            Unit::PerYear => format!("{}{SPACE}a{SPACE}year", plain(value)),
            Unit::Index => fixed(value, 2),
            Unit::Count => count(value),
            Unit::Months => counted(value, "month"),
            Unit::Years => counted(value, "year"),
            Unit::Times => format!("×{SPACE}{}", plain(value)),
            Unit::Plain => plain(value),
        }
    }

    /// `value` as a tick label of an axis whose ticks are `step` apart: short, and with the decimals of its neighbours.
    pub fn tick(self, value: f64, step: f64) -> String {
        match self {
            Unit::Share => format!("{}{SPACE}%", fixed(value * 100.0, decimals(step * 100.0))),
            Unit::UsdBillionsPerYear => Unit::UsdBillions.format(value),
            Unit::UsdBillions | Unit::Usd | Unit::Log2Minutes => self.format(value),
            _ => fixed(value, decimals(step)),
        }
    }

    /// The unit of the bare number, for the head of a column: "share 0–1", "billion USD".
    pub fn name(self) -> &'static str {
        match self {
            Unit::Share => "share 0–1",
            Unit::UsdBillions => "billion USD",
            Unit::UsdBillionsPerYear => "billion USD per year",
            Unit::Usd => "USD",
            Unit::Log2Minutes => "log2 minutes",
            Unit::Doublings => "doublings",
            Unit::DoublingsPerYear => "doublings per year",
            Unit::PerYear => "per year",
            Unit::Index => "index 0–1",
            Unit::Count => "count",
            Unit::Months => "months",
            Unit::Years => "years",
            Unit::Times => "factor",
            Unit::Plain => "number",
        }
    }

    /// Whether an axis of this unit starts at zero unless told otherwise.
    fn from_zero(self) -> bool {
        !matches!(self, Unit::Log2Minutes | Unit::Doublings | Unit::Plain)
    }

    fn is_money(self) -> bool {
        matches!(
            self,
            Unit::UsdBillions | Unit::UsdBillionsPerYear | Unit::Usd
        )
    }

    /// The axis for numbers from `low` to `high`, rounded outwards to ticks, of which there are at most `at_most`.
    ///
    /// Money that is never negative and spans more than two decades gets a logarithmic axis.
    pub fn axis(self, low: f64, high: f64, least_positive: f64, at_most: usize) -> Scale {
        if self.is_money() && low >= 0.0 && high > least_positive * LOG_FROM {
            let floor = least_positive.max(high / LOG_DECADES);
            return Scale::new(floor, high, Shape::Log);
        }
        let (low, high) = if self.from_zero() {
            (low.min(0.0), high.max(0.0))
        } else {
            (low, high)
        };
        let Scale { low, high, .. } = Scale::new(low, high, Shape::Linear);
        if self == Unit::Log2Minutes {
            return Scale::new(low, high, Shape::Linear);
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

    /// At most `at_most` ticks of an axis, at values a reader would choose.
    pub fn ticks(self, scale: &Scale, at_most: usize) -> Vec<f64> {
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

fn duration_ticks(low: f64, high: f64, at_most: usize) -> Vec<f64> {
    let inside = |ladder: &[f64]| -> Vec<f64> {
        ladder
            .iter()
            .map(|minutes| scale::log2(*minutes))
            .filter(|tick| (low..=high).contains(tick))
            .collect()
    };
    let [memorable, fine] = DURATIONS.map(inside);
    let few = memorable.len() < DURATION_TICKS_MIN && fine.len() <= at_most.max(DURATION_TICKS_MIN);
    let ticks = if few && !fine.is_empty() {
        fine
    } else {
        memorable
    };
    if ticks.is_empty() {
        scale::linear_ticks(low, high, at_most)
    } else {
        scale::thin(ticks, at_most)
    }
}

/// Ticks of a root axis: even steps would crowd at the top, so these grow.
fn root_ticks(scale: &Scale, at_most: usize) -> Vec<f64> {
    let ladder = [0.0, 0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8, 1.0];
    let ticks: Vec<f64> = ladder
        .into_iter()
        .filter(|tick| (scale.low..=scale.high).contains(tick))
        .collect();
    if ticks.len() < 2 {
        scale::linear_ticks(scale.low, scale.high, at_most)
    } else {
        scale::thin(ticks, at_most)
    }
}

fn share(value: f64) -> String {
    let percent = value * 100.0;
    let size = percent.abs();
    if size > 0.0 && size < 0.1 {
        let sign = if percent < 0.0 { "−" } else { "" };
        return format!("<{SPACE}{sign}0.1{SPACE}%");
    }
    // Near both ends a tenth matters: 0.4 % is not 0 %, 99.7 % is not 100 %.
    let near_an_end = (size > 0.0 && size < 1.0) || (size > 99.0 && size < 100.0);
    format!("{}{SPACE}%", trimmed(percent, usize::from(near_an_end)))
}

fn money(usd: f64) -> String {
    let sign = if usd < 0.0 { "−" } else { "" };
    let size = usd.abs();
    let words = [(1e12, "tn"), (1e9, "bn"), (1e6, "m"), (1e3, "k")];
    // Rounded before choosing the word: $999.7 bn is $1 tn.
    for (worth, word) in words {
        if size / worth >= 0.9995 {
            return format!("{sign}${}{SPACE}{word}", plain(size / worth));
        }
    }
    if size == 0.0 {
        "$0".to_string()
    } else {
        format!("{sign}${}", plain(size))
    }
}

fn duration(minutes: f64) -> String {
    if minutes < SECOND {
        return format!("<{SPACE}1{SPACE}s");
    }
    let ladder = [
        (SECOND, 1.0, "s"),
        (1.0, HOUR, "min"),
        (HOUR, LAST_IN_HOURS, "h"),
    ];
    for (worth, below, word) in ladder {
        if rounded(minutes / worth) < below / worth {
            return format!("{}{SPACE}{word}", plain(minutes / worth));
        }
    }
    let ladder = [
        (DAY, WEEK, "day"),
        (WEEK, MONTH, "week"),
        (MONTH, YEAR, "month"),
    ];
    for (worth, below, word) in ladder {
        if rounded(minutes / worth) < below / worth {
            return counted(minutes / worth, word);
        }
    }
    counted(minutes / YEAR, "year")
}

fn count(value: f64) -> String {
    let size = value.abs();
    match () {
        _ if size >= 0.9995e9 => format!("{}{SPACE}bn", plain(value / 1e9)),
        _ if size >= 0.9995e6 => format!("{}{SPACE}m", plain(value / 1e6)),
        _ => plain(value),
    }
}

/// A number and a noun that agree: "1 month", "2.5 months".
fn counted(value: f64, noun: &str) -> String {
    let number = plain(value);
    let ending = if number == "1" || number == "−1" {
        ""
    } else {
        "s"
    };
    format!("{number}{SPACE}{noun}{ending}")
}

/// The rounding that [`plain`] applies.
fn rounded(value: f64) -> f64 {
    let grain = if value.abs() < 9.95 { 10.0 } else { 1.0 };
    (value * grain).round() / grain
}

/// Two figures or all that stand before the point: "0.04", "0.4", "3.4", "34", "3,400".
fn plain(value: f64) -> String {
    match value.abs() {
        size if size < 0.095 && size > 0.0 => trimmed(value, small_decimals(size)),
        size if size < 0.995 => trimmed(value, 2),
        size if size < 9.95 => trimmed(value, 1),
        _ => fixed(value, 0),
    }
}

/// Decimals that show two figures of a small number.
fn small_decimals(size: f64) -> usize {
    let mut decimals = 2;
    let mut grain = 0.1;
    while size < grain && decimals < DECIMALS_MAX {
        decimals += 1;
        grain /= 10.0;
    }
    decimals
}

const DECIMALS_MAX: usize = 9;

/// The decimals that tell multiples of `step` apart.
fn decimals(step: f64) -> usize {
    let step = step.abs();
    let mut decimals = 0;
    let mut shown = step;
    while decimals < DECIMALS_MAX
        && step > 0.0
        && (shown - shown.round()).abs() > 1e-6 * shown.max(1.0)
    {
        decimals += 1;
        shown *= 10.0;
    }
    decimals
}

fn trimmed(value: f64, decimals: usize) -> String {
    let text = fixed(value, decimals);
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_string()
    } else {
        text
    }
}

/// `value` with this many decimals, commas between thousands and a true minus sign.
fn fixed(value: f64, decimals: usize) -> String {
    let text = format!("{:.decimals$}", value.abs());
    let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
    let mut grouped = String::new();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let negative = value < 0.0 && text.contains(|letter: char| ('1'..='9').contains(&letter));
    format!("{}{grouped}{rest}", if negative { "−" } else { "" })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(unit: Unit, cases: &[(f64, &str)]) {
        for (value, text) in cases {
            assert_eq!(
                unit.format(*value).replace(SPACE, " "),
                *text,
                "{unit:?} {value}"
            );
        }
    }

    #[test]
    fn shares() {
        check(
            Unit::Share,
            &[
                (0.37, "37 %"),
                (0.004, "0.4 %"),
                (0.0, "0 %"),
                (1.0, "100 %"),
                (0.997, "99.7 %"),
            ],
        );
        check(
            Unit::Share,
            &[
                (-0.12, "−12 %"),
                (0.0002, "< 0.1 %"),
                (f64::NAN, "–"),
                (f64::INFINITY, "–"),
            ],
        );
    }

    #[test]
    fn money_in_words() {
        check(
            Unit::UsdBillions,
            &[
                (1200.0, "$1.2 tn"),
                (340.0, "$340 bn"),
                (0.085, "$85 m"),
                (0.0, "$0"),
            ],
        );
        check(
            Unit::UsdBillions,
            &[
                (999.7, "$1 tn"),
                (-5.0, "−$5 bn"),
                (0.00002, "$20 k"),
                (25_000.0, "$25 tn"),
            ],
        );
        check(Unit::UsdBillionsPerYear, &[(15.0, "$15 bn a year")]);
        check(Unit::Usd, &[(240.0, "$240"), (12_000.0, "$12 k")]);
    }

    #[test]
    fn task_lengths_are_working_time() {
        let length = |minutes: f64| {
            Unit::Log2Minutes
                .format(scale::log2(minutes))
                .replace(SPACE, " ")
        };
        let cases = [
            (8.0, "8 min"),
            (960.0, "16 h"),
            (4.5 * DAY, "4.5 days"),
            (3.0 * WEEK, "3 weeks"),
        ];
        for (minutes, text) in cases {
            assert_eq!(length(minutes), text);
        }
        let cases = [
            (4.0 * MONTH, "4 months"),
            (2.0 * YEAR, "2 years"),
            (WEEK, "1 week"),
            (MONTH, "1 month"),
        ];
        for (minutes, text) in cases {
            assert_eq!(length(minutes), text);
        }
        let cases = [
            (59.9, "1 h"),
            (YEAR * 0.999, "1 year"),
            (0.001, "< 1 s"),
            (0.5, "30 s"),
            (DAY, "8 h"),
        ];
        for (minutes, text) in cases {
            assert_eq!(length(minutes), text);
        }
    }

    #[test]
    fn other_units() {
        check(
            Unit::Doublings,
            &[
                (1.0, "1 doubling"),
                (2.34, "2.3 doublings"),
                (-0.5, "−0.5 doublings"),
            ],
        );
        check(
            Unit::PerYear,
            &[(0.4, "0.4 a year"), (0.012, "0.012 a year")],
        );
        check(Unit::Index, &[(0.4, "0.40"), (-0.001, "0.00")]);
        check(
            Unit::Count,
            &[
                (12_345.0, "12,345"),
                (3.26, "3.3"),
                (4.2e6, "4.2 m"),
                (3.1e9, "3.1 bn"),
            ],
        );
        check(Unit::Months, &[(14.0, "14 months"), (1.0, "1 month")]);
        check(Unit::Times, &[(1.5, "× 1.5")]);
    }

    #[test]
    fn ticks_of_task_lengths_are_memorable() {
        let axis = Unit::Log2Minutes.axis(3.0, 19.0, 3.0, 8);
        let labels: Vec<String> = Unit::Log2Minutes
            .ticks(&axis, 8)
            .iter()
            .map(|t| Unit::Log2Minutes.tick(*t, 1.0))
            .collect();
        assert_eq!(
            labels.join(", ").replace(SPACE, " "),
            "15 min, 1 h, 8 h, 1 week, 1 month, 1 year"
        );
    }

    #[test]
    fn tick_labels_differ_from_their_neighbours() {
        let units = [
            Unit::Share,
            Unit::UsdBillions,
            Unit::Index,
            Unit::Count,
            Unit::Doublings,
            Unit::Plain,
        ];
        for unit in units {
            for (low, high) in [
                (0.0, 0.03),
                (0.0, 1.0),
                (0.3, 0.31),
                (-2.0, 5.0),
                (0.0, 30.0),
            ] {
                let axis = unit.axis(low, high, low.max(0.01), 6);
                let ticks = unit.ticks(&axis, 6);
                let step = ticks.get(1).map_or(1.0, |second| second - ticks[0]);
                let labels: Vec<String> = ticks.iter().map(|t| unit.tick(*t, step)).collect();
                assert!(
                    labels.windows(2).all(|pair| pair[0] != pair[1]),
                    "{unit:?} {labels:?}"
                );
            }
        }
    }
}
