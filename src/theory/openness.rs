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

/// An openness race between n firms.
#[derive(Clone, Debug, PartialEq)]
pub struct OpennessRace {
    /// s_i: performance of each firm if nobody opens.
    pub strength: Vec<f64>,
    /// g_i: what a firm gains from its own community when it opens fully.
    pub community: Vec<f64>,
    /// δ_{ij}, `spillover[i][j]`: what j gains when i opens fully; the diagonal is ignored.
    pub spillover: Vec<Vec<f64>>,
}

/// The smallest advantage that counts as one: equilibria may hang on exact ties. Numerical.
const INDIFFERENT: f64 = 1e-12;

impl OpennessRace {
    /// p_i for the degrees of openness `open`.
    pub fn performance(&self, open: &[f64], firm: usize) -> f64 {
        let received: f64 = (0..open.len())
            .filter(|&j| j != firm)
            .map(|j| self.spillover[j][firm] * open[j])
            .sum();
        self.strength[firm] + self.community[firm] * open[firm] + received
    }

    /// u_i = p_i − max_{j≠i} p_j; +∞ without rivals.
    pub fn utility(&self, open: &[f64], firm: usize) -> f64 {
        let best_rival = (0..open.len())
            .filter(|&j| j != firm)
            .map(|j| self.performance(open, j))
            .fold(f64::NEG_INFINITY, f64::max);
        self.performance(open, firm) - best_rival
    }

    /// The degree of openness in 0…1 that maximises u_i, and that maximum.
    ///
    /// u_i is the least of affine functions of x_i, so the best lies at an end or where two of them cross.
    pub fn best_response(&self, open: &[f64], firm: usize) -> (f64, f64) {
        let mut trial = open.to_vec();
        trial[firm] = 0.0;
        let own = self.performance(&trial, firm);
        let lines: Vec<(f64, f64)> = (0..open.len())
            .filter(|&j| j != firm)
            .map(|j| {
                let lead = own - self.performance(&trial, j);
                (
                    lead,
                    open_gain(self.community[firm], self.spillover[firm][j]),
                )
            })
            .collect();
        let mut candidates = vec![0.0, 1.0];
        for (k, a) in lines.iter().enumerate() {
            for b in &lines[k + 1..] {
                let crossing = (b.0 - a.0) / (a.1 - b.1);
                if crossing > 0.0 && crossing < 1.0 {
                    candidates.push(crossing);
                }
            }
        }
        let utility = |x: f64| {
            let leads = lines.iter().map(|(lead, slope)| lead + slope * x);
            leads.fold(f64::INFINITY, f64::min)
        };
        let mut best = (0.0, utility(0.0));
        for x in candidates {
            let u = utility(x);
            if u > best.1 + INDIFFERENT {
                best = (x, u);
            }
        }
        best
    }

    /// The most any firm could gain by another degree of openness in 0…1: 0 at a continuous Nash equilibrium.
    pub fn regret(&self, open: &[f64]) -> f64 {
        let gains =
            (0..open.len()).map(|firm| self.best_response(open, firm).1 - self.utility(open, firm));
        gains.fold(0.0, f64::max)
    }

    /// A continuous Nash equilibrium found by best responses in turn, from all closed; `None` if `rounds` do not settle.
    ///
    /// One always exists (Debreu, Glicksberg & Fan, for concave utilities), but best responses need not lead there.
    pub fn settled(&self, rounds: u32) -> Option<Vec<f64>> {
        let mut open = vec![0.0; self.strength.len()];
        for _ in 0..rounds {
            if self.regret(&open) <= INDIFFERENT {
                return Some(open);
            }
            for firm in 0..open.len() {
                open[firm] = self.best_response(&open, firm).0;
            }
        }
        None
    }

    /// Whether no firm gains by switching between closed (0) and open (1).
    pub fn is_discrete_equilibrium(&self, open: &[f64]) -> bool {
        (0..open.len()).all(|firm| {
            let mut other = open.to_vec();
            other[firm] = 1.0 - open[firm];
            self.utility(&other, firm) <= self.utility(open, firm) + INDIFFERENT
        })
    }

    /// Every pure equilibrium of the closed-or-open game, by trying all 2ⁿ profiles.
    pub fn discrete_equilibria(&self) -> Vec<Vec<f64>> {
        let n = self.strength.len();
        (0..1_u32 << n)
            .map(|bits| (0..n).map(|i| f64::from((bits >> i) & 1)).collect())
            .filter(|open: &Vec<f64>| self.is_discrete_equilibrium(open))
            .collect()
    }
}
