//! `docs`: the Model page as a file that needs no other.

use super::{Failure, Outcome};
use crate::docs::{Findings, whole_page};
use crate::study::facts::{self, Fact, Finding};
use crate::{study, theory};
use rayon::prelude::*;
use std::io::Write;
use std::path::PathBuf;

#[derive(clap::Args)]
pub(super) struct DocsArgs {
    /// Write the page to this file instead of printing it
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// Computes the evidence, which takes some seconds, and writes the page.
pub(super) fn run(args: &DocsArgs, out: &mut dyn Write) -> Outcome {
    let findings = Findings {
        cases: Some(theory::cases()),
        facts: Some(measured()),
        backcasts: Some(study::backcast::all()),
    };
    let page = whole_page(&findings);
    match &args.out {
        None => out.write_all(page.as_bytes())?,
        Some(path) => std::fs::write(path, page).map_err(|error| {
            let path = path.display();
            Failure::Other(format!("“{path}” could not be written: {error}."))
        })?,
    }
    Ok(())
}

/// Every stylised fact with what is found in as many futures as the tests take.
fn measured() -> Vec<(Fact, Finding)> {
    let measure = |facts: Vec<Fact>| {
        let findings = facts::measure(&facts, facts::FUTURES);
        facts.into_iter().zip(findings).collect()
    };
    let experiments: Vec<Vec<(Fact, Finding)>> =
        facts::experiments().into_par_iter().map(measure).collect();
    experiments.into_iter().flatten().collect()
}
