//! `ensemble`: the ranges of many futures, and how often each company comes first.

use super::given::{self, Given, Made, ScenarioArgs, company_id};
use super::output::{self, Form, FormArgs, csv_line};
use super::sheet::{Edge, Sheet};
use super::{Failure, Outcome};
use crate::chart::Written;
use crate::num::{Lanes, Real};
use crate::sim::Wish;
use crate::sim::metrics::Metric;
use crate::study::chunk::batches_of;
use crate::study::quantiles::spread;
use crate::study::{CHUNK_FUTURES, Chunk, Ensemble, OUTCOME_METRICS, Outcomes, Prior, Probability};
use rayon::prelude::*;
use serde::Serialize;
use std::io::{self, IsTerminal, Write};
use std::sync::Arc;

/// What is shown unless metrics are named.
const METRICS_USUAL: &str = "valuation,developer-share,horizon";
const FUTURES_USUAL: u32 = 1000;
/// All values are kept in memory: this many futures of the usual metrics are less than a gigabyte.
const FUTURES_MAX: i64 = 100_000;
const MONTHS_PER_YEAR: usize = 12;
/// Chunks that run before progress is told again.
const TOLD_EVERY: usize = 32;

#[derive(clap::Args)]
pub(super) struct EnsembleArgs {
    #[command(flatten)]
    scenario: ScenarioArgs,
    /// How many futures; rounded up to a multiple of eight
    #[arg(long, value_name = "N", default_value_t = FUTURES_USUAL, value_parser = clap::value_parser!(u32).range(1..=FUTURES_MAX))]
    futures: u32,
    /// Metrics to show, by name, separated by commas
    #[arg(long, value_name = "NAMES", value_delimiter = ',', default_value = METRICS_USUAL)]
    metrics: Vec<String>,
    /// With --csv: print how often each company comes first, instead of the ranges
    #[arg(long, requires = "csv")]
    outcomes: bool,
    /// Draw the parameters nobody has set from their likely ranges, instead of luck alone
    #[arg(long)]
    wide: bool,
    /// How many threads; results do not depend on it
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    threads: usize,
    #[command(flatten)]
    form: FormArgs,
}

/// Quantiles of a metric of one company, or of the industry, at the end of a year.
#[derive(Serialize)]
struct Range {
    metric: &'static str,
    unit: &'static str,
    company: Option<&'static str>,
    month: usize,
    p05: f32,
    p25: f32,
    p50: f32,
    p75: f32,
    p95: f32,
}

/// How often something happens to a company; to none if `company` is empty.
#[derive(Serialize)]
struct Chance {
    outcome: &'static str,
    company: Option<&'static str>,
    share: f64,
    /// One standard error of the share.
    error: f64,
}

#[derive(Serialize)]
struct Results<'a> {
    #[serde(flatten)]
    made: &'a Made,
    futures: usize,
    outcomes: Vec<Chance>,
    /// Mean over futures at the end, and its standard error.
    severe_incidents: (f64, f64),
    hype_gap: (f64, f64),
    quantiles: Vec<Range>,
}

/// Prints an ensemble.
pub(super) fn run(args: &EnsembleArgs, out: &mut dyn Write) -> Outcome {
    let metrics = given::metrics(&args.metrics)?;
    let given = args.scenario.open_spread(args.wide)?;
    let mut wanted = metrics.clone();
    wanted.extend(OUTCOME_METRICS.iter().filter(|m| !metrics.contains(m)));
    let pool = rayon::ThreadPoolBuilder::new().num_threads(args.threads);
    let pool = pool
        .build()
        .map_err(|error| Failure::Other(format!("No threads could be started: {error}.")))?;
    let ensemble = pool.install(|| grow(&given, args.futures, &wanted));
    let outcomes = Outcomes::read(&ensemble);
    let results = Results {
        made: &given.made,
        futures: ensemble.futures(),
        outcomes: chances(&given, &outcomes),
        severe_incidents: outcomes.severe_incidents,
        hype_gap: outcomes.hype_gap,
        quantiles: pool.install(|| ranges(&given, &ensemble, &metrics)),
    };
    match args.form.form() {
        Form::Json => output::json(out, &results),
        Form::Csv if args.outcomes => Ok(csv_of_outcomes(&results, out)?),
        Form::Csv => Ok(csv(&results, out)?),
        Form::Text => Ok(text(&given, &results, &outcomes, &metrics, out)?),
    }
}

/// Runs batches on all threads and adds them in order, so that the bits do not depend on who ran what.
fn grow(given: &Given, futures: u32, metrics: &[Metric]) -> Ensemble {
    let (wish, prior) = (Wish::of(metrics), Prior::of(&given.scenario, given.spread));
    let mut ensemble = Ensemble::new(&given.scenario, metrics);
    let batches = (futures as usize).div_ceil(Lanes::LANES);
    let chunks = (futures as usize).div_ceil(CHUNK_FUTURES);
    let told = io::stderr().is_terminal() && chunks > TOLD_EVERY;
    for first in (0..chunks).step_by(TOLD_EVERY) {
        let next: Vec<Arc<Chunk>> = (first..chunks.min(first + TOLD_EVERY))
            .into_par_iter()
            .map(|k| {
                let (first_batch, count) = batches_of(k, batches);
                Chunk::run(&given.scenario, &prior, &wish, first_batch, count).into()
            })
            .collect();
        next.into_iter().for_each(|chunk| ensemble.add(chunk));
        if told {
            let done = ensemble.futures();
            let _ = write!(io::stderr(), "\r{done} of {futures} futures");
        }
    }
    if told {
        let _ = write!(io::stderr(), "\r\x1b[K");
    }
    ensemble
}

/// Yearly quantiles of every series.
fn ranges(given: &Given, ensemble: &Ensemble, metrics: &[Metric]) -> Vec<Range> {
    let all: Vec<(Metric, usize)> = metrics
        .iter()
        .flat_map(|m| (0..m.series(ensemble.companies)).map(|i| (*m, i)))
        .collect();
    let at = |metric: Metric, i: usize, month: usize| -> Range {
        let mut values = ensemble.across(metric, i, month);
        let [p05, p25, p50, p75, p95] = spread(&mut values);
        Range {
            metric: metric.row().id,
            unit: metric.row().unit.name(),
            company: given.company_id(metric, i),
            month,
            p05,
            p25,
            p50,
            p75,
            p95,
        }
    };
    let of_series = |(metric, i): (Metric, usize)| -> Vec<Range> {
        let months = (0..ensemble.samples).step_by(MONTHS_PER_YEAR);
        months.map(|month| at(metric, i, month)).collect()
    };
    let by_series: Vec<Vec<Range>> = all.into_par_iter().map(of_series).collect();
    by_series.into_iter().flatten().collect()
}

/// An outcome: its name for programs and for people, and its probabilities.
type Kind<'a> = (&'static str, &'static str, &'a [Probability]);

/// The outcomes by name; a catastrophe where the scenario has any.
fn kinds<'a>(given: &Given, outcomes: &'a Outcomes) -> Vec<Kind<'a>> {
    let mut kinds: Vec<Kind> = vec![
        (
            "sets-standard",
            "sets the standard",
            &outcomes.sets_standard,
        ),
        ("most-valuable", "most valuable", &outcomes.most_valuable),
        ("first-proxy", "first proxy", &outcomes.first_proxy),
        ("goes-bankrupt", "goes bankrupt", &outcomes.goes_bankrupt),
    ];
    if given.scenario.may_end() {
        kinds.push(("catastrophe", "catastrophe", &outcomes.catastrophe));
    }
    kinds
}

fn chances(given: &Given, outcomes: &Outcomes) -> Vec<Chance> {
    let mut chances = vec![];
    for (outcome, _, probabilities) in kinds(given, outcomes) {
        for (i, p) in probabilities.iter().enumerate() {
            chances.push(Chance {
                outcome,
                company: given.scenario.companies.get(i).map(company_id),
                share: p.share,
                error: p.error,
            });
        }
    }
    chances.push(Chance {
        outcome: "no-severe-incident",
        company: None,
        share: outcomes.no_severe_incident.share,
        error: outcomes.no_severe_incident.error,
    });
    chances
}

fn csv(results: &Results, out: &mut dyn Write) -> io::Result<()> {
    let heads = [
        "metric", "company", "unit", "futures", "month", "p05", "p25", "p50", "p75", "p95", "link",
    ];
    csv_line(out, heads)?;
    let futures = results.futures.to_string();
    for r in &results.quantiles {
        let month = r.month.to_string();
        let quantiles = [r.p05, r.p25, r.p50, r.p75, r.p95].map(|q| q.to_string());
        let company = r.company.unwrap_or_default();
        let before = [r.metric, company, r.unit, &futures, &month];
        let all = before
            .into_iter()
            .chain(quantiles.iter().map(String::as_str))
            .chain([results.made.link.as_str()]);
        csv_line(out, all)?;
    }
    Ok(())
}

fn csv_of_outcomes(results: &Results, out: &mut dyn Write) -> io::Result<()> {
    csv_line(
        out,
        ["outcome", "company", "futures", "share", "error", "link"],
    )?;
    let futures = results.futures.to_string();
    for c in &results.outcomes {
        let (share, error) = (c.share.to_string(), c.error.to_string());
        let company = c.company.unwrap_or("nobody");
        let link = &results.made.link;
        csv_line(out, [c.outcome, company, &futures, &share, &error, link])?;
    }
    Ok(())
}

fn text(
    given: &Given,
    results: &Results,
    outcomes: &Outcomes,
    metrics: &[Metric],
    out: &mut dyn Write,
) -> io::Result<()> {
    results.made.write(out)?;
    let futures = results.futures;
    writeln!(out, "{futures} futures, ± one standard error\n")?;
    let kinds = kinds(given, outcomes);
    let heads = kinds.iter().map(|(_, head, _)| (*head, Edge::Right));
    let mut sheet = Sheet::new([("", Edge::Left)].into_iter().chain(heads));
    for i in 0..=given.scenario.companies.len() {
        let company = given.scenario.companies.get(i);
        let mut row = vec![company.map_or("nobody", |c| &c.name).to_string()];
        row.extend(
            kinds
                .iter()
                .map(|(_, _, p)| p.get(i).map(percent).unwrap_or_default()),
        );
        sheet.row(row);
    }
    sheet.write(out)?;
    let (severe, error) = outcomes.severe_incidents;
    let none = percent(&outcomes.no_severe_incident);
    writeln!(
        out,
        "\nSevere incidents until the end: {severe:.2} ± {error:.2}; none at all in {none} of futures."
    )?;
    let (gap, error) = outcomes.hype_gap;
    writeln!(out, "Mean hype gap at the end: {gap:.2} ± {error:.2} log.")?;
    for metric in metrics {
        writeln!(out, "\n{}", metric.row().label)?;
        block(given, results, *metric, out)?;
    }
    Ok(())
}

/// The ranges of one metric, year by year.
fn block(given: &Given, results: &Results, metric: Metric, out: &mut dyn Write) -> io::Result<()> {
    let heads = ["company", "year", "5 %", "25 %", "median", "75 %", "95 %"];
    let edge = |head| match head {
        "company" => Edge::Left,
        _ => Edge::Right,
    };
    let mut sheet = Sheet::new(heads.map(|head| (head, edge(head))));
    for r in results
        .quantiles
        .iter()
        .filter(|r| r.metric == metric.row().id)
    {
        let mut companies = given.scenario.companies.iter();
        let company = companies.find(|c| Some(company_id(c)) == r.company);
        let name = company
            .filter(|_| r.month == 0)
            .map_or("", |c| c.name.as_str());
        let mut row = vec![name.to_string(), (r.month / MONTHS_PER_YEAR).to_string()];
        row.extend([r.p05, r.p25, r.p50, r.p75, r.p95].map(|q| given.format(metric, q)));
        sheet.row(row);
    }
    sheet.write(out)
}

/// A probability and its standard error, in per cent.
fn percent(p: &Probability) -> String {
    format!("{:.1} ± {:.1} %", 100.0 * p.share, 100.0 * p.error)
}
