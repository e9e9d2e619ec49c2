//! Inside the companies, in the selected future: what investors follow, the agent loop, and what research is spent on.

use super::futures::View;
use super::{Shared, use_width, words};
use after_the_leak::chart::Written;
use after_the_leak::chart::{Gauge, Unit};
use after_the_leak::sim::{Metric, units};
use yew::prelude::*;

/// The four parts of the agent loop.
const LOOP: [(&str, Metric); 4] = [
    ("perceives", Metric::Perceives),
    ("reasons", Metric::Reasons),
    ("decides", Metric::Decides),
    ("acts", Metric::Acts),
];
/// What research is spent on.
const MIX: [(&str, Metric); 5] = [
    ("Scale", Metric::MixCapability),
    ("Efficiency", Metric::MixEfficiency),
    ("Agents", Metric::MixAgents),
    ("Safety", Metric::MixSafety),
    ("Security", Metric::MixSecurity),
];
/// The month in which research budgets are first decided.
const FIRST_BUDGET: u32 = 1;
/// A change of the mix below this is not marked, in points of a hundred.
const MIX_NOTED: f32 = 1.0;

#[derive(Properties, PartialEq)]
pub struct InsideProps {
    pub view: Shared<View>,
    pub focus: usize,
    pub month: u32,
}

#[component]
pub fn Inside(props: &InsideProps) -> Html {
    let place = use_node_ref();
    let width = use_width(&place);
    let (view, month) = (&props.view, props.month);
    html! {
        <section class="inside" aria-labelledby="inside-title">
            <div class="row-head">
                <h2 id="inside-title">{ "Inside the race" }</h2>
                <p>{ format!("Future {}, {}", view.future + 1, words::date(month)) }</p>
            </div>
            <div class="insides">
                { investors(view, month, place, width) }
                { agent_loop(props) }
                { mix(view, month) }
            </div>
        </section>
    }
}

fn investors(view: &View, now: u32, place: NodeRef, width: f32) -> Html {
    let at = |metric, month| view.story.at(metric, 0, month);
    let checks = at(Metric::Fundamentalists, now);
    let gauge = Gauge {
        title: "What investors follow",
        low: "the story",
        high: "the figures",
        value: checks,
        before: Some(at(Metric::Fundamentalists, 0)),
    };
    const HEIGHT: f32 = 50.0;
    let picture = if width > 0.0 {
        gauge.svg(width, HEIGHT)
    } else {
        String::new()
    };
    let narrative = at(Metric::Narrative, now);
    let mood = match narrative {
        n if n > MOOD_NOTED => "The story lifts prices",
        n if n < -MOOD_NOTED => "The story weighs on prices",
        _ => "The story moves prices little",
    };
    let gap = at(Metric::MeanHypeGap, now);
    html! {
        <div class="inset investors">
            <h3>{ "What investors follow" }</h3>
            <div ref={place} style={format!("height:{HEIGHT}px")}>{ Html::from_html_unchecked(picture.into()) }</div>
            <p>{ format!("{} of investors check verifiable figures; the rest follow the trend. ", Unit::Share.format(checks)) }
               { format!("{mood}; companies are {} off their fundamental value on average.", Unit::Share.format(units::off_by(f64::from(gap)))) }</p>
        </div>
    }
}

/// A deviation of the market beyond this has a sign worth a sentence.
const MOOD_NOTED: f32 = 0.1;

fn agent_loop(props: &InsideProps) -> Html {
    let company =
        &props.view.scenario.companies[props.focus.min(props.view.scenario.companies.len() - 1)];
    let values = LOOP.map(|(_, metric)| props.view.story.at(metric, props.focus, props.month));
    let least = values.iter().copied().fold(f32::INFINITY, f32::min);
    let most = values.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    // The scale leaves the weakest part a visible bar.
    let part = |v: f32| ((v - least + 1.0) / (most - least + 1.0)).clamp(0.0, 1.0);
    let weakest = values.iter().position(|v| *v == least);
    html! {
        <div class={classes!("inset", "loop", format!("c{}", company.archetype))}>
            <h3>{ format!("The agent of {}", company.name) }</h3>
            <p>{ "The weakest part bounds the tasks it finishes." }</p>
            <table>
                <tbody>
                    for (k, (name, metric)) in LOOP.iter().enumerate() {
                        <tr key={k} class={(weakest == Some(k)).then_some("weakest")} title={metric.row().help}>
                            <th scope="row">{ *name }</th>
                            <td class="bar-cell"><i style={format!("--part:{:.3}", part(values[k]))}></i></td>
                            <td class="number">{ metric.row().unit.format(values[k]) }</td>
                            <td class="flag">{ if weakest == Some(k) { "weakest" } else { "" } }</td>
                        </tr>
                    }
                </tbody>
            </table>
        </div>
    }
}

fn mix(view: &View, month: u32) -> Html {
    let story = &view.story;
    let cell = |i: usize, metric: Metric| {
        let (now, before) = (
            story.at(metric, i, month.max(FIRST_BUDGET)),
            story.at(metric, i, FIRST_BUDGET),
        );
        let points = (now - before) * 100.0;
        let shift = if points.abs() < MIX_NOTED {
            String::new()
        } else {
            format!("{points:+.0}").replace('-', "−")
        };
        (
            now,
            Unit::Share.format((now * 100.0).round() / 100.0),
            shift,
        )
    };
    html! {
        <div class="inset mix">
            <h3>{ "What research is spent on" }</h3>
            <p>{ "Small figures: points of change since the start. Watch rivals shift after the leak." }</p>
            <div class="scroll" tabindex="0" role="region" aria-label="What research is spent on">
                <table>
                    <thead><tr>
                        <th scope="col">{ "Company" }</th>
                        for (name, metric) in MIX { <th key={name} scope="col" title={metric.row().help}>{ name }</th> }
                    </tr></thead>
                    <tbody>
                        for (i, company) in view.scenario.companies.iter().enumerate() {
                            <tr key={company.archetype} class={format!("c{}", company.archetype)}>
                                <th scope="row"><span class="swatch"></span>{ company.name.clone() }</th>
                                for (name, metric) in MIX {
                                    { mix_cell(name, cell(i, metric)) }
                                }
                            </tr>
                        }
                    </tbody>
                </table>
            </div>
        </div>
    }
}

/// Share, its words, and its change.
fn mix_cell(key: &'static str, (share, words, shift): (f32, String, String)) -> Html {
    html! {
        <td {key} class="number" style={format!("--part:{share:.3}")}>{ words }<span class="shift">{ shift }</span></td>
    }
}
