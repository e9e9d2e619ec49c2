//! Norton & Bass (1987): successive generations of a technology, each eating the one before.

use super::bass::Curve;

/// One generation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Generation {
    /// How it spreads after its launch.
    pub curve: Curve,
    /// m: users it adds to those it inherits.
    pub potential: f64,
    /// Years at which it is launched; not before the generation it follows.
    pub launch: f64,
}

/// Users of each generation at time `years`, oldest first.
///
/// S_k = F_k (m_k + F_{k−1}(m_{k−1} + …)) (1 − F_{k+1}): what a generation could reach, less those who moved on.
pub fn users(generations: &[Generation], years: f64) -> Vec<f64> {
    let adopted: Vec<f64> = generations
        .iter()
        .map(|g| g.curve.adopted(years - g.launch))
        .collect();
    let mut inherited = 0.0;
    let mut users = Vec::with_capacity(generations.len());
    for (k, generation) in generations.iter().enumerate() {
        inherited = adopted[k] * (generation.potential + inherited);
        let moved_on = adopted.get(k + 1).copied().unwrap_or(0.0);
        users.push(inherited * (1.0 - moved_on));
    }
    users
}
