//! What every picture must satisfy: balanced tags, finite numbers, nothing off the canvas.

use super::super::text::width;

/// The attributes of one tag as (name, value).
fn attributes(tag: &str) -> Vec<(&str, &str)> {
    let mut out = Vec::new();
    let mut rest = tag;
    while let Some((before, after)) = rest.split_once("=\"") {
        let name = before.rsplit(' ').next().unwrap_or_default();
        let (value, tail) = after.split_once('"').expect("an attribute is closed");
        out.push((name, value));
        rest = tail;
    }
    out
}

fn unescaped(words: &str) -> String {
    let pairs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ];
    pairs
        .iter()
        .fold(words.to_string(), |words, (written, meant)| {
            words.replace(written, meant)
        })
}

fn numbers(text: &str) -> Vec<f32> {
    let parts =
        text.split(|letter: char| !(letter.is_ascii_digit() || letter == '.' || letter == '-'));
    parts
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().expect("a number"))
        .collect()
}

/// The absolute coordinates of a path: letters of relative commands end the absolute part of their run.
fn path_points(d: &str) -> Vec<(f32, f32)> {
    let runs = d.split('M').filter(|run| !run.is_empty());
    let absolute = runs.map(|run| {
        run.split(|letter: char| letter.is_ascii_alphabetic())
            .next()
            .unwrap_or_default()
    });
    absolute
        .flat_map(|run| {
            numbers(run)
                .chunks(2)
                .map(|pair| (pair[0], pair[1]))
                .collect::<Vec<_>>()
        })
        .collect()
}

/// Fails unless tags balance, every coordinate lies on the canvas, and no text but the expected leaves it.
pub(super) fn check_svg(svg: &str) {
    assert!(
        svg.starts_with("<svg ") && svg.ends_with("</svg>\n"),
        "{svg}"
    );
    assert!(!svg.contains("NaN") && !svg.contains("inf\""), "{svg}");
    let mut open: Vec<&str> = Vec::new();
    let mut canvas = (0.0, 0.0);
    for piece in svg.split('<').skip(1) {
        let (tag, words) = piece.split_once('>').expect("a tag is closed");
        assert!(!words.contains('>'), "unescaped: {words}");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{svg}");
            continue;
        }
        let name = tag.split([' ', '/']).next().unwrap_or_default();
        assert!(
            [
                "svg", "title", "desc", "g", "path", "rect", "circle", "text", "tspan"
            ]
            .contains(&name),
            "{name}"
        );
        if !tag.ends_with('/') {
            open.push(name);
        }
        let attributes = attributes(tag);
        let number = |wanted: &str| {
            let found = attributes.iter().find(|(name, _)| *name == wanted);
            found.map_or(0.0, |(_, value)| value.parse::<f32>().expect("a number"))
        };
        if name == "svg" {
            canvas = (number("width"), number("height"));
        }
        check_place(name, &attributes, &number, words, canvas);
    }
    assert!(open.is_empty(), "{open:?}");
}

fn check_place(
    name: &str,
    attributes: &[(&str, &str)],
    number: &dyn Fn(&str) -> f32,
    words: &str,
    (w, h): (f32, f32),
) {
    let inside = |x: f32, y: f32| {
        let fine = (-1.0..=w + 1.0).contains(&x) && (-1.0..=h + 1.0).contains(&y);
        assert!(fine, "{name} {attributes:?} at {x},{y} leaves {w} × {h}");
    };
    let (x, y) = (number("x"), number("y"));
    match name {
        "rect" => {
            inside(x, y);
            inside(x + number("width"), y + number("height"));
        }
        "circle" => inside(number("cx"), number("cy")),
        "path" => {
            let d = attributes
                .iter()
                .find(|(name, _)| *name == "d")
                .expect("a path has a d")
                .1;
            path_points(d).into_iter().for_each(|(x, y)| inside(x, y));
        }
        "text" if w >= 240.0 => {
            let anchor = attributes
                .iter()
                .find(|(name, _)| *name == "text-anchor")
                .map_or("start", |pair| pair.1);
            // The smallest font on a chart, at nine tenths, so that only gross errors count.
            let length = width(&unescaped(words), 10.0, false);
            let left = x - length
                * ["start", "middle", "end"]
                    .iter()
                    .position(|a| *a == anchor)
                    .unwrap() as f32
                / 2.0;
            inside(left, y);
            inside(left + length, y);
        }
        _ => {}
    }
}
