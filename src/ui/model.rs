//! The Model mode: what the model computes and what its numbers rest on, made by [`crate::docs`].

use super::Shared;
use super::browser;
use super::state::{Mode, Msg};
use crate::docs::{self, Findings, Host, Section};
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// So many sections are put on the page before the next picture is drawn: it is long.
const SECTIONS_A_FRAME: usize = 4;

#[derive(Properties, PartialEq)]
pub struct ModelProps {
    pub mode: Mode,
    /// The element to show, once more whenever it is another one.
    pub target: Shared<Option<String>>,
    pub send: Callback<Msg>,
}

/// The page of the model, made when it is first asked for and kept.
#[component]
pub fn Model(props: &ModelProps) -> Html {
    let shown = props.mode == Mode::Model;
    let visited = use_mut_ref(|| false);
    let visited = {
        let mut visited = visited.borrow_mut();
        *visited |= shown;
        *visited
    };
    html! {
        <main id="model" class="model-page" tabindex="-1" hidden={!shown}>
            <div>
                if visited { <Sections target={props.target.clone()} shown={shown} send={props.send.clone()} /> }
            </div>
        </main>
    }
}

#[derive(Properties, PartialEq)]
struct SectionsProps {
    shown: bool,
    target: Shared<Option<String>>,
    send: Callback<Msg>,
}

#[component]
fn Sections(props: &SectionsProps) -> Html {
    let sections = use_memo((), |()| docs::model_page(Host::Page, &Findings::default()));
    let placed = use_state(|| SECTIONS_A_FRAME);
    let validation = use_state(|| None::<AttrValue>);
    let all = sections.len();
    {
        let placed = placed.clone();
        use_effect_with(*placed, move |count| {
            let next = *count + SECTIONS_A_FRAME;
            if *count < all {
                browser::next_frame(move || placed.set(next));
            }
        });
    }
    // What is asked for is shown once everything stands in its place.
    let complete = *placed >= all;
    use_effect_with(
        (props.target.clone(), complete, props.shown),
        |(target, complete, shown)| {
            if let (Some(id), true, true) = (target.0.as_ref(), *complete, *shown) {
                let id = id.clone();
                browser::next_frame(move || browser::reveal(&id));
            }
        },
    );
    let onclick = clicked(&props.send, &validation);
    html! {
        <div class="columns" {onclick}>
            <div class="contents-place"><Raw html={AttrValue::from(docs::contents(&sections))} /></div>
            <div class="model-text">
                for (k, section) in sections.iter().enumerate().take(*placed) {
                    <Piece key={k} html={html_of(section, &validation)} />
                }
            </div>
        </div>
    }
}

/// The section, or what has become of it since.
fn html_of(section: &Section, validation: &UseStateHandle<Option<AttrValue>>) -> AttrValue {
    match &**validation {
        Some(html) if section.id == "validation" => html.clone(),
        _ => AttrValue::from(section.element()),
    }
}

#[derive(Properties, PartialEq)]
struct RawProps {
    html: AttrValue,
}

#[component]
fn Raw(props: &RawProps) -> Html {
    Html::from_html_unchecked(props.html.clone())
}

/// A section in an element of its own.
#[component]
fn Piece(props: &RawProps) -> Html {
    html! { <div class="piece">{ Html::from_html_unchecked(props.html.clone()) }</div> }
}

/// The fragment of the address is the scenario, so links within the page move it by hand.
fn clicked(
    send: &Callback<Msg>,
    validation: &UseStateHandle<Option<AttrValue>>,
) -> Callback<MouseEvent> {
    let (send, validation) = (send.clone(), validation.clone());
    Callback::from(move |event: MouseEvent| {
        let Some(target) = event.target_dyn_into::<web_sys::Element>() else {
            return;
        };
        let near = |selector: &str| target.closest(selector).ok().flatten();
        if let Some(link) = near("a[href^='#']") {
            event.prevent_default();
            let href = link.get_attribute("href").unwrap_or_default();
            browser::reveal(href.trim_start_matches('#'));
        } else if let Some(key) = near("[data-key]").and_then(|e| e.get_attribute("data-key")) {
            send.emit(Msg::Go(Mode::Explore, Some(key)));
        } else if let Some(button) = near("[data-run]") {
            run(&button, &validation);
        }
    })
}

/// Runs the validation cases after the button has said so.
fn run(button: &web_sys::Element, validation: &UseStateHandle<Option<AttrValue>>) {
    button.set_text_content(Some("Running …"));
    if let Some(button) = button.dyn_ref::<web_sys::HtmlElement>() {
        let _ = button.set_attribute("aria-disabled", "true");
    }
    let validation = validation.clone();
    browser::next_frame(move || {
        browser::next_frame(move || {
            let section = docs::validation(Host::Page, Findings::computed().cases.as_deref());
            validation.set(Some(AttrValue::from(section.element())));
        });
    });
}
