//! What was seen of a run: chosen metrics month by month, and everything that happened.

use super::companies::MAX_COMPANIES;
use super::happenings::{HAPPENING_COUNT, Happening};
use super::metrics::Metric;
use super::orders::Refused;
use super::world::World;
use crate::num::Real;

/// What a run should record.
#[derive(Clone, Debug)]
pub struct Wish {
    /// Metrics to record, each once.
    pub metrics: Vec<Metric>,
    /// Whether to record what happened.
    pub happenings: bool,
    /// Steps per month: 1, or 4 to check that results do not hang on it.
    pub parts: u32,
}

impl Wish {
    /// The given metrics, in monthly steps, without happenings.
    pub fn of(metrics: &[Metric]) -> Wish {
        Wish {
            metrics: metrics.to_vec(),
            happenings: false,
            parts: 1,
        }
    }

    /// Every metric and every happening.
    pub fn everything() -> Wish {
        let metrics = super::metrics::METRICS
            .iter()
            .map(|row| row.metric)
            .collect();
        Wish {
            metrics,
            happenings: true,
            parts: 1,
        }
    }
}

/// One metric in a trace.
#[derive(Clone, Copy, Debug)]
struct Column {
    metric: Metric,
    first_series: usize,
    series: usize,
}

type Happened = [[u8; HAPPENING_COUNT]; MAX_COMPANIES + 1];

/// A run as seen: for each wished metric one series per company (or one for the industry), at the start
/// and after each month.
#[derive(Clone, Debug)]
pub struct Trace<R> {
    pub companies: usize,
    /// Samples per series: one more than months.
    pub samples: usize,
    columns: Vec<Column>,
    /// By series, then by sample.
    values: Vec<R>,
    recorded: usize,
    wants_happenings: bool,
    happened: Vec<Happened>,
    refused: Vec<Refused>,
}

impl<R: Real> Trace<R> {
    /// An empty trace with room for a whole run, so that recording never allocates.
    pub fn new(wish: &Wish, companies: usize, months: u32) -> Trace<R> {
        let samples = months as usize + 1;
        let mut columns = Vec::with_capacity(wish.metrics.len());
        let mut first_series = 0;
        for metric in &wish.metrics {
            let series = metric.series(companies);
            columns.push(Column {
                metric: *metric,
                first_series,
                series,
            });
            first_series += series;
        }
        Trace {
            companies,
            samples,
            columns,
            values: vec![R::zero(); first_series * samples],
            recorded: 0,
            wants_happenings: wish.happenings,
            happened: Vec::with_capacity(if wish.happenings { samples } else { 0 }),
            refused: vec![],
        }
    }

    /// Adds the present state of the world as the next sample.
    pub fn record(&mut self, w: &World<R>) {
        for column in &self.columns {
            for i in 0..column.series {
                let place = (column.first_series + i) * self.samples + self.recorded;
                self.values[place] = column.metric.read(w, i);
            }
        }
        if self.wants_happenings {
            self.happened.push(w.happened);
            self.refused
                .extend(w.refused.iter().skip(self.refused.len()));
        }
        self.recorded += 1;
    }

    /// The series of a metric for company `i` (0 for the industry), or nothing if it was not wished for.
    pub fn series(&self, metric: Metric, i: usize) -> Option<&[R]> {
        let column = self
            .columns
            .iter()
            .find(|c| c.metric == metric && i < c.series)?;
        let first = (column.first_series + i) * self.samples;
        Some(&self.values[first..first + self.samples])
    }

    /// One lane of a series, as numbers; empty if it was not wished for.
    pub fn lane(&self, metric: Metric, i: usize, lane: usize) -> Vec<f32> {
        let series = self.series(metric, i).unwrap_or(&[]);
        series.iter().map(|v| v.lane(lane) as f32).collect()
    }

    /// All values, series after series, in the order of the wish.
    pub fn values(&self) -> &[R] {
        &self.values
    }

    /// The orders that could not be followed in one future.
    pub fn refused(&self, lane: usize) -> impl Iterator<Item = &Refused> {
        self.refused
            .iter()
            .filter(move |r| r.futures >> lane & 1 == 1)
    }

    /// What happened in one future: (month, company, what), the company being `None` for what befell all.
    ///
    /// What happened in month 3 is seen in sample 3.
    pub fn happenings(&self, lane: usize) -> Vec<(u32, Option<usize>, Happening)> {
        let mut list = vec![];
        for (month, happened) in self.happened.iter().enumerate() {
            for (place, row) in happened.iter().enumerate() {
                let company = (place < MAX_COMPANIES).then_some(place);
                for what in Happening::all().filter(|h| row[h.place()] >> lane & 1 == 1) {
                    list.push((month as u32, company, what));
                }
            }
        }
        list
    }
}
