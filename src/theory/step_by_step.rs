//! Aghion, Bloom, Blundell, Griffith & Howitt (2005): a step-by-step race in which nobody leads by more than one step.

use super::numeric::Sample;
use crate::num::{ScalarStream, Stream};

/// Innovation rates per year of a pair of firms.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StepRace {
    /// n₀: each firm's rate when level.
    pub level: f64,
    /// n₋₁: the laggard's rate.
    pub laggard: f64,
    /// h: the laggard's rate of catching up for nothing (copying, a leak).
    pub catch_up: f64,
}

impl StepRace {
    /// μ₁ = 2n₀/(2n₀ + n₋₁ + h): share of time in which somebody leads.
    pub fn leading_share(&self) -> f64 {
        2.0 * self.level / (2.0 * self.level + self.closing())
    }

    /// μ₀ = 1 − μ₁: share of time in which the firms are level.
    pub fn level_share(&self) -> f64 {
        self.closing() / (2.0 * self.level + self.closing())
    }

    /// I = 4n₀(n₋₁ + h)/(2n₀ + n₋₁ + h): steps per year of either kind.
    pub fn aggregate_rate(&self) -> f64 {
        2.0 * self.leading_share() * self.closing()
    }

    /// Mean years that a lead lasts, 1/(n₋₁ + h).
    pub fn lead_duration(&self) -> f64 {
        1.0 / self.closing()
    }

    /// Share of time level, measured over `cycles` of level and lead by exact simulation (Gillespie).
    ///
    /// Per cycle, the sample is time level − μ₀ × cycle, whose mean is 0 (the ratio estimator's residual),
    /// divided by the mean cycle.
    pub fn simulated_residual(&self, cycles: u32, luck: &mut ScalarStream) -> Sample {
        let cycle = 0.5 / self.level + self.lead_duration();
        (0..cycles)
            .map(|_| {
                let level = -libm::log(luck.uniform()) * 0.5 / self.level;
                let lead = -libm::log(luck.uniform()) * self.lead_duration();
                (level - self.level_share() * (level + lead)) / cycle
            })
            .collect()
    }

    /// The rates that firms choose: profit π₁ when leading, (1 − Δ)π₁ when level, 0 when behind, cost n²/2.
    ///
    /// n₀ = −(r + h) + √((r + h)² + 2Δπ₁), n₋₁ = −(r + h + n₀) + √((r + h)² + n₀² + 2π₁); `competition` Δ in ½…1.
    pub fn chosen(profit: f64, competition: f64, catch_up: f64, discount: f64) -> Self {
        let rest = discount + catch_up;
        let level = -rest + (rest * rest + 2.0 * competition * profit).sqrt();
        let laggard = -(rest + level) + (rest * rest + level * level + 2.0 * profit).sqrt();
        StepRace {
            level,
            laggard,
            catch_up,
        }
    }

    fn closing(&self) -> f64 {
        self.laggard + self.catch_up
    }
}
