//! What an order needs: the one place that says where it can be given, for the run, the page and the advisor alike.

use super::actions::{Action, BRAND_MAX, DISCOUNT_MAX};
use super::leak::RESPONSE_MONTHS;
use super::orders::{Order, Setting};
use super::params::{PARAMS, Params};
use super::table::highest;
use super::world::{OPEN_WEIGHTS, World};
use crate::num::{HALF, Mask, Real};

/// With cash for so many years of research nobody needs to sell shares; who decides by rule sells none either.
/// Judgement.
pub const CASH_YEARS: f64 = 2.0;

/// A crash programme needs cash for so many years of research. Judgement.
const CRASH_YEARS: f64 = 0.5;

/// Why an order cannot be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    Bankrupt,
    Moves,
    Soon,
    Cash,
    NothingLeaked,
    NothingUnknown,
    NoLesson,
    NothingNew,
    Holding,
    Open,
    Everything,
    Closed,
    Most,
    Trusted,
    Rich,
    Leads,
    Pending,
    Known,
}

impl Reason {
    /// Why, as a sentence for people.
    pub fn sentence(self) -> &'static str {
        match self {
            Reason::Bankrupt => "The company is bankrupt.",
            Reason::Moves => "Both moves of this quarter are spent.",
            Reason::Soon => "It was ordered less than half a year ago.",
            Reason::Cash => "There is not enough cash.",
            Reason::NothingLeaked => "Nothing of the company has leaked within half a year.",
            Reason::NothingUnknown => "Nothing has leaked that is not understood.",
            Reason::NoLesson => "Nothing of a rival has leaked.",
            Reason::NothingNew => "The laboratory has nothing newer than the product.",
            Reason::Holding => "Launches are on hold already.",
            Reason::Open => "The weights are open already; only closing again leads back.",
            Reason::Everything => "Everything is open already.",
            Reason::Closed => "The company is closed already.",
            Reason::Most => "There is no more to gain this way.",
            Reason::Trusted => "Partners trust the company as far as they ever do.",
            Reason::Rich => "Investors see no need: there is cash for two years of research.",
            Reason::Leads => "Most developers build for this company: it is for others to join.",
            Reason::Pending => "Investors still wait for what the last story promised.",
            Reason::Known => "Too much is known already.",
        }
    }
}

/// Every reason that an order may fail for, and where it does, the first in this order being the one to name.
pub fn hindrances<R: Real>(
    w: &World<R>,
    p: &Params<R>,
    i: usize,
    order: Order,
) -> [(Reason, R::Mask); 5] {
    let c = &w.company[i];
    let never = R::Mask::all_of(false);
    let bankrupt = (Reason::Bankrupt, c.months_broke.ge(R::of(12.0)));
    let costs = R::Mask::all_of(order.cost() > 0.0);
    let short = costs & c.cash.lt(order.cost_now(w, p, i));
    let cash = (Reason::Cash, short);
    let soon = |a: Action| (Reason::Soon, c.ready[a as usize].gt(w.month()));
    match order {
        Order::Move(a) => {
            let moves = (Reason::Moves, c.moves.lt(R::of(HALF)));
            [bankrupt, moves, hindrance(w, p, i, a), soon(a), cash]
        }
        Order::Level(level) => match level.row().setting {
            Setting::Openness(a) => {
                let none = (Reason::Moves, never);
                [bankrupt, none, hindrance(w, p, i, a), soon(a), cash]
            }
            _ => [bankrupt, cash, cash, cash, cash],
        },
    }
}

/// What this action alone needs: the reason it fails for, and where it does.
fn hindrance<R: Real>(w: &World<R>, p: &Params<R>, i: usize, action: Action) -> (Reason, R::Mask) {
    let c = &w.company[i];
    let (zero, one) = (R::zero(), R::one());
    let full = |share: R, most: f64| (Reason::Most, share.ge(R::of(most)));
    match action {
        Action::Assess => {
            let unknown = c.leaked.info.gt(zero) & c.assessed.lt(one);
            (Reason::NothingUnknown, !unknown)
        }
        Action::Litigate | Action::OwnIt | Action::CallItSignal => {
            let since = w.month() - c.leaked.month;
            (Reason::NothingLeaked, since.gt(R::of(RESPONSE_MONTHS)))
        }
        Action::Harden => full(
            c.security_share,
            const { highest(PARAMS, "security_share") },
        ),
        Action::Dissect => (Reason::NoLesson, leaked_elsewhere(w, i).le(zero)),
        Action::LaunchNow => (Reason::NothingNew, c.capability.le(c.launched)),
        Action::Hold => (Reason::Holding, c.hold_until.gt(w.month())),
        Action::OpenWeights => (Reason::Open, c.openness.ge(R::of(OPEN_WEIGHTS))),
        Action::FullOpen => (Reason::Everything, c.openness.ge(one)),
        Action::Reclose => (Reason::Closed, c.openness.le(zero)),
        Action::ShiftToEfficiency => full(
            c.efficiency_share,
            const { highest(PARAMS, "efficiency_share") },
        ),
        Action::ShiftToAgents => full(c.agents_share, const { highest(PARAMS, "agents_share") }),
        Action::CutPrice => full(c.discount, DISCOUNT_MAX),
        Action::CourtDevelopers => full(c.earned_brand, BRAND_MAX),
        Action::TellStory => (Reason::Pending, c.story_due.gt(zero)),
        Action::ReassurePartners => (Reason::Trusted, c.trust.ge(p.trust_level)),
        Action::StageLeak => full_of_leaks(c.leaked.info),
        Action::Lobby => (Reason::Most, w.lobbying.le(-one)),
        Action::RaiseCapital => (Reason::Rich, c.cash.ge(c.budget * CASH_YEARS)),
        Action::JoinStandard => (Reason::Leads, c.developers.ge(w.best(|c| c.developers))),
        Action::CrashProgramme => (Reason::Cash, c.cash.lt(c.budget * CRASH_YEARS)),
        Action::SafetyPush | Action::PublishMetrics => (Reason::Most, R::Mask::all_of(false)),
    }
}

/// A staged leak tells nothing where more is known already.
fn full_of_leaks<R: Real>(info: R) -> (Reason, R::Mask) {
    let staged = Action::StageLeak.row().amount;
    (Reason::Known, info.ge(R::of(staged)))
}

/// The most that is known of another company through leaks, 0–1.
fn leaked_elsewhere<R: Real>(w: &World<R>, i: usize) -> R {
    let mut most = R::zero();
    for (_, other) in w.companies().iter().enumerate().filter(|(j, _)| *j != i) {
        most = most.max(other.leaked.info);
    }
    most
}
