//! Facts about opening: more ecosystem, less revenue, and for whom it pays.

use super::Expected::{Higher, Lower};
use super::When::{At, Change};
use super::Whose::{Company, Lead};
use super::{Arm, Expected, Fact, QUIET, Reading, Row, arms, experiment, row};
use crate::sim::metrics::Metric;

const VICTIM: &str = "meta";
const OPENING: &str =
    "Economides & Katsamakas (2006): more variety on the open platform, less profit for its owner";
const SPILLOVER: &str = "Mladenovic, Courville & Gidel (2026): opening brings spillovers to rivals";
const WHO_OPENS: &str = "Mladenovic, Courville & Gidel (2026): the laggard is the natural opener";
const LLAMA: &str = "LLaMA (2023): its ecosystem grew at once, and earned its owner nothing";

/// The victim's metric at the end of a month.
const fn of_victim(metric: &'static [Metric], month: u32) -> Reading {
    Reading::of(metric, Company(VICTIM), At(month))
}

pub(super) fn experiments() -> Vec<Vec<Fact>> {
    vec![
        opening(),
        spillover(),
        weights(),
        who_opens(
            "meta.capability=8.2 meta.brand=-0.5",
            row(
                "laggard-opens",
                "Where complements pay, opening everything beats staying closed for a laggard.",
                WHO_OPENS,
                of_victim(&[Metric::Valuation], 60),
                Higher,
            ),
        ),
        who_opens(
            "meta.capability=9.2",
            row(
                "near-leader-stays-closed",
                "Under the same terms it does not for a company near the frontier.",
                WHO_OPENS,
                of_victim(&[Metric::Valuation], 60),
                Lower,
            ),
        ),
    ]
}

/// A row about the company that opens.
const fn victims(
    id: &'static str,
    claim: &'static str,
    metric: &'static [Metric],
    month: u32,
    expected: Expected,
) -> Row {
    row(id, claim, OPENING, of_victim(metric, month), expected)
}

/// What opening does after a year and after three.
const OPENED: [Row; 7] = [
    victims(
        "opening-developers-1",
        "A year after a company opens its weights its share of developers is higher.",
        &[Metric::DeveloperShare],
        24,
        Higher,
    ),
    victims(
        "opening-developers-3",
        "Three years after, it still is.",
        &[Metric::DeveloperShare],
        48,
        Higher,
    ),
    victims(
        "opening-users-1",
        "A year after, more users have come.",
        &[Metric::UserShare],
        24,
        Higher,
    ),
    victims(
        "opening-users-3",
        "Three years after, they have gone: lost revenue starves research.",
        &[Metric::UserShare],
        48,
        Lower,
    ),
    victims(
        "opening-margin",
        "Opening lowers the gross margin.",
        &[Metric::Margin],
        24,
        Lower,
    ),
    victims(
        "opening-revenue-1",
        "Opening lowers captured revenue a year later.",
        &[Metric::Revenue],
        24,
        Lower,
    ),
    victims(
        "opening-revenue-3",
        "And three years later.",
        &[Metric::Revenue],
        48,
        Lower,
    ),
];

fn opening() -> Vec<Fact> {
    let closed_or_open = arms(
        &format!("{QUIET} years=4"),
        [
            ("stays closed", ""),
            ("opens its weights", "script=12:meta:open-weights"),
        ],
    );
    experiment(closed_or_open, OPENED)
}

fn spillover() -> Vec<Fact> {
    let leader_opens = arms(
        &format!("{QUIET} years=3"),
        [
            ("leader stays closed", ""),
            (
                "leader opens its weights",
                "script=12:frontier-lab:open-weights",
            ),
        ],
    );
    experiment(
        leader_opens,
        [
            row(
                "opening-teaches-rivals",
                "When the leader opens, a rival's laboratory is further a year later.",
                SPILLOVER,
                Reading::at(&[Metric::Laboratory], Company("challenger"), 24),
                Higher,
            ),
            row(
                "opening-costs-the-lead",
                "And the leader's lead is smaller.",
                SPILLOVER,
                Reading::at(&[Metric::Laboratory], Lead("frontier-lab"), 24),
                Lower,
            ),
        ],
    )
}

fn weights() -> Vec<Fact> {
    let leak = "leak_month=3 leak_kind=weights leak_info=0.6 leak_buzz=0.3";
    // The scenarios compared are published with leaks by chance, from which open weights are safe.
    let weights_leak = arms(
        "preset=baseline",
        [
            ("no leak", ""),
            (
                "weights leak",
                &format!("{leak} script=3:meta:open-weights"),
            ),
        ],
    );
    experiment(
        weights_leak,
        [
            row(
                "weights-leak-developers",
                "A company whose weights leak, and which lets them be, has more developers five years on.",
                LLAMA,
                of_victim(&[Metric::DeveloperShare], 60),
                Higher,
            ),
            row(
                "weights-leak-revenue",
                "But less revenue.",
                LLAMA,
                of_victim(&[Metric::Revenue], 60),
                Lower,
            ),
            row(
                "weights-leak-moves-early",
                "The developers come within the first year.",
                LLAMA,
                Reading::of(&[Metric::DeveloperShare], Company(VICTIM), Change(2, 15)),
                Higher,
            ),
        ],
    )
}

/// Staying closed against opening everything, after the leak, where complements pay.
fn who_opens(victim: &str, shown: Row) -> Vec<Fact> {
    let favourable = "leak_month=3 leak_info=0.4 complement_value=0.25 capture_weights=0.5 capture_full=0.3 developer_openness=2.5";
    let open = "script=6:meta:launch,6:meta:full-open,6:meta:revaluation:-0.016";
    let common = format!("{QUIET} {favourable} {victim}");
    let both: Vec<Arm> = arms(&common, [("stays closed", ""), ("opens everything", open)]);
    experiment(both, [shown])
}
