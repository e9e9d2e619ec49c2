//! A run as a story: what the news says of it.

pub mod headlines;

pub use headlines::{Headline, headlines};
