//! A chunk: the futures that are run, sent and kept together.
//!
//! Chunks hold whole batches of eight lanes and stand at fixed places, so whoever runs them, in whatever
//! order, the ensemble is the same. One of the usual size takes a few milliseconds, the largest of the slowest
//! scenario some 15: that is how soon a worker turns to a newer request.

use super::prior::{Prior, Spread};
use crate::num::{Digest, Lanes, Real};
use crate::sim::metrics::Metric;
use crate::sim::{Scenario, Trace, Wish, run_lanes_with};

/// Batches in a chunk; the last chunk of an ensemble may have fewer.
pub const CHUNK_BATCHES: usize = 4;
/// Futures in a chunk.
pub const CHUNK_FUTURES: usize = CHUNK_BATCHES * Lanes::LANES;

/// The wished metrics of some futures, as `f32`: by series, then by sample, then by future.
#[derive(Clone, Debug, PartialEq)]
pub struct Chunk {
    futures: usize,
    values: Vec<f32>,
}

/// Eight futures with what varies from one to the other: `first_future` is a multiple of eight.
#[inline(never)]
pub fn eight(scenario: &Scenario, prior: &Prior, first_future: u32, wish: &Wish) -> Trace<Lanes> {
    run_lanes_with(scenario, &prior.params(first_future), first_future, wish)
}

impl Chunk {
    /// Runs so many batches of a scenario from `first_batch` on; of the wish, what happened is not kept.
    pub fn run(
        scenario: &Scenario,
        prior: &Prior,
        wish: &Wish,
        first_batch: usize,
        batches: usize,
    ) -> Chunk {
        let futures = batches * Lanes::LANES;
        let mut chunk = Chunk {
            futures,
            values: vec![],
        };
        for batch in 0..batches {
            let first_future = ((first_batch + batch) * Lanes::LANES) as u32;
            let trace = eight(scenario, prior, first_future, wish);
            chunk.values.resize(trace.values().len() * futures, 0.0);
            let places = chunk.values[batch * Lanes::LANES..].chunks_mut(futures);
            for (place, lanes) in places.zip(trace.values()) {
                place[..Lanes::LANES].copy_from_slice(&lanes.to_array());
            }
        }
        chunk
    }

    /// From values that were run elsewhere; nothing if there are not as many as there should be.
    pub fn received(values: Vec<f32>, futures: usize, places: usize) -> Option<Chunk> {
        (futures > 0 && values.len() == futures * places).then_some(Chunk { futures, values })
    }

    /// How many futures it holds.
    pub fn futures(&self) -> usize {
        self.futures
    }

    /// All values: by series, then by sample, then by future.
    pub fn values(&self) -> &[f32] {
        &self.values
    }

    /// All values, to be sent elsewhere.
    pub fn into_values(self) -> Vec<f32> {
        self.values
    }

    /// The values of all its futures at a place: a sample of a series.
    pub fn at(&self, place: usize) -> &[f32] {
        &self.values[place * self.futures..(place + 1) * self.futures]
    }

    /// A digest of every bit.
    pub fn digest(&self) -> u64 {
        let mut digest = Digest::default();
        self.values.iter().for_each(|v| digest.add_value(*v));
        digest.finish()
    }
}

/// The batches of chunk `k` in an ensemble of so many batches: the first, and how many.
pub fn batches_of(k: usize, batches: usize) -> (usize, usize) {
    let first = (k * CHUNK_BATCHES).min(batches);
    (first, CHUNK_BATCHES.min(batches - first))
}

/// What is asked of a chunk.
#[derive(Clone, Debug, PartialEq)]
pub enum Asked {
    /// Metrics of whole runs.
    Series(Vec<Metric>),
    /// Scores of a game, as `game` words the question.
    Score(String),
}

/// What a question about scores begins with.
const SCORE: &str = "score ";

impl Asked {
    fn write(&self) -> String {
        match self {
            Asked::Series(metrics) => {
                let ids: Vec<&str> = metrics.iter().map(|m| m.row().id).collect();
                ids.join(",")
            }
            Asked::Score(question) => SCORE.to_string() + question,
        }
    }

    fn read(text: &str) -> Option<Asked> {
        if let Some(question) = text.strip_prefix(SCORE) {
            return Some(Asked::Score(question.to_string()));
        }
        let metrics = text.split(',').map(Metric::by_id);
        metrics.collect::<Option<_>>().map(Asked::Series)
    }
}

/// An order to run a chunk. It is written as text; the scenario is written as what it always is, a link.
#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    /// Orders of another job than the latest need no answer.
    pub job: u32,
    pub first_batch: usize,
    pub batches: usize,
    pub spread: Spread,
    pub asked: Asked,
    pub link: String,
}

impl Order {
    /// Six lines: job, first batch, batches, kind of uncertainty, what is asked, link.
    pub fn write(&self) -> String {
        format!(
            "{}\n{}\n{}\n{}\n{}\n{}",
            self.job,
            self.first_batch,
            self.batches,
            self.spread.name(),
            self.asked.write(),
            self.link
        )
    }

    /// Reads what [`write`](Order::write) wrote; nothing if it is anything else.
    pub fn read(text: &str) -> Option<Order> {
        let mut lines = text.splitn(6, '\n');
        let mut line = || lines.next();
        Some(Order {
            job: line()?.parse().ok()?,
            first_batch: line()?.parse().ok()?,
            batches: line()?.parse().ok().filter(|n| *n <= CHUNK_BATCHES)?,
            spread: Spread::named(line()?)?,
            asked: Asked::read(line()?)?,
            link: line()?.to_string(),
        })
    }
}

/// What a build of the engine is known by: a digest of eight short futures in all that can be seen of them.
///
/// Page and worker compare it before they work together.
pub fn identity() -> u64 {
    let scenario = Scenario {
        years: crate::sim::scenario::YEARS_MIN,
        ..Scenario::default()
    };
    let prior = Prior::of(&scenario, Spread::Wide);
    Chunk::run(&scenario, &prior, &Wish::everything(), 0, 1).digest()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_survive_the_post() {
        for asked in [
            Asked::Series(vec![Metric::Valuation, Metric::AllSevere]),
            Asked::Score("3 4:1:hold".to_string()),
        ] {
            let order = Order {
                job: 7,
                first_batch: 12,
                batches: 4,
                spread: Spread::Wide,
                asked,
                link: "v=1&preset=baseline&seed=a-b-c".to_string(),
            };
            assert_eq!(Order::read(&order.write()), Some(order.clone()));
        }
        for bad in [
            "",
            "7",
            "7\n0\n9\nwide\nvaluation\nv=1",
            "7\n0\n4\nwild\nvaluation\nv=1",
            "7\n0\n4\nwide\nprofits\nv=1",
            "7\n0\n4\nwide\nvaluation",
        ] {
            assert_eq!(Order::read(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn a_chunk_holds_the_lanes_of_its_batches() {
        let scenario = Scenario::default();
        let metrics = [Metric::Valuation, Metric::StandardOwner];
        for spread in [Spread::Luck, Spread::Wide] {
            let prior = Prior::of(&scenario, spread);
            let wish = Wish::of(&metrics);
            let chunk = Chunk::run(&scenario, &prior, &wish, 1, 3);
            assert_eq!(chunk.futures(), 24);
            for batch in 0..3 {
                let first = 8 * (1 + batch);
                let params = prior.params::<Lanes>(first);
                let trace = run_lanes_with(&scenario, &params, first, &wish);
                for (place, lanes) in trace.values().iter().enumerate() {
                    let from = 8 * batch as usize;
                    assert_eq!(chunk.at(place)[from..from + 8], lanes.to_array());
                }
            }
            let places = chunk.values().len() / 24;
            let sent = Chunk::received(chunk.clone().into_values(), 24, places);
            assert_eq!(sent.as_ref(), Some(&chunk));
            assert_eq!(Chunk::received(vec![0.0; 5], 24, places), None);
        }
    }

    #[test]
    fn the_engine_is_known_by_itself() {
        assert_eq!(identity(), identity());
    }
}
