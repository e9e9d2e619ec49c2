//! Small bars: how likely each outcome is, and where something stands between two poles.

use super::canvas::{Anchor, Canvas, side, slot_class};
use super::text::{fit, width};
use super::unit::Unit;
use crate::chart::Written;

/// Font size in px; the style sheet says the same.
const TEXT: f32 = 12.0;
/// Height of a row, in px: as asked, within these limits.
const ROW: (f32, f32) = (18.0, 28.0);
/// Height of a bar as part of its row.
const BAR: f32 = 0.5;
/// Labels take at most this part of the width.
const LABELS_MAX: f32 = 0.45;
const GAP: f32 = 8.0;
/// Half the height of the ends of an error whisker, in px.
const WHISKER: f32 = 3.5;

/// How likely one outcome is.
#[derive(Clone, Copy, Debug, Default)]
pub struct Outcome<'a> {
    /// The outcome in words.
    pub label: &'a str,
    /// Colour of the company it belongs to, 0–7; `None` for none.
    pub slot: Option<u8>,
    /// Probability, 0–1.
    pub probability: f32,
    /// Half the 95 % interval of its Monte Carlo error, 0–1.
    pub error: f32,
}

impl Outcome<'_> {
    /// The probability with its error: "19 % ± 3".
    pub fn words(&self) -> String {
        let points = f64::from(self.error) * 100.0;
        let probability = Unit::Share.format(self.probability);
        match points {
            points if !points.is_finite() || points <= 0.0 => probability,
            points if points < 1.0 => format!("{probability} ± {points:.1}"),
            points => format!("{probability} ± {points:.0}"),
        }
    }
}

/// Outcomes that exclude each other, or simply a list of them.
#[derive(Clone, Debug, Default)]
pub struct OutcomeBars<'a> {
    /// The question: "Who sets the standard".
    pub title: &'a str,
    /// The answers, in the order shown.
    pub outcomes: Vec<Outcome<'a>>,
}

impl OutcomeBars<'_> {
    /// The height, in px, at which all rows are shown in comfort.
    pub fn height(&self) -> f32 {
        self.outcomes.len().max(1) as f32 * (ROW.0 + ROW.1) / 2.0
    }

    /// The bars as SVG text, `width` × `height` CSS px. The title is only spoken: cards have their own heading.
    pub fn svg(&self, width_px: f32, height_px: f32) -> String {
        let (w, h) = (side(width_px), side(height_px));
        let all: Vec<String> = self
            .outcomes
            .iter()
            .map(|o| format!("{} {}", o.label, o.words()))
            .collect();
        let mut canvas = Canvas::new("bars", w, h, self.title, &all.join("; "));
        let row = (h / self.outcomes.len().max(1) as f32).clamp(ROW.0, ROW.1);
        let widest = |texts: &mut dyn Iterator<Item = f32>| texts.fold(0.0, f32::max);
        let labels = widest(&mut self.outcomes.iter().map(|o| width(o.label, TEXT, false)))
            .min(w * LABELS_MAX);
        let values = widest(&mut self.outcomes.iter().map(|o| width(&o.words(), TEXT, false)));
        let (left, right) = (labels + GAP, (w - values - GAP).max(labels + GAP + 1.0));
        let shown = (h / row).floor() as usize;
        for (i, outcome) in self.outcomes.iter().take(shown).enumerate() {
            let middle = row * (i as f32 + 0.5);
            let baseline = middle + TEXT * 0.35;
            let label = fit(outcome.label, labels, TEXT, false);
            canvas.text("bar-label", (labels, baseline), Anchor::End, &label);
            bar(&mut canvas, outcome, (left, right), middle, row * BAR / 2.0);
            canvas.text("bar-value", (w, baseline), Anchor::End, &outcome.words());
        }
        canvas.finish()
    }
}

fn bar(
    canvas: &mut Canvas,
    outcome: &Outcome<'_>,
    (left, right): (f32, f32),
    middle: f32,
    half: f32,
) {
    let part = |value: f32| {
        if value.is_finite() {
            value.clamp(0.0, 1.0)
        } else {
            0.0
        }
    };
    let at = |value: f32| left + (right - left) * part(value);
    let error = part(outcome.error);
    canvas.open(&format!("bar {}", slot_class(outcome.slot)), "");
    canvas.rect("track", left, middle - half, right, middle + half);
    canvas.rect(
        "fill",
        left,
        middle - half,
        at(outcome.probability),
        middle + half,
    );
    if error > 0.0 && outcome.probability.is_finite() {
        let (low, high) = (
            at(outcome.probability - error),
            at(outcome.probability + error),
        );
        canvas.line("whisker", (low, middle), (high, middle));
        for end in [low, high] {
            canvas.line("whisker", (end, middle - WHISKER), (end, middle + WHISKER));
        }
    }
    canvas.close();
}

/// Where something stands between two poles, such as narrative and metrics.
#[derive(Clone, Copy, Debug, Default)]
pub struct Gauge<'a> {
    /// What is measured.
    pub title: &'a str,
    /// The pole at 0.
    pub low: &'a str,
    /// The pole at 1.
    pub high: &'a str,
    /// Where it stands, 0–1.
    pub value: f32,
    /// Where it stood before, 0–1, if that is shown.
    pub before: Option<f32>,
}

/// Half the height of the gauge's track, and of its pointer, in px.
const TRACK: f32 = 3.0;
const POINTER: f32 = 6.0;
/// Room for the words under the track, in px.
const WORDS: f32 = 16.0;

impl Gauge<'_> {
    /// The gauge as SVG text, `width` × `height` CSS px; 34 px are enough.
    pub fn svg(&self, width_px: f32, height_px: f32) -> String {
        let (w, h) = (side(width_px), side(height_px));
        let value = Unit::Index.format(self.value);
        let words = format!("{value} between {} (0) and {} (1)", self.low, self.high);
        let mut canvas = Canvas::new("gauge", w, h, self.title, &words);
        let middle = ((h - WORDS) / 2.0).max(POINTER + 1.0);
        let at = |value: f32| POINTER + (w - 2.0 * POINTER) * value.clamp(0.0, 1.0);
        canvas.rect("track", 0.0, middle - TRACK, w, middle + TRACK);
        canvas.line("axis", (at(0.5), middle - TRACK), (at(0.5), middle + TRACK));
        if let Some(before) = self.before.filter(|before| before.is_finite()) {
            canvas.circle("size", (at(before), middle), POINTER - 1.0);
        }
        if self.value.is_finite() {
            canvas.circle("pointer plain", (at(self.value), middle), POINTER);
        }
        let baseline = middle + POINTER + WORDS - 3.0;
        let room = w / 2.0 - GAP;
        canvas.text(
            "key",
            (0.0, baseline),
            Anchor::Start,
            &fit(self.low, room, TEXT, false),
        );
        canvas.text(
            "key",
            (w, baseline),
            Anchor::End,
            &fit(self.high, room, TEXT, false),
        );
        canvas.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn probabilities_come_with_their_error() {
        let words = |probability, error| {
            Outcome {
                probability,
                error,
                ..Outcome::default()
            }
            .words()
            .replace('\u{a0}', " ")
        };
        assert_eq!(words(0.19, 0.03), "19 % ± 3");
        assert_eq!(words(0.19, 0.004), "19 % ± 0.4");
        assert_eq!(words(0.19, 0.0), "19 %");
        assert_eq!(words(0.19, f32::NAN), "19 %");
    }
}
