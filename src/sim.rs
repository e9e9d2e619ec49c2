//! The model: six tables and one step. `run` turns a scenario into a trace and touches nothing else.
//!
//! A scenario may carry a script: events and actions that happen in a given month to a given company, whatever chance
//! and strategies say. They happen first, so that everything else in the month takes note of them. Two futures that
//! differ in their script only draw the same luck. It may also carry the orders of a player: the company that is played
//! follows them instead of its strategy.

pub mod actions;
pub mod companies;
pub mod domains;
pub mod ecosystem;
pub mod events;
pub mod finance;
pub mod goals;
pub mod happenings;
pub mod investors;
pub mod lanes;
pub mod leak;
pub mod market;
pub mod metrics;
pub mod needs;
pub mod noise;
pub mod orders;
pub mod pace;
pub mod params;
pub mod policy;
pub mod presets;
pub mod product;
pub mod regulation;
pub mod research;
pub mod rivals;
pub mod safety;
pub mod scenario;
pub mod seed;
mod seed_words;
pub mod table;
pub mod trace;
pub mod units;
pub mod world;

pub use goals::Goal;
pub use metrics::Metric;
pub use orders::Told;
pub use params::Params;
pub use scenario::Scenario;
pub use trace::{Trace, Wish};
pub use world::World;

use crate::num::{Lanes, Mask, Real};
use companies::MAX_COMPANIES;
use happenings::{HAPPENING_COUNT, Happening};
use scenario::Scripted;
use world::{Clock, Company, Mind};

/// One step: the month on one screen.
pub fn step<R: Real>(w: &mut World<R>, p: &Params<R>, script: &[Scripted], told: &[Told]) {
    follow(script, w, p);
    rivals::step(w, p, told);
    if w.clock.month_begins() {
        actions::step(w, p);
    }
    research::step(w, p);
    leak::step(w, p);
    events::step(w, p);
    product::step(w, p);
    market::step(w, p);
    ecosystem::step(w, p);
    finance::step(w, p);
    investors::step(w, p);
    safety::step(w, p);
    regulation::step(w, p);
}

/// A sector: a part of the month, and the file that says what it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sector {
    /// Its file: `leak` for `src/sim/leak.rs`.
    pub file: &'static str,
    /// Its name for people.
    pub name: &'static str,
}

/// The sectors in the order in which [`step`] lets them act. A test holds the two together.
pub const SECTORS: &[Sector] = &[
    Sector {
        file: "sim",
        name: "Script",
    },
    Sector {
        file: "rivals",
        name: "Decisions",
    },
    Sector {
        file: "actions",
        name: "Actions",
    },
    Sector {
        file: "research",
        name: "Research",
    },
    Sector {
        file: "leak",
        name: "Leaks",
    },
    Sector {
        file: "events",
        name: "Chance",
    },
    Sector {
        file: "product",
        name: "Products",
    },
    Sector {
        file: "market",
        name: "Users and prices",
    },
    Sector {
        file: "ecosystem",
        name: "Developers",
    },
    Sector {
        file: "finance",
        name: "Money",
    },
    Sector {
        file: "investors",
        name: "Investors",
    },
    Sector {
        file: "safety",
        name: "Incidents",
    },
    Sector {
        file: "regulation",
        name: "Regulation",
    },
];

/// Lets what the script holds for this month happen.
fn follow<R: Real>(script: &[Scripted], w: &mut World<R>, p: &Params<R>) {
    if !w.clock.month_begins() {
        return;
    }
    let month = w.clock.month;
    for s in script.iter().filter(|s| s.month == month) {
        let Some(i) = w
            .companies()
            .iter()
            .position(|c| c.archetype == s.archetype)
        else {
            continue;
        };
        let (all, amount) = (R::Mask::all_of(true), R::of(s.amount));
        match s.what {
            Happening::Event(event) => event.befall(w, p, i, all, amount),
            Happening::Action(action) => action.take_effect(w, p, i, all, amount),
        }
    }
}

/// Runs futures `first_future, first_future + 1, …` of a scenario, as many as `R` holds, and records what is wished for.
///
/// A pure function: the same arguments give the same bits, on every machine. A future depends on the
/// scenario and its own number only, not on its neighbours.
pub fn run<R: Real>(scenario: &Scenario, first_future: u32, wish: &Wish) -> Trace<R> {
    run_with(scenario, &scenario.params.map(R::of), first_future, wish)
}

/// Eight futures of a scenario: what everything a user sees is made of.
pub fn run_lanes(scenario: &Scenario, first_future: u32, wish: &Wish) -> Trace<Lanes> {
    let params = scenario.params.map(Lanes::of);
    run_lanes_with(scenario, &params, first_future, wish)
}

/// One future in double precision: the yardstick for the lanes.
///
/// Not generic, so that a program holds it compiled for speed, as it holds [`run_lanes_with`].
#[inline(never)]
pub fn run_scalar(scenario: &Scenario, future: u32, wish: &Wish) -> Trace<f64> {
    run(scenario, future, wish)
}

/// The same as [`run_lanes`] with other parameters, which may differ from future to future.
///
/// Not generic, so that a program holds it once, compiled for speed, whoever calls it.
#[inline(never)]
pub fn run_lanes_with(
    scenario: &Scenario,
    params: &Params<Lanes>,
    first_future: u32,
    wish: &Wish,
) -> Trace<Lanes> {
    run_with(scenario, params, first_future, wish)
}

/// Runs futures with parameters of their own.
pub fn run_with<R: Real>(
    scenario: &Scenario,
    p: &Params<R>,
    first_future: u32,
    wish: &Wish,
) -> Trace<R> {
    let mut w = World::begin(scenario, p, Futures::From(first_future), wish.parts);
    let mut trace = Trace::new(wish, w.count, scenario.months());
    trace.record(&w);
    let told = scenario.told();
    play_on(
        &mut w,
        p,
        &scenario.script,
        &told,
        scenario.months(),
        Some(&mut trace),
    );
    trace
}

/// Lets the months pass that follow on the present one, up to the given one, and records them.
pub fn play_on<R: Real>(
    w: &mut World<R>,
    p: &Params<R>,
    script: &[Scripted],
    told: &[Told],
    until: u32,
    mut trace: Option<&mut Trace<R>>,
) {
    for month in w.clock.month + 1..=until {
        w.happened = [[0; HAPPENING_COUNT]; MAX_COMPANIES + 1];
        for part in 0..w.clock.parts {
            w.clock.month = month;
            w.clock.part = part;
            step(w, p, script, told);
        }
        // What is seen after a month's steps belongs to the end of the month.
        if let Some(trace) = &mut trace {
            trace.record(w);
        }
    }
}

/// Which futures the lanes of a world hold.
#[derive(Clone, Copy, Debug)]
pub enum Futures {
    /// As many as there are lanes, numbered from here.
    From(u32),
    /// This one alone, in every lane.
    Only(u32),
}

impl<R: Real> World<R> {
    /// The first day: companies as the scenario has them, markets as if everyone had just chosen.
    pub fn begin(scenario: &Scenario, p: &Params<R>, futures: Futures, parts: u32) -> World<R> {
        let archetypes: Vec<usize> = scenario.companies.iter().map(|c| c.archetype).collect();
        let mut company = Vec::with_capacity(archetypes.len());
        for c in &scenario.companies {
            let mind = match scenario.player == Some(c.archetype) {
                true => Mind::Orders,
                false => Mind::Strategy,
            };
            company.push(Company::new(c.archetype, mind, &c.start.map(R::of), p));
        }
        let zero = R::zero();
        let never = R::of(world::NEVER);
        let mut w = World {
            clock: Clock {
                month: 0,
                part: 0,
                parts,
            },
            count: archetypes.len(),
            company,
            adoption: [zero; domains::DOMAINS],
            best_stage: [product::StageMix::at(zero); domains::DOMAINS],
            deviation: [zero; 3],
            fundamentalists: zero,
            verification: zero,
            excitation: zero,
            concern: zero,
            stringency: p.regulation_start,
            compute_price: zero,
            scarcity: zero,
            lobbying: zero,
            shared_homes: zero,
            pause_until: never,
            curb_until: never,
            standard_months: zero,
            standard_leader: zero,
            standard_owner: R::of(-1.0),
            standard_month: never,
            ended_by: R::of(-1.0),
            first_utility: [zero; domains::DOMAINS],
            price_sensitivity: p.price_sensitivity.at_least(0.1),
            industry_revenue: zero,
            pace: pace::Pace::new(
                p,
                Clock {
                    month: 0,
                    part: 0,
                    parts,
                }
                .step_years(),
            ),
            noise: match futures {
                Futures::From(first) => noise::Noise::new(scenario.seed, first, &archetypes),
                Futures::Only(future) => noise::Noise::unison(scenario.seed, future, &archetypes),
            },
            happened: [[0; HAPPENING_COUNT]; MAX_COMPANIES + 1],
            alarm: R::Mask::all_of(false),
            refused: vec![],
        };
        market::begin(&mut w, p);
        ecosystem::begin(&mut w, p);
        product::measure(&mut w, p);
        market::price(&mut w, p);
        market::choose(&mut w, p);
        finance::earn(&mut w, p);
        investors::begin(&mut w, p);
        w
    }
}
