//! Leaks: when they happen, what they carry, how the world reads them, and when hidden ones come out.
//!
//! A company leaks by chance, at a rate that falls with the share of research that goes to keeping secrets, after
//! whatever regulation requires has squeezed it; the scenario may schedule one leak more, from its first company. Outsiders then hold a snapshot of the company. A leak brings developers who
//! want to try what leaked, and alarms everyone into reconsidering. Investors and partners react at once if it is
//! noticed, and when it comes to light if it is hidden. They blame the company by the cause: an accident, a theft, an
//! insider, or nobody, where it was a strategic signal.
//!
//! ```math
//! Pr("leak") = 1 − exp(−λ_i Δt)
//! λ_i = λ_0 exp(−k_s (x_{i,sec} − USUAL_MIX[4])/SECURITY_UNIT)
//! ℓ_i ← max(ℓ_i, I)
//! a_i^ℓ ← max(a_i^ℓ, a_i) " and likewise " e_i^ℓ, n_i^ℓ ", and " w_i^ℓ " if weights leaked"
//! D_i ← D_i (1 + ν I_D) ", then all shares are scaled to sum to 1"
//! T_i ← max(TRUST_MIN, T_i − TRUST_LOST distrust I)
//! y_i ← y_i + J_leak blame I/REACTION_INFO " or, for a signal, " y_i ← y_i + J_signal
//! ```
//!
//! A chance leak carries documents, code, weights or, where these leave room, everything, with the information that the
//! table of events gives for its kind. Its cause is an accident or a theft with the cumulative probabilities
//! CAUSE_UP_TO, else an insider.
//!
//! ```symbols
//! λ_i  hazard of a leak, per year
//! I  information in the leak: leak_info if scheduled, else that of its kind
//! I_D  1 if weights leaked, else the information in the leak
//! distrust  trust lost by cause (accident, theft, insider, signal): DISTRUST
//! blame  blame by cause: BLAME
//! λ_0  leak_hazard
//! k_s  security_effect
//! ν  leak_buzz
//! J_leak  leak_reaction
//! J_signal  signal_reaction
//! ```

use super::events::Event;
use super::noise::Luck;
use super::params::Params;
use super::research::USUAL_MIX;
use super::safety::{TRUST_MAX, TRUST_MIN};
use super::world::{Company, World};
use crate::num::{HALF, Mask, Real};
use crate::theory::relax;

/// The kinds of leak, in the order of the parameter `leak_kind`.
const KINDS: [Event; 4] = [
    Event::LeakDocuments,
    Event::LeakCode,
    Event::LeakWeights,
    Event::LeakEverything,
];
/// The reaction of investors is stated for this much information: that of documents, by definition.
const REACTION_INFO: f64 = 0.25;
/// Five percent of R&D, the unit of security effort, by definition.
const SECURITY_UNIT: f64 = 0.05;
/// Trust that partners lose when everything leaks. Judgement.
const TRUST_LOST: f64 = 0.05;
/// By cause (accident, theft, insider, strategic signal): how much of the blame investors lay on the company, and
/// how much of the trust of partners it costs. Judgement.
const BLAME: [f64; 4] = [1.0, 0.5, 1.0, 0.0];
const DISTRUST: [f64; 4] = [1.0, 0.5, 2.0, 0.0];
/// Cumulative shares of accidents and thefts among chance leaks; the rest are insiders. Judgement.
const CAUSE_UP_TO: [f64; 2] = [0.5, 0.75];
/// The place of the strategic signal among the causes, by definition.
const SIGNAL: f64 = 3.0;
/// Months in which a company can still answer a leak in public. Judgement.
pub const RESPONSE_MONTHS: f64 = 6.0;
/// Trust that a company wins by owning a leak. Judgement.
const OWNED_TRUST: f64 = 0.02;
/// What the whole project, published under its own name, adds to a company's name, utils. Judgement.
const OWNED_NAME: f64 = 1.0;

/// Draws the leaks of the step and springs the scheduled one.
#[inline(never)]
pub fn step<R: Real>(w: &mut World<R>, p: &Params<R>) {
    scheduled(w, p);
    let years = w.clock.step_years();
    let goes_on = !w.has_ended();
    for i in 0..w.count {
        let effort = (w.company[i].mix[4] - USUAL_MIX[4]) * (1.0 / SECURITY_UNIT);
        let hazard = p.leak_hazard * (-p.security_effect * effort).exp();
        let hit = w
            .noise
            .company(Luck::Leak, i)
            .lt(relax::fraction(hazard, years));
        let kind = w.noise.company(Luck::LeakKind, i);
        let cause = w.noise.company(Luck::LeakCause, i);
        let hidden = w.noise.company(Luck::LeakNoticed, i).lt(p.leak_undetected);
        let out = w.noise.company(Luck::LeakOut, i).lt(w.pace.discovered);
        let hit = hit & goes_on;
        if hit.any() {
            by_chance(
                w,
                p,
                i,
                hit,
                Drawn {
                    kind,
                    cause,
                    hidden,
                },
            );
        }
        if out.any() {
            Event::LeakDisclosed.befall(w, p, i, out, R::one());
        }
    }
}

/// The leak of the scenario, from the first company.
fn scheduled<R: Real>(w: &mut World<R>, p: &Params<R>) {
    if !w.clock.month_begins() {
        return;
    }
    let now = p.leak_month.same(w.month()) & !w.has_ended();
    for (k, kind) in KINDS.iter().enumerate() {
        let this = now & p.leak_kind.same(R::of(k as f64));
        if this.any() {
            kind.befall(w, p, 0, this, p.leak_info);
            react(w, p, 0, this, p.leak_info, p.leak_cause);
        }
    }
}

/// What chance says about a leak: quantiles of its kind and cause, and where it goes unnoticed.
struct Drawn<R: Real> {
    kind: R,
    cause: R,
    hidden: R::Mask,
}

/// A leak by chance: its kind by the mix of kinds; noticed ones move investors at once.
fn by_chance<R: Real>(w: &mut World<R>, p: &Params<R>, i: usize, hit: R::Mask, drawn: Drawn<R>) {
    let mix = [p.leak_mix_documents, p.leak_mix_code, p.leak_mix_weights];
    let theft = drawn.cause.ge(R::of(CAUSE_UP_TO[0])).as_real();
    let cause = theft + drawn.cause.ge(R::of(CAUSE_UP_TO[1])).as_real();
    let mut reached = R::zero();
    let mut left = hit;
    for (k, event) in KINDS.iter().enumerate() {
        let this = match mix.get(k) {
            Some(share) => {
                reached += *share;
                left & drawn.kind.lt(reached)
            }
            None => left,
        };
        left = left & !this;
        if !this.any() {
            continue;
        }
        let info = R::of(event.row().amount);
        event.befall(w, p, i, this, info);
        react(w, p, i, this & !drawn.hidden, info, cause);
        let secret = this & drawn.hidden;
        let leaked = &mut w.company[i].leaked;
        leaked.hidden_reaction = secret.pick(blamed(p, info, cause), leaked.hidden_reaction);
        leaked.hidden_distrust = secret.pick(distrusted(info, cause), leaked.hidden_distrust);
    }
}

/// Outsiders now hold a snapshot of company `i`; weights can be run by anyone.
pub fn strike<R: Real>(
    w: &mut World<R>,
    p: &Params<R>,
    i: usize,
    m: R::Mask,
    info: R,
    weights: R::Mask,
) {
    let month = w.month();
    let c = &mut w.company[i];
    let (capability, efficiency, know_how) = (c.capability, c.efficiency, c.know_how);
    let held = &mut c.leaked;
    held.info = m.pick(held.info.max(info), held.info);
    held.capability = m.pick(held.capability.max(capability), held.capability);
    held.efficiency = m.pick(held.efficiency.max(efficiency), held.efficiency);
    held.know_how = m.pick(held.know_how.max(know_how), held.know_how);
    held.weights = (m & weights).pick(held.weights.max(capability), held.weights);
    held.month = m.pick(month, held.month);
    c.assessed = m.pick(R::zero(), c.assessed);
    // Weights are tried by everyone; the rest is read in proportion to what it tells.
    let buzz = p.leak_buzz * weights.pick(R::one(), info);
    c.developers = m.pick(c.developers * (buzz + 1.0), c.developers);
    w.settle_developers(m);
    w.alarm = w.alarm | m;
}

/// One of four constants by a cause that is a whole number.
fn by_cause<R: Real>(constants: [f64; 4], cause: R) -> R {
    let mut value = R::of(constants[0]);
    for (k, constant) in constants.iter().enumerate().skip(1) {
        value = cause
            .ge(R::of(k as f64 - HALF))
            .pick(R::of(*constant), value);
    }
    value
}

/// The jump of log mispricing that a company is blamed with.
fn blamed<R: Real>(p: &Params<R>, info: R, cause: R) -> R {
    p.leak_reaction * info * by_cause(BLAME, cause) / REACTION_INFO
}

/// The trust of partners that a leak costs.
fn distrusted<R: Real>(info: R, cause: R) -> R {
    info * by_cause(DISTRUST, cause) * TRUST_LOST
}

/// A company loses trust where `m` is true.
fn lose_trust<R: Real>(c: &mut Company<R>, m: R::Mask, lost: R) {
    c.trust = m.pick((c.trust - lost).at_least(TRUST_MIN), c.trust);
}

/// Investors and partners react to a leak they know of; a strategic signal is taken as one.
fn react<R: Real>(w: &mut World<R>, p: &Params<R>, i: usize, m: R::Mask, info: R, cause: R) {
    let signal = cause.ge(R::of(SIGNAL - HALF));
    let jump = signal.pick(p.signal_reaction, blamed(p, info, cause));
    let c = &mut w.company[i];
    c.mispricing += m.pick(jump, R::zero());
    lose_trust(c, m, distrusted(info, cause));
}

/// A hidden leak comes out: the reactions of investors and partners that were still to come, times `x`.
pub fn disclose<R: Real>(w: &mut World<R>, i: usize, m: R::Mask, x: R) {
    let c = &mut w.company[i];
    c.mispricing += m.pick(c.leaked.hidden_reaction * x, R::zero());
    lose_trust(c, m, c.leaked.hidden_distrust * x);
    c.leaked.hidden_reaction = m.pick(R::zero(), c.leaked.hidden_reaction);
    c.leaked.hidden_distrust = m.pick(R::zero(), c.leaked.hidden_distrust);
}

/// The company publishes what leaked and `x` of the project besides: outsiders read more, developers try it.
pub fn own<R: Real>(w: &mut World<R>, p: &Params<R>, i: usize, m: R::Mask, x: R) {
    let c = &mut w.company[i];
    c.leaked.info = m.pick((c.leaked.info + x).at_most(1.0), c.leaked.info);
    c.trust = m.pick((c.trust + OWNED_TRUST).at_most(TRUST_MAX), c.trust);
    c.mispricing += m.pick(p.opening_reaction, R::zero());
    c.developers = m.pick(c.developers * (p.leak_buzz + 1.0), c.developers);
    c.earned_brand += m.pick(x * OWNED_NAME, R::zero());
    w.settle_developers(m);
}

/// The company says that the leak was meant: investors take back the blame of an accident, partners trust it less.
pub fn call_a_signal<R: Real>(w: &mut World<R>, p: &Params<R>, i: usize, m: R::Mask, x: R) {
    let c = &mut w.company[i];
    let info = c.leaked.info;
    let taken_back = p.signal_reaction - blamed(p, info, R::zero());
    c.mispricing += m.pick(taken_back * x, R::zero());
    let lost = info * x * TRUST_LOST;
    c.trust = m.pick((c.trust - lost).at_least(TRUST_MIN), c.trust);
}

/// Copies are removed; a share `x` of what is held, and no more.
pub fn take_down<R: Real>(w: &mut World<R>, i: usize, m: R::Mask, x: R) {
    let held = &mut w.company[i].leaked;
    held.info = m.pick(held.info * x.one_minus(), held.info);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::Scenario;

    #[test]
    fn a_hidden_leak_costs_when_it_comes_out_what_an_open_one_costs_at_once() {
        let scenario = Scenario::default();
        let p = scenario.params;
        let begin = || World::<f64>::begin(&scenario, &p, crate::sim::Futures::From(0), 1);
        let begun = begin();
        let leaks = |hidden| {
            let mut w = begin();
            let (kind, cause) = (0.0, 0.0);
            let drawn = Drawn {
                kind,
                cause,
                hidden,
            };
            by_chance(&mut w, &p, 0, true, drawn);
            w
        };
        let (open, mut hidden) = (leaks(false), leaks(true));
        let seen = |w: &World<f64>| (w.company[0].trust, w.company[0].mispricing);
        assert_eq!(seen(&hidden), seen(&begun));
        Event::LeakDisclosed.befall(&mut hidden, &p, 0, true, 1.0);
        assert_eq!(seen(&hidden), seen(&open));
        assert!(open.company[0].trust < begun.company[0].trust);
        // It comes out once.
        Event::LeakDisclosed.befall(&mut hidden, &p, 0, true, 1.0);
        assert_eq!(seen(&hidden), seen(&open));
    }
}
