//! How it ends, over all futures: probabilities with their error.

use super::Shared;
use super::futures::View;
use crate::chart::{Outcome, Unit};
use crate::study::Probability;
use yew::prelude::*;

/// A cell names this many answers.
const ANSWERS: usize = 4;
/// Half the width of a 95 % interval, in standard errors.
const TWO_SIDED_95: f64 = 1.96;

#[derive(Properties, PartialEq)]
pub struct OutcomeStripProps {
    pub view: Shared<View>,
}

#[component]
pub fn OutcomeStrip(props: &OutcomeStripProps) -> Html {
    let view = &props.view;
    let outcomes = &view.outcomes;
    html! {
        <section class="outcomes" aria-labelledby="outcomes-title">
            <div class="row-head">
                <h2 id="outcomes-title">{ "How it ends" }</h2>
                <p>{ format!("Shares of {} futures; ± is the 95 % error of so few", outcomes.futures) }</p>
            </div>
            <div class="strip">
                <Who title="Who sets the standard" nobody="nobody" view={view.clone()} answers={answers(view, &outcomes.sets_standard)} />
                <Who title="Most valuable at the end" nobody="nobody" view={view.clone()} answers={answers(view, &outcomes.most_valuable)} />
                <Who title="First proxy" nobody="no proxy yet" view={view.clone()} answers={answers(view, &outcomes.first_proxy)} />
                <HowMany title="Severe incidents" figure={Unit::Count.format(outcomes.severe_incidents.0)} error={format!("± {:.1}", outcomes.severe_incidents.1 * TWO_SIDED_95)}
                    about="until the end, on average" note={format!("none at all in {}", of(&outcomes.no_severe_incident))} />
                <HowMany title="Hype gap" figure={Unit::Share.format(libm::expm1(outcomes.hype_gap.0))} error={format!("± {:.0}", outcomes.hype_gap.1 * TWO_SIDED_95 * 100.0)}
                    about="by which valuations are off their fundamental value at the end" note={bankrupt(view)} />
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
    answers.sort_by(|a, b| b.1.total_cmp(&a.1));
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

#[derive(Properties, PartialEq)]
struct WhoProps {
    title: &'static str,
    nobody: &'static str,
    view: Shared<View>,
    answers: Vec<Answer>,
}

#[component]
fn Who(props: &WhoProps) -> Html {
    let name = |who: Option<usize>| {
        who.map_or(props.nobody, |i| &props.view.scenario.companies[i].name)
            .to_string()
    };
    let class = |who: Option<usize>| {
        who.map_or("plain".to_string(), |i| {
            format!("c{}", props.view.scenario.companies[i].archetype)
        })
    };
    html! {
        <div class="outcome">
            <h3>{ props.title }</h3>
            <ol>
                for (k, (who, share, words)) in props.answers.iter().enumerate() {
                    <li key={k} class={class(*who)}>
                        <span class="who">{ name(*who) }</span><span class="odds">{ words }</span>
                        <i class="odds-bar" style={format!("--part:{share:.3}")}></i>
                    </li>
                }
            </ol>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct HowManyProps {
    title: &'static str,
    figure: String,
    error: String,
    about: &'static str,
    note: String,
}

#[component]
fn HowMany(props: &HowManyProps) -> Html {
    html! {
        <div class="outcome">
            <h3>{ props.title }</h3>
            <p class="big">{ &props.figure }<span class="error">{ " " }{ &props.error }</span></p>
            <p>{ props.about }</p>
            <p>{ &props.note }</p>
        </div>
    }
}
