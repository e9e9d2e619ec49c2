//! The bar at the top: what is shown, its seed, undo and redo, light and dark, and the link to share.

use super::Shared;
use super::browser::{self, Timer};
use super::changes::is_tuned;
use super::futures::View;
use super::icons::{self, icon};
use super::state::{Edit, Mode, Msg, Theme};
use after_the_leak::link;
use after_the_leak::sim::Scenario;
use after_the_leak::sim::presets::PRESETS;
use after_the_leak::sim::seed::Seed;
use std::rc::Rc;
use yew::prelude::*;

/// The page says that something was copied or saved for so long.
pub const SAID_MS: i32 = 2500;

#[derive(Properties, PartialEq)]
pub struct TopBarProps {
    pub scenario: Shared<Scenario>,
    pub view: Shared<View>,
    pub can_undo: bool,
    pub can_redo: bool,
    pub theme: Theme,
    pub mode: Mode,
    pub send: Callback<Msg>,
}

#[component]
pub fn TopBar(props: &TopBarProps) -> Html {
    let scenario = &props.scenario;
    let changed = is_tuned(scenario);
    let name = PRESETS[scenario.preset].name;
    let send = props.send.clone();
    html! {
        <header class="bar">
            <span class="wordmark">{ "After the Leak" }</span>
            { modes(props.mode, &send) }
            <span class="scenario-name">{ name }<span class="changed">{ if changed { " · changed" } else { "" } }</span></span>
            <SeedBox id="seed" seed={scenario.seed.0} send={send.clone()} />
            <div class="tools">
                { tool("Undo".into(), icons::UNDO, props.can_undo, send.reform(|()| Msg::Undo)) }
                { tool("Redo".into(), icons::REDO, props.can_redo, send.reform(|()| Msg::Redo)) }
                { theme_choice(props.theme, &send) }
                <CopyLink view={props.view.clone()} scenario={props.scenario.clone()} mode={props.mode} />
            </div>
        </header>
    }
}

/// What the page may be used for.
fn modes(now: Mode, send: &Callback<Msg>) -> Html {
    html! {
        <nav class="modes" aria-label="Modes">
            for (mode, words) in [(Mode::Play, "Play"), (Mode::Explore, "Explore"), (Mode::Model, "Model")] {
                <button key={words} type="button" aria-current={(mode == now).then_some("page")}
                    onclick={send.reform(move |_| Msg::Go(mode, None))}>{ words }</button>
            }
        </nav>
    }
}

/// A button with a sign. It stays focusable when it can do nothing, so that the focus is not lost with its last step.
fn tool(words: String, sign: &'static str, enabled: bool, onclick: Callback<()>) -> Html {
    let onclick = move |_| {
        if enabled {
            onclick.emit(());
        }
    };
    html! {
        <button type="button" class="tool" {onclick} aria-disabled={(!enabled).to_string()} aria-label={words.clone()} title={words}>
            { icon(sign) }
        </button>
    }
}

#[derive(Properties, PartialEq)]
pub struct SeedBoxProps {
    /// Of the box: there are two, one of them hidden, on phones the other.
    pub id: &'static str,
    pub seed: u64,
    pub send: Callback<Msg>,
}

/// The seed: three words or a number; anything else becomes the nearest seed, and the page says so.
#[component]
pub fn SeedBox(props: &SeedBoxProps) -> Html {
    let draft = use_state(|| None::<String>);
    let shown = (*draft)
        .clone()
        .unwrap_or_else(|| Seed(props.seed).to_string());
    let oninput = {
        let draft = draft.clone();
        move |e: InputEvent| {
            let input: web_sys::HtmlInputElement = e.target_unchecked_into();
            draft.set(Some(input.value()));
        }
    };
    let take = {
        let send = props.send.clone();
        move |text: String| {
            send.emit(Msg::Edit(Edit {
                key: "seed".into(),
                value: text,
                at_ms: browser::now_ms(),
            }));
            send.emit(Msg::Finish(f64::NEG_INFINITY));
        }
    };
    let onchange = {
        let (draft, take) = (draft.clone(), take.clone());
        move |e: Event| {
            let input: web_sys::HtmlInputElement = e.target_unchecked_into();
            let text = input.value();
            draft.set(None);
            if !text.trim().is_empty() {
                take(text);
            }
        }
    };
    let reroll = move |_| take(Seed::from_number(browser::chance()).to_string());
    html! {
        <div class="seed">
            <label for={props.id}>{ "Seed" }</label>
            <input id={props.id} type="text" value={shown} {oninput} {onchange} autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="80" />
            <button type="button" class="tool" onclick={reroll} aria-label="New seed" title="New seed: the same world, other luck">
                { icon(icons::DICE) }
            </button>
        </div>
    }
}

fn theme_choice(theme: Theme, send: &Callback<Msg>) -> Html {
    let next = theme.next();
    let onclick = send.reform(move |()| Msg::Theme(next));
    let sign = match theme {
        Theme::Auto => icons::AUTO,
        Theme::Light => icons::SUN,
        Theme::Dark => icons::MOON,
    };
    let words = format!("Colours: {}. Change to {}", theme.name(), next.name());
    tool(words, sign, true, onclick)
}

#[derive(Properties, PartialEq)]
struct CopyLinkProps {
    scenario: Shared<Scenario>,
    view: Shared<View>,
    mode: Mode,
}

/// What became of the last copy.
#[derive(Clone, PartialEq)]
enum Copied {
    Nothing,
    Well,
    /// The browser would not: here it is to copy by hand.
    ByHand(String),
}

/// Copies the link that proves itself: scenario, and the fingerprint of its outcome.
#[component]
fn CopyLink(props: &CopyLinkProps) -> Html {
    let copied = use_state(|| Copied::Nothing);
    let timer = use_mut_ref(|| None::<Timer>);
    let onclick = {
        let (copied, view, scenario) = (copied.clone(), props.view.clone(), props.scenario.clone());
        let mode = props.mode;
        move |_| {
            let text =
                super::address::written(&scenario, &view, mode, Some(link::fingerprint(&scenario)));
            let address = browser::address_with(&text);
            let (result, timer) = (copied.clone(), timer.clone());
            let by_hand = address.clone();
            browser::copy(&address, move |well| {
                result.set(if well {
                    Copied::Well
                } else {
                    Copied::ByHand(by_hand.clone())
                });
                let forget = result.clone();
                let rest = Timer::after(SAID_MS, move || forget.set(Copied::Nothing));
                timer.replace(well.then_some(rest));
            });
        }
    };
    let words = if *copied == Copied::Well {
        "Copied"
    } else {
        "Copy link"
    };
    html! {
        <div class="copy">
            <button type="button" id="copy-link" class="primary" {onclick}>{ icon(icons::LINK) }<span role="status">{ words }</span></button>
            <div class="by-hand">
                if let Copied::ByHand(address) = &*copied {
                    <label>{ "Copy by hand:" }<input type="text" readonly={true} value={Rc::<str>::from(address.as_str())} /></label>
                }
            </div>
        </div>
    }
}
