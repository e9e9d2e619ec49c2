//! The address bar: it always holds the present link, and a link put into it is opened.

use super::browser::{self, Timer};
use super::fault;
use super::futures::{FUTURES_MAX, View};
use super::play::state::usual_mode;
use super::state::{App, Mode, Notes, Pick, Shown};
use after_the_leak::link::{self, Fingerprint, Link, Verdict};
use after_the_leak::sim::Scenario;
use after_the_leak::study::Spread;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The address is written this long after the last change: browsers refuse to be told too often.
const REST_MS: i32 = 300;
/// How a future is named in the view of a link; numbered from 1, as on the page.
const VIEW_FUTURE: &str = "future-";
/// How a link opens the model at an element: `model-sector-leak`.
const VIEW_MODEL_AT: &str = "model-";
/// What stands before the name of an element in an address that opens the model there.
pub const MODEL_AT: &str = "#view=model-";
/// The views of a link that open a mode. Without one a game is played, and any other scenario explored.
const MODES: [(Mode, &str); 3] = [
    (Mode::Explore, "explore"),
    (Mode::Play, "play"),
    (Mode::Model, "model"),
];

/// What a link opens.
pub struct Opened {
    pub scenario: Scenario,
    pub shown: Shown,
    pub notes: Notes,
    /// The element of the model to show.
    pub target: Option<String>,
    link: Link,
}

/// Reads whatever stands in the address bar.
pub fn open(fragment: &str) -> Opened {
    let (link, problems) = Link::read(fragment);
    let mut sentences: Vec<String> = problems.iter().map(|p| p.sentence().to_string()).collect();
    let (shown, target, problem) = shown(&link.view, usual_mode(&link.scenario));
    sentences.extend(problem);
    Opened {
        scenario: link.scenario.clone(),
        shown,
        notes: Notes {
            sentences,
            about_link: true,
            ..Notes::default()
        },
        target,
        link,
    }
}

/// What the view of a link shows, and the element of the model if it names one: words separated by dots. What is not
/// known here is said in a sentence.
fn shown(view: &str, usual: Mode) -> (Shown, Option<String>, Option<String>) {
    let (mut shown, mut target, mut problem) = (Shown::default(), None, None);
    shown.mode = usual;
    for word in view.split('.').filter(|w| !w.is_empty()) {
        let number = word
            .strip_prefix(VIEW_FUTURE)
            .and_then(|n| n.parse::<u32>().ok())
            .filter(|n| (1..=FUTURES_MAX as u32).contains(n));
        if let Some((mode, _)) = MODES.iter().find(|(_, name)| *name == word) {
            shown.mode = *mode;
        } else if let Some(element) = word.strip_prefix(VIEW_MODEL_AT) {
            shown.mode = Mode::Model;
            target = Some(element.to_string());
        } else if let Some(spread) = Spread::named(word) {
            shown.spread = spread;
        } else if let Some(n) = number {
            shown.pick = Pick::Number(n - 1);
        } else {
            problem = Some(format!(
                "view: this page has no “{word}”; it is shown without."
            ));
        }
    }
    (shown, target, problem)
}

/// The link of a scenario, without address and `#`. It names what is shown of it as far as not everybody gets that.
pub fn written(
    scenario: &Scenario,
    view: &View,
    mode: Mode,
    fingerprint: Option<Fingerprint>,
) -> String {
    let mut words = vec![];
    if mode != usual_mode(scenario) {
        let named = MODES.iter().find(|(m, _)| *m == mode);
        words.extend(named.map(|(_, name)| name.to_string()));
    }
    // A game shows nothing of the fan, and its future is the first.
    let fans = mode != Mode::Play;
    if fans && view.spread != Spread::Luck {
        words.push(view.spread.name().to_string());
    }
    if fans && view.future != view.typical {
        words.push(format!("{VIEW_FUTURE}{}", view.future + 1));
    }
    link::write(scenario, &words.join("."), fingerprint)
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
    fn views_are_words() {
        let read = |view: &str| {
            let (shown, _, problem) = shown(view, Mode::Explore);
            (shown, problem.is_some())
        };
        let usual = Shown::default();
        assert_eq!(read(""), (usual, false));
        let wide = Shown {
            spread: Spread::Wide,
            ..usual
        };
        assert_eq!(read("wide"), (wide, false));
        let both = Shown {
            pick: Pick::Number(11),
            ..wide
        };
        assert_eq!(read("wide.future-12"), (both, false));
        assert_eq!(read("future-12.wide"), (both, false));
        let model = Shown {
            mode: Mode::Model,
            ..wide
        };
        assert_eq!(read("model.wide"), (model, false));
        for (mode, name) in MODES {
            assert_eq!(read(name), (Shown { mode, ..usual }, false));
        }
        let played = shown("", Mode::Play).0;
        assert_eq!(played.mode, Mode::Play);
        for odd in [
            "future-0",
            "future-99999999999",
            "future-",
            "tall",
            "future-20001",
        ] {
            assert_eq!(read(odd), (usual, true), "{odd}");
        }
    }

    #[test]
    fn every_element_of_the_model_has_an_address() {
        let page = after_the_leak::docs::whole_page(&after_the_leak::docs::Findings::default());
        for rest in page.split(" id=\"").skip(1) {
            let id = rest.split('"').next().unwrap();
            let opened = open(&format!("{MODEL_AT}{id}"));
            assert_eq!(opened.target.as_deref(), Some(id));
            assert!(
                opened.shown.mode == Mode::Model && opened.notes.sentences.is_empty(),
                "{id}"
            );
        }
    }
}
