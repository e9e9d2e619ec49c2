//! Products: launches, the four parts of the agent loop, the horizon in each domain and its stage.
//!
//! Now and then a company launches: the product becomes what the laboratory has. What an agent can do in a domain is
//! bounded by the weakest part of its loop: what it perceives, what it can think through, what it decides reliably, and
//! what it can act on, which takes connections that other people write. Stages are roles that people give: a tool
//! finishes a quarter of an hour half the time, a colleague a working day four times in five, a proxy a working week
//! nineteen times in twenty, and none of them is given to a company that people do not trust.
//!
//! ```math
//! Pr("launch") = 1 − exp(−{q_i Δt}/(τ_L (1 + d_G G)))
//! M_i = M_0 v_i + M_1 t
//! h_{i,d} = min(c_i + δ_d + μ_d M_i, c_i, c_i + l(S_3, b_0) − l(S_3, b_i), c_i + α_0 + α_1 g_i)
//! g_i = log2(max(D_i, SHARE_FLOOR)/EVEN_SHARE)
//! l(p, σ) = {1/σ} ln(p/{1 − p})
//! z_{i,d} = clamp({h_{i,d} − ζ_1}/TOY_SPAN, −1, 0) + clamp({h_{i,d} − ζ_1}/{ζ_2 − ζ_1}, 0, 1)
//! + clamp({h_{i,d} − ζ_2}/{ζ_3 − ζ_2}, 0, 1)
//! ζ_k = log2 L_k + l(S_k, b_i), k = 1, 2, 3
//! ```
//!
//! Below the trust an agent needs, `z` is at most UNTRUSTED: a toy. A quantity that is given at the four stages is read
//! at `z` by straight lines: in full for a toy at −1, a tool at 0, a colleague at 1 and a proxy at 2.
//!
//! ```symbols
//! q_i  launches relative to the usual rate, by strategy
//! M_i  multimodal understanding
//! g_i  doublings of developer share beyond an even one
//! l  doublings below the 50 % horizon at which success reaches a probability
//! p  a probability of success
//! σ  a slope of the success curve, per doubling
//! ζ_k, ζ_1, ζ_2, ζ_3  horizons at which a toy becomes a tool, a tool a colleague, a colleague a proxy, log2 minutes
//! L_k, S_k, S_3  minutes and success rates of the tests that end a toy, a tool and a colleague: STAGE_TESTS
//! b_0  success_slope
//! τ_L  launch_interval
//! d_G  regulation_delay
//! M_0  architecture_multimodality
//! M_1  multimodality_trend
//! δ_d  offset_software, offset_service, offset_content, offset_personal
//! μ_d  seeing_software, seeing_service, seeing_content, seeing_personal
//! α_0  action_room
//! α_1  action_gain
//! ```

use super::domains::{DOMAINS, STAGE_TESTS, TOY_SPAN};
use super::events::Event;
use super::happenings::Happening;
use super::noise::Luck;
use super::params::Params;
use super::world::{Company, World};
use crate::num::{Mask, Real};
use crate::theory::{relax, success};

/// Developer share at which a company has its even part of the connections to other people's systems: that of five companies. Judgement.
const EVEN_SHARE: f64 = 0.2;
/// Below this developer share the room to act shrinks no further. Judgement.
const SHARE_FLOOR: f64 = 0.002;

/// Where an agent stands that people do not trust: just short of a tool. Judgement.
const UNTRUSTED: f64 = -1e-3;

/// Draws launches, then reads off what every product can do.
#[inline(never)]
pub fn step<R: Real>(w: &mut World<R>, p: &Params<R>) {
    launches(w, p);
    measure(w, p);
}

/// Launches a year of company `i`, q_i/(τ_L (1 + d_G G)), while nothing holds them.
#[inline]
pub fn launch_rate<R: Real>(w: &World<R>, p: &Params<R>, i: usize) -> R {
    let delay = p.regulation_delay * w.stringency + 1.0;
    w.company[i].cadence / (p.launch_interval * delay)
}

fn launches<R: Real>(w: &mut World<R>, p: &Params<R>) {
    let years = w.clock.step_years();
    let paused = w.month().lt(w.pause_until) | w.has_ended();
    for i in 0..w.count {
        let held = paused | w.month().lt(w.company[i].hold_until);
        let u = w.noise.company(Luck::Launch, i);
        let flop = w.noise.company(Luck::Flop, i).lt(p.flop_probability);
        let go = u.lt(relax::fraction(launch_rate(w, p, i), years)) & !held;
        if go.any() {
            launch(w, i, go);
            w.record(Happening::Event(Event::Launch), i, go);
            Event::Flop.befall(w, p, i, go & flop, R::one());
        }
    }
}

/// The product becomes what the laboratory has.
pub fn launch<R: Real>(w: &mut World<R>, i: usize, m: R::Mask) {
    let month = w.month();
    let c = &mut w.company[i];
    c.launched = m.pick(c.capability.max(c.launched), c.launched);
    c.launched_know_how = m.pick(c.know_how, c.launched_know_how);
    c.last_launch = m.pick(month, c.last_launch);
}

/// Horizons and stages of the launched products, and the best of each domain.
pub fn measure<R: Real>(w: &mut World<R>, p: &Params<R>) {
    let years = w.clock.years();
    let (offsets, seeing) = (p.offsets(), p.seeing());
    let odds = w.pace.stage_odds;
    let goes_on = !w.has_ended();
    for c in w.companies_mut() {
        let seen =
            p.architecture_multimodality * c.launched_know_how + p.multimodality_trend * years;
        loop_parts(c, p, seen, odds[2]);
        let bound = c.decide.min(c.act);
        let entry = entries_with(c.slope, odds);
        c.colleague_entry = entry[1];
        for d in 0..DOMAINS {
            // The weakest part bounds the horizon: seeing (by domain), thinking, deciding, doing.
            let perceive = c.launched + offsets[d] + seeing[d] * seen;
            c.horizon[d] = perceive.min(c.reason).min(bound);
            let stage = stage_position(c.horizon[d], entry);
            let trusted = c.trust.ge(p.trust_gate) & goes_on;
            c.stage[d] = trusted.pick(stage, stage.at_most(UNTRUSTED));
        }
    }
    for d in 0..DOMAINS {
        w.best_stage[d] = StageMix::at(w.best(|c| c.stage[d]));
    }
}

/// What the company's agents see (in the most visual domain), think, decide at 95 % success, and can act on.
fn loop_parts<R: Real>(c: &mut Company<R>, p: &Params<R>, seen: R, week_odds: R) {
    c.perceive = c.launched + p.offset_personal + p.seeing_personal * seen;
    c.reason = c.launched;
    // Deciding is thinking as reliably as agents do at the start: a flatter success curve costs horizon.
    c.decide = c.launched + week_odds / p.success_slope - week_odds / c.slope;
    let connections = (c.developers.at_least(SHARE_FLOOR) * (1.0 / EVEN_SHARE)).log2();
    c.act = c.launched + p.action_room + p.action_gain * connections;
}

/// The horizon at which each stage begins, for a success curve of this slope: the length of the task that the
/// stage asks for, and the doublings below the 50 % horizon at which success reaches the rate it asks for.
pub fn entries<R: Real>(slope: R) -> [R; 3] {
    entries_with(slope, stage_odds())
}

/// Log odds of the success rates that the stages ask for: what [`entries`] needs once a run.
pub fn stage_odds<R: Real>() -> [R; 3] {
    STAGE_TESTS.map(|(_, rate)| success::log_odds(R::of(rate)))
}

/// [`success::log2_odds_offset`] from its log odds, and the length of each stage's task.
fn entries_with<R: Real>(slope: R, odds: [R; 3]) -> [R; 3] {
    let per_odds = R::one() / slope;
    core::array::from_fn(|k| odds[k] * per_odds + libm::log2(STAGE_TESTS[k].0))
}

/// Position on the scale of stages: below 0 a toy, 0–1 from the first test to the second, … 2 and above a proxy.
///
/// −1 is [`TOY_SPAN`] doublings short of the first test; the scale ends at 2.
pub fn stage_position<R: Real>(horizon: R, entry: [R; 3]) -> R {
    let toy = ((horizon - entry[0]) * (1.0 / TOY_SPAN)).clamp(-1.0, 0.0);
    let tool = ((horizon - entry[0]) / (entry[1] - entry[0])).clamp(0.0, 1.0);
    let colleague = ((horizon - entry[1]) / (entry[2] - entry[1])).clamp(0.0, 1.0);
    toy + tool + colleague
}

/// How far the best agent is between the stages: from toy to tool, tool to colleague, colleague to proxy, 0–1 each.
#[derive(Clone, Copy, Debug)]
pub struct StageMix<R>([R; 3]);

impl<R: Real> StageMix<R> {
    /// At a position on the scale of [`stage_position`].
    pub fn at(position: R) -> StageMix<R> {
        StageMix([-1.0, 0.0, 1.0].map(|from: f64| (position - from).clamp(0.0, 1.0)))
    }

    /// A quantity given at the four stages (toy, tool, colleague, proxy), in straight lines between them.
    pub fn of(self, values: [R; 4]) -> R {
        let [tool, colleague, proxy] = self.0;
        values[0]
            + (values[1] - values[0]) * tool
            + (values[2] - values[1]) * colleague
            + (values[3] - values[2]) * proxy
    }
}
