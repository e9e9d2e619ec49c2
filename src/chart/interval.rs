//! What was measured with its uncertainty, one line a measurement, against what is expected.

use super::canvas::{Anchor, Canvas, side};
use super::scale::{Scale, Shape, linear_ticks, nice_step};
use super::text::width;
use super::unit::Unit;
use crate::chart::Written;

/// One measurement.
#[derive(Clone, Copy, Debug, Default)]
pub struct Measured<'a> {
    /// What was measured, in words.
    pub label: &'a str,
    pub mean: f64,
    /// Half of its 95 % interval.
    pub error: f64,
}

/// Measurements on one axis.
#[derive(Clone, Debug)]
pub struct Intervals<'a> {
    /// What is expected, in words; only spoken.
    pub title: &'a str,
    /// From the first to the last, top down.
    pub measured: Vec<Measured<'a>>,
    /// Between which values they should lie; an end that is not finite is open.
    pub expected: (f64, f64),
}

/// Height of a measurement, and of the axis with its numbers, in px.
const ROW: f32 = 14.0;
const AXIS: f32 = 18.0;
/// Room at either side, px, and of the spread beyond the outermost value.
const MARGIN: f32 = 5.0;
const ROOM: f64 = 0.12;
/// Radius of a mean, and half the height of the ends of its interval, px.
const DOT: f32 = 3.5;
const WHISKER: f32 = 3.5;
/// Most numbers at the axis; their size, which the style sheet says too; and the room between two, px.
const TICKS: usize = 3;
const TEXT: f32 = 11.0;
const GAP: f32 = 4.0;

impl Intervals<'_> {
    /// The height, px, at which it is drawn.
    pub fn height(&self) -> f32 {
        self.measured.len().max(1) as f32 * ROW + AXIS
    }

    /// The chart as SVG text, `width` CSS px wide.
    pub fn svg(&self, width_px: f32) -> String {
        let (w, h) = (side(width_px), self.height());
        let spoken: Vec<String> = self.measured.iter().map(Measured::words).collect();
        let mut canvas = Canvas::new("intervals", w, h, self.title, &spoken.join("; "));
        let scale = self.scale();
        let (left, right) = (MARGIN, w - MARGIN);
        let at = |value: f64| left + (right - left) * scale.fraction(value) as f32;
        let bottom = h - AXIS;
        let (low, high) = self.expected;
        canvas.rect("expected", at(low), 0.0, at(high), bottom);
        for end in [low, high].into_iter().filter(|end| end.is_finite()) {
            canvas.line("bound", (at(end), 0.0), (at(end), bottom));
        }
        canvas.line("axis", (left, bottom), (right, bottom));
        self.numbers(&mut canvas, &scale, (left, right), h);
        for (k, one) in self.measured.iter().enumerate() {
            let y = ROW * (k as f32 + 0.5);
            canvas.open("measured plain", "");
            canvas.title(&one.words());
            let (from, to) = (at(one.mean - one.error), at(one.mean + one.error));
            canvas.line("whisker", (from, y), (to, y));
            for end in [from, to] {
                canvas.line("whisker", (end, y - WHISKER), (end, y + WHISKER));
            }
            canvas.circle("pointer", (at(one.mean), y), DOT);
            canvas.close();
        }
        canvas.finish()
    }

    /// Numbers under the axis, as many as do not touch.
    fn numbers(&self, canvas: &mut Canvas, scale: &Scale, (left, right): (f32, f32), h: f32) {
        let step = nice_step(scale.high - scale.low, TICKS);
        let mut free_from = f32::MIN;
        for tick in linear_ticks(scale.low, scale.high, TICKS) {
            let x = left + (right - left) * scale.fraction(tick) as f32;
            let words = Unit::Plain.tick(tick, step);
            let half = width(&words, TEXT, false) / 2.0;
            let room = right + MARGIN - half;
            let middle = x.min(room).max(half);
            canvas.line("axis", (x, h - AXIS), (x, h - AXIS + WHISKER));
            if middle <= room && middle - half >= free_from {
                canvas.text("tick", (middle, h - MARGIN), Anchor::Middle, &words);
                free_from = middle + half + GAP;
            }
        }
    }

    /// From the lowest to the highest of what is measured and expected, with some room.
    fn scale(&self) -> Scale {
        let ends = self
            .measured
            .iter()
            .flat_map(|m| [m.mean - m.error, m.mean + m.error]);
        let all = ends.chain([self.expected.0, self.expected.1]);
        let (mut low, mut high) = (f64::MAX, f64::MIN);
        for value in all.filter(|value| value.is_finite()) {
            (low, high) = (low.min(value), high.max(value));
        }
        let room = (high - low) * ROOM;
        Scale::new(low - room, high + room, Shape::Linear)
    }
}

impl Measured<'_> {
    /// The measurement with its 95 % interval.
    fn words(&self) -> String {
        let [mean, error] = [self.mean, self.error].map(|v| Unit::Plain.format(v));
        format!("{}: {mean} ± {error}", self.label)
    }
}
