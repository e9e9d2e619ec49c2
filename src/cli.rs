//! The command line: the page's engine for people who count. Commands read words or a link and print tables, CSV or JSON.

mod backcast;
mod balance;
mod bench;
mod docs;
mod ensemble;
mod facts;
mod future;
mod given;
mod link;
mod output;
mod play;
mod sheet;
mod tables;
mod tournament;
mod validate;

use crate::link::Problem;
use clap::{Parser, Subcommand};
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

/// Bad input, as clap has it too.
const EXIT_BAD_INPUT: u8 = 2;

#[derive(Parser)]
#[command(name = "after-the-leak", version, about = ABOUT, long_about = LONG_ABOUT, after_help = SCENARIOS)]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

const ABOUT: &str = "A simulator of the AI arms race after a leak";
const LONG_ABOUT: &str = "A simulator of the AI arms race after a leak: conditional stories, not forecasts.

The same engine runs in the page. The same scenario gives the same bits here and there: what a command prints names \
the scenario as words and as a link with the fingerprint of its outcome.";

/// How a scenario is written; shown under the help of every command that takes one.
const SCENARIOS: &str = "\
A scenario is a preset and what differs from it, as words in any order, or a link from the page:
  after-the-leak run baseline
  after-the-leak run preset=meta-agent network_strength=3 seed=amber-falcon-tide years=8
  after-the-leak run companies=meta,open-lab,startup startup.cash=30 meta.name='Acme Labs'
  after-the-leak run script=6:meta:launch,12:frontier-lab:severe-incident:2.4
  after-the-leak run 'https://…/#v=1&preset=standard-war&fp=…' years=10
Names of presets, parameters and metrics: `after-the-leak presets`, `params`, `metrics`.";

#[derive(Subcommand)]
enum Command {
    /// One future: chosen metrics year by year, or month by month
    #[command(after_help = SCENARIOS)]
    Run(future::RunArgs),
    /// Many futures: ranges of chosen metrics, and who sets the standard
    #[command(after_help = SCENARIOS)]
    Ensemble(ensemble::EnsembleArgs),
    /// A scenario as link and as words, and whether a link's outcome is reproduced here
    #[command(after_help = SCENARIOS)]
    Link(link::LinkArgs),
    /// One company plays each strategy with the same luck: which is best for which goal
    #[command(after_help = SCENARIOS)]
    Tournament(tournament::TournamentArgs),
    /// A game from its link: briefing, news turn by turn, and debrief
    #[command(after_help = SCENARIOS)]
    Play(play::PlayArgs),
    /// Every preset played at random, by rule, by quantal response and looking ahead: who wins how often; exit code 1 if
    /// a better player does not win more often, or one list of orders wins everywhere
    Balance(balance::BalanceArgs),
    /// Published sub-models against known values; exit code 1 if one misses
    Validate(validate::ValidateArgs),
    /// Stylised facts: paired experiments that must come out as the literature says; exit code 1 if one does not
    Facts(facts::FactsArgs),
    /// Observed series beside what the model gives for them
    Backcast(backcast::BackcastArgs),
    /// Every number a user may change: range, default, likely range, grade and source
    Params(tables::ParamsArgs),
    /// Named starting points
    Presets(tables::PresetsArgs),
    /// What may be seen of a run
    Metrics(tables::MetricsArgs),
    /// The model as a page: equations, parameters with their sources, validation, limits
    Docs(docs::DocsArgs),
    /// How fast the engine is on this machine, natively, in WebAssembly and beside its numpy reference
    Bench(bench::BenchArgs),
}

/// Why a command could not do what it was asked.
pub(crate) enum Failure {
    /// The input is bad, for these reasons; the string says what can be done about it.
    Input(Vec<Problem>, String),
    /// Something else, in a sentence.
    Other(String),
    Io(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        Failure::Io(error)
    }
}

type Outcome = Result<(), Failure>;

/// Runs the command the program was started with.
pub fn main() -> ExitCode {
    let command_line = CommandLine::parse();
    let mut out = BufWriter::new(io::stdout().lock());
    let outcome = command_line
        .command
        .run(&mut out)
        .and_then(|()| Ok(out.flush()?));
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever read our output has seen enough.
        Err(Failure::Io(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}

impl Command {
    fn run(self, out: &mut dyn Write) -> Outcome {
        match self {
            Command::Run(args) => future::run(&args, out),
            Command::Ensemble(args) => ensemble::run(&args, out),
            Command::Link(args) => link::run(&args, out),
            Command::Facts(args) => facts::run(&args, out),
            Command::Backcast(args) => backcast::run(&args, out),
            Command::Tournament(args) => tournament::run(&args, out),
            Command::Play(args) => play::run(&args, out),
            Command::Balance(args) => balance::run(&args, out),
            Command::Validate(args) => validate::run(&args, out),
            Command::Params(args) => tables::params(&args, out),
            Command::Presets(args) => tables::presets(&args, out),
            Command::Metrics(args) => tables::metrics(&args, out),
            Command::Docs(args) => docs::run(&args, out),
            Command::Bench(args) => bench::run(&args, out),
        }
    }
}

impl Failure {
    /// Says what is wrong on the error output and gives the exit code that says so.
    fn report(self) -> ExitCode {
        // Nobody may be listening there either.
        let mut err = io::stderr().lock();
        match self {
            Failure::Input(problems, hint) => {
                for problem in problems {
                    let _ = writeln!(err, "{problem}");
                }
                let _ = writeln!(err, "{hint}");
                ExitCode::from(EXIT_BAD_INPUT)
            }
            Failure::Other(sentence) => {
                let _ = writeln!(err, "{sentence}");
                ExitCode::FAILURE
            }
            Failure::Io(error) => {
                let _ = writeln!(err, "The output could not be written: {error}.");
                ExitCode::FAILURE
            }
        }
    }
}
