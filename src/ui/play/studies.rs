//! Studies of a game: what takes many futures is asked of the workers while the player thinks, and told as it comes in.

use super::super::browser::{self, Timer};
use super::super::futures::Futures;
use super::super::pool::Event;
use super::super::state::{App, Mode, Msg};
use after_the_leak::game::{Advice, Advisor, Difference, Effect, Mattered, Session, Skill, Trials};
use after_the_leak::game::{luck, rerun};
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
    /// The same orders in other futures.
    Luck,
    /// Other orders.
    Skill,
    /// Each order taken back.
    Mattered,
    /// The game from a turn on in other futures.
    Rerun,
}

/// What the debrief wants to know, in this order.
const DEBRIEF: [Wanted; 3] = [Wanted::Luck, Wanted::Skill, Wanted::Mattered];

/// What a study has found so far.
pub enum Found {
    /// Differences by order.
    Advice(Vec<Advice>),
    /// Scores by future: of all the game, or from a turn on.
    Luck(Vec<f32>),
    Rerun(u32, Vec<f32>),
    /// Mean scores: of these orders, of the strategies, of orders by lot; and the share that they beat.
    Skill(Vec<Difference>, f64),
    Mattered(Vec<Effect>),
}

/// What a study has found, and how much of it has come in, 0 to 1.
pub struct Finding {
    pub wanted: Wanted,
    pub found: Found,
    pub progress: f64,
}

/// What is known of a session and a draft.
#[derive(Clone, Default)]
pub struct Known {
    pub advice: Rc<Vec<Advice>>,
    pub luck: Vec<f32>,
    pub rerun: Vec<f32>,
    pub skill: (Vec<Difference>, f64),
    pub mattered: Vec<Effect>,
    /// How much of each study has come in.
    progress: [f64; 5],
    /// The turn from which the game is to be tried again.
    pub rerun_from: Option<u32>,
}

impl Known {
    /// Takes what was found.
    pub fn take(&mut self, finding: Finding) {
        // Another turn may have been asked for since.
        if matches!(finding.found, Found::Rerun(turn, _) if self.rerun_from != Some(turn)) {
            return;
        }
        self.progress[finding.wanted as usize] = finding.progress;
        match finding.found {
            Found::Advice(advice) => self.advice = Rc::new(advice),
            Found::Luck(scores) => self.luck = scores,
            Found::Rerun(_, scores) => self.rerun = scores,
            Found::Skill(means, beaten) => self.skill = (means, beaten),
            Found::Mattered(effects) => self.mattered = effects,
        }
    }

    /// How much of a study has come in, 0 to 1.
    pub fn progress(&self, wanted: Wanted) -> f64 {
        self.progress[wanted as usize]
    }

    /// What is not known yet and is to be.
    pub fn wanted(&self, ended: bool, advisor: bool) -> Option<Wanted> {
        let is_open = |wanted: &Wanted| self.progress(*wanted) < 1.0;
        let advice = Some(Wanted::Advice).filter(|_| advisor && !ended);
        let rerun = Some(Wanted::Rerun).filter(|_| self.rerun_from.is_some());
        let debrief = DEBRIEF.into_iter().filter(|_| ended);
        advice.into_iter().chain(rerun).chain(debrief).find(is_open)
    }

    /// Wants the game tried from a turn on in many futures.
    pub fn ask_rerun(&mut self, turn: u32) {
        if self.rerun_from.replace(turn) != Some(turn) {
            self.progress[Wanted::Rerun as usize] = 0.0;
            self.rerun.clear();
        }
    }
}

/// A study under way.
enum Study {
    Advice(Advisor),
    Luck(Trials),
    Rerun(u32, Trials),
    Skill(Skill),
    Mattered(Mattered),
}

impl Study {
    fn of((_, wanted, turn): Key, session: &Session, draft: &[Order]) -> Study {
        match wanted {
            Wanted::Advice => Study::Advice(Advisor::new(session, draft)),
            Wanted::Luck => Study::Luck(luck(session)),
            Wanted::Rerun => Study::Rerun(turn, rerun(session, turn)),
            Wanted::Skill => Study::Skill(Skill::new(session)),
            Wanted::Mattered => {
                let mut mattered = Mattered::new(session);
                // One future each: not worth the workers' while.
                mattered.replays.run_all();
                Study::Mattered(mattered)
            }
        }
    }

    fn trials(&mut self) -> &mut Trials {
        match self {
            Study::Advice(s) => &mut s.trials,
            Study::Luck(trials) | Study::Rerun(_, trials) => trials,
            Study::Skill(s) => &mut s.trials,
            Study::Mattered(s) => &mut s.trials,
        }
    }

    fn finding(&mut self, wanted: Wanted) -> Finding {
        let progress = self.trials().progress();
        let found = match self {
            Study::Advice(s) => Found::Advice(s.advice()),
            Study::Luck(trials) => Found::Luck(trials.scores(0)),
            Study::Rerun(turn, trials) => Found::Rerun(*turn, trials.scores(0)),
            Study::Skill(s) => Found::Skill(s.means(), s.share_beaten()),
            Study::Mattered(s) => Found::Mattered(s.effects()),
        };
        Finding {
            wanted,
            found,
            progress,
        }
    }
}

/// What is studied: of the state with this number, and from which turn on it is if a game is tried again.
type Key = (u32, Wanted, u32);

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
        let key = wanted.map(|w| (play.number, w, play.known.rerun_from.unwrap_or_default()));
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
            here.begin(key, Study::of(key, &session, &draft), &futures, &send);
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
        let finding = is_due.then(|| study.finding(key.1));
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
