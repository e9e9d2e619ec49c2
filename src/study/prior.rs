//! What differs from future to future: luck alone, or luck and the parameters nobody has set.

use super::sobol::{DIMENSIONS, Dimension};
use crate::num::{Real, mix};
use crate::sim::params::{PARAMS, Params};
use crate::sim::scenario::Scenario;
use crate::sim::table::Row;

/// The kind of uncertainty an ensemble shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Spread {
    /// Futures differ by luck alone.
    #[default]
    Luck,
    /// Futures differ by luck, and by parameters drawn from their likely ranges.
    Wide,
}

impl Spread {
    /// Its name in links and messages.
    pub fn name(self) -> &'static str {
        match self {
            Spread::Luck => "luck",
            Spread::Wide => "wide",
        }
    }

    /// What the view of a link shows: words separated by dots, one of which may be a kind.
    pub fn in_view(view: &str) -> Spread {
        view.split('.').find_map(Spread::named).unwrap_or_default()
    }

    /// The kind of this name.
    pub fn named(name: &str) -> Option<Spread> {
        [Spread::Luck, Spread::Wide]
            .into_iter()
            .find(|s| s.name() == name)
    }
}

/// A likely range that spans at least this factor is drawn from evenly in its logarithm.
const DECADE: f64 = 10.0;
/// Keeps the scrambling apart from the streams of luck, which come from the same seed.
const KEY: u64 = 0x7072_696f_7273;
/// What is scheduled is part of the story, not uncertain; the table knows it by its unit.
const SCHEDULED: &str = "month";
/// So is what is off unless somebody asks for it.
const OPTIONAL: &str = "per severe incident";

/// How one parameter is drawn.
#[derive(Clone, Debug)]
struct Draw {
    /// Place in [`PARAMS`].
    place: usize,
    /// Its own, whatever is set: so setting one parameter leaves the draws of all others.
    dimension: Dimension,
    low: f64,
    high: f64,
    in_logarithm: bool,
}

impl Draw {
    fn of(dimension: usize, place: usize, row: &Row, seed: u64) -> Draw {
        let (low, high) = row.likely;
        Draw {
            place,
            dimension: Dimension::new(dimension, seed),
            low,
            high,
            in_logarithm: low > 0.0 && high >= DECADE * low,
        }
    }

    fn value(&self, future: u32) -> f64 {
        let u = self.dimension.at(future);
        let value = if self.in_logarithm {
            self.low * libm::exp(u * libm::log(self.high / self.low))
        } else {
            self.low + u * (self.high - self.low)
        };
        // Rounding must not leave the range.
        value.clamp(self.low, self.high)
    }
}

/// The parameters of every future of a scenario.
///
/// With [`Spread::Wide`] a parameter is drawn evenly from its likely range, from a range of a decade or more
/// evenly in its logarithm; parameters are drawn independently of each other, by scrambled Sobol' points, so
/// that a thousand futures cover the ranges far more evenly than a thousand random draws. Not drawn are
/// choices, what is scheduled, what is off unless asked for, and whatever the scenario or its preset sets: that stays
/// as set.
///
/// Future `n` has the parameters of point `n`: they depend on the seed and `n`, not on how many are run.
#[derive(Clone, Debug)]
pub struct Prior {
    set: Params<f64>,
    draws: Vec<Draw>,
}

impl Prior {
    pub fn of(scenario: &Scenario, spread: Spread) -> Prior {
        let preset = Scenario::preset(scenario.preset).params.to_array();
        let set = scenario.params.to_array();
        let seed = mix(scenario.seed.0 ^ KEY);
        let uncertain = |place: usize, row: &Row| {
            let is_default = set[place] == row.default && preset[place] == row.default;
            is_default && row.choices.is_empty() && row.unit != SCHEDULED
        };
        let draws = match spread {
            Spread::Luck => vec![],
            Spread::Wide => PARAMS
                .iter()
                .enumerate()
                .filter(|(_, row)| row.unit != OPTIONAL)
                .enumerate()
                .filter(|(_, (place, row))| uncertain(*place, row))
                .map(|(dimension, (place, row))| Draw::of(dimension, place, row, seed))
                .collect(),
        };
        Prior {
            set: scenario.params,
            draws,
        }
    }

    /// How many parameters are drawn.
    pub fn drawn(&self) -> usize {
        self.draws.len()
    }

    /// The parameters of futures `first_future`, `first_future + 1`, …, as many as `R` holds.
    pub fn params<R: Real>(&self, first_future: u32) -> Params<R> {
        let mut values = self.set.map(R::of).to_array();
        for draw in &self.draws {
            values[draw.place] = R::from_lanes(|lane| draw.value(first_future + lane as u32));
        }
        Params::from_array(values)
    }
}

const _: () = assert!(
    PARAMS.len() <= DIMENSIONS,
    "every parameter has a dimension of its own"
);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::num::Lanes;

    fn place(key: &str) -> usize {
        PARAMS.iter().position(|row| row.key == key).expect(key)
    }

    fn draws(prior: &Prior, key: &str, futures: u32) -> Vec<f64> {
        (0..futures)
            .map(|n| prior.params::<f64>(n).get(place(key)))
            .collect()
    }

    #[test]
    fn luck_alone_leaves_the_parameters() {
        let scenario = Scenario::default();
        let prior = Prior::of(&scenario, Spread::Luck);
        assert_eq!(prior.params::<f64>(17), scenario.params);
    }

    #[test]
    fn draws_fill_the_likely_range_and_nothing_else() {
        let prior = Prior::of(&Scenario::default(), Spread::Wide);
        for draw in &prior.draws {
            let values: Vec<f64> = (0..256).map(|n| draw.value(n)).collect();
            let (low, high) = PARAMS[draw.place].likely;
            let (least, most) = values
                .iter()
                .fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), v| {
                    (a.min(*v), b.max(*v))
                });
            let reach = (high - low) * 0.05;
            let key = PARAMS[draw.place].key;
            assert!(low <= least && least < low + reach, "{key}");
            assert!(high >= most && most > high - reach, "{key}");
        }
    }

    #[test]
    fn half_of_the_draws_lie_below_the_middle() {
        let prior = Prior::of(&Scenario::default(), Spread::Wide);
        let below = |key: &str, middle: f64| {
            draws(&prior, key, 256)
                .iter()
                .filter(|v| **v < middle)
                .count()
        };
        assert_eq!(below("capability_growth", 2.8), 128);
        // From 0.1 to 2 in the logarithm.
        assert_eq!(below("absorptive_half", 0.2_f64.sqrt()), 128);
    }

    #[test]
    fn what_is_set_stays_as_set() {
        let mut scenario = Scenario::named("standard-war").expect("a preset");
        scenario.set("capability_growth", "3");
        // As the preset has it, by hand to the default, scheduled, a choice, and an option.
        let default = PARAMS[place("network_strength")].default;
        let by_preset = scenario.params.network_strength;
        assert_ne!(by_preset, default);
        for (key, value) in [
            ("capability_growth", 3.0),
            ("network_strength", by_preset),
            ("leak_month", scenario.params.leak_month),
            ("rivals", scenario.params.rivals),
            ("catastrophe_probability", 0.0),
        ] {
            let prior = Prior::of(&scenario, Spread::Wide);
            assert!(draws(&prior, key, 32).iter().all(|v| *v == value), "{key}");
        }
        scenario.set("network_strength", &default.to_string());
        let prior = Prior::of(&scenario, Spread::Wide);
        assert!(
            draws(&prior, "network_strength", 32)
                .iter()
                .all(|v| *v == default)
        );
    }

    #[test]
    fn setting_one_parameter_leaves_the_draws_of_all_others() {
        let usual = Prior::of(&Scenario::default(), Spread::Wide);
        let mut scenario = Scenario::default();
        scenario.set("capability_growth", "3");
        let changed = Prior::of(&scenario, Spread::Wide);
        assert_eq!(changed.drawn() + 1, usual.drawn());
        let (mut a, b) = (usual.params::<f64>(5), changed.params::<f64>(5));
        a.capability_growth = 3.0;
        assert_eq!(a, b);
    }

    #[test]
    fn a_lane_has_the_parameters_of_its_future() {
        let prior = Prior::of(&Scenario::default(), Spread::Wide);
        let lanes = prior.params::<Lanes>(16).to_array();
        let alone = prior.params::<f64>(19).to_array();
        for (of_lanes, value) in lanes.iter().zip(alone) {
            assert_eq!(of_lanes.lane(3) as f32, value as f32);
        }
        let other = Scenario {
            seed: crate::sim::seed::Seed(1),
            ..Scenario::default()
        };
        assert_ne!(
            Prior::of(&other, Spread::Wide).params::<f64>(19).to_array(),
            alone
        );
    }
}
