//! The race map and the papers of the last quarter: the months pass on the map, and headlines say what happened.

use super::super::icons::{self, icon};
use super::super::race::{Course, Map};
use super::super::state::Msg;
use super::super::{Shared, browser, words};
use super::board::board;
use super::report::report;
use super::state::{Act, FRONT_PAGE, Motion};
use after_the_leak::chart::Calendar;
use after_the_leak::game::{self, Headline, Session, briefing};
use after_the_leak::num::sort_short;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct PaperProps {
    pub session: Shared<Session>,
    pub news: Shared<Vec<Headline>>,
    /// The month before the first of the quarter.
    pub from: u32,
    pub time: f64,
    pub motion: Motion,
    pub auto: bool,
    pub stops: bool,
    /// Whether it is played here: then the focus follows the turns.
    pub is_own: bool,
    pub send: Callback<Msg>,
}

/// The heading of the papers.
const HEADING: &str = "news-heading";

/// The race of a game so far.
pub fn course(session: &Session) -> Course {
    let scenario = Rc::new(session.scenario().clone());
    Course::read(&scenario, |metric, i| session.series(metric, i))
}

#[component]
pub fn Paper(props: &PaperProps) -> Html {
    let session = &props.session;
    let course = use_memo(session.clone(), |session| course(session).with_room());
    let memo = use_memo(session.clone(), |session| match session.turn() {
        0 => briefing(session),
        _ => vec![],
    });
    let month = (props.time as u32).min(session.month());
    // At the briefing nothing has changed yet.
    let from = match session.turn() {
        0 => month,
        _ => props.from,
    };
    let board = use_memo((session.clone(), month, from), |(session, month, from)| {
        board(session, *month, *from)
    });
    // The heading has the focus when a turn was played, so that the news is read before the next decision. While turns
    // follow each other, and when that is paused, the focus stays: at the button that pauses.
    let follows = props.is_own && !props.auto && props.motion != Motion::Waits;
    use_effect_with((session.clone(), props.auto), move |_| {
        if follows {
            browser::to_top();
            browser::focus(HEADING);
        }
    });
    let ended = props.motion == Motion::Rests && session.ending().is_some();
    let verdict = use_memo((session.clone(), ended), |(session, ended)| match ended {
        true => game::verdict(session, session.goal()).sentence,
        false => String::new(),
    });
    let mut news: Vec<&Headline> = props.news.iter().filter(|h| h.month <= month).collect();
    // The latest month first, and in it what weighs most: news that stopped the game stands on top.
    sort_short(&mut news, |a, b| b.month.cmp(&a.month));
    let (new, old): (Vec<&Headline>, Vec<&Headline>) =
        news.into_iter().partition(|h| h.month > props.from);
    let player = Some(session.player());
    let minor = |h: &&Headline| h.weight > 1 || h.company == player;
    html! {
        <section class="paper" aria-labelledby={HEADING}>
            <Map course={Shared(course)} time={props.time} focus={session.player()} />
            <div class="quarter">
                <h1 id={HEADING} tabindex="-1">{ heading(session, props.from) }</h1>
                <div class="onward">
                    { auto(props) }
                    { onward(props.motion, session, &props.send) }
                    { stops(props.stops, &props.send) }
                    <p class="hint" role="status">{ passing(props) }</p>
                    <p class="hint" id="auto-hint" hidden={ended}>{ AUTO }{ if props.stops { TO_NEWS } else { TO_END } }</p>
                </div>
                <div class="pages" tabindex="0" role="region" aria-label="The papers">
                <p class="ended" hidden={!ended}>{ verdict.as_str() }</p>
                <div class="memo">
                    for (k, paragraph) in memo.iter().enumerate() { <p key={k}>{ paragraph }</p> }
                </div>
                <div>if props.motion == Motion::Rests { { report(session) } }</div>
                <ol class="headlines" hidden={new.is_empty()}>
                    for (k, headline) in new.iter().enumerate() { { item(k, session, headline) } }
                </ol>
                <p class="hint" hidden={!new.is_empty() || !memo.is_empty()}>{ "Nothing that made the papers." }</p>
                <details class="earlier">
                    <summary>{ "Earlier news" }</summary>
                    <ol class="headlines">
                        for (k, headline) in old.iter().copied().filter(minor).enumerate() { { item(k, session, headline) } }
                    </ol>
                </details>
                </div>
            </div>
            <div class="standing">{ (*board).clone() }</div>
        </section>
    }
}

/// What the papers are of.
fn heading(session: &Session, from: u32) -> String {
    let label = |month: u32| Calendar::default().label(month as usize);
    match session.turn() {
        0 => format!("Briefing, {}", words::date(session.month())),
        _ => format!("{} to {}", label(from + 1), label(session.month())),
    }
}

fn item(key: usize, session: &Session, headline: &Headline) -> Html {
    let company = headline
        .company
        .and_then(|i| session.scenario().companies.get(i));
    let slot = company.map(|c| format!("c{}", c.archetype));
    let when = Calendar::default().label(headline.month as usize);
    html! {
        <li {key} class={classes!(format!("w{}", headline.weight), slot)}>
            <span class="when">{ when }<span class="topic">{ headline.topic.name() }</span></span>
            <span class="text">{ &headline.text }</span>
        </li>
    }
}

/// What auto-play does, and where it stops.
const AUTO: &str =
    "Auto-play sends what is ticked, then plays on with your standing policy, no moves, ";
const TO_NEWS: &str = "to the next front-page news.";
const TO_END: &str = "to the end.";

/// Lets turn follow turn, or pauses that.
fn auto(props: &PaperProps) -> Html {
    let ended = props.motion == Motion::Rests && props.session.ending().is_some();
    let onclick = props.send.reform(|_| Msg::Game(Act::Auto));
    let (sign, words) = match props.auto {
        true => (icons::PAUSE, "Pause"),
        false => (icons::PLAY, "Auto-play"),
    };
    html! {
        <button type="button" id="auto" class={classes!("auto", props.auto.then_some("on"))} hidden={ended} {onclick} aria-describedby="auto-hint">{ icon(sign) }{ words }</button>
    }
}

/// What time does, in a sentence for those who do not see it pass.
fn passing(props: &PaperProps) -> Html {
    let is_front = |h: &&Headline| f64::from(h.month) == props.time && h.weight >= FRONT_PAGE;
    let briefed = props.session.turn() == 0;
    let front = props.news.iter().find(is_front);
    let front = front.filter(|_| props.stops && !briefed);
    // The turn that passes is the one before the next decision.
    let (turn, turns) = (
        props.session.turn().saturating_sub(1),
        props.session.turns(),
    );
    let stopped = match props.motion {
        Motion::Waits => "Stopped at front-page news.",
        _ => "The quarter ends with front-page news.",
    };
    match (props.motion, front) {
        (Motion::Waits | Motion::Rests, Some(headline)) => {
            html! { <>{ stopped }<span class="unseen">{ &headline.text }</span></> }
        }
        (Motion::Waits, None) => "Paused.".into(),
        (Motion::Runs, _) if props.auto && turn > 0 => {
            format!("Quarter {turn} of {}", turns - 1).into()
        }
        _ => html! {},
    }
}

/// The button beside it: it skips, goes on, or leads to the next decision.
fn onward(motion: Motion, session: &Session, send: &Callback<Msg>) -> Html {
    let (label, target) = match (motion, session.ending()) {
        (Motion::Runs | Motion::Replays, _) => ("Skip", None),
        (Motion::Waits, _) => ("Go on", None),
        (Motion::Rests, None) => ("To your orders", Some("turn-heading")),
        (Motion::Rests, Some(_)) => ("To the debrief", Some("debrief-heading")),
    };
    let send = send.clone();
    let onclick = move |_| match target {
        Some(id) => browser::reveal(id),
        None => send.emit(Msg::Game(Act::Onward)),
    };
    html! { <button type="button" id="onward" class="quiet" {onclick}>{ label }</button> }
}

fn stops(stops: bool, send: &Callback<Msg>) -> Html {
    let onchange = send.reform(move |_| Msg::Game(Act::Stops(!stops)));
    html! { <label class="hint"><input type="checkbox" checked={stops} {onchange} />{ "stop at front page" }</label> }
}
