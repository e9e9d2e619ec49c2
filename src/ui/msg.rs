//! All that may happen to the page, in words of its own.

use super::asked::Step;
use super::futures::{Filled, View};
use super::play::state::Act;
use super::state::Theme;
use after_the_leak::link::Verdict;
use after_the_leak::sim::Scenario;
use after_the_leak::study::Spread;
use after_the_leak::study::notable::Notable;
use std::rc::Rc;

/// What the page is used for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    #[default]
    Explore,
    Play,
    Model,
}

/// What is shown of a scenario.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    pub mode: Mode,
    pub spread: Spread,
    pub pick: Pick,
}

/// The future whose story is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pick {
    /// Of the first futures the one closest to the medians.
    #[default]
    Typical,
    /// The one a rule picks among those that are there.
    Rule(Notable),
    Number(u32),
}

/// Where the reader's finger is: a panel and a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hover {
    pub panel: usize,
    pub month: u32,
}

/// What the page has to say about the last thing that was typed or opened.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Notes {
    pub sentences: Vec<String>,
    /// Sentences about a link stay until they are put away.
    pub about_link: bool,
    pub verdict: Option<Verdict>,
    /// Whether this is the game that was saved here, as it was left.
    pub restored: bool,
}

/// A change of one word of the scenario.
#[derive(Clone, Debug)]
pub struct Edit {
    pub key: String,
    pub value: String,
    pub at_ms: f64,
}

/// What may happen.
pub enum Msg {
    Edit(Edit),
    /// The slider or box was let go, at this time in ms.
    Finish(f64),
    Preset(usize),
    Revert(String),
    RevertAll,
    Undo,
    Redo,
    /// A link was opened: its scenario, what it shows of it, and what there is to say about it.
    Open(Box<Scenario>, Shown, Notes),
    Judge(Verdict),
    Dismiss,
    /// Results are there.
    Arrive(Rc<View>),
    /// More futures are there.
    Filled(Filled),
    /// How many futures, how they differ, how far they have come.
    Many(Step),
    Pick(Pick),
    Focus(usize),
    Hover(Option<Hover>),
    /// So many seconds have passed while playing.
    Tick(f64),
    Play(bool),
    Seek(f64),
    Theme(Theme),
    /// The controls as a sheet on a phone.
    Sheet(bool),
    /// In Play mode.
    Game(Act),
    /// To a mode, and there to a parameter's slider or to an element of the model.
    Go(Mode, Option<String>),
}
