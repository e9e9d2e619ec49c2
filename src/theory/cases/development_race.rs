//! Cases of the development race with safe and unsafe firms (DSAIR).

use super::{Grade, Sheet};
use crate::theory::dsair::{Dsair, Strategy, early_thresholds, late_thresholds};
use crate::theory::finite_population::Population;

pub(super) fn cases(sheet: &mut Sheet) {
    sheet.from("Han, Pereira, Santos & Lenaerts (2020), JAIR 69", Grade::D);
    thresholds(sheet);
    payoffs(sheet);
    evolution(sheet);
    long_run(sheet);
}

/// The parameters of the paper's figures, with the given rounds, detection and risk.
fn figure(rounds: f64, found_out: f64, risk: f64) -> Dsair {
    Dsair {
        benefit: 4.0,
        cost: 1.0,
        speed: 1.5,
        prize: 1e4,
        rounds,
        found_out,
        risk,
    }
}

fn thresholds(sheet: &mut Sheet) {
    let (collective, dominance) = early_thresholds(1.5);
    sheet.det("early race, collective threshold", 1.0 / 3.0, collective);
    sheet.det("early race, risk-dominance threshold", 7.0 / 9.0, dominance);
    let (collective, dominance) = late_thresholds(4.0, 1.0, 1.5);
    sheet.det("late race, collective threshold", 0.5, collective);
    sheet.det("late race, risk-dominance threshold", 7.0 / 11.0, dominance);
    for (rounds, collective, dominance) in [
        (10.0, 0.333_776_595_744_681, 0.777_501_774_308_02),
        (100.0, 0.337_662_337_662_338, 0.775_065_387_968_614),
        (1e6, 0.499_377_334_993_773, 0.637_083_097_795_365),
    ] {
        let race = figure(rounds, 0.0, 0.0);
        sheet.det(
            format!("collective threshold, W={rounds}"),
            collective,
            race.collective_threshold(),
        );
        sheet.det(
            format!("risk-dominance threshold, W={rounds}"),
            dominance,
            race.risk_dominance_threshold(),
        );
    }
    // At the thresholds themselves the payoffs that define them are equal.
    let mut race = figure(100.0, 0.5, 0.0);
    race.risk = race.collective_threshold();
    let table = race.payoffs();
    sheet.det(
        "at the collective threshold AS earns what AU earns",
        table[0][0],
        table[1][1],
    );
    race.risk = figure(100.0, 0.5, 0.0).risk_dominance_threshold();
    let table = race.payoffs();
    sheet.det(
        "at the risk-dominance threshold the sums are equal",
        table[0][0] + table[0][1],
        table[1][0] + table[1][1],
    );
}

fn payoffs(sheet: &mut Sheet) {
    let expected = [
        [51.0, 1.8, 51.0],
        [60.48, 30.6, 60.5982],
        [51.0, 1.5045, 51.0],
    ];
    let ours = figure(100.0, 0.5, 0.6).payoffs();
    let names = ["AS", "AU", "CS"];
    for row in 0..3 {
        for column in 0..3 {
            sheet.det(
                format!("payoff of {} against {}", names[row], names[column]),
                expected[row][column],
                ours[row][column],
            );
        }
    }
}

fn evolution(sheet: &mut Sheet) {
    let (safe, unsafe_) = (
        Strategy::AlwaysSafe as usize,
        Strategy::AlwaysUnsafe as usize,
    );
    let population = Population {
        size: 100,
        intensity: 0.01,
    };
    let payoffs = figure(100.0, 0.5, 0.6).payoffs();
    sheet.det(
        "one AU takes over 99 AS",
        0.107_897_330_470_008,
        population.fixation(&payoffs, unsafe_, safe),
    );
    sheet.det(
        "one AS takes over 99 AU",
        4.285_665_212_557_02e-10,
        population.fixation(&payoffs, safe, unsafe_),
    );
    let neutral = Population {
        intensity: 0.0,
        ..population
    };
    sheet.det(
        "neutral drift fixes 1/Z",
        0.01,
        neutral.fixation(&payoffs, safe, unsafe_),
    );
    let strong = Population {
        intensity: 1.0,
        ..population
    };
    let ln = strong.ln_fixation(&payoffs, safe, unsafe_);
    sheet.holds(
        "a fixation too rare for a double has a logarithm",
        ln < -1_500.0 && ln.is_finite(),
    );
}

fn long_run(sheet: &mut Sheet) {
    let population = Population {
        size: 100,
        intensity: 0.01,
    };
    for (risk, name, expected) in [
        (
            0.75,
            ".75",
            [
                0.072_729_544_590_102,
                0.855_514_668_589_182,
                0.071_755_786_820_716_1,
            ],
        ),
        (
            7.0 / 9.0,
            "7/9",
            [
                0.398_699_543_419_863,
                0.203_612_734_604_798,
                0.397_687_721_975_34,
            ],
        ),
    ] {
        let shares = population.stationary(&figure(100.0, 0.5, risk).payoffs());
        for ((strategy, expected), ours) in ["AS", "AU", "CS"].iter().zip(expected).zip(shares) {
            sheet.det(
                format!("stationary share of {strategy}, p_r={name}"),
                expected,
                ours,
            );
        }
    }
}
