//! Katz & Shapiro (1985): Cournot with fulfilled expectations and a network benefit μ per user one can reach.

/// Output per firm in each coalition of compatible firms; `coalitions` holds their numbers of firms.
///
/// Price of firm i is A + μ y_i − Z with y_i the coalition's output, so x_g = (A − Z)/(1 − μ k_g) and
/// Z = A S/(1 + S), S = Σ k_g/(1 − μ k_g). `size` A, `network` μ with μ k_g < 1. Profit per firm is x_g².
pub fn outputs(size: f64, network: f64, coalitions: &[u32]) -> Vec<f64> {
    let multiplier = |firms: u32| 1.0 / (1.0 - network * f64::from(firms));
    let sum: f64 = coalitions
        .iter()
        .map(|k| f64::from(*k) * multiplier(*k))
        .sum();
    let left = size / (1.0 + sum);
    coalitions.iter().map(|k| left * multiplier(*k)).collect()
}

/// Output per firm when none of n `firms` is compatible: A/(n + 1 − μ).
pub fn incompatible(size: f64, network: f64, firms: u32) -> f64 {
    size / (f64::from(firms) + 1.0 - network)
}

/// Output per firm when all n `firms` are compatible: A/(1 + n(1 − μ)).
pub fn compatible(size: f64, network: f64, firms: u32) -> f64 {
    size / (1.0 + f64::from(firms) * (1.0 - network))
}
