//! What many futures say of one number: the mean, and how far chance may have moved it.

/// Mean and its standard error, from the sample variance; both 0 for no value, and no error for one.
pub fn mean_and_error(values: impl Iterator<Item = f64> + Clone) -> (f64, f64) {
    let n = values.clone().count().max(1) as f64;
    let mean = values.clone().sum::<f64>() / n;
    let squares = values.map(|v| (v - mean) * (v - mean)).sum::<f64>();
    (mean, (squares / (n * (n - 1.0).max(1.0))).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_error_is_that_of_the_sample() {
        // Deviations −1, 0, 1: sample variance 1, over three values.
        let (mean, error) = mean_and_error([1.0, 2.0, 3.0].into_iter());
        assert_eq!(mean, 2.0);
        assert!((error * error - 1.0 / 3.0).abs() < 1e-12);
        assert_eq!(mean_and_error([5.0].into_iter()), (5.0, 0.0));
        assert_eq!(mean_and_error([].into_iter()), (0.0, 0.0));
    }
}
