//! *After the Leak*: a simulator of the AI arms race that runs in a browser tab.
//!
//! A company's secret AI-agent project leaks. Companies stay closed, open their weights or open everything,
//! launch early or hold; rivals dissect what leaked; developers and enterprises follow; investors swing between
//! story and proof; safety and secrecy bite; one ecosystem may become the standard.
//!
//! # The idea: six tables and one step
//!
//! ```text
//!     PARAMS  PRESETS  COMPANIES  ACTIONS  EVENTS  METRICS      what there is: six tables
//!        └───────┴────────┴───┬─────┴────────┴───────┘
//!  Scenario + seed + orders ──▶ sim::run ──▶ Trace              one pure function
//!    ▲  │                                │
//! link  │  │ link           study (many futures)   game (turns, news)
//!    │  ▼                                │             ▼
//!  address bar · words             chart (numbers → SVG text)
//!    └──────────── ui · bin/cli ───────────        thin hosts
//! ```
//!
//! - [`sim::params::PARAMS`]: every number a user may change.
//! - [`sim::presets::PRESETS`]: named starting points.
//! - [`sim::companies::COMPANIES`]: the companies on the first day.
//! - [`sim::actions::ACTIONS`]: what a company may do.
//! - [`sim::events::EVENTS`]: what chance may do.
//! - [`sim::metrics::METRICS`]: what may be seen.
//!
//! [`sim::step`] is a month. It is written once over [`num::Real`], which is either `f64` (one future, the
//! yardstick) or eight `f32` lanes (eight futures at a time, from which everything a user sees is made).
//!
//! # The map
//!
//! | room | what it is | may name |
//! |---|---|---|
//! | [`num`] | numbers, masks, streams of luck | nothing of ours |
//! | [`theory`] | published sub-models, tested alone; the sectors call these | `num` |
//! | [`sim`] | the tables, the state of a moment, one file per sector, the step | `theory`, `num` |
//! | [`study`] | ensembles in chunks, priors, quantiles, outcomes, tournaments, stylised facts, back-casts | `sim`, `theory`, `num` |
//! | [`game`] | a run as a story and as a game: news, turns, advice, debrief | `study`, `link`, `chart` (units), `sim`, `num` |
//! | [`link`] | scenario ⇄ text, fingerprint | `sim`, `num` |
//! | [`chart`] | data → SVG text, units → words | `sim`, `num` |
//! | [`docs`] | tables and the heads of files → the Model page | `sim`, `theory`, `link`, `chart` |
//! | `cli` | the inside of the command line | all |
//! | `ui` | the page and its workers: a package of its own, compiled for size where this one is compiled for speed | all |
//!
//! A test reads the imports and fails on any other edge. The first four rooms are a package of their own, the engine,
//! because in the page it is compiled for speed and all else for size: what calls it calls doors that are not generic
//! ([`sim::run_lanes`], [`sim::lanes`]).
//!
//! # Invariants
//!
//! - `sim` never reads a clock, a file, a thread or the page. [`sim::run`] is a function.
//! - The same link gives the same bits: natively, in WebAssembly, in every browser, on any number of workers.
//! - A future is (seed, number): it depends on no other future, nor on companies that do not race.
//! - Every source of chance draws from its own stream, a fixed number of times a step ([`sim::noise`]): two
//!   scenarios with one seed share their luck, and a new event leaves all other draws as they were.
//! - No range, unit, label or default is written outside a table.
//! - The page never sees [`sim::World`]; it sees [`sim::Trace`] through METRICS.
//! - A scenario has one written form, the link. Reading one gives a scenario and a list of problems, never a panic.
//! - Looking changes nothing: charts and headlines draw no luck.
//!
//! # Words
//!
//! *scenario*: all that decides a run · *preset*: a named scenario · *parameter*: a number of the model ·
//! *figure*: a number of one company on the first day · *action*: what a company chooses · *event*: what chance
//! does · *hazard*: expected events per year · *future*: one simulated run · *ensemble*: many · *trace*: what was
//! seen of a run · *metric*: what may be seen · *stream*: a named source of luck · *horizon*: task length at 50 %
//! success · *stage*: toy, tool, colleague, proxy · *openness*: 0 closed, 0.5 weights, 1 everything · *ecosystem*:
//! the developers who build for a company · *standard*: an ecosystem that has won · *hype gap*: log of price over
//! fundamental value.
#![forbid(unsafe_code)]

pub use after_the_leak_engine::{num, sim, study, theory};

pub mod chart;
#[cfg(feature = "cli")]
pub mod cli;
pub mod docs;
pub mod game;
pub mod link;
pub mod speed;
