//! The charts against pictures kept in tests/snapshots.

mod check;
mod odd;

use super::*;
use check::check_svg;
use std::path::Path;

/// A wave between 0 and 1 from arithmetic alone: the same numbers on every machine.
fn wave(month: usize, period: usize) -> f32 {
    let at = (month % period) as f32 / period as f32;
    4.0 * at * (1.0 - at)
}

/// Five quantiles that spread with time around a wavy path.
fn quantiles(months: usize, start: f32, slope: f32) -> [Vec<f32>; 5] {
    let centre = |month: usize| start + slope * month as f32 + 0.02 * wave(month, 9);
    [-1.6, -0.7, 0.0, 0.7, 1.6].map(|step| {
        let spread = |month: usize| step * 0.012 * (month as f32).sqrt() * (1.0 + slope * 20.0);
        (0..=months)
            .map(|month| centre(month) + spread(month))
            .collect()
    })
}

fn fan<'a>(label: &'a str, slot: Option<u8>, q: &'a [Vec<f32>; 5]) -> Fan<'a> {
    Fan {
        label,
        slot,
        pinned: false,
        p05: &q[0],
        p25: &q[1],
        p50: &q[2],
        p75: &q[3],
        p95: &q[4],
    }
}

fn races(months: usize) -> Vec<Vec<(f32, f32)>> {
    let company = |i: usize| {
        let place = |month: usize| {
            let pace = 0.17 - 0.01 * i as f32;
            (
                9.9 - 0.15 * i as f32 + pace * month as f32,
                0.28 - 0.05 * i as f32 + 0.05 * wave(month + 3 * i, 30),
            )
        };
        (0..=months).map(place).collect()
    };
    (0..5).map(company).collect()
}

fn mark(month: usize, label: &str) -> Mark<'_> {
    Mark { month, label }
}

fn zone(from: f32, to: f32, label: &str) -> Zone<'_> {
    Zone { from, to, label }
}

fn stage(from: f32, name: &str) -> Stage<'_> {
    Stage { from, name }
}

const NAMES: [&str; 5] = ["OpenAI", "Anthropic", "Google", "Meta", "Mistral"];

fn race_map<'a>(paths: &'a [Vec<(f32, f32)>], month: usize, date: &'a str) -> RaceMap<'a> {
    let openness = [
        Openness::Closed,
        Openness::Closed,
        Openness::Closed,
        Openness::FullyOpen,
        Openness::OpenWeights,
    ];
    let worth = [850.0, 600.0, 2400.0, 1500.0, 14.0];
    let racer = |(i, path): (usize, &'a Vec<(f32, f32)>)| Racer {
        name: NAMES[i % 5],
        slot: i as u8,
        horizon: path[month].0,
        share: path[month].1,
        valuation: worth[i % 5],
        openness: openness[i % 5],
        trail: &path[month.saturating_sub(12)..month],
        selected: i == 3,
    };
    RaceMap {
        date,
        companies: paths.iter().enumerate().map(racer).collect(),
        horizons: (8.0, 20.0),
        share_max: 0.5,
        valuation_max: 3000.0,
        stages: vec![
            stage(0.0, "toy"),
            stage(3.9, "tool"),
            stage(11.2, "colleague"),
            stage(16.1, "proxy"),
        ],
        standard: Some((0.6, "a standard from 60 %")),
        ..RaceMap::default()
    }
}

/// Compares a picture with the one kept; `UPDATE_SNAPSHOTS=1` keeps the new one instead.
fn check_snapshot(name: &str, svg: &str) {
    check_svg(svg);
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/snapshots")
        .join(format!("{name}.svg"));
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, svg).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == svg,
        "{name}.svg has changed: look at it, then run with UPDATE_SNAPSHOTS=1"
    );
}

#[test]
fn a_fan_looks_as_it_did() {
    let q = quantiles(24, 0.14, 0.01);
    let future: Vec<f32> = (0..=24)
        .map(|month| q[2][month] + 0.05 * wave(month, 11))
        .collect();
    let chart = LineChart {
        title: "Meta’s share of developers",
        subtitle: "Of those who build on an agent",
        unit: Unit::Share,
        months: 24,
        fans: vec![fan("Meta", Some(3), &q)],
        series: vec![Series {
            label: "future 17",
            values: &future,
            stroke: Stroke::Future,
            ..Series::default()
        }],
        thresholds: vec![(0.6, "standard at 60 %")],
        marks: vec![mark(0, "leak"), mark(14, "second leak")],
        ..LineChart::default()
    };
    check_snapshot("fan", &chart.svg(600.0, 300.0));
    check_snapshot(
        "fan-compact",
        &LineChart {
            compact: true,
            ..chart
        }
        .svg(240.0, 150.0),
    );
}

#[test]
fn companies_look_as_they_did() {
    let paths = races(18);
    let horizons: Vec<Vec<f32>> = paths
        .iter()
        .map(|path| path.iter().map(|at| at.0).collect())
        .collect();
    let line = |i: usize| Series {
        label: NAMES[i],
        slot: Some(i as u8),
        values: &horizons[i],
        ..Series::default()
    };
    let chart = LineChart {
        title: "Agents reach for longer tasks",
        subtitle: "Task length finished half the time",
        unit: Unit::Log2Minutes,
        months: 18,
        series: (0..5).map(line).collect(),
        zones: vec![zone(3.9, 11.2, "tool"), zone(11.2, 16.1, "colleague")],
        ..LineChart::default()
    };
    check_snapshot("companies-phone", &chart.svg(360.0, 260.0));
}

#[test]
fn the_race_looks_as_it_did() {
    let paths = races(20);
    check_snapshot("race", &race_map(&paths, 20, "Mar 2028").svg(900.0, 480.0));
    check_snapshot(
        "race-phone",
        &race_map(&paths, 0, "Jul 2026").svg(360.0, 300.0),
    );
}

#[test]
fn small_charts_look_as_they_did() {
    let outcome = |label, slot, probability| Outcome {
        label,
        slot,
        probability,
        error: 0.03,
    };
    let bars = OutcomeBars {
        title: "Who sets the standard",
        outcomes: vec![
            outcome("nobody", None, 0.54),
            outcome("Meta", Some(3), 0.27),
            outcome("OpenAI", Some(0), 0.19),
        ],
    };
    check_snapshot("outcomes", &bars.svg(280.0, bars.height()));
    let gauge = Gauge {
        title: "Investors",
        low: "narrative",
        high: "metrics",
        value: 0.62,
        before: Some(0.4),
    };
    check_snapshot("gauge", &gauge.svg(240.0, 34.0));
}

#[test]
fn evidence_looks_as_it_did() {
    let one = |label, mean, error| Measured { label, mean, error };
    let rising = Intervals {
        title: "Expected: above 0",
        measured: vec![
            one("a quarter leaks", 0.082, 0.006),
            one("half leaks", 0.031, 0.004),
        ],
        expected: (0.0, f64::INFINITY),
    };
    check_snapshot("intervals", &rising.svg(200.0));
    let within = Intervals {
        title: "Expected: −0.1 to 0.1",
        measured: vec![one("better eyes", 0.02, 0.01)],
        expected: (-0.1, 0.1),
    };
    check_snapshot("intervals-within", &within.svg(200.0));
    let pair = |k: usize| Pair {
        year: 2023.5 + k as f64,
        observed: 0.2 + 0.1 * k as f64,
        modelled: 0.2 + 0.07 * k as f64,
        band: Some((0.2 + 0.05 * k as f64, 0.2 + 0.08 * k as f64)),
    };
    let shares = Comparison {
        title: "A share",
        unit: Unit::Share,
        axis: "of something",
        pairs: (0..4).map(pair).collect(),
    };
    check_snapshot("comparison", &shares.svg(340.0, 210.0));
    let months = |year: f64| Pair {
        year,
        observed: 7.0 + year - 2025.0,
        modelled: 7.2 + year - 2025.0,
        band: None,
    };
    let horizons = Comparison {
        title: "A horizon",
        unit: Unit::Log2Minutes,
        axis: "",
        pairs: [2025.3, 2025.9, 2026.1].map(months).to_vec(),
    };
    check_snapshot("comparison-months", &horizons.svg(340.0, 210.0));
}

#[test]
fn odd_evidence_is_still_a_picture() {
    let values = [0.0, 1.0, -1e300, 1e300, f64::NAN, f64::INFINITY];
    for mean in values {
        for error in values {
            let measured = vec![Measured {
                label: "odd",
                mean,
                error,
            }];
            for expected in [(0.0, f64::INFINITY), (mean, error)] {
                let title = "odd";
                let chart = Intervals {
                    title,
                    measured: measured.clone(),
                    expected,
                };
                check_svg(&chart.svg(200.0));
            }
            let pair = Pair {
                year: mean,
                observed: error,
                modelled: mean,
                band: Some((error, mean)),
            };
            let chart = Comparison {
                title: "odd",
                unit: Unit::Share,
                axis: "",
                pairs: vec![pair],
            };
            check_svg(&chart.svg(340.0, 200.0));
        }
    }
    check_svg(&Comparison::default().svg(340.0, 200.0));
}

#[test]
fn a_chart_of_five_years_is_small() {
    let q = quantiles(60, 0.14, 0.005);
    let chart = LineChart {
        title: "Meta’s share of developers",
        unit: Unit::Share,
        months: 60,
        fans: vec![fan("Meta", Some(3), &q)],
        series: vec![Series {
            label: "future 17",
            values: &q[3],
            stroke: Stroke::Future,
            ..Series::default()
        }],
        ..LineChart::default()
    };
    let size = chart.svg(600.0, 320.0).len();
    assert!(size < 12_000, "{size} bytes");
}

#[test]
fn the_pointer_finds_its_month() {
    let chart = LineChart {
        months: 60,
        unit: Unit::Share,
        range: Some((0.0, 1.0)),
        ..LineChart::default()
    };
    let plot = chart.geometry(600.0, 300.0);
    assert!((0..=60).all(|month| plot.month_at(plot.x(month as f32)) == month));
    assert_eq!(
        (
            plot.month_at(-50.0),
            plot.month_at(9999.0),
            plot.month_at(f32::NAN)
        ),
        (0, 60, 0)
    );
    assert_eq!((plot.y(0.0), plot.y(1.0)), (plot.bottom, plot.top));
}

#[test]
fn the_summary_says_the_ends() {
    let q = quantiles(12, 0.1, 0.01);
    let chart = LineChart {
        months: 12,
        unit: Unit::Share,
        fans: vec![fan("Meta", None, &q)],
        ..LineChart::default()
    };
    let said = chart.summary().replace('\u{a0}', " ");
    assert!(
        said.starts_with("Jul 2026 to Jul 2027: Meta goes from 10 % to 24 % (90 % of futures: "),
        "{said}"
    );
    let paths = races(2);
    let said = race_map(&paths, 0, "Jul 2026")
        .summary()
        .replace('\u{a0}', " ");
    assert!(
        said.starts_with("Jul 2026: OpenAI has the most developers (28 %); the agent of OpenAI"),
        "{said}"
    );
}

#[test]
fn a_picture_can_stand_alone() {
    let size = (300.0, 200.0);
    let svg = standalone(&RaceMap::default().svg(size.0, size.1), STYLE, size);
    assert!(
        svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\"")
            && svg.contains(&format!("<style>\n{STYLE}"))
    );
    // Rules about the page must not be needed, nor break XML.
    assert!(!STYLE.contains('<') && !STYLE.contains('&'));
}
