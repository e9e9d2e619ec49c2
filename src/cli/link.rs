//! `link`: a scenario as link and as words, and whether a link's outcome is reproduced.

use super::given::ScenarioArgs;
use super::output;
use super::{Failure, Outcome};
use crate::link::Verdict;
use std::io::Write;

#[derive(clap::Args)]
pub(super) struct LinkArgs {
    #[command(flatten)]
    scenario: ScenarioArgs,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// Prints the scenario; fails if its link says another outcome than is found here.
pub(super) fn run(args: &LinkArgs, out: &mut dyn Write) -> Outcome {
    let made = args.scenario.open()?.made;
    if args.json {
        output::json(out, &made)?;
    } else {
        made.write(out)?;
    }
    match made.reproduced {
        Verdict::Different { .. } => Err(Failure::Other("The outcome differs.".to_string())),
        _ => Ok(()),
    }
}
