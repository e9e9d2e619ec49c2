//! Games dealt for measuring players: company, goal and luck change from game to game and are the same for everybody.

use crate::num::mix;
use crate::sim::Scenario;
use crate::sim::companies::{COMPANIES, STRATEGIES};
use crate::sim::goals::GOALS;
use crate::sim::seed::Seed;

/// Game `n` of a preset before anybody has played: each company in turn, then the next goal; luck of its own.
pub fn deal(preset: &str, n: u32) -> Scenario {
    let mut scenario = Scenario::named(preset).unwrap_or_default();
    scenario.seed = Seed::from_number(mix(u64::from(n)));
    let (n, companies) = (n as usize, scenario.companies.len());
    let entrant = &mut scenario.companies[n % companies];
    // Where a preset lets nobody act, whoever plays by rule has the company's usual rules.
    if !STRATEGIES[entrant.start.strategy as usize].acts {
        entrant.start.strategy = COMPANIES[entrant.archetype].start.strategy;
    }
    scenario.player = Some(entrant.archetype);
    scenario.goal = GOALS[n / companies % GOALS.len()].goal;
    scenario
}
