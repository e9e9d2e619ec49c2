//! A scenario: all that decides a run. It is written in words, `key=value`, as differences from a preset.

mod script;
mod words;

use super::companies::{COMPANIES, Start};
use super::events::Event;
use super::goals::Goal;
use super::happenings::Happening;
use super::orders::Turn;
use super::params::Params;
use super::presets::PRESETS;
use super::seed::Seed;
pub use script::Scripted;
pub(super) use words::shown;
pub use words::written;

/// Years a scenario may run. Judgement.
pub const YEARS_MIN: u32 = 3;
pub const YEARS_MAX: u32 = 10;
/// Years it runs unless said otherwise. Judgement.
pub const YEARS_DEFAULT: u32 = 5;
/// What the word `player` says where nobody plays.
const NOBODY: &str = "nobody";
/// A script may hold this many happenings. Judgement.
pub const SCRIPT_MAX: usize = 64;
/// A sentence about what somebody wrote repeats this many of its characters. Judgement.
const SHOWN_MAX: usize = 40;
/// The strength of a scripted happening is within ± this. Judgement.
const AMOUNT_MAX: f64 = 10.0;
/// A company's name may have this many characters. Judgement.
pub const NAME_MAX: usize = 24;

/// A company in a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Entrant {
    /// Place in [`COMPANIES`].
    pub archetype: usize,
    pub name: String,
    pub start: Start<f64>,
}

/// All that decides a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// Place in [`PRESETS`]; what the words are differences from.
    pub preset: usize,
    pub seed: Seed,
    pub years: u32,
    pub params: Params<f64>,
    /// Two to eight companies; the first is the one whose project leaks.
    pub companies: Vec<Entrant>,
    pub script: Vec<Scripted>,
    /// The company a person plays, by its place in [`COMPANIES`]; nobody unless said otherwise.
    pub player: Option<usize>,
    /// What the player wants. A run does not depend on it.
    pub goal: Goal,
    /// What the player has ordered, turn by turn.
    pub orders: Vec<Turn>,
}

impl Default for Scenario {
    /// The seed preset.
    fn default() -> Self {
        Scenario::preset(
            PRESETS
                .iter()
                .position(|p| p.id == super::presets::DEFAULT)
                .unwrap_or(0),
        )
    }
}

impl Scenario {
    /// A preset as published; panics if there is none at this place.
    pub fn preset(place: usize) -> Scenario {
        let mut scenario = Scenario {
            preset: place,
            seed: Seed::nearest(super::presets::SEED),
            years: YEARS_DEFAULT,
            params: Params::default(),
            companies: COMPANIES[..super::presets::COMPANIES_USUAL]
                .iter()
                .enumerate()
                .map(|(k, _)| entrant(k))
                .collect(),
            script: Vec::new(),
            player: None,
            goal: Goal::Valuation,
            orders: Vec::new(),
        };
        for (key, value) in PRESETS[place]
            .words
            .split_whitespace()
            .filter_map(|w| w.split_once('='))
        {
            let notes = scenario.set(key, value);
            debug_assert!(notes.is_empty(), "preset {}: {notes:?}", PRESETS[place].id);
        }
        scenario
    }

    /// The preset with this name.
    pub fn named(id: &str) -> Option<Scenario> {
        PRESETS
            .iter()
            .position(|p| p.id == id)
            .map(Scenario::preset)
    }

    /// How many months it runs.
    pub fn months(&self) -> u32 {
        12 * self.years
    }

    /// Whether a catastrophe can end it.
    pub fn may_end(&self) -> bool {
        let catastrophe = Happening::Event(Event::Catastrophe);
        self.params.catastrophe_probability > 0.0
            || self.script.iter().any(|s| s.what == catastrophe)
    }

    /// The place in the scenario of a company of the table.
    pub fn place_of(&self, archetype: usize) -> Option<usize> {
        self.companies.iter().position(|c| c.archetype == archetype)
    }
}

/// A company of the table as it starts.
fn entrant(archetype: usize) -> Entrant {
    let c = &COMPANIES[archetype];
    Entrant {
        archetype,
        name: c.name.to_string(),
        start: c.start,
    }
}
