//! Money: revenue, what ecosystems bring, cash, capital raised, and the budgets they allow.
//!
//! Users pay by domain and by the stage of the best agent. A company keeps all of the revenue of its users if it is
//! closed and a small part if it is open; platform companies also earn from the ecosystem through other business.
//! Whoever runs short of cash sells shares, at the market's mood. Budgets follow what a company can afford, and are cut
//! by a tenth a month once there is no cash.
//!
//! ```math
//! R_i = κ(o_i) Σ_d Q_{i,d} U_d F_d A_d MILLIONS_TO_BILLIONS
//! A_d = χ_d revenue(z_d)
//! K_i = ψ_i κ_K D_i Σ_j R_j
//! Π_i = (m_i − o_x) R_i
//! C_i′ = Π_i + S_i exp(g_S t) + K_i − B_i + Y_i
//! Y_i = f V̂_i exp(−ς) clamp(1 + SENTIMENT_SLOPE (k_X X + y_i), 0, SENTIMENT_MAX)
//! "while " C_i < RUNWAY_YEARS max(E_i, BURN_MIN) ", else nothing"
//! B_i′ = BUDGET_ADJUSTMENT (max(PLAN_MIN, ρ max(Π_i, 0) + S_i exp(g_S t) + K_i + max(C_i, 0)/τ_C) − B_i)
//! ```
//!
//! Between closed, open weights and everything open, the captured share `κ` runs in straight lines: all, then the two
//! parameters for it. Revenue per user runs between stages in straight lines of its logarithm, and is relative to
//! software in the other three domains.
//!
//! ```symbols
//! κ  capture_weights, capture_full
//! U_d  users_software, users_service, users_content, users_personal
//! A_d  revenue per user, dollars a year
//! revenue  revenue_toy, revenue_tool, revenue_colleague, revenue_proxy
//! χ_d  revenue_service, revenue_content, revenue_personal
//! Π_i  operating profit before research, billion dollars a year
//! Y_i  capital raised, billion dollars a year
//! E_i  what is burnt, billion dollars a year: budget less profit, subsidy and complements
//! V̂_i  valuation of the business apart from its cash, billion dollars
//! ψ_i  company.complement
//! κ_K  complement_value
//! o_x  operating_expense
//! S_i  company.subsidy
//! g_S  subsidy_growth
//! f  raise_fraction
//! k_X  narrative_effect
//! ρ  reinvestment
//! τ_C  cash_horizon
//! ```

use super::domains::DOMAINS;
use super::params::Params;
use super::world::{OPEN_WEIGHTS, World};
use crate::num::{Mask, Real};

/// No budget is below this, nor is any plan, bn $/year. Judgement.
const BUDGET_MIN: f64 = 0.2;
const PLAN_MIN: f64 = 0.3;
/// A company with cash for fewer years than this raises capital. Judgement.
const RUNWAY_YEARS: f64 = 3.0;
/// Runway is counted at a burn of at least this, bn $/year. Judgement.
const BURN_MIN: f64 = 1.0;
/// How strongly mispricing moves investors' readiness to fund, and its bound. Judgement.
const SENTIMENT_SLOPE: f64 = 2.0;
const SENTIMENT_MAX: f64 = 2.0;
/// Profits are discounted at this rate per year. Judgement.
const DISCOUNT_RATE: f64 = 0.1;
/// Millions of users times dollars make this many billions, by definition.
const MILLIONS_TO_BILLIONS: f64 = 1e-3;

/// Revenue, cash and budgets for one step; `sentiment` needs last step's valuation.
#[inline(never)]
pub fn step<R: Real>(w: &mut World<R>, p: &Params<R>) {
    earn(w, p);
    spend(w, p);
}

/// Yearly revenue per user by domain, dollars.
fn revenue_per_user<R: Real>(w: &World<R>, p: &Params<R>) -> [R; DOMAINS] {
    let relative = [
        R::one(),
        p.revenue_service,
        p.revenue_content,
        p.revenue_personal,
    ];
    let logs = w.pace.log_revenues;
    core::array::from_fn(|d| w.best_stage[d].of(logs).exp() * relative[d])
}

/// Share of usage revenue that a company of this openness keeps: straight lines between closed, weights and full.
pub fn captured<R: Real>(openness: R, p: &Params<R>) -> R {
    let twice = openness * (1.0 / OPEN_WEIGHTS);
    let to_weights = R::one().toward(p.capture_weights, twice.at_most(1.0));
    to_weights + (p.capture_full - p.capture_weights) * (twice - 1.0).positive()
}

/// The market's size by domain, bn $/year: users times revenue per user.
pub fn market_size<R: Real>(w: &World<R>, p: &Params<R>) -> [R; DOMAINS] {
    let (per_user, users) = (revenue_per_user(w, p), p.users());
    core::array::from_fn(|d| users[d] * w.adoption[d] * per_user[d] * MILLIONS_TO_BILLIONS)
}

/// Revenue by company, and what complements bring to those who have them.
pub fn earn<R: Real>(w: &mut World<R>, p: &Params<R>) {
    let size = market_size(w, p);
    for c in w.companies_mut() {
        let mut usage = R::zero();
        for (share, size) in c.users.iter().zip(size) {
            usage += *share * size;
        }
        c.revenue = usage * captured(c.openness, p);
    }
    w.industry_revenue = w.sum(|c| c.revenue);
    let industry = w.industry_revenue;
    for c in w.companies_mut() {
        c.complement_income = c.complement * p.complement_value * c.developers * industry;
    }
}

/// What a parent pays this year, bn $/year.
pub fn subsidy_now<R: Real>(start: R, p: &Params<R>, years: f64) -> R {
    start * (p.subsidy_growth * years).exp()
}

fn spend<R: Real>(w: &mut World<R>, p: &Params<R>) {
    let years = w.clock.step_years();
    let now = w.clock.years();
    let growth = (p.subsidy_growth * now).exp();
    let pace = w.pace;
    let scarce = (-w.scarcity).exp();
    let narrative = p.narrative_effect * w.deviation[0];
    let discounting = R::of(-DISCOUNT_RATE * now).exp();
    for c in w.companies_mut() {
        let subsidy = c.subsidy * growth;
        let profit = (c.margin - p.operating_expense) * c.revenue;
        let income = subsidy + c.complement_income;
        c.burn = c.budget - profit - income;
        c.cash -= c.burn * years;
        c.discounted_profit += (profit + c.complement_income - c.budget) * discounting * years;

        let mood = ((narrative + c.mispricing) * SENTIMENT_SLOPE + 1.0).clamp(0.0, SENTIMENT_MAX);
        let short = c.cash.lt(c.burn.at_least(BURN_MIN) * RUNWAY_YEARS);
        let raised = short.pick(
            p.raise_fraction * c.business_value() * mood * scarce * years,
            R::zero(),
        );
        c.cash += raised;
        c.raised += raised;

        let plan = p.reinvestment * profit.positive() + income + c.cash.positive() / p.cash_horizon;
        let planned = c.budget.toward(plan.at_least(PLAN_MIN), pace.budget_moved);
        let broke = c.cash.lt(R::zero());
        c.budget = broke
            .pick(planned * pace.distress_kept, planned)
            .at_least(BUDGET_MIN);
        c.months_broke = broke.pick(c.months_broke + 12.0 * years, R::zero());
    }
}
