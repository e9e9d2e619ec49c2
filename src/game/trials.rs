//! Trials that belong together: what is still to be run, what has come in, and how two of them differ.

use super::trial::Trial;
use crate::link;
use crate::num::{Lanes, Real};
use crate::study::chunk::{Asked, CHUNK_BATCHES, CHUNK_FUTURES, Order, batches_of};
use crate::study::mean_and_error;
use crate::study::prior::Spread;

/// Batches that one trial may have: the trials of a study stand so far apart in the numbering of its chunks.
pub const PLACES: usize = 1024;
/// The normal quantile of a 90 % interval.
const QUANTILE_95: f64 = 1.645;

/// Trials with as many futures each.
pub struct Trials {
    trials: Vec<Trial>,
    batches: usize,
    /// By trial, then by chunk.
    scores: Vec<Vec<Option<Vec<f32>>>>,
}

/// A mean and its 90 % interval.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Difference {
    pub mean: f64,
    pub low: f64,
    pub high: f64,
    pub futures: usize,
}

impl Difference {
    /// Of values by future.
    pub fn of(values: impl Iterator<Item = f64> + Clone) -> Difference {
        let futures = values.clone().count();
        let (mean, error) = mean_and_error(values);
        let half = QUANTILE_95 * error;
        Difference {
            mean,
            low: mean - half,
            high: mean + half,
            futures,
        }
    }

    /// Whether the interval leaves zero out.
    pub fn is_clear(&self) -> bool {
        self.low > 0.0 || self.high < 0.0
    }
}

impl Trials {
    /// Trials to be run with so many futures each, rounded up to whole batches.
    pub fn new(trials: Vec<Trial>, futures: usize) -> Trials {
        let batches = futures.div_ceil(Lanes::LANES).min(PLACES);
        let chunks = batches.div_ceil(CHUNK_BATCHES);
        Trials {
            scores: vec![vec![None; chunks]; trials.len()],
            trials,
            batches,
        }
    }

    /// The trials, in the order in which they were given.
    pub fn list(&self) -> &[Trial] {
        &self.trials
    }

    /// What has not come in: trial and chunk, the first chunk of every trial first.
    pub fn missing(&self) -> Vec<(usize, usize)> {
        let chunks = 0..self.batches.div_ceil(CHUNK_BATCHES);
        let all = chunks.flat_map(|c| (0..self.trials.len()).map(move |t| (t, c)));
        all.filter(|(t, c)| self.scores[*t][*c].is_none()).collect()
    }

    /// What is missing, as orders to workers. An answer goes to [`take`](Trials::take).
    pub fn orders(&self, job: u32) -> Vec<Order> {
        let links: Vec<(String, String)> = self
            .trials
            .iter()
            .map(|t| (link::write(&t.scenario, "", None), t.question()))
            .collect();
        let order = |(trial, chunk): (usize, usize)| {
            let (_, batches) = batches_of(chunk, self.batches);
            let (link, question) = &links[trial];
            Order {
                job,
                first_batch: Trials::first_batch((trial, chunk)),
                batches,
                spread: Spread::Luck,
                asked: Asked::Score(question.clone()),
                link: link.clone(),
            }
        };
        self.missing().into_iter().map(order).collect()
    }

    /// Takes the answer to the order with this first batch; one that does not fit is left out.
    pub fn take(&mut self, first_batch: usize, scores: Vec<f32>) {
        let (trial, first) = (first_batch / PLACES, first_batch % PLACES);
        let chunk = first / CHUNK_BATCHES;
        let (_, batches) = batches_of(chunk, self.batches);
        let fits = scores.len() == batches * Lanes::LANES && scores.iter().all(|s| s.is_finite());
        let place = self.scores.get_mut(trial).and_then(|t| t.get_mut(chunk));
        if let Some(place) = place.filter(|_| fits) {
            *place = Some(scores);
        }
    }

    /// The first batch by which the answer of a chunk of a trial is known.
    pub fn first_batch((trial, chunk): (usize, usize)) -> usize {
        trial * PLACES + chunk * CHUNK_BATCHES
    }

    /// Runs one chunk.
    pub fn run(&self, (trial, chunk): (usize, usize)) -> Vec<f32> {
        let (first, batches) = batches_of(chunk, self.batches);
        self.trials[trial].run(first, batches)
    }

    /// Runs the next chunk that is missing; false if there is none.
    pub fn run_next(&mut self) -> bool {
        let Some(place) = self.missing().first().copied() else {
            return false;
        };
        let scores = self.run(place);
        self.take(Trials::first_batch(place), scores);
        true
    }

    /// Runs all that is missing, here and now.
    pub fn run_all(&mut self) {
        while self.run_next() {}
    }

    /// How much has come in, 0 to 1.
    pub fn progress(&self) -> f64 {
        let all: usize = self.scores.iter().map(Vec::len).sum();
        1.0 - self.missing().len() as f64 / all.max(1) as f64
    }

    /// The scores of a trial, by future, with nothing for those that have not come in.
    fn by_future(&self, trial: usize) -> impl Iterator<Item = Option<f32>> + Clone {
        let futures = self.batches * Lanes::LANES;
        (0..futures).map(move |n| {
            let chunk = self.scores[trial][n / CHUNK_FUTURES].as_ref()?;
            chunk.get(n % CHUNK_FUTURES).copied()
        })
    }

    /// The scores of a trial that have come in.
    pub fn scores(&self, trial: usize) -> Vec<f32> {
        self.by_future(trial).flatten().collect()
    }

    /// Mean score of a trial.
    pub fn mean(&self, trial: usize) -> Difference {
        Difference::of(self.by_future(trial).flatten().map(f64::from))
    }

    /// The score of trial `a` less that of `b`, over the futures that both have.
    pub fn difference(&self, a: usize, b: usize) -> Difference {
        let pairs = self.by_future(a).zip(self.by_future(b));
        let both = pairs.filter_map(|(a, b)| Some(f64::from(a?) - f64::from(b?)));
        Difference::of(both)
    }
}
