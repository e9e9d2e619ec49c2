//! Armstrong, Bostrom & Shulman (2016), "Racing to the precipice": how rivalry eats safety.

use crate::num::Real;

/// Keeps a division finite where nobody is an enemy.
const TINY: f64 = 1e-20;

/// Equilibrium safety without information, s = min(1, μ/(n e)).
///
/// `teams` n ≥ 1 (need not be whole), `enmity` e in 0…1, `importance` μ of capability against risk-taking.
#[inline]
pub fn safety_without_information<R: Real>(teams: R, enmity: R, importance: R) -> R {
    (importance / (teams * enmity).at_least(TINY)).at_most(1.0)
}

/// The number of equal teams as competitive as these: n_eff = (Σw)²/Σw², w = 2^{a − max a}.
///
/// `capabilities` in doublings. Lies between 1 and their number; panics if there are none.
#[inline]
pub fn effective_teams<R: Real>(capabilities: &[R]) -> R {
    let top = capabilities[1..]
        .iter()
        .fold(capabilities[0], |a, b| a.max(*b));
    let (mut sum, mut squares) = (R::zero(), R::zero());
    for capability in capabilities {
        let weight = (*capability - top).exp2();
        sum += weight;
        squares += weight.square();
    }
    sum.square() / squares
}
