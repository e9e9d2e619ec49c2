//! The saved game: what this browser remembers of the last game that was played here, and of the one before it.
//!
//! A link always beats what is saved: an opened game replaces the saved one only when it is played on, and then the
//! saved one is kept as the one before.

use super::super::browser;
use super::super::state::{App, Mode, Msg, Notes, Shown};
use super::state::Act;
use after_the_leak::game::{daily, day_of};
use after_the_leak::link::{self, Link};
use after_the_leak::sim::Scenario;
use after_the_leak::sim::orders::{self, Order, Turn};
use after_the_leak::sim::presets::PRESETS;
use std::rc::Rc;
use yew::prelude::*;

/// Where the browser keeps the link of the last game, and of the one before.
const LAST: &str = "game";
const BEFORE: &str = "game-before";
/// And what is ticked for the present turn of the last one.
const DRAFT: &str = "game-draft";

/// Keeps the game that is played here.
#[hook]
pub fn use_saved(app: &Rc<App>) {
    let play = app.play.clone();
    use_effect_with((play.number, play.is_own), move |_| {
        if let Some(session) = play.session.as_ref().filter(|_| play.is_own) {
            keep(session.scenario());
            let (turn, orders) = (session.turn(), play.draft.to_vec());
            browser::remember(DRAFT, &orders::write(&[Turn { turn, orders }]));
        }
    });
}

fn keep(scenario: &Scenario) {
    let text = link::write(scenario, "", None);
    match browser::remembered(LAST) {
        Some(old) if old == text => return,
        Some(old) if read(&old).is_some_and(|old| !is_same_game(&old, scenario)) => {
            browser::remember(BEFORE, &old);
        }
        _ => {}
    }
    browser::remember(LAST, &text);
}

/// A game that was saved; nothing for what is none, or was hardly begun.
fn read(text: &str) -> Option<Scenario> {
    let (link, _) = Link::read(text);
    let is_game = link.scenario.player.is_some() && !link.scenario.orders.is_empty();
    is_game.then_some(link.scenario)
}

/// Whether two scenarios are the same game, however far it was played and whatever was ordered.
fn is_same_game(a: &Scenario, b: &Scenario) -> bool {
    let world = |s: &Scenario| Scenario {
        orders: vec![],
        ..s.clone()
    };
    world(a) == world(b)
}

/// A way to the saved game, where there is another one than is shown.
pub fn offer(app: &App, send: &Callback<Msg>) -> Html {
    let kept = [LAST, BEFORE].into_iter().filter_map(browser::remembered);
    let other = |s: &Scenario| app.play.session.is_none() || !is_same_game(s, &app.scenario);
    let mut kept = kept.filter_map(|text| read(&text));
    let saved = kept.find(other).filter(|_| !app.play.is_own);
    html! {
        <div class="saved">
            if let Some(saved) = saved {
                <p><button type="button" id="saved" class="quiet" onclick={opens(saved.clone(), send)}>{ "Go on with the saved game" }</button>
                    { format!(" {}", title(&saved)) }</p>
            }
        </div>
    }
}

/// The ways out of a running game: to a new one, this one being kept, and to the debrief that it was forked from.
pub fn ways_out(app: &App, send: &Callback<Msg>) -> Html {
    let (scenario, out) = (app.scenario.clone(), send.clone());
    let leave = move |_: MouseEvent| {
        // Of a game that was only opened nothing is kept yet.
        if !scenario.orders.is_empty() {
            keep(&scenario);
        }
        out.emit(Msg::Game(Act::Leave));
    };
    let back = send.reform(|_: MouseEvent| Msg::Game(Act::Return));
    html! {
        <p class="ways-out" hidden={app.play.has_ended()}>
            <button type="button" id="new-game" class="quiet" onclick={leave}>{ "New game" }</button>
            <button type="button" id="return" class="quiet" onclick={back} hidden={app.play.forked.is_none()}>{ "Back to the debrief" }</button>
        </p>
    }
}

/// What was ticked when this scenario was left, if it is the game that this browser saved last.
pub fn left(scenario: &Scenario) -> Option<Vec<Order>> {
    let saved = browser::remembered(LAST).and_then(|text| read(&text));
    saved.filter(|saved| saved == scenario)?;
    let turn = scenario.orders.last().map_or(0, |t| t.turn + 1);
    let (drafts, _) = orders::read(&browser::remembered(DRAFT).unwrap_or_default());
    let draft = drafts.into_iter().find(|t| t.turn == turn);
    Some(draft.map_or(vec![], |t| t.orders))
}

/// The scenario of today.
pub fn today() -> Scenario {
    let (year, month, day) = browser::date();
    daily(day_of(year, month, day).unwrap_or_default())
}

/// Opens a scenario as a game.
pub fn opens(scenario: Scenario, send: &Callback<Msg>) -> Callback<MouseEvent> {
    send.reform(move |_| {
        let shown = Shown {
            mode: Mode::Play,
            ..Shown::default()
        };
        Msg::Open(Box::new(scenario.clone()), shown, Notes::default())
    })
}

/// Which game it is, in a few words.
fn title(scenario: &Scenario) -> String {
    let company = scenario.player.and_then(|a| scenario.place_of(a));
    let name = company.map_or("", |i| &scenario.companies[i].name);
    let (turn, last) = (
        scenario.orders.last().map_or(0, |t| t.turn + 1),
        scenario.turns() - 1,
    );
    let preset = PRESETS[scenario.preset].name;
    let how_far = match turn > last {
        true => "played to the end".to_string(),
        false => format!("quarter {turn} of {last}"),
    };
    format!("{name} in “{preset}”, {how_far}")
}
