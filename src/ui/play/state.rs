//! The state of a game on the page and all that may happen to it: as pure as the page's own.

use super::super::state::{App, Mode, Notes};
use super::passing::{advance, auto, halt, onward};
use super::studies::{Finding, Known, Wanted};
use after_the_leak::game::{self, Headline, RIVALS_USUAL, Session};
use after_the_leak::sim::goals::Goal;
use after_the_leak::sim::orders::Order;
use after_the_leak::sim::{Scenario, seed::Seed};
use std::rc::Rc;

/// News of this weight stands on the front page.
pub const FRONT_PAGE: u8 = 3;
/// What may happen in Play mode.
pub enum Act {
    /// At the start: the company by its place in the table of companies, the goal, how rivals play.
    Company(usize),
    Goal(Goal),
    Rivals(f64),
    /// Whether a catastrophe can end the game.
    Catastrophe(bool),
    /// With this seed, unless a link or the visitor chose one.
    Begin(Seed),
    /// Takes an order into the draft, or out of it again.
    Draft(Order),
    /// Gives the orders drafted, and plays the turn.
    Advance,
    /// Turn after turn is played with the standing policy, to the next news of the front page or the end; or that is
    /// paused.
    Auto,
    /// A game that is being replayed is gone on with from where it is.
    Halt,
    /// The months that pass are skipped, or pass on after a stop.
    Onward,
    /// Whether the months stop at news of the front page.
    Stops(bool),
    /// Whether the advisor is asked.
    Advisor(bool),
    /// The same game before a turn.
    Back(u32),
    /// The same game from the start, with this luck.
    Again(Seed),
    /// To the debrief of the game that this one was forked from.
    Return,
    /// To the start form, the game given up.
    Leave,
    /// What a study has found, of the state with this number.
    Found(u32, Finding),
    /// The game from a turn on is to be tried again in many futures.
    Rerun(u32),
}

/// How the months shown move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    /// The present is shown.
    Rests,
    Runs,
    /// Stopped on the way: at news of the front page, or because auto-play was paused.
    Waits,
    /// The turns that the scenario has orders for are being played, one a picture, so that nothing is blocked.
    Replays,
}

/// What is chosen at the start.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Setup {
    /// Place in the table of companies; the first of the scenario if none is chosen.
    pub company: Option<usize>,
    pub goal: Goal,
    /// The value of the parameter `rivals`, if one is chosen.
    pub rivals: Option<f64>,
    /// Whether a catastrophe can end the game; as the scenario has it if it was not asked.
    pub catastrophe: Option<bool>,
}

impl Setup {
    /// How rivals of a new game decide: as chosen, else as the scenario was tuned, else as usual.
    pub fn rivals(&self, scenario: &Scenario) -> f64 {
        let tuned = Some(scenario.params.rivals).filter(|rivals| *rivals > 0.0);
        self.rivals.or(tuned).unwrap_or(RIVALS_USUAL)
    }
}

/// A game as the page knows it.
#[derive(Clone)]
pub struct Play {
    pub setup: Setup,
    pub session: Option<Rc<Session>>,
    /// The scenario that the session was opened from.
    pub(super) of: Option<Rc<Scenario>>,
    /// The news of the session.
    pub news: Rc<Vec<Headline>>,
    pub draft: Rc<Vec<Order>>,
    /// The month before the first one that the last turn passed.
    pub from: u32,
    /// The moment shown, in months from the start.
    pub time: f64,
    pub motion: Motion,
    /// Whether the next turn follows by itself.
    pub auto: bool,
    pub stops: bool,
    pub advisor: bool,
    /// Nothing moves for those who prefer it.
    pub(super) still: bool,
    /// Counts sessions and drafts, so that what is found belongs to one of them.
    pub number: u32,
    pub known: Rc<Known>,
    /// Whether this game was played here, not only opened.
    pub is_own: bool,
    /// The game that had ended when this one was forked from it.
    pub forked: Option<Rc<Session>>,
    /// What is to be ticked once the saved game was replayed.
    kept: Vec<Order>,
}

impl Play {
    pub fn begin(still: bool) -> Play {
        Play {
            setup: Setup {
                company: None,
                goal: Goal::Valuation,
                rivals: None,
                catastrophe: None,
            },
            session: None,
            of: None,
            news: Rc::default(),
            draft: Rc::default(),
            from: 0,
            time: 0.0,
            motion: Motion::Rests,
            auto: false,
            stops: true,
            advisor: true,
            still,
            number: 0,
            known: Rc::default(),
            is_own: false,
            forked: None,
            kept: vec![],
        }
    }

    /// The game that is being opened is the one that was left here, with this draft.
    pub fn restore(&mut self, draft: Vec<Order>) {
        self.is_own = true;
        self.kept = draft;
    }

    /// Whether the present is shown.
    pub fn is_at_rest(&self) -> bool {
        self.motion == Motion::Rests
    }

    /// Whether something goes on by itself.
    pub fn is_moving(&self) -> bool {
        matches!(self.motion, Motion::Runs | Motion::Replays)
    }

    /// The moment to show: for those who prefer that nothing moves, time goes by steps of a month.
    pub fn shown(&self) -> f64 {
        match self.still {
            true => self.time.floor(),
            false => self.time,
        }
    }

    /// Whether the game has come to its end.
    pub fn has_ended(&self) -> bool {
        self.session.as_ref().is_some_and(|s| s.ending().is_some())
    }

    /// Opens the game of a scenario, if it is another one than before: the turns that it has orders for are played next.
    pub fn follow(&mut self, scenario: &Rc<Scenario>) {
        if self.of.as_ref().is_some_and(|of| Rc::ptr_eq(of, scenario)) {
            return;
        }
        self.is_own = false;
        self.forked = None;
        self.kept = vec![];
        self.auto = false;
        self.motion = Motion::Rests;
        if scenario.player.is_none() {
            self.of = Some(scenario.clone());
            self.session = None;
            return;
        }
        let session = Session::start((**scenario).clone());
        let is_played = session.ordered() > 0;
        self.show(scenario.clone(), session, 0);
        self.rest();
        if is_played {
            self.motion = Motion::Replays;
        }
    }

    /// Shows a game that was replayed so far, its last turn as news.
    pub(super) fn arrive(&mut self, session: Session) {
        let Some(of) = self.of.clone() else { return };
        let last = session.turn().checked_sub(1);
        let from = last.map_or(0, |turn| of.turn_month(turn) - 1);
        let from = from.min(session.month());
        self.show(of, session, from);
        self.rest();
        for order in std::mem::take(&mut self.kept) {
            self.draft(order);
        }
    }

    /// Shows a session, the months from `from` on as new.
    pub(super) fn show(&mut self, of: Rc<Scenario>, session: Session, from: u32) {
        self.of = Some(of);
        self.from = from;
        self.news = Rc::new(session.news());
        self.session = Some(Rc::new(session));
        self.draft = Rc::default();
        self.renew();
    }

    /// What was found is of something else.
    fn renew(&mut self) {
        self.number = self.number.wrapping_add(1);
        self.known = Rc::default();
    }

    pub(super) fn rest(&mut self) {
        self.time = self.session.as_ref().map_or(0.0, |s| f64::from(s.month()));
        self.motion = Motion::Rests;
    }

    /// Takes an order into the draft, in place of another level of its dial, or out of it again.
    fn draft(&mut self, order: Order) {
        let Some(session) = &self.session else { return };
        let mut draft = (*self.draft).clone();
        let was_drafted = draft.contains(&order);
        let same = |o: &Order| *o == order || (order.dial().is_some() && o.dial() == order.dial());
        draft.retain(|o| !same(o));
        let choices = session.choices(&draft);
        let choice = choices.iter().find(|c| c.order == order);
        if !was_drafted && choice.is_some_and(|c| c.refused.is_none() && !c.stands) {
            draft.push(order);
        }
        if draft != *self.draft {
            self.draft = Rc::new(draft);
            self.renew();
        }
    }

    fn find(&mut self, number: u32, finding: Finding) {
        if number == self.number {
            Rc::make_mut(&mut self.known).take(finding);
        }
    }

    /// Whether anything is not known yet that will be by itself.
    pub fn is_pending(&self) -> bool {
        self.motion == Motion::Replays || self.wanted().is_some()
    }

    /// What is to be studied now.
    pub fn wanted(&self) -> Option<Wanted> {
        if self.session.is_none() || !self.is_at_rest() {
            return None;
        }
        self.known.wanted(self.has_ended(), self.advisor)
    }
}

/// Does what Play mode was asked to do.
pub fn act(app: &mut App, act: Act) {
    let play = Rc::make_mut(&mut app.play);
    match act {
        Act::Company(place) => play.setup.company = Some(place),
        Act::Goal(goal) => play.setup.goal = goal,
        Act::Rivals(rivals) => play.setup.rivals = Some(rivals),
        Act::Catastrophe(may) => play.setup.catastrophe = Some(may),
        Act::Begin(seed) => begin(app, seed),
        Act::Again(seed) => again(app, seed),
        Act::Draft(order) => play.draft(order),
        Act::Advance => advance(app),
        Act::Auto => auto(app),
        Act::Halt => halt(app),
        Act::Onward => onward(app),
        Act::Stops(stops) => play.stops = stops,
        Act::Advisor(advisor) => play.advisor = advisor,
        Act::Back(turn) => back(app, turn),
        Act::Return => back_to_the_end(app),
        Act::Leave => leave(app),
        Act::Rerun(turn) => Rc::make_mut(&mut play.known).ask_rerun(turn),
        Act::Found(number, finding) => play.find(number, finding),
    }
}

/// Whether a link or the visitor chose the seed: then a new game has its luck.
pub fn is_seed_chosen(scenario: &Scenario) -> bool {
    scenario.seed != Scenario::preset(scenario.preset).seed
}

/// The same game from its first day.
fn again(app: &mut App, seed: Seed) {
    let mut scenario = (*app.scenario).clone();
    scenario.orders.clear();
    scenario.seed = seed;
    take(app, scenario);
}

/// A game of the start form from its first day.
fn begin(app: &mut App, seed: Seed) {
    let mut scenario = (*app.scenario).clone();
    scenario.orders.clear();
    if !is_seed_chosen(&scenario) {
        scenario.seed = seed;
    }
    let setup = &app.play.setup;
    let races = |place: &usize| scenario.place_of(*place).is_some();
    let first = scenario.companies[0].archetype;
    scenario.player = Some(setup.company.filter(races).unwrap_or(first));
    scenario.goal = setup.goal;
    scenario.params.rivals = setup.rivals(&scenario);
    game::allow_catastrophe(&mut scenario, setup.catastrophe);
    take(app, scenario);
}

/// Opens another scenario as a game of this page.
fn take(app: &mut App, scenario: Scenario) {
    app.notes = Rc::new(Notes::default());
    app.turn_to(scenario);
    let scenario = app.scenario.clone();
    let play = Rc::make_mut(&mut app.play);
    play.follow(&scenario);
    play.is_own = true;
}

/// The game before a turn, to be played on.
fn back(app: &mut App, turn: u32) {
    let Some(before) = app.play.session.clone() else {
        return;
    };
    take_up(app, before.back(turn));
    if before.ending().is_some() {
        Rc::make_mut(&mut app.play).forked = Some(before);
    }
}

/// The game that had ended when this one was forked from it.
fn back_to_the_end(app: &mut App) {
    if let Some(ended) = app.play.forked.clone() {
        take_up(app, (*ended).clone());
        Rc::make_mut(&mut app.play).forked = None;
    }
}

/// Shows a game as this page knows it already.
fn take_up(app: &mut App, session: Session) {
    app.notes = Rc::default();
    app.turn_to(session.scenario().clone());
    let of = app.scenario.clone();
    let play = Rc::make_mut(&mut app.play);
    play.of = Some(of);
    play.arrive(session);
    play.is_own = true;
}

fn leave(app: &mut App) {
    let mut scenario = (*app.scenario).clone();
    let setup = &mut Rc::make_mut(&mut app.play).setup;
    setup.company = scenario.player.take();
    setup.goal = scenario.goal;
    scenario.orders.clear();
    // The luck of a game that is over is not a choice for the next one.
    scenario.seed = Scenario::preset(scenario.preset).seed;
    app.turn_to(scenario);
}

/// The mode in which a scenario opens unless its link says otherwise: a game is played.
pub fn usual_mode(scenario: &Scenario) -> Mode {
    match scenario.player {
        Some(_) => Mode::Play,
        None => Mode::Explore,
    }
}
