//! `run`: one future, sample by sample.

use super::Outcome;
use super::given::{self, Given, Made, ScenarioArgs, company_id};
use super::output::{self, Form, FormArgs, csv_line};
use super::sheet::{Edge, Sheet};
use crate::chart::Written;
use crate::num::{Lanes, Real};
use crate::sim::Wish;
use crate::sim::metrics::{METRICS, Metric, Of};
use crate::study::{Prior, eight};
use serde::Serialize;
use std::io::{self, Write};

/// Months between the rows of a yearly table.
const MONTHS_PER_YEAR: usize = 12;
/// Metrics of the industry that stand side by side.
const INDUSTRY_COLUMNS: usize = 5;
/// What is shown unless metrics are named.
const METRICS_USUAL: &str =
    "horizon,developer-share,valuation,trust,industry-revenue,regulation,standard-owner";

#[derive(clap::Args)]
pub(super) struct RunArgs {
    #[command(flatten)]
    scenario: ScenarioArgs,
    /// Metrics to show, by name, separated by commas; “all” for all
    #[arg(long, value_name = "NAMES", value_delimiter = ',', default_value = METRICS_USUAL)]
    metrics: Vec<String>,
    /// Which future, counted from 0: the same number as in the page
    #[arg(long, value_name = "N", default_value_t = 0)]
    future: u32,
    /// Draw the parameters nobody has set from their likely ranges, as `ensemble --wide` does
    #[arg(long)]
    wide: bool,
    /// A row for every month instead of every year
    #[arg(long)]
    monthly: bool,
    #[command(flatten)]
    form: FormArgs,
}

/// One metric of one company, or of the industry.
#[derive(Serialize)]
struct Series {
    metric: &'static str,
    unit: &'static str,
    company: Option<&'static str>,
    values: Vec<f32>,
}

/// A future as seen.
#[derive(Serialize)]
struct Seen<'a> {
    #[serde(flatten)]
    made: &'a Made,
    future: u32,
    companies: Vec<Named<'a>>,
    /// Months since the start, one for each value of a series.
    months: Vec<usize>,
    series: Vec<Series>,
}

#[derive(Serialize)]
struct Named<'a> {
    id: &'static str,
    name: &'a str,
}

/// Prints one future.
pub(super) fn run(args: &RunArgs, out: &mut dyn Write) -> Outcome {
    let all = args.metrics.iter().any(|name| name == "all");
    let metrics = if all {
        METRICS.iter().map(|row| row.metric).collect()
    } else {
        given::metrics(&args.metrics)?
    };
    let given = args.scenario.open_spread(args.wide)?;
    let step = if args.monthly { 1 } else { MONTHS_PER_YEAR };
    let seen = see(&given, &metrics, args.future, step);
    match args.form.form() {
        Form::Json => output::json(out, &seen),
        Form::Csv => Ok(csv(&seen, out)?),
        Form::Text => Ok(text(&given, &seen, &metrics, args.monthly, out)?),
    }
}

/// Runs the batch that holds a future, as the page does, and keeps every `step`-th sample of its lane.
fn see<'a>(given: &'a Given, metrics: &[Metric], future: u32, step: usize) -> Seen<'a> {
    let lane = future as usize % Lanes::LANES;
    let first_future = future - lane as u32;
    let prior = Prior::of(&given.scenario, given.spread);
    let trace = eight(&given.scenario, &prior, first_future, &Wish::of(metrics));
    let mut series = vec![];
    for metric in metrics {
        for i in 0..metric.series(given.scenario.companies.len()) {
            let values = trace.lane(*metric, i, lane);
            series.push(Series {
                metric: metric.row().id,
                unit: metric.row().unit.name(),
                company: given.company_id(*metric, i),
                values: values.into_iter().step_by(step).collect(),
            });
        }
    }
    let companies = given.scenario.companies.iter();
    Seen {
        made: &given.made,
        future,
        companies: companies
            .map(|c| Named {
                id: company_id(c),
                name: &c.name,
            })
            .collect(),
        months: (0..trace.samples).step_by(step).collect(),
        series,
    }
}

fn csv(seen: &Seen, out: &mut dyn Write) -> io::Result<()> {
    csv_line(
        out,
        [
            "metric", "company", "unit", "future", "month", "value", "link",
        ],
    )?;
    let future = seen.future.to_string();
    for series in &seen.series {
        for (month, value) in seen.months.iter().zip(&series.values) {
            let (month, value) = (month.to_string(), value.to_string());
            let company = series.company.unwrap_or_default();
            let link = &seen.made.link;
            csv_line(
                out,
                [
                    series.metric,
                    company,
                    series.unit,
                    &future,
                    &month,
                    &value,
                    link,
                ],
            )?;
        }
    }
    Ok(())
}

/// A block for each metric of companies, and one for those of the industry.
fn text(
    given: &Given,
    seen: &Seen,
    metrics: &[Metric],
    monthly: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    seen.made.write(out)?;
    let period = if monthly { "month" } else { "year" };
    let future = seen.future;
    writeln!(out, "future {future}, at the end of each {period}")?;
    let (of_companies, of_industry): (Vec<Metric>, Vec<Metric>) =
        metrics.iter().partition(|m| m.row().of == Of::Company);
    for metric in of_companies {
        let heads = seen.companies.iter().map(|c| c.name.to_string()).collect();
        writeln!(out, "\n{}", metric.row().label)?;
        block(given, seen, &[metric], heads, period, out)?;
    }
    for metrics in of_industry.chunks(INDUSTRY_COLUMNS) {
        let label = |m: &Metric| m.row().label.to_string();
        let heads = metrics.iter().map(label).collect();
        writeln!(out, "\nThe industry")?;
        block(given, seen, metrics, heads, period, out)?;
    }
    Ok(())
}

/// Writes the series of some metrics side by side.
fn block(
    given: &Given,
    seen: &Seen,
    metrics: &[Metric],
    heads: Vec<String>,
    period: &str,
    out: &mut dyn Write,
) -> io::Result<()> {
    let columns = core::iter::once(period.to_string()).chain(heads);
    let mut sheet = Sheet::new(columns.map(|head| (head, Edge::Right)));
    for (k, _) in seen.months.iter().enumerate() {
        let mut row = vec![k.to_string()];
        for metric in metrics {
            let of_metric = seen.series.iter().filter(|s| s.metric == metric.row().id);
            row.extend(of_metric.map(|s| given.format(*metric, s.values[k])));
        }
        sheet.row(row);
    }
    sheet.write(out)
}
