//! The doors of the engine for games: eight futures at a time, not generic, so that a program holds what stands
//! behind them once and compiled for speed, whoever calls it.

use super::needs::{self, Reason};
use super::orders::{self, Order, Told};
use super::safety;
use super::seed::Seed;
use super::{Futures, Params, Scenario, Trace, Wish, World};
use crate::num::{Lanes, Real};

type Mask = <Lanes as Real>::Mask;

/// The parameters of a scenario, the same in every future.
#[inline(never)]
pub fn params(scenario: &Scenario) -> Params<Lanes> {
    scenario.params.map(Lanes::of)
}

/// The first day, and the record that begins with it and has room for so many months.
#[inline(never)]
pub fn begin(
    scenario: &Scenario,
    p: &Params<Lanes>,
    futures: Futures,
    wish: &Wish,
    months: u32,
) -> (World<Lanes>, Trace<Lanes>) {
    let w = World::begin(scenario, p, futures, wish.parts);
    let mut trace = Trace::new(wish, w.count, months);
    trace.record(&w);
    (w, trace)
}

/// The months up to one, see [`super::play_on`].
#[inline(never)]
pub fn play_on(
    w: &mut World<Lanes>,
    p: &Params<Lanes>,
    scenario: &Scenario,
    told: &[Told],
    until: u32,
    trace: Option<&mut Trace<Lanes>>,
) {
    super::play_on(w, p, &scenario.script, told, until, trace);
}

/// The same past with the luck of other futures, see [`World::fork`].
#[inline(never)]
pub fn fork(w: &World<Lanes>, seed: Seed, first_future: u32) -> World<Lanes> {
    w.fork(seed, first_future)
}

/// Why an order cannot be given, see [`needs::hindrances`].
#[inline(never)]
pub fn hindrances(
    w: &World<Lanes>,
    p: &Params<Lanes>,
    i: usize,
    order: Order,
) -> [(Reason, Mask); 5] {
    needs::hindrances(w, p, i, order)
}

/// Follows an order where it can be, see [`orders::follow`].
#[inline(never)]
pub fn follow(w: &mut World<Lanes>, p: &Params<Lanes>, i: usize, order: Order) {
    orders::follow(w, p, i, order);
}

/// What an order costs now, bn $, see [`Order::cost_now`].
#[inline(never)]
pub fn cost_now(w: &World<Lanes>, p: &Params<Lanes>, i: usize, order: Order) -> Lanes {
    order.cost_now(w, p, i)
}

/// Chance of a severe incident, see [`safety::severe_risk`].
#[inline(never)]
pub fn severe_risk(w: &World<Lanes>, p: &Params<Lanes>, i: usize, years: f64) -> Lanes {
    safety::severe_risk(w, p, i, years)
}
