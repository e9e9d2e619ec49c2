//! A fault of the program: instead of a dead page, a plain sentence and the link that holds the scenario.

use super::browser;
use std::cell::RefCell;

thread_local! {
    /// The link of the scenario shown; kept here because a panic may come at any moment.
    static LINK: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Remembers the present link for the case of a fault.
pub fn remember_link(link: &str) {
    LINK.with_borrow_mut(|kept| {
        kept.clear();
        kept.push_str(link);
    });
}

/// From now on a panic says what happened.
pub fn catch() {
    yew::set_custom_panic_hook(Box::new(|panic| {
        let place = panic
            .location()
            .map_or(String::new(), |l| format!("{}:{}", l.file(), l.line()));
        let words = panic.payload_as_str().unwrap_or("no reason given");
        say(&format!("{words} ({place})"));
        web_sys::console::error_1(&format!("panicked at {place}: {words}").into());
    }));
}

/// Puts the sentence at the top of the page. Plain DOM calls: nothing else can be trusted now.
fn say(reason: &str) {
    let document = browser::document();
    let body = browser::body();
    let _ = body.dataset().set("state", "failed");
    let Ok(strip) = document.create_element("div") else {
        return;
    };
    let _ = strip.set_attribute("role", "alert");
    let _ = strip.set_attribute("class", "fault");
    let link = LINK.with(|kept| kept.try_borrow().map(|l| l.clone()).unwrap_or_default());
    strip.set_text_content(Some(&format!(
        "The simulator has stopped because of a fault of its own: {reason}. Nothing of yours is lost: this link holds the scenario. Please reload, and report this sentence with the link: "
    )));
    if let Ok(anchor) = document.create_element("a") {
        let address = browser::address_with(&link);
        let _ = anchor.set_attribute("href", &address);
        anchor.set_text_content(Some(&address));
        let _ = strip.append_child(&anchor);
    }
    let _ = body.insert_before(&strip, body.first_child().as_ref());
}
