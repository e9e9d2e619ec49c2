//! What `balance` prints: the table as text or CSV, and what follows from it in words.

use super::super::output::csv_line;
use super::super::sheet::{Edge, Sheet};
use super::{Gap, Results};
use std::io::{self, Write};

/// One line per preset and player; the Model page reads this form.
pub(super) fn csv(results: &Results, out: &mut dyn Write) -> io::Result<()> {
    let heads = ["rivals", "preset", "player", "games", "won", "turns"];
    csv_line(out, heads)?;
    for r in results.rows.iter().chain(&results.best_list) {
        let [games, won] = [r.games, r.won].map(|n| n.to_string());
        let turns = format!("{:.1}", r.turns);
        let first = [r.rivals, r.preset, r.player].map(str::to_string);
        csv_line(out, first.into_iter().chain([games, won, turns]))?;
    }
    Ok(())
}

/// The table, whether the better players win more in each preset, and how far one list of orders gets.
pub(super) fn text(results: &Results, out: &mut dyn Write) -> io::Result<()> {
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
    let percent = |share: f64| format!("{:.0}", 100.0 * share);
    let mut sheet = Sheet::new(heads);
    for r in results.rows.iter().chain(&results.best_list) {
        sheet.row([
            r.preset.to_string(),
            r.player.to_string(),
            format!("{} ± {} %", percent(r.wins), percent(r.error)),
            format!("{:.3}", r.score),
            format!("{:.1}", r.turns),
        ]);
    }
    sheet.write(out)?;
    writeln!(out, "\nWhether the better player wins more often")?;
    for gaps in results.gaps.chunk_by(|a, b| a.preset == b.preset) {
        let preset = gaps[0].preset;
        let named = |g: &Gap| {
            let (gap, error) = (percent(g.gap), percent(g.error));
            format!("{} over {}, {gap} ± {error} points", g.better, g.worse)
        };
        let list = |of: &dyn Fn(&Gap) -> bool| {
            let some = gaps.iter().filter(|g| of(g));
            some.map(named).collect::<Vec<_>>().join("; ")
        };
        let (broken, unclear) = (list(&|g| !g.holds()), list(&|g| g.holds() && !g.is_clear()));
        match (broken.is_empty(), unclear.is_empty()) {
            (true, true) => writeln!(out, "{preset}: yes, clearly.")?,
            (true, false) => writeln!(out, "{preset}: yes, but not clearly: {unclear}.")?,
            (false, _) => writeln!(out, "{preset}: no: {broken}.")?,
        }
    }
    if let Some(least) = results.least() {
        let (lists, least) = (results.lists, percent(least));
        writeln!(
            out,
            "\nOf {lists} lists of orders that won a game, given again by every company in every preset, the best wins {least} % of games in the preset where it wins least."
        )?;
    }
    Ok(())
}
