//! The briefing: a memo to whoever takes over the company, written from the state it is in.

use super::session::{LANE, Session};
use super::sight::{Sight, sight};
use crate::chart::Written;
use crate::sim::Metric;
use crate::sim::actions::Action;
use crate::sim::happenings::Happening;
use crate::sim::presets::PRESETS;

/// The memo, a paragraph each.
pub fn briefing(session: &Session) -> Vec<String> {
    let scenario = session.scenario();
    let i = session.player();
    let name = &scenario.companies[i].name;
    let preset = &PRESETS[scenario.preset];
    let months = scenario.months() - session.month();
    let goal = scenario.goal.row();
    vec![
        format!("{}. {}", preset.name, preset.story),
        leak(session),
        standing(session),
        rivals(session),
        format!(
            "You lead {name} for a first response and {} quarters, {} years and {} months. What counts is: {}. {}",
            session.turns() - 1,
            months / 12,
            months % 12,
            goal.label.to_ascii_lowercase(),
            goal.help
        ),
    ]
}

/// What leaked, as far as the company knows.
fn leak(session: &Session) -> String {
    let i = session.player();
    let leaked = |(_, company, what): &(u32, Option<usize>, Happening)| {
        matches!(what, Happening::Event(_)) && what.id().starts_with("leak") && company.is_some()
    };
    let name = |i: usize| &session.scenario().companies[i].name;
    let happened = session.trace().happenings(LANE);
    let Some((month, Some(who), what)) = happened.into_iter().rev().find(leaked) else {
        return "Nothing has leaked so far. That need not stay so.".to_string();
    };
    let news = what.news().text.replace("{company}", name(who));
    let known = figure(session, who, Metric::Leaked);
    let owner = if who == i { "our" } else { "their" };
    format!(
        "Month {month}: {news}. Outsiders hold {} of {owner} project{}.",
        spoken(&known),
        if known.is_exact() {
            ""
        } else {
            ", as far as anyone can tell; an assessment would say"
        }
    )
}

/// Where the company stands.
fn standing(session: &Session) -> String {
    let i = session.player();
    let say = |metric: Metric| spoken(&figure(session, i, metric));
    let rank = |metric: Metric| {
        let value = |j: usize| session.series(metric, j).last().copied().unwrap_or(0.0);
        let companies = 0..session.trace().companies;
        1 + companies.filter(|j| value(*j) > value(i)).count()
    };
    format!(
        "We are worth {} (number {} of {}) with {} in cash. Our agent works {} alone half the time (number {}); in the laboratory it is {}. {} of developers build on us, {} of users use us.",
        say(Metric::Valuation),
        rank(Metric::Valuation),
        session.trace().companies,
        say(Metric::Cash),
        say(Metric::Horizon),
        rank(Metric::Horizon),
        say(Metric::Laboratory),
        say(Metric::DeveloperShare),
        say(Metric::UserShare),
    )
}

/// The strongest rival, as far as it can be seen.
fn rivals(session: &Session) -> String {
    let i = session.player();
    let value = |j: &usize| {
        session
            .series(Metric::Valuation, *j)
            .last()
            .copied()
            .unwrap_or(0.0)
    };
    let others = (0..session.trace().companies).filter(|j| *j != i);
    let Some(first) = others.max_by(|a, b| value(a).total_cmp(&value(b))) else {
        return String::new();
    };
    let say = |metric: Metric| spoken(&figure(session, first, metric));
    format!(
        "The one to watch is {}: worth {}, its agent works {} alone, and {} in its laboratory by our estimate; {} of developers build on it.",
        session.scenario().companies[first].name,
        say(Metric::Valuation),
        say(Metric::Horizon),
        say(Metric::Laboratory),
        say(Metric::DeveloperShare),
    )
}

fn figure(session: &Session, i: usize, metric: Metric) -> Sight {
    let all = sight(session, i);
    let found = all.into_iter().find(|s| s.metric == metric);
    found.unwrap_or(Sight {
        metric,
        value: 0.0,
        low: 0.0,
        high: 0.0,
    })
}

/// A figure for people: a value, or a range.
pub fn spoken(sight: &Sight) -> String {
    let unit = sight.metric.row().unit;
    match sight.is_exact() {
        true => unit.format(sight.value as f32),
        false => {
            let ends = [sight.low, sight.high].map(|v| unit.format(v as f32));
            ends.join(" to ")
        }
    }
}

/// The first answers to a leak, in the order in which they are offered; whoever orders none of them stays silent.
pub const ANSWERS: [Action; 7] = [
    Action::Assess,
    Action::TellStory,
    Action::PublishMetrics,
    Action::ReassurePartners,
    Action::Litigate,
    Action::OwnIt,
    Action::CallItSignal,
];
/// The answer that is no order.
pub const SILENCE: &str = "Stay silent";
