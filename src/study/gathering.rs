//! An ensemble that grows by chunks which arrive in any order: they are added in the order of their futures.

use super::chunk::{CHUNK_FUTURES, Chunk, batches_of};
use super::ensemble::Ensemble;
use crate::num::{Lanes, Real};
use std::sync::Arc;

/// Chunks on their way to an ensemble.
pub struct Gathering {
    ensemble: Ensemble,
    /// How many futures it is to have.
    size: usize,
    /// Chunks that came before their turn, by chunk.
    parked: Vec<Option<Arc<Chunk>>>,
}

impl Gathering {
    /// An ensemble that is to grow to `size` futures, rounded up to whole batches.
    pub fn new(ensemble: Ensemble, size: usize) -> Gathering {
        Gathering {
            ensemble,
            size,
            parked: vec![None; size.div_ceil(CHUNK_FUTURES)],
        }
    }

    /// The chunks that are missing: of each the first batch, and how many.
    pub fn missing(&self) -> impl Iterator<Item = (usize, usize)> + use<> {
        let batches = self.size.div_ceil(Lanes::LANES);
        (self.ensemble.complete_chunks()..self.parked.len()).map(move |k| batches_of(k, batches))
    }

    /// Takes chunk `k`.
    pub fn take(&mut self, k: usize, chunk: Chunk) {
        if let Some(place) = self.parked.get_mut(k) {
            *place = Some(Arc::new(chunk));
        }
        let mut next = || {
            let turn = self.parked.get_mut(self.ensemble.complete_chunks())?;
            turn.take().map(|chunk| self.ensemble.add(chunk))
        };
        while next().is_some() {}
    }

    /// What is there without a gap.
    pub fn ensemble(&self) -> &Ensemble {
        &self.ensemble
    }

    /// How many futures it is to have.
    pub fn size(&self) -> usize {
        self.size
    }

    /// How many futures have arrived, with those that wait for their turn.
    pub fn arrived(&self) -> usize {
        let waiting = self.parked.iter().flatten().map(|chunk| chunk.futures());
        self.ensemble.futures() + waiting.sum::<usize>()
    }

    pub fn is_complete(&self) -> bool {
        self.ensemble.futures() >= self.size
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::num::mix;
    use crate::sim::{Metric, Scenario};
    use crate::study::{Outcomes, Prior, Spread, chunk::CHUNK_BATCHES, outcomes::OUTCOME_METRICS};

    /// Runs what is missing as so many workers would, one of them slow, and takes it as it comes.
    fn grown(spread: Spread, workers: usize) -> Ensemble {
        let scenario = Scenario::default();
        let start = Ensemble::run_spread(&scenario, spread, 64, OUTCOME_METRICS);
        let mut gathering = Gathering::new(start, 200);
        let prior = Prior::of(&scenario, spread);
        let mut orders: Vec<_> = gathering.missing().collect();
        assert_eq!(orders.len(), 5);
        // Who finishes when is anyone's guess, and another one for each number of workers.
        orders.sort_by_key(|(first, _)| {
            mix((first / CHUNK_BATCHES % workers) as u64 ^ *first as u64)
        });
        for (first, count) in orders {
            let chunk = Chunk::run(&scenario, &prior, OUTCOME_METRICS, first, count);
            gathering.take(first / CHUNK_BATCHES, chunk);
        }
        assert!(gathering.is_complete());
        assert_eq!(gathering.arrived(), 200);
        gathering.ensemble().clone()
    }

    #[test]
    fn one_two_and_three_workers_bring_the_same_bits() {
        for spread in [Spread::Luck, Spread::Wide] {
            let alone = Ensemble::run_spread(&Scenario::default(), spread, 200, OUTCOME_METRICS);
            for workers in 1..=3 {
                let grown = grown(spread, workers);
                assert_eq!(grown.digest(), alone.digest(), "{workers} workers");
                let fan = |e: &Ensemble| e.quantiles(Metric::Valuation, 0);
                assert_eq!(fan(&grown), fan(&alone));
                assert_eq!(Outcomes::read(&grown), Outcomes::read(&alone));
            }
        }
    }
}
