//! How time passes in a game: the months of a turn, turn after turn, and the turns of a link that is replayed.

use super::super::state::{App, Notes};
use super::super::words;
use super::state::{FRONT_PAGE, Motion, Play};
use after_the_leak::game::{Headline, Session};
use after_the_leak::sim::orders::Refused;
use std::rc::Rc;

/// A month passes in so many seconds: time to read a headline or two. Judgement.
const SECONDS_PER_MONTH: f64 = 1.0;

/// So many turns are replayed in one picture; where rivals look ahead, which takes most of the time, a single one.
/// Judgement.
const TURNS: usize = 5;

/// What is said of a replay that was stopped.
const HALTED: &str = "The replay was stopped here, and the orders of later quarters are left out. The link holds them until you play on; opened again, it shows the whole game.";

impl Play {
    /// Plays the next turn of a replay; at its end sentences about orders that could not be followed.
    fn catch_up(&mut self) -> Vec<String> {
        let Some(session) = &mut self.session else {
            return vec![];
        };
        let session = Rc::make_mut(session);
        let turns = match session.rivals_look_ahead() {
            true => 1,
            false => TURNS,
        };
        if (0..turns).all(|_| session.catch_up()) {
            return vec![];
        }
        let session = session.clone();
        self.arrive(session);
        self.session
            .as_deref()
            .map_or(vec![], |s| refusals(s, &self.news))
    }

    /// Lets the months since `from` pass; but for auto-play, not for those who prefer that nothing moves.
    fn run(&mut self) {
        if self.still && !self.auto {
            return self.rest();
        }
        self.time = f64::from(self.from);
        self.motion = Motion::Runs;
    }

    /// So many seconds have passed; whether the turn that was played is over.
    fn tick(&mut self, seconds: f64) -> bool {
        let Some(session) = &self.session else {
            return false;
        };
        let end = f64::from(session.month());
        let next = (self.time + seconds / SECONDS_PER_MONTH).min(end);
        let front = self.news.iter().find(|h| {
            let month = f64::from(h.month);
            h.weight >= FRONT_PAGE && month > self.time && month <= next
        });
        match front.filter(|_| self.stops) {
            Some(headline) => {
                self.time = f64::from(headline.month);
                self.motion = Motion::Waits;
                self.auto = false;
            }
            None => self.time = next,
        }
        self.time >= end
    }
}

/// Gives the orders drafted, plays the turn and lets its months pass.
pub fn advance(app: &mut App) {
    let Some(before) = app.play.session.clone() else {
        return;
    };
    let (mut session, from) = ((*before).clone(), before.month());
    session.advance(&app.play.draft);
    app.turn_to(session.scenario().clone());
    let of = app.scenario.clone();
    let play = Rc::make_mut(&mut app.play);
    play.show(of, session, from);
    play.is_own = true;
    play.run();
}

/// So many seconds have passed.
pub fn tick(app: &mut App, seconds: f64) {
    let play = Rc::make_mut(&mut app.play);
    if play.motion == Motion::Replays {
        let sentences = play.catch_up();
        if !sentences.is_empty() {
            Rc::make_mut(&mut app.notes).sentences.extend(sentences);
        }
    } else if play.tick(seconds) {
        finish(app);
    }
}

/// The months of a turn have passed: the next one follows by itself, or a decision is awaited.
fn finish(app: &mut App) {
    if app.play.auto && !app.play.has_ended() {
        return advance(app);
    }
    let play = Rc::make_mut(&mut app.play);
    play.auto = false;
    play.rest();
}

/// What was stopped goes on; what runs is skipped to the end of its turn.
pub fn onward(app: &mut App) {
    match app.play.motion {
        Motion::Waits => Rc::make_mut(&mut app.play).motion = Motion::Runs,
        Motion::Runs => finish(app),
        Motion::Rests | Motion::Replays => {}
    }
}

/// Auto-play begins, goes on, or is paused.
pub fn auto(app: &mut App) {
    let play = Rc::make_mut(&mut app.play);
    if play.is_at_rest() && play.has_ended() {
        return;
    }
    play.auto = !play.auto;
    match (play.auto, play.motion) {
        (true, Motion::Rests) => advance(app),
        (true, Motion::Waits) => play.motion = Motion::Runs,
        (false, Motion::Runs) => play.motion = Motion::Waits,
        _ => {}
    }
}

/// Ends a replay where it is. The link keeps the later orders until a turn is played.
pub fn halt(app: &mut App) {
    let play = Rc::make_mut(&mut app.play);
    let Some(session) = play
        .session
        .clone()
        .filter(|_| play.motion == Motion::Replays)
    else {
        return;
    };
    play.arrive(session.back(session.turn()));
    app.notes = Rc::new(Notes {
        sentences: vec![HALTED.to_string()],
        ..Notes::default()
    });
}

/// What a game's news say of orders that could not be followed.
fn refusals(session: &Session, news: &[Headline]) -> Vec<String> {
    let refused = session.trace().refused(0);
    let sentence = |r: &Refused| {
        let why = r.reason.sentence();
        let about = |h: &&Headline| h.month == r.month && h.text.ends_with(why);
        let headline = news.iter().find(about)?;
        Some(format!("{}: {}", words::moment(r.month), headline.text))
    };
    refused.filter_map(sentence).collect()
}
