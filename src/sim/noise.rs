//! Named streams of luck: each source of chance draws from its own, a fixed number of times a step.

use super::companies::MAX_COMPANIES;
use super::events::EVENT_COUNT;
use super::seed::Seed;
use crate::num::{Real, Stream, mix};

/// A source of chance. The number keys the stream: a new source is added at the end, none is renumbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum Luck {
    /// Per company: does it leak, what leaks and is it noticed, does a hidden leak come out.
    Leak,
    LeakKind,
    LeakNoticed,
    LeakOut,
    /// Per company: does it launch, does the launch flop.
    Launch,
    Flop,
    /// Per company: incidents, severe ones, serious ones.
    Incidents,
    Severe,
    Serious,
    /// Per company: mispricing.
    Mispricing,
    /// Per company: quantal response.
    Response,
    /// For all: the market's narrative, new rules.
    Narrative,
    Rule,
    /// Per company: why it leaks.
    LeakCause,
    /// For all: is a severe incident a catastrophe.
    Catastrophe,
}

const LUCKS: usize = Luck::Catastrophe as usize + 1;
/// Streams of chance events are numbered from here, so that neither kind can shift the other. Numerical.
const FIRST_EVENT_STREAM: u32 = 1000;
/// The entity that keys what happens to all companies. Numerical.
const EVERYONE: u32 = 1000;
/// Keeps the luck after a fork apart from that of whole runs. By definition: any other number would do.
const FORK_KEY: u64 = 0x666f_726b << 32;

/// The generators of one run.
#[derive(Clone)]
pub struct Noise<R: Real> {
    lucks: Vec<R::Stream>,
    events: Vec<R::Stream>,
    rows: usize,
}

impl<R: Real> Noise<R> {
    /// The generators of futures `first_future…` for companies at these places in the table of companies.
    pub fn new(seed: Seed, first_future: u32, archetypes: &[usize]) -> Self {
        Self::keyed(archetypes, |name, entity| {
            R::Stream::keyed(seed.0, first_future, name, entity)
        })
    }

    /// The generators of one future, the same in every lane.
    pub fn unison(seed: Seed, future: u32, archetypes: &[usize]) -> Self {
        Self::keyed(archetypes, |name, entity| {
            R::Stream::unison(seed.0, future, name, entity)
        })
    }

    /// The generators of futures that part in a month: unrelated to those before, and to those of another month.
    pub fn forked(seed: Seed, month: u32, first_future: u32, archetypes: &[usize]) -> Self {
        let parted = Seed(mix(seed.0 ^ mix(FORK_KEY + u64::from(month))));
        Self::new(parted, first_future, archetypes)
    }

    fn keyed(archetypes: &[usize], stream: impl Fn(u32, u32) -> R::Stream) -> Self {
        assert!(archetypes.len() <= MAX_COMPANIES);
        let entities = || archetypes.iter().map(|a| *a as u32).chain([EVERYONE]);
        let all = |first: u32, count: usize| {
            let names = first..first + count as u32;
            let each = names.flat_map(|name| entities().map(move |entity| (name, entity)));
            each.map(|(name, entity)| stream(name, entity)).collect()
        };
        Noise {
            lucks: all(0, LUCKS),
            events: all(FIRST_EVENT_STREAM, EVENT_COUNT),
            rows: archetypes.len() + 1,
        }
    }

    /// The next uniform number of a company's luck.
    #[inline(always)]
    pub fn company(&mut self, luck: Luck, company: usize) -> R {
        self.lucks[luck as usize * self.rows + company].uniform()
    }

    /// The next uniform number of everybody's luck.
    #[inline(always)]
    pub fn everyone(&mut self, luck: Luck) -> R {
        self.company(luck, self.rows - 1)
    }

    /// The next uniform number of a chance event, for a company or (at place `count`) for all.
    #[inline(always)]
    pub fn event(&mut self, event: usize, company: usize) -> R {
        self.events[event * self.rows + company].uniform()
    }

    /// The place that stands for all companies in [`event`](Noise::event).
    pub fn everyone_place(&self) -> usize {
        self.rows - 1
    }
}
