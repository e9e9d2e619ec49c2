//! `validate`: every published sub-model against known values, and how near it comes.

use super::output::{self, Form, FormArgs, csv_line};
use super::sheet::{Edge, Sheet};
use super::{Failure, Outcome};
use crate::link::MODEL_VERSION;
use crate::theory::{Case, Grade, Tolerance, cases};
use serde::Serialize;
use std::io::{self, Write};

#[derive(clap::Args)]
pub(super) struct ValidateArgs {
    /// Only cases whose name or source contains all of these
    #[arg(value_name = "WORD")]
    words: Vec<String>,
    #[command(flatten)]
    form: FormArgs,
}

/// A case as programs read it.
#[derive(Serialize)]
struct Shown {
    name: String,
    source: &'static str,
    grade: &'static str,
    published: f64,
    ours: f64,
    /// How they may differ, in words, and by how much.
    tolerance: String,
    bound: f64,
    passes: bool,
    #[serde(skip_serializing_if = "str::is_empty")]
    note: &'static str,
}

#[derive(Serialize)]
struct Validation {
    model: u32,
    passed: usize,
    cases: Vec<Shown>,
}

/// Prints the cases; fails if one misses.
pub(super) fn run(args: &ValidateArgs, out: &mut dyn Write) -> Outcome {
    let words: Vec<String> = args.words.iter().map(|w| w.to_lowercase()).collect();
    let about = |case: &Case| {
        let text = format!("{} {}", case.name, case.source).to_lowercase();
        words.iter().all(|w| text.contains(w))
    };
    let cases: Vec<Shown> = cases().into_iter().filter(about).map(shown).collect();
    let passed = cases.iter().filter(|c| c.passes).count();
    let missed = cases.len() - passed;
    let results = Validation {
        model: MODEL_VERSION,
        passed,
        cases,
    };
    match args.form.form() {
        Form::Json => output::json(out, &results)?,
        Form::Csv => csv(&results, out)?,
        Form::Text => text(&results, out)?,
    }
    if missed == 0 {
        return Ok(());
    }
    out.flush()?;
    let total = results.cases.len();
    Err(Failure::Other(format!("{missed} of {total} cases miss.")))
}

fn shown(case: Case) -> Shown {
    Shown {
        grade: match case.grade {
            Grade::V => "verified",
            Grade::M => "literature",
            Grade::D => "derived",
            Grade::J => "judgement",
        },
        published: case.expected,
        ours: case.ours,
        tolerance: match case.tolerance {
            Tolerance::Det => "relative 1e-9".to_string(),
            Tolerance::Num => "relative 1e-6".to_string(),
            Tolerance::Mc { .. } => "4 standard errors".to_string(),
            Tolerance::Abs(bound) => format!("absolute {bound}"),
            Tolerance::Rel(bound) => format!("relative {bound}"),
        },
        bound: case.tolerance.bound(case.expected),
        passes: case.passes(),
        note: case.note,
        name: case.name,
        source: case.source,
    }
}

fn csv(results: &Validation, out: &mut dyn Write) -> io::Result<()> {
    let heads = [
        "name",
        "source",
        "grade",
        "published",
        "ours",
        "tolerance",
        "bound",
        "passes",
        "note",
    ];
    csv_line(out, heads)?;
    for c in &results.cases {
        let [published, ours, bound] = [c.published, c.ours, c.bound].map(|v| v.to_string());
        let passes = if c.passes { "1" } else { "0" };
        let before = [c.name.as_str(), c.source, c.grade, &published, &ours];
        let behind = [c.tolerance.as_str(), &bound, passes, c.note];
        csv_line(out, before.into_iter().chain(behind))?;
    }
    Ok(())
}

/// Cases under their sources.
fn text(results: &Validation, out: &mut dyn Write) -> io::Result<()> {
    for group in results.cases.chunk_by(|a, b| a.source == b.source) {
        writeln!(out, "{}", group[0].source)?;
        let heads = [
            ("", Edge::Left),
            ("", Edge::Left),
            ("published", Edge::Right),
            ("ours", Edge::Right),
            ("tolerance", Edge::Left),
            ("grade", Edge::Left),
        ];
        let mut sheet = Sheet::new(heads);
        for c in group {
            let verdict = if c.passes { "  ok" } else { "  MISS" };
            let (published, ours) = (digits(c.published), digits(c.ours));
            sheet.row([verdict, &c.name, &published, &ours, &c.tolerance, c.grade]);
        }
        sheet.write(out)?;
        writeln!(out)?;
    }
    let (passed, total) = (results.passed, results.cases.len());
    writeln!(out, "{passed} of {total} cases are within their tolerance.")
}

/// As many digits as tell values apart that a tolerance tells apart.
fn digits(value: f64) -> String {
    const SMALL: f64 = 1e-4;
    const LARGE: f64 = 1e9;
    match value.abs() {
        size if size == 0.0 || (SMALL..LARGE).contains(&size) => {
            let text = format!("{value:.9}");
            text.trim_end_matches('0').trim_end_matches('.').to_string()
        }
        _ => format!("{value:.9e}"),
    }
}
