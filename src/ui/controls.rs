//! The controls: presets, what was changed, every parameter by group, and the companies.

use super::changes::{Change, changes};
use super::companies::companies;
use super::field::{Field, RowRef};
use super::icons::{self, icon};
use super::state::{Edit, Msg};
use super::topbar::SeedBox;
use super::{Shared, browser};
use after_the_leak::sim::Scenario;
use after_the_leak::sim::params::PARAMS;
use after_the_leak::sim::presets::PRESETS;
use after_the_leak::sim::scenario::{YEARS_MAX, YEARS_MIN};
use after_the_leak::sim::table::Row;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ControlsProps {
    pub scenario: Shared<Scenario>,
    pub sheet: bool,
    /// The parameter whose slider was asked for.
    pub target: Shared<Option<String>>,
    pub send: Callback<Msg>,
}

#[component]
pub fn Controls(props: &ControlsProps) -> Html {
    let scenario = &props.scenario;
    let base = use_memo(scenario.preset, |preset| Scenario::preset(*preset));
    let close = props.send.clone();
    let onkeydown = move |e: KeyboardEvent| {
        if e.key() == "Escape" {
            close.emit(Msg::Sheet(false));
        }
    };
    html! {
        <aside id="controls" class={classes!("controls", props.sheet.then_some("open"))} tabindex="-1" aria-label="Scenario" {onkeydown}>
            <h2>{ "Tune the scenario" }</h2>
            { presets(scenario.preset, &props.send) }
            { differences(scenario, &props.send) }
            <section class="luck" aria-labelledby="luck-title">
                <h3 id="luck-title">{ "Luck" }</h3>
                <SeedBox id="seed-sheet" seed={scenario.seed.0} send={props.send.clone()} />
            </section>
            { years(scenario.years, &props.send) }
            <Groups scenario={props.scenario.clone()} base={Shared(base.clone())} target={props.target.clone()} send={props.send.clone()} />
            { companies(scenario, &Shared(base), &props.send) }
        </aside>
    }
}

fn presets(chosen: usize, send: &Callback<Msg>) -> Html {
    html! {
        <section class="presets" aria-labelledby="presets-title">
            <h3 id="presets-title">{ "Starting point" }</h3>
            <div class="preset-list" role="radiogroup" aria-labelledby="presets-title">
                for (k, preset) in PRESETS.iter().enumerate() {
                    <label key={preset.id} class={classes!("preset", (k == chosen).then_some("chosen"))} title={preset.story}>
                        <input type="radio" name="preset" value={preset.id} checked={k == chosen} onchange={send.reform(move |_| Msg::Preset(k))} />
                        <span>{ preset.name }</span>
                    </label>
                }
            </div>
            <p class="story">{ PRESETS[chosen].story }<span class="source">{ PRESETS[chosen].source }</span></p>
        </section>
    }
}

/// What did I change?
fn differences(scenario: &Scenario, send: &Callback<Msg>) -> Html {
    let list = changes(scenario);
    let all = send.reform(|_| Msg::RevertAll);
    html! {
        <section class="changes" aria-labelledby="changes-title">
            <div class="row-head">
                <h3 id="changes-title">{ "What did I change?" }</h3>
                <button type="button" class="quiet" onclick={all} disabled={list.is_empty()}>{ "Reset all" }</button>
            </div>
            <div>
                if list.is_empty() {
                    <p class="none">{ "Nothing: this is the preset as published." }</p>
                } else {
                    <ul>
                        for change in list {
                            { difference(change, send) }
                        }
                    </ul>
                }
            </div>
        </section>
    }
}

fn difference(change: Change, send: &Callback<Msg>) -> Html {
    let Change {
        key,
        label,
        from,
        to,
    } = change;
    let words = format!("Revert {label} to {from}");
    let id = key.clone();
    let onclick = send.reform(move |_| Msg::Revert(key.clone()));
    html! {
        <li key={id}>
            <span class="what">{ label }</span>
            <span class="how"><del>{ from }</del>{ " " }<ins>{ to }</ins></span>
            <button type="button" class="tool" {onclick} aria-label={words.clone()} title={words}>{ icon(icons::RESET) }</button>
        </li>
    }
}

fn years(years: u32, send: &Callback<Msg>) -> Html {
    let oninput = send.reform(|e: InputEvent| {
        let input: web_sys::HtmlInputElement = e.target_unchecked_into();
        Msg::Edit(Edit {
            key: "years".into(),
            value: input.value(),
            at_ms: browser::now_ms(),
        })
    });
    let onchange = send.reform(|_: Event| Msg::Finish(browser::now_ms()));
    let words = format!("{years} years");
    html! {
        <div class="field years">
            <label for="years">{ "Length of the run" }</label>
            <output for="years">{ words.clone() }</output>
            <div class="control">
                <input type="range" id="years" min={YEARS_MIN.to_string()} max={YEARS_MAX.to_string()} step="1"
                    value={years.to_string()} {oninput} {onchange} aria-valuetext={words} />
            </div>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct GroupsProps {
    scenario: Shared<Scenario>,
    base: Shared<Scenario>,
    target: Shared<Option<String>>,
    send: Callback<Msg>,
}

/// Whether a parameter is meant by what was typed into the search box: every word occurs somewhere.
fn is_meant(row: &Row, sought: &str) -> bool {
    let text = format!(
        "{} {} {} {} {}",
        row.label, row.group, row.help, row.key, row.source
    )
    .to_ascii_lowercase();
    sought.split_whitespace().all(|word| text.contains(word))
}

/// The parameters by group. A group's sliders exist only while it is open: there are many.
#[component]
fn Groups(props: &GroupsProps) -> Html {
    let sought = use_state(String::new);
    let open = use_state(|| Rc::new(vec![PARAMS[0].group]));
    use_target(&props.target, &sought, &open);
    let oninput = {
        let sought = sought.clone();
        move |e: InputEvent| {
            let input: web_sys::HtmlInputElement = e.target_unchecked_into();
            sought.set(input.value().to_ascii_lowercase());
        }
    };
    let mut groups: Vec<&'static str> = PARAMS.iter().map(|row| row.group).collect();
    groups.dedup();
    let searching = !sought.trim().is_empty();
    let meant: Vec<usize> = (0..PARAMS.len())
        .filter(|k| is_meant(&PARAMS[*k], &sought))
        .collect();
    let rows = |name: &str| -> Vec<usize> {
        let of_group = |k: &usize| PARAMS[*k].group == name;
        meant.iter().copied().filter(of_group).collect()
    };
    html! {
        <section class="groups" aria-labelledby="groups-title">
            <h3 id="groups-title">{ "Parameters" }</h3>
            <input type="search" id="search" class="search" placeholder={format!("Search {} parameters", PARAMS.len())} aria-label="Search parameters" {oninput} />
            <p class="found" role="status">{ if searching { format!("{} found", meant.len()) } else { String::new() } }</p>
            <div>
                for name in groups {
                    { group(props, name, searching || open.contains(&name), &rows(name), toggle(&open, name, searching)) }
                }
            </div>
        </section>
    }
}

/// Opens the group of the slider that was asked for, ends the search, and puts the focus on the slider.
#[hook]
fn use_target(
    target: &Shared<Option<String>>,
    sought: &UseStateHandle<String>,
    open: &UseStateHandle<Rc<Vec<&'static str>>>,
) {
    let (sought, open) = (sought.clone(), open.clone());
    use_effect_with(target.clone(), move |target| {
        let wanted = target.0.as_deref();
        let Some(row) = PARAMS.iter().find(|row| Some(row.key) == wanted) else {
            return;
        };
        browser::clear("search");
        sought.set(String::new());
        let mut groups = (**open).clone();
        groups.push(row.group);
        open.set(Rc::new(groups));
        // The slider exists once the group has been drawn.
        browser::next_frame(|| browser::next_frame(|| browser::reveal(row.key)));
    });
}

/// Opens and closes a group, unless a search decides.
fn toggle(
    open: &UseStateHandle<Rc<Vec<&'static str>>>,
    group: &'static str,
    searching: bool,
) -> Callback<bool> {
    let open = open.clone();
    Callback::from(move |is_open: bool| {
        if searching || open.contains(&group) == is_open {
            return;
        }
        let mut next = (**open).clone();
        next.retain(|name| *name != group);
        if is_open {
            next.push(group);
        }
        open.set(Rc::new(next));
    })
}

fn group(
    props: &GroupsProps,
    name: &'static str,
    is_open: bool,
    rows: &[usize],
    ontoggle: Callback<bool>,
) -> Html {
    let (scenario, base) = (&props.scenario, &props.base);
    let ontoggle = ontoggle.reform(|e: Event| {
        let details: web_sys::HtmlDetailsElement = e.target_unchecked_into();
        details.open()
    });
    let differs = |k: &usize| scenario.params.get(*k) != base.params.get(*k);
    let changed = rows.iter().filter(|k| differs(k)).count();
    html! {
        <details key={name} class="group" open={is_open} {ontoggle} hidden={rows.is_empty()}>
            <summary>{ name }<span class="count">{ match changed { 0 => rows.len().to_string(), n => format!("{n} changed") } }</span></summary>
            <div class="fields">
                for k in rows.iter().copied().filter(|_| is_open) {
                    <Field key={k} row={RowRef(&PARAMS[k])} word={PARAMS[k].key} value={scenario.params.get(k)} usual={base.params.get(k)} send={props.send.clone()} />
                }
            </div>
        </details>
    }
}
