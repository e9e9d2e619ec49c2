//! Facts that are laws: equals fare equally, places do not matter, shares add up, steps may be months or weeks.

use super::Compare::{Ratio, Value};
use super::Expected::{Same, Within};
use super::When::{At, FarthestFrom, SmallestRise};
use super::Whose::{Between, Company, Highest, Industry, Total};
use super::race::equals;
use super::{Arm, Fact, Form, QUIET, Reading, Row, arms, experiment, row};
use crate::sim::metrics::Metric;

const NEUTRALITY: &str =
    "A requirement, by definition: equal companies are treated alike, see “The order of the month”";
const CONSERVATION: &str = "A requirement, by definition: shares are shares and steps are only steps, see “The order of the month”";
/// What single precision adds up to in eight years of sums of shares.
const ROUNDING: f64 = 1e-4;

pub(super) fn experiments() -> Vec<Vec<Fact>> {
    vec![neutrality(), places(), conservation(), steps()]
}

fn neutrality() -> Vec<Fact> {
    const fn level(id: &'static str, metric: &'static [Metric], rival: &'static str) -> Row {
        let claim = "Companies that start alike fare alike on average.";
        let reading = Reading::at(metric, Between("meta", rival), 60);
        row(id, claim, NEUTRALITY, reading, Same).compare(Value)
    }
    let alike = arms(QUIET, [("five alike", &equals(5))]);
    experiment(
        alike,
        [
            level("equals-users-2", &[Metric::UserShare], "frontier-lab"),
            level("equals-users-3", &[Metric::UserShare], "challenger"),
            level("equals-users-4", &[Metric::UserShare], "cloud-giant"),
            level("equals-users-5", &[Metric::UserShare], "open-lab"),
            level("equals-value", &[Metric::Valuation], "open-lab"),
        ],
    )
}

fn places() -> Vec<Fact> {
    let common = format!(
        "{QUIET} surprise_rate=0 incident_rate=0 narrative_noise=0 mispricing_noise=0 flop_probability=0"
    );
    let order = arms(
        &common,
        [
            ("the usual order", ""),
            (
                "the order turned round",
                "companies=open-lab,cloud-giant,challenger,frontier-lab,meta",
            ),
        ],
    );
    experiment(
        order,
        [row(
            "places-do-not-matter",
            "A company's luck is its own: in whatever order companies are listed, each fares the same.",
            NEUTRALITY,
            Reading::at(&[Metric::Valuation], Company("meta"), 60).form(Form::Log),
            Within(-ROUNDING, ROUNDING),
        )],
    )
}

fn conservation() -> Vec<Fact> {
    const YEARS: u32 = 96;
    const fn sums(id: &'static str, claim: &'static str, metric: &'static [Metric]) -> Row {
        let reading = Reading::of(metric, Total, FarthestFrom(1.0, 0, YEARS));
        row(
            id,
            claim,
            CONSERVATION,
            reading,
            Within(-ROUNDING, ROUNDING),
        )
        .compare(Value)
    }
    const fn rises(id: &'static str, metric: &'static [Metric]) -> Row {
        let claim = "Who has adopted agents keeps them, whatever happens to the ceiling.";
        let reading = Reading::of(metric, Industry, SmallestRise(0, YEARS));
        row(id, claim, CONSERVATION, reading, Within(-1e-9, 1.0)).compare(Value)
    }
    const fn bounded(id: &'static str, metric: &'static [Metric], whose: super::Whose) -> Row {
        let claim = "Indices stay between zero and one.";
        let reading = Reading::of(metric, whose, FarthestFrom(0.5, 0, YEARS));
        row(id, claim, CONSERVATION, reading, Within(0.0, 0.5 + 1e-6)).compare(Value)
    }
    let eight_years = vec![Arm::new("eight years", "preset=meta-agent years=8", "")];
    experiment(
        eight_years,
        [
            sums(
                "developers-add-up",
                "The shares of developers add up to one in every month.",
                &[Metric::DeveloperShare],
            ),
            sums(
                "users-add-up",
                "So do the shares of users.",
                &[Metric::UsersPersonal],
            ),
            rises("adoption-keeps", &[Metric::AdoptionPersonal]),
            bounded("know-how-bounded", &[Metric::KnowHow], Highest),
            bounded("trust-bounded", &[Metric::Trust], Highest),
            bounded("leaked-bounded", &[Metric::Leaked], Highest),
            bounded("rules-bounded", &[Metric::Regulation], Industry),
        ],
    )
}

/// Weeks against months. The luck of a week is not that of a month, so that means are compared, not futures.
fn steps() -> Vec<Fact> {
    let months = Arm::new("monthly steps", QUIET, "");
    let weeks = Arm {
        label: "weekly steps",
        parts: 4,
        ..months.clone()
    };
    const ADOPTION: &[Metric] = &[
        Metric::AdoptionSoftware,
        Metric::AdoptionService,
        Metric::AdoptionContent,
        Metric::AdoptionPersonal,
    ];
    experiment(
        vec![months, weeks],
        [
            row(
                "weeks-adoption",
                "Weekly instead of monthly steps change adoption by less than half a percentage point.",
                CONSERVATION,
                Reading::at(ADOPTION, Industry, 60),
                Within(-0.005, 0.005),
            ),
            row(
                "weeks-capability",
                "Capability by less than 1.5 %.",
                CONSERVATION,
                Reading::of(&[Metric::Laboratory], Highest, At(60)),
                Within(0.985, 1.015),
            )
            .compare(Ratio),
            row(
                "weeks-incidents",
                "And incidents by less than 9 %.",
                CONSERVATION,
                Reading::of(&[Metric::AllIncidents], Industry, super::When::Sum(0, 60)),
                Within(0.91, 1.09),
            )
            .compare(Ratio),
        ],
    )
}
