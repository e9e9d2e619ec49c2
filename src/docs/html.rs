//! HTML as text: escaped words, tables that scroll within themselves, numbers as people write them.

pub(super) use super::works::cited;
pub(super) use crate::chart::escape;

use super::math::{self, Values};
use crate::sim::companies::FIGURES;
use crate::sim::params::PARAMS;
use crate::sim::table::{Grade, Row};

/// A table with heads; cells are HTML. `name` says what it is to those who cannot see it.
pub(super) fn table(
    name: &str,
    heads: &[&str],
    rows: impl IntoIterator<Item = Vec<String>>,
) -> String {
    let rows = rows.into_iter().map(|cells| body_row("", heads, &cells));
    framed(name, "", heads, rows)
}

/// The same of rows that are ready; `class` says how it is set.
pub(super) fn framed(
    name: &str,
    class: &str,
    heads: &[&str],
    rows: impl IntoIterator<Item = String>,
) -> String {
    let heads: Vec<String> = heads.iter().map(|h| escape(h)).collect();
    headed(name, class, &heads, rows)
}

/// The same with heads that are HTML.
pub(super) fn headed(
    name: &str,
    class: &str,
    heads: &[String],
    rows: impl IntoIterator<Item = String>,
) -> String {
    let head: String = heads
        .iter()
        .map(|h| format!("<th scope=\"col\">{h}</th>"))
        .collect();
    let body: String = rows.into_iter().collect();
    format!(
        "<div class=\"frame\" role=\"group\" tabindex=\"0\" aria-label=\"{}\"><table class=\"{class}\">\
         <thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>\n",
        escape(name)
    )
}

/// A row whose first cell names it. `attributes` go into its tag; each cell knows the head of its column.
pub(super) fn body_row(attributes: &str, heads: &[&str], cells: &[String]) -> String {
    let mut row = format!("<tr{attributes}>");
    for (k, (cell, head)) in cells.iter().zip(heads).enumerate() {
        let label = format!(" data-head=\"{}\"", escape(head));
        row += &match k {
            0 => format!("<th scope=\"row\"{label}>{cell}</th>"),
            _ => format!("<td{label}>{cell}</td>"),
        };
    }
    row + "</tr>\n"
}

/// A paragraph of escaped words.
pub(super) fn paragraph(words: &str) -> String {
    format!("<p>{}</p>\n", escape(words))
}

/// A list of escaped sentences.
pub(super) fn list(items: &[&str]) -> String {
    let items: String = items
        .iter()
        .map(|i| format!("<li>{}</li>\n", escape(i)))
        .collect();
    format!("<ul>\n{items}</ul>\n")
}

/// A name of the program.
pub(super) fn code(name: &str) -> String {
    format!("<code>{}</code>", escape(name))
}

/// How well something is founded: the letter, and the word for it.
pub(super) fn grade(grade: Grade) -> String {
    let word = grade.word();
    format!(
        "<span class=\"graded graded-{grade:?}\" title=\"{word}\">{grade:?} <span>{word}</span></span>"
    )
}

/// A number as people write it: a true minus, thousands apart, digits as the table has them.
pub(super) fn figure(value: f64) -> String {
    let text = value.abs().to_string();
    let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
    let mut spaced = String::new();
    for (k, digit) in whole.chars().enumerate() {
        if k > 0 && whole.len() > 4 && (whole.len() - k) % 3 == 0 {
            spaced.push(',');
        }
        spaced.push(digit);
    }
    let sign = if value < 0.0 { "−" } else { "" };
    format!("{sign}{spaced}{rest}")
}

/// Two numbers as a range.
pub(super) fn range(low: f64, high: f64) -> String {
    format!("{} … {}", figure(low), figure(high)).replace(' ', "\u{a0}")
}

/// A link to the row of a parameter, or of a company's figure written `company.key`; none for other words.
pub(super) fn row_link(key: &str) -> Option<String> {
    let (row, anchor) = match key.strip_prefix("company.") {
        Some(figure) => (find(FIGURES, figure)?, format!("figure-{figure}")),
        None => (find(PARAMS, key)?, format!("param-{key}")),
    };
    Some(format!("<a href=\"#{anchor}\">{}</a>", escape(row.label)))
}

pub(super) fn find(rows: &'static [Row], key: &str) -> Option<&'static Row> {
    rows.iter().find(|row| row.key == key)
}

/// Words in which names of constants show their values and names of parameters are links; symbols
/// stand between backticks.
pub(super) fn prose(words: &str, value: Values) -> String {
    let mut html = String::new();
    for (k, words) in words.split('`').enumerate() {
        match math::read(words) {
            Ok(symbol) if k % 2 == 1 => html += &symbol.inline(),
            _ => html += &plain(words, value),
        }
    }
    html
}

fn plain(words: &str, value: Values) -> String {
    let mut html = String::new();
    for part in words.split_inclusive(|c: char| !is_name(c)) {
        let name = part.trim_end_matches(|c: char| !is_name(c));
        html += &named(name, value);
        html += &escape(&part[name.len()..]);
    }
    html
}

fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

/// A name in its shown form, or the word itself.
fn named(name: &str, value: Values) -> String {
    let capitals = name.len() > 2 && name.chars().all(|c| !c.is_ascii_lowercase());
    match value(name).filter(|_| capitals) {
        Some(value) => format!("<span title=\"{name}\">{}</span>", escape(&value)),
        None if name.contains('_') => row_link(name).unwrap_or_else(|| escape(name)),
        None => escape(name),
    }
}
