//! Headlines: what one future would have read in the papers, and why.
//!
//! Headlines only look: they are made from a trace, after the run, and draw no luck.

mod courses;

use crate::chart::Written;
use crate::num::Real;
use crate::sim::actions::Action;
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
        player: scenario.player.and_then(|a| scenario.place_of(a)),
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
struct Paper<'a, R: Real> {
    scenario: &'a Scenario,
    /// The place of the company that is played.
    player: Option<usize>,
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
            let is_own = company.is_some() && company == self.player;
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
