//! The board: how the companies stand as far as the player can see.

use after_the_leak::game::Session;
use after_the_leak::sim::Metric;
use yew::prelude::*;

/// What is shown of every company.
const COLUMNS: [(Metric, &str); 6] = [
    (Metric::Valuation, "Worth"),
    (Metric::Horizon, "Agent works alone"),
    (Metric::DeveloperShare, "Developers"),
    (Metric::UserShare, "Users"),
    (Metric::Revenue, "Revenue"),
    (Metric::Cash, "Cash"),
];

/// The companies in a month, the played one first.
pub fn board(session: &Session, month: u32) -> Html {
    let player = session.player();
    let count = session.scenario().companies.len();
    let order = core::iter::once(player).chain((0..count).filter(|i| *i != player));
    let goal = session.goal();
    let seen = session.seen();
    html! {
        <section class="board" aria-labelledby="board-title">
            <div class="row-head"><h2 id="board-title">{ "How it stands" }</h2><p>{ goal.row().help }</p></div>
            <div class="scroll" tabindex="0" role="region" aria-label="How the companies stand">
                <table>
                    <thead><tr><th scope="col">{ "Company" }</th><th scope="col">{ "Score" }</th>
                        for (metric, label) in COLUMNS { <th key={metric as usize} scope="col" title={metric.row().help}>{ label }</th> }
                    </tr></thead>
                    <tbody>
                        for i in order { { row(session, i, month, seen.score(goal, i)) } }
                    </tbody>
                </table>
            </div>
        </section>
    }
}

fn row(session: &Session, i: usize, month: u32, score: f64) -> Html {
    let entrant = &session.scenario().companies[i];
    let own = i == session.player();
    let cell = |metric: Metric| {
        let value = session.series(metric, i).get(month as usize).copied();
        metric.row().unit.format(value.unwrap_or(f32::NAN))
    };
    html! {
        <tr key={i} class={classes!(format!("c{}", entrant.archetype), own.then_some("own"))}>
            <th scope="row"><i class="swatch"></i>{ &entrant.name }</th>
            <td>{ format!("{score:.2}") }</td>
            for (metric, _) in COLUMNS { <td key={metric as usize}>{ cell(metric) }</td> }
        </tr>
    }
}
