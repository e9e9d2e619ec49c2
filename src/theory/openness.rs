//! Why open source? A reconstruction of the openness race of Mladenovic, Courville & Gidel (2026).
//!
//! Only their abstract was at hand: firm i opens by x_i in 0…1, performs p_i = s_i + g_i x_i + Σ_{j≠i} δ_{ji} x_j and values
//! its distance to the best rival, u_i = p_i − max_{j≠i} p_j.

use crate::num::Real;

/// What opening is worth to a firm against its binding rival, in performance: g_i − δ_{ij}; open if and only if positive.
#[inline]
pub fn open_gain<R: Real>(community_gain: R, binding_spillover: R) -> R {
    community_gain - binding_spillover
}
