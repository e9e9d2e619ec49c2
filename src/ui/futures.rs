//! From a scenario to what is shown of it: one asks, and results arrive, the latest winning.
//!
//! Now they are computed here, once per picture; workers may do it without anyone else noticing.

use super::browser;
use super::state::Pick;
use crate::game::{Headline, headlines};
use crate::num::{Lanes, Real};
use crate::sim::{Metric, Scenario, Trace, Wish, run_lanes};
use crate::study::ensemble::quantile;
use crate::study::{Ensemble, OUTCOME_METRICS, Outcomes};
use std::cell::RefCell;
use std::rc::Rc;

/// So many futures make a fan.
pub const FUTURES: usize = 64;

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

/// The quantities by which futures are compared when a typical one is looked for, every so many months.
const TYPICAL_METRICS: [Metric; 3] = [Metric::Horizon, Metric::DeveloperShare, Metric::Valuation];
const TYPICAL_STRIDE: usize = 6;
/// No single deviation counts more than this many quartile distances.
const TYPICAL_REACH: f32 = 4.0;

/// One future in full.
pub struct Story {
    trace: Trace<Lanes>,
    lane: usize,
    pub headlines: Vec<Headline>,
}

impl Story {
    fn tell(scenario: &Scenario, future: u32) -> Story {
        let lane = future as usize % Lanes::LANES;
        let trace = run_lanes(scenario, future - lane as u32, &Wish::everything());
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

/// All that is shown of a scenario.
pub struct View {
    pub scenario: Rc<Scenario>,
    pub ensemble: Rc<Ensemble>,
    pub outcomes: Rc<Outcomes>,
    /// The future closest to the medians.
    pub typical: u32,
    /// The future whose story is told.
    pub future: u32,
    pub story: Rc<Story>,
}

impl View {
    /// Computes it, taking from an earlier view what is the same.
    pub fn compute(scenario: &Rc<Scenario>, pick: Pick, before: Option<&View>) -> View {
        let same = before.filter(|v| Rc::ptr_eq(&v.scenario, scenario));
        let (ensemble, outcomes, typical) = match same {
            Some(v) => (v.ensemble.clone(), v.outcomes.clone(), v.typical),
            None => {
                let metrics: Vec<Metric> = [CHART_METRICS, OUTCOME_METRICS].concat();
                let ensemble = Ensemble::run(scenario, FUTURES, &metrics);
                let outcomes = Outcomes::read(&ensemble);
                let typical = typical(&ensemble);
                (Rc::new(ensemble), Rc::new(outcomes), typical)
            }
        };
        let future = match pick {
            Pick::Typical => typical,
            Pick::Number(n) => n.min(FUTURES as u32 - 1),
        };
        let story = match same.filter(|v| v.future == future) {
            Some(v) => v.story.clone(),
            None => Rc::new(Story::tell(scenario, future)),
        };
        View {
            scenario: scenario.clone(),
            ensemble,
            outcomes,
            typical,
            future,
            story,
        }
    }
}

/// The future that stays closest to the medians of all companies.
fn typical(ensemble: &Ensemble) -> u32 {
    let mut distance = vec![0.0_f32; ensemble.futures()];
    for metric in TYPICAL_METRICS {
        for i in 0..ensemble.companies {
            for sample in (TYPICAL_STRIDE..ensemble.samples).step_by(TYPICAL_STRIDE) {
                let values = ensemble.across(metric, i, sample);
                let mut sorted = values.clone();
                sorted.sort_unstable_by(f32::total_cmp);
                let [low, middle, high] = [0.25, 0.5, 0.75].map(|level| quantile(&sorted, level));
                let spread = (high - low).max(1e-6);
                for (far, value) in distance.iter_mut().zip(values) {
                    *far += ((value - middle).abs() / spread).min(TYPICAL_REACH);
                }
            }
        }
    }
    let nearest = (0..distance.len()).min_by(|a, b| distance[*a].total_cmp(&distance[*b]));
    nearest.unwrap_or(0) as u32
}

/// A wish for results.
struct Wanted {
    scenario: Rc<Scenario>,
    pick: Pick,
    before: Rc<View>,
    arrive: Box<dyn FnOnce(Rc<View>)>,
}

/// Where results are asked for.
#[derive(Clone, Default)]
pub struct Futures {
    wanted: Rc<RefCell<Option<Wanted>>>,
}

impl Futures {
    /// Asks for results. They arrive before the next picture is drawn, unless something else is asked for until then.
    pub fn ask(
        &self,
        scenario: Rc<Scenario>,
        pick: Pick,
        before: Rc<View>,
        arrive: impl FnOnce(Rc<View>) + 'static,
    ) {
        let wanted = Wanted {
            scenario,
            pick,
            before,
            arrive: Box::new(arrive),
        };
        if self.wanted.replace(Some(wanted)).is_some() {
            return;
        }
        let queue = self.wanted.clone();
        browser::next_frame(move || {
            if let Some(wanted) = queue.take() {
                let view = View::compute(&wanted.scenario, wanted.pick, Some(&wanted.before));
                (wanted.arrive)(Rc::new(view));
            }
        });
    }
}
