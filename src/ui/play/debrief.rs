//! The debrief: how the game went.

use super::state::Act;
use crate::state::Msg;
use crate::{Shared, browser};
use after_the_leak::game::Session;
use yew::prelude::*;

/// How a game that has ended went.
pub fn debrief(session: &Shared<Session>, send: &Callback<Msg>) -> Html {
    let (goal, i) = (session.goal(), session.player());
    let ending = session.ending().map(|e| e.sentence());
    let (score, rank) = (session.seen().score(goal, i), session.seen().rank(goal, i));
    let again = send.reform(|_| Msg::Game(Act::Again(browser::chance())));
    let leave = send.reform(|_| Msg::Game(Act::Leave));
    html! {
        <section class="debrief" aria-labelledby="debrief-heading">
            <h2 id="debrief-heading" tabindex="-1">{ format!("Number {rank} of {}", session.scenario().companies.len()) }</h2>
            <p class="verdict">{ ending }{ format!(" Score {score:.2} by “{}”.", goal.row().label) }</p>
            <div class="doors">
                <button type="button" id="again" class="primary" onclick={again}>{ "Play again with other luck" }</button>
                <button type="button" class="quiet" onclick={leave}>{ "A new game" }</button>
            </div>
            <label class="replay">{ "Play on from " }<select id="fork" onchange={send.reform(|e: Event| {
                let select: web_sys::HtmlSelectElement = e.target_unchecked_into();
                Msg::Game(Act::Back(select.selected_index().max(1) as u32 - 1))
            })}>
                <option>{ "…" }</option>
                for turn in 0..session.turn() { <option key={turn}>{ match turn { 0 => "the first response".to_string(), n => format!("quarter {n}") } }</option> }
            </select></label>
        </section>
    }
}
