//! Stylised facts: what the literature and the model's own logic say must show, each as a paired experiment.
//!
//! All arms of a fact run the same futures with the same luck, so that a difference is due to the words that
//! differ. Each arm can be opened as a scenario. A fact passes if its sign is right by more than
//! [`STANDARD_ERRORS`] standard errors, or if its bound holds with that margin.

mod ending;
mod investors;
mod laws;
mod leaks;
mod openness;
mod race;
mod reading;
mod standards;

pub use reading::{Form, Reading, When, Whose};

use super::{Ensemble, Spread, mean_and_error};
use crate::sim::metrics::Metric;
use crate::sim::{Scenario, Wish};
use core::fmt;

/// Futures in which a fact must hold.
pub const FUTURES: usize = 1000;
/// A difference counts if it is more than this many standard errors from zero.
pub const STANDARD_ERRORS: f64 = 4.0;

/// One side of a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arm {
    pub label: &'static str,
    /// The scenario as words, the preset first.
    pub words: String,
    /// Steps a month: 1, or 4 for weeks.
    pub parts: u32,
}

impl Arm {
    /// An arm in monthly steps: the words common to all, then its own.
    pub fn new(label: &'static str, common: &str, own: &str) -> Arm {
        Arm {
            label,
            words: format!("{common} {own}").trim().to_string(),
            parts: 1,
        }
    }

    /// The scenario, and what could not be taken as written (nothing, for the facts here).
    pub fn scenario(&self) -> (Scenario, Vec<String>) {
        let pairs = || {
            self.words
                .split_whitespace()
                .filter_map(|w| w.split_once('='))
        };
        let preset = pairs().find(|(key, _)| *key == "preset");
        let named = preset.and_then(|(_, id)| Scenario::named(id));
        let mut notes = vec![];
        if named.is_none() {
            notes.push(format!("No preset in “{}”.", self.words));
        }
        let mut scenario = named.unwrap_or_default();
        for (key, value) in pairs().filter(|(key, _)| *key != "preset") {
            notes.extend(scenario.set(key, value));
        }
        (scenario, notes)
    }

    fn run(&self, futures: usize, metrics: &[Metric]) -> (Scenario, Ensemble) {
        let (scenario, notes) = self.scenario();
        debug_assert!(notes.is_empty(), "{notes:?}");
        let wish = Wish {
            parts: self.parts,
            ..Wish::of(metrics)
        };
        let ensemble = Ensemble::run_wish(&scenario, Spread::Luck, futures, &wish);
        (scenario, ensemble)
    }
}

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compare {
    /// The value of the only arm.
    Value,
    /// Each arm with the one before it, future by future.
    Step,
    /// Arms come in pairs; of each pair the mean of the second over the mean of the first. A single pair is
    /// looked at as it is, of several each is compared with the one before it.
    Ratio,
}

/// What must come out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Expected {
    /// Every step up.
    Higher,
    /// Every step down.
    Lower,
    /// Within these, with a margin of [`STANDARD_ERRORS`] standard errors.
    Within(f64, f64),
    /// Not told apart from zero.
    Same,
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Expected::Higher => write!(f, "> 0"),
            Expected::Lower => write!(f, "< 0"),
            Expected::Within(low, high) if -low == *high => write!(f, "within ±{high}"),
            Expected::Within(low, high) => write!(f, "{low} … {high}"),
            Expected::Same => write!(f, "= 0"),
        }
    }
}

/// A statement that must show in the model, and the experiment that shows it.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Its name on the command line: small letters and dashes.
    pub id: &'static str,
    /// One sentence.
    pub claim: &'static str,
    pub source: &'static str,
    pub arms: Vec<Arm>,
    pub reading: Reading,
    pub compare: Compare,
    pub expected: Expected,
}

/// How an arm came out.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    pub label: &'static str,
    /// Mean over futures, and its standard error.
    pub mean: f64,
    pub error: f64,
    /// Median over futures, at the start and after each month.
    pub median: Vec<f32>,
}

/// How a fact came out.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    pub futures: usize,
    /// What is compared, and its standard error; of several steps the one nearest to failing.
    pub mean: f64,
    pub error: f64,
    /// All that is compared, step by step: mean and standard error.
    pub steps: Vec<(f64, f64)>,
    pub passes: bool,
    pub arms: Vec<Seen>,
}

impl Fact {
    /// Runs the experiment with at least `futures` futures.
    pub fn measure(&self, futures: usize) -> Finding {
        let mut findings = measure(core::slice::from_ref(self), futures);
        findings.remove(0)
    }

    fn judge(&self, samples: &[Vec<f64>], arms: Vec<Seen>) -> Finding {
        let compared = self.compared(samples);
        let worst = compared.iter().copied().min_by(|a, b| {
            self.expected
                .margin(*a)
                .total_cmp(&self.expected.margin(*b))
        });
        let (mean, error) = worst.unwrap_or((f64::NAN, f64::NAN));
        Finding {
            futures: samples.first().map_or(0, Vec::len),
            mean,
            error,
            steps: compared,
            passes: self.expected.margin((mean, error)) > 0.0,
            arms,
        }
    }

    /// What each step compares, in words: as many as [`Finding::steps`].
    pub fn step_labels(&self) -> Vec<String> {
        let labels: Vec<&str> = self.arms.iter().map(|a| a.label).collect();
        let against = |pair: &[&str]| format!("{} against {}", pair[1], pair[0]);
        match self.compare {
            Compare::Value => labels.iter().map(|l| l.to_string()).collect(),
            Compare::Step => labels.windows(2).map(against).collect(),
            Compare::Ratio => match labels.chunks_exact(2).collect::<Vec<_>>().as_slice() {
                [one] => vec![against(one)],
                many => many
                    .windows(2)
                    .map(|pair| against(&[pair[0][0], pair[1][0]]))
                    .collect(),
            },
        }
    }

    /// What is compared, step by step: mean and standard error.
    fn compared(&self, samples: &[Vec<f64>]) -> Vec<(f64, f64)> {
        let difference = |a: &[f64], b: &[f64]| {
            let differences: Vec<f64> = a.iter().zip(b).map(|(a, b)| b - a).collect();
            mean(&differences)
        };
        match self.compare {
            Compare::Value => samples.iter().map(|s| mean(s)).collect(),
            Compare::Step => samples
                .windows(2)
                .map(|pair| difference(&pair[0], &pair[1]))
                .collect(),
            Compare::Ratio => {
                let ratios: Vec<Ratio> = samples.chunks_exact(2).map(Ratio::of).collect();
                match ratios.as_slice() {
                    [one] => vec![mean(&one.influence)],
                    many => many
                        .windows(2)
                        .map(|pair| difference(&pair[0].influence, &pair[1].influence))
                        .collect(),
                }
            }
        }
    }
}

impl Expected {
    /// Between which values what is compared should lie, given its standard error; an open end is infinite.
    pub fn bounds(self, error: f64) -> (f64, f64) {
        match self {
            Expected::Higher => (0.0, f64::INFINITY),
            Expected::Lower => (f64::NEG_INFINITY, 0.0),
            Expected::Within(low, high) => (low, high),
            Expected::Same => (-STANDARD_ERRORS * error, STANDARD_ERRORS * error),
        }
    }

    /// Above 0 if a mean with this standard error is as expected, and the more the clearer.
    fn margin(self, (mean, error): (f64, f64)) -> f64 {
        let doubt = STANDARD_ERRORS * error;
        match self {
            Expected::Higher => mean - doubt,
            Expected::Lower => -mean - doubt,
            Expected::Within(low, high) => (mean - low).min(high - mean) - doubt,
            // The only expectation that doubt helps: nothing is claimed beyond "cannot be told apart".
            Expected::Same => doubt - mean.abs(),
        }
    }
}

/// A ratio of means by the delta method: the mean of `influence` is the ratio, its spread gives the error.
struct Ratio {
    influence: Vec<f64>,
}

impl Ratio {
    /// Second over first.
    fn of(pair: &[Vec<f64>]) -> Ratio {
        let (below, above) = (mean(&pair[0]).0, mean(&pair[1]).0);
        let ratio = above / below;
        let influence = pair[0].iter().zip(&pair[1]);
        Ratio {
            influence: influence
                .map(|(a, b)| ratio + (b - ratio * a) / below)
                .collect(),
        }
    }
}

/// Mean and its standard error.
fn mean(values: &[f64]) -> (f64, f64) {
    mean_and_error(values.iter().copied())
}

/// Measures facts that share their arms, running each arm once. Panics if they do not.
pub fn measure(facts: &[Fact], futures: usize) -> Vec<Finding> {
    let Some(first) = facts.first() else {
        return vec![];
    };
    assert!(facts.iter().all(|f| f.arms == first.arms));
    let mut metrics: Vec<Metric> = vec![];
    for metric in facts.iter().flat_map(|f| f.reading.metrics) {
        if !metrics.contains(metric) {
            metrics.push(*metric);
        }
    }
    let mut samples = vec![vec![]; facts.len()];
    let mut seen = vec![vec![]; facts.len()];
    for arm in &first.arms {
        let (scenario, ensemble) = arm.run(futures, &metrics);
        for (k, fact) in facts.iter().enumerate() {
            let values = fact.reading.read(&ensemble, &scenario);
            let (mean, error) = mean(&values);
            seen[k].push(Seen {
                label: arm.label,
                mean,
                error,
                median: fact.reading.median(&ensemble, &scenario),
            });
            samples[k].push(values);
        }
    }
    let judged = facts.iter().zip(samples).zip(seen);
    judged
        .map(|((fact, samples), seen)| fact.judge(&samples, seen))
        .collect()
}

/// Every fact.
pub fn all() -> Vec<Fact> {
    experiments().into_iter().flatten().collect()
}

/// Every fact, those that share their arms together: what [`measure`] takes.
pub fn experiments() -> Vec<Vec<Fact>> {
    [
        openness::experiments as fn() -> Vec<Vec<Fact>>,
        leaks::experiments,
        race::experiments,
        standards::experiments,
        investors::experiments,
        laws::experiments,
        ending::experiments,
    ]
    .into_iter()
    .flat_map(|list| list())
    .collect()
}

/// Nothing leaks by chance and nobody changes course: where facts are looked for unless they say otherwise.
const QUIET: &str = "preset=baseline leak_hazard=0";

/// What one experiment shows, row by row.
struct Row {
    id: &'static str,
    claim: &'static str,
    source: &'static str,
    reading: Reading,
    compare: Compare,
    expected: Expected,
}

/// A row that compares arms step by step.
const fn row(
    id: &'static str,
    claim: &'static str,
    source: &'static str,
    reading: Reading,
    expected: Expected,
) -> Row {
    Row {
        id,
        claim,
        source,
        reading,
        compare: Compare::Step,
        expected,
    }
}

impl Row {
    const fn compare(self, compare: Compare) -> Row {
        Row { compare, ..self }
    }
}

/// The facts that one set of arms shows.
fn experiment<const N: usize>(arms: Vec<Arm>, rows: [Row; N]) -> Vec<Fact> {
    let fact = |row: Row| Fact {
        id: row.id,
        claim: row.claim,
        source: row.source,
        arms: arms.clone(),
        reading: row.reading,
        compare: row.compare,
        expected: row.expected,
    };
    rows.into_iter().map(fact).collect()
}

/// Arms that differ in their own words.
fn arms<const N: usize>(common: &str, own: [(&'static str, &str); N]) -> Vec<Arm> {
    own.map(|(label, own)| Arm::new(label, common, own))
        .to_vec()
}

#[cfg(test)]
mod tests;
