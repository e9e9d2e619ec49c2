//! A turn: the standing policy, the moves, and what the advisor thinks of each.

use super::state::Act;
use crate::Shared;
use crate::state::Msg;
use after_the_leak::chart::{Calendar, Unit};
use after_the_leak::game::{Advice, Choice, Session};
use after_the_leak::sim::orders::{DIALS, Dial, Order};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct OrdersProps {
    pub session: Shared<Session>,
    pub draft: Shared<Vec<Order>>,
    pub advice: Shared<Vec<Advice>>,
    /// How much of the advice has come in, 0 to 1.
    pub advised: f64,
    pub advisor: bool,
    pub send: Callback<Msg>,
}

/// What a row needs to be drawn.
struct Table<'a> {
    choices: Vec<Choice>,
    advice: &'a [Advice],
    /// The largest end of an interval: where bars end.
    scale: f64,
    send: &'a Callback<Msg>,
}

#[component]
pub fn Orders(props: &OrdersProps) -> Html {
    let session = &props.session;
    let choices = session.choices(&props.draft);
    let ends = props
        .advice
        .iter()
        .flat_map(|a| [a.difference.low, a.difference.high]);
    let table = Table {
        choices,
        advice: if props.advisor { &props.advice } else { &[] },
        scale: ends.fold(LEAST_SCALE, |most, end| most.max(end.abs())),
        send: &props.send,
    };
    html! {
        <section class="orders" aria-labelledby="turn-heading">
            <div class="row-head">
                <h2 id="turn-heading" tabindex="-1">{ heading(session) }</h2>
                { advisor(props) }
            </div>
            <div class="desk">
                <section class="moves" aria-labelledby="moves-title">
                    <h3 id="moves-title">{ if session.turn() == 0 { "Your answer: at most two moves" } else { "At most two moves" } }</h3>
                    <div class="move-list">
                        for choice in table.choices.iter().filter(|c| c.order.dial().is_none()) { { table.row(choice, "checkbox", "move") } }
                    </div>
                </section>
                <section class="policy" aria-labelledby="policy-title">
                    <h3 id="policy-title">{ "Standing policy" }</h3>
                    for (dial, name) in DIALS { { table.dial(dial, name) } }
                </section>
            </div>
            { foot(session, &props.draft, &props.send) }
        </section>
    }
}

/// Bars reach at least so far, in scores.
const LEAST_SCALE: f64 = 0.01;

impl Table<'_> {
    fn dial(&self, dial: Dial, name: &'static str) -> Html {
        html! {
            <fieldset key={name} class="dial">
                <legend>{ name }</legend>
                for choice in self.choices.iter().filter(|c| c.order.dial() == Some(dial)) { { self.row(choice, "radio", name) } }
            </fieldset>
        }
    }

    fn row(&self, choice: &Choice, kind: &'static str, name: &'static str) -> Html {
        let order = choice.order;
        let send = self.send.clone();
        let onchange = move |_| send.emit(Msg::Game(Act::Draft(order)));
        let others = |c: &&Choice| c.drafted && c.order.dial() == order.dial();
        let replaced = kind == "radio" && self.choices.iter().any(|c| others(&c));
        let chosen = choice.drafted || (choice.stands && !replaced);
        let why = choice
            .refused
            .filter(|_| !choice.stands)
            .map(|r| r.sentence());
        html! {
            <label key={order.id()} class={classes!("order", why.map(|_| "refused"))}>
                <input type={kind} {name} value={order.id()} checked={chosen} disabled={why.is_some()} {onchange} />
                <span class="what"><b>{ order.label() }</b><span class="hint">{ why.unwrap_or(order.help()) }</span></span>
                <span class="terms">{ terms(order) }</span>
                { self.estimate(order) }
            </label>
        }
    }

    /// What the advisor says of an order: a word, a figure, and the interval as a bar.
    fn estimate(&self, order: Order) -> Html {
        let Some(advice) = self.advice.iter().find(|a| a.order == order) else {
            return html! { <span class="estimate"></span> };
        };
        let d = &advice.difference;
        let word = match (d.is_clear(), d.mean > 0.0) {
            (false, _) => "unclear",
            (true, true) => "helps",
            (true, false) => "hurts",
        };
        let at = |value: f64| (1.0 + value / self.scale) / 2.0;
        let style = format!(
            "--low:{:.3};--high:{:.3};--mean:{:.3}",
            at(d.low),
            at(d.high),
            at(d.mean)
        );
        html! {
            <span class={classes!("estimate", word)}>
                <span class="word">{ word }</span>
                <span class="figure">{ format!("{:+.3}", d.mean) }</span>
                <i class="interval" {style} aria-hidden="true"></i>
            </span>
        }
    }
}

/// What it costs, and when it takes effect.
fn terms(order: Order) -> String {
    let cost = match order.cost() {
        0.0 => String::new(),
        cost => Unit::UsdBillions.format(cost),
    };
    match order.delay() {
        0.0 => cost,
        delay => format!("{cost}, after {}", Unit::Months.format(delay)),
    }
}

fn heading(session: &Session) -> String {
    let label = |month: u32| Calendar::default().label(month as usize);
    let (first, last) = (
        session.month() + 1,
        session.month() + session.months_ahead(),
    );
    match session.turn() {
        0 => format!("Your first response, {}", label(first)),
        turn => format!(
            "Quarter {turn} of {}: {} to {}",
            session.turns() - 1,
            label(first),
            label(last)
        ),
    }
}

/// The advisor's switch, and how far it has come.
fn advisor(props: &OrdersProps) -> Html {
    let on = props.advisor;
    let onchange = props.send.reform(move |_| Msg::Game(Act::Advisor(!on)));
    let done = match (on, props.advised >= 1.0) {
        (false, _) => "",
        (true, false) => "",
        (true, true) => "The advisor has an opinion on every order.",
    };
    html! {
        <div class="advisor">
            <label><input type="checkbox" id="advisor" checked={on} {onchange} />{ "Advisor" }</label>
            <progress max="1" value={format!("{:.2}", props.advised)} hidden={!on || props.advised >= 1.0} aria-label="The advisor tries every order"></progress>
            <span class="hint" role="status">{ done }</span>
        </div>
    }
}

fn foot(session: &Session, draft: &[Order], send: &Callback<Msg>) -> Html {
    let names: Vec<&str> = draft.iter().map(|o| o.label()).collect();
    let cost: f64 = draft.iter().map(|o| o.cost()).sum();
    let words = match names.is_empty() {
        true => "No new orders: the policy stands.".to_string(),
        false => format!("{} · {}", names.join(", "), Unit::UsdBillions.format(cost)),
    };
    let button = match session.turn() {
        0 => "Answer".to_string(),
        _ => format!(
            "Advance {}",
            Unit::Months.format(f64::from(session.months_ahead()))
        ),
    };
    html! {
        <div class="foot">
            <p class="drafted">{ words }</p>
            <button type="button" class="quiet" onclick={send.reform(|_| Msg::Game(Act::RunOn))}>{ "Run on to the next front page" }</button>
            <button type="button" id="advance" class="primary large" onclick={send.reform(|_| Msg::Game(Act::Advance))}>{ button }</button>
        </div>
    }
}
