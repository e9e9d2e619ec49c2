//! Facts about leaks: what they cost the victim, who learns, how fast they go stale, and what security buys.

use super::Compare::Ratio;
use super::Expected::{Higher, Lower, Within};
use super::When::{At, Change, Sum};
use super::Whose::{Company, Highest, Lead, Mean};
use super::{Arm, Fact, Form, QUIET, Reading, arms, experiment, row};
use crate::sim::metrics::Metric;

const LEAD: &str = "Aghion et al. (2005): a higher catch-up hazard makes leads shorter";
const ABSORPTION: &str = "Cohen & Levinthal (1989): who does more research learns more from others";
const SECURITY: &str =
    "Judgement: secrets cost research and are worth it, see “Leaks” and “Research”";
const STALE: &str =
    "Mansfield (1985): what a rival knows is worth less the further the frontier has moved";
const READING: &str = "Alexy: +1.6 % for releases with a stated revenue model; breaches −0.6 % (Acquisti et al., 2006) to −5 % (Campbell et al., 2003)";
const PREEMPTION: &str = "Fudenberg & Tirole (1985): who fears to be second moves early";

const KNOW_HOW_LEAD: Reading = Reading::at(&[Metric::KnowHow], Lead("meta"), 24);
const LABORATORY_LEAD: Reading = Reading::at(&[Metric::Laboratory], Lead("frontier-lab"), 24);
/// A leader two doublings ahead of the rest: what a leak can take from it shows.
const FAR_AHEAD: &str = "frontier-lab.capability=12";

/// Products teach nothing: what rivals absorb, they absorb from the leak. Where products teach too, those who absorb
/// well have caught up before it, and the leak has little left to take.
const SILENT_PRODUCTS: &str = "catch_up_closed=0 catch_up_open=0";

pub(super) fn experiments() -> Vec<Vec<Fact>> {
    vec![
        victim(),
        leader(),
        absorption(
            "",
            "leak_month=12 leak_info=0.5",
            "absorption-know-how",
            KNOW_HOW_LEAD,
        ),
        absorption(
            &format!("{FAR_AHEAD} {SILENT_PRODUCTS}"),
            "script=12:frontier-lab:leak-documents:0.5",
            "absorption-capability",
            LABORATORY_LEAD,
        ),
        staleness(),
        security(),
        signal(),
        preemption(),
    ]
}

fn victim() -> Vec<Fact> {
    let by_information = arms(
        &format!("{QUIET} years=3"),
        [
            ("no leak", ""),
            ("a quarter leaks", "leak_month=12 leak_info=0.25"),
            ("half leaks", "leak_month=12 leak_info=0.5"),
            ("nearly all leaks", "leak_month=12 leak_info=0.9"),
        ],
    );
    experiment(
        by_information,
        [
            row(
                "leak-know-how-lead",
                "The more of a project leaks, the smaller the victim's lead in the new architecture a year later.",
                LEAD,
                KNOW_HOW_LEAD,
                Lower,
            ),
            row(
                "leak-users",
                "And the fewer users it has.",
                LEAD,
                Reading::at(&[Metric::UserShare], Company("meta"), 24),
                Lower,
            ),
        ],
    )
}

fn leader() -> Vec<Fact> {
    let by_information = arms(
        &format!("{QUIET} years=3 {FAR_AHEAD}"),
        [
            ("no leak", ""),
            (
                "a quarter leaks",
                "script=12:frontier-lab:leak-documents:0.25",
            ),
            ("half leaks", "script=12:frontier-lab:leak-documents:0.5"),
            (
                "nearly all leaks",
                "script=12:frontier-lab:leak-documents:0.9",
            ),
        ],
    );
    let leads = row(
        "leak-capability-lead",
        "The more leaks from a leader in capability, the smaller its lead a year later.",
        LEAD,
        LABORATORY_LEAD,
        Lower,
    );
    experiment(by_information, [leads])
}

/// Without and with a leak, for rivals that absorb well, as usual and badly.
fn absorption(common: &str, leak: &str, id: &'static str, reading: Reading) -> Vec<Fact> {
    let common = format!("{QUIET} years=3 {common}");
    let pairs: Vec<Arm> = [
        ("absorbent rivals", "absorptive_half=0.1"),
        ("usual rivals", "absorptive_half=0.5"),
        ("unready rivals", "absorptive_half=2"),
    ]
    .into_iter()
    .flat_map(|(label, half)| {
        let with = format!("{half} {leak}");
        [
            Arm::new(label, &common, half),
            Arm::new("…with a leak", &common, &with),
        ]
    })
    .collect();
    let shown = row(
        id,
        "The less rivals can absorb, the larger the part of the victim's lead that survives a leak for a year.",
        ABSORPTION,
        reading,
        Higher,
    );
    experiment(pairs, [shown.compare(Ratio)])
}

fn staleness() -> Vec<Fact> {
    let leak = arms(
        &format!("{QUIET} {FAR_AHEAD}"),
        [
            ("no leak", ""),
            ("half leaks", "script=12:frontier-lab:leak-documents:0.5"),
        ],
    );
    let lessons: &[Metric] = &[Metric::Laboratory];
    experiment(
        leak,
        [
            row(
                "leak-teaches",
                "In its first year a leak takes a rival's laboratory forward.",
                STALE,
                Reading::of(lessons, Company("challenger"), Change(12, 24)),
                Higher,
            ),
            row(
                "leak-goes-stale",
                "In the three years after, the advantage melts: a snapshot teaches less the older it is.",
                STALE,
                Reading::of(lessons, Company("challenger"), Change(24, 60)),
                Lower,
            ),
        ],
    )
}

/// Every company's security share rises by this much on the first day.
fn hardened(by: &str) -> String {
    let all = [
        "meta",
        "frontier-lab",
        "challenger",
        "cloud-giant",
        "open-lab",
    ];
    let orders = all.map(|id| format!("1:{id}:harden:{by}"));
    format!("script={}", orders.join(","))
}

fn security() -> Vec<Fact> {
    let shares = arms(
        "preset=baseline years=8",
        [
            ("5 % of R&D on security", ""),
            ("10 %", &hardened("0.05")),
            ("15 %", &hardened("0.1")),
        ],
    );
    experiment(
        shares,
        [
            row(
                "security-leaks",
                "The more of R&D goes to security, the fewer companies leak within eight years.",
                SECURITY,
                Reading::of(&[Metric::Leaked], Mean, At(96)).form(Form::Above(0.0)),
                Lower,
            ),
            row(
                "security-frontier",
                "And the slower the frontier moves.",
                SECURITY,
                Reading::at(&[Metric::Laboratory], Highest, 96),
                Lower,
            ),
        ],
    )
}

fn signal() -> Vec<Fact> {
    let readings = arms(
        &format!("{QUIET} years=3 leak_month=12 leak_info=0.25"),
        [
            ("read as an accident", ""),
            ("read as a signal", "leak_cause=strategic-signal"),
        ],
    );
    let valued = row(
        "signal-valuation",
        "A leak read as a signal is worth two to three percent more on the day than one read as an accident.",
        READING,
        Reading::at(&[Metric::Valuation], Company("meta"), 12).form(Form::Log),
        Within(0.02, 0.032),
    );
    experiment(readings, [valued])
}

fn preemption() -> Vec<Fact> {
    let answers = arms(
        &format!("{QUIET} years=3 leak_month=3 leak_info=0.4"),
        [
            ("holds for half a year", "script=3:meta:hold:2"),
            ("launches at once", "script=3:meta:launch-now"),
        ],
    );
    experiment(
        answers,
        [
            row(
                "preemption-users",
                "After a leak, launching at once keeps users that waiting half a year loses.",
                PREEMPTION,
                Reading::at(&[Metric::UserShare], Company("meta"), 9),
                Higher,
            ),
            row(
                "preemption-incidents",
                "At the price of more incidents in that half year.",
                PREEMPTION,
                Reading::of(&[Metric::Incidents], Company("meta"), Sum(2, 9)),
                Higher,
            ),
        ],
    )
}
