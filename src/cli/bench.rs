//! `bench`: to come.
use super::Outcome;
use std::io::Write;
#[derive(clap::Args)]
pub(super) struct BenchArgs {}
pub(super) fn run(_: &BenchArgs, _: &mut dyn Write) -> Outcome {
    Ok(())
}
