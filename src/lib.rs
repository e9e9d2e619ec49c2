//! After the Leak: a simulator of the AI arms race.
#![forbid(unsafe_code)]

pub mod chart;
#[cfg(feature = "cli")]
pub mod cli;
pub mod docs;
pub mod game;
pub mod link;
pub mod num;
pub mod pace;
pub mod sim;
pub mod study;
pub mod theory;
