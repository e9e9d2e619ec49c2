//! A table for people: columns aligned, two spaces apart.

use std::io::{self, Write};

/// Which edge of a column is straight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    Left,
    Right,
}

/// Rows of cells under heads.
pub(super) struct Sheet {
    edges: Vec<Edge>,
    rows: Vec<Vec<String>>,
}

impl Sheet {
    /// A sheet with these columns.
    pub fn new<S: Into<String>>(columns: impl IntoIterator<Item = (S, Edge)>) -> Sheet {
        let (heads, edges) = columns.into_iter().map(|(h, e)| (h.into(), e)).unzip();
        Sheet {
            edges,
            rows: vec![heads],
        }
    }

    /// Adds a row; missing cells at its end stay empty.
    pub fn row<S: Into<String>>(&mut self, cells: impl IntoIterator<Item = S>) {
        self.rows.push(cells.into_iter().map(Into::into).collect());
    }

    /// Writes the heads and all rows.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let mut widths = vec![0; self.edges.len()];
        for row in &self.rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = cell.chars().count().max(*width);
            }
        }
        for row in &self.rows {
            let mut line = String::new();
            for ((cell, width), edge) in row.iter().zip(&widths).zip(&self.edges) {
                let padding = " ".repeat(width - cell.chars().count());
                let (before, behind) = match edge {
                    Edge::Left => ("", padding.as_str()),
                    Edge::Right => (padding.as_str(), ""),
                };
                line.push_str(&format!("{before}{cell}{behind}  "));
            }
            writeln!(out, "{}", line.trim_end())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_straight() {
        let mut sheet = Sheet::new([("name", Edge::Left), ("n", Edge::Right)]);
        sheet.row(["Zoë", "1"]);
        sheet.row(["a", "1000"]);
        let mut text = vec![];
        sheet.write(&mut text).unwrap();
        let lines = "name     n\nZoë      1\na     1000\n";
        assert_eq!(String::from_utf8(text).unwrap(), lines);
    }
}
