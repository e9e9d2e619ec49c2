//! The pool: workers that run the chunks of one job at a time, the latest winning.
//!
//! Its own rather than a crate's, because it must do what those lack: give up what it runs within a chunk,
//! notice a worker that died or fell silent, replace it, and run what it held once more, but only once.

use super::browser::{self, Timer};
use super::worker::{Answer, Engine, Message};
use after_the_leak::study::Order;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};
use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, MessageEvent, Worker, WorkerOptions, WorkerType};

/// More workers than this are never started.
const WORKERS_MAX: usize = 8;
/// Orders a worker holds at once: enough to work while the page draws, few enough to share evenly.
const ORDERS_HELD: usize = 4;
/// A chunk is run at most so often.
const TRIES_MAX: u32 = 2;
/// A worker that is silent for so long while it should answer is taken for dead.
const PATIENCE_MS: f64 = 5000.0;
/// A worker may take longer to arrive over a slow line.
const PATIENCE_AT_START_MS: f64 = 60_000.0;
/// Silence is looked for every so many milliseconds.
const WATCH_MS: i32 = 1000;
/// After so many deaths per seat without an answer between them there are no workers here.
const DEATHS_MAX: usize = 2;

/// Why there are no answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The browser starts no workers here.
    NoWorkers,
    /// The workers are of another build than the page.
    OtherBuild,
    /// The same chunk ended two workers.
    Died,
    /// There is no room for more futures.
    NoMemory,
}

impl Trouble {
    /// What the page says.
    pub fn sentence(self) -> &'static str {
        match self {
            Trouble::NoWorkers => {
                "This browser starts no workers for this page, so it stays with the futures it can run by itself."
            }
            Trouble::OtherBuild => {
                "The page and its workers are of different versions. Please reload the page; until then it stays with the futures it can run by itself."
            }
            Trouble::Died => {
                "Two workers in a row stopped at the same futures, so these are all there are. Please report this with the link."
            }
            Trouble::NoMemory => {
                "This device has no memory for more futures; these are all that fit."
            }
        }
    }

    /// Whether another scenario may fare better.
    pub fn may_pass(self) -> bool {
        matches!(self, Trouble::Died | Trouble::NoMemory)
    }
}

/// What the pool tells whoever gave it work.
pub enum Event {
    Answer(Answer),
    Trouble(Trouble),
}

/// An order, and how often it was given.
struct Task {
    order: Order,
    tries: u32,
}

/// A worker at work.
struct Seat {
    id: u32,
    worker: Worker,
    is_up: bool,
    held: VecDeque<Task>,
    /// When it was last heard, or given something to do after a rest.
    heard_ms: f64,
    _heard: Closure<dyn FnMut(MessageEvent)>,
    _erred: Closure<dyn FnMut(ErrorEvent)>,
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

/// The pool. A copy is the same pool.
#[derive(Clone)]
pub struct Pool {
    inner: Rc<Inner>,
}

struct Inner {
    engine: Engine,
    seats: RefCell<Vec<Seat>>,
    queue: RefCell<VecDeque<Task>>,
    job: Cell<u32>,
    last_id: Cell<u32>,
    deaths: Cell<usize>,
    trouble: Cell<Option<Trouble>>,
    tell: Box<dyn Fn(Event)>,
    watch: RefCell<Option<Timer>>,
}

/// How many workers are started: one per core but one, which draws; on two cores two, since drawing is brief.
fn workers() -> usize {
    let cores = browser::window().navigator().hardware_concurrency() as usize;
    match cores {
        0 | 1 => 1,
        2 => 2,
        n => (n - 1).min(WORKERS_MAX),
    }
}

impl Pool {
    /// Starts the workers; `tell` hears of everything that comes of the work.
    pub fn start(tell: impl Fn(Event) + 'static) -> Pool {
        let inner = Rc::new(Inner {
            engine: Engine::here(),
            seats: RefCell::default(),
            queue: RefCell::default(),
            job: Cell::new(0),
            last_id: Cell::new(0),
            deaths: Cell::new(0),
            trouble: Cell::new(None),
            tell: Box::new(tell),
            watch: RefCell::default(),
        });
        for _ in 0..workers() {
            inner.hire();
        }
        Pool { inner }
    }

    /// A number for a new job; orders of earlier ones are given up.
    pub fn new_job(&self) -> u32 {
        self.inner.queue.borrow_mut().clear();
        for seat in self.inner.seats.borrow_mut().iter_mut() {
            seat.held.clear();
        }
        self.inner.job.set(self.inner.job.get().wrapping_add(1));
        self.inner.job.get()
    }

    /// Takes orders of the latest job.
    pub fn take(&self, orders: impl Iterator<Item = Order>) {
        if let Some(trouble) = self.inner.trouble.get() {
            (self.inner.tell)(Event::Trouble(trouble));
            return;
        }
        let tasks = orders.map(|order| Task { order, tries: 0 });
        self.inner.queue.borrow_mut().extend(tasks);
        self.inner.give();
        self.inner.watch();
    }
}

impl Inner {
    /// Starts one worker.
    fn hire(self: &Rc<Self>) {
        let id = self.last_id.get() + 1;
        self.last_id.set(id);
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let Ok(worker) = Worker::new_with_options(&browser::worker_address(), &options) else {
            return self.stop(Trouble::NoWorkers);
        };
        let pool: Weak<Inner> = Rc::downgrade(self);
        let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |e: MessageEvent| {
            if let (Some(pool), Some(message)) = (pool.upgrade(), Message::read(&e.data())) {
                pool.hear(id, message);
            }
        });
        let pool: Weak<Inner> = Rc::downgrade(self);
        let erred = Closure::<dyn FnMut(ErrorEvent)>::new(move |e: ErrorEvent| {
            // It is answered here, so it need not be in the console as well.
            e.prevent_default();
            if let Some(pool) = pool.upgrade() {
                pool.bury(id);
            }
        });
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        worker.set_onerror(Some(erred.as_ref().unchecked_ref()));
        self.seats.borrow_mut().push(Seat {
            id,
            worker,
            is_up: false,
            held: VecDeque::new(),
            heard_ms: browser::now_ms(),
            _heard: heard,
            _erred: erred,
        });
    }

    fn hear(self: &Rc<Self>, id: u32, message: Message) {
        let mut seats = self.seats.borrow_mut();
        let Some(seat) = seats.iter_mut().find(|s| s.id == id) else {
            return;
        };
        seat.heard_ms = browser::now_ms();
        match message {
            Message::Hello(engine) => {
                seat.is_up = true;
                drop(seats);
                if engine != self.engine {
                    return self.stop(Trouble::OtherBuild);
                }
                self.give();
            }
            Message::Answer(answer) => {
                self.deaths.set(0);
                if answer.job != self.job.get() {
                    return;
                }
                seat.held
                    .retain(|t| t.order.first_batch != answer.first_batch);
                drop(seats);
                self.give();
                (self.tell)(Event::Answer(answer));
            }
        }
    }

    /// Gives every worker that is up as much as it may hold, one each in turn.
    fn give(&self) {
        let mut queue = self.queue.borrow_mut();
        let mut seats = self.seats.borrow_mut();
        for held in 0..ORDERS_HELD {
            for seat in seats.iter_mut().filter(|s| s.is_up && s.held.len() <= held) {
                let Some(mut task) = queue.pop_front() else {
                    return;
                };
                task.tries += 1;
                if seat.held.is_empty() {
                    seat.heard_ms = browser::now_ms();
                }
                let _ = seat.worker.post_message(&task.order.write().into());
                seat.held.push_back(task);
            }
        }
    }

    /// Replaces a worker that died; what it held is run once more.
    fn bury(self: &Rc<Self>, id: u32) {
        let mut seats = self.seats.borrow_mut();
        let Some(k) = seats.iter().position(|s| s.id == id) else {
            return;
        };
        let mut dead = seats.remove(k);
        let others = seats.len();
        drop(seats);
        self.deaths.set(self.deaths.get() + 1);
        let held = std::mem::take(&mut dead.held);
        // Its own error may have called, and it is not dropped while it speaks.
        browser::next_turn(move || drop(dead));
        // Only the first can be what ended it; the rest it had not begun.
        let is_poison = held.front().is_some_and(|t| t.tries >= TRIES_MAX);
        if self.deaths.get() > DEATHS_MAX * (others + 1) {
            return self.stop(Trouble::NoWorkers);
        }
        let mut first = true;
        let again = held.into_iter().map(|mut task| {
            if !std::mem::take(&mut first) {
                task.tries -= 1;
            }
            task
        });
        let again: Vec<Task> = again.collect();
        if is_poison {
            self.queue.borrow_mut().clear();
            (self.tell)(Event::Trouble(Trouble::Died));
        } else {
            let mut queue = self.queue.borrow_mut();
            again.into_iter().rev().for_each(|t| queue.push_front(t));
        }
        self.hire();
        self.give();
    }

    /// Gives up for good.
    fn stop(&self, trouble: Trouble) {
        self.trouble.set(Some(trouble));
        self.queue.borrow_mut().clear();
        let seats = std::mem::take(&mut *self.seats.borrow_mut());
        browser::next_turn(move || drop(seats));
        (self.tell)(Event::Trouble(trouble));
    }

    /// Looks for silence as long as there is work.
    fn watch(self: &Rc<Self>) {
        let pool = Rc::downgrade(self);
        let timer = Timer::after(WATCH_MS, move || {
            if let Some(pool) = pool.upgrade() {
                pool.look();
            }
        });
        self.watch.replace(Some(timer));
    }

    fn look(self: &Rc<Self>) {
        let now = browser::now_ms();
        let is_silent = |s: &Seat| {
            let patience = match s.is_up {
                true => PATIENCE_MS,
                false => PATIENCE_AT_START_MS,
            };
            (!s.is_up || !s.held.is_empty()) && now - s.heard_ms > patience
        };
        let seats = self.seats.borrow();
        let works = seats.iter().any(|s| !s.is_up || !s.held.is_empty());
        let silent: Vec<u32> = seats
            .iter()
            .filter(|s| is_silent(s))
            .map(|s| s.id)
            .collect();
        drop(seats);
        silent.into_iter().for_each(|id| self.bury(id));
        if works || !self.queue.borrow().is_empty() {
            self.watch();
        }
    }
}
