//! Exact sample quantiles, found without sorting everything.

/// The quantiles a fan shows.
pub const LEVELS: [f32; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];

/// Exact sample quantiles of one series: one value per sample (the start, then each month).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Quantiles {
    pub p05: Vec<f32>,
    pub p25: Vec<f32>,
    pub p50: Vec<f32>,
    pub p75: Vec<f32>,
    pub p95: Vec<f32>,
}

impl Quantiles {
    /// Adds the quantiles of the next sample from the values of all futures, which change their order.
    pub fn push(&mut self, values: &mut [f32]) {
        let [a, b, c, d, e] = spread(values);
        self.p05.push(a);
        self.p25.push(b);
        self.p50.push(c);
        self.p75.push(d);
        self.p95.push(e);
    }

    /// So many samples have been added.
    pub fn samples(&self) -> usize {
        self.p50.len()
    }
}

/// The quantiles at [`LEVELS`]: the same bits as [`quantile`] of the sorted values.
pub fn spread(values: &mut [f32]) -> [f32; 5] {
    let Some(last) = values.len().checked_sub(1) else {
        return [f32::NAN; 5];
    };
    let mut ranks = [0; 2 * LEVELS.len()];
    for (pair, level) in ranks.chunks_exact_mut(2).zip(LEVELS) {
        let below = position(level, last).floor() as usize;
        pair.copy_from_slice(&[below, (below + 1).min(last)]);
    }
    // Those of neighbouring levels cross where there are few values.
    ranks.sort_unstable();
    place(values, 0, &ranks);
    LEVELS.map(|level| quantile(values, level))
}

/// The median of at least one value: the same bits as [`quantile`] of the sorted values.
pub fn median(values: &mut [f32]) -> f32 {
    const HALF: f32 = 0.5;
    let last = values.len() - 1;
    let below = position(HALF, last).floor() as usize;
    place(values, 0, &[below, (below + 1).min(last)]);
    quantile(values, HALF)
}

/// Puts what belongs there at each of the given places, in rising order, of the sorted values; `from` is the
/// place of the first value.
fn place(values: &mut [f32], from: usize, ranks: &[usize]) {
    let Some(rank) = ranks.get(ranks.len() / 2).copied() else {
        return;
    };
    let (before, _, after) = values.select_nth_unstable_by(rank - from, f32::total_cmp);
    let lower = ranks.partition_point(|r| *r < rank);
    let upper = ranks.partition_point(|r| *r <= rank);
    place(before, from, &ranks[..lower]);
    place(after, rank + 1, &ranks[upper..]);
}

/// Where a quantile lies among sorted values, counted from 0.
fn position(level: f32, last: usize) -> f32 {
    level * last as f32
}

/// The quantile of sorted values, between neighbours by a straight line (type 7 of Hyndman & Fan 1996).
pub fn quantile(sorted: &[f32], level: f32) -> f32 {
    let Some(last) = sorted.len().checked_sub(1) else {
        return f32::NAN;
    };
    let position = position(level, last);
    let below = position.floor();
    let k = below as usize;
    let (low, high) = (sorted[k], sorted[(k + 1).min(last)]);
    low + (high - low) * (position - below)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::num::mix;

    #[test]
    fn quantiles_lie_between_neighbours() {
        let sorted = [1.0, 2.0, 3.0, 4.0, 5.0];
        assert_eq!(quantile(&sorted, 0.5), 3.0);
        assert_eq!(quantile(&sorted, 0.0), 1.0);
        assert_eq!(quantile(&sorted, 1.0), 5.0);
        assert!((quantile(&sorted, 0.05) - 1.2).abs() < 1e-6);
        assert!(quantile(&[], 0.5).is_nan());
    }

    #[test]
    fn selecting_gives_the_same_bits_as_sorting() {
        for n in (1..70).chain([255, 256, 1000, 1001]) {
            // Few distinct values every third time, as counts have.
            let value = |k: u64| match n % 3 {
                0 => (mix(k) % 5) as f32,
                _ => (mix(k ^ n) % 100_003) as f32 * 0.37 - 9.0,
            };
            let values: Vec<f32> = (0..n).map(value).collect();
            let mut sorted = values.clone();
            sorted.sort_unstable_by(f32::total_cmp);
            let expected = LEVELS.map(|level| quantile(&sorted, level));
            assert_eq!(spread(&mut values.clone()), expected, "{n} values");
            assert_eq!(median(&mut values.clone()), expected[2], "{n} values");
        }
        assert!(spread(&mut []).iter().all(|q| q.is_nan()));
    }
}
