//! The future under the pointer: of all that a fan holds, the one that passes closest.

use super::charts::Panel;
use super::view::View;
use after_the_leak::chart::Geometry;
use after_the_leak::sim::metrics::Of;
use std::fmt::Write;

/// A future passes under the pointer if it is within so many px.
const REACH: f32 = 16.0;

/// The future under the pointer.
#[derive(Clone, PartialEq)]
pub struct Near {
    pub future: u32,
    /// Its value where the pointer is, in the unit of the panel.
    pub value: f32,
    /// Its course in the picture, as the points of a line.
    pub course: String,
}

impl Near {
    /// The future that passes closest to `y` px in a month; none where no future comes near.
    pub fn find(
        view: &View,
        focus: usize,
        panel: &Panel,
        geometry: Geometry,
        month: u32,
        y: f32,
    ) -> Option<Near> {
        let i = match panel.metric.row().of {
            Of::Company => focus.min(view.scenario.companies.len() - 1),
            Of::Industry => 0,
        };
        let ensemble = &view.fans.ensemble;
        let off = |value: f32| (geometry.y(value) - y).abs();
        let values = ensemble.across(panel.metric, i, month as usize);
        let (future, value) = values
            .into_iter()
            .enumerate()
            .min_by(|(_, a), (_, b)| off(*a).total_cmp(&off(*b)))?;
        if off(value) > REACH {
            return None;
        }
        let mut course = String::new();
        for (month, value) in ensemble
            .future(panel.metric, i, future)
            .into_iter()
            .enumerate()
        {
            let _ = write!(
                course,
                "{:.1},{:.1} ",
                geometry.x(month as f32),
                geometry.y(value)
            );
        }
        Some(Near {
            future: future as u32,
            value,
            course,
        })
    }
}
