//! `balance`: every preset played by players of four kinds, and how often each wins.

use super::output::{self, Form, FormArgs, csv_line};
use super::sheet::{Edge, Sheet};
use super::{Failure, Outcome};
use crate::game::{PLAYERS, Player, Session};
use crate::link::{Problem, suggestion};
use crate::num::mix;
use crate::sim::Scenario;
use crate::sim::companies::{COMPANIES, STRATEGIES};
use crate::sim::goals::{GOALS, Goal};
use crate::sim::presets::PRESETS;
use crate::sim::seed::Seed;
use rayon::prelude::*;
use serde::Serialize;
use std::io::{self, Write};

const GAMES_USUAL: u32 = 200;

#[derive(clap::Args)]
pub(super) struct BalanceArgs {
    /// Presets to play, by name, separated by commas; all unless named
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    presets: Vec<String>,
    /// What the players want; the five goals in turn unless one is named
    #[arg(long, value_name = "GOAL", value_parser = goal)]
    goal: Option<Goal>,
    /// Games of each preset and player
    #[arg(long, value_name = "N", default_value_t = GAMES_USUAL)]
    games: u32,
    /// How rivals decide: by-rule, quantal-response or looking-ahead
    #[arg(long, value_name = "MODE", default_value = "by-rule")]
    rivals: String,
    #[command(flatten)]
    form: FormArgs,
}

fn goal(text: &str) -> Result<Goal, String> {
    let ids: Vec<&str> = GOALS.iter().map(|row| row.id).collect();
    Goal::by_id(text).ok_or_else(|| format!("goals are {}", ids.join(", ")))
}

/// A game that was played.
struct Played {
    won: bool,
    score: f64,
    turns: u32,
    scenario: Scenario,
}

/// How a player fared in a preset.
#[derive(Serialize)]
struct Row {
    preset: &'static str,
    player: &'static str,
    games: usize,
    /// Share of games in which the company came first by its goal, and its standard error.
    wins: f64,
    error: f64,
    score: f64,
    turns: f64,
}

/// Games in which a list of orders is tried in a preset other than its own.
const TRIED: u32 = 10;

/// The table, and what follows from it.
#[derive(Serialize)]
struct Results {
    rivals: String,
    rows: Vec<Row>,
    /// Presets in which looking ahead does not win more often than each of the others, or drawing lots not less often.
    unordered: Vec<&'static str>,
    /// Of the lists of orders that won a preset, the one that wins most: its share of wins in the preset where it wins least.
    best_list: f64,
}

/// Plays and prints the table.
pub(super) fn run(args: &BalanceArgs, out: &mut dyn Write) -> Outcome {
    let chosen = args.check()?;
    let (mut rows, mut lists) = (vec![], vec![]);
    for preset in &chosen {
        for (player, name) in PLAYERS {
            let all = (0..args.games).into_par_iter();
            let games: Vec<Played> = all.map(|n| play(args, preset, player, n)).collect();
            rows.push(row(preset, name, &games));
            if player == Player::LookAhead {
                let won = games.into_iter().find(|g| g.won);
                lists.extend(won.map(|g| g.scenario));
            }
        }
    }
    let results = Results {
        rivals: args.rivals.clone(),
        unordered: unordered(&rows),
        rows,
        best_list: lists
            .par_iter()
            .map(|list| elsewhere(list, &chosen))
            .reduce(|| 0.0, f64::max),
    };
    match args.form.form() {
        Form::Json => output::json(out, &results),
        Form::Csv => Ok(csv(&results.rows, out)?),
        Form::Text => Ok(text(&results, out)?),
    }
}

impl BalanceArgs {
    /// The presets to play.
    ///
    /// # Errors
    /// [`Failure::Input`] if there is no such preset, or no such way to decide.
    fn check(&self) -> Result<Vec<&'static str>, Failure> {
        let mut notes = Scenario::default().set("rivals", &self.rivals);
        let ids = || PRESETS.iter().map(|p| p.id);
        for name in self
            .presets
            .iter()
            .filter(|name| ids().all(|id| id != **name))
        {
            let near = suggestion(name, ids());
            notes.push(format!("There is no preset “{name}”.{near}"));
        }
        if !notes.is_empty() {
            let problems = notes.into_iter().map(Problem::new).collect();
            return Err(Failure::Input(problems, "Nothing was played.".to_string()));
        }
        let is_chosen = |id: &&str| self.presets.is_empty() || self.presets.iter().any(|p| p == id);
        Ok(ids().filter(is_chosen).collect())
    }
}

/// Presets whose players do not win in the order of their skill. By rule and by response are equals here: neither knows
/// what the player wants.
fn unordered(rows: &[Row]) -> Vec<&'static str> {
    let mut presets = vec![];
    for preset in rows.chunk_by(|a, b| a.preset == b.preset) {
        if let [lots, rules, response, ahead] = preset {
            let middle = (rules.wins + response.wins) / 2.0;
            if lots.wins >= middle || middle >= ahead.wins {
                presets.push(lots.preset);
            }
        }
    }
    presets
}

/// Plays a list of orders in every preset with other luck: its share of wins where it wins least.
fn elsewhere(list: &Scenario, presets: &[&str]) -> f64 {
    let share = |id: &&str| {
        let won = |n: u32| {
            let mut scenario = Scenario::named(id).unwrap_or_default();
            scenario.seed = Seed::from_number(mix(u64::from(n)));
            scenario.player = list.player;
            scenario.goal = list.goal;
            scenario.params.rivals = list.params.rivals;
            scenario.orders = list.orders.clone();
            let session = Session::open(scenario);
            session.seen().rank(session.goal(), session.player()) == 1
        };
        (0..TRIED).filter(|n| won(*n)).count() as f64 / f64::from(TRIED)
    };
    presets.iter().map(share).fold(1.0, f64::min)
}

/// Plays game `n`: company, goal and luck are the same for every player.
fn play(args: &BalanceArgs, preset: &str, player: Player, n: u32) -> Played {
    let mut scenario = Scenario::named(preset).unwrap_or_default();
    scenario.seed = Seed::from_number(mix(u64::from(n)));
    let n = n as usize;
    let place = n % scenario.companies.len();
    let archetype = scenario.companies[place].archetype;
    scenario.player = Some(archetype);
    let turn = n / scenario.companies.len();
    scenario.goal = args.goal.unwrap_or(GOALS[turn % GOALS.len()].goal);
    scenario.set("rivals", &args.rivals);
    // Where a preset lets nobody act, whoever plays by rule has the company's usual rules.
    let start = &mut scenario.companies[place].start;
    if !STRATEGIES[start.strategy as usize].acts {
        start.strategy = COMPANIES[archetype].start.strategy;
    }
    let mut session = Session::start(scenario);
    player.play(&mut session);
    let (seen, i) = (session.seen(), session.player());
    Played {
        won: seen.rank(session.goal(), i) == 1,
        score: seen.score(session.goal(), i),
        turns: session.turn(),
        scenario: session.scenario().clone(),
    }
}

fn row(preset: &'static str, player: &'static str, games: &[Played]) -> Row {
    let n = games.len().max(1) as f64;
    let mean = |of: &dyn Fn(&Played) -> f64| games.iter().map(of).sum::<f64>() / n;
    let wins = mean(&|g| f64::from(u8::from(g.won)));
    Row {
        preset,
        player,
        games: games.len(),
        wins,
        error: (wins * (1.0 - wins) / n).sqrt(),
        score: mean(&|g| g.score),
        turns: mean(&|g| f64::from(g.turns)),
    }
}

fn csv(rows: &[Row], out: &mut dyn Write) -> io::Result<()> {
    let heads = [
        "preset", "player", "games", "wins", "error", "score", "turns",
    ];
    csv_line(out, heads)?;
    for r in rows {
        let numbers = [r.wins, r.error, r.score, r.turns].map(|v| v.to_string());
        let first = [
            r.preset.to_string(),
            r.player.to_string(),
            r.games.to_string(),
        ];
        csv_line(out, first.into_iter().chain(numbers))?;
    }
    Ok(())
}

fn text(results: &Results, out: &mut dyn Write) -> io::Result<()> {
    let rivals = &results.rivals;
    writeln!(
        out,
        "Company, goal and luck change from game to game and are the same for every player; rivals decide {rivals}."
    )?;
    let heads = [
        ("preset", Edge::Left),
        ("player", Edge::Left),
        ("wins", Edge::Left),
        ("score", Edge::Right),
        ("turns", Edge::Right),
    ];
    let mut sheet = Sheet::new(heads);
    for r in &results.rows {
        let percent = |share: f64| format!("{:.0}", 100.0 * share);
        sheet.row([
            r.preset.to_string(),
            r.player.to_string(),
            format!("{} ± {} %", percent(r.wins), percent(r.error)),
            format!("{:.3}", r.score),
            format!("{:.1}", r.turns),
        ]);
    }
    sheet.write(out)?;
    match results.unordered[..] {
        [] => writeln!(out, "\nIn every preset the better player wins more often.")?,
        _ => writeln!(
            out,
            "\nThe better player does not win more often in {}.",
            results.unordered.join(", ")
        )?,
    }
    let least = 100.0 * results.best_list;
    writeln!(
        out,
        "Of the lists of orders that won a preset, the best wins {least:.0} % of games in the preset where it wins least."
    )
}
