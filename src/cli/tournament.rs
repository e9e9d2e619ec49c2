//! `tournament`: one company plays each strategy with the same luck, judged by each goal.

use super::facts::number;
use super::given::{Given, Made, ScenarioArgs, company_id};
use super::output::{self, Form, FormArgs, csv_line};
use super::sheet::{Edge, Sheet};
use super::{Failure, Outcome};
use crate::link::{Problem, suggestion};
use crate::study::tournament::{Entry, JUDGED, best, play};
use serde::Serialize;
use std::io::{self, Write};

const FUTURES_USUAL: u32 = 1000;
/// Fewer futures than this say nothing about an error.
const FUTURES_MIN: i64 = 16;
const FUTURES_MAX: i64 = 100_000;

#[derive(clap::Args)]
pub(super) struct TournamentArgs {
    #[command(flatten)]
    scenario: ScenarioArgs,
    /// The company that plays, by name; the first of the scenario unless said otherwise
    #[arg(long, value_name = "NAME")]
    company: Option<String>,
    /// How many futures; rounded up to a multiple of eight
    #[arg(long, value_name = "N", default_value_t = FUTURES_USUAL, value_parser = clap::value_parser!(u32).range(FUTURES_MIN..=FUTURES_MAX))]
    futures: u32,
    #[command(flatten)]
    form: FormArgs,
}

/// How a strategy did by a goal.
#[derive(Serialize)]
struct Payoff {
    goal: &'static str,
    strategy: &'static str,
    mean: f64,
    /// Mean paired difference to the best strategy, and one standard error of it; 0 for the best itself.
    behind: f64,
    error: f64,
    best: bool,
}

#[derive(Serialize)]
struct Results<'a> {
    #[serde(flatten)]
    made: &'a Made,
    company: &'static str,
    futures: usize,
    payoffs: Vec<Payoff>,
}

/// Plays the tournament and prints the payoff table.
pub(super) fn run(args: &TournamentArgs, out: &mut dyn Write) -> Outcome {
    let given = args.scenario.open()?;
    let i = player(&given, args.company.as_deref())?;
    let entries = play(&given.scenario, i, args.futures as usize);
    let futures = entries.first().map_or(0, |e| e.scores[0].len());
    let results = Results {
        made: &given.made,
        company: company_id(&given.scenario.companies[i]),
        futures,
        payoffs: payoffs(&entries),
    };
    match args.form.form() {
        Form::Json => output::json(out, &results),
        Form::Csv => Ok(csv(&results, out)?),
        Form::Text => Ok(text(&given, i, &results, out)?),
    }
}

/// The place of the company that plays.
fn player(given: &Given, name: Option<&str>) -> Result<usize, Failure> {
    let Some(name) = name else {
        return Ok(0);
    };
    let companies = &given.scenario.companies;
    let ids = || companies.iter().map(company_id);
    ids().position(|id| id == name).ok_or_else(|| {
        let near = suggestion(name, ids());
        let problem = Problem::new(format!("No company “{name}” races here.{near}"));
        let all: Vec<&str> = ids().collect();
        Failure::Input(vec![problem], format!("These race: {}.", all.join(", ")))
    })
}

fn payoffs(entries: &[Entry]) -> Vec<Payoff> {
    let mut payoffs = vec![];
    for (goal, judged) in JUDGED.iter().enumerate() {
        let first = best(entries, goal);
        for (k, entry) in entries.iter().enumerate() {
            let (behind, error) = entry.lead(&entries[first], goal);
            payoffs.push(Payoff {
                goal: judged.row().id,
                strategy: entry.strategy.id,
                mean: entry.mean(goal),
                behind,
                error,
                best: k == first,
            });
        }
    }
    payoffs
}

fn csv(results: &Results, out: &mut dyn Write) -> io::Result<()> {
    let heads = [
        "goal", "strategy", "company", "futures", "mean", "behind", "error", "best", "link",
    ];
    csv_line(out, heads)?;
    let futures = results.futures.to_string();
    for p in &results.payoffs {
        let [mean, behind, error] = [p.mean, p.behind, p.error].map(|v| v.to_string());
        let best = if p.best { "1" } else { "0" };
        let link = &results.made.link;
        let before = [p.goal, p.strategy, results.company, &futures];
        let behind = [&mean, &behind, &error, best, link];
        csv_line(out, before.into_iter().chain(behind))?;
    }
    Ok(())
}

fn text(given: &Given, i: usize, results: &Results, out: &mut dyn Write) -> io::Result<()> {
    results.made.write(out)?;
    let (name, futures) = (given.name(i), results.futures);
    writeln!(
        out,
        "{name} plays each strategy in the same {futures} futures; ± one standard error of the paired difference"
    )?;
    for (goal, rows) in JUDGED
        .iter()
        .zip(results.payoffs.chunk_by(|a, b| a.goal == b.goal))
    {
        writeln!(out)?;
        let heads = [
            (goal.row().label, Edge::Left),
            ("mean", Edge::Right),
            ("behind the best", Edge::Left),
        ];
        let mut sheet = Sheet::new(heads);
        for p in rows {
            let behind = if p.best {
                "best".to_string()
            } else {
                format!("{} ± {}", number(p.behind), number(p.error))
            };
            sheet.row([p.strategy.to_string(), number(p.mean), behind]);
        }
        sheet.write(out)?;
    }
    writeln!(
        out,
        "\nValue in billion dollars at the end; standard and proxy as shares of futures; severe incidents with the sign turned."
    )
}
