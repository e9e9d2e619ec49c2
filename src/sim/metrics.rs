//! TABLE: what may be seen of a run: its unit, whose it is, and how it is read off the world.

use super::companies::MAX_COMPANIES;
use super::units::Unit;
use super::world::World;
use crate::num::{Mask, Real};

/// Whose number it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// One series per company.
    Company,
    /// One series for all.
    Industry,
}

/// One metric.
#[derive(Clone, Copy, Debug)]
pub struct MetricRow {
    pub metric: Metric,
    /// Its name on the command line and in exports.
    pub id: &'static str,
    pub label: &'static str,
    pub help: &'static str,
    pub unit: Unit,
    pub of: Of,
}

macro_rules! metrics {
    ($(
        #[doc = $label:literal] #[doc = $blank:literal] $(#[doc = $help:literal])+
        $name:ident = $id:literal, $unit:ident of $of:ident, |$w:ident, $i:ident| $read:expr;
    )+) => {
        /// What may be seen.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Metric { $( #[doc = $label] $name ),+ }

        /// Every metric, in the order in which they are shown.
        pub const METRICS: &[MetricRow] = &[$(MetricRow {
            metric: Metric::$name, id: $id, label: $label.trim_ascii(), help: concat!($($help),+).trim_ascii(),
            unit: Unit::$unit, of: Of::$of,
        }),+];

        impl Metric {
            /// Its value now, for company `i` (any `i` for the industry).
            #[inline(always)]
            pub fn read<R: Real>(self, w: &World<R>, i: usize) -> R {
                match self { $(Metric::$name => { let ($w, $i) = (w, i); let _ = $i; $read }),+ }
            }
        }
    };
}

/// The whole stage (0 toy … 3 proxy) of a position on the scale.
fn whole_stage<R: Real>(position: R) -> R {
    (position + 1.0).floor().clamp(0.0, 3.0)
}

/// Sum of squared shares.
fn concentration<R: Real>(w: &World<R>, share: impl Fn(&super::world::Company<R>) -> R) -> R {
    w.sum(|c| share(c).square())
}

metrics! {
    /// Horizon
    ///
    /// Longest software task the launched agent finishes half the time.
    Horizon = "horizon", Log2Minutes of Company, |w, i| w.company[i].horizon[0];
    /// Horizon: service
    ///
    /// The same in customer service.
    HorizonService = "horizon-service", Log2Minutes of Company, |w, i| w.company[i].horizon[1];
    /// Horizon: content
    ///
    /// The same in content creation.
    HorizonContent = "horizon-content", Log2Minutes of Company, |w, i| w.company[i].horizon[2];
    /// Horizon: personal assistance
    ///
    /// The same in personal assistance.
    HorizonPersonal = "horizon-personal", Log2Minutes of Company, |w, i| w.company[i].horizon[3];
    /// Stage: software
    ///
    /// What people take the agent for in software development: 0 toy, 1 tool, 2 colleague, 3 proxy.
    StageSoftware = "stage-software", Stage of Company, |w, i| whole_stage(w.company[i].stage[0]);
    /// Stage: service
    ///
    /// The same in customer service.
    StageService = "stage-service", Stage of Company, |w, i| whole_stage(w.company[i].stage[1]);
    /// Stage: content
    ///
    /// The same in content creation.
    StageContent = "stage-content", Stage of Company, |w, i| whole_stage(w.company[i].stage[2]);
    /// Stage: personal assistance
    ///
    /// The same in personal assistance.
    StagePersonal = "stage-personal", Stage of Company, |w, i| whole_stage(w.company[i].stage[3]);
    /// Developer share
    ///
    /// Share of developers who build for the company's ecosystem.
    DeveloperShare = "developer-share", Share of Company, |w, i| w.company[i].developers;
    /// User share: software
    ///
    /// Share of agent users in software development.
    UsersSoftware = "users-software", Share of Company, |w, i| w.company[i].users[0];
    /// User share: service
    ///
    /// Share of agent users in customer service.
    UsersService = "users-service", Share of Company, |w, i| w.company[i].users[1];
    /// User share: content
    ///
    /// Share of agent users in content creation.
    UsersContent = "users-content", Share of Company, |w, i| w.company[i].users[2];
    /// User share: personal assistance
    ///
    /// Share of agent users in personal assistance.
    UsersPersonal = "users-personal", Share of Company, |w, i| w.company[i].users[3];
    /// User share
    ///
    /// Mean over the four domains.
    UserShare = "user-share", Share of Company, |w, i| w.company[i].mean_users();
    /// Valuation
    ///
    /// What investors pay for the company.
    Valuation = "valuation", UsdBillions of Company, |w, i| w.company[i].valuation;
    /// Fundamental value
    ///
    /// What revenue, margin, cash and complements support.
    Fundamental = "fundamental", UsdBillions of Company, |w, i| w.company[i].fundamental;
    /// Hype gap
    ///
    /// Log of valuation over fundamental value: 0.1 is about ten percent too dear.
    HypeGap = "hype-gap", Log of Company, |w, i| (w.company[i].valuation.at_least(1e-6) / w.company[i].fundamental.at_least(1e-6)).ln();
    /// Trust
    ///
    /// How far people trust the company's agents.
    Trust = "trust", Index of Company, |w, i| w.company[i].trust;
    /// Incidents
    ///
    /// Incidents this month.
    Incidents = "incidents", PerMonth of Company, |w, i| w.company[i].incidents;
    /// Severe incidents so far
    ///
    /// Severe incidents since the start.
    SevereSoFar = "severe-so-far", Count of Company, |w, i| w.company[i].severe_total;
    /// Cash
    ///
    /// Cash in hand.
    Cash = "cash", UsdBillions of Company, |w, i| w.company[i].cash;
    /// Revenue
    ///
    /// Yearly revenue that the company itself captures.
    Revenue = "revenue", UsdBillionsPerYear of Company, |w, i| w.company[i].revenue;
    /// Gross margin
    ///
    /// Share of revenue left after serving.
    Margin = "margin", Share of Company, |w, i| w.company[i].margin;
    /// R&D budget
    ///
    /// Yearly spending on research.
    Budget = "budget", UsdBillionsPerYear of Company, |w, i| w.company[i].budget;
    /// Capital raised
    ///
    /// Equity issued since the start.
    Raised = "raised", UsdBillions of Company, |w, i| w.company[i].raised;
    /// Discounted profit
    ///
    /// Operating profit, complements and research spending since the start, discounted at 10 % a year.
    Profit = "profit", UsdBillions of Company, |w, i| w.company[i].discounted_profit;
    /// Bankrupt
    ///
    /// 1 once the company has been without cash for a year.
    Bankrupt = "bankrupt", Flag of Company, |w, i| w.company[i].months_broke.ge(R::of(12.0)).as_real();
    /// Openness
    ///
    /// 0 closed, 0.5 open weights, 1 everything open.
    Openness = "openness", Index of Company, |w, i| w.company[i].openness;
    /// Leaked
    ///
    /// How much of the company's secrets outsiders hold.
    Leaked = "leaked", Share of Company, |w, i| w.company[i].leaked.info;
    /// New architecture
    ///
    /// How much of the new architecture the company masters.
    KnowHow = "know-how", Share of Company, |w, i| w.company[i].know_how;
    /// Laboratory
    ///
    /// Horizon inside the laboratory, before launch.
    Laboratory = "laboratory", Log2Minutes of Company, |w, i| w.company[i].capability;
    /// Safety gap
    ///
    /// Doublings by which the launched capability outruns safety.
    SafetyGap = "safety-gap", Doublings of Company, |w, i| w.company[i].launched - w.company[i].safety;
    /// Efficiency
    ///
    /// Work per dollar relative to the start.
    Efficiency = "efficiency", Doublings of Company, |w, i| w.company[i].efficiency;
    /// Perceives
    ///
    /// The agent loop: longest task it can follow on a screen.
    Perceives = "perceives", Log2Minutes of Company, |w, i| w.company[i].perceive;
    /// Reasons
    ///
    /// The agent loop: longest task it can think through half the time.
    Reasons = "reasons", Log2Minutes of Company, |w, i| w.company[i].reason;
    /// Decides
    ///
    /// The agent loop: what reliability allows, on the same scale.
    Decides = "decides", Log2Minutes of Company, |w, i| w.company[i].decide;
    /// Acts
    ///
    /// The agent loop: what connections to other people's systems allow.
    Acts = "acts", Log2Minutes of Company, |w, i| w.company[i].act;
    /// Reliability
    ///
    /// Slope of the success curve per doubling of task length.
    Reliability = "reliability", Index of Company, |w, i| w.company[i].slope;
    /// R&D: capability
    ///
    /// Share of research spent on scale.
    MixCapability = "mix-capability", Share of Company, |w, i| w.company[i].mix[0];
    /// R&D: efficiency
    ///
    /// Share of research spent on efficiency and the new architecture.
    MixEfficiency = "mix-efficiency", Share of Company, |w, i| w.company[i].mix[1];
    /// R&D: agents
    ///
    /// Share of research spent on reliable agents.
    MixAgents = "mix-agents", Share of Company, |w, i| w.company[i].mix[2];
    /// R&D: safety
    ///
    /// Share of research spent on safety.
    MixSafety = "mix-safety", Share of Company, |w, i| w.company[i].mix[3];
    /// R&D: security
    ///
    /// Share of research spent on keeping secrets.
    MixSecurity = "mix-security", Share of Company, |w, i| w.company[i].mix[4];
    /// Serious incidents
    ///
    /// Serious incidents this month.
    Serious = "serious", PerMonth of Company, |w, i| w.company[i].serious;
    /// Drawdown
    ///
    /// How far the valuation is below its highest so far.
    Drawdown = "drawdown", Share of Company, |w, i| (w.company[i].valuation / w.company[i].peak_valuation.at_least(1e-6)).one_minus().positive();
    /// Lead
    ///
    /// Doublings by which the laboratory is ahead of the best other one; negative behind.
    Lead = "lead", Doublings of Company, |w, i| lead(w, i);
    /// Lead in months
    ///
    /// Months of its own progress that the lead is worth.
    LeadMonths = "lead-months", Months of Company, |w, i| lead(w, i) * 12.0 / w.company[i].progress.at_least(0.05);
    /// Enterprise customers
    ///
    /// Mean share of users in the domains where enterprises buy: software development and customer service.
    Enterprises = "enterprises", Share of Company, |w, i| (w.company[i].users[0] + w.company[i].users[1]) * 0.5;
    /// Contributors
    ///
    /// People outside the company who work on its open models.
    Contributors = "contributors", Count of Company, |w, i| w.company[i].contributors;
    /// Derived models
    ///
    /// Models that others have derived from the company's open ones so far.
    Derivatives = "derivatives", Count of Company, |w, i| w.company[i].derivatives;

    /// Adoption: software
    ///
    /// Share of potential users who use agents in software development.
    AdoptionSoftware = "adoption-software", Share of Industry, |w, i| w.adoption[0];
    /// Adoption: service
    ///
    /// The same in customer service.
    AdoptionService = "adoption-service", Share of Industry, |w, i| w.adoption[1];
    /// Adoption: content
    ///
    /// The same in content creation.
    AdoptionContent = "adoption-content", Share of Industry, |w, i| w.adoption[2];
    /// Adoption: personal assistance
    ///
    /// The same in personal assistance.
    AdoptionPersonal = "adoption-personal", Share of Industry, |w, i| w.adoption[3];
    /// Incidents in all
    ///
    /// Incidents this month, all companies.
    AllIncidents = "all-incidents", PerMonth of Industry, |w, i| w.sum(|c| c.incidents);
    /// Severe incidents in all
    ///
    /// Severe incidents since the start, all companies.
    AllSevere = "all-severe", Count of Industry, |w, i| w.sum(|c| c.severe_total);
    /// Catastrophe
    ///
    /// Place of the company whose severe incident became a catastrophe, which ends the race; −1 while there is none.
    Catastrophe = "catastrophe", Place of Industry, |w, i| w.ended_by;
    /// Public concern
    ///
    /// How worried the public is.
    Concern = "concern", Index of Industry, |w, i| w.concern;
    /// Regulation
    ///
    /// Stringency of the rules.
    Regulation = "regulation", Index of Industry, |w, i| w.stringency;
    /// Narrative
    ///
    /// The market's deviation from fundamentals: the story in the price of everyone.
    Narrative = "narrative", Plain of Industry, |w, i| w.deviation[0];
    /// Investors who check
    ///
    /// Share of investors who follow verifiable figures rather than the trend.
    Fundamentalists = "fundamentalists", Share of Industry, |w, i| w.fundamentalists;
    /// Mean hype gap
    ///
    /// Mean absolute log mispricing over the companies.
    MeanHypeGap = "mean-hype-gap", Log of Industry, |w, i| w.mean(|c| (c.valuation.at_least(1e-6) / c.fundamental.at_least(1e-6)).ln().abs());
    /// Industry revenue
    ///
    /// Yearly revenue of all companies.
    IndustryRevenue = "industry-revenue", UsdBillionsPerYear of Industry, |w, i| w.industry_revenue;
    /// Concentration of users
    ///
    /// Sum of squared user shares: 0.2 is five equals, 1 is one company.
    UserConcentration = "user-concentration", Index of Industry, |w, i| concentration(w, |c| c.mean_users());
    /// Concentration of developers
    ///
    /// Sum of squared developer shares.
    DeveloperConcentration = "developer-concentration", Index of Industry, |w, i| concentration(w, |c| c.developers);
    /// Owner of the standard
    ///
    /// Place of the company whose ecosystem became the de-facto standard; −1 while there is none.
    StandardOwner = "standard-owner", Place of Industry, |w, i| w.standard_owner;
    /// Month of the standard
    ///
    /// Month in which an ecosystem became the standard; 0 while there is none.
    StandardMonth = "standard-month", Months of Industry, |w, i| w.standard_month.positive();
    /// Consumer surplus
    ///
    /// Expected utility of the best choice, as a log price, mean over the domains; only differences between scenarios matter.
    ConsumerSurplus = "consumer-surplus", Log of Industry, |w, i| surplus(w);
    /// Best horizon
    ///
    /// Longest software task that the best launched agent finishes half the time.
    BestHorizon = "best-horizon", Log2Minutes of Industry, |w, i| w.best(|c| c.horizon[0]);
    /// Frontier lead
    ///
    /// Doublings between the best and the second-best laboratory.
    FrontierLead = "frontier-lead", Doublings of Industry, |w, i| frontier_lead(w);
}

/// Doublings between company `i` and the best of the others.
fn lead<R: Real>(w: &World<R>, i: usize) -> R {
    let mut best = R::of(super::world::NEVER);
    for (_, other) in w.companies().iter().enumerate().filter(|(j, _)| *j != i) {
        best = best.max(other.capability);
    }
    w.company[i].capability - best
}

/// Logsum of users' choice over the price coefficient: u − ln s is the same for every company (see [`crate::theory::choice`]).
fn surplus<R: Real>(w: &World<R>) -> R {
    let mut sum = R::zero();
    for (utility, share) in w.first_utility.iter().zip(w.company[0].choice) {
        sum += *utility - share.ln();
    }
    sum * (1.0 / w.first_utility.len() as f64) / w.price_sensitivity
}

/// The lead of the best laboratory over the second best.
fn frontier_lead<R: Real>(w: &World<R>) -> R {
    let (mut first, mut second) = (w.company[0].capability, R::of(super::world::NEVER));
    for c in &w.companies()[1..] {
        second = second.max(first.min(c.capability));
        first = first.max(c.capability);
    }
    if w.count > 1 {
        first - second
    } else {
        R::zero()
    }
}

impl Metric {
    /// Its row in the table.
    pub fn row(self) -> &'static MetricRow {
        &METRICS[self as usize]
    }

    /// The metric with this name.
    pub fn by_id(id: &str) -> Option<Metric> {
        METRICS
            .iter()
            .find(|row| row.id == id)
            .map(|row| row.metric)
    }

    /// How many series it has among `companies` companies.
    pub fn series(self, companies: usize) -> usize {
        match self.row().of {
            Of::Company => companies.min(MAX_COMPANIES),
            Of::Industry => 1,
        }
    }
}

const _: () = {
    let mut k = 0;
    while k < METRICS.len() {
        assert!(
            METRICS[k].metric as usize == k,
            "metrics are numbered by their row"
        );
        k += 1;
    }
};
