//! A difference of scores as a word, a figure and a bar.

use after_the_leak::game::Difference;
use yew::prelude::*;

/// Bars reach at least so far, in scores. Judgement: less than half a hundredth does not matter to anybody.
const LEAST_SCALE: f64 = 0.005;

/// Where the bars of some differences end, so that all fit.
pub fn scale<'a>(all: impl Iterator<Item = &'a Difference>) -> f64 {
    let ends = all.flat_map(|d| [d.low, d.high]);
    ends.fold(LEAST_SCALE, |most, end| most.max(end.abs()))
}

/// A score's difference in points of a hundred: "+3.1".
pub fn points(difference: f64) -> String {
    let points = format!("{:+.1}", 100.0 * difference);
    match points.as_str() {
        "-0.0" | "+0.0" => "0.0".to_string(),
        _ => points.replace('-', "−"),
    }
}

/// What a difference says, with its 90 % interval as a bar around zero.
pub fn estimate(d: &Difference, scale: f64) -> Html {
    let word = match (d.is_clear(), d.mean > 0.0) {
        (false, _) => "unclear",
        (true, true) => "helps",
        (true, false) => "hurts",
    };
    let at = |value: f64| (1.0 + value / scale) / 2.0;
    let style = format!("--low:{:.3};--high:{:.3}", at(d.low), at(d.high));
    let title = format!(
        "90 % interval: {} to {} points",
        points(d.low),
        points(d.high)
    );
    html! {
        <span class={classes!("estimate", word)} {title}>
            <span class="word">{ word }</span><span class="figure">{ points(d.mean) }</span>
            <i class="interval" {style} aria-hidden="true"></i>
        </span>
    }
}
