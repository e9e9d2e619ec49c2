//! The advisor: what each order that can be given now is expected to change, in the chosen goal.
//!
//! For every such order the game is played on with and without it in the same futures, to the end, all else as drafted
//! and the policy standing. Rivals respond quantally or by rule there.

use super::session::Session;
use super::trial::Trial;
use super::trials::{Difference, Trials};
use crate::sim::orders::{Dial, Order, Turn};

/// Futures in which each order is tried.
pub const FUTURES: usize = 256;

/// What the advisor says of one order.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Advice {
    pub order: Order,
    /// Whether it is among the orders drafted: then the difference is to leaving it out.
    pub drafted: bool,
    /// Score with the order less score without it. Unclear if its interval covers zero.
    pub difference: Difference,
}

/// Advice in the making.
pub struct Advisor {
    orders: Vec<(Order, bool)>,
    /// The draft as it is, then one trial for each order.
    pub trials: Trials,
}

impl Advisor {
    /// The questions for the present turn of a game, after what is drafted.
    pub fn new(session: &Session, draft: &[Order]) -> Advisor {
        let choices = session.choices(draft);
        let open = choices
            .iter()
            .filter(|c| c.drafted || (c.refused.is_none() && !c.stands));
        let orders: Vec<(Order, bool)> = open
            .filter(|c| c.order.dial() != Some(Dial::Command))
            .map(|c| (c.order, c.drafted))
            .collect();
        let mut trials = vec![trial(session, session.turn(), draft.to_vec())];
        for (order, drafted) in &orders {
            let dial = order.dial();
            let same = |o: &Order| o == order || (dial.is_some() && o.dial() == dial);
            let mut other: Vec<Order> = draft.iter().copied().filter(|o| !same(o)).collect();
            if !drafted {
                other.push(*order);
            }
            trials.push(trial(session, session.turn(), other));
        }
        Advisor {
            orders,
            trials: Trials::new(trials, FUTURES),
        }
    }

    /// What is known so far, in the order of the choices.
    pub fn advice(&self) -> Vec<Advice> {
        let advice = |(k, (order, drafted)): (usize, &(Order, bool))| {
            let (with, without) = if *drafted { (0, k + 1) } else { (k + 1, 0) };
            Advice {
                order: *order,
                drafted: *drafted,
                difference: self.trials.difference(with, without),
            }
        };
        self.orders.iter().enumerate().map(advice).collect()
    }
}

/// The game played on from a turn with these orders, as it is foreseen there: later orders are not known, nor what
/// rivals decide in the same turn.
pub(super) fn trial(session: &Session, turn: u32, orders: Vec<Order>) -> Trial {
    let mut scenario = session.scenario().clone();
    scenario.orders.retain(|t| t.turn < turn);
    scenario.orders.push(Turn { turn, orders });
    let month = scenario.turn_month(turn);
    let mut trial = Trial::from_turn(session, scenario, turn);
    trial.rivals.retain(|told| told.month < month);
    trial
}
