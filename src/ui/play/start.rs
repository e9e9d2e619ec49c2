//! The start form: which world, which company, what for, against whom.

use super::super::browser;
use super::super::changes::is_tuned;
use super::super::state::{App, Msg};
use super::saved::{offer, opens, today};
use super::state::{Act, is_seed_chosen};
use after_the_leak::sim::companies::COMPANIES;
use after_the_leak::sim::goals::GOALS;
use after_the_leak::sim::params::PARAMS;
use after_the_leak::sim::presets::PRESETS;
use after_the_leak::sim::seed::Seed;
use yew::prelude::*;

/// What stands beside each way in which rivals play, in the order of the parameter's choices. How strong they are is
/// measured by `after-the-leak balance`; a test holds the record to these words.
const RIVALS: [&str; 3] = [
    "Easy: they keep to the rules of their strategies.",
    "As easy, but less predictable: they weigh their moves, and sometimes err.",
    "Hard: they try their moves in short futures before they choose.",
];

/// Everything that is chosen before a game.
pub fn start(app: &App, send: &Callback<Msg>) -> Html {
    let (scenario, setup) = (&app.scenario, &app.play.setup);
    let first = scenario.companies[0].archetype;
    let company = setup
        .company
        .filter(|c| scenario.place_of(*c).is_some())
        .unwrap_or(first);
    let goal = setup.goal.row();
    let rivals = setup.rivals(scenario);
    let begin = send.reform(|_| Msg::Game(Act::Begin(Seed::from_number(browser::chance()))));
    let luck = match is_seed_chosen(scenario) {
        true => format!("Its luck: the seed {}.", scenario.seed),
        false => "Every new game has other luck.".to_string(),
    };
    let advisor = app.play.advisor;
    let onadvisor = send.reform(move |_| Msg::Game(Act::Advisor(!advisor)));
    let may_end = setup.catastrophe.unwrap_or(scenario.may_end());
    let oncatastrophe = send.reform(move |_| Msg::Game(Act::Catastrophe(!may_end)));
    let play = |place: usize| send.reform(move |_| Msg::Game(Act::Company(place)));
    let skills = PARAMS
        .iter()
        .find(|row| row.key == "rivals")
        .map_or(&[][..], |row| row.choices);
    html! {
        <div class="start">
            <header>
                <h1 id="game-title" tabindex="-1">{ "A secret is out. What now?" }</h1>
                <p class="deck">{ "Lead one company through the race: first your answer to the leak, then one decision a quarter. Rivals read the same papers and play by the same rules. Every game is a link, and afterwards you see what was luck and what was you." }</p>
            </header>
            <div class="start-form">
                <fieldset>
                    <legend>{ "The world" }</legend>
                    <label class="unseen" for="start-preset">{ "Starting point" }</label>
                    <select id="start-preset" onchange={send.reform(|e: Event| {
                        let select: web_sys::HtmlSelectElement = e.target_unchecked_into();
                        Msg::Preset(select.selected_index().max(0) as usize)
                    })}>
                        for (k, preset) in PRESETS.iter().enumerate() {
                            <option key={preset.id} value={preset.id} selected={k == scenario.preset}>{ preset.name }</option>
                        }
                    </select>
                    <p class="hint">{ PRESETS[scenario.preset].story }{ if is_tuned(scenario) { " With what you changed in Explore." } else { "" } }</p>
                </fieldset>
                <fieldset>
                    <legend>{ "Your company" }</legend>
                    <div class="options">
                        for (k, entrant) in scenario.companies.iter().enumerate() {
                            { option("company", COMPANIES[entrant.archetype].id, entrant.archetype == company, play(entrant.archetype), html! {
                                <><i class={format!("swatch c{}", entrant.archetype)}></i><b>{ &entrant.name }</b>
                                <span class="hint">{ if k == 0 { "The one that leaks. " } else { "" } }{ COMPANIES[entrant.archetype].about }</span></>
                            }) }
                        }
                    </div>
                </fieldset>
                <fieldset>
                    <legend>{ "Your goal" }</legend>
                    <div class="options">
                        for row in GOALS {
                            { option("goal", row.id, row.id == goal.id, { let goal = row.goal; send.reform(move |_| Msg::Game(Act::Goal(goal))) },
                                html! { <b>{ row.label }</b> }) }
                        }
                    </div>
                    <p class="hint">{ goal.help }</p>
                </fieldset>
                <fieldset>
                    <legend>{ "Your rivals play" }</legend>
                    <div class="options">
                        for (k, skill) in skills.iter().enumerate() {
                            { option("rivals", skill, k as f64 == rivals, send.reform(move |_| Msg::Game(Act::Rivals(k as f64))),
                                html! { <><b>{ skill }</b><span class="hint">{ RIVALS.get(k).copied().unwrap_or_default() }</span></> }) }
                        }
                    </div>
                    <label class="option"><input type="checkbox" id="start-advisor" checked={advisor} onchange={onadvisor} />
                        <span><b>{ "An advisor" }</b><span class="hint">{ "Tries every order in 256 futures while you think. It can be switched off at any time." }</span></span></label>
                    <label class="option"><input type="checkbox" id="start-catastrophe" checked={may_end} onchange={oncatastrophe} />
                        <span><b>{ "Catastrophe can end the game" }</b><span class="hint">{ "A severe incident, of anyone, may then be the last: nobody wins. How likely that is, no data can say; the figure is judgement." }</span></span></label>
                </fieldset>
            </div>
            <p class="begin"><button type="button" id="begin" class="primary large" onclick={begin}>{ "Begin" }</button>
                <span class="hint">{ luck }</span>
                <button type="button" id="today" class="quiet" onclick={opens(today(), send)}>{ "Today’s leak" }</button>
                <span class="hint">{ "One world a day, the same for everybody." }</span></p>
            { offer(app, send) }
        </div>
    }
}

/// One of several to choose from.
fn option(
    name: &'static str,
    value: &'static str,
    chosen: bool,
    onchange: Callback<Event>,
    words: Html,
) -> Html {
    html! {
        <label key={value} class="option">
            <input type="radio" {name} {value} checked={chosen} {onchange} /><span>{ words }</span>
        </label>
    }
}
