//! `docs`: the Model page as a file that needs no other.

use super::{Failure, Outcome};
use crate::docs::{Findings, whole_page};
use std::io::Write;
use std::path::PathBuf;

#[derive(clap::Args)]
pub(super) struct DocsArgs {
    /// Write the page to this file instead of printing it
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// Computes the validation cases and writes the page.
pub(super) fn run(args: &DocsArgs, out: &mut dyn Write) -> Outcome {
    let page = whole_page(&Findings::computed());
    match &args.out {
        None => out.write_all(page.as_bytes())?,
        Some(path) => std::fs::write(path, page).map_err(|error| {
            Failure::Other(format!(
                "“{}” could not be written: {error}.",
                path.display()
            ))
        })?,
    }
    Ok(())
}
