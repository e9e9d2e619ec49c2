//! `backcast`: observed series beside what the model gives for them.

use super::Outcome;
use super::facts::number;
use super::output::{self, Form, FormArgs, csv_line, paragraph};
use super::sheet::{Edge, Sheet};
use crate::link::MODEL_VERSION;
use crate::study::backcast::{self, Backcast};
use serde::Serialize;
use std::io::{self, Write};

/// Paragraphs are this many characters wide.
const WIDTH: usize = 96;

#[derive(clap::Args)]
pub(super) struct BackcastArgs {
    #[command(flatten)]
    form: FormArgs,
}

/// A back-cast as programs read it.
#[derive(Serialize)]
struct Shown<'a> {
    id: &'static str,
    series: &'static str,
    period: &'a str,
    model: &'a str,
    unit: &'static str,
    /// Root mean square, in the unit, over the points that are not given.
    error: f64,
    verdict: &'static str,
    points: Vec<ShownPoint<'a>>,
}

#[derive(Serialize)]
struct ShownPoint<'a> {
    date: &'a str,
    observed: f64,
    modelled: f64,
    /// Where the model starts, not what it gives.
    given: bool,
}

#[derive(Serialize)]
struct Backcasts<'a> {
    model: u32,
    backcasts: Vec<Shown<'a>>,
}

/// Prints every back-cast.
pub(super) fn run(args: &BackcastArgs, out: &mut dyn Write) -> Outcome {
    let all = backcast::all();
    match args.form.form() {
        Form::Json => {
            let (model, backcasts) = (MODEL_VERSION, all.iter().map(shown).collect());
            output::json(out, &Backcasts { model, backcasts })
        }
        Form::Csv => Ok(csv(&all, out)?),
        Form::Text => Ok(text(&all, out)?),
    }
}

fn shown(b: &Backcast) -> Shown<'_> {
    let points = b.points.iter().enumerate();
    Shown {
        id: b.id,
        series: b.series,
        period: &b.period,
        model: &b.model_words,
        unit: b.unit,
        error: b.error,
        verdict: b.verdict,
        points: points
            .map(|(k, p)| ShownPoint {
                date: &p.date,
                observed: p.observed,
                modelled: p.modelled,
                given: k < b.given,
            })
            .collect(),
    }
}

fn csv(all: &[Backcast], out: &mut dyn Write) -> io::Result<()> {
    let heads = [
        "id", "date", "observed", "modelled", "given", "unit", "error",
    ];
    csv_line(out, heads)?;
    for b in all {
        let error = b.error.to_string();
        for (k, p) in b.points.iter().enumerate() {
            let (observed, modelled) = (p.observed.to_string(), p.modelled.to_string());
            let given = if k < b.given { "1" } else { "0" };
            csv_line(
                out,
                [b.id, &p.date, &observed, &modelled, given, b.unit, &error],
            )?;
        }
    }
    Ok(())
}

fn text(all: &[Backcast], out: &mut dyn Write) -> io::Result<()> {
    for b in all {
        writeln!(out, "{}  {}, {}", b.id, b.series, b.period)?;
        paragraph(out, 4, WIDTH, &b.model_words)?;
        let heads = [
            ("", Edge::Left),
            ("observed", Edge::Right),
            ("model", Edge::Right),
        ];
        let mut sheet = Sheet::new(heads);
        for (k, p) in b.points.iter().enumerate() {
            let modelled = if k < b.given {
                "given".to_string()
            } else {
                number(p.modelled)
            };
            sheet.row([format!("    {}", p.date), number(p.observed), modelled]);
        }
        sheet.write(out)?;
        writeln!(out, "    error {} {}", number(b.error), b.unit)?;
        paragraph(out, 4, WIDTH, b.verdict)?;
        writeln!(out)?;
    }
    Ok(())
}
