//! The Model mode: the page that [`after_the_leak::docs`] makes when this one is built, fetched when it is first asked for.

use super::Shared;
use super::address::MODEL_AT;
use super::browser;
use super::state::{Mode, Msg};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ModelProps {
    pub mode: Mode,
    /// The element to show, once more whenever it is another one.
    pub target: Shared<Option<String>>,
    pub send: Callback<Msg>,
}

/// How far the page of the model has come.
#[derive(Clone, PartialEq)]
enum Fetched {
    NotYet,
    Loading,
    Failed,
    Here(AttrValue),
}

/// The page of the model; kept once it is there.
#[component]
pub fn Model(props: &ModelProps) -> Html {
    let shown = props.mode == Mode::Model;
    let fetched = use_state(|| Fetched::NotYet);
    {
        let fetched = fetched.clone();
        use_effect_with(shown, move |shown| {
            if *shown && matches!(*fetched, Fetched::NotYet | Fetched::Failed) {
                fetch(fetched);
            }
        });
    }
    let here = matches!(*fetched, Fetched::Here(_));
    use_effect_with(
        (props.target.clone(), here, shown),
        |(target, here, shown)| {
            if let (Some(id), true, true) = ((*target.0).clone(), *here, *shown) {
                browser::next_frame(move || browser::reveal(&id));
            }
        },
    );
    html! {
        <div id="model" class="model-page" tabindex="-1" hidden={!shown} aria-busy={(*fetched == Fetched::Loading).to_string()} onclick={clicked(&props.send)}>
            <div class="state" role="status">
                { match &*fetched {
                    Fetched::Loading => "Fetching the model …",
                    Fetched::Failed => "The page of the model could not be fetched. Choose Model once more to try again.",
                    _ => "",
                } }
            </div>
            <div>
                if let Fetched::Here(html) = &*fetched { <Raw html={html.clone()} /> }
            </div>
        </div>
    }
}

/// Asks for the page and takes its body.
fn fetch(fetched: UseStateHandle<Fetched>) {
    fetched.set(Fetched::Loading);
    let address = browser::meta("model").unwrap_or_default();
    browser::fetch_text(&address, move |text| {
        fetched.set(match text.as_deref().and_then(body) {
            Some(body) => Fetched::Here(AttrValue::from(addressed(body))),
            None => Fetched::Failed,
        });
    });
}

/// What stands between the head of the page and its end.
fn body(page: &str) -> Option<&str> {
    let (_, rest) = page.split_once(after_the_leak::docs::BEGIN)?;
    let (body, _) = rest.split_once(after_the_leak::docs::END)?;
    Some(body)
}

/// The same with links that are addresses of their own: the fragment of the page's address is the scenario, and a
/// reader may open a link in another tab.
fn addressed(body: &str) -> String {
    body.replace("href=\"#", &format!("href=\"{MODEL_AT}"))
}

#[derive(Properties, PartialEq)]
struct RawProps {
    html: AttrValue,
}

#[component]
fn Raw(props: &RawProps) -> Html {
    Html::from_html_unchecked(props.html.clone())
}

/// A plain click on a link within the page moves it by hand: it must not open another scenario.
fn clicked(send: &Callback<Msg>) -> Callback<MouseEvent> {
    let send = send.clone();
    Callback::from(move |event: MouseEvent| {
        let Some(target) = event.target_dyn_into::<web_sys::Element>() else {
            return;
        };
        let near = |selector: &str| target.closest(selector).ok().flatten();
        let elsewhere =
            event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
        let href = near("a[href]").and_then(|link| link.get_attribute("href"));
        if let Some(id) = href.as_deref().and_then(|href| href.strip_prefix(MODEL_AT)) {
            if !elsewhere {
                event.prevent_default();
                browser::reveal(id);
            }
        } else if let Some(key) = near("[data-key]").and_then(|e| e.get_attribute("data-key")) {
            send.emit(Msg::Go(Mode::Explore, Some(key)));
        }
    })
}
