//! Armstrong, Bostrom & Shulman (2016), "Racing to the precipice": how rivalry eats safety.

use super::numeric::{Sample, whole_power};
use crate::num::{Real, ScalarStream, Stream};

/// Keeps a division finite where nobody is an enemy. Numerical.
const TINY: f64 = 1e-20;

/// Equilibrium safety without information, s = min(1, μ/(n e)).
///
/// `teams` n ≥ 1 (need not be whole), `enmity` e in 0…1, `importance` μ of capability against risk-taking.
#[inline]
pub fn safety_without_information<R: Real>(teams: R, enmity: R, importance: R) -> R {
    (importance / (teams * enmity).at_least(TINY)).at_most(1.0)
}

/// The number of equal teams as competitive as these: n_eff = (Σw)²/Σw², w = 2^{a − max a}.
///
/// `capabilities` in doublings. Lies between 1 and their number; panics if there are none.
#[inline]
pub fn effective_teams<R: Real>(capabilities: impl Iterator<Item = R> + Clone) -> R {
    let top = capabilities.clone().reduce(|a, b| a.max(b));
    let top = top.expect("there are teams");
    let (mut sum, mut squares) = (R::zero(), R::zero());
    for capability in capabilities {
        let weight = (capability - top).exp2();
        sum += weight;
        squares += weight.square();
    }
    sum.square() / squares
}

/// What the teams know of each other's capability before they choose safety.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Information {
    /// Nobody knows any capability, not even their own.
    None,
    /// Each knows its own.
    Private,
    /// Everybody knows all.
    Public,
}

/// A race: capabilities are uniform on 0…μ, the highest capability − safety wins, the winner's safety s is the
/// probability that all goes well. Payoffs: 1 own safe win, 1 − e another's safe win, 0 disaster.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Race {
    /// n ≥ 2.
    pub teams: u32,
    /// e in 0…1.
    pub enmity: f64,
    /// μ > 0.
    pub importance: f64,
}

impl Race {
    /// A = n e − e + 1, the capability from which a team with private information is perfectly safe.
    pub fn safe_capability(&self) -> f64 {
        self.n() * self.enmity - self.enmity + 1.0
    }

    /// s(c) = min(1, c/A) of a team that knows only its own `capability` c.
    pub fn safety_with_private_information(&self, capability: f64) -> f64 {
        (capability / self.safe_capability()).min(1.0)
    }

    /// Safety of the leader and of the second, whose capabilities lie `gap` Δ apart and are known to all.
    ///
    /// s₁ = min(1, Δ/e), s₂ = s₁ − Δ (0 where that is negative: the second cannot win at any safety).
    pub fn safety_with_public_information(&self, gap: f64) -> (f64, f64) {
        let leader = if gap >= self.enmity {
            1.0
        } else {
            gap / self.enmity
        };
        (leader, (leader - gap).max(0.0))
    }

    /// Probability of disaster in the symmetric Nash equilibrium.
    pub fn disaster(&self, information: Information) -> f64 {
        let (n, e, mu) = (self.n(), self.enmity, self.importance);
        match information {
            Information::None => 1.0 - safety_without_information(n, e, mu),
            Information::Private => {
                let a = self.safe_capability();
                if mu <= a {
                    1.0 - n * mu / ((n + 1.0) * a)
                } else {
                    whole_power(a / mu, self.teams) / (n + 1.0)
                }
            }
            Information::Public if e == 0.0 => 0.0,
            Information::Public if mu <= e => 1.0 - mu / (e * (n + 1.0)),
            Information::Public => {
                let far = whole_power(1.0 - e / mu, self.teams + 1);
                1.0 - mu / (e * (n + 1.0)) * (1.0 - far)
            }
        }
    }

    /// Fraction of `races` drawn from `luck` that end in disaster.
    pub fn simulated_disasters(
        &self,
        information: Information,
        races: u32,
        luck: &mut ScalarStream,
    ) -> Sample {
        let none = 1.0 - self.disaster(Information::None);
        (0..races)
            .map(|_| {
                let (mut first, mut second) = (0.0, 0.0);
                for _ in 0..self.teams {
                    let capability = self.importance * luck.uniform();
                    if capability > first {
                        (first, second) = (capability, first);
                    } else if capability > second {
                        second = capability;
                    }
                }
                // The scores c − s(c) rise with c in every regime, so that the most capable team wins.
                let safety = match information {
                    Information::None => none,
                    Information::Private => self.safety_with_private_information(first),
                    Information::Public => self.safety_with_public_information(first - second).0,
                };
                f64::from(u8::from(luck.uniform() > safety))
            })
            .collect()
    }

    /// Expected payoff without information of one team that chooses `own` while all others choose `others`.
    pub fn payoff_without_information(&self, own: f64, others: f64) -> f64 {
        let lead = ((others - own) / self.importance).clamp(-1.0, 1.0);
        let win = if lead >= 0.0 {
            // Certain on the top `lead` of capabilities; below, every rival must lie under c + lead.
            lead + (1.0 - whole_power(lead, self.teams)) / self.n()
        } else {
            whole_power(1.0 + lead, self.teams) / self.n()
        };
        win * own + (1.0 - win) * (1.0 - self.enmity) * others
    }

    /// Expected payoff of a team of `capability` that chooses `own` while all others play the private equilibrium.
    pub fn payoff_with_private_information(&self, own: f64, capability: f64) -> f64 {
        let (a, mu) = (self.safe_capability(), self.importance);
        let score = capability - own;
        let matched = if score <= a - 1.0 {
            score.max(0.0) * a / (a - 1.0).max(TINY)
        } else {
            score + 1.0
        };
        let matched = matched.min(mu);
        let win = whole_power(matched / mu, self.teams - 1);
        // ∫ s(x) d(x/μ)^{n−1} from the capability that ties to μ: the best rival's expected safety where it wins.
        let below = |x: f64| {
            let power = whole_power(x / mu, self.teams - 1);
            (self.n() - 1.0) / (a * self.n()) * x * power
        };
        let kink = a.clamp(matched, mu);
        let safe_part = 1.0 - whole_power(kink / mu, self.teams - 1);
        let rivals = below(kink) - below(matched) + safe_part;
        win * own + (1.0 - self.enmity) * rivals
    }

    fn n(&self) -> f64 {
        f64::from(self.teams)
    }
}
