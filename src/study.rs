//! Many futures of a scenario: what they have in common and how far they spread.

pub mod backcast;
pub mod chunk;
pub mod ensemble;
pub mod facts;
pub mod gathering;
pub mod history;
mod moments;
pub mod notable;
pub mod outcomes;
pub mod prior;
pub mod quantiles;
pub mod sobol;
mod sobol_directions;
pub mod tournament;

pub use chunk::{Asked, CHUNK_FUTURES, Chunk, Order, eight};
pub use ensemble::Ensemble;
pub use gathering::Gathering;
pub use moments::mean_and_error;
pub use outcomes::{OUTCOME_METRICS, Outcomes, Probability};
pub use prior::{Prior, Spread};
pub use quantiles::Quantiles;
