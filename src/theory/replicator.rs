//! Evolution and learning in games: replicator dynamics, fictitious play, the size of a symmetric game.

use super::qre::{Bimatrix, Mixed};

/// Share of a strategy after `years` of constant `advantage` D per year over the other: x₀e^{Dt}/(1 − x₀ + x₀e^{Dt}).
pub fn share_after(share: f64, advantage: f64, years: f64) -> f64 {
    let grown = share * libm::exp(advantage * years);
    grown / (1.0 - share + grown)
}

/// Shares after `steps` of x_i′ = x_i[(Ax)_i − xᵀAx], by classical Runge–Kutta; `payoffs` A is square, by row.
pub fn replicate<const N: usize>(
    payoffs: &[[f64; N]; N],
    start: [f64; N],
    step: f64,
    steps: u32,
) -> [f64; N] {
    let slope = |x: &[f64; N]| {
        let earned: [f64; N] = core::array::from_fn(|i| (0..N).map(|j| payoffs[i][j] * x[j]).sum());
        let mean: f64 = (0..N).map(|i| x[i] * earned[i]).sum();
        core::array::from_fn(|i| x[i] * (earned[i] - mean))
    };
    let along = |x: &[f64; N], k: &[f64; N], by: f64| core::array::from_fn(|i| x[i] + by * k[i]);
    let mut x = start;
    for _ in 0..steps {
        let k1: [f64; N] = slope(&x);
        let k2: [f64; N] = slope(&along(&x, &k1, step / 2.0));
        let k3: [f64; N] = slope(&along(&x, &k2, step / 2.0));
        let k4: [f64; N] = slope(&along(&x, &k3, step));
        x = core::array::from_fn(|i| {
            x[i] + step / 6.0 * (k1[i] + 2.0 * k2[i] + 2.0 * k3[i] + k4[i])
        });
    }
    x
}

/// Frequencies of play after `rounds` of fictitious play (Brown 1951), in which each player answers the other's
/// past frequencies best; starts from the `first` actions (row, column). Ties go to the lower action.
pub fn fictitious_play(game: &Bimatrix, first: (usize, usize), rounds: u32) -> Mixed {
    let (m, n) = (game.row.len(), game.row[0].len());
    let mut counts = (vec![0.0; m], vec![0.0; n]);
    counts.0[first.0] += 1.0;
    counts.1[first.1] += 1.0;
    for _ in 1..rounds {
        // Payoffs are linear in play, so that counts serve as well as frequencies.
        let (row, column) = game.payoffs(&counts);
        counts.0[best(&row)] += 1.0;
        counts.1[best(&column)] += 1.0;
    }
    let total = f64::from(rounds.max(1));
    let shares = |counts: Vec<f64>| counts.into_iter().map(|c| c / total).collect();
    (shares(counts.0), shares(counts.1))
}

/// The first index of the largest value.
fn best(values: &[f64]) -> usize {
    (1..values.len()).fold(0, |top, k| if values[k] > values[top] { k } else { top })
}

/// Profiles of a symmetric game, C(players + strategies − 1, players): what a payoff table by simulation must cover.
pub fn symmetric_profiles(players: u64, strategies: u64) -> u64 {
    (1..=players).fold(1, |count, k| count * (strategies - 1 + k) / k)
}
