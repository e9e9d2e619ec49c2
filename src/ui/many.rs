//! How many futures and how they differ: the two kinds of uncertainty, more futures, and how far they have come.

use super::asked::Step;
use super::futures::{FAN, FUTURES_MAX, View, room_for};
use super::pool::Trouble;
use super::state::Msg;
use super::words;
use after_the_leak::study::{Prior, Spread};
use yew::prelude::*;

/// The numbers of futures on offer.
const SIZES: [usize; 3] = [FAN, 5000, FUTURES_MAX];

/// The kinds of uncertainty with their names for people.
const SPREADS: [(Spread, &str); 2] = [
    (Spread::Luck, "luck only"),
    (Spread::Wide, "luck and parameters"),
];

/// What is asked for, and how far it has come.
pub struct Many<'a> {
    pub view: &'a View,
    /// So many futures were asked for, …
    pub size: usize,
    /// … so many there will be, …
    pub wanted: usize,
    /// … and so many are there, though not all of them are shown yet.
    pub progress: usize,
    pub trouble: Option<Trouble>,
    pub send: &'a Callback<Msg>,
}

/// How many futures there are and may be, and how they differ.
pub fn many(props: &Many) -> Html {
    let view = props.view;
    html! {
        <section class="many" aria-label="How many futures, and how they differ">
            <div class="many-row">
                { kinds(view.spread, props.send) }
                { sizes(view, props.size, props.send) }
                { arriving(props) }
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

fn kinds(chosen: Spread, send: &Callback<Msg>) -> Html {
    html! {
        <fieldset class="segments">
            <legend>{ "Futures differ by" }</legend>
            for (spread, name) in SPREADS {
                <label key={name} class={classes!((spread == chosen).then_some("chosen"))}>
                    <input type="radio" name="spread" value={spread.name()} checked={spread == chosen}
                        onchange={send.reform(move |_| Msg::Many(Step::Spread(spread)))} />
                    { name }
                </label>
            }
        </fieldset>
    }
}

fn sizes(view: &View, chosen: usize, send: &Callback<Msg>) -> Html {
    let onchange = send.reform(|e: Event| {
        let select: web_sys::HtmlSelectElement = e.target_unchecked_into();
        Msg::Many(Step::Size(select.value().parse().unwrap_or(FAN)))
    });
    let bytes = view.fans.ensemble.bytes_per_future();
    let words = |size: usize| {
        let fits = room_for(&view.scenario, size);
        let most = if fits < size {
            ", the most that fit"
        } else {
            ""
        };
        let megabytes = fits * bytes / 1_000_000;
        format!("{}{most} · {megabytes} MB", words::whole(fits))
    };
    let about = format!(
        "Each future of this scenario takes {} kB of memory",
        bytes.div_ceil(1000)
    );
    html! {
        <div class="sizes">
            <label for="size">{ "How many" }</label>
            <select id="size" {onchange} title={about}>
                for size in SIZES {
                    <option key={size} value={size.to_string()} selected={size == chosen}>{ words(size) }</option>
                }
            </select>
        </div>
    }
}

/// How many are there. It is read aloud only when all of them are.
fn arriving(props: &Many) -> Html {
    let shown = props.view.futures();
    let (there, wanted) = (props.progress.max(shown), props.wanted);
    let arrives = shown < wanted;
    let (way, done) = if arrives {
        let way = format!(
            "{} of {} futures",
            words::whole(there),
            words::whole(wanted)
        );
        (way, String::new())
    } else {
        (String::new(), format!("{} futures", words::whole(shown)))
    };
    let stop = props.send.reform(|_| Msg::Many(Step::Stop));
    html! {
        <div class={classes!("arriving", arrives.then_some("on-its-way"))}>
            <progress max={wanted.to_string()} value={there.to_string()} aria-label="Futures that are there" hidden={!arrives}></progress>
            <span aria-hidden={arrives.to_string()}>{ way }</span>
            <output id="futures">{ done }</output>
            <button type="button" class="quiet" hidden={!arrives} onclick={stop}>{ "stop" }</button>
        </div>
    }
}
