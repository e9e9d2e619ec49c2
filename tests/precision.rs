//! How far results hang on what should not matter: the number type, the length of a step, the names of companies.

use after_the_leak::num::{Lanes, Real};
use after_the_leak::sim::metrics::Metric;
use after_the_leak::sim::presets::PRESETS;
use after_the_leak::sim::{Scenario, Wish, run};
use after_the_leak::study::ensemble::quantile;

const FUTURES: u32 = 512;

/// Values of a metric at the end, sorted, over [`FUTURES`] futures.
fn at_end<R: Real>(scenario: &Scenario, metric: Metric, i: usize, parts: u32) -> Vec<f32> {
    let mut wish = Wish::of(&[metric]);
    wish.parts = parts;
    let mut values: Vec<f32> = (0..FUTURES / R::LANES as u32)
        .flat_map(|batch| {
            let trace = run::<R>(scenario, batch * R::LANES as u32, &wish);
            let last = *trace
                .series(metric, i)
                .expect("recorded")
                .last()
                .expect("a sample");
            (0..R::LANES).map(move |k| last.lane(k) as f32)
        })
        .collect();
    values.sort_unstable_by(f32::total_cmp);
    values
}

fn mean(values: &[f32]) -> f64 {
    values.iter().map(|v| f64::from(*v)).sum::<f64>() / values.len() as f64
}

/// The futures of the lanes are the futures of double precision: same luck, other rounding. A count that falls on
/// the other side of a draw moves one future; the bound is about the Monte Carlo error of an outer quantile of
/// this many futures, so that rounding is never what limits a figure.
#[test]
fn single_precision_moves_headline_quantiles_by_less_than_the_bound() {
    let headline = [
        // (metric, company, bound relative to the spread between the 5 % and 95 % quantiles)
        (Metric::Valuation, 0, 0.03),
        (Metric::DeveloperShare, 0, 0.03),
        (Metric::BestHorizon, 0, 0.03),
        (Metric::IndustryRevenue, 0, 0.03),
        (Metric::AllSevere, 0, 0.1),
    ];
    for (place, preset) in PRESETS.iter().enumerate() {
        let scenario = Scenario::preset(place);
        for (metric, i, bound) in headline {
            let (wide, single) = (
                at_end::<f64>(&scenario, metric, i, 1),
                at_end::<Lanes>(&scenario, metric, i, 1),
            );
            let spread = quantile(&wide, 0.95) - quantile(&wide, 0.05);
            for level in [0.05, 0.5, 0.95] {
                let (a, b) = (quantile(&wide, level), quantile(&single, level));
                let off = (a - b).abs() / spread.max(1e-3);
                println!(
                    "{:24} {metric:?} {level}: f64 {a:.4} lanes {b:.4} off by {off:.4} of the spread",
                    preset.id
                );
                assert!(
                    off <= bound,
                    "{}: {metric:?} at {level}: {a} against {b}",
                    preset.id
                );
            }
        }
    }
}

/// Fact 12 of the literature base: weekly against monthly steps, with the bounds of the numpy reference.
#[test]
fn weekly_and_monthly_steps_agree() {
    let mut scenario = Scenario::named("baseline").expect("a preset");
    scenario.set("years", "8");
    let pair = |metric, i| {
        let (month, week) = (
            at_end::<Lanes>(&scenario, metric, i, 1),
            at_end::<Lanes>(&scenario, metric, i, 4),
        );
        let (month, week) = (mean(&month), mean(&week));
        println!("{metric:?} of {i}: monthly {month:.5} weekly {week:.5}");
        (month, week)
    };
    for metric in [
        Metric::AdoptionSoftware,
        Metric::AdoptionService,
        Metric::AdoptionContent,
        Metric::AdoptionPersonal,
    ] {
        let (month, week) = pair(metric, 0);
        assert!((month - week).abs() < 0.005, "{metric:?}");
    }
    for i in 0..5 {
        let (month, week) = pair(Metric::Laboratory, i);
        assert!((month / week - 1.0).abs() < 0.015, "capability of {i}");
    }
    let (month, week) = pair(Metric::AllSevere, 0);
    assert!((month / week - 1.0).abs() < 0.09, "severe incidents");
}

/// Neutrality: equal companies have equal prospects, whatever their place in the table.
#[test]
fn equal_companies_have_equal_prospects() {
    let mut scenario = Scenario::named("baseline").expect("a preset");
    let same = scenario.companies[1].start;
    for c in &mut scenario.companies {
        c.start = same;
    }
    let n = f64::from(FUTURES);
    for metric in [Metric::DeveloperShare, Metric::UserShare] {
        let fifth = 1.0 / scenario.companies.len() as f64;
        for i in 0..scenario.companies.len() {
            let values = at_end::<Lanes>(&scenario, metric, i, 1);
            let m = mean(&values);
            let variance = values
                .iter()
                .map(|v| (f64::from(*v) - m) * (f64::from(*v) - m))
                .sum::<f64>()
                / n;
            let error = (variance / n).sqrt();
            assert!(
                (m - fifth).abs() < 4.0 * error,
                "{metric:?} of {i}: {m} ± {error}"
            );
        }
    }
}

/// Relabelling: companies keep their luck (it is keyed by who they are), so their order permutes the outputs.
#[test]
fn the_order_of_companies_does_not_matter() {
    let scenario = Scenario::named("baseline").expect("a preset");
    let mut reordered = scenario.clone();
    reordered.companies.rotate_left(2);
    for archetype in 0..5 {
        let (i, j) = (
            scenario.place_of(archetype).expect("races"),
            reordered.place_of(archetype).expect("races"),
        );
        let (a, b) = (
            at_end::<f64>(&scenario, Metric::Laboratory, i, 1),
            at_end::<f64>(&reordered, Metric::Laboratory, j, 1),
        );
        let worst = a
            .iter()
            .zip(&b)
            .map(|(x, y)| (x - y).abs())
            .fold(0.0, f32::max);
        assert!(worst < 1e-3, "company {archetype}: {worst}");
    }
}
