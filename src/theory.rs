//! Published sub-models in isolation: the sectors of the simulation call these, and validation cases test them.
//!
//! A function that the simulation calls is written once over [`Real`](crate::num::Real); a solver that only
//! validation and the notebook pages need is written in `f64`. Each file is one model or one family.

pub mod bass;
pub mod brock_hommes;
pub mod catch_up;
pub mod choice;
pub mod hawkes;
pub mod margin;
pub mod openness;
pub mod precipice;
pub mod relax;
pub mod success;
