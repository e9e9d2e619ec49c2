//! The state of the page and all that may happen to it: a pure reducer that knows no browser.

use super::asked::{Asked, Step};
use super::changes::revert;
use super::futures::{FUTURES, FUTURES_MAX, Filled, View};
pub use super::msg::{Edit, Hover, Mode, Msg, Notes, Pick, Shown};
use super::play::passing::tick;
use super::play::state::{Play, act};
pub use super::theme::Theme;
use after_the_leak::sim::Scenario;
use after_the_leak::sim::companies::COMPANIES;
use after_the_leak::sim::presets::PRESETS;
use std::rc::Rc;
use yew::Reducible;

/// So many steps can be undone.
const UNDO_MAX: usize = 200;
/// Steps of one slider that follow each other within this many milliseconds are one step to undo.
const GESTURE_MS: f64 = 1000.0;
/// A five-year run plays in about this many seconds.
const PLAY_SECONDS: f64 = 12.0;
const PLAY_MONTHS: f64 = 60.0;

/// A word that is being changed.
#[derive(Clone)]
struct Gesture {
    key: String,
    at_ms: f64,
    /// The finger is still on it.
    held: bool,
}

impl Gesture {
    /// Whether a change of the same word now belongs to this one.
    fn continues(&self, next: &Gesture) -> bool {
        self.key == next.key && (self.held || next.at_ms - self.at_ms < GESTURE_MS)
    }
}

/// Scenarios before and after the present one.
#[derive(Clone, Default)]
struct History {
    before: Vec<Rc<Scenario>>,
    after: Vec<Rc<Scenario>>,
    gesture: Option<Gesture>,
}

/// The state of the page.
#[derive(Clone)]
pub struct App {
    pub scenario: Rc<Scenario>,
    history: Rc<History>,
    /// The latest results; those of an earlier scenario while new ones are on their way.
    pub view: Rc<View>,
    pub asked: Asked,
    pub pick: Pick,
    /// The company in front.
    pub focus: usize,
    /// The moment shown, in months from the start.
    pub time: f64,
    pub playing: bool,
    pub hover: Option<Hover>,
    pub notes: Rc<Notes>,
    pub theme: Theme,
    pub sheet: bool,
    pub mode: Mode,
    /// What the last [`Msg::Go`] asked for.
    pub target: Rc<Option<String>>,
    pub play: Rc<Play>,
}

impl App {
    /// The page as it opens.
    pub fn begin(
        scenario: Scenario,
        shown: Shown,
        notes: Notes,
        theme: Theme,
        playing: bool,
    ) -> App {
        let scenario = Rc::new(scenario);
        let still = !playing;
        let view = Rc::new(View::compute(&scenario, shown.spread, shown.pick, 0, None));
        let mut app = App {
            asked: Asked::new(shown.spread),
            pick: Pick::Number(view.future),
            time: if playing {
                0.0
            } else {
                f64::from(scenario.months())
            },
            scenario,
            history: Rc::default(),
            view,
            focus: 0,
            playing,
            hover: None,
            notes: Rc::new(notes),
            theme,
            sheet: false,
            mode: shown.mode,
            target: Rc::default(),
            play: Rc::new(Play::begin(still)),
        };
        app.follow();
        app
    }

    /// Keeps the game that is shown at the present scenario.
    fn follow(&mut self) {
        if self.mode != Mode::Play {
            return;
        }
        Rc::make_mut(&mut self.play).follow(&self.scenario);
    }

    pub fn can_undo(&self) -> bool {
        !self.history.before.is_empty()
    }

    pub fn can_redo(&self) -> bool {
        !self.history.after.is_empty()
    }

    /// Whether results are on their way.
    pub fn is_waiting(&self) -> bool {
        !self.view.is_of(&self.scenario, self.asked.spread)
            || self.pick != Pick::Number(self.view.future)
    }

    /// How many futures there will be.
    pub fn futures_wanted(&self) -> usize {
        let is_shown = self.view.is_of(&self.scenario, self.asked.spread);
        let shown = if is_shown {
            self.view.futures()
        } else {
            FUTURES
        };
        self.asked.wanted(&self.scenario, shown)
    }

    /// So many charts show what is known, even out of sight: none while anything is on its way.
    pub fn charts_following(&self) -> usize {
        if self.is_held() || self.is_waiting() || self.is_filling() {
            0
        } else {
            self.asked.following
        }
    }

    /// Whether more futures are on their way, or will be.
    pub fn is_filling(&self) -> bool {
        self.futures_wanted() > self.view.futures()
    }

    /// Whether everything that is shown is known: nothing is on its way.
    pub fn is_settled(&self) -> bool {
        self.asked.is_settled() && !self.is_waiting() && !self.is_filling()
    }

    /// Whether a slider is being dragged.
    pub fn is_held(&self) -> bool {
        self.history.gesture.as_ref().is_some_and(|g| g.held)
    }

    /// The month shown.
    pub fn month(&self) -> u32 {
        self.time as u32
    }

    /// The month under the reader's finger, else the month shown.
    pub fn cursor(&self) -> u32 {
        self.hover.map_or(self.month(), |h| h.month)
    }

    /// Takes another scenario as a step that can be undone, or as part of the last one.
    fn go(&mut self, scenario: Scenario, gesture: Option<Gesture>) {
        if scenario == *self.scenario {
            return;
        }
        let history = Rc::make_mut(&mut self.history);
        let continues = match (&history.gesture, &gesture) {
            (Some(before), Some(next)) => before.continues(next),
            _ => false,
        };
        if !continues {
            history.before.push(self.scenario.clone());
            let too_many = history.before.len().saturating_sub(UNDO_MAX);
            history.before.drain(..too_many);
        }
        history.after.clear();
        history.gesture = gesture;
        self.show(Rc::new(scenario));
    }

    /// Takes another scenario as a step that can be undone.
    pub(super) fn turn_to(&mut self, scenario: Scenario) {
        self.go(scenario, None);
    }

    /// Shows another scenario; what points beyond its end is moved to it.
    fn show(&mut self, scenario: Rc<Scenario>) {
        let months = f64::from(scenario.months());
        let was_at_end = self.time >= f64::from(self.scenario.months());
        self.time = if was_at_end && !self.playing {
            months
        } else {
            self.time.min(months)
        };
        self.focus = self.focus.min(scenario.companies.len() - 1);
        self.hover = None;
        self.scenario = scenario;
        self.asked.renew();
        if self.notes.verdict.is_some() || self.notes.restored {
            let notes = Rc::make_mut(&mut self.notes);
            (notes.verdict, notes.restored) = (None, false);
        }
    }

    fn edit(&mut self, edit: Edit) {
        let mut scenario = (*self.scenario).clone();
        let sentences = scenario.set(&edit.key, &edit.value);
        if !sentences.is_empty() {
            self.notes = Rc::new(Notes {
                sentences,
                ..Notes::default()
            });
        } else if !self.notes.about_link {
            self.notes = Rc::default();
        }
        if edit.key == "seed" {
            self.pick = Pick::Typical;
        }
        let (key, at_ms) = (edit.key, edit.at_ms);
        self.go(
            scenario,
            Some(Gesture {
                key,
                at_ms,
                held: true,
            }),
        );
    }

    fn finish(&mut self, at_ms: f64) {
        if let Some(gesture) = &mut Rc::make_mut(&mut self.history).gesture {
            *gesture = Gesture {
                at_ms,
                held: false,
                ..gesture.clone()
            };
            // Charts out of sight waited for this.
            self.asked.unsettle();
        }
    }

    fn travel(&mut self, back: bool) {
        let history = Rc::make_mut(&mut self.history);
        let (from, to) = if back {
            (&mut history.before, &mut history.after)
        } else {
            (&mut history.after, &mut history.before)
        };
        let Some(scenario) = from.pop() else { return };
        to.push(self.scenario.clone());
        history.gesture = None;
        self.show(scenario);
    }

    fn arrive(&mut self, view: Rc<View>) {
        let is_meant = match self.pick {
            Pick::Typical | Pick::Rule(_) => true,
            Pick::Number(n) => n >= FUTURES_MAX as u32,
        };
        if is_meant && view.is_of(&self.scenario, self.asked.spread) {
            self.pick = Pick::Number(view.future);
        }
        self.asked.unsettle();
        // More futures may have come in the meantime.
        self.view = view.with_more_of(&self.view);
    }

    /// Takes more futures of what is shown.
    fn fill(&mut self, filled: &Filled) {
        let is_more = filled.fans.futures() > self.view.futures();
        if let Some(view) = filled.fill(&self.view).filter(|_| is_more) {
            self.view = Rc::new(view);
            self.asked.unsettle();
        }
    }

    /// A preset, with the seed as it is: the same luck in another world.
    fn preset(&mut self, place: usize) {
        if place >= PRESETS.len() {
            return;
        }
        let mut scenario = Scenario::preset(place);
        scenario.seed = self.scenario.seed;
        self.pick = Pick::Typical;
        self.go(scenario, None);
    }

    /// Whether time passes on what is shown.
    pub fn is_moving(&self) -> bool {
        match self.mode {
            Mode::Explore => self.playing,
            Mode::Play => self.play.is_moving(),
            Mode::Model => false,
        }
    }

    fn tick(&mut self, seconds: f64) {
        if self.mode == Mode::Play {
            return tick(self, seconds);
        }
        let end = f64::from(self.scenario.months());
        self.time = (self.time + seconds * PLAY_MONTHS / PLAY_SECONDS).min(end);
        self.playing = self.time < end;
    }

    /// Goes to a mode, and there to a parameter or an element.
    fn visit(&mut self, mode: Mode, target: Option<String>) {
        self.mode = mode;
        self.sheet = mode == Mode::Explore && target.is_some();
        self.target = Rc::new(target);
    }

    fn play(&mut self, playing: bool) {
        if playing && self.time >= f64::from(self.scenario.months()) {
            self.time = 0.0;
        }
        self.playing = playing;
    }
}

impl Reducible for App {
    type Action = Msg;

    fn reduce(self: Rc<Self>, msg: Msg) -> Rc<Self> {
        // What changes nothing gives the same state back, and then nothing is drawn anew.
        match &msg {
            Msg::Hover(hover) if *hover == self.hover => return self,
            Msg::Tick(_) if !self.is_moving() => return self,
            Msg::Sheet(open) if *open == self.sheet => return self,
            Msg::Many(step) if self.asked.is_as(step) => return self,
            _ => {}
        }
        let mut app = (*self).clone();
        match msg {
            Msg::Edit(edit) => app.edit(edit),
            Msg::Finish(at_ms) => app.finish(at_ms),
            Msg::Preset(place) => app.preset(place),
            Msg::Revert(key) => app.go(revert(&self.scenario, &key), None),
            Msg::RevertAll => app.go(Scenario::preset(self.scenario.preset), None),
            Msg::Undo => app.travel(true),
            Msg::Redo => app.travel(false),
            Msg::Open(scenario, shown, notes) => {
                app.pick = shown.pick;
                app.asked.take(Step::Spread(shown.spread));
                app.mode = shown.mode;
                app.go(*scenario, None);
                app.notes = Rc::new(notes);
            }
            Msg::Judge(verdict) => Rc::make_mut(&mut app.notes).verdict = Some(verdict),
            Msg::Dismiss => app.notes = Rc::default(),
            Msg::Arrive(view) => app.arrive(view),
            Msg::Filled(filled) => app.fill(&filled),
            Msg::Many(step) => app.asked.take(step),
            Msg::Pick(pick) => app.pick = pick,
            Msg::Focus(company) => {
                app.focus = company.min(self.scenario.companies.len() - 1);
                app.asked.unsettle();
            }
            Msg::Hover(hover) => app.hover = hover,
            Msg::Tick(seconds) => app.tick(seconds),
            Msg::Play(playing) => app.play(playing),
            Msg::Seek(month) => {
                app.time = month.clamp(0.0, f64::from(self.scenario.months()));
                app.playing = false;
            }
            Msg::Theme(theme) => app.theme = theme,
            Msg::Sheet(open) => app.sheet = open,
            Msg::Game(asked) => act(&mut app, asked),
            Msg::Go(mode, target) => app.visit(mode, target),
        }
        app.follow();
        Rc::new(app)
    }
}

/// The companies that do not race yet.
pub fn absent(scenario: &Scenario) -> Vec<usize> {
    (0..COMPANIES.len())
        .filter(|k| scenario.place_of(*k).is_none())
        .collect()
}

/// The word `companies` with one company more or less.
pub fn roll_with(scenario: &Scenario, archetype: usize, races: bool) -> String {
    let mut chosen: Vec<usize> = scenario.companies.iter().map(|c| c.archetype).collect();
    chosen.retain(|k| *k != archetype);
    if races {
        chosen.push(archetype);
    }
    let ids: Vec<&str> = chosen.iter().map(|k| COMPANIES[*k].id).collect();
    ids.join(",")
}

#[cfg(test)]
mod tests;
