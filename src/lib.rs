//! After the Leak.

pub mod chart;
