//! What is asked of the futures: how they differ, how many there are to be, and how far they have come.

use super::charts::PANELS;
use super::futures::{FAN, room_for};
use super::pool::Trouble;
use after_the_leak::sim::Scenario;
use after_the_leak::study::Spread;

/// What is asked, and what became of it.
#[derive(Clone)]
pub struct Asked {
    /// How futures differ.
    pub spread: Spread,
    /// How many are wanted.
    pub size: usize,
    /// How many of those on their way are there.
    pub progress: usize,
    /// Those that are shown are enough.
    stopped: bool,
    /// Why there will be no more.
    pub trouble: Option<Trouble>,
    /// So many of the charts may show what is known, even out of sight.
    pub following: usize,
}

/// What may happen to it.
pub enum Step {
    Spread(Spread),
    Size(usize),
    Stop,
    Progress(usize),
    Trouble(Trouble),
    /// So many charts may follow.
    Settled(usize),
}

impl Step {
    /// Whether results are asked for by it.
    pub fn asks(&self) -> bool {
        matches!(self, Step::Spread(_) | Step::Size(_))
    }
}

impl Asked {
    /// A fan of futures that differ in this way.
    pub fn new(spread: Spread) -> Asked {
        Asked {
            spread,
            size: FAN,
            progress: 0,
            stopped: false,
            trouble: None,
            following: 0,
        }
    }

    pub fn take(&mut self, step: Step) {
        match step {
            Step::Spread(spread) => {
                self.spread = spread;
                self.renew();
            }
            Step::Size(size) => {
                self.size = size;
                self.renew();
            }
            Step::Stop => self.stopped = true,
            Step::Progress(futures) => self.progress = futures,
            Step::Trouble(trouble) => self.trouble = Some(trouble),
            Step::Settled(charts) => self.following = charts,
        }
    }

    /// Whether a step changes nothing.
    pub fn is_as(&self, step: &Step) -> bool {
        match step {
            Step::Spread(spread) => *spread == self.spread,
            Step::Settled(charts) => *charts == self.following,
            _ => false,
        }
    }

    /// Another ensemble than before is asked for.
    pub fn renew(&mut self) {
        self.stopped = false;
        self.following = 0;
        self.progress = 0;
        self.trouble = self.trouble.filter(|t| !t.may_pass());
    }

    /// Something else than before is shown.
    pub fn unsettle(&mut self) {
        self.following = 0;
    }

    /// Whether every chart shows what is known.
    pub fn is_settled(&self) -> bool {
        self.following >= PANELS.len()
    }

    /// How many futures there will be, `shown` of which are shown.
    pub fn wanted(&self, scenario: &Scenario, shown: usize) -> usize {
        if self.stopped || self.trouble.is_some() {
            shown
        } else {
            room_for(scenario, self.size).max(shown)
        }
    }
}
