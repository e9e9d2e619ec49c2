//! Numbers in, SVG text out: the charts of the page, of command-line reports and of the tests.
//!
//! Charts are plain structs of borrowed numbers and names. `svg(width, height)` draws one at exactly that many CSS
//! px, so that text keeps its size. Colours are classes; [`STYLE`] gives them for light and dark. Every chart also
//! comes as an HTML table and as CSV.

mod bar;
mod calendar;
mod canvas;
mod comparison;
mod declutter;
mod interval;
mod line;
mod race;
mod result;
mod scale;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod unit;

pub use bar::{Gauge, Outcome, OutcomeBars};
pub use calendar::{Calendar, YearSpan};
pub use comparison::{Comparison, Pair};
pub use interval::{Intervals, Measured};
pub use line::{Fan, Geometry, LineChart, Mark, Series, Stroke, Zone};
pub use race::{Disc, Openness, RaceMap, Racer, Stage};
pub use result::{GameResult, Scored};
pub(crate) use scale::exp2;
pub use scale::{Scale, Shape};
pub use text::escape;
pub use unit::{Axis, Unit, WORKING_TIME, Written};

/// The style sheet of all charts: `assets/chart.css`, for reports that stand alone.
pub const STYLE: &str = include_str!("../assets/chart.css");

/// A picture on its own needs the ground on which its colours were chosen.
const PAPER: &str = "svg { background: var(--chart-paper); }\n";

/// Around a picture on its own, in px: words should not touch its edge.
pub const MARGIN: f32 = 16.0;

/// A chart's SVG text, drawn in `size`, with a style sheet (what [`STYLE`] says) and a margin around it: a file that
/// any viewer shows in the right colours.
pub fn standalone(svg: &str, style: &str, size: (f32, f32)) -> String {
    let [width, height] = [size.0, size.1].map(|side| side + 2.0 * MARGIN);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\">\n<style>\n{style}{PAPER}</style>\n{}</svg>\n",
        canvas::placed(svg, (MARGIN, MARGIN))
    )
}
