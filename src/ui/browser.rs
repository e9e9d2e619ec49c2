//! The browser as the page needs it: clock, frames, timers, storage, address, files. Nothing else talks to it.

mod keep;
pub use keep::{download, download_painted, say_beside};

use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlElement, Performance, Window};

/// More measures of one name than this are forgotten, so that memory stays flat over thousands of moves.
const MEASURES_KEPT: u32 = 1000;

pub fn window() -> Window {
    web_sys::window().expect("a page has a window")
}

pub fn document() -> Document {
    window().document().expect("a window has a document")
}

/// The body, where tests and users' tools read the state of the page.
pub fn body() -> HtmlElement {
    document().body().expect("a document has a body")
}

fn performance() -> Option<Performance> {
    window().performance()
}

/// Milliseconds since the page was opened.
pub fn now_ms() -> f64 {
    performance().map_or(0.0, |p| p.now())
}

/// Marks a moment under a name; an earlier one of that name is forgotten.
pub fn mark(name: &str) {
    if let Some(p) = performance() {
        p.clear_marks_with_mark_name(name);
        let _ = p.mark(name);
    }
}

/// Measures the time since a mark, or since the page was opened when `since` is empty.
pub fn measure(name: &str, since: &str) {
    thread_local! {
        static MEASURES: RefCell<u32> = const { RefCell::new(0) };
    }
    let Some(p) = performance() else { return };
    let kept = MEASURES.with_borrow_mut(|count| {
        *count = (*count + 1) % MEASURES_KEPT;
        *count
    });
    if kept == 0 {
        p.clear_measures_with_measure_name(name);
    }
    let _ = if since.is_empty() {
        p.measure(name)
    } else {
        p.measure_with_start_mark(name, since)
    };
}

/// Calls back before the next picture is drawn.
pub fn next_frame(then: impl FnOnce() + 'static) {
    let _ = window().request_animation_frame(&once(then));
}

/// Calls back after everything that happens now.
pub fn next_turn(then: impl FnOnce() + 'static) {
    let _ = window().set_timeout_with_callback(&once(then));
}

fn once(then: impl FnOnce() + 'static) -> js_sys::Function {
    Closure::once_into_js(then).unchecked_into()
}

/// A timer that is forgotten when dropped.
pub struct Timer {
    id: i32,
    /// Kept until the timer has rung.
    _ring: Closure<dyn FnMut()>,
}

impl Timer {
    /// Calls back after some milliseconds.
    pub fn after(ms: i32, then: impl FnMut() + 'static) -> Timer {
        let ring = Closure::<dyn FnMut()>::new(then);
        let id = window()
            .set_timeout_with_callback_and_timeout_and_arguments_0(
                ring.as_ref().unchecked_ref(),
                ms,
            )
            .unwrap_or(0);
        Timer { id, _ring: ring }
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        window().clear_timeout_with_handle(self.id);
    }
}

/// Calls back on every event of a kind at the window, until dropped.
pub struct Listener {
    kind: &'static str,
    heard: Closure<dyn FnMut(web_sys::Event)>,
}

impl Listener {
    pub fn at_window(kind: &'static str, heard: impl FnMut(web_sys::Event) + 'static) -> Listener {
        let heard = Closure::<dyn FnMut(web_sys::Event)>::new(heard);
        let _ = window().add_event_listener_with_callback(kind, heard.as_ref().unchecked_ref());
        Listener { kind, heard }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = window()
            .remove_event_listener_with_callback(self.kind, self.heard.as_ref().unchecked_ref());
    }
}

/// Tells the width of an element, in whole px, now and whenever it changes, until dropped.
pub struct WidthWatch {
    observer: web_sys::ResizeObserver,
    _told: Closure<dyn FnMut()>,
}

impl WidthWatch {
    pub fn new(element: &Element, mut tell: impl FnMut(f32) + 'static) -> Option<WidthWatch> {
        let watched = element.clone();
        let told = Closure::<dyn FnMut()>::new(move || tell(watched.client_width() as f32));
        let observer = web_sys::ResizeObserver::new(told.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(WidthWatch {
            observer,
            _told: told,
        })
    }
}

impl Drop for WidthWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Tells whether an element can be seen, now and whenever that changes, until dropped.
pub struct SightWatch {
    observer: web_sys::IntersectionObserver,
    _told: Closure<dyn FnMut(js_sys::Array)>,
}

impl SightWatch {
    pub fn new(element: &Element, mut tell: impl FnMut(bool) + 'static) -> Option<SightWatch> {
        let told = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let latest = entries
                .pop()
                .unchecked_into::<web_sys::IntersectionObserverEntry>();
            tell(latest.is_intersecting());
        });
        let observer = web_sys::IntersectionObserver::new(told.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(SightWatch {
            observer,
            _told: told,
        })
    }
}

impl Drop for SightWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Whether a media query holds now.
pub fn media(query: &str) -> bool {
    window()
        .match_media(query)
        .ok()
        .flatten()
        .is_some_and(|list| list.matches())
}

/// What this browser remembers under a name; nothing in windows without memory.
pub fn remembered(name: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(name).ok()?
}

/// Remembers a text under a name, where the browser allows it.
pub fn remember(name: &str, text: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item(name, text);
    }
}

/// Where the worker stands; the build puts its address into the page.
pub fn worker_address() -> String {
    let meta = document()
        .query_selector("meta[name=worker]")
        .ok()
        .flatten();
    meta.and_then(|meta| meta.get_attribute("content"))
        .unwrap_or_default()
}

/// What stands after `#` in the address, still percent-encoded.
pub fn fragment() -> String {
    let hash = window().location().hash().unwrap_or_default();
    hash.strip_prefix('#').unwrap_or(&hash).to_string()
}

/// Puts a fragment into the address bar without adding to the history.
pub fn replace_fragment(fragment: &str) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("#{fragment}")));
    }
}

/// The whole address with another fragment.
pub fn address_with(fragment: &str) -> String {
    let href = window().location().href().unwrap_or_default();
    let page = href.split('#').next().unwrap_or_default();
    format!("{page}#{fragment}")
}

/// Copies a text; `done` learns whether it worked.
pub fn copy(text: &str, done: impl Fn(bool) + 'static) {
    let clipboard = window().navigator().clipboard();
    // Undefined on pages that are not served securely.
    if JsValue::from(&clipboard).is_undefined() {
        return done(false);
    }
    let done = Rc::new(done);
    let failed = done.clone();
    let well = Closure::<dyn FnMut(JsValue)>::once(move |_| done(true));
    let badly = Closure::<dyn FnMut(JsValue)>::once(move |_| failed(false));
    let _ = clipboard.write_text(text).then2(&well, &badly);
    // One small leak per copy: the browser calls back later, and only one of the two.
    well.forget();
    badly.forget();
}

/// A number nobody can foresee, for a new seed.
pub fn chance() -> u64 {
    let mut bytes = [0; 8];
    let drawn = window()
        .crypto()
        .and_then(|c| c.get_random_values_with_u8_array(&mut bytes));
    match drawn {
        Ok(_) => u64::from_le_bytes(bytes),
        Err(_) => js_sys::Date::now() as u64,
    }
}

/// Sets an attribute of the root element, or removes it.
pub fn set_root(name: &str, value: Option<&str>) {
    let Some(root) = document().document_element() else {
        return;
    };
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}

/// Moves the focus to the element with this id.
pub fn focus(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        let _ = element.unchecked_into::<HtmlElement>().focus();
    }
}

/// Goes to the start of the page.
pub fn to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Brings the element with this id into view, points at it and gives it the focus.
pub fn reveal(id: &str) {
    const POINTED: &str = "pointed";
    let Some(element) = document().get_element_by_id(id) else {
        return;
    };
    if let Ok(Some(before)) = document().query_selector(&format!(".{POINTED}")) {
        let _ = before.class_list().remove_1(POINTED);
    }
    let _ = element.class_list().add_1(POINTED);
    // What is shut away cannot be shown.
    while let Ok(Some(shut)) = element.closest("details:not([open])") {
        let _ = shut.set_attribute("open", "");
    }
    let is_control = matches!(element.tag_name().as_str(), "INPUT" | "SELECT");
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(if is_control {
        web_sys::ScrollLogicalPosition::Center
    } else {
        web_sys::ScrollLogicalPosition::Start
    });
    element.scroll_into_view_with_scroll_into_view_options(&options);
    if !is_control {
        let _ = element.set_attribute("tabindex", "-1");
    }
    let _ = element.unchecked_into::<HtmlElement>().focus();
}

/// Empties the box with this id.
pub fn clear(id: &str) {
    let found = document().get_element_by_id(id);
    if let Some(input) = found.and_then(|e| e.dyn_into::<web_sys::HtmlInputElement>().ok()) {
        input.set_value("");
    }
}

/// The place of what is chosen in the select with this id.
pub fn chosen(id: &str) -> Option<u32> {
    let found = document().get_element_by_id(id);
    let select = found?.dyn_into::<web_sys::HtmlSelectElement>().ok()?;
    u32::try_from(select.selected_index()).ok()
}

/// Year, month from 1, and day of today, the same everywhere on earth.
pub fn date() -> (u32, u32, u32) {
    let now = js_sys::Date::new_0();
    (
        now.get_utc_full_year(),
        now.get_utc_month() + 1,
        now.get_utc_date(),
    )
}

/// The content of a meta element of this page.
pub fn meta(name: &str) -> Option<String> {
    let found = document().query_selector(&format!("meta[name={name}]"));
    found.ok()??.get_attribute("content")
}

/// The style sheet of charts, which `index.html` has within it: so a file can take it along.
pub fn chart_style() -> String {
    let found = document().query_selector("style");
    let sheet = found.ok().flatten();
    sheet.and_then(|s| s.text_content()).unwrap_or_default()
}

/// Fetches a text; `done` learns none when that fails.
pub fn fetch_text(address: &str, done: impl Fn(Option<String>) + 'static) {
    let done = Rc::new(done);
    let failed = done.clone();
    let well = Closure::<dyn FnMut(JsValue)>::once(move |answer: JsValue| {
        let answer: web_sys::Response = answer.unchecked_into();
        match answer.text() {
            Ok(text) if answer.ok() => {
                let read = Closure::<dyn FnMut(JsValue)>::once(move |text: JsValue| {
                    done(text.as_string())
                });
                let _ = text.then(&read);
                read.forget();
            }
            _ => done(None),
        }
    });
    let badly = Closure::<dyn FnMut(JsValue)>::once(move |_| failed(None));
    let _ = window().fetch_with_str(address).then2(&well, &badly);
    // A small leak per fetch: the browser calls back later, and only one of the two.
    well.forget();
    badly.forget();
}
