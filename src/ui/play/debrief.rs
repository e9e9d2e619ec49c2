//! The debrief: how the game went, what was luck and what skill, what mattered, when it turned, and where to go on.

use super::super::files::pictures;
use super::super::state::Msg;
use super::super::{Shared, browser, words};
use super::estimate::{SLIGHT, change, estimate, scale, score};
use super::result::{picture, ranking};
use super::saved::{opens, today};
use super::state::{Act, Play};
use super::studies::{Known, Wanted};
use after_the_leak::chart::{Calendar, Written};
use after_the_leak::game::{
    self, Effect, Ending, Session, Skill, TurningPoint, Verdict, share_below,
};
use after_the_leak::num::sort_short;
use after_the_leak::sim::Metric;
use after_the_leak::sim::goals::{GOALS, Goal};
use after_the_leak::sim::seed::Seed;
use yew::prelude::*;

/// So many orders are told to have helped, and as many to have hurt.
const EFFECTS_TOLD: usize = 5;
/// What the player's own orders are called among other ways to play.
const YOURS: &str = "your orders";
/// The select of turns to play on from.
const FORK: &str = "fork";

/// How a game that has ended went.
pub fn debrief(play: &Play, session: &Shared<Session>, send: &Callback<Msg>) -> Html {
    let verdict = game::verdict(session, session.goal());
    let (known, points) = (&play.known, game::turning_points(session));
    let heading = match (verdict.won, verdict.companies[session.player()].1) {
        (true, _) => "You won.".to_string(),
        _ if verdict.ending == Some(Ending::Catastrophe) => "Nobody won.".to_string(),
        (false, rank) => format!("Number {rank} of {}.", verdict.companies.len()),
    };
    html! {
        <section class="debrief" aria-labelledby="debrief-heading">
            <header>
                <h2 id="debrief-heading" tabindex="-1">{ heading }</h2>
                <p>{ &verdict.background }</p>
                { ranking(session, &verdict) }
                { doors(session, send) }
            </header>
            <div class="findings">
                { luck(session, known, &verdict) }
                { skill(known, verdict.companies[session.player()].0) }
                { mattered(known) }
                { turned(&points) }
                { goals(session) }
                { onward(session, known, &points, send) }
            </div>
        </section>
    }
}

fn doors(session: &Shared<Session>, send: &Callback<Msg>) -> Html {
    let again = send.reform(|_| Msg::Game(Act::Again(Seed::from_number(browser::chance()))));
    let seed = session.scenario().seed;
    let same = send.reform(move |_| Msg::Game(Act::Again(seed)));
    let leave = send.reform(|_| Msg::Game(Act::Leave));
    let shared = session.clone();
    let picture = Callback::from(move |()| picture(&shared));
    html! {
        <div class="doors">
            <button type="button" id="again" class="primary" onclick={again}>{ "Play again, other luck" }</button>
            <button type="button" id="same-luck" class="quiet" onclick={same}>{ "Same luck again" }</button>
            <button type="button" class="quiet" onclick={leave}>{ "A new game" }</button>
            <button type="button" class="quiet" onclick={opens(today(), send)}>{ "Today’s leak" }</button>
            <span class="pictures" role="group" aria-labelledby="picture"><span id="picture">{ "Picture to share:" }</span>{ pictures("after-the-leak-game", &picture) }</span>
        </div>
    }
}

/// A part of the debrief, with how much of its study has come in.
fn part(id: &'static str, title: &'static str, progress: f64, body: Html) -> Html {
    html! {
        <section class={classes!("finding", id)} aria-labelledby={id}>
            <h3 {id}>{ title }</h3>
            <progress max="1" value={format!("{progress:.2}")} hidden={progress >= 1.0} aria-label={title}></progress>
            <div>{ body }</div>
        </section>
    }
}

/// Where a score lies among others: a strip from the lowest to the highest, with the half in the middle.
fn strip(scores: &[f32], mark: f64, ticks: &[f64]) -> Html {
    let mut sorted = scores.to_vec();
    sort_short(&mut sorted, |a, b| a.total_cmp(b));
    let quantile = |q: f64| {
        let place = q * sorted.len().saturating_sub(1) as f64;
        f64::from(sorted.get(place as usize).copied().unwrap_or(0.0))
    };
    let [low, first, median, third, high] = [0.05, 0.25, 0.5, 0.75, 0.95].map(quantile);
    // Without scores there are only marks.
    let ends = if scores.is_empty() {
        [mark; 3]
    } else {
        [low, high, mark]
    };
    let least = ends.iter().chain(ticks).fold(f64::MAX, |m, v| m.min(*v));
    let most = ends.iter().chain(ticks).fold(f64::MIN, |m, v| m.max(*v));
    let width = (most - least).max(1e-6);
    let at = |value: f64| format!("{:.4}", (value - least) / width);
    let band = format!(
        "--low:{};--high:{};--first:{};--third:{};--median:{}",
        at(low),
        at(high),
        at(first),
        at(third),
        at(median)
    );
    html! {
        <div class="strip-plot" aria-hidden="true">
            <div class="track" style={band}>
                <i class="band90" hidden={scores.is_empty()}></i><i class="band50" hidden={scores.is_empty()}></i><i class="median" hidden={scores.is_empty()}></i>
                <div>for (k, tick) in ticks.iter().enumerate() { <i key={k} class="tick" style={format!("--at:{}", at(*tick))}></i> }</div>
                <i class="mark" style={format!("--at:{}", at(mark))}></i>
            </div>
            <div class="ends"><span>{ score(least) }</span><span>{ score(most) }</span></div>
        </div>
    }
}

fn luck(session: &Session, known: &Known, verdict: &Verdict) -> Html {
    let (mine, _) = verdict.companies[session.player()];
    let share = share_below(&known.luck, mine);
    let count = words::whole(known.luck.len());
    let sentence = match known.luck.is_empty() {
        true => String::new(),
        false => format!(
            "With the same orders, {:.0} % of {count} futures went worse than yours. The dark band holds the middle half of them, the light one nine in ten.",
            100.0 * share
        ),
    };
    part(
        "luck",
        "Luck: your orders in other futures",
        known.progress(Wanted::Luck),
        html! {
            <><p>{ sentence }</p>{ strip(&known.luck, mine, &[]) }</>
        },
    )
}

fn skill(known: &Known, here: f64) -> Html {
    let (means, beaten) = (&known.skill.0, known.skill.1);
    let Some((mine, others)) = means.split_first() else {
        return part("skill", "Skill: other orders", 0.0, html! {});
    };
    let values: Vec<f64> = others.iter().map(|d| d.mean).collect();
    let mut named: Vec<(&str, f64)> = Skill::strategies()
        .map(|(_, s)| s.id)
        .zip(values.iter().copied())
        .collect();
    named.push((YOURS, mine.mean));
    sort_short(&mut named, |a, b| b.1.total_cmp(&a.1));
    let (all, lots) = (values.len(), values.len() + 1 - named.len());
    let sentence = format!(
        "In the same futures your orders do better on average than {:.0} of {all} other ways to play: {} strategies, and {lots} lists of orders drawn by lot, the marks on the line. Figures are mean scores of {} futures; this game came to {}.",
        beaten * all as f64,
        named.len() - 1,
        mine.futures,
        score(here),
    );
    part(
        "skill",
        "Skill: other orders",
        known.progress(Wanted::Skill),
        html! {
            <>
                <p>{ sentence }</p>
                { strip(&[], mine.mean, &values) }
                <ol class="ways">
                    for (name, mean) in named { <li key={name} class={(name == YOURS).then_some("own")}><span>{ name.replace('-', " ") }</span><span>{ score(mean) }</span></li> }
                </ol>
            </>
        },
    )
}

fn mattered(known: &Known) -> Html {
    let mut effects: Vec<&Effect> = known.mattered.iter().collect();
    sort_short(&mut effects, |a, b| b.here.abs().total_cmp(&a.here.abs()));
    let helped = |helped: bool| -> Vec<&Effect> {
        let mut told = effects.clone();
        told.retain(|e| e.here.abs() >= SLIGHT && (e.here > 0.0) == helped);
        told.truncate(EFFECTS_TOLD);
        told
    };
    let (helped, hurt) = (helped(true), helped(false));
    let scale = scale(helped.iter().chain(&hurt).map(|e| &e.expected));
    let progress = known.progress(Wanted::Mattered);
    let nothing = helped.is_empty() && hurt.is_empty();
    let group = |title: &'static str, told: &[&Effect]| {
        html! {
            <tbody hidden={told.is_empty()}>
                <tr><th colspan="3" scope="rowgroup">{ title }</th></tr>
                for (k, e) in told.iter().enumerate() {
                    <tr key={k}><th scope="row"><b>{ e.order.full_label() }</b><span class="hint">{ turn(e.turn) }</span></th>
                        <td>{ estimate(&e.expected, scale) }</td><td>{ change(e.here) }</td></tr>
                }
            </tbody>
        }
    };
    part(
        "mattered",
        "What mattered",
        progress,
        html! {
            <>
                <p>{ "What single orders changed in the final score. “Expected then”: as the advisor foretold it with all you ordered that quarter, later orders and luck unknown. “Here”: this game, with its luck and all your orders, less the same without that one." }</p>
                <table class="effects" hidden={nothing}>
                    <thead><tr><td></td><th scope="col">{ "Expected then" }</th><th scope="col">{ "Here" }</th></tr></thead>
                    { group("Helped here", &helped) }
                    { group("Hurt here", &hurt) }
                </table>
                <p class="hint" hidden={!nothing || progress < 1.0}>{ match effects.is_empty() {
                    true => "No orders were given.",
                    false => "Without any single one of your orders this game would have come to the same score.",
                } }</p>
            </>
        },
    )
}

/// A turn in words.
fn turn(turn: u32) -> String {
    match turn {
        0 => "First response".to_string(),
        n => format!("Quarter {n}"),
    }
}

fn turned(points: &[TurningPoint]) -> Html {
    let label = |month: u32| Calendar::default().label(month as usize);
    let point = |p: &TurningPoint| {
        html! {
            <li key={p.turn}>
                <p><b>{ turn(p.turn) }</b>{ format!(", {} to {}: {}", label(p.months.0), label(p.months.1), change(p.change)) }</p>
                <ul>for (k, h) in p.headlines.iter().enumerate() { <li key={k}>{ &h.text }</li> }</ul>
            </li>
        }
    };
    part(
        "turned",
        "When it turned",
        1.0,
        html! {
            <>
                <p>{ "Where your score, as if the game had ended there, changed most, whatever the reason; “What mattered” tells what one order did to the final score." }</p>
                <ol class="points">for p in points { { point(p) } }</ol>
            </>
        },
    )
}

fn goals(session: &Session) -> Html {
    let row = |row: &after_the_leak::sim::goals::GoalRow| {
        let verdict = game::verdict(session, row.goal);
        let (mine, rank) = verdict.companies[session.player()];
        html! { <tr key={row.id}><th scope="row">{ row.label }<span class="hint">{ row.help }{ incidents(session, row.goal) }</span></th><td>{ score(mine) }</td><td>{ format!("{rank} of {}", verdict.companies.len()) }</td></tr> }
    };
    part(
        "goals",
        "By every goal",
        1.0,
        html! {
            <table><thead><tr><td></td><th scope="col">{ "Score" }</th><th scope="col">{ "Rank" }</th></tr></thead>
                <tbody>for goal in GOALS { { row(goal) } }</tbody></table>
        },
    )
}

/// What the score of the goal without incidents is made of here; nothing for other goals.
fn incidents(session: &Session, goal: Goal) -> String {
    if goal != Goal::Safety {
        return String::new();
    }
    let mut told = " Severe incidents and users here:".to_string();
    for (i, company) in session.scenario().companies.iter().enumerate() {
        let last = |metric: Metric| {
            let value = session.series(metric, i).last().copied();
            metric.row().unit.format(value.unwrap_or(0.0))
        };
        let (incidents, users) = (last(Metric::SevereSoFar), last(Metric::UserShare));
        told += &[" ", &company.name, " ", &incidents, ", ", &users, ";"].concat();
    }
    told.pop();
    told + "."
}

fn onward(session: &Session, known: &Known, points: &[TurningPoint], send: &Callback<Msg>) -> Html {
    let fork = send.reform(|_| Msg::Game(Act::Back(browser::chosen(FORK).unwrap_or_default())));
    let rerun = send.reform(|_| Msg::Game(Act::Rerun(browser::chosen(FORK).unwrap_or_default())));
    let mine = session.seen().score(session.goal(), session.player());
    let share = share_below(&known.rerun, mine);
    let sentence = match known.rerun.len() {
        0 => String::new(),
        n => format!(
            "{}: with the same orders and other luck from there on, {:.0} % of {} futures end worse than this game did.",
            turn(known.rerun_from.unwrap_or_default()),
            100.0 * share,
            words::whole(n)
        ),
    };
    // Where most hung on it, not the last quarter, where nothing does any more.
    let strongest = points
        .iter()
        .max_by(|a, b| a.change.abs().total_cmp(&b.change.abs()));
    let option = |t: u32| {
        let is_point = points.iter().any(|p| p.turn == t);
        let words = if is_point { " – it turned here" } else { "" };
        html! { <option key={t} selected={strongest.is_some_and(|p| p.turn == t)}>{ turn(t) }{ words }</option> }
    };
    part(
        "onward-from",
        "Go on from here",
        1.0,
        html! {
            <>
                <p class="replay"><label for={FORK}>{ "Play on from" }</label>
                    <select id={FORK}>for t in 0..session.turn() { { option(t) } }</select>
                    <button type="button" id="play-on" class="quiet" onclick={fork}>{ "Play on" }</button>
                    <button type="button" id="rerun" class="quiet" onclick={rerun}>{ "Re-run from there 1,000 times" }</button></p>
                <p role="status">{ sentence }</p>
                <div hidden={known.rerun.is_empty()}>{ strip(&known.rerun, mine, &[]) }</div>
            </>
        },
    )
}
