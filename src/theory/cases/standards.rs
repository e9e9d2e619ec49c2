//! Cases of standards: crowds, tipping, speeds of transition, lock-in and urns.

use super::{Grade, Sheet};
use crate::num::ScalarStream;
use crate::theory::brock_durlauf::{Crowd, critical_field};
use crate::theory::numeric::Sample;
use crate::theory::urn::{LockIn, Urn};
use crate::theory::{choice, tipping};

/// Seed of this file's simulations.
const SEED: u64 = 3;

pub(super) fn cases(sheet: &mut Sheet) {
    sheet.from("Brock & Durlauf (2001), RES 68:235", Grade::D);
    crowds(sheet);
    sheet.from(
        "Mean-field Potts model; Anderson, de Palma & Thisse (1992) for the logit",
        Grade::D,
    );
    standards(sheet);
    sheet.from(
        "Share transitions of frameworks and platforms, see “Back-casts”",
        Grade::D,
    );
    speeds(sheet);
    sheet.from("Arthur (1989), EJ 99:116; Pólya (1930)", Grade::D);
    lock_in(sheet);
    urns(sheet);
}

fn crowds(sheet: &mut Sheet) {
    for (interaction, mean, field) in [
        (1.2, 0.658_569_660_405_754, 0.056_390_585_311_353_1),
        (1.5, 0.858_559_636_640_11, 0.207_546_455_322_03),
        (2.0, 0.957_504_024_077_269, 0.532_839_975_353_552),
        (3.0, 0.994_901_528_452_629, 1.303_273_908_002_59),
    ] {
        let crowd = |field| Crowd { field, interaction };
        let free = crowd(0.0).equilibria();
        sheet.num(
            format!("m of a crowd without lean, J={interaction}"),
            mean,
            *free.last().unwrap_or(&0.0),
        );
        sheet.det(
            format!("H*, J={interaction}"),
            field,
            critical_field(interaction),
        );
        let below = crowd(0.999 * field).equilibria().len();
        let above = crowd(1.001 * field).equilibria().len();
        sheet.holds(
            format!("three equilibria just inside H*, one outside, J={interaction}"),
            (below, above) == (3, 1),
        );
        let stable: Vec<bool> = free.iter().map(|m| crowd(0.0).is_stable(*m)).collect();
        sheet.holds(
            format!("the outer two are stable, J={interaction}"),
            stable == [true, false, true],
        );
    }
    let weak = Crowd {
        field: 0.3,
        interaction: 0.9,
    };
    let only = weak.equilibria();
    sheet.holds(
        "one equilibrium for J ≤ 1",
        only.len() == 1 && weak.is_stable(only[0]),
    );
    sheet.abs(
        "which solves m = tanh(h + Jm)",
        libm::tanh(0.3 + 0.9 * only[0]),
        only[0],
        1e-12,
    );
}

fn standards(sheet: &mut Sheet) {
    for (platforms, spinodal, share, coexistence) in [
        (
            3,
            2.745_643_576_732_72,
            0.584_800_418_179_627,
            2.772_588_722_239_78,
        ),
        (
            4,
            3.218_741_088_336_96,
            0.630_344_336_788_716,
            3.295_836_866_004_33,
        ),
    ] {
        let (strength, at) = tipping::spinodal(platforms);
        sheet.num(format!("spinodal θ, K={platforms}"), spinodal, strength);
        sheet.num(
            format!("leader's share at the spinodal, K={platforms}"),
            share,
            at,
        );
        sheet.det(
            format!("coexistence θ_P, K={platforms}"),
            coexistence,
            tipping::coexistence(platforms),
        );
        let k = f64::from(platforms);
        let ordered = tipping::ordered_share(platforms, coexistence);
        sheet.num(
            format!("ordered share at θ_P is (K−1)/K, K={platforms}"),
            (k - 1.0) / k,
            ordered.unwrap_or(0.0),
        );
        stability(sheet, platforms);
        history(sheet, platforms, 0.5 * (spinodal + coexistence));
    }
    sheet.det("coexistence of two, θ_P = 2", 2.0, tipping::coexistence(2));
    sheet.num(
        "ordered share of two is Brock & Durlauf's (1 + m)/2",
        (1.0 + 0.858_559_636_640_11) / 2.0,
        tipping::ordered_share(2, 3.0).unwrap_or(0.0),
    );
}

/// Equal shares on either side of θ = K.
fn stability(sheet: &mut Sheet, platforms: u32) {
    let k = f64::from(platforms);
    // Just below K small differences fade, just above they grow.
    let nearly = |by: f64| {
        let mut shares = vec![1.0 / k; platforms as usize];
        shares[0] += 1e-6;
        shares[1] -= 1e-6;
        let theta = tipping::uniform_unstable(platforms) + by;
        let even = vec![0.0; platforms as usize];
        tipping::settle(&even, theta, &shares, 0.5, 200)[0] - 1.0 / k
    };
    sheet.holds(
        format!("equal shares lose stability at θ=K, K={platforms}"),
        nearly(-0.05) < 1e-6 && nearly(0.05) > 1e-6,
    );
}

/// Two outcomes at one network strength θ between the spinodal and K.
fn history(sheet: &mut Sheet, platforms: u32, theta: f64) {
    let k = f64::from(platforms);
    let settle = |first: f64| {
        let mut shares = vec![(1.0 - first) / (k - 1.0); platforms as usize];
        shares[0] = first;
        tipping::settle(&vec![0.0; platforms as usize], theta, &shares, 0.5, 4_000)[0]
    };
    sheet.num(
        format!("history decides above the spinodal: the leader holds on, K={platforms}"),
        tipping::ordered_share(platforms, theta).unwrap_or(0.0),
        settle(0.9),
    );
    sheet.num(
        format!("and equal shares stay equal, K={platforms}"),
        1.0 / k,
        settle(1.0 / k + 0.01),
    );
}

/// What moved, share before and after, years between, logit units per year as quoted to two digits.
const TRANSITIONS: [(&str, f64, f64, f64, f64); 5] = [
    (
        "PyTorch at CVPR 2018–19, 82/198 to 280/405",
        82.0 / 198.0,
        280.0 / 405.0,
        1.0,
        1.15,
    ),
    ("Android 2009–10, 3.9 to 22.7 %", 0.039, 0.227, 1.0, 1.98),
    (
        "Qwen's share of new derivatives, 1 to 69 % in 25 months",
        0.01,
        0.69,
        25.0 / 12.0,
        2.59,
    ),
    ("Kubernetes 2017–18, 25 to 35 %", 0.25, 0.35, 1.0, 0.48),
    ("Kubernetes 2018–19, 35 to 45 %", 0.35, 0.45, 1.0, 0.42),
];

fn speeds(sheet: &mut Sheet) {
    for (name, before, after, years, speed) in TRANSITIONS {
        sheet.abs(
            format!("logit units a year: {name}"),
            speed,
            choice::logit_speed(before, after, years),
            0.005,
        );
    }
    sheet.abs(
        "logit units a year: PyTorch pooled, 37.5 to 67.4 %",
        1.237,
        choice::logit_speed(0.375, 0.674, 1.0),
        5e-4,
    );
    sheet.note("Quoted elsewhere as 1.23, which the rounded shares do not give.");
}

fn lock_in(sheet: &mut Sheet) {
    let mut luck = ScalarStream::seeded(SEED, 0);
    for (lead, barrier, probability, adopters) in
        [(0, 10, 0.5, 100.0), (3, 10, 0.65, 91.0), (0, 5, 0.5, 25.0)]
    {
        let race = LockIn { lead, barrier };
        let of = format!("lead {lead}, barrier {barrier}");
        sheet.det(format!("P(lock-in), {of}"), probability, race.probability());
        sheet.det(
            format!("E[adopters], {of}"),
            adopters,
            race.expected_adopters(),
        );
        let (won, took) = race.simulated(10_000, &mut luck);
        sheet.mc(format!("P(lock-in) simulated, {of}"), probability, won);
        sheet.mc(format!("E[adopters] simulated, {of}"), adopters, took);
    }
    let race = LockIn {
        lead: 3,
        barrier: 10,
    };
    sheet.num(
        "even preference is the limit of uneven",
        race.probability(),
        race.probability_with(0.5 + 1e-9),
    );
    // ρ = ¼: (1 − ρ)/(1 − ρ²) = 1/(1 + ρ).
    sheet.det(
        "gambler's ruin, p=.8, M=1",
        0.8,
        LockIn {
            lead: 0,
            barrier: 1,
        }
        .probability_with(0.8),
    );
}

fn urns(sheet: &mut Sheet) {
    let mut luck = ScalarStream::seeded(SEED, 1);
    /// Urns and draws of each simulation.
    const URNS: u32 = 10_000;
    const DRAWS: u32 = 100;
    for (first, second, added, mean, variance) in [
        (1.0, 1.0, 1.0, 0.5, 1.0 / 12.0),
        (2.0, 1.0, 1.0, 2.0 / 3.0, 1.0 / 18.0),
        (1.0, 1.0, 2.0, 0.5, 0.125),
    ] {
        let urn = Urn {
            first,
            second,
            added,
        };
        let of = format!("urn ({first}, {second}; {added})");
        sheet.det(format!("limit mean, {of}"), mean, urn.limit().0);
        sheet.det(format!("limit variance, {of}"), variance, urn.limit().1);
        let (mean, variance) = urn.after(DRAWS);
        let shares: Vec<f64> = (0..URNS).map(|_| urn.simulated(DRAWS, &mut luck)).collect();
        sheet.mc(
            format!("mean after 100 draws, {of}"),
            mean,
            shares.iter().copied().collect(),
        );
        let squares: Sample = shares.iter().map(|s| (s - mean) * (s - mean)).collect();
        sheet.mc(format!("variance after 100 draws, {of}"), variance, squares);
    }
    let urn = Urn {
        first: 1.0,
        second: 1.0,
        added: 1.0,
    };
    sheet.det(
        "exact variance after 100 draws, urn (1, 1; 1)",
        850.0 / 10_404.0,
        urn.after(DRAWS).1,
    );
}
