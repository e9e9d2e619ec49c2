//! Which of the futures is told: one back, one on, or one picked by rule.

use super::futures::View;
use super::icons::{self, icon};
use super::state::{Msg, Pick};
use super::words;
use after_the_leak::study::notable::{NOTABLES, Notable};
use yew::prelude::*;

/// The future that is told, of so many there are or will be.
pub fn stepper(view: &View, count: usize, send: &Callback<Msg>) -> Html {
    let future = view.future;
    // A link may name a future beyond those that are shown.
    let count = (count as u32).max(future + 1);
    let to = |n: u32| send.reform(move |_| Msg::Pick(Pick::Number(n)));
    let by = |rule: Notable| send.reform(move |_| Msg::Pick(Pick::Rule(rule)));
    let pressed = |rule: Notable| (view.picked == Some(rule)).to_string();
    let place = format!(
        "Future {} of {}",
        words::whole(future as usize + 1),
        words::whole(count as usize)
    );
    html! {
        <div class="stepper" role="group" aria-label="Which future">
            <button type="button" class="tool" onclick={to((future + count - 1) % count)} aria-label="Previous future">{ icon(icons::BACK) }</button>
            <output id="future">{ place }</output>
            <button type="button" class="tool" onclick={to((future + 1) % count)} aria-label="Next future">{ icon(icons::FORWARD) }</button>
            <div class="rules">
                for (rule, name, about) in NOTABLES {
                    <button key={name} type="button" class="quiet" onclick={by(rule)} aria-pressed={pressed(rule)} title={about}>{ name }</button>
                }
            </div>
        </div>
    }
}
