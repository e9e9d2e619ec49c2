//! Imitation in a finite population: fixation probabilities and the small-mutation stationary distribution.
//!
//! Traulsen, Nowak & Pacheco (2006) for the pairwise comparison process, Fudenberg & Imhof (2006) for rare mutations.

/// ln Σ e^x without overflow; −∞ for an empty slice.
pub(super) fn log_sum(exponents: &[f64]) -> f64 {
    let top = exponents.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if top == f64::NEG_INFINITY {
        return top;
    }
    top + libm::log(exponents.iter().map(|x| libm::exp(x - top)).sum())
}

/// A well-mixed population of `size` Z that imitates by Fermi's rule with `intensity` β.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Population {
    /// Z ≥ 2.
    pub size: u32,
    /// β ≥ 0; 0 is neutral drift.
    pub intensity: f64,
}

impl Population {
    /// ln ρ, where ρ is the probability that one `mutant` takes over a population of `resident`s.
    ///
    /// ρ = [1 + Σ_{i=1}^{Z−1} Π_{j=1}^{i} e^{−β(f_mutant(j) − f_resident(j))}]^−1 with j mutants, who do not play themselves.
    /// `payoffs[row][column]` is what `row` earns against `column`. In logarithms because exponents reach β Z ΔΠ ≈ 700.
    pub fn ln_fixation<const N: usize>(
        &self,
        payoffs: &[[f64; N]; N],
        mutant: usize,
        resident: usize,
    ) -> f64 {
        let others = f64::from(self.size - 1);
        let mut exponent = 0.0;
        let mut exponents = vec![0.0];
        for mutants in 1..self.size {
            let (j, rest) = (f64::from(mutants), f64::from(self.size - mutants));
            let own =
                ((j - 1.0) * payoffs[mutant][mutant] + rest * payoffs[mutant][resident]) / others;
            let other = (j * payoffs[resident][mutant]
                + (rest - 1.0) * payoffs[resident][resident])
                / others;
            exponent -= self.intensity * (own - other);
            exponents.push(exponent);
        }
        -log_sum(&exponents)
    }

    /// ρ, see [`ln_fixation`](Population::ln_fixation).
    pub fn fixation<const N: usize>(
        &self,
        payoffs: &[[f64; N]; N],
        mutant: usize,
        resident: usize,
    ) -> f64 {
        libm::exp(self.ln_fixation(payoffs, mutant, resident))
    }

    /// Shares of time that a population with rare mutations spends in each pure state.
    pub fn stationary<const N: usize>(&self, payoffs: &[[f64; N]; N]) -> [f64; N] {
        /// Keeps the chain irreducible where a fixation is too rare for a double.
        const RAREST: f64 = 1e-290;
        let ln_rates: [[f64; N]; N] = core::array::from_fn(|resident| {
            core::array::from_fn(|mutant| {
                if mutant == resident {
                    f64::NEG_INFINITY
                } else {
                    self.ln_fixation(payoffs, mutant, resident)
                }
            })
        });
        let top = ln_rates
            .iter()
            .flatten()
            .copied()
            .fold(f64::NEG_INFINITY, f64::max);
        stationary_of(ln_rates.map(|row| row.map(|l| libm::exp(l - top).max(RAREST))))
    }
}

/// Stationary distribution of the chain that moves from `row` to `column` at `rates[row][column]`.
///
/// Grassmann, Taksar & Heyman (1985): elimination without subtractions, so that tiny rates keep their digits.
fn stationary_of<const N: usize>(mut rates: [[f64; N]; N]) -> [f64; N] {
    for last in (1..N).rev() {
        let out: f64 = rates[last][..last].iter().sum();
        let leaving = rates[last];
        for from in &mut rates[..last] {
            from[last] /= out;
            let through = from[last];
            for (rate, onward) in from[..last].iter_mut().zip(leaving) {
                *rate += through * onward;
            }
        }
    }
    let mut shares = [0.0; N];
    shares[0] = 1.0;
    for state in 1..N {
        shares[state] = (0..state)
            .map(|from| shares[from] * rates[from][state])
            .sum();
    }
    let total: f64 = shares.iter().sum();
    shares.map(|share| share / total)
}
