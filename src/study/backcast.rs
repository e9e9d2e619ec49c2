//! Back-casts: what the model gives for periods that have been observed, how far off it is, and why.
//!
//! Each takes the parameters' defaults, except the one that it says was fitted. None of the parameters was
//! set to reproduce a series here, but for the open-weights lag, as its source in the table says.

use super::Ensemble;
use super::history::{Observation, series};
use crate::sim::ecosystem::NETWORK_UTILS;
use crate::sim::metrics::Metric;
use crate::sim::{Params, Scenario};
use crate::theory::trend::Line;
use crate::theory::{bass, choice, relax};

/// Futures behind what the whole model gives.
const FUTURES: usize = 512;
const MONTHS_PER_YEAR: f64 = 12.0;
/// Observed series that more than one back-cast, or none of its name, looks at.
const OPEN_WEIGHTS_LAG: &str = "open-weights-lag";
const METR_HORIZON: &str = "metr-horizon";
const AI_INCIDENTS: &str = "ai-incidents";
/// The place of the open lab, and the closed companies, in the baseline.
const OPEN: usize = 4;

/// One observation and what the model gives for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// A date, or what else tells the point from others.
    pub date: String,
    /// Where it stands in time, years: of the calendar, or of a run of the model.
    pub year: f64,
    pub observed: f64,
    pub modelled: f64,
    /// Between these lie 90 % of the futures, where what the model gives is a mean over futures.
    pub band: Option<(f64, f64)>,
}

/// A series, observed and modelled.
#[derive(Clone, Debug, PartialEq)]
pub struct Backcast {
    /// Its name on the command line.
    pub id: &'static str,
    /// The name of what was observed among the observed series.
    pub observed: &'static str,
    /// What was observed, in words.
    pub series: &'static str,
    pub period: String,
    /// What stands for the model, in words.
    pub model_words: String,
    pub points: Vec<Point>,
    /// How many of the first points are where the model starts, not what it gives.
    pub given: usize,
    /// Root mean square of modelled minus observed, over what the model gives.
    pub error: f64,
    /// Of observations, model and error.
    pub unit: &'static str,
    /// What a reader should make of it.
    pub verdict: &'static str,
}

/// Every back-cast. The whole model runs in three of them: about a second.
pub fn all() -> Vec<Backcast> {
    let baseline = Baseline::run();
    let mut all = TRANSITIONS.map(transition).to_vec();
    all.extend([
        open_weights_lag(
            &baseline,
            Metric::Reasons,
            "open-weights-lag",
            "product",
            "A miss: twice the observed lag, and it grows. Launches come at random in the model, so that the open lab's last product is often old while the freshest of four closed ones is not; and closed companies outgrow the open lab's budget.",
        ),
        open_weights_lag(
            &baseline,
            Metric::Laboratory,
            "open-laboratory-lag",
            "laboratory",
            "What catch-up was calibrated on, and what nobody outside can observe: right for two years, then the lag grows to seven months as the open lab falls behind in budget.",
        ),
        trend_forecast(),
        model_forecast(&baseline),
        incidents(&baseline),
        adoption(
            "developer-adoption",
            "Developers who use AI tools or plan to",
            "The coefficients, not fitted to it, are six points ahead for 2024 and two for 2025. The survey counts plans; in the whole model the ceiling of what agents are good for, 65 % while they are colleagues, would bind before.",
        ),
        adoption(
            "firm-adoption",
            "US firms that use AI",
            "One step only, between the two ends of a published range, and the model is two points ahead: firms adopt more slowly than the coefficients say.",
        ),
    ]);
    all
}

impl Backcast {
    fn new(
        (id, observed): (&'static str, &'static str),
        series: &'static str,
        unit: &'static str,
        given: usize,
        points: Vec<Point>,
    ) -> Backcast {
        let squares = points[given..].iter().map(|p| {
            let miss = p.modelled - p.observed;
            miss * miss
        });
        let error = (squares.sum::<f64>() / (points.len() - given).max(1) as f64).sqrt();
        let period = match (points.first(), points.last()) {
            (Some(first), Some(last)) => format!("{} to {}", first.date, last.date),
            _ => String::new(),
        };
        Backcast {
            id,
            observed,
            series,
            period,
            model_words: String::new(),
            points,
            given,
            error,
            unit,
            verdict: "",
        }
    }

    fn says(self, model_words: String, verdict: &'static str) -> Backcast {
        Backcast {
            model_words,
            verdict,
            ..self
        }
    }
}

fn point(o: &Observation, modelled: f64) -> Point {
    Point {
        date: o.date.to_string(),
        year: o.year(),
        observed: o.value,
        modelled,
        band: None,
    }
}

/// A change of the platform that most build for.
struct Transition {
    id: &'static str,
    series: &'static str,
    verdict: &'static str,
}

const TRANSITIONS: [Transition; 4] = [
    Transition {
        id: "android-share",
        series: "Android's share of smartphones sold",
        verdict: "One fitted number follows five years within three points: the first year a little too fast, the rest as it was. An advantage this small suffices because developers attract developers.",
    },
    Transition {
        id: "pytorch-share",
        series: "PyTorch's share of papers that name it or TensorFlow",
        verdict: "The model is too smooth: researchers moved thirty points in the one year after the new framework was ready, the model spreads that over two. The later counts are of other papers, so that part of the miss is theirs.",
    },
    Transition {
        id: "kubernetes-share",
        series: "Kubernetes among organisations with containers",
        verdict: "Within half a point; but two years of even growth hardly test anything.",
    },
    Transition {
        id: "qwen-share",
        series: "Qwen's share of new derivatives of open models",
        verdict: "Two observations and one fitted number agree by construction. What can be judged is the number: an advantage of this size is what open weights and a fraction of a doubling of capability are worth to developers in the model.",
    },
];

/// The developer dynamics between one platform and the rest, with one number fitted: its advantage in utility.
fn transition(of: Transition) -> Backcast {
    let observed = series(of.id);
    let miss = |advantage: f64| {
        let shares = shares(&observed, advantage);
        let squares = observed
            .iter()
            .zip(shares)
            .map(|(o, s)| (s - o.value) * (s - o.value));
        squares.sum::<f64>()
    };
    let advantage = least(miss, ADVANTAGE);
    let points = observed.iter().zip(shares(&observed, advantage));
    let points = points.map(|(o, share)| point(o, share)).collect();
    let words = format!(
        "Developers' choice with inertia and network effects, between two ecosystems, from the first observation; fitted: an advantage of {advantage:.2} utils"
    );
    Backcast::new((of.id, of.id), of.series, "share", 1, points).says(words, of.verdict)
}

/// Advantages among which the fitted one is looked for, utils.
const ADVANTAGE: (f64, f64) = (-6.0, 8.0);

/// Shares at the observed dates, from the first observed one, in steps of about a month.
fn shares(observed: &[Observation], advantage: f64) -> Vec<f64> {
    let p = Params::<f64>::default();
    let pull = p.network_strength * (1.0 - p.multi_homing) * NETWORK_UTILS;
    let mut share = observed[0].value;
    let mut shares = vec![share];
    for pair in observed.windows(2) {
        let years = pair[1].years_since(&pair[0]);
        let steps = (years * MONTHS_PER_YEAR).round().max(1.0);
        for _ in 0..steps as u32 {
            let mut liked = [advantage + pull * share, pull * (1.0 - share)];
            choice::softmax(&mut liked);
            share = relax::toward(share, liked[0], p.developer_rechoice, years / steps);
        }
        shares.push(share);
    }
    shares
}

/// Where a function with one valley is least, by golden section.
fn least(f: impl Fn(f64) -> f64, (mut low, mut high): (f64, f64)) -> f64 {
    /// (√5 − 1)/2.
    const GOLDEN: f64 = 0.618_033_988_749_895;
    const NEAR: f64 = 1e-9;
    while high - low > NEAR {
        let (a, b) = (high - GOLDEN * (high - low), low + GOLDEN * (high - low));
        if f(a) < f(b) { high = b } else { low = a }
    }
    (low + high) / 2.0
}

/// What the back-casts need of the whole model: the baseline.
struct Baseline {
    ensemble: Ensemble,
}

impl Baseline {
    fn run() -> Baseline {
        let scenario = Scenario::named("baseline").unwrap_or_default();
        let metrics = [Metric::Reasons, Metric::Laboratory, Metric::AllIncidents];
        Baseline {
            ensemble: Ensemble::run(&scenario, FUTURES, &metrics),
        }
    }

    /// A number per future.
    fn each(&self, of: impl Fn(usize) -> f64) -> Vec<f64> {
        (0..self.ensemble.futures()).map(of).collect()
    }

    /// How many months ago the best closed company was where the open lab is at the end of a year.
    fn lag(&self, metric: Metric, future: usize, year: usize) -> f64 {
        let month = year * MONTHS_PER_YEAR as usize;
        let path = |i| self.ensemble.future(metric, i, future);
        let open = path(OPEN)[month];
        let closed: Vec<Vec<f32>> = (0..OPEN).map(path).collect();
        let frontier = |m: usize| closed.iter().map(|c| c[m]).fold(f32::MIN, f32::max);
        let Some(since) = (0..=month).find(|m| frontier(*m) >= open) else {
            return 0.0;
        };
        if since == 0 {
            return month as f64;
        }
        // Between two months the frontier moves in a straight line.
        let (before, after) = (frontier(since - 1), frontier(since));
        let part = f64::from((open - before) / (after - before));
        month as f64 - (since as f64 - 1.0 + part)
    }

    /// Doublings per year of the best laboratory over the first `years`, by future.
    fn growth(&self, years: usize) -> Vec<f64> {
        let companies = self.ensemble.companies;
        let best = |future: usize, month: usize| {
            let labs =
                (0..companies).map(|i| self.ensemble.future(Metric::Laboratory, i, future)[month]);
            f64::from(labs.fold(f32::MIN, f32::max))
        };
        let months = years * MONTHS_PER_YEAR as usize;
        self.each(|f| (best(f, months) - best(f, 0)) / years as f64)
    }

    /// Number of incidents in a year, from 1, by future.
    fn incidents(&self, year: usize) -> Vec<f64> {
        let months = MONTHS_PER_YEAR as usize;
        self.each(|f| {
            let all = self.ensemble.future(Metric::AllIncidents, 0, f);
            let year = &all[(year - 1) * months + 1..=year * months];
            year.iter().map(|n| f64::from(*n)).sum()
        })
    }
}

/// Mean over futures.
fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// Between which 90 % of the values lie.
fn band(mut values: Vec<f64>) -> (f64, f64) {
    const TAIL: f64 = 0.05;
    values.sort_by(f64::total_cmp);
    let last = values.len() - 1;
    let tail = (TAIL * last as f64).round() as usize;
    (values[tail], values[last - tail])
}

/// The open lab behind the best closed company, in products or in laboratories.
fn open_weights_lag(
    baseline: &Baseline,
    metric: Metric,
    id: &'static str,
    what: &str,
    verdict: &'static str,
) -> Backcast {
    const YEARS: usize = 5;
    let observed = series(OPEN_WEIGHTS_LAG);
    // The first observation, “about one year”, is of another method.
    let recent = &observed[1..];
    let lag = recent.iter().map(|o| o.value).sum::<f64>() / recent.len() as f64;
    let points = (1..=YEARS).map(|year| {
        let lags = baseline.each(|f| baseline.lag(metric, f, year));
        Point {
            date: format!("year {year}"),
            year: year as f64,
            observed: lag,
            modelled: mean(&lags),
            band: Some(band(lags)),
        }
    });
    let words = format!(
        "The whole model, baseline, mean of {FUTURES} futures: months since the best closed {what} was where the open lab's is"
    );
    let series = "Open weights behind the closed frontier (observed: the mean of 3 and 4 months)";
    Backcast::new(
        (id, OPEN_WEIGHTS_LAG),
        series,
        "months",
        0,
        points.collect(),
    )
    .says(words, verdict)
}

/// Points with which a trend begins.
const TREND_POINTS: usize = 3;
const HORIZON: &str = "Longest task of the frontier at 50 % success";
const HORIZON_UNIT: &str = "log2 minutes";

/// Each frontier model forecast from those before it by their trend.
fn trend_forecast() -> Backcast {
    let observed = series(METR_HORIZON);
    let start = observed[0];
    let dated = |o: &Observation| (o.years_since(&start), o.value);
    let points = (TREND_POINTS..observed.len()).map(|k| {
        let before: Vec<(f64, f64)> = observed[..k].iter().map(dated).collect();
        let years = observed[k].years_since(&start);
        let line = Line::through_doublings(&before);
        horizon_point(
            &observed[k],
            line.map_or(f64::NAN, |l| l.intercept + l.slope * years),
        )
    });
    let words = "One step ahead: the least-squares line through all earlier models".to_string();
    Backcast::new(("horizon-trend", METR_HORIZON), HORIZON, HORIZON_UNIT, 0, points.collect()).says(words,"Every forecast but one is too low, by half a doubling on average: progress has sped up, and a line through all of the past lags behind it.")
}

/// The same models forecast from the one before each, by the growth of the model's best laboratory.
fn model_forecast(baseline: &Baseline) -> Backcast {
    const YEARS: usize = 3;
    let growths = baseline.growth(YEARS);
    let growth = mean(&growths);
    let (slow, fast) = band(growths);
    let observed = series(METR_HORIZON);
    let points = (TREND_POINTS..observed.len()).map(|k| {
        let (before, now) = (&observed[k - 1], &observed[k]);
        let reached = |growth: f64| libm::log2(before.value) + growth * now.years_since(before);
        Point {
            band: Some((reached(slow), reached(fast))),
            ..horizon_point(now, reached(growth))
        }
    });
    let words = format!(
        "One step ahead: the model before, and {growth:.2} doublings a year, as the best laboratory of the baseline has in its first {YEARS} years"
    );
    Backcast::new(("horizon-model", METR_HORIZON), HORIZON, HORIZON_UNIT, 0, points.collect()).says(words,"Nearer than the trend, because it starts from the latest model; still a quarter of a doubling too low on average. The default growth is slower than the recent trend on purpose: set capability_growth to 3 for the speed of 2025.")
}

fn horizon_point(o: &Observation, modelled: f64) -> Point {
    Point {
        observed: libm::log2(o.value),
        ..point(o, modelled)
    }
}

fn incidents(baseline: &Baseline) -> Backcast {
    let observed = series(AI_INCIDENTS);
    let points = observed.windows(2).zip(2..).map(|(pair, year)| {
        let (before, now) = (baseline.incidents(year - 1), baseline.incidents(year));
        let growth = now.iter().zip(&before).map(|(now, before)| now / before);
        Point {
            observed: pair[1].value / pair[0].value,
            band: Some(band(growth.collect())),
            ..point(&pair[1], mean(&now) / mean(&before))
        }
    });
    let words = format!(
        "The whole model, baseline, mean of {FUTURES} futures: growth from its first year to its second and third"
    );
    let series = "Growth of reported AI incidents over a year";
    Backcast::new(("incident-growth", AI_INCIDENTS), series, "× per year", 0, points.collect()).says(words,"The model's incidents double each year where reports grew by half: use and autonomy grow at once in it. Reports count what newspapers notice, so that even a better fit would prove little.")
}

/// Each observation from the one before by the Bass map; everybody may adopt in the end.
fn adoption(id: &'static str, name: &'static str, verdict: &'static str) -> Backcast {
    let observed = series(id);
    let p = Params::<f64>::default();
    let mut points = vec![point(&observed[0], observed[0].value)];
    for pair in observed.windows(2) {
        let years = pair[1].years_since(&pair[0]);
        let (innovation, imitation) = (p.adoption_innovation, p.adoption_imitation);
        let modelled = bass::step(pair[0].value, 1.0, innovation, imitation, years);
        points.push(point(&pair[1], modelled));
    }
    let words = format!(
        "One step ahead: the exact Bass map with p = {}, q = {} per year and no ceiling",
        p.adoption_innovation, p.adoption_imitation
    );
    Backcast::new((id, id), name, "share", 1, points).says(words, verdict)
}
