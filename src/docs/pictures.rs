//! Pictures of the evidence: facts with their intervals, back-casts beside what was observed.

use crate::chart::{Comparison, Intervals, Measured, Pair, Unit};
use crate::study::backcast::{Backcast, Point};
use crate::study::facts::{Fact, Finding};

/// Width of a fact's picture, CSS px: the same for all.
const FACT_WIDTH: f32 = 200.0;
/// Size of a back-cast's picture, CSS px: it fits a phone as it is.
const CAST: (f32, f32) = (340.0, 210.0);
/// Standard errors on either side of a mean that make a 95 % interval.
const INTERVAL: f64 = 1.96;

/// What a fact compares, with 95 % intervals, over the side on which it is expected.
pub(super) fn fact(fact: &Fact, finding: &Finding) -> String {
    let (labels, title) = (fact.step_labels(), format!("Expected: {}", fact.expected));
    let steps = labels.iter().zip(&finding.steps);
    let measured = steps.map(|(label, (mean, error))| Measured {
        label,
        mean: *mean,
        error: INTERVAL * error,
    });
    let chart = Intervals {
        title: &title,
        measured: measured.collect(),
        expected: fact.expected.bounds(finding.error),
    };
    chart.svg(FACT_WIDTH)
}

/// A back-cast over the years.
pub(super) fn backcast(cast: &Backcast) -> String {
    let pair = |p: &Point| Pair {
        year: p.year,
        observed: p.observed,
        modelled: p.modelled,
        band: p.band,
    };
    let unit = unit(cast.unit);
    let chart = Comparison {
        title: cast.series,
        unit,
        axis: match unit {
            Unit::Share | Unit::Log2Minutes => "",
            _ => cast.unit,
        },
        pairs: cast.points.iter().map(pair).collect(),
    };
    chart.svg(CAST.0, CAST.1)
}

/// How the numbers of a back-cast are written.
fn unit(words: &str) -> Unit {
    match words {
        "share" => Unit::Share,
        "months" => Unit::Months,
        "log2 minutes" => Unit::Log2Minutes,
        _ => Unit::Plain,
    }
}
