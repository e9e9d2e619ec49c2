//! How companies decide: by the rules of their strategy, or by quantal response to what a move is expected to earn.
//!
//! At the start of a quarter, and at once after an alarm (a leak, an opening, a severe incident), each company that
//! acts takes up to MOVES_PER_QUARTER moves from the table of actions. By rule it takes every move whose condition
//! holds, in the order of the table. By quantal response it weighs five moves and doing nothing by the value it expects
//! LOOK_AHEAD years ahead if nobody else changes course: better moves are likelier, not certain (McKelvey & Palfrey
//! 1995).
//!
//! ```math
//! Pr("move") = exp(Λ ln(Ŵ_move/Ŵ_none))/(1 + Σ_k exp(Λ ln(Ŵ_k/Ŵ_none)))
//! Ŵ = k_V R̂_i max(m_i, MARGIN_VALUED)/MARGIN_REFERENCE + COMPLEMENT_YEARS ψ_i κ_K D̂_i Σ_j R_j + S_i + max(C_i, 0) + 1
//! ```
//!
//! The expectations with a hat move users and developers by the logit of their utility, for LOOK_AHEAD years and at
//! their own pace. Opening adds what the community brings and takes off what the closest rival absorbs, which is the
//! reconstructed rule of Mladenovic, Courville & Gidel (2026): open if your own gain exceeds the spillover to the rival
//! who binds.
//!
//! ```math
//! ĉ_i = c_i + LOOK_AHEAD (κ_c (ô_i − o_i) D_i − max(ô_i − o_i, 0) max_{j≠i} A_j θ_o max(c_i − a_j, 0))
//! ```
//!
//! ```symbols
//! Ŵ, Ŵ_move, Ŵ_none  value expected after the look-ahead, after a move and without one, billion dollars
//! R̂_i, D̂_i  revenue and developer share expected after the look-ahead
//! ĉ_i  launched capability expected after the look-ahead, log2 minutes; launches add to it
//! ô_i  openness after the move
//! A_j  absorptive capacity, see Research
//! Λ  rationality
//! k_V  revenue_multiple
//! ψ_i  company.complement
//! κ_K  complement_value
//! S_i  company.subsidy
//! κ_c  community_research
//! θ_o  catch_up_open
//! ```

use super::actions::{ACTIONS, Action, MOVES_PER_QUARTER, Sight};
use super::companies::STRATEGIES;
use super::domains::DOMAINS;
use super::finance;
use super::investors::{COMPLEMENT_YEARS, MARGIN_REFERENCE, MARGIN_VALUED};
use super::noise::Luck;
use super::orders::{self, Told};
use super::params::Params;
use super::world::{Company, Mind, OPEN_WEIGHTS, World};
use crate::num::{Mask, Real};
use crate::theory::{catch_up, choice, openness, relax};

/// How far ahead a company looks when it responds, years. Judgement.
const LOOK_AHEAD: f64 = 0.75;
/// A launch that may come at any time within the look-ahead comes after this part of it on average, by symmetry.
const MEAN_WAIT: f64 = 0.5;
/// Worth, in log odds, of a move that cannot be made: it is chosen once in 10²⁶. Numerical.
const NEVER_CHOSEN: f64 = -60.0;
/// The moves weighed in quantal response: doing nothing, and one of these.
const WEIGHED: [Action; 5] = [
    Action::LaunchNow,
    Action::Hold,
    Action::OpenWeights,
    Action::FullOpen,
    Action::Reclose,
];
/// A launch must bring at least this many doublings to be worth pre-empting with. Judgement.
const PREEMPTION_POINT: f64 = 0.3;

/// Every quarter, and at once after an alarm, companies take their moves; who was told what to do does that instead.
#[inline(never)]
pub fn step<R: Real>(w: &mut World<R>, p: &Params<R>, told: &[Told]) {
    if !w.clock.month_begins() {
        return;
    }
    let quarter = w.clock.quarter_begins();
    if quarter {
        w.renew_moves();
    }
    orders::step(w, p, told);
    let now = if quarter {
        R::Mask::all_of(true)
    } else {
        w.alarm
    };
    let now = now & !w.has_ended();
    w.alarm = R::Mask::all_of(false);
    // The streams of response advance every month, whatever is decided.
    if !now.any() || w.clock.month == 1 {
        for i in 0..w.count {
            w.noise.company(Luck::Response, i);
        }
        return;
    }
    let respond = p.rivals.is_set();
    let sight = Sight::new(w);
    for i in 0..w.count {
        let u = w.noise.company(Luck::Response, i);
        if !STRATEGIES[w.company[i].strategy].acts {
            continue;
        }
        let month = w.clock.month;
        let is_told = told.iter().any(|t| t.month == month && t.company == i);
        let respond = match w.company[i].mind {
            Mind::Strategy => respond,
            Mind::Orders => continue,
            Mind::Rules => R::Mask::all_of(false),
            Mind::Response => R::Mask::all_of(true),
        };
        // Who was told what to do need not weigh it, and has the rules for the moves that are left.
        let respond = respond | R::Mask::all_of(is_told);
        if respond.any() && quarter && !is_told {
            quantal_response(w, p, i, now & respond, u);
        }
        follow_rules(w, p, &sight, i, now, respond);
    }
}

impl<R: Real> World<R> {
    /// A new quarter: every company has its moves again.
    pub fn renew_moves(&mut self) {
        for c in self.companies_mut() {
            c.moves = R::of(MOVES_PER_QUARTER);
        }
    }
}

impl<R: Real> Company<R> {
    /// Whether the player has set the dial that this action would turn.
    fn is_ordered(&self, action: Action) -> bool {
        use Action as A;
        match action {
            A::Reclose | A::OpenWeights | A::FullOpen => self.openness_ordered,
            A::ShiftToEfficiency | A::ShiftToAgents => self.research_ordered,
            _ => false,
        }
    }
}

/// Takes each action whose rule holds, as far as the moves of the quarter reach.
fn follow_rules<R: Real>(
    w: &mut World<R>,
    p: &Params<R>,
    sight: &Sight<R>,
    i: usize,
    now: R::Mask,
    respond: R::Mask,
) {
    let strategy = &STRATEGIES[w.company[i].strategy];
    for row in ACTIONS
        .iter()
        .filter(|row| row.action.considered_by(strategy))
    {
        let c = &w.company[i];
        if c.is_ordered(row.action) {
            continue;
        }
        let ready = c.ready[row.action as usize].le(w.month());
        let mut m = now & ready & c.moves.is_set();
        // Where companies respond, what is weighed there is not decided here.
        if WEIGHED.contains(&row.action) {
            m = m & !respond;
        }
        if !m.any() {
            continue;
        }
        let m = m & row.action.rule(w, p, sight, i);
        if m.any() {
            take(w, p, i, m, row.action);
        }
    }
}

/// Takes an action where `m` is true. Whom a player leads needs and pays what the player would, whoever decides there.
fn take<R: Real>(w: &mut World<R>, p: &Params<R>, i: usize, m: R::Mask, action: Action) {
    let m = match w.company[i].mind {
        Mind::Strategy => {
            action.order(w, i, m);
            m
        }
        _ => orders::take(w, p, i, m, action),
    };
    let c = &mut w.company[i];
    c.moves = m.pick(c.moves - 1.0, c.moves);
}

/// Chooses among the weighed moves with probability ∝ exp(λ·expected change of log value) (McKelvey & Palfrey 1995).
fn quantal_response<R: Real>(w: &mut World<R>, p: &Params<R>, i: usize, now: R::Mask, u: R) {
    let outlook = Outlook::new(w, p, i);
    let mut odds = [R::zero(); WEIGHED.len() + 1];
    for (slot, action) in odds[1..].iter_mut().zip(WEIGHED) {
        let worth = outlook.worth(w, p, i, action) * p.rationality;
        *slot = possible(w, i, action).pick(worth, R::of(NEVER_CHOSEN));
    }
    choice::softmax(&mut odds);
    let mut reached = odds[0];
    for (share, action) in odds[1..].iter().zip(WEIGHED) {
        let below = reached;
        reached += *share;
        let chosen = now & u.ge(below) & u.lt(reached);
        if chosen.any() {
            take(w, p, i, chosen, action);
        }
    }
}

/// Where a weighed move can be made at all.
fn possible<R: Real>(w: &World<R>, i: usize, action: Action) -> R::Mask {
    let c = &w.company[i];
    let ready = c.ready[action as usize].le(w.month());
    let can = match action {
        Action::LaunchNow => (c.capability - c.launched).gt(R::of(PREEMPTION_POINT)),
        Action::OpenWeights => c.openness.lt(R::of(OPEN_WEIGHTS)),
        Action::FullOpen => c.openness.lt(R::one()),
        Action::Reclose => c.openness.gt(R::zero()),
        _ => R::Mask::all_of(true),
    };
    ready & can & R::Mask::all_of(!c.is_ordered(action))
}

/// What a company expects of the next months if nobody else changes course: noise off, one company moving.
struct Outlook<R> {
    /// Log of the value expected without a move, and market sizes.
    passive: R,
    size: [R; DOMAINS],
    industry: R,
    /// How fast developers and users move over the look-ahead.
    developers_moved: R,
    users_moved: [R; DOMAINS],
    /// What the closest rival absorbs of an opened model, doublings a year.
    spillover: R,
}

impl<R: Real> Outlook<R> {
    fn new(w: &World<R>, p: &Params<R>, i: usize) -> Self {
        let rechoice = p.rechoice();
        let mut outlook = Outlook {
            passive: R::zero(),
            size: finance::market_size(w, p),
            industry: w.industry_revenue,
            developers_moved: relax::fraction(p.developer_rechoice, LOOK_AHEAD),
            users_moved: core::array::from_fn(|d| relax::fraction(rechoice[d], LOOK_AHEAD)),
            spillover: binding_spillover(w, p, i),
        };
        let c = &w.company[i];
        outlook.passive = outlook.log_value(p, c, c.openness, usual_launch(c, p));
        outlook
    }

    /// Expected change of log value from a move.
    fn worth(&self, w: &World<R>, p: &Params<R>, i: usize, action: Action) -> R {
        let c = &w.company[i];
        let usual = usual_launch(c, p);
        let value = match action {
            Action::LaunchNow => self.log_value(p, c, c.openness, c.capability),
            Action::Hold => self.log_value(p, c, c.openness, c.launched),
            Action::OpenWeights => self.log_value(p, c, R::of(OPEN_WEIGHTS), usual),
            Action::FullOpen => self.log_value(p, c, R::one(), usual),
            _ => self.log_value(p, c, R::zero(), usual),
        };
        value - self.passive
    }

    /// Log of the value after the look-ahead with this openness and launched capability.
    fn log_value(&self, p: &Params<R>, c: &Company<R>, open: R, launched: R) -> R {
        let more_open = open - c.openness;
        let gain = openness::open_gain(
            p.community_research * more_open * c.developers,
            self.spillover * more_open.positive(),
        );
        let better = launched - c.launched + gain * LOOK_AHEAD;
        let liked = p.developer_capability * better + p.developer_openness * more_open;
        let developers = c
            .developers
            .toward(shifted(c.developers, liked), self.developers_moved);
        let opened = (open * (1.0 / OPEN_WEIGHTS)).at_most(1.0) - c.open_fraction();
        let lift = p.capability_value * better
            + p.ecosystem_value * (developers - c.developers)
            + p.open_taste * opened;
        let mut usage = R::zero();
        for d in 0..DOMAINS {
            let share = c.users[d].toward(shifted(c.choice[d], lift), self.users_moved[d]);
            usage += share * self.size[d];
        }
        let revenue = usage * finance::captured(open, p);
        let complement = c.complement * p.complement_value * developers * self.industry;
        let floor = c.subsidy + c.cash.positive() + 1.0;
        (p.revenue_multiple * revenue * c.margin.at_least(MARGIN_VALUED) * (1.0 / MARGIN_REFERENCE)
            + complement * COMPLEMENT_YEARS
            + floor)
            .ln()
    }
}

/// The launched capability a company expects at its usual pace.
fn usual_launch<R: Real>(c: &Company<R>, p: &Params<R>) -> R {
    let launched = relax::fraction(c.cadence / p.launch_interval, LOOK_AHEAD * MEAN_WAIT);
    c.launched.toward(c.capability.max(c.launched), launched)
}

/// A logit share after its utility has risen by `lift`.
fn shifted<R: Real>(share: R, lift: R) -> R {
    let weight = share * lift.exp();
    weight / (share.one_minus() + weight).at_least(1e-6)
}

/// What the rival who would gain most absorbs per year if company `i` opens (the reconstructed rule).
fn binding_spillover<R: Real>(w: &World<R>, p: &Params<R>, i: usize) -> R {
    let mean = w.mean(|c| c.budget);
    let mine = w.company[i].launched;
    let mut most = R::zero();
    for (_, other) in w.companies().iter().enumerate().filter(|(j, _)| *j != i) {
        let absorbed = catch_up::absorptive_capacity(other.budget, mean, p.absorptive_half);
        most = most.max(absorbed * p.catch_up_open * (mine - other.capability).positive());
    }
    most
}
