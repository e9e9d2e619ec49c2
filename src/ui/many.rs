//! How many futures and how they differ: the two kinds of uncertainty, more futures, and how far they have come.

use super::asked::Step;
use super::futures::{FAN, FUTURES_MAX, View, room_for};
use super::pool::Trouble;
use super::state::Msg;
use super::{Shared, words};
use crate::study::{Prior, Spread};
use yew::prelude::*;

/// The numbers of futures on offer.
const SIZES: [usize; 3] = [FAN, 5000, FUTURES_MAX];

/// The kinds of uncertainty with their names for people.
const SPREADS: [(Spread, &str); 2] = [
    (Spread::Luck, "luck only"),
    (Spread::Wide, "luck and parameters"),
];

#[derive(Properties, PartialEq)]
pub struct ManyProps {
    pub view: Shared<View>,
    /// So many futures were asked for, …
    pub size: usize,
    /// … so many there will be, …
    pub wanted: usize,
    /// … and so many are there, though not all of them are shown yet.
    pub progress: usize,
    pub trouble: Option<Trouble>,
    pub send: Callback<Msg>,
}

#[component]
pub fn Many(props: &ManyProps) -> Html {
    let view = &props.view;
    html! {
        <section class="many" aria-label="How many futures, and how they differ">
            <div class="many-row">
                <Kinds spread={view.spread} send={props.send.clone()} />
                <Sizes view={view.clone()} size={props.size} send={props.send.clone()} />
                <Arriving shown={view.futures()} wanted={props.wanted} progress={props.progress} send={props.send.clone()} />
            </div>
            <p class="hint">{ about(view) }</p>
            <p class="hint trouble" role="status">{ props.trouble.map(Trouble::sentence) }</p>
        </section>
    }
}

/// How many futures, and how they differ.
pub fn title(view: &View) -> String {
    let count = words::whole(view.futures());
    match view.spread {
        Spread::Luck => format!("{count} futures by luck"),
        Spread::Wide => format!("{count} futures by luck and parameters"),
    }
}

/// What differs from future to future, in a sentence or two.
fn about(view: &View) -> String {
    match view.spread {
        Spread::Luck => {
            "Every future has the parameters as they are set; luck differs.".to_string()
        }
        Spread::Wide => format!(
            "Luck differs, and each of {} parameters is drawn evenly from its likely range. Parameters that you or the preset have set stay as set, and so do choices.",
            Prior::of(&view.scenario, Spread::Wide).drawn()
        ),
    }
}

#[derive(Properties, PartialEq)]
struct KindsProps {
    spread: Spread,
    send: Callback<Msg>,
}

#[component]
fn Kinds(props: &KindsProps) -> Html {
    html! {
        <fieldset class="segments">
            <legend>{ "Futures differ by" }</legend>
            for (spread, name) in SPREADS {
                <label key={name} class={classes!((spread == props.spread).then_some("chosen"))}>
                    <input type="radio" name="spread" value={spread.name()} checked={spread == props.spread}
                        onchange={props.send.reform(move |_| Msg::Many(Step::Spread(spread)))} />
                    { name }
                </label>
            }
        </fieldset>
    }
}

#[derive(Properties, PartialEq)]
struct SizesProps {
    view: Shared<View>,
    size: usize,
    send: Callback<Msg>,
}

#[component]
fn Sizes(props: &SizesProps) -> Html {
    let onchange = props.send.reform(|e: Event| {
        let select: web_sys::HtmlSelectElement = e.target_unchecked_into();
        Msg::Many(Step::Size(select.value().parse().unwrap_or(FAN)))
    });
    let bytes = props.view.fans.ensemble.bytes_per_future();
    let option = |size: usize| {
        let fits = room_for(&props.view.scenario, size);
        let most = if fits < size {
            ", the most that fit"
        } else {
            ""
        };
        format!(
            "{}{most} · {} MB",
            words::whole(fits),
            fits * bytes / 1_000_000
        )
    };
    html! {
        <div class="sizes">
            <label for="size">{ "How many" }</label>
            <select id="size" {onchange} title={format!("Each future of this scenario takes {} kB of memory", bytes.div_ceil(1000))}>
                for size in SIZES {
                    <option key={size} value={size.to_string()} selected={size == props.size}>{ option(size) }</option>
                }
            </select>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct ArrivingProps {
    shown: usize,
    wanted: usize,
    progress: usize,
    send: Callback<Msg>,
}

/// How many are there. It is read aloud only when all of them are.
#[component]
fn Arriving(props: &ArrivingProps) -> Html {
    let (there, wanted) = (props.progress.max(props.shown), props.wanted);
    let arrives = props.shown < wanted;
    let words = format!(
        "{} of {} futures",
        words::whole(there),
        words::whole(wanted)
    );
    let done = format!("{} futures", words::whole(props.shown));
    html! {
        <div class={classes!("arriving", arrives.then_some("on-its-way"))}>
            <progress max={wanted.to_string()} value={there.to_string()} aria-label="Futures that are there" hidden={!arrives}></progress>
            <span aria-hidden={arrives.to_string()}>{ if arrives { words } else { String::new() } }</span>
            <output id="futures">{ if arrives { String::new() } else { done } }</output>
            <button type="button" class="quiet" hidden={!arrives} onclick={props.send.reform(|_| Msg::Many(Step::Stop))}>{ "stop" }</button>
        </div>
    }
}
