//! A tournament: one company plays each strategy in turn, with the same luck, and is judged by each goal.

use super::ensemble::Ensemble;
use super::outcomes::first_proxy;
use crate::sim::Scenario;
use crate::sim::companies::{STRATEGIES, Strategy};
use crate::sim::metrics::Metric;

/// What a company may want.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// Be worth most at the end, bn $.
    Valuation,
    /// Own the de-facto standard at the end, probability.
    Standard,
    /// Have the first proxy in software development while trusted, probability.
    FirstProxy,
    /// Cause few severe incidents; the score is their number with the sign turned.
    Safety,
}

/// All goals, with their names for people.
pub const GOALS: [(Goal, &str); 4] = [
    (Goal::Valuation, "most valuable"),
    (Goal::Standard, "sets the standard"),
    (Goal::FirstProxy, "first trusted proxy"),
    (Goal::Safety, "fewest severe incidents"),
];

/// The metrics that goals are judged by.
const GOAL_METRICS: &[Metric] = &[
    Metric::Valuation,
    Metric::StandardOwner,
    Metric::StageSoftware,
    Metric::SevereSoFar,
];

/// How one strategy did.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub strategy: &'static Strategy,
    /// By goal, in the order of [`GOALS`]: the score of every future, so that entries can be compared in pairs.
    pub scores: Vec<Vec<f64>>,
}

impl Entry {
    /// Mean score for a goal.
    pub fn mean(&self, goal: usize) -> f64 {
        self.scores[goal].iter().sum::<f64>() / self.scores[goal].len().max(1) as f64
    }

    /// Mean of the paired differences to another entry, and its standard error.
    pub fn lead(&self, other: &Entry, goal: usize) -> (f64, f64) {
        let pairs = self.scores[goal].iter().zip(&other.scores[goal]);
        let differences: Vec<f64> = pairs.map(|(a, b)| a - b).collect();
        let n = differences.len().max(1) as f64;
        let mean = differences.iter().sum::<f64>() / n;
        let variance = differences
            .iter()
            .map(|d| (d - mean) * (d - mean))
            .sum::<f64>()
            / n;
        (mean, (variance / n).sqrt())
    }
}

/// The meta-strategies: all that act.
pub fn meta_strategies() -> impl Iterator<Item = (usize, &'static Strategy)> {
    STRATEGIES.iter().enumerate().filter(|(_, s)| s.acts)
}

/// Lets company `i` play each meta-strategy in the same futures.
pub fn play(scenario: &Scenario, i: usize, futures: usize) -> Vec<Entry> {
    let entry = |(place, strategy): (usize, &'static Strategy)| {
        let mut played = scenario.clone();
        played.companies[i].start.strategy = place as f64;
        Entry {
            strategy,
            scores: scores(&played, i, futures),
        }
    };
    meta_strategies().map(entry).collect()
}

/// The best entry for a goal: the highest mean, the first of equals.
pub fn best(entries: &[Entry], goal: usize) -> usize {
    let mut best = 0;
    for k in 1..entries.len() {
        if entries[k].mean(goal) > entries[best].mean(goal) {
            best = k;
        }
    }
    best
}

fn scores(scenario: &Scenario, i: usize, futures: usize) -> Vec<Vec<f64>> {
    let ensemble = Ensemble::run(scenario, futures, GOAL_METRICS);
    let last = ensemble.samples - 1;
    let values = |metric: Metric, company: usize| -> Vec<f64> {
        ensemble
            .across(metric, company, last)
            .into_iter()
            .map(f64::from)
            .collect()
    };
    let is = |truth: bool| f64::from(u8::from(truth));
    vec![
        values(Metric::Valuation, i),
        values(Metric::StandardOwner, 0)
            .into_iter()
            .map(|owner| is(owner == i as f64))
            .collect(),
        first_proxy(&ensemble)
            .into_iter()
            .map(|first| is(first == Some(i)))
            .collect(),
        values(Metric::SevereSoFar, i)
            .into_iter()
            .map(|n| -n)
            .collect(),
    ]
}
