//! Studies of a game: what takes many futures is asked of the workers while the player thinks, and told as it comes in.

use crate::browser::{self, Timer};
use crate::futures::Futures;
use crate::pool::Event;
use crate::state::{App, Mode, Msg};
use after_the_leak::game::{Advice, Advisor, Session, Trials};
use after_the_leak::sim::orders::Order;
use std::cell::RefCell;
use std::rc::Rc;
use yew::Callback;

use super::state::Act;

/// A study begins when nothing has changed for so long.
const REST_MS: i32 = 60;
/// What has come in is told so often.
const TOLD_MS: f64 = 150.0;

/// A study that is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// What each order is expected to change.
    Advice,
}

/// What a study has found so far.
pub enum Finding {
    /// Differences by order, and how much has come in, 0 to 1.
    Advice(Vec<Advice>, f64),
}

/// What is known of a session and a draft.
#[derive(Clone, Default)]
pub struct Known {
    pub advice: Rc<Vec<Advice>>,
    pub advised: f64,
}

impl Known {
    /// Takes what was found.
    pub fn take(&mut self, finding: Finding) {
        match finding {
            Finding::Advice(advice, progress) => {
                self.advice = Rc::new(advice);
                self.advised = progress;
            }
        }
    }

    /// What is not known yet.
    pub fn wanted(&self, ended: bool, advisor: bool) -> Option<Wanted> {
        (!ended && advisor && self.advised < 1.0).then_some(Wanted::Advice)
    }
}

/// A study under way.
enum Study {
    Advice(Advisor),
}

impl Study {
    fn of(wanted: Wanted, session: &Session, draft: &[Order]) -> Study {
        match wanted {
            Wanted::Advice => Study::Advice(Advisor::new(session, draft)),
        }
    }

    fn trials(&mut self) -> &mut Trials {
        match self {
            Study::Advice(advisor) => &mut advisor.trials,
        }
    }

    fn finding(&self) -> Finding {
        match self {
            Study::Advice(a) => Finding::Advice(a.advice(), a.trials.progress()),
        }
    }
}

/// What is studied: of the state with this number.
type Key = (u32, Wanted);

/// Where studies are asked for. A copy is the same place.
#[derive(Clone, Default)]
pub struct Studies {
    key: Rc<RefCell<Option<Key>>>,
    study: Rc<RefCell<Option<Study>>>,
    told_ms: Rc<RefCell<f64>>,
    rest: Rc<RefCell<Option<Timer>>>,
}

impl Studies {
    /// Studies what the page wants to know now, and nothing else.
    pub fn follow(&self, app: &App, futures: &Futures, send: &Callback<Msg>) {
        let play = &app.play;
        let wanted = play.wanted().filter(|_| app.mode == Mode::Play);
        let key = wanted.map(|w| (play.number, w));
        let before = self.key.replace(key);
        if before == key {
            return;
        }
        self.study.take();
        if before.is_some() {
            futures.rest();
        }
        let (Some(key), Some(session)) = (key, play.session.clone()) else {
            self.rest.take();
            return;
        };
        let (here, futures, send, draft) = (
            self.clone(),
            futures.clone(),
            send.clone(),
            play.draft.clone(),
        );
        let timer = Timer::after(REST_MS, move || {
            here.begin(key, Study::of(key.1, &session, &draft), &futures, &send);
        });
        self.rest.replace(Some(timer));
    }

    fn begin(&self, key: Key, mut study: Study, futures: &Futures, send: &Callback<Msg>) {
        let (here, send) = (self.clone(), send.clone());
        self.told_ms.replace(browser::now_ms());
        let hear = move |event| match event {
            Event::Answer(answer) => {
                let scores = answer.values.to_vec();
                here.take(key, &send, |trials| trials.take(answer.first_batch, scores));
            }
            // Without workers the page does it itself, slice by slice.
            Event::Trouble(_) => here.go_on_here(key, send.clone()),
        };
        let place = self.study.clone();
        let orders = move |job| {
            let orders = study.trials().orders(job);
            place.replace(Some(study));
            orders
        };
        futures.study(orders, hear);
    }

    /// Lets something happen to the trials, and tells what is known by then if it is time to; whether they go on.
    fn take(&self, key: Key, send: &Callback<Msg>, change: impl FnOnce(&mut Trials)) -> bool {
        if *self.key.borrow() != Some(key) {
            return false;
        }
        let mut place = self.study.borrow_mut();
        let Some(study) = place.as_mut() else {
            return false;
        };
        change(study.trials());
        let goes_on = study.trials().progress() < 1.0;
        let now = browser::now_ms();
        let is_due = !goes_on || now - *self.told_ms.borrow() > TOLD_MS;
        let finding = is_due.then(|| study.finding());
        // Told once the study is free: whoever is told may ask for something else at once.
        drop(place);
        if let Some(finding) = finding {
            self.told_ms.replace(now);
            send.emit(Msg::Game(Act::Found(key.0, finding)));
        }
        goes_on
    }

    fn go_on_here(&self, key: Key, send: Callback<Msg>) {
        let here = self.clone();
        browser::next_turn(move || {
            let goes_on = here.take(key, &send, |trials| {
                trials.run_next();
            });
            if goes_on {
                here.go_on_here(key, send);
            }
        });
    }
}
