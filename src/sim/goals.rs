//! TABLE: what a player may want. The run does not know of it; the game judges by it.

/// What a player may want.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    Valuation,
    Standard,
    FirstProxy,
    Safety,
    Balanced,
}

/// One goal.
#[derive(Clone, Copy, Debug)]
pub struct GoalRow {
    pub goal: Goal,
    /// Its name in links.
    pub id: &'static str,
    pub label: &'static str,
    /// How it is judged: the score of a company, 0 to 1.
    pub help: &'static str,
    /// The dials that a company with this aim sets at the start and leaves alone, by the names of their levels: how
    /// players by rule and by response play for the goal. Judgement.
    pub stance: &'static [&'static str],
}

/// Every goal, in the order in which they are offered.
pub const GOALS: &[GoalRow] = &[
    GoalRow {
        goal: Goal::Valuation,
        id: "valuation",
        label: "Most valuable",
        help: "The score is the company's part of what all companies were worth together over the last year, what investors have put in since the start not counted.",
        stance: &["efficiency", "launch-often", "story"],
    },
    GoalRow {
        goal: Goal::Standard,
        id: "standard",
        label: "Sets the standard",
        help: "The score is 1 once the company's ecosystem is the standard, 0 once another one is, and its share of developers as long as none is. The game ends when there is a standard.",
        stance: &["full-open", "launch-often"],
    },
    GoalRow {
        goal: Goal::FirstProxy,
        id: "first-proxy",
        label: "First trusted proxy",
        help: "The score is a half if the company's agent and the best other one become trusted proxies in software in the same month, 1 if it is a year ahead or more, 0 if a year behind. Where neither becomes one, a doubling between their horizons counts as seven months. The game ends a year after the first proxy.",
        stance: &["agents", "launch-often"],
    },
    GoalRow {
        goal: Goal::Safety,
        id: "safety",
        label: "No severe incident",
        help: "The score is 1 without a severe incident of the company's own, a half with one, a third with two, and less the further its share of users is below an even one.",
        stance: &["safety"],
    },
    GoalRow {
        goal: Goal::Balanced,
        id: "balanced",
        label: "Balanced",
        help: "The score is the mean of the other four.",
        stance: &["full-open", "safety", "launch-often"],
    },
];

impl Goal {
    /// Its row in the table.
    pub fn row(self) -> &'static GoalRow {
        &GOALS[self as usize]
    }

    /// The goal with this name.
    pub fn by_id(id: &str) -> Option<Goal> {
        GOALS.iter().find(|row| row.id == id).map(|row| row.goal)
    }
}
