//! Incidents: how often, how severe, and what they do to trust and public concern.
//!
//! Incidents grow with use, with the autonomy that agents are given, with the gap between what a product can do and how
//! safe it is, and with open weights; regulation prevents a part of them, and serious ones excite more (Hawkes 1971).
//! Most are soon forgotten; serious and severe ones cost trust and raise public concern, which then fade.
//!
//! ```math
//! λ_i = λ_0 E_i exp(ψ γ_i) (1 + w_o ω_i) (1 − φ_G G) + H Q̄_i
//! γ_i = clamp(c_i − s_i + r_i, GAP_MIN, GAP_MAX)
//! E_i = {Σ_d Q_{i,d} U_d F_d autonomy(z_d)}/{Σ_d U_d F_{d,0}}
//! N_i ∼ Poisson(λ_i Δt)
//! N_{i,3} ∼ Binomial(N_i, p_3), N_{i,2} ∼ Binomial(N_i − N_{i,3}, p_2/{1 − p_3})
//! H ← H exp(−b_H Δt) + n_H b_H (N_{i,2} + N_{i,3})
//! T_i ← T_i + (1 − exp(−Δt/τ_T)) (T_0 − T_i) − h_2 N_{i,2} − h_3 N_{i,3}
//! P ← P exp(−Δt/τ_P) + q_2 N_{i,2} + q_3 N_{i,3}
//! Pr("catastrophe") = 1 − (1 − p_4)^{Σ_i N_{i,3}}
//! ```
//!
//! A severe incident also costs every other company trust, SHARED_BLAME of the loss divided by the number of companies,
//! and costs its own company's price SEVERE_REACTION in log. Trust stays between TRUST_MIN and TRUST_MAX, concern below
//! CONCERN_MAX.
//!
//! A severe incident may be a catastrophe, an ending that is off unless asked for: `p_4` is 0. It is laid to the company
//! whose incident it was, and all agents are withdrawn for good. Nobody uses them, so that revenue and incidents end;
//! nobody launches, and an agent counts for no more than a toy; shares of users and developers stay as they were; parents pay no more,
//! so that what is left of a company is its cash; trust stays at TRUST_MIN and concern at CONCERN_MAX; nothing else
//! happens to companies, and they decide nothing. Laboratories spend what they have left. That it would come like this
//! is judgement: it is the end of the story told here, not a picture of what would follow. A severe incident that a
//! script brings is what the script says, and no more.
//!
//! ```symbols
//! λ_i  incidents per year
//! E_i  exposure: use weighted by autonomy, relative to the first day's use
//! γ_i  safety gap, doublings
//! r_i  RUSH_GAP for half a year after a rushed launch, else 0
//! N_i  incidents in the step
//! N_{i,2}, N_{i,3}  serious and severe ones among them
//! autonomy  share of the work without a person looking on, by stage: AUTONOMY
//! λ_0  incident_rate
//! ψ  gap_effect
//! w_o  open_incidents
//! φ_G  regulation_prevention
//! U_d  users_software, users_service, users_content, users_personal
//! F_{d,0}  adopted_software, adopted_service, adopted_content, adopted_personal
//! p_2  serious_probability
//! p_3  severe_probability
//! p_4  catastrophe_probability
//! n_H  incident_contagion
//! b_H  contagion_decay
//! τ_T  trust_recovery
//! T_0  trust_level
//! h_2  trust_loss_serious
//! h_3  trust_loss_severe
//! τ_P  concern_memory
//! q_2  concern_serious
//! q_3  concern_severe
//! ```

use super::companies::MAX_COMPANIES;
use super::domains::{AUTONOMY, DOMAINS};
use super::events::Event;
use super::happenings::Happening;
use super::noise::Luck;
use super::params::Params;
use super::world::World;
use crate::num::{Mask, Real, binomial, poisson};
use crate::theory::hawkes;

/// The safety gap counts within these bounds, doublings. Judgement.
const GAP_MIN: f64 = -4.0;
const GAP_MAX: f64 = 6.0;
/// A rushed launch adds this to the gap, doublings. Judgement.
const RUSH_GAP: f64 = 0.5;
/// Trust stays within these bounds, 0–1. Judgement.
pub const TRUST_MIN: f64 = 0.05;
pub const TRUST_MAX: f64 = 0.95;
/// Divided by the number of companies: the part of the trust that a severe incident costs its company which each other
/// company loses. Judgement.
const SHARED_BLAME: f64 = 1.0 / 3.0;
/// Concern is at most this. Judgement.
const CONCERN_MAX: f64 = 1.5;
/// Investors mark a company down by this for a severe incident. Judgement.
const SEVERE_REACTION: f64 = -0.03;

/// Incidents of the step, company by company.
#[inline(never)]
pub fn step<R: Real>(w: &mut World<R>, p: &Params<R>) {
    let years = w.clock.step_years();
    let exposure = exposure(w, p);
    w.excitation *= w.pace.excitation_kept;
    // What happens to one company this step excites nobody before the next.
    let excitation = w.excitation;
    recover(w, p);
    let mut severe_by_company = [R::zero(); MAX_COMPANIES];
    for (i, slot) in severe_by_company.iter_mut().enumerate().take(w.count) {
        let rate = rate(w, p, i, &exposure, excitation);
        let all = poisson(w.noise.company(Luck::Incidents, i), rate * years);
        let severe = binomial(w.noise.company(Luck::Severe, i), all, &w.pace.severe);
        let serious = binomial(
            w.noise.company(Luck::Serious, i),
            all - severe,
            &w.pace.serious,
        );
        *slot = severe;
        count(w, i, all, serious, severe);
        harm(w, p, i, serious, severe);
    }
    end(w, p, &severe_by_company);
}

/// Incidents of company `i` per year, λ_i, as the world is, given the exposure by domain.
#[inline(never)]
fn rate<R: Real>(
    w: &World<R>,
    p: &Params<R>,
    i: usize,
    exposure: &[R; DOMAINS],
    excitation: R,
) -> R {
    let c = &w.company[i];
    let mut used = R::zero();
    for (weight, users) in exposure.iter().zip(c.users) {
        used += *weight * users;
    }
    let rushed = w.month().lt(c.rush_until);
    let rushed = rushed.pick(R::of(RUSH_GAP), R::zero());
    let gap = (c.launched - c.safety + rushed).clamp(GAP_MIN, GAP_MAX);
    let prevented = (p.regulation_prevention * w.stringency).one_minus();
    p.incident_rate
        * used
        * (p.gap_effect * gap).exp()
        * (p.open_incidents * c.open_fraction() + 1.0)
        * prevented
        + excitation * c.mean_users()
}

/// Chance, 0–1, of a severe incident of company `i` within so many years if nothing changed: 1 − exp(−λ_i p_3 t).
pub fn severe_risk<R: Real>(w: &World<R>, p: &Params<R>, i: usize, years: f64) -> R {
    let severe = rate(w, p, i, &exposure(w, p), w.excitation) * p.severe_probability;
    (severe * -years).exp().one_minus()
}

/// Draws whether one of the severe incidents of the step, by company, is a catastrophe.
fn end<R: Real>(w: &mut World<R>, p: &Params<R>, severe: &[R]) {
    let u = w.noise.everyone(Luck::Catastrophe);
    if !p.catastrophe_probability.gt(R::zero()).any() {
        return;
    }
    let spared = p.catastrophe_probability.one_minus().ln();
    let mut so_far = R::zero();
    for (i, severe) in severe.iter().enumerate().take(w.count) {
        so_far += *severe;
        // One draw decides for all: the first company at which the chance of everybody up to it reaches it.
        let hit = severe.gt(R::zero()) & u.lt((spared * so_far).exp().one_minus());
        if hit.any() {
            Event::Catastrophe.befall(w, p, i, hit, R::one());
        }
    }
}

/// All agents are withdrawn for good where `m` is true, after what one of company `i` did.
pub fn withdraw<R: Real>(w: &mut World<R>, i: usize, m: R::Mask) {
    let none = R::zero();
    w.ended_by = m.pick(R::of(i as f64), w.ended_by);
    w.excitation = m.pick(none, w.excitation);
    w.adoption = w.adoption.map(|used| m.pick(none, used));
    for c in w.companies_mut() {
        c.subsidy = m.pick(none, c.subsidy);
    }
}

/// Use that incidents can come from, by domain, relative to the first day's.
#[inline(never)]
fn exposure<R: Real>(w: &World<R>, p: &Params<R>) -> [R; DOMAINS] {
    let (users, adopted) = (p.users(), p.adopted());
    let mut first_day = R::zero();
    for d in 0..DOMAINS {
        first_day += users[d] * adopted[d];
    }
    let autonomy = AUTONOMY.map(R::of);
    core::array::from_fn(|d| {
        users[d] * w.adoption[d] * w.best_stage[d].of(autonomy) / first_day.at_least(1e-6)
    })
}

/// Without incidents, trust returns to its level and concern fades; after a catastrophe neither does.
fn recover<R: Real>(w: &mut World<R>, p: &Params<R>) {
    let (moved, over) = (w.pace.trust_moved, w.has_ended());
    for c in w.companies_mut() {
        c.trust = c.trust.toward(p.trust_level, moved);
        c.trust = over.pick(R::of(TRUST_MIN), c.trust);
    }
    w.concern *= w.pace.concern_kept;
    w.concern = over.pick(R::of(CONCERN_MAX), w.concern);
}

fn count<R: Real>(w: &mut World<R>, i: usize, all: R, serious: R, severe: R) {
    let begins = w.clock.month_begins();
    let c = &mut w.company[i];
    // A month may be several steps.
    let before = |so_far: R| if begins { R::zero() } else { so_far };
    c.incidents = before(c.incidents) + all;
    c.serious = before(c.serious) + serious;
    c.severe = before(c.severe) + severe;
    let none = R::zero();
    w.record(Happening::Event(Event::Incident), i, all.gt(none));
    w.record(
        Happening::Event(Event::SeriousIncident),
        i,
        serious.gt(none),
    );
    w.record(Happening::Event(Event::SevereIncident), i, severe.gt(none));
    w.alarm = w.alarm | severe.gt(none);
}

/// What `serious` and `severe` incidents of company `i` do.
pub fn harm<R: Real>(w: &mut World<R>, p: &Params<R>, i: usize, serious: R, severe: R) {
    // Most months there is nothing to suffer from in any of the futures.
    if !(serious + severe).gt(R::zero()).any() {
        return;
    }
    w.excitation = hawkes::excited(
        w.excitation,
        p.incident_contagion,
        p.contagion_decay,
        serious + severe,
    );
    let heard = w.concern + p.concern_serious * serious + p.concern_severe * severe;
    w.concern = heard.clamp(0.0, CONCERN_MAX);
    let c = &mut w.company[i];
    let lost = p.trust_loss_serious * serious + p.trust_loss_severe * severe;
    c.trust = (c.trust - lost).clamp(TRUST_MIN, TRUST_MAX);
    c.mispricing += severe * SEVERE_REACTION;
    c.severe_total += severe;
    // Severe incidents are rare: most months there is no blame to share.
    if !severe.gt(R::zero()).any() {
        return;
    }
    let blamed = p.trust_loss_severe * severe * (SHARED_BLAME / w.count as f64);
    for (_, c) in w.company[..w.count]
        .iter_mut()
        .enumerate()
        .filter(|(j, _)| *j != i)
    {
        c.trust = (c.trust - blamed).clamp(TRUST_MIN, TRUST_MAX);
    }
}
