//! How it ends, over all futures: probabilities with their error.

use super::futures::View;
use super::words;
use after_the_leak::chart::Written;
use after_the_leak::chart::{Outcome, Unit};
use after_the_leak::num::sort_short;
use after_the_leak::sim::units;
use after_the_leak::study::Probability;
use yew::prelude::*;

/// A cell names this many answers.
const ANSWERS: usize = 4;
/// Half the width of a 95 % interval, in standard errors.
const TWO_SIDED_95: f64 = 1.96;

/// The strip of outcomes.
pub fn outcome_strip(view: &View) -> Html {
    let outcomes = &view.outcomes;
    html! {
        <section class="outcomes" aria-labelledby="outcomes-title">
            <div class="row-head">
                <h2 id="outcomes-title">{ "How it ends" }</h2>
                <p>{ format!("Shares of {} futures; ± is the 95 % error of that many", words::whole(outcomes.futures)) }</p>
            </div>
            <div class="strip">
                { who("Who sets the standard", "nobody", view, &answers(view, &outcomes.sets_standard)) }
                { who("Most valuable at the end", "nobody", view, &answers(view, &outcomes.most_valuable)) }
                { who("First proxy", "no proxy yet", view, &answers(view, &outcomes.first_proxy)) }
                if view.scenario.may_end() { { who("Catastrophe", "none", view, &answers(view, &outcomes.catastrophe)) } }
                { how_many("Severe incidents", Unit::Count.format(outcomes.severe_incidents.0), &format!("± {:.1}", outcomes.severe_incidents.1 * TWO_SIDED_95), "until the end, on average", &format!("none at all in {}", of(&outcomes.no_severe_incident))) }
                { how_many("Hype gap", Unit::Share.format(units::off_by(outcomes.hype_gap.0)), &format!("± {:.0}", outcomes.hype_gap.1 * TWO_SIDED_95 * 100.0), "by which valuations are off their fundamental value at the end", &bankrupt(view)) }
            </div>
        </section>
    }
}

fn of(p: &Probability) -> String {
    Outcome {
        label: "",
        slot: None,
        probability: p.share as f32,
        error: (p.error * TWO_SIDED_95) as f32,
    }
    .words()
}

/// One answer: company (none for nobody), share, words.
type Answer = (Option<usize>, f64, String);

/// The answers by how likely they are.
fn answers(view: &View, list: &[Probability]) -> Vec<Answer> {
    let count = view.scenario.companies.len();
    let mut answers: Vec<Answer> = list
        .iter()
        .enumerate()
        .map(|(i, p)| ((i < count).then_some(i), p.share, of(p)))
        .collect();
    sort_short(&mut answers, |a, b| b.1.total_cmp(&a.1));
    answers.retain(|a| a.1 > 0.0);
    answers.truncate(ANSWERS);
    answers
}

fn bankrupt(view: &View) -> String {
    let most = view
        .outcomes
        .goes_bankrupt
        .iter()
        .enumerate()
        .max_by(|a, b| a.1.share.total_cmp(&b.1.share));
    match most.filter(|(_, p)| p.share > 0.0) {
        Some((i, p)) => format!(
            "{} goes bankrupt in {}",
            view.scenario.companies[i].name,
            of(p)
        ),
        None => "nobody goes bankrupt".to_string(),
    }
}

fn who(title: &'static str, nobody: &str, view: &View, answers: &[Answer]) -> Html {
    let name = |who: Option<usize>| {
        who.map_or(nobody, |i| &view.scenario.companies[i].name)
            .to_string()
    };
    let class = |who: Option<usize>| {
        who.map_or("plain".to_string(), |i| {
            format!("c{}", view.scenario.companies[i].archetype)
        })
    };
    html! {
        <div class="outcome">
            <h3>{ title }</h3>
            <ol>
                for (k, (who, share, words)) in answers.iter().enumerate() {
                    <li key={k} class={class(*who)}>
                        <span class="who">{ name(*who) }</span><span class="odds">{ words }</span>
                        <i class="odds-bar" style={format!("--part:{share:.3}")}></i>
                    </li>
                }
            </ol>
        </div>
    }
}

fn how_many(
    title: &'static str,
    figure: String,
    error: &str,
    about: &'static str,
    note: &str,
) -> Html {
    html! {
        <div class="outcome">
            <h3>{ title }</h3>
            <p class="big">{ figure }<span class="error">{ " " }{ error }</span></p>
            <p>{ about }</p>
            <p>{ note }</p>
        </div>
    }
}
