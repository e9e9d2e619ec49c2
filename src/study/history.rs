//! What was observed: series with a source for every number, read from `assets/history.csv`.

use crate::sim::table::Grade;

const HISTORY: &str = include_str!("../../assets/history.csv");
/// Mean length of a year of the Gregorian calendar, to two digits.
const DAYS_PER_YEAR: f64 = 365.25;

/// One observed number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Observation {
    pub series: &'static str,
    /// ISO 8601; what is known of a year is dated to its middle, of a month to its 15th.
    pub date: &'static str,
    pub value: f64,
    pub unit: &'static str,
    pub source: &'static str,
    pub grade: Grade,
}

impl Observation {
    /// Its date as a year with a fraction.
    pub fn year(&self) -> f64 {
        let year = &self.date[..self.date.len() - "-01-01".len()];
        let begins = days(&format!("{year}-01-01"));
        year.parse().unwrap_or(f64::NAN) + (days(self.date) - begins) / DAYS_PER_YEAR
    }

    /// Years from another observation to this one.
    pub fn years_since(&self, earlier: &Observation) -> f64 {
        (days(self.date) - days(earlier.date)) / DAYS_PER_YEAR
    }
}

/// Everything observed, in the order of the file. Panics if the file is broken, which a test would see.
pub fn history() -> Vec<Observation> {
    HISTORY.lines().skip(1).map(observation).collect()
}

/// One series, oldest first.
pub fn series(name: &str) -> Vec<Observation> {
    let mut found: Vec<Observation> = history().into_iter().filter(|o| o.series == name).collect();
    found.sort_by(|a, b| a.date.cmp(b.date));
    found
}

fn observation(line: &'static str) -> Observation {
    let fields = fields(line);
    let [series, date, value, unit, source, grade] = fields[..] else {
        panic!("six fields in “{line}”");
    };
    Observation {
        series,
        date,
        value: value.parse().expect("a number"),
        unit,
        source,
        grade: match grade {
            "V" => Grade::V,
            "M" => Grade::M,
            "D" => Grade::D,
            "J" => Grade::J,
            _ => panic!("no grade in “{line}”"),
        },
    }
}

/// The fields of a line; quoted ones may hold commas, none holds quotes.
fn fields(line: &'static str) -> Vec<&'static str> {
    let mut fields = vec![];
    let mut rest = line;
    loop {
        let (field, behind) = match rest.strip_prefix('"') {
            Some(quoted) => {
                let (field, behind) = quoted.split_once('"').expect("a closing quote");
                (field, behind.strip_prefix(','))
            }
            None => match rest.split_once(',') {
                Some((field, behind)) => (field, Some(behind)),
                None => (rest, None),
            },
        };
        fields.push(field);
        match behind {
            Some(behind) => rest = behind,
            None => return fields,
        }
    }
}

/// Days since 1 March of the year 0 of the Gregorian calendar carried backwards.
fn days(date: &str) -> f64 {
    const MONTHS_TO_MARCH: u32 = 9;
    let parts: Vec<u32> = date.split('-').filter_map(|p| p.parse().ok()).collect();
    let [year, month, day] = parts[..] else {
        panic!("“{date}” is no date");
    };
    // Years begin in March, so that a leap day is a year's last.
    let month = (month + MONTHS_TO_MARCH) % 12;
    let year = year - month / 10;
    let leap_days = year / 4 - year / 100 + year / 400;
    // From March on, months have 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 31 days.
    let before_month = (month * 306 + 5) / 10;
    f64::from(365 * year + leap_days + before_month + day - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_over_leap_years_and_centuries() {
        let between = |a, b| days(b) - days(a);
        assert_eq!(between("2024-02-28", "2024-03-01"), 2.0);
        assert_eq!(between("2023-02-28", "2023-03-01"), 1.0);
        assert_eq!(between("2000-01-01", "2001-01-01"), 366.0);
        assert_eq!(between("2100-01-01", "2101-01-01"), 365.0);
        assert_eq!(between("2023-12-31", "2024-01-01"), 1.0);
        // The release dates behind the validated doubling time of 149 days.
        assert_eq!(between("2023-03-14", "2024-12-05"), 632.0);
        assert_eq!(between("2023-03-14", "2026-02-05"), 1059.0);
    }

    #[test]
    fn every_observation_says_what_it_is() {
        let all = history();
        assert!(all.len() > 30);
        for o in all {
            assert!(o.value.is_finite() && o.value > 0.0, "{o:?}");
            assert!(o.unit != "share" || o.value <= 1.0, "{o:?}");
            assert!(o.source.len() > 10 && days(o.date) > 0.0, "{o:?}");
        }
    }
}
