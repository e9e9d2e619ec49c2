//! TABLE: the dials of a player's standing policy and their levels.

use super::actions::{ACTIONS, Action};
use super::world::Mind;

/// A part of the standing policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dial {
    Openness,
    Research,
    Launches,
    Price,
    Message,
    Command,
}

/// All dials, with their names for people.
pub const DIALS: [(Dial, &str); 6] = [
    (Dial::Openness, "Openness"),
    (Dial::Research, "Research"),
    (Dial::Launches, "Launches"),
    (Dial::Price, "Price"),
    (Dial::Message, "Message to investors"),
    (Dial::Command, "Who decides"),
];

/// What a level sets.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Setting {
    /// The action that takes the company there, at that action's cost and delay.
    Openness(Action),
    /// Shares of R&D added to the scenario's own for efficiency and agents, and the least share for safety.
    Research {
        efficiency: f64,
        agents: f64,
        safety: f64,
    },
    /// Launches relative to the usual rate.
    Launches(f64),
    /// A price cut that is kept up, log; negative is dearer.
    Price(f64),
    /// The action that is repeated whenever it may.
    Message(Option<Action>),
    /// Who takes the moves.
    Command(Mind),
}

/// One level of a dial.
#[derive(Clone, Copy, Debug)]
pub struct LevelRow {
    pub dial: Dial,
    /// Its name in orders. The levels of openness have the names of the actions that lead there.
    pub id: &'static str,
    pub label: &'static str,
    pub help: &'static str,
    /// What it costs to change to it, bn $; for openness the action's cost.
    pub cost: f64,
    pub setting: Setting,
}

/// What a reorganisation of research costs, bn $. Judgement.
const REORGANISATION: f64 = 0.1;

const fn level(
    dial: Dial,
    id: &'static str,
    label: &'static str,
    cost: f64,
    setting: Setting,
    help: &'static str,
) -> LevelRow {
    LevelRow {
        dial,
        id,
        label,
        help,
        cost,
        setting,
    }
}

/// A mix of R&D: shares added for efficiency and agents, the least for safety.
const fn mix(efficiency: f64, agents: f64, safety: f64) -> Setting {
    Setting::Research {
        efficiency,
        agents,
        safety,
    }
}

/// A level of openness: what it says is what its action says.
const fn openness(action: Action, label: &'static str) -> LevelRow {
    let row = &ACTIONS[action as usize];
    let setting = Setting::Openness(action);
    level(Dial::Openness, row.id, label, row.cost, setting, row.help)
}

/// Every level, dial by dial; all figures are judgement. A dial that was never set is where the company's strategy has it.
#[rustfmt::skip]
pub const LEVELS: &[LevelRow] = &[
    openness(Action::Reclose, "Closed"),
    openness(Action::OpenWeights, "Open weights"),
    openness(Action::FullOpen, "Everything open"),
    level(Dial::Research, "balanced", "Balanced", REORGANISATION, mix(0.0, 0.0, 0.0), "The usual mix."),
    level(Dial::Research, "scale", "Scale", REORGANISATION, mix(-0.1, 0.0, 0.0), "A tenth of R&D moves from efficiency to capability."),
    level(Dial::Research, "efficiency", "Efficiency", REORGANISATION, mix(0.1, 0.0, 0.0), "A tenth of R&D moves from capability to efficiency and the new architecture."),
    level(Dial::Research, "agents", "Agents", REORGANISATION, mix(0.0, 0.1, 0.0), "A tenth of R&D moves from capability to the reliability of agents."),
    level(Dial::Research, "safety", "Safety", REORGANISATION, mix(0.0, 0.0, 0.2), "A fifth of R&D at least is for safety."),
    level(Dial::Launches, "launch-often", "Often", 0.0, Setting::Launches(1.4), "Launch almost half as often again as others: newer products, less time to make them safe."),
    level(Dial::Launches, "launch-usual", "As usual", 0.0, Setting::Launches(1.0), "Launch as often as others."),
    level(Dial::Launches, "launch-rarely", "Rarely", 0.0, Setting::Launches(0.6), "Launch a little more than half as often as others, when it is ready."),
    level(Dial::Price, "price-low", "Low", 0.0, Setting::Price(0.15), "Sell about a seventh cheaper than cost and margin suggest, as long as it lasts."),
    level(Dial::Price, "price-usual", "Usual", 0.0, Setting::Price(0.0), "Sell at cost and the usual margin."),
    level(Dial::Price, "price-high", "High", 0.0, Setting::Price(-0.1), "Sell a tenth dearer: fewer users, a better margin."),
    level(Dial::Message, "quiet", "None", 0.0, Setting::Message(None), "Let results speak."),
    level(Dial::Message, "story", "A story", 0.0, Setting::Message(Some(Action::TellStory)), "Tell investors a story twice a year, each at its cost."),
    level(Dial::Message, "metrics", "Verifiable metrics", 0.0, Setting::Message(Some(Action::PublishMetrics)), "Publish audited figures twice a year, each time at their cost."),
    level(Dial::Command, "hands-on", "You", 0.0, Setting::Command(Mind::Orders), "The company does what you order."),
    level(Dial::Command, "delegate", "Its strategy", 0.0, Setting::Command(Mind::Rules), "The company decides by the rules of its strategy; openness and research stay where you set them."),
    level(Dial::Command, "deliberate", "Its analysts", 0.0, Setting::Command(Mind::Response), "The company weighs its moves by what they are expected to earn; openness and research stay where you set them."),
];

/// A level, by its place in [`LEVELS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Level(pub usize);

impl Level {
    /// Its row in the table.
    pub fn row(self) -> &'static LevelRow {
        &LEVELS[self.0]
    }
}
