//! `balance`: every preset played by players of four kinds, how often each wins, and whether the better one wins more.

mod print;

use super::output::{self, Form, FormArgs};
use super::{Failure, Outcome};
use crate::game::{ONE_LIST, PLAYERS, Player, RIVALS_USUAL, Session, deal};
use crate::link::{Problem, suggestion};
use crate::sim::Scenario;
use crate::sim::goals::{GOALS, Goal};
use crate::sim::params::PARAMS;
use crate::sim::presets::PRESETS;
use crate::study::mean_and_error;
use rayon::prelude::*;
use serde::Serialize;
use std::io::Write;

const GAMES_USUAL: u32 = 200;
/// Games of every preset in which a list of orders is tried, and in which the best one is tried once more.
const TRIED: u32 = 20;
const CONFIRMED: u32 = 100;
/// A list of orders wins everywhere if it wins more than this share of games in every preset. By definition.
const MOST: f64 = 0.5;
/// The normal quantile of a 90 % interval: what is farther from zero than so many errors is clear.
const QUANTILE_95: f64 = 1.645;
/// Whom each player must beat, by places among [`PLAYERS`]: the worse one, the better one.
const ORDER: [(usize, usize); 4] = [(0, 1), (0, 2), (1, 3), (2, 3)];

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
    /// How rivals decide: by-rule, quantal-response or looking-ahead; as in a new game of the page unless it is said
    #[arg(long, value_name = "MODE")]
    rivals: Option<String>,
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
    rivals: &'static str,
    preset: &'static str,
    player: &'static str,
    games: usize,
    /// Games in which the company came first by its goal, with something to show for it.
    won: usize,
    /// Their share, and its standard error.
    wins: f64,
    error: f64,
    score: f64,
    turns: f64,
}

/// How much more often the better of two players wins a preset, the same games played by both.
#[derive(Serialize)]
struct Gap {
    preset: &'static str,
    worse: &'static str,
    better: &'static str,
    /// Difference of the shares of wins, and its standard error over the games.
    gap: f64,
    error: f64,
}

impl Gap {
    fn holds(&self) -> bool {
        self.gap > 0.0
    }

    fn is_clear(&self) -> bool {
        self.gap > QUANTILE_95 * self.error
    }
}

/// The table, and what follows from it.
#[derive(Serialize)]
struct Results {
    rivals: &'static str,
    rows: Vec<Row>,
    gaps: Vec<Gap>,
    /// How many lists of orders that won a game were tried elsewhere, one of each preset and goal.
    lists: usize,
    /// How the one of these fared that wins most in the preset where it wins least; none if nothing was won.
    best_list: Vec<Row>,
}

/// Plays and prints the table.
pub(super) fn run(args: &BalanceArgs, out: &mut dyn Write) -> Outcome {
    let (chosen, rivals) = args.check()?;
    let mode = mode(rivals);
    let (mut rows, mut gaps, mut lists) = (vec![], vec![], vec![]);
    for preset in &chosen {
        let games: [Vec<Played>; PLAYERS.len()] = PLAYERS.map(|(player, _)| {
            let all = (0..args.games).into_par_iter();
            all.map(|n| play(preset, player, n, args.goal, rivals))
                .collect()
        });
        for ((_, name), games) in PLAYERS.iter().zip(&games) {
            rows.push(row(mode, preset, name, games));
        }
        gaps.extend(ORDER.map(|(worse, better)| gap(preset, &games, worse, better)));
        lists.extend(winners(games));
    }
    let results = Results {
        rivals: mode,
        rows,
        gaps,
        lists: lists.len(),
        best_list: best_list(&lists, &chosen, rivals),
    };
    match args.form.form() {
        Form::Json => output::json(out, &results)?,
        Form::Csv => print::csv(&results, out)?,
        Form::Text => print::text(&results, out)?,
    }
    results.judge()
}

impl BalanceArgs {
    /// The presets to play, and how rivals decide: the value of the parameter.
    ///
    /// # Errors
    /// [`Failure::Input`] if there is no such preset, or no such way to decide.
    fn check(&self) -> Result<(Vec<&'static str>, f64), Failure> {
        let mut any = Scenario::default();
        any.params.rivals = RIVALS_USUAL;
        let mut notes = match &self.rivals {
            Some(mode) => any.set("rivals", mode),
            None => vec![],
        };
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
        Ok((ids().filter(is_chosen).collect(), any.params.rivals))
    }
}

/// The name of a value of the parameter `rivals`.
fn mode(rivals: f64) -> &'static str {
    let row = PARAMS.iter().find(|row| row.key == "rivals");
    row.map_or("", |row| row.choices[rivals as usize])
}

impl Results {
    /// Presets in which a better player does not win more often.
    fn unordered(&self) -> Vec<&'static str> {
        let broken = self.gaps.iter().filter(|g| !g.holds());
        let mut presets: Vec<_> = broken.map(|g| g.preset).collect();
        presets.dedup();
        presets
    }

    /// The share of games that the best list of orders wins where it wins least.
    fn least(&self) -> Option<f64> {
        self.best_list.iter().map(|r| r.wins).reduce(f64::min)
    }

    /// # Errors
    /// [`Failure::Other`] if a better player does not win more often somewhere, or a list of orders wins everywhere.
    fn judge(&self) -> Outcome {
        let unordered = self.unordered();
        if !unordered.is_empty() {
            let presets = unordered.join(", ");
            let sentence = format!("A better player does not win more often in {presets}.");
            return Err(Failure::Other(sentence));
        }
        let is_everywhere = self.gaps.len() == PRESETS.len() * ORDER.len();
        if is_everywhere && self.least().is_some_and(|least| least > MOST) {
            let sentence = "A list of orders wins most games in every preset.";
            return Err(Failure::Other(sentence.to_string()));
        }
        Ok(())
    }
}

/// Plays game `n`: company, goal and luck are the same for every player.
fn play(preset: &str, player: Player, n: u32, goal: Option<Goal>, rivals: f64) -> Played {
    let mut scenario = deal(preset, n);
    scenario.goal = goal.unwrap_or(scenario.goal);
    scenario.params.rivals = rivals;
    let mut session = Session::start(scenario);
    player.play(&mut session);
    ended(&session)
}

/// Gives a list of orders again in game `n` of a preset, for the goal it was made for.
fn play_list(list: &Scenario, preset: &str, n: u32, rivals: f64) -> Played {
    let mut scenario = deal(preset, n);
    scenario.goal = list.goal;
    scenario.params.rivals = rivals;
    scenario.orders = list.orders.clone();
    ended(&Session::open(scenario))
}

fn ended(session: &Session) -> Played {
    let (seen, i) = (session.seen(), session.player());
    Played {
        won: seen.is_won(session.goal(), i),
        score: seen.score(session.goal(), i),
        turns: session.turn(),
        scenario: session.scenario().clone(),
    }
}

/// The orders of the first game that looking ahead won for each goal.
fn winners(games: [Vec<Played>; PLAYERS.len()]) -> Vec<Scenario> {
    let [.., ahead] = games;
    let mut lists: Vec<Scenario> = vec![];
    for game in ahead.into_iter().filter(|g| g.won) {
        if lists.iter().all(|l| l.goal != game.scenario.goal) {
            lists.push(game.scenario);
        }
    }
    lists
}

/// Tries lists of orders in every preset, and the best of them once more, with other luck and against these rivals, so
/// that it is not the luck of the trial that is praised: how that one fares.
fn best_list(lists: &[Scenario], presets: &[&'static str], rivals: f64) -> Vec<Row> {
    // Against rivals by rule, who are quick to play.
    let wins = |list: &Scenario, preset: &str| {
        let games = (0..TRIED).filter(|n| play_list(list, preset, *n, 0.0).won);
        games.count()
    };
    let tried = lists.par_iter().map(|list| {
        let least = presets.iter().map(|preset| wins(list, preset)).min();
        (least, list)
    });
    let Some((_, best)) = tried.reduce_with(|a, b| if b.0 > a.0 { b } else { a }) else {
        return vec![];
    };
    let again = |preset: &&'static str| {
        let games = (TRIED..TRIED + CONFIRMED).into_par_iter();
        let games: Vec<Played> = games.map(|n| play_list(best, preset, n, rivals)).collect();
        row(mode(rivals), preset, ONE_LIST, &games)
    };
    presets.iter().map(again).collect()
}

fn row(rivals: &'static str, preset: &'static str, player: &'static str, games: &[Played]) -> Row {
    let n = games.len().max(1) as f64;
    let mean = |of: &dyn Fn(&Played) -> f64| games.iter().map(of).sum::<f64>() / n;
    let won = games.iter().filter(|g| g.won).count();
    let wins = won as f64 / n;
    Row {
        rivals,
        preset,
        player,
        games: games.len(),
        won,
        wins,
        error: (wins * (1.0 - wins) / n).sqrt(),
        score: mean(&|g| g.score),
        turns: mean(&|g| f64::from(g.turns)),
    }
}

fn gap(preset: &'static str, games: &[Vec<Played>], worse: usize, better: usize) -> Gap {
    let one = |g: &Played| f64::from(u8::from(g.won));
    let pairs = games[worse].iter().zip(&games[better]);
    let (gap, error) = mean_and_error(pairs.map(|(w, b)| one(b) - one(w)));
    Gap {
        preset,
        worse: PLAYERS[worse].1,
        better: PLAYERS[better].1,
        gap,
        error,
    }
}
