//! The link: a scenario's one written form, read from anything a person may paste and written as little as possible.
//!
//! `v=1&preset=meta-agent&seed=…&network_strength=3.2&meta.capability=10&view=…&fp=7f3a91c2`
//!
//! `v` is the version of the model, `fp` the [`Fingerprint`] of the outcome; all other words are
//! [differences from the preset](Scenario::words). People treat this as an interface, so it is one:
//! what was ever published stands in `tests/links.txt`.

mod fingerprint;
mod problem;
mod words;

pub use fingerprint::{
    BATCHES, FINGERPRINT_METRICS, FUTURES, Fingerprint, FingerprintBuilder, Verdict, digest,
    fingerprint,
};
pub use problem::{Problem, TOLD_MAX, suggestion};
pub use words::{TEXT_MAX, Words, encode};

use crate::sim::Scenario;
use crate::sim::params::PARAMS;
use crate::sim::presets::PRESETS;
use problem::{Problems, shown};

/// The version of the model. It grows when the same words no longer give the same bits; see [`CHANGES`].
pub const MODEL_VERSION: u32 = 1;
/// The name of a view may have this many characters.
const VIEW_MAX: usize = 64;

/// What a link holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    pub scenario: Scenario,
    /// What the page shows; empty for its first view. Its meaning is the page's own.
    pub view: String,
    /// The outcome where the link was made; none if there was none or the words could not be taken as written.
    pub fingerprint: Option<Fingerprint>,
    /// The version of the model that made the link.
    pub version: u32,
}

impl Link {
    /// Reads a whole address, a fragment, or words separated by `&` or spaces.
    ///
    /// Never fails: what cannot be taken as written gives the nearest valid scenario and a [`Problem`] each,
    /// a dozen at most and then their number. Work and memory are bounded whatever `text` is.
    pub fn read(text: &str) -> (Link, Vec<Problem>) {
        Link::read_all(&[text])
    }

    /// Reads several texts, each a link or words; words may change what a link before them says.
    pub fn read_all<S: AsRef<str>>(texts: &[S]) -> (Link, Vec<Problem>) {
        let mut problems = Problems::default();
        let mut all = Words::new();
        let mut after_link = false;
        for text in texts {
            let text = text.as_ref();
            for (key, value) in words::read(text, &mut problems) {
                if after_link {
                    all.remove("fp");
                    all.insert(key, value);
                } else {
                    words::put(&mut all, &key, value, &mut problems);
                }
            }
            after_link |= words::is_link(text);
        }
        let link = open(all, &mut problems);
        (link, problems.finish())
    }

    /// The link's text in this version, without address and `#`; the outcome of another version is left out.
    pub fn write(&self) -> String {
        let comparable = self.version == MODEL_VERSION;
        let fingerprint = self.fingerprint.filter(|_| comparable);
        write(&self.scenario, &self.view, fingerprint)
    }

    /// Compares the outcome of this program with that of the one that made the link.
    pub fn verdict(&self, ours: Fingerprint) -> Verdict {
        match self.fingerprint {
            None => Verdict::None,
            Some(theirs) if self.version == MODEL_VERSION && theirs == ours => Verdict::Reproduced,
            Some(_) if self.version != MODEL_VERSION => Verdict::OtherVersion {
                theirs: self.version,
                ours: MODEL_VERSION,
            },
            Some(theirs) => Verdict::Different { theirs, ours },
        }
    }
}

/// A scenario as the text of a link, without address and `#`: version, preset, differences, view, fingerprint.
pub fn write(scenario: &Scenario, view: &str, fingerprint: Option<Fingerprint>) -> String {
    let mut parts = vec![format!("v={MODEL_VERSION}")];
    parts.extend(pairs(scenario));
    if !view.is_empty() {
        parts.push(format!("view={}", encode(view)));
    }
    if let Some(fingerprint) = fingerprint {
        parts.push(format!("fp={fingerprint}"));
    }
    parts.join("&")
}

/// A scenario as words for a command line, separated by spaces: preset and differences.
pub fn spoken(scenario: &Scenario) -> String {
    pairs(scenario).join(" ")
}

fn pairs(scenario: &Scenario) -> Vec<String> {
    let preset = format!("preset={}", PRESETS[scenario.preset].id);
    let differences = scenario.words();
    let written = differences
        .iter()
        .map(|(key, value)| format!("{key}={}", encode(value)));
    core::iter::once(preset).chain(written).collect()
}

/// The link that these words mean.
fn open(mut words: Words, problems: &mut Problems) -> Link {
    let version = take_version(&mut words, problems);
    migrate(&mut words, version);
    let view = take_view(&mut words, problems);
    let fingerprint = take_fingerprint(&mut words, problems);
    let problems_before = problems.count();
    let mut scenario = take_preset(&mut words, problems);
    // Figures are those of companies that race, so the companies come first.
    if let Some(companies) = words.remove("companies") {
        take(&mut scenario, "companies", &companies, problems);
    }
    for (key, value) in words.iter() {
        take(&mut scenario, key, value, problems);
    }
    if scenario.player.is_none() && !scenario.orders.is_empty() {
        scenario.player = scenario.companies.first().map(|c| c.archetype);
        problems.add(|| "Orders need somebody who follows them: the first company is played.");
    }
    let as_written = problems.count() == problems_before;
    Link {
        scenario,
        view,
        fingerprint: fingerprint.filter(|_| as_written),
        version,
    }
}

/// Takes one word into the scenario.
fn take(scenario: &mut Scenario, key: &str, value: &str, problems: &mut Problems) {
    if !is_key(key) {
        problems.add(|| {
            let near = suggestion(key, keys());
            format!(
                "There is no parameter “{}”; it is ignored.{near}",
                shown(key)
            )
        });
        return;
    }
    for note in scenario.set(key, value) {
        problems.add(|| note);
    }
    // Names are cleaned and cut without a word.
    let company = key.strip_suffix(".name");
    let entrant = company.and_then(|id| {
        let archetype = crate::sim::companies::company_by_id(id)?;
        scenario.companies.iter().find(|c| c.archetype == archetype)
    });
    if let Some(entrant) = entrant.filter(|e| !value.trim().is_empty() && e.name != value.trim()) {
        problems.add(|| {
            format!(
                "{key}: “{}” became “{}”; names have up to {} characters.",
                shown(value),
                entrant.name,
                crate::sim::scenario::NAME_MAX
            )
        });
    }
}

/// Whether [`Scenario::set`] may know this key.
fn is_key(key: &str) -> bool {
    key.contains('.') || keys().any(|k| k == key)
}

/// All keys without a company in them.
fn keys() -> impl Iterator<Item = &'static str> {
    [
        "v",
        "preset",
        "seed",
        "years",
        "companies",
        "script",
        "player",
        "goal",
        "orders",
        "view",
        "fp",
    ]
    .into_iter()
    .chain(PARAMS.iter().map(|row| row.key))
}

fn take_version(words: &mut Words, problems: &mut Problems) -> u32 {
    let Some(text) = words.remove("v") else {
        return MODEL_VERSION;
    };
    match text.parse::<u32>() {
        Ok(version @ 1..=MODEL_VERSION) => version,
        Ok(version) if version > MODEL_VERSION => {
            problems.add(|| {
                format!("Made with model {version}; this is model {MODEL_VERSION}. What is the same in both is shown, and outcomes may differ.")
            });
            version
        }
        _ => {
            problems.add(|| {
                format!(
                    "v: “{}” is not a version of the model; {MODEL_VERSION} is used.",
                    shown(&text)
                )
            });
            MODEL_VERSION
        }
    }
}

fn take_view(words: &mut Words, problems: &mut Problems) -> String {
    let view = words.remove("view").unwrap_or_default();
    if view.chars().count() <= VIEW_MAX && !view.chars().any(char::is_control) {
        return view;
    }
    problems.add(|| {
        format!(
            "view: “{}” is not the name of a view; the first view is shown.",
            shown(&view)
        )
    });
    String::new()
}

fn take_fingerprint(words: &mut Words, problems: &mut Problems) -> Option<Fingerprint> {
    let text = words.remove("fp")?;
    match Fingerprint::read(&text) {
        Ok(fingerprint) => Some(fingerprint),
        Err(why) => {
            problems.add(|| format!("fp: “{}” is not compared; {why}.", shown(&text)));
            None
        }
    }
}

fn take_preset(words: &mut Words, problems: &mut Problems) -> Scenario {
    let Some(id) = words.remove("preset") else {
        return Scenario::default();
    };
    Scenario::named(&id.trim().to_ascii_lowercase()).unwrap_or_else(|| {
        let usual = Scenario::default();
        problems.add(|| {
            let near = suggestion(&id, PRESETS.iter().map(|p| p.id));
            let used = PRESETS[usual.preset].id;
            format!(
                "There is no preset “{}”; {used} is opened.{near}",
                shown(&id)
            )
        });
        usual
    })
}

/// Rewrites the words of an older version, version by version, into those of this one.
fn migrate(words: &mut Words, from: u32) {
    for change in CHANGES.iter().filter(|c| c.version > from) {
        (change.rewrite)(words);
    }
}

/// What a version of the model changed.
pub struct Change {
    pub version: u32,
    /// What is different, for people.
    pub about: &'static str,
    /// Turns words of the version before into words of this one.
    pub rewrite: fn(&mut Words),
}

/// Every version of the model, oldest first. Entries are added, never changed.
pub const CHANGES: &[Change] = &[Change {
    version: 1,
    about: "The first published model.",
    rewrite: |_| {},
}];
