//! Numbers as figures with words: few digits, true minus signs, no line break before the unit.

pub(super) const HOUR: f64 = 60.0;
pub(super) const DAY: f64 = 8.0 * HOUR;
pub(super) const WEEK: f64 = 5.0 * DAY;
pub(super) const YEAR: f64 = 2000.0 * HOUR;
pub(super) const MONTH: f64 = YEAR / 12.0;
pub(super) const SECOND: f64 = 1.0 / 60.0;
/// Hours are told up to three working days: "16 h" is clearer than "2 days", which could mean 48 hours.
const LAST_IN_HOURS: f64 = 3.0 * DAY;

/// A space at which no line breaks, between a number and its unit.
pub(super) const SPACE: char = '\u{a0}';

pub(super) fn share(value: f64) -> String {
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

pub(super) fn money(usd: f64) -> String {
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

pub(super) fn duration(minutes: f64) -> String {
    // What is rounded up to a unit is one of it: never "0.97 years".
    let whole = |value: f64| value.max(1.0);
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
            return format!("{}{SPACE}{word}", plain(whole(minutes / worth)));
        }
    }
    let ladder = [
        (DAY, WEEK, "working day"),
        (WEEK, MONTH, "week"),
        (MONTH, YEAR, "month"),
    ];
    for (worth, below, word) in ladder {
        if rounded(minutes / worth) < below / worth {
            return counted(whole(minutes / worth), word);
        }
    }
    counted(whole(minutes / YEAR), "year")
}

pub(super) fn count(value: f64) -> String {
    let size = value.abs();
    match () {
        _ if size >= 0.9995e9 => format!("{}{SPACE}bn", plain(value / 1e9)),
        _ if size >= 0.9995e6 => format!("{}{SPACE}m", plain(value / 1e6)),
        _ => plain(value),
    }
}

/// A number and a noun that agree: "1 month", "2.5 months".
pub(super) fn counted(value: f64, noun: &str) -> String {
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
pub(super) fn plain(value: f64) -> String {
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
pub(super) fn decimals(step: f64) -> usize {
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
pub(super) fn fixed(value: f64, decimals: usize) -> String {
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
