//! The charts: which there are, and the numbers each of them shows.

use super::chart_view::ChartView;
use super::futures::View;
use super::many;
use super::state::{Hover, Msg};
use super::{Shared, words};
use after_the_leak::chart::{Calendar, Fan, LineChart, Mark, Series, Stroke, Zone};
use after_the_leak::sim::Metric;
use after_the_leak::sim::domains::{STAGE_NAMES, stage_horizons};
use after_the_leak::sim::happenings::Topic;
use after_the_leak::sim::metrics::Of;
use after_the_leak::study::Quantiles;
use yew::prelude::*;

/// What stands on one panel.
pub struct Panel {
    /// Its name in file names.
    pub id: &'static str,
    pub title: &'static str,
    pub reading: &'static str,
    pub metric: Metric,
    /// What it is compared with, dashed, for the company in front.
    pub reference: Option<Metric>,
    pub stages: bool,
    pub standard: bool,
    /// One of several small ones.
    pub compact: bool,
}

const fn panel(
    id: &'static str,
    title: &'static str,
    reading: &'static str,
    metric: Metric,
) -> Panel {
    Panel {
        id,
        title,
        reading,
        metric,
        reference: None,
        stages: false,
        standard: false,
        compact: false,
    }
}

/// Every panel, in the order in which they are shown.
pub const PANELS: &[Panel] = &[
    Panel {
        stages: true,
        ..panel(
            "horizon",
            "What an agent can do alone",
            "Longest software task done half the time",
            Metric::Horizon,
        )
    },
    Panel {
        standard: true,
        ..panel(
            "developers",
            "Where developers build",
            "Share of developers",
            Metric::DeveloperShare,
        )
    },
    Panel {
        compact: true,
        ..panel(
            "users-software",
            "Software development",
            "Share of users",
            Metric::UsersSoftware,
        )
    },
    Panel {
        compact: true,
        ..panel(
            "users-service",
            "Customer service",
            "Share of users",
            Metric::UsersService,
        )
    },
    Panel {
        compact: true,
        ..panel(
            "users-content",
            "Content creation",
            "Share of users",
            Metric::UsersContent,
        )
    },
    Panel {
        compact: true,
        ..panel(
            "users-personal",
            "Personal assistance",
            "Share of users",
            Metric::UsersPersonal,
        )
    },
    Panel {
        reference: Some(Metric::Fundamental),
        ..panel(
            "valuation",
            "What investors pay",
            "Valuation; dashed: fundamental value",
            Metric::Valuation,
        )
    },
    panel(
        "trust",
        "Trust",
        "How far people trust the agents, 0–1",
        Metric::Trust,
    ),
    panel(
        "incidents",
        "Incidents",
        "Per month, all companies",
        Metric::AllIncidents,
    ),
    panel("cash", "Cash", "In hand", Metric::Cash),
    panel("revenue", "Revenue", "Captured, per year", Metric::Revenue),
];

/// The place of the small panels among them.
pub const COMPACT: std::ops::Range<usize> = 2..6;

/// How much is written at the lines.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Naming {
    /// Nothing: it stands under the chart.
    Nothing,
    /// Everything but the selected future, which the legend explains.
    Lines,
    /// Everything, for tables and files.
    All,
}

/// The numbers of one panel.
pub struct Lines {
    pub fan: Quantiles,
    pub slot: Option<u8>,
    pub name: String,
    /// Medians of the other companies: colour, name, values.
    pub others: Vec<(u8, String, Vec<f32>)>,
    pub reference: Vec<f32>,
    pub future: Vec<f32>,
    future_name: String,
    zones: Vec<Zone<'static>>,
    leak: Option<usize>,
}

impl Lines {
    pub fn read(view: &View, focus: usize, panel: &Panel) -> Lines {
        let companies = &view.scenario.companies;
        let own = panel.metric.row().of == Of::Company;
        let focus = if own {
            focus.min(companies.len() - 1)
        } else {
            0
        };
        let other = |i: usize| {
            let c = &companies[i];
            (
                c.archetype as u8,
                c.name.clone(),
                view.fans.median(panel.metric, i),
            )
        };
        let others = (0..companies.len())
            .filter(|i| own && *i != focus)
            .map(other);
        let leak = view.story.headlines.iter().find(|h| h.topic == Topic::Leak);
        Lines {
            fan: view.fans.quantiles(panel.metric, focus),
            slot: own.then_some(companies[focus].archetype as u8),
            name: if own {
                companies[focus].name.clone()
            } else {
                "all".to_string()
            },
            others: others.collect(),
            reference: panel
                .reference
                .map_or(vec![], |m| view.fans.median(m, focus)),
            future: view.story.series(panel.metric, focus),
            future_name: format!("future {}", view.future + 1),
            zones: if panel.stages {
                zones(view, focus)
            } else {
                vec![]
            },
            leak: leak.map(|h| h.month as usize),
        }
    }

    /// Makes the chart and lets `draw` do with it what it wants.
    pub fn with_chart<T>(
        &self,
        view: &View,
        panel: &Panel,
        naming: Naming,
        draw: impl FnOnce(&LineChart<'_>) -> T,
    ) -> T {
        let threshold = view.scenario.params.standard_threshold as f32;
        let leak = self.leak.map(|month| Mark {
            month,
            label: "leak",
        });
        draw(&LineChart {
            title: panel.title,
            subtitle: panel.reading,
            unit: panel.metric.row().unit,
            calendar: Calendar::default(),
            months: view.scenario.months() as usize,
            fans: vec![self.fan(naming)],
            series: self.series(naming),
            zones: self.zones.clone(),
            thresholds: if panel.standard {
                vec![(threshold, "standard")]
            } else {
                vec![]
            },
            marks: leak.into_iter().collect(),
            range: panel.standard.then(|| self.share_range(threshold)),
            compact: panel.compact,
        })
    }

    /// An axis of shares on which the standard can be seen, and which does not move with every value.
    fn share_range(&self, threshold: f32) -> (f32, f32) {
        const ENDS: [f32; 2] = [0.7, 1.0];
        let medians = self.others.iter().flat_map(|(_, _, values)| values);
        let all = medians.chain(&self.fan.p95).chain(&self.future);
        let highest = all.copied().fold(threshold, f32::max);
        let end = ENDS.into_iter().find(|end| highest < *end);
        (0.0, end.unwrap_or(1.0))
    }

    fn fan(&self, naming: Naming) -> Fan<'_> {
        Fan {
            label: if naming == Naming::Nothing {
                ""
            } else {
                &self.name
            },
            slot: self.slot,
            pinned: false,
            p05: &self.fan.p05,
            p25: &self.fan.p25,
            p50: &self.fan.p50,
            p75: &self.fan.p75,
            p95: &self.fan.p95,
        }
    }

    /// The lines beside the fan: the other companies, the reference if there is one, the selected future.
    fn series(&self, naming: Naming) -> Vec<Series<'_>> {
        let line = |label, slot, values, stroke| Series {
            label,
            slot,
            values,
            stroke,
        };
        let lines = naming != Naming::Nothing;
        let others = self.others.iter().map(|(slot, name, values)| {
            line(
                if lines { name.as_str() } else { "" },
                Some(*slot),
                values,
                Stroke::Median,
            )
        });
        let mut series: Vec<Series<'_>> = others.collect();
        if !self.reference.is_empty() {
            let label = if lines { "fundamental" } else { "" };
            series.push(line(label, self.slot, &self.reference, Stroke::Reference));
        }
        let label = if naming == Naming::All {
            self.future_name.as_str()
        } else {
            ""
        };
        series.push(line(label, None, &self.future, Stroke::Future));
        series
    }
}

/// The stages as bands of horizons, for agents as reliable as the company's in the middle of the run.
fn zones(view: &View, focus: usize) -> Vec<Zone<'static>> {
    /// Beyond any horizon, in doublings of a minute.
    const ENDS: (f32, f32) = (-10.0, 40.0);
    let slope = view
        .story
        .at(Metric::Reliability, focus, view.scenario.months() / 2);
    let [tool, colleague, proxy] = stage_horizons(f64::from(slope)).map(|e| e as f32);
    let edges = [ENDS.0, tool, colleague, proxy, ENDS.1];
    let zone = |k: usize| Zone {
        from: edges[k],
        to: edges[k + 1],
        label: STAGE_NAMES[k],
    };
    (0..STAGE_NAMES.len()).map(zone).collect()
}

/// What the charts show.
pub struct Charts<'a> {
    pub view: &'a Shared<View>,
    /// So many charts show the view though they are out of sight; the others wait.
    pub following: usize,
    pub focus: usize,
    pub month: u32,
    pub hover: Option<Hover>,
    pub send: &'a Callback<Msg>,
}

/// All charts.
pub fn charts(props: &Charts) -> Html {
    let chart = |panel: usize| {
        // A panel hears of the reader's finger only as far as it concerns it.
        let cursor = props.hover.map(|h| h.month);
        let reads = props.hover.is_some_and(|h| h.panel == panel);
        html! {
            <ChartView key={panel} {panel} view={props.view.clone()} held={panel >= props.following} focus={props.focus} month={props.month} {cursor} {reads} send={props.send.clone()} />
        }
    };
    let companies = &props.view.scenario.companies;
    let slot = companies[props.focus.min(companies.len() - 1)].archetype;
    html! {
        <section class="charts" aria-labelledby="charts-title">
            <div class="row-head">
                <h2 id="charts-title">{ many::title(props.view) }</h2>
                { chips(props) }
            </div>
            <p class={classes!("legend", format!("c{slot}"))}>
                <span class="key fan50"></span>{ "half of all futures" }
                <span class="key fan90"></span>{ "nine in ten" }
                <span class="key line"></span>{ "median" }
                <span class="key thin"></span>{ format!("future {}, the one in the news", words::whole(props.view.future as usize + 1)) }
            </p>
            <div class="grid">
                { chart(0) }
                { chart(1) }
                <div key="users" class="small-multiples">
                    <h3>{ "Whom users choose" }</h3>
                    <p class="reading">{ "Share of users by domain; the figure is the median at the end" }</p>
                    <div class="quad">
                        for panel in COMPACT { { chart(panel) } }
                    </div>
                </div>
                for panel in COMPACT.end..PANELS.len() { { chart(panel) } }
            </div>
        </section>
    }
}

/// Which company stands in front.
fn chips(props: &Charts) -> Html {
    html! {
        <div class="chips" role="group" aria-label="Company in front">
            for (i, c) in props.view.scenario.companies.iter().enumerate() {
                <button key={c.archetype} type="button" class={classes!("chip", format!("c{}", c.archetype))} aria-pressed={(i == props.focus).to_string()}
                    onclick={props.send.reform(move |_| Msg::Focus(i))}><span class="swatch"></span>{ c.name.clone() }</button>
            }
        </div>
    }
}
