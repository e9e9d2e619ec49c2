//! Scores: how well a run went for a company by a goal, 0 to 1, and how the companies rank by it.

use crate::num::{HALF, Lanes, Real};
use crate::sim::goals::Goal;
use crate::sim::{Metric, Scenario, Trace};

/// What a trace must hold to be scored.
pub const SCORE_METRICS: &[Metric] = &[
    Metric::Valuation,
    Metric::Raised,
    Metric::DeveloperShare,
    Metric::UserShare,
    Metric::StageSoftware,
    Metric::Horizon,
    Metric::SevereSoFar,
    Metric::Bankrupt,
    Metric::StandardOwner,
    Metric::Catastrophe,
];

/// The whole stage from which an agent is a proxy.
const PROXY: f64 = 2.5;
/// Months ahead of the best other company that are worth a full score. Judgement.
pub const LEAD_MONTHS: f64 = 12.0;
/// A proxy that was not reached counts as this many months after the end. Judgement.
const LATE_MONTHS: f64 = 12.0;
/// Months that one doubling of the horizon is worth between companies without a proxy: METR (2025), the doubling time
/// of 2019–25.
const DOUBLING_MONTHS: f64 = 7.0;

/// One future of a trace, as far as it was recorded.
#[derive(Clone, Copy)]
pub struct Seen<'a> {
    pub trace: &'a Trace<Lanes>,
    pub lane: usize,
    /// The sample that counts as the end.
    pub end: usize,
}

impl Seen<'_> {
    fn at(&self, metric: Metric, i: usize, sample: usize) -> f64 {
        let series = self.trace.series(metric, i);
        series.map_or(0.0, |s| s[sample].lane(self.lane))
    }

    fn last(&self, metric: Metric, i: usize) -> f64 {
        self.at(metric, i, self.end)
    }

    /// The first sample up to the end at which a metric of company `i` is above a bound.
    pub fn first_above(&self, metric: Metric, i: usize, bound: f64) -> Option<usize> {
        (0..=self.end).find(|k| self.at(metric, i, *k) > bound)
    }

    /// The company whose ecosystem is the standard.
    pub fn standard(&self) -> Option<usize> {
        let owner = self.last(Metric::StandardOwner, 0);
        (owner >= 0.0).then_some(owner as usize)
    }

    /// The company whose severe incident became a catastrophe, and when.
    pub fn catastrophe(&self) -> Option<(usize, usize)> {
        self.trace.series(Metric::Catastrophe, 0)?;
        let month = self.first_above(Metric::Catastrophe, 0, -HALF)?;
        Some((self.last(Metric::Catastrophe, 0) as usize, month))
    }

    /// The sample at which a game for this goal is decided, whatever comes after; none while it is not.
    pub fn decided(&self, goal: Goal) -> Option<usize> {
        let month = match goal {
            Goal::Standard => self.first_above(Metric::StandardOwner, 0, -HALF),
            // By then it is known how far the first is ahead, as far as it counts.
            Goal::FirstProxy => self.first_proxy().map(|(_, m)| m + LEAD_MONTHS as usize),
            _ => None,
        };
        month.filter(|m| *m <= self.end)
    }

    /// The company whose agent was the first proxy in software, the earlier in the scenario among equals, and when.
    pub fn first_proxy(&self) -> Option<(usize, usize)> {
        let month = |i| self.first_above(Metric::StageSoftware, i, PROXY);
        let each = (0..self.trace.companies).filter_map(|i| Some((month(i)?, i)));
        each.min().map(|(month, i)| (i, month))
    }

    /// Score of company `i`; 0 once it was bankrupt, and for everybody after a catastrophe.
    pub fn score(&self, goal: Goal, i: usize) -> f64 {
        if self.first_above(Metric::Bankrupt, i, HALF).is_some() || self.catastrophe().is_some() {
            return 0.0;
        }
        match goal {
            Goal::Valuation => self.worth(i),
            Goal::Standard => self.influence(i),
            Goal::FirstProxy => self.lead(i),
            Goal::Safety => self.safety(i),
            Goal::Balanced => {
                let parts = [
                    self.worth(i),
                    self.influence(i),
                    self.lead(i),
                    self.safety(i),
                ];
                parts.iter().sum::<f64>() / parts.len() as f64
            }
        }
    }

    /// What a company was worth over the last year beyond what investors have put into it, as a part of what all were: a
    /// turn at the last moment that investors take for a fortune is worth little.
    fn worth(&self, i: usize) -> f64 {
        let year = (self.end + 1).saturating_sub(12)..=self.end;
        let beyond = |j, k| self.at(Metric::Valuation, j, k) - self.at(Metric::Raised, j, k);
        let made = |j| year.clone().map(|k| beyond(j, k).max(0.0)).sum::<f64>();
        let total: f64 = (0..self.trace.companies).map(made).sum();
        made(i) / total.max(1e-6)
    }

    fn influence(&self, i: usize) -> f64 {
        match self.standard() {
            Some(owner) => f64::from(u8::from(owner == i)),
            None => self.last(Metric::DeveloperShare, i),
        }
    }

    fn lead(&self, i: usize) -> f64 {
        let horizon = |j| self.last(Metric::Horizon, j);
        let longest = (0..self.trace.companies)
            .map(horizon)
            .fold(f64::MIN, f64::max);
        let month = |j| match self.first_above(Metric::StageSoftware, j, PROXY) {
            Some(month) => month as f64,
            None => {
                let behind = (longest - horizon(j)) * DOUBLING_MONTHS;
                self.trace.samples as f64 + LATE_MONTHS + behind
            }
        };
        let others = (0..self.trace.companies).filter(|j| *j != i);
        let best = others.map(month).fold(f64::MAX, f64::min);
        let lead = (best - month(i)) / LEAD_MONTHS;
        ((1.0 + lead) / 2.0).clamp(0.0, 1.0)
    }

    fn safety(&self, i: usize) -> f64 {
        let even = 1.0 / self.trace.companies as f64;
        let used = (self.last(Metric::UserShare, i) / even).min(1.0);
        used / (1.0 + self.last(Metric::SevereSoFar, i))
    }

    /// Rank of company `i` by a goal, from 1; equals share the better rank.
    pub fn rank(&self, goal: Goal, i: usize) -> usize {
        let mine = self.score(goal, i);
        let others = (0..self.trace.companies).filter(|j| *j != i);
        1 + others.filter(|j| self.score(goal, *j) > mine).count()
    }

    /// Whether company `i` has won by a goal: it is first, alone or with equals, and has something to show for it.
    pub fn is_won(&self, goal: Goal, i: usize) -> bool {
        self.rank(goal, i) == 1 && self.score(goal, i) > 0.0
    }
}

/// Scores of the played company by the scenario's goal at the end of a whole run, by future.
pub fn scores(scenario: &Scenario, trace: &Trace<Lanes>) -> [f32; Lanes::LANES] {
    let player = scenario.player.and_then(|a| scenario.place_of(a));
    let end = trace.samples - 1;
    core::array::from_fn(|lane| {
        let mut seen = Seen { trace, lane, end };
        seen.end = unless_over(scenario, &seen);
        seen.score(scenario.goal, player.unwrap_or(0)) as f32
    })
}

/// The sample that counts as the end: a game that was decided has ended with its turn, and no later catastrophe
/// undoes it.
fn unless_over(scenario: &Scenario, seen: &Seen) -> usize {
    let Some((_, month)) = seen.catastrophe() else {
        return seen.end;
    };
    let mut turns = (1..=scenario.turns()).map(|turn| scenario.turn_month(turn) as usize - 1);
    let decided = seen.decided(scenario.goal);
    let over = decided.and_then(|decided| turns.find(|last| *last >= decided));
    over.filter(|last| *last < month).unwrap_or(seen.end)
}
