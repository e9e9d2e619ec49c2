//! What the market of Brock & Hommes (1998) does in the long run: steady states, bifurcations, chaos.

use super::{Heterogeneity, fundamentalist_excess, next_deviation};
use crate::theory::numeric::root;

type Market = Heterogeneity<f64>;
/// Deviations one, two and three periods ago.
pub type Past = [f64; 3];

/// β* = (1/C) ln(R/(g − R)): the fundamental price is stable below it (R < g < 2R).
pub fn primary(h: Market) -> f64 {
    libm::log(h.gross_return / (h.trend_gain - h.gross_return)) / h.fundamentalist_cost
}

/// m* = 1 − 2R/g: the excess of fundamentalists in a steady state off the fundamental.
pub fn steady_excess(h: Market) -> f64 {
    1.0 - 2.0 * h.gross_return / h.trend_gain
}

/// x* = √([C + (2/β) artanh m*]/(D g (R − 1))) of the pair of steady states ± x*; `None` below β*.
pub fn steady_deviation(h: Market) -> Option<f64> {
    let gain = 2.0 / h.intensity_of_choice * libm::atanh(steady_excess(h));
    let square =
        (h.fundamentalist_cost + gain) / (h.risk_weight * h.trend_gain * (h.gross_return - 1.0));
    (square >= 0.0).then(|| square.sqrt())
}

/// The next deviation.
pub fn next(h: Market, past: Past) -> f64 {
    let [x1, x2, x3] = past;
    next_deviation(h, fundamentalist_excess(h, x1, x2, x3), x1)
}

/// Partial derivatives of the next deviation with respect to the three past ones.
pub fn gradient(h: Market, past: Past) -> Past {
    let [x1, x2, x3] = past;
    let (g, r) = (h.trend_gain, h.gross_return);
    let m = fundamentalist_excess(h, x1, x2, x3);
    let scale = -0.5 * h.intensity_of_choice * h.risk_weight * g * (1.0 - m * m);
    // ∂m/∂x_k, then x = (1 − m)/2 · g x₁/R by the product rule.
    let slope = -0.5 * g * x1 / r * scale;
    [
        0.5 * (1.0 - m) * g / r + slope * x3,
        -slope * x3 * r,
        slope * (x1 - r * x2),
    ]
}

/// Eigenvalues at a steady state: a real one and the other two as a pair.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Eigenvalues {
    /// A real eigenvalue.
    pub real: f64,
    /// Half the sum of the other two.
    pub pair_real: f64,
    /// Product of the other two; their modulus squared if they are complex.
    pub pair_product: f64,
}

impl Eigenvalues {
    /// Imaginary part of the pair; `None` if it is real.
    pub fn pair_imaginary(&self) -> Option<f64> {
        let square = self.pair_product - self.pair_real * self.pair_real;
        (square >= 0.0).then(|| square.sqrt())
    }
}

/// Eigenvalues of the map at the steady state `deviation` (0 or ± x*): roots of λ³ = aλ² + bλ + c.
pub fn eigenvalues(h: Market, deviation: f64) -> Eigenvalues {
    /// No eigenvalue of a market worth looking at is larger.
    const LARGEST: f64 = 1e3;
    let [a, b, c] = gradient(h, [deviation; 3]);
    let cubic = |l: f64| ((l - a) * l - b) * l - c;
    let real = root(cubic, -LARGEST, LARGEST).unwrap_or(0.0);
    // Division by λ − real leaves λ² + (real − a)λ + (real² − a real − b).
    Eigenvalues {
        real,
        pair_real: (a - real) / 2.0,
        pair_product: (real - a) * real - b,
    }
}

/// β**: where the steady states off the fundamental lose stability in a Neimark–Sacker bifurcation; sought between
/// β* and ten times that. `None` if there is none.
pub fn secondary(h: Market) -> Option<f64> {
    /// How far above β* the search begins and ends.
    const SPAN: (f64, f64) = (1.0001, 10.0);
    let beta = primary(h);
    let excess = |intensity: f64| {
        let h = Heterogeneity {
            intensity_of_choice: intensity,
            ..h
        };
        let steady = steady_deviation(h).unwrap_or(0.0);
        let [a, b, c] = gradient(h, [steady; 3]);
        // Jury's third condition for λ³ − aλ² − bλ − c: zero where a pair of roots is on the unit circle.
        1.0 + b + a * c - c * c
    };
    root(excess, beta * SPAN.0, beta * SPAN.1)
}

/// `steps` deviations from a start in which the last three were all `start`.
pub fn path(h: Market, start: f64, steps: usize) -> impl Iterator<Item = f64> {
    let mut past = [start; 3];
    (0..steps).map(move |_| {
        let x = next(h, past);
        past = [x, past[0], past[1]];
        x
    })
}

/// Largest Lyapunov exponent per period over `steps`, after as many steps to settle (Benettin et al. 1980).
pub fn lyapunov(h: Market, start: f64, steps: usize) -> f64 {
    let mut past = [start; 3];
    let mut tangent = [1.0, 0.0, 0.0];
    let mut sum = 0.0;
    for k in 0..2 * steps {
        let slope = gradient(h, past);
        let first: f64 = slope.iter().zip(&tangent).map(|(s, t)| s * t).sum();
        tangent = [first, tangent[0], tangent[1]];
        let length = tangent.iter().map(|t| t * t).sum::<f64>().sqrt();
        tangent = tangent.map(|t| t / length);
        if k >= steps {
            sum += libm::log(length);
        }
        past = [next(h, past), past[0], past[1]];
    }
    sum / steps as f64
}
