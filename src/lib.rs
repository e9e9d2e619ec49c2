//! After the Leak: a simulator of the AI arms race.
#![forbid(unsafe_code)]

pub mod chart;
pub mod game;
pub mod link;
pub mod num;
pub mod sim;
pub mod study;
pub mod theory;
#[cfg(feature = "web")]
pub mod ui;
