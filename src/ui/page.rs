//! The page as a whole: its state, what it asks for, and where everything stands.

use super::address::{self, Address};
use super::asked::Step;
use super::browser::{self, Listener};
use super::charts::{Charts, charts};
use super::controls::Controls;
use super::futures::{FAN, FUTURES, Futures, News, Request};
use super::inside::Inside;
use super::many::{Many, many};
use super::model::Model;
use super::news::NewsColumn;
use super::notes::note_strip;
use super::outcomes::outcome_strip;
use super::play::play;
use super::play::saved::{left, opens, today, use_saved};
use super::play::studies::Studies;
use super::race::Race;
use super::state::{App, Mode, Msg, Theme};
use super::topbar::TopBar;
use super::{Shared, icons, words};
use after_the_leak::link::MODEL_VERSION;
use std::cell::Cell;
use std::rc::Rc;
use yew::prelude::*;

/// Where the browser keeps the chosen theme.
const THEME_KEY: &str = "theme";

/// What the page waits for. Tests and users' tools read it from the body.
#[derive(Clone, Default)]
struct Pending {
    results: Rc<Cell<bool>>,
    address: Address,
    /// What the body says now.
    told: Rc<Cell<Option<bool>>>,
}

impl Pending {
    fn tell(&self) {
        let busy = self.results.get() || self.address.is_writing();
        if self.told.replace(Some(busy)) == Some(busy) {
            return;
        }
        let _ = browser::body()
            .dataset()
            .set("state", if busy { "busy" } else { "ready" });
    }
}

/// The state when the page opens: the link in the address, or the seed preset.
fn begin(address: &Address) -> App {
    let opened = address.read().unwrap_or_else(|| address::open(""));
    let theme = Theme::named(&browser::remembered(THEME_KEY).unwrap_or_default());
    let mut notes = opened.notes;
    let left = left(&opened.scenario);
    notes.restored = left.is_some();
    let plays = !browser::media("(prefers-reduced-motion: reduce)");
    let mut app = App::begin(opened.scenario, opened.shown, notes, theme, plays);
    app.target = Rc::new(opened.target);
    if let Some(draft) = left {
        Rc::make_mut(&mut app.play).restore(draft);
    }
    app
}

/// The page.
#[component]
pub fn Page() -> Html {
    let pending = (*use_memo((), |()| Pending::default())).clone();
    let first = pending.address.clone();
    let app = use_reducer(move || begin(&first));
    let send = use_send(&app, &pending);
    let state: Rc<App> = Rc::new((*app).clone());

    let futures = (*use_memo((), |()| Futures::default())).clone();
    use_results(&state, &futures, &pending, &send);
    use_address(&state, &pending, &send);
    use_player(state.is_moving(), &send);
    use_saved(&state);
    use_mode(state.mode, &state.target);
    use_theme(state.theme);
    use_effect_with((), |()| browser::measure("page-ready", ""));

    let view = Shared(state.view.clone());
    let following = state.charts_following();
    html! {
        <div class={classes!("page", state.sheet.then_some("sheet-open"), mode_class(state.mode))}>
            { skip_link(state.mode) }
            <TopBar scenario={Shared(state.scenario.clone())} view={view.clone()} can_undo={state.can_undo()}
                can_redo={state.can_redo()} theme={state.theme} mode={state.mode} send={send.clone()} />
            <Model mode={state.mode} target={Shared(state.target.clone())} send={send.clone()} />
            <main id="main" tabindex="-1" hidden={state.mode != Mode::Explore}>
                { masthead(state.scenario.years, &send) }
                { note_strip(&state.notes, state.mode == Mode::Explore, &send) }
                <div class="layout">
                    <section class="stage" aria-labelledby="race-title">
                        <Race view={view.clone()} time={state.time} playing={state.playing} focus={state.focus} send={send.clone()} />
                        <NewsColumn view={view.clone()} wanted={state.futures_wanted()} month={state.month()} send={send.clone()} />
                    </section>
                    <Controls scenario={Shared(state.scenario.clone())} sheet={state.sheet} target={Shared(state.target.clone())} send={send.clone()} />
                    <div class="results">
                        { outcome_strip(&view) }
                        { many(&Many { view: &view, size: state.asked.size, wanted: state.futures_wanted(), progress: state.asked.progress, trouble: state.asked.trouble, send: &send }) }
                        { charts(&Charts { view: &view, following, focus: state.focus, month: state.month(), hover: state.hover, send: &send }) }
                        <Inside {view} focus={state.focus} month={state.cursor()} />
                    </div>
                </div>
            </main>
            { play(&state, &send) }
            { colophon() }
            { sheet_button(state.sheet, send.clone()) }
        </div>
    }
}

/// Everything that happens goes through here: what will need results marks the time and the page as busy.
#[hook]
fn use_send(app: &UseReducerHandle<App>, pending: &Pending) -> Callback<Msg> {
    let dispatcher = app.dispatcher();
    let pending = pending.clone();
    use_callback((), move |msg: Msg, ()| {
        let asks = matches!(
            msg,
            Msg::Edit(_)
                | Msg::Preset(_)
                | Msg::Revert(_)
                | Msg::RevertAll
                | Msg::Undo
                | Msg::Redo
                | Msg::Open(..)
                | Msg::Pick(_)
        ) || matches!(&msg, Msg::Many(step) if step.asks());
        if asks {
            pending.results.set(true);
            pending.tell();
            browser::mark("asked");
        }
        dispatcher.dispatch(msg);
    })
}

/// Asks for the results of the present scenario, for more and more of them, and says when they are on the page.
#[hook]
fn use_results(app: &Rc<App>, futures: &Futures, pending: &Pending, send: &Callback<Msg>) {
    let shown = use_mut_ref(|| app.view.clone());
    let studies = (*use_memo((), |()| Studies::default())).clone();
    let (app, futures) = (app.clone(), futures.clone());
    let (pending, send) = (pending.clone(), send.clone());
    // After every picture: the cheapest way not to miss one.
    use_effect(move || {
        let before = shown.replace(app.view.clone());
        if !Rc::ptr_eq(&before, &app.view) {
            timed(before.futures(), app.view.futures());
        }
        studies.follow(&app, &futures, &send);
        if app.mode == Mode::Play {
            pending.results.set(app.play.is_pending());
        } else {
            request(&futures, &app, &send);
            pending.results.set(!app.is_settled());
        }
        pending.tell();
    });
}

/// Measures how long it took from the question to the picture.
fn timed(before: usize, now: usize) {
    if now == FUTURES {
        browser::measure("median-ready", "asked");
    } else if now >= FAN && before < FAN {
        browser::measure("fan-ready", "asked");
    }
}

/// Asks for what is missing.
fn request(futures: &Futures, app: &Rc<App>, send: &Callback<Msg>) {
    let (send, focus) = (send.clone(), app.focus);
    let tell = move |news| {
        send.emit(match news {
            News::Arrived(view) => Msg::Arrive(view),
            News::Progress(done) => Msg::Many(Step::Progress(done)),
            News::Filled(filled) => Msg::Filled(filled),
            News::Trouble(trouble) => Msg::Many(Step::Trouble(trouble)),
            News::Settled(charts) => Msg::Many(Step::Settled(charts)),
        });
    };
    if app.is_waiting() {
        let request = Request {
            scenario: app.scenario.clone(),
            spread: app.asked.spread,
            pick: app.pick,
            focus,
            before: app.view.clone(),
        };
        futures.ask(request, tell);
    } else if app.is_filling() {
        futures.grow(&app.view, app.futures_wanted(), focus, tell);
    } else if !app.is_settled() {
        futures.settle(&app.view, focus, tell);
    }
}

/// Keeps the address bar at the present link, and opens what is put into it.
#[hook]
fn use_address(app: &Rc<App>, pending: &Pending, send: &Callback<Msg>) {
    let (held, judged) = (pending.clone(), send.clone());
    let state = app.clone();
    use_effect_with(
        (
            Shared(app.scenario.clone()),
            Shared(app.view.scenario.clone()),
            app.view.spread,
            app.view.future,
            Shared(app.notes.clone()),
            app.mode,
        ),
        move |_| {
            hold(&held, state, judged);
        },
    );
    let (pending, send) = (pending.clone(), send.clone());
    use_effect_with((), move |()| {
        let listener = Listener::at_window("hashchange", move |_| {
            if let Some(opened) = pending.address.read() {
                send.emit(Msg::Open(
                    Box::new(opened.scenario),
                    opened.shown,
                    opened.notes,
                ));
                send.emit(Msg::Go(opened.shown.mode, opened.target));
            }
        });
        move || drop(listener)
    });
}

fn hold(pending: &Pending, app: Rc<App>, send: Callback<Msg>) {
    let done = pending.clone();
    let judge = move |verdict| send.emit(Msg::Judge(verdict));
    pending.address.hold(app, judge, move || done.tell());
    pending.tell();
}

/// Another mode begins at its top, unless something in it was asked for.
#[hook]
fn use_mode(mode: Mode, target: &Rc<Option<String>>) {
    let asked = target.is_some();
    use_effect_with(mode, move |_| {
        if !asked {
            browser::to_top();
        }
    });
}

/// Moves time on while the race plays.
#[hook]
fn use_player(playing: bool, send: &Callback<Msg>) {
    let send = send.clone();
    use_effect_with(playing, move |playing| {
        let runs = Rc::new(Cell::new(*playing));
        if *playing {
            advance(runs.clone(), browser::now_ms(), send);
        }
        move || runs.set(false)
    });
}

/// A tab that was away does not jump ahead by more than this.
const LEAP_SECONDS: f64 = 0.1;

fn advance(runs: Rc<Cell<bool>>, last_ms: f64, send: Callback<Msg>) {
    browser::next_frame(move || {
        if !runs.get() {
            return;
        }
        let now = browser::now_ms();
        send.emit(Msg::Tick(((now - last_ms) / 1e3).clamp(0.0, LEAP_SECONDS)));
        advance(runs, now, send);
    });
}

#[hook]
fn use_theme(theme: Theme) {
    use_effect_with(theme, |theme| {
        let chosen = (*theme != Theme::Auto).then(|| theme.name());
        browser::set_root("data-theme", chosen);
        browser::remember(THEME_KEY, theme.name());
    });
}

fn mode_class(mode: Mode) -> Option<&'static str> {
    match mode {
        Mode::Explore => None,
        Mode::Play => Some("in-play"),
        Mode::Model => Some("in-model"),
    }
}

fn skip_link(mode: Mode) -> Html {
    // The fragment is the scenario, so the link moves the focus by hand.
    let (place, words) = match mode {
        Mode::Explore => ("main", "Skip to the race"),
        Mode::Play => ("game", "Skip to the game"),
        Mode::Model => ("model", "Skip to the model"),
    };
    let onclick = move |e: MouseEvent| {
        e.prevent_default();
        browser::focus(place);
    };
    html! { <a class="skip" href={format!("#{place}")} {onclick}>{ words }</a> }
}

fn masthead(years: u32, send: &Callback<Msg>) -> Html {
    let years = words::number_word(years);
    let enter = send.reform(|_| Msg::Go(Mode::Play, None));
    html! {
        <header class="masthead">
            <h1>{ format!("One leak. {years} years. Who sets the standard?") }</h1>
            <p class="deck">
                { "A company’s secret AI-agent project gets out. Rivals read it, developers move, investors swing between story and proof, and one ecosystem may become the standard. This page runs a thousand futures of that race in your browser whenever you move a slider. " }
                <strong>{ "Conditional stories, not forecasts." }</strong>
            </p>
            <p class="door">
                <button type="button" id="door" class="primary" onclick={enter}>{ "Play" }</button>
                <button type="button" class="quiet" onclick={opens(today(), send)}>{ "Today’s leak" }</button>
                <span>{ "Lead the company that leaked: answer, then decide quarter by quarter against rivals who do the same." }</span>
            </p>
        </header>
    }
}

fn colophon() -> Html {
    html! {
        <footer class="colophon">
            <p>
                { "Every number on this page is computed here; nothing leaves your browser. Parameters carry the grade of their source: V verified, M literature, D derived, J judgement. " }
                { after_the_leak::chart::WORKING_TIME }{ " " }
                { format!("Model {MODEL_VERSION}.") }
            </p>
        </footer>
    }
}

/// On a phone the controls are a sheet; this opens and closes it.
fn sheet_button(open: bool, send: Callback<Msg>) -> Html {
    let onclick = move |_| {
        send.emit(Msg::Sheet(!open));
        if !open {
            browser::next_frame(|| browser::focus("controls"));
        }
    };
    let (sign, words) = if open {
        (icons::CLOSE, "Close")
    } else {
        (icons::TUNE, "Tune")
    };
    html! {
        <div class="sheet-button">
            <button type="button" {onclick} aria-expanded={open.to_string()} aria-controls="controls">
                { icons::icon(sign) }<span>{ words }</span>
            </button>
        </div>
    }
}
