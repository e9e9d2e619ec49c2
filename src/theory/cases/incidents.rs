//! Cases of incidents and reputation.

use super::{Grade, Sheet, Tolerance};
use crate::num::ScalarStream;
use crate::theory::hawkes::{Process, decayed, excited};
use crate::theory::numeric::Sample;
use crate::theory::reputation::{Record, best};
use crate::theory::{poisson, trend};

/// Seed of this file's simulations.
const SEED: u64 = 5;

pub(super) fn cases(sheet: &mut Sheet) {
    sheet.from("Hawkes (1971), Biometrika 58:83", Grade::D);
    excitation(sheet);
    sheet.from("Garwood (1936), exact Poisson interval", Grade::D);
    counts(sheet);
    sheet.from("Jøsang & Ismail (2002), beta reputation", Grade::D);
    reputation(sheet);
    sheet.from("AI Incident Database, AI Index 2025 and 2026", Grade::V);
    sheet.abs(
        "incidents 149 to 362 in two years, growth per year",
        0.444,
        trend::log_growth(149.0, 362.0, 2.0),
        5e-4,
    );
    sheet.abs(
        "as a factor",
        1.56,
        libm::exp(trend::log_growth(149.0, 362.0, 2.0)),
        5e-3,
    );
}

fn excitation(sheet: &mut Sheet) {
    let process = Process {
        base: 1.0,
        branching: 0.5,
        decay: 2.0,
    };
    sheet.det("rate, μ=1 n=.5", 2.0, process.rate());
    sheet.det("Fano factor, n=.5", 4.0, process.fano());
    let poisson = Process {
        branching: 0.0,
        ..process
    };
    sheet.det(
        "without excitation, mean is variance",
        1.0,
        poisson.fano_within(7.0),
    );
    sheet.det("a moment's Fano factor is 1", 1.0, process.fano_within(0.0));
    sheet.case(
        "200 years are nearly for ever",
        4.0,
        process.fano_within(200.0),
        Tolerance::Rel(0.004),
    );
    // An event's children: n b ∫e^{−bt}dt = n.
    let kick = excited(0.0, 0.5, 2.0, 1.0);
    sheet.det("one event's excitation", 1.0, kick);
    let months = (0..24).fold(kick, |e, _| decayed(e, 2.0, 1.0 / 12.0));
    sheet.det("24 months of decay are two years", libm::exp(-4.0), months);
    let children: f64 = (0..40_000)
        .map(|k| decayed(kick, 2.0, (f64::from(k) + 0.5) / 1e3) / 1e3)
        .sum();
    sheet.num("children per event", 0.5, children);
    many_paths(sheet, process);
}

fn many_paths(sheet: &mut Sheet, process: Process) {
    let mut luck = ScalarStream::seeded(SEED, 0);
    /// Paths, their length and the time before, in years.
    const PATHS: u32 = 1_500;
    const YEARS: f64 = 200.0;
    const BEFORE: f64 = 20.0;
    let counts: Vec<f64> = (0..PATHS)
        .map(|_| process.simulated(BEFORE, YEARS, &mut luck))
        .collect();
    let mean = process.rate() * YEARS;
    sheet.mc(
        "events in 200 years, simulated",
        mean,
        counts.iter().copied().collect(),
    );
    let fano: Sample = counts
        .iter()
        .map(|c| (c - mean) * (c - mean) / mean)
        .collect();
    sheet.mc(
        "Fano factor over 200 years, simulated",
        process.fano_within(YEARS),
        fano,
    );
}

fn counts(sheet: &mut Sheet) {
    let (low, high) = poisson::rate_interval(4, 40.0, 0.95);
    sheet.num(
        "4 leaks in 40 firm-years, lower bound",
        0.027_246_634_340_658_1,
        low,
    );
    sheet.num(
        "4 leaks in 40 firm-years, upper bound",
        0.256_039_716_885_092,
        high,
    );
    let (low, high) = poisson::rate_interval(0, 1.0, 0.95);
    sheet.det("none seen, lower bound", 0.0, low);
    // e^{−λ} = 0.025.
    sheet.num("none seen, upper bound", libm::log(40.0), high);
    sheet.det(
        "P(X ≤ 2), mean 1.5",
        libm::exp(-1.5) * (1.0 + 1.5 + 1.125),
        poisson::at_most(2, 1.5),
    );
    let nested = poisson::rate_interval(12, 10.0, 0.5);
    let wide = poisson::rate_interval(12, 10.0, 0.99);
    sheet.holds(
        "more confidence, wider interval, estimate inside",
        wide.0 < nested.0 && nested.0 < 1.2 && 1.2 < nested.1 && nested.1 < wide.1,
    );
}

fn reputation(sheet: &mut Sheet) {
    let lived = |memory: f64| {
        let good = (0..10).fold(Record::default(), |r, _| r.after(true, memory));
        (0..2)
            .fold(good, |r, _| r.after(false, memory))
            .expectation()
    };
    sheet.det(
        "ten good, then two bad, nothing forgotten",
        11.0 / 14.0,
        lived(1.0),
    );
    sheet.det(
        "ten good, then two bad, λ=.9",
        0.683_947_978_351_643,
        lived(0.9),
    );
    sheet.det("limit of good experience, λ=.9", 11.0 / 12.0, best(0.9));
    let long = (0..500).fold(Record::default(), |r, _| r.after(true, 0.9));
    sheet.det("which 500 good ones reach", best(0.9), long.expectation());
    sheet.det(
        "no experience, even odds",
        0.5,
        Record::default().expectation(),
    );
}
