//! What Play mode does, without a page.

use super::super::state::{App, Mode, Msg, Notes, Shown, Theme};
use super::state::{Act, FRONT_PAGE, Motion};
use after_the_leak::game::{Headline, RIVALS_USUAL, Session};
use after_the_leak::link::Link;
use after_the_leak::sim::Scenario;
use after_the_leak::sim::goals::Goal;
use after_the_leak::sim::orders::Order;
use after_the_leak::sim::seed::Seed;
use std::rc::Rc;
use yew::Reducible;

/// The luck of games that nobody chose a seed for.
const LUCK: Seed = Seed(1);

fn open(words: &str, still: bool) -> Rc<App> {
    let (link, _) = Link::read(words);
    ticks_while(opening(link.scenario, still), Motion::Replays)
}

/// A page in which a game has just been opened.
fn opening(scenario: Scenario, still: bool) -> Rc<App> {
    let notes = Notes::default();
    Rc::new(App::begin(scenario, playing(), notes, Theme::Auto, !still))
}

fn playing() -> Shown {
    Shown {
        mode: Mode::Play,
        ..Shown::default()
    }
}

/// Lets time pass as long as something is so.
fn ticks_while(mut app: Rc<App>, motion: Motion) -> Rc<App> {
    while app.play.motion == motion {
        app = app.reduce(Msg::Tick(0.1));
    }
    app
}

fn then(app: Rc<App>, acts: Vec<Act>) -> Rc<App> {
    acts.into_iter()
        .fold(app, |app, act| app.reduce(Msg::Game(act)))
}

fn order(id: &str) -> Order {
    Order::by_id(id).expect("an order")
}

#[test]
fn a_game_begins_with_what_was_chosen_and_its_turns_go_into_the_scenario() {
    let app = open("preset=meta-agent years=3", true);
    assert!(app.play.session.is_none());
    let app = then(
        app,
        vec![
            Act::Company(2),
            Act::Goal(Goal::Safety),
            Act::Rivals(1.0),
            Act::Catastrophe(true),
            Act::Begin(LUCK),
        ],
    );
    assert!(app.scenario.may_end());
    let Scenario {
        player,
        goal,
        params,
        ..
    } = &*app.scenario;
    assert_eq!(
        (*player, *goal, params.rivals),
        (Some(2), Goal::Safety, 1.0)
    );
    let app = then(
        app,
        vec![Act::Draft(order("harden")), Act::Advance, Act::Advance],
    );
    assert_eq!(app.scenario.orders.len(), 2);
    assert_eq!(app.scenario.orders[0].orders, [order("harden")]);
    assert_eq!(app.play.session.as_ref().map(|s| s.turn()), Some(2));
    // What is shown is what the scenario says: opened anew it is the same game.
    let news = app.play.news.clone();
    let again = open(&after_the_leak::link::write(&app.scenario, "", None), true);
    assert_eq!(again.play.news, news);
    let back = then(app, vec![Act::Back(1)]);
    assert_eq!(back.scenario.orders.len(), 1);
}

#[test]
fn a_new_game_has_new_luck_unless_a_seed_was_chosen() {
    let begun = |words: &str| then(open(words, true), vec![Act::Begin(LUCK)]);
    assert_eq!(begun("preset=meta-agent").scenario.seed, LUCK);
    let chosen = begun("preset=meta-agent seed=7");
    assert_eq!(chosen.scenario.seed, Seed(7));
    // The same luck again, if that is wanted; the next game has other luck.
    let same = then(chosen.clone(), vec![Act::Again(Seed(7))]);
    assert_eq!(same.scenario, chosen.scenario);
    let next = then(same, vec![Act::Leave, Act::Begin(LUCK)]);
    assert_eq!(next.scenario.seed, LUCK);
}

#[test]
fn rivals_of_a_new_game_look_ahead_unless_it_is_said_otherwise() {
    let rivals = |words: &str| {
        let app = then(open(words, true), vec![Act::Begin(LUCK)]);
        app.scenario.params.rivals
    };
    assert_eq!(rivals("preset=meta-agent"), RIVALS_USUAL);
    assert_eq!(rivals("preset=meta-agent rivals=quantal-response"), 1.0);
}

#[test]
fn a_draft_holds_what_can_be_ordered_and_each_dial_once() {
    let app = open("preset=meta-agent player=meta", true);
    let draft = |app: &Rc<App>, ids: &[&str]| {
        then(
            app.clone(),
            ids.iter().map(|id| Act::Draft(order(id))).collect(),
        )
        .play
        .draft
        .to_vec()
    };
    assert_eq!(draft(&app, &["assess", "assess"]), []);
    assert_eq!(
        draft(&app, &["price-low", "price-high"]),
        [order("price-high")]
    );
    // It stands already, cannot be done, or is one move too many.
    assert_eq!(draft(&app, &["price-usual", "dissect"]), []);
    assert_eq!(draft(&app, &["assess", "own-it", "hold"]).len(), 2);
}

#[test]
fn months_pass_stop_at_the_front_page_and_can_be_skipped() {
    let mut app = open("preset=safety-incident player=meta", false);
    // An incident makes the front page in the first year, in the middle of a quarter or at its end.
    for _ in 0..4 {
        app = then(app, vec![Act::Advance]);
        assert_eq!(app.play.motion, Motion::Runs);
        app = ticks_while(app, Motion::Runs);
        if app.play.motion == Motion::Waits {
            break;
        }
    }
    assert_eq!(app.play.motion, Motion::Waits, "no month on the front page");
    let is_shown = |month: u32| f64::from(month) == app.play.time;
    let fronts = app.play.news.iter().filter(|h| h.weight >= FRONT_PAGE);
    assert!(fronts.map(|h| h.month).any(is_shown));
    let end = app.play.session.as_ref().map_or(0, |s| s.month());
    let app = then(app, vec![Act::Onward, Act::Onward]);
    let (motion, time) = (app.play.motion, app.play.time);
    assert_eq!((motion, time), (Motion::Rests, f64::from(end)));
    // Nothing moves for those who prefer it.
    let still = then(
        open("preset=safety-incident player=meta", true),
        vec![Act::Advance],
    );
    assert_eq!(still.play.motion, Motion::Rests);
}

#[test]
fn auto_play_ends_at_the_front_page_or_at_the_end() {
    for still in [false, true] {
        let mut app = then(
            open("preset=meta-agent years=3", still),
            vec![Act::Begin(LUCK)],
        );
        let mut turns = 0;
        while !app.play.has_ended() {
            let before = app.play.session.as_ref().map_or(0, |s| s.turn());
            app = ticks_while(then(app, vec![Act::Auto]), Motion::Runs);
            assert!(!app.play.auto, "it goes on by itself, yet nothing moves");
            let stopped =
                |h: &Headline| h.weight >= FRONT_PAGE && f64::from(h.month) == app.play.time;
            assert!(app.play.news.iter().any(stopped) || app.play.has_ended());
            turns = turns.max(app.play.session.as_ref().map_or(0, |s| s.turn()) - before);
        }
        assert!(turns > 1, "no turn followed another");
        // It ends there: there is nothing left to play.
        let app = ticks_while(then(app, vec![Act::Onward]), Motion::Runs);
        let ended = then(app, vec![Act::Auto]);
        assert!(!ended.play.auto && ended.play.is_at_rest());
        // What is studied then is the debrief.
        assert!(ended.play.wanted().is_some());
    }
}

#[test]
fn auto_play_is_paused_and_goes_on_where_it_was() {
    let mut app = open("preset=baseline years=3 player=meta", false);
    app = then(app, vec![Act::Stops(false), Act::Auto]);
    app = app.reduce(Msg::Tick(0.5));
    let time = app.play.time;
    app = then(app, vec![Act::Auto]);
    assert_eq!((app.play.motion, app.play.auto), (Motion::Waits, false));
    app = app.reduce(Msg::Tick(0.5));
    assert_eq!(app.play.time, time, "time passes during a pause");
    app = ticks_while(then(app, vec![Act::Auto]), Motion::Runs);
    // With no stops it goes on to the end.
    assert!(app.play.has_ended() && app.play.is_at_rest() && !app.play.auto);
    // No order was given on the way.
    assert!(app.scenario.orders.iter().all(|t| t.orders.is_empty()));
}

#[test]
fn for_those_who_prefer_that_nothing_moves_auto_play_steps_by_months() {
    let mut app = then(open("preset=meta-agent player=meta", true), vec![Act::Auto]);
    assert_eq!(app.play.motion, Motion::Runs);
    while app.play.motion == Motion::Runs {
        assert_eq!(app.play.shown().fract(), 0.0);
        app = app.reduce(Msg::Tick(0.1));
    }
}

#[test]
fn auto_play_sends_what_is_ticked_with_its_first_turn() {
    let app = open("preset=meta-agent player=meta", false);
    let app = then(app, vec![Act::Draft(order("harden")), Act::Auto]);
    assert_eq!(app.scenario.orders[0].orders, [order("harden")]);
}

#[test]
fn a_fork_leads_back_to_the_debrief_it_came_from() {
    let ended = open(
        "preset=meta-agent years=3 player=meta orders=0:assess,10:",
        true,
    );
    assert!(ended.play.has_ended() && ended.play.forked.is_none());
    let fork = then(ended.clone(), vec![Act::Back(2), Act::Advance]);
    assert!(!fork.play.has_ended());
    let back = then(fork, vec![Act::Return]);
    assert!(back.play.has_ended() && back.play.forked.is_none());
    assert_eq!(*back.scenario, *ended.scenario);
    assert_eq!(back.play.news, ended.play.news);
}

const LONG: &str = "preset=meta-agent player=meta rivals=looking-ahead orders=0:assess,5:";

#[test]
fn a_game_is_replayed_turn_by_turn_and_is_then_the_same() {
    let (link, _) = Link::read(LONG);
    let mut app = opening(link.scenario.clone(), false);
    let turn = |app: &App| app.play.session.as_ref().map(|s| s.turn());
    for k in 0..6 {
        assert_eq!((turn(&app), app.play.motion), (Some(k), Motion::Replays));
        assert!(app.play.is_pending());
        app = app.reduce(Msg::Tick(0.1));
    }
    app = ticks_while(app, Motion::Replays);
    let whole = Session::open(link.scenario);
    assert_eq!((turn(&app), app.play.is_at_rest()), (Some(6), true));
    assert_eq!(*app.play.news, whole.news());
}

#[test]
fn a_replay_can_be_stopped_and_a_newer_link_replaces_it() {
    let (link, _) = Link::read(LONG);
    let half = opening(link.scenario.clone(), false)
        .reduce(Msg::Tick(0.1))
        .reduce(Msg::Tick(0.1));
    let halted = then(half.clone(), vec![Act::Halt]);
    assert!(halted.play.is_at_rest());
    assert_eq!(halted.notes.sentences.len(), 1);
    // The link holds everything until another turn is played; that one knows nothing of the later orders.
    assert_eq!(*halted.scenario, link.scenario);
    let on = then(halted, vec![Act::Advance]);
    assert_eq!(on.scenario.orders.last().map(|t| t.turn), Some(2));
    // A newer link.
    let (other, _) = Link::read("preset=standard-war player=challenger orders=1:");
    let newer = Msg::Open(
        Box::new(other.scenario.clone()),
        playing(),
        Notes::default(),
    );
    let app = ticks_while(half.reduce(newer), Motion::Replays);
    let session = app.play.session.as_ref().expect("a game");
    assert_eq!((session.turn(), session.scenario()), (2, &other.scenario));
}

#[test]
fn a_link_whose_orders_cannot_be_followed_says_so() {
    let app = open("preset=meta-agent player=meta orders=0:dissect", true);
    assert_eq!(app.notes.sentences.len(), 1, "{:?}", app.notes.sentences);
    assert!(app.notes.sentences[0].contains("Not done"));
}
