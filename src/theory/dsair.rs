//! Han, Pereira, Santos & Lenaerts (2020), "To regulate or not": a race of development rounds with safe and unsafe firms.

/// The strategies in the order of the rows of [`Dsair::payoffs`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strategy {
    /// AS.
    AlwaysSafe,
    /// AU.
    AlwaysUnsafe,
    /// CS: safe at first, then whatever the other did.
    ConditionallySafe,
}

/// One race between two firms drawn from a population.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dsair {
    /// b: the round's benefit, shared by those who are on the market.
    pub benefit: f64,
    /// c: cost of a safe round.
    pub cost: f64,
    /// s > 1: how much faster an unsafe firm develops.
    pub speed: f64,
    /// B: prize of whoever arrives first.
    pub prize: f64,
    /// W: rounds that a safe firm needs.
    pub rounds: f64,
    /// p_fo: probability per round that an unsafe firm is found out.
    pub found_out: f64,
    /// p_r: probability that an unsafe winner loses everything.
    pub risk: f64,
}

impl Dsair {
    /// Payoffs of one round, own action first: π11 (safe, safe), π12 (safe, unsafe), π21, π22.
    pub fn round(&self) -> (f64, f64, f64, f64) {
        let (b, c, s, p) = (self.benefit, self.cost, self.speed, self.found_out);
        (
            -c + b / 2.0,
            -c + (1.0 - p) * b / (s + 1.0) + p * b,
            (1.0 - p) * s * b / (s + 1.0),
            (1.0 - p * p) * b / 2.0,
        )
    }

    /// Average payoff per round over the race of AS, AU and CS (rows) against AS, AU and CS (columns).
    pub fn payoffs(&self) -> [[f64; 3]; 3] {
        let (safe, sucker, cheat, unsafe_) = self.round();
        let (s, kept) = (self.speed, 1.0 - self.risk);
        let per_round = self.prize / self.rounds;
        let shared = per_round / 2.0 + safe;
        // An unsafe race lasts W/s rounds; a conditional firm is exploited in the first of them only.
        let first = s / self.rounds;
        let rest = 1.0 / first - 1.0;
        [
            [shared, sucker, shared],
            [
                kept * (s * per_round + cheat),
                kept * (s * per_round / 2.0 + unsafe_),
                kept * (s * per_round + first * (cheat + rest * unsafe_)),
            ],
            [shared, first * (sucker + rest * unsafe_), shared],
        ]
    }

    /// The risk p_r above which a population of safe firms earns more than one of unsafe firms.
    pub fn collective_threshold(&self) -> f64 {
        let (safe, _, _, unsafe_) = self.round();
        let per_round = self.prize / self.rounds;
        1.0 - (per_round / 2.0 + safe) / (self.speed * per_round / 2.0 + unsafe_)
    }

    /// The risk p_r above which AS is risk-dominant against AU. Between the two thresholds lies the dilemma.
    pub fn risk_dominance_threshold(&self) -> f64 {
        let (safe, sucker, cheat, unsafe_) = self.round();
        let per_round = self.prize / self.rounds;
        1.0 - (per_round / 2.0 + safe + sucker) / (1.5 * self.speed * per_round + cheat + unsafe_)
    }
}

/// Both thresholds (collective, risk-dominance) of an early race, B/W → ∞: 1 − 1/s and 1 − 1/(3s).
pub fn early_thresholds(speed: f64) -> (f64, f64) {
    (1.0 - 1.0 / speed, 1.0 - 1.0 / (3.0 * speed))
}

/// Both thresholds of a late race, W → ∞, when nobody is found out.
///
/// 1 − (b − 2c)/b and 1 − [b(s + 3) − 4c(s + 1)]/[b(3s + 1)].
pub fn late_thresholds(benefit: f64, cost: f64, speed: f64) -> (f64, f64) {
    let (b, c, s) = (benefit, cost, speed);
    (
        1.0 - (b - 2.0 * c) / b,
        1.0 - (b * (s + 3.0) - 4.0 * c * (s + 1.0)) / (b * (3.0 * s + 1.0)),
    )
}
