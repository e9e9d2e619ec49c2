//! The words inside a line chart: names of bands, thresholds, events and lines, out of each other's way.

use super::super::canvas::{Anchor, Canvas, slot_class};
use super::super::declutter::{Box2, stack};
use super::super::text::{fit, width};
use super::layout::{self, Density, LABEL, LABEL_GAP, Layout, MARKER, SMALL, TICK};
use super::{Fan, LineChart, Series, Stroke};

/// A label moved further than this, in px, gets a line that leads to it.
const LEADER_FROM: f32 = 4.0;
/// How far below its middle the baseline of a text lies, in em.
const BASELINE: f32 = 0.34;
/// The length of the tick of an event under the axis, in px.
const MARK_TICK: f32 = 5.0;

pub(super) fn zones(canvas: &mut Canvas, chart: &LineChart<'_>, layout: &Layout) {
    let plot = &layout.geometry;
    for (i, zone) in chart.zones.iter().enumerate() {
        let (top, bottom) = (
            plot.y(zone.from.max(zone.to)),
            plot.y(zone.from.min(zone.to)),
        );
        if bottom - top < 1.0 {
            continue;
        }
        canvas.rect(
            if i % 2 == 0 { "zone" } else { "zone odd" },
            plot.left,
            top,
            plot.right,
            bottom,
        );
        if layout.density == Density::Compact || bottom - top <= LABEL {
            continue;
        }
        let room = width(zone.label, TICK, false) + 12.0;
        let covers = |left: f32| Box2 {
            left,
            top,
            right: left + room,
            bottom: top + TICK + 4.0,
        };
        let at_left = !is_crossed(chart, layout, &covers(plot.left));
        let (x, anchor) = if at_left || is_crossed(chart, layout, &covers(plot.right - room)) {
            (plot.left + 5.0, Anchor::Start)
        } else {
            (plot.right - 5.0, Anchor::End)
        };
        canvas.text("zone-label", (x, top + TICK + 1.0), anchor, zone.label);
    }
}

/// Whether any line, or the spread of a fan, runs through a rectangle.
fn is_crossed(chart: &LineChart<'_>, layout: &Layout, frame: &Box2) -> bool {
    let crosses = |upper: &[f32], lower: &[f32]| {
        let edges = layout
            .places(upper)
            .into_iter()
            .zip(layout.places(lower))
            .filter_map(|(up, down)| up.zip(down));
        edges.into_iter().any(|(up, down)| {
            (frame.left..=frame.right).contains(&up.0)
                && up.1 <= frame.bottom
                && down.1 >= frame.top
        })
    };
    chart.fans.iter().any(|fan| crosses(fan.p95, fan.p05))
        || chart
            .series
            .iter()
            .any(|series| crosses(series.values, series.values))
}

pub(super) fn thresholds(canvas: &mut Canvas, chart: &LineChart<'_>, layout: &Layout) {
    let plot = &layout.geometry;
    for (value, label) in &chart.thresholds {
        let inside = (layout.scale.low..=layout.scale.high).contains(&f64::from(*value));
        if !inside {
            continue;
        }
        let y = plot.y(*value);
        canvas.line("threshold", (plot.left, y), (plot.right, y));
        if layout.density != Density::Compact {
            let above = if y - plot.top > LABEL {
                y - 4.0
            } else {
                y + TICK + 2.0
            };
            canvas.text(
                "threshold-label",
                (plot.left + 5.0, above),
                Anchor::Start,
                label,
            );
        }
    }
}

/// Events: a tick under the axis and a hairline, named above the plot as long as the names do not collide.
pub(super) fn marks(canvas: &mut Canvas, chart: &LineChart<'_>, layout: &Layout) {
    let plot = &layout.geometry;
    let mut marks: Vec<_> = chart
        .marks
        .iter()
        .filter(|mark| mark.month <= chart.months)
        .collect();
    marks.sort_by_key(|mark| mark.month);
    let mut free_from = plot.left;
    for mark in marks {
        let x = plot.x(mark.month as f32);
        canvas.open("mark", "");
        canvas.title(&format!(
            "{}: {}",
            chart.calendar.label(mark.month),
            mark.label
        ));
        if layout.density != Density::Compact {
            canvas.line("hair", (x, plot.top), (x, plot.bottom));
        }
        canvas.line("event", (x, plot.bottom), (x, plot.bottom + MARK_TICK));
        let half = width(mark.label, TICK, false) / 2.0;
        let centre = x.clamp(
            plot.left + half,
            (layout.width - half).max(plot.left + half),
        );
        if layout.names_marks && centre - half >= free_from && centre + half <= layout.width {
            canvas.text(
                "mark-label",
                (centre, plot.top - 5.0),
                Anchor::Middle,
                mark.label,
            );
            free_from = centre + half + 10.0;
        }
        canvas.close();
    }
}

/// A label waiting at the end of its line.
struct EndLabel {
    class: String,
    name: String,
    value: String,
    end: (f32, f32),
}

pub(super) fn ends_of_lines(canvas: &mut Canvas, chart: &LineChart<'_>, layout: &Layout) {
    if layout.density == Density::Compact {
        return;
    }
    let label = |name: &str, slot, quiet: bool, values: &[f32]| {
        let end = layout.places(values).into_iter().flatten().next_back()?;
        let quiet = if quiet { " quiet" } else { "" };
        let class = format!("label {}{quiet}", slot_class(slot));
        let value = layout::last_value(chart, layout.density, values);
        Some(EndLabel {
            class,
            name: name.to_string(),
            value,
            end,
        })
    };
    let of_fan = |fan: &Fan<'_>| label(fan.label, fan.slot, fan.pinned, fan.p50);
    let of_series = |series: &Series<'_>| {
        label(
            series.label,
            series.slot,
            series.stroke != Stroke::Median,
            series.values,
        )
    };
    let fans = chart.fans.iter().filter_map(of_fan);
    let labels: Vec<EndLabel> = fans
        .chain(chart.named_series().filter_map(of_series))
        .collect();
    place_labels(canvas, layout, &labels);
}

fn place_labels(canvas: &mut Canvas, layout: &Layout, labels: &[EndLabel]) {
    let plot = &layout.geometry;
    let wanted: Vec<f32> = labels.iter().map(|label| label.end.1).collect();
    let half = LABEL / 2.0;
    let placed = stack(&wanted, LABEL, plot.top + half, plot.bottom - half);
    let column = labels
        .iter()
        .map(|label| label.end.0)
        .fold(plot.left, f32::max);
    let x = column + LABEL_GAP;
    for ((label, y), wanted) in labels.iter().zip(&placed).zip(&wanted) {
        let Some(y) = *y else { continue };
        if (y - wanted).abs() > LEADER_FROM || column - label.end.0 > LABEL_GAP {
            let start = (label.end.0 + MARKER + 1.0, label.end.1);
            canvas.line("leader", start, (x - 2.0, y));
        }
        let room = layout.width - x - layout::label_width("", width(&label.value, SMALL, false));
        let name = fit(&label.name, room, SMALL, true);
        canvas.end_label(&label.class, (x, y + SMALL * BASELINE), &name, &label.value);
    }
}
