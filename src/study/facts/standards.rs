//! Facts about standards: when network effects tip, and what keeps them from it.

use super::Expected::{Higher, Lower};
use super::Whose::Industry;
use super::{Fact, Form, QUIET, Reading, arms, experiment, row};
use crate::sim::metrics::Metric;

const TIPPING: &str =
    "Arthur (1989); Brock & Durlauf (2001): a strong enough network effect tips the market";
const HOMES: &str = "Armstrong (2006): where people use several platforms, none tips";

/// 1 where one ecosystem has become the standard within eight years.
const STANDARD: Reading =
    Reading::at(&[Metric::StandardOwner], Industry, 96).form(Form::Above(-0.5));
const CONCENTRATION: Reading = Reading::at(&[Metric::DeveloperConcentration], Industry, 96);

pub(super) fn experiments() -> Vec<Vec<Fact>> {
    vec![network(), homes()]
}

fn network() -> Vec<Fact> {
    let strengths = arms(
        &format!("{QUIET} years=8"),
        [
            ("no network effect", "network_strength=0"),
            ("1", "network_strength=1"),
            ("2", "network_strength=2"),
            ("3", "network_strength=3"),
            ("5", "network_strength=5"),
        ],
    );
    experiment(
        strengths,
        [
            row(
                "network-tips",
                "The stronger the network effect, the likelier a standard within eight years.",
                TIPPING,
                STANDARD,
                Higher,
            ),
            row(
                "network-concentrates",
                "And the more developers gather in one place.",
                TIPPING,
                CONCENTRATION,
                Higher,
            ),
        ],
    )
}

fn homes() -> Vec<Fact> {
    let shares = arms(
        &format!("{QUIET} years=8"),
        [
            ("one home each", "multi_homing=0"),
            ("half have several", "multi_homing=0.5"),
            ("nearly all have several", "multi_homing=0.9"),
        ],
    );
    experiment(
        shares,
        [row(
            "homes-prevent-tipping",
            "The more developers serve several ecosystems, the rarer a standard.",
            HOMES,
            STANDARD,
            Lower,
        )],
    )
}
