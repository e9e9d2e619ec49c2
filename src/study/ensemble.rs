//! An ensemble: the wished metrics of many futures, and their quantiles month by month.

use crate::num::{Lanes, Real};
use crate::sim::metrics::Metric;
use crate::sim::{Scenario, Wish, run_lanes};

/// The quantiles a fan shows.
pub const LEVELS: [f32; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];

/// Exact sample quantiles of one series: one value per sample (the start, then each month).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Quantiles {
    pub p05: Vec<f32>,
    pub p25: Vec<f32>,
    pub p50: Vec<f32>,
    pub p75: Vec<f32>,
    pub p95: Vec<f32>,
}

/// Many futures of one scenario.
///
/// Values are kept as `f32`: 4 bytes per future, sample and series. Futures are numbered from 0 in the
/// order in which their batches were added, so results never depend on who ran them.
#[derive(Clone, Debug)]
pub struct Ensemble {
    pub companies: usize,
    /// Samples per series: one more than months.
    pub samples: usize,
    metrics: Vec<Metric>,
    first_series: Vec<usize>,
    /// Batches of eight futures; in each, by series, then by sample.
    batches: Vec<Vec<Lanes>>,
}

impl Ensemble {
    /// Runs at least `futures` futures (whole batches of eight) of a scenario.
    pub fn run(scenario: &Scenario, futures: usize, metrics: &[Metric]) -> Ensemble {
        let mut ensemble = Ensemble::new(scenario, metrics);
        let wish = Wish::of(metrics);
        for batch in 0..futures.div_ceil(Lanes::LANES) {
            let trace = run_lanes(scenario, (batch * Lanes::LANES) as u32, &wish);
            ensemble.add(trace.values().to_vec());
        }
        ensemble
    }

    /// An ensemble without futures.
    pub fn new(scenario: &Scenario, metrics: &[Metric]) -> Ensemble {
        let companies = scenario.companies.len();
        let mut first_series = vec![];
        let mut next = 0;
        for metric in metrics {
            first_series.push(next);
            next += metric.series(companies);
        }
        Ensemble {
            companies,
            samples: scenario.months() as usize + 1,
            metrics: metrics.to_vec(),
            first_series,
            batches: vec![],
        }
    }

    /// Adds the next batch of eight: the values of a trace that wished for the same metrics.
    pub fn add(&mut self, values: Vec<Lanes>) {
        self.batches.push(values);
    }

    /// How many futures there are.
    pub fn futures(&self) -> usize {
        self.batches.len() * Lanes::LANES
    }

    /// The metrics of every future.
    pub fn metrics(&self) -> &[Metric] {
        &self.metrics
    }

    /// Where the series of a metric of company `i` begins in a batch; nothing if it was not wished for.
    fn place(&self, metric: Metric, i: usize) -> Option<usize> {
        let k = self.metrics.iter().position(|m| *m == metric)?;
        (i < metric.series(self.companies)).then(|| (self.first_series[k] + i) * self.samples)
    }

    /// One future's series; empty if there is none such.
    pub fn future(&self, metric: Metric, i: usize, future: usize) -> Vec<f32> {
        let (Some(first), Some(batch)) = (
            self.place(metric, i),
            self.batches.get(future / Lanes::LANES),
        ) else {
            return vec![];
        };
        let lane = future % Lanes::LANES;
        batch[first..first + self.samples]
            .iter()
            .map(|v| v.lane(lane) as f32)
            .collect()
    }

    /// The values of all futures at one sample, by future; empty if there are none.
    pub fn across(&self, metric: Metric, i: usize, sample: usize) -> Vec<f32> {
        let Some(first) = self.place(metric, i) else {
            return vec![];
        };
        let values = self.batches.iter().map(|batch| batch[first + sample]);
        values
            .flat_map(|v| (0..Lanes::LANES).map(move |k| v.lane(k) as f32))
            .collect()
    }

    /// The fan of a series.
    pub fn quantiles(&self, metric: Metric, i: usize) -> Quantiles {
        let mut fan = Quantiles::default();
        if self.batches.is_empty() || self.place(metric, i).is_none() {
            return fan;
        }
        for sample in 0..self.samples {
            let mut values = self.across(metric, i, sample);
            values.sort_unstable_by(f32::total_cmp);
            let [a, b, c, d, e] = LEVELS.map(|level| quantile(&values, level));
            fan.p05.push(a);
            fan.p25.push(b);
            fan.p50.push(c);
            fan.p75.push(d);
            fan.p95.push(e);
        }
        fan
    }

    /// The median of a series.
    pub fn median(&self, metric: Metric, i: usize) -> Vec<f32> {
        if self.batches.is_empty() || self.place(metric, i).is_none() {
            return vec![];
        }
        (0..self.samples)
            .map(|sample| {
                let mut values = self.across(metric, i, sample);
                middle(&mut values)
            })
            .collect()
    }
}

/// The median of at least one value: the same bits as [`quantile`] of the sorted values, without sorting them all.
fn middle(values: &mut [f32]) -> f32 {
    let last = values.len() - 1;
    let (_, low, above) = values.select_nth_unstable_by(last / 2, f32::total_cmp);
    if last.is_multiple_of(2) {
        return *low;
    }
    let high = above.iter().copied().min_by(f32::total_cmp).unwrap_or(*low);
    *low + (high - *low) * LEVELS[2]
}

/// The quantile of sorted values, between neighbours by a straight line (type 7 of Hyndman & Fan 1996).
pub fn quantile(sorted: &[f32], level: f32) -> f32 {
    let Some(last) = sorted.len().checked_sub(1) else {
        return f32::NAN;
    };
    let position = level * last as f32;
    let below = position.floor();
    let k = below as usize;
    let (low, high) = (sorted[k], sorted[(k + 1).min(last)]);
    low + (high - low) * (position - below)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_lie_between_neighbours() {
        let sorted = [1.0, 2.0, 3.0, 4.0, 5.0];
        assert_eq!(quantile(&sorted, 0.5), 3.0);
        assert_eq!(quantile(&sorted, 0.0), 1.0);
        assert_eq!(quantile(&sorted, 1.0), 5.0);
        assert!((quantile(&sorted, 0.05) - 1.2).abs() < 1e-6);
        assert!(quantile(&[], 0.5).is_nan());
    }

    #[test]
    fn a_future_is_the_same_in_a_small_and_in_a_large_ensemble() {
        let scenario = Scenario::default();
        let metrics = [Metric::Valuation, Metric::AllIncidents];
        let (small, large) = (
            Ensemble::run(&scenario, 8, &metrics),
            Ensemble::run(&scenario, 40, &metrics),
        );
        assert_eq!((small.futures(), large.futures()), (8, 40));
        for n in 0..8 {
            assert_eq!(
                small.future(Metric::Valuation, 2, n),
                large.future(Metric::Valuation, 2, n)
            );
        }
        assert!(small.future(Metric::Trust, 0, 0).is_empty());
        assert!(small.quantiles(Metric::Trust, 0).p50.is_empty());
    }

    #[test]
    fn fans_are_ordered() {
        let ensemble = Ensemble::run(&Scenario::default(), 64, &[Metric::Revenue]);
        let fan = ensemble.quantiles(Metric::Revenue, 0);
        for k in 0..ensemble.samples {
            assert!(fan.p05[k] <= fan.p25[k] && fan.p25[k] <= fan.p50[k]);
            assert!(fan.p50[k] <= fan.p75[k] && fan.p75[k] <= fan.p95[k]);
        }
        assert_eq!(fan.p50, ensemble.median(Metric::Revenue, 0));
    }
}
