//! Rivals that look ahead: each tries its candidates in the same short futures and takes the best.
//!
//! This happens in the one future that is played, turn by turn, so that rivals answer what has come to pass there. In
//! the many futures of studies and of the advisor, where nothing has come to pass yet, they respond quantally.

use crate::num::{Lanes, Mask, Real, sort_short};
use crate::sim::actions::{Action, COOL_DOWN_MONTHS};
use crate::sim::orders::{Order, Setting, Told};
use crate::sim::{Params, Scenario, World, lanes};

/// How far a rival looks, months: the middle of the year or two that rollouts are usual for. Judgement.
const LOOK_AHEAD_MONTHS: u32 = 18;
/// Whoever has opened or closed keeps to it for so long, months. Judgement.
const COMMITTED_MONTHS: f64 = 12.0;
/// How much a rival cares for its share of developers beside what it is worth, a weight of logs: a standard is made by
/// who gives up revenue for it. Judgement.
const INFLUENCE: f64 = 0.5;
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
const CANDIDATES: [&str; 11] = [
    "launch-now",
    "full-open",
    "court-developers",
    "raise-capital",
    "crash-programme",
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

/// What every rival does in the month after `now`, whatever its strategy: they decide one after another, the most
/// valuable first, each knowing what those before it have announced, and as if those after it responded quantally and
/// the player kept to the standing policy. Who announces nothing has decided, too: nobody does the same at once only
/// because it would have paid alone.
pub fn decide(scenario: &Scenario, now: &World<Lanes>, player: usize) -> Vec<Told> {
    let p = lanes::params(scenario);
    let forks = forks(scenario, now);
    let mut rivals: Vec<usize> = (0..now.count).filter(|i| *i != player).collect();
    let value = |i: usize| now.company[i].valuation.lane(0);
    sort_short(&mut rivals, |a, b| value(*b).total_cmp(&value(*a)));
    let mut told = vec![];
    for i in rivals {
        respond(scenario, &p, &forks, i, &mut told);
    }
    told
}

/// The short futures in which candidates are compared.
fn forks(scenario: &Scenario, now: &World<Lanes>) -> Vec<World<Lanes>> {
    let first = |b: u32| FIRST_FUTURE + b * Lanes::LANES as u32;
    let batches = 0..BATCHES;
    batches
        .map(|b| lanes::fork(now, scenario.seed, first(b)))
        .collect()
}

/// Adds to what others have announced the best response of company `i`: the candidate worth most, the first of equals.
fn respond(
    scenario: &Scenario,
    p: &Params<Lanes>,
    forks: &[World<Lanes>],
    i: usize,
    told: &mut Vec<Told>,
) {
    let month = forks[0].clock.month + 1;
    told.push(Told {
        month,
        company: i,
        orders: vec![],
    });
    let place = told.len() - 1;
    let mut most = worth(scenario, p, forks, told);
    let mut best = vec![];
    for order in candidates(p, &forks[0], i) {
        told[place].orders = vec![order];
        let value = worth(scenario, p, forks, told);
        if value > most {
            (best, most) = (vec![order], value);
        }
    }
    told[place].orders = best;
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

/// What the last company that was told something has after the look-ahead: the mean log of what it is worth beyond what
/// investors have put in, and of its share of developers with its weight.
fn worth(scenario: &Scenario, p: &Params<Lanes>, forks: &[World<Lanes>], told: &[Told]) -> f64 {
    let i = told.last().map_or(0, |t| t.company);
    let mut sum = 0.0;
    for fork in forks {
        let mut w = fork.clone();
        // It would not close again at once what it opens, nor open what it closes: what it decides is weighed as it is.
        w.company[i].openness_ordered = true;
        let until = w.clock.month + LOOK_AHEAD_MONTHS;
        lanes::play_on(&mut w, p, scenario, told, until, None);
        let c = &w.company[i];
        let made = (c.valuation - c.raised).at_least(LEAST).ln();
        let value = made + c.developers.at_least(LEAST).ln() * INFLUENCE;
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

/// What is less than this counts as this, bn $ or share.
const LEAST: f64 = 1e-3;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::game::{Session, deal};
    use crate::sim::presets::PRESETS;

    #[test]
    fn rivals_decide_one_after_another_and_few_open_at_first() {
        let opens = |t: &&Told| {
            let is_opening = |o: &Order| ["open-weights", "full-open"].contains(&o.id());
            t.orders.iter().any(is_opening)
        };
        let (mut rivals, mut openers, mut told_otherwise) = (0, 0, 0);
        for preset in PRESETS {
            for n in 0..2 {
                let session = Session::start(deal(preset.id, n));
                let (scenario, now) = (session.scenario(), session.world());
                let told = decide(scenario, now, session.player());
                let worths = told
                    .iter()
                    .map(|t| now.company[t.company].valuation.lane(0));
                assert!(worths.is_sorted_by(|a, b| a >= b), "{}", preset.id);
                rivals += told.len();
                openers += told.iter().filter(opens).count();
                let p = lanes::params(scenario);
                let forks = forks(scenario, now);
                for (k, t) in told.iter().enumerate() {
                    let mut alone = vec![];
                    respond(scenario, &p, &forks, t.company, &mut alone);
                    let is_otherwise = alone[0].orders != t.orders;
                    // The first to decide knows nothing of the others.
                    assert!(k > 0 || !is_otherwise, "{}", preset.id);
                    told_otherwise += usize::from(is_otherwise);
                }
            }
        }
        assert!(told_otherwise > 0, "of {rivals}");
        assert!((1..rivals / 2).contains(&openers), "{openers} of {rivals}");
    }
}
