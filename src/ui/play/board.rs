//! The board: how the companies stand, as far as the player can see through the fog.

use super::super::race::openness;
use super::estimate::score;
use after_the_leak::game::{Session, Sight, sight, spoken};
use after_the_leak::sim::Metric;
use yew::prelude::*;

/// A column a company, the played one first; public figures are exact, what goes on inside the others is a range.
pub fn board(session: &Session) -> Html {
    let (player, goal, seen) = (session.player(), session.goal(), session.seen());
    let count = session.scenario().companies.len();
    let others = (0..count).filter(|i| *i != player);
    let order: Vec<usize> = core::iter::once(player).chain(others).collect();
    let sights: Vec<Vec<Sight>> = order.iter().map(|i| sight(session, *i)).collect();
    let name = |i: usize| &session.scenario().companies[i];
    html! {
        <section class="board" aria-labelledby="board-title">
            <div class="row-head">
                <h2 id="board-title">{ "How it stands" }</h2>
                <p>{ "In public everything is exact; what goes on inside others is an estimate." }</p>
            </div>
            <div class="scroll" tabindex="0" role="region" aria-label="How the companies stand">
                <table>
                    <thead><tr>
                        <td></td>
                        for i in &order { <th key={*i} scope="col" class={format!("c{}", name(*i).archetype)}><i class="swatch"></i>{ &name(*i).name }</th> }
                    </tr></thead>
                    <tbody>
                        <tr class="score" title={goal.row().help}>
                            <th scope="row">{ format!("Score: {}", goal.row().label.to_ascii_lowercase()) }</th>
                            for i in &order { <td key={*i}>{ score(seen.score(goal, *i)) }</td> }
                        </tr>
                        for k in 0..sights[0].len() { { row(&sights, k) } }
                    </tbody>
                </table>
            </div>
        </section>
    }
}

/// The figure at place `k` of every company.
fn row(sights: &[Vec<Sight>], k: usize) -> Html {
    let about = sights[0][k].metric.row();
    html! {
        <tr key={k} title={about.help}>
            <th scope="row">{ about.label }</th>
            for (n, all) in sights.iter().enumerate() {
                <td key={n} class={(!all[k].is_exact()).then_some("fog")}>{ words(&all[k]) }</td>
            }
        </tr>
    }
}

/// A figure for people.
fn words(sight: &Sight) -> String {
    match sight.metric {
        Metric::Openness => openness(sight.value as f32).name().to_string(),
        _ => spoken(sight),
    }
}
