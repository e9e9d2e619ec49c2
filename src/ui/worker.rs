//! The inside of a worker: it runs the chunks it is ordered to, of ensembles and of games, one at a time, and sends
//! their values back.
//!
//! Between two chunks it looks at its post, so that orders of a newer job replace what it has not begun.

use after_the_leak::game::trial;
use after_the_leak::link::{Link, MODEL_VERSION};
use after_the_leak::num::{Lanes, Real};
use after_the_leak::sim::{Scenario, Wish};
use after_the_leak::study::chunk::identity;
use after_the_leak::study::{Asked, Chunk, Order, Prior, Spread};
use js_sys::{Array, Float32Array};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageChannel, MessageEvent, MessagePort};

/// Grows with the form of messages.
const PROTOCOL: f64 = 1.0;

/// What a worker says.
pub enum Message {
    /// That it is up, and which engine it is.
    Hello(Engine),
    Answer(Answer),
}

/// Which engine runs: page and worker work together only if theirs are the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Engine {
    protocol: f64,
    model: u32,
    /// A digest of what it computes.
    identity: u64,
}

/// A chunk that was run.
pub struct Answer {
    pub job: u32,
    pub first_batch: usize,
    pub futures: usize,
    pub values: Float32Array,
}

impl Engine {
    /// The engine of this program.
    pub fn here() -> Engine {
        Engine {
            protocol: PROTOCOL,
            model: MODEL_VERSION,
            identity: identity(),
        }
    }
}

/// A number of 64 bits as two that JavaScript can hold.
fn halves(n: u64) -> [f64; 2] {
    [f64::from((n >> 32) as u32), f64::from(n as u32)]
}

fn whole(high: f64, low: f64) -> u64 {
    (u64::from(high as u32) << 32) | u64::from(low as u32)
}

fn numbers(list: &[f64]) -> Array {
    list.iter().map(|n| JsValue::from_f64(*n)).collect()
}

impl Message {
    /// Reads what a worker sent; nothing if it is anything else.
    pub fn read(data: &JsValue) -> Option<Message> {
        let list: &Array = data.dyn_ref()?;
        let number = |k| list.get(k).as_f64();
        match number(3) {
            Some(low) => Some(Message::Hello(Engine {
                protocol: number(0)?,
                model: number(1)? as u32,
                identity: whole(number(2)?, low),
            })),
            _ => Some(Message::Answer(Answer {
                job: number(0)? as u32,
                first_batch: number(1)? as usize,
                futures: number(2)? as usize,
                values: list.get(3).dyn_into().ok()?,
            })),
        }
    }
}

impl Answer {
    /// The chunk that came, if it has as many values as it should.
    ///
    /// # Errors
    /// `OutOfMemory` if there is no room for it.
    pub fn chunk(&self, places: usize) -> Result<Option<Chunk>, OutOfMemory> {
        let mut values = Vec::new();
        let length = self.values.length() as usize;
        values.try_reserve_exact(length).map_err(|_| OutOfMemory)?;
        values.resize(length, 0.0);
        self.values.copy_to(&mut values);
        Ok(Chunk::received(values, self.futures, places))
    }
}

/// This device has no room for more futures.
#[derive(Clone, Copy, Debug)]
pub struct OutOfMemory;

/// What the last link meant: orders of one job all hold the same.
struct Meaning {
    link: String,
    spread: Spread,
    scenario: Scenario,
    prior: Prior,
}

impl Meaning {
    fn of(order: &Order) -> Meaning {
        let (link, _) = Link::read(&order.link);
        Meaning {
            link: order.link.clone(),
            spread: order.spread,
            prior: Prior::of(&link.scenario, order.spread),
            scenario: link.scenario,
        }
    }
}

struct Worker {
    scope: DedicatedWorkerGlobalScope,
    /// Where the worker tells itself to go on.
    go_on: MessagePort,
    queue: VecDeque<Order>,
    job: u32,
    meaning: Option<Meaning>,
}

impl Worker {
    fn hear(&mut self, text: &str) {
        let Some(order) = Order::read(text) else {
            return;
        };
        if order.job != self.job {
            self.job = order.job;
            self.queue.clear();
        }
        self.queue.push_back(order);
        let _ = self.go_on.post_message(&JsValue::NULL);
    }

    /// Runs one chunk, if there is one to run.
    fn work(&mut self) {
        let Some(order) = self.queue.pop_front() else {
            return;
        };
        let same = |m: &Meaning| m.link == order.link && m.spread == order.spread;
        let meaning = match self.meaning.take().filter(same) {
            Some(meaning) => meaning,
            None => Meaning::of(&order),
        };
        let (first, count) = (order.first_batch, order.batches);
        let values = match &order.asked {
            Asked::Series(metrics) => {
                let wish = Wish::of(metrics);
                Chunk::run(&meaning.scenario, &meaning.prior, &wish, first, count).into_values()
            }
            Asked::Score(question) => trial::answer(&meaning.scenario, question, first, count),
        };
        self.meaning = Some(meaning);
        self.answer(&order, &values);
    }

    fn answer(&self, order: &Order, values: &[f32]) {
        let answer = numbers(&[
            f64::from(order.job),
            order.first_batch as f64,
            (order.batches * Lanes::LANES) as f64,
        ]);
        let values = Float32Array::from(values);
        answer.push(&values);
        let moved = Array::of1(&values.buffer());
        let _ = self.scope.post_message_with_transfer(&answer, &moved);
    }
}

/// Starts the worker; it says hello once it can hear.
pub fn run() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let Ok(channel) = MessageChannel::new() else {
        return;
    };
    let worker = Rc::new(RefCell::new(Worker {
        scope: scope.clone(),
        go_on: channel.port1(),
        queue: VecDeque::new(),
        job: 0,
        meaning: None,
    }));
    let at_work = worker.clone();
    let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |e: MessageEvent| {
        if let Some(text) = e.data().as_string() {
            worker.borrow_mut().hear(&text);
        }
    });
    let goes_on = Closure::<dyn FnMut()>::new(move || at_work.borrow_mut().work());
    scope.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    channel
        .port2()
        .set_onmessage(Some(goes_on.as_ref().unchecked_ref()));
    // They live as long as the worker.
    heard.forget();
    goes_on.forget();
    let engine = Engine::here();
    let [high, low] = halves(engine.identity);
    let hello = numbers(&[engine.protocol, f64::from(engine.model), high, low]);
    let _ = scope.post_message(&hello);
}
