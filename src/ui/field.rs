//! One number a user may change: slider with default and likely band, number box, unit, reset, and where it comes from.

use super::browser;
use super::icons::{self, icon};
use super::state::{Edit, Mode, Msg};
use super::words;
use after_the_leak::sim::table::Row;
use yew::prelude::*;

/// A row of a table, equal to itself only.
#[derive(Clone, Copy)]
pub struct RowRef(pub &'static Row);

impl PartialEq for RowRef {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

#[derive(Properties, PartialEq)]
pub struct FieldProps {
    pub row: RowRef,
    /// Its word in links: the row's key, with the company before it if it is a company's.
    pub word: AttrValue,
    pub value: f64,
    /// Its value in the preset.
    pub usual: f64,
    pub send: Callback<Msg>,
}

impl FieldProps {
    fn id(&self) -> String {
        self.word.replace('.', "-")
    }
}

fn edit(word: &AttrValue, value: String) -> Msg {
    Msg::Edit(Edit {
        key: word.to_string(),
        value,
        at_ms: browser::now_ms(),
    })
}

#[component]
pub fn Field(props: &FieldProps) -> Html {
    let row = props.row.0;
    let id = props.id();
    let changed = props.value != props.usual;
    let reset = {
        let word = props.word.to_string();
        props.send.reform(move |_| Msg::Revert(word.clone()))
    };
    let unit = words::unit(row);
    html! {
        <div class={classes!("field", changed.then_some("is-changed"))} data-key={props.word.clone()}>
            <label for={id.clone()}>{ row.label }</label>
            <div class="entry">
                <div class="box">
                    if row.choices.is_empty() { <NumberBox ..props_of(props) /> }
                </div>
                <span class="unit">{ if row.choices.is_empty() { unit } else { "" } }</span>
                <button type="button" class="tool reset" onclick={reset} disabled={!changed} title={format!("Back to {}", words::value(row, props.usual))}
                    aria-label={format!("Reset {} to {}", row.label, words::value(row, props.usual))}>{ icon(icons::RESET) }</button>
            </div>
            <div class="control">
                if row.choices.is_empty() { { slider(props) } } else { { choice(props) } }
            </div>
            { about(row, &props.word, props.usual, &props.send) }
        </div>
    }
}

fn props_of(props: &FieldProps) -> FieldProps {
    FieldProps {
        row: props.row,
        word: props.word.clone(),
        value: props.value,
        usual: props.usual,
        send: props.send.clone(),
    }
}

/// Months are whole; everything else moves in the steps of its table.
fn step(row: &Row) -> f64 {
    if row.unit == "month" {
        row.step().max(1.0)
    } else {
        row.step()
    }
}

fn slider(props: &FieldProps) -> Html {
    let row = props.row.0;
    let word = props.word.clone();
    let oninput = props.send.reform(move |e: InputEvent| {
        let input: web_sys::HtmlInputElement = e.target_unchecked_into();
        edit(&word, input.value())
    });
    let onchange = props.send.reform(|_: Event| Msg::Finish(browser::now_ms()));
    let part = |value: f64| ((value - row.min) / (row.max - row.min)).clamp(0.0, 1.0);
    let style = format!(
        "--usual:{:.4};--low:{:.4};--high:{:.4};--now:{:.4}",
        part(props.usual),
        part(row.likely.0),
        part(row.likely.1),
        part(props.value)
    );
    html! {
        <div class="slider" {style}>
            <input type="range" id={props.id()} min={row.min.to_string()} max={row.max.to_string()} step={step(row).to_string()}
                value={words::figure(props.value)} {oninput} {onchange} aria-valuetext={words::value(row, props.value)} />
        </div>
    }
}

/// Takes what is typed when it is finished; until then the text is the reader's own.
#[component]
fn NumberBox(props: &FieldProps) -> Html {
    let row = props.row.0;
    let draft = use_state(|| None::<String>);
    let shown = (*draft)
        .clone()
        .unwrap_or_else(|| words::figure(props.value));
    let oninput = {
        let draft = draft.clone();
        move |e: InputEvent| {
            let input: web_sys::HtmlInputElement = e.target_unchecked_into();
            draft.set(Some(input.value()));
        }
    };
    let take = {
        let (send, word) = (props.send.clone(), props.word.clone());
        move |text: String| {
            send.emit(edit(&word, text));
            send.emit(Msg::Finish(browser::now_ms()));
        }
    };
    let onchange = {
        let (draft, take) = (draft.clone(), take.clone());
        move |e: Event| {
            let input: web_sys::HtmlInputElement = e.target_unchecked_into();
            draft.set(None);
            take(words::typed(&input.value()));
        }
    };
    let value = props.value;
    let onkeydown = move |e: KeyboardEvent| {
        let by = match e.key().as_str() {
            "ArrowUp" => step(row),
            "ArrowDown" => -step(row),
            _ => return,
        };
        e.prevent_default();
        draft.set(None);
        take(words::figure((value + by).clamp(row.min, row.max)));
    };
    html! {
        <input type="text" inputmode="decimal" class="number" value={shown} {oninput} {onchange} {onkeydown} autocomplete="off"
            aria-label={format!("{}, exact value", row.label)} maxlength="24" />
    }
}

fn choice(props: &FieldProps) -> Html {
    let row = props.row.0;
    let word = props.word.clone();
    let send = props.send.clone();
    let onchange = move |e: Event| {
        let select: web_sys::HtmlSelectElement = e.target_unchecked_into();
        send.emit(edit(&word, select.value()));
        send.emit(Msg::Finish(f64::NEG_INFINITY));
    };
    html! {
        <select id={props.id()} {onchange}>
            for (k, name) in row.choices.iter().enumerate() {
                <option key={k} value={k.to_string()} selected={k as f64 == props.value}>{ name.replace('-', " ") }</option>
            }
        </select>
    }
}

/// What the number means, what it may be, and how well it is founded.
fn about(row: &'static Row, word: &str, usual: f64, send: &Callback<Msg>) -> Html {
    let value = |v: f64| words::value(row, v);
    let range = if row.choices.is_empty() {
        format!("{} to {}", words::figure(row.min), value(row.max))
    } else {
        row.choices.join(", ").replace('-', " ")
    };
    let differs = usual != row.default;
    let anchor = if word.contains('.') {
        format!("figure-{}", row.key)
    } else {
        format!("param-{}", row.key)
    };
    let origin = send.reform(move |_| Msg::Go(Mode::Model, Some(anchor.clone())));
    html! {
        <details class="about">
            <summary><span class="grade" title={row.grade.word()}>{ format!("{:?}", row.grade) }</span><span class="unseen">{ format!("About {}, grade ", row.label) }</span>{ row.grade.word() }</summary>
            <p>{ row.help }</p>
            <dl>
                <div><dt>{ "Range" }</dt><dd>{ range }</dd></div>
                <div><dt>{ "Default" }</dt><dd>{ value(row.default) }{ if differs { format!("; {} in this preset", value(usual)) } else { String::new() } }</dd></div>
                <div><dt>{ "Likely" }</dt><dd>{ likely(row) }</dd></div>
                <div><dt>{ "Source" }</dt><dd>{ row.source }</dd></div>
                <div><dt>{ "Grade" }</dt><dd>{ format!("{:?}, {}", row.grade, row.grade.word()) }</dd></div>
            </dl>
            <button type="button" class="quiet" onclick={origin}>{ "Where this comes from" }</button>
        </details>
    }
}

fn likely(row: &Row) -> String {
    if row.choices.is_empty() {
        format!(
            "{} to {}",
            words::figure(row.likely.0),
            words::value(row, row.likely.1)
        )
    } else {
        "any of them".to_string()
    }
}
