//! Odd numbers, odd names and odd sizes.

use super::super::*;
use super::check::check_svg;
use super::{fan, mark, quantiles, race_map, races, stage, zone};

const SIZES: [(f32, f32); 6] = [
    (1200.0, 600.0),
    (700.0, 320.0),
    (360.0, 300.0),
    (240.0, 150.0),
    (1.0, 1.0),
    (f32::NAN, -5.0),
];
const EVIL: &str = "<script>alert(1)</script>\"' onload='x' & co\u{0}";

fn odd_chart<'a>(
    values: &'a [f32],
    unit: Unit,
    months: usize,
    range: Option<(f32, f32)>,
) -> LineChart<'a> {
    let line = |slot, stroke| Series {
        label: "A name",
        slot,
        values,
        stroke,
    };
    LineChart {
        title: "Odd numbers in a chart with a title that is far too long for a phone",
        subtitle: "Numbers",
        unit,
        months,
        fans: vec![Fan {
            p05: values,
            p25: values,
            p50: values,
            p75: values,
            p95: values,
            ..Fan::default()
        }],
        series: vec![
            line(None, Stroke::Future),
            line(Some(9), Stroke::Median),
            line(Some(2), Stroke::Reference),
        ],
        zones: vec![zone(f32::NAN, 0.4, "zone"), zone(0.4, 1e30, "zone")],
        thresholds: vec![(0.6, "threshold"), (f32::NAN, "none")],
        marks: vec![mark(0, "first"), mark(59, "last"), mark(999, "never")],
        range,
        ..LineChart::default()
    }
}

#[test]
fn odd_numbers_draw_sanely() {
    let odd: [&[f32]; 10] = [
        &[],
        &[0.5],
        &[0.0; 61],
        &[-3.0; 61],
        &[f32::NAN; 61],
        &[
            1.0,
            f32::NAN,
            2.0,
            f32::INFINITY,
            3.0,
            f32::NEG_INFINITY,
            4.0,
        ],
        &[f32::MAX, f32::MIN, f32::MIN_POSITIVE],
        &[1e-30, 1e30, 5.0],
        &[-5.0, 900.0, 0.0, 12.0],
        &[1.0e6, 1.0e6 + 1.0],
    ];
    let units = [
        Unit::Share,
        Unit::UsdBillions,
        Unit::Log2Minutes,
        Unit::Doublings,
        Unit::Count,
        Unit::Index,
    ];
    for values in odd {
        for unit in units {
            for months in [0, 1, 60] {
                for range in [
                    None,
                    Some((0.0, 1.0)),
                    Some((f32::NAN, 1.0)),
                    Some((2.0, 2.0)),
                ] {
                    for (width, height) in SIZES {
                        check_svg(&odd_chart(values, unit, months, range).svg(width, height));
                    }
                }
            }
        }
    }
}

#[test]
fn an_odd_race_draws_sanely() {
    const ODD: [f32; 7] = [
        f32::NAN,
        f32::INFINITY,
        f32::NEG_INFINITY,
        -1.0,
        0.0,
        0.5,
        1e30,
    ];
    for a in ODD {
        for b in ODD {
            let trail = [(a, b), (b, a), (9.0, 0.2)];
            let racer = Racer {
                name: "A",
                horizon: a,
                share: b,
                valuation: b,
                trail: &trail,
                ..Racer::default()
            };
            let other = Racer {
                name: "Another",
                horizon: b,
                share: a,
                valuation: a,
                selected: true,
                ..racer
            };
            let map = RaceMap {
                companies: vec![racer, other, racer],
                horizons: (a, b),
                share_max: a,
                valuation_max: b,
                stages: vec![stage(a, "one"), stage(b, "two")],
                standard: Some((b, "standard")),
                ..RaceMap::default()
            };
            for (width, height) in SIZES {
                check_svg(&map.svg(width, height));
                assert_eq!(map.discs(width, height).len(), 3);
            }
        }
    }
    check_svg(&RaceMap::default().svg(700.0, 400.0));
}

#[test]
fn odd_small_charts_draw_sanely() {
    for value in [f32::NAN, f32::INFINITY, -1.0, 0.0, 0.5, 7.0] {
        let outcome = Outcome {
            label: "A long answer to the question",
            slot: Some(1),
            probability: value,
            error: value,
        };
        let bars = OutcomeBars {
            title: "",
            outcomes: vec![outcome; 3],
        };
        let gauge = Gauge {
            low: "low",
            high: "high",
            value,
            before: Some(value),
            ..Gauge::default()
        };
        for (width, height) in SIZES {
            check_svg(&bars.svg(width, height));
            check_svg(&OutcomeBars::default().svg(width, height));
            check_svg(&gauge.svg(width, height));
        }
    }
}

#[test]
fn a_name_cannot_break_out() {
    let paths = races(3);
    let mut map = race_map(&paths, 3, EVIL);
    map.companies.iter_mut().for_each(|racer| racer.name = EVIL);
    map.title = EVIL;
    map.stages = vec![stage(0.0, EVIL)];
    map.standard = Some((0.6, EVIL));
    let q = quantiles(6, 0.1, 0.01);
    let chart = LineChart {
        title: EVIL,
        subtitle: EVIL,
        months: 6,
        fans: vec![fan(EVIL, Some(1), &q)],
        series: vec![Series {
            label: EVIL,
            values: &q[2],
            ..Series::default()
        }],
        zones: vec![zone(0.0, 0.5, EVIL)],
        thresholds: vec![(0.15, EVIL)],
        marks: vec![mark(2, EVIL)],
        ..LineChart::default()
    };
    let bars = OutcomeBars {
        title: EVIL,
        outcomes: vec![Outcome {
            label: EVIL,
            ..Outcome::default()
        }],
    };
    let gauge = Gauge {
        title: EVIL,
        low: EVIL,
        high: EVIL,
        ..Gauge::default()
    };
    let pictures = [
        map.svg(900.0, 500.0),
        chart.svg(900.0, 500.0),
        bars.svg(400.0, 60.0),
        gauge.svg(400.0, 40.0),
    ];
    pictures.iter().for_each(|svg| check_svg(svg));
    let texts = pictures.into_iter().chain([map.table(), chart.table()]);
    let broken = |text: String| text.contains("<script") || text.contains('\u{0}');
    assert!(!texts.into_iter().any(broken));
    let head = chart.csv().lines().next().unwrap_or_default().to_string();
    assert!(head.contains("\"<script>alert(1)</script>\"\"'"), "{head}");
}
