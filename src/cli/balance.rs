//! `balance`: every preset played by players of four kinds, and how often each wins.

use super::Outcome;
use super::output::{self, Form, FormArgs, csv_line};
use super::sheet::{Edge, Sheet};
use crate::game::{PLAYERS, Player, Session};
use crate::link;
use crate::num::mix;
use crate::sim::Scenario;
use crate::sim::companies::{COMPANIES, STRATEGIES};
use crate::sim::goals::{GOALS, Goal};
use crate::sim::presets::PRESETS;
use crate::sim::seed::Seed;
use rayon::prelude::*;
use serde::Serialize;
use std::collections::BTreeMap;
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
    /// The orders, as the link has them.
    orders: String,
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
    /// The share of this player's wins that the most frequent list of orders has.
    same_orders: f64,
}

/// Plays and prints the table.
pub(super) fn run(args: &BalanceArgs, out: &mut dyn Write) -> Outcome {
    let mut rows = vec![];
    for preset in PRESETS {
        if !args.presets.is_empty() && !args.presets.iter().any(|p| p == preset.id) {
            continue;
        }
        for (player, name) in PLAYERS {
            let games: Vec<Played> = (0..args.games)
                .into_par_iter()
                .map(|n| play(args, preset.id, player, n))
                .collect();
            rows.push(row(preset.id, name, &games));
        }
    }
    match args.form.form() {
        Form::Json => output::json(out, &rows),
        Form::Csv => Ok(csv(&rows, out)?),
        Form::Text => Ok(text(&rows, out)?),
    }
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
        orders: link::write(session.scenario(), "", None)
            .split_once("orders=")
            .map_or(String::new(), |(_, orders)| orders.to_string()),
    }
}

fn row(preset: &'static str, player: &'static str, games: &[Played]) -> Row {
    let n = games.len().max(1) as f64;
    let mean = |of: &dyn Fn(&Played) -> f64| games.iter().map(of).sum::<f64>() / n;
    let wins = mean(&|g| f64::from(u8::from(g.won)));
    let mut lists: BTreeMap<&str, usize> = BTreeMap::new();
    for game in games.iter().filter(|g| g.won) {
        *lists.entry(&game.orders).or_default() += 1;
    }
    let most = lists.values().copied().max().unwrap_or(0) as f64;
    Row {
        preset,
        player,
        games: games.len(),
        wins,
        error: (wins * (1.0 - wins) / n).sqrt(),
        score: mean(&|g| g.score),
        turns: mean(&|g| f64::from(g.turns)),
        same_orders: most / (wins * n).max(1.0),
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

fn text(rows: &[Row], out: &mut dyn Write) -> io::Result<()> {
    let heads = [
        ("preset", Edge::Left),
        ("player", Edge::Left),
        ("wins", Edge::Left),
        ("score", Edge::Right),
        ("turns", Edge::Right),
    ];
    let mut sheet = Sheet::new(heads);
    for r in rows {
        let percent = |share: f64| format!("{:.0}", 100.0 * share);
        sheet.row([
            r.preset.to_string(),
            r.player.to_string(),
            format!("{} ± {} %", percent(r.wins), percent(r.error)),
            format!("{:.3}", r.score),
            format!("{:.1}", r.turns),
        ]);
    }
    sheet.write(out)
}
