//! A trial: many futures of a game with some orders, from the first day or from a turn on, as scores.
//!
//! Trials are what the advisor, the debrief and a re-run are made of. They are run in chunks, here or in workers; two
//! trials that begin at the same turn share their luck future by future, so that their difference is that of the orders.

use super::score::{SCORE_METRICS, scores};
use super::session::{FUTURE, Session};
use crate::num::{Lanes, Real};
use crate::sim::orders::{self, Told};
use crate::sim::{Futures, Scenario, Wish, lanes};

/// Many futures of one scenario, scored.
#[derive(Clone, Debug, PartialEq)]
pub struct Trial {
    pub scenario: Scenario,
    /// The turn before which all futures are the one that is played; none: they differ from the first day.
    pub from: Option<u32>,
    /// What rivals that look ahead decided up to then.
    pub rivals: Vec<Told>,
}

impl Trial {
    /// Futures that differ from the first day; rivals that looked ahead do in all of them what they did in the game.
    pub fn replayed(session: &Session, scenario: Scenario) -> Trial {
        Trial {
            scenario,
            from: None,
            rivals: session.rivals().to_vec(),
        }
    }

    /// Futures that part from the played one before a turn; rivals that looked ahead do in all of them what they did in
    /// the game, as in [`Trial::replayed`].
    pub fn from_turn(session: &Session, scenario: Scenario, turn: u32) -> Trial {
        Trial {
            from: Some(turn),
            ..Trial::replayed(session, scenario)
        }
    }

    /// Scores of the played company in so many batches of futures from `first_batch` on.
    pub fn run(&self, first_batch: usize, batches: usize) -> Vec<f32> {
        let scenario = &self.scenario;
        let p = lanes::params(scenario);
        let wish = Wish::of(SCORE_METRICS);
        let mut told = scenario.told();
        told.extend_from_slice(&self.rivals);
        let past = self.from.map(|turn| {
            let until = (scenario.turn_month(turn) - 1).min(scenario.months());
            let futures = Futures::Only(FUTURE);
            let (mut w, mut trace) = lanes::begin(scenario, &p, futures, &wish, scenario.months());
            lanes::play_on(&mut w, &p, scenario, &told, until, Some(&mut trace));
            (w, trace)
        });
        let mut all = Vec::with_capacity(batches * Lanes::LANES);
        for batch in first_batch..first_batch + batches {
            let first_future = (batch * Lanes::LANES) as u32;
            let (mut w, mut trace) = match &past {
                Some((w, trace)) => (lanes::fork(w, scenario.seed, first_future), trace.clone()),
                None => {
                    let futures = Futures::From(first_future);
                    lanes::begin(scenario, &p, futures, &wish, scenario.months())
                }
            };
            let end = scenario.months();
            lanes::play_on(&mut w, &p, scenario, &told, end, Some(&mut trace));
            all.extend(scores(scenario, &trace));
        }
        all
    }
    /// The question to a worker that has the scenario: the turn, or `-`, and what rivals decided.
    pub fn question(&self) -> String {
        let from = match self.from {
            Some(turn) => turn.to_string(),
            None => WHOLE.to_string(),
        };
        from + " " + &orders::write_told(&self.rivals)
    }

    /// The trial that a question asks for; nothing if it is not one.
    pub fn read(scenario: &Scenario, question: &str) -> Option<Trial> {
        let (from, told) = question.split_once(' ')?;
        let from = match from {
            WHOLE => None,
            turn => Some(turn.parse::<u32>().ok()?),
        };
        Some(Trial {
            scenario: scenario.clone(),
            from,
            rivals: orders::read_told(told)?,
        })
    }
}

/// What a question says instead of a turn where whole runs are asked for.
const WHOLE: &str = "-";

/// Answers a question: one score per future. The first batch tells apart what belongs to one study, see
/// [`PLACES`](super::trials::PLACES). Nothing for a question that cannot be read.
pub fn answer(scenario: &Scenario, question: &str, place: usize, batches: usize) -> Vec<f32> {
    let trial = Trial::read(scenario, question);
    trial.map_or(vec![], |t| t.run(place % super::trials::PLACES, batches))
}
