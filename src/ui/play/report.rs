//! "Your quarter": what became of the player's orders, and what the months brought, before and after.

use super::estimate::{change, score};
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
                for (order, fate) in &report.orders { { row(order.label(), became(*fate), "") } }
                if report.orders.is_empty() { { row("Orders", "none: the policy stands".into(), "") } }
                { row("Launches of your own", if launches.is_empty() { "none".into() } else { launches.join(", ") }, "") }
                { row(Metric::Horizon.row().label, [horizon(report.from), horizon(session.month())].join(ARROW), "") }
                for (k, (goal, [before, after])) in report.scores.iter().enumerate() {
                    { row(
                        goal.row().label,
                        [score(*before), ARROW.into(), score(*after), " (".into(), change(after - before), ")".into()].concat(),
                        if k == 0 { "score" } else { "part" },
                    ) }
                }
            </tbody></table>
        </section>
    }
}

/// Between what was and what is.
const ARROW: &str = " → ";

fn row(label: &'static str, figure: String, class: &'static str) -> Html {
    html! { <tr {class}><th scope="row">{ if class == "score" { "Score: " } else { "" } }{ label }</th><td>{ figure }</td></tr> }
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
