//! Developers: where they build, and when one ecosystem has become the standard.
//!
//! Developers like capability, openness, users, the name, and the company of other developers. The last of these is a
//! network effect: the more of them work in one ecosystem only, the more it weighs, and above a threshold one ecosystem
//! takes all (Brock & Durlauf 2001; Arthur 1989). An ecosystem whose share stays above the standard threshold for
//! STANDARD_MONTHS months is the de-facto standard.
//!
//! ```math
//! u_i = w_c (c_i − max_j c_j) + w_o o_i + NETWORK_UTILS w_D (1 − min(θ + θ_s, 1)) D_i
//! + w_Q Q̄_i + BRAND_TO_DEVELOPERS (β_i + β̃_i)
//! D_i ← D_i + (1 − exp(−χ_D Δt)) (softmax_i u_i − D_i)
//! N_i = CONTRIBUTING U_1 F_1 D_i o_i PEOPLE_PER_MILLION
//! ```
//!
//! Some of the developers of open ecosystems contribute (`N_i`), and each of them derives DERIVED_PER_YEAR models a year;
//! both are counted for those who look and move nothing. What contributors are worth is in Research.
//!
//! ```symbols
//! u_i  utility to developers, utils
//! N_i  contributors, people
//! U_1  users_software
//! F_1  adoption in software development
//! θ_s  multi-homing added by common standards
//! w_c  developer_capability
//! w_o  developer_openness
//! w_D  network_strength
//! w_Q  developer_users
//! θ  multi_homing
//! χ_D  developer_rechoice
//! ```

use super::events::Event;
use super::happenings::Happening;
use super::params::Params;
use super::world::World;
use crate::num::{Mask, Real};
use crate::theory::choice;

/// Half of a brand's utility to users is utility to developers. Judgement.
const BRAND_TO_DEVELOPERS: f64 = 0.5;
/// Utils of a whole ecosystem per unit of network strength: between two equal ones the strength is then the
/// coupling of Brock & Durlauf (2001), by definition.
pub const NETWORK_UTILS: f64 = 2.0;
/// Months above the threshold after which an ecosystem is the standard. Judgement.
pub const STANDARD_MONTHS: f64 = 12.0;
/// Of the developers in a fully open ecosystem, this part contributes to it. Judgement.
const CONTRIBUTING: f64 = 0.01;
/// Models that a contributor derives per year, of the order of public counts of derivatives. Judgement.
const DERIVED_PER_YEAR: f64 = 0.5;
/// A unit, by definition.
const PEOPLE_PER_MILLION: f64 = 1e6;

/// Developers move towards the ecosystem they like best; then the standard is looked at.
#[inline(never)]
pub fn step<R: Real>(w: &mut World<R>, p: &Params<R>) {
    let best = w.best(|c| c.launched);
    let homes = (p.multi_homing + w.shared_homes).at_most(1.0);
    let pull = p.network_strength * homes.one_minus() * NETWORK_UTILS;
    for c in w.companies_mut() {
        c.liked = p.developer_capability * (c.launched - best)
            + p.developer_openness * c.openness
            + pull * c.developers
            + p.developer_users * c.mean_users()
            + (c.brand + c.earned_brand) * BRAND_TO_DEVELOPERS;
    }
    choice::softmax_of(w.companies_mut(), |c| &mut c.liked);
    let moved = w.has_ended().pick(R::zero(), w.pace.developers_moved);
    for c in w.companies_mut() {
        c.developers = c.developers.toward(c.liked, moved);
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
    let same = leader.same(w.standard_leader);
    let above = share.gt(p.standard_threshold);
    let step = 12.0 * w.clock.step_years();
    let months = same.pick(w.standard_months, R::zero()) + step;
    w.standard_months = above.pick(months, R::zero());
    w.standard_leader = leader;
    let long = w.standard_months.ge(R::of(STANDARD_MONTHS - 1e-3)) & !w.has_ended();
    let set = long & w.standard_owner.lt(R::zero());
    if set.any() {
        w.standard_owner = set.pick(leader, w.standard_owner);
        w.standard_month = set.pick(w.month(), w.standard_month);
        for i in 0..w.count {
            let this = set & leader.same(R::of(i as f64));
            w.record(Happening::Event(Event::StandardSet), i, this);
        }
    }
}

/// Shares of developers on the first day.
pub fn begin<R: Real>(w: &mut World<R>, p: &Params<R>) {
    for c in w.companies_mut() {
        c.developers = p.developer_openness * c.openness + c.brand;
    }
    choice::softmax_of(w.companies_mut(), |c| &mut c.developers);
}
