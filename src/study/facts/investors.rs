//! Facts about investors: which stories fade, which last, which break, and what audited figures do.

use super::Expected::{Higher, Lower, Within};
use super::When::{At, Change};
use super::Whose::{Company, Highest, Industry, Mean, Total};
use super::{Fact, QUIET, Reading, arms, experiment, row};
use crate::sim::metrics::Metric;

const REGIMES: &str = "Brock & Hommes (1998): the fundamental price is stable while investors switch slowly; bubbles last, then break, as they switch faster";
const CRASH: &str = "Judgement: a mood is not demand, see “Money” and “Investors”";
const METRICS: &str = "Brock & Hommes (1998): cheaper fundamentals keep more fundamentalists";

const ADOPTION: &[Metric] = &[
    Metric::AdoptionSoftware,
    Metric::AdoptionService,
    Metric::AdoptionContent,
    Metric::AdoptionPersonal,
];

const fn narrative(month: u32) -> Reading {
    Reading::at(&[Metric::Narrative], Industry, month)
}

pub(super) fn experiments() -> Vec<Vec<Fact>> {
    vec![
        fades(),
        lasts(),
        breaks(),
        crash_alone(),
        winter(),
        audited(),
    ]
}

/// With and without a burst of euphoria on the first day, and no other surprises.
fn euphoria<const N: usize>(intensity: &str, rows: [super::Row; N]) -> Vec<Fact> {
    let common = format!("{QUIET} years=8 surprise_rate=0 intensity_of_choice={intensity}");
    let both = [("calm", ""), ("euphoria", "script=1:meta:hype-shock:1")];
    experiment(arms(&common, both), rows)
}

fn fades() -> Vec<Fact> {
    euphoria(
        "1.5",
        [
            row(
                "story-alive",
                "Where investors switch rules slowly, a story is still told after a year and a half.",
                REGIMES,
                narrative(18),
                Higher,
            ),
            row(
                "story-fades",
                "And forgotten after seven and a half.",
                REGIMES,
                narrative(90),
                Within(-0.1, 0.1),
            ),
        ],
    )
}

fn lasts() -> Vec<Fact> {
    euphoria(
        "2.9",
        [row(
            "story-lasts",
            "Between 2.4 and 3.33 it persists: most of it is still in the price after seven and a half years.",
            REGIMES,
            narrative(90),
            Within(0.5, 1.3),
        )],
    )
}

fn breaks() -> Vec<Fact> {
    euphoria(
        "3.6",
        [
            row(
                "story-overshoots",
                "Above 3.33 it overshoots.",
                REGIMES,
                Reading::of(&[Metric::Narrative], Industry, Change(1, 36)),
                Higher,
            ),
            row(
                "story-breaks",
                "And falls back.",
                REGIMES,
                Reading::of(&[Metric::Narrative], Industry, Change(36, 90)),
                Lower,
            ),
        ],
    )
}

fn crash_alone() -> Vec<Fact> {
    let crash = arms(
        &format!("{QUIET} years=3"),
        [
            ("no crash", ""),
            ("crash", "script=12:meta:hype-shock:-1.5"),
        ],
    );
    let frontier = row(
        "crash-alone",
        "A crash of sentiment alone hardly slows well-funded leaders: less than a twentieth of a doubling.",
        CRASH,
        Reading::at(&[Metric::Laboratory], Highest, 36),
        Within(-0.05, 0.05),
    );
    experiment(crash, [frontier])
}

fn winter() -> Vec<Fact> {
    let weak = "ceiling_multiplier=0.6 raise_fraction=0.02 revenue_multiple=4";
    let crash = arms(
        QUIET,
        [
            ("no crash", ""),
            (
                "crash, weak demand, scarce capital",
                &format!("{weak} script=12:meta:hype-shock:-1.5"),
            ),
        ],
    );
    experiment(
        crash,
        [
            row(
                "winter-budgets",
                "With weak demand and scarce capital, a crash cuts research budgets.",
                CRASH,
                Reading::at(&[Metric::Budget], Total, 36),
                Lower,
            ),
            row(
                "winter-value",
                "Values fall.",
                CRASH,
                Reading::at(&[Metric::Valuation], Total, 36),
                Lower,
            ),
            row(
                "winter-adoption",
                "Adoption falls.",
                CRASH,
                Reading::at(ADOPTION, Industry, 60),
                Lower,
            ),
            row(
                "winter-frontier",
                "And the frontier slows.",
                CRASH,
                Reading::at(&[Metric::Laboratory], Highest, 60),
                Lower,
            ),
        ],
    )
}

fn audited() -> Vec<Fact> {
    let months = [4, 7, 10, 13, 16, 19, 22];
    let published = months.map(|m| format!(",{m}:challenger:publish-metrics"));
    let figures = arms(
        &format!("{QUIET} years=3 surprise_rate=0 intensity_of_choice=2.9"),
        [
            ("euphoria", "script=1:meta:hype-shock:1"),
            (
                "euphoria, and audited figures each quarter",
                &format!("script=1:meta:hype-shock:1{}", published.concat()),
            ),
        ],
    );
    experiment(
        figures,
        [
            row(
                "metrics-investors-check",
                "Audited figures raise the share of investors who look at fundamentals.",
                METRICS,
                Reading::at(&[Metric::Fundamentalists], Industry, 22),
                Higher,
            ),
            row(
                "metrics-hype-gap",
                "They shrink the mean hype gap.",
                METRICS,
                Reading::at(&[Metric::MeanHypeGap], Industry, 24),
                Lower,
            ),
            row(
                "metrics-rivals-too",
                "Also that of companies which publish nothing.",
                METRICS,
                Reading::of(&[Metric::HypeGap], Company("frontier-lab"), At(24)),
                Lower,
            ),
            row(
                "metrics-all-values",
                "So that the whole market's story is smaller.",
                METRICS,
                Reading::at(&[Metric::HypeGap], Mean, 24),
                Lower,
            ),
        ],
    )
}
