//! A game: a scenario with the orders given so far, how many turns were played, and what was seen of them.

use super::headlines::{Headline, headlines};
use super::rollouts;
use super::score::Seen;
use crate::num::{HALF, LaneMask, Lanes, Mask, Real};
use crate::sim::goals::Goal;
use crate::sim::needs::Reason;
use crate::sim::orders::{self, DIALS, Dial, LEVELS, Level, Order, Setting, Told, Turn};
use crate::sim::world::Company;
use crate::sim::{Futures, Metric, Params, Scenario, Trace, Wish, World, lanes};

/// The future of the seed that is played.
pub const FUTURE: u32 = 0;
/// All lanes of a played world are the same future; this is the one that is looked at.
pub(super) const LANE: usize = 0;

/// Chance that a severe incident is a catastrophe, in games that are to know any: with a dozen severe incidents in five
/// years, which are usual, about a quarter of games end so. Judgement.
pub const CATASTROPHE: f64 = 0.02;

/// Lets a catastrophe end a game, or not; as the scenario has it if nobody said.
pub fn allow_catastrophe(scenario: &mut Scenario, may: Option<bool>) {
    let chance = &mut scenario.params.catastrophe_probability;
    match may {
        Some(true) if *chance == 0.0 => *chance = CATASTROPHE,
        Some(false) => *chance = 0.0,
        _ => {}
    }
}

/// A game. It is a scenario, a number of turns and what follows from them: the same link gives the same game.
#[derive(Clone)]
pub struct Session {
    scenario: Scenario,
    played: u32,
    /// What rivals that look ahead decided in the turns that were played.
    rivals: Vec<Told>,
    /// The world after them.
    now: World<Lanes>,
    trace: Trace<Lanes>,
}

/// Something that may be ordered now.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Choice {
    pub order: Order,
    /// What it costs now, bn $.
    pub cost: f64,
    /// Why it cannot be ordered; nothing if it can.
    pub refused: Option<Reason>,
    /// Whether it is a level that stands already, or is on its way.
    pub stands: bool,
    /// Whether it is among the orders drafted.
    pub drafted: bool,
}

/// How a game ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The years are over.
    Horizon,
    /// A severe incident became a catastrophe, and all agents were withdrawn.
    Catastrophe,
    /// The company has been without cash for a year.
    Bankrupt,
    /// A standard is set, which is what the game was about.
    Standard,
    /// There has been a first trusted proxy for a year, which is what the game was about.
    FirstProxy,
}

impl Ending {
    /// How it ended, as a sentence for people.
    pub fn sentence(self) -> &'static str {
        match self {
            Ending::Horizon => "The years are over.",
            Ending::Catastrophe => "A catastrophe has ended the race, and nobody wins.",
            Ending::Bankrupt => "The company has been without cash for a year: it is bankrupt.",
            Ending::Standard => "An ecosystem has become the standard.",
            Ending::FirstProxy => {
                "For a year there has been an agent that people trust as their proxy."
            }
        }
    }
}

impl Session {
    /// The game that a scenario's orders have played so far; the first company is played if none is named.
    pub fn open(scenario: Scenario) -> Session {
        let mut session = Session::start(scenario);
        while session.catch_up() {}
        session
    }

    /// Plays the next turn that the scenario has orders for; false if there is none, or the game has ended.
    pub fn catch_up(&mut self) -> bool {
        let goes_on = self.played < self.ordered() && self.ending().is_none();
        if goes_on {
            self.play();
        }
        goes_on
    }

    /// How many turns the scenario has orders for: so many [`Session::catch_up`] plays, unless the game ends before.
    pub fn ordered(&self) -> u32 {
        let last = self.scenario.orders.last();
        last.map_or(0, |t| t.turn + 1).min(self.turns())
    }

    /// The briefing of a scenario: no turn played, whatever orders it holds.
    pub fn start(mut scenario: Scenario) -> Session {
        let first = scenario.companies[0].archetype;
        scenario.player.get_or_insert(first);
        let (now, trace) = replay(&scenario, &[], 0);
        Session {
            scenario,
            played: 0,
            rivals: vec![],
            now,
            trace,
        }
    }

    /// Gives the orders of the present turn and plays it; nothing happens once the game has ended.
    pub fn advance(&mut self, given: &[Order]) {
        if self.ending().is_some() {
            return;
        }
        let turn = self.played;
        self.scenario.orders.retain(|t| t.turn < turn);
        self.scenario.orders.push(Turn {
            turn,
            orders: given.to_vec(),
        });
        let turns = std::mem::take(&mut self.scenario.orders);
        self.scenario.orders = orders::tidy(turns);
        self.play();
    }

    /// The same game before a turn was played, its orders and all later ones taken back.
    pub fn back(&self, turn: u32) -> Session {
        let mut session = self.clone();
        session.played = turn.min(self.played);
        let month = self.scenario.turn_month(session.played);
        session.scenario.orders.retain(|t| t.turn < session.played);
        session.rivals.retain(|t| t.month < month);
        // That so many turns were played stays in the link even where nothing was ordered.
        session.mark();
        (session.now, session.trace) = replay(&session.scenario, &session.rivals, session.played);
        session
    }

    /// Notes the last turn that was played among the orders.
    fn mark(&mut self) {
        let Some(last) = self.played.checked_sub(1) else {
            return;
        };
        if self.scenario.orders.last().is_none_or(|t| t.turn < last) {
            self.scenario.orders.push(Turn {
                turn: last,
                orders: vec![],
            });
        }
    }

    /// Plays the present turn by the orders of the scenario.
    fn play(&mut self) {
        if self.rivals_look_ahead() {
            let decided = rollouts::decide(&self.scenario, &self.now, self.player());
            self.rivals.extend(decided);
        }
        self.played += 1;
        (self.now, self.trace) = replay(&self.scenario, &self.rivals, self.played);
    }

    pub(super) fn params(&self) -> Params<Lanes> {
        lanes::params(&self.scenario)
    }

    /// Whether rivals try their moves before they choose: that takes many times as long as all else of a turn.
    pub fn rivals_look_ahead(&self) -> bool {
        rollouts::are_wanted(&self.scenario)
    }

    /// What rivals that look ahead have decided.
    pub(super) fn rivals(&self) -> &[Told] {
        &self.rivals
    }

    /// The world as it is, in every lane the same.
    pub(super) fn world(&self) -> &World<Lanes> {
        &self.now
    }

    /// A company as it is, in every lane the same.
    pub(super) fn company(&self, i: usize) -> &Company<Lanes> {
        &self.now.company[i]
    }

    /// The scenario with the orders given so far: its link is the game's.
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// The place of the played company.
    pub fn player(&self) -> usize {
        let player = self.scenario.player;
        player.and_then(|a| self.scenario.place_of(a)).unwrap_or(0)
    }

    pub fn goal(&self) -> Goal {
        self.scenario.goal
    }

    /// How many turns were played: the number of the present one, 0 being the answer to the leak.
    pub fn turn(&self) -> u32 {
        self.played
    }

    /// How many turns there are.
    pub fn turns(&self) -> u32 {
        self.scenario.turns()
    }

    /// The last month that has passed: the sample of the trace that shows the present.
    pub fn month(&self) -> u32 {
        self.now.clock.month
    }

    /// What was seen so far: the last sample is the present.
    pub fn trace(&self) -> &Trace<Lanes> {
        &self.trace
    }

    /// One metric of a company up to the present, month by month.
    pub fn series(&self, metric: Metric, i: usize) -> Vec<f32> {
        self.trace.lane(metric, i, LANE)
    }

    /// What was seen, to be scored as if the game ended now.
    pub fn seen(&self) -> Seen<'_> {
        Seen {
            trace: &self.trace,
            lane: LANE,
            end: self.month() as usize,
        }
    }

    /// The news so far, with the orders that could not be followed.
    pub fn news(&self) -> Vec<Headline> {
        headlines(&self.scenario, &self.trace, LANE)
    }

    /// How the game has ended; nothing while it goes on.
    pub fn ending(&self) -> Option<Ending> {
        let (seen, i) = (self.seen(), self.player());
        let goal = self.scenario.goal;
        if seen.catastrophe().is_some() {
            Some(Ending::Catastrophe)
        } else if seen.first_above(Metric::Bankrupt, i, HALF).is_some() {
            Some(Ending::Bankrupt)
        } else if seen.decided(goal).is_some() {
            Some(match goal {
                Goal::FirstProxy => Ending::FirstProxy,
                _ => Ending::Standard,
            })
        } else {
            (self.month() >= self.scenario.months()).then_some(Ending::Horizon)
        }
    }

    /// Everything that can be ordered, and whether it can be now, after the orders drafted for this turn.
    pub fn choices(&self, draft: &[Order]) -> Vec<Choice> {
        let (p, i) = (self.params(), self.player());
        let mut w = self.now.clone();
        w.clock.month += 1;
        w.clock.part = 0;
        if w.clock.quarter_begins() {
            w.renew_moves();
        }
        for order in draft {
            lanes::follow(&mut w, &p, i, *order);
        }
        let choice = |order: Order| {
            let drafted = draft.contains(&order);
            let hindrances = lanes::hindrances(&w, &p, i, order);
            // That the moves are spent is named last: what would hinder the order even so tells more.
            let is_spent = |reason: Reason| reason == Reason::Moves;
            let here = || hindrances.iter().filter(|(_, m)| is_here(*m));
            let other = here().find(|(reason, _)| !is_spent(*reason));
            let hindered = other.or_else(|| here().next());
            Choice {
                order,
                cost: lanes::cost_now(&w, &p, i, order).lane(LANE),
                refused: hindered.map(|(reason, _)| *reason).filter(|_| !drafted),
                stands: self.stands(&w, order),
                drafted,
            }
        };
        Order::all().map(choice).collect()
    }

    /// The level that stands for each dial; none where it is at none of its levels: as the strategy
    /// has it, or moved by something since it was set.
    pub fn policy(&self) -> [(Dial, Option<Level>); DIALS.len()] {
        DIALS.map(|(dial, _)| {
            let of_dial = |k: &usize| LEVELS[*k].dial == dial;
            let stands = |k: &usize| self.stands(&self.now, Order::Level(Level(*k)));
            let level = (0..LEVELS.len()).filter(of_dial).find(stands);
            (dial, level.map(Level))
        })
    }

    /// Whether a level stands, or is on its way.
    fn stands(&self, w: &World<Lanes>, order: Order) -> bool {
        let Order::Level(level) = order else {
            return false;
        };
        let c = &w.company[self.player()];
        let is = |value: Lanes, level: f64| (value.lane(LANE) - level).abs() < TELLING;
        match level.row().setting {
            Setting::Openness(action) => {
                let due = c.due[action as usize].lane(LANE);
                is(c.openness, action.row().amount) || due > f64::from(self.month())
            }
            Setting::Research {
                efficiency,
                agents,
                safety,
            } => {
                let p = &self.scenario.params;
                is(c.efficiency_share, p.efficiency_share + efficiency)
                    && is(c.agents_share, p.agents_share + agents)
                    && is(c.safety_floor, safety)
            }
            Setting::Launches(rate) => is(c.cadence, rate),
            Setting::Price(cut) => is(c.usual_discount, cut),
            Setting::Message(message) => c.message == message,
            Setting::Command(mind) => c.mind == mind,
        }
    }

    /// Months until the next turn.
    pub fn months_ahead(&self) -> u32 {
        let next = self.scenario.turn_month(self.played + 1);
        (next - 1).min(self.scenario.months()) - self.month().min(self.scenario.months())
    }
}

/// The played future from its first day to the end of the turns played: how it stands and what was seen.
fn replay(scenario: &Scenario, rivals: &[Told], played: u32) -> (World<Lanes>, Trace<Lanes>) {
    let p = lanes::params(scenario);
    let until = (scenario.turn_month(played) - 1).min(scenario.months());
    let wish = Wish::everything();
    let (mut now, mut trace) = lanes::begin(scenario, &p, Futures::Only(FUTURE), &wish, until);
    let mut told = scenario.told();
    told.extend_from_slice(rivals);
    lanes::play_on(&mut now, &p, scenario, &told, until, Some(&mut trace));
    (now, trace)
}

/// Two levels of a dial differ by more than this.
const TELLING: f64 = 1e-3;

/// Whether it is so in the future that is played.
fn is_here(m: LaneMask) -> bool {
    m.bits() >> LANE & 1 == 1
}
