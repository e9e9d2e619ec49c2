//! Evidence: the sub-models against known values, the coupled model against stylised facts and observed series.

use super::html::{body_row, cited, code, escape, framed, grade, list, paragraph};
use super::{Section, balance, pictures, works};
use crate::study::backcast::Backcast;
use crate::study::facts::{Fact, Finding, STANDARD_ERRORS, Seen};
use crate::study::history::history;
use crate::theory::cases::{Case, Grade, Tolerance};

/// The part of the page these sections stand in.
pub(super) const PART: &str = "The evidence";

/// What was computed for the page. What was not is said to be missing.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    pub cases: Option<Vec<Case>>,
    pub facts: Option<Vec<(Fact, Finding)>>,
    pub backcasts: Option<Vec<Backcast>>,
}

/// What is said of evidence that was not computed.
const NOT_RUN: &str = "<p>This was not computed for this page.</p>\n";

pub(super) fn sections(findings: &Findings) -> Vec<Section> {
    let cases = validation(findings.cases.as_deref());
    let facts = facts_table(findings.facts.as_deref());
    let backcasts = backcast_list(findings.backcasts.as_deref());
    vec![
        Section::new("validation", PART, "Validation", cases),
        Section::new("facts", PART, "Stylised facts", facts),
        Section::new("back-casts", PART, "Back-casts", backcasts),
        balance::section(),
        works::section(),
    ]
}

/// The validation cases, by source.
pub fn validation(cases: Option<&[Case]>) -> String {
    let mut html = paragraph(
        "The sectors call published sub-models, each in a file of its own. Every sub-model is held against values that were published, \
         values derived another way, and its own laws. The same cases run whenever the program is tested.",
    );
    let Some(cases) = cases else {
        return html + NOT_RUN;
    };
    let count = |published: bool| {
        cases
            .iter()
            .filter(|c| is_published(c) == published)
            .count()
    };
    let passed = cases.iter().filter(|c| c.passes()).count();
    html += &format!(
        "<p class=\"tally\"><b>{passed} of {} cases pass</b>: {} published values, {} derived ones.</p>\n",
        cases.len(),
        count(true),
        count(false)
    );
    html += &list(&[
        "Closed forms must agree to a relative 10⁻⁹, roots and eigenvalues to 10⁻⁶.",
        "Simulations must lie within four standard errors, with a fixed seed.",
        "Where a source gives few digits, the tolerance is stated.",
    ]);
    let mut sources: Vec<&str> = vec![];
    for case in cases {
        if !sources.contains(&case.source) {
            sources.push(case.source);
        }
    }
    for source in sources {
        html += &by_source(source, cases);
    }
    html
}

/// Whether the expected value was seen or quoted, not derived.
fn is_published(case: &Case) -> bool {
    matches!(case.grade, Grade::V | Grade::M)
}

fn by_source(source: &str, cases: &[Case]) -> String {
    let heads = [
        "Case",
        "Known",
        "Known value",
        "Ours",
        "May differ by",
        "Verdict",
    ];
    let of: Vec<&Case> = cases.iter().filter(|c| c.source == source).collect();
    let passed = of.iter().filter(|c| c.passes()).count();
    let rows = of.iter().map(|case| body_row("", &heads, &cells(case)));
    let table = framed(source, "cases", &heads, rows);
    let open = if passed < of.len() { " open" } else { "" };
    format!(
        "<details class=\"cases\"{open}><summary>{} <span class=\"count\">{passed} of {}</span></summary>\n<p class=\"source\">{}{}</p>\n{table}</details>\n",
        escape(source),
        of.len(),
        grades(&of),
        cited(source)
    )
}

/// How well the known values of some cases are founded, as letters.
fn grades(cases: &[&Case]) -> String {
    [Grade::V, Grade::M, Grade::D, Grade::J]
        .into_iter()
        .filter(|of| cases.iter().any(|c| c.grade == *of))
        .map(|of| grade(of) + " ")
        .collect()
}

fn cells(case: &Case) -> [String; 6] {
    let name = match case.note {
        "" => escape(&case.name),
        note => format!("{}<p>{}</p>", escape(&case.name), escape(note)),
    };
    let tolerance = match case.tolerance {
        Tolerance::Det => "10⁻⁹ relative".to_string(),
        Tolerance::Num => "10⁻⁶ relative".to_string(),
        Tolerance::Mc { standard_error } => format!("4 × {}", digits(standard_error, 2)),
        Tolerance::Abs(0.0) => "nothing".to_string(),
        Tolerance::Abs(bound) => digits(bound, 2),
        Tolerance::Rel(bound) => format!("{} relative", digits(bound, 2)),
    };
    let pass = verdict(case.passes(), "pass", "FAIL");
    let known = if is_published(case) {
        "published"
    } else {
        "derived"
    };
    [
        name,
        known.to_string(),
        digits(case.expected, 7),
        digits(case.ours, 7),
        tolerance,
        pass,
    ]
}

/// A number with so many significant digits.
fn digits(value: f64, count: usize) -> String {
    if value == 0.0 || !value.is_finite() {
        return if value == 0.0 {
            "0".to_string()
        } else {
            "not a number".to_string()
        };
    }
    let scientific = format!("{value:.*e}", count - 1);
    let (mantissa, power) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let power: i32 = power.parse().unwrap_or(0);
    let text = match power {
        -4..=6 => {
            let decimals = (count as i32 - 1 - power).max(0) as usize;
            let fixed = format!("{value:.decimals$}");
            if fixed.contains('.') {
                fixed
                    .trim_end_matches('0')
                    .trim_end_matches('.')
                    .to_string()
            } else {
                fixed
            }
        }
        _ => format!(
            "{}×10<sup>{power}</sup>",
            mantissa.trim_end_matches('0').trim_end_matches('.')
        ),
    };
    text.replace('-', "−")
}

/// The stylised facts with what was found, one a row.
pub fn facts_table(facts: Option<&[(Fact, Finding)]>) -> String {
    let html = paragraph(
        "What the literature and the model’s own logic say must show, each as a paired experiment: its arms run the same futures with the \
         same luck and differ in a few words.",
    );
    let Some(facts) = facts else {
        return html + NOT_RUN;
    };
    let heads = [
        "What should be so",
        "Measured",
        "Expected",
        "Found",
        "Verdict",
    ];
    let rows = facts
        .iter()
        .map(|(fact, finding)| body_row("", &heads, &found(fact, finding)));
    let holding = facts.iter().filter(|(_, finding)| finding.passes).count();
    let futures = facts
        .iter()
        .map(|(_, finding)| finding.futures)
        .max()
        .unwrap_or(0);
    let tally = format!(
        "<p class=\"tally\"><b>{holding} of {} facts hold</b> in {futures} futures: a sign or a bound counts if it is clear by more than {STANDARD_ERRORS} \
         standard errors. Errors are one standard error. In the pictures each \
         step of a comparison is a dot with its 95 % interval, over the side where it should lie; the figure is of the step nearest to failing.</p>\n",
        facts.len()
    );
    html + &tally + &framed("Stylised facts", "facts", &heads, rows)
}

fn found(fact: &Fact, finding: &Finding) -> [String; 5] {
    let arm = |arm: &Seen| format!("{} {}", escape(arm.label), digits(arm.mean, 3));
    let arms: Vec<String> = finding.arms.iter().map(arm).collect();
    let beside = |text: String, below: String| format!("{text}<p class=\"source\">{below}</p>");
    [
        beside(escape(fact.claim), cited(fact.source)),
        beside(escape(&fact.reading.to_string()), arms.join("; ")),
        escape(&fact.expected.to_string()),
        format!(
            "{}\u{a0}± {}{}",
            digits(finding.mean, 3),
            digits(finding.error, 2),
            pictures::fact(fact, finding)
        ),
        verdict(finding.passes, "holds", "does not hold"),
    ]
}

fn verdict(good: bool, well: &str, badly: &str) -> String {
    let (class, word) = if good {
        ("pass", well)
    } else {
        ("fail", badly)
    };
    format!("<span class=\"{class}\">{word}</span>")
}

/// The back-casts, one after the other.
pub fn backcast_list(backcasts: Option<&[Backcast]>) -> String {
    let html = paragraph(
        "What the model gives for periods that have been observed, how far off it is, and why. Only the parameter that is named was fitted; misses are shown like hits.",
    );
    let Some(backcasts) = backcasts else {
        return html + NOT_RUN;
    };
    let sources = format!("<h3>What was observed</h3>\n{}", observations());
    html + &backcasts.iter().map(backcast).collect::<String>() + &sources
}

fn backcast(cast: &Backcast) -> String {
    let heads = ["When", "Observed", "Model", "Off by"];
    let rows = cast.points.iter().enumerate().map(|(k, point)| {
        let off = match k < cast.given {
            true => "given".to_string(),
            false => digits(point.modelled - point.observed, 3),
        };
        let cells = [
            escape(&point.date),
            digits(point.observed, 4),
            digits(point.modelled, 4),
            off,
        ];
        body_row("", &heads, &cells)
    });
    format!(
        "<h3>{}</h3>\n<p>{}. <a href=\"#observed-{}\">What was observed</a>.</p>\n<p>{} <b>Off by {} {}</b> (root mean square).</p>\n\
         <div class=\"cast\" id=\"backcast-{}\">{}{}</div>\n",
        escape(cast.series),
        escape(&cast.model_words),
        cast.observed,
        escape(cast.verdict),
        digits(cast.error, 2),
        escape(cast.unit),
        cast.id,
        pictures::backcast(cast),
        framed(cast.series, "backcast", &heads, rows)
    )
}

/// Every observed number with its source.
fn observations() -> String {
    let heads = ["Series", "Date", "Value", "Source"];
    let mut before = "";
    let rows = history().into_iter().map(|o| {
        // The first row of a series is where links to it lead.
        let anchor = match o.series != before {
            true => format!(" id=\"observed-{}\"", o.series),
            false => String::new(),
        };
        before = o.series;
        let value = format!(
            "{} <span class=\"unit\">{}</span>",
            digits(o.value, 6),
            escape(o.unit)
        );
        let source = format!("{} {}", grade(o.grade), cited(o.source));
        let cells = [code(o.series), escape(o.date), value, source];
        body_row(&anchor, &heads, &cells)
    });
    framed("Observed series", "observed", &heads, rows)
}
