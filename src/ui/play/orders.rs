//! A turn: the standing policy, the moves, and what the advisor thinks of each.

use super::super::Shared;
use super::super::state::Msg;
use super::estimate::{estimate, helps, scale};
use super::state::Act;
use after_the_leak::chart::Written;
use after_the_leak::chart::{Calendar, Unit};
use after_the_leak::game::{ANSWERS, Advice, Choice, SILENCE, Session};
use after_the_leak::sim::needs::Reason;
use after_the_leak::sim::orders::{DIALS, Dial, Level, Order};
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
    /// As they were before anything was ticked.
    unticked: Vec<Choice>,
    policy: [(Dial, Option<Level>); DIALS.len()],
    session: &'a Session,
    advice: &'a [Advice],
    /// The largest end of an interval: where bars end.
    scale: f64,
    /// Whether the advisor has said all that it will.
    is_advised: bool,
    send: &'a Callback<Msg>,
}

#[component]
pub fn Orders(props: &OrdersProps) -> Html {
    let session = &props.session;
    let choices = session.choices(&props.draft);
    let table = Table {
        choices,
        unticked: session.choices(&[]),
        policy: session.policy(),
        session,
        advice: if props.advisor { &props.advice } else { &[] },
        scale: scale(props.advice.iter().map(|a| &a.difference)),
        is_advised: props.advised >= 1.0,
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
                    <p class="hint" role="status">{ table.spent() }</p>
                    { table.moves(session.turn() == 0) }
                </section>
                <section class="policy" aria-labelledby="policy-title">
                    <h3 id="policy-title">{ "Standing policy" }</h3>
                    for (dial, name) in DIALS { { table.dial(dial, name) } }
                </section>
            </div>
            { foot(session, &table.choices, &props.send) }
        </section>
    }
}

impl Table<'_> {
    /// The moves; at first the answers to the leak, and all others below. Those that what is ticked rules out stay where
    /// they are, so that nothing jumps.
    fn moves(&self, first: bool) -> Html {
        let is_answer = |c: &Choice| matches!(c.order, Order::Move(a) if ANSWERS.contains(&a));
        let is_open = |c: &&Choice| {
            let begun = self.unticked.iter().find(|begun| begun.order == c.order);
            begun.is_none_or(|begun| begun.refused.is_none())
        };
        let all = self.choices.iter().filter(|c| c.order.dial().is_none());
        let (open, shut): (Vec<&Choice>, Vec<&Choice>) = all.partition(is_open);
        let (above, below): (Vec<&Choice>, Vec<&Choice>) =
            open.into_iter().partition(|c| !first || is_answer(c));
        let summary = format!("Not possible now ({})", shut.len());
        let rows = |list: Vec<&Choice>| {
            html! {
                <div class="move-list">for choice in list { { self.row(choice, "checkbox", "move") } }</div>
            }
        };
        html! {
            <>
                { rows(above) }
                <h3 class="others" hidden={!first}>{ "Other moves" }</h3>
                { rows(below) }
                <details class="shut" hidden={shut.is_empty()}><summary>{ summary }</summary>{ rows(shut) }</details>
            </>
        }
    }

    /// Whether both moves are spent: said once, not on every row.
    fn spent(&self) -> &'static str {
        let spent = self
            .choices
            .iter()
            .any(|c| c.refused == Some(Reason::Moves));
        if spent { Reason::Moves.sentence() } else { "" }
    }

    /// A dial, folded to what is chosen; the browser keeps whether it was opened.
    fn dial(&self, dial: Dial, name: &'static str) -> Html {
        let levels = || self.choices.iter().filter(|c| c.order.dial() == Some(dial));
        let drafted = levels().find(|c| c.drafted);
        // As it was before anything was ticked.
        let is_set = self.policy[dial as usize].1.is_some();
        html! {
            <details key={name} class="dial">
                { self.folded(dial, name, drafted.or(levels().find(|c| c.stands)), drafted.is_some()) }
                <fieldset>
                    <legend class="unseen">{ name }</legend>
                    <div>if !is_set { { self.unset(dial, name, drafted) } }</div>
                    for choice in levels() { { self.row(choice, "radio", name) } }
                </fieldset>
            </details>
        }
    }

    /// What a folded dial says: the level chosen, whether that is new, and what the advisor would rather choose.
    fn folded(&self, dial: Dial, name: &'static str, chosen: Option<&Choice>, new: bool) -> Html {
        let (level, help) = match chosen {
            Some(choice) => (choice.order.label(), choice.order.help()),
            None => self.adrift(dial),
        };
        let of_dial = || self.advice.iter().filter(|a| a.order.dial() == Some(dial));
        let better = of_dial().filter(|a| !a.drafted && helps(&a.difference));
        let better = better.max_by(|a, b| a.difference.mean.total_cmp(&b.difference.mean));
        let told = better.or_else(|| of_dial().find(|a| a.drafted));
        let words = match told {
            Some(advice) => advice.order.label(),
            None if self.is_advised && of_dial().next().is_some() => "no level clearly better",
            None => "",
        };
        html! {
            <summary class="order">
                <span class="name">{ name }</span>
                <b>{ level }{ " " }<span class="new" hidden={!new}>{ "new" }</span></b>
                <span class="terms">{ words }</span>
                <span class="hint">{ help }</span>
                { self.opinion(told, "") }
            </summary>
        }
    }

    /// Where a dial stands that is at none of its levels, and what to know of it.
    fn adrift(&self, dial: Dial) -> (&'static str, &'static str) {
        let turns = self.session.scenario().orders.iter();
        let mut given = turns
            .flat_map(|t| &t.orders)
            .filter(|o| o.dial() == Some(dial));
        let refused = |o: &Order| self.session.trace().refused(0).any(|r| r.order == *o);
        let is_set = given.any(|o| !refused(o));
        if is_set { BETWEEN } else { STRATEGY }
    }

    /// A dial that is at none of its levels can stay there.
    fn unset(&self, dial: Dial, name: &'static str, drafted: Option<&Choice>) -> Html {
        let (label, help) = self.adrift(dial);
        let send = self.send.clone();
        let order = drafted.map(|c| c.order);
        let onchange = move |_| {
            order
                .into_iter()
                .for_each(|o| send.emit(Msg::Game(Act::Draft(o))))
        };
        html! {
            <label class="order">
                <input type="radio" {name} value="" checked={order.is_none()} {onchange} />
                <b>{ label }</b>
                <span class="about"><span class="hint">{ help }</span></span>
            </label>
        }
    }

    fn row(&self, choice: &Choice, kind: &'static str, name: &'static str) -> Html {
        let order = choice.order;
        let send = self.send.clone();
        let onchange = move |_| send.emit(Msg::Game(Act::Draft(order)));
        let others = |c: &&Choice| c.drafted && c.order.dial() == order.dial();
        let replaced = kind == "radio" && self.choices.iter().any(|c| others(&c));
        let chosen = choice.drafted || (choice.stands && !replaced);
        let refused = choice.refused.filter(|_| !choice.stands);
        let is_spent = refused == Some(Reason::Moves);
        let why = refused.filter(|_| !is_spent).map(|r| r.sentence());
        html! {
            <label key={order.id()} class={classes!("order", refused.map(|_| "refused"))}>
                <input type={kind} {name} value={order.id()} checked={chosen} disabled={refused.is_some()} {onchange} />
                <b>{ order.label() }</b>
                <span class="about"><span class="terms">{ terms(choice) }</span><span class="hint">{ why.unwrap_or(order.help()) }</span></span>
                { self.estimate(order, is_spent) }
            </label>
        }
    }

    /// What the advisor says of an order.
    fn estimate(&self, order: Order, is_spent: bool) -> Html {
        let advice = self.advice.iter().find(|a| a.order == order);
        self.opinion(advice, if is_spent { NO_MOVE } else { "" })
    }

    /// What it says, or else these words. The room for it is there before it is said.
    fn opinion(&self, advice: Option<&Advice>, else_words: &'static str) -> Html {
        match advice {
            Some(advice) => estimate(&advice.difference, self.scale),
            None => html! { <span class="estimate">{ else_words }</span> },
        }
    }
}

/// A dial that was never set.
const STRATEGY: (&str, &str) = (
    "As the strategy has it",
    "So it stays as long as you choose no level.",
);
/// One that was, and that something else has moved since.
const BETWEEN: (&str, &str) = (
    "Between two levels",
    "Something has moved it since you set it; a level sets it again.",
);

/// In place of the estimate of a move for which none is left.
const NO_MOVE: &str = "no move left";

/// What it costs, and when it takes effect.
fn terms(choice: &Choice) -> String {
    let cost = (choice.cost > 0.0).then(|| Unit::UsdBillions.format(choice.cost));
    let delay = choice.order.delay();
    let delay = (delay > 0.0).then(|| format!("in {}", Unit::Months.format(delay)));
    let both: Vec<String> = cost.into_iter().chain(delay).collect();
    both.join(", ")
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

/// What the advisor says; it stands there from the first, so that nothing moves when it is said.
const OPINION: &str = "Expected change of the score, all else as ticked; bars: 90 % intervals.";

/// The advisor's switch, and how far it has come.
fn advisor(props: &OrdersProps) -> Html {
    let on = props.advisor;
    let onchange = props.send.reform(move |_| Msg::Game(Act::Advisor(!on)));
    let done = props.advised >= 1.0;
    html! {
        <div class="advisor">
            <label><input type="checkbox" id="advisor" checked={on} {onchange} />{ "Advisor" }</label>
            <span class="hint">{ OPINION }</span>
            <progress max="1" value={format!("{:.2}", props.advised)} hidden={!on || done} aria-label="The advisor tries every order"></progress>
            <span class="unseen" role="status">{ if on && done { "The advisor has tried every order." } else { "" } }</span>
        </div>
    }
}

fn foot(session: &Session, choices: &[Choice], send: &Callback<Msg>) -> Html {
    let drafted: Vec<&Choice> = choices.iter().filter(|c| c.drafted).collect();
    let names: Vec<String> = drafted.iter().map(|c| c.order.full_label()).collect();
    // As the costs are written, in whole millions, so that they add up.
    let cost = drafted.iter().map(|c| (c.cost * 1e3).round()).sum::<f64>() / 1e3;
    let told = match (names.is_empty(), session.turn()) {
        (true, 0) => format!("{SILENCE}: no orders."),
        (true, _) => "No new orders: the policy stands.".to_string(),
        _ => format!("{}: {}", names.join(", "), Unit::UsdBillions.format(cost)),
    };
    let button = match session.turn() {
        0 => "Answer",
        _ => "Advance",
    };
    html! {
        <div class="foot">
            <p class="drafted">{ told }</p>
            <button type="button" id="advance" class="primary large" onclick={send.reform(|_| Msg::Game(Act::Advance))}>{ button }</button>
        </div>
    }
}
