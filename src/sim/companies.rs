//! TABLE: the companies at the start, figure by figure with source.

use super::table::numbers;

/// At most this many companies race. Judgement.
pub const MAX_COMPANIES: usize = 8;

numbers! {
/// One company at the start. In links and words a figure is written `meta.capability=9.5`.
Start, FIGURES {
"Company" {
    /// Capability
    ///
    /// Task horizon at 50 % success inside the company, as log2 of minutes: 9.9 is two working days.
    capability = 9.5 in 4.0 ..= 14.0, likely 8.5 to 10.5, "log2 minutes", V "METR TH1.1: the best models of early 2026 reach 9.5";
    /// Efficiency
    ///
    /// Inference efficiency relative to the industry at the start.
    efficiency = 0.0 in -4.0 ..= 6.0, likely -1.0 to 2.0, "doublings", J "By construction zero at the start";
    /// New architecture
    ///
    /// How much of the new architecture the company masters.
    know_how = 0.0 in 0.0 ..= 1.0, likely 0.0 to 1.0, "share", J "Only the company whose project leaks has it";
    /// R&D budget
    ///
    /// Yearly R&D budget at the start.
    budget = 10.0 in 0.5 ..= 60.0, likely 5.0 to 20.0, "bn $/year", M "Development budgets: press reports of 2025–26";
    /// Cash
    ///
    /// Cash in hand on the first day.
    cash = 20.0 in 0.0 ..= 200.0, likely 5.0 to 80.0, "bn $", M "Funding rounds: press reports of 2025–26";
    /// Subsidy
    ///
    /// What a parent pays in a year.
    subsidy = 0.0 in 0.0 ..= 60.0, likely 0.0 to 20.0, "bn $/year", J "Platform companies fund their labs";
    /// Complement
    ///
    /// How much other business (ads, cloud, devices) gains from the company's ecosystem.
    complement = 0.0 in 0.0 ..= 3.0, likely 0.0 to 1.0, "×", J "Commoditise the complement";
    /// Brand
    ///
    /// Utility of the name to every user.
    brand = 0.0 in -3.0 ..= 3.0, likely -1.0 to 1.0, "utils", J "Set to reproduce rough starting shares";
    /// Openness
    ///
    /// 0 is a closed service, 0.5 open weights, 1 everything open.
    openness = 0.0 in 0.0 ..= 1.0, likely 0.0 to 1.0, "0–1", V "Published licences";
    /// Strategy
    ///
    /// The rule by which the company decides.
    strategy = 0.0 in 0.0 ..= 5.0, likely 0.0 to 5.0, "rule" of ["steady", "closed-fast", "closed-safe", "hold", "open-weights", "full-open"], J "Five meta-strategies, and a steady one that never changes course";
}
}}

/// A company one can put into a scenario.
#[derive(Clone, Copy, Debug)]
pub struct Archetype {
    /// Its name in links: `meta`, `open-lab`.
    pub id: &'static str,
    /// Its name on the page, which a reader may think of as any company of the kind.
    pub name: &'static str,
    /// One sentence about the kind of company.
    pub about: &'static str,
    pub start: Start<f64>,
}

const ORDINARY: Start<f64> = Start {
    capability: 9.5,
    efficiency: 0.0,
    know_how: 0.0,
    budget: 10.0,
    cash: 20.0,
    subsidy: 0.0,
    complement: 0.0,
    brand: 0.0,
    openness: 0.0,
    strategy: 0.0,
};

/// All archetypes. The first five race in every preset; the place in this table keys a company's luck.
pub const COMPANIES: &[Archetype] = &[
    Archetype {
        id: "meta",
        name: "Meta",
        about: "A social platform with ads to protect, a lab that trails the frontier, and the Meta Agent project.",
        start: Start {
            capability: 9.2,
            budget: 10.0,
            cash: 20.0,
            subsidy: 9.0,
            complement: 1.0,
            know_how: 1.0,
            strategy: 2.0,
            ..ORDINARY
        },
    },
    Archetype {
        id: "frontier-lab",
        name: "Frontier lab",
        about: "The leader: the strongest models, the best-known brand, and revenue to defend.",
        start: Start {
            capability: 9.9,
            budget: 15.0,
            cash: 40.0,
            brand: 0.6,
            strategy: 1.0,
            ..ORDINARY
        },
    },
    Archetype {
        id: "challenger",
        name: "Challenger",
        about: "Close behind the leader, careful, and strong with enterprises.",
        start: Start {
            capability: 9.7,
            budget: 12.0,
            cash: 40.0,
            brand: 0.3,
            strategy: 2.0,
            ..ORDINARY
        },
    },
    Archetype {
        id: "cloud-giant",
        name: "Cloud giant",
        about: "A parent with deep pockets and a cloud that gains from whatever developers build.",
        start: Start {
            capability: 9.6,
            budget: 12.0,
            cash: 30.0,
            subsidy: 10.0,
            complement: 1.0,
            brand: 0.3,
            strategy: 1.0,
            ..ORDINARY
        },
    },
    Archetype {
        id: "open-lab",
        name: "Open lab",
        about: "Publishes its weights, lives on little, learns fast.",
        start: Start {
            capability: 9.3,
            budget: 8.0,
            cash: 10.0,
            subsidy: 8.0,
            openness: 0.5,
            strategy: 4.0,
            ..ORDINARY
        },
    },
    Archetype {
        id: "state-lab",
        name: "State lab",
        about: "Funded by a government, patient, behind the frontier.",
        start: Start {
            capability: 8.9,
            budget: 9.0,
            cash: 30.0,
            subsidy: 9.0,
            brand: -0.3,
            strategy: 3.0,
            ..ORDINARY
        },
    },
    Archetype {
        id: "device-maker",
        name: "Device maker",
        about: "Owns the phones on which personal agents would run.",
        start: Start {
            capability: 8.8,
            budget: 9.0,
            cash: 60.0,
            subsidy: 8.0,
            complement: 1.0,
            brand: 0.4,
            strategy: 3.0,
            ..ORDINARY
        },
    },
    Archetype {
        id: "startup",
        name: "Agent start-up",
        about: "Small, fast, and without a parent.",
        start: Start {
            capability: 9.0,
            budget: 4.0,
            cash: 8.0,
            strategy: 5.0,
            ..ORDINARY
        },
    },
];

/// The place of the archetype with this id.
pub fn company_by_id(id: &str) -> Option<usize> {
    COMPANIES.iter().position(|c| c.id == id)
}

/// What a company does when it decides by rule.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Strategy {
    pub id: &'static str,
    pub about: &'static str,
    /// The openness it steers towards; 0 closed, 0.5 open weights, 1 full open.
    pub openness: f64,
    /// Launches relative to the usual rate.
    pub cadence: f64,
    /// Share of R&D for safety that it never goes below.
    pub safety_floor: f64,
    /// Share of R&D added to agents' reliability.
    pub agents_extra: f64,
    /// Takes moves at all.
    pub acts: bool,
    /// Presses for advantage: pre-empts, cuts prices, talks up the price.
    pub eager: bool,
    /// Careful: audits, hardens, publishes metrics.
    pub careful: bool,
}

/// The rules, in the order of the choices of the figure `strategy`. All judgement.
pub const STRATEGIES: &[Strategy] = &[
    Strategy {
        id: "steady",
        about: "Launches at its pace and never changes course: the yardstick.",
        openness: 0.0,
        cadence: 1.0,
        safety_floor: 0.0,
        agents_extra: 0.0,
        acts: false,
        eager: false,
        careful: false,
    },
    Strategy {
        id: "closed-fast",
        about: "Keeps everything closed and launches first.",
        openness: 0.0,
        cadence: 1.4,
        safety_floor: 0.0,
        agents_extra: 0.0,
        acts: true,
        eager: true,
        careful: false,
    },
    Strategy {
        id: "closed-safe",
        about: "Keeps everything closed and launches when it is ready.",
        openness: 0.0,
        cadence: 0.8,
        safety_floor: 0.14,
        agents_extra: 0.05,
        acts: true,
        eager: false,
        careful: true,
    },
    Strategy {
        id: "hold",
        about: "Waits, watches and invests in the next architecture.",
        openness: 0.0,
        cadence: 0.5,
        safety_floor: 0.1,
        agents_extra: 0.1,
        acts: true,
        eager: false,
        careful: false,
    },
    Strategy {
        id: "open-weights",
        about: "Opens its weights with the next launch and builds an ecosystem.",
        openness: 0.5,
        cadence: 1.0,
        safety_floor: 0.0,
        agents_extra: 0.0,
        acts: true,
        eager: false,
        careful: true,
    },
    Strategy {
        id: "full-open",
        about: "Opens everything with the next launch and aims to be the standard.",
        openness: 1.0,
        cadence: 1.1,
        safety_floor: 0.0,
        agents_extra: 0.0,
        acts: true,
        eager: true,
        careful: false,
    },
];
