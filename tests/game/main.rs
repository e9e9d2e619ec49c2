//! Games: orders are followed, written and read back; the same link is the same game; what is compared shares its luck.

mod endings;
mod play;
mod quarter;
mod told;
mod trials;

use after_the_leak::game::{
    Advisor, Effect, Ending, Fate, Headline, Mattered, PLAYERS, Player, Session, Skill, Trial,
    Trials, allow_catastrophe, briefing, daily, day_of, headlines::headlines, luck, rerun,
    share_below, sight, turning_points, verdict,
};
use after_the_leak::link::{self, Link, fingerprint};
use after_the_leak::sim::events::Event;
use after_the_leak::sim::goals::{GOALS, Goal};
use after_the_leak::sim::happenings::Happening;
use after_the_leak::sim::needs::Reason;
use after_the_leak::sim::orders::{self, Dial, Order, TURNS_MAX};
use after_the_leak::sim::presets::PRESETS;
use after_the_leak::sim::{Metric, Scenario, Wish, run_lanes};
use wasm_bindgen_test::wasm_bindgen_test;

/// A scenario from words.
fn scenario(words: &str) -> Scenario {
    let (link, problems) = Link::read(words);
    assert_eq!(problems, [], "{words}");
    link.scenario
}

fn order(id: &str) -> Order {
    Order::by_id(id).unwrap_or_else(|| panic!("no order {id}"))
}

fn list(ids: &[&str]) -> Vec<Order> {
    ids.iter().map(|id| order(id)).collect()
}

/// Plays turns with these orders.
fn played(words: &str, turns: &[&[&str]]) -> Session {
    let mut session = Session::open(scenario(words));
    for ids in turns {
        session.advance(&list(ids));
    }
    session
}
