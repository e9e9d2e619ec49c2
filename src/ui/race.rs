//! The race map of the selected future, with its table and its timeline.

use super::futures::View;
use super::state::Msg;
use super::timeline::timeline;
use super::{Shared, use_width, words};
use after_the_leak::chart::{Openness, RaceMap, Racer, Stage};
use after_the_leak::sim::domains::{STAGE_NAMES, stage_horizons};
use after_the_leak::sim::{Metric, Scenario};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// The trail shows so many months of the past.
const TRAIL_MONTHS: usize = 18;
/// Room at both ends of the axis of horizons, in doublings.
const MARGIN: f32 = 0.6;
/// While a game grows the map keeps room ahead of the leader, in doublings, and its ends move in steps, so that discs
/// move and grow and not the map: in doublings, in shares, and as a factor from a first valuation in bn $.
const ROOM: f32 = 0.9;
const HORIZON_STEP: f32 = 3.0;
const SHARE_STEP: f32 = 0.2;
const VALUATION_STEP: f32 = 4.0;
const VALUATION_FIRST: f32 = 500.0;
/// Openness from which a company counts as open, and as fully open: halfway to the next name.
const OPEN_FROM: f32 = 0.25;
const FULLY_OPEN_FROM: f32 = 0.75;

#[derive(Properties, PartialEq)]
pub struct RaceProps {
    pub view: Shared<View>,
    pub time: f64,
    pub playing: bool,
    pub focus: usize,
    pub send: Callback<Msg>,
}

#[component]
pub fn Race(props: &RaceProps) -> Html {
    let course = use_memo(props.view.clone(), |view| course(view));
    let month = props.time as u32;
    let onclick = props
        .send
        .reform(move |e: MouseEvent| Msg::Focus(clicked(&e).unwrap_or(usize::MAX)));
    let onclick = {
        let focus = props.focus;
        Callback::from(move |e: MouseEvent| {
            if clicked(&e).is_some_and(|i| i != focus) {
                onclick.emit(e);
            }
        })
    };
    html! {
        <div class="race">
            <h2 id="race-title" class="unseen">{ "The race" }</h2>
            <Map course={Shared(course)} time={props.time} focus={props.focus} {onclick} />
            { timeline(&props.view, month, props.playing, &props.send) }
            <RaceTable view={props.view.clone()} {month} />
        </div>
    }
}

#[derive(Properties, PartialEq)]
pub struct MapProps {
    pub course: Shared<Course>,
    pub time: f64,
    pub focus: usize,
    #[prop_or_default]
    pub onclick: Callback<MouseEvent>,
}

/// The picture alone.
#[component]
pub fn Map(props: &MapProps) -> Html {
    let place = use_node_ref();
    let width = use_width(&place);
    let height = height(width);
    let date = words::date(props.time as u32);
    let draw = |map: &RaceMap| match width > 0.0 {
        true => map.svg(width, height),
        false => String::new(),
    };
    let picture = props.course.with_map(props.time, props.focus, &date, draw);
    html! {
        <div class="map" ref={place} style={format!("height:{height}px")} onclick={props.onclick.clone()}>
            { Html::from_html_unchecked(picture.into()) }
        </div>
    }
}

/// The company whose disc was clicked.
fn clicked(e: &MouseEvent) -> Option<usize> {
    let target: web_sys::Element = e.target()?.dyn_into().ok()?;
    let disc = target.closest("[data-company]").ok()??;
    disc.get_attribute("data-company")?.parse().ok()
}

/// A landscape on screens, nearly a square on phones.
fn height(width: f32) -> f32 {
    (width * 0.6).clamp(360.0, 470.0).round()
}

#[derive(Properties, PartialEq)]
struct RaceTableProps {
    view: Shared<View>,
    month: u32,
}

/// The same as a table, for those who do not see the map or want its numbers.
#[component]
fn RaceTable(props: &RaceTableProps) -> Html {
    let open = use_state(|| false);
    let ontoggle = super::files::toggled(&open);
    let table = if *open {
        let date = words::date(props.month);
        course(&props.view).with_map(f64::from(props.month), 0, &date, |map| map.table())
    } else {
        String::new()
    };
    html! {
        <details class="table" {ontoggle}>
            <summary>{ "The race as a table" }</summary>
            <div class="scroll" tabindex="0" role="region" aria-label="The race as a table">{ Html::from_html_unchecked(table.into()) }</div>
        </details>
    }
}

/// What the map needs of one company, month by month.
struct Path {
    horizon: Vec<f32>,
    share: Vec<f32>,
    valuation: Vec<f32>,
    openness: Vec<f32>,
    slope: Vec<f32>,
    bankrupt: Vec<f32>,
}

/// The whole course of one future, and the ends of its axes.
pub struct Course {
    scenario: Rc<Scenario>,
    paths: Vec<Path>,
    horizons: (f32, f32),
    share_max: f32,
    valuation_max: f32,
}

/// The course of the future that a view tells.
fn course(view: &View) -> Course {
    Course::read(&view.scenario, |metric, i| view.story.series(metric, i))
}

impl Course {
    /// Reads the series of every company, month by month.
    pub fn read(scenario: &Rc<Scenario>, series: impl Fn(Metric, usize) -> Vec<f32>) -> Course {
        let path = |i: usize| {
            let read = |metric| series(metric, i);
            Path {
                horizon: read(Metric::Horizon),
                share: read(Metric::DeveloperShare),
                valuation: read(Metric::Valuation),
                openness: read(Metric::Openness),
                slope: read(Metric::Reliability),
                bankrupt: read(Metric::Bankrupt),
            }
        };
        let paths: Vec<Path> = (0..scenario.companies.len()).map(path).collect();
        let horizons = || paths.iter().flat_map(|p| &p.horizon).copied();
        let largest =
            |of: fn(&Path) -> &Vec<f32>| paths.iter().flat_map(of).copied().fold(0.0, f32::max);
        let low = horizons().fold(f32::INFINITY, f32::min) - MARGIN;
        let high = horizons().fold(f32::NEG_INFINITY, f32::max) + MARGIN;
        Course {
            scenario: scenario.clone(),
            horizons: (low, high),
            share_max: largest(|p| &p.share),
            valuation_max: largest(|p| &p.valuation),
            paths,
        }
    }

    /// The course of a game that goes on: its ends are those of a step, so that the map seldom changes.
    pub fn with_room(mut self) -> Course {
        let up = |value: f32, step: f32| (value / step).ceil() * step;
        self.horizons.1 = up(self.horizons.1 + ROOM, HORIZON_STEP);
        self.share_max = up(self.share_max, SHARE_STEP);
        let mut most = VALUATION_FIRST;
        while most < self.valuation_max {
            most *= VALUATION_STEP;
        }
        self.valuation_max = most;
        self
    }

    /// The course with its axis of horizons ending near what is shown at a moment, the trails included.
    pub fn close_up(mut self, time: f64) -> Course {
        let (mut low, mut high) = (f32::INFINITY, f32::NEG_INFINITY);
        for (horizon, _) in self.paths.iter().flat_map(|p| trail(p, time)) {
            (low, high) = (low.min(horizon), high.max(horizon));
        }
        self.horizons = (low - MARGIN, high + 2.0 * MARGIN);
        self
    }

    /// Draws the map at a moment, between months if need be.
    pub fn with_map<T>(
        &self,
        time: f64,
        focus: usize,
        date: &str,
        draw: impl FnOnce(&RaceMap<'_>) -> T,
    ) -> T {
        let names = self.names(time);
        let trails: Vec<Vec<(f32, f32)>> = self.paths.iter().map(|p| trail(p, time)).collect();
        let companies = self.paths.iter().enumerate().map(|(i, path)| Racer {
            name: &names[i],
            slot: self.scenario.companies[i].archetype as u8,
            horizon: between(&path.horizon, time),
            share: between(&path.share, time),
            valuation: between(&path.valuation, time),
            openness: openness(between(&path.openness, time)),
            trail: &trails[i],
            selected: i == focus,
        });
        let map = RaceMap {
            title: "",
            date,
            companies: companies.collect(),
            horizons: self.horizons,
            share_max: self.share_max,
            valuation_max: self.valuation_max,
            stages: self.stages(time),
            standard: Some((
                self.scenario.params.standard_threshold as f32,
                "a standard, if held for a year",
            )),
        };
        draw(&map)
    }

    fn names(&self, time: f64) -> Vec<String> {
        let name = |(i, path): (usize, &Path)| {
            let name = &self.scenario.companies[i].name;
            if between(&path.bankrupt, time.floor()) > 0.5 {
                format!("{name} (bankrupt)")
            } else {
                name.clone()
            }
        };
        self.paths.iter().enumerate().map(name).collect()
    }

    /// Where the stages begin for agents as reliable as the average one at this moment.
    fn stages(&self, time: f64) -> Vec<Stage<'static>> {
        let slopes: f32 = self.paths.iter().map(|p| between(&p.slope, time)).sum();
        let slope = f64::from(slopes) / self.paths.len() as f64;
        let [tool, colleague, proxy] = stage_horizons(slope);
        let from = [f64::from(self.horizons.0), tool, colleague, proxy]
            .map(|f| (f as f32).max(self.horizons.0));
        STAGE_NAMES
            .into_iter()
            .zip(from)
            .map(|(name, from)| Stage { from, name })
            .collect()
    }
}

/// A series at a moment between two of its samples.
fn between(series: &[f32], time: f64) -> f32 {
    let Some(last) = series.len().checked_sub(1) else {
        return f32::NAN;
    };
    let k = (time.max(0.0) as usize).min(last);
    let part = (time - k as f64).clamp(0.0, 1.0) as f32;
    let next = series[(k + 1).min(last)];
    series[k] + (next - series[k]) * part
}

/// Where the company was in the months before.
fn trail(path: &Path, time: f64) -> Vec<(f32, f32)> {
    let now = time as usize;
    let from = now.saturating_sub(TRAIL_MONTHS);
    (from..=now.min(path.horizon.len().saturating_sub(1)))
        .map(|m| (path.horizon[m], path.share[m]))
        .collect()
}

/// The name that is nearest to an openness of 0 to 1.
pub fn openness(value: f32) -> Openness {
    match value {
        v if v >= FULLY_OPEN_FROM => Openness::FullyOpen,
        v if v >= OPEN_FROM => Openness::OpenWeights,
        _ => Openness::Closed,
    }
}
