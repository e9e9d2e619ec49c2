//! What the ground floor promises: accuracy against libm, bounds, quantiles.

use super::*;

fn worst(
    values: impl Iterator<Item = f64>,
    lanes: fn(Lanes) -> Lanes,
    exact: fn(f64) -> f64,
) -> f64 {
    values
        .map(|x| {
            let x = f64::from(x as f32);
            let (got, want) = (lanes(Lanes::of(x)).lane(3), exact(x));
            (got - want).abs() / want.abs().max(1.0)
        })
        .fold(0.0, f64::max)
}

#[test]
fn lanes_exp_and_ln_are_within_a_few_units_of_single_precision() {
    let relative = (-8_000..8_000)
        .map(|i| f64::from((i as f32) / 100.0))
        .map(|x| (Lanes::of(x).exp().lane(0) / libm::exp(x) - 1.0).abs())
        .fold(0.0, f64::max);
    assert!(relative < 5e-7, "exp: {relative:e}");
    let ln = worst(
        (1..40_000).map(|i| f64::from(i) / 97.0),
        Real::ln,
        libm::log,
    );
    assert!(ln < 3e-7, "ln: {ln:e}");
    let tanh = worst(
        (-900..900).map(|i| f64::from(i) / 100.0),
        Real::tanh,
        libm::tanh,
    );
    assert!(tanh < 4e-7, "tanh: {tanh:e}");
}

#[test]
fn extremes_stay_finite() {
    for x in [-1e30, -200.0, 0.0, 200.0, 1e30] {
        assert!(Lanes::of(x).exp().lane(0).is_finite());
        assert!(Real::exp(x).is_finite());
        assert!(Lanes::of(x).ln().lane(0).is_finite());
    }
}

/// Values of Python's `statistics.NormalDist().inv_cdf`.
#[test]
fn normal_quantiles() {
    for (u, z) in [
        (0.001, -3.090232306167813),
        (0.025, -1.9599639845400536),
        (0.2, -0.8416212335729142),
        (0.5, 0.0),
        (0.9, 1.2815515655446008),
        (0.999_999, 4.753424308817087),
    ] {
        assert!(
            (normal(u) - z).abs() < 4e-7 * (1.0 + z.abs()),
            "{u}: {} against {z}",
            normal(u)
        );
        let rounded = Lanes::of(u);
        let (lane, z) = (normal(rounded).lane(0), normal(rounded.lane(0)));
        assert!((lane - z).abs() < 4e-6, "{u}: {lane} against {z}");
    }
}

/// Mean and variance of a draw over an even grid of uniforms.
fn moments(draw: impl Fn(f64) -> f64) -> (f64, f64) {
    let n = 20_000;
    let draws: Vec<f64> = (0..n)
        .map(|i| draw((f64::from(i) + 0.5) / f64::from(n)))
        .collect();
    let mean = draws.iter().sum::<f64>() / f64::from(n);
    (
        mean,
        draws.iter().map(|d| (d - mean) * (d - mean)).sum::<f64>() / f64::from(n),
    )
}

#[test]
fn counts_have_the_moments_of_their_distributions() {
    for mean in [0.0, 0.01, 0.7, 5.0, 15.9, 16.1, 40.0, 400.0] {
        let (m, v) = moments(|u| poisson(u, mean));
        assert!(
            (m - mean).abs() < 0.01 + 0.001 * mean,
            "Poisson {mean}: mean {m}"
        );
        assert!(
            (v - mean).abs() < 0.02 + 0.02 * mean,
            "Poisson {mean}: variance {v}"
        );
    }
    for (n, p) in [
        (0.0, 0.3),
        (3.0, 0.09),
        (20.0, 0.5),
        (100.0, 0.18),
        (900.0, 0.02),
    ] {
        let (m, v) = moments(|u| binomial(u, n, &Chance::new(p)));
        assert!(
            (m - n * p).abs() < 0.01 + 0.002 * n * p,
            "binomial {n} {p}: mean {m}"
        );
        assert!(
            (v - n * p * (1.0 - p)).abs() < 0.02 + 0.02 * n * p,
            "binomial {n} {p}: variance {v}"
        );
    }
}

#[test]
fn counts_rise_with_the_quantile_and_never_exceed_the_trials() {
    let mut last = 0.0;
    for i in 1..1_000 {
        let u = f64::from(i) / 1_000.0;
        let n = poisson(u, 30.0);
        assert!(n >= last);
        last = n;
        assert!(binomial(u, 5.0, &Chance::new(0.9)) <= 5.0);
    }
}

#[test]
fn masks_choose_per_lane() {
    let x = Lanes::from_lanes(|k| k as f64);
    let big = x.ge(Lanes::of(4.0));
    assert_eq!(big.bits(), 0b1111_0000);
    assert_eq!(big.pick(x, -x).lane(2), -2.0);
    assert_eq!((!big).as_real().lane(1), 1.0);
    assert_eq!(LaneMask::all_of(true).bits(), 255);
}

/// The machine's instruction and the comparison agree in every bit, also for the two zeros.
#[test]
fn the_smaller_and_the_larger_are_those_of_the_comparison() {
    let values = [-1.5, -0.0, 0.0, 2.5];
    for a in values {
        for b in values {
            let (x, y) = (Lanes::of(a), Lanes::of(b));
            let bits = |v: Lanes| (v.lane(0) as f32).to_bits();
            assert_eq!(
                bits(x.min(y)),
                bits(x.lt(y).pick(x, y)),
                "min of {a} and {b}"
            );
            assert_eq!(
                bits(x.max(y)),
                bits(y.lt(x).pick(x, y)),
                "max of {a} and {b}"
            );
        }
    }
}
