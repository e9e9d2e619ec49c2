//! Small numerical methods that several sub-models need: whole powers, a root between bounds, a sample's mean.

/// x^n by repeated squaring; `f64::powi` leaves its precision to the machine.
pub fn whole_power(x: f64, n: u32) -> f64 {
    let (mut result, mut square, mut left) = (1.0, x, n);
    while left > 0 {
        if left & 1 == 1 {
            result *= square;
        }
        square *= square;
        left >>= 1;
    }
    result
}

/// Halvings of an interval; more than a double's 53 bits, because the bounds may differ in magnitude.
const HALVINGS: u32 = 200;

/// A root of `f` between `low` and `high`, to the last bit; `None` unless `f` has opposite signs there.
pub fn root(f: impl Fn(f64) -> f64, low: f64, high: f64) -> Option<f64> {
    let (mut low, mut high) = (low, high);
    let (at_low, at_high) = (f(low), f(high));
    if at_low == 0.0 {
        return Some(low);
    }
    if at_high == 0.0 {
        return Some(high);
    }
    if at_low.is_nan() || at_high.is_nan() || at_low.signum() == at_high.signum() {
        return None;
    }
    for _ in 0..HALVINGS {
        let middle = 0.5 * (low + high);
        if middle <= low || middle >= high {
            break;
        }
        if (f(middle) < 0.0) == (at_low < 0.0) {
            low = middle;
        } else {
            high = middle;
        }
    }
    Some(0.5 * (low + high))
}

/// The argument at which unimodal `f` is smallest between `low` and `high`, by golden section.
///
/// Good to about the square root of the machine's precision, as any method that only compares values.
pub fn minimum(f: impl Fn(f64) -> f64, low: f64, high: f64) -> f64 {
    /// 1/φ, the golden ratio's inverse.
    const GOLDEN: f64 = 0.618_033_988_749_894_9;
    let (mut low, mut high) = (low, high);
    let mut left = high - GOLDEN * (high - low);
    let mut right = low + GOLDEN * (high - low);
    let (mut at_left, mut at_right) = (f(left), f(right));
    for _ in 0..HALVINGS {
        if at_left <= at_right {
            (high, right, at_right) = (right, left, at_left);
            left = high - GOLDEN * (high - low);
            at_left = f(left);
        } else {
            (low, left, at_left) = (left, right, at_right);
            right = low + GOLDEN * (high - low);
            at_right = f(right);
        }
    }
    0.5 * (low + high)
}

/// Running sums of a sample.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sample {
    count: f64,
    mean: f64,
    squares: f64,
}

impl Sample {
    /// Takes in one observation (Welford 1962).
    pub fn push(&mut self, x: f64) {
        self.count += 1.0;
        let from_old = x - self.mean;
        self.mean += from_old / self.count;
        self.squares += from_old * (x - self.mean);
    }

    /// Mean of the observations; 0 without any.
    pub fn mean(&self) -> f64 {
        self.mean
    }

    /// Unbiased variance; NaN with fewer than two observations.
    pub fn variance(&self) -> f64 {
        self.squares / (self.count - 1.0)
    }

    /// Standard error of the mean of independent observations.
    pub fn standard_error(&self) -> f64 {
        (self.variance() / self.count).sqrt()
    }
}

impl FromIterator<f64> for Sample {
    fn from_iter<I: IntoIterator<Item = f64>>(observations: I) -> Self {
        let mut sample = Sample::default();
        for x in observations {
            sample.push(x);
        }
        sample
    }
}

/// Solves `matrix` · x = `right` by elimination with row exchange; `None` if the matrix is singular.
///
/// `matrix` is square, row by row, and of the length of `right`.
pub fn solve_linear(mut matrix: Vec<Vec<f64>>, mut right: Vec<f64>) -> Option<Vec<f64>> {
    let n = right.len();
    for column in 0..n {
        let pivot = (column..n)
            .max_by(|&a, &b| matrix[a][column].abs().total_cmp(&matrix[b][column].abs()))?;
        matrix.swap(column, pivot);
        right.swap(column, pivot);
        let scale = matrix[column][column];
        if scale == 0.0 || !scale.is_finite() {
            return None;
        }
        let (above, below) = matrix.split_at_mut(column + 1);
        for (offset, row) in below.iter_mut().enumerate() {
            let factor = row[column] / scale;
            for (x, pivot) in row.iter_mut().zip(&above[column]).skip(column) {
                *x -= factor * pivot;
            }
            right[column + 1 + offset] -= factor * right[column];
        }
    }
    for row in (0..n).rev() {
        let known: f64 = (row + 1..n).map(|k| matrix[row][k] * right[k]).sum();
        right[row] = (right[row] - known) / matrix[row][row];
    }
    Some(right)
}
