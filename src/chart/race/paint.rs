//! The drawing of the race map, from the ground up: stages, grid, trails, discs, names, key.

use super::super::canvas::{Anchor, Canvas, caption, headings, slot_class};
use super::super::declutter::{Box2, Surroundings};
use super::super::text::{fit, width};
use super::super::unit::Unit;
use super::layout::{
    AXIS_NAME, AXIS_ROWS, Disc, HEADLINE, Layout, NAME, OPENNESS, STAGE_NAMES, TICK,
};
use super::trail;
use super::{Openness, RaceMap, Racer};
use crate::chart::Written;
use crate::num::sort_short;

/// Width of the ring of open weights and its distance from the disc within, in px.
const RING: f32 = 2.0;
const RING_GAP: f32 = 2.0;
/// Between a disc and its name, in px.
const NAME_GAP: f32 = 4.0;
/// How much further than its disc the halo of the selected company reaches, in px.
const HALO: f32 = 4.0;
/// Between the begin of a stage and its name, in px.
const STAGE_INDENT: f32 = 4.0;
/// The widest name, as part of the map's width.
const NAME_MAX: f32 = 0.35;

/// The names of the axes, upright and across; and short, for phones.
const AXES: (&str, &str) = (
    "↑ Share of developers, square-root scale",
    "Longest task an agent finishes half the time, in working time →",
);
const AXES_SHORT: (&str, &str) = ("↑ Share of developers", "Longest task done half the time →");

pub(super) fn svg(map: &RaceMap<'_>, width: f32, height: f32) -> String {
    let layout = Layout::new(map, width, height);
    let discs = layout.discs(map);
    let title = if map.title.is_empty() {
        "The race"
    } else {
        map.title
    };
    let mut canvas = Canvas::new("race", layout.width, layout.height, title, &map.summary());
    headings(&mut canvas, "title", &layout.title, 0.0, 0.0, HEADLINE);
    stages(&mut canvas, map, &layout);
    date(&mut canvas, map, &layout);
    axes(&mut canvas, &layout);
    standard(&mut canvas, map, &layout);
    let mut paths = vec![];
    for (racer, disc) in map.companies.iter().zip(&discs) {
        let places = trail::course(racer, &layout, *disc);
        trail::draw(&mut canvas, racer, &places);
        paths.extend(trail::sampled(&places));
    }
    racers(&mut canvas, map, &discs);
    names(&mut canvas, map, &layout, &discs, paths);
    if layout.key_row > 0.0 {
        key(&mut canvas, map, &layout);
    }
    canvas.finish()
}

fn stages(canvas: &mut Canvas, map: &RaceMap<'_>, layout: &Layout) {
    // From the right: a name that its band has no room for ends with it, or before the next name.
    let mut room_to = layout.right;
    for (i, stage) in map.stages.iter().enumerate().rev() {
        let left = layout.x(stage.from);
        let next = map.stages.get(i + 1);
        let right = next.map_or(layout.right, |next| layout.x(next.from));
        if right - left < 1.0 {
            continue;
        }
        let zone = if i % 2 == 0 { "zone" } else { "zone odd" };
        canvas.rect(zone, left, layout.top, right, layout.bottom);
        let long = width(stage.name, TICK, false) + STAGE_INDENT;
        let from = (left + STAGE_INDENT).min(right.max(left + STAGE_INDENT).min(room_to) - long);
        // Where there is none at all the axis still tells how long the tasks are.
        if from < layout.left {
            continue;
        }
        let at = (from, layout.top - 5.0);
        canvas.text("zone-label", at, Anchor::Start, stage.name);
        room_to = from;
    }
}

/// The date, large and faint behind everything, in the corner where discs are rarest.
fn date(canvas: &mut Canvas, map: &RaceMap<'_>, layout: &Layout) {
    let class = if layout.phone { "date small" } else { "date" };
    canvas.text(
        class,
        (layout.right - 8.0, layout.bottom - 10.0),
        Anchor::End,
        map.date,
    );
}

fn axes(canvas: &mut Canvas, layout: &Layout) {
    for tick in &layout.share_ticks {
        let y = layout.y(*tick as f32);
        canvas.line("grid", (layout.left, y), (layout.right, y));
        canvas.text(
            "tick",
            (layout.left - 6.0, y + 4.0),
            Anchor::End,
            &Unit::Share.format(*tick),
        );
    }
    canvas.line(
        "axis",
        (layout.left, layout.bottom),
        (layout.right, layout.bottom),
    );
    let baseline = layout.bottom + TICK + 5.0;
    let mut free_from = 0.0;
    for tick in &layout.horizon_ticks {
        let x = layout.x(*tick as f32);
        canvas.line("axis", (x, layout.bottom), (x, layout.bottom + 4.0));
        let label = Unit::Log2Minutes.format(*tick);
        let half = width(&label, TICK, false) / 2.0;
        let x = x.max(layout.left + half - 6.0).min(layout.right - half);
        if x - half > free_from {
            canvas.text("tick", (x, baseline), Anchor::Middle, &label);
            free_from = x + half + 4.0;
        }
    }
    let (up, across) = if layout.phone { AXES_SHORT } else { AXES };
    canvas.text(
        "axis-name",
        (0.0, layout.top - AXIS_NAME - STAGE_NAMES + 12.0),
        Anchor::Start,
        up,
    );
    canvas.text(
        "axis-name",
        (layout.right, layout.bottom + AXIS_ROWS - 5.0),
        Anchor::End,
        across,
    );
}

fn standard(canvas: &mut Canvas, map: &RaceMap<'_>, layout: &Layout) {
    let Some((frame, name)) = standard_label(map, layout) else {
        return;
    };
    let y = map
        .standard
        .map_or(layout.top, |(share, _)| layout.y(share));
    canvas.line("threshold", (layout.left, y), (layout.right, y));
    canvas.text(
        "threshold-label",
        (frame.left, frame.bottom - 3.0),
        Anchor::Start,
        name,
    );
}

/// Where the name of the standard stands: above its line, or below where the plot ends.
fn standard_label<'a>(map: &RaceMap<'a>, layout: &Layout) -> Option<(Box2, &'a str)> {
    let (share, name) = map.standard.filter(|(share, _)| share.is_finite())?;
    let (y, height) = (layout.y(share), TICK + 3.0);
    let top = if y - layout.top < height {
        y + 1.0
    } else {
        y - height - 1.0
    };
    // At the left, where agents are weak: no company has most of the developers there.
    let left = layout.left + 4.0;
    let right = left + width(name, TICK, false);
    Some((
        Box2 {
            left,
            top,
            right,
            bottom: top + height,
        },
        name,
    ))
}

/// Companies in the order of drawing: small discs on large ones, lest they be hidden.
fn from_back_to_front(map: &RaceMap<'_>, discs: &[Disc]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..discs.len()).collect();
    let selected = |i: usize| map.companies.get(i).is_some_and(|racer| racer.selected);
    sort_short(&mut order, |a, b| {
        let by_size = discs[*b].radius.total_cmp(&discs[*a].radius);
        by_size.then(selected(*a).cmp(&selected(*b))).then(a.cmp(b))
    });
    order
}

fn racers(canvas: &mut Canvas, map: &RaceMap<'_>, discs: &[Disc]) {
    for i in from_back_to_front(map, discs) {
        let (racer, disc) = (&map.companies[i], discs[i]);
        let selected = if racer.selected { " selected" } else { "" };
        let class = format!("racer {}{selected}", slot_class(Some(racer.slot)));
        canvas.open(&class, &format!(" data-company=\"{i}\""));
        canvas.title(&racer.words());
        let centre = (disc.x, disc.y);
        if racer.selected {
            canvas.circle("halo", centre, disc.radius + HALO);
        }
        disc_shape(canvas, centre, disc.radius, racer.openness);
        canvas.close();
    }
}

fn disc_shape(canvas: &mut Canvas, centre: (f32, f32), radius: f32, openness: Openness) {
    match openness {
        Openness::Closed => canvas.circle("disc", centre, radius),
        Openness::OpenWeights => {
            canvas.circle("ring", centre, radius - RING / 2.0);
            canvas.circle("core", centre, (radius - RING - RING_GAP).max(1.5));
        }
        Openness::FullyOpen => canvas.circle("ring", centre, radius - RING / 2.0),
    }
}

/// Names beside the discs: the selected company chooses first, then the large ones.
fn names(
    canvas: &mut Canvas,
    map: &RaceMap<'_>,
    layout: &Layout,
    discs: &[Disc],
    paths: Vec<(f32, f32)>,
) {
    let (left, right, top, bottom) = (layout.left, layout.right, layout.top, layout.bottom);
    let mut around = Surroundings {
        discs: map.companies.iter().zip(discs).map(footprint).collect(),
        texts: standard_label(map, layout)
            .map(|(frame, _)| frame)
            .into_iter()
            .collect(),
        paths,
        frame: Box2 {
            left,
            top,
            right,
            bottom,
        },
    };
    let mut order = from_back_to_front(map, discs);
    let selected = |i: usize| map.companies[i].selected;
    // Whose name finds room first.
    sort_short(&mut order, |a, b| selected(*b).cmp(&selected(*a)));
    for i in order {
        let (racer, disc): (&Racer<'_>, Disc) = (&map.companies[i], discs[i]);
        let name = fit(racer.name, layout.width * NAME_MAX, NAME, true);
        let at = around.beside(i, (width(&name, NAME, true), NAME + 2.0), NAME_GAP);
        // On a thumbnail a name may find no place at all; the disc still has its title.
        if name.is_empty() || at.frame.outside(&around.frame) > 0.0 {
            continue;
        }
        around.texts.push(at.frame);
        let centre = (disc.x, disc.y);
        if at.far && at.frame.distance(centre) > disc.radius + NAME_GAP {
            canvas.line("leader", centre, nearest(&at.frame, centre));
        }
        let class = format!("label {}", slot_class(Some(racer.slot)));
        canvas.text(
            &class,
            (at.frame.left, at.frame.bottom - 3.5),
            Anchor::Start,
            &name,
        );
    }
}

/// What a disc covers, the halo of the selected company included.
fn footprint((racer, disc): (&Racer<'_>, &Disc)) -> ((f32, f32), f32) {
    let halo = if racer.selected { HALO } else { 0.0 };
    ((disc.x, disc.y), disc.radius + halo)
}

/// The point of a rectangle nearest to another point.
fn nearest(frame: &Box2, to: (f32, f32)) -> (f32, f32) {
    (
        to.0.clamp(frame.left, frame.right),
        to.1.clamp(frame.top, frame.bottom),
    )
}

/// What fill, halo and size mean, under the plot.
fn key(canvas: &mut Canvas, map: &RaceMap<'_>, layout: &Layout) {
    let radius = 6.0;
    let row = layout.bottom + AXIS_ROWS + layout.key_row / 2.0;
    let baseline = row + 4.0;
    canvas.open("key-row plain", "");
    let mut x = 2.0;
    for openness in OPENNESS {
        disc_shape(canvas, (x + radius, row), radius, openness);
        x = caption(
            canvas,
            (x + 2.0 * radius + 5.0, baseline),
            TICK,
            openness.name(),
        ) + 14.0;
    }
    // The company that stands out, whatever its fill.
    for racer in map.companies.iter().filter(|racer| racer.selected) {
        let right = x + 2.0 * (radius + HALO) + width(racer.name, TICK, false);
        if right > layout.right {
            continue;
        }
        let class = format!("racer {} selected", slot_class(Some(racer.slot)));
        let centre = (x + radius + HALO, row);
        canvas.open(&class, "");
        canvas.circle("halo", centre, radius + 1.0);
        disc_shape(canvas, centre, radius - 2.0, racer.openness);
        canvas.close();
        x = caption(
            canvas,
            (x + 2.0 * (radius + HALO) + 3.0, baseline),
            TICK,
            racer.name,
        ) + 14.0;
    }
    let (row, baseline) = if layout.phone {
        (row + layout.key_row, baseline + layout.key_row)
    } else {
        (row, baseline)
    };
    x = if layout.phone { 2.0 } else { x + 10.0 };
    x = caption(canvas, (x, baseline), TICK, "area = valuation") + 8.0;
    let [small, large] = layout.key_worths();
    for worth in if small < large {
        vec![small, large]
    } else {
        vec![large]
    } {
        let radius = layout.radius(worth);
        canvas.circle("size", (x + radius, row), radius);
        x = caption(
            canvas,
            (x + 2.0 * radius + 5.0, baseline),
            TICK,
            &Unit::UsdBillions.format(worth),
        ) + 12.0;
    }
    canvas.close();
}
