//! Regulation: new rules come with public concern, and lobbying moves how often.
//!
//! Each rule takes a share of the freedom that is left, so that stringency approaches one and does not reach it. Rules
//! slow capability research, prevent incidents, require research on safety and delay launches. There is no repeal.
//!
//! ```math
//! Pr("new rule") = 1 − exp(−(h_0 + h_1 P^2) exp(L) Δt)
//! G ← G + κ_G (1 − G)
//! ```
//!
//! ```symbols
//! L  what lobbying added to the log of the hazard
//! h_0  regulation_hazard
//! h_1  regulation_concern
//! κ_G  regulation_jump
//! ```

use super::events::Event;
use super::noise::Luck;
use super::params::Params;
use super::world::World;
use crate::num::{Mask, Real};
use crate::theory::relax;

/// Draws new rules for the step.
#[inline(never)]
pub fn step<R: Real>(w: &mut World<R>, p: &Params<R>) {
    let hazard =
        (p.regulation_hazard + p.regulation_concern * w.concern.square()) * w.lobbying.exp();
    let u = w.noise.everyone(Luck::Rule);
    let hit = u.lt(relax::fraction(hazard, w.clock.step_years()));
    if hit.any() {
        Event::NewRule.befall(w, p, 0, hit, R::one());
    }
}

/// A rule takes its share of the freedom that is left.
pub fn tighten<R: Real>(w: &mut World<R>, p: &Params<R>, m: R::Mask, x: R) {
    let tighter = w.stringency + p.regulation_jump * x * w.stringency.one_minus();
    w.stringency = m.pick(tighter.clamp(0.0, 1.0), w.stringency);
}
