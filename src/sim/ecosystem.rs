//! Developers: where they build, and when one ecosystem has become the standard.

use super::companies::MAX_COMPANIES;
use super::events::Event;
use super::happenings::Happening;
use super::params::Params;
use super::world::World;
use crate::num::{Mask, Real};
use crate::theory::choice;

/// Half of a brand's utility to users is utility to developers. Judgement.
const BRAND_TO_DEVELOPERS: f64 = 0.5;
/// Months above the threshold after which an ecosystem is the standard.
const STANDARD_MONTHS: f64 = 12.0;
/// Of the developers in a fully open ecosystem, this part contributes to it. Judgement.
const CONTRIBUTING: f64 = 0.01;
/// Models that a contributor derives per year. Judgement, of the order of public counts of derivatives.
const DERIVED_PER_YEAR: f64 = 0.5;
const PEOPLE_PER_MILLION: f64 = 1e6;
/// Common standards can raise multi-homing to this. Judgement.
const HOMES_MAX: f64 = 0.95;

/// Developers move towards the ecosystem they like best; then the standard is looked at.
#[inline(never)]
pub fn step<R: Real>(w: &mut World<R>, p: &Params<R>) {
    let best = w.best(|c| c.launched);
    let homes = (p.multi_homing + w.shared_homes).at_most(HOMES_MAX);
    let pull = p.network_strength * homes.one_minus() * 2.0;
    let mut liked = [R::zero(); MAX_COMPANIES];
    for (slot, c) in liked.iter_mut().zip(w.companies()) {
        *slot = p.developer_capability * (c.launched - best)
            + p.developer_openness * c.openness
            + pull * c.developers
            + p.developer_users * c.mean_users()
            + (c.brand + c.earned_brand) * BRAND_TO_DEVELOPERS;
    }
    choice::softmax(&mut liked[..w.count]);
    let moved = w.pace.developers_moved;
    for (c, liked) in w.company[..w.count].iter_mut().zip(liked) {
        c.developers = c.developers.toward(liked, moved);
    }
    derive(w, p);
    watch_standard(w, p);
}

/// People outside a company work on its open models, and derive models of their own from them.
fn derive<R: Real>(w: &mut World<R>, p: &Params<R>) {
    let years = w.clock.step_years();
    let developers = p.users_software * w.adoption[0] * PEOPLE_PER_MILLION;
    for c in w.companies_mut() {
        c.contributors = developers * c.developers * c.openness * CONTRIBUTING;
        c.derivatives += c.contributors * (DERIVED_PER_YEAR * years);
    }
}

/// Counts how long the same ecosystem has led above the threshold.
fn watch_standard<R: Real>(w: &mut World<R>, p: &Params<R>) {
    let (mut share, mut leader) = (w.company[0].developers, R::zero());
    for (i, c) in w.companies().iter().enumerate().skip(1) {
        let more = c.developers.gt(share);
        leader = more.pick(R::of(i as f64), leader);
        share = share.max(c.developers);
    }
    let same = (leader - w.standard_leader).abs().lt(R::of(0.5));
    let above = share.gt(p.standard_threshold);
    let step = 12.0 * w.clock.step_years();
    let months = same.pick(w.standard_months, R::zero()) + step;
    w.standard_months = above.pick(months, R::zero());
    w.standard_leader = leader;
    let set = w.standard_months.ge(R::of(STANDARD_MONTHS - 1e-3)) & w.standard_owner.lt(R::zero());
    if set.any() {
        w.standard_owner = set.pick(leader, w.standard_owner);
        w.standard_month = set.pick(w.month(), w.standard_month);
        for i in 0..w.count {
            let this = set & (leader - i as f64).abs().lt(R::of(0.5));
            w.record(Happening::Event(Event::StandardSet), i, this);
        }
    }
}

/// Shares of developers on the first day.
pub fn begin<R: Real>(w: &mut World<R>, p: &Params<R>) {
    let mut liked = [R::zero(); MAX_COMPANIES];
    for (slot, c) in liked.iter_mut().zip(w.companies()) {
        *slot = p.developer_openness * c.openness + c.brand;
    }
    choice::softmax(&mut liked[..w.count]);
    for (c, liked) in w.company[..w.count].iter_mut().zip(liked) {
        c.developers = liked;
    }
}
