//! What was observed beside what a model gives for it, over the years.

use super::calendar::Calendar;
use super::canvas::{Anchor, Canvas, polyline, ribbon, side};
use super::scale::{Scale, Shape, linear_ticks, multiples, nice_step};
use super::text::{fit, width};
use super::unit::Unit;
use crate::chart::Written;

/// One observation and what the model gives for it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Pair {
    /// When: years of the calendar, or years of a run.
    pub year: f64,
    pub observed: f64,
    pub modelled: f64,
    /// Between these lie 90 % of the futures, if they differ.
    pub band: Option<(f64, f64)>,
}

/// Observations and model on one pair of axes.
#[derive(Clone, Debug, Default)]
pub struct Comparison<'a> {
    /// What was observed; only spoken.
    pub title: &'a str,
    pub unit: Unit,
    /// The unit in words, where the numbers at the axis do not say it; else empty.
    pub axis: &'a str,
    /// In the order of time.
    pub pairs: Vec<Pair>,
}

/// Size of the numbers at the axes, which the style sheet says too; height of the key and of the numbers of the years.
const TEXT: f32 = 11.0;
const KEY: f32 = 20.0;
const YEARS: f32 = 18.0;
const GAP: f32 = 6.0;
/// The numbers at the left take at most this part of the width.
const GUTTER: f32 = 0.3;
const DOT: f32 = 3.5;
/// Length of the model's line in the key.
const SWATCH: f32 = 16.0;
/// Most numbers at either axis.
const TICKS: usize = 5;
/// Room beyond the first and the last year, and beyond the lowest and highest value, of the whole.
const ROOM: f64 = 0.06;
/// A span of fewer years has months at its axis, so many apart.
const FEW_YEARS: f64 = 3.0;
const MONTHS_APART: f64 = 3.0;
/// Years before this are those of a run.
const FIRST_YEAR: f64 = 1000.0;

impl Comparison<'_> {
    /// The chart as SVG text, `width` × `height` CSS px.
    pub fn svg(&self, width_px: f32, height_px: f32) -> String {
        let (w, h) = (side(width_px), side(height_px));
        let mut canvas = Canvas::new("comparison", w, h, self.title, &self.words());
        let (years, values) = (self.years(), self.values());
        let step = nice_step(values.high - values.low, TICKS);
        let ticks = linear_ticks(values.low, values.high, TICKS);
        let words: Vec<String> = ticks.iter().map(|v| self.unit.tick(*v, step)).collect();
        let widest = words
            .iter()
            .map(|t| width(t, TEXT, false))
            .fold(0.0, f32::max)
            .min(w * GUTTER);
        let (left, right, top, bottom) = (widest + GAP, w - GAP, KEY, h - YEARS);
        let x = |year: f64| left + (right - left) * years.fraction(year) as f32;
        let y = |value: f64| bottom - (bottom - top) * values.fraction(value) as f32;
        for (tick, words) in ticks.iter().zip(&words) {
            canvas.line("grid", (left, y(*tick)), (right, y(*tick)));
            let at = (left - GAP, y(*tick) + TEXT * 0.35);
            canvas.text("tick", at, Anchor::End, &fit(words, widest, TEXT, false));
        }
        canvas.line("axis", (left, bottom), (right, bottom));
        year_numbers(&mut canvas, &years, x, bottom, w);
        canvas.open("plain", "");
        let place = |value: fn(&Pair) -> Option<f64>| -> Vec<Option<(f32, f32)>> {
            let at = |p: &Pair| {
                value(p)
                    .filter(|v| v.is_finite())
                    .map(|v| (x(p.year), y(v)))
            };
            self.pairs.iter().map(at).collect()
        };
        let (high, low) = (
            place(|p| p.band.map(|b| b.1)),
            place(|p| p.band.map(|b| b.0)),
        );
        canvas.path("band90", &ribbon(&high, &low));
        canvas.path("median", &polyline(&place(|p| Some(p.modelled))));
        for pair in &self.pairs {
            let miss = [pair.observed, pair.modelled].map(|v| (x(pair.year), y(v)));
            canvas.line("miss", miss[0], miss[1]);
        }
        for pair in &self.pairs {
            canvas.circle("observed", (x(pair.year), y(pair.observed)), DOT);
        }
        key(&mut canvas, self.pairs.iter().any(|p| p.band.is_some()));
        let at = (right, KEY / 2.0 + TEXT * 0.35 - 1.0);
        canvas.text("tick", at, Anchor::End, self.axis);
        canvas.close();
        canvas.finish()
    }

    /// All figures, for those who cannot see them.
    fn words(&self) -> String {
        let pair = |p: &Pair| {
            let [observed, modelled] = [p.observed, p.modelled].map(|v| self.unit.format(v));
            format!(
                "{}: observed {observed}, model {modelled}",
                year_words(p.year.floor())
            )
        };
        self.pairs.iter().map(pair).collect::<Vec<_>>().join("; ")
    }

    fn years(&self) -> Scale {
        spanned(self.pairs.iter().map(|p| p.year))
    }

    fn values(&self) -> Scale {
        let of = |p: &Pair| {
            let (low, high) = p.band.unwrap_or((p.observed, p.observed));
            [p.observed, p.modelled, low, high]
        };
        let scale = spanned(self.pairs.iter().flat_map(of));
        // No share is below nothing or above everything.
        match self.unit {
            Unit::Share => Scale::new(scale.low.max(0.0), scale.high.min(1.0), Shape::Linear),
            _ => scale,
        }
    }
}

/// An axis that holds all values with some room.
fn spanned(values: impl Iterator<Item = f64>) -> Scale {
    let (mut low, mut high) = (f64::MAX, f64::MIN);
    for value in values.filter(|value| value.is_finite()) {
        (low, high) = (low.min(value), high.max(value));
    }
    let room = (high - low) * ROOM;
    Scale::new(low - room, high + room, Shape::Linear)
}

/// A whole year as words: of the calendar, or of a run.
fn year_words(year: f64) -> String {
    if !year.is_finite() {
        "some year".to_string()
    } else if year < FIRST_YEAR {
        format!("year {year}")
    } else {
        year.to_string()
    }
}

/// A month of the calendar, given as a year with a fraction.
fn month_words(year: f64) -> String {
    let month = ((year - year.floor()) * 12.0).round() as usize;
    let january = Calendar {
        year: year as u16,
        month: 1,
    };
    january.label(month)
}

/// Whole years under the axis, or months where there are few, as many as do not touch.
fn year_numbers(canvas: &mut Canvas, years: &Scale, x: impl Fn(f64) -> f32, bottom: f32, w: f32) {
    let mut free_from = 0.0;
    let short = years.high - years.low < FEW_YEARS && years.low >= FIRST_YEAR;
    let ticks = match short {
        true => multiples(years.low, years.high, MONTHS_APART / 12.0),
        false => linear_ticks(years.low, years.high, TICKS + 1),
    };
    for year in ticks {
        let words = if short {
            month_words(year)
        } else {
            year_words(year)
        };
        let half = width(&words, TEXT, false) / 2.0;
        let whole = short || year.fract() == 0.0;
        if !whole || x(year) - half < free_from || x(year) + half > w {
            continue;
        }
        canvas.line("axis", (x(year), bottom), (x(year), bottom + DOT));
        canvas.text(
            "tick",
            (x(year), bottom + YEARS - GAP),
            Anchor::Middle,
            &words,
        );
        free_from = x(year) + half + GAP;
    }
}

/// What dots, line and band are.
fn key(canvas: &mut Canvas, banded: bool) {
    let (middle, baseline) = (KEY / 2.0 - 1.0, KEY / 2.0 + TEXT * 0.35 - 1.0);
    let mut at = 0.0;
    let say = |canvas: &mut Canvas, at: &mut f32, words: &str| {
        canvas.text("key", (*at, baseline), Anchor::Start, words);
        *at += width(words, TEXT, false) + GAP;
    };
    canvas.circle("observed", (at + DOT, middle), DOT);
    at += 2.0 * DOT + GAP;
    say(canvas, &mut at, "observed");
    canvas.line("median", (at, middle), (at + SWATCH, middle));
    at += SWATCH + GAP;
    say(canvas, &mut at, "model");
    if banded {
        canvas.rect("band90", at, middle - DOT, at + SWATCH, middle + DOT);
        at += SWATCH + GAP;
        say(canvas, &mut at, "90 % of futures");
    }
}
