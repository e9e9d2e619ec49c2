//! K platforms with network effects: s_k = softmax(u_k + θ s_k), the mean-field Potts model of standard wars.

use super::choice::softmax;
use super::numeric::{minimum, root};

/// The network strength θ above which equal shares of K `platforms` are unstable: K.
pub fn uniform_unstable(platforms: u32) -> f64 {
    f64::from(platforms)
}

/// θ_P = 2(K − 1)ln(K − 1)/(K − 2): equal shares and one big share are equally good; 2 for K = 2.
pub fn coexistence(platforms: u32) -> f64 {
    let k = f64::from(platforms);
    if platforms == 2 {
        return 2.0;
    }
    2.0 * (k - 1.0) * libm::log(k - 1.0) / (k - 2.0)
}

/// θ at which one platform of share s > 1/K and K − 1 equal others are in equilibrium.
///
/// ln(s(K − 1)/(1 − s)) = θ(Ks − 1)/(K − 1).
pub fn strength_for(platforms: u32, share: f64) -> f64 {
    let k = f64::from(platforms);
    (k - 1.0) * libm::log(share * (k - 1.0) / (1.0 - share)) / (k * share - 1.0)
}

/// Bounds of the leader's share between which the spinodal is sought, away from 0/0 at 1/K and at 1.
fn share_bounds(platforms: u32) -> (f64, f64) {
    const MARGIN: f64 = 1e-6;
    (1.0 / f64::from(platforms) + MARGIN, 1.0 - MARGIN)
}

/// The lowest θ at which a leader can hold on (K ≥ 3; for K = 2 the limit is 2), and its share there.
pub fn spinodal(platforms: u32) -> (f64, f64) {
    let (low, high) = share_bounds(platforms);
    let share = minimum(|s| strength_for(platforms, s), low, high);
    (strength_for(platforms, share), share)
}

/// Share of the stable leader at network strength θ; `None` below the spinodal.
pub fn ordered_share(platforms: u32, strength: f64) -> Option<f64> {
    let (least, at) = spinodal(platforms);
    if strength < least {
        return None;
    }
    // Beyond this share the exponent of the equilibrium would exceed any double.
    let top = 1.0 - f64::EPSILON;
    root(|s| strength_for(platforms, s) - strength, at, top)
}

/// Shares after `steps` of ds/dt = χ(softmax(u + θs) − s), each relaxing by `fraction` of the way.
pub fn settle(
    utilities: &[f64],
    strength: f64,
    shares: &[f64],
    fraction: f64,
    steps: u32,
) -> Vec<f64> {
    let mut shares = shares.to_vec();
    let mut wanted = vec![0.0; shares.len()];
    for _ in 0..steps {
        for ((w, u), s) in wanted.iter_mut().zip(utilities).zip(&shares) {
            *w = u + strength * s;
        }
        softmax(&mut wanted);
        for (s, w) in shares.iter_mut().zip(&wanted) {
            *s += (w - *s) * fraction;
        }
    }
    shares
}
