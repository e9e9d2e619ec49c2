//! What the page does, without a page.

use super::*;
use after_the_leak::study::Spread;

fn begin() -> Rc<App> {
    Rc::new(App::begin(
        Scenario::default(),
        Shown::default(),
        Notes::default(),
        Theme::Auto,
        true,
    ))
}

fn edit(key: &str, value: &str, at_ms: f64) -> Msg {
    Msg::Edit(Edit {
        key: key.into(),
        value: value.into(),
        at_ms,
    })
}

#[test]
fn one_drag_is_one_step_to_undo() {
    let mut app = begin();
    let start = app.scenario.clone();
    for k in 0..20 {
        let value = format!("{}", f64::from(20 + k) / 10.0);
        app = app.reduce(edit("network_strength", &value, f64::from(k) * 2000.0));
    }
    app = app.reduce(Msg::Finish(40_000.0));
    app = app.reduce(edit("flop_probability", "0.2", 40_400.0));
    assert_eq!(app.scenario.params.network_strength, 3.9);
    app = app.reduce(Msg::Undo);
    assert_eq!(
        app.scenario.params.flop_probability,
        start.params.flop_probability
    );
    app = app.reduce(Msg::Undo);
    assert_eq!(app.scenario, start);
    assert!(!app.can_undo() && app.can_redo());
    app = app.reduce(Msg::Redo).reduce(Msg::Redo);
    assert_eq!(app.scenario.params.flop_probability, 0.2);
}

#[test]
fn nonsense_gives_a_sentence_and_the_nearest_scenario() {
    let app = begin().reduce(edit("network_strength", "a lot", 0.0));
    assert_eq!(app.notes.sentences.len(), 1);
    assert!(!app.can_undo());
    let app = app.reduce(edit("network_strength", "1e9", 0.0));
    assert_eq!(app.scenario.params.network_strength, 8.0);
    assert_eq!(app.notes.sentences.len(), 1);
    let app = app.reduce(edit("network_strength", "3", 0.0));
    assert!(app.notes.sentences.is_empty());
}

#[test]
fn the_moment_stays_within_the_run() {
    let app = begin().reduce(Msg::Seek(1e9));
    assert_eq!((app.time, app.playing), (60.0, false));
    let app = app.reduce(edit("years", "3", 0.0));
    assert_eq!(app.time, 36.0);
    let app = app.reduce(edit("years", "8", 5000.0));
    assert_eq!(app.time, 96.0);
    let app = app.reduce(Msg::Play(true)).reduce(Msg::Tick(0.1));
    assert!(app.playing && app.time == 0.5);
    assert!(!app.reduce(Msg::Tick(1e9)).playing);
}

#[test]
fn the_company_in_front_races() {
    let app = begin().reduce(Msg::Focus(99));
    assert_eq!(app.focus, 4);
    let roll = roll_with(&app.scenario, 4, false);
    let app = app.reduce(edit("companies", &roll, 0.0));
    assert_eq!((app.scenario.companies.len(), app.focus), (4, 3));
}

#[test]
fn results_of_an_older_scenario_keep_the_page_waiting() {
    let app = begin();
    assert!(!app.is_waiting());
    let old = app.view.clone();
    let app = app.reduce(edit("network_strength", "3", 0.0));
    assert!(app.is_waiting());
    let app = app.reduce(Msg::Arrive(old));
    assert!(app.is_waiting());
    let new = Rc::new(View::compute(
        &app.scenario,
        Spread::Luck,
        app.pick,
        0,
        Some(&app.view),
    ));
    assert!(!app.reduce(Msg::Arrive(new)).is_waiting());
}

#[test]
fn presets_keep_the_seed_and_choose_a_typical_future() {
    let app = begin()
        .reduce(edit("seed", "77", 0.0))
        .reduce(Msg::Preset(3));
    assert_eq!((app.scenario.preset, app.scenario.seed.0), (3, 77));
    assert_eq!(app.pick, Pick::Typical);
    let app = app.reduce(Msg::RevertAll);
    assert_eq!(*app.scenario, Scenario::preset(3));
}
