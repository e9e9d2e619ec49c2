//! The race map and the papers of the last quarter: the months pass on the map, and headlines say what happened.

use super::state::{Act, Motion};
use crate::race::{Course, Map};
use crate::state::Msg;
use crate::{Shared, browser};
use after_the_leak::chart::Calendar;
use after_the_leak::game::{Headline, Session};
use after_the_leak::sim::Scenario;
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
    pub stops: bool,
    pub send: Callback<Msg>,
}

#[component]
pub fn Paper(props: &PaperProps) -> Html {
    let session = &props.session;
    let course = use_memo(session.clone(), |session| {
        let scenario: Rc<Scenario> = Rc::new(session.scenario().clone());
        Course::read(&scenario, |metric, i| session.series(metric, i))
    });
    // The heading has the focus when a turn was played, so that the news is read before the next decision.
    use_effect_with((session.clone(), session.turn()), |_| {
        browser::next_frame(|| browser::focus("news-heading"));
    });
    let month = props.time as u32;
    let (new, old): (Vec<&Headline>, Vec<&Headline>) = props
        .news
        .iter()
        .filter(|h| h.month <= month)
        .partition(|h| h.month > props.from);
    let minor = |h: &&Headline| h.weight > 1;
    html! {
        <section class="paper" aria-labelledby="news-heading">
            <Map course={Shared(course)} time={props.time} focus={session.player()} />
            <div class="quarter">
                <h1 id="news-heading" tabindex="-1">{ heading(session, props.from) }</h1>
                <ol class="headlines">
                    for (k, headline) in new.iter().enumerate() { { item(k, session, headline) } }
                </ol>
                <p class="hint" hidden={!new.is_empty()}>{ "Nothing that made the papers." }</p>
                <div class="onward">
                    { onward(props.motion, session, &props.send) }
                    { stops(props.stops, &props.send) }
                </div>
                <details class="earlier">
                    <summary>{ "Earlier news" }</summary>
                    <ol class="headlines">
                        for (k, headline) in old.iter().copied().filter(minor).enumerate() { { item(k, session, headline) } }
                    </ol>
                </details>
            </div>
        </section>
    }
}

/// What the papers are of.
fn heading(session: &Session, from: u32) -> String {
    let label = |month: u32| Calendar::default().label(month as usize);
    match session.turn() {
        0 => format!("Up to {}", label(session.month())),
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

/// The one button of the papers: it skips, goes on, or leads to the next decision.
fn onward(motion: Motion, session: &Session, send: &Callback<Msg>) -> Html {
    let (label, target) = match (motion, session.ending()) {
        (Motion::Runs, _) => ("Skip", None),
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
    html! { <label class="hint"><input type="checkbox" checked={stops} {onchange} />{ "stop at front-page news" }</label> }
}
