//! The numbers of a chart as an HTML table, for those who do not see it, and as CSV, for those who compute with it.

use super::line::LineChart;
use super::race::RaceMap;
use super::text::escape;
use super::unit::Unit;
use crate::chart::Written;

/// One column: its head, its unit, and its cells.
struct Column {
    head: String,
    cells: Vec<Cell>,
    unit: Unit,
}

enum Cell {
    Words(String),
    Number(f32),
    Nothing,
}

/// A table before it is written in one form or the other; the first column names the rows.
struct Grid {
    caption: String,
    columns: Vec<Column>,
}

impl LineChart<'_> {
    /// All values as an HTML `<table>`: a row a month, a column a line.
    pub fn table(&self) -> String {
        self.grid(|month| self.calendar.label(month)).html()
    }

    /// All values as CSV (RFC 4180): one header line with units, then a row a month.
    pub fn csv(&self) -> String {
        self.grid(|month| self.calendar.iso(month)).csv()
    }

    fn grid(&self, date: impl Fn(usize) -> String) -> Grid {
        let rows = 0..=self.months;
        let cells = rows.clone().map(|month| Cell::Words(date(month))).collect();
        let mut columns = vec![Column {
            head: "month".to_string(),
            cells,
            unit: Unit::Plain,
        }];
        let mut add = |head: String, values: &[f32]| {
            let cells = rows.clone().map(|month| {
                values
                    .get(month)
                    .map_or(Cell::Nothing, |v| Cell::Number(*v))
            });
            columns.push(Column {
                head,
                cells: cells.collect(),
                unit: self.unit,
            });
        };
        for fan in &self.fans {
            let whose = if fan.label.is_empty() {
                String::new()
            } else {
                format!("{} ", fan.label)
            };
            let quantiles = [
                (5, fan.p05),
                (25, fan.p25),
                (50, fan.p50),
                (75, fan.p75),
                (95, fan.p95),
            ];
            for (percent, values) in quantiles {
                let head = if percent == 50 {
                    format!("{whose}median")
                } else {
                    format!("{whose}{percent} % quantile")
                };
                add(head, values);
            }
        }
        for series in &self.series {
            add(series.label.to_string(), series.values);
        }
        Grid {
            caption: self.title.to_string(),
            columns,
        }
    }
}

impl RaceMap<'_> {
    /// The companies as an HTML `<table>`: a row a company.
    pub fn table(&self) -> String {
        self.grid().html()
    }

    /// The companies as CSV (RFC 4180): one header line with units, then a row a company.
    pub fn csv(&self) -> String {
        self.grid().csv()
    }

    fn grid(&self) -> Grid {
        let words = |head: &str, cell: &dyn Fn(&super::Racer<'_>) -> String| Column {
            head: head.to_string(),
            cells: self
                .companies
                .iter()
                .map(|racer| Cell::Words(cell(racer)))
                .collect(),
            unit: Unit::Plain,
        };
        let numbers = |head: &str, unit: Unit, cell: &dyn Fn(&super::Racer<'_>) -> f32| Column {
            head: head.to_string(),
            cells: self
                .companies
                .iter()
                .map(|racer| Cell::Number(cell(racer)))
                .collect(),
            unit,
        };
        let columns = vec![
            words("company", &|racer| racer.name.to_string()),
            numbers(
                "longest task done half the time",
                Unit::Log2Minutes,
                &|racer| racer.horizon,
            ),
            numbers("share of developers", Unit::Share, &|racer| racer.share),
            numbers("valuation", Unit::UsdBillions, &|racer| racer.valuation),
            words("openness", &|racer| racer.openness.name().to_string()),
        ];
        let title = if self.title.is_empty() {
            "The race"
        } else {
            self.title
        };
        let caption = if self.date.is_empty() {
            title.to_string()
        } else {
            format!("{title}, {}", self.date)
        };
        Grid { caption, columns }
    }
}

impl Grid {
    fn rows(&self) -> usize {
        self.columns
            .iter()
            .map(|column| column.cells.len())
            .max()
            .unwrap_or(0)
    }

    fn html(&self) -> String {
        let mut out = format!(
            "<table class=\"chart-table\">\n<caption>{}</caption>\n<thead><tr>",
            escape(&self.caption)
        );
        for column in &self.columns {
            out.push_str(&format!("<th scope=\"col\">{}</th>", escape(&column.head)));
        }
        out.push_str("</tr></thead>\n<tbody>\n");
        for row in 0..self.rows() {
            out.push_str("<tr>");
            for (i, column) in self.columns.iter().enumerate() {
                out.push_str(&html_cell(column, row, i == 0));
            }
            out.push_str("</tr>\n");
        }
        out.push_str("</tbody>\n</table>\n");
        out
    }

    fn csv(&self) -> String {
        let head = |column: &Column| match column.cells.first() {
            Some(Cell::Words(_)) => csv_words(&column.head),
            _ => csv_words(&format!("{} ({})", column.head, column.unit.name())),
        };
        let mut lines = vec![self.columns.iter().map(head).collect::<Vec<_>>().join(",")];
        for row in 0..self.rows() {
            let cells = self
                .columns
                .iter()
                .map(|column| csv_cell(column.cells.get(row)));
            lines.push(cells.collect::<Vec<_>>().join(","));
        }
        lines.push(String::new());
        lines.join("\r\n")
    }
}

fn html_cell(column: &Column, row: usize, names_row: bool) -> String {
    match column.cells.get(row) {
        Some(Cell::Words(words)) if names_row => {
            format!("<th scope=\"row\">{}</th>", escape(words))
        }
        Some(Cell::Words(words)) => format!("<td>{}</td>", escape(words)),
        Some(Cell::Number(value)) => format!(
            "<td class=\"number\">{}</td>",
            escape(&column.unit.format(*value))
        ),
        Some(Cell::Nothing) | None => "<td></td>".to_string(),
    }
}

fn csv_cell(cell: Option<&Cell>) -> String {
    match cell {
        Some(Cell::Words(words)) => csv_words(words),
        // The shortest text that reads back as the same number.
        Some(Cell::Number(value)) if value.is_finite() => format!("{value}"),
        _ => String::new(),
    }
}

/// A field of words, quoted where RFC 4180 asks for it.
///
/// A leading `=`, `+`, `-` or `@` would make a spreadsheet run the rest as a formula: an apostrophe keeps it words.
fn csv_words(words: &str) -> String {
    let words = match words.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r') => format!("'{words}"),
        _ => words.to_string(),
    };
    if words.contains([',', '"', '\r', '\n']) {
        format!("\"{}\"", words.replace('"', "\"\""))
    } else {
        words
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Fan, Openness, Racer, Series};
    use super::*;

    #[test]
    fn csv_has_a_header_with_units_and_a_row_a_month() {
        let series = vec![Series {
            label: "Meta, \"M\"",
            values: &[0.25, f32::NAN, 0.5],
            ..Series::default()
        }];
        let chart = LineChart {
            unit: Unit::Share,
            months: 3,
            series,
            ..LineChart::default()
        };
        let expected = "month,\"Meta, \"\"M\"\" (share 0–1)\"\r\n2026-07,0.25\r\n2026-08,\r\n2026-09,0.5\r\n2026-10,\r\n";
        assert_eq!(chart.csv(), expected);
    }

    #[test]
    fn a_fan_has_five_columns() {
        let one = [1.0, 2.0];
        let fan = Fan {
            p05: &one,
            p25: &one,
            p50: &one,
            p75: &one,
            p95: &one,
            ..Fan::default()
        };
        let chart = LineChart {
            months: 1,
            fans: vec![fan],
            ..LineChart::default()
        };
        assert!(
            chart
                .csv()
                .starts_with("month,5 % quantile (number),25 % quantile (number),median (number),")
        );
        assert_eq!(chart.table().matches("<th scope=\"col\">").count(), 6);
    }

    #[test]
    fn the_race_is_a_table_too() {
        let racer = Racer {
            name: "=<b>Meta</b>",
            horizon: 9.9,
            share: 0.2,
            valuation: 1500.0,
            openness: Openness::OpenWeights,
            ..Racer::default()
        };
        let map = RaceMap {
            companies: vec![racer],
            date: "Mar 2028",
            ..RaceMap::default()
        };
        assert!(
            map.table()
                .contains("<th scope=\"row\">=&lt;b&gt;Meta&lt;/b&gt;</th>")
        );
        let csv = map.csv();
        assert!(
            csv.contains("valuation (billion USD)")
                && csv.contains("'=<b>Meta</b>,9.9,0.2,1500,open weights"),
            "{csv}"
        );
    }
}
