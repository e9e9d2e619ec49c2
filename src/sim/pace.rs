//! What the constant rates of a scenario do in one step, computed once a run.

use super::domains::{DOMAINS, STAGES};
use super::events::{EVENT_COUNT, EVENTS};
use super::params::Params;
use super::product;
use crate::num::{Chance, Real};
use crate::theory::{hawkes, relax};

/// Price cuts fade by two thirds in this many years. Judgement.
const DISCOUNT_YEARS: f64 = 1.0;
/// Earned brand fades by two thirds in this many years. Judgement.
const BRAND_YEARS: f64 = 2.0;
/// A price of compute, a scarcity of capital, a lobby's effect and verified figures fade by two thirds
/// in this many years. Judgement.
const SHOCK_YEARS: f64 = 1.0;
/// Hidden leaks come out at this rate per year. Judgement.
const DISCOVERY_RATE: f64 = 2.0;
/// Without cash, budgets fall at this rate per year: a tenth a month. Judgement.
const DISTRESS_CUT: f64 = 1.264_326_186_3;
/// Budgets approach what the company can afford at this rate per year. Judgement.
const BUDGET_ADJUSTMENT: f64 = 2.0;

/// Fractions of a gap closed in one step ("moved"), and factors by which something shrinks in one step ("kept").
#[derive(Clone, Copy, Debug)]
pub struct Pace<R> {
    /// Of users, by domain, and of developers: the part that chooses anew.
    pub users_moved: [R; DOMAINS],
    pub developers_moved: R,
    /// Of trust and budgets towards their levels.
    pub trust_moved: R,
    pub budget_moved: R,
    /// Chance that a hidden leak comes out.
    pub discovered: R,
    pub concern_kept: R,
    pub discount_kept: R,
    pub brand_kept: R,
    pub shock_kept: R,
    pub distress_kept: R,
    pub mispricing_kept: R,
    /// Standard deviation of the news that keeps the variance of mispricing whatever the step.
    pub mispricing_news: R,
    /// Logarithms of revenue per user at the four stages.
    pub log_revenues: [R; STAGES],
    /// Log odds of the success rates that the stages ask for.
    pub stage_odds: [R; STAGES - 1],
    /// Chance of each event in one step, by number; 0 for what only its sector brings.
    pub event_chance: [R; EVENT_COUNT],
    pub excitation_kept: R,
    /// Of an incident to be severe, and of one that is not severe to be serious.
    pub severe: Chance<R>,
    pub serious: Chance<R>,
}

impl<R: Real> Pace<R> {
    /// For steps of `years`.
    pub fn new(p: &Params<R>, years: f64) -> Pace<R> {
        let kept = |over: f64| R::of(-years / over).exp();
        let persistence = p.mispricing_persistence.at_least(1e-3);
        let mispricing_kept = persistence.powf(R::of(12.0 * years));
        let variance = mispricing_kept.square().one_minus() / persistence.square().one_minus();
        Pace {
            users_moved: p.rechoice().map(|rate| relax::fraction(rate, years)),
            developers_moved: relax::fraction(p.developer_rechoice, years),
            trust_moved: relax::fraction(R::one() / p.trust_recovery, years),
            budget_moved: relax::fraction(R::of(BUDGET_ADJUSTMENT), years),
            discovered: relax::fraction(R::of(DISCOVERY_RATE), years),
            concern_kept: relax::fraction(R::one() / p.concern_memory, years).one_minus(),
            discount_kept: kept(DISCOUNT_YEARS),
            brand_kept: kept(BRAND_YEARS),
            shock_kept: kept(SHOCK_YEARS),
            distress_kept: R::of(-DISTRESS_CUT * years).exp(),
            mispricing_kept,
            mispricing_news: p.mispricing_noise * variance.positive().sqrt(),
            log_revenues: p.revenues().map(|r| r.ln()),
            stage_odds: product::stage_odds(),
            event_chance: core::array::from_fn(|e| {
                relax::fraction(p.surprise_rate * EVENTS[e].hazard, years)
            }),
            excitation_kept: hawkes::decayed(R::one(), p.contagion_decay, years),
            severe: Chance::new(p.severe_probability),
            serious: Chance::new(
                (p.serious_probability / p.severe_probability.one_minus().at_least(1e-3))
                    .at_most(1.0),
            ),
        }
    }
}
