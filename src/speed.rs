//! The work by which speed is compared, the same on every host: five companies, eight years, two metrics.

use crate::num::Real;
use crate::sim::companies::COMPANIES;
use crate::sim::{Metric, Scenario, Trace, Wish, run_lanes, run_scalar};

/// Years and companies of the compared runs.
const YEARS: u32 = 8;
const COMPANIES_RACING: usize = 5;
/// What is recorded: few metrics, so that the model is measured and not its recording.
const METRICS: &[Metric] = &[Metric::Valuation, Metric::DeveloperShare];

/// Runs at least `futures` futures eight at a time; returns a sum over them, which depends on all.
pub fn lanes(futures: u32) -> f64 {
    lanes_of(futures, YEARS, COMPANIES_RACING)
}

/// The same for other lengths and numbers of companies: how cost grows.
pub fn lanes_of(futures: u32, years: u32, companies: usize) -> f64 {
    work(futures, years, companies, run_lanes)
}

/// Runs `futures` futures one at a time, in double precision; returns a sum over them.
pub fn scalar(futures: u32) -> f64 {
    work(futures, YEARS, COMPANIES_RACING, run_scalar)
}

fn work<R: Real>(
    futures: u32,
    years: u32,
    companies: usize,
    run: impl Fn(&Scenario, u32, &Wish) -> Trace<R>,
) -> f64 {
    let mut scenario = Scenario::named("baseline").unwrap_or_default();
    let racing: Vec<&str> = COMPANIES[..companies].iter().map(|c| c.id).collect();
    scenario.set("companies", &racing.join(","));
    scenario.years = years;
    let wish = Wish::of(METRICS);
    let mut sum = 0.0;
    for first_future in (0..futures).step_by(R::LANES) {
        let trace = run(&scenario, first_future, &wish);
        sum += trace.values().last().map_or(0.0, |value| value.lane(0));
    }
    sum
}
