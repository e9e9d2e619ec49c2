//! What a fact looks at: which metric, whose, when, and how months become one number per future.

use crate::sim::Scenario;
use crate::sim::companies::COMPANIES;
use crate::sim::metrics::Metric;
use crate::study::Ensemble;
use core::fmt;

/// One number per future.
#[derive(Clone, Copy, Debug)]
pub struct Reading {
    /// Averaged if there are several (the four domains).
    pub metrics: &'static [Metric],
    pub form: Form,
    pub whose: Whose,
    pub when: When,
}

/// What is done to a company's value before anything else.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Form {
    /// As the metric has it.
    Plain,
    /// Natural logarithm.
    Log,
    /// 1 where the value is above this, else 0.
    Above(f64),
}

/// Whose value it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Whose {
    Industry,
    /// The company with this id.
    Company(&'static str),
    /// The company's value minus the best of the others.
    Lead(&'static str),
    /// The first company's value minus the second's.
    Between(&'static str, &'static str),
    Mean,
    Total,
    Highest,
}

/// Which months it is of; month 0 is the first day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum When {
    At(u32),
    /// Sum over the months after the first up to and with the second.
    Sum(u32, u32),
    /// The second month's value minus the first's.
    Change(u32, u32),
    /// The smallest rise from one month to the next, from the first month to the second.
    SmallestRise(u32, u32),
    /// The largest distance from this value, from the first month to the second.
    FarthestFrom(f64, u32, u32),
}

impl Reading {
    /// A metric at the end of a month.
    pub const fn at(metrics: &'static [Metric], whose: Whose, month: u32) -> Reading {
        Reading::of(metrics, whose, When::At(month))
    }

    /// A metric over some months.
    pub const fn of(metrics: &'static [Metric], whose: Whose, when: When) -> Reading {
        Reading {
            metrics,
            form: Form::Plain,
            whose,
            when,
        }
    }

    /// The same, of another form.
    pub const fn form(self, form: Form) -> Reading {
        Reading { form, ..self }
    }

    /// The value of every future of an ensemble of a scenario.
    pub fn read(&self, ensemble: &Ensemble, scenario: &Scenario) -> Vec<f64> {
        let month = |m: u32| self.month(ensemble, scenario, m);
        match self.when {
            When::At(m) => month(m),
            When::Sum(from, to) => fold(month(from + 1), (from + 2..=to).map(month), |a, b| a + b),
            When::Change(from, to) => fold(month(to), [month(from)], |a, b| a - b),
            When::SmallestRise(from, to) => {
                let rise = |m| fold(month(m + 1), [month(m)], |a, b| a - b);
                fold(rise(from), (from + 1..to).map(rise), f64::min)
            }
            When::FarthestFrom(level, from, to) => {
                let far = |m| month(m).into_iter().map(|v| (v - level).abs()).collect();
                fold(far(from), (from + 1..=to).map(far), f64::max)
            }
        }
    }

    /// The median over the futures, month by month, of what is read: a series for a small chart.
    pub fn median(&self, ensemble: &Ensemble, scenario: &Scenario) -> Vec<f32> {
        let median = |m: usize| {
            let mut values = self.month(ensemble, scenario, m as u32);
            let middle = values.len() / 2;
            *values.select_nth_unstable_by(middle, f64::total_cmp).1 as f32
        };
        (0..ensemble.samples).map(median).collect()
    }

    /// The value of every future at the end of a month.
    fn month(&self, ensemble: &Ensemble, scenario: &Scenario, month: u32) -> Vec<f64> {
        let mut sum = vec![0.0; ensemble.futures()];
        for metric in self.metrics {
            let values = self.whose_value(*metric, ensemble, scenario, month as usize);
            sum = fold(sum, [values], |a, b| a + b);
        }
        let share = 1.0 / self.metrics.len() as f64;
        sum.into_iter().map(|v| v * share).collect()
    }

    fn whose_value(
        &self,
        metric: Metric,
        ensemble: &Ensemble,
        scenario: &Scenario,
        month: usize,
    ) -> Vec<f64> {
        let of = |i: usize| -> Vec<f64> {
            let values = ensemble.across(metric, i, month);
            values.into_iter().map(|v| self.formed(v)).collect()
        };
        let count = metric.series(ensemble.companies);
        let all = |but: Option<usize>, with: fn(f64, f64) -> f64| {
            let mut places = (0..count).filter(|i| Some(*i) != but);
            let first = places.next().map(of).unwrap_or_default();
            fold(first, places.map(of), with)
        };
        match self.whose {
            Whose::Industry => of(0),
            Whose::Company(id) => of(place(scenario, id)),
            Whose::Lead(id) => {
                let i = place(scenario, id);
                fold(of(i), [all(Some(i), f64::max)], |a, b| a - b)
            }
            Whose::Between(a, b) => {
                let (a, b) = (place(scenario, a), place(scenario, b));
                fold(of(a), [of(b)], |a, b| a - b)
            }
            Whose::Total => all(None, |a, b| a + b),
            Whose::Highest => all(None, f64::max),
            Whose::Mean => {
                let share = 1.0 / count as f64;
                let total = all(None, |a, b| a + b);
                total.into_iter().map(|v| v * share).collect()
            }
        }
    }

    fn formed(&self, value: f32) -> f64 {
        let value = f64::from(value);
        match self.form {
            Form::Plain => value,
            Form::Log => libm::log(value),
            Form::Above(level) => f64::from(u8::from(value > level)),
        }
    }
}

/// Combines values future by future.
fn fold(
    first: Vec<f64>,
    others: impl IntoIterator<Item = Vec<f64>>,
    with: impl Fn(f64, f64) -> f64,
) -> Vec<f64> {
    others.into_iter().fold(first, |mut all, next| {
        for (a, b) in all.iter_mut().zip(next) {
            *a = with(*a, b);
        }
        all
    })
}

/// Where in the scenario the company with this id stands; an unknown one is a mistake in the list of facts.
fn place(scenario: &Scenario, id: &str) -> usize {
    let place = scenario
        .companies
        .iter()
        .position(|c| COMPANIES[c.archetype].id == id);
    place.unwrap_or_else(|| panic!("{id} does not race in this arm"))
}

impl fmt::Display for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.form {
            Form::Plain => {}
            Form::Log => write!(f, "log of ")?,
            Form::Above(level) => write!(f, "above {level}: ")?,
        }
        let labels: Vec<&str> = self.metrics.iter().map(|m| m.row().id).collect();
        write!(f, "{}", labels.join(" + "))?;
        match self.whose {
            Whose::Industry => {}
            Whose::Company(id) => write!(f, " of {id}")?,
            Whose::Lead(id) => write!(f, " of {id} minus the best other")?,
            Whose::Between(a, b) => write!(f, " of {a} minus {b}")?,
            Whose::Mean => write!(f, ", mean of companies")?,
            Whose::Total => write!(f, ", all companies")?,
            Whose::Highest => write!(f, ", highest company")?,
        }
        match self.when {
            When::At(m) => write!(f, ", month {m}"),
            When::Sum(a, b) => write!(f, ", sum of months {}–{b}", a + 1),
            When::Change(a, b) => write!(f, ", change from month {a} to {b}"),
            When::SmallestRise(a, b) => write!(f, ", smallest monthly rise, months {a}–{b}"),
            When::FarthestFrom(level, a, b) => {
                write!(f, ", farthest from {level}, months {a}–{b}")
            }
        }
    }
}

/// A metric of the industry is nobody's, a metric of companies is somebody's.
#[cfg(test)]
pub(super) fn fits(reading: &Reading) -> bool {
    let industry = reading.whose == Whose::Industry;
    use crate::sim::metrics::Of;
    let of_industry = |m: &Metric| m.row().of == Of::Industry;
    reading.metrics.iter().all(|m| of_industry(m) == industry)
}
