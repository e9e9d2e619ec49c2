//! How the page writes moments and the values of sliders.

use after_the_leak::chart::Calendar;
use after_the_leak::sim::table::Row;

const MONTH_NAMES: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const NUMBERS: [&str; 11] = [
    "No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten",
];

/// The month of a run as a date in full: "September 2027".
pub fn date(month: u32) -> String {
    let start = Calendar::default();
    let absolute = u32::from(start.month) - 1 + month;
    let year = u32::from(start.year) + absolute / 12;
    format!("{} {year}", MONTH_NAMES[(absolute % 12) as usize])
}

/// The month of a run by number and date: "Month 14 · September 2027".
pub fn moment(month: u32) -> String {
    format!("Month {month} · {}", date(month))
}

/// A small number in words, capitalised; figures from eleven on.
pub fn number_word(n: u32) -> String {
    match NUMBERS.get(n as usize) {
        Some(word) => word.to_string(),
        None => n.to_string(),
    }
}

/// A whole number with a comma between thousands: "20,000".
pub fn whole(n: usize) -> String {
    match n {
        0..1000 => n.to_string(),
        _ => format!("{},{:03}", whole(n / 1000), n % 1000),
    }
}

/// A value as its number box shows it.
pub fn figure(value: f64) -> String {
    // Six digits after the point are more than any slider has; minus zero is zero.
    let rounded = (value * 1e6).round() / 1e6 + 0.0;
    rounded.to_string()
}

/// The unit, where there is one.
pub fn unit(row: &Row) -> &'static str {
    if row.unit == "–" { "" } else { row.unit }
}

/// A value with its unit, as it is spoken and written in lists.
pub fn value(row: &Row, value: f64) -> String {
    if let Some(choice) = row.choices.get(value as usize) {
        return choice.replace('-', " ");
    }
    format!("{} {}", figure(value), unit(row))
        .trim_end()
        .to_string()
}

/// A typed text as the words of a scenario expect it: decimal commas, spaces and typographic minus signs are forgiven.
pub fn typed(text: &str) -> String {
    let mut text = text
        .trim()
        .replace('−', "-")
        .replace(['\u{a0}', '\u{202f}', ' '], "");
    if text.matches(',').count() == 1 && !text.contains('.') {
        text = text.replace(',', ".");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_have_names() {
        assert_eq!(moment(0), "Month 0 · July 2026");
        assert_eq!(moment(14), "Month 14 · September 2027");
        assert_eq!(number_word(5), "Five");
    }

    #[test]
    fn typed_numbers_are_forgiven() {
        assert_eq!(typed(" 0,5 "), "0.5");
        assert_eq!(typed("−3"), "-3");
        assert_eq!(typed("1 000"), "1000");
        assert_eq!(typed("1,000.5"), "1,000.5");
    }

    #[test]
    fn figures_are_short() {
        assert_eq!(figure(0.1 + 0.2), "0.3");
        assert_eq!(figure(-0.0), "0");
    }
}
