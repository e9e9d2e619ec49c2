//! `play`: a game from its link: briefing, the news of each turn with its orders, and the debrief.

use super::given::{Made, ScenarioArgs};
use super::output::paragraph;
use super::sheet::{Edge, Sheet};
use super::{Failure, Outcome};
use crate::game::{
    Advisor, Difference, Mattered, PLAYERS, Player, Session, Skill, Trials, briefing, luck,
    share_below, turning_points, verdict,
};
use crate::link::{Problem, suggestion};
use crate::sim::goals::GOALS;
use rayon::prelude::*;
use std::io::{self, Write};

/// Width of paragraphs, characters.
const WIDTH: usize = 100;
/// Effects that are shown, the largest.
const EFFECTS: usize = 8;

#[derive(clap::Args)]
pub(super) struct PlayArgs {
    #[command(flatten)]
    scenario: ScenarioArgs,
    /// Play the turns that are left: random, rule, response or ahead
    #[arg(long, value_name = "PLAYER")]
    by: Option<String>,
    /// Say what the advisor expects of each order of the next turn
    #[arg(long)]
    advice: bool,
    /// Leave the debrief out
    #[arg(long)]
    brief: bool,
}

/// Words for the players, in their order.
const PLAYER_WORDS: [&str; PLAYERS.len()] = ["random", "rule", "response", "ahead"];

/// Plays and prints.
pub(super) fn run(args: &PlayArgs, out: &mut dyn Write) -> Outcome {
    let given = args.scenario.open()?;
    let player = args.by.as_deref().map(player).transpose()?;
    let mut session = Session::open(given.scenario.clone());
    given.made.write(out)?;
    for text in briefing(&Session::start(given.scenario.clone())) {
        writeln!(out)?;
        paragraph(out, 0, WIDTH, &text)?;
    }
    if let Some(player) = player {
        player.play(&mut session);
    }
    turns(&session, out)?;
    if args.advice && session.ending().is_none() {
        advice(&session, out)?;
    }
    if !args.brief && session.turn() > 0 {
        debrief(&session, out)?;
    }
    let made = Made::of_scenario(session.scenario());
    writeln!(out, "\n#{}", made.link)?;
    Ok(())
}

fn player(word: &str) -> Result<Player, Failure> {
    let place = PLAYER_WORDS.iter().position(|w| *w == word);
    place.map(|k| PLAYERS[k].0).ok_or_else(|| {
        let near = suggestion(word, PLAYER_WORDS.into_iter());
        let problem = Problem::new(format!("There is no player “{word}”.{near}"));
        let all = format!("There are {}.", PLAYER_WORDS.join(", "));
        Failure::Input(vec![problem], all)
    })
}

/// The news, turn by turn, under the orders that were given.
fn turns(session: &Session, out: &mut dyn Write) -> io::Result<()> {
    let scenario = session.scenario();
    let news = session.news();
    let mut from = 1;
    for turn in 0..=session.turn() {
        let first = scenario.turn_month(turn);
        for h in news.iter().filter(|h| (from..first).contains(&h.month)) {
            writeln!(out, "  month {:2}  {}", h.month, h.text)?;
        }
        from = first;
        if turn == session.turn() || first > session.month() {
            break;
        }
        let given = scenario.orders.iter().find(|t| t.turn == turn);
        let labels = given.map_or(vec![], |t| {
            t.orders.iter().map(|o| o.full_label()).collect()
        });
        let orders = match labels.is_empty() {
            true => "no orders".to_string(),
            false => labels.join(", "),
        };
        writeln!(out, "\nTurn {turn}, month {first}: {orders}")?;
    }
    Ok(())
}

/// Runs all that is missing, on every core.
fn run_all(trials: &mut Trials) {
    let missing = trials.missing();
    let answers: Vec<_> = missing.par_iter().map(|place| trials.run(*place)).collect();
    for (place, scores) in missing.into_iter().zip(answers) {
        trials.take(Trials::first_batch(place), scores);
    }
}

fn advice(session: &Session, out: &mut dyn Write) -> io::Result<()> {
    let mut advisor = Advisor::new(session, &[]);
    run_all(&mut advisor.trials);
    let mut advice = advisor.advice();
    advice.sort_by(|a, b| b.difference.mean.total_cmp(&a.difference.mean));
    writeln!(out, "\nWhat each order is expected to change")?;
    let heads = [("order", Edge::Left), ("score", Edge::Left)];
    let mut sheet = Sheet::new(heads);
    for a in advice {
        sheet.row([a.order.full_label(), interval(a.difference)]);
    }
    sheet.write(out)
}

/// A difference for people.
fn interval(d: Difference) -> String {
    let clear = if d.is_clear() { "" } else { ", unclear" };
    format!("{:+.3} ({:+.3} to {:+.3}){clear}", d.mean, d.low, d.high)
}

fn debrief(session: &Session, out: &mut dyn Write) -> io::Result<()> {
    let goal = session.goal();
    let main = verdict(session, goal);
    let head = if main.won { "Won" } else { "Not won" };
    writeln!(out, "\n{head}. {}", main.sentence)?;
    paragraph(out, 0, WIDTH, &main.background)?;
    for row in GOALS.iter().filter(|row| row.goal != goal) {
        let (score, rank) = verdict(session, row.goal).companies[session.player()];
        writeln!(out, "  {}: number {rank}, {score:.2}", row.label)?;
    }
    let score = main.companies[session.player()].0;
    let mut thousand = luck(session);
    run_all(&mut thousand);
    let mut skill = Skill::new(session);
    run_all(&mut skill.trials);
    let percent = |share: f64| format!("{:.0} %", 100.0 * share);
    let below = share_below(&thousand.scores(0), score);
    writeln!(
        out,
        "\nLuck: {} of futures with the same orders score less. Skill: these orders do better than {} of other ways to play.",
        percent(below),
        percent(skill.share_beaten())
    )?;
    let mut mattered = Mattered::new(session);
    run_all(&mut mattered.trials);
    run_all(&mut mattered.replays);
    let mut effects = mattered.effects();
    effects.sort_by(|a, b| b.here.abs().total_cmp(&a.here.abs()));
    writeln!(out, "\nWhat mattered")?;
    let heads = [
        ("turn", Edge::Right),
        ("order", Edge::Left),
        ("expected then", Edge::Left),
        ("here", Edge::Right),
    ];
    let mut sheet = Sheet::new(heads);
    for e in effects.into_iter().take(EFFECTS) {
        let here = format!("{:+.3}", e.here);
        sheet.row([
            e.turn.to_string(),
            e.order.full_label(),
            interval(e.expected),
            here,
        ]);
    }
    sheet.write(out)?;
    writeln!(out, "\nTurning points")?;
    for p in turning_points(session) {
        let (first, last) = p.months;
        writeln!(out, "  months {first} to {last}: {:+.2}", p.change)?;
        for h in p.headlines {
            writeln!(out, "    {}", h.text)?;
        }
    }
    Ok(())
}
