//! One chart on the page: the drawing, the cursor that all charts share, and the hands on it.

use super::charts::{Lines, Naming, PANELS, Panel};
use super::files::Files;
use super::futures::View;
use super::near::Near;
use super::readout::{key, reading, readout, spoken};
use super::state::{Hover, Msg, Pick};
use super::{Shared, use_sight, use_width};
use after_the_leak::chart::Geometry;
use yew::prelude::*;

/// Heights of charts in px.
const HEIGHT: f32 = 276.0;
const HEIGHT_COMPACT: f32 = 114.0;
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
        Naming::Nothing
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
    let near = use_state(|| None::<Near>);
    let near_here = near.as_ref().filter(|_| props.reads);
    let words = reading(&drawn.lines, panel, cursor, near_here);
    let hands = Hands {
        panel: props.panel,
        place: place.clone(),
        geometry: drawn.geometry,
        months: view.scenario.months(),
        cursor,
        send: props.send.clone(),
        view: view.clone(),
        focus: props.focus,
        near: near.clone(),
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
                <div class="picture">{ Html::from_html_unchecked(drawn.svg.clone()) }</div>
                <div class="live" aria-hidden="true">
                    <i class={classes!("cursor", props.cursor.is_some().then_some("held"))} style={format!("left:{:.1}px;top:{:.1}px;height:{:.1}px", drawn.geometry.x(cursor as f32), drawn.geometry.top, drawn.geometry.bottom - drawn.geometry.top)}></i>
                    <svg class="near" width="100%" height="100%"><polyline points={near_here.map(|n| n.course.clone())} /></svg>
                    <div>
                        if props.reads { { readout(cursor, &words, drawn.geometry.x(cursor as f32), width) } }
                    </div>
                </div>
            </div>
            <div class="key-line" aria-hidden="true">
                if is_narrow(panel, width) && !panel.compact { { key(&words) } }
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
    kept.borrow().clone()
}

/// The pointer and the keys on one chart.
struct Hands {
    panel: usize,
    place: NodeRef,
    geometry: Geometry,
    months: u32,
    cursor: u32,
    send: Callback<Msg>,
    view: Shared<View>,
    focus: usize,
    near: UseStateHandle<Option<Near>>,
}

impl Hands {
    /// The month at a place on the screen, and how far down the picture that is, in px.
    fn place_of(place: &NodeRef, geometry: Geometry, x: f64, y: f64) -> (u32, f32) {
        let corner = place
            .cast::<web_sys::Element>()
            .map(|e| e.get_bounding_client_rect());
        let (left, top) = corner.map_or((0.0, 0.0), |c| (c.left(), c.top()));
        let month = geometry.month_at((x - left) as f32) as u32;
        (month, (y - top) as f32)
    }

    fn points(&self) -> Callback<PointerEvent> {
        let (place, geometry, panel) = (self.place.clone(), self.geometry, self.panel);
        let (view, focus, near) = (self.view.clone(), self.focus, self.near.clone());
        self.send.reform(move |e: PointerEvent| {
            let (x, y) = (f64::from(e.client_x()), f64::from(e.client_y()));
            let (month, y) = Hands::place_of(&place, geometry, x, y);
            // A finger covers what it points at; a mouse can choose among futures.
            let can_choose = !PANELS[panel].compact && e.pointer_type() == "mouse";
            let found = can_choose
                .then(|| Near::find(&view, focus, &PANELS[panel], geometry, month, y))
                .flatten();
            if *near != found {
                near.set(found);
            }
            Msg::Hover(Some(Hover { panel, month }))
        })
    }

    fn leaves(&self) -> Callback<PointerEvent> {
        self.send.reform(|_| Msg::Hover(None))
    }

    fn blurs(&self) -> Callback<FocusEvent> {
        self.send.reform(|_| Msg::Hover(None))
    }

    /// A click moves the whole page to the month, and to the future that the pointer shows.
    fn clicks(&self) -> Callback<MouseEvent> {
        let (place, geometry) = (self.place.clone(), self.geometry);
        let (send, near) = (self.send.clone(), self.near.clone());
        Callback::from(move |e: MouseEvent| {
            let (x, y) = (f64::from(e.client_x()), f64::from(e.client_y()));
            let (month, _) = Hands::place_of(&place, geometry, x, y);
            send.emit(Msg::Seek(f64::from(month)));
            if let Some(near) = &*near {
                send.emit(Msg::Pick(Pick::Number(near.future)));
            }
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
