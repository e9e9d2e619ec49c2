//! The address bar: it always holds the present link, and a link put into it is opened.

use super::browser::{self, Timer};
use super::fault;
use super::futures::{FUTURES, View};
use super::state::{App, Mode, Notes, Pick};
use crate::link::{self, Fingerprint, Link, Verdict};
use crate::sim::Scenario;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The address is written this long after the last change: browsers refuse to be told too often.
const REST_MS: i32 = 300;
/// How a future is named in the view of a link; numbered from 1, as on the page.
const VIEW_FUTURE: &str = "future-";
/// The view of a link that opens the model, and how one begins that opens it at an element: `model-sector-leak`.
const VIEW_MODEL: &str = "model";
const VIEW_MODEL_AT: &str = "model-";
/// What stands before the name of an element in an address that opens the model there.
pub const MODEL_AT: &str = "#view=model-";

/// What a link opens.
pub struct Opened {
    pub scenario: Scenario,
    pub pick: Pick,
    pub notes: Notes,
    pub mode: Mode,
    /// The element of the model to show.
    pub target: Option<String>,
    link: Link,
}

/// Reads whatever stands in the address bar.
pub fn open(fragment: &str) -> Opened {
    let (link, problems) = Link::read(fragment);
    let mut sentences: Vec<String> = problems.iter().map(|p| p.sentence().to_string()).collect();
    let pick = pick(&link.view).unwrap_or_else(|| {
        sentences.push(format!(
            "view: this page has no “{}”; the typical future is shown.",
            link.view
        ));
        Pick::Typical
    });
    Opened {
        scenario: link.scenario.clone(),
        pick,
        notes: Notes {
            sentences,
            about_link: true,
            verdict: None,
        },
        mode: if is_model(&link.view) {
            Mode::Model
        } else {
            Mode::Explore
        },
        target: link.view.strip_prefix(VIEW_MODEL_AT).map(str::to_string),
        link,
    }
}

/// Whether a view shows the model, from its top or from an element on.
fn is_model(view: &str) -> bool {
    view == VIEW_MODEL || view.starts_with(VIEW_MODEL_AT)
}

/// The future that a view names; nothing if there is no such view.
fn pick(view: &str) -> Option<Pick> {
    if view.is_empty() || is_model(view) {
        return Some(Pick::Typical);
    }
    let number = view.strip_prefix(VIEW_FUTURE)?.parse::<u32>().ok()?;
    (1..=FUTURES as u32)
        .contains(&number)
        .then(|| Pick::Number(number - 1))
}

/// The link of a scenario, without address and `#`. It names the mode, or the selected future unless that is the one
/// everybody gets.
pub fn written(
    scenario: &Scenario,
    view: &View,
    mode: Mode,
    fingerprint: Option<Fingerprint>,
) -> String {
    let name = if mode == Mode::Model {
        VIEW_MODEL.to_string()
    } else if view.future == view.typical {
        String::new()
    } else {
        format!("{VIEW_FUTURE}{}", view.future + 1)
    };
    link::write(scenario, &name, fingerprint)
}

fn present(app: &App, fingerprint: Option<Fingerprint>) -> String {
    written(&app.scenario, &app.view, app.mode, fingerprint)
}

/// The address bar.
#[derive(Clone, Default)]
pub struct Address {
    inner: Rc<Inner>,
}

#[derive(Default)]
struct Inner {
    /// What was last written or read.
    held: RefCell<String>,
    /// A link with a fingerprint that is still to be compared.
    opened: RefCell<Option<Link>>,
    timer: RefCell<Option<Timer>>,
    writes: Cell<bool>,
}

impl Address {
    /// Reads the fragment; nothing when it is what was written last.
    pub fn read(&self) -> Option<Opened> {
        let fragment = browser::fragment();
        if *self.inner.held.borrow() == fragment {
            return None;
        }
        let opened = open(&fragment);
        self.inner.held.replace(fragment);
        self.inner
            .opened
            .replace(Some(opened.link.clone()).filter(|l| l.fingerprint.is_some()));
        Some(opened)
    }

    /// Whether a link waits to be written.
    pub fn is_writing(&self) -> bool {
        self.inner.writes.get()
    }

    /// Writes the present link once nothing has changed for a while; tells the verdict on an opened link, and that it is done.
    pub fn hold(&self, app: Rc<App>, judge: impl Fn(Verdict) + 'static, done: impl Fn() + 'static) {
        fault::remember_link(&present(&app, None));
        self.inner.writes.set(true);
        let inner = self.inner.clone();
        let timer = Timer::after(REST_MS, move || {
            let ours = link::fingerprint(&app.scenario);
            if let Some(link) = inner.opened.take().filter(|l| l.scenario == *app.scenario) {
                judge(link.verdict(ours));
            }
            let link = present(&app, Some(ours));
            if link != *inner.held.borrow() {
                browser::replace_fragment(&link);
                // Read back: browsers may encode what they are given.
                inner.held.replace(browser::fragment());
            }
            inner.writes.set(false);
            done();
        });
        self.inner.timer.replace(Some(timer));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn views_name_futures() {
        assert_eq!(pick(""), Some(Pick::Typical));
        assert_eq!(pick("future-64"), Some(Pick::Number(63)));
        for bad in ["future-0", "future-65", "future-", "future-1e3", "charts"] {
            assert_eq!(pick(bad), None, "{bad}");
        }
        assert_eq!(open("view=charts").notes.sentences.len(), 1);
    }

    #[test]
    fn every_element_of_the_model_has_an_address() {
        let page = crate::docs::whole_page(&crate::docs::Findings::default());
        for rest in page.split(" id=\"").skip(1) {
            let id = rest.split('"').next().unwrap();
            let opened = open(&format!("{MODEL_AT}{id}"));
            assert_eq!(opened.target.as_deref(), Some(id));
            assert!(
                opened.mode == Mode::Model && opened.notes.sentences.is_empty(),
                "{id}"
            );
        }
    }
}
