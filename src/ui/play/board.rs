//! The board: how the companies stand, as far as the player can see through the fog, and what changed.

use super::super::race::openness;
use super::estimate::{score, scored_by};
use after_the_leak::chart::{Unit, Written};
use after_the_leak::game::{Session, Sight, sight_at, spoken};
use after_the_leak::num::sort_short;
use after_the_leak::sim::Metric;
use yew::prelude::*;

/// A month of a game, beside an earlier one.
struct Board<'a> {
    session: &'a Session,
    month: u32,
    from: u32,
    /// The companies, the played one first, then by their score.
    order: Vec<usize>,
}

/// A column a company, the played one first; public figures are exact, what goes on inside the others is a range. Beside
/// a figure stands by how much it changed since the month `from`.
pub fn board(session: &Session, month: u32, from: u32) -> Html {
    let player = session.player();
    let mut board = Board {
        session,
        month,
        from,
        order: vec![],
    };
    // While months pass no column changes its place.
    let ranked = match month == session.month() {
        true => month,
        false => from,
    };
    let mut order: Vec<usize> = (0..session.scenario().companies.len()).collect();
    sort_short(&mut order, |a, b| {
        let [a, b] = [*a, *b].map(|i| (i != player, -board.score(i, ranked)));
        a.0.cmp(&b.0).then(a.1.total_cmp(&b.1))
    });
    board.order = order;
    board.draw()
}

impl Board<'_> {
    fn score(&self, i: usize, month: u32) -> f64 {
        let mut seen = self.session.seen();
        seen.end = month as usize;
        seen.score(self.session.goal(), i)
    }

    fn draw(&self) -> Html {
        let (session, goal) = (self.session, self.session.goal().row());
        let sights = |month: u32| -> Vec<Vec<Sight>> {
            let all = self.order.iter();
            all.map(|i| sight_at(session, *i, month)).collect()
        };
        let (now, before) = (sights(self.month), sights(self.from));
        let name = |i: usize| &session.scenario().companies[i];
        html! {
            <section class="board" aria-labelledby="board-title">
                <div class="row-head">
                    <h2 id="board-title">{ "How it stands" }</h2>
                    <p>{ "Arrows: since the quarter before. In public everything is exact; what goes on inside others is an estimate." }</p>
                </div>
                <div class="scroll" tabindex="0" role="region" aria-label="How the companies stand">
                    <table>
                        <thead><tr>
                            <td></td>
                            for i in &self.order { <th key={*i} scope="col" class={format!("c{}", name(*i).archetype)}><i class="swatch"></i>{ &name(*i).name }</th> }
                        </tr></thead>
                        <tbody>
                            <tr class="score" title={goal.help}>
                                <th scope="row">{ scored_by(goal) }</th>
                                for i in &self.order { { self.scored(*i) } }
                            </tr>
                            { self.chance(LAUNCH, Session::launch_chance) }
                            { self.chance(SEVERE, Session::severe_risk) }
                            { self.standard() }
                            for k in 0..now[0].len() { { row(&now, &before, k) } }
                        </tbody>
                    </table>
                </div>
            </section>
        }
    }

    fn scored(&self, i: usize) -> Html {
        let [before, now] = [self.from, self.month].map(|month| self.score(i, month));
        let words = [before, now].map(score);
        let changed = words[0] != words[1];
        html! { <td key={i}>{ &words[1] }{ delta(now > before, changed.then(|| score((now - before).abs()))) }</td> }
    }

    /// A chance of the player's; of the past it is not told.
    fn chance(&self, [label, help]: [&'static str; 2], of: fn(&Session) -> f64) -> Html {
        let chance = match self.month == self.session.month() {
            true => Unit::Share.format(of(self.session)),
            false => NONE.to_string(),
        };
        html! {
            <tr class="risk" title={help}>
                <th scope="row">{ label }</th>
                for (n, i) in self.order.iter().enumerate() { <td key={*i}>{ if n == 0 { &chance } else { NONE } }</td> }
            </tr>
        }
    }

    /// How far an ecosystem is on its way to be the standard, if one is.
    fn standard(&self) -> Html {
        let is_now = self.month == self.session.month();
        let Some((leader, [months, of])) = self.session.on_the_way().filter(|_| is_now) else {
            return html! {};
        };
        let threshold = self.session.scenario().params.standard_threshold;
        let above = ["Above ", &Unit::Share.format(threshold), " of developers"].concat();
        let words = format!("{months} of {of} months");
        html! {
            <tr class="on-the-way" title="An ecosystem that stays above so long is the standard.">
                <th scope="row">{ above }</th>
                for i in &self.order { <td key={*i}>{ if *i == leader { &words } else { NONE } }</td> }
            </tr>
        }
    }
}

/// What hangs over the next quarter, and what to know of it.
const LAUNCH: [&str; 2] = [
    "Chance of a launch this quarter",
    "Launches come when a product is ready, as often as the policy says. “Launch now” does not wait.",
];
const SEVERE: [&str; 2] = [
    "Risk of a severe incident this quarter",
    "As things stand: a launch or an incident in between makes it higher.",
];
/// Where there is nothing to tell.
const NONE: &str = "–";

/// The figure at place `k` of every company.
fn row(now: &[Vec<Sight>], before: &[Vec<Sight>], k: usize) -> Html {
    let about = now[0][k].metric.row();
    html! {
        <tr key={k} title={about.help}>
            <th scope="row">{ about.label }</th>
            for (n, all) in now.iter().enumerate() {
                <td key={n} class={(!all[k].is_exact()).then_some("fog")}>{ words(&all[k]) }{ change(&before[n][k], &all[k]) }</td>
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

/// By how much a figure that is known exactly has changed, if that shows.
fn change(before: &Sight, now: &Sight) -> Html {
    let unit = now.metric.row().unit;
    let amount = match now.metric {
        Metric::Openness => String::new(),
        _ => unit.apart(now.value, before.value),
    };
    let shows = words(before) != words(now) && amount != unit.apart(0.0, 0.0);
    let is_known = shows && before.is_exact() && now.is_exact();
    delta(now.value > before.value, is_known.then_some(amount))
}

/// An amount with an arrow, and its direction in words.
fn delta(up: bool, amount: Option<String>) -> Html {
    let (arrow, word) = match up {
        true => ("▲\u{a0}", ", up "),
        false => ("▼\u{a0}", ", down "),
    };
    html! {
        <small>if let Some(amount) = amount { <span class="unseen">{ word }</span><span aria-hidden="true">{ arrow }</span>{ amount } }</small>
    }
}
