//! A run as a story and as a game: news, turns, orders, advice, debrief.
//!
//! A game is a [`Scenario`](crate::sim::Scenario) with a `player`, a `goal` and `orders`; its link is the game. The
//! future that is played is number 0 of the seed; rivals play by the same tables. Turn 0 is the answer to the leak, in
//! the month after it; the turns that follow are quarters.
//!
//! ```text
//! Session::open(scenario)                 the game as far as its orders were played; Session::start: the briefing
//!   .catch_up()                           start and this, turn by turn, are what open does
//!   .choices(&draft)                      every order: its cost now, why it cannot be given, whether it stands or is drafted
//!   .policy()                             the level that stands for each dial
//!   .advance(&orders)                     gives the orders of this turn and plays it
//!   .back(turn)                           the same game before a turn: fork and play on
//!   .ending()  .seen().score(goal, i)  .rank(goal, i)
//!   .report()                             what the last turn brought: orders and what became of them, launches, scores
//!   .launch_chance()  .severe_risk()  .on_the_way()   what hangs over the next one
//!   .trace()  .series(metric, i)  .news() what was seen so far; the last sample is the present
//!   .scenario()                           for the link: link::write
//! allow_catastrophe(&mut scenario, may)   before the first turn: whether a catastrophe can end the game
//! briefing(&session)  ANSWERS, SILENCE     the memo in paragraphs; the first answers to a leak
//! sight(&session, i)                      what may be seen of a company: public figures, and bands for the others
//! daily(day_of(y, m, d)?)                 the scenario of a day
//! Order::all(), .id() .label() .help() .cost() .delay() .dial(); DIALS, LEVELS   (sim::orders)
//! Advisor::new(&session, &draft)          one trial for every order that can be given
//!   .trials.orders(job) → workers → .trials.take(first_batch, values); or .trials.run_next() here
//!   .trials.progress()  .advice()         differences with 90 % intervals; unclear unless is_clear()
//! verdict(&session, goal)                 rank, score, everyone's, and a sentence
//! turning_points(&session)                the three turns that changed most, with their headlines
//! luck(&session)  rerun(&session, turn)   1,000 futures with the same orders, from the first day or from a turn on;
//!                                         share_below(&trials.scores(0), score): where this future lies among them
//! Skill::new(&session)  .trials  .rank()  these orders among the meta-strategies and orders by lot
//! Mattered::new(&session)  .effects()     each order taken back in turn
//! Player::LookAhead.orders(&session)      players that need no person; deal(preset, n): the games they are measured by
//! ```
//!
//! Everything that takes many futures is a [`Trials`]: it gives [`Order`](crate::study::Order)s for the worker pool and
//! takes their answers in any order, by their first batch.

pub mod advisor;
pub mod briefing;
pub mod daily;
pub mod deal;
pub mod debrief;
pub mod headlines;
pub mod players;
pub mod quarter;
pub mod rollouts;
pub mod score;
pub mod session;
pub mod sight;
pub mod trial;
pub mod trials;

pub use advisor::{Advice, Advisor};
pub use briefing::{ANSWERS, SILENCE, briefing, spoken};
pub use daily::{daily, day_of};
pub use deal::deal;
pub use debrief::{
    Effect, Mattered, Skill, TurningPoint, Verdict, luck, rerun, share_below, turning_points,
    verdict,
};
pub use headlines::{Headline, headlines};
pub use players::{ONE_LIST, PLAYERS, Player};
pub use quarter::{Fate, Report};
pub use rollouts::RIVALS_USUAL;
pub use session::{Choice, Ending, Session, allow_catastrophe};
pub use sight::{Sight, sight, sight_at};
pub use trial::Trial;
pub use trials::{Difference, Trials};
