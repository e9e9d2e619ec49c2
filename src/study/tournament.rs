//! A tournament: one company plays each strategy in turn, with the same luck, and is judged by each goal.

use super::ensemble::Ensemble;
use super::moments::mean_and_error;
use super::outcomes::first_proxy;
use crate::sim::Scenario;
use crate::sim::companies::{STRATEGIES, Strategy};
use crate::sim::goals::Goal;
use crate::sim::metrics::Metric;

/// The goals that strategies are judged by: money in billions at the end, standard and first proxy as probabilities,
/// safety as the number of severe incidents with the sign turned. A player's score is made of more, see `game`.
pub const JUDGED: [Goal; 4] = [
    Goal::Valuation,
    Goal::Standard,
    Goal::FirstProxy,
    Goal::Safety,
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
    /// By goal, in the order of [`JUDGED`]: the score of every future, so that entries can be compared in pairs.
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
        mean_and_error(pairs.map(|(a, b)| a - b))
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
