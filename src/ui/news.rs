//! The news of the selected future, up to the moment shown, the newest first.

use super::futures::View;
use super::state::Msg;
use super::stepper::stepper;
use super::{Shared, words};
use after_the_leak::chart::Calendar;
use after_the_leak::game::Headline;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct NewsColumnProps {
    pub view: Shared<View>,
    /// How many futures there are or will be.
    pub wanted: usize,
    pub month: u32,
    pub send: Callback<Msg>,
}

#[component]
pub fn NewsColumn(props: &NewsColumnProps) -> Html {
    let minor = use_state(|| false);
    let onminor = {
        let minor = minor.clone();
        move |_| minor.set(!*minor)
    };
    let view = &props.view;
    let least = if *minor { 1 } else { 2 };
    let all: Vec<&Headline> = view
        .story
        .headlines
        .iter()
        .filter(|h| h.weight >= least)
        .collect();
    let past: Vec<&Headline> = all
        .iter()
        .copied()
        .filter(|h| h.month <= props.month)
        .collect();
    let to_come = all.len() - past.len();
    html! {
        <section class="news" aria-labelledby="news-title">
            <div class="news-head">
                <h2 id="news-title">{ "The news" }</h2>
                { stepper(view, props.wanted, &props.send) }
            </div>
            <ol class="headlines" tabindex="0" aria-label="Headlines, the newest first">
                for (k, headline) in past.iter().enumerate().rev() {
                    { item(k, view, headline, headline.month == props.month, &props.send) }
                }
            </ol>
            <div class="news-foot">
                <label><input type="checkbox" checked={*minor} onchange={onminor} />{ "minor news too" }</label>
                <span>{ match to_come { 0 => "nothing more to come".to_string(), n => format!("{n} still to come") } }</span>
            </div>
        </section>
    }
}

fn item(key: usize, view: &View, headline: &Headline, now: bool, send: &Callback<Msg>) -> Html {
    let Headline {
        month,
        company,
        topic,
        text,
        weight,
    } = headline.clone();
    let onclick = send.reform(move |_| Msg::Seek(f64::from(month)));
    let slot = company
        .and_then(|i| view.scenario.companies.get(i))
        .map(|c| format!("c{}", c.archetype));
    html! {
        <li {key} class={classes!(format!("w{weight}"), slot, now.then_some("now"))}>
            <button type="button" {onclick} title={words::moment(month)}>
                <span class="when">{ Calendar::default().label(month as usize) }<span class="topic">{ topic.name() }</span></span>
                <span class="text">{ text }</span>
            </button>
        </li>
    }
}
