//! Scenarios as words: how they are read, one by one, and written as what differs from a preset.

use super::{
    Entrant, NAME_MAX, NOBODY, SCRIPT_MAX, SHOWN_MAX, Scenario, Scripted, YEARS_MAX, YEARS_MIN,
    entrant,
};
use crate::num::{read_decimal, sort_short};
use crate::sim::companies::{COMPANIES, FIGURES, MAX_COMPANIES, company_by_id};
use crate::sim::goals::Goal;
use crate::sim::orders;
use crate::sim::params::PARAMS;
use crate::sim::seed::Seed;
use crate::sim::table::Row;

impl Scenario {
    /// Takes one word; what could not be taken as written comes back as sentences, and the nearest valid value is taken.
    pub fn set(&mut self, key: &str, value: &str) -> Vec<String> {
        match key {
            "seed" => self.set_seed(value),
            "years" => self.set_years(value),
            "companies" => self.set_companies(value),
            "script" => self.set_script(value),
            "player" => self.set_player(value),
            "goal" => self.set_goal(value),
            "orders" => {
                let (orders, notes) = orders::read(value);
                self.orders = orders;
                notes
            }
            _ => match key.split_once('.') {
                Some((company, figure)) => self.set_figure(company, figure, value),
                None => self.set_parameter(key, value),
            },
        }
    }

    fn set_seed(&mut self, value: &str) -> Vec<String> {
        self.seed = Seed::nearest(value);
        match Seed::read(value) {
            Ok(_) => vec![],
            Err(why) => vec![format!("Seed: {why}; {} is used.", self.seed)],
        }
    }

    fn set_years(&mut self, value: &str) -> Vec<String> {
        match read_decimal(value) {
            Some(years) if years.is_finite() => {
                self.years = (years
                    .round()
                    .clamp(f64::from(YEARS_MIN), f64::from(YEARS_MAX)))
                    as u32;
                if f64::from(self.years) == years {
                    return vec![];
                }
                vec![format!(
                    "Years run from {YEARS_MIN} to {YEARS_MAX} in whole numbers; {years} became {}.",
                    self.years
                )]
            }
            _ => vec![format!(
                "“{}” is not a number of years; {} is kept.",
                shown(value),
                self.years
            )],
        }
    }

    fn set_companies(&mut self, value: &str) -> Vec<String> {
        let mut notes = vec![];
        let mut chosen: Vec<Entrant> = vec![];
        for id in value.split(',').filter(|id| !id.is_empty()) {
            match company_by_id(id) {
                Some(k) if chosen.iter().any(|c| c.archetype == k) => {
                    notes.push(format!("Company “{id}” is named twice; once counts."));
                }
                Some(k) => chosen.push(
                    self.companies
                        .iter()
                        .find(|c| c.archetype == k)
                        .cloned()
                        .unwrap_or_else(|| entrant(k)),
                ),
                None => notes.push(format!(
                    "There is no company “{}”; it is left out.",
                    shown(id)
                )),
            }
        }
        chosen.truncate(MAX_COMPANIES);
        if chosen.len() < 2 {
            notes.push("A race needs at least two companies; the usual ones are kept.".to_string());
        } else {
            self.companies = chosen;
        }
        if self.player.is_some_and(|a| self.place_of(a).is_none()) {
            self.player = None;
            notes.push("The company that was played no longer races; nobody plays.".to_string());
        }
        notes
    }

    fn set_player(&mut self, value: &str) -> Vec<String> {
        let player = company_by_id(value).filter(|a| self.place_of(*a).is_some());
        if player.is_none() && value != NOBODY {
            return vec![format!(
                "No company “{}” races here; it cannot be played.",
                shown(value)
            )];
        }
        self.player = player;
        vec![]
    }

    fn set_goal(&mut self, value: &str) -> Vec<String> {
        match Goal::by_id(value) {
            Some(goal) => self.goal = goal,
            None => {
                let kept = self.goal.row().id;
                return vec![format!(
                    "There is no goal “{}”; {kept} is kept.",
                    shown(value)
                )];
            }
        }
        vec![]
    }

    fn set_figure(&mut self, company: &str, figure: &str, value: &str) -> Vec<String> {
        let Some(entrant) = company_by_id(company)
            .and_then(|k| self.companies.iter_mut().find(|c| c.archetype == k))
        else {
            return vec![format!(
                "No company “{}” races here; {company}.{figure} is ignored.",
                shown(company)
            )];
        };
        if figure == "name" {
            let name = clean_name(value);
            if name.is_empty() {
                return vec![format!(
                    "A company needs a name; “{}” is kept.",
                    entrant.name
                )];
            }
            entrant.name = name;
            return vec![];
        }
        let Some(place) = FIGURES.iter().position(|row| row.key == figure) else {
            return vec![format!(
                "Companies have no figure “{}”; it is ignored.",
                shown(figure)
            )];
        };
        let (taken, notes) = read_number(&FIGURES[place], value, entrant.start.get(place));
        entrant.start.set(place, taken);
        notes
    }

    fn set_parameter(&mut self, key: &str, value: &str) -> Vec<String> {
        let Some(place) = PARAMS.iter().position(|row| row.key == key) else {
            return vec![format!(
                "There is no parameter “{}”; it is ignored.",
                shown(key)
            )];
        };
        let (taken, notes) = read_number(&PARAMS[place], value, self.params.get(place));
        self.params.set(place, taken);
        notes
    }

    fn set_script(&mut self, value: &str) -> Vec<String> {
        self.script.clear();
        let mut notes = vec![];
        for text in value.split(',').filter(|t| !t.is_empty()) {
            match Scripted::read(text) {
                Ok(_) if self.script.len() == SCRIPT_MAX => {
                    notes.push(format!(
                        "A script holds {SCRIPT_MAX} happenings; the rest is left out."
                    ));
                    break;
                }
                Ok(scripted) => self.script.push(scripted),
                Err(why) => notes.push(why),
            }
        }
        sort_short(&mut self.script, |a, b| a.month.cmp(&b.month));
        notes
    }

    /// The words that differ from the preset, in table order; together with the preset they are the scenario.
    pub fn words(&self) -> Vec<(String, String)> {
        let base = Scenario::preset(self.preset);
        let mut words = vec![];
        let mut word = |key: String, value: String| words.push((key, value));
        if self.seed != base.seed {
            word("seed".into(), self.seed.to_string());
        }
        if self.years != base.years {
            word("years".into(), self.years.to_string());
        }
        let ids = |s: &Scenario| {
            s.companies
                .iter()
                .map(|c| COMPANIES[c.archetype].id)
                .collect::<Vec<_>>()
                .join(",")
        };
        if ids(self) != ids(&base) {
            word("companies".into(), ids(self));
        }
        for (place, row) in PARAMS.iter().enumerate() {
            if self.params.get(place) != base.params.get(place) {
                word(row.key.into(), written(row, self.params.get(place)));
            }
        }
        for c in &self.companies {
            let usual = base
                .companies
                .iter()
                .find(|b| b.archetype == c.archetype)
                .cloned()
                .unwrap_or_else(|| entrant(c.archetype));
            let id = COMPANIES[c.archetype].id;
            if c.name != usual.name {
                word(format!("{id}.name"), c.name.clone());
            }
            for (place, row) in FIGURES.iter().enumerate() {
                if c.start.get(place) != usual.start.get(place) {
                    word(
                        format!("{id}.{}", row.key),
                        written(row, c.start.get(place)),
                    );
                }
            }
        }
        if self.script != base.script {
            word(
                "script".into(),
                self.script
                    .iter()
                    .map(ToString::to_string)
                    .collect::<Vec<_>>()
                    .join(","),
            );
        }
        if self.player != base.player {
            let id = self.player.map_or(NOBODY, |a| COMPANIES[a].id);
            word("player".into(), id.into());
        }
        if self.goal != base.goal {
            word("goal".into(), self.goal.row().id.into());
        }
        if self.orders != base.orders {
            word("orders".into(), orders::write(&self.orders));
        }
        words
    }
}

/// Reads a value of a row, by number or by the name of a choice.
fn read_number(row: &Row, text: &str, kept: f64) -> (f64, Vec<String>) {
    if let Some(choice) = row.choices.iter().position(|c| dashed(c) == dashed(text)) {
        return (choice as f64, vec![]);
    }
    let number = read_decimal(text.trim()).filter(|n| !n.is_nan());
    let allowed = if row.choices.is_empty() {
        format!(
            "{}{} to {}",
            if number.is_some() {
                ""
            } else {
                "a number from "
            },
            row.min,
            row.max
        )
    } else {
        format!("one of {}", row.choices.join(", "))
    };
    let taken = number.map_or(kept, |n| row.nearest(n));
    if number == Some(taken) {
        return (taken, vec![]);
    }
    // A number that is only too large is not called "not a number".
    let (refusal, verb) = match number {
        Some(_) if row.choices.is_empty() => ("is outside", "used"),
        Some(_) => ("is not", "used"),
        None => ("is not", "kept"),
    };
    let note = format!(
        "{}: “{}” {refusal} {allowed}; {} is {verb}.",
        row.label,
        shown(text),
        written(row, taken)
    );
    (taken, vec![note])
}

/// A value as words write it.
pub fn written(row: &Row, value: f64) -> String {
    match row.choices.get(value as usize) {
        Some(choice) => dashed(choice),
        // Minus zero would not compare by its text.
        None => (value + 0.0).to_string(),
    }
}

fn dashed(text: &str) -> String {
    text.trim().replace(' ', "-").to_ascii_lowercase()
}

/// The first characters of what somebody wrote, for a sentence about it.
pub(in crate::sim) fn shown(text: &str) -> String {
    let cut: String = text
        .chars()
        .filter(|c| !c.is_control())
        .take(SHOWN_MAX)
        .collect();
    if text.chars().count() > SHOWN_MAX {
        format!("{cut}…")
    } else {
        cut
    }
}

/// A name without control characters and of reasonable length.
fn clean_name(text: &str) -> String {
    let kept: String = text
        .chars()
        .filter(|c| !c.is_control())
        .take(NAME_MAX)
        .collect();
    kept.trim().to_string()
}
