//! The race map: every company a disc, further right with longer tasks, higher with more developers.

mod layout;
mod paint;
mod trail;

use super::unit::Unit;
use crate::chart::Written;
pub use layout::Disc;

/// How open a company's agent is: the fill of its disc.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Openness {
    /// Closed: a filled disc.
    #[default]
    Closed,
    /// Open weights: a disc within a ring.
    OpenWeights,
    /// Fully open: a hollow disc.
    FullyOpen,
}

impl Openness {
    /// All three, from closed to open.
    pub const ALL: [Openness; 3] = [Openness::Closed, Openness::OpenWeights, Openness::FullyOpen];

    /// In words.
    pub fn name(self) -> &'static str {
        match self {
            Openness::Closed => "closed",
            Openness::OpenWeights => "open weights",
            Openness::FullyOpen => "fully open",
        }
    }
}

/// One company at one moment.
#[derive(Clone, Copy, Debug, Default)]
pub struct Racer<'a> {
    /// Name.
    pub name: &'a str,
    /// Colour, 0–7.
    pub slot: u8,
    /// Task length its agent finishes half the time, as log2 of minutes.
    pub horizon: f32,
    /// Share of developers, 0–1.
    pub share: f32,
    /// Valuation, in billions of US dollars: the area of the disc.
    pub valuation: f32,
    /// How open it is.
    pub openness: Openness,
    /// Past positions as (horizon, share), oldest first, without the present one.
    pub trail: &'a [(f32, f32)],
    /// Whether it stands out.
    pub selected: bool,
}

/// A stage of agents: a vertical band of horizons.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Stage<'a> {
    /// Where it begins, as log2 of minutes; it ends where the next one begins.
    pub from: f32,
    /// Name.
    pub name: &'a str,
}

/// All companies at one moment of a run.
#[derive(Clone, Debug, Default)]
pub struct RaceMap<'a> {
    /// What is shown, for screen readers and as a headline; may be empty.
    pub title: &'a str,
    /// The moment, large: "Mar 2028".
    pub date: &'a str,
    /// The companies. Their places in this list name them in `data-company`.
    pub companies: Vec<Racer<'a>>,
    /// Ends of the horizon axis over the whole run, as log2 of minutes, so that nothing jumps while time passes.
    pub horizons: (f32, f32),
    /// Highest share of developers of the whole run, 0–1.
    pub share_max: f32,
    /// Highest valuation of the whole run, in billions of US dollars: the largest disc.
    pub valuation_max: f32,
    /// The stages, in order.
    pub stages: Vec<Stage<'a>>,
    /// A share that makes a standard, with its name.
    pub standard: Option<(f32, &'a str)>,
}

impl<'a> RaceMap<'a> {
    /// The map as SVG text, `width` × `height` CSS px.
    pub fn svg(&self, width: f32, height: f32) -> String {
        paint::svg(self, width, height)
    }

    /// Where the discs lie, in the order of the companies: for focus rings and tooltips drawn on top.
    pub fn discs(&self, width: f32, height: f32) -> Vec<Disc> {
        layout::Layout::new(self, width, height).discs(self)
    }

    /// The one-sentence summary that a screen reader speaks.
    pub fn summary(&self) -> String {
        let by_share = |a: &&Racer<'a>, b: &&Racer<'a>| a.share.total_cmp(&b.share);
        let by_horizon = |a: &&Racer<'a>, b: &&Racer<'a>| a.horizon.total_cmp(&b.horizon);
        let seen = || {
            self.companies
                .iter()
                .filter(|racer| racer.share.is_finite() && racer.horizon.is_finite())
        };
        let (Some(first), Some(furthest)) = (seen().max_by(by_share), seen().max_by(by_horizon))
        else {
            return "No companies.".to_string();
        };
        let share = Unit::Share.format(first.share);
        let horizon = Unit::Log2Minutes.format(furthest.horizon);
        let date = if self.date.is_empty() {
            "Now"
        } else {
            self.date
        };
        format!(
            "{date}: {} has the most developers ({share}); the agent of {} finishes the longest tasks ({horizon}).",
            first.name, furthest.name
        )
    }
}

impl Racer<'_> {
    /// Everything about this company in one line.
    pub fn words(&self) -> String {
        let horizon = Unit::Log2Minutes.format(self.horizon);
        let (share, valuation) = (
            Unit::Share.format(self.share),
            Unit::UsdBillions.format(self.valuation),
        );
        let openness = self.openness.name();
        format!(
            "{}: tasks of {horizon}, {share} of developers, worth {valuation}, {openness}",
            self.name
        )
    }
}
