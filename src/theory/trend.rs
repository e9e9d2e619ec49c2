//! Trends: least squares on logarithms, doubling times, and learning curves (Wright 1936, Sahal 1979).

/// A straight line through points by ordinary least squares.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// Value at x = 0.
    pub intercept: f64,
    /// Rise per unit of x.
    pub slope: f64,
    /// R²: share of the variance explained.
    pub explained: f64,
}

impl Line {
    /// The least-squares line through (x, y); `None` without two different x.
    pub fn through(points: &[(f64, f64)]) -> Option<Line> {
        let n = points.len() as f64;
        let mean_x = points.iter().map(|p| p.0).sum::<f64>() / n;
        let mean_y = points.iter().map(|p| p.1).sum::<f64>() / n;
        let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
        for (x, y) in points {
            let (dx, dy) = (x - mean_x, y - mean_y);
            xx += dx * dx;
            xy += dx * dy;
            yy += dy * dy;
        }
        (xx > 0.0).then(|| Line {
            intercept: mean_y - xy / xx * mean_x,
            slope: xy / xx,
            explained: if yy > 0.0 { xy * xy / (xx * yy) } else { 1.0 },
        })
    }

    /// The line through (x, log2 y), y > 0: its slope is in doublings per unit of x.
    pub fn through_doublings(points: &[(f64, f64)]) -> Option<Line> {
        let logs: Vec<_> = points.iter().map(|(x, y)| (*x, libm::log2(*y))).collect();
        Line::through(&logs)
    }

    /// Units of x per doubling, of a line in doublings.
    pub fn doubling_time(&self) -> f64 {
        1.0 / self.slope
    }
}

/// Growth in doublings per year of something that doubles in `days`, the year having 365.25.
pub fn doublings_per_year(days: f64) -> f64 {
    365.25 / days
}

/// Growth per year in natural logarithms between two amounts.
pub fn log_growth(from: f64, to: f64, years: f64) -> f64 {
    libm::log(to / from) / years
}

/// Wright: unit cost c₁Q^−w after cumulative output Q ≥ 1.
pub fn wright_cost(first_cost: f64, output: f64, exponent: f64) -> f64 {
    first_cost * libm::pow(output, -exponent)
}

/// Progress ratio 2^−w: what a doubling of cumulative output leaves of the cost.
pub fn progress_ratio(exponent: f64) -> f64 {
    libm::exp2(-exponent)
}

/// Wright's exponent w of a progress ratio.
pub fn wright_exponent(progress_ratio: f64) -> f64 {
    -libm::log2(progress_ratio)
}

/// Sahal: if cumulative output grows at g, Wright's law makes cost fall at w·g per year, as Moore's law does.
pub fn sahal_rate(exponent: f64, output_growth: f64) -> f64 {
    exponent * output_growth
}
