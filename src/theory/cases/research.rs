//! Cases of R&D: spillovers, patent races, firm sizes and step-by-step races.

use super::{Grade, Sheet};
use crate::num::ScalarStream;
use crate::theory::patent_race::{
    PatentRace, expected_time, firm_size_probability, first_probabilities,
};
use crate::theory::spillovers::SpilloverDuopoly;
use crate::theory::step_by_step::StepRace;

/// Seed of this file's simulations.
const SEED: u64 = 2;

pub(super) fn cases(sheet: &mut Sheet) {
    sheet.from("d'Aspremont & Jacquemin (1988), AER 78:1133", Grade::D);
    spillovers(sheet);
    rivalry(sheet);
    sheet.from("Lee & Wilde (1980), QJE 94:429", Grade::D);
    lee_wilde(sheet);
    sheet.from("Loury (1979), QJE 93:395", Grade::D);
    loury(sheet);
    sheet.from("Klette & Kortum (2004), JPE 112:986", Grade::M);
    firm_sizes(sheet);
    sheet.from(
        "Aghion, Bloom, Blundell, Griffith & Howitt (2005), QJE 120:701",
        Grade::D,
    );
    steps(sheet);
    chosen_steps(sheet);
}

fn duopoly(spillover: f64) -> SpilloverDuopoly {
    SpilloverDuopoly {
        margin: 10.0,
        slope: 1.0,
        research_cost: 5.0,
        spillover,
    }
}

fn spillovers(sheet: &mut Sheet) {
    for (beta, rivalry, output, joint, cartel, social) in [
        (
            0.0,
            40.0 / 41.0,
            300.0 / 41.0,
            20.0 / 43.0,
            10.0 / 19.0,
            10.0 / 9.0,
        ),
        (
            0.5,
            20.0 / 27.0,
            200.0 / 27.0,
            20.0 / 27.0,
            60.0 / 71.0,
            60.0 / 31.0,
        ),
        (
            1.0,
            20.0 / 41.0,
            300.0 / 41.0,
            40.0 / 37.0,
            1.25,
            10.0 / 3.0,
        ),
    ] {
        let d = duopoly(beta);
        sheet.det(format!("x* of rivals, β={beta}"), rivalry, d.rivalry());
        sheet.det(
            format!("Q* of rivals, β={beta}"),
            output,
            d.rivalry_output(),
        );
        sheet.det(
            format!("x of joint research, β={beta}"),
            joint,
            d.joint_research(),
        );
        sheet.det(format!("x of the cartel, β={beta}"), cartel, d.cartel());
        sheet.det(format!("x of society, β={beta}"), social, d.social());
    }
}

fn rivalry(sheet: &mut Sheet) {
    let d = duopoly(0.3);
    let settled = (0..200).fold(0.0, |x, _| d.best_response(x));
    sheet.num(
        "iterated best response, β=.3",
        0.837_851_158_206_013,
        settled,
    );
    let at = d.rivalry();
    let best = (0..=400).map(|k| d.profit(at * f64::from(k) / 200.0, at));
    let gain = best.fold(0.0, |most: f64, v| most.max(v - d.profit(at, at)));
    sheet.abs("no gain from deviating, β=.3", 0.0, gain, 1e-12);
    let sign = (0..=10).all(|k| {
        let d = duopoly(f64::from(k) / 10.0);
        (d.joint_research() - d.rivalry()) * (f64::from(k) - 5.0) >= 0.0
    });
    sheet.holds("cooperation raises research if and only if β > ½", sign);
    sheet.holds(
        "stable at γ=5, unstable at γ=.5",
        d.is_stable() && {
            let cheap = SpilloverDuopoly {
                research_cost: 0.5,
                ..d
            };
            !cheap.is_stable()
        },
    );
}

fn patents(firms: u32) -> PatentRace {
    PatentRace {
        prize: 10.0,
        productivity: 0.5,
        discount: 0.1,
        firms,
    }
}

fn lee_wilde(sheet: &mut Sheet) {
    for (n, effort, time) in [
        (1, 0.672_078_438_912_577, 2.439_607_805_437_11),
        (2, 2.980_498_404_997_44, 0.579_236_009_777_594),
        (3, 4.076_587_872_492_6, 0.330_187_278_632_994),
        (5, 4.962_450_452_506_19, 0.179_560_952_102_066),
        (8, 5.453_229_432_991_31, 0.107_056_520_397_726),
    ] {
        let race = patents(n);
        let x = race.flow_effort();
        sheet.num(format!("effort, n={n}"), effort, x);
        sheet.num(format!("E[T], n={n}"), time, race.time_at(x));
        let rivals = f64::from(n - 1) * race.hazard(x);
        sheet.det(
            format!("effort is its own best response, n={n}"),
            x,
            race.flow_best_response(rivals),
        );
    }
    for n in [3, 5] {
        let race = patents(n);
        let settled = (0..500).fold(1.0, |x: f64, _| {
            let answer = race.flow_best_response(f64::from(n - 1) * race.hazard(x));
            0.5 * (x + answer)
        });
        sheet.num(
            format!("iterated best response, n={n}"),
            race.flow_effort(),
            settled,
        );
    }
    let rises = (1..20).all(|n| patents(n + 1).flow_effort() > patents(n).flow_effort());
    sheet.holds("flow effort rises with the number of firms", rises);
    let hazards = [0.5, 1.0, 2.5];
    sheet.det(
        "P(first) of the fastest of three",
        0.625,
        first_probabilities(&hazards)[2],
    );
    sheet.det("E[T] of three", 0.25, expected_time(&hazards));
}

fn loury(sheet: &mut Sheet) {
    for (n, effort) in [
        (1, 0.759_177_101_625_256),
        (2, 1.241_521_796_728_85),
        (5, 0.773_520_377_068_558),
    ] {
        sheet.num(
            format!("sunk effort, n={n}"),
            effort,
            patents(n).sunk_effort(),
        );
    }
    let falls = (2..20).all(|n| patents(n + 1).sunk_effort() < patents(n).sunk_effort());
    sheet.holds("sunk effort per firm falls from two firms on", falls);
    let sooner = (1..20).all(|n| {
        let time = |n| patents(n).time_at(patents(n).sunk_effort());
        time(n + 1) < time(n)
    });
    sheet.holds("yet the first success comes sooner", sooner);
}

fn firm_sizes(sheet: &mut Sheet) {
    let q = 0.8;
    let (mut total, mut mean) = (0.0, 0.0);
    for lines in 1..400 {
        let p = firm_size_probability(q, lines);
        total += p;
        mean += p * f64::from(lines);
    }
    sheet.det("probabilities of firm sizes sum to one, q=.8", 1.0, total);
    // q/((1 − q) ln(1/(1 − q))).
    sheet.det(
        "mean number of product lines, q=.8",
        4.0 / libm::log(5.0),
        mean,
    );
}

fn steps(sheet: &mut Sheet) {
    let mut luck = ScalarStream::seeded(SEED, 0);
    for (level, laggard, catch_up, share, rate) in [
        (0.3, 0.2, 0.1, 1.0 / 3.0, 0.4),
        (0.5, 0.1, 0.05, 3.0 / 23.0, 6.0 / 23.0),
        (1.0, 0.5, 0.2, 7.0 / 27.0, 28.0 / 27.0),
    ] {
        let race = StepRace {
            level,
            laggard,
            catch_up,
        };
        let of = format!("n₀={level} n₋₁={laggard} h={catch_up}");
        sheet.det(format!("μ₀, {of}"), share, race.level_share());
        sheet.det(format!("I, {of}"), rate, race.aggregate_rate());
        sheet.mc(
            format!("μ₀ simulated, residual, {of}"),
            0.0,
            race.simulated_residual(20_000, &mut luck),
        );
    }
    let leaky = |catch_up| StepRace {
        level: 0.5,
        laggard: 0.1,
        catch_up,
    };
    sheet.holds(
        "a hazard of leaks shortens leads",
        (0..20).all(|k| {
            let h = f64::from(k) / 10.0;
            leaky(h + 0.1).lead_duration() < leaky(h).lead_duration()
                && leaky(h + 0.1).level_share() > leaky(h).level_share()
        }),
    );
}

fn chosen_steps(sheet: &mut Sheet) {
    let chosen = StepRace::chosen(1.0, 0.7, 0.1, 0.0);
    // n₀²/2 + h n₀ = Δπ₁ and n₋₁²/2 + (h + n₀)n₋₁ − n₀²/2 = (1 − Δ)π₁.
    let (n, b) = (chosen.level, chosen.laggard);
    sheet.det(
        "chosen n₀ solves its Bellman equation",
        0.7,
        n * n / 2.0 + 0.1 * n,
    );
    sheet.det(
        "chosen n₋₁ solves its Bellman equation",
        0.3,
        b * b / 2.0 + (0.1 + n) * b - n * n / 2.0,
    );
    let pace = |competition| StepRace::chosen(1.0, competition, 0.1, 0.0);
    let schumpeter = (10..20).all(|k| {
        let at = |k: i32| pace(f64::from(k) / 20.0);
        at(k + 1).laggard < at(k).laggard && at(k + 1).level > at(k).level
    });
    sheet.holds(
        "competition spurs level firms and discourages laggards",
        schumpeter,
    );
}
