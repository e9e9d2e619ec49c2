//! Platforms with two sides: Armstrong (2006), Rochet & Tirole (2003), and an open rival at price zero.

/// Armstrong's two-sided Hotelling duopoly; arrays are (side 1, side 2).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hotelling {
    /// c: cost per member.
    pub cost: [f64; 2],
    /// t: how much members mind the wrong platform.
    pub transport: [f64; 2],
    /// α: what a member gains per member of the other side.
    pub cross_benefit: [f64; 2],
}

impl Hotelling {
    /// p₁ = c₁ + t₁ − α₂ and p₂ = c₂ + t₂ − α₁: each side is charged less by what it brings to the other.
    pub fn prices(&self) -> [f64; 2] {
        let (c, t, a) = (self.cost, self.transport, self.cross_benefit);
        [c[0] + t[0] - a[1], c[1] + t[1] - a[0]]
    }

    /// Profit of each platform, (t₁ + t₂ − α₁ − α₂)/2.
    pub fn profit(&self) -> f64 {
        let (t, a) = (self.transport, self.cross_benefit);
        (t[0] + t[1] - a[0] - a[1]) / 2.0
    }

    /// Whether both platforms share both sides: 4t₁t₂ > (α₁ + α₂)².
    pub fn is_shared(&self) -> bool {
        let (t, a) = (self.transport, self.cross_benefit);
        4.0 * t[0] * t[1] > (a[0] + a[1]) * (a[0] + a[1])
    }

    /// A platform's members on each side when it charges `own` and the other `other`.
    pub fn members(&self, own: [f64; 2], other: [f64; 2]) -> [f64; 2] {
        let (t, a) = (self.transport, self.cross_benefit);
        let (d1, d2) = (other[0] - own[0], other[1] - own[1]);
        let spread = t[0] * t[1] - a[0] * a[1];
        [
            0.5 + 0.5 * (a[0] * d2 + t[1] * d1) / spread,
            0.5 + 0.5 * (a[1] * d1 + t[0] * d2) / spread,
        ]
    }

    /// A platform's profit when it charges `own` and the other `other`.
    pub fn profit_at(&self, own: [f64; 2], other: [f64; 2]) -> f64 {
        let members = self.members(own, other);
        (own[0] - self.cost[0]) * members[0] + (own[1] - self.cost[1]) * members[1]
    }
}

/// Rochet & Tirole's price structure of a monopoly platform (buyer, seller), given the elasticities η_B and η_S of
/// demand at these very prices: (p − c)/p = 1/η with η = η_B + η_S > 1, and p_B/η_B = p_S/η_S.
///
/// First-order conditions: a maximum if the demands are log-concave. With constant elasticities they mark a saddle.
pub fn price_structure(cost: f64, elasticities: [f64; 2]) -> [f64; 2] {
    let total = elasticities[0] + elasticities[1];
    elasticities.map(|eta| cost * eta / (total - 1.0))
}

/// The same platform's best prices when demand on side i is a_i − p_i, `reach` a: p_i = a_i − (a_B + a_S − c)/3.
pub fn linear_platform(cost: f64, reach: [f64; 2]) -> [f64; 2] {
    let markup = (reach[0] + reach[1] - cost) / 3.0;
    reach.map(|a| a - markup)
}

/// A proprietary product against a free open one of lower quality.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AgainstFree {
    /// (a_W − a_L)/2.
    pub price: f64,
    /// Share of users who pay: ½ whatever the gap.
    pub share: f64,
    /// (a_W − a_L)/4.
    pub profit: f64,
}

/// The price of a product of quality a_W against a free one of quality a_L < a_W, tastes uniform on 0…1.
///
/// The static case of Casadesus-Masanell & Ghemawat (2006), derived here.
pub fn against_free(proprietary: f64, open: f64) -> AgainstFree {
    let gap = proprietary - open;
    AgainstFree {
        price: gap / 2.0,
        share: 0.5,
        profit: gap / 4.0,
    }
}
