//! The fog: what a player may see of each company. Metrics in public are exact; what goes on inside is an estimate.
//!
//! An estimate is a band around a value that is off the truth by a part of its width, the same part as long as nothing
//! new is learned: the error is made of the seed, the company, the figure and the year, and draws no luck from the run.
//! Of one's own company everything is exact but how much of a leak is known to others, until that is assessed.

use super::session::{LANE, Session};
use crate::num::{Lanes, Real, mix};
use crate::sim::Metric;
use crate::sim::units::Unit;
use crate::sim::world::Company;

/// What everybody may see.
pub const PUBLIC: [Metric; 8] = [
    Metric::Valuation,
    Metric::Horizon,
    Metric::DeveloperShare,
    Metric::UserShare,
    Metric::Openness,
    Metric::Trust,
    Metric::Revenue,
    Metric::SevereSoFar,
];

/// What goes on inside, and half the width of its band when nothing is known: absolute, or as a part of the value.
/// Judgement, of the order by which outsiders' estimates of laboratories differ.
pub const INSIDE: [(Metric, Width); 5] = [
    (Metric::Laboratory, Width::Of(1.5)),
    (Metric::Cash, Width::Part(0.5)),
    (Metric::MixSecurity, Width::Of(0.05)),
    (Metric::KnowHow, Width::Of(0.4)),
    (Metric::Leaked, Width::Of(0.3)),
];

/// Half the width of a band.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Width {
    Of(f64),
    Part(f64),
}

/// A band is narrower by this part where everything of a company has leaked. Judgement.
const LEAK_TELLS: f64 = 0.7;
/// Dissecting what leaked makes bands so much narrower again. Judgement.
const DISSECTION_TELLS: f64 = 0.5;
/// The middle of a band is off the truth by at most this part of its half width, so that the truth lies within.
const OFF_MAX: f64 = 0.8;
/// Keeps the errors of estimates apart from everything else that is made of the seed.
const KEY: u64 = 0x0066_6f67;
/// Estimates are made anew once a year.
const MONTHS: u32 = 12;

/// A figure as the player knows it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sight {
    pub metric: Metric,
    /// The best guess, and the band that holds the truth; all three the same where it is known.
    pub value: f64,
    pub low: f64,
    pub high: f64,
}

impl Sight {
    /// Whether the player knows it exactly.
    pub fn is_exact(&self) -> bool {
        self.low == self.high
    }

    fn exact(metric: Metric, value: f64) -> Sight {
        Sight {
            metric,
            value,
            low: value,
            high: value,
        }
    }
}

/// What the player sees of company `i` now: public figures, then estimates of what goes on inside.
pub fn sight(session: &Session, i: usize) -> Vec<Sight> {
    sight_at(session, i, session.month())
}

/// The same of an earlier month, known as well as it is now.
pub fn sight_at(session: &Session, i: usize, month: u32) -> Vec<Sight> {
    let now = |metric: Metric| {
        let series = session.trace().series(metric, i).unwrap_or(&[]);
        series.get(month as usize).map_or(0.0, |v| v.lane(LANE))
    };
    let public = PUBLIC.iter().map(|m| Sight::exact(*m, now(*m)));
    let own = i == session.player();
    let (me, them) = (session.company(session.player()), session.company(i));
    let inside = INSIDE.iter().enumerate().map(|(k, (metric, width))| {
        let truth = now(*metric);
        let is_known = match metric {
            Metric::Leaked => own && them.assessed.lane(LANE) > 0.5 || truth == 0.0,
            _ => own,
        };
        if is_known {
            return Sight::exact(*metric, truth);
        }
        let half = narrowed(*width, truth, them, me, session.month());
        let off = error(session, i, k, month) * OFF_MAX * half;
        // No band reaches below nothing. A capability has no zero, but a laboratory that is ahead of its product can
        // do at least what everybody sees the product do.
        let floor = match metric {
            Metric::Laboratory => now(Metric::Horizon).min(truth),
            _ => 0.0,
        };
        // Nor beyond the whole.
        let ceiling = match metric.row().unit {
            Unit::Share => 1.0,
            _ => f64::MAX,
        };
        let within = |value: f64| value.max(floor).min(ceiling);
        Sight {
            metric: *metric,
            value: within(truth + off),
            low: within(truth + off - half),
            high: within(truth + off + half),
        }
    });
    public.chain(inside).collect()
}

/// Half the width of a band: less the more has leaked, and less while the player dissects leaks.
fn narrowed(
    width: Width,
    truth: f64,
    them: &Company<Lanes>,
    me: &Company<Lanes>,
    month: u32,
) -> f64 {
    let full = match width {
        Width::Of(half) => half,
        Width::Part(part) => part * truth.abs(),
    };
    let leaked = them.leaked.info.lane(LANE);
    let dissects = me.dissect_until.lane(LANE) > f64::from(month) && leaked > 0.0;
    let told = full * (1.0 - LEAK_TELLS * leaked);
    if dissects {
        told * DISSECTION_TELLS
    } else {
        told
    }
}

/// An error between −1 and 1.
fn error(session: &Session, i: usize, figure: usize, month: u32) -> f64 {
    let place = (i * INSIDE.len() + figure) as u64;
    let year = u64::from(month / MONTHS);
    let drawn = mix(session.scenario().seed.0 ^ KEY ^ mix(place << 32 | year));
    2.0 * (drawn >> 11) as f64 / (1_u64 << 53) as f64 - 1.0
}
