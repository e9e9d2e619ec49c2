//! The scenario a command was given, the metrics it should show, and the lines that say what made a result.

use super::Failure;
use crate::chart::Written;
use crate::link::{self, Fingerprint, Link, MODEL_VERSION, Problem, Verdict, suggestion};
use crate::sim::metrics::{METRICS, Metric};
use crate::sim::scenario::Entrant;
use crate::sim::{Scenario, companies::COMPANIES};
use crate::study::Spread;
use serde::Serialize;
use std::io::{self, Write};

/// A scenario on the command line.
#[derive(clap::Args)]
pub(super) struct ScenarioArgs {
    /// Words like network_strength=3, the name of a preset, or a pasted link; words change what a link before them says
    #[arg(value_name = "WORD")]
    words: Vec<String>,
    /// Take the nearest valid scenario where a word is wrong, instead of stopping
    #[arg(long)]
    lenient: bool,
}

/// A scenario that was read, and what identifies its results.
pub(super) struct Given {
    pub scenario: Scenario,
    /// How the futures of its ensemble differ.
    pub spread: Spread,
    pub made: Made,
}

/// What made a result: enough to make it again.
#[derive(Serialize)]
pub(super) struct Made {
    pub model: u32,
    /// For a command line.
    pub words: String,
    /// For an address, behind its `#`.
    pub link: String,
    pub fingerprint: String,
    /// What a link's fingerprint says about the outcome here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verdict: Option<String>,
    #[serde(skip)]
    pub reproduced: Verdict,
}

impl ScenarioArgs {
    /// Reads the scenario. Notes go to the error output when the nearest valid scenario is welcome.
    ///
    /// # Errors
    /// [`Failure::Input`] if a word cannot be taken as written and `--lenient` was not given.
    pub fn open(&self) -> Result<Given, Failure> {
        self.open_spread(false)
    }

    /// The same; the futures differ as the link shows them, or by luck and parameters if `wide`.
    ///
    /// # Errors
    /// As for [`open`](ScenarioArgs::open).
    pub fn open_spread(&self, wide: bool) -> Result<Given, Failure> {
        let (mut link, problems) = Link::read_all(&self.words);
        if !problems.is_empty() && !self.lenient {
            let hint = "Nothing was run. With --lenient the nearest valid scenario is taken.";
            return Err(Failure::Input(problems, hint.to_string()));
        }
        for problem in problems {
            // Results matter more than notes that nobody hears.
            let _ = writeln!(io::stderr(), "{problem}");
        }
        let mut spread = Spread::in_view(&link.view);
        if wide && spread != Spread::Wide {
            spread = Spread::Wide;
            link.view = match link.view.as_str() {
                "" => spread.name().to_string(),
                view => format!("{}.{view}", spread.name()),
            };
        }
        let fingerprint = link::fingerprint(&link.scenario);
        Ok(Given {
            made: Made::of(&link, fingerprint),
            spread,
            scenario: link.scenario,
        })
    }
}

impl Made {
    fn of(link: &Link, fingerprint: Fingerprint) -> Made {
        let verdict = link.verdict(fingerprint);
        Made {
            model: MODEL_VERSION,
            words: link::spoken(&link.scenario),
            link: link::write(&link.scenario, &link.view, Some(fingerprint)),
            fingerprint: fingerprint.to_string(),
            verdict: (verdict != Verdict::None).then(|| verdict.sentence()),
            reproduced: verdict,
        }
    }

    /// What a scenario makes by itself.
    pub fn of_scenario(scenario: &Scenario) -> Made {
        let fingerprint = link::fingerprint(scenario);
        let link = Link {
            scenario: scenario.clone(),
            view: String::new(),
            fingerprint: None,
            version: MODEL_VERSION,
        };
        Made::of(&link, fingerprint)
    }

    /// Says what made the result, before a table for people.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{}", self.words)?;
        writeln!(out, "#{}", self.link)?;
        if let Some(verdict) = &self.verdict {
            writeln!(out, "{verdict}")?;
        }
        Ok(())
    }
}

impl Given {
    /// A company's name for people.
    pub fn name(&self, i: usize) -> &str {
        &self.scenario.companies[i].name
    }

    /// The id of the company of series `i` of a metric; nothing for the industry.
    pub fn company_id(&self, metric: Metric, i: usize) -> Option<&'static str> {
        use crate::sim::metrics::Of;
        (metric.row().of == Of::Company).then(|| company_id(&self.scenario.companies[i]))
    }

    /// A value for people; the only unit that needs the scenario is the place of a company.
    pub fn format(&self, metric: Metric, value: f32) -> String {
        use crate::sim::units::Unit;
        match metric.row().unit {
            Unit::Place if value < 0.0 => "nobody".to_string(),
            Unit::Place => self.name(value as usize).to_string(),
            unit => unit.format(value),
        }
    }
}

/// The id of a company of a scenario.
pub(super) fn company_id(entrant: &Entrant) -> &'static str {
    COMPANIES[entrant.archetype].id
}

/// Reads names of metrics, each once, in the order given.
///
/// # Errors
/// [`Failure::Input`] if there is no metric of that name.
pub(super) fn metrics(names: &[String]) -> Result<Vec<Metric>, Failure> {
    let (mut found, mut problems) = (vec![], vec![]);
    for name in names.iter().map(|n| n.trim()) {
        match Metric::by_id(name) {
            Some(metric) if found.contains(&metric) => {}
            Some(metric) => found.push(metric),
            None => {
                let near = suggestion(name, METRICS.iter().map(|row| row.id));
                problems.push(Problem::new(format!("There is no metric “{name}”.{near}")));
            }
        }
    }
    if problems.is_empty() {
        return Ok(found);
    }
    let hint = "`after-the-leak metrics` lists all of them.";
    Err(Failure::Input(problems, hint.to_string()))
}
