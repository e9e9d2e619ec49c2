//! `facts`: every stylised fact as a paired experiment, and whether it holds.

use super::output::{self, Form, FormArgs, csv_line, paragraph};
use super::sheet::{Edge, Sheet};
use super::{Failure, Outcome};
use crate::link::{MODEL_VERSION, Problem, suggestion};
use crate::study::facts::{self, Fact, Finding};
use rayon::prelude::*;
use serde::Serialize;
use std::io::{self, Write};

/// Fewer futures than this say nothing about an error.
const FUTURES_MIN: i64 = 16;
const FUTURES_MAX: i64 = 100_000;
/// Paragraphs are this many characters wide, this far to the right.
const WIDTH: usize = 96;
const INDENT: usize = 4;

#[derive(clap::Args)]
pub(super) struct FactsArgs {
    /// Only these facts, by name
    #[arg(value_name = "FACT")]
    ids: Vec<String>,
    /// How many futures; rounded up to a multiple of eight
    #[arg(long, value_name = "N", default_value_t = facts::FUTURES as u32, value_parser = clap::value_parser!(u32).range(FUTURES_MIN..=FUTURES_MAX))]
    futures: u32,
    /// With sources, and the arms as words that can be run
    #[arg(long)]
    long: bool,
    /// How many threads; results do not depend on it
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    threads: usize,
    #[command(flatten)]
    form: FormArgs,
}

/// A fact as programs read it.
#[derive(Serialize)]
struct Shown {
    id: &'static str,
    claim: &'static str,
    source: &'static str,
    measured: String,
    expected: String,
    mean: f64,
    /// One standard error.
    error: f64,
    passes: bool,
    arms: Vec<ShownArm>,
}

#[derive(Serialize)]
struct ShownArm {
    label: &'static str,
    words: String,
    mean: f64,
    error: f64,
}

#[derive(Serialize)]
struct Facts {
    model: u32,
    futures: usize,
    passed: usize,
    facts: Vec<Shown>,
}

/// Measures the facts and prints them; fails if one does not hold.
pub(super) fn run(args: &FactsArgs, out: &mut dyn Write) -> Outcome {
    let experiments = chosen(&args.ids)?;
    let pool = rayon::ThreadPoolBuilder::new().num_threads(args.threads);
    let pool = pool
        .build()
        .map_err(|error| Failure::Other(format!("No threads could be started: {error}.")))?;
    let futures = args.futures as usize;
    let measured: Vec<Vec<Shown>> = pool.install(|| {
        let measure = |facts: &Vec<Fact>| {
            let findings = facts::measure(facts, futures);
            facts.iter().zip(findings).map(shown).collect()
        };
        experiments.par_iter().map(measure).collect()
    });
    let facts: Vec<Shown> = measured.into_iter().flatten().collect();
    let passed = facts.iter().filter(|f| f.passes).count();
    let missed = facts.len() - passed;
    let results = Facts {
        model: MODEL_VERSION,
        futures: futures.next_multiple_of(8),
        passed,
        facts,
    };
    match args.form.form() {
        Form::Json => output::json(out, &results)?,
        Form::Csv => csv(&results, out)?,
        Form::Text => text(&results, args.long, out)?,
    }
    if missed == 0 {
        return Ok(());
    }
    out.flush()?;
    let total = results.facts.len();
    Err(Failure::Other(format!(
        "{missed} of {total} facts do not hold."
    )))
}

/// The experiments that show the named facts, or all.
fn chosen(ids: &[String]) -> Result<Vec<Vec<Fact>>, Failure> {
    let all = facts::experiments();
    let known = || all.iter().flatten().map(|f| f.id);
    let unknown = ids.iter().filter(|id| !known().any(|k| k == id.as_str()));
    let problems: Vec<Problem> = unknown
        .map(|id| {
            Problem::new(format!(
                "There is no fact “{id}”.{}",
                suggestion(id, known())
            ))
        })
        .collect();
    if !problems.is_empty() {
        let hint = "`after-the-leak facts` lists all of them.";
        return Err(Failure::Input(problems, hint.to_string()));
    }
    let wanted = |f: &Fact| ids.is_empty() || ids.iter().any(|id| id == f.id);
    let kept = all
        .into_iter()
        .map(|facts| facts.into_iter().filter(wanted).collect::<Vec<_>>());
    Ok(kept.filter(|facts| !facts.is_empty()).collect())
}

fn shown((fact, finding): (&Fact, Finding)) -> Shown {
    let arms = fact.arms.iter().zip(finding.arms);
    Shown {
        id: fact.id,
        claim: fact.claim,
        source: fact.source,
        measured: fact.reading.to_string(),
        expected: fact.expected.to_string(),
        mean: finding.mean,
        error: finding.error,
        passes: finding.passes,
        arms: arms
            .map(|(arm, seen)| ShownArm {
                label: arm.label,
                words: arm.words.clone(),
                mean: seen.mean,
                error: seen.error,
            })
            .collect(),
    }
}

fn csv(results: &Facts, out: &mut dyn Write) -> io::Result<()> {
    let heads = [
        "id", "claim", "measured", "expected", "mean", "error", "passes", "futures", "source",
    ];
    csv_line(out, heads)?;
    let futures = results.futures.to_string();
    for f in &results.facts {
        let (mean, error) = (f.mean.to_string(), f.error.to_string());
        let passes = if f.passes { "1" } else { "0" };
        let before = [f.id, f.claim, &f.measured, &f.expected];
        let behind = [&mean, &error, passes, &futures, f.source];
        csv_line(out, before.into_iter().chain(behind))?;
    }
    Ok(())
}

fn text(results: &Facts, long: bool, out: &mut dyn Write) -> io::Result<()> {
    if long {
        results.facts.iter().try_for_each(|f| in_full(f, out))?;
    } else {
        let heads = [
            ("", Edge::Left),
            ("fact", Edge::Left),
            ("expected", Edge::Left),
            ("mean", Edge::Right),
            ("± error", Edge::Right),
            ("what is measured", Edge::Left),
        ];
        let mut sheet = Sheet::new(heads);
        for f in &results.facts {
            let (mean, error) = (number(f.mean), number(f.error));
            sheet.row([verdict(f), f.id, &f.expected, &mean, &error, &f.measured]);
        }
        sheet.write(out)?;
    }
    let (passed, total, futures) = (results.passed, results.facts.len(), results.futures);
    writeln!(
        out,
        "\n{passed} of {total} facts hold in {futures} futures: sign or bound by more than {} standard errors.",
        facts::STANDARD_ERRORS
    )
}

/// Everything about one fact.
fn in_full(f: &Shown, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}  {}", verdict(f), f.id)?;
    paragraph(out, INDENT, WIDTH, f.claim)?;
    let (mean, error) = (number(f.mean), number(f.error));
    let measured = format!("{}: {mean} ± {error}, expected {}", f.measured, f.expected);
    paragraph(out, INDENT, WIDTH, &measured)?;
    for arm in &f.arms {
        let (mean, error) = (number(arm.mean), number(arm.error));
        writeln!(out, "{:INDENT$}{}: {mean} ± {error}", "", arm.label)?;
        writeln!(out, "{:INDENT$}  {}", "", arm.words)?;
    }
    paragraph(out, INDENT, WIDTH, &format!("Source: {}", f.source))
}

fn verdict(f: &Shown) -> &'static str {
    if f.passes { "holds" } else { "FAILS" }
}

/// Three significant digits.
pub(super) fn number(value: f64) -> String {
    const DIGITS: i32 = 3;
    if value == 0.0 || !value.is_finite() {
        return value.to_string();
    }
    let magnitude = libm::floor(libm::log10(value.abs())) as i32;
    let decimals = (DIGITS - 1 - magnitude).clamp(0, 9) as usize;
    if magnitude < -6 {
        return format!("{value:.2e}");
    }
    format!("{value:.decimals$}")
}
