//! Headlines: what one future would have read in the papers, and why.
//!
//! Headlines only look: they are made from a trace, after the run, and draw no luck.

use crate::chart::Written;
use crate::num::Real;
use crate::sim::actions::Action;
use crate::sim::domains::{DOMAIN_NAMES, DOMAINS, STAGE_NAMES};
use crate::sim::events::Event;
use crate::sim::happenings::{Happening, News, Topic};
use crate::sim::metrics::Metric;
use crate::sim::{Scenario, Trace};

/// One headline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headline {
    /// The month, counted from 1, as in the samples of the trace.
    pub month: u32,
    /// The company it is about; none when it is about all.
    pub company: Option<usize>,
    pub topic: Topic,
    pub text: String,
    /// 1 minor, 2 news, 3 front page.
    pub weight: u8,
}

/// The headlines of one lane of a trace that recorded everything, by month, the weightiest of a month first.
pub fn headlines<R: Real>(scenario: &Scenario, trace: &Trace<R>, lane: usize) -> Vec<Headline> {
    let paper = Paper {
        scenario,
        trace,
        lane,
    };
    let mut list = vec![];
    paper.happenings(&mut list);
    paper.stages(&mut list);
    paper.leaders(&mut list);
    paper.mood(&mut list);
    paper.incidents(&mut list);
    paper.stop_after_a_catastrophe(&mut list);
    paper.crashes(&mut list);
    paper.bankruptcies(&mut list);
    paper.refusals(&mut list);
    list.sort_by_key(|h| (h.month, core::cmp::Reverse(h.weight), h.topic, h.company));
    list
}

/// Months within which the same minor headline is not repeated.
const QUIET_MONTHS: u32 = 12;
/// The market's deviation at which the papers speak of euphoria, and below which the story has broken.
const EUPHORIA: f32 = 0.5;
/// A fall of the valuation from its peak of the last year that makes news.
const CRASH: f32 = 0.35;
/// Incidents per month, all companies, that make news when first reached.
const INCIDENT_MARKS: [f32; 5] = [5.0, 10.0, 25.0, 50.0, 100.0];
/// A new leader must be ahead by this factor to make news.
const CLEARLY_AHEAD: f32 = 1.02;

struct Paper<'a, R: Real> {
    scenario: &'a Scenario,
    trace: &'a Trace<R>,
    lane: usize,
}

impl<R: Real> Paper<'_, R> {
    fn name(&self, i: usize) -> &str {
        &self.scenario.companies[i].name
    }

    fn series(&self, metric: Metric, i: usize) -> Vec<f32> {
        self.trace.lane(metric, i, self.lane)
    }

    fn each(&self, metric: Metric) -> Vec<Vec<f32>> {
        (0..self.trace.companies)
            .map(|i| self.series(metric, i))
            .collect()
    }

    /// What the tables call news, said once within [`QUIET_MONTHS`] where it is minor; of the played company always.
    fn happenings(&self, list: &mut Vec<Headline>) {
        let player = self.scenario.player.and_then(|a| self.scenario.place_of(a));
        let mut last: Vec<(usize, Option<usize>, u32)> = vec![];
        for (month, company, what) in self.trace.happenings(self.lane) {
            let News {
                topic,
                weight,
                text,
            } = what.news();
            if weight == 0 {
                continue;
            }
            let before = last
                .iter_mut()
                .find(|(place, who, _)| (*place, *who) == (what.place(), company));
            let is_own = company.is_some() && company == player;
            match before {
                Some((_, _, said)) if weight == 1 && !is_own && month < *said + QUIET_MONTHS => {
                    continue;
                }
                Some((_, _, said)) => *said = month,
                None => last.push((what.place(), company, month)),
            }
            let name = company.map_or("", |i| self.name(i));
            let mut text = text.replace("{company}", name);
            text += &self.detail(what, month as usize, company);
            list.push(Headline {
                month,
                company,
                topic,
                text,
                weight,
            });
        }
    }

    /// The figure that belongs to a headline. How much of a leak can be rebuilt is not for players to read in the papers.
    fn detail(&self, what: Happening, month: usize, company: Option<usize>) -> String {
        let i = company.unwrap_or(0);
        let at = |metric: Metric| self.series(metric, i).get(month).copied().unwrap_or(0.0);
        match what {
            Happening::Event(
                Event::LeakDocuments | Event::LeakCode | Event::LeakWeights | Event::LeakEverything,
            ) if self.scenario.player.is_none() => {
                format!(
                    "; outsiders can rebuild {} of it",
                    Metric::Leaked.row().unit.format(at(Metric::Leaked))
                )
            }
            Happening::Event(Event::Launch) => {
                format!(
                    ": its agent now works {} alone half the time",
                    Metric::Horizon.row().unit.format(at(Metric::Horizon))
                )
            }
            Happening::Event(Event::NewRule) => {
                format!(
                    "; stringency is {}",
                    Metric::Regulation.row().unit.format(at(Metric::Regulation))
                )
            }
            Happening::Action(Action::OpenWeights | Action::FullOpen) => {
                format!(
                    "; {} of developers build on it",
                    Metric::DeveloperShare
                        .row()
                        .unit
                        .format(at(Metric::DeveloperShare))
                )
            }
            _ => String::new(),
        }
    }

    /// The first agent of the industry to reach each stage in each domain, and agents that lost trust.
    fn stages(&self, list: &mut Vec<Headline>) {
        const STAGES: [Metric; DOMAINS] = [
            Metric::StageSoftware,
            Metric::StageService,
            Metric::StageContent,
            Metric::StagePersonal,
        ];
        for (d, metric) in STAGES.into_iter().enumerate() {
            let each = self.each(metric);
            let mut reached = each.iter().map(|s| s[0]).fold(0.0, f32::max);
            for month in 1..self.trace.samples {
                let Some((i, stage)) = first_above(&each, month, reached) else {
                    continue;
                };
                reached = stage;
                let text = format!(
                    "{}'s agent is the first {} in {}",
                    self.name(i),
                    STAGE_NAMES[stage as usize],
                    DOMAIN_NAMES[d].to_ascii_lowercase()
                );
                list.push(Headline {
                    month: month as u32,
                    company: Some(i),
                    topic: Topic::Stage,
                    text,
                    weight: 3,
                });
            }
        }
        for (i, stages) in self.each(Metric::StageSoftware).iter().enumerate() {
            let mut said = 0;
            for month in 1..stages.len() {
                if stages[month - 1] >= 1.0
                    && stages[month] == 0.0
                    && (said == 0 || month > said + QUIET_MONTHS as usize)
                {
                    said = month;
                    let text = format!(
                        "People no longer trust {}: its agents count as toys",
                        self.name(i)
                    );
                    list.push(Headline {
                        month: month as u32,
                        company: Some(i),
                        topic: Topic::Stage,
                        text,
                        weight: 2,
                    });
                }
            }
        }
    }

    /// Changes at the top: developers, users, value.
    fn leaders(&self, list: &mut Vec<Headline>) {
        let races = [
            (
                Metric::DeveloperShare,
                Topic::Ecosystem,
                "Developers now build for {company} more than for anyone else",
            ),
            (
                Metric::UserShare,
                Topic::Market,
                "{company} now has the most users",
            ),
            (
                Metric::Valuation,
                Topic::Market,
                "{company} becomes the most valuable of the companies",
            ),
        ];
        for (metric, topic, words) in races {
            let each = self.each(metric);
            let mut leader = top(&each, 0);
            for month in 1..self.trace.samples {
                let now = top(&each, month);
                if now != leader && each[now][month] > CLEARLY_AHEAD * each[leader][month] {
                    leader = now;
                    let figure = metric.row().unit.format(each[now][month]);
                    let text = format!("{} ({figure})", words.replace("{company}", self.name(now)));
                    list.push(Headline {
                        month: month as u32,
                        company: Some(now),
                        topic,
                        text,
                        weight: 2,
                    });
                }
            }
        }
    }

    /// Hype and its end.
    fn mood(&self, list: &mut Vec<Headline>) {
        let narrative = self.series(Metric::Narrative, 0);
        let checks = self.series(Metric::Fundamentalists, 0);
        let mut euphoric = false;
        for month in 1..narrative.len() {
            let share = Metric::Fundamentalists.row().unit.format(checks[month]);
            let text = match (euphoric, narrative[month]) {
                (false, x) if x > EUPHORIA => format!(
                    "Euphoria: the story carries prices; {share} of investors still check the figures"
                ),
                (true, x) if x < 0.0 => format!(
                    "The story breaks: prices fall back on what the figures support; {share} of investors check them"
                ),
                _ => continue,
            };
            euphoric = !euphoric;
            list.push(Headline {
                month: month as u32,
                company: None,
                topic: Topic::Market,
                text,
                weight: 3,
            });
        }
    }

    /// After a catastrophe there is no race to tell of, but of what becomes of the companies; that no agent is more than
    /// a toy then goes without saying.
    fn stop_after_a_catastrophe(&self, list: &mut Vec<Headline>) {
        let whose = self.series(Metric::Catastrophe, 0);
        if let Some(month) = whose.iter().position(|i| *i >= 0.0) {
            let is_told =
                |h: &Headline| h.month as usize + usize::from(h.topic == Topic::Stage) <= month;
            list.retain(is_told);
        }
    }

    /// Falls of a company's valuation.
    fn crashes(&self, list: &mut Vec<Headline>) {
        const YEAR: usize = 12;
        for (i, value) in self.each(Metric::Valuation).iter().enumerate() {
            let mut quiet_until = 0;
            for month in 1..value.len() {
                let peak = value[month.saturating_sub(YEAR)..month]
                    .iter()
                    .copied()
                    .fold(0.0, f32::max);
                if month >= quiet_until && value[month] < (1.0 - CRASH) * peak {
                    quiet_until = month + YEAR;
                    let lost = Metric::UserShare
                        .row()
                        .unit
                        .format(1.0 - value[month] / peak);
                    let text = format!(
                        "{} has lost {lost} of its value within a year",
                        self.name(i)
                    );
                    list.push(Headline {
                        month: month as u32,
                        company: Some(i),
                        topic: Topic::Market,
                        text,
                        weight: 2,
                    });
                }
            }
        }
    }

    /// Round numbers of incidents.
    fn incidents(&self, list: &mut Vec<Headline>) {
        let all = self.series(Metric::AllIncidents, 0);
        for mark in INCIDENT_MARKS {
            if let Some(month) = all.iter().position(|n| *n >= mark) {
                let text = format!(
                    "{} incidents with agents in one month, more than ever",
                    all[month]
                );
                list.push(Headline {
                    month: month as u32,
                    company: None,
                    topic: Topic::Incident,
                    text,
                    weight: 2,
                });
            }
        }
    }

    /// Orders that could not be followed.
    fn refusals(&self, list: &mut Vec<Headline>) {
        for r in self.trace.refused(self.lane) {
            let (order, why) = (r.order.label(), r.reason.sentence());
            list.push(Headline {
                month: r.month,
                company: Some(r.company),
                topic: Topic::Response,
                text: format!("Not done: {order}. {why}"),
                weight: 2,
            });
        }
    }

    fn bankruptcies(&self, list: &mut Vec<Headline>) {
        for (i, broke) in self.each(Metric::Bankrupt).iter().enumerate() {
            if let Some(month) = broke.iter().position(|b| *b > 0.5) {
                let text = format!(
                    "{} has been without cash for a year and is bankrupt",
                    self.name(i)
                );
                list.push(Headline {
                    month: month as u32,
                    company: Some(i),
                    topic: Topic::Market,
                    text,
                    weight: 3,
                });
            }
        }
    }
}

/// The company with the largest value in a month, the first of equals.
fn top(each: &[Vec<f32>], month: usize) -> usize {
    let mut best = 0;
    for i in 1..each.len() {
        if each[i][month] > each[best][month] {
            best = i;
        }
    }
    best
}

/// The best company above a stage in a month.
fn first_above(each: &[Vec<f32>], month: usize, stage: f32) -> Option<(usize, f32)> {
    let best = top(each, month);
    (each[best][month] > stage).then(|| (best, each[best][month]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::{Wish, run_lanes};

    #[test]
    fn the_seed_preset_makes_news_of_every_topic_and_each_has_its_month() {
        let scenario = Scenario::default();
        let mut topics = std::collections::BTreeSet::new();
        for batch in 0..4 {
            let trace = run_lanes(&scenario, 8 * batch, &Wish::everything());
            for lane in 0..8 {
                let news = headlines(&scenario, &trace, lane);
                assert!(news.windows(2).all(|w| w[0].month <= w[1].month));
                assert!(
                    news.iter()
                        .all(|h| h.month >= 1 && h.month <= scenario.months())
                );
                assert!(
                    news.iter()
                        .all(|h| !h.text.contains('{') && h.text.len() < 160),
                    "{news:?}"
                );
                let leak = news
                    .iter()
                    .find(|h| h.topic == Topic::Leak && h.company == Some(0));
                assert!(leak.is_some_and(|h| h.month <= 3));
                topics.extend(news.iter().map(|h| h.topic));
            }
        }
        assert!(topics.len() >= 8, "{topics:?}");
    }
}
