//! Quantal response equilibrium (McKelvey & Palfrey 1995): players choose better actions more often, not always.

use super::choice::softmax;
use super::numeric::solve_linear;

/// A game of two players; `row[i][j]` and `column[i][j]` are their payoffs when row plays i and column plays j.
#[derive(Clone, Debug, PartialEq)]
pub struct Bimatrix {
    /// Payoffs of the row player.
    pub row: Vec<Vec<f64>>,
    /// Payoffs of the column player.
    pub column: Vec<Vec<f64>>,
}

/// Probabilities of the row player's and of the column player's actions.
pub type Mixed = (Vec<f64>, Vec<f64>);

/// Steps of λ on the way from 0, where all is even, to the λ asked for.
const PATH_STEPS: u32 = 400;
/// Newton steps at each λ; quadratic convergence needs far fewer.
const NEWTON_STEPS: u32 = 12;

impl Bimatrix {
    /// Expected payoffs of each row action against `column_play`, and of each column action against `row_play`.
    pub fn payoffs(&self, (row_play, column_play): &Mixed) -> Mixed {
        let for_row = self.row.iter().map(|payoffs| dot(payoffs, column_play));
        let for_column = (0..column_play.len()).map(|j| {
            let payoffs = self.column.iter().map(|row| row[j]);
            payoffs.zip(row_play).map(|(u, p)| u * p).sum()
        });
        (for_row.collect(), for_column.collect())
    }

    /// The logit responses to `play` at `precision` λ.
    pub fn responses(&self, play: &Mixed, precision: f64) -> Mixed {
        let (mut row, mut column) = self.payoffs(play);
        for side in [&mut row, &mut column] {
            side.iter_mut().for_each(|u| *u *= precision);
            softmax(side);
        }
        (row, column)
    }

    /// The equilibrium at `precision` λ ≥ 0 on the branch that starts from even play at λ = 0; `None` if the branch
    /// turns back before λ.
    pub fn equilibrium(&self, precision: f64) -> Option<Mixed> {
        let (m, n) = (self.row.len(), self.row[0].len());
        let even = |k: usize| vec![1.0 / k as f64; k];
        let mut play = (even(m), even(n));
        for step in 1..=PATH_STEPS {
            let lambda = precision * f64::from(step) / f64::from(PATH_STEPS);
            for _ in 0..NEWTON_STEPS {
                play = self.newton(&play, lambda)?;
            }
        }
        (self.residual(&play, precision) < 1e-10).then_some(play)
    }

    /// The largest difference between `play` and the responses to it: 0 in equilibrium.
    pub fn residual(&self, play: &Mixed, precision: f64) -> f64 {
        let wanted = self.responses(play, precision);
        let gaps = |a: &[f64], b: &[f64]| {
            let each = a.iter().zip(b).map(|(a, b)| (a - b).abs());
            each.fold(0.0, f64::max)
        };
        gaps(&play.0, &wanted.0).max(gaps(&play.1, &wanted.1))
    }

    /// One Newton step on play − responses(play) = 0.
    fn newton(&self, play: &Mixed, lambda: f64) -> Option<Mixed> {
        let (m, n) = (play.0.len(), play.1.len());
        let (row, column) = self.responses(play, lambda);
        let mut jacobian = vec![vec![0.0; m + n]; m + n];
        let mut gap = Vec::with_capacity(m + n);
        // ∂ softmax_a/∂u_k = s_a(1[a = k] − s_k), so a response moves by s_a λ (U_a − Σ s_k U_k).
        let (row_equations, column_equations) = jacobian.split_at_mut(m);
        for (i, equation) in row_equations.iter_mut().enumerate() {
            equation[i] = 1.0;
            for j in 0..n {
                let mean: f64 = (0..m).map(|k| row[k] * self.row[k][j]).sum();
                equation[m + j] = -lambda * row[i] * (self.row[i][j] - mean);
            }
            gap.push(row[i] - play.0[i]);
        }
        for (j, equation) in column_equations.iter_mut().enumerate() {
            equation[m + j] = 1.0;
            for (i, payoffs) in self.column.iter().enumerate() {
                equation[i] = -lambda * column[j] * (payoffs[j] - dot(payoffs, &column));
            }
            gap.push(column[j] - play.1[j]);
        }
        let change = solve_linear(jacobian, gap)?;
        let moved = |old: &[f64], by: &[f64]| old.iter().zip(by).map(|(a, b)| a + b).collect();
        Some((moved(&play.0, &change[..m]), moved(&play.1, &change[m..])))
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
