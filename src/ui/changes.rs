//! What a scenario changes in its preset: every difference in words, each of which can be taken back.

use super::words;
use after_the_leak::sim::Scenario;
use after_the_leak::sim::companies::{COMPANIES, FIGURES};
use after_the_leak::sim::params::PARAMS;
use after_the_leak::sim::scenario::Entrant;
use after_the_leak::sim::table::Row;

/// One difference from the preset.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Its word in links: what [`revert`] takes.
    pub key: String,
    pub label: String,
    pub from: String,
    pub to: String,
}

/// Every difference of a scenario from its preset, in the order of its words.
pub fn changes(scenario: &Scenario) -> Vec<Change> {
    let base = Scenario::preset(scenario.preset);
    let words = scenario.words();
    words
        .into_iter()
        .map(|(key, _)| describe(scenario, &base, key))
        .collect()
}

/// Whether more than luck and the game in it differ from the preset.
pub fn is_tuned(scenario: &Scenario) -> bool {
    const OF_A_GAME: [&str; 5] = ["seed", "player", "goal", "orders", "rivals"];
    let words = scenario.words();
    words
        .iter()
        .any(|(key, _)| !OF_A_GAME.contains(&key.as_str()))
}

fn describe(scenario: &Scenario, base: &Scenario, key: String) -> Change {
    let named = |label: &str, from: String, to: String| Change {
        key: key.clone(),
        label: label.to_string(),
        from,
        to,
    };
    match key.as_str() {
        "seed" => named("Seed", base.seed.to_string(), scenario.seed.to_string()),
        "years" => named("Years", base.years.to_string(), scenario.years.to_string()),
        "companies" => named("Companies", roll(base), roll(scenario)),
        "player" => named("Played", played(base), played(scenario)),
        "goal" => {
            let label = |s: &Scenario| s.goal.row().label.to_string();
            named("Goal", label(base), label(scenario))
        }
        "orders" => named("Orders", ordered(base), ordered(scenario)),
        "script" => named("Script", happenings(base), happenings(scenario)),
        _ => match key.split_once('.') {
            Some((id, figure)) => figure_change(scenario, base, &key, id, figure),
            None => {
                let place = PARAMS.iter().position(|row| row.key == key).unwrap_or(0);
                let row = &PARAMS[place];
                let value = |s: &Scenario| words::value(row, s.params.get(place));
                named(row.label, value(base), value(scenario))
            }
        },
    }
}

fn figure_change(
    scenario: &Scenario,
    base: &Scenario,
    key: &str,
    id: &str,
    figure: &str,
) -> Change {
    let now = scenario
        .companies
        .iter()
        .find(|c| COMPANIES[c.archetype].id == id);
    let name = now.map_or(id, |c| c.name.as_str());
    let before = now.map(|c| usual(base, c.archetype));
    let value = |c: Option<&Entrant>| match (c, figure_row(figure)) {
        (Some(c), Some((place, row))) => words::value(row, c.start.get(place)),
        (Some(c), None) => c.name.clone(),
        _ => String::new(),
    };
    let what = figure_row(figure).map_or("Name", |(_, row)| row.label);
    Change {
        key: key.to_string(),
        label: format!("{name}: {what}"),
        from: value(before.as_ref()),
        to: value(now),
    }
}

fn figure_row(figure: &str) -> Option<(usize, &'static Row)> {
    FIGURES
        .iter()
        .enumerate()
        .find(|(_, row)| row.key == figure)
}

fn roll(scenario: &Scenario) -> String {
    let names: Vec<&str> = scenario.companies.iter().map(|c| c.name.as_str()).collect();
    names.join(", ")
}

fn played(scenario: &Scenario) -> String {
    match scenario.player {
        Some(archetype) => usual(scenario, archetype).name,
        None => "nobody".to_string(),
    }
}

fn ordered(scenario: &Scenario) -> String {
    match scenario.orders.len() {
        0 => "none".to_string(),
        1 => "in 1 turn".to_string(),
        n => format!("in {n} turns"),
    }
}

fn happenings(scenario: &Scenario) -> String {
    match scenario.script.len() {
        0 => "nothing scheduled".to_string(),
        1 => "1 happening".to_string(),
        n => format!("{n} happenings"),
    }
}

/// A company as the preset has it, or as the table has it where the preset does without.
pub fn usual(base: &Scenario, archetype: usize) -> Entrant {
    let own = base.companies.iter().find(|c| c.archetype == archetype);
    own.cloned().unwrap_or_else(|| Entrant {
        archetype,
        name: COMPANIES[archetype].name.to_string(),
        start: COMPANIES[archetype].start,
    })
}

/// The scenario without one difference.
pub fn revert(scenario: &Scenario, key: &str) -> Scenario {
    let base = Scenario::preset(scenario.preset);
    let mut back = scenario.clone();
    match key {
        "seed" => back.seed = base.seed,
        "years" => back.years = base.years,
        "script" => back.script = base.script,
        "companies" => {
            let kept = |c: &Entrant| {
                let own = scenario
                    .companies
                    .iter()
                    .find(|o| o.archetype == c.archetype);
                own.cloned().unwrap_or_else(|| c.clone())
            };
            back.companies = base.companies.iter().map(kept).collect();
        }
        _ => match key.split_once('.') {
            Some((id, figure)) => revert_figure(&mut back, &base, id, figure),
            None => {
                if let Some(place) = PARAMS.iter().position(|row| row.key == key) {
                    back.params.set(place, base.params.get(place));
                }
            }
        },
    }
    back
}

fn revert_figure(back: &mut Scenario, base: &Scenario, id: &str, figure: &str) {
    let here = |c: &&mut Entrant| COMPANIES[c.archetype].id == id;
    let Some(entrant) = back.companies.iter_mut().find(here) else {
        return;
    };
    let before = usual(base, entrant.archetype);
    match figure_row(figure) {
        Some((place, _)) => entrant.start.set(place, before.start.get(place)),
        None => entrant.name = before.name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_difference_can_be_taken_back() {
        let mut scenario = Scenario::default();
        for (key, value) in [
            ("seed", "12"),
            ("years", "7"),
            ("companies", "open-lab,meta,startup"),
            ("network_strength", "3.2"),
            ("meta.brand", "1"),
            ("startup.cash", "3"),
            ("open-lab.name", "Lab of all"),
            ("script", "4:meta:launch"),
        ] {
            assert!(scenario.set(key, value).is_empty(), "{key}");
        }
        let list = changes(&scenario);
        assert_eq!(list.len(), 8);
        assert!(
            list.iter().all(|c| c.from != c.to && !c.label.is_empty()),
            "{list:?}"
        );
        let back = list.iter().fold(scenario, |s, c| revert(&s, &c.key));
        assert_eq!(back, Scenario::default());
    }
}
