//! A turn in figures: what became of what the player ordered, what the months brought, and what hangs over the next.

use super::session::{LANE, Session};
use crate::chart::exp2;
use crate::num::Real;
use crate::sim::actions::Action;
use crate::sim::ecosystem::STANDARD_MONTHS;
use crate::sim::events::Event;
use crate::sim::goals::{GOALS, Goal};
use crate::sim::happenings::Happening;
use crate::sim::lanes;
use crate::sim::needs::Reason;
use crate::sim::orders::Order;
use crate::sim::product::launch_rate;
use crate::sim::world::MONTHS_PER_QUARTER;

/// What became of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It took effect in this month.
    Done(u32),
    /// It will in this one.
    Pending(u32),
    /// It could not be followed.
    Refused(Reason),
}

/// What the last turn brought the player.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The month before the first of the turn.
    pub from: u32,
    /// The orders of the turn, after those of earlier ones that took effect in it.
    pub orders: Vec<(Order, Fate)>,
    /// The months of the company's own launches.
    pub launches: Vec<u32>,
    /// Scores by the goal of the game, and for the balanced one by its parts: before and after, 0 to 1.
    pub scores: Vec<(Goal, [f64; 2])>,
}

impl Session {
    /// What the last turn brought; nothing before the first.
    pub fn report(&self) -> Option<Report> {
        let (scenario, player) = (self.scenario(), self.player());
        let last = self.turn().checked_sub(1)?;
        let (from, now) = (scenario.turn_month(last) - 1, self.month());
        let happened = self.trace().happenings(LANE);
        let mut orders = vec![];
        for turn in scenario.orders.iter().filter(|t| t.turn <= last) {
            for order in &turn.orders {
                let fate = self.fate(scenario.turn_month(turn.turn), *order);
                if turn.turn == last || matches!(fate, Fate::Done(month) if month > from) {
                    orders.push((*order, fate));
                }
            }
        }
        let is_launch = |what: &Happening| {
            matches!(
                what,
                Happening::Event(Event::Launch) | Happening::Action(Action::LaunchNow)
            )
        };
        let own = happened
            .iter()
            .filter(|(month, who, _)| *month > from && *who == Some(player));
        let launches = own.filter(|(_, _, what)| is_launch(what));
        let score = |goal: Goal| {
            [from, now].map(|month| {
                let mut seen = self.seen();
                seen.end = month as usize;
                seen.score(goal, player)
            })
        };
        let goal = self.goal();
        let parts = GOALS.iter().map(|row| row.goal);
        let parts = parts.filter(|part| goal == Goal::Balanced && *part != goal);
        let scores = core::iter::once(goal).chain(parts);
        Some(Report {
            from,
            orders,
            launches: launches.map(|(month, _, _)| *month).collect(),
            scores: scores.map(|goal| (goal, score(goal))).collect(),
        })
    }

    /// What became of an order that was to be followed in this month.
    fn fate(&self, month: u32, order: Order) -> Fate {
        let player = self.player();
        let is_this = |o: Order, when: u32, who: usize| (o, when, who) == (order, month, player);
        let mut refused = self.trace().refused(LANE);
        if let Some(r) = refused.find(|r| is_this(r.order, r.month, r.company)) {
            return Fate::Refused(r.reason);
        }
        let due = month + order.delay() as u32;
        match due > self.month() {
            true => Fate::Pending(due),
            false => Fate::Done(due),
        }
    }

    /// Chance, 0–1, of a severe incident of the player's own within a quarter, as things stand.
    pub fn severe_risk(&self) -> f64 {
        let years = f64::from(MONTHS_PER_QUARTER) / 12.0;
        let (p, i) = (self.params(), self.player());
        lanes::severe_risk(self.world(), &p, i, years).lane(LANE)
    }

    /// Chance, 0–1, that the player's company launches within a quarter without being told to, as things stand:
    /// 1 − exp(−rate t), t being the part of the quarter in which nothing holds launches.
    pub fn launch_chance(&self) -> f64 {
        let (w, i) = (self.world(), self.player());
        let [hold, pause] = [w.company[i].hold_until, w.pause_until].map(|m| m.lane(LANE));
        let (next, months) = (f64::from(self.month() + 1), f64::from(MONTHS_PER_QUARTER));
        let left = (next + months - next.max(hold).max(pause)).clamp(0.0, months);
        let rate = launch_rate(w, &self.params(), i).lane(LANE);
        1.0 - exp2(-rate * left / 12.0 * core::f64::consts::LOG2_E)
    }

    /// The ecosystem on its way to be the standard: whose it is, for how many months it has been above the threshold,
    /// and of how many; none while no ecosystem is above it, or one is the standard.
    pub fn on_the_way(&self) -> Option<(usize, [u32; 2])> {
        let w = self.world();
        let [months, leader] = [w.standard_months, w.standard_leader].map(|v| v.lane(LANE));
        let is_open = months > 0.0 && self.seen().standard().is_none();
        is_open.then_some((
            leader as usize,
            [months, STANDARD_MONTHS].map(|m| m.round() as u32),
        ))
    }
}
