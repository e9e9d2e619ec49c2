//! Where everything on the race map stands.

use super::super::canvas::side;
use super::super::scale::{Scale, Shape, power_of_ten_below};
use super::super::text::{width, wrap};
use super::super::unit::Unit;
use super::{Openness, RaceMap};
use crate::chart::Axis;
use crate::chart::Written;

/// Font sizes in px; the style sheet says the same.
pub(super) const TICK: f32 = 11.0;
pub(super) const NAME: f32 = 12.5;
const TITLE: f32 = 15.0;
/// Below this width, in px, the key takes two rows and names are shorter.
const PHONE_BELOW: f32 = 560.0;
/// Below this size, in px, there is no key: the map is a thumbnail.
const KEYLESS_BELOW: (f32, f32) = (300.0, 200.0);
/// Height of one row of the key under the plot, in px.
const KEY_ROW: f32 = 36.0;
const KEY_ROW_PHONE: f32 = 24.0;
/// Height of the tick labels and the axis title under the plot, in px.
pub(super) const AXIS_ROWS: f32 = 36.0;
/// Height of the name of the upright axis above the plot, in px.
pub(super) const AXIS_NAME: f32 = 18.0;
/// Height of the names of the stages above the plot, in px.
pub(super) const STAGE_NAMES: f32 = 16.0;
/// Height of a line of the title, in px, and how many there may be.
pub(super) const HEADLINE: f32 = 21.0;
const TITLE_LINES: usize = 2;
/// Right of the plot, for the halo of a disc at its edge, in px.
const HALO_ROOM: f32 = 8.0;
/// The largest disc's radius, as part of the plot's smaller side, and its limits in px.
const RADIUS_PART: f32 = 0.13;
const RADIUS_MAX: f32 = 46.0;
/// The smallest disc that can be seen, read for its fill and touched, in px.
const RADIUS_MIN: f32 = 5.0;
/// Radii of the discs in the key, in px.
const KEY_RADIUS: f32 = 16.0;
const KEY_RADIUS_PHONE: f32 = 11.0;
/// No company is worth more, in billions of US dollars.
const WORTH_MAX: f32 = 1e6;
/// How much more the large disc in the key is worth than the small one.
const KEY_RATIO: f32 = 4.0;
/// One tick takes at least this much of its axis, in px.
const TICK_ROOM_X: f32 = 74.0;
const TICK_ROOM_Y: f32 = 34.0;
/// An axis of shares ends at least here, and this much above the highest one.
const SHARE_TOP_MIN: f32 = 0.3;
const SHARE_HEADROOM: f32 = 1.08;

/// A company's disc in the picture, in px from its top left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Disc {
    /// Centre, from the left.
    pub x: f32,
    /// Centre, from the top.
    pub y: f32,
    /// Radius.
    pub radius: f32,
}

/// The map's measures, from outside to inside.
pub(super) struct Layout {
    pub(super) width: f32,
    pub(super) height: f32,
    pub(super) phone: bool,
    pub(super) title: Vec<String>,
    /// Height of one row of the key under the plot; 0 without a key.
    pub(super) key_row: f32,
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) top: f32,
    pub(super) bottom: f32,
    pub(super) horizon_ticks: Vec<f64>,
    pub(super) share_ticks: Vec<f64>,
    horizons: Scale,
    shares: Scale,
    /// Radius in px of a disc worth one billion US dollars.
    radius_of_one: f32,
    radius_max: f32,
}

impl Layout {
    pub(super) fn new(map: &RaceMap<'_>, asked_width: f32, asked_height: f32) -> Layout {
        let (width, height) = (side(asked_width), side(asked_height));
        let phone = width < PHONE_BELOW;
        let title = wrap(map.title, width, TITLE, true, TITLE_LINES);
        let headline = HEADLINE * title.len() as f32;
        let top = (headline + AXIS_NAME + STAGE_NAMES).min(height / 3.0);
        let (key_row, key_rows) = match phone {
            _ if width < KEYLESS_BELOW.0 || height < KEYLESS_BELOW.1 => (0.0, 0.0),
            true => (KEY_ROW_PHONE, 2.0),
            false => (KEY_ROW, 1.0),
        };
        let bottom = (height - AXIS_ROWS - key_row * key_rows).max(top + 1.0);
        let shares = Scale::new(0.0, f64::from(share_top(map)), Shape::Root);
        let ticks_up = ((bottom - top) / TICK_ROOM_Y) as usize + 1;
        let share_ticks = Unit::Share.ticks(&shares, ticks_up.max(2));
        let labels = share_ticks
            .iter()
            .map(|tick| width_of(&Unit::Share.format(*tick)));
        let left = (labels.fold(0.0, f32::max) + 8.0).min(width / 3.0);
        let right = (width - HALO_ROOM).max(left + 1.0);
        let (nearest, furthest) = map.horizons;
        let horizons = Scale::new(nearest.into(), furthest.into(), Shape::Linear);
        let ticks_across = ((right - left) / TICK_ROOM_X) as usize + 1;
        let horizon_ticks = Unit::Log2Minutes.ticks(&horizons, ticks_across.max(2));
        let radius_max = (right - left).min(bottom - top) * RADIUS_PART;
        let radius_max = radius_max.clamp(RADIUS_MIN, RADIUS_MAX);
        let radius_of_one = radius_max / worth_max(map).sqrt();
        Layout {
            width,
            height,
            phone,
            title,
            key_row,
            left,
            right,
            top,
            bottom,
            horizon_ticks,
            share_ticks,
            horizons,
            shares,
            radius_of_one,
            radius_max,
        }
    }

    pub(super) fn x(&self, horizon: f32) -> f32 {
        self.left + (self.right - self.left) * self.horizons.fraction(f64::from(horizon)) as f32
    }

    pub(super) fn y(&self, share: f32) -> f32 {
        self.bottom - (self.bottom - self.top) * self.shares.fraction(f64::from(share)) as f32
    }

    /// The radius of a disc of this worth in billions of US dollars: area goes with worth, within what can be seen.
    pub(super) fn radius(&self, valuation: f32) -> f32 {
        let worth = if valuation.is_finite() {
            valuation.max(0.0)
        } else {
            0.0
        };
        (self.radius_of_one * worth.sqrt()).clamp(RADIUS_MIN, self.radius_max)
    }

    pub(super) fn discs(&self, map: &RaceMap<'_>) -> Vec<Disc> {
        let disc = |racer: &super::Racer<'_>| {
            let radius = self.radius(racer.valuation);
            // A disc at the edge is moved inwards, whole; in a plot too small for it, to the middle.
            let inside = |at: f32, low: f32, high: f32| match high - low > 2.0 * radius {
                true => at.clamp(low + radius, high - radius),
                false => f32::midpoint(low, high),
            };
            let x = inside(self.x(racer.horizon), self.left, self.right);
            Disc {
                x,
                y: inside(self.y(racer.share), self.top, self.bottom),
                radius,
            }
        };
        map.companies.iter().map(disc).collect()
    }

    /// Worths for the key, small and large, in billions of US dollars: round, and drawn at the scale of the map.
    pub(super) fn key_worths(&self) -> [f32; 2] {
        let round = |worth: f64| {
            let power = power_of_ten_below(worth);
            [5.0, 2.0, 1.0]
                .into_iter()
                .map(|digit| digit * power)
                .find(|w| *w <= worth)
                .unwrap_or(power) as f32
        };
        let worth = |radius: f32| {
            let ratio = f64::from(radius / self.radius_of_one);
            ratio * ratio
        };
        let large = round(worth(if self.phone {
            KEY_RADIUS_PHONE
        } else {
            KEY_RADIUS
        }));
        [round(f64::from(large / KEY_RATIO)), large].map(|worth| {
            if self.radius(worth) > RADIUS_MIN {
                worth
            } else {
                large
            }
        })
    }
}

fn width_of(text: &str) -> f32 {
    width(text, TICK, false)
}

fn worth_max(map: &RaceMap<'_>) -> f32 {
    let worth = if map.valuation_max.is_finite() {
        map.valuation_max
    } else {
        1.0
    };
    worth.clamp(1.0, WORTH_MAX)
}

fn share_top(map: &RaceMap<'_>) -> f32 {
    let highest = if map.share_max.is_finite() {
        map.share_max * SHARE_HEADROOM
    } else {
        1.0
    };
    let standard = map
        .standard
        .map_or(0.0, |(share, _)| share * SHARE_HEADROOM);
    highest.max(standard).clamp(SHARE_TOP_MIN, 1.0)
}

/// What the key says about the fills.
pub(super) const OPENNESS: [Openness; 3] = Openness::ALL;
