//! Cases of choice, games and timing.

use super::{Grade, Sheet};
use crate::theory::choice;
use crate::theory::preemption::Duopoly;
use crate::theory::qre::Bimatrix;
use crate::theory::real_options::InvestmentOption;
use crate::theory::replicator::{fictitious_play, replicate, share_after, symmetric_profiles};

pub(super) fn cases(sheet: &mut Sheet) {
    sheet.from("McFadden (1974), multinomial logit", Grade::D);
    logit(sheet);
    substitution(sheet);
    sheet.from("McKelvey & Palfrey (1995), GEB 10:6", Grade::D);
    quantal(sheet);
    sheet.from(
        "Taylor & Jonker (1978); Hofbauer & Sigmund (1998)",
        Grade::D,
    );
    evolution(sheet);
    sheet.from("Robinson (1951), Annals of Mathematics 54:296", Grade::D);
    fictitious(sheet);
    sheet.from(
        "Wellman (2006), empirical game-theoretic analysis",
        Grade::D,
    );
    sheet.det(
        "profiles of five companies with five strategies",
        126.0,
        symmetric_profiles(5, 5) as f64,
    );
    sheet.from("Dixit & Pindyck (1994), chapter 5", Grade::D);
    options(sheet);
    sheet.from(
        "Fudenberg & Tirole (1985); Huisman & Kort (1999); Weeds (2002)",
        Grade::D,
    );
    preemption(sheet);
    launch_order(sheet);
}

fn logit(sheet: &mut Sheet) {
    let utilities = [1.0, 0.5, 0.0];
    let mut shares = utilities;
    choice::softmax(&mut shares);
    let expected = [
        0.506_480_391_055_654,
        0.307_195_885_718_498,
        0.186_323_723_225_848,
    ];
    for (k, (expected, ours)) in expected.into_iter().zip(shares).enumerate() {
        sheet.det(format!("share {}, u=(1, ½, 0)", k + 1), expected, ours);
    }
    sheet.det(
        "logsum, u=(1, ½, 0)",
        1.680_269_670_641_73,
        choice::logsum(&utilities),
    );
    for (k, expected) in [
        -0.690_927_452_522_084,
        -0.969_925_759_994_102,
        -1.139_146_787_483_81,
    ]
    .into_iter()
    .enumerate()
    {
        sheet.det(
            format!("own price elasticity {}, α_p=1.4", k + 1),
            expected,
            choice::price_elasticities(&shares, 1.4, k)[k],
        );
    }
    sheet.det(
        "cross elasticity with price 1, α_p=1.4",
        0.709_072_547_477_916,
        choice::price_elasticities(&shares, 1.4, 0)[1],
    );
}

fn substitution(sheet: &mut Sheet) {
    let mut shares = [1.0, 0.5, 0.0];
    choice::softmax(&mut shares);
    // Elasticity by a finite change of the log price.
    let nudge = 1e-6;
    let mut moved = [1.0 - 1.4 * nudge, 0.5, 0.0];
    choice::softmax(&mut moved);
    sheet.abs(
        "own elasticity against a small price rise",
        choice::price_elasticities(&shares, 1.4, 0)[0],
        libm::log(moved[0] / shares[0]) / nudge,
        1e-5,
    );
    let mut shifted = [1_001.0, 1_000.5, 1_000.0];
    choice::softmax(&mut shifted);
    sheet.det("shares depend on differences only", shares[0], shifted[0]);
    let nests = [vec![0.0], vec![0.0, 0.0]];
    sheet.det(
        "red bus, blue bus: plain logit gives the car a third",
        1.0 / 3.0,
        choice::nested(&nests, 1.0)[0][0],
    );
    sheet.abs(
        "red bus, blue bus: nested logit gives it half",
        0.5,
        choice::nested(&nests, 0.01)[0][0],
        2e-3,
    );
}

/// Matching pennies in which the row player wins `prize` on (up, left) and 1 elsewhere.
fn pennies(prize: f64) -> Bimatrix {
    Bimatrix {
        row: vec![vec![prize, 0.0], vec![0.0, 1.0]],
        column: vec![vec![0.0, 1.0], vec![1.0, 0.0]],
    }
}

fn quantal(sheet: &mut Sheet) {
    for (precision, up, left) in [
        (0.0, 0.5, 0.5),
        (0.5, 0.830_670_591_341_818, 0.418_077_466_906_214),
        (1.0, 0.893_576_330_553_974, 0.312_780_375_029_533),
        (20.0, 0.554_627_387_263_068, 0.101_096_926_250_903),
    ] {
        let play = pennies(9.0).equilibrium(precision);
        let (row, column) = play.map_or((f64::NAN, f64::NAN), |(r, c)| (r[0], c[0]));
        sheet.num(format!("P(up), λ={precision}"), up, row);
        sheet.num(format!("P(left), λ={precision}"), left, column);
    }
    let sharp = pennies(9.0).equilibrium(400.0);
    let (row, column) = sharp.map_or((f64::NAN, f64::NAN), |(r, c)| (r[0], c[0]));
    sheet.abs("P(up) tends to Nash's ½", 0.5, row, 5e-3);
    sheet.abs("P(left) tends to Nash's 1/10", 0.1, column, 1e-3);
    let up = |prize| {
        pennies(prize)
            .equilibrium(1.0)
            .map_or(f64::NAN, |(r, _)| r[0])
    };
    sheet.holds(
        "own payoff matters: P(up) > ½ rises with the prize",
        up(9.0) > up(4.0) && up(4.0) > 0.5 + 1e-6,
    );
    sheet.det("even prizes, even play", 0.5, up(1.0));
    let rps = Bimatrix {
        row: RPS.map(|row| row.to_vec()).to_vec(),
        column: RPS.map(|row| row.map(|u| -u).to_vec()).to_vec(),
    };
    let third = rps.equilibrium(5.0).map_or(f64::NAN, |(r, _)| r[2]);
    sheet.det("rock, paper, scissors is even at any λ", 1.0 / 3.0, third);
}

/// Rock, paper, scissors for ±1.
const RPS: [[f64; 3]; 3] = [[0.0, -1.0, 1.0], [1.0, 0.0, -1.0], [-1.0, 1.0, 0.0]];

fn evolution(sheet: &mut Sheet) {
    sheet.det(
        "share after six years, x₀=.1 D=.5",
        0.690_567_857_703_016,
        share_after(0.1, 0.5, 6.0),
    );
    let better = [[0.5, 0.5], [0.0, 0.0]];
    sheet.num(
        "replicator against its closed form",
        share_after(0.1, 0.5, 6.0),
        replicate(&better, [0.1, 0.9], 0.01, 600)[0],
    );
    let start = [0.5, 0.3, 0.2];
    let end = replicate(&RPS, start, 0.005, 10_000);
    sheet.num(
        "rock, paper, scissors keeps x₁x₂x₃ over 50 years",
        start.iter().product(),
        end.iter().product(),
    );
    sheet.abs("and the shares sum to one", 1.0, end.iter().sum(), 1e-12);
    let hawk_dove = [[-1.0, 4.0], [0.0, 2.0]];
    sheet.num(
        "hawks settle at v/c",
        2.0 / 3.0,
        replicate(&hawk_dove, [0.1, 0.9], 0.02, 2_000)[0],
    );
}

fn fictitious(sheet: &mut Sheet) {
    let (row, column) = fictitious_play(&pennies(9.0), (0, 0), 200_000);
    sheet.abs("fictitious play tends to Nash's P(up)", 0.5, row[0], 0.01);
    sheet.abs(
        "fictitious play tends to Nash's P(left)",
        0.1,
        column[0],
        0.01,
    );
    let zero_sum = Bimatrix {
        row: vec![vec![3.0, -1.0], vec![-2.0, 1.0]],
        column: vec![vec![-3.0, 1.0], vec![2.0, -1.0]],
    };
    let (row, column) = fictitious_play(&zero_sum, (0, 1), 200_000);
    sheet.abs("a zero-sum game, row", 3.0 / 7.0, row[0], 0.01);
    sheet.abs("a zero-sum game, column", 2.0 / 7.0, column[0], 0.01);
}

fn options(sheet: &mut Sheet) {
    for (r, delta, sigma, beta, threshold) in [
        (0.04, 0.04, 0.2, 2.0, 2.0),
        (0.04, 0.04, 0.1, 3.372_281_323_269_01, 1.421_535_165_408_63),
        (0.04, 0.04, 0.3, 1.567_187_372_905_47, 2.763_085_794_518_66),
        (0.04, 0.04, 0.4, 1.366_025_403_784_44, 3.732_050_807_568_88),
        (0.04, 0.08, 0.2, 3.561_552_812_808_83, 1.390_388_203_202_21),
    ] {
        let option = InvestmentOption {
            discount: r,
            yield_rate: delta,
            volatility: sigma,
        };
        let of = format!("r={r} δ={delta} σ={sigma}");
        sheet.det(format!("β₁, {of}"), beta, option.exponent());
        sheet.det(format!("V*/I, {of}"), threshold, option.threshold());
        // Smooth pasting: the option's slope at the threshold is 1.
        let below = option.threshold() - 1e-6;
        let slope = (option.threshold() - 1.0 - option.worth(below)) / 1e-6;
        sheet.abs(format!("smooth pasting, {of}"), 1.0, slope, 1e-5);
    }
    let book = InvestmentOption {
        discount: 0.04,
        yield_rate: 0.04,
        volatility: 0.2,
    };
    sheet.det("F(1), the book's example", 0.25, book.worth(1.0));
    // With δ = .04 under r = .06 the value grows at .02: wait until it yields the interest on the cost, V*/I = r/δ.
    let certain = InvestmentOption {
        discount: 0.06,
        yield_rate: 0.04,
        volatility: 0.0,
    };
    sheet.det("V*/I without uncertainty is r/δ", 1.5, certain.threshold());
    let at = |volatility| InvestmentOption { volatility, ..book }.threshold();
    sheet.holds(
        "uncertainty delays investment",
        (1..20).all(|k| at(f64::from(k + 1) / 20.0) > at(f64::from(k) / 20.0)),
    );
}

/// The example's market with the given volatility and profit alone.
fn duopoly(volatility: f64, alone: f64) -> Duopoly {
    Duopoly {
        discount: 0.05,
        drift: 0.02,
        volatility,
        cost: 10.0,
        alone,
        shared: 1.0,
    }
}

fn preemption(sheet: &mut Sheet) {
    for (sigma, beta, monopoly, follower, first) in [
        (
            0.2,
            1.581_138_830_084_19,
            0.544_151_844_011_225,
            0.816_227_766_016_838,
            0.397_731_628_658_04,
        ),
        (0.4, 1.25, 1.0, 1.5, 0.713_869_156_791_471),
    ] {
        let market = duopoly(sigma, 1.5);
        sheet.det(format!("β, σ={sigma}"), beta, market.exponent());
        sheet.det(
            format!("Y_mon, σ={sigma}"),
            monopoly,
            market.monopoly_threshold(),
        );
        sheet.det(
            format!("Y_F, σ={sigma}"),
            follower,
            market.follower_threshold(),
        );
        let ours = market.preemption_threshold();
        sheet.num(format!("Y_P, σ={sigma}"), first, ours);
        sheet.abs(
            format!("leading is worth following at Y_P, σ={sigma}"),
            0.0,
            market.leader_value(ours) - market.follower_value(ours),
            1e-10,
        );
        let entry = market.follower_threshold();
        sheet.det(
            format!("and from Y_F on, σ={sigma}"),
            market.follower_value(entry),
            market.leader_value(entry),
        );
    }
}

fn launch_order(sheet: &mut Sheet) {
    let ordered = [0.1, 0.2, 0.3, 0.5].into_iter().all(|volatility| {
        [1.1, 1.5, 3.0].into_iter().all(|alone| {
            let market = duopoly(volatility, alone);
            let first = market.preemption_threshold();
            first < market.monopoly_threshold()
                && market.monopoly_threshold() < market.follower_threshold()
        })
    });
    sheet.holds(
        "competition makes firms launch before the monopolist would",
        ordered,
    );
}
