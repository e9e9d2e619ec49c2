//! What Play mode does, without a page.

use super::super::state::{App, Mode, Msg, Notes, Shown, Theme};
use super::state::{Act, FRONT_PAGE, Motion};
use after_the_leak::game::RIVALS_USUAL;
use after_the_leak::link::Link;
use after_the_leak::sim::Scenario;
use after_the_leak::sim::goals::Goal;
use after_the_leak::sim::orders::Order;
use std::rc::Rc;
use yew::Reducible;

fn open(words: &str, still: bool) -> Rc<App> {
    let (link, _) = Link::read(words);
    let shown = Shown {
        mode: Mode::Play,
        ..Shown::default()
    };
    let notes = Notes::default();
    Rc::new(App::begin(link.scenario, shown, notes, Theme::Auto, !still))
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
            Act::Begin,
        ],
    );
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
fn rivals_of_a_new_game_look_ahead_unless_it_is_said_otherwise() {
    let rivals = |words: &str| {
        let app = then(open(words, true), vec![Act::Begin]);
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
        while app.play.motion == Motion::Runs {
            app = app.reduce(Msg::Tick(0.1));
        }
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
fn running_on_ends_at_the_front_page_or_at_the_end() {
    let mut app = then(open("preset=meta-agent years=3", true), vec![Act::Begin]);
    while !app.play.has_ended() {
        app = then(app, vec![Act::RunOn]);
        let front = app
            .play
            .news
            .iter()
            .any(|h| h.weight >= FRONT_PAGE && h.month > app.play.from);
        assert!(front || app.play.has_ended());
    }
    // What is studied then is the debrief.
    assert!(app.play.wanted().is_some());
}

#[test]
fn a_link_whose_orders_cannot_be_followed_says_so() {
    let app = open("preset=meta-agent player=meta orders=0:dissect", true);
    assert_eq!(app.notes.sentences.len(), 1, "{:?}", app.notes.sentences);
    assert!(app.notes.sentences[0].contains("Not done"));
}
