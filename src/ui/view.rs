//! All that is shown of a scenario: an ensemble, its outcomes, and one future in full.

use super::fans::Fans;
use super::state::Pick;
use after_the_leak::game::{Headline, headlines};
use after_the_leak::num::{Lanes, Real};
use after_the_leak::sim::{Metric, Scenario, Trace, Wish};
use after_the_leak::study::notable::Notable;
use after_the_leak::study::{Ensemble, OUTCOME_METRICS, Outcomes, Prior, Spread, eight};
use std::rc::Rc;

/// So many futures are run at once, before any others.
pub const FUTURES: usize = 64;
/// So many make the fan that follows.
pub const FAN: usize = 1000;
/// Nobody may ask for more.
pub const FUTURES_MAX: usize = 20_000;

/// What the charts show of every future, beside the outcomes.
const CHART_METRICS: &[Metric] = &[
    Metric::Horizon,
    Metric::DeveloperShare,
    Metric::UsersSoftware,
    Metric::UsersService,
    Metric::UsersContent,
    Metric::UsersPersonal,
    Metric::Fundamental,
    Metric::Trust,
    Metric::AllIncidents,
    Metric::Cash,
    Metric::Revenue,
];

/// What is kept of every future.
pub fn metrics() -> Vec<Metric> {
    [CHART_METRICS, OUTCOME_METRICS].concat()
}

/// One future in full.
pub struct Story {
    trace: Trace<Lanes>,
    lane: usize,
    pub headlines: Vec<Headline>,
}

impl Story {
    fn tell(scenario: &Scenario, spread: Spread, future: u32) -> Story {
        let lane = future as usize % Lanes::LANES;
        let first_future = future - lane as u32;
        let prior = Prior::of(scenario, spread);
        let trace = eight(scenario, &prior, first_future, &Wish::everything());
        let headlines = headlines(scenario, &trace, lane);
        Story {
            trace,
            lane,
            headlines,
        }
    }

    /// A metric of company `i` (0 for the industry) over the months.
    pub fn series(&self, metric: Metric, i: usize) -> Vec<f32> {
        self.trace.lane(metric, i, self.lane)
    }

    /// A metric at one month; NaN beyond the end.
    pub fn at(&self, metric: Metric, i: usize, month: u32) -> f32 {
        let series = self.trace.series(metric, i).unwrap_or(&[]);
        series
            .get(month as usize)
            .map_or(f32::NAN, |v| v.lane(self.lane) as f32)
    }
}

/// All that is shown of a scenario. A copy shares the large parts.
#[derive(Clone)]
pub struct View {
    pub scenario: Rc<Scenario>,
    pub spread: Spread,
    pub fans: Rc<Fans>,
    pub outcomes: Rc<Outcomes>,
    /// The future everybody gets: of the first [`FUTURES`] the one closest to the medians.
    pub typical: u32,
    /// The future whose story is told.
    pub future: u32,
    /// The rule by which it was picked.
    pub picked: Option<Notable>,
    pub story: Rc<Story>,
}

impl View {
    /// Runs the first futures, taking from an earlier view what is the same; `focus` is the company in front.
    pub fn compute(
        scenario: &Rc<Scenario>,
        spread: Spread,
        pick: Pick,
        focus: usize,
        before: Option<&View>,
    ) -> View {
        let same = before.filter(|v| v.is_of(scenario, spread));
        let (fans, outcomes, typical) = match same {
            Some(v) => (v.fans.clone(), v.outcomes.clone(), v.typical),
            None => {
                let ensemble = Ensemble::run_spread(scenario, spread, FUTURES, &metrics());
                let outcomes = Outcomes::read(&ensemble);
                let typical = Notable::Typical.pick(&ensemble, focus);
                (Rc::new(Fans::of(ensemble)), Rc::new(outcomes), typical)
            }
        };
        let (future, picked) = match pick {
            Pick::Typical => (typical, Some(Notable::Typical)),
            Pick::Rule(rule) => (rule.pick(&fans.ensemble, focus), Some(rule)),
            Pick::Number(n) => {
                let n = n.min(FUTURES_MAX as u32 - 1);
                (n, same.filter(|v| v.future == n).and_then(|v| v.picked))
            }
        };
        let story = match same.filter(|v| v.future == future) {
            Some(v) => v.story.clone(),
            None => Rc::new(Story::tell(scenario, spread, future)),
        };
        View {
            scenario: scenario.clone(),
            spread,
            fans,
            outcomes,
            typical,
            future,
            picked,
            story,
        }
    }

    /// Whether it shows this scenario and kind of uncertainty.
    pub fn is_of(&self, scenario: &Rc<Scenario>, spread: Spread) -> bool {
        Rc::ptr_eq(&self.scenario, scenario) && self.spread == spread
    }

    /// This view, with the futures of another one of the same where those are more.
    pub fn with_more_of(self: Rc<View>, other: &View) -> Rc<View> {
        if other.futures() <= self.futures() || !other.is_of(&self.scenario, self.spread) {
            return self;
        }
        Rc::new(View {
            fans: other.fans.clone(),
            outcomes: other.outcomes.clone(),
            ..(*self).clone()
        })
    }

    /// How many futures it shows.
    pub fn futures(&self) -> usize {
        self.fans.futures()
    }
}

/// More futures of what a view shows.
pub struct Filled {
    pub scenario: Rc<Scenario>,
    pub spread: Spread,
    pub fans: Rc<Fans>,
    pub outcomes: Rc<Outcomes>,
}

impl Filled {
    pub fn of(scenario: Rc<Scenario>, spread: Spread, fans: Rc<Fans>) -> Filled {
        Filled {
            outcomes: Rc::new(Outcomes::read(&fans.ensemble)),
            scenario,
            spread,
            fans,
        }
    }

    /// The view with these futures; nothing if it shows something else by now.
    pub fn fill(&self, view: &View) -> Option<View> {
        view.is_of(&self.scenario, self.spread).then(|| View {
            fans: self.fans.clone(),
            outcomes: self.outcomes.clone(),
            ..view.clone()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_future_told_is_the_one_in_the_fan() {
        let scenario = Rc::new(Scenario::default());
        for spread in [Spread::Luck, Spread::Wide] {
            let view = View::compute(&scenario, spread, Pick::Number(21), 0, None);
            for metric in [Metric::Valuation, Metric::Cash, Metric::AllSevere] {
                let in_fan = view.fans.ensemble.future(metric, 0, 21);
                assert_eq!(view.story.series(metric, 0), in_fan);
            }
            // One beyond those that are there is told all the same.
            let far = View::compute(&scenario, spread, Pick::Number(777), 0, Some(&view));
            assert_eq!((far.future, far.futures()), (777, FUTURES));
            assert!(Rc::ptr_eq(&far.fans, &view.fans));
            let ensemble = Ensemble::run_spread(&scenario, spread, 784, &[Metric::Trust]);
            let series = ensemble.future(Metric::Trust, 1, 777);
            assert_eq!(far.story.series(Metric::Trust, 1), series);
        }
    }

    #[test]
    fn more_futures_replace_fewer_of_the_same_only() {
        let scenario = Rc::new(Scenario::default());
        let view = Rc::new(View::compute(
            &scenario,
            Spread::Luck,
            Pick::Typical,
            0,
            None,
        ));
        let ensemble = Ensemble::run(&scenario, 128, &metrics());
        let fans = Rc::new(Fans::of(ensemble));
        let filled = Filled::of(scenario.clone(), Spread::Luck, fans.clone());
        let full = filled.fill(&view).expect("the same scenario");
        assert_eq!((full.futures(), full.future), (128, view.future));
        assert_eq!(full.outcomes.futures, 128);
        assert_eq!(view.clone().with_more_of(&full).futures(), 128);
        assert!(Rc::ptr_eq(&view.clone().with_more_of(&view), &view));
        let wide = Filled::of(scenario, Spread::Wide, fans);
        assert!(wide.fill(&view).is_none());
    }
}
