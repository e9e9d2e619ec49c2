//! `params`, `presets` and `metrics`: the tables of the model, for people and programs.

use super::output::{self, Form, FormArgs, csv_line, paragraph};
use super::sheet::{Edge, Sheet};
use super::{Failure, Outcome};
use crate::chart::Written;
use crate::link::{MODEL_VERSION, Problem};
use crate::sim::companies::{COMPANIES, FIGURES};
use crate::sim::metrics::{METRICS, Of};
use crate::sim::params::PARAMS;
use crate::sim::presets::PRESETS;
use crate::sim::scenario::written;
use crate::sim::table::Row;
use serde::Serialize;
use std::io::{self, Write};

/// Rows that are asked for by name are shown with everything that is known about them, if they are this few.
const FEW: usize = 5;
/// Paragraphs are this many characters wide.
const WIDTH: usize = 96;
/// And begin this far to the right.
const INDENT: usize = 4;

#[derive(clap::Args)]
pub(super) struct ParamsArgs {
    /// Only rows that contain all of these, in their name, label, group, explanation or source
    #[arg(value_name = "WORD")]
    words: Vec<String>,
    /// With explanations and sources, which otherwise come with five rows or fewer
    #[arg(long)]
    long: bool,
    #[command(flatten)]
    form: FormArgs,
}

#[derive(clap::Args)]
pub(super) struct PresetsArgs {
    #[command(flatten)]
    form: FormArgs,
}

#[derive(clap::Args)]
pub(super) struct MetricsArgs {
    #[command(flatten)]
    form: FormArgs,
}

/// A row as programs read it.
#[derive(Serialize)]
struct Param {
    key: String,
    group: &'static str,
    label: &'static str,
    help: &'static str,
    unit: &'static str,
    default: f64,
    min: f64,
    max: f64,
    likely_low: f64,
    likely_high: f64,
    grade: &'static str,
    source: &'static str,
    choices: &'static [&'static str],
    #[serde(skip)]
    row: &'static Row,
}

impl Param {
    fn new(row: &'static Row, key: String) -> Param {
        Param {
            key,
            group: row.group,
            label: row.label,
            help: row.help,
            unit: row.unit,
            default: row.default,
            min: row.min,
            max: row.max,
            likely_low: row.likely.0,
            likely_high: row.likely.1,
            grade: row.grade.word(),
            source: row.source,
            choices: row.choices,
            row,
        }
    }

    /// All rows: parameters, then the figures of companies.
    fn all() -> impl Iterator<Item = Param> {
        let params = PARAMS
            .iter()
            .map(|row| Param::new(row, row.key.to_string()));
        let figures = FIGURES
            .iter()
            .map(|row| Param::new(row, format!("<company>.{}", row.key)));
        params.chain(figures)
    }

    fn contains(&self, word: &str) -> bool {
        let texts = [
            &self.key,
            self.group,
            self.label,
            self.help,
            self.unit,
            self.grade,
            self.source,
        ];
        texts.iter().any(|t| t.to_lowercase().contains(word))
    }

    /// “0.1 … 2”, or the names of the choices.
    fn range(&self) -> String {
        if self.choices.is_empty() {
            return format!("{} … {}", self.min, self.max);
        }
        let names = (0..self.choices.len()).map(|k| written(self.row, k as f64));
        names.collect::<Vec<_>>().join(" | ")
    }
}

#[derive(Serialize)]
struct Params {
    model: u32,
    params: Vec<Param>,
}

/// Prints the numbers a user may change.
pub(super) fn params(args: &ParamsArgs, out: &mut dyn Write) -> Outcome {
    let words: Vec<String> = args.words.iter().map(|w| w.to_lowercase()).collect();
    let chosen = Param::all().filter(|p| words.iter().all(|w| p.contains(w)));
    let params: Vec<Param> = chosen.collect();
    if params.is_empty() {
        let problem = Problem::new(format!("No parameter contains “{}”.", args.words.join(" ")));
        let hint = "`after-the-leak params` lists all of them.";
        return Err(Failure::Input(vec![problem], hint.to_string()));
    }
    let model = MODEL_VERSION;
    match args.form.form() {
        Form::Json => output::json(out, &Params { model, params }),
        Form::Csv => Ok(params_csv(&params, out)?),
        Form::Text if args.long || params.len() <= FEW => Ok(params_long(&params, out)?),
        Form::Text => Ok(params_text(&params, out)?),
    }
}

fn params_csv(params: &[Param], out: &mut dyn Write) -> io::Result<()> {
    let heads = [
        "key",
        "group",
        "label",
        "unit",
        "default",
        "min",
        "max",
        "likely_low",
        "likely_high",
        "grade",
        "source",
        "choices",
        "help",
    ];
    csv_line(out, heads)?;
    for p in params {
        let numbers = [p.default, p.min, p.max, p.likely_low, p.likely_high].map(|n| n.to_string());
        let before = [&p.key, p.group, p.label, p.unit];
        let choices = p.choices.join("|");
        let behind = [p.grade, p.source, &choices, p.help];
        let numbers = numbers.iter().map(String::as_str);
        csv_line(out, before.into_iter().chain(numbers).chain(behind))?;
    }
    Ok(())
}

fn params_text(params: &[Param], out: &mut dyn Write) -> io::Result<()> {
    for (k, group) in params.chunk_by(|a, b| a.group == b.group).enumerate() {
        if k > 0 {
            writeln!(out)?;
        }
        use Edge::{Left, Right};
        let mut sheet = Sheet::new([
            (group[0].group, Left),
            ("default", Right),
            ("range", Left),
            ("likely", Left),
            ("unit", Left),
            ("grade", Left),
            ("", Left),
        ]);
        for p in group {
            let likely = match p.choices {
                [] => format!("{} … {}", p.likely_low, p.likely_high),
                _ => String::new(),
            };
            let default = written(p.row, p.default);
            sheet.row([
                &p.key,
                &default,
                &p.range(),
                &likely,
                p.unit,
                p.grade,
                p.label,
            ]);
        }
        sheet.write(out)?;
    }
    companies_note(params, out)
}

fn params_long(params: &[Param], out: &mut dyn Write) -> io::Result<()> {
    for p in params {
        writeln!(
            out,
            "{}={}  {} ({})",
            p.key,
            written(p.row, p.default),
            p.label,
            p.group
        )?;
        paragraph(out, INDENT, WIDTH, p.help)?;
        let likely = match p.choices {
            [] => format!(", likely {} … {}", p.likely_low, p.likely_high),
            _ => String::new(),
        };
        writeln!(out, "{:INDENT$}{}{likely}; {}", "", p.range(), p.unit)?;
        paragraph(out, INDENT, WIDTH, &format!("{}: {}", p.grade, p.source))?;
    }
    companies_note(params, out)
}

/// Says which companies there are if a figure of companies was shown.
fn companies_note(params: &[Param], out: &mut dyn Write) -> io::Result<()> {
    if !params.iter().any(|p| p.key.starts_with('<')) {
        return Ok(());
    }
    let ids: Vec<&str> = COMPANIES.iter().map(|c| c.id).collect();
    let note = format!(
        "<company> is one of {}. Each has figures of its own at the start; the defaults here are those of an ordinary company.",
        ids.join(", ")
    );
    writeln!(out)?;
    paragraph(out, 0, WIDTH, &note)
}

#[derive(Serialize)]
struct Preset {
    id: &'static str,
    name: &'static str,
    story: &'static str,
    words: &'static str,
    source: &'static str,
}

/// Prints the presets.
pub(super) fn presets(args: &PresetsArgs, out: &mut dyn Write) -> Outcome {
    #[derive(Serialize)]
    struct Presets {
        model: u32,
        presets: Vec<Preset>,
    }
    let presets = PRESETS.iter().map(|p| Preset {
        id: p.id,
        name: p.name,
        story: p.story,
        words: p.words,
        source: p.source,
    });
    match args.form.form() {
        Form::Json => {
            let (model, presets) = (MODEL_VERSION, presets.collect());
            return output::json(out, &Presets { model, presets });
        }
        Form::Csv => {
            csv_line(out, ["id", "name", "story", "words", "source"])?;
            for p in presets {
                csv_line(out, [p.id, p.name, p.story, p.words, p.source])?;
            }
        }
        Form::Text => {
            for p in presets {
                writeln!(out, "{}  {}", p.id, p.name)?;
                paragraph(out, INDENT, WIDTH, p.story)?;
                paragraph(out, INDENT, WIDTH, p.words)?;
                paragraph(out, INDENT, WIDTH, &format!("Source: {}", p.source))?;
            }
        }
    }
    Ok(())
}

#[derive(Serialize)]
struct Seen {
    id: &'static str,
    of: &'static str,
    unit: &'static str,
    label: &'static str,
    help: &'static str,
}

/// Prints the metrics.
pub(super) fn metrics(args: &MetricsArgs, out: &mut dyn Write) -> Outcome {
    #[derive(Serialize)]
    struct Metrics {
        model: u32,
        metrics: Vec<Seen>,
    }
    let metrics = METRICS.iter().map(|row| Seen {
        id: row.id,
        of: match row.of {
            Of::Company => "company",
            Of::Industry => "industry",
        },
        unit: row.unit.name(),
        label: row.label,
        help: row.help,
    });
    let heads = ["id", "of", "unit", "label", "help"];
    let cells = |m: Seen| [m.id, m.of, m.unit, m.label, m.help];
    match args.form.form() {
        Form::Json => {
            let (model, metrics) = (MODEL_VERSION, metrics.collect());
            return output::json(out, &Metrics { model, metrics });
        }
        Form::Csv => {
            csv_line(out, heads)?;
            for m in metrics {
                csv_line(out, cells(m))?;
            }
        }
        Form::Text => {
            let mut sheet = Sheet::new(heads.map(|head| (head, Edge::Left)));
            metrics.for_each(|m| sheet.row(cells(m)));
            sheet.write(out)?;
        }
    }
    Ok(())
}
