//! Hawkes (1971): events that excite more events, with an exponentially fading memory.

use crate::num::Real;

/// Excitation (events per year above the base rate) after `years` of decay b per year.
#[inline]
pub fn decayed<R: Real>(excitation: R, decay: R, years: f64) -> R {
    excitation * (-(decay * years)).exp()
}

/// Excitation just after `events` events, each adding n·b: `branching` n is the mean number of children of an
/// event, `decay` b per year.
#[inline]
pub fn excited<R: Real>(excitation: R, branching: R, decay: R, events: R) -> R {
    excitation + branching * decay * events
}
