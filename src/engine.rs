//! The engine: what calculates, compiled for speed where the rest is compiled for size.
//!
//! A package of its own for that reason alone; everything names its rooms as `after_the_leak::sim` and so on.
#![forbid(unsafe_code)]

pub mod num;
pub mod sim;
pub mod study;
pub mod theory;
