//! Facts about the catastrophe, an ending that is off unless asked for: what makes it likelier, and that it is the end.

use super::Compare::Value;
use super::Expected::{Higher, Lower, Within};
use super::When::Sum;
use super::Whose::Industry;
use super::{Arm, Fact, Form, QUIET, Reading, arms, experiment, row};
use crate::sim::metrics::Metric;

const SEVERITY: &str = "Judgement: a catastrophe is a severe incident, see “Incidents”";
const END: &str = "By definition: all agents are withdrawn, see “Incidents”";
/// Whether there has been one within five years.
const CAME: Reading =
    Reading::at(&[Metric::Catastrophe], Industry, 60).form(Form::Above(-crate::num::HALF));

pub(super) fn experiments() -> Vec<Vec<Fact>> {
    vec![severity(), safety(), the_end()]
}

/// The option at the upper end of its range.
fn likely() -> String {
    format!("{QUIET} catastrophe_probability=0.2")
}

fn severity() -> Vec<Fact> {
    let by_severity = arms(
        &likely(),
        [
            ("few incidents are severe", "severe_probability=0.002"),
            ("some", "severe_probability=0.005"),
            ("as usual", "severe_probability=0.01"),
        ],
    );
    let likelier = row(
        "catastrophe-severity",
        "The more incidents are severe, the likelier a catastrophe, where there can be one.",
        SEVERITY,
        CAME,
        Higher,
    );
    experiment(by_severity, [likelier])
}

fn safety() -> Vec<Fact> {
    let by_share = arms(
        &likely(),
        [
            ("little for safety", "safety_share_max=0.1"),
            ("as usual", "safety_share_max=0.2"),
            ("much", "safety_share_max=0.4"),
        ],
    );
    let rarer = row(
        "catastrophe-safety",
        "The more of R&D goes to safety, the rarer it is.",
        SEVERITY,
        CAME,
        Lower,
    );
    experiment(by_share, [rarer])
}

fn the_end() -> Vec<Fact> {
    let after_two_years = vec![Arm::new(
        "a catastrophe in month 24",
        QUIET,
        "script=24:frontier-lab:catastrophe",
    )];
    const NOTHING: f64 = 1e-9;
    let nothing = |id, claim, metric| {
        let reading = Reading::of(metric, Industry, Sum(24, 60));
        row(id, claim, END, reading, Within(-NOTHING, NOTHING)).compare(Value)
    };
    experiment(
        after_two_years,
        [
            nothing(
                "catastrophe-revenue",
                "After a catastrophe nobody earns from agents.",
                &[Metric::IndustryRevenue],
            ),
            nothing(
                "catastrophe-incidents",
                "And no agent does harm any more.",
                &[Metric::AllIncidents],
            ),
        ],
    )
}
