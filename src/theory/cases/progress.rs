//! Cases of progress: catching up, absorbing, trends, learning curves and the success curve.

use super::{Grade, Sheet, Tolerance};
use crate::theory::success::{log2_odds_offset, probability};
use crate::theory::trend::{self, Line};
use crate::theory::{catch_up, margin, nelson_phelps, relax};

pub(super) fn cases(sheet: &mut Sheet) {
    sheet.from("Nelson & Phelps (1966), AER 56:69", Grade::D);
    levels(sheet);
    logarithms(sheet);
    relaxation(sheet);
    sheet.from(
        "Cohen & Levinthal (1989), EJ 99:569; our functional form",
        Grade::J,
    );
    absorption(sheet);
    sheet.from("METR, Time Horizon 1.1 (29 January 2026)", Grade::D);
    horizons(sheet);
    sheet.from(
        "Ho et al. (2024), arXiv 2403.05812; a16z; Epoch (12 March 2025)",
        Grade::V,
    );
    prices(sheet);
    sheet.from(
        "METR's logistic success curve, slope 0.6 per doubling (judgement)",
        Grade::D,
    );
    success(sheet);
    sheet.from("Wright (1936); Sahal (1979)", Grade::D);
    learning(sheet);
    sheet.from("Bounded margin, this model's own", Grade::J);
    margins(sheet);
}

fn levels(sheet: &mut Sheet) {
    for (growth, diffusion, lag) in [
        (0.2257, 0.1876, 3.499_608_706_006_04),
        (0.3, 0.3, 2.310_490_601_866_48),
        (0.138_629, 0.25, 3.182_337_340_400_05),
    ] {
        let name = format!("steady lag, λ={growth} Φ={diffusion}");
        sheet.det(name, lag, nelson_phelps::steady_lag(growth, diffusion));
        let level = nelson_phelps::level(0.1, 1.0, growth, diffusion, 120.0);
        let gap = libm::exp(growth * 120.0) / level - 1.0;
        sheet.det(
            format!("gap after 120 periods, λ={growth} Φ={diffusion}"),
            nelson_phelps::steady_gap(growth, diffusion),
            gap,
        );
    }
    sheet.from("Mansfield (1985), JIE 34:217; dates of METR", Grade::V);
    sheet.abs(
        "o1-preview to R1, 130 days, as a rate per year",
        2.8,
        nelson_phelps::imitation_rate(130.0 / 365.25),
        0.05,
    );
    sheet.det(
        "half is learned after ln 2 mean lags",
        core::f64::consts::LN_2,
        nelson_phelps::imitation_lag(0.5, 2.8) * 2.8,
    );
    sheet.from("Nelson & Phelps (1966), AER 56:69, in logarithms", Grade::D);
}

fn logarithms(sheet: &mut Sheet) {
    let (own, frontier, rate) = (1.2, 2.0, 3.0);
    let steady = nelson_phelps::log_linear_gap(frontier, own, rate);
    // Against a target that stands still the map must be the exponential exactly, whatever the step.
    for (years, name) in [
        (1.0 / 12.0, "a month"),
        (1.0 / 52.0, "a week"),
        (5.0, "five years"),
    ] {
        let moved = catch_up::advance(4.0, 0.0, &[(rate, 6.0)], years);
        sheet.det(
            format!("gap after {name}"),
            2.0 * libm::exp(-rate * years),
            6.0 - moved,
        );
    }
    let months = (0..12).fold(4.0, |x, _| {
        catch_up::advance(x, own, &[(rate, 16.0)], 1.0 / 12.0)
    });
    let year = catch_up::advance(4.0, own, &[(rate, 16.0)], 1.0);
    sheet.det("twelve months are one year", year, months);
    // Relative to a moving frontier, growth is own − g_F and the target is 0.
    let gap = -catch_up::advance(-3.0, own - frontier, &[(rate, 0.0)], 10.0);
    sheet.abs("steady gap (g_F − g)/θA", steady, gap, 1e-12);
    let passed = catch_up::advance(7.0, own, &[(rate, 6.0), (9.0, 5.0)], 0.5);
    sheet.det("who leads is not pulled back", 7.6, passed);
    let both = catch_up::advance(1.0, 0.5, &[(2.0, 4.0), (3.0, 2.0)], 0.25);
    // x′ = 0.5 + 2(4 − x) + 3(2 − x) = 14.5 − 5x.
    sheet.det("two pulls add", 2.9 - 1.9 * libm::exp(-1.25), both);
}

fn relaxation(sheet: &mut Sheet) {
    let half = relax::fraction(core::f64::consts::LN_2, 1.0);
    sheet.det(
        "relaxation at ln 2 closes half the gap in a year",
        0.5,
        half,
    );
    let pieces = (0..52).fold(0.2, |x, _| relax::toward(x, 0.6, 1.7, 1.0 / 52.0));
    sheet.det(
        "52 weeks of relaxation are one year",
        relax::toward(0.2, 0.6, 1.7, 1.0),
        pieces,
    );
    sheet.det("φ near 0", 1.0 - 5e-9, relax::phi(1e-8));
    let (weekly, yearly) = (
        relax::spread(0.3, 1.5, 1.0 / 52.0),
        relax::spread(0.3, 1.5, 1.0),
    );
    let keep = libm::exp(-1.5 / 52.0);
    let variance = (0..52).fold(0.0, |v, _| v * keep * keep + weekly * weekly);
    sheet.det(
        "52 weekly shocks have a year's variance",
        yearly * yearly,
        variance,
    );
}

fn absorption(sheet: &mut Sheet) {
    sheet.det(
        "mean budget, half ½",
        2.0 / 3.0,
        catch_up::absorptive_capacity(10.0, 10.0, 0.5),
    );
    sheet.det(
        "a budget of half × mean absorbs half",
        0.5,
        catch_up::absorptive_capacity(5.0, 10.0, 0.5),
    );
    let rises = (0..50).all(|k| {
        let at = |k: i32| catch_up::absorptive_capacity(f64::from(k), 10.0, 0.5);
        at(k + 1) > at(k) && at(k) < 1.0
    });
    sheet.holds("own R&D raises what one absorbs, below all of it", rises);
}

/// Frontier points (days after GPT-4 of 14 March 2023, minutes at 50 %): each the longest horizon yet on its day.
const FRONTIER: [(f64, f64); 9] = [
    (0.0, 3.99),
    (632.0, 38.8),
    (713.0, 60.0),
    (764.0, 119.7),
    (877.0, 203.0),
    (980.0, 224.3),
    (986.0, 293.0),
    (1_003.0, 352.3),
    (1_059.0, 718.8),
];

fn horizons(sheet: &mut Sheet) {
    let fit = |points: &[(f64, f64)]| {
        let line = Line::through_doublings(points);
        line.map_or((f64::NAN, f64::NAN), |l| (l.doubling_time(), l.explained))
    };
    let (days, explained) = fit(&FRONTIER);
    sheet.abs(
        "doubling time in days, nine frontier points",
        149.0,
        days,
        1.0,
    );
    sheet.abs("R², nine frontier points", 0.96, explained, 0.005);
    sheet.abs(
        "doubling time in days, since o1",
        117.0,
        fit(&FRONTIER[1..]).0,
        1.0,
    );
    sheet.note("Quoted elsewhere as \"2025–26 only\"; it is reproduced with o1 of 5 December 2024. Strictly 2025–26 gives 120.5 days.");
    sheet.abs(
        "doubling time in days, 2025–26 only",
        120.503,
        fit(&FRONTIER[2..]).0,
        0.001,
    );
    let exact: Vec<_> = (0..9)
        .map(|k| (f64::from(k) * 73.0, libm::exp2(f64::from(k) * 73.0 / 131.0)))
        .collect();
    let (days, explained) = fit(&exact);
    sheet.det(
        "a pure exponential gives back its doubling time",
        131.0,
        days,
    );
    sheet.det("and is explained entirely", 1.0, explained);
    for (days, per_year) in [(196.0, 1.86), (131.0, 2.79), (89.0, 4.10)] {
        sheet.abs(
            format!("{days} days as doublings per year"),
            per_year,
            trend::doublings_per_year(days),
            0.005,
        );
    }
}

fn prices(sheet: &mut Sheet) {
    let in_doublings = |factor| trend::log_growth(1.0, factor, 1.0) / core::f64::consts::LN_2;
    sheet.abs(
        "algorithms double in 8 months, doublings per year",
        1.5,
        trend::doublings_per_year(365.25 * 8.0 / 12.0),
        1e-9,
    );
    sheet.abs(
        "prices fall to a tenth in a year, doublings per year",
        3.3,
        in_doublings(10.0),
        0.05,
    );
    sheet.abs(
        "prices fall to a fiftieth in a year, doublings per year",
        5.6,
        in_doublings(50.0),
        0.05,
    );
}

fn success(sheet: &mut Sheet) {
    for (p, ratio) in [
        (0.8, 4.960_517_383_042_08),
        (0.9, 12.658_556_226_380_6),
        (0.95, 30.010_559_244_994_7),
        (0.99, 202.045_034_191_002),
    ] {
        let offset = log2_odds_offset(p, 0.6);
        sheet.det(format!("h50/h{:.0}", p * 100.0), ratio, libm::exp2(offset));
        sheet.det(
            format!("success at h50 less that offset is {p}"),
            p,
            probability(5.0, 5.0 - offset, 0.6),
        );
    }
    let colleague = libm::log2(480.0) + log2_odds_offset(0.8, 0.6);
    let proxy = libm::log2(2_400.0) + log2_odds_offset(0.95, 0.6);
    sheet.det(
        "horizon of a tool, 15 minutes at 50 %",
        3.906_890_595_608_52,
        libm::log2(15.0),
    );
    sheet.det(
        "horizon of a colleague, 8 h at 80 %",
        11.217_381_197_475,
        colleague,
    );
    sheet.det(
        "horizon of a proxy, 40 h at 95 %",
        16.136_216_989_106_6,
        proxy,
    );
}

fn learning(sheet: &mut Sheet) {
    let w = trend::wright_exponent(0.8);
    sheet.det(
        "a progress ratio survives its exponent",
        0.8,
        trend::progress_ratio(w),
    );
    sheet.det(
        "a doubling of output leaves the progress ratio",
        0.8 * 7.0,
        trend::wright_cost(7.0, 2.0, w),
    );
    // Cost along output e^{gt} must fall as e^{−w g t}.
    let (growth, years) = (0.4, 6.0);
    let cost = trend::wright_cost(1.0, libm::exp(growth * years), w);
    sheet.det(
        "Sahal: Moore's rate is w·g",
        trend::sahal_rate(w, growth),
        -trend::log_growth(1.0, cost, years),
    );
}

fn margins(sheet: &mut Sheet) {
    sheet.det(
        "no advantage, base margin",
        0.4,
        margin::closed_margin(0.4, 0.5, 0.0),
    );
    // Odds 1 × 2^(½·2).
    sheet.det(
        "two doublings ahead, half kept",
        2.0 / 3.0,
        margin::closed_margin(0.5, 0.5, 2.0),
    );
    sheet.det("nothing kept", 0.5, margin::closed_margin(0.5, 0.0, 9.0));
    sheet.case(
        "far ahead stays below one",
        1.0,
        margin::closed_margin(0.5, 1.0, 1e6),
        Tolerance::Rel(4e-4),
    );
}
