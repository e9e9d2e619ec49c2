//! Futures worth telling, picked by rule: the typical, the best and the worst for a company, the strangest.

use super::ensemble::Ensemble;
use super::quantiles::spread;
use crate::sim::metrics::Metric;

/// The quantities by which futures are compared, every so many months. An ensemble must hold them.
pub const COMPARED: [Metric; 3] = [Metric::Horizon, Metric::DeveloperShare, Metric::Valuation];
const STRIDE: usize = 6;
/// No single deviation counts more than this many quartile distances.
const REACH: f32 = 4.0;

/// A rule that picks one of the futures of an ensemble.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notable {
    /// The one that stays closest to the medians of all companies.
    Typical,
    /// The one with the highest valuation of a company at the end.
    Best,
    /// The one with its lowest.
    Worst,
    /// The one that stays farthest from the medians.
    Strangest,
}

/// All rules, with their names for people and what they mean.
pub const NOTABLES: [(Notable, &str, &str); 4] = [
    (
        Notable::Typical,
        "typical",
        "The future that stays closest to the medians of all companies",
    ),
    (
        Notable::Best,
        "best",
        "The future in which the company in front is worth most at the end",
    ),
    (
        Notable::Worst,
        "worst",
        "The future in which the company in front is worth least at the end",
    ),
    (
        Notable::Strangest,
        "strangest",
        "The future that stays farthest from the medians of all companies",
    ),
];

impl Notable {
    /// The future it picks, the first of equals; `company` is the one in front. The first future if there are none.
    pub fn pick(self, ensemble: &Ensemble, company: usize) -> u32 {
        let score = match self {
            Notable::Typical => distances(ensemble).iter().map(|d| -d).collect(),
            Notable::Strangest => distances(ensemble),
            Notable::Best => last_valuations(ensemble, company),
            Notable::Worst => last_valuations(ensemble, company)
                .iter()
                .map(|v| -v)
                .collect(),
        };
        let mut best = 0;
        for k in 1..score.len() {
            if score[k] > score[best] {
                best = k;
            }
        }
        best as u32
    }
}

fn last_valuations(ensemble: &Ensemble, company: usize) -> Vec<f32> {
    ensemble.across(Metric::Valuation, company, ensemble.samples - 1)
}

/// How far each future stays from the medians: the sum of its deviations in quartile distances, a measure that
/// no outlier dominates.
fn distances(ensemble: &Ensemble) -> Vec<f32> {
    let mut distances = vec![0.0_f32; ensemble.futures()];
    let mut sorted = vec![];
    for metric in COMPARED {
        for i in 0..ensemble.companies {
            for sample in (STRIDE..ensemble.samples).step_by(STRIDE) {
                let values = ensemble.across(metric, i, sample);
                sorted.clone_from(&values);
                let [_, low, middle, high, _] = spread(&mut sorted);
                let width = (high - low).max(1e-6);
                for (far, value) in distances.iter_mut().zip(values) {
                    *far += ((value - middle).abs() / width).min(REACH);
                }
            }
        }
    }
    distances
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::Scenario;

    #[test]
    fn each_rule_picks_what_it_says() {
        let ensemble = Ensemble::run(&Scenario::default(), 128, &COMPARED);
        let end = |n: u32| {
            *ensemble
                .future(Metric::Valuation, 2, n as usize)
                .last()
                .expect("a series")
        };
        let [typical, best, worst, strangest] = NOTABLES.map(|(rule, ..)| rule.pick(&ensemble, 2));
        for n in 0..128 {
            assert!(end(worst) <= end(n) && end(n) <= end(best));
        }
        let far = distances(&ensemble);
        assert!(far[typical as usize] * 2.0 < far[strangest as usize]);
    }

    #[test]
    fn without_futures_there_is_the_first() {
        let ensemble = Ensemble::new(&Scenario::default(), &COMPARED);
        assert_eq!(Notable::Typical.pick(&ensemble, 0), 0);
        assert_eq!(Notable::Best.pick(&ensemble, 0), 0);
    }
}
