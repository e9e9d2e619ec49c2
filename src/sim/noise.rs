//! Named streams of luck: each source of chance draws from its own, a fixed number of times a step.

use super::companies::MAX_COMPANIES;
use super::events::{self, EVENT_COUNT};
use super::seed::Seed;
use crate::num::{FUTURES_MAX, Real, Stream, future_key, mix};

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
        let key = |lane: usize| future_key(seed.0, first_future.wrapping_add(lane as u32));
        Self::keyed(archetypes, core::array::from_fn(key))
    }

    /// The generators of one future, the same in every lane.
    pub fn unison(seed: Seed, future: u32, archetypes: &[usize]) -> Self {
        Self::keyed(archetypes, [future_key(seed.0, future); FUTURES_MAX])
    }

    /// The generators of futures that part in a month: unrelated to those before, and to those of another month.
    pub fn forked(seed: Seed, month: u32, first_future: u32, archetypes: &[usize]) -> Self {
        let parted = Seed(mix(seed.0 ^ mix(FORK_KEY + u64::from(month))));
        Self::new(parted, first_future, archetypes)
    }

    fn keyed(archetypes: &[usize], futures: [u64; FUTURES_MAX]) -> Self {
        assert!(archetypes.len() <= MAX_COMPANIES);
        let rows = archetypes.len() + 1;
        let mut lucks = Vec::with_capacity(LUCKS * rows);
        for name in 0..LUCKS as u32 {
            for entity in archetypes.iter().map(|a| *a as u32).chain([EVERYONE]) {
                lucks.push(R::Stream::keyed(&futures, name, entity));
            }
        }
        let mut events = Vec::with_capacity(EVENT_COUNT * rows);
        events::draw(archetypes.len(), |row, place| {
            let entity = place.map_or(EVERYONE, |i| archetypes[i] as u32);
            let name = FIRST_EVENT_STREAM + row.event as u32;
            events.push(R::Stream::keyed(&futures, name, entity));
        });
        Noise {
            lucks,
            events,
            rows,
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

    /// The next uniform number of the chance event that [`events::draw`] comes to as number `k`.
    #[inline(always)]
    pub fn event(&mut self, k: usize) -> R {
        self.events[k].uniform()
    }
}
