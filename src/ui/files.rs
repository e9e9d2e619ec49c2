//! The numbers of a chart as a table, and the chart as files.

use super::Shared;
use super::browser;
use super::charts::{Lines, Naming, PANELS};
use super::futures::View;
use super::topbar::SAID_MS;
use after_the_leak::chart::{MARGIN, standalone};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct FilesProps {
    pub panel: usize,
    pub view: Shared<View>,
    pub focus: usize,
}

/// The numbers as a table, and the chart as files.
#[component]
pub fn Files(props: &FilesProps) -> Html {
    let open = use_state(|| false);
    let ontoggle = toggled(&open);
    let panel = &PANELS[props.panel];
    let (view, focus) = (props.view.clone(), props.focus);
    let table = if *open {
        Lines::read(&view, focus, panel)
            .with_chart(&view, panel, Naming::All, |chart| chart.table())
    } else {
        String::new()
    };
    let name = format!("after-the-leak-{}", panel.id);
    let csv = {
        let (view, name) = (view.clone(), format!("{name}.csv"));
        move |_| {
            let text =
                Lines::read(&view, focus, panel)
                    .with_chart(&view, panel, Naming::All, |chart| chart.csv());
            browser::download(&name, "text/csv", &text);
        }
    };
    let draw = Callback::from(move |()| {
        Lines::read(&view, focus, panel).with_chart(&view, panel, Naming::Lines, |chart| {
            file(&chart.svg(FILE.0, FILE.1))
        })
    });
    html! {
        <details class="table" {ontoggle}>
            <summary>{ "Numbers" }<span class="unseen">{ format!(": {}", panel.title) }</span></summary>
            <div class="exports">
                <button type="button" class="quiet" onclick={csv}>{ "Save CSV" }</button>
                { pictures(&name, &draw) }
            </div>
            <div class="scroll" tabindex="0" role="region" aria-label={format!("{} as a table", panel.title)}>{ Html::from_html_unchecked(table.into()) }</div>
        </details>
    }
}

/// The size of a chart in a file, in px.
pub const FILE: (f32, f32) = (720.0, 420.0);

/// A drawing of that size as a file, with the style sheet that the page has for it.
pub fn file(svg: &str) -> String {
    standalone(svg, &browser::chart_style(), FILE)
}

/// The ways to keep a drawing of the size of a file: as pixels for posts and slides, as SVG for print. Beside them it
/// is said that it was saved.
pub fn pictures(name: &str, draw: &Callback<(), String>) -> Html {
    let button = |kind: &'static str, words: &'static str| {
        let (name, draw) = (format!("{name}.{kind}"), draw.clone());
        let onclick = move |e: MouseEvent| {
            let drawing = draw.emit(());
            if kind == PNG {
                let size = (FILE.0 + 2.0 * MARGIN, FILE.1 + 2.0 * MARGIN);
                browser::download_painted(&name, &drawing, size);
            } else {
                browser::download(&name, "image/svg+xml", &drawing);
            }
            browser::say_beside(&e, "Saved", SAID_MS);
        };
        html! { <button type="button" class="quiet" {onclick}>{ words }</button> }
    };
    html! {
        <>
            { button(PNG, "Save PNG") }
            { button("svg", "Save SVG") }
            <span role="status"></span>
        </>
    }
}

/// How the names of files of pixels end.
const PNG: &str = "png";

/// Keeps a state at whether a disclosure is open.
pub fn toggled(open: &UseStateHandle<bool>) -> impl Fn(Event) + 'static + use<> {
    let open = open.clone();
    move |e: Event| {
        let details: web_sys::HtmlDetailsElement = e.target_unchecked_into();
        open.set(details.open());
    }
}
