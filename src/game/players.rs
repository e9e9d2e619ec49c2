//! Players that need no person: how a game fares that is played at random, by rule, by response or by looking ahead.

use super::advisor;
use super::session::Session;
use super::trials::Trials;
use crate::num::mix;
use crate::sim::Scenario;
use crate::sim::orders::{self, Dial, Order, TURNS_MAX, Turn};

/// A way to play.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Player {
    /// Orders drawn by lot.
    Random,
    /// The stance of the goal, then the rules of the company's strategy.
    Rules,
    /// The stance of the goal, then quantal response, with the rules for the rest.
    Response,
    /// What turns out best in a few futures.
    LookAhead,
}

/// All ways, with their names for people.
pub const PLAYERS: [(Player, &str); 4] = [
    (Player::Random, "random"),
    (Player::Rules, "by rule"),
    (Player::Response, "quantal response"),
    (Player::LookAhead, "looking ahead"),
];

/// What stands in the place of a player where one list of orders is given again and again.
pub const ONE_LIST: &str = "one list of orders";

/// The levels by which a company decides for itself.
const BY_RULE: &str = "delegate";
const BY_RESPONSE: &str = "deliberate";
/// Futures in which the one who looks ahead tries each order.
const FUTURES: usize = 32;
/// One who plays by lot draws so many lots a turn, and each gives an order with this chance in a thousand.
const LOTS: u32 = 3;
const ORDERED_OF_THOUSAND: u64 = 500;
/// Keeps the lots apart from the luck of the run, which comes from the same seed.
const KEY: u64 = 0x6c6f_7473;

impl Player {
    /// The orders that this player gives in the present turn of a game.
    pub fn orders(self, session: &Session) -> Vec<Order> {
        let only_first = |id: &'static str| {
            let stance = session.goal().row().stance.iter().copied().chain([id]);
            match session.turn() {
                0 => stance.filter_map(Order::by_id).collect(),
                _ => vec![],
            }
        };
        match self {
            Player::Random => {
                let turns = by_lot(session.scenario(), 0).into_iter();
                let mut now = turns.filter(|t| t.turn == session.turn());
                now.next().map_or(vec![], |t| t.orders)
            }
            Player::Rules => only_first(BY_RULE),
            Player::Response => only_first(BY_RESPONSE),
            Player::LookAhead => looking_ahead(session),
        }
    }

    /// Plays a game to its end.
    pub fn play(self, session: &mut Session) {
        while session.ending().is_none() {
            let orders = self.orders(session);
            session.advance(&orders);
        }
    }
}

/// What can be ordered after a draft, by a player who decides alone.
fn open(session: &Session, draft: &[Order]) -> Vec<Order> {
    let choices = session.choices(draft);
    let open = choices
        .iter()
        .filter(|c| !c.drafted && c.refused.is_none() && !c.stands);
    let orders = open.map(|c| c.order);
    orders
        .filter(|o| o.dial().is_none_or(|dial| dial != Dial::Command))
        .filter(|o| o.dial().is_none() || !draft.iter().any(|d| d.dial() == o.dial()))
        .collect()
}

/// Orders drawn by lot, list `n` of a seed. What cannot be done when it is ordered is left out by the run.
pub fn by_lot(scenario: &Scenario, n: u32) -> Vec<Turn> {
    let all: Vec<Order> = Order::all()
        .filter(|o| o.dial() != Some(Dial::Command))
        .collect();
    let turn = |turn: u32| {
        let drawn = |lot: u32| {
            let place = u64::from((n * TURNS_MAX + turn) * LOTS + lot);
            let drawn = mix(scenario.seed.0 ^ KEY ^ mix(place));
            let ordered = drawn % 1000 < ORDERED_OF_THOUSAND;
            ordered.then(|| all[(drawn >> 32) as usize % all.len()])
        };
        let mut orders: Vec<Order> = vec![];
        for order in (0..LOTS).filter_map(drawn) {
            if !orders.contains(&order) {
                orders.push(order);
            }
        }
        Turn { turn, orders }
    };
    orders::tidy((0..scenario.turns()).map(turn).collect())
}

/// Tries every order alone, and gives those that are clearly better than doing nothing, the best first, as far as they
/// can be given together.
fn looking_ahead(session: &Session) -> Vec<Order> {
    let candidates = open(session, &[]);
    let alone = |o: &Order| advisor::trial(session, session.turn(), vec![*o]);
    let mut trials = vec![advisor::trial(session, session.turn(), vec![])];
    trials.extend(candidates.iter().map(alone));
    let mut trials = Trials::new(trials, FUTURES);
    trials.run_all();
    let difference = |k: usize| trials.difference(k + 1, 0);
    let clear = (0..candidates.len()).filter(|k| difference(*k).low > 0.0);
    let mut better: Vec<(f64, Order)> =
        clear.map(|k| (difference(k).mean, candidates[k])).collect();
    better.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut draft = vec![];
    for (_, order) in better {
        if open(session, &draft).contains(&order) {
            draft.push(order);
        }
    }
    draft
}
