//! A difference of scores as a word, a figure and a bar.

use after_the_leak::game::Difference;
use after_the_leak::sim::goals::GoalRow;
use yew::prelude::*;

/// Bars reach at least so far, in scores. Judgement.
const LEAST_SCALE: f64 = 0.005;
/// A smaller difference hardly matters, however clear it is. Judgement.
pub const SLIGHT: f64 = 0.001;

/// Where the bars of some differences end, so that all fit.
pub fn scale<'a>(all: impl Iterator<Item = &'a Difference>) -> f64 {
    let ends = all.flat_map(|d| [d.low, d.high]);
    ends.fold(LEAST_SCALE, |most, end| most.max(end.abs()))
}

/// A score, 0 to 1.
pub fn score(score: f64) -> String {
    format!("{score:.2}")
}

/// What a score by a goal is called.
pub fn scored_by(goal: &GoalRow) -> String {
    ["Score: ", &goal.label.to_ascii_lowercase()].concat()
}

/// A difference of scores: "+0.031".
pub fn change(difference: f64) -> String {
    // Minus zero is zero.
    let rounded = (difference * 1e3).round() / 1e3 + 0.0;
    format!("{rounded:+.3}").replace('-', "−")
}

/// Whether a difference is clearly for the better, and matters.
pub fn helps(d: &Difference) -> bool {
    d.is_clear() && d.mean >= SLIGHT
}

/// What a difference says, with its 90 % interval as a bar around zero.
pub fn estimate(d: &Difference, scale: f64) -> Html {
    let word = match (d.is_clear(), d.mean) {
        (false, _) => "unclear",
        (true, _) if helps(d) => "helps",
        (true, mean) if mean > -SLIGHT => "hardly",
        (true, _) => "hurts",
    };
    let at = |value: f64| (1.0 + value / scale) / 2.0;
    let (from, to) = (at(d.mean.min(0.0)), at(d.mean.max(0.0)));
    let (low, high) = (at(d.low), at(d.high));
    let style = format!("--low:{low:.3};--high:{high:.3};--from:{from:.3};--to:{to:.3}");
    let title = format!("90 % interval: {} to {}", change(d.low), change(d.high));
    html! {
        <span class={classes!("estimate", word)} {title}>
            <span class="word">{ word }</span><span class="figure">{ change(d.mean) }</span>
            <i class="interval" {style} aria-hidden="true"></i>
        </span>
    }
}
