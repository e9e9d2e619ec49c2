//! The four domains in which agents work, the four stages they pass, and their figures in the parameters.

use super::params::Params;
use crate::theory::success::log2_odds_offset;

/// Number of domains. Judgement.
pub const DOMAINS: usize = 4;
/// Number of stages. Judgement.
pub const STAGES: usize = 4;

/// What people use agents for.
pub const DOMAIN_NAMES: [&str; DOMAINS] = [
    "Software development",
    "Customer service",
    "Content creation",
    "Personal assistance",
];

/// What people take an agent for.
pub const STAGE_NAMES: [&str; STAGES] = ["toy", "tool", "colleague", "proxy"];

/// Task length in minutes and success rate that an agent must reach to leave stage 0, 1 and 2.
///
/// Judgement: a quarter of an hour at 50 %, a working day at 80 %, a working week at 95 %.
pub const STAGE_TESTS: [(f64, f64); STAGES - 1] = [(15.0, 0.5), (480.0, 0.8), (2400.0, 0.95)];

/// The 50 % horizon, as log2 of minutes, at which stages 1, 2 and 3 begin for agents with a success curve of this slope.
pub fn stage_horizons(slope: f64) -> [f64; STAGES - 1] {
    STAGE_TESTS.map(|(minutes, rate)| libm::log2(minutes) + log2_odds_offset(rate, slope))
}

/// Share of the work that runs without a person looking on, by stage; multiplies exposure to incidents. Judgement.
pub const AUTONOMY: [f64; STAGES] = [0.5, 1.0, 2.0, 4.0];

/// A toy that is this many doublings short of a tool gets the toy's ceiling and revenue in full. Judgement.
pub const TOY_SPAN: f64 = 4.0;

impl<R: Copy> Params<R> {
    /// Horizon of each domain relative to software, in doublings.
    pub fn offsets(&self) -> [R; DOMAINS] {
        [
            self.offset_software,
            self.offset_service,
            self.offset_content,
            self.offset_personal,
        ]
    }
    /// Doublings of horizon per unit of multimodality, by domain.
    pub fn seeing(&self) -> [R; DOMAINS] {
        [
            self.seeing_software,
            self.seeing_service,
            self.seeing_content,
            self.seeing_personal,
        ]
    }
    /// Rate of choosing anew, per year, by domain.
    pub fn rechoice(&self) -> [R; DOMAINS] {
        [
            self.rechoice_software,
            self.rechoice_service,
            self.rechoice_content,
            self.rechoice_personal,
        ]
    }
    /// Share of potential users at the start, by domain.
    pub fn adopted(&self) -> [R; DOMAINS] {
        [
            self.adopted_software,
            self.adopted_service,
            self.adopted_content,
            self.adopted_personal,
        ]
    }
    /// Potential users in millions, by domain.
    pub fn users(&self) -> [R; DOMAINS] {
        [
            self.users_software,
            self.users_service,
            self.users_content,
            self.users_personal,
        ]
    }
    /// Ceiling of adoption, by stage of the best agent.
    pub fn ceilings(&self) -> [R; STAGES] {
        [
            self.ceiling_toy,
            self.ceiling_tool,
            self.ceiling_colleague,
            self.ceiling_proxy,
        ]
    }
    /// Revenue per user in software in dollars a year, by stage of the best agent.
    pub fn revenues(&self) -> [R; STAGES] {
        [
            self.revenue_toy,
            self.revenue_tool,
            self.revenue_colleague,
            self.revenue_proxy,
        ]
    }
}
