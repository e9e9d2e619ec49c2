//! What can happen to a company in a month: events of chance and actions of choice, in one numbering.

use super::actions::{ACTION_COUNT, ACTIONS, Action};
use super::events::{EVENT_COUNT, EVENTS, Event};

/// What a headline is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    Leak,
    Response,
    Launch,
    Opening,
    Stage,
    Incident,
    Regulation,
    Standard,
    Market,
    Ecosystem,
}

impl Topic {
    /// Its name for people.
    pub fn name(self) -> &'static str {
        match self {
            Topic::Leak => "Leak",
            Topic::Response => "Response",
            Topic::Launch => "Launch",
            Topic::Opening => "Openness",
            Topic::Stage => "Agents",
            Topic::Incident => "Safety",
            Topic::Regulation => "Rules",
            Topic::Standard => "Standard",
            Topic::Market => "Markets",
            Topic::Ecosystem => "Ecosystem",
        }
    }
}

/// How the papers report something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct News {
    pub topic: Topic,
    /// 0 not reported, 1 minor, 2 news, 3 front page.
    pub weight: u8,
    /// The headline; `{company}` stands for the name.
    pub text: &'static str,
}

/// An event or an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Happening {
    Event(Event),
    Action(Action),
}

/// How many different things can happen.
pub const HAPPENING_COUNT: usize = EVENT_COUNT + ACTION_COUNT;

impl Happening {
    /// Its number, events first.
    #[inline(always)]
    pub fn place(self) -> usize {
        match self {
            Happening::Event(e) => e as usize,
            Happening::Action(a) => EVENT_COUNT + a as usize,
        }
    }

    /// Everything that can happen, by number.
    pub fn all() -> impl Iterator<Item = Happening> {
        EVENTS
            .iter()
            .map(|row| Happening::Event(row.event))
            .chain(ACTIONS.iter().map(|row| Happening::Action(row.action)))
    }

    /// The happening with this name, as scripts and orders write it.
    pub fn by_id(id: &str) -> Option<Happening> {
        Happening::all().find(|h| h.id() == id)
    }

    /// Its name in scripts and orders.
    pub fn id(self) -> &'static str {
        match self {
            Happening::Event(e) => e.row().id,
            Happening::Action(a) => a.row().id,
        }
    }

    /// How the papers report it.
    pub fn news(self) -> News {
        match self {
            Happening::Event(e) => e.row().news,
            Happening::Action(a) => a.row().news,
        }
    }

    /// Its name for people.
    pub fn label(self) -> &'static str {
        match self {
            Happening::Event(e) => e.row().label,
            Happening::Action(a) => a.row().label,
        }
    }
}

impl Happening {
    /// The strength it has unless a script says otherwise.
    pub fn usual_amount(self) -> f64 {
        match self {
            Happening::Event(e) => e.row().amount,
            Happening::Action(a) => a.row().amount,
        }
    }
}
