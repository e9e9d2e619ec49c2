//! Many futures of a scenario: what they have in common and how far they spread.

pub mod backcast;
pub mod ensemble;
pub mod facts;
pub mod history;
pub mod outcomes;
pub mod tournament;

pub use ensemble::{Ensemble, Quantiles};
pub use outcomes::{OUTCOME_METRICS, Outcomes, Probability};
