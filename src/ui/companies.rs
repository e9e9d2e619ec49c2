//! The companies: who races, how each starts, and by which rule it decides.

use super::changes::usual;
use super::field::{Field, RowRef};
use super::state::{Edit, Msg, absent, roll_with};
use super::{Shared, browser};
use after_the_leak::sim::Scenario;
use after_the_leak::sim::companies::{COMPANIES, FIGURES, MAX_COMPANIES, STRATEGIES};
use after_the_leak::sim::scenario::NAME_MAX;
use yew::prelude::*;

/// A race needs this many.
const COMPANIES_MIN: usize = 2;

pub fn companies(
    scenario: &Shared<Scenario>,
    base: &Shared<Scenario>,
    send: &Callback<Msg>,
) -> Html {
    let count = scenario.companies.len();
    html! {
        <section class="companies" aria-labelledby="companies-title">
            <h3 id="companies-title">{ "Companies" }</h3>
            <p class="hint">{ "The first one is the company whose project leaks." }</p>
            <div>
                for (i, c) in scenario.companies.iter().enumerate() {
                    <Company key={COMPANIES[c.archetype].id} place={i} removable={count > COMPANIES_MIN} scenario={scenario.clone()} base={base.clone()} send={send.clone()} />
                }
            </div>
            { add(scenario, send) }
        </section>
    }
}

fn word(key: String, value: String) -> Msg {
    Msg::Edit(Edit {
        key,
        value,
        at_ms: browser::now_ms(),
    })
}

#[derive(Properties, PartialEq)]
struct CompanyProps {
    place: usize,
    removable: bool,
    scenario: Shared<Scenario>,
    base: Shared<Scenario>,
    send: Callback<Msg>,
}

#[component]
fn Company(props: &CompanyProps) -> Html {
    let open = use_state(|| false);
    let ontoggle = super::files::toggled(&open);
    let company = &props.scenario.companies[props.place];
    let strategy = &STRATEGIES[(company.start.strategy as usize).min(STRATEGIES.len() - 1)];
    let role = if props.place == 0 { "leaks · " } else { "" };
    html! {
        <details class="group company" {ontoggle}>
            <summary>
                <span class={classes!("swatch", format!("c{}", company.archetype))}></span>{ company.name.clone() }
                <span class="count">{ role }{ strategy.id.replace('-', " ") }</span>
            </summary>
            <div class="fields">
                if *open { { editor(props) } }
            </div>
        </details>
    }
}

fn editor(props: &CompanyProps) -> Html {
    let company = &props.scenario.companies[props.place];
    let (id, archetype) = (COMPANIES[company.archetype].id, company.archetype);
    let before = usual(&props.base, archetype);
    let rename = props.send.reform(move |e: Event| {
        let input: web_sys::HtmlInputElement = e.target_unchecked_into();
        word(format!("{id}.name"), input.value())
    });
    let roll = roll_with(&props.scenario, archetype, false);
    let remove = props
        .send
        .reform(move |_| word("companies".into(), roll.clone()));
    let strategy = &STRATEGIES[(company.start.strategy as usize).min(STRATEGIES.len() - 1)];
    html! {
        <div>
            <p class="hint">{ COMPANIES[archetype].about }</p>
            <div class="field name">
                <label for={format!("{id}-name")}>{ "Name" }</label>
                <input id={format!("{id}-name")} type="text" value={company.name.clone()} onchange={rename} maxlength={NAME_MAX.to_string()} autocomplete="off" />
            </div>
            <div>
                // The rule first: it matters most.
                for k in (0..FIGURES.len()).rev().filter(|k| !FIGURES[*k].choices.is_empty()).chain((0..FIGURES.len()).filter(|k| FIGURES[*k].choices.is_empty())) {
                    <Field key={k} row={RowRef(&FIGURES[k])} word={format!("{id}.{}", FIGURES[k].key)} value={company.start.get(k)} usual={before.start.get(k)} send={props.send.clone()} />
                }
            </div>
            <p class="hint">{ format!("{}: {}", strategy.id.replace('-', " "), strategy.about) }</p>
            <button type="button" class="quiet" onclick={remove} disabled={!props.removable}>{ format!("Remove {}", company.name) }</button>
        </div>
    }
}

fn add(scenario: &Shared<Scenario>, send: &Callback<Msg>) -> Html {
    let others = absent(scenario);
    let full = others.is_empty() || scenario.companies.len() >= MAX_COMPANIES;
    let (send, scenario) = (send.clone(), scenario.clone());
    let onchange = move |e: Event| {
        let select: web_sys::HtmlSelectElement = e.target_unchecked_into();
        if let Ok(archetype) = select.value().parse::<usize>() {
            send.emit(word(
                "companies".into(),
                roll_with(&scenario, archetype, true),
            ));
            select.set_value("");
        }
    };
    html! {
        <div class="add">
            <label for="add-company">{ "Add a company" }</label>
            <select id="add-company" {onchange} disabled={full}>
                <option value="" selected={true}>{ if full { "all race already" } else { "choose …" } }</option>
                for k in others {
                    <option key={k} value={k.to_string()} title={COMPANIES[k].about}>{ COMPANIES[k].name }</option>
                }
            </select>
        </div>
    }
}
