//! Play mode: a game on the page, from the start form through its turns to the debrief.

mod board;
mod debrief;
mod orders;
mod paper;
mod start;
pub mod state;
pub mod studies;

use super::Shared;
use super::notes::NoteStrip;
use super::state::{App, Mode, Msg};
use after_the_leak::game::Session;
use orders::Orders;
use paper::Paper;
use start::start;
use state::Play;
use yew::prelude::*;

/// The company's share of a page's attention: everything of the mode, hidden while another one is shown.
pub fn play(app: &App, send: &Callback<Msg>) -> Html {
    let is_shown = app.mode == Mode::Play;
    html! {
        <main id="play" class="play-mode" tabindex="-1" hidden={!is_shown}>
            <NoteStrip notes={Shared(app.notes.clone())} shown={is_shown} send={send.clone()} />
            <div>
                { match (&app.play.session, is_shown) {
                    (Some(session), true) => game(app, &Shared(session.clone()), send),
                    (None, true) => start(app, send),
                    _ => html! {},
                } }
            </div>
        </main>
    }
}

/// A game that was begun.
fn game(app: &App, session: &Shared<Session>, send: &Callback<Msg>) -> Html {
    let play: &Play = &app.play;
    let ended = session.ending().is_some();
    html! {
        <div class="game">
            <Paper session={session.clone()} news={Shared(play.news.clone())} from={play.from} time={play.time} motion={play.motion}
                stops={play.stops} send={send.clone()} />
            <div hidden={!play.is_at_rest()}>
                { board::board(session, play.month()) }
                <div>
                    if ended {
                        { debrief::debrief(session, send) }
                    } else {
                        <Orders session={session.clone()} draft={Shared(play.draft.clone())} advice={Shared(play.known.advice.clone())}
                            advised={play.known.advised} advisor={play.advisor} send={send.clone()} />
                    }
                </div>
            </div>
        </div>
    }
}
