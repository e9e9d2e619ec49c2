//! After the Leak: a simulator of the AI arms race.
#![forbid(unsafe_code)]

pub mod link;
pub mod num;
pub mod sim;
pub mod theory;
