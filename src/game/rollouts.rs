//! Rivals that look ahead: each tries its candidates in the same short futures and takes the best.
//!
//! This happens in the one future that is played, turn by turn, so that rivals answer what has come to pass there. In
//! the many futures of studies and of the advisor, where nothing has come to pass yet, they respond quantally.

use crate::num::{Lanes, Mask, Real};
use crate::sim::actions::{Action, COOL_DOWN_MONTHS};
use crate::sim::orders::{Order, Setting, Told};
use crate::sim::{Params, Scenario, World, lanes};

/// How far a rival looks, months: the middle of the year or two that rollouts are usual for. Judgement.
const LOOK_AHEAD_MONTHS: u32 = 18;
/// Whoever has opened or closed keeps to it for so long, months. Judgement.
const COMMITTED_MONTHS: f64 = 12.0;
/// Batches of eight futures that candidates are compared in.
const BATCHES: u32 = 4;
/// The futures of rollouts are numbered from here, apart from those an advisor looks at.
const FIRST_FUTURE: u32 = 1 << 20;
/// The choice of the parameter `rivals` that asks for rollouts.
const ROLLOUTS: f64 = 2.0;
/// How rivals decide in a new game unless the player wants it otherwise, a choice of the parameter `rivals`: against
/// these, who follows the advisor wins about half of the games (`after-the-leak balance`).
pub const RIVALS_USUAL: f64 = ROLLOUTS;
/// What a rival tries beside doing nothing: the first of these that it could do now. What changes most stands first:
/// rivals that never try to open everything leave the standard to whoever does.
const CANDIDATES: [&str; 10] = [
    "launch-now",
    "full-open",
    "court-developers",
    "raise-capital",
    "reclose",
    "open-weights",
    "join-standard",
    "cut-price",
    "safety-push",
    "hold",
];
/// At most this many candidates are tried, doing nothing among them.
const TRIED_MAX: usize = 6;

/// Whether the scenario's rivals look ahead.
pub fn are_wanted(scenario: &Scenario) -> bool {
    scenario.params.rivals >= ROLLOUTS
}

/// What every rival does in the month after `now`, whatever its strategy: all decide at once, each as if the others
/// responded quantally and the player kept to the standing policy.
pub fn decide(scenario: &Scenario, now: &World<Lanes>, player: usize) -> Vec<Told> {
    let p = lanes::params(scenario);
    let forks: Vec<World<Lanes>> = (0..BATCHES)
        .map(|b| lanes::fork(now, scenario.seed, FIRST_FUTURE + b * Lanes::LANES as u32))
        .collect();
    let rivals = (0..now.count).filter(|i| *i != player);
    rivals
        .map(|i| best_response(scenario, &p, &forks, i))
        .collect()
}

/// The same for one company: the candidate worth most, the first of equals.
pub fn best_response(
    scenario: &Scenario,
    p: &Params<Lanes>,
    forks: &[World<Lanes>],
    i: usize,
) -> Told {
    let month = forks[0].clock.month + 1;
    let told = |orders: Vec<Order>| Told {
        month,
        company: i,
        orders,
    };
    let mut best = told(vec![]);
    let mut most = worth(scenario, p, forks, &best);
    for order in candidates(p, &forks[0], i) {
        let candidate = told(vec![order]);
        let value = worth(scenario, p, forks, &candidate);
        if value > most {
            (best, most) = (candidate, value);
        }
    }
    best
}

/// What company `i` could try now.
fn candidates(p: &Params<Lanes>, now: &World<Lanes>, i: usize) -> impl Iterator<Item = Order> {
    let mut w = now.clone();
    w.clock.month += 1;
    w.renew_moves();
    let orders = CANDIDATES.iter().filter_map(|id| Order::by_id(id));
    let can = move |order: &Order| {
        let hindrances = lanes::hindrances(&w, p, i, *order);
        let hindered = hindrances.iter().any(|(_, m)| m.any());
        !hindered && !is_committed(&w, i, *order)
    };
    orders.filter(can).take(TRIED_MAX - 1)
}

/// Mean log of what the company is worth after the look-ahead beyond what investors have put in.
fn worth(scenario: &Scenario, p: &Params<Lanes>, forks: &[World<Lanes>], told: &Told) -> f64 {
    let told = core::slice::from_ref(told);
    let mut sum = 0.0;
    for fork in forks {
        let mut w = fork.clone();
        let until = w.clock.month + LOOK_AHEAD_MONTHS;
        lanes::play_on(&mut w, p, scenario, told, until, None);
        let c = &w.company[told[0].company];
        let value = (c.valuation - c.raised).at_least(LEAST).ln();
        sum += (0..Lanes::LANES).map(|lane| value.lane(lane)).sum::<f64>();
    }
    sum / (forks.len() * Lanes::LANES) as f64
}

/// Where company `i` could change its openness again, but keeps to what it has: partners would not build on whims.
fn is_committed(w: &World<Lanes>, i: usize, order: Order) -> bool {
    const OPENINGS: [Action; 3] = [Action::OpenWeights, Action::FullOpen, Action::Reclose];
    let Order::Level(level) = order else {
        return false;
    };
    let ready = &w.company[i].ready;
    let until = |a: &Action| ready[*a as usize] + (COMMITTED_MONTHS - COOL_DOWN_MONTHS);
    matches!(level.row().setting, Setting::Openness(_))
        && OPENINGS.iter().any(|a| w.month().lt(until(a)).any())
}

/// What is worth less than this counts as worth this, bn $.
const LEAST: f64 = 1e-3;
