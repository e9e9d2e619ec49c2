//! What a number means, and therefore how it is written: the only place where the program formats one.

mod axis;
mod figures;

pub use axis::Axis;

use super::scale;
use crate::sim::domains::STAGE_NAMES;
use figures::{SPACE, count, counted, decimals, duration, fixed, money, plain, share};

pub use crate::sim::units::Unit;

/// How long the words of a task length are, for a footnote.
pub const WORKING_TIME: &str =
    "Working time: a day is 8 hours, a week 40, a month 167, a year 2,000.";

/// How numbers of a unit are written for people.
pub trait Written: Copy {
    /// `value` in words and figures: "37 %", "$1.2 tn", "3 weeks". What is not a number is "–".
    fn format(self, value: impl Into<f64>) -> String;
    /// `value` as [`Unit::format`] writes it, without words that the heading of a chart says anyway: "0.4", not
    /// "0.4 a year".
    fn short(self, value: impl Into<f64>) -> String;
    /// How far two values are apart, without a sign: "$12 bn", "3 points" of per cent, "12 min" of working time.
    fn apart(self, a: f64, b: f64) -> String;
    /// About the widest text that [`Unit::short`] writes, to keep room for it while numbers change.
    fn widest(self) -> &'static str;
    /// `value` as a tick label of an axis whose ticks are `step` apart: short, and with the decimals of its neighbours.
    fn tick(self, value: f64, step: f64) -> String;
    /// The unit of the bare number, for the head of a column: "share 0–1", "billion USD".
    fn name(self) -> &'static str;
}

impl Written for Unit {
    fn format(self, value: impl Into<f64>) -> String {
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
            Unit::PerMonth => format!("{}{SPACE}a{SPACE}month", plain(value)),
            Unit::Index => fixed(value, 2),
            Unit::Log => format!("{}{SPACE}log", fixed(value, 2)),
            Unit::Flag => (if value > 0.5 { "yes" } else { "no" }).to_string(),
            Unit::Stage => stage(value),
            Unit::Place => fixed(value, 0),
            Unit::Count => count(value),
            Unit::Months => counted(value, "month"),
            Unit::Years => counted(value, "year"),
            Unit::Times => format!("×{SPACE}{}", plain(value)),
            Unit::Plain => plain(value),
        }
    }

    fn short(self, value: impl Into<f64>) -> String {
        let value: f64 = value.into();
        match self {
            _ if !value.is_finite() => self.format(value),
            Unit::UsdBillionsPerYear => Unit::UsdBillions.format(value),
            Unit::Doublings | Unit::DoublingsPerYear | Unit::PerYear | Unit::PerMonth => {
                plain(value)
            }
            Unit::Months | Unit::Years => plain(value),
            _ => self.format(value),
        }
    }

    fn apart(self, a: f64, b: f64) -> String {
        let by = (a - b).abs();
        match self {
            Unit::Share => {
                let percent = self.format(by);
                let is_one = percent
                    .strip_prefix('1')
                    .is_some_and(|rest| rest.starts_with(SPACE));
                percent.replace('%', if is_one { "point" } else { "points" })
            }
            Unit::Log2Minutes => self.format(scale::log2((scale::exp2(a) - scale::exp2(b)).abs())),
            _ => self.short(by),
        }
    }

    fn widest(self) -> &'static str {
        match self {
            Unit::Share => "100 %",
            Unit::UsdBillions | Unit::UsdBillionsPerYear | Unit::Usd => "$9.9 tn",
            Unit::Log2Minutes => "9.9 months",
            _ => "99.9",
        }
    }

    fn tick(self, value: f64, step: f64) -> String {
        match self {
            Unit::Share => format!("{}{SPACE}%", fixed(value * 100.0, decimals(step * 100.0))),
            Unit::UsdBillionsPerYear => Unit::UsdBillions.format(value),
            Unit::UsdBillions | Unit::Usd | Unit::Log2Minutes => self.format(value),
            _ => fixed(value, decimals(step)),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Unit::Share => "share 0–1",
            Unit::UsdBillions => "billion USD",
            Unit::UsdBillionsPerYear => "billion USD per year",
            Unit::Usd => "USD",
            Unit::Log2Minutes => "log2 minutes",
            Unit::Doublings => "doublings",
            Unit::DoublingsPerYear => "doublings per year",
            Unit::PerYear => "per year",
            Unit::PerMonth => "per month",
            Unit::Index => "index 0–1",
            Unit::Log => "log",
            Unit::Flag => "0 no, 1 yes",
            Unit::Stage => "stage 0–3",
            Unit::Place => "place",
            Unit::Count => "count",
            Unit::Months => "months",
            Unit::Years => "years",
            Unit::Times => "factor",
            Unit::Plain => "number",
        }
    }
}

/// The name of the nearest stage.
fn stage(value: f64) -> String {
    let last = STAGE_NAMES.len() - 1;
    STAGE_NAMES[(value.max(0.0).round() as usize).min(last)].to_string()
}

#[cfg(test)]
mod tests {
    use super::figures::{DAY, MONTH, WEEK, YEAR};
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
            (4.5 * DAY, "4.5 working days"),
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
            (59.6, "1 h"),
            (0.97 * YEAR, "1 year"),
            (0.993 * WEEK, "1 week"),
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
    fn differences_have_the_unit_of_what_differs() {
        let cases = [
            (Unit::Share, 0.31, 0.34, "3 points"),
            (Unit::Share, 0.31, 0.3, "1 point"),
            (Unit::Share, 0.31, 0.21, "10 points"),
            (Unit::UsdBillions, 340.0, 328.0, "$12 bn"),
            (Unit::Log2Minutes, 5.0, 6.0, "32 min"),
            (Unit::Count, 2.0, 3.0, "1"),
        ];
        for (unit, a, b, text) in cases {
            assert_eq!(unit.apart(a, b).replace(SPACE, " "), text);
        }
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
