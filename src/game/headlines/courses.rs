//! What the papers read off the course of figures: firsts, leaders, moods, falls and records.

use super::{Headline, Paper, QUIET_MONTHS};
use crate::chart::Written;
use crate::num::Real;
use crate::sim::domains::{DOMAIN_NAMES, DOMAINS, STAGE_NAMES};
use crate::sim::happenings::Topic;
use crate::sim::metrics::Metric;

/// The market's deviation at which the papers speak of euphoria, and below which the story has broken.
const EUPHORIA: f32 = 0.5;
/// A fall of the valuation from its peak of the last year that makes news.
const CRASH: f32 = 0.35;
/// Incidents per month, all companies, that make news when first reached.
const INCIDENT_MARKS: [f32; 5] = [5.0, 10.0, 25.0, 50.0, 100.0];
/// A new leader must be ahead by this factor to make news.
const CLEARLY_AHEAD: f32 = 1.02;

impl<R: Real> Paper<'_, R> {
    /// The first agent of the industry to reach each stage in each domain, and agents that lost trust.
    pub(super) fn stages(&self, list: &mut Vec<Headline>) {
        const STAGES: [Metric; DOMAINS] = [
            Metric::StageSoftware,
            Metric::StageService,
            Metric::StageContent,
            Metric::StagePersonal,
        ];
        for (d, metric) in STAGES.into_iter().enumerate() {
            let each = self.each(metric);
            let domain = DOMAIN_NAMES[d].to_ascii_lowercase();
            let mut reached = each.iter().map(|s| s[0]).fold(0.0, f32::max);
            let mut own = self.player.map_or(0.0, |i| each[i][0]);
            for month in 1..self.trace.samples {
                let first = first_above(&each, month, reached).map(|(i, s)| (i, s, "the first"));
                reached = first.map_or(reached, |(_, stage, _)| stage);
                // The player hears of the own agent whoever was first.
                let mine = self.player.map(|i| (i, each[i][month], "now a"));
                let mine = mine.filter(|(_, stage, _)| *stage > own);
                own = mine.map_or(own, |(_, stage, _)| stage);
                let second = mine.filter(|(i, ..)| first.is_none_or(|(told, ..)| told != *i));
                for (i, stage, which) in first.into_iter().chain(second) {
                    let text = format!(
                        "{}'s agent is {which} {} in {domain}",
                        self.name(i),
                        STAGE_NAMES[stage as usize],
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
    pub(super) fn leaders(&self, list: &mut Vec<Headline>) {
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
    pub(super) fn mood(&self, list: &mut Vec<Headline>) {
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

    /// Falls of a company's valuation.
    pub(super) fn crashes(&self, list: &mut Vec<Headline>) {
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
    pub(super) fn incidents(&self, list: &mut Vec<Headline>) {
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

    pub(super) fn bankruptcies(&self, list: &mut Vec<Headline>) {
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
