//! Evidence: the sub-models against known values, the coupled model against stylised facts and observed series.

use super::Section;
use super::html::{body_row, escape, framed, list, paragraph};
use crate::theory::cases::{Case, Grade, Tolerance};

/// The part of the page these sections stand in.
const PART: &str = "The evidence";

/// A statement that the literature makes about races like this one, and what the model does.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// What should be so.
    pub statement: String,
    /// Who found it.
    pub source: String,
    /// What was measured in the model, with its error, in words.
    pub measured: String,
    pub holds: bool,
}

/// One observed series and the model's back-cast of it.
#[derive(Clone, Debug, PartialEq)]
pub struct BackCast {
    pub name: String,
    pub source: String,
    /// The chart as SVG text; may be empty.
    pub chart: String,
    /// How far the model is off, in words.
    pub error: String,
    pub within: bool,
}

/// What was computed for the page. What is `None` is not shown as a table but announced.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    pub cases: Option<Vec<Case>>,
    pub facts: Option<Vec<Fact>>,
    pub back_casts: Option<Vec<BackCast>>,
}

impl Findings {
    /// Runs the validation cases; about half a second.
    pub fn computed() -> Findings {
        Findings {
            cases: Some(crate::theory::cases()),
            ..Findings::default()
        }
    }
}

pub(super) fn sections(findings: &Findings) -> Vec<Section> {
    let mut sections = vec![Section::new(
        "validation",
        PART,
        "Validation",
        validation(findings.cases.as_deref()),
    )];
    if let Some(facts) = &findings.facts {
        sections.push(Section::new(
            "facts",
            PART,
            "Stylised facts",
            facts_table(facts),
        ));
    }
    if let Some(back_casts) = &findings.back_casts {
        sections.push(Section::new(
            "back-casts",
            PART,
            "Back-casts",
            back_cast_list(back_casts),
        ));
    }
    sections
}

/// The validation cases, by source.
pub fn validation(cases: Option<&[Case]>) -> String {
    let mut html = paragraph(
        "The sectors call published sub-models, each in a file of its own. Every sub-model is held against values that were published, \
         values derived another way, and its own laws. The same cases run whenever the program is tested.",
    );
    let Some(cases) = cases else {
        return html + "<p>They were not run for this page.</p>\n";
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
    let heads = ["Case", "Known", "Known value", "Ours", "May differ by", ""];
    let of: Vec<&Case> = cases.iter().filter(|c| c.source == source).collect();
    let passed = of.iter().filter(|c| c.passes()).count();
    let rows = of.iter().map(|case| body_row("", &heads, &cells(case)));
    let table = framed(source, "cases", &heads, rows);
    let open = if passed < of.len() { " open" } else { "" };
    format!(
        "<details class=\"cases\"{open}><summary>{} <span class=\"count\">{passed} of {}</span></summary>\n{table}</details>\n",
        escape(source),
        of.len()
    )
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
    let pass = if case.passes() {
        "<span class=\"pass\">pass</span>"
    } else {
        "<span class=\"fail\">FAIL</span>"
    };
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
        pass.to_string(),
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

/// The stylised facts, one a row.
pub fn facts_table(facts: &[Fact]) -> String {
    let heads = ["What should be so", "In the model", ""];
    let rows = facts.iter().map(|fact| {
        let verdict = if fact.holds {
            "<span class=\"pass\">holds</span>"
        } else {
            "<span class=\"fail\">does not hold</span>"
        };
        let statement = format!("{}<p>{}</p>", escape(&fact.statement), escape(&fact.source));
        body_row(
            "",
            &heads,
            &[statement, escape(&fact.measured), verdict.to_string()],
        )
    });
    let holding = facts.iter().filter(|f| f.holds).count();
    format!(
        "<p>What the literature says about races like this one, and what the coupled model does. <b>{holding} of {} hold.</b></p>\n{}",
        facts.len(),
        framed("Stylised facts", "facts", &heads, rows)
    )
}

/// The back-casts, one after the other.
pub fn back_cast_list(back_casts: &[BackCast]) -> String {
    let mut html =
        paragraph("Parts of the model run over the past, against series that were observed.");
    for cast in back_casts {
        let verdict = if cast.within {
            "<span class=\"pass\">within its bound</span>"
        } else {
            "<span class=\"fail\">outside its bound</span>"
        };
        html += &format!(
            "<figure><figcaption><b>{}</b> {verdict}<p>{}</p><p class=\"source\">{}</p></figcaption>{}</figure>\n",
            escape(&cast.name),
            escape(&cast.error),
            escape(&cast.source),
            cast.chart
        );
    }
    html
}
