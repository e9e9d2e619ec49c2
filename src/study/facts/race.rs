//! Facts about the race: rivals, enmity, rules and money against safety.

use super::Expected::{Higher, Lower, Within};
use super::When::{Change, Sum};
use super::Whose::{Company, Highest, Industry, Lead, Mean};
use super::{Arm, Fact, QUIET, Reading, arms, experiment, row};
use crate::sim::companies::COMPANIES;
use crate::sim::metrics::Metric;

const RACERS: &str =
    "Armstrong, Bostrom & Shulman (2016): more teams and more enmity mean more risk";
const RULES: &str =
    "Judgement: rules bind research and win trust, see “Regulation” and “Incidents”";
const CLOSENESS: &str = "GovAI (2022): a close laggard gambles";
const COMPUTE: &str = "Jensen et al. (2023): a higher price of compute helps safety if performance scales faster than safety";
const SUBSIDY: &str = "Jensen et al. (2023): enough subsidy for one company lowers risk";
const CLUSTERS: &str = "Hawkes (1971): events excite events";
const CATCH_UP: &str = "Nelson & Phelps (1966): the steady gap is growth over the rate of catch-up";
const WEAKEST: &str = "Judgement: the weakest part of an agent bounds its horizon, see “Products”";

const ADOPTION: &[Metric] = &[
    Metric::AdoptionSoftware,
    Metric::AdoptionService,
    Metric::AdoptionContent,
    Metric::AdoptionPersonal,
];
const ALL_INCIDENTS: &[Metric] = &[Metric::AllIncidents];

pub(super) fn experiments() -> Vec<Vec<Fact>> {
    vec![
        racers(),
        enmity(),
        closeness(),
        regulation(),
        compute("safety_growth=1", true),
        compute("safety_growth=3.5", false),
        subsidy(),
        contagion(),
        severe_incident(),
        catch_up(),
        acting(),
        seeing(),
    ]
}

/// The first `n` companies of the table, all alike: of middling size, closed, without brand, secrets or plans.
pub(super) fn equals(n: usize) -> String {
    let ids: Vec<&str> = COMPANIES[..n].iter().map(|c| c.id).collect();
    let mut words = format!("companies={}", ids.join(","));
    for id in ids {
        words += &format!(
            " {id}.capability=9.5 {id}.know_how=0 {id}.budget=10 {id}.cash=30 {id}.subsidy=8 {id}.complement=0 {id}.brand=0 {id}.openness=0 {id}.strategy=steady"
        );
    }
    words
}

fn racers() -> Vec<Fact> {
    let common = format!("{QUIET} years=8");
    let by_number: Vec<Arm> = [("two racers", 2), ("three", 3), ("five", 5), ("eight", 8)]
        .map(|(label, n)| Arm::new(label, &common, &equals(n)))
        .to_vec();
    experiment(
        by_number,
        [
            row(
                "racers-gap",
                "The more equal companies race, the further the worst product outruns its safety.",
                RACERS,
                Reading::at(&[Metric::SafetyGap], Highest, 96),
                Higher,
            ),
            row(
                "racers-incidents",
                "And the more incidents there are in eight years.",
                RACERS,
                Reading::of(ALL_INCIDENTS, Industry, Sum(0, 96)),
                Higher,
            ),
        ],
    )
}

fn enmity() -> Vec<Fact> {
    let by_enmity = arms(
        &format!("{QUIET} years=8"),
        [
            ("little enmity", "enmity=0.2"),
            ("some", "enmity=0.5"),
            ("full", "enmity=1"),
        ],
    );
    let incidents = row(
        "enmity-incidents",
        "The more companies mind a rival's win, the more incidents there are.",
        RACERS,
        Reading::of(ALL_INCIDENTS, Industry, Sum(0, 96)),
        Higher,
    );
    experiment(by_enmity, [incidents])
}

fn closeness() -> Vec<Fact> {
    let by_lead = arms(
        &format!("{QUIET} years=3"),
        [
            ("level with the rest", "frontier-lab.capability=9.7"),
            ("a doubling ahead", "frontier-lab.capability=10.7"),
            ("two doublings ahead", "frontier-lab.capability=11.7"),
        ],
    );
    let safer = row(
        "closeness-safety",
        "The closer the race, the less of R&D goes to safety.",
        CLOSENESS,
        Reading::of(&[Metric::MixSafety], Mean, Sum(0, 12)),
        Higher,
    );
    experiment(by_lead, [safer])
}

fn regulation() -> Vec<Fact> {
    let rule = arms(
        &format!("{QUIET} years=8"),
        [
            ("rules as they come", ""),
            ("half of all freedom goes", "script=12:meta:new-rule:3.3333"),
        ],
    );
    experiment(
        rule,
        [
            row(
                "rules-incidents",
                "A strict rule prevents incidents.",
                RULES,
                Reading::of(ALL_INCIDENTS, Industry, Sum(12, 96)),
                Lower,
            ),
            row(
                "rules-capability",
                "It slows the frontier.",
                RULES,
                Reading::at(&[Metric::Laboratory], Highest, 96),
                Lower,
            ),
            row(
                "rules-adoption",
                "And raises adoption, through trust.",
                RULES,
                Reading::at(ADOPTION, Industry, 96),
                Higher,
            ),
        ],
    )
}

/// Dear compute, where performance scales faster than safety or the other way round.
fn compute(growth: &str, performance_faster: bool) -> Vec<Fact> {
    let price = arms(
        &format!("{QUIET} years=3 {growth}"),
        [
            ("compute as usual", ""),
            (
                "dear compute",
                "script=1:meta:compute-shock:0.7,10:meta:compute-shock:0.7,19:meta:compute-shock:0.7",
            ),
        ],
    );
    let reading = Reading::at(&[Metric::SafetyGap], Mean, 36);
    let shown = if performance_faster {
        row(
            "compute-price-helps",
            "Dear compute narrows the safety gap where performance scales faster than safety.",
            COMPUTE,
            reading,
            Lower,
        )
    } else {
        row(
            "compute-price-hurts",
            "And widens it where safety scales faster than performance.",
            COMPUTE,
            reading,
            Higher,
        )
    };
    experiment(price, [shown])
}

fn subsidy() -> Vec<Fact> {
    let paid = arms(
        QUIET,
        [
            ("nobody helps the leader", ""),
            ("the leader is subsidised", "frontier-lab.subsidy=60"),
        ],
    );
    let gap = row(
        "subsidy-leader",
        "A large subsidy for the leader narrows its safety gap.",
        SUBSIDY,
        Reading::at(&[Metric::SafetyGap], Company("frontier-lab"), 60),
        Lower,
    );
    experiment(paid, [gap])
}

fn contagion() -> Vec<Fact> {
    let serious = "script=12:frontier-lab:serious-incident:10";
    let strengths = arms(
        &format!("{QUIET} years=3 trust_loss_serious=0 concern_serious=0"),
        [
            (
                "ten serious incidents, no contagion",
                &format!("incident_contagion=0 {serious}"),
            ),
            (
                "some contagion",
                &format!("incident_contagion=0.3 {serious}"),
            ),
            (
                "strong contagion",
                &format!("incident_contagion=0.6 {serious}"),
            ),
        ],
    );
    let clusters = row(
        "incidents-cluster",
        "The more contagious incidents are, the more follow within a year of serious ones.",
        CLUSTERS,
        Reading::of(ALL_INCIDENTS, Industry, Sum(11, 24)),
        Higher,
    );
    experiment(strengths, [clusters])
}

fn severe_incident() -> Vec<Fact> {
    let incident = arms(
        &format!("{QUIET} years=3"),
        [
            ("no incident", ""),
            (
                "a severe incident",
                "script=12:frontier-lab:severe-incident:2.4",
            ),
        ],
    );
    const SEVERE: &str = "Judgement: rules answer public concern, as the EU AI Act did";
    experiment(
        incident,
        [
            row(
                "severe-regulation",
                "A severe incident brings rules.",
                SEVERE,
                Reading::at(&[Metric::Regulation], Industry, 36),
                Higher,
            ),
            row(
                "severe-adoption",
                "It slows adoption in the year that follows.",
                SEVERE,
                Reading::of(ADOPTION, Industry, Change(11, 24)),
                Lower,
            ),
            row(
                "severe-users",
                "And users leave the company it happened to.",
                SEVERE,
                Reading::at(&[Metric::UserShare], Company("frontier-lab"), 24),
                Lower,
            ),
        ],
    )
}

fn catch_up() -> Vec<Fact> {
    let by_rate = arms(
        QUIET,
        [
            ("slow catch-up", "catch_up_closed=1.5"),
            ("usual", "catch_up_closed=3"),
            ("fast", "catch_up_closed=5"),
        ],
    );
    let lag = row(
        "catch-up-lag",
        "The faster laggards catch up with products, the less the open lab trails the best laboratory.",
        CATCH_UP,
        Reading::at(&[Metric::Laboratory], Lead("open-lab"), 36),
        Higher,
    );
    experiment(by_rate, [lag])
}

fn acting() -> Vec<Fact> {
    let rooms = arms(
        &format!("{QUIET} years=3"),
        [
            ("room to act", "action_room=2"),
            ("little room", "action_room=0"),
            ("none", "action_room=-2"),
        ],
    );
    let bound = row(
        "weakest-part-acting",
        "An agent that cannot act on what it thinks is held to what it can do.",
        WEAKEST,
        Reading::at(&[Metric::Horizon], Mean, 36),
        Lower,
    );
    experiment(rooms, [bound])
}

fn seeing() -> Vec<Fact> {
    let eyes = arms(
        &format!("{QUIET} years=3"),
        [
            ("eyes as usual", ""),
            ("better eyes", "multimodality_trend=0.3"),
        ],
    );
    experiment(
        eyes,
        [
            row(
                "weakest-part-seeing",
                "Better eyes lengthen the horizon of personal assistants, which are held back by what they see.",
                WEAKEST,
                Reading::at(&[Metric::HorizonPersonal], Mean, 36),
                Higher,
            ),
            row(
                "strong-part-seeing",
                "They hardly touch software, which is held back by thinking.",
                WEAKEST,
                Reading::at(&[Metric::Horizon], Mean, 36),
                Within(-0.1, 0.1),
            ),
        ],
    )
}
