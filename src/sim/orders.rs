//! Orders of a player: how they are written, given and followed.
//!
//! A turn's orders are moves from the table of actions, and levels of the policy, which then stands until it is changed.
//! The first turn is the answer to the leak, in the month after it; the others are the quarters that follow. What cannot
//! be done in the month in which it was ordered is left out, in the futures in which that is so.

use super::actions::{ACTIONS, Action};
use super::companies::MAX_COMPANIES;
use super::needs::{self, Reason};
use super::params::Params;
pub use super::policy::{DIALS, Dial, LEVELS, Level, LevelRow, Setting};
use super::safety::TRUST_MIN;
use super::scenario::{Scenario, YEARS_MAX, shown};
use super::world::{MONTHS_PER_QUARTER, Mind, World};
use crate::num::{Mask, Real, sort_short};

/// Trust that a player loses by closing what was open: whoever built on it was promised otherwise. Judgement.
const BROKEN_WORD: f64 = 0.1;

/// What a player may order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// One of the two moves of a quarter.
    Move(Action),
    /// A level of the standing policy.
    Level(Level),
}

/// Actions that are levels of a dial, or that a dial does better.
fn is_dialled(action: Action) -> bool {
    use Action as A;
    matches!(
        action,
        A::Reclose | A::OpenWeights | A::FullOpen | A::ShiftToEfficiency | A::ShiftToAgents
    )
}

impl Order {
    /// Everything a player may order: moves, then levels.
    pub fn all() -> impl Iterator<Item = Order> {
        let moves = ACTIONS.iter().map(|row| row.action);
        let moves = moves.filter(|a| !is_dialled(*a)).map(Order::Move);
        moves.chain((0..LEVELS.len()).map(|k| Order::Level(Level(k))))
    }

    /// The order of this name.
    pub fn by_id(id: &str) -> Option<Order> {
        Order::all().find(|order| order.id() == id)
    }

    /// Its name in links.
    pub fn id(self) -> &'static str {
        match self {
            Order::Move(a) => a.row().id,
            Order::Level(l) => l.row().id,
        }
    }

    /// Its name for people.
    pub fn label(self) -> &'static str {
        match self {
            Order::Move(a) => a.row().label,
            Order::Level(l) => l.row().label,
        }
    }

    /// Its name where it stands alone: a level with the name of its dial.
    pub fn full_label(self) -> String {
        match DIALS.iter().find(|(dial, _)| self.dial() == Some(*dial)) {
            Some((_, name)) => [name, ": ", self.label()].concat(),
            None => self.label().to_string(),
        }
    }

    /// What it does.
    pub fn help(self) -> &'static str {
        match self {
            Order::Move(a) => a.row().help,
            Order::Level(l) => l.row().help,
        }
    }

    /// What it costs a company with the reference budget at once, bn $; others pay in proportion to their budgets.
    pub fn cost(self) -> f64 {
        match self {
            Order::Move(a) => a.row().cost,
            Order::Level(l) => l.row().cost,
        }
    }

    /// What it costs company `i` now, bn $: a larger company has more to move.
    pub fn cost_now<R: Real>(self, w: &World<R>, p: &Params<R>, i: usize) -> R {
        w.company[i].budget / p.reference_budget * self.cost()
    }

    /// Months until it takes effect.
    pub fn delay(self) -> f64 {
        match self {
            Order::Move(a) => a.row().delay,
            Order::Level(l) => match l.row().setting {
                Setting::Openness(a) => a.row().delay,
                _ => 0.0,
            },
        }
    }

    /// The dial it turns, if it is a level.
    pub fn dial(self) -> Option<Dial> {
        match self {
            Order::Move(_) => None,
            Order::Level(l) => Some(l.row().dial),
        }
    }
}

/// The orders of one turn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// 0 is the answer to the leak.
    pub turn: u32,
    pub orders: Vec<Order>,
}

/// A turn holds at most this many orders: two moves, and each dial once. By definition.
pub const ORDERS_MAX: usize = DIALS.len() + 2;
/// Turns of the longest game: every quarter, and the answer to the leak. By definition.
pub const TURNS_MAX: u32 = 4 * YEARS_MAX + 1;

/// Reads `0:assess.own-it,1:open-weights,…`; what cannot be taken comes back as sentences.
///
/// A turn without orders, `7:`, counts if it is the last: it says how far the game was played.
pub fn read(text: &str) -> (Vec<Turn>, Vec<String>) {
    let (mut turns, mut notes): (Vec<Turn>, _) = (vec![], vec![]);
    for part in text.split(',').filter(|part| !part.is_empty()) {
        let number = part.split_once(':');
        let number = number.and_then(|(n, words)| Some((n.parse::<u32>().ok()?, words)));
        let Some((turn, words)) = number.filter(|(turn, _)| *turn < TURNS_MAX) else {
            let form = "is not of the form turn:order.order";
            notes.push(format!("Orders: “{}” {form}; it is left out.", shown(part)));
            continue;
        };
        let mut orders: Vec<Order> = vec![];
        let mut is_as_written = true;
        for word in words.split('.').filter(|word| !word.is_empty()) {
            match Order::by_id(word) {
                Some(order) if orders.len() < ORDERS_MAX && !orders.contains(&order) => {
                    orders.push(order);
                    continue;
                }
                Some(_) => notes.push(format!(
                    "Turn {turn}: “{word}” is one order too many; it is left out."
                )),
                None => notes.push(format!(
                    "Turn {turn}: there is no order “{}”; it is left out.",
                    shown(word)
                )),
            }
            is_as_written = false;
        }
        if turns.iter().any(|t| t.turn == turn) {
            notes.push(format!("Turn {turn} is given twice; the first counts."));
        } else if is_as_written || !orders.is_empty() {
            turns.push(Turn { turn, orders });
        }
    }
    (tidy(turns), notes)
}

/// Turns in their order, without empty ones but the last.
pub fn tidy(mut turns: Vec<Turn>) -> Vec<Turn> {
    sort_short(&mut turns, |a, b| a.turn.cmp(&b.turn));
    let last = turns.last().map(|t| t.turn);
    turns.retain(|t| !t.orders.is_empty() || Some(t.turn) == last);
    turns
}

/// The text that [`read`] reads.
pub fn write(turns: &[Turn]) -> String {
    let mut text = String::new();
    for t in turns {
        if !text.is_empty() {
            text.push(',');
        }
        text += &t.turn.to_string();
        for (k, order) in t.orders.iter().enumerate() {
            text.push(if k == 0 { ':' } else { '.' });
            text += order.id();
        }
        if t.orders.is_empty() {
            text.push(':');
        }
    }
    text
}

impl Scenario {
    /// The month in whose first step the orders of a turn are followed; the answer to the leak comes the month after it.
    pub fn turn_month(&self, turn: u32) -> u32 {
        let leak = self.params.leak_month.round() as u32;
        let first = if leak < self.months() { leak + 1 } else { 1 };
        if turn == 0 {
            return first;
        }
        // Quarters begin in months 1, 4, 7, …
        let quarter = (first - 1) / MONTHS_PER_QUARTER + turn;
        quarter * MONTHS_PER_QUARTER + 1
    }

    /// How many turns there are.
    pub fn turns(&self) -> u32 {
        (0..TURNS_MAX)
            .find(|turn| self.turn_month(*turn) > self.months())
            .unwrap_or(TURNS_MAX)
    }

    /// What the player's company is told, by month.
    pub fn told(&self) -> Vec<Told> {
        let Some(company) = self.player.and_then(|archetype| self.place_of(archetype)) else {
            return vec![];
        };
        let told = |t: &Turn| Told {
            month: self.turn_month(t.turn),
            company,
            orders: t.orders.clone(),
        };
        self.orders.iter().map(told).collect()
    }
}

/// What a company is told to do in a month instead of deciding itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub month: u32,
    /// Its place in the scenario.
    pub company: usize,
    pub orders: Vec<Order>,
}

/// An order that could not be followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused {
    pub month: u32,
    pub company: usize,
    pub order: Order,
    pub reason: Reason,
    /// One bit per future.
    pub futures: u8,
}

/// What companies were told as text, `month:company:order.order,…`; it travels between page and workers only.
pub fn write_told(told: &[Told]) -> String {
    let one = |t: &Told| {
        let ids: Vec<&str> = t.orders.iter().map(|o| o.id()).collect();
        [t.month.to_string(), t.company.to_string(), ids.join(".")].join(":")
    };
    told.iter().map(one).collect::<Vec<_>>().join(",")
}

/// Reads what [`write_told`] wrote; nothing if it is anything else.
pub fn read_told(text: &str) -> Option<Vec<Told>> {
    let one = |part: &str| {
        let mut parts = part.splitn(3, ':');
        let month = parts.next()?.parse().ok()?;
        let company = parts.next()?.parse().ok().filter(|c| *c < MAX_COMPANIES)?;
        let words = parts.next()?.split('.').filter(|word| !word.is_empty());
        Some(Told {
            month,
            company,
            orders: words.map(Order::by_id).collect::<Option<_>>()?,
        })
    };
    text.split(',')
        .filter(|part| !part.is_empty())
        .map(one)
        .collect()
}

/// Lets companies do what they are told this month, and repeats standing messages.
pub fn step<R: Real>(w: &mut World<R>, p: &Params<R>, told: &[Told]) {
    let month = w.clock.month;
    for t in told.iter().filter(|t| t.month == month) {
        for order in &t.orders {
            follow(w, p, t.company, *order);
        }
    }
    if !w.clock.quarter_begins() {
        return;
    }
    for i in 0..w.count {
        if let Some(message) = w.company[i].message {
            let all = R::Mask::all_of(true);
            take(w, p, i, all, message);
        }
    }
}

/// Pays and schedules an action where `m` is true and nothing but spent moves hinders it; where that is.
pub fn take<R: Real>(
    w: &mut World<R>,
    p: &Params<R>,
    i: usize,
    m: R::Mask,
    action: Action,
) -> R::Mask {
    let order = Order::Move(action);
    let hindrances = needs::hindrances(w, p, i, order);
    let hindered = hindrances.into_iter().filter(|(r, _)| *r != Reason::Moves);
    let m = hindered.fold(m & !w.has_ended(), |can, (_, m)| can & !m);
    let cost = order.cost_now(w, p, i);
    let c = &mut w.company[i];
    c.cash -= m.pick(cost, R::zero());
    action.schedule(w, i, m);
    m
}

/// Follows one order where it can be followed, and notes where it cannot. Where the race is over nobody gives orders.
pub fn follow<R: Real>(w: &mut World<R>, p: &Params<R>, i: usize, order: Order) {
    let mut m = !w.has_ended();
    for (reason, hindered) in needs::hindrances(w, p, i, order) {
        let futures = (m & hindered).bits();
        m = m & !hindered;
        if futures != 0 {
            let month = w.clock.month;
            w.refused.push(Refused {
                month,
                company: i,
                order,
                reason,
                futures,
            });
        }
    }
    let cost = order.cost_now(w, p, i);
    let c = &mut w.company[i];
    c.cash -= m.pick(cost, R::zero());
    match order {
        Order::Move(action) => {
            action.schedule(w, i, m);
            let c = &mut w.company[i];
            c.moves = m.pick(c.moves - 1.0, c.moves);
        }
        Order::Level(level) => set(w, p, i, m, level),
    }
}

/// Sets a level of the policy.
fn set<R: Real>(w: &mut World<R>, p: &Params<R>, i: usize, m: R::Mask, level: Level) {
    let row = level.row();
    let c = &mut w.company[i];
    // Rivals that look ahead think again each quarter; only a player sets a dial for good.
    let is_played = c.mind != Mind::Strategy;
    c.openness_ordered |= is_played && row.dial == Dial::Openness;
    c.research_ordered |= is_played && row.dial == Dial::Research;
    if let Setting::Openness(action) = row.setting {
        if action == Action::Reclose {
            let c = &mut w.company[i];
            let trust = (c.trust - BROKEN_WORD).at_least(TRUST_MIN);
            c.trust = m.pick(trust, c.trust);
        }
        return action.schedule(w, i, m);
    }
    let c = &mut w.company[i];
    match row.setting {
        Setting::Research {
            efficiency,
            agents,
            safety,
        } => {
            let (e, a) = (p.efficiency_share + efficiency, p.agents_share + agents);
            c.efficiency_share = m.pick(e.positive(), c.efficiency_share);
            c.agents_share = m.pick(a, c.agents_share);
            c.safety_floor = m.pick(R::of(safety), c.safety_floor);
        }
        Setting::Launches(rate) => c.cadence = m.pick(R::of(rate), c.cadence),
        Setting::Price(cut) => {
            c.discount += m.pick(R::of(cut) - c.usual_discount, R::zero());
            c.usual_discount = m.pick(R::of(cut), c.usual_discount);
        }
        // These two are no numbers: they are the same in every future, and cost nothing.
        Setting::Message(message) => c.message = message,
        Setting::Command(mind) => c.mind = mind,
        Setting::Openness(_) => {}
    }
}
