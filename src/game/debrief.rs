//! The debrief: how the game went by its goal, what was luck and what skill, what mattered, and when it turned.

use super::advisor;
use super::headlines::Headline;
use super::players;
use super::session::{Ending, LANE, Session};
use super::trial::Trial;
use super::trials::{Difference, Trials};
use crate::chart::Written;
use crate::num::sort_short;
use crate::sim::companies::{STRATEGIES, Strategy};
use crate::sim::goals::Goal;
use crate::sim::orders::{Order, Turn};
use crate::sim::{Metric, Scenario};

/// Futures with the same orders that a game is compared with.
const FUTURES: usize = 1000;
/// Futures of each list of orders that these orders are compared with.
const SKILL_FUTURES: usize = 128;
/// Lists of orders drawn by lot that they are compared with.
const LOTS: u32 = 12;
/// Turning points that are told, and headlines of each.
const POINTS: usize = 3;
const HEADLINES: usize = 3;
/// The level by which a company follows the rules of its strategy.
const BY_RULE: &str = "delegate";

/// How a game went by a goal.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    pub goal: Goal,
    pub ending: Option<Ending>,
    /// Never after a catastrophe: all score nothing and share the first rank.
    pub won: bool,
    /// Of every company: score, 0 to 1, and rank from 1.
    pub companies: Vec<(f64, usize)>,
    pub sentence: String,
    /// What led to a catastrophe; empty without one.
    pub background: String,
}

/// How the game stands, or went, by a goal: it is won by whoever is first.
pub fn verdict(session: &Session, goal: Goal) -> Verdict {
    let (seen, i) = (session.seen(), session.player());
    let of = |j: usize| (seen.score(goal, j), seen.rank(goal, j));
    let companies: Vec<(f64, usize)> = (0..seen.trace.companies).map(of).collect();
    let name = |j: usize| &session.scenario().companies[j].name;
    let (score, rank) = companies[i];
    let won = seen.is_won(goal, i);
    let others = (0..companies.len()).filter(|j| *j != i);
    let first = others.min_by_key(|j| companies[*j].1).unwrap_or(i);
    let against = match won {
        true => "before",
        false => "behind",
    };
    let ending = session.ending();
    if let Some((who, month)) = seen.catastrophe() {
        return Verdict {
            goal,
            ending,
            won,
            companies,
            sentence: format!(
                "{} After what an agent of {} did, all agents are withdrawn; every score is 0.",
                Ending::Catastrophe.sentence(),
                name(who)
            ),
            background: what_led_there(session, who, month),
        };
    }
    let how = ending.map_or(String::new(), |e| e.sentence().to_string() + " ");
    let sentence = format!(
        "{how}{}: number {rank} of {} by “{}” with {score:.2}, {against} {} with {:.2}.",
        name(i),
        companies.len(),
        goal.row().label,
        name(first),
        companies[first].0
    );
    Verdict {
        goal,
        ending,
        won,
        companies,
        sentence,
        background: String::new(),
    }
}

/// The catastrophe in words: whose it was, and how things stood in the month before.
fn what_led_there(session: &Session, who: usize, month: usize) -> String {
    let name = &session.scenario().companies[who].name;
    let before = month.saturating_sub(1);
    let said = |metric: Metric, i: usize| {
        let value = session.series(metric, i).get(before).copied();
        metric.row().unit.format(value.unwrap_or(0.0))
    };
    format!(
        "It happened in month {month}. The month before, the safety gap of {name}, what its product could do beyond what it was safe for, was {}, and {} of its research went to safety. Severe incidents of all companies until then: {}.",
        said(Metric::SafetyGap, who),
        said(Metric::MixSafety, who),
        said(Metric::AllSevere, 0),
    )
}

/// The same orders, of the player and of rivals that look ahead, in a thousand futures from the first day.
pub fn luck(session: &Session) -> Trials {
    let trial = Trial::replayed(session, session.scenario().clone());
    Trials::new(vec![trial], FUTURES)
}

/// The same orders in a thousand futures that part from the game before a turn.
pub fn rerun(session: &Session, turn: u32) -> Trials {
    let trial = Trial::from_turn(session, session.scenario().clone(), turn);
    Trials::new(vec![trial], FUTURES)
}

/// Where a score lies among others: the share of them that is lower, ties counted half.
pub fn share_below(scores: &[f32], score: f64) -> f64 {
    let score = score as f32;
    let lower = scores.iter().filter(|s| **s < score).count();
    let equal = scores.iter().filter(|s| **s == score).count();
    (lower as f64 + equal as f64 / 2.0) / scores.len().max(1) as f64
}

/// These orders among other ways to play the company, with the same luck and the same rivals.
pub struct Skill {
    /// These orders, then the meta-strategies, then orders by lot.
    pub trials: Trials,
}

impl Skill {
    pub fn new(session: &Session) -> Skill {
        let with = |orders: Vec<Turn>| Scenario {
            orders,
            ..session.scenario().clone()
        };
        let mut ways = vec![session.scenario().clone()];
        for (place, _) in Skill::strategies() {
            let orders = Order::by_id(BY_RULE).into_iter().collect();
            let mut scenario = with(vec![Turn { turn: 0, orders }]);
            scenario.companies[session.player()].start.strategy = place as f64;
            ways.push(scenario);
        }
        let by_lot = |n| with(players::by_lot(session.scenario(), n));
        ways.extend((0..LOTS).map(by_lot));
        let trials = ways.into_iter().map(|s| Trial::replayed(session, s));
        Skill {
            trials: Trials::new(trials.collect(), SKILL_FUTURES),
        }
    }

    /// The strategies of trials 1, 2, …, by their place in the table.
    pub fn strategies() -> impl Iterator<Item = (usize, &'static Strategy)> {
        STRATEGIES.iter().enumerate().filter(|(_, s)| s.acts)
    }

    /// Mean score of these orders, of each strategy, and of each list by lot.
    pub fn means(&self) -> Vec<Difference> {
        let all = 0..self.trials.list().len();
        all.map(|k| self.trials.mean(k)).collect()
    }

    /// The share of the other ways to play that do worse on average.
    pub fn share_beaten(&self) -> f64 {
        let means = self.means();
        let worse = means[1..].iter().filter(|m| m.mean < means[0].mean).count();
        worse as f64 / (means.len() - 1).max(1) as f64
    }
}

/// What an order changed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effect {
    pub turn: u32,
    pub order: Order,
    /// Score with it less score without it as the advisor told it when all orders of the turn were drafted: later
    /// orders are not known.
    pub expected: Difference,
    /// Score of the game as it was played, later orders included, less its score without the order, in the future that
    /// came to pass.
    pub here: f64,
}

/// Every order taken back in turn.
pub struct Mattered {
    orders: Vec<(u32, Order)>,
    /// By turn that had orders: all of them, then each taken back. The place of the first stands in `bases`.
    pub trials: Trials,
    bases: Vec<(usize, usize)>,
    /// The game as it was, then each order taken back, in the luck that came to pass.
    pub replays: Trials,
}

impl Mattered {
    pub fn new(session: &Session) -> Mattered {
        let played = session.scenario();
        let (mut orders, mut trials, mut bases) = (vec![], vec![], vec![]);
        let here = |scenario: Scenario| Trial {
            from: Some(session.turns()),
            ..Trial::replayed(session, scenario)
        };
        let mut replays = vec![here(played.clone())];
        let given = played.orders.iter().enumerate();
        for (k, t) in given.filter(|(_, t)| !t.orders.is_empty()) {
            let base = trials.len();
            trials.push(advisor::trial(session, t.turn, t.orders.clone()));
            for (n, order) in t.orders.iter().enumerate() {
                let mut without = played.clone();
                let others = &mut without.orders[k].orders;
                others.remove(n);
                bases.push((base, trials.len()));
                trials.push(advisor::trial(session, t.turn, others.clone()));
                replays.push(here(without));
                orders.push((t.turn, *order));
            }
        }
        // Without orders something is tried all the same: a study of nothing would have no answer to end with.
        if trials.is_empty() {
            trials.push(advisor::trial(session, 0, vec![]));
        }
        Mattered {
            orders,
            trials: Trials::new(trials, advisor::FUTURES),
            bases,
            replays: Trials::new(replays, 1),
        }
    }

    /// What is known so far, in the order in which the orders were given.
    pub fn effects(&self) -> Vec<Effect> {
        let effect = |(k, (turn, order)): (usize, &(u32, Order))| {
            let (base, without) = self.bases[k];
            Effect {
                turn: *turn,
                order: *order,
                expected: self.trials.difference(base, without),
                here: self.replays.difference(0, k + 1).mean,
            }
        };
        self.orders.iter().enumerate().map(effect).collect()
    }
}

/// A turn in which much changed.
#[derive(Clone, Debug, PartialEq)]
pub struct TurningPoint {
    pub turn: u32,
    /// First and last month.
    pub months: (u32, u32),
    /// Change of the score as it stood.
    pub change: f64,
    /// The weightiest news of the turn, of the company itself first among equals.
    pub headlines: Vec<Headline>,
}

/// The turns in which the score changed most as it stood, by their time.
pub fn turning_points(session: &Session) -> Vec<TurningPoint> {
    let (scenario, i) = (session.scenario(), session.player());
    let news = session.news();
    let score = |month: u32| {
        let mut seen = session.seen();
        seen.lane = LANE;
        seen.end = month as usize;
        seen.score(scenario.goal, i)
    };
    let point = |turn: u32| {
        let first = scenario.turn_month(turn);
        let last = (scenario.turn_month(turn + 1) - 1).min(session.month());
        let mut headlines: Vec<Headline> = news
            .iter()
            .filter(|h| (first..=last).contains(&h.month))
            .cloned()
            .collect();
        let place = |h: &Headline| (core::cmp::Reverse(h.weight), h.company != Some(i));
        sort_short(&mut headlines, |a, b| place(a).cmp(&place(b)));
        headlines.truncate(HEADLINES);
        TurningPoint {
            turn,
            months: (first, last),
            change: score(last) - score(first - 1),
            headlines,
        }
    };
    let mut points: Vec<TurningPoint> = (0..session.turn()).map(point).collect();
    sort_short(&mut points, |a, b| {
        b.change.abs().total_cmp(&a.change.abs())
    });
    points.truncate(POINTS);
    sort_short(&mut points, |a, b| a.turn.cmp(&b.turn));
    points
}
