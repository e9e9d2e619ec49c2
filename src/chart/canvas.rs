//! SVG text under construction: every element, number and name on a chart is written here.

use super::text::{escape, width};

/// Where a text stands relative to its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// The narrowest and lowest picture that is drawn, in px.
const SIDE_MIN: f32 = 60.0;
/// The widest and highest.
const SIDE_MAX: f32 = 20_000.0;

/// A side of a picture that can be drawn on, whatever was asked for, in whole px.
pub(crate) fn side(asked: f32) -> f32 {
    if asked.is_finite() {
        asked.clamp(SIDE_MIN, SIDE_MAX).round()
    } else {
        SIDE_MIN
    }
}

/// Growing SVG text.
pub(crate) struct Canvas {
    out: String,
}

impl Canvas {
    /// An `<svg>` of this size in CSS px, announced to screen readers by `title` and `desc`.
    pub(crate) fn new(class: &str, width: f32, height: f32, title: &str, desc: &str) -> Canvas {
        let (w, h) = (px(width), px(height));
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart {class}\" role=\"img\" \
             width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\">\n"
        );
        for (element, words) in [("title", title), ("desc", desc)] {
            if !words.is_empty() {
                out.push_str(&format!("<{element}>{}</{element}>\n", escape(words)));
            }
        }
        Canvas { out }
    }

    /// Another picture, with its top left corner at a point.
    pub(crate) fn embed(&mut self, svg: &str, at: (f32, f32)) {
        self.out.push_str(&placed(svg, at));
    }

    pub(crate) fn finish(mut self) -> String {
        self.out.push_str("</svg>\n");
        self.out
    }

    /// Opens a group; `more` is further attributes, already escaped.
    pub(crate) fn open(&mut self, class: &str, more: &str) {
        self.out.push_str(&format!("<g class=\"{class}\"{more}>\n"));
    }

    pub(crate) fn close(&mut self) {
        self.out.push_str("</g>\n");
    }

    /// The name that a browser shows when the pointer rests on the open group.
    pub(crate) fn title(&mut self, words: &str) {
        self.out
            .push_str(&format!("<title>{}</title>\n", escape(words)));
    }

    pub(crate) fn line(&mut self, class: &str, from: (f32, f32), to: (f32, f32)) {
        self.path(class, &format!("M{} {}", point(from), point(to)));
    }

    pub(crate) fn path(&mut self, class: &str, d: &str) {
        if !d.is_empty() {
            self.out
                .push_str(&format!("<path class=\"{class}\" d=\"{d}\"/>\n"));
        }
    }

    pub(crate) fn rect(&mut self, class: &str, left: f32, top: f32, right: f32, bottom: f32) {
        let (w, h) = (px((right - left).max(0.0)), px((bottom - top).max(0.0)));
        let (x, y) = (px(left), px(top));
        self.out.push_str(&format!(
            "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\"/>\n"
        ));
    }

    pub(crate) fn circle(&mut self, class: &str, centre: (f32, f32), radius: f32) {
        let (x, y, r) = (px(centre.0), px(centre.1), px(radius));
        self.out.push_str(&format!(
            "<circle class=\"{class}\" cx=\"{x}\" cy=\"{y}\" r=\"{r}\"/>\n"
        ));
    }

    pub(crate) fn text(&mut self, class: &str, at: (f32, f32), anchor: Anchor, words: &str) {
        if words.is_empty() {
            return;
        }
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let (x, y, words) = (px(at.0), px(at.1), escape(words));
        self.out.push_str(&format!(
            "<text class=\"{class}\" x=\"{x}\" y=\"{y}\"{anchor}>{words}</text>\n"
        ));
    }

    /// A name with its value in a lighter type behind it.
    pub(crate) fn end_label(&mut self, class: &str, at: (f32, f32), name: &str, value: &str) {
        let (x, y, name, value) = (px(at.0), px(at.1), escape(name), escape(value));
        let gap = if name.is_empty() { "" } else { " " };
        let value = match value.as_str() {
            "" => String::new(),
            value => format!("<tspan class=\"figure\">{gap}{value}</tspan>"),
        };
        let text = format!("<text class=\"{class}\" x=\"{x}\" y=\"{y}\">{name}{value}</text>\n");
        self.out.push_str(&text);
    }
}

/// An `<svg>` that stands at a point of the picture it is put into.
pub(crate) fn placed(svg: &str, at: (f32, f32)) -> String {
    let (x, y) = (px(at.0), px(at.1));
    svg.replacen("<svg ", &format!("<svg x=\"{x}\" y=\"{y}\" "), 1)
}

/// A coordinate with at most one decimal: finer is invisible, and the markup would double.
pub(crate) fn px(value: f32) -> String {
    // A number that is none must not reach the markup; it should have been left out before.
    let tenths = if value.is_finite() {
        (value.clamp(-SIDE_MAX, SIDE_MAX) * 10.0).round() as i32
    } else {
        0
    };
    match (tenths < 0, tenths.abs() / 10, tenths.abs() % 10) {
        (false, whole, 0) => format!("{whole}"),
        (true, whole, 0) => format!("-{whole}"),
        (false, whole, tenth) => format!("{whole}.{tenth}"),
        (true, whole, tenth) => format!("-{whole}.{tenth}"),
    }
}

pub(crate) fn point(at: (f32, f32)) -> String {
    format!("{},{}", px(at.0), px(at.1))
}

/// The path through `points`, broken wherever one is missing. A point without neighbours becomes a dot.
pub(crate) fn polyline(points: &[Option<(f32, f32)>]) -> String {
    let mut path = String::new();
    for run in points.split(Option::is_none) {
        let run: Vec<(f32, f32)> = run.iter().copied().flatten().collect();
        match run[..] {
            [] => {}
            [alone] => path.push_str(&format!("M{}h0.1", point(alone))),
            [first, ..] => {
                path.push('M');
                path.push_str(&point(first));
                for at in &run[1..] {
                    path.push(' ');
                    path.push_str(&point(*at));
                }
            }
        }
    }
    path
}

/// The closed path between an upper and a lower edge, broken wherever a point of either is missing.
pub(crate) fn ribbon(upper: &[Option<(f32, f32)>], lower: &[Option<(f32, f32)>]) -> String {
    let pairs: Vec<_> = upper
        .iter()
        .zip(lower)
        .map(|(up, down)| Some(((*up)?, (*down)?)))
        .collect();
    let mut path = String::new();
    for run in pairs.split(Option::is_none) {
        let run: Vec<_> = run.iter().copied().flatten().collect();
        if run.len() < 2 {
            continue;
        }
        let there = run.iter().map(|pair| pair.0);
        let back = run.iter().rev().map(|pair| pair.1);
        for (i, at) in there.chain(back).enumerate() {
            path.push(if i == 0 { 'M' } else { ' ' });
            path.push_str(&point(at));
        }
        path.push('Z');
    }
    path
}

/// The classes of the eight company colours: what belongs to no company is `plain`.
pub(crate) fn slot_class(slot: Option<u8>) -> &'static str {
    const CLASSES: [&str; 8] = ["c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7"];
    slot.map_or("plain", |slot| CLASSES[usize::from(slot) % CLASSES.len()])
}

/// The marker of a colour slot: eight shapes, so that colour is never the only difference.
pub(crate) fn marker(slot: Option<u8>, at: (f32, f32), radius: f32) -> String {
    let (x, y) = at;
    let r = radius;
    let polygon = |corners: &[(f32, f32)]| {
        let corners: Vec<String> = corners
            .iter()
            .map(|(dx, dy)| point((x + dx * r, y + dy * r)))
            .collect();
        format!("M{}Z", corners.join(" "))
    };
    match slot.map(|slot| slot % 8) {
        Some(1) => polygon(&[(-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)]),
        Some(2) => polygon(&[(0.0, -1.2), (1.1, 0.8), (-1.1, 0.8)]),
        Some(3) => polygon(&[(0.0, -1.3), (1.3, 0.0), (0.0, 1.3), (-1.3, 0.0)]),
        Some(4) => polygon(&[(0.0, 1.2), (1.1, -0.8), (-1.1, -0.8)]),
        Some(5) => polygon(&[(-1.3, -0.5), (1.3, -0.5), (1.3, 0.5), (-1.3, 0.5)]),
        Some(6) => polygon(&[(-0.5, -1.3), (0.5, -1.3), (0.5, 1.3), (-0.5, 1.3)]),
        Some(7) => polygon(&[
            (-1.2, -1.2),
            (0.0, -0.45),
            (1.2, -1.2),
            (0.45, 0.0),
            (1.2, 1.2),
            (0.0, 0.45),
            (-1.2, 1.2),
            (-0.45, 0.0),
        ]),
        _ => format!(
            "M{}a{r},{r} 0 1 1 0,{d}a{r},{r} 0 1 1 0,-{d}",
            point((x, y - r)),
            r = px(r),
            d = px(2.0 * r)
        ),
    }
}

/// Rows of text from the top of a picture; returns the height they take, in px.
pub(crate) fn headings(
    canvas: &mut Canvas,
    class: &str,
    lines: &[String],
    left: f32,
    top: f32,
    leading: f32,
) -> f32 {
    for (i, line) in lines.iter().enumerate() {
        canvas.text(
            class,
            (left, top + leading * (i as f32 + 1.0) - leading * DESCENT),
            Anchor::Start,
            line,
        );
    }
    leading * lines.len() as f32
}

/// The part of a line's height that lies below its baseline.
const DESCENT: f32 = 0.28;

/// A swatch's caption in a key: draws it and returns where the next one may start.
pub(crate) fn caption(canvas: &mut Canvas, at: (f32, f32), size: f32, words: &str) -> f32 {
    canvas.text("key", at, Anchor::Start, words);
    at.0 + width(words, size, false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_are_short_and_finite() {
        let texts = [0.0, -0.04, 3.0, 3.12, -2.56, f32::NAN, f32::INFINITY].map(px);
        assert_eq!(
            texts,
            ["0", "0", "3", "3.1", "-2.6", "0", "0"].map(String::from)
        );
    }

    #[test]
    fn a_gap_breaks_the_line() {
        let path = polyline(&[Some((0.0, 1.0)), Some((1.0, 1.0)), None, Some((3.0, 2.0))]);
        assert_eq!(path, "M0,1 1,1M3,2h0.1");
        assert_eq!(polyline(&[None, None]), "");
        let (up, down) = (
            [Some((0.0, 0.0)), Some((1.0, 0.0))],
            [Some((0.0, 5.0)), Some((1.0, 6.0))],
        );
        assert_eq!(ribbon(&up, &down), "M0,0 1,0 1,6 0,5Z");
        assert_eq!(ribbon(&up, &[None, Some((1.0, 1.0))]), "");
    }
}
