//! The result of a game as a picture to share: what came of it, every company's score as a bar, and the race beside it.

use super::canvas::{Anchor, Canvas, headings, slot_class};
use super::race::RaceMap;
use super::text::{fit, width, wrap};

/// Font sizes in px; the style sheet says the same.
const TITLE: f32 = 15.0;
const TEXT: f32 = 12.0;
/// Height of a line of the title, in px, and how many there may be.
const HEADLINE: f32 = 21.0;
const TITLE_LINES: usize = 2;
/// The column of scores as part of the width, and between it and the race, in px.
const SCORES: f32 = 0.3;
const GAP: f32 = 24.0;
/// Under the title, in px.
const BELOW_TITLE: f32 = 14.0;
/// Height of a row of the scores at most, and of its bar, in px.
const ROW: f32 = 56.0;
const BAR: f32 = 10.0;
/// From the top of a row to the baseline of its words and to its bar, in px.
const WORDS_AT: f32 = 14.0;
const BAR_AT: f32 = 20.0;

/// One company's score.
#[derive(Clone, Copy, Debug)]
pub struct Scored<'a> {
    pub name: &'a str,
    /// Colour, 0–7.
    pub slot: u8,
    /// From 0 to 1.
    pub score: f32,
    /// Whether it stands out.
    pub selected: bool,
}

/// How a game ended.
#[derive(Clone, Debug)]
pub struct GameResult<'a> {
    /// What came of it, in a sentence.
    pub title: &'a str,
    /// What the scores are of: "Score: most valuable".
    pub scored_by: &'a str,
    /// In the order shown; bars reach as far as the highest score.
    pub scores: Vec<Scored<'a>>,
    pub map: RaceMap<'a>,
}

impl GameResult<'_> {
    /// The picture as SVG text, `width` × `height` CSS px.
    pub fn svg(&self, w: f32, h: f32) -> String {
        let mut canvas = Canvas::new("bars", w, h, self.title, &self.map.summary());
        let title = wrap(self.title, w, TITLE, true, TITLE_LINES);
        let top = headings(&mut canvas, "title", &title, 0.0, 0.0, HEADLINE) + BELOW_TITLE;
        let right = w * SCORES;
        let by = fit(self.scored_by, right, TEXT, false);
        canvas.text("subtitle", (0.0, top), Anchor::Start, &by);
        let most = self.scores.iter().map(|s| s.score).fold(0.0, f32::max);
        let high = ((h - top - BAR) / self.scores.len().max(1) as f32).min(ROW);
        for (k, scored) in self.scores.iter().enumerate() {
            row(
                &mut canvas,
                scored,
                most,
                top + BAR + high * k as f32,
                right,
            );
        }
        let (left, top) = (right + GAP, top - TEXT);
        canvas.embed(&self.map.svg(w - left, h - top), (left, top));
        canvas.finish()
    }
}

fn row(canvas: &mut Canvas, scored: &Scored<'_>, most: f32, top: f32, right: f32) {
    let (baseline, bar) = (top + WORDS_AT, top + BAR_AT);
    let value = format!("{:.2}", scored.score);
    let name = fit(
        scored.name,
        right - width(&value, TEXT, true) - BAR,
        TEXT,
        true,
    );
    let class = slot_class(Some(scored.slot));
    let words = match scored.selected {
        true => "label",
        false => "bar-label",
    };
    canvas.open(class, "");
    canvas.text(words, (0.0, baseline), Anchor::Start, &name);
    canvas.text(words, (right, baseline), Anchor::End, &value);
    canvas.rect("track", 0.0, bar, right, bar + BAR);
    let part = scored.score / most.max(f32::MIN_POSITIVE);
    canvas.rect("fill", 0.0, bar, right * part.clamp(0.0, 1.0), bar + BAR);
    canvas.close();
}
