//! Cases of mood and markets: Brock–Hommes and herding.

use super::{Grade, Sheet};
use crate::num::ScalarStream;
use crate::theory::brock_hommes::bifurcation::{
    eigenvalues, gradient, lyapunov, next, path, primary, secondary, steady_deviation,
    steady_excess,
};
use crate::theory::brock_hommes::{Heterogeneity, fundamentalist_excess, next_deviation};
use crate::theory::herding::Herd;

/// Seed of this file's simulations.
const SEED: u64 = 4;
/// Periods simulated, as the reference did.
const PERIODS: usize = 20_000;

pub(super) fn cases(sheet: &mut Sheet) {
    sheet.from("Brock & Hommes (1998), JEDC 22:1235, recomputed", Grade::D);
    bifurcations(sheet);
    simulations(sheet);
    map(sheet);
    sheet.from("Brock & Hommes (1998), JEDC 22:1235, as quoted", Grade::M);
    sheet.abs(
        "β**, published",
        3.33,
        secondary(market(1.0)).unwrap_or(0.0),
        0.005,
    );
    sheet.abs("β*, published", 2.37, primary(market(1.0)), 0.05);
    sheet.note("The text is quoted with ≈ 2.37; ln 11 = 2.3979 is exact.");
    sheet.from(
        "Kirman (1993), QJE 108:137; Alfarano, Lux & Wagner (2008), JEDC 32:101",
        Grade::D,
    );
    herds(sheet);
}

/// The market of Brock & Hommes's figures: R = 1.1, g = 1.2, C = D = 1.
fn market(intensity_of_choice: f64) -> Heterogeneity<f64> {
    Heterogeneity {
        intensity_of_choice,
        gross_return: 1.1,
        trend_gain: 1.2,
        fundamentalist_cost: 1.0,
        risk_weight: 1.0,
    }
}

fn bifurcations(sheet: &mut Sheet) {
    sheet.det("β* = ln 11", libm::log(11.0), primary(market(1.0)));
    sheet.det("m* = 1 − 2R/g", -5.0 / 6.0, steady_excess(market(3.0)));
    sheet.det(
        "x* at β=3",
        1.293_256_792_410_4,
        steady_deviation(market(3.0)).unwrap_or(0.0),
    );
    let beta = secondary(market(1.0)).unwrap_or(f64::NAN);
    sheet.num("β** (Neimark–Sacker)", 3.331_336_655_054_06, beta);
    let at = market(beta);
    let steady = steady_deviation(at).unwrap_or(0.0);
    sheet.num("x* at β**", 1.528_071_375_967_02, steady);
    let eigen = eigenvalues(at, steady);
    sheet.num(
        "real eigenvalue at β**",
        -0.077_786_781_854_640_4,
        eigen.real,
    );
    sheet.num(
        "real part of the pair at β**",
        0.927_827_300_200_522,
        eigen.pair_real,
    );
    sheet.num(
        "imaginary part of the pair at β**",
        0.373_010_054_827_762,
        eigen.pair_imaginary().unwrap_or(0.0),
    );
    sheet.num("modulus of the pair at β**", 1.0, eigen.pair_product.sqrt());
    sheet.holds(
        "no other steady state below β*",
        steady_deviation(market(2.39)).is_none(),
    );
    let growth = |beta: f64| gradient(market(beta), [0.0; 3])[0];
    sheet.det(
        "eigenvalue of the fundamental at β* is 1",
        1.0,
        growth(primary(market(1.0))),
    );
    sheet.holds(
        "stable below β*, unstable above",
        growth(2.3) < 1.0 && growth(2.5) > 1.0,
    );
}

fn simulations(sheet: &mut Sheet) {
    let last = |beta: f64| path(market(beta), 0.1, PERIODS).last().unwrap_or(f64::NAN);
    sheet.abs("from .1, β=2.3 settles at 0", 0.0, last(2.3), 1e-9);
    sheet.num(
        "from .1, β=3.2 settles at x*",
        1.445_273_120_816_35,
        last(3.2),
    );
    sheet.num(
        "x* at β=3.2",
        1.445_273_120_816_35,
        steady_deviation(market(3.2)).unwrap_or(0.0),
    );
    let settled = || path(market(3.6), 0.1, PERIODS).skip(PERIODS / 10);
    sheet.abs(
        "from .1, β=3.6, lowest",
        0.0114,
        settled().fold(f64::INFINITY, f64::min),
        1e-3,
    );
    sheet.abs(
        "from .1, β=3.6, highest",
        1.8768,
        settled().fold(0.0, f64::max),
        1e-3,
    );
    sheet.abs(
        "largest Lyapunov exponent at β=3.6",
        0.025,
        lyapunov(market(3.6), 0.1, PERIODS),
        0.01,
    );
    sheet.abs(
        "Lyapunov exponent at β=2 is ln of the eigenvalue",
        libm::log(gradient(market(2.0), [0.0; 3])[0]),
        lyapunov(market(2.0), 0.1, 2_000),
        1e-9,
    );
}

fn map(sheet: &mut Sheet) {
    let h = market(3.6);
    let [x1, x2, x3] = [0.7, 0.5, 0.9];
    // (β/2)(−1.2·0.9·(0.7 − 0.55) − 1) = 1.8·(−1.162).
    let excess = libm::tanh(-2.0916);
    sheet.det(
        "fundamentalist excess, written out",
        excess,
        fundamentalist_excess(h, x1, x2, x3),
    );
    sheet.det(
        "next deviation, written out",
        (1.0 - excess) / 2.0 * 1.2 * 0.7 / 1.1,
        next_deviation(h, excess, x1),
    );
    let nudge = 1e-6;
    for (k, slope) in gradient(h, [x1, x2, x3]).into_iter().enumerate() {
        let at = |by: f64| {
            let mut past = [x1, x2, x3];
            past[k] += by;
            next(h, past)
        };
        let differences = (at(nudge) - at(-nudge)) / (2.0 * nudge);
        sheet.abs(
            format!("derivative by x_(t−{}) against differences", k + 1),
            differences,
            slope,
            1e-8,
        );
    }
    sheet.det(
        "the map is odd in the deviations",
        -next(h, [x1, x2, x3]),
        next(h, [-x1, -x2, -x3]),
    );
}

fn herds(sheet: &mut Sheet) {
    let mut luck = ScalarStream::seeded(SEED, 0);
    for (by_oneself, limit, finite, bimodal) in
        [(2.0, 0.05, 0.052, false), (0.5, 0.125, 0.126_25, true)]
    {
        let herd = Herd {
            agents: 100,
            to_first: by_oneself,
            to_second: by_oneself,
            herding: 1.0,
        };
        let of = format!("ε/h={by_oneself}");
        sheet.det(format!("mean, {of}"), 0.5, herd.limit().0);
        sheet.det(format!("variance for N → ∞, {of}"), limit, herd.limit().1);
        sheet.det(
            format!("variance for N=100, {of}"),
            finite,
            herd.stationary().1,
        );
        let blocks = herd.simulated_variance(40, 40_000, &mut luck);
        sheet.mc(
            format!("variance for N=100, simulated, {of}"),
            finite,
            blocks,
        );
        sheet.holds(
            format!("two humps exactly if ε/h < 1, {of}"),
            herd.is_bimodal() == bimodal,
        );
        under_density(sheet, herd, limit);
    }
    let lopsided = Herd {
        agents: 100,
        to_first: 3.0,
        to_second: 1.0,
        herding: 2.0,
    };
    sheet.det("mean of a lopsided herd", 0.75, lopsided.limit().0);
}

/// The variance that the stationary density gives by quadrature.
fn under_density(sheet: &mut Sheet, herd: Herd, limit: f64) {
    // Midpoint rule; the integrable poles of ε/h < 1 make it slow, so the mean square does the job of the mass.
    let cells = 200_000_u32;
    let width = 1.0 / f64::from(cells);
    let variance: f64 = (0..cells)
        .map(|k| {
            let z = (f64::from(k) + 0.5) * width;
            herd.density(z) * (z - 0.5) * (z - 0.5) * width
        })
        .sum();
    sheet.abs(
        format!(
            "variance under the density, ε/h={}",
            herd.to_first / herd.herding
        ),
        limit,
        variance,
        1e-3,
    );
}
