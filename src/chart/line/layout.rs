//! Where everything on a line chart stands.

use super::super::canvas::side;
use super::super::scale::{Scale, Shape};
use super::super::text::{width, wrap};
use super::{LineChart, ends};
use crate::chart::Axis;
use crate::chart::Written;

/// Font sizes in px; the style sheet says the same.
pub(super) const TITLE: f32 = 15.0;
pub(super) const TITLE_COMPACT: f32 = 12.0;
pub(super) const SMALL: f32 = 12.0;
pub(super) const TICK: f32 = 11.0;
/// Below this width the labels at the lines are names without values.
const PHONE_BELOW: f32 = 420.0;
/// Below this size a chart is a small multiple, whether it says so or not.
const COMPACT_BELOW: (f32, f32) = (280.0, 160.0);
/// Line heights in px.
pub(super) const TITLE_LEADING: f32 = 19.0;
pub(super) const SMALL_LEADING: f32 = 16.0;
/// Height of one label at the end of a line, in px.
pub(super) const LABEL: f32 = 14.0;
/// Between the end of a line and its label, in px.
pub(super) const LABEL_GAP: f32 = 10.0;
/// Height of the dates under the plot, in px.
const DATES: f32 = 22.0;
/// The end labels take at most this part of the width.
const GUTTER_MAX: f32 = 0.34;
/// Right of a plot without labels, in px.
const END_MARGIN: f32 = 8.0;
/// One tick takes at least this much of the axis, in px.
const TICK_ROOM: f32 = 44.0;
const TICK_ROOM_COMPACT: f32 = 34.0;
const TICKS_MAX: usize = 7;
/// A threshold further away than this multiple of the largest value is left out, lest it squeeze the lines.
const THRESHOLD_REACH: f32 = 1.6;

/// Half the size of a marker on a line, in px.
pub(super) const MARKER: f32 = 3.0;

/// How much fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Density {
    /// Labels in a gutter at the right.
    Full,
    /// Names without values in the gutter, fewer ticks.
    Phone,
    /// No labels.
    Compact,
}

impl Density {
    fn of(chart: &LineChart<'_>, width: f32, height: f32) -> Density {
        let small = width < COMPACT_BELOW.0 || height < COMPACT_BELOW.1;
        match () {
            _ if chart.compact || small => Density::Compact,
            _ if width < PHONE_BELOW => Density::Phone,
            _ => Density::Full,
        }
    }

    /// How many ticks an axis of this length in px takes at most.
    fn ticks_in(self, length: f32) -> usize {
        let room = if self == Density::Compact {
            TICK_ROOM_COMPACT
        } else {
            TICK_ROOM
        };
        ((length / room) as usize + 1).clamp(2, TICKS_MAX)
    }
}

/// Where months and values lie in the picture, in px from its top left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Geometry {
    /// Left edge of the plot: month 0.
    pub left: f32,
    /// Right edge of the plot: the last month.
    pub right: f32,
    /// Top edge of the plot.
    pub top: f32,
    /// Bottom edge of the plot.
    pub bottom: f32,
    months: usize,
    scale: Scale,
}

impl Geometry {
    /// Where a month lies; months beyond the axis lie on its end.
    pub fn x(&self, month: f32) -> f32 {
        let months = self.months.max(1) as f32;
        let part = if month.is_finite() {
            (month / months).clamp(0.0, 1.0)
        } else {
            0.0
        };
        self.left + (self.right - self.left) * part
    }

    /// Where a value lies; values beyond the axis lie on its end.
    pub fn y(&self, value: f32) -> f32 {
        self.bottom - (self.bottom - self.top) * self.scale.fraction(f64::from(value)) as f32
    }

    /// The month nearest to a place, for a pointer anywhere on the page.
    pub fn month_at(&self, px: f32) -> usize {
        let part = (px - self.left) / (self.right - self.left).max(1.0);
        (part.clamp(0.0, 1.0) * self.months as f32).round() as usize
    }
}

/// A chart's measures, from outside to inside.
pub(super) struct Layout {
    pub(super) width: f32,
    pub(super) height: f32,
    pub(super) density: Density,
    pub(super) title: Vec<String>,
    pub(super) subtitle: Vec<String>,
    /// Whether names of events have a row above the plot.
    pub(super) names_marks: bool,
    pub(super) scale: Scale,
    pub(super) ticks: Vec<f64>,
    pub(super) tick_labels: Vec<String>,
    pub(super) geometry: Geometry,
}

impl Layout {
    pub(super) fn new(chart: &LineChart<'_>, asked_width: f32, asked_height: f32) -> Layout {
        let (width, height) = (side(asked_width), side(asked_height));
        let density = Density::of(chart, width, height);
        let (title, subtitle) = match density {
            Density::Compact => (Vec::new(), Vec::new()),
            _ => (
                wrap(chart.title, width, TITLE, true, 2),
                wrap(chart.subtitle, width, SMALL, false, 2),
            ),
        };
        let named = chart.marks.iter().any(|mark| !mark.label.is_empty());
        let names_marks = density != Density::Compact && named;
        let top = match density {
            Density::Compact => TITLE_COMPACT + 10.0,
            _ => {
                let rows = subtitle.len() + usize::from(names_marks);
                title.len() as f32 * TITLE_LEADING + rows as f32 * SMALL_LEADING + 10.0
            }
        };
        let top = top.min(height / 2.0);
        let bottom = (height - DATES).max(top + 1.0);
        let at_most = density.ticks_in(bottom - top);
        let scale = value_axis(chart, at_most);
        let ticks = chart.unit.ticks(&scale, at_most);
        let tick_labels = labels_of(chart, &ticks);
        let widths = tick_labels.iter().map(|label| width_of(label, TICK));
        let left = (widths.fold(0.0, f32::max) + 7.0).min(width / 3.0);
        let right = (width - right_gutter(chart, density, width)).max(left + 1.0);
        let months = chart.months;
        Layout {
            width,
            height,
            density,
            title,
            subtitle,
            names_marks,
            scale,
            ticks,
            tick_labels,
            geometry: Geometry {
                left,
                right,
                top,
                bottom,
                months,
                scale,
            },
        }
    }

    /// The places of a line's values: `None` where there is no number.
    pub(super) fn places(&self, values: &[f32]) -> Vec<Option<(f32, f32)>> {
        let shown = values.iter().take(self.geometry.months + 1).enumerate();
        let place = |(month, value): (usize, &f32)| {
            (self.geometry.x(month as f32), self.geometry.y(*value))
        };
        shown
            .map(|at| at.1.is_finite().then(|| place(at)))
            .collect()
    }
}

fn width_of(text: &str, size: f32) -> f32 {
    width(text, size, false)
}

fn value_axis(chart: &LineChart<'_>, at_most: usize) -> Scale {
    if let Some((low, high)) = chart
        .range
        .filter(|(low, high)| low.is_finite() && high.is_finite())
    {
        return Scale::new(f64::from(low), f64::from(high), Shape::Linear);
    }
    let (mut low, mut high, mut least) = (f32::INFINITY, f32::NEG_INFINITY, f32::INFINITY);
    for value in chart.values() {
        low = low.min(value);
        high = high.max(value);
        least = if value > 0.0 { least.min(value) } else { least };
    }
    if low > high {
        (low, high) = (0.0, 1.0);
    }
    for (threshold, _) in &chart.thresholds {
        if *threshold > high && *threshold <= high * THRESHOLD_REACH {
            high = *threshold;
        }
    }
    let least = if least.is_finite() { least } else { high };
    chart
        .unit
        .axis(f64::from(low), f64::from(high), f64::from(least), at_most)
}

fn labels_of(chart: &LineChart<'_>, ticks: &[f64]) -> Vec<String> {
    let step = ticks
        .windows(2)
        .map(|pair| pair[1] - pair[0])
        .fold(f64::INFINITY, f64::min);
    let step = if step.is_finite() { step } else { 1.0 };
    ticks
        .iter()
        .map(|tick| chart.unit.tick(*tick, step))
        .collect()
}

/// The last value of a line, in short; on a phone there is no room for it.
pub(super) fn last_value(chart: &LineChart<'_>, density: Density, values: &[f32]) -> String {
    match ends(values) {
        Some((_, (_, last))) if density == Density::Full => chart.unit.short(last),
        _ => String::new(),
    }
}

/// The width that labels at the line ends need, in px: the same as long as the names are, whatever the numbers.
fn right_gutter(chart: &LineChart<'_>, density: Density, width: f32) -> f32 {
    let fans = chart.fans.iter().map(|fan| (fan.label, fan.p50));
    let series = chart
        .named_series()
        .map(|series| (series.label, series.values));
    let value_width = |values: &[f32]| {
        let value = last_value(chart, density, values);
        let widest = if value.is_empty() {
            ""
        } else {
            chart.unit.widest()
        };
        width_of(&value, SMALL).max(width_of(widest, SMALL))
    };
    let label = |(name, values): (&str, &[f32])| label_width(name, value_width(values));
    let widest = fans.chain(series).map(label).fold(0.0, f32::max);
    match density {
        Density::Compact => END_MARGIN,
        _ => (widest + LABEL_GAP + 4.0).min(width * GUTTER_MAX),
    }
}

/// The width of a name in bold with a value this wide behind it, in px.
pub(super) fn label_width(name: &str, value_width: f32) -> f32 {
    let gap = if value_width > 0.0 {
        width(" ", SMALL, false)
    } else {
        0.0
    };
    width(name, SMALL, true) + gap + value_width
}
