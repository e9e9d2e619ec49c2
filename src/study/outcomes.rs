//! How it ends: who sets the standard, who is worth most, whose agent is the first proxy, and at what cost.

use super::ensemble::Ensemble;
use super::moments::mean_and_error;
use crate::sim::metrics::Metric;

/// The metrics that outcomes are read from.
pub const OUTCOME_METRICS: &[Metric] = &[
    Metric::StandardOwner,
    Metric::Valuation,
    Metric::StageSoftware,
    Metric::AllSevere,
    Metric::MeanHypeGap,
    Metric::Bankrupt,
    Metric::Catastrophe,
];

/// A share of futures, with its Monte Carlo error.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Probability {
    /// Share of futures, 0–1.
    pub share: f64,
    /// One standard error, √(p(1−p)/n).
    pub error: f64,
}

impl Probability {
    fn of(hits: usize, futures: usize) -> Probability {
        let share = hits as f64 / futures.max(1) as f64;
        Probability {
            share,
            error: (share * (1.0 - share) / futures.max(1) as f64).sqrt(),
        }
    }
}

/// The outcomes of an ensemble. Vectors have one entry per company and, last, one for "nobody".
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcomes {
    pub futures: usize,
    pub sets_standard: Vec<Probability>,
    /// At the end; nobody where a catastrophe has ended the race.
    pub most_valuable: Vec<Probability>,
    pub first_proxy: Vec<Probability>,
    /// Whose severe incident becomes a catastrophe; to be told only where [`Scenario::may_end`](crate::sim::Scenario::may_end).
    pub catastrophe: Vec<Probability>,
    /// One entry per company only.
    pub goes_bankrupt: Vec<Probability>,
    /// Severe incidents until the end: mean over futures and its standard error.
    pub severe_incidents: (f64, f64),
    /// Share of futures without any.
    pub no_severe_incident: Probability,
    /// Mean absolute log mispricing at the end: mean over futures and its standard error.
    pub hype_gap: (f64, f64),
}

impl Outcomes {
    /// Reads the outcomes of an ensemble that holds [`OUTCOME_METRICS`].
    pub fn read(ensemble: &Ensemble) -> Outcomes {
        let (n, last, futures) = (ensemble.companies, ensemble.samples - 1, ensemble.futures());
        let count = |winner: Vec<Option<usize>>| -> Vec<Probability> {
            let hits = |who: Option<usize>| winner.iter().filter(|w| **w == who).count();
            (0..n)
                .map(Some)
                .chain([None])
                .map(|who| Probability::of(hits(who), futures))
                .collect()
        };
        let placed = |metric: Metric| -> Vec<Option<usize>> {
            let places = ensemble.across(metric, 0, last).into_iter();
            places.map(|o| (o >= 0.0).then_some(o as usize)).collect()
        };
        let ended = placed(Metric::Catastrophe);
        let severe = ensemble.across(Metric::AllSevere, 0, last);
        let bankrupt = |i: usize| {
            let ever = ensemble.first_above(Metric::Bankrupt, i, 0.5);
            Probability::of(ever.iter().flatten().count(), futures)
        };
        Outcomes {
            futures,
            sets_standard: count(placed(Metric::StandardOwner)),
            most_valuable: count(
                most_valuable(ensemble)
                    .into_iter()
                    .zip(&ended)
                    .map(|(first, ended)| first.filter(|_| ended.is_none()))
                    .collect(),
            ),
            first_proxy: count(first_proxy(ensemble)),
            catastrophe: count(ended),
            goes_bankrupt: (0..n).map(bankrupt).collect(),
            severe_incidents: mean(&severe),
            no_severe_incident: Probability::of(
                severe.iter().filter(|s| **s < 0.5).count(),
                futures,
            ),
            hype_gap: mean(&ensemble.across(Metric::MeanHypeGap, 0, last)),
        }
    }
}

/// The company with the highest valuation at the end, by future.
fn most_valuable(ensemble: &Ensemble) -> Vec<Option<usize>> {
    let values: Vec<Vec<f32>> = (0..ensemble.companies)
        .map(|i| ensemble.across(Metric::Valuation, i, ensemble.samples - 1))
        .collect();
    (0..ensemble.futures())
        .map(|f| (0..values.len()).max_by(|a, b| values[*a][f].total_cmp(&values[*b][f])))
        .collect()
}

/// The company whose software agent was the first proxy; the earlier in the table wins a tie.
pub(super) fn first_proxy(ensemble: &Ensemble) -> Vec<Option<usize>> {
    const PROXY: f32 = 2.5;
    let months: Vec<Vec<Option<usize>>> = (0..ensemble.companies)
        .map(|i| ensemble.first_above(Metric::StageSoftware, i, PROXY))
        .collect();
    (0..ensemble.futures())
        .map(|f| {
            let reached = months.iter().enumerate();
            let reached = reached.filter_map(|(i, m)| m[f].map(|month| (month, i)));
            reached.min().map(|(_, i)| i)
        })
        .collect()
}

/// Mean and its standard error.
fn mean(values: &[f32]) -> (f64, f64) {
    mean_and_error(values.iter().map(|v| f64::from(*v)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::Scenario;

    #[test]
    fn every_future_has_one_outcome_of_each_kind() {
        let ensemble = Ensemble::run(&Scenario::default(), 64, OUTCOME_METRICS);
        let outcomes = Outcomes::read(&ensemble);
        for kind in [
            &outcomes.sets_standard,
            &outcomes.most_valuable,
            &outcomes.first_proxy,
            &outcomes.catastrophe,
        ] {
            assert_eq!(kind.len(), ensemble.companies + 1);
            assert!((kind.iter().map(|p| p.share).sum::<f64>() - 1.0).abs() < 1e-12);
        }
        assert!(outcomes.severe_incidents.0 >= 0.0);
    }

    #[test]
    fn where_a_catastrophe_ended_the_race_nobody_is_worth_most() {
        let mut scenario = Scenario::default();
        scenario.set("script", "20:frontier-lab:catastrophe");
        let outcomes = Outcomes::read(&Ensemble::run(&scenario, 8, OUTCOME_METRICS));
        let nobody = scenario.companies.len();
        assert_eq!(outcomes.most_valuable[nobody].share, 1.0);
        assert_eq!(outcomes.catastrophe[1].share, 1.0);
    }
}
