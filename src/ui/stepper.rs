//! Which of the futures is told: one back, one on, or one picked by rule.

use super::icons::{self, icon};
use super::state::{Msg, Pick};
use super::words;
use crate::study::notable::{NOTABLES, Notable};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct FutureStepperProps {
    pub future: u32,
    /// The rule by which it was picked.
    pub picked: Option<Notable>,
    /// How many futures there are or will be.
    pub count: usize,
    pub send: Callback<Msg>,
}

#[component]
pub fn FutureStepper(props: &FutureStepperProps) -> Html {
    let future = props.future;
    // A link may name a future beyond those that are shown.
    let count = (props.count as u32).max(future + 1);
    let to = |n: u32| props.send.reform(move |_| Msg::Pick(Pick::Number(n)));
    let by = |rule: Notable| props.send.reform(move |_| Msg::Pick(Pick::Rule(rule)));
    html! {
        <div class="stepper" role="group" aria-label="Which future">
            <button type="button" class="tool" onclick={to((future + count - 1) % count)} aria-label="Previous future">{ icon(icons::BACK) }</button>
            <output id="future">{ format!("Future {} of {}", words::whole(future as usize + 1), words::whole(count as usize)) }</output>
            <button type="button" class="tool" onclick={to((future + 1) % count)} aria-label="Next future">{ icon(icons::FORWARD) }</button>
            <div class="rules">
                for (rule, name, about) in NOTABLES {
                    <button key={name} type="button" class="quiet" onclick={by(rule)} aria-pressed={(props.picked == Some(rule)).to_string()}
                        title={about}>{ name }</button>
                }
            </div>
        </div>
    }
}
