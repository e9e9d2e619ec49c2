//! Published sub-models in isolation: the sectors of the simulation call these, and [`cases()`] validates them.
//!
//! A function that the simulation calls is written once over [`Real`](crate::num::Real); a solver that only
//! validation and the model page need is written in `f64`. Each file is one model or one family.

pub mod bass;
pub mod brock_durlauf;
pub mod brock_hommes;
pub mod cases;
pub mod catch_up;
pub mod choice;
pub mod dsair;
pub mod finite_population;
pub mod hawkes;
pub mod herding;
pub mod katz_shapiro;
pub mod margin;
pub mod nelson_phelps;
pub mod norton_bass;
pub mod numeric;
pub mod openness;
pub mod patent_race;
pub mod poisson;
pub mod precipice;
pub mod preemption;
pub mod qre;
pub mod real_options;
pub mod relax;
pub mod replicator;
pub mod reputation;
pub mod spillovers;
pub mod step_by_step;
pub mod success;
pub mod tipping;
pub mod trend;
pub mod two_sided;
pub mod urn;

pub use cases::{Case, Grade, Tolerance, cases};

#[cfg(test)]
mod tests;
