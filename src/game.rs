//! A run as a story and as a game: news, turns, orders, advice, debrief.
//!
//! A game is a [`Scenario`](crate::sim::Scenario) with a `player`, a `goal` and `orders`; its link is the game. The
//! future that is played is number 0 of the seed; rivals play by the same tables. Turn 0 is the answer to the leak, in
//! the month after it; the turns that follow are quarters.
//!
//! ```text
//! Session::open(scenario)                 the game as far as its orders were played; Session::start: the briefing
//!   .choices(&draft)                      every order: why it cannot be given, whether it stands or is drafted
//!   .policy()                             the level that stands for each dial
//!   .advance(&orders)                     gives the orders of this turn and plays it
//!   .back(turn)                           the same game before a turn: fork and play on
//!   .ending()  .seen().score(goal, i)  .rank(goal, i)
//!   .trace()  .series(metric, i)  .news() what was seen so far; the last sample is the present
//!   .scenario()                           for the link: link::write
//! Order::all(), .id() .label() .help() .cost() .delay() .dial(); DIALS, LEVELS   (sim::orders)
//! Advisor::new(&session, &draft)          one trial for every order that can be given
//!   .trials.orders(job) → workers → .trials.take(first_batch, values); or .trials.run_next() here
//!   .trials.progress()  .advice()         differences with 90 % intervals; unclear unless is_clear()
//! ```
//!
//! Everything that takes many futures is a [`Trials`]: it gives [`Order`](crate::study::Order)s for the worker pool and
//! takes their answers in any order, by their first batch.

pub mod advisor;
pub mod headlines;
pub mod rollouts;
pub mod score;
pub mod session;
pub mod trial;
pub mod trials;

pub use advisor::{Advice, Advisor};
pub use headlines::{Headline, headlines};
pub use session::{Choice, Ending, Session};
pub use trial::Trial;
pub use trials::{Difference, Trials};
