//! From a scenario to what is shown of it: one asks, and results arrive, the latest winning.
//!
//! The first futures are run here, within the picture in which they were asked for; then workers add more,
//! coarse to fine. What they bring is put together in the order of its futures, whoever was first.

use super::browser::{self, Timer};
use super::charts::PANELS;
use super::fans::{Fans, Need, needs};
use super::pool::{Event, Pool, Trouble};
use super::state::Pick;
pub use super::view::{FAN, FUTURES, FUTURES_MAX, Filled, View};
use super::worker::{Answer, OutOfMemory};
use after_the_leak::link;
use after_the_leak::sim::Scenario;
use after_the_leak::study::chunk::CHUNK_BATCHES;
use after_the_leak::study::{Asked, Ensemble, Gathering, Order, Spread};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Pictures follow each other about as fast as this.
const PICTURE_MS: f64 = 16.0;
/// Each fan shown has about so many times the futures of the one before.
const STAGE: usize = 4;
/// A stage that follows so soon on the last picture waits for the next: drawing it would only delay the fan.
const STAGE_MS: f64 = 100.0;
/// Workers are given a scenario when the next has not come for so long: while a finger moves quickly the page keeps
/// the cores to itself, so that every picture is in time.
const REST_MS: i32 = 24;
/// Up to so many futures charts find their quantiles while they are drawn; for more they are found ahead, in slices.
const LAZY_UP_TO: usize = 2000;
/// A slice of work between two pictures.
const SLICE_MS: f64 = 8.0;
/// Progress is told after so many milliseconds, and then as often.
const TOLD_MS: f64 = 100.0;
/// Values of all futures take at most so many bytes.
const BYTES_MAX: usize = 512 << 20;

/// What results are asked for.
pub struct Request {
    pub scenario: Rc<Scenario>,
    pub spread: Spread,
    pub pick: Pick,
    /// The company in front.
    pub focus: usize,
    pub before: Rc<View>,
}

/// What comes of asking.
pub enum News {
    /// The first futures.
    Arrived(Rc<View>),
    /// So many futures are there.
    Progress(usize),
    Filled(Filled),
    Trouble(Trouble),
    /// So many of the charts may show what is known.
    Settled(usize),
}

type Tell = Rc<dyn Fn(News)>;
type Hear = Rc<dyn Fn(Event)>;

/// Growing an ensemble.
struct Growth {
    scenario: Rc<Scenario>,
    spread: Spread,
    job: u32,
    gathering: Gathering,
    /// The futures at which it is shown next.
    stage: usize,
    needs: Rc<[Need]>,
    /// When the last stage was reached, and when progress was last told.
    shown_ms: f64,
    told_ms: f64,
    tell: Tell,
    /// Until the workers have their orders; forgotten with the growth.
    _rest: Timer,
}

/// Fans, and the company in front.
type Settling = (Rc<Fans>, usize);

type Wanted = (Request, Tell);

/// Where results are asked for. A copy is the same place.
#[derive(Clone, Default)]
pub struct Futures {
    wanted: Rc<RefCell<Option<Wanted>>>,
    /// When the last answer was begun.
    answered_ms: Rc<Cell<f64>>,
    growth: Rc<RefCell<Option<Growth>>>,
    pool: Rc<RefCell<Option<Pool>>>,
    /// What is being settled, and for which company in front.
    settling: Rc<RefCell<Option<Settling>>>,
    /// A study that has the workers, and who hears of it.
    study: Rc<RefCell<Option<(u32, Hear)>>>,
    /// Counts what was begun, so that what continues later knows whether it still matters.
    turn: Rc<Cell<u32>>,
}

/// The number of futures nearest to `size` that there is room for.
pub fn room_for(scenario: &Scenario, size: usize) -> usize {
    const ROUND: usize = 1000;
    let per_future = Ensemble::new(scenario, &super::view::metrics()).bytes_per_future();
    let most = BYTES_MAX / per_future / ROUND * ROUND;
    size.min(FUTURES_MAX).min(most)
}

impl Futures {
    /// Asks for results. They arrive at once, so that the next picture shows them; but once a picture at most: what
    /// is asked for meanwhile waits for the next, and the latest wins.
    pub fn ask(&self, request: Request, tell: impl Fn(News) + 'static) {
        if !request.before.is_of(&request.scenario, request.spread) {
            self.rest();
        }
        let wanted = (request, Rc::new(tell) as Tell);
        if self.wanted.replace(Some(wanted)).is_some() {
            return;
        }
        let futures = self.clone();
        if browser::now_ms() - self.answered_ms.get() > PICTURE_MS {
            // In a turn of its own: the framework draws in slices, and this would use one up.
            browser::next_turn(move || futures.answer());
        } else {
            browser::next_frame(move || futures.answer());
        }
    }

    fn answer(&self) {
        self.answered_ms.set(browser::now_ms());
        if let Some((r, tell)) = self.wanted.take() {
            let view = View::compute(&r.scenario, r.spread, r.pick, r.focus, Some(&r.before));
            tell(News::Arrived(Rc::new(view)));
        }
    }

    /// Grows the ensemble of a view to `size` futures, unless that is under way.
    ///
    /// To be called once the view is drawn: on two cores, workers that began earlier would keep the first picture
    /// waiting half as long again.
    pub fn grow(&self, view: &View, size: usize, focus: usize, tell: impl Fn(News) + 'static) {
        let goes_on = |g: &Growth| view.is_of(&g.scenario, g.spread) && g.gathering.size() == size;
        if self.growth.borrow().as_ref().is_some_and(goes_on) {
            return;
        }
        let pool = self.pool();
        self.give_up();
        let job = pool.new_job();
        self.begin();
        let ensemble = &view.fans.ensemble;
        let gathering = Gathering::new(ensemble.clone(), size);
        let missing: Vec<_> = gathering.missing().collect();
        let (scenario, spread) = (view.scenario.clone(), view.spread);
        let metrics = ensemble.metrics().to_vec();
        let rest = Timer::after(REST_MS, move || {
            let link = link::write(&scenario, "", None);
            pool.take(missing.iter().map(|&(first_batch, batches)| Order {
                job,
                first_batch,
                batches,
                spread,
                asked: Asked::Series(metrics.clone()),
                link: link.clone(),
            }));
        });
        self.growth.replace(Some(Growth {
            scenario: view.scenario.clone(),
            spread: view.spread,
            job,
            stage: next_stage(view.futures(), size),
            gathering,
            needs: needs(ensemble.companies, focus).into(),
            shown_ms: browser::now_ms(),
            told_ms: browser::now_ms(),
            tell: Rc::new(tell),
            _rest: rest,
        }));
    }

    /// Gives the workers the orders of a study, in place of all they had.
    pub fn study(&self, orders: impl FnOnce(u32) -> Vec<Order>, hear: impl Fn(Event) + 'static) {
        self.rest();
        let pool = self.pool();
        let job = pool.new_job();
        self.study.replace(Some((job, Rc::new(hear))));
        pool.take(orders(job).into_iter());
    }

    /// Stops growing, and studying.
    pub fn rest(&self) {
        self.begin();
        self.give_up();
    }

    fn give_up(&self) {
        let (growth, study) = (self.growth.take(), self.study.take());
        if (growth.is_some() || study.is_some())
            && let Some(pool) = &*self.pool.borrow()
        {
            pool.new_job();
        }
    }

    /// Finds what charts show of a view, in slices, and lets them show it one after the other, so that the page
    /// stays quick.
    pub fn settle(&self, view: &View, focus: usize, tell: impl Fn(News) + 'static) {
        let same = |s: &Settling| Rc::ptr_eq(&s.0, &view.fans) && s.1 == focus;
        if self.settling.borrow().as_ref().is_some_and(same) {
            return;
        }
        self.give_up();
        let turn = self.begin();
        self.settling.replace(Some((view.fans.clone(), focus)));
        let needs = needs(view.scenario.companies.len(), focus);
        let futures = self.clone();
        let then = move || futures.let_follow(turn, 1, tell);
        sift(&self.turn, turn, view.fans.clone(), needs.into(), then);
    }

    fn let_follow(&self, turn: u32, charts: usize, tell: impl Fn(News) + 'static) {
        if self.turn.get() != turn {
            return;
        }
        let futures = self.clone();
        if charts == PANELS.len() {
            self.settling.take();
        }
        tell(News::Settled(charts));
        if charts < PANELS.len() {
            browser::next_turn(move || futures.let_follow(turn, charts + 1, tell));
        }
    }

    /// Makes whatever was begun before matter no more.
    fn begin(&self) -> u32 {
        self.settling.take();
        self.turn.set(self.turn.get().wrapping_add(1));
        self.turn.get()
    }

    fn pool(&self) -> Pool {
        if let Some(pool) = &*self.pool.borrow() {
            return pool.clone();
        }
        let futures = self.clone();
        // Nothing is told before there is a growth or a study to tell.
        let pool = Pool::start(move |event| {
            let study = futures.study.borrow().clone();
            match (event, study) {
                (Event::Answer(answer), Some((job, hear))) if answer.job == job => {
                    hear(Event::Answer(answer));
                }
                (Event::Answer(answer), _) => futures.hear(&answer),
                (trouble, Some((_, hear))) => hear(trouble),
                (Event::Trouble(trouble), None) => futures.suffer(trouble),
            }
        });
        self.pool.replace(Some(pool.clone()));
        pool
    }

    fn suffer(&self, trouble: Trouble) {
        let growth = self.growth.take();
        if let Some(growth) = growth {
            (growth.tell)(News::Trouble(trouble));
        }
    }

    /// Takes a chunk.
    fn hear(&self, answer: &Answer) {
        let mut growth = self.growth.borrow_mut();
        let Some(g) = growth.as_mut().filter(|g| g.job == answer.job) else {
            return;
        };
        let trouble = match answer.chunk(g.gathering.ensemble().places()) {
            Ok(Some(chunk)) => {
                g.gathering.take(answer.first_batch / CHUNK_BATCHES, chunk);
                None
            }
            // What has not as many values as it should is as good as a worker that died over it.
            Ok(None) => Some(Trouble::Died),
            Err(OutOfMemory) => Some(Trouble::NoMemory),
        };
        let news = g.news();
        drop(growth);
        if let Some(trouble) = trouble {
            return self.suffer(trouble);
        }
        // Told once the growth is free: whoever is told may ask for something else at once.
        match news {
            Some((Stage::Progress(futures), tell)) => tell(News::Progress(futures)),
            Some((Stage::Reached(stage), tell)) => self.show(stage, tell),
            None => {}
        }
    }

    /// Shows a stage, at once or when its quantiles are known.
    fn show(&self, stage: Reached, tell: Tell) {
        let (fans, needs) = (stage.fans.clone(), stage.needs.clone());
        let then = move || {
            tell(News::Filled(Filled::of(
                stage.scenario,
                stage.spread,
                stage.fans,
            )))
        };
        if fans.futures() <= LAZY_UP_TO {
            then();
        } else {
            sift(&self.turn, self.turn.get(), fans, needs, then);
        }
    }
}

/// What there is to tell of a growth.
enum Stage {
    Progress(usize),
    Reached(Reached),
}

/// Futures to be shown, and what charts show of them.
struct Reached {
    scenario: Rc<Scenario>,
    spread: Spread,
    fans: Rc<Fans>,
    needs: Rc<[Need]>,
}

impl Growth {
    /// What there is to tell, if there is, and who is told.
    fn news(&mut self) -> Option<(Stage, Tell)> {
        let (have, size) = (self.gathering.ensemble().futures(), self.gathering.size());
        let now = browser::now_ms();
        let is_due = have >= size.min(FAN) || now - self.shown_ms > STAGE_MS;
        let stage = if have >= self.stage && is_due {
            self.shown_ms = now;
            self.stage = next_stage(have, size);
            Stage::Reached(Reached {
                scenario: self.scenario.clone(),
                spread: self.spread,
                fans: Rc::new(Fans::of(self.gathering.ensemble().clone())),
                needs: self.needs.clone(),
            })
        } else if now - self.told_ms > TOLD_MS {
            self.told_ms = now;
            Stage::Progress(self.gathering.arrived())
        } else {
            return None;
        };
        Some((stage, self.tell.clone()))
    }
}

/// How many futures are shown next after `have`.
fn next_stage(have: usize, size: usize) -> usize {
    let next = have * STAGE;
    // A last stage that would hardly be larger is not worth an extra picture.
    if next * 2 > size { size } else { next }
}

/// Finds quantiles in slices between pictures; calls back at the end, unless something newer was begun.
fn sift(
    turns: &Rc<Cell<u32>>,
    turn: u32,
    fans: Rc<Fans>,
    needs: Rc<[Need]>,
    then: impl FnOnce() + 'static,
) {
    let turns = turns.clone();
    browser::next_turn(move || {
        if turns.get() != turn {
            return;
        }
        let end = browser::now_ms() + SLICE_MS;
        if fans.find_all(&needs, || browser::now_ms() < end) {
            then();
        } else {
            sift(&turns, turn, fans, needs, then);
        }
    });
}
