//! TABLE: what a company may do: what it costs, how long it takes, when a company that plays by rule does it, what it
//! does.
//!
//! All costs, delays and effects are judgement; the sources say what the action is modelled on. An action that was
//! ordered is paid at once and takes effect after its delay, at the start of a month; the same action may be repeated
//! after COOL_DOWN_MONTHS months. Shares of R&D that actions raise stay within the ranges of their parameters.

use super::companies::{STRATEGIES, Strategy};
use super::happenings::{Happening, News, Topic};
use super::needs::CASH_YEARS;
use super::params::{PARAMS, Params};
use super::safety::TRUST_MAX;
use super::table::{highest, only_told};
use super::world::{NEVER, OPEN_WEIGHTS, World};
use super::{investors, leak, product};
use crate::num::{Mask, Real};

/// Moves a company has each quarter. Judgement.
pub const MOVES_PER_QUARTER: f64 = 2.0;
/// Months after which the same action may be repeated. Judgement.
pub const COOL_DOWN_MONTHS: f64 = 6.0;

/// One action.
#[derive(Clone, Copy, Debug)]
pub struct ActionRow {
    pub action: Action,
    /// Its name in scripts and orders.
    pub id: &'static str,
    pub label: &'static str,
    pub help: &'static str,
    pub news: News,
    /// What it costs at once, bn $.
    pub cost: f64,
    /// Months until it takes effect.
    pub delay: f64,
    /// Where a strength can be given: the usual one and its unit.
    pub amount: f64,
    pub unit: &'static str,
    pub source: &'static str,
}

macro_rules! actions {
    ($(
        #[doc = $label:literal] #[doc = $blank:literal] $(#[doc = $help:literal])+
        $name:ident = $id:literal, news $topic:ident $weight:literal $news:literal, costs $cost:literal, after $delay:literal, amount $amount:literal $unit:literal,
        from $source:literal,
        by $who:expr,
        rule |$rw:ident, $rp:ident, $rs:ident, $ri:ident| $rule:expr,
        does |$w:ident, $p:ident, $i:ident, $m:ident, $x:ident| $effect:block
    )+) => {
        /// What a company may do.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Action { $( #[doc = $label] $name ),+ }

        /// Every action, in the order in which a company considers them.
        pub const ACTIONS: &[ActionRow] = &[$(ActionRow {
            action: Action::$name, id: $id, label: $label.trim_ascii(), help: concat!($($help),+).trim_ascii(), news: News { topic: Topic::$topic, weight: $weight, text: $news },
            cost: $cost, delay: $delay, amount: $amount, unit: $unit, source: only_told($source),
        }),+];

        impl Action {
            /// Whether a company with this strategy ever considers the action.
            pub fn considered_by(self, strategy: &Strategy) -> bool {
                strategy.acts && match self { $(Action::$name => { let who: fn(&Strategy) -> bool = $who; who(strategy) }),+ }
            }
            /// Where a company that considers the action, and plays by rule, takes it now.
            pub fn rule<R: Real>(self, w: &World<R>, p: &Params<R>, sight: &Sight<R>, i: usize) -> R::Mask {
                match self { $(Action::$name => { let ($rw, $rp, $rs, $ri) = (w, p, sight, i); let _ = ($rw, $rp, $rs, $ri); $rule }),+ }
            }
            /// Changes the world where `m` is true, with strength `x`.
            fn change<R: Real>(self, w: &mut World<R>, p: &Params<R>, i: usize, m: R::Mask, x: R) {
                match self { $(Action::$name => {
                    let ($w, $p, $i, $m, $x) = (w, p, i, m, x);
                    let _ = (&$w, &$p, &$i, &$m, &$x);
                    $effect
                }),+ }
            }
        }
    };
}

fn truth<R: Real>(truth: bool) -> R::Mask {
    R::Mask::all_of(truth)
}

/// What every company sees of the others when decisions are made.
pub struct Sight<R> {
    /// The best launched capability, efficiency, success curve, developer share, and know-how that has leaked.
    pub launched: R,
    pub efficiency: R,
    pub slope: R,
    pub developers: R,
    pub leaked_know_how: R,
    pub mean_log_price: R,
}

impl<R: Real> Sight<R> {
    /// A look around.
    pub fn new(w: &World<R>) -> Sight<R> {
        Sight {
            launched: w.best(|c| c.launched),
            efficiency: w.best(|c| c.efficiency),
            slope: w.best(|c| c.slope),
            developers: w.best(|c| c.developers),
            leaked_know_how: w.best(|c| c.leaked.know_how),
            mean_log_price: w.mean(|c| c.log_price),
        }
    }
}

/// True in the month after something of company `i` leaked and it has not yet looked into it.
fn just_leaked<R: Real>(w: &World<R>, i: usize) -> R::Mask {
    let c = &w.company[i];
    c.leaked.info.gt(R::zero()) & !c.assessed.is_set()
}

/// A company's mispricing that calls for an answer, log. Judgement.
const PUNISHED: f64 = -0.15;
/// Months since its last launch within which a company opens what it launched. Judgement.
const JUST_LAUNCHED: f64 = 1.5;
/// Price cuts and an earned name go no further than this, log price and utils. Judgement.
pub const DISCOUNT_MAX: f64 = 0.6;
pub const BRAND_MAX: f64 = 1.0;
/// Months for which a product that was rushed is less safe. Judgement.
const RUSH_MONTHS: f64 = 6.0;

/// Sets openness, and lets investors and rivals take note.
fn open<R: Real>(w: &mut World<R>, p: &Params<R>, i: usize, m: R::Mask, openness: f64) {
    let c = &mut w.company[i];
    c.openness = m.pick(c.openness.at_least(openness), c.openness);
    c.mispricing += m.pick(p.opening_reaction, R::zero());
    w.alarm = w.alarm | m;
}

actions! {
    /// Assess the damage
    ///
    /// Find out how much really leaked; until then the company knows only a range.
    Assess = "assess", news Response 1 "{company} finds out how much leaked", costs 0.02, after 0.0, amount 1.0 "×", from "Incident response",
    by |_| true,
    rule |w, _p, _see, i| just_leaked(w, i),
    does |w, _p, i, m, _x| { let c = &mut w.company[i]; c.assessed = m.pick(R::one(), c.assessed); }

    /// Take down copies
    ///
    /// Go to court against copies of the leak; at most a tenth disappears, mirrors persist.
    Litigate = "takedown", news Response 1 "{company} has copies of its leak taken down; mirrors persist", costs 0.05, after 1.0, amount 0.1 "share", from "Notices after LLaMA (2023)",
    by |s| s.openness == 0.0,
    rule |w, _p, _see, i| just_leaked(w, i),
    does |w, _p, i, m, x| {
        /// Most that it removes, share of what leaked: mirrors of LLaMA (2023) and Claude Code (2026) persist. Judgement.
        const TAKEDOWN_SHARE: f64 = 0.1;
        leak::take_down(w, i, m, x.at_most(TAKEDOWN_SHARE));
    }

    /// Harden security
    ///
    /// Move five percent of R&D to keeping secrets; leaks become rarer.
    Harden = "harden", news Response 1 "{company} puts more of its research into keeping secrets", costs 0.1, after 1.0, amount 0.05 "share of R&D", from "Security programmes after leaks",
    by |_| true,
    rule |w, _p, _see, i| {
        /// A company is warned once this share of its project has leaked. Judgement.
        const WARNED: f64 = 0.2;
        /// It stops here, share of R&D: twice the usual. Judgement.
        const HARDENED: f64 = 0.1;
        let c = &w.company[i];
        let warned = c.leaked.info.gt(R::of(WARNED)) | truth::<R>(STRATEGIES[c.strategy].careful);
        warned & c.security_share.lt(R::of(HARDENED))
    },
    does |w, _p, i, m, x| {
        let c = &mut w.company[i];
        c.security_share = m.pick((c.security_share + x).at_most(const { highest(PARAMS, "security_share") }), c.security_share);
    }

    /// Dissect a rival's leak
    ///
    /// Put a tenth of R&D on what leaked for two quarters and learn from it half as fast again; lawyers are not cheap.
    Dissect = "dissect", news Response 2 "{company} dissects what leaked from a rival", costs 0.3, after 0.0, amount 1.0 "×", from "Replication of o1 in DeepSeek (2025); rewriting of Claude Code (2026)",
    by |_| true,
    rule |w, _p, _see, i| {
        /// Share of another's architecture still to be learnt that is worth the lawyers. Judgement.
        const WORTH_DISSECTING: f64 = 0.1;
        let c = &w.company[i];
        let mut lesson = R::zero();
        for (_, other) in w.companies().iter().enumerate().filter(|(j, _)| *j != i) {
            lesson = lesson.max(other.leaked.info * (other.leaked.know_how - c.know_how).positive());
        }
        lesson.gt(R::of(WORTH_DISSECTING)) & c.dissect_until.lt(w.month())
    },
    does |w, _p, i, m, x| {
        /// Two quarters; the replication of o1 in R1 took 130 days (METR's release dates). Judgement.
        const DISSECT_MONTHS: f64 = 6.0;
        let until = w.month() + x * DISSECT_MONTHS;
        let c = &mut w.company[i];
        c.dissect_until = m.pick(until, c.dissect_until);
    }

    /// Launch now
    ///
    /// Launch what the laboratory has, ready or not; for half a year the product is less safe.
    LaunchNow = "launch-now", news Launch 2 "{company} launches early, ready or not", costs 0.2, after 0.0, amount 1.0 "×", from "Pre-emption: Fudenberg & Tirole (1985)",
    by |s| s.eager,
    rule |w, _p, see, i| {
        /// A company feels behind when the best product is this much ahead of its own, doublings. Judgement.
        const FELT_BEHIND: f64 = 0.3;
        /// And launches early if its laboratory is this much ahead of its own product, doublings. Judgement.
        const LAUNCHABLE: f64 = 0.6;
        let c = &w.company[i];
        let behind = see.launched.gt(c.launched + FELT_BEHIND);
        behind & (c.capability - c.launched).gt(R::of(LAUNCHABLE))
    },
    does |w, _p, i, m, x| {
        product::launch(w, i, m);
        let until = w.month() + x * RUSH_MONTHS;
        let c = &mut w.company[i];
        c.rush_until = m.pick(until, c.rush_until);
    }

    /// Hold launches
    ///
    /// Launch nothing for a quarter.
    Hold = "hold", news Response 1 "{company} holds its launches for a quarter", costs 0.0, after 0.0, amount 1.0 "× a quarter", from "Postponed launches",
    by |s| s.careful,
    rule |w, _p, _see, i| {
        let c = &w.company[i];
        let unsafe_now = (c.launched - c.safety).gt(R::one());
        unsafe_now & c.hold_until.lt(w.month())
    },
    does |w, _p, i, m, x| {
        /// A quarter, by definition.
        const HOLD_MONTHS: f64 = 3.0;
        let until = w.month() + x * HOLD_MONTHS;
        let c = &mut w.company[i];
        c.hold_until = m.pick(until, c.hold_until);
    }

    /// Open the weights
    ///
    /// Publish the weights: developers come, others serve the model, most usage revenue is gone.
    OpenWeights = "open-weights", news Opening 3 "{company} opens its weights", costs 0.1, after 1.0, amount 0.5 "openness", from "Llama 2, July 2023",
    by |s| s.openness == OPEN_WEIGHTS,
    rule |w, _p, _see, i| {
        let c = &w.company[i];
        let launched = (c.last_launch - w.month()).abs().lt(R::of(JUST_LAUNCHED));
        c.openness.lt(R::of(OPEN_WEIGHTS)) & (launched | c.leaked.info.gt(R::zero()))
    },
    does |w, p, i, m, _x| { open(w, p, i, m, OPEN_WEIGHTS); }

    /// Open everything
    ///
    /// Publish weights, code and recipes: the community builds along, rivals learn, the standard is within reach, even less usage revenue stays.
    FullOpen = "full-open", news Opening 3 "{company} opens everything: weights, code and recipes", costs 0.2, after 2.0, amount 1.0 "openness", from "Fully open releases; Mladenovic, Courville & Gidel (2026)",
    by |s| s.openness == 1.0,
    rule |w, _p, _see, i| {
        let c = &w.company[i];
        let launched = (c.last_launch - w.month()).abs().lt(R::of(JUST_LAUNCHED));
        c.openness.lt(R::one()) & (launched | c.leaked.info.gt(R::zero()))
    },
    does |w, p, i, m, _x| { open(w, p, i, m, 1.0); }

    /// Close again
    ///
    /// Serve new models only as a closed product: usage revenue is the company's own again, some developers take offence.
    Reclose = "reclose", news Opening 3 "{company} closes its models again", costs 0.1, after 3.0, amount 0.0 "openness", from "Llama to closed models: press reports of 2025–26",
    by |_| true,
    rule |w, _p, see, i| {
        /// Months without cash after which an open company closes. Judgement.
        const BROKE_MONTHS: f64 = 3.0;
        let c = &w.company[i];
        let strategy = &STRATEGIES[c.strategy];
        let stranger = truth::<R>(strategy.openness == 0.0);
        let broke = c.months_broke.gt(R::of(BROKE_MONTHS));
        c.openness.gt(R::zero()) & (stranger | broke)
    },
    does |w, _p, i, m, x| {
        /// Developers lost, share of its own. Judgement.
        const DEVELOPERS_OFFENDED: f64 = 0.15;
        let c = &mut w.company[i];
        c.openness = m.pick(c.openness.min(x), c.openness);
        c.developers = m.pick(c.developers * (1.0 - DEVELOPERS_OFFENDED), c.developers);
        w.settle_developers(m);
    }

    /// Turn research to efficiency
    ///
    /// Move five percent of R&D from scale to inference efficiency and the new architecture.
    ShiftToEfficiency = "shift-efficiency", news Response 1 "{company} turns its research to efficiency and the new architecture", costs 0.0, after 1.0, amount 0.05 "share of R&D", from "Answers to DeepSeek (2025)",
    by |_| true,
    rule |w, _p, see, i| {
        /// The best rival serves this many doublings more work per dollar. Judgement.
        const OUTPACED: f64 = 1.2;
        /// Or this share of the new architecture has leaked that the company does not know. Judgement.
        const TAUGHT: f64 = 0.5;
        /// It stops here, share of R&D. Judgement.
        const TURNED: f64 = 0.35;
        let c = &w.company[i];
        let ahead = see.efficiency - c.efficiency;
        let taught = see.leaked_know_how - c.know_how;
        let behind = ahead.gt(R::of(OUTPACED)) | taught.gt(R::of(TAUGHT));
        behind & c.efficiency_share.lt(R::of(TURNED))
    },
    does |w, _p, i, m, x| {
        let c = &mut w.company[i];
        c.efficiency_share = m.pick((c.efficiency_share + x).clamp(0.0, const { highest(PARAMS, "efficiency_share") }), c.efficiency_share);
    }

    /// Turn research to agents
    ///
    /// Move five percent of R&D from scale to reliability: the 80 % and 95 % horizons grow.
    ShiftToAgents = "shift-agents", news Response 1 "{company} turns its research to reliable agents", costs 0.0, after 1.0, amount 0.05 "share of R&D", from "Agent teams of 2026",
    by |_| true,
    rule |w, _p, see, i| {
        /// The best rival's success curve is steeper by this, per doubling. Judgement.
        const LESS_RELIABLE: f64 = 0.03;
        /// It stops here, share of R&D. Judgement.
        const TURNED: f64 = 0.1;
        let c = &w.company[i];
        let less_reliable = see.slope.gt(c.slope + LESS_RELIABLE);
        less_reliable & c.agents_share.lt(R::of(TURNED))
    },
    does |w, _p, i, m, x| {
        let c = &mut w.company[i];
        c.agents_share = m.pick((c.agents_share + x).clamp(0.0, const { highest(PARAMS, "agents_share") }), c.agents_share);
    }

    /// Safety push
    ///
    /// A quarter of a doubling of safety at once and an outside audit; launches wait two months, trust grows.
    SafetyPush = "safety-push", news Response 2 "{company} pauses for an outside safety audit", costs 0.4, after 0.0, amount 0.25 "doublings", from "Voluntary audits of AI laboratories",
    by |s| s.careful,
    rule |w, _p, _see, i| {
        /// The product outruns its safety by this many doublings. Judgement.
        const OUTRUN: f64 = 0.5;
        /// Or trust, 0–1, has fallen below this. Judgement.
        const DISTRUSTED: f64 = 0.45;
        let c = &w.company[i];
        (c.launched - c.safety).gt(R::of(OUTRUN)) | c.trust.lt(R::of(DISTRUSTED))
    },
    does |w, _p, i, m, x| {
        /// Months for which launches wait for the audit. Judgement.
        const AUDIT_MONTHS: f64 = 2.0;
        /// Trust, 0–1, that the audit wins per doubling of safety. Judgement.
        const AUDIT_TRUST: f64 = 0.2;
        let until = w.month() + AUDIT_MONTHS;
        let c = &mut w.company[i];
        c.safety += m.pick(x, R::zero());
        c.trust = m.pick((c.trust + x * AUDIT_TRUST).at_most(TRUST_MAX), c.trust);
        c.hold_until = m.pick(c.hold_until.max(until), c.hold_until);
    }

    /// Cut the price
    ///
    /// Sell a fifth cheaper; the cut comes out of the margin and fades within a year.
    CutPrice = "cut-price", news Response 2 "{company} cuts its prices by a fifth", costs 0.0, after 0.0, amount 0.2 "log price", from "Price cuts of 2024–26",
    by |s| s.eager,
    rule |w, _p, see, i| {
        /// A company is dear this far above the mean, log price. Judgement.
        const DEAR: f64 = 0.25;
        /// And can afford a cut with a gross margin above this share. Judgement.
        const AFFORDABLE_MARGIN: f64 = 0.4;
        let c = &w.company[i];
        let dear = c.log_price.gt(see.mean_log_price + DEAR);
        dear & c.margin.gt(R::of(AFFORDABLE_MARGIN))
    },
    does |w, _p, i, m, x| {
        let c = &mut w.company[i];
        c.discount = m.pick((c.discount + x).clamp(0.0, DISCOUNT_MAX), c.discount);
    }

    /// Spend on the ecosystem
    ///
    /// Money for developers, partners and events, in proportion to the research budget; the name gains, less the more it already has.
    CourtDevelopers = "court-developers", news Response 1 "{company} spends heavily on developers", costs 1.0, after 1.0, amount 0.1 "utils", from "Developer programmes",
    by |s| s.openness > 0.0,
    rule |w, _p, _see, i| {
        /// It is content with this share of developers. Judgement.
        const CONTENT: f64 = 0.25;
        let c = &w.company[i];
        let rich = c.cash.gt(c.budget);
        rich & c.developers.lt(R::of(CONTENT))
    },
    does |w, _p, i, m, x| {
        let c = &mut w.company[i];
        let room = (c.earned_brand * (1.0 / BRAND_MAX)).one_minus().positive();
        c.earned_brand += m.pick(x * room, R::zero());
    }

    /// Join a common standard
    ///
    /// Support the interfaces others use: developers can serve several ecosystems, and some come over.
    JoinStandard = "join-standard", news Response 1 "{company} joins the common interfaces", costs 0.05, after 2.0, amount 0.03 "multi-homing", from "Agent protocols of 2025",
    by |_| true,
    rule |w, _p, see, i| {
        /// A share of developers that is too small to go it alone. Judgement.
        const SMALL_SHARE: f64 = 0.08;
        /// And the share of another whose interfaces are worth joining. Judgement.
        const LARGE_SHARE: f64 = 0.35;
        let c = &w.company[i];
        let led = see.developers.gt(R::of(LARGE_SHARE));
        c.developers.lt(R::of(SMALL_SHARE)) & led
    },
    does |w, _p, i, m, x| {
        /// Developers who come over, relative to its own. Judgement.
        const JOINED: f64 = 1.1;
        w.shared_homes += m.pick(x, R::zero());
        let c = &mut w.company[i];
        c.developers = m.pick(c.developers * JOINED, c.developers);
        w.settle_developers(m);
    }

    /// Raise capital
    ///
    /// Sell shares for five percent of the valuation, at the market's mood.
    RaiseCapital = "raise-capital", news Response 1 "{company} sells shares while they are dear", costs 0.0, after 1.0, amount 0.05 "× valuation", from "Rounds in press reports of 2025–26",
    by |_| true,
    rule |w, p, _see, i| {
        /// Shares are dear this far above their fundamental value, log. Judgement.
        const DEAR: f64 = 0.25;
        let c = &w.company[i];
        let high = (p.narrative_effect * w.deviation[0] + c.mispricing).gt(R::of(DEAR));
        high & c.cash.lt(c.budget * CASH_YEARS)
    },
    does |w, _p, i, m, x| {
        /// New shares lower the price by this, log per share of the valuation raised. Judgement.
        const DILUTION: f64 = 0.2;
        let c = &mut w.company[i];
        let raised = m.pick(c.business_value() * x, R::zero());
        c.cash += raised;
        c.raised += raised;
        c.mispricing = m.pick(c.mispricing - x * DILUTION, c.mispricing);
    }

    /// Tell investors a story
    ///
    /// Lift the price now; if revenue does not follow within half a year, more is lost than was gained.
    TellStory = "tell-story", news Response 1 "{company} tells investors a story", costs 0.05, after 0.0, amount 0.05 "log", from "Investor days",
    by |s| s.eager,
    rule |w, _p, _see, i| {
        let c = &w.company[i];
        c.mispricing.lt(R::of(PUNISHED))
    },
    does |w, _p, i, m, x| {
        let due = w.month() + investors::STORY_MONTHS;
        let c = &mut w.company[i];
        c.mispricing += m.pick(x, R::zero());
        c.story_revenue = m.pick(c.revenue, c.story_revenue);
        c.story_due = m.pick(due, c.story_due);
        investors::swing(w, m, x);
    }

    /// Publish verifiable metrics
    ///
    /// Show audited figures and benchmarks: mispricing of either sign halves, and the whole market looks more at fundamentals.
    PublishMetrics = "publish-metrics", news Response 1 "{company} publishes audited figures", costs 0.02, after 1.0, amount 0.5 "share", from "Audited disclosures",
    by |_| true,
    rule |w, _p, _see, i| {
        let c = &w.company[i];
        c.mispricing.lt(R::of(PUNISHED))
    },
    does |w, p, i, m, x| {
        let c = &mut w.company[i];
        c.mispricing = m.pick(c.mispricing * x.one_minus(), c.mispricing);
        investors::verify(w, p, m, R::one());
    }

    /// Reassure partners
    ///
    /// Visit the enterprises that depend on the company; some of the trust that a leak or an incident cost returns.
    ReassurePartners = "reassure-partners", news Response 1 "{company} reassures its partners", costs 0.05, after 0.0, amount 0.03 "trust", from "Incident response",
    by |_| true,
    rule |w, p, _see, i| {
        /// Trust, 0–1, that is missed once it is this far below its level. Judgement.
        const MISSED: f64 = 0.05;
        let c = &w.company[i];
        c.trust.lt(p.trust_level - MISSED)
    },
    does |w, p, i, m, x| {
        let c = &mut w.company[i];
        let better = (c.trust + x).min(p.trust_level.max(c.trust));
        c.trust = m.pick(better, c.trust);
    }

    /// Lobby
    ///
    /// Talk to regulators, so that new rules come later.
    Lobby = "lobby", news Response 1 "{company} lobbies against new rules", costs 0.1, after 1.0, amount 0.3 "log hazard", from "Lobby registers",
    by |s| s.eager,
    rule |w, _p, _see, i| {
        /// Stringency of the rules, 0–1, that a company minds. Judgement.
        const STRICT: f64 = 0.4;
        w.stringency.gt(R::of(STRICT))
    },
    does |w, _p, _i, m, x| { w.lobbying = m.pick((w.lobbying - x).clamp(-1.0, 1.0), w.lobbying); }

    /// Stage a leak as a signal
    ///
    /// Let documents out on purpose, so that the market learns of the project before it is ready.
    StageLeak = "stage-leak", news Leak 3 "Documents of {company}'s project appear; insiders call it a signal", costs 0.02, after 0.0, amount 0.25 "share of the project", from "The debate on whether the Meta Agent leak was staged",
    by |s| s.id == "hold",
    rule |w, _p, _see, i| {
        /// There is this share of an architecture to show. Judgement.
        const WORTH_SHOWING: f64 = 0.8;
        /// Of which at most this share has been launched, or has leaked. Judgement.
        const STILL_SECRET: f64 = 0.2;
        /// And investors think too little of the company, log. Judgement.
        const UNDERRATED: f64 = -0.1;
        let c = &w.company[i];
        let ready = c.know_how.gt(R::of(WORTH_SHOWING)) & c.launched_know_how.lt(R::of(STILL_SECRET));
        ready & c.leaked.info.lt(R::of(STILL_SECRET)) & c.mispricing.lt(R::of(UNDERRATED))
    },
    does |w, p, i, m, x| {
        leak::strike(w, p, i, m, x, truth::<R>(false));
        let c = &mut w.company[i];
        c.mispricing += m.pick(p.signal_reaction, R::zero());
        c.assessed = m.pick(R::one(), c.assessed);
    }

    /// Own it
    ///
    /// Publish under the company's own name what leaked: developers come to try it, trust grows, and rivals read more of it.
    OwnIt = "own-it", news Response 2 "{company} publishes what leaked under its own name", costs 0.05, after 0.0, amount 0.25 "share of the project", from "Llama 2 after the LLaMA leak",
    by |_| false,
    rule |_w, _p, _see, _i| truth::<R>(false),
    does |w, p, i, m, x| { leak::own(w, p, i, m, x); }

    /// Call it a signal
    ///
    /// Say that the leak was meant: investors hear a strategy instead of an accident, partners hear that secrets are not safe here.
    CallItSignal = "call-it-a-signal", news Response 2 "{company} says that the leak was meant", costs 0.0, after 0.0, amount 1.0 "×", from "The Meta Agent debate",
    by |_| false,
    rule |_w, _p, _see, _i| truth::<R>(false),
    does |w, p, i, m, x| { leak::call_a_signal(w, p, i, m, x); }

    /// Crash programme
    ///
    /// Spend three tenths more on research at once, out of cash; within a year the budget is back at what can be afforded. Meanwhile nobody minds safety: for half a year the product is less safe.
    CrashProgramme = "crash-programme", news Response 2 "{company} starts a crash programme of research", costs 1.0, after 0.0, amount 0.3 "× budget", from "“Code red” at Google (2022) and OpenAI (2025), in press reports",
    by |_| false,
    rule |_w, _p, _see, _i| truth::<R>(false),
    does |w, _p, i, m, x| {
        let rushed = w.month() + RUSH_MONTHS;
        let c = &mut w.company[i];
        c.budget += m.pick(c.budget * x, R::zero());
        c.rush_until = m.pick(rushed, c.rush_until);
    }
}

/// How many actions there are.
pub const ACTION_COUNT: usize = ACTIONS.len();
const _: () = assert!(ACTION_COUNT <= u32::BITS as usize);

impl Action {
    /// Its row in the table.
    pub fn row(self) -> &'static ActionRow {
        &ACTIONS[self as usize]
    }

    /// Orders the action where `m` is true: it is paid at once and takes effect after its delay.
    pub fn order<R: Real>(self, w: &mut World<R>, i: usize, m: R::Mask) {
        let row = self.row();
        let c = &mut w.company[i];
        c.cash += m.pick(R::of(-row.cost), R::zero());
        self.schedule(w, i, m);
    }

    /// Lets an action that was paid for take effect after its delay, where `m` is true.
    pub fn schedule<R: Real>(self, w: &mut World<R>, i: usize, m: R::Mask) {
        let row = self.row();
        let now = w.month();
        let c = &mut w.company[i];
        let place = self as usize;
        c.due[place] = m.pick(now + row.delay, c.due[place]);
        c.ready[place] = m.pick(now + COOL_DOWN_MONTHS, c.ready[place]);
        c.pending |= 1 << place;
    }

    /// Lets the action take effect at once where `m` is true and the race goes on, with strength `x`, and records it.
    #[inline(never)]
    pub fn take_effect<R: Real>(self, w: &mut World<R>, p: &Params<R>, i: usize, m: R::Mask, x: R) {
        let m = m & !w.has_ended();
        self.change(w, p, i, m, x);
        w.record(Happening::Action(self), i, m);
    }
}

/// Lets every action that is due this month take effect.
#[inline(never)]
pub fn step<R: Real>(w: &mut World<R>, p: &Params<R>) {
    let now = w.month();
    for i in 0..w.count {
        // Most months nothing is pending. The lowest bit comes first: actions take effect in the order of the table.
        let mut pending = w.company[i].pending;
        while pending != 0 {
            let place = pending.trailing_zeros() as usize;
            pending &= pending - 1;
            let due = w.company[i].due[place];
            let m = due.same(now);
            if !m.any() {
                continue;
            }
            let row = &ACTIONS[place];
            row.action.take_effect(w, p, i, m, R::of(row.amount));
            let c = &mut w.company[i];
            c.due[place] = m.pick(R::of(NEVER), c.due[place]);
            if !c.due[place].gt(now).any() {
                c.pending &= !(1 << place);
            }
        }
    }
}
