//! Investors: fundamental value, the market's narrative (Brock & Hommes), and each company's mispricing.
//!
//! The fundamental value rests on revenue and margin, cash, subsidies and complements. What the market pays on top has
//! two parts: a narrative about AI that is in every price, and a mispricing of the company alone, which news moves and
//! time heals. Once a quarter investors choose between checking figures, which costs something, and following the
//! trend, by what paid of late (Brock & Hommes 1998). Published, verifiable metrics make checking cheaper.
//!
//! ```math
//! μ_q = tanh({β_X/2} (−w_X g_X X_{q−3} (X_{q−1} − r_X X_{q−2}) − c_X (1 − υ)))
//! X_q = {1 − μ_q}/2 {g_X/r_X} X_{q−1} + σ_X ξ_q
//! y_i ← ρ^{12 Δt} y_i + σ_y √{{1 − ρ^{24 Δt}}/{1 − ρ^2}} η_i
//! Φ_i = k_V FORWARD_GROWTH R_i {max(m_i, MARGIN_VALUED)/MARGIN_REFERENCE} + max(C_i, 0)
//! + SUBSIDY_YEARS S_i exp(g_S t) + COMPLEMENT_YEARS K_i
//! V_i = Φ_i exp(clamp(k_X X + y_i, −MISPRICING_MAX, MISPRICING_MAX))
//! ```
//!
//! Some events move the mispricing of a company at once: a leak, an opening, a flop, a severe incident, doubts about
//! spending. A rival's efficiency breakthrough of `E` doublings frightens the holders of every other company.
//!
//! ```math
//! y_j ← y_j + SHOCK_EXPOSURE J_shock {E/SHOCK_DOUBLINGS}/(1 + ψ_j)
//! ```
//!
//! ```symbols
//! μ_q  share of investors who check figures minus share who follow the trend
//! υ  how verified the figures are, 0–1
//! ξ_q, η_i  standard normal luck of the quarter, and of the company
//! β_X  intensity_of_choice
//! w_X  risk_weight
//! g_X  trend_gain
//! r_X  gross_return
//! c_X  fundamentalist_cost
//! σ_X  narrative_noise
//! ρ  mispricing_persistence
//! σ_y  mispricing_noise
//! k_V  revenue_multiple
//! S_i  company.subsidy
//! g_S  subsidy_growth
//! k_X  narrative_effect
//! E  gain in efficiency that a rival shows, doublings
//! J_shock  shock_reaction
//! ψ_j  company.complement
//! ```

use super::noise::Luck;
use super::params::Params;
use super::world::World;
use crate::num::{Mask, Real, normal};
use crate::theory::brock_hommes::{
    Heterogeneity, fundamentalist_excess, fundamentalist_share, next_deviation,
};

/// Gross margin at which the revenue multiple is stated, and the least margin that is valued, shares. Judgement.
pub const MARGIN_REFERENCE: f64 = 0.5;
pub const MARGIN_VALUED: f64 = 0.05;
/// Revenue a year ahead relative to now, as investors see it. Judgement.
const FORWARD_GROWTH: f64 = 1.3;
/// Years of subsidy and of complement income that investors pay for. Judgement.
const SUBSIDY_YEARS: f64 = 2.0;
pub const COMPLEMENT_YEARS: f64 = 8.0;
/// Log mispricing is believed to be at most this. Judgement.
const MISPRICING_MAX: f64 = 2.0;
/// A tenfold gain in efficiency, in doublings, moved AI companies by this part of what it moved the maker of chips.
/// Judgement.
const SHOCK_DOUBLINGS: f64 = 3.3;
const SHOCK_EXPOSURE: f64 = 0.3;
/// A swing of the narrative reaches the memory of the quarters before in these parts. Judgement.
const SWING_MEMORY: [f64; 3] = [1.0, 0.9, 0.8];
/// A story to investors is put to the test after this many months: revenue must have grown by this factor. Judgement.
pub const STORY_MONTHS: f64 = 6.0;
const STORY_GROWTH: f64 = 1.15;
/// What a broken story costs, in log. Judgement.
const STORY_BROKEN: f64 = -0.08;

/// Valuations for one step; the narrative moves once a quarter.
#[inline(never)]
pub fn step<R: Real>(w: &mut World<R>, p: &Params<R>) {
    narrative(w, p);
    for i in 0..w.count {
        let u = w.noise.company(Luck::Mispricing, i);
        misprice(w, i, u);
    }
    appraise(w, p);
}

/// The quarterly map of the market's deviation.
fn narrative<R: Real>(w: &mut World<R>, p: &Params<R>) {
    w.verification *= w.pace.shock_kept;
    if !w.clock.quarter_begins() {
        return;
    }
    let news = normal(w.noise.everyone(Luck::Narrative)) * p.narrative_noise;
    let h = heterogeneity(w, p);
    let [x1, x2, x3] = w.deviation;
    let excess = fundamentalist_excess(h, x1, x2, x3);
    w.fundamentalists = fundamentalist_share(excess);
    w.deviation = [next_deviation(h, excess, x1) + news, x1, x2];
}

/// Mispricing returns to zero, with noise that has the same variance whatever the step.
fn misprice<R: Real>(w: &mut World<R>, i: usize, u: R) {
    let news = w.pace.mispricing_news * normal(u);
    let kept = w.pace.mispricing_kept;
    let month = w.month();
    let c = &mut w.company[i];
    c.mispricing = kept * c.mispricing + news;
    let due = c.story_due.gt(R::zero()) & c.story_due.le(month);
    if due.any() {
        let missed = due & c.revenue.lt(c.story_revenue * STORY_GROWTH);
        c.mispricing += missed.pick(R::of(STORY_BROKEN), R::zero());
        c.story_due = due.pick(R::of(super::world::NEVER), c.story_due);
    }
}

/// The first day: the shares of rules and the values before any month has passed.
pub fn begin<R: Real>(w: &mut World<R>, p: &Params<R>) {
    let excess = fundamentalist_excess(heterogeneity(w, p), R::zero(), R::zero(), R::zero());
    w.fundamentalists = fundamentalist_share(excess);
    appraise(w, p);
}

/// The rules of investors now; publishing metrics makes fundamentals cheaper to know.
fn heterogeneity<R: Real>(w: &World<R>, p: &Params<R>) -> Heterogeneity<R> {
    Heterogeneity {
        intensity_of_choice: p.intensity_of_choice,
        gross_return: p.gross_return,
        trend_gain: p.trend_gain,
        fundamentalist_cost: p.fundamentalist_cost * w.verification.one_minus(),
        risk_weight: p.risk_weight,
    }
}

/// Fundamental value and what the market pays.
pub fn appraise<R: Real>(w: &mut World<R>, p: &Params<R>) {
    let years = w.clock.years();
    let growth = (p.subsidy_growth * years).exp();
    let narrative = p.narrative_effect * w.deviation[0];
    for c in w.companies_mut() {
        let quality = c.margin.at_least(MARGIN_VALUED) * (1.0 / MARGIN_REFERENCE);
        c.fundamental = p.revenue_multiple * c.revenue * quality * FORWARD_GROWTH
            + c.cash.positive()
            + c.subsidy * growth * SUBSIDY_YEARS
            + c.complement_income * COMPLEMENT_YEARS;
        let gap = (narrative + c.mispricing).clamp(-MISPRICING_MAX, MISPRICING_MAX);
        c.valuation = c.fundamental * gap.exp();
        c.peak_valuation = c.peak_valuation.max(c.valuation);
    }
}

/// The market's story turns: now, and in what it remembers.
pub fn swing<R: Real>(w: &mut World<R>, m: R::Mask, x: R) {
    for (deviation, part) in w.deviation.iter_mut().zip(SWING_MEMORY) {
        *deviation += m.pick(x * part, R::zero());
    }
}

/// An efficiency breakthrough of company `i` frightens the holders of everyone else, less where a platform with other
/// business stands behind the company.
pub fn shock<R: Real>(w: &mut World<R>, p: &Params<R>, i: usize, m: R::Mask, doublings: R) {
    let jump = p.shock_reaction * doublings * (SHOCK_EXPOSURE / SHOCK_DOUBLINGS);
    for (_, c) in w.company[..w.count]
        .iter_mut()
        .enumerate()
        .filter(|(j, _)| *j != i)
    {
        let cushioned = jump / (c.complement + 1.0);
        c.mispricing += m.pick(cushioned, R::zero());
    }
}

/// Verifiable figures make the fundamental value cheaper to know, with `x` times the effect of one publication.
pub fn verify<R: Real>(w: &mut World<R>, p: &Params<R>, m: R::Mask, x: R) {
    let verified = (w.verification + p.verification_effect * x).at_most(1.0);
    w.verification = m.pick(verified, w.verification);
}
