//! The drawing of a line chart, from the ground up: bands, grid, fans, lines, labels.

use super::super::canvas::{
    Anchor, Canvas, caption, headings, marker, polyline, ribbon, slot_class,
};
use super::super::scale::Shape;
use super::super::text::{fit, width};
use super::labels;
use super::layout::{self, Density, Layout, MARKER, SMALL, SMALL_LEADING, TICK, TITLE_COMPACT};
use super::{LineChart, Series, Stroke, ends};
use crate::chart::Written;

pub(super) fn svg(chart: &LineChart<'_>, width: f32, height: f32) -> String {
    let layout = Layout::new(chart, width, height);
    let class = if layout.density == Density::Compact {
        "line compact"
    } else {
        "line"
    };
    let mut canvas = Canvas::new(
        class,
        layout.width,
        layout.height,
        chart.title,
        &chart.summary(),
    );
    labels::zones(&mut canvas, chart, &layout);
    grid(&mut canvas, &layout);
    dates(&mut canvas, chart, &layout);
    fans(&mut canvas, chart, &layout);
    labels::thresholds(&mut canvas, chart, &layout);
    labels::marks(&mut canvas, chart, &layout);
    lines(&mut canvas, chart, &layout);
    labels::ends_of_lines(&mut canvas, chart, &layout);
    title(&mut canvas, chart, &layout);
    canvas.finish()
}

fn title(canvas: &mut Canvas, chart: &LineChart<'_>, layout: &Layout) {
    if layout.density == Density::Compact {
        return compact_title(canvas, chart, layout);
    }
    let below = headings(
        canvas,
        "title",
        &layout.title,
        0.0,
        0.0,
        layout::TITLE_LEADING,
    );
    headings(
        canvas,
        "subtitle",
        &layout.subtitle,
        0.0,
        below,
        SMALL_LEADING,
    );
    let used = layout
        .subtitle
        .last()
        .map_or(0.0, |line| width(line, SMALL, false));
    let baseline = below + layout.subtitle.len() as f32 * SMALL_LEADING - 4.5;
    if !chart.fans.is_empty() && !layout.subtitle.is_empty() {
        fan_key(canvas, chart, layout, used, baseline);
    }
}

/// "▬ median ▒ 50 % ░ 90 % of futures" at the right of the subtitle, or the part of it for which there is room.
fn fan_key(canvas: &mut Canvas, chart: &LineChart<'_>, layout: &Layout, used: f32, baseline: f32) {
    let swatch = 14.0;
    let entries = [
        ("median", "median"),
        ("band50", "50 %"),
        ("band90", "90 % of futures"),
    ];
    let room = |entries: &[(&str, &str)]| -> f32 {
        entries
            .iter()
            .map(|(_, words)| swatch + 4.0 + width(words, TICK, false) + 10.0)
            .sum()
    };
    let start = |entries: &[(&str, &str)]| layout.width - room(entries) + 10.0;
    let fitting = [&entries[..], &entries[1..]]
        .into_iter()
        .find(|some| start(some) > used + 16.0);
    let Some(entries) = fitting else { return };
    let mut x = start(entries);
    let slot = chart.fans.last().and_then(|fan| fan.slot);
    canvas.open(&format!("fan {}", slot_class(slot)), "");
    for &(class, words) in entries {
        let (top, bottom) = (baseline - 8.0, baseline);
        match class {
            "median" => canvas.line(class, (x, baseline - 4.0), (x + swatch, baseline - 4.0)),
            "band90" => canvas.rect("band90", x, top, x + swatch, bottom),
            _ => {
                canvas.rect("band90", x, top, x + swatch, bottom);
                canvas.rect("band50", x, top, x + swatch, bottom);
            }
        }
        x = caption(canvas, (x + swatch + 4.0, baseline), TICK, words) + 10.0;
    }
    canvas.close();
}

fn compact_title(canvas: &mut Canvas, chart: &LineChart<'_>, layout: &Layout) {
    let single = match (&chart.fans[..], &chart.series[..]) {
        ([.., fan], _) => ends(fan.p50),
        ([], [series]) => ends(series.values),
        _ => None,
    };
    let value = single.map_or(String::new(), |(_, (_, value))| chart.unit.short(value));
    let room = layout.width - width(&value, TITLE_COMPACT, false) - 8.0;
    // The name of the chart matters more than its last value.
    let both = width(chart.title, TITLE_COMPACT, true) <= room;
    let room = if both { room } else { layout.width };
    let title = fit(chart.title, room, TITLE_COMPACT, true);
    canvas.text("title", (0.0, TITLE_COMPACT), Anchor::Start, &title);
    if both {
        canvas.text("value", (layout.width, TITLE_COMPACT), Anchor::End, &value);
    }
}

fn grid(canvas: &mut Canvas, layout: &Layout) {
    let plot = &layout.geometry;
    let mut free_below = f32::INFINITY;
    for (tick, label) in layout.ticks.iter().zip(&layout.tick_labels) {
        let y = plot.y(*tick as f32);
        canvas.line("grid", (plot.left, y), (plot.right, y));
        // Ticks of durations are not evenly spaced: two may be too close for two labels.
        if y < free_below {
            let label = fit(label, plot.left, TICK, false);
            canvas.text("tick", (plot.left - 6.0, y + 4.0), Anchor::End, &label);
            free_below = y - TICK;
        }
    }
    let crosses_zero = layout.scale.low < 0.0 && layout.scale.high > 0.0;
    if crosses_zero && layout.scale.shape == Shape::Linear {
        canvas.line("axis", (plot.left, plot.y(0.0)), (plot.right, plot.y(0.0)));
    }
}

fn dates(canvas: &mut Canvas, chart: &LineChart<'_>, layout: &Layout) {
    let plot = &layout.geometry;
    let baseline = plot.bottom + TICK + 5.0;
    canvas.line("axis", (plot.left, plot.bottom), (plot.right, plot.bottom));
    let years = chart.calendar.years(chart.months);
    let room = |from: usize, to: usize| plot.x(to as f32) - plot.x(from as f32);
    let whole = years
        .iter()
        .map(|year| room(year.from, year.to))
        .fold(0.0, f32::max);
    let short = whole < width("2026", TICK, false) + 6.0;
    let words = |year: usize| {
        if short {
            format!("’{:02}", year % 100)
        } else {
            year.to_string()
        }
    };
    let stride = ((width(&words(2026), TICK, false) + 6.0) / whole.max(1.0))
        .ceil()
        .max(1.0) as usize;
    for (i, year) in years.iter().enumerate() {
        let (left, right) = (plot.x(year.from as f32), plot.x(year.to as f32));
        if year.from > 0 {
            canvas.line("axis", (left, plot.bottom), (left, plot.bottom + 4.0));
        }
        let words = words(year.year);
        let fits = right - left >= width(&words, TICK, false) - 2.0 || stride > 1;
        if (fits && i % stride == 0) || years.len() == 1 {
            canvas.text(
                "tick",
                (f32::midpoint(left, right), baseline),
                Anchor::Middle,
                &words,
            );
        }
    }
}

fn fans(canvas: &mut Canvas, chart: &LineChart<'_>, layout: &Layout) {
    for fan in &chart.fans {
        let [p05, p25, p50, p75, p95] =
            [fan.p05, fan.p25, fan.p50, fan.p75, fan.p95].map(|values| layout.places(values));
        let pinned = if fan.pinned { "fan pinned" } else { "fan" };
        canvas.open(&format!("{pinned} {}", slot_class(fan.slot)), "");
        if fan.pinned {
            canvas.path("edge", &format!("{}{}", polyline(&p95), polyline(&p05)));
        } else {
            canvas.path("band90", &ribbon(&p95, &p05));
            canvas.path("band50", &ribbon(&p75, &p25));
        }
        canvas.path("median", &polyline(&p50));
        canvas.close();
    }
}

fn lines(canvas: &mut Canvas, chart: &LineChart<'_>, layout: &Layout) {
    // The selected future lies on top of everything, whatever its place in the list.
    let order = [Stroke::Reference, Stroke::Median, Stroke::Future];
    for stroke in order {
        for series in chart.series.iter().filter(|series| series.stroke == stroke) {
            let class = match stroke {
                Stroke::Reference => "reference",
                Stroke::Median => "median",
                Stroke::Future => "future",
            };
            let places = layout.places(series.values);
            canvas.open(&format!("series {}", slot_class(series.slot)), "");
            canvas.path(class, &polyline(&places));
            if series.slot.is_some() && stroke == Stroke::Median {
                canvas.path("marker", &markers(chart, layout, series, &places));
            }
            canvas.close();
        }
    }
}

/// A company's markers: every January, and where its line ends.
fn markers(
    chart: &LineChart<'_>,
    layout: &Layout,
    series: &Series<'_>,
    places: &[Option<(f32, f32)>],
) -> String {
    let radius = if layout.density == Density::Compact {
        MARKER - 0.8
    } else {
        MARKER
    };
    let last = ends(&series.values[..places.len()]).map(|(_, (month, _))| month);
    let shown = |month: usize| chart.calendar.is_january(month) || Some(month) == last;
    let at = places
        .iter()
        .enumerate()
        .filter(|(month, _)| shown(*month))
        .filter_map(|(_, at)| *at);
    at.map(|at| marker(series.slot, at, radius)).collect()
}
