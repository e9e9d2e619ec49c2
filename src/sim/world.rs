//! The state of one moment, in one future or in eight.
//!
//! Capability, efficiency and safety are measured in doublings, so that a constant rate of growth is a straight line.
//! Capability is the length of software task that an agent finishes half the time, as the binary logarithm of its
//! minutes.
//!
//! ```symbols
//! i, j, k  companies
//! d  domains of work: software development, customer service, content creation, personal assistance
//! t  years since the first day
//! Δt  length of a step in years: a month
//! a_i  capability inside the laboratory, log2 minutes
//! c_i  capability of the launched product, log2 minutes
//! e_i  inference efficiency, doublings of work per dollar since the start
//! n_i  mastery of the new architecture inside the laboratory, 0–1
//! v_i  mastery of the new architecture in the launched product, 0–1
//! s_i  safety, on the scale of capability
//! b_i  slope of the success curve, per doubling of task length
//! B_i  R&D budget, billion dollars a year
//! x_{i,cap}, x_{i,eff}, x_{i,agt}, x_{i,saf}, x_{i,sec}  shares of R&D: capability, efficiency, agents, safety, security
//! o_i  openness: 0 closed, ½ open weights, 1 everything open
//! ω_i  open fraction: 0 closed, 1 where the weights are open, a straight line between
//! h_{i,d}  horizon in a domain, log2 minutes
//! z_{i,d}  position on the scale of stages: below 0 a toy, from 0 a tool, from 1 a colleague, at 2 a proxy; without i the best of the companies
//! D_i  share of developers
//! Q_{i,d}  share of the users in a domain
//! Q̄_i  mean share of users over the domains
//! F_d  adoption: share of potential users who use agents
//! T_i  trust, 0–1
//! m_i  gross margin
//! R_i  revenue, billion dollars a year
//! K_i  income from complements (ads, cloud, devices), billion dollars a year
//! C_i  cash, billion dollars
//! Φ_i  fundamental value, billion dollars
//! V_i  valuation, billion dollars
//! y_i  log mispricing of the company alone
//! X  the market's narrative: the deviation from fundamentals that is in every price
//! P  public concern
//! G  stringency of regulation, 0–1
//! H  excitation by serious and severe incidents, incidents a year
//! ℓ_i  information: how much of the leaked snapshot outsiders can rebuild, 0–1
//! a_i^ℓ, e_i^ℓ, n_i^ℓ  the leaked snapshot: capability, efficiency and mastery on the day of the leak
//! w_i^ℓ  capability of leaked weights, log2 minutes; none unless weights leaked
//! β_i  company.brand
//! β̃_i  brand earned by developer programmes and lost by flops, utils
//! ϑ_i  price cut, log
//! ϰ  log increase of the price of compute
//! ς  log scarcity of capital
//! ```

use super::actions::{ACTION_COUNT, Action};
use super::companies::{MAX_COMPANIES, Start};
use super::domains::DOMAINS;
use super::happenings::{HAPPENING_COUNT, Happening};
use super::noise::Noise;
use super::orders::Refused;
use super::pace::Pace;
use super::params::Params;
use super::product::StageMix;
use super::seed::Seed;
use crate::num::{Mask, Real};

/// R&D is divided among five uses, in this order.
pub const MIX_NAMES: [&str; 5] = ["capability", "efficiency", "agents", "safety", "security"];

/// A turn of decisions, and of the market's mood: a quarter, by definition.
pub const MONTHS_PER_QUARTER: u32 = 3;

/// When it is: whole months, divided into steps.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    /// The month, counted from 1; 0 is the first day, before anything has happened.
    pub month: u32,
    /// Step within the month, from 0.
    pub part: u32,
    /// Steps in a month: 1, or 4 to check that results do not hang on it.
    pub parts: u32,
}

impl Clock {
    /// Length of a step in years.
    pub fn step_years(self) -> f64 {
        1.0 / (12.0 * f64::from(self.parts))
    }
    /// Years since the start, at the beginning of the step.
    pub fn years(self) -> f64 {
        let months = f64::from(self.month.saturating_sub(1));
        (months + f64::from(self.part) / f64::from(self.parts)) / 12.0
    }
    /// The first step of a quarter.
    pub fn quarter_begins(self) -> bool {
        self.month_begins() && self.month % MONTHS_PER_QUARTER == 1
    }
    /// The first step of a month, when whatever follows the calendar happens.
    pub fn month_begins(self) -> bool {
        self.part == 0
    }
}

/// What outsiders hold of a company's secrets: a snapshot, which goes stale.
#[derive(Clone, Copy, Debug)]
pub struct Leaked<R> {
    /// How much of the snapshot can be rebuilt from what leaked, 0–1.
    pub info: R,
    /// The month of the latest leak.
    pub month: R,
    /// The state of the company when it leaked.
    pub capability: R,
    pub efficiency: R,
    pub know_how: R,
    /// Capability of leaked weights, [`NEVER`] if none leaked.
    pub weights: R,
    /// Reaction of investors still to come, because the leak is not public, in log.
    pub hidden_reaction: R,
    /// And of partners: the trust they will lose, 0–1.
    pub hidden_distrust: R,
}

/// A capability, or a month, that is never reached. Numerical.
pub const NEVER: f64 = -1000.0;

/// Who decides for a company.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mind {
    /// Its strategy, by rule or by quantal response as the scenario has it.
    Strategy,
    /// The orders of the scenario, and nothing else.
    Orders,
    /// The rules of its strategy, whatever the scenario says of the others.
    Rules,
    /// Quantal response, likewise.
    Response,
}

/// A company at one moment.
#[derive(Clone, Copy, Debug)]
pub struct Company<R> {
    /// Place in [`COMPANIES`](super::companies::COMPANIES); keys the company's luck.
    pub archetype: usize,
    /// Place in [`STRATEGIES`](super::companies::STRATEGIES).
    pub strategy: usize,
    /// Who decides for it.
    pub mind: Mind,
    /// What it tells investors whenever it may: the action that does.
    pub message: Option<Action>,
    /// Dials that the player has set: whoever decides for the company leaves them there.
    pub openness_ordered: bool,
    pub research_ordered: bool,

    /// Capability inside and as launched, log2 minutes.
    pub capability: R,
    pub launched: R,
    /// Inference efficiency, doublings since the start.
    pub efficiency: R,
    /// Mastery of the new architecture inside and as launched, 0–1.
    pub know_how: R,
    pub launched_know_how: R,
    /// Safety stock on the scale of capability.
    pub safety: R,
    /// Slope of the success curve, per doubling.
    pub slope: R,
    /// R&D budget, bn $/year, and how it was divided this month (shares, see [`MIX_NAMES`]).
    pub budget: R,
    pub mix: [R; 5],
    /// Capability gained per year in the last step.
    pub progress: R,
    /// People outside who work on the company's open models, and models derived from them so far.
    pub contributors: R,
    pub derivatives: R,
    /// Chosen R&D shares; capability gets what is left.
    pub efficiency_share: R,
    pub agents_share: R,
    pub security_share: R,
    pub safety_floor: R,

    /// 0 closed, 0.5 open weights, 1 full open.
    pub openness: R,
    /// Launches relative to the usual rate.
    pub cadence: R,
    /// Months until which the company holds launches, lives with a rushed launch, dissects a leak.
    pub hold_until: R,
    pub rush_until: R,
    pub dissect_until: R,
    pub last_launch: R,

    /// The four parts of the agent loop, log2 minutes: what it can see, think, decide reliably, and do.
    pub perceive: R,
    pub reason: R,
    pub decide: R,
    pub act: R,
    /// Horizon at 50 % and position on the scale of stages (0 toy … 3 proxy), by domain.
    pub horizon: [R; DOMAINS],
    pub stage: [R; DOMAINS],
    /// Horizon at which the company's agents count as colleagues, log2 minutes: earlier where they are more reliable.
    pub colleague_entry: R,
    /// Gross margin, log price, and price cut in log points.
    pub margin: R,
    pub log_price: R,
    pub discount: R,
    /// The price cut that its policy keeps up; other cuts fade towards it.
    pub usual_discount: R,
    /// Fixed and earned utility of the name.
    pub brand: R,
    pub earned_brand: R,
    /// Share of developers, and share among those who choose now.
    pub developers: R,
    pub liked: R,
    /// Share of users by domain, and share among those who choose now.
    pub users: [R; DOMAINS],
    pub choice: [R; DOMAINS],
    /// Trust, 0–1.
    pub trust: R,

    /// bn $/year.
    pub revenue: R,
    pub complement_income: R,
    pub burn: R,
    /// bn $.
    pub cash: R,
    pub raised: R,
    pub discounted_profit: R,
    /// Parent's payment at the start, bn $/year, and strength of the complement.
    pub subsidy: R,
    pub complement: R,
    /// Months in a row without cash.
    pub months_broke: R,
    /// bn $, and log mispricing of this company alone.
    pub fundamental: R,
    pub valuation: R,
    pub peak_valuation: R,
    pub mispricing: R,
    /// Revenue when the last story was told to investors, and the month in which it is put to the test.
    pub story_revenue: R,
    pub story_due: R,

    pub leaked: Leaked<R>,
    /// 1 when the company knows how much of it leaked.
    pub assessed: R,
    /// Incidents of this month, all, serious and severe; severe ones so far.
    pub incidents: R,
    pub serious: R,
    pub severe: R,
    pub severe_total: R,

    /// Month in which an ordered action takes effect, and from which it may be repeated.
    pub due: [R; ACTION_COUNT],
    pub ready: [R; ACTION_COUNT],
    /// A bit for each action that may be due in a month to come, in any of the futures.
    pub pending: u32,
    /// Moves left this quarter.
    pub moves: R,
}

/// Everything at one moment.
#[derive(Clone)]
pub struct World<R: Real> {
    pub clock: Clock,
    /// How many companies race.
    pub count: usize,
    pub company: Vec<Company<R>>,
    /// Share of potential users who use agents, by domain.
    pub adoption: [R; DOMAINS],
    /// Where the best agent stands between the stages, by domain.
    pub best_stage: [StageMix<R>; DOMAINS],
    /// The market's deviation from fundamentals in this quarter and the two before.
    pub deviation: [R; 3],
    /// Share of investors who follow fundamentals, and how verified the numbers are, 0–1.
    pub fundamentalists: R,
    pub verification: R,
    /// Excitation of serious incidents, per year; public concern; regulatory stringency, 0–1.
    pub excitation: R,
    pub concern: R,
    pub stringency: R,
    /// Log increase of the price of compute; log scarcity of capital; what lobbying added to the rule hazard, log.
    pub compute_price: R,
    pub scarcity: R,
    pub lobbying: R,
    /// Multi-homing added by common standards.
    pub shared_homes: R,
    /// Months until which launches pause by order, and until which access to the frontier is curbed.
    pub pause_until: R,
    pub curb_until: R,
    /// Months for which the same company has been above the threshold; the standard's company (−1 none) and month.
    pub standard_months: R,
    pub standard_leader: R,
    pub standard_owner: R,
    pub standard_month: R,
    /// The company whose severe incident became a catastrophe, −1 none: agents everywhere are withdrawn from then on.
    pub ended_by: R,
    /// Utility of the first company's product to users who choose now, by domain; with its share it gives the logsum.
    pub first_utility: [R; DOMAINS],
    /// The price coefficient of users' choice, by which utility becomes money; at least a tenth.
    pub price_sensitivity: R,
    /// Sum of revenues, bn $/year.
    pub industry_revenue: R,
    pub pace: Pace<R>,
    pub noise: Noise<R>,
    /// What happened this month, by company (the last place: to all), one bit per future.
    pub happened: [[u8; HAPPENING_COUNT]; MAX_COMPANIES + 1],
    /// True where every company reconsiders at once: after a leak, a severe incident, an opening.
    pub alarm: R::Mask,
    /// Orders that could not be followed, in some future at least.
    pub refused: Vec<Refused>,
}

/// The place in [`World::happened`] for what happens to all, by definition.
pub const ALL_COMPANIES: usize = MAX_COMPANIES;

impl<R: Real> World<R> {
    /// The present month as a number.
    #[inline(always)]
    pub fn month(&self) -> R {
        R::of(f64::from(self.clock.month))
    }

    /// The companies that race.
    #[inline(always)]
    pub fn companies(&self) -> &[Company<R>] {
        &self.company
    }

    /// The companies that race.
    #[inline(always)]
    pub fn companies_mut(&mut self) -> &mut [Company<R>] {
        &mut self.company
    }

    /// Where a catastrophe has ended the race: nothing happens to companies any more, and they decide nothing.
    #[inline(always)]
    pub fn has_ended(&self) -> R::Mask {
        self.ended_by.ge(R::zero())
    }

    /// What may come of this moment: from now on futures `first_future…` draw luck of their own.
    ///
    /// That luck depends on the seed, the month and the number of the future, not on the luck before.
    pub fn fork(&self, seed: Seed, first_future: u32) -> World<R> {
        let archetypes: Vec<usize> = self.companies().iter().map(|c| c.archetype).collect();
        let mut w = self.clone();
        w.noise = Noise::forked(seed, self.clock.month, first_future, &archetypes);
        w
    }

    /// Notes that something happened to a company where `mask` is true.
    #[inline(always)]
    pub fn record(&mut self, what: Happening, company: usize, mask: R::Mask) {
        self.happened[company][what.place()] |= mask.bits();
    }

    /// The largest value over the companies.
    #[inline(always)]
    pub fn best(&self, of: impl Fn(&Company<R>) -> R) -> R {
        let mut best = of(&self.company[0]);
        for c in &self.companies()[1..] {
            best = best.max(of(c));
        }
        best
    }

    /// The sum over the companies, in table order.
    #[inline(always)]
    pub fn sum(&self, of: impl Fn(&Company<R>) -> R) -> R {
        let mut sum = of(&self.company[0]);
        for c in &self.companies()[1..] {
            sum += of(c);
        }
        sum
    }

    /// The mean over the companies.
    #[inline(always)]
    pub fn mean(&self, of: impl Fn(&Company<R>) -> R) -> R {
        self.sum(of) * (1.0 / self.count as f64)
    }

    /// Makes the developer shares sum to one again where `mask` is true.
    ///
    /// Elsewhere not a bit may change, or a future would depend on its neighbours.
    pub fn settle_developers(&mut self, mask: R::Mask) {
        let total = self.sum(|c| c.developers);
        for c in self.companies_mut() {
            c.developers = mask.pick(c.developers / total, c.developers);
        }
    }
}

/// Launched products lag the laboratory by this many doublings at the start. Judgement.
const LAUNCH_LAG: f64 = 0.3;

impl<R: Real> Company<R> {
    /// A company on the first day, before markets have met.
    pub fn new(archetype: usize, mind: Mind, start: &Start<R>, p: &Params<R>) -> Self {
        let strategy = start.strategy.lane(0) as usize;
        let rule = &super::companies::STRATEGIES[strategy];
        let zero = R::zero();
        let never = R::of(NEVER);
        Company {
            archetype,
            strategy,
            mind,
            message: None,
            openness_ordered: false,
            research_ordered: false,
            capability: start.capability,
            launched: start.capability - LAUNCH_LAG,
            efficiency: start.efficiency,
            know_how: start.know_how,
            launched_know_how: zero,
            safety: start.capability,
            slope: p.success_slope,
            budget: start.budget,
            mix: [zero; 5],
            progress: p.capability_growth,
            contributors: zero,
            derivatives: zero,
            efficiency_share: p.efficiency_share,
            agents_share: p.agents_share + rule.agents_extra,
            security_share: p.security_share,
            safety_floor: R::of(rule.safety_floor),
            openness: start.openness,
            cadence: R::of(rule.cadence),
            hold_until: never,
            rush_until: never,
            dissect_until: never,
            last_launch: zero,
            perceive: zero,
            reason: zero,
            decide: zero,
            act: zero,
            horizon: [zero; DOMAINS],
            stage: [zero; DOMAINS],
            colleague_entry: zero,
            margin: p.margin_closed,
            log_price: zero,
            discount: zero,
            usual_discount: zero,
            brand: start.brand,
            earned_brand: zero,
            developers: zero,
            liked: zero,
            users: [zero; DOMAINS],
            choice: [zero; DOMAINS],
            trust: p.trust_level,
            revenue: zero,
            complement_income: zero,
            burn: zero,
            cash: start.cash,
            raised: zero,
            discounted_profit: zero,
            subsidy: start.subsidy,
            complement: start.complement,
            months_broke: zero,
            fundamental: zero,
            valuation: zero,
            peak_valuation: zero,
            mispricing: zero,
            story_revenue: zero,
            story_due: never,
            leaked: Leaked {
                info: zero,
                month: never,
                capability: never,
                efficiency: never,
                know_how: zero,
                weights: never,
                hidden_reaction: zero,
                hidden_distrust: zero,
            },
            assessed: zero,
            incidents: zero,
            serious: zero,
            severe: zero,
            severe_total: zero,
            due: [never; ACTION_COUNT],
            ready: [never; ACTION_COUNT],
            pending: 0,
            moves: R::of(super::actions::MOVES_PER_QUARTER),
        }
    }

    /// 1 where weights are open, rising in a straight line from 0 where everything is closed.
    #[inline(always)]
    pub fn open_fraction(&self) -> R {
        (self.openness * (1.0 / OPEN_WEIGHTS)).at_most(1.0)
    }

    /// Where the weights are open.
    #[inline(always)]
    pub fn is_open(&self) -> R::Mask {
        self.openness.ge(R::of(OPEN_WEIGHTS))
    }

    /// What investors pay for the business apart from its cash, bn $.
    ///
    /// New capital is raised against this: cash that could raise more cash would grow without end.
    #[inline(always)]
    pub fn business_value(&self) -> R {
        let share =
            (self.fundamental - self.cash.positive()).positive() / self.fundamental.at_least(1e-6);
        self.valuation * share
    }

    /// Mean share of users over the domains.
    #[inline(always)]
    pub fn mean_users(&self) -> R {
        (self.users[0] + self.users[1] + self.users[2] + self.users[3]) * (1.0 / DOMAINS as f64)
    }

    /// The best capability that outsiders can run: the launched one if weights are open, and leaked weights.
    #[inline(always)]
    pub fn free_capability(&self) -> R {
        self.is_open()
            .pick(self.launched, R::of(NEVER))
            .max(self.leaked.weights)
    }
}

/// The openness at which weights are public, by definition.
pub const OPEN_WEIGHTS: f64 = 0.5;
