//! The result of a game: every company by its score, on the page and as a picture to share.

use super::super::files::{FILE, file};
use super::super::words;
use super::estimate::{score, scored_by};
use super::paper;
use after_the_leak::chart::{GameResult, RaceMap, Scored};
use after_the_leak::game::{self, Ending, Session, Verdict};
use yew::prelude::*;

/// The companies by their ranks, the first on top.
fn by_rank(verdict: &Verdict) -> Vec<usize> {
    let ranks = &verdict.companies;
    let of_rank = |rank| (0..ranks.len()).filter(move |i| ranks[*i].1 == rank);
    (1..=ranks.len()).flat_map(of_rank).collect()
}

/// How a game ended, as a picture to share: the verdict, the scores and the map.
pub fn picture(session: &Session) -> String {
    let (verdict, month) = (game::verdict(session, session.goal()), session.month());
    let scored = |i: usize| {
        let entrant = &session.scenario().companies[i];
        Scored {
            name: &entrant.name,
            slot: entrant.archetype as u8,
            score: verdict.companies[i].0 as f32,
            selected: i == session.player(),
        }
    };
    let draw = |map: &RaceMap| {
        let result = GameResult {
            title: &verdict.sentence,
            scored_by: &scored_by(verdict.goal.row()),
            scores: by_rank(&verdict).into_iter().map(scored).collect(),
            map: map.clone(),
        };
        file(&result.svg(FILE.0, FILE.1))
    };
    let (time, date) = (f64::from(month), words::date(month));
    let course = paper::course(session).close_up(time);
    course.with_map(time, session.player(), &date, draw)
}

/// Every company by its score; nothing after a catastrophe.
pub fn ranking(session: &Session, verdict: &Verdict) -> Html {
    let companies = &session.scenario().companies;
    let order = by_rank(verdict);
    let most = verdict.companies[order[0]].0.max(f64::MIN_POSITIVE);
    let row = |i: usize| {
        let (value, own) = (verdict.companies[i].0, i == session.player());
        html! {
            <li key={i} class={classes!(format!("c{}", companies[i].archetype), own.then_some("own"))}>
                <span>{ &companies[i].name }</span><i style={format!("--to:{:.3}", value / most)}></i><span>{ score(value) }</span></li>
        }
    };
    html! {
        <ol class="ranking" hidden={verdict.ending == Some(Ending::Catastrophe)} aria-label={scored_by(verdict.goal.row())}>
            for i in order { { row(i) } }
        </ol>
    }
}
