//! The market: prices and margins, who adopts agents at all, and whose they use.
//!
//! A product that does more work per dollar than the users' average keeps a part of the advantage as margin and passes
//! the rest on as a lower price; whoever opens the weights is left with the margin of a host. Users choose by
//! multinomial logit (McFadden 1974) among horizon, price, ecosystem, trust, openness and name. How many use agents at
//! all follows Bass (1969) towards a ceiling that rises with the stage of the best agent and with trust; adoption does
//! not fall.
//!
//! ```math
//! ε_i = e_i + E_a v_i
//! m̂_i = (1 − ω_i) logistic(ln(m_0/{1 − m_0}) + φ ln 2 (ε_i − ε̄)) + ω_i (1 − 1/h_0)
//! ln π_i = ln 2 (ψ (c_i − COST_REFERENCE) − ε_i) − ln(1 − m̂_i) − ϑ_i
//! m_i = 1 − (1 − m̂_i) exp(ϑ_i)
//! u_{i,d} = α_q (h_{i,d} − ζ_{i,2}) − α_p (ln π_i − ln π̄) + α_D D_i
//! + α_T (T_i − TRUST_MIDDLE) + α_o ω_i + β_i + β̃_i
//! S_{i,d} = softmax_i u_{i,d}
//! F_d′ = (p + q F_d/F̄_d) (F̄_d − F_d)
//! F̄_d = min(1, κ_F ceiling(z_d) θ)
//! θ = CEILING_WITHOUT_TRUST + (1 − CEILING_WITHOUT_TRUST) clamp(T̄/T_0, 0, CEILING_TRUST_MAX)
//! Q_{i,d} ← Q_{i,d} + (1 − {F_d exp(−χ_d Δt)}/{F_d + ΔF_d}) (S_{i,d} − Q_{i,d})
//! ```
//!
//! The margin before price cuts stays between MARGIN_MIN and MARGIN_MAX. Everybody who adopts during the step chooses,
//! and so does a part of those who had adopted before; the others stay where they are.
//!
//! ```symbols
//! ε_i  work per dollar of the product, doublings
//! ε̄  its mean over users, doublings
//! m̂_i  gross margin before price cuts
//! π_i  price of a unit of work, relative to the start
//! π̄  geometric mean price of the companies
//! u_{i,d}  utility to users, utils
//! ζ_{i,2}  horizon at which the company's tool becomes a colleague, see Products: users feel the horizon at 80 % success
//! S_{i,d}  share among those who choose now
//! F̄_d  ceiling of adoption
//! θ  effect of trust on the ceiling
//! ΔF_d  adoption gained in the step
//! T̄  mean trust of the companies
//! E_a  architecture_efficiency
//! m_0  margin_closed
//! φ  margin_pass_through
//! h_0  host_markup
//! ψ  capability_cost
//! α_q  capability_value
//! α_p  price_sensitivity
//! α_D  ecosystem_value
//! α_T  trust_value
//! α_o  open_taste
//! p  adoption_innovation
//! q  adoption_imitation
//! κ_F  ceiling_multiplier
//! ceiling  ceiling_toy, ceiling_tool, ceiling_colleague, ceiling_proxy
//! T_0  trust_level
//! χ_d  rechoice_software, rechoice_service, rechoice_content, rechoice_personal
//! ```

use super::domains::DOMAINS;
use super::params::Params;
use super::world::World;
use crate::num::{Mask, Real};
use crate::theory::{bass, choice, margin};

/// Capability at which a unit of work costs one, log2 minutes: the frontier at the start, by definition.
const COST_REFERENCE: f64 = 9.9;
/// Bounds of gross margin, share. Judgement.
const MARGIN_MIN: f64 = 0.02;
const MARGIN_MAX: f64 = 0.9;
/// Part of the adoption ceiling that needs no trust, and the most that trust above the usual adds. Judgement.
const CEILING_WITHOUT_TRUST: f64 = 0.5;
const CEILING_TRUST_MAX: f64 = 1.2;
/// Trust at which users neither prefer nor avoid a company, 0–1: the middle, by definition.
const TRUST_MIDDLE: f64 = 0.5;
/// From doublings to logarithms, by definition.
const LN_2: f64 = core::f64::consts::LN_2;

/// Prices, adoption and users' choice for one step.
#[inline(never)]
pub fn step<R: Real>(w: &mut World<R>, p: &Params<R>) {
    price(w, p);
    choose(w, p);
    adopt(w, p);
    fade(w);
}

/// Work per dollar of a launched product, doublings.
fn work_per_dollar<R: Real>(c: &super::world::Company<R>, p: &Params<R>) -> R {
    c.efficiency + p.architecture_efficiency * c.launched_know_how
}

/// Margins follow the advantage in efficiency, prices follow cost and margin.
pub fn price<R: Real>(w: &mut World<R>, p: &Params<R>) {
    let users = w.sum(|c| c.mean_users()).at_least(1e-6);
    let average = w.sum(|c| work_per_dollar(c, p) * c.mean_users()) / users;
    let hosted = R::one() - R::one() / p.host_markup;
    for c in w.companies_mut() {
        let work = work_per_dollar(c, p);
        let closed = margin::closed_margin(p.margin_closed, p.margin_pass_through, work - average);
        let full = closed
            .toward(hosted, c.open_fraction())
            .clamp(MARGIN_MIN, MARGIN_MAX);
        let log_cost = (p.capability_cost * (c.launched - COST_REFERENCE) - work) * LN_2;
        c.log_price = log_cost - full.one_minus().ln() - c.discount;
        // A price cut comes out of the margin: cost stays what it is.
        c.margin = (full.one_minus() * c.discount.exp()).one_minus();
    }
}

/// Multinomial logit among those who choose now, by domain.
pub fn choose<R: Real>(w: &mut World<R>, p: &Params<R>) {
    let mean_price = w.mean(|c| c.log_price);
    for c in w.companies_mut() {
        let common = p.ecosystem_value * c.developers
            - p.price_sensitivity * (c.log_price - mean_price)
            + p.trust_value * (c.trust - TRUST_MIDDLE)
            + p.open_taste * c.open_fraction()
            + c.brand
            + c.earned_brand;
        // Users feel the horizon at 80 %: a steeper success curve is worth horizon.
        let felt = c.colleague_entry;
        c.choice = c
            .horizon
            .map(|horizon| common + p.capability_value * (horizon - felt));
    }
    w.first_utility = w.company[0].choice;
    for d in 0..DOMAINS {
        choice::softmax_of(w.companies_mut(), |c| &mut c.choice[d]);
    }
}

/// The exact Bass map towards a ceiling set by the best agent and by trust; then new and re-choosing users choose.
fn adopt<R: Real>(w: &mut World<R>, p: &Params<R>) {
    let years = w.clock.step_years();
    let trust = (w.mean(|c| c.trust) / p.trust_level).clamp(0.0, CEILING_TRUST_MAX);
    let trusted = trust * (1.0 - CEILING_WITHOUT_TRUST) + CEILING_WITHOUT_TRUST;
    let over = w.has_ended();
    for d in 0..DOMAINS {
        let ceiling = w.best_stage[d].of(p.ceilings()) * trusted * p.ceiling_multiplier;
        let before = w.adoption[d];
        let after = bass::step(
            before,
            ceiling.at_most(1.0),
            p.adoption_innovation,
            p.adoption_imitation,
            years,
        )
        .max(before);
        let after = over.pick(before, after);
        let fresh = w.pace.users_moved[d];
        // Of those who use agents after the step, this part has chosen during it.
        let chosen = R::one() - before * fresh.one_minus() / after.at_least(1e-6);
        let chosen = over.pick(R::zero(), chosen);
        for c in w.company[..w.count].iter_mut() {
            c.users[d] = c.users[d].toward(c.choice[d], chosen);
        }
        w.adoption[d] = after;
    }
}

fn fade<R: Real>(w: &mut World<R>) {
    let (discount, brand) = (w.pace.discount_kept, w.pace.brand_kept);
    for c in w.companies_mut() {
        c.discount = c.usual_discount + (c.discount - c.usual_discount) * discount;
        c.earned_brand *= brand;
    }
}

/// Shares on the first day: everyone has just chosen.
pub fn begin<R: Real>(w: &mut World<R>, p: &Params<R>) {
    w.adoption = p.adopted();
    for c in w.companies_mut() {
        c.users[0] = c.launched - COST_REFERENCE + c.brand;
    }
    choice::softmax_of(w.companies_mut(), |c| &mut c.users[0]);
    for c in w.companies_mut() {
        c.users = [c.users[0]; DOMAINS];
        c.choice = c.users;
    }
}
