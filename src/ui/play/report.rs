//! "Your quarter": what became of the player's orders, and what the months brought, before and after.

use super::estimate::{change, score, scored_by};
use after_the_leak::chart::{Calendar, Unit, Written};
use after_the_leak::game::{Fate, Session};
use after_the_leak::sim::Metric;
use yew::prelude::*;

/// What the last turn brought; nothing before the first.
pub fn report(session: &Session) -> Html {
    let Some(report) = session.report() else {
        return html! {};
    };
    let title = match session.turn() {
        1 => "Your first response",
        _ => "Your quarter",
    };
    let launches: Vec<String> = report.launches.iter().map(|m| date(*m)).collect();
    let horizons = session.series(Metric::Horizon, session.player());
    let horizon = |month: u32| {
        let value = horizons.get(month as usize).copied().unwrap_or_default();
        Unit::Log2Minutes.format(value)
    };
    html! {
        <section class="report" aria-labelledby="report-title">
            <h2 id="report-title">{ title }</h2>
            <table><tbody>
                for (order, fate) in &report.orders { { row(order.full_label(), became(*fate), "") } }
                if report.orders.is_empty() { { row("Orders".into(), "none: the policy stood".into(), "") } }
                { row("Launches of your own".into(), if launches.is_empty() { "none".into() } else { launches.join(", ") }, "") }
                { row(Metric::Horizon.row().label.into(), [horizon(report.from), horizon(session.month())].join(ARROW), "") }
                for (k, (goal, [before, after])) in report.scores.iter().enumerate() {
                    { match k {
                        0 => row(scored_by(goal.row()), scores(*before, *after), "score"),
                        _ => row(goal.row().label.into(), scores(*before, *after), "part"),
                    } }
                }
            </tbody></table>
        </section>
    }
}

/// Between what was and what is; no line breaks there.
const ARROW: &str = "\u{a0}→\u{a0}";

fn scores(before: f64, after: f64) -> String {
    let change = change(after - before);
    [
        &score(before),
        ARROW,
        &score(after),
        "\u{a0}(",
        &change,
        ")",
    ]
    .concat()
}

fn row(label: String, figure: String, class: &'static str) -> Html {
    html! { <tr {class}><th scope="row">{ label }</th><td>{ figure }</td></tr> }
}

/// What became of an order, for people.
fn became(fate: Fate) -> String {
    match fate {
        Fate::Done(month) => ["done, ", &date(month)].concat(),
        Fate::Pending(month) => ["takes effect ", &date(month)].concat(),
        Fate::Refused(reason) => ["Not done. ", reason.sentence()].concat(),
    }
}

fn date(month: u32) -> String {
    Calendar::default().label(month as usize)
}
