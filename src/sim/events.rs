//! TABLE: what chance may do to companies: how often, how strongly, and what it changes.
//!
//! Leaks, launches, incidents and rules have hazards of their own in their sectors; their rows here say what a script
//! may ask for and what the news calls them. All other hazards stand in this table. Each event is drawn from its own
//! stream of luck, for every company or once for all. Shocks to the price of compute, to capital and to opinion then
//! fade over SHOCK_YEARS year.
//!
//! ```math
//! Pr("event") = 1 − exp(−u λ_event Δt)
//! ```
//!
//! ```symbols
//! λ_event  hazard of the event, per year, in the table of events
//! u  surprise_rate
//! ```

use super::happenings::{Happening, News, Topic};
use super::leak;
use super::params::Params;
use super::table::{Grade, only_told};
use super::world::{ALL_COMPANIES, World};
use crate::num::{Mask, Real};

/// Whom an event befalls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// One company; drawn for each.
    One,
    /// All companies; drawn once.
    All,
}

/// One event.
#[derive(Clone, Copy, Debug)]
pub struct EventRow {
    pub event: Event,
    /// Its name in scripts.
    pub id: &'static str,
    pub label: &'static str,
    pub help: &'static str,
    pub news: News,
    pub scope: Scope,
    /// Expected number per year (per company, if [`Scope::One`]) before the rate of surprises multiplies it;
    /// 0 for what only its sector or a script brings.
    pub hazard: f64,
    /// The usual strength, and its unit.
    pub amount: f64,
    pub unit: &'static str,
    pub grade: Grade,
    pub source: &'static str,
}

macro_rules! events {
    ($(
        #[doc = $label:literal] #[doc = $blank:literal] $(#[doc = $help:literal])+
        $name:ident = $id:literal, news $topic:ident $weight:literal $news:literal for $scope:ident, hazard $hazard:literal, amount $amount:literal $unit:literal,
        $grade:ident $source:literal,
        when |$ww:ident, $wi:ident| $when:expr,
        then |$w:ident, $p:ident, $i:ident, $m:ident, $x:ident| $then:block
    )+) => {
        /// What may happen.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Event { $( #[doc = $label] $name ),+ }

        /// Every event, by number.
        pub const EVENTS: &[EventRow] = &[$(EventRow {
            event: Event::$name, id: $id, label: $label.trim_ascii(), help: only_told(concat!($($help),+).trim_ascii()), news: News { topic: Topic::$topic, weight: $weight, text: $news },
            scope: Scope::$scope, hazard: $hazard, amount: $amount, unit: $unit,
            grade: Grade::$grade, source: only_told($source),
        }),+];

        impl Event {
            /// Where the event can befall company `i`.
            fn possible<R: Real>(self, w: &World<R>, i: usize) -> R::Mask {
                match self { $(Event::$name => { let ($ww, $wi) = (w, i); let _ = ($ww, $wi); $when }),+ }
            }
            /// Changes the world where `m` is true.
            fn change<R: Real>(self, w: &mut World<R>, p: &Params<R>, i: usize, m: R::Mask, x: R) {
                match self { $(Event::$name => {
                    let ($w, $p, $i, $m, $x) = (w, p, i, m, x);
                    let _ = (&$w, &$p, &$i, &$m, &$x);
                    $then
                }),+ }
            }
        }
    };
}

/// True everywhere.
fn always<R: Real>() -> R::Mask {
    R::Mask::all_of(true)
}

events! {
    /// Documents leak
    ///
    /// Plans and results of the company's secret project become public.
    LeakDocuments = "leak-documents", news Leak 3 "Documents from {company}'s secret agent project leak" for One, hazard 0.0, amount 0.25 "share of the project", J "Half of known leaks: the mix of kinds in “Parameters”",
    when |_w, _i| always::<R>(), then |w, p, i, m, x| { leak::strike(w, p, i, m, x, R::Mask::all_of(false)); }

    /// Code leaks
    ///
    /// Source code of the company's secret project becomes public.
    LeakCode = "leak-code", news Leak 3 "Code of {company}'s secret agent project leaks" for One, hazard 0.0, amount 0.5 "share of the project", V "Claude Code source map, March 2026",
    when |_w, _i| always::<R>(), then |w, p, i, m, x| { leak::strike(w, p, i, m, x, R::Mask::all_of(false)); }

    /// Weights leak
    ///
    /// The weights of the company's model become public and anyone can run them.
    LeakWeights = "leak-weights", news Leak 3 "{company}'s weights leak: anyone can run the model" for One, hazard 0.0, amount 0.6 "share of the project", V "LLaMA (2023)",
    when |_w, _i| always::<R>(), then |w, p, i, m, x| { leak::strike(w, p, i, m, x, always::<R>()); }

    /// Everything leaks
    ///
    /// Documents, code and weights become public at once.
    LeakEverything = "leak-everything", news Leak 3 "Everything leaks at {company}: documents, code and weights" for One, hazard 0.0, amount 0.9 "share of the project", J "Rare",
    when |_w, _i| always::<R>(), then |w, p, i, m, x| { leak::strike(w, p, i, m, x, always::<R>()); }

    /// A leak comes to light
    ///
    /// A leak that rivals had used in secret becomes public: investors react, and partners lose trust.
    LeakDisclosed = "leak-disclosed", news Leak 2 "It comes out that {company} had leaked, and that rivals knew" for One, hazard 0.0, amount 1.0 "×", J "Undetected leaks come out sooner or later",
    when |w, i| w.company[i].leaked.hidden_distrust.gt(R::zero()), then |w, _p, i, m, x| { leak::disclose(w, i, m, x); }

    /// Flagship launch
    ///
    /// The company launches what its laboratory has.
    Launch = "launch", news Launch 1 "{company} launches" for One, hazard 0.0, amount 1.0 "×", V "METR: release dates of flagship models",
    when |_w, _i| always::<R>(), then |w, _p, i, m, _x| { super::product::launch(w, i, m); }

    /// Flop
    ///
    /// The launch disappoints: the name suffers and investors mark the company down.
    Flop = "flop", news Launch 2 "{company}'s launch flops" for One, hazard 0.0, amount 1.0 "×", M "Alphabet, 8 Feb 2023: −7.7 %",
    when |_w, _i| always::<R>(), then |w, p, i, m, x| {
        /// Earned name that a flop costs, utils. Judgement.
        const FLOP_BRAND: f64 = 0.05;
        let c = &mut w.company[i];
        c.mispricing += m.pick(p.flop_reaction * x, R::zero());
        c.earned_brand += m.pick(x * -FLOP_BRAND, R::zero());
    }

    /// Efficiency breakthrough
    ///
    /// The company finds a far cheaper way to serve its models.
    EfficiencyShock = "efficiency-shock", news Launch 2 "{company} finds a far cheaper way to serve its models" for One, hazard 0.03, amount 1.5 "doublings", V "DeepSeek (2025)",
    when |_w, _i| always::<R>(), then |w, p, i, m, x| {
        w.company[i].efficiency += m.pick(x, R::zero());
        super::investors::shock(w, p, i, m, x);
    }

    /// Capability jump
    ///
    /// A result in the laboratory puts the company ahead of its trend.
    CapabilityJump = "capability-jump", news Launch 2 "A jump at {company}: its laboratory is ahead of its trend" for One, hazard 0.05, amount 0.5 "doublings", J "Jumps between successive flagships",
    when |_w, _i| always::<R>(), then |w, _p, i, m, x| { w.company[i].capability += m.pick(x, R::zero()); }

    /// Revaluation
    ///
    /// Investors change their mind about one company.
    Revaluation = "revaluation", news Market 2 "Investors think again about {company}" for One, hazard 0.0, amount 0.02 "log", V "Nvidia, 27 January 2025",
    when |_w, _i| always::<R>(), then |w, _p, i, m, x| { w.company[i].mispricing += m.pick(x, R::zero()); }

    /// Licence change
    ///
    /// An open company narrows its licence, and some developers leave.
    LicenceChange = "licence-change", news Opening 2 "{company} narrows its licence, and developers grumble" for One, hazard 0.05, amount 0.25 "openness", M "Licence changes of 2018–23",
    when |w, i| w.company[i].is_open(), then |w, _p, i, m, x| {
        /// Developers lost, share of its own. Judgement.
        const DEVELOPERS_GRUMBLED: f64 = 0.05;
        let c = &mut w.company[i];
        c.openness = m.pick((c.openness - x).at_least(super::world::OPEN_WEIGHTS), c.openness);
        c.developers = m.pick(c.developers * (1.0 - DEVELOPERS_GRUMBLED), c.developers);
        w.settle_developers(m);
    }

    /// Incident
    ///
    /// An agent does something it must not: noticed, attributed, soon forgotten.
    Incident = "incident", news Incident 0 "An agent of {company} does something it must not" for One, hazard 0.0, amount 1.0 "×", J "Drawn in “Incidents”",
    when |_w, _i| always::<R>(), then |_w, _p, _i, _m, _x| {}

    /// Serious incident
    ///
    /// An agent harms customers; trust falls and the public takes note.
    SeriousIncident = "serious-incident", news Incident 1 "Serious incident: an agent of {company} harms customers" for One, hazard 0.0, amount 1.0 "×", V "Meta's internal agent, March 2026",
    when |_w, _i| always::<R>(), then |w, p, i, m, x| { super::safety::harm(w, p, i, m.pick(x, R::zero()), R::zero()); }

    /// Severe incident
    ///
    /// An agent causes damage that everyone hears of: trust collapses, concern jumps, rules follow.
    SevereIncident = "severe-incident", news Incident 3 "Severe incident at {company}: trust collapses" for One, hazard 0.0, amount 1.0 "×", J "No precedent of this size",
    when |_w, _i| always::<R>(), then |w, p, i, m, x| {
        super::safety::harm(w, p, i, R::zero(), m.pick(x, R::zero()));
        w.alarm = w.alarm | m;
    }

    /// New rule
    ///
    /// Regulators tighten the rules for everyone.
    NewRule = "new-rule", news Regulation 2 "Regulators tighten the rules for everyone" for All, hazard 0.0, amount 1.0 "× usual size", V "EU AI Act: duties of August 2025 and 2026",
    when |_w, _i| always::<R>(), then |w, p, _i, m, x| { super::regulation::tighten(w, p, m, x); }

    /// Fine
    ///
    /// A regulator fines the company three percent of its revenue.
    Fine = "fine", news Regulation 2 "{company} is fined three percent of its revenue" for One, hazard 0.02, amount 1.0 "× 3 % of revenue", V "EU AI Act, in force since August 2026",
    when |_w, _i| always::<R>(), then |w, _p, i, m, x| {
        /// Share of yearly revenue: the ceiling for general-purpose models in the EU's AI Act (2024), article 101.
        const FINE_SHARE: f64 = 0.03;
        /// Investors mark a fined company down by this, log. Judgement.
        const FINE_REACTION: f64 = -0.02;
        let c = &mut w.company[i];
        c.cash += m.pick(c.revenue * x * -FINE_SHARE, R::zero());
        c.mispricing += m.pick(x * FINE_REACTION, R::zero());
    }

    /// Moratorium
    ///
    /// No one may launch for half a year.
    Moratorium = "moratorium", news Regulation 3 "Moratorium: nobody may launch for half a year" for All, hazard 0.005, amount 1.0 "× half a year", J "Proposed, never enacted",
    when |w, _i| {
        /// Only where the rules are stricter than this, 0–1. Judgement.
        const STRICT: f64 = 0.4;
        w.stringency.gt(R::of(STRICT))
    }, then |w, _p, _i, m, x| {
        /// Half a year, as in calls for a pause of at least six months (Future of Life Institute, 2023).
        const MORATORIUM_MONTHS: f64 = 6.0;
        w.pause_until = m.pick(w.month() + x * MORATORIUM_MONTHS, w.pause_until);
    }

    /// Compute becomes dear
    ///
    /// Chips or power are short: the same budget buys less research.
    ComputeShock = "compute-shock", news Market 2 "Compute becomes dear: the same budget buys less research" for All, hazard 0.1, amount 0.3 "log price", J "Supply shocks of 2021–24",
    when |_w, _i| always::<R>(), then |w, _p, _i, m, x| { w.compute_price += m.pick(x, R::zero()); }

    /// Capital becomes scarce
    ///
    /// Funding rounds are postponed everywhere.
    FundingShock = "funding-shock", news Market 2 "Capital becomes scarce: rounds are postponed everywhere" for All, hazard 0.08, amount 1.0 "log scarcity", J "Venture funding fell by half in 2022",
    when |_w, _i| always::<R>(), then |w, _p, _i, m, x| { w.scarcity += m.pick(x, R::zero()); }

    /// Swing of the narrative
    ///
    /// The market's story about AI turns, up or down.
    HypeShock = "hype-shock", news Market 2 "The market's story about AI turns" for All, hazard 0.05, amount -0.6 "deviation", J "Nvidia, 27 January 2025, was one; a positive amount is euphoria",
    when |_w, _i| always::<R>(), then |w, _p, _i, m, x| { super::investors::swing(w, m, x); }

    /// Talent raid
    ///
    /// The company hires a team away from whoever is ahead, and with it some of what they know.
    TalentRaid = "talent-raid", news Response 1 "{company} hires a team away from the leader" for One, hazard 0.1, amount 0.2 "share of the lead", M "Hiring of 2025: press reports of 2025–26",
    when |_w, _i| always::<R>(), then |w, _p, i, m, x| {
        let ahead = w.best(|c| c.capability);
        let knows = w.best(|c| c.know_how);
        let c = &mut w.company[i];
        c.capability += m.pick((ahead - c.capability).positive() * x, R::zero());
        c.know_how += m.pick((knows - c.know_how).positive() * x, R::zero());
    }

    /// Standards body
    ///
    /// Companies agree on common interfaces: developers can serve several ecosystems at once.
    StandardsBody = "standards-body", news Ecosystem 2 "Companies agree on common interfaces for agents" for All, hazard 0.05, amount 0.1 "multi-homing", J "Agent protocols of 2025",
    when |_w, _i| always::<R>(), then |w, _p, _i, m, x| { w.shared_homes += m.pick(x, R::zero()); }

    /// Partnership
    ///
    /// A large partner builds on the company, and developers follow.
    Partnership = "partnership", news Ecosystem 2 "A large partner builds on {company}" for One, hazard 0.08, amount 0.15 "× developer share", J "Distribution deals",
    when |_w, _i| always::<R>(), then |w, _p, i, m, x| {
        let c = &mut w.company[i];
        c.developers = m.pick(c.developers * (x + 1.0), c.developers);
        w.settle_developers(m);
    }

    /// Distillation dispute
    ///
    /// Frontier companies close their services to rivals who learn from them, for a year.
    DistillationDispute = "distillation-dispute", news Ecosystem 2 "Frontier companies shut out those who learn from their services" for All, hazard 0.06, amount 1.0 "× a year", M "Disputes after DeepSeek (2025)",
    when |_w, _i| always::<R>(), then |w, _p, _i, m, x| {
        /// A year. Judgement.
        const CURB_MONTHS: f64 = 12.0;
        w.curb_until = m.pick(w.month() + x * CURB_MONTHS, w.curb_until);
    }

    /// Court takedown
    ///
    /// A court orders copies of a leak removed; mirrors persist.
    CourtTakedown = "court-takedown", news Leak 2 "A court orders copies of {company}'s leak removed; mirrors persist" for One, hazard 0.1, amount 0.1 "share removed", J "LLaMA (2023) and Claude Code (2026): mirrors persist",
    when |w, i| {
        /// No court is bothered with less, share of the project. Judgement.
        const WORTH_A_COURT: f64 = 0.05;
        w.company[i].leaked.info.gt(R::of(WORTH_A_COURT))
    }, then |w, _p, i, m, x| { leak::take_down(w, i, m, x); }

    /// A standard is set
    ///
    /// One ecosystem has held the developers for a year: it is the de-facto standard.
    StandardSet = "standard-set", news Standard 3 "{company} sets the standard: its ecosystem has held the developers for a year" for One, hazard 0.0, amount 1.0 "×", J "PyTorch and Android, see “Back-casts”",
    when |_w, _i| always::<R>(), then |_w, _p, _i, _m, _x| {}

    /// Doubts about spending
    ///
    /// Investors notice that the company spends more on research than it earns.
    SpendingDoubts = "spending-doubts", news Market 2 "Investors doubt {company}: it spends more on research than it earns" for One, hazard 0.1, amount 1.0 "×", V "Meta, 30 October 2025",
    when |w, i| w.company[i].budget.gt(w.company[i].revenue), then |w, p, i, m, x| {
        w.company[i].mispricing += m.pick(p.capex_reaction * x, R::zero());
    }

    /// Independent benchmark
    ///
    /// Somebody measures all agents alike: for a while more investors look at figures than at the story.
    Benchmark = "benchmark", news Market 1 "An independent benchmark measures all agents alike" for All, hazard 0.3, amount 1.0 "× one publication", V "METR TH1.1; Epoch (October 2025)",
    when |_w, _i| always::<R>(), then |w, p, _i, m, x| { super::investors::verify(w, p, m, x); }

    /// Catastrophe
    ///
    /// An agent does lasting harm on a large scale: all agents are withdrawn for good, and the race is over.
    Catastrophe = "catastrophe", news Incident 3 "Catastrophe: after what an agent of {company} did, agents everywhere are withdrawn for good" for One, hazard 0.0, amount 1.0 "×", J "No precedent: an option, drawn in “Incidents”",
    when |_w, _i| always::<R>(), then |w, _p, i, m, _x| { super::safety::withdraw(w, i, m); }
}

/// How many events there are.
pub const EVENT_COUNT: usize = EVENTS.len();

impl Event {
    /// Its row in the table.
    pub fn row(self) -> &'static EventRow {
        &EVENTS[self as usize]
    }

    /// Lets the event befall company `i` where `m` is true, it is possible and the race goes on, with strength `x`, and
    /// records it.
    #[inline(never)]
    pub fn befall<R: Real>(self, w: &mut World<R>, p: &Params<R>, i: usize, m: R::Mask, x: R) {
        let m = m & self.possible(w, i) & !w.has_ended();
        if !m.any() {
            return;
        }
        self.change(w, p, i, m, x);
        let place = if self.row().scope == Scope::All {
            ALL_COMPANIES
        } else {
            i
        };
        w.record(Happening::Event(self), place, m);
    }
}

/// Visits every event that chance brings, for each company or once for all (no place), in the order of the table.
#[inline(always)]
pub fn draw(companies: usize, mut visit: impl FnMut(&'static EventRow, Option<usize>)) {
    for row in EVENTS.iter().filter(|row| row.hazard > 0.0) {
        match row.scope {
            Scope::One => (0..companies).for_each(|i| visit(row, Some(i))),
            Scope::All => visit(row, None),
        }
    }
}

/// Draws all chance events of the step.
#[inline(never)]
pub fn step<R: Real>(w: &mut World<R>, p: &Params<R>) {
    let mut drawn = 0;
    draw(w.count, |row, place| {
        let chance = w.pace.event_chance[row.event as usize];
        let hit = w.noise.event(drawn).lt(chance);
        drawn += 1;
        if hit.any() {
            row.event
                .befall(w, p, place.unwrap_or(0), hit, R::of(row.amount));
        }
    });
    fade(w);
}

/// Shocks to prices, capital and opinion fade.
fn fade<R: Real>(w: &mut World<R>) {
    let kept = w.pace.shock_kept;
    w.compute_price *= kept;
    w.scarcity *= kept;
    w.lobbying *= kept;
}
