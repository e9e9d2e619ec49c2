//! Balance: how often which kind of player wins a game, as it was recorded by the command that plays them.

use super::Section;
use super::evidence::PART;
use super::html::{body_row, escape, framed, paragraph, table};
use crate::sim::goals::GOALS;
use crate::sim::orders::Order;
use crate::sim::presets::PRESETS;

/// What `after-the-leak balance --csv` printed for each way in which rivals decide, the usual one first. A test plays
/// some of it again.
const RECORDED: &str = include_str!("balance.csv");

/// One line of the record.
struct Cell {
    rivals: &'static str,
    preset: &'static str,
    player: &'static str,
    games: f64,
    won: f64,
    turns: f64,
}

fn recorded() -> Vec<Cell> {
    let cell = |line: &'static str| {
        let mut fields = line.split(',');
        let mut word = || fields.next().unwrap_or_default();
        let [rivals, preset, player] = [word(), word(), word()];
        let [games, won, turns] = [word(), word(), word()].map(|n| n.parse().unwrap_or(0.0));
        Cell {
            rivals,
            preset,
            player,
            games,
            won,
            turns,
        }
    };
    RECORDED.lines().skip(1).map(cell).collect()
}

/// The section of the page.
pub(super) fn section() -> Section {
    let cells = recorded();
    let usual = cells.first().map_or("", |c| c.rivals);
    let games = cells.iter().map(|c| c.games);
    let (most, least) = (
        games.clone().fold(0.0, f64::max),
        games.fold(f64::MAX, f64::min),
    );
    let html = paragraph(
        "A game is worth playing if whoever plays better wins more often, whatever the world, and if no list of orders wins everywhere. Four players that need no person played it: \
         one draws orders by lot; one takes the stance of the goal and follows the rules of the company’s strategy; one takes the same stance and weighs its moves by quantal response; \
         one gives each quarter the orders that the advisor finds clearly better than nothing in a few futures. Companies, goals and luck are dealt in turn and are the same for all four. The last column is no player: of all lists of orders that won a game, one for each starting point and goal, it is the one that wins most where it wins least, given again by every company in games with other luck for the goal it was made for.",
    ) + &format!(
        "<p>Each figure is the share of {most} games, for the list {least}, in which the company came first by its goal, with its standard error; with five companies, one in five is no better than the others. \
         Rivals decide “{}”, as a new game offers it. <code>after-the-leak balance</code> plays all of it again, says where a difference is within its error, and fails where a better player does not win more often.</p>\n",
        escape(usual)
    );
    let title = "Games won, by starting point and player";
    let by_preset = wins(&cells, title, "Starting point", |c| {
        (c.rivals == usual).then_some(c.preset)
    });
    let title = "Games won in all starting points, by rivals and player";
    let by_rivals = wins(&cells, title, "Rivals", |c| Some(c.rivals));
    Section::new(
        "balance",
        PART,
        "Balance of the game",
        html + &by_preset
            + "<h3>How strong rivals are</h3>\n"
            + &by_rivals
            + "<h3>Stances</h3>\n"
            + &stances(),
    )
}

/// A table of wins: a row for each key, a column for each player, and the turns that a game lasts.
fn wins(
    cells: &[Cell],
    title: &str,
    head: &str,
    key: impl Fn(&Cell) -> Option<&'static str>,
) -> String {
    let mut keys: Vec<&str> = vec![];
    let mut players: Vec<&str> = vec![];
    for c in cells {
        let Some(key) = key(c) else { continue };
        if !keys.contains(&key) {
            keys.push(key);
        }
        if !players.contains(&c.player) {
            players.push(c.player);
        }
    }
    let mut heads = vec![head];
    heads.extend(&players);
    heads.push("turns");
    let rows = keys.iter().map(|row| {
        let of = |player: &str| {
            let here = cells
                .iter()
                .filter(|c| key(c) == Some(*row) && c.player == player);
            here.fold((0.0, 0.0), |(won, games), c| (won + c.won, games + c.games))
        };
        let preset = PRESETS.iter().find(|p| p.id == *row);
        let mut line = vec![escape(preset.map_or(row, |p| p.name))];
        line.extend(players.iter().map(|player| share(of(player))));
        let here = cells.iter().filter(|c| key(c) == Some(*row));
        let (turns, n) = here.fold((0.0, 0.0), |(turns, n), c| (turns + c.turns, n + 1.0));
        line.push(format!("{:.0}", turns / n));
        body_row("", &heads, &line)
    });
    framed(title, "balance", &heads, rows)
}

/// `74 ± 3 %`.
fn share((won, games): (f64, f64)) -> String {
    let share = won / games;
    let error = (share * (1.0 - share) / games).sqrt();
    format!("{:.0} ± {:.0} %", 100.0 * share, 100.0 * error)
}

/// The dials that players by rule and by response set for each goal.
fn stances() -> String {
    let label = |id: &&str| Order::by_id(id).map_or(String::new(), Order::full_label);
    let rows = GOALS.iter().map(|goal| {
        let dials: Vec<String> = goal.stance.iter().map(label).collect();
        vec![
            escape(goal.label),
            escape(goal.help),
            escape(&dials.join("; ")),
            "Judgement".to_string(),
        ]
    });
    table(
        "Goals and stances",
        &["Goal", "How it is judged", "Stance", "Source"],
        rows,
    )
}
