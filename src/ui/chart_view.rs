//! One chart on the page: the drawing, the cursor that all charts share, what it reads, its table and its files.

use super::charts::{Lines, Naming, PANELS, Panel};
use super::futures::View;
use super::state::{Hover, Msg};
use super::{Shared, browser, use_sight, use_width, words};
use crate::chart::{Geometry, Unit, standalone};
use yew::prelude::*;

/// Heights of charts in px.
const HEIGHT: f32 = 250.0;
const HEIGHT_COMPACT: f32 = 128.0;
/// Below this width, in px, the names of the lines stand under the chart.
const NARROW: f32 = 420.0;
/// Months that PageUp and PageDown go.
const LEAP: i64 = 12;

#[derive(Properties, PartialEq)]
pub struct ChartProps {
    pub panel: usize,
    pub view: Shared<View>,
    pub held: bool,
    pub focus: usize,
    /// The month shown everywhere.
    pub month: u32,
    /// The month under the reader's finger, on whichever chart.
    pub cursor: Option<u32>,
    /// Whether the finger is on this one.
    pub reads: bool,
    pub send: Callback<Msg>,
}

/// A chart drawn.
struct Drawn {
    lines: Lines,
    svg: AttrValue,
    geometry: Geometry,
    summary: String,
}

fn height(panel: &Panel) -> f32 {
    if panel.compact {
        HEIGHT_COMPACT
    } else {
        HEIGHT
    }
}

/// Whether there is no room for names at the lines.
fn is_narrow(panel: &Panel, width: f32) -> bool {
    panel.compact || width < NARROW
}

fn draw(view: &View, focus: usize, panel: &Panel, width: f32) -> Drawn {
    let lines = Lines::read(view, focus, panel);
    let naming = if is_narrow(panel, width) {
        Naming::Front
    } else {
        Naming::Lines
    };
    let (svg, geometry, summary) = lines.with_chart(view, panel, naming, |chart| {
        let svg = if width > 0.0 {
            chart.svg(width, height(panel))
        } else {
            String::new()
        };
        (
            svg.into(),
            chart.geometry(width, height(panel)),
            chart.summary(),
        )
    });
    Drawn {
        lines,
        svg,
        geometry,
        summary,
    }
}

#[component]
pub fn ChartView(props: &ChartProps) -> Html {
    let panel = &PANELS[props.panel];
    let place = use_node_ref();
    let width = use_width(&place);
    let in_sight = use_sight(&place);
    let view = use_latest(&props.view, in_sight || !props.held);
    let deps = (view.clone(), props.focus, props.panel, width as u32);
    let drawn = use_memo(deps, |(view, focus, panel, width)| {
        draw(view, *focus, &PANELS[*panel], *width as f32)
    });
    let cursor = props.cursor.unwrap_or(props.month);
    let words = reading(&drawn.lines, panel, cursor);
    // The rows of companies: everything but the range and the selected future.
    let names: Vec<Word> = words
        .iter()
        .filter(|w| w.class.starts_with('c'))
        .cloned()
        .collect();
    let hands = Hands {
        panel: props.panel,
        place: place.clone(),
        geometry: drawn.geometry,
        months: view.scenario.months(),
        cursor,
        send: props.send.clone(),
    };
    let described = format!("{}-summary", panel.id);
    html! {
        <figure class={classes!("panel", panel.compact.then_some("compact"))} id={panel.id}>
            <div class="plot" ref={place} style={format!("height:{}px", height(panel))} tabindex="0" role="slider"
                aria-label={format!("{}, month", panel.title)} aria-describedby={described.clone()} aria-orientation="horizontal"
                aria-valuemin="0" aria-valuemax={view.scenario.months().to_string()} aria-valuenow={cursor.to_string()}
                aria-valuetext={spoken(cursor, &words)}
                onpointermove={hands.points()} onpointerdown={hands.points()} onpointerleave={hands.leaves()} onclick={hands.clicks()}
                onkeydown={hands.keys()} onblur={hands.blurs()}>
                <Picture svg={drawn.svg.clone()} />
                <div class="live" aria-hidden="true">
                    <i class={classes!("cursor", props.cursor.is_some().then_some("held"))} style={format!("left:{:.1}px;top:{:.1}px;height:{:.1}px", drawn.geometry.x(cursor as f32), drawn.geometry.top, drawn.geometry.bottom - drawn.geometry.top)}></i>
                    <div>
                        if props.reads { <Readout month={cursor} {words} x={drawn.geometry.x(cursor as f32)} {width} /> }
                    </div>
                </div>
            </div>
            <div class="key-line" aria-hidden="true">
                if is_narrow(panel, width) && !panel.compact { <Key words={names} /> }
            </div>
            <p class="unseen" id={described}>{ drawn.summary.clone() }</p>
            <Files panel={props.panel} view={props.view.clone()} focus={props.focus} />
        </figure>
    }
}

/// The view, or the one before while it need not be followed.
#[hook]
fn use_latest(view: &Shared<View>, follows: bool) -> Shared<View> {
    let kept = use_mut_ref(|| view.clone());
    if follows {
        kept.replace(view.clone());
    }
    let latest = kept.borrow().clone();
    latest
}

/// The pointer and the keys on one chart.
struct Hands {
    panel: usize,
    place: NodeRef,
    geometry: Geometry,
    months: u32,
    cursor: u32,
    send: Callback<Msg>,
}

impl Hands {
    fn month_of(place: &NodeRef, geometry: Geometry, x: f64) -> u32 {
        let left = place
            .cast::<web_sys::Element>()
            .map_or(0.0, |e| e.get_bounding_client_rect().left());
        geometry.month_at((x - left) as f32) as u32
    }

    fn points(&self) -> Callback<PointerEvent> {
        let (panel, place, geometry) = (self.panel, self.place.clone(), self.geometry);
        self.send.reform(move |e: PointerEvent| {
            let month = Hands::month_of(&place, geometry, f64::from(e.client_x()));
            Msg::Hover(Some(Hover { panel, month }))
        })
    }

    fn leaves(&self) -> Callback<PointerEvent> {
        self.send.reform(|_| Msg::Hover(None))
    }

    fn blurs(&self) -> Callback<FocusEvent> {
        self.send.reform(|_| Msg::Hover(None))
    }

    /// A click moves the whole page to the month.
    fn clicks(&self) -> Callback<MouseEvent> {
        let (place, geometry) = (self.place.clone(), self.geometry);
        self.send.reform(move |e: MouseEvent| {
            Msg::Seek(f64::from(Hands::month_of(
                &place,
                geometry,
                f64::from(e.client_x()),
            )))
        })
    }

    fn keys(&self) -> Callback<KeyboardEvent> {
        let (panel, cursor, months, send) = (
            self.panel,
            i64::from(self.cursor),
            i64::from(self.months),
            self.send.clone(),
        );
        Callback::from(move |e: KeyboardEvent| {
            let to = match e.key().as_str() {
                "ArrowRight" | "ArrowUp" => cursor + 1,
                "ArrowLeft" | "ArrowDown" => cursor - 1,
                "PageUp" => cursor + LEAP,
                "PageDown" => cursor - LEAP,
                "Home" => 0,
                "End" => months,
                "Enter" => {
                    send.emit(Msg::Seek(cursor as f64));
                    return;
                }
                "Escape" => {
                    send.emit(Msg::Hover(None));
                    return;
                }
                _ => return,
            };
            e.prevent_default();
            send.emit(Msg::Hover(Some(Hover {
                panel,
                month: to.clamp(0, months) as u32,
            })));
        })
    }
}

#[derive(Properties, PartialEq)]
struct PictureProps {
    svg: AttrValue,
}

/// The drawing itself; it changes only with the numbers.
#[component]
fn Picture(props: &PictureProps) -> Html {
    html! { <div class="picture">{ Html::from_html_unchecked(props.svg.clone()) }</div> }
}

/// One row of a readout: the class of its colour, name, value.
#[derive(Clone, PartialEq)]
struct Word {
    class: String,
    name: String,
    value: String,
}

/// What a chart reads at a month, the company in front first.
fn reading(lines: &Lines, panel: &Panel, month: u32) -> Vec<Word> {
    let unit: Unit = panel.metric.row().unit;
    let at = |values: &[f32]| values.get(month as usize).copied();
    let format = |values: &[f32]| at(values).map_or(String::new(), |v| unit.format(v));
    let class = |slot: Option<u8>| slot.map_or("plain".to_string(), |s| format!("c{s}"));
    let mut words = vec![Word {
        class: class(lines.slot),
        name: lines.name.clone(),
        value: format(&lines.fan.p50),
    }];
    let range = format!("{} – {}", format(&lines.fan.p05), format(&lines.fan.p95));
    words.push(Word {
        class: "range".into(),
        name: "nine in ten".into(),
        value: range,
    });
    if !lines.reference.is_empty() {
        words.push(Word {
            class: "range".into(),
            name: "fundamental".into(),
            value: format(&lines.reference),
        });
    }
    words.push(Word {
        class: "future".into(),
        name: "this future".into(),
        value: format(&lines.future),
    });
    let mut others: Vec<_> = lines.others.iter().collect();
    others.sort_by(|a, b| {
        at(&b.2)
            .partial_cmp(&at(&a.2))
            .unwrap_or(std::cmp::Ordering::Equal)
    });
    words.extend(others.into_iter().map(|(slot, name, values)| Word {
        class: class(Some(*slot)),
        name: name.clone(),
        value: format(values),
    }));
    words
}

fn spoken(month: u32, words: &[Word]) -> String {
    let parts: Vec<String> = words
        .iter()
        .map(|w| format!("{} {}", w.name, w.value))
        .collect();
    format!("{}: {}", words::date(month), parts.join(", "))
}

#[derive(Properties, PartialEq)]
struct KeyProps {
    words: Vec<Word>,
}

/// The lines by name, with their values at the cursor, where the chart is too narrow to say it itself.
#[component]
fn Key(props: &KeyProps) -> Html {
    html! {
        <ul>
            for (k, word) in props.words.iter().enumerate() {
                <li key={k} class={word.class.clone()}><span class="swatch"></span>{ format!("{} {}", word.name, word.value) }</li>
            }
        </ul>
    }
}

#[derive(Properties, PartialEq)]
struct ReadoutProps {
    month: u32,
    words: Vec<Word>,
    x: f32,
    width: f32,
}

/// The values at the cursor, on the side where there is room.
#[component]
fn Readout(props: &ReadoutProps) -> Html {
    const GAP: f32 = 12.0;
    let style = if props.x > props.width / 2.0 {
        format!("right:{:.0}px", props.width - props.x + GAP)
    } else {
        format!("left:{:.0}px", props.x + GAP)
    };
    html! {
        <div class="readout" {style}>
            <p>{ words::date(props.month) }</p>
            <dl>
                for (k, word) in props.words.iter().enumerate() {
                    <div key={k} class={word.class.clone()}><dt>{ word.name.clone() }</dt><dd>{ word.value.clone() }</dd></div>
                }
            </dl>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct FilesProps {
    panel: usize,
    view: Shared<View>,
    focus: usize,
}

/// The numbers as a table, and the chart as files.
#[component]
fn Files(props: &FilesProps) -> Html {
    let open = use_state(|| false);
    let ontoggle = toggled(&open);
    let panel = &PANELS[props.panel];
    let (view, focus) = (props.view.clone(), props.focus);
    let table = if *open {
        Lines::read(&view, focus, panel)
            .with_chart(&view, panel, Naming::All, |chart| chart.table())
    } else {
        String::new()
    };
    let name = format!("after-the-leak-{}", panel.id);
    let csv = {
        let (view, name) = (view.clone(), format!("{name}.csv"));
        move |_| {
            let text =
                Lines::read(&view, focus, panel)
                    .with_chart(&view, panel, Naming::All, |chart| chart.csv());
            browser::download(&name, "text/csv", &text);
        }
    };
    let svg = move |_| {
        let text =
            Lines::read(&view, focus, panel).with_chart(&view, panel, Naming::Lines, |chart| {
                standalone(&chart.svg(FILE.0, FILE.1))
            });
        browser::download(&format!("{name}.svg"), "image/svg+xml", &text);
    };
    html! {
        <details class="table" {ontoggle}>
            <summary>{ "Numbers" }<span class="unseen">{ format!(": {}", panel.title) }</span></summary>
            <div class="exports">
                <button type="button" class="quiet" onclick={csv}>{ "Save CSV" }</button>
                <button type="button" class="quiet" onclick={svg}>{ "Save SVG" }</button>
            </div>
            <div class="scroll" tabindex="0" role="region" aria-label={format!("{} as a table", panel.title)}>{ Html::from_html_unchecked(table.into()) }</div>
        </details>
    }
}

/// The size of a chart in a file, in px.
const FILE: (f32, f32) = (720.0, 420.0);

/// Keeps a state at whether a disclosure is open.
pub fn toggled(open: &UseStateHandle<bool>) -> impl Fn(Event) + 'static + use<> {
    let open = open.clone();
    move |e: Event| {
        let details: web_sys::HtmlDetailsElement = e.target_unchecked_into();
        open.set(details.open());
    }
}
