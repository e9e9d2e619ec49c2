//! An ensemble: the wished metrics of many futures, and their quantiles month by month.

use super::chunk::{CHUNK_FUTURES, Chunk, batches_of};
use super::prior::{Prior, Spread};
use super::quantiles::median;
pub use super::quantiles::{LEVELS, Quantiles, quantile};
use crate::num::{Lanes, Real};
use crate::sim::metrics::Metric;
use crate::sim::{Scenario, Wish};
use std::sync::Arc;

/// Many futures of one scenario.
///
/// Values are kept as `f32`: 4 bytes per future, sample and series. Futures are numbered from 0 in the
/// order in which their chunks were added, so results never depend on who ran them. A copy shares the chunks.
#[derive(Clone, Debug)]
pub struct Ensemble {
    pub companies: usize,
    /// Samples per series: one more than months.
    pub samples: usize,
    metrics: Vec<Metric>,
    first_series: Vec<usize>,
    series: usize,
    chunks: Vec<Arc<Chunk>>,
    futures: usize,
}

impl Ensemble {
    /// Runs at least `futures` futures (whole batches of eight) of a scenario, which differ by luck.
    pub fn run(scenario: &Scenario, futures: usize, metrics: &[Metric]) -> Ensemble {
        Ensemble::run_spread(scenario, Spread::Luck, futures, metrics)
    }

    /// The same with a kind of uncertainty.
    pub fn run_spread(
        scenario: &Scenario,
        spread: Spread,
        futures: usize,
        metrics: &[Metric],
    ) -> Ensemble {
        Ensemble::run_wish(scenario, spread, futures, &Wish::of(metrics))
    }

    /// The same for a wish, which may ask for other steps than months.
    pub fn run_wish(scenario: &Scenario, spread: Spread, futures: usize, wish: &Wish) -> Ensemble {
        let mut ensemble = Ensemble::new(scenario, &wish.metrics);
        let prior = Prior::of(scenario, spread);
        let batches = futures.div_ceil(Lanes::LANES);
        for k in 0..futures.div_ceil(CHUNK_FUTURES) {
            let (first_batch, count) = batches_of(k, batches);
            let chunk = Chunk::run_wish(scenario, &prior, wish, first_batch, count);
            ensemble.add(Arc::new(chunk));
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
            series: next,
            chunks: vec![],
            futures: 0,
        }
    }

    /// Adds the next chunk, of the same scenario and metrics. All but the last have [`CHUNK_FUTURES`] futures:
    /// an incomplete last one makes room for it.
    pub fn add(&mut self, chunk: Arc<Chunk>) {
        debug_assert_eq!(chunk.values().len(), chunk.futures() * self.places());
        if let Some(last) = self.chunks.pop_if(|c| c.futures() < CHUNK_FUTURES) {
            self.futures -= last.futures();
        }
        self.futures += chunk.futures();
        self.chunks.push(chunk);
    }

    /// How many futures there are.
    pub fn futures(&self) -> usize {
        self.futures
    }

    /// How many complete chunks there are.
    pub fn complete_chunks(&self) -> usize {
        self.futures / CHUNK_FUTURES
    }

    /// The metrics of every future.
    pub fn metrics(&self) -> &[Metric] {
        &self.metrics
    }

    /// Numbers per future: samples of all series.
    pub fn places(&self) -> usize {
        self.series * self.samples
    }

    /// Bytes per future.
    pub fn bytes_per_future(&self) -> usize {
        self.places() * size_of::<f32>()
    }

    /// A digest of every bit of the futures.
    pub fn digest(&self) -> u64 {
        let mut digest = crate::num::Digest::default();
        for chunk in &self.chunks {
            let part = chunk.digest();
            digest.add(part as u32);
            digest.add((part >> 32) as u32);
        }
        digest.finish()
    }

    /// Where the series of a metric of company `i` begins; nothing if it was not wished for.
    fn place(&self, metric: Metric, i: usize) -> Option<usize> {
        let k = self.metrics.iter().position(|m| *m == metric)?;
        (i < metric.series(self.companies)).then(|| (self.first_series[k] + i) * self.samples)
    }

    /// One future's series; empty if there is none such.
    pub fn future(&self, metric: Metric, i: usize, future: usize) -> Vec<f32> {
        let (Some(first), Some(chunk)) = (
            self.place(metric, i),
            self.chunks.get(future / CHUNK_FUTURES),
        ) else {
            return vec![];
        };
        (first..first + self.samples)
            .filter_map(|place| chunk.at(place).get(future % CHUNK_FUTURES).copied())
            .collect()
    }

    /// The values of all futures at one sample, by future; empty if there are none.
    pub fn across(&self, metric: Metric, i: usize, sample: usize) -> Vec<f32> {
        let mut values = vec![];
        self.gather(metric, i, sample, &mut values);
        values
    }

    /// The same into a place that is used again.
    pub fn gather(&self, metric: Metric, i: usize, sample: usize, into: &mut Vec<f32>) {
        into.clear();
        let Some(first) = self.place(metric, i) else {
            return;
        };
        into.reserve(self.futures);
        for chunk in &self.chunks {
            into.extend_from_slice(chunk.at(first + sample));
        }
    }

    /// The fan of a series.
    pub fn quantiles(&self, metric: Metric, i: usize) -> Quantiles {
        let mut fan = Quantiles::default();
        if self.futures == 0 || self.place(metric, i).is_none() {
            return fan;
        }
        let mut values = vec![];
        for sample in 0..self.samples {
            self.gather(metric, i, sample, &mut values);
            fan.push(&mut values);
        }
        fan
    }

    /// The median of a series.
    pub fn median(&self, metric: Metric, i: usize) -> Vec<f32> {
        if self.futures == 0 || self.place(metric, i).is_none() {
            return vec![];
        }
        let mut values = vec![];
        let mut at = |sample| {
            self.gather(metric, i, sample, &mut values);
            median(&mut values)
        };
        (0..self.samples).map(&mut at).collect()
    }

    /// The number of the first sample at which a series passes a bound, by future.
    pub fn first_above(&self, metric: Metric, i: usize, bound: f32) -> Vec<Option<usize>> {
        let mut first = vec![None; self.futures];
        let Some(place) = self.place(metric, i) else {
            return first;
        };
        let mut from = 0;
        for chunk in &self.chunks {
            let firsts = &mut first[from..from + chunk.futures()];
            for sample in 0..self.samples {
                for (first, value) in firsts.iter_mut().zip(chunk.at(place + sample)) {
                    if *value > bound && first.is_none() {
                        *first = Some(sample);
                    }
                }
            }
            from += chunk.futures();
        }
        first
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn an_ensemble_grows_to_the_same_bits() {
        let scenario = Scenario::default();
        let metrics = [Metric::Valuation, Metric::StageSoftware];
        let whole = Ensemble::run_spread(&scenario, Spread::Wide, 104, &metrics);
        let mut grown = Ensemble::run_spread(&scenario, Spread::Wide, 40, &metrics);
        assert_eq!((grown.futures(), grown.complete_chunks()), (40, 1));
        let prior = Prior::of(&scenario, Spread::Wide);
        for k in grown.complete_chunks()..104_usize.div_ceil(CHUNK_FUTURES) {
            let (first, count) = batches_of(k, 13);
            grown.add(Arc::new(Chunk::run(
                &scenario, &prior, &metrics, first, count,
            )));
        }
        assert_eq!((grown.futures(), grown.digest()), (104, whole.digest()));
        assert_eq!(
            grown.quantiles(Metric::Valuation, 1),
            whole.quantiles(Metric::Valuation, 1)
        );
    }

    #[test]
    fn what_is_first_above_is_found() {
        let ensemble = Ensemble::run(&Scenario::default(), 40, &[Metric::Horizon]);
        let first = ensemble.first_above(Metric::Horizon, 1, 12.0);
        for (n, first) in first.iter().enumerate() {
            let series = ensemble.future(Metric::Horizon, 1, n);
            assert_eq!(*first, series.iter().position(|v| *v > 12.0));
        }
        assert_eq!(ensemble.first_above(Metric::Trust, 0, 0.0), vec![None; 40]);
    }
}
