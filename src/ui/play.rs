//! Play mode: a game on the page, from the start form through its turns to the debrief.

mod board;
mod debrief;
mod estimate;
mod orders;
mod paper;
pub mod passing;
mod report;
mod result;
pub mod saved;
mod start;
pub mod state;
pub mod studies;

use super::Shared;
use super::notes::note_strip;
use super::state::{App, Mode, Msg};
use after_the_leak::game::Session;
use debrief::debrief;
use orders::Orders;
use paper::Paper;
use saved::{offer, ways_out};
use start::start;
use state::{Act, Motion};
use yew::prelude::*;

/// Everything of the mode, while it is the one that is shown.
pub fn play(app: &App, send: &Callback<Msg>) -> Html {
    let is_shown = app.mode == Mode::Play;
    html! {
        <main id="game" class="play-mode" tabindex="-1" hidden={!is_shown}>
            { note_strip(&app.notes, is_shown, send) }
            <div>
                { match (&app.play.session, is_shown) {
                    (Some(session), true) if app.play.motion == Motion::Replays => replaying(session, send),
                    (Some(session), true) => game(app, &Shared(session.clone()), send),
                    (None, true) => start(app, send),
                    _ => html! {},
                } }
            </div>
        </main>
    }
}

/// A game whose turns are played again.
fn replaying(session: &Session, send: &Callback<Msg>) -> Html {
    let (turn, turns) = (session.turn(), session.ordered());
    let place = match turn {
        0 => "the first response".to_string(),
        n => format!("quarter {} of {}", n.min(turns - 1), turns - 1),
    };
    html! {
        <section class="replaying" aria-labelledby="replaying">
            <h1 id="replaying" tabindex="-1">{ format!("Replaying: {place}") }</h1>
            <progress max={turns.to_string()} value={turn.to_string()} aria-labelledby="replaying"></progress>
            <p class="hint" role="status">{ "Every turn of the link is played again in your browser, its rivals included." }</p>
            <button type="button" id="halt" class="quiet" onclick={send.reform(|_| Msg::Game(Act::Halt))}>{ "Stop and play on from here" }</button>
        </section>
    }
}

/// A game that was begun. While months pass only the map and the papers show; everything else keeps its room.
fn game(app: &App, session: &Shared<Session>, send: &Callback<Msg>) -> Html {
    let play = &app.play;
    let moving = (!play.is_at_rest()).then_some("moving");
    html! {
        <div class={classes!("game", moving)}>
            <div class="exits">{ ways_out(app, send) }{ offer(app, send) }</div>
            <Paper session={session.clone()} news={Shared(play.news.clone())} from={play.from} time={play.shown()} motion={play.motion}
                auto={play.auto} stops={play.stops} is_own={play.is_own} send={send.clone()} />
            <div class="desk-room">
                <div>
                    if play.has_ended() {
                        { debrief(play, session, send) }
                    } else {
                        <Orders session={session.clone()} draft={Shared(play.draft.clone())} advice={Shared(play.known.advice.clone())}
                            advised={play.known.progress(studies::Wanted::Advice)} advisor={play.advisor} send={send.clone()} />
                    }
                </div>
            </div>
        </div>
    }
}

#[cfg(test)]
mod tests;
