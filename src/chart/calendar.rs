//! Months of a run as dates a reader knows.

const NAMES: [&str; MONTHS_PER_YEAR] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];
const MONTHS_PER_YEAR: usize = 12;

/// The date of month 0 of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// Year of month 0.
    pub year: u16,
    /// Month of the year of month 0, from 1 (January) to 12.
    pub month: u8,
}

impl Default for Calendar {
    /// July 2026, when the leak happens.
    fn default() -> Calendar {
        Calendar {
            year: 2026,
            month: 7,
        }
    }
}

/// The stretch of one calendar year on a time axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearSpan {
    /// The year.
    pub year: usize,
    /// First month of the run in it.
    pub from: usize,
    /// The month of the run at which it ends: January of the next year, or the end of the axis.
    pub to: usize,
}

impl Calendar {
    /// Months of the calendar since year 0.
    fn absolute(self, month: usize) -> usize {
        let first = usize::from(self.month).clamp(1, MONTHS_PER_YEAR) - 1;
        usize::from(self.year) * MONTHS_PER_YEAR + first + month
    }

    /// The date of a month of the run: "Mar 2028".
    pub fn label(self, month: usize) -> String {
        let absolute = self.absolute(month);
        format!(
            "{} {}",
            NAMES[absolute % MONTHS_PER_YEAR],
            absolute / MONTHS_PER_YEAR
        )
    }

    /// The date of a month of the run as ISO 8601 writes it: "2028-03".
    pub fn iso(self, month: usize) -> String {
        let absolute = self.absolute(month);
        format!(
            "{:04}-{:02}",
            absolute / MONTHS_PER_YEAR,
            absolute % MONTHS_PER_YEAR + 1
        )
    }

    /// Whether a month of the run is a January.
    pub fn is_january(self, month: usize) -> bool {
        self.absolute(month).is_multiple_of(MONTHS_PER_YEAR)
    }

    /// The calendar years that an axis from month 0 to month `months` crosses.
    pub fn years(self, months: usize) -> Vec<YearSpan> {
        let first = self.absolute(0) / MONTHS_PER_YEAR;
        let last = self.absolute(months.saturating_sub(1)) / MONTHS_PER_YEAR;
        let start = |year: usize| {
            (year * MONTHS_PER_YEAR)
                .saturating_sub(self.absolute(0))
                .min(months)
        };
        (first..=last)
            .map(|year| YearSpan {
                year,
                from: start(year),
                to: start(year + 1),
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_have_dates() {
        let calendar = Calendar::default();
        assert_eq!(calendar.label(0), "Jul 2026");
        assert_eq!(calendar.label(20), "Mar 2028");
        assert_eq!(calendar.iso(6), "2027-01");
        assert!(calendar.is_january(6) && !calendar.is_january(7));
    }

    #[test]
    fn years_cover_the_axis_without_gaps() {
        for months in [0, 1, 6, 7, 60, 120] {
            let years = Calendar::default().years(months);
            assert_eq!((years[0].from, years[years.len() - 1].to), (0, months));
            assert!(years.windows(2).all(|pair| pair[0].to == pair[1].from));
        }
        assert_eq!(Calendar::default().years(60).len(), 6);
    }
}
