//! What the simulation relies on: eight futures in lanes agree with one in double precision, and nothing leaves its bounds.

use super::brock_hommes::{Heterogeneity, fundamentalist_excess, next_deviation};
use super::*;
use crate::num::{Lanes, Real, ScalarStream, Stream};

/// The largest difference of a lane from double precision, relative to numbers above 1.
const LANE_ERROR: f64 = 1e-5;
/// Random arguments tried per function; eight to a lane.
const TRIALS: u32 = 400;

/// Checks that `lanes` agrees with `exact` in every lane for arguments drawn from `ranges`.
fn agree<const N: usize>(
    name: &str,
    ranges: [(f64, f64); N],
    exact: impl Fn([f64; N]) -> f64,
    lanes: impl Fn([Lanes; N]) -> Lanes,
) {
    let mut luck = ScalarStream::seeded(1, 0);
    for _ in 0..TRIALS {
        let arguments: [Lanes; N] =
            ranges.map(|(low, high)| Lanes::from_lanes(|_| low + (high - low) * luck.uniform()));
        let got = lanes(arguments);
        for lane in 0..Lanes::LANES {
            let alone = arguments.map(|a| a.lane(lane));
            let (got, want) = (got.lane(lane), exact(alone));
            assert!(
                (got - want).abs() <= LANE_ERROR * want.abs().max(1.0),
                "{name}{alone:?}: {got} in lanes, {want} alone"
            );
        }
    }
}

/// `agree` for a function with one name and two number types.
macro_rules! agree {
    ($ranges:expr, |$arguments:pat_param| $body:expr) => {
        agree(
            stringify!($body),
            $ranges,
            |$arguments| $body,
            |$arguments| $body,
        )
    };
}

const SHARE: (f64, f64) = (0.0, 1.0);
const RATE: (f64, f64) = (0.0, 5.0);
const MONTH: f64 = 1.0 / 12.0;

#[test]
fn adoption_and_relaxation_agree() {
    agree!([SHARE, SHARE, (0.0, 0.05), (0.0, 3.0)], |[f, c, p, q]| {
        bass::step(f, c, p, q, MONTH)
    });
    agree!([SHARE, SHARE, RATE], |[x, t, r]| relax::toward(
        x, t, r, MONTH
    ));
    agree!([SHARE, SHARE, RATE], |[x, t, r]| relax::toward(
        x, t, r, 3.0
    ));
    agree!([RATE], |[r]| relax::fraction(r, MONTH));
    agree!([(-3.0, 20.0)], |[z]| relax::phi(z));
    agree!([SHARE, RATE], |[v, r]| relax::spread(v, r, MONTH));
    agree!([RATE, RATE], |[e, b]| hawkes::decayed(e, b, MONTH));
    agree!([RATE, SHARE, RATE, RATE], |[e, n, b, k]| hawkes::excited(
        e, n, b, k
    ));
}

#[test]
fn choices_agree() {
    const UTILITY: (f64, f64) = (-8.0, 8.0);
    agree!([UTILITY; 5], |u| {
        let mut shares = u;
        choice::softmax(&mut shares);
        shares[1]
    });
    agree!([UTILITY; 5], |u| choice::logsum(&u));
    agree!([(0.01, 0.99), (0.4, 1.0)], |[p, b]| {
        success::log2_odds_offset(p, b)
    });
    agree!([(0.0, 20.0), (0.0, 20.0), (0.4, 1.0)], |[h, l, b]| {
        success::probability(h, l, b)
    });
    agree!([(0.2, 0.8), SHARE, (-9.0, 9.0)], |[g, k, e]| {
        margin::closed_margin(g, k, e)
    });
    agree!([RATE, RATE], |[g, s]| openness::open_gain(g, s));
}

#[test]
fn races_agree() {
    const DOUBLINGS: (f64, f64) = (0.0, 30.0);
    agree!(
        [DOUBLINGS, (0.0, 4.0), RATE, DOUBLINGS, RATE, DOUBLINGS],
        |[x, g, r, t, s, u]| { catch_up::advance(x, g, &[(r, t), (s, u)], MONTH) }
    );
    agree!([(0.0, 50.0), (0.1, 50.0), (0.1, 2.0)], |[b, m, h]| {
        catch_up::absorptive_capacity(b, m, h)
    });
    agree!([(1.0, 8.0), (0.05, 1.0), (0.1, 4.0)], |[n, e, m]| {
        precipice::safety_without_information(n, e, m)
    });
    agree!([DOUBLINGS; 5], |a| precipice::effective_teams(
        a.into_iter()
    ));
}

#[test]
fn moods_agree() {
    fn market<R: Real>(intensity_of_choice: R) -> Heterogeneity<R> {
        Heterogeneity {
            intensity_of_choice,
            gross_return: R::of(1.1),
            trend_gain: R::of(1.2),
            fundamentalist_cost: R::one(),
            risk_weight: R::one(),
        }
    }
    const DEVIATION: (f64, f64) = (-2.0, 2.0);
    agree!([(1.0, 4.0), DEVIATION, DEVIATION, DEVIATION], |[
        b,
        x,
        y,
        z,
    ]| {
        fundamentalist_excess(market(b), x, y, z)
    });
    agree!([(1.0, 4.0), (-1.0, 1.0), DEVIATION], |[b, m, x]| {
        next_deviation(market(b), m, x)
    });
}

#[test]
fn lanes_stay_in_bounds_at_the_edges() {
    for f in [0.0, 1e-9, 0.3, 0.299_999_98, 1.0] {
        for c in [0.0, 1e-12, 0.3, 1.0] {
            for (p, q) in [(0.0, 0.0), (0.0, 0.6), (0.03, 0.0), (5.0, 80.0)] {
                for years in [0.0, 1e-6, MONTH, 100.0] {
                    let [f, c, p, q] = [f, c, p, q].map(Lanes::of);
                    let next = bass::step(f, c, p, q, years).lane(0);
                    let (f, c) = (f.lane(0), c.lane(0));
                    assert!(next >= f && next <= c.max(f), "{f} {c} {years}: {next}");
                }
            }
        }
    }
    let mut far = [-1e4, 0.0, 1e4].map(Lanes::of);
    choice::softmax(&mut far);
    assert_eq!(far[2].lane(0), 1.0);
    assert_eq!(
        catch_up::absorptive_capacity(Lanes::zero(), Lanes::zero(), Lanes::one()).lane(0),
        0.0
    );
    assert_eq!(
        precipice::safety_without_information(Lanes::of(5.0), Lanes::zero(), Lanes::one()).lane(0),
        1.0
    );
    let apart = [0.0, 60.0].map(Lanes::of);
    assert_eq!(precipice::effective_teams(apart.into_iter()).lane(0), 1.0);
}

#[test]
fn shares_sum_to_one_in_lanes() {
    let mut luck = ScalarStream::seeded(2, 0);
    for _ in 0..TRIALS {
        let mut shares: [Lanes; 6] =
            core::array::from_fn(|_| Lanes::from_lanes(|_| 20.0 * luck.uniform()));
        choice::softmax(&mut shares);
        let sum = shares.iter().fold(Lanes::zero(), |sum, s| sum + *s);
        for lane in 0..Lanes::LANES {
            assert!((sum.lane(lane) - 1.0).abs() < 1e-6);
        }
    }
}

#[test]
fn solvers_answer_nothing_where_there_is_nothing() {
    assert_eq!(numeric::root(|x| x * x + 1.0, -1.0, 1.0), None);
    assert_eq!(numeric::root(|_| f64::NAN, -1.0, 1.0), None);
    assert_eq!(
        numeric::solve_linear(vec![vec![1.0, 2.0], vec![2.0, 4.0]], vec![1.0, 1.0]),
        None
    );
    assert_eq!(tipping::ordered_share(3, 2.0), None);
    assert_eq!(trend::Line::through(&[(1.0, 2.0), (1.0, 3.0)]), None);
    assert_eq!(
        brock_hommes::bifurcation::secondary(Heterogeneity {
            intensity_of_choice: 1.0,
            gross_return: 1.1,
            trend_gain: 1.0,
            fundamentalist_cost: 1.0,
            risk_weight: 1.0,
        }),
        None
    );
}
