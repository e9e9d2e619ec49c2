//! Time: play, scrub and step by month.

use super::futures::View;
use super::icons::{self, icon};
use super::state::Msg;
use super::words;
use yew::prelude::*;

/// The hands on time, and a slider over the months.
pub fn timeline(view: &View, month: u32, playing: bool, send: &Callback<Msg>) -> Html {
    let last = view.scenario.months();
    let oninput = send.reform(|e: InputEvent| {
        let input: web_sys::HtmlInputElement = e.target_unchecked_into();
        Msg::Seek(input.value_as_number())
    });
    let play = send.reform(move |_| Msg::Play(!playing));
    let to = |m: u32| send.reform(move |_| Msg::Seek(f64::from(m)));
    let (sign, verb) = if playing {
        (icons::PAUSE, "Pause")
    } else {
        (icons::PLAY, "Play")
    };
    html! {
        <div class="timeline">
            <button type="button" id="play" class="play" onclick={play} aria-label={verb} title={verb}>{ icon(sign) }</button>
            <button type="button" class="tool" onclick={to(month.saturating_sub(1))} aria-label="One month back">{ icon(icons::BACK) }</button>
            <div class="scrub">
                <input id="timeline" type="range" min="0" max={last.to_string()} step="1" value={month.to_string()} {oninput}
                    aria-label="Month" aria-valuetext={words::moment(month)} />
                { ticks(view) }
            </div>
            <button type="button" class="tool" onclick={to((month + 1).min(last))} aria-label="One month on">{ icon(icons::FORWARD) }</button>
            <output class="moment" for="timeline">{ words::moment(month) }</output>
        </div>
    }
}

/// Front-page news as ticks under the timeline.
fn ticks(view: &View) -> Html {
    const FRONT_PAGE: u8 = 3;
    let last = f64::from(view.scenario.months());
    let mut months: Vec<u32> = view
        .story
        .headlines
        .iter()
        .filter(|h| h.weight >= FRONT_PAGE)
        .map(|h| h.month)
        .collect();
    months.dedup();
    html! {
        <div class="ticks" aria-hidden="true">
            for month in months {
                <i key={month} style={format!("--at:{:.4}", f64::from(month) / last)}></i>
            }
        </div>
    }
}
