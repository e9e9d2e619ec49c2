//! The trails of the race map: where each company was in the months before.

use super::super::canvas::{Canvas, polyline, slot_class};
use super::Racer;
use super::layout::{Disc, Layout};

/// The pieces of a trail, each fainter than the next.
const TRAIL_PIECES: usize = 4;
/// Between the points of a trail that a name should not stand on, in px.
const SAMPLED: f32 = 4.0;

/// Where a trail runs; it ends at the rim of the disc.
pub(super) fn course(racer: &Racer<'_>, layout: &Layout, disc: Disc) -> Vec<Option<(f32, f32)>> {
    let past = racer
        .trail
        .iter()
        .filter(|(horizon, share)| horizon.is_finite() && share.is_finite());
    let mut places: Vec<_> = past
        .map(|(horizon, share)| Some((layout.x(*horizon), layout.y(*share))))
        .collect();
    end_at_rim(&mut places, disc);
    places
}

/// A trail in pieces, the older the fainter.
pub(super) fn draw(canvas: &mut Canvas, racer: &Racer<'_>, places: &[Option<(f32, f32)>]) {
    if places.is_empty() {
        return;
    }
    canvas.open(&format!("trail {}", slot_class(Some(racer.slot))), "");
    let segments = places.len().saturating_sub(1);
    for piece in 0..TRAIL_PIECES {
        let (from, to) = (
            segments * piece / TRAIL_PIECES,
            segments * (piece + 1) / TRAIL_PIECES,
        );
        if to > from {
            canvas.path(&format!("t{}", piece + 1), &polyline(&places[from..=to]));
        }
    }
    canvas.close();
}

/// Points of a trail, a few px apart.
pub(super) fn sampled(places: &[Option<(f32, f32)>]) -> Vec<(f32, f32)> {
    let mut points = vec![];
    for pair in places.windows(2) {
        let (Some((x, y)), Some((to_x, to_y))) = (pair[0], pair[1]) else {
            continue;
        };
        let (dx, dy) = (to_x - x, to_y - y);
        let steps = (dx.abs().max(dy.abs()) / SAMPLED) as usize + 1;
        for k in 0..steps {
            let part = k as f32 / steps as f32;
            points.push((x + dx * part, y + dy * part));
        }
    }
    points
}

/// Ends a trail where it meets the disc, through which it must not show.
fn end_at_rim(places: &mut Vec<Option<(f32, f32)>>, disc: Disc) {
    let off = |at: (f32, f32)| (at.0 - disc.x, at.1 - disc.y);
    let distance = |at: (f32, f32)| {
        let (dx, dy) = off(at);
        (dx * dx + dy * dy).sqrt()
    };
    while places
        .last()
        .is_some_and(|last| last.is_none_or(|at| distance(at) <= disc.radius))
    {
        places.pop();
    }
    if let Some(Some(last)) = places.last().copied() {
        let (part, (dx, dy)) = (disc.radius / distance(last), off(last));
        places.push(Some((disc.x + dx * part, disc.y + dy * part)));
    }
}
