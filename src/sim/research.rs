//! Research and learning: what companies find out themselves, and what they learn from one another.
//!
//! Own research grows with the budget to the power of an elasticity; the budget is measured against a reference that
//! rises every year, as progress gets dearer. What a company learns from others depends on its own research (absorptive
//! capacity, Cohen & Levinthal 1989): it closes a part of its distance to the best launched product, to the best model
//! whose weights are open, and to what leaked. A leak is a snapshot: rivals learn towards the state of that day, and it
//! goes stale as the frontier passes it. A prime is a rate of change per year; steps follow it exactly, whatever their
//! length.
//!
//! ```math
//! r_i = B_i/(B_0 exp(ι t + ϰ))
//! A_i = B_i/(B_i + b_half B̄)
//! a_i′ = g_a (r_i x_{i,cap}/USUAL_MIX[0])^γ (1 − c_G G) + COMMUNITY_ON_CAPABILITY κ_c o_i D_i
//! + A_i θ_c α max(max_j c_j − a_i, 0) + A_i θ_o max(f − a_i, 0) + A_i ρ_i ℓ_j max(a_j^ℓ − a_i, 0)
//! e_i′ = g_e (r_i x_{i,eff}/USUAL_MIX[1])^γ + κ_c o_i D_i + A_i θ_e max(max_{j " open"} e_j − e_i, 0)
//! + A_i CLOSED_EFFICIENCY_SPREAD θ_e max(max_j e_j − e_i, 0) + A_i ρ_i ℓ_j max(e_j^ℓ − e_i, 0)
//! n_i′ = (ρ_0 min(r_i, REDISCOVERY_EFFORT_MAX)^γ {x_{i,eff}/USUAL_MIX[1]} + A_i ρ_n max_{j≠i} τ_j v_j) (1 − n_i)
//! + A_i ρ_i ℓ_j max(n_j^ℓ − n_i, 0)
//! s_i′ = g_s (r_i x_{i,saf}/USUAL_MIX[3])^γ + θ_s max(max_j s_j − s_i, 0)
//! b_i′ = g_b (r_i x_{i,agt}/USUAL_MIX[2])^γ (b_max − b_i)
//! ```
//!
//! In each equation the leak that teaches is that of the company `j ≠ i` whose information times lead is largest. A
//! company that dissects a leak learns from it DISSECT_LEARNING times as fast, and while frontier companies shut out
//! those who learn from them, `α` falls from 1 to CURBED_ACCESS.
//!
//! The budget is divided among five uses. The race leaves for safety what an equilibrium of Armstrong, Bostrom &
//! Shulman (2016) leaves when nobody knows who is ahead: the more equal the teams, the less. A careful strategy keeps a
//! floor, regulation may require more, and then the other uses shrink in proportion. Capability gets what efficiency,
//! agents, security and safety leave, and CAPABILITY_SHARE_MIN at least.
//!
//! ```math
//! x_race = x_max min(1, μ/(N η))
//! N = (Σ_j w_j)^2/{Σ_j w_j^2}, w_j = 2^{a_j − max_k a_k}
//! x_{i,saf} = max(x_race, x_{i,floor}, x_G G)
//! ```
//!
//! ```symbols
//! r_i  research effort: budget over the reference budget of today
//! A_i  absorptive capacity, 0–1
//! B̄  mean budget of the companies, billion dollars a year
//! f  best capability that outsiders can run: launched with open weights, or leaked weights
//! α  access to the frontier, 1 or CURBED_ACCESS
//! ρ_i  leak_learning
//! τ_j  how much a product teaches: openness where the weights are open, CLOSED_TEACHING where they are not
//! x_race  share of R&D that the race leaves for safety
//! N  effective number of teams
//! w_j  weight of a team: one if it leads, a half for each doubling behind
//! x_{i,floor}  the share of R&D for safety that the strategy never goes below
//! B_0  reference_budget
//! ι  budget_inflation
//! b_half  absorptive_half
//! γ  research_elasticity
//! g_a  capability_growth
//! g_e  efficiency_growth
//! g_s  safety_growth
//! g_b  reliability_growth
//! b_max  success_slope_limit
//! c_G  regulation_slowdown
//! κ_c  community_research
//! θ_c  catch_up_closed
//! θ_o  catch_up_open
//! θ_e  efficiency_spillover
//! θ_s  safety_spillover
//! ρ_0  rediscovery
//! ρ_n  launch_learning
//! x_max  safety_share_max
//! μ  capability_importance
//! η  enmity
//! x_G  regulation_safety_share
//! ```

use super::companies::MAX_COMPANIES;
use super::params::Params;
use super::world::{Company, Leaked, World};
use crate::num::{Mask, Real};
use crate::theory::{catch_up, precipice, relax};

/// Capability research gets at least this share, whatever else is chosen. Judgement.
const CAPABILITY_SHARE_MIN: f64 = 0.05;
/// The mix at which growth has its stated rates: capability, efficiency, agents, safety, security.
///
/// The table's default shares; a scenario that moves them moves away from this. Judgement.
pub const USUAL_MIX: [f64; 5] = [0.55, 0.25, 0.05, 0.1, 0.05];
/// The community's contribution to capability relative to efficiency. Judgement.
const COMMUNITY_ON_CAPABILITY: f64 = 0.25;
/// Efficiency methods of closed companies spread this much as fast as open ones. Judgement.
const CLOSED_EFFICIENCY_SPREAD: f64 = 0.5;
/// A closed product teaches the architecture at this share of an open one's rate. Judgement.
const CLOSED_TEACHING: f64 = 0.1;
/// Money speeds rediscovery up to this multiple of the reference effort. Judgement.
const REDISCOVERY_EFFORT_MAX: f64 = 3.0;
/// Dissecting a leak adds this share of R&D and multiplies the learning rate by the second. Judgement.
const DISSECT_SHARE: f64 = 0.1;
const DISSECT_LEARNING: f64 = 1.5;
/// While access to the frontier is curbed, learning from it runs at this rate. Judgement.
const CURBED_ACCESS: f64 = 0.7;

/// What all companies see of one another at the start of the step.
struct Frontier<R> {
    launched: R,
    free: R,
    efficiency: R,
    open_efficiency: R,
    safety: R,
    mean_budget: R,
    /// Share of R&D that the race leaves for safety.
    race_safety: R,
    /// Reference budget at today's cost of progress.
    reference: R,
    access: R,
    /// How much of the architecture each company's product shows.
    shown: [R; MAX_COMPANIES],
    /// Whether anything of a company has leaked in any of the futures.
    has_leaked: [bool; MAX_COMPANIES],
}

/// One step of research in every company.
#[inline(never)]
pub fn step<R: Real>(w: &mut World<R>, p: &Params<R>) {
    let seen = look_around(w, p);
    for i in 0..w.count {
        let lessons = lessons(w, i, &seen);
        advance(w, p, i, &seen, &lessons);
    }
}

/// What others' leaks and products teach a company: (information, level) of the best leak on each scale.
struct Lessons<R> {
    capability: (R, R),
    efficiency: (R, R),
    know_how: (R, R),
    /// How much of the architecture the best teacher's product shows.
    product: R,
}

fn lessons<R: Real>(w: &World<R>, i: usize, seen: &Frontier<R>) -> Lessons<R> {
    let c = &w.company[i];
    let mut product = R::zero();
    for (_, shown) in others(&seen.shown[..w.count], i) {
        product = product.max(*shown);
    }
    let mut lessons = Lessons {
        capability: (R::zero(), c.capability),
        efficiency: (R::zero(), c.efficiency),
        know_how: (R::zero(), c.know_how),
        product,
    };
    if !others(&seen.has_leaked[..w.count], i).any(|(_, leaked)| *leaked) {
        return lessons;
    }
    lessons.capability = best_leak(w, i, seen, c.capability, |held| held.capability);
    lessons.efficiency = best_leak(w, i, seen, c.efficiency, |held| held.efficiency);
    lessons.know_how = best_leak(w, i, seen, c.know_how, |held| held.know_how);
    lessons
}

/// All but the one at place `i`, with their places.
fn others<T>(all: &[T], i: usize) -> impl Iterator<Item = (usize, &T)> {
    all.iter().enumerate().filter(move |(j, _)| *j != i)
}

/// A step of one company's research.
fn advance<R: Real>(
    w: &mut World<R>,
    p: &Params<R>,
    i: usize,
    seen: &Frontier<R>,
    lessons: &Lessons<R>,
) {
    let years = w.clock.step_years();
    let dissecting = w.month().lt(w.company[i].dissect_until);
    let stringency = w.stringency;
    let c = &mut w.company[i];
    allocate(c, p, seen.race_safety, stringency, dissecting);
    let effort = c.budget / seen.reference;
    let power = |share: R, usual: R| (effort * share / usual).powf(p.research_elasticity);
    let absorbed = catch_up::absorptive_capacity(c.budget, seen.mean_budget, p.absorptive_half);
    let leak_rate = absorbed * p.leak_learning * dissecting.pick(R::of(DISSECT_LEARNING), R::one());
    let community = p.community_research * c.openness * c.developers;
    let slowed = (p.regulation_slowdown * stringency).one_minus();

    let (info, leaked) = lessons.capability;
    let before = c.capability;
    c.capability = catch_up::advance(
        c.capability,
        p.capability_growth * power(c.mix[0], R::of(USUAL_MIX[0])) * slowed
            + community * COMMUNITY_ON_CAPABILITY,
        &[
            (absorbed * p.catch_up_closed * seen.access, seen.launched),
            (absorbed * p.catch_up_open, seen.free),
            (leak_rate * info, leaked),
        ],
        years,
    );

    c.progress = (c.capability - before) * (1.0 / years);

    let (info, leaked) = lessons.efficiency;
    let spread = absorbed * p.efficiency_spillover;
    c.efficiency = catch_up::advance(
        c.efficiency,
        p.efficiency_growth * power(c.mix[1], R::of(USUAL_MIX[1])) + community,
        &[
            (spread, seen.open_efficiency),
            (spread * CLOSED_EFFICIENCY_SPREAD, seen.efficiency),
            (leak_rate * info, leaked),
        ],
        years,
    );

    c.safety = catch_up::advance(
        c.safety,
        p.safety_growth * power(c.mix[3], R::of(USUAL_MIX[3])),
        &[(p.safety_spillover, seen.safety)],
        years,
    );
    let agents = p.reliability_growth * power(c.mix[2], R::of(USUAL_MIX[2]));
    let limit = p.success_slope_limit.max(p.success_slope);
    c.slope = relax::toward(c.slope, limit, agents, years);

    // The architecture is rediscovered, or taught by products, up to full mastery; a leak teaches up to its snapshot.
    let own = p.rediscovery
        * effort
            .at_most(REDISCOVERY_EFFORT_MAX)
            .powf(p.research_elasticity)
        * (c.mix[1] * (1.0 / USUAL_MIX[1]));
    let (info, leaked) = lessons.know_how;
    let taught = own + absorbed * p.launch_learning * lessons.product;
    let pulls = [(taught, R::one()), (leak_rate * info, leaked)];
    c.know_how = catch_up::advance(c.know_how, R::zero(), &pulls, years).at_most(1.0);
}

/// Divides the budget; where the rules ask for more safety than was chosen, the rest shrinks in proportion.
fn allocate<R: Real>(
    c: &mut Company<R>,
    p: &Params<R>,
    race_safety: R,
    stringency: R,
    dissecting: R::Mask,
) {
    let efficiency = c.efficiency_share + dissecting.pick(R::of(DISSECT_SHARE), R::zero());
    let chosen = race_safety.max(c.safety_floor);
    let fixed = efficiency + c.agents_share + c.security_share + chosen;
    let capability = fixed.one_minus().at_least(CAPABILITY_SHARE_MIN);
    let total = fixed + capability;
    let chosen = chosen / total;
    let safety = chosen.max(p.regulation_safety_share * stringency);
    let rest = safety.one_minus() / (chosen.one_minus() * total);
    c.mix = [
        capability * rest,
        efficiency * rest,
        c.agents_share * rest,
        safety,
        c.security_share * rest,
    ];
}

/// The race rule: the more equal rivals there are, the less safety (Armstrong, Bostrom & Shulman 2016).
fn race_safety<R: Real>(w: &World<R>, p: &Params<R>) -> R {
    let teams = precipice::effective_teams(w.companies().iter().map(|c| c.capability));
    p.safety_share_max
        * precipice::safety_without_information(teams, p.enmity, p.capability_importance)
}

fn look_around<R: Real>(w: &World<R>, p: &Params<R>) -> Frontier<R> {
    let open_efficiency =
        |c: &Company<R>| c.is_open().pick(c.efficiency, R::of(super::world::NEVER));
    let inflation = p.budget_inflation * w.clock.years() + w.compute_price;
    let (mut shown, mut has_leaked) = ([R::zero(); MAX_COMPANIES], [false; MAX_COMPANIES]);
    for (j, c) in w.companies().iter().enumerate() {
        shown[j] = c.is_open().pick(c.openness, R::of(CLOSED_TEACHING)) * c.launched_know_how;
        has_leaked[j] = c.leaked.info.gt(R::zero()).any();
    }
    Frontier {
        launched: w.best(|c| c.launched),
        free: w.best(Company::free_capability),
        efficiency: w.best(|c| c.efficiency),
        open_efficiency: w.best(open_efficiency),
        safety: w.best(|c| c.safety),
        mean_budget: w.mean(|c| c.budget),
        race_safety: race_safety(w, p),
        reference: p.reference_budget * inflation.exp(),
        shown,
        has_leaked,
        access: w
            .month()
            .lt(w.curb_until)
            .pick(R::of(CURBED_ACCESS), R::one()),
    }
}

/// The leak of another company that teaches company `i` most: its information and the level it shows.
fn best_leak<R: Real>(
    w: &World<R>,
    i: usize,
    seen: &Frontier<R>,
    mine: R,
    shown: impl Fn(&Leaked<R>) -> R,
) -> (R, R) {
    let (mut info, mut level, mut best) = (R::zero(), mine, R::zero());
    for (j, _) in others(&seen.has_leaked[..w.count], i).filter(|(_, leaked)| **leaked) {
        let held = &w.company[j].leaked;
        let lesson = held.info * (shown(held) - mine).positive();
        let more = lesson.gt(best);
        info = more.pick(held.info, info);
        level = more.pick(shown(held), level);
        best = more.pick(lesson, best);
    }
    (info, level)
}
