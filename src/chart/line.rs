//! Numbers over the months of a run: fans of futures, lines of companies, bands, thresholds and events.

mod labels;
mod layout;
mod paint;

use super::calendar::Calendar;
use super::unit::Unit;
use crate::chart::Written;
pub use layout::Geometry;

/// The spread of many futures, month by month from month 0: quantiles in the chart's unit.
#[derive(Clone, Copy, Debug, Default)]
pub struct Fan<'a> {
    /// Whose futures these are: stands at the end of the median. May be empty.
    pub label: &'a str,
    /// Colour of the company, 0–7; `None` for what belongs to none.
    pub slot: Option<u8>,
    /// Kept for comparison: drawn in outline behind the others, its median dashed.
    pub pinned: bool,
    /// 5 % of futures lie below.
    pub p05: &'a [f32],
    /// 25 % of futures lie below.
    pub p25: &'a [f32],
    /// Half of the futures lie below.
    pub p50: &'a [f32],
    /// 75 % of futures lie below.
    pub p75: &'a [f32],
    /// 95 % of futures lie below.
    pub p95: &'a [f32],
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stroke {
    /// A median or the one course shown: a full line.
    #[default]
    Median,
    /// The selected future: thin, in ink, on top.
    Future,
    /// Something to compare with: dashed.
    Reference,
}

/// One line, month by month from month 0.
#[derive(Clone, Copy, Debug, Default)]
pub struct Series<'a> {
    /// Name, at the end of the line; a line without one has no label.
    pub label: &'a str,
    /// Colour of the company, 0–7; `None` for what belongs to none.
    pub slot: Option<u8>,
    /// In the chart's unit; may end early; what is not finite leaves a gap.
    pub values: &'a [f32],
    /// How it is drawn.
    pub stroke: Stroke,
}

/// A horizontal band of values with a name, such as a stage of agents.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Zone<'a> {
    /// Lower end, in the unit of the axis.
    pub from: f32,
    /// Upper end, in the unit of the axis.
    pub to: f32,
    /// Name.
    pub label: &'a str,
}

/// An event on the time axis.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mark<'a> {
    /// Month of the run.
    pub month: usize,
    /// What happened.
    pub label: &'a str,
}

/// A chart of values over the months `0..=months`.
#[derive(Clone, Debug, Default)]
pub struct LineChart<'a> {
    /// What is shown, as a headline.
    pub title: &'a str,
    /// Unit and reading, in a smaller type.
    pub subtitle: &'a str,
    /// Unit of all values.
    pub unit: Unit,
    /// The date of month 0.
    pub calendar: Calendar,
    /// Last month of the axis; fixed for a whole run, so that nothing moves while time passes.
    pub months: usize,
    /// Spreads of futures, the one in front last.
    pub fans: Vec<Fan<'a>>,
    /// Lines, in the order in which their labels take precedence.
    pub series: Vec<Series<'a>>,
    /// Named bands of values.
    pub zones: Vec<Zone<'a>>,
    /// Values that matter, with their names.
    pub thresholds: Vec<(f32, &'a str)>,
    /// Events.
    pub marks: Vec<Mark<'a>>,
    /// Ends of the value axis; found from the values when `None`.
    pub range: Option<(f32, f32)>,
    /// A small multiple: short title with the last value, few ticks, no labels at the lines.
    pub compact: bool,
}

impl<'a> LineChart<'a> {
    /// The chart as SVG text, `width` × `height` CSS px.
    pub fn svg(&self, width: f32, height: f32) -> String {
        paint::svg(self, width, height)
    }

    /// Where months and values lie in the picture of this size: for cursors and tooltips drawn on top.
    pub fn geometry(&self, width: f32, height: f32) -> Geometry {
        layout::Layout::new(self, width, height).geometry
    }

    /// The one-sentence summary that a screen reader speaks.
    pub fn summary(&self) -> String {
        let spread = |fan: &Fan<'a>| {
            let (first, last) = ends(fan.p50)?;
            let (low, high) = (ends(fan.p05)?.1, ends(fan.p95)?.1);
            let [first, last, low, high] =
                [first, last, low, high].map(|(_, value)| self.unit.format(value));
            let whose = if fan.label.is_empty() {
                "the median"
            } else {
                fan.label
            };
            Some(format!(
                "{whose} goes from {first} to {last} (90 % of futures: {low} to {high})"
            ))
        };
        let course = |series: &Series<'a>| {
            let ((_, first), (_, last)) = ends(series.values)?;
            Some(format!(
                "{} from {} to {}",
                series.label,
                self.unit.format(first),
                self.unit.format(last)
            ))
        };
        let parts: Vec<String> = self
            .fans
            .iter()
            .filter_map(spread)
            .chain(self.series.iter().filter_map(course))
            .collect();
        if parts.is_empty() {
            return "No values.".to_string();
        }
        let (from, to) = (self.calendar.label(0), self.calendar.label(self.months));
        format!("{from} to {to}: {}.", parts.join("; "))
    }

    /// The lines that have a name.
    fn named_series(&self) -> impl Iterator<Item = &Series<'a>> {
        self.series.iter().filter(|series| !series.label.is_empty())
    }

    /// All values that must be visible.
    fn values(&self) -> impl Iterator<Item = f32> {
        let fans = self
            .fans
            .iter()
            .flat_map(|fan| [fan.p05, fan.p25, fan.p50, fan.p75, fan.p95]);
        let lines = fans.chain(self.series.iter().map(|series| series.values));
        lines
            .flat_map(move |values| values.iter().take(self.months + 1).copied())
            .filter(|v| v.is_finite())
    }
}

/// The first and the last finite value, with their months.
fn ends(values: &[f32]) -> Option<((usize, f32), (usize, f32))> {
    let mut finite = values
        .iter()
        .copied()
        .enumerate()
        .filter(|(_, value)| value.is_finite());
    let first = finite.next()?;
    Some((first, finite.next_back().unwrap_or(first)))
}
