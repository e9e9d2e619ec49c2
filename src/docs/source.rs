//! What documentation is made of, taken from the model's own source files when the program is built.
//!
//! A file of the model says in its head, in this order and all optional after the first sentence: what it is, in plain
//! words; equations in ```` ```math ```` blocks, one a line; and in ```` ```symbols ```` blocks what its symbols mean, either in words or
//! by the name of a parameter. Its constants follow with their comments. Only these lines are kept: the program carries
//! no other source.

use crate::sim::params::{PARAMS, Params};
use std::collections::BTreeSet;

/// A source file of the model.
pub(super) struct File {
    /// Its name in the list of sectors: `leak` for `src/sim/leak.rs`.
    pub name: &'static str,
    /// Where it is.
    pub path: &'static str,
    /// The lines kept of it.
    text: &'static str,
}

/// A number that is fixed in the program.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Constant {
    pub name: &'static str,
    /// As the program has it, made readable.
    pub value: String,
    pub about: String,
}

/// A part of a file's head.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Part {
    Words(String),
    /// An equation, line by line: a line that begins with a sign or with words goes on with the one before.
    Equation(Vec<&'static str>),
    /// A symbol, or several, and what it means.
    Symbol(&'static str, &'static str),
}

macro_rules! files {
    ($($name:literal at $path:literal),+ $(,)?) => {
        /// Every file of the model that has sectors, numbers or symbols.
        pub(super) const FILES: &[File] = &[$({
            const WHOLE: &str = include_str!(concat!("../../", $path));
            const LENGTH: usize = excerpt::<0>(WHOLE).0;
            const KEPT: [u8; LENGTH] = excerpt::<LENGTH>(WHOLE).1;
            const TEXT: &str = match core::str::from_utf8(&KEPT) {
                Ok(text) => text,
                Err(_) => panic!("whole lines are kept"),
            };
            File { name: $name, path: $path, text: TEXT }
        }),+];
    };
}

files! {
    "sim" at "src/sim.rs",
    "rivals" at "src/sim/rivals.rs",
    "actions" at "src/sim/actions.rs",
    "orders" at "src/sim/orders.rs",
    "policy" at "src/sim/policy.rs",
    "needs" at "src/sim/needs.rs",
    "research" at "src/sim/research.rs",
    "leak" at "src/sim/leak.rs",
    "events" at "src/sim/events.rs",
    "product" at "src/sim/product.rs",
    "market" at "src/sim/market.rs",
    "ecosystem" at "src/sim/ecosystem.rs",
    "finance" at "src/sim/finance.rs",
    "investors" at "src/sim/investors.rs",
    "safety" at "src/sim/safety.rs",
    "regulation" at "src/sim/regulation.rs",
    "world" at "src/sim/world.rs",
    "domains" at "src/sim/domains.rs",
    "pace" at "src/sim/pace.rs",
    "companies" at "src/sim/companies.rs",
    "presets" at "src/sim/presets.rs",
    "scenario" at "src/sim/scenario.rs",
    "noise" at "src/sim/noise.rs",
    "seed" at "src/sim/seed.rs",
    "relax" at "src/theory/relax.rs",
    "catch_up" at "src/theory/catch_up.rs",
    "precipice" at "src/theory/precipice.rs",
    "success" at "src/theory/success.rs",
    "margin" at "src/theory/margin.rs",
    "choice" at "src/theory/choice.rs",
    "bass" at "src/theory/bass.rs",
    "brock_hommes" at "src/theory/brock_hommes.rs",
    "hawkes" at "src/theory/hawkes.rs",
    "openness" at "src/theory/openness.rs",
    "quantile" at "src/num/quantile.rs",
}

/// Several parameters at once, as sectors ask for them.
pub(super) const GROUPS: &[(&str, Several)] = &[
    ("offsets", |p| p.offsets().to_vec()),
    ("seeing", |p| p.seeing().to_vec()),
    ("rechoice", |p| p.rechoice().to_vec()),
    ("adopted", |p| p.adopted().to_vec()),
    ("users", |p| p.users().to_vec()),
    ("ceilings", |p| p.ceilings().to_vec()),
    ("revenues", |p| p.revenues().to_vec()),
];
type Several = fn(&Params<usize>) -> Vec<usize>;

/// The file with this name; panics if there is none.
pub(super) fn file(name: &str) -> &'static File {
    let found = FILES.iter().find(|f| f.name == name);
    found.unwrap_or_else(|| panic!("no file {name} is read"))
}

impl File {
    /// Its first sentence.
    pub fn about(&self) -> String {
        match self.head().into_iter().next() {
            Some(Part::Words(words)) => words,
            _ => String::new(),
        }
    }

    /// Its first sentence without the name before the colon: what the file is about.
    pub fn subject(&self) -> String {
        let about = self.about();
        let about = about
            .strip_prefix("TABLE: ")
            .map(str::to_string)
            .or_else(|| {
                about
                    .split_once(": ")
                    .map(|(_, subject)| subject.to_string())
            });
        about.unwrap_or_else(|| self.about())
    }

    /// Its head, part by part.
    pub fn head(&self) -> Vec<Part> {
        let mut parts = vec![];
        let mut block = "";
        let mut words = String::new();
        let lines = self.text.lines().filter_map(|l| l.strip_prefix("//!"));
        for line in lines.map(str::trim).chain([""]) {
            if let Some(kind) = line.strip_prefix("```") {
                block = kind;
            } else if line.is_empty() && block.is_empty() {
                parts.extend((!words.is_empty()).then(|| Part::Words(core::mem::take(&mut words))));
            } else if block == "symbols" {
                let (symbol, meaning) = line.split_once("  ").unwrap_or((line, ""));
                parts.push(Part::Symbol(symbol, meaning.trim()));
            } else if block == "math" {
                match parts.last_mut() {
                    Some(Part::Equation(lines)) if line.starts_with(['+', '−', '"']) => {
                        lines.push(line)
                    }
                    _ => parts.push(Part::Equation(vec![line])),
                }
            } else {
                words.extend((!words.is_empty()).then_some(' '));
                words.push_str(line);
            }
        }
        parts
    }

    /// Its numbers, in the order of the file.
    pub fn constants(&self) -> Vec<Constant> {
        let mut constants: Vec<Constant> = vec![];
        let mut about: Vec<&str> = vec![];
        for line in self.text.lines().map(str::trim) {
            if let Some(comment) = line.strip_prefix("///") {
                about.push(comment.trim());
            } else if let Some((name, kind, value)) = declared(line) {
                // A constant without a comment shares that of the one before it.
                let shared = constants
                    .last()
                    .map(|c| c.about.clone())
                    .unwrap_or_default();
                let about = if about.is_empty() {
                    shared
                } else {
                    about.join(" ").trim().to_string()
                };
                if let Some(value) = number(kind, value) {
                    constants.push(Constant { name, value, about });
                }
            }
            if !line.starts_with("///") {
                about.clear();
            }
        }
        constants
    }

    /// The keys of the parameters it reads, in the order of the table.
    pub fn reads(&self) -> Vec<&'static str> {
        let places = Params::from_array(core::array::from_fn(|place| place));
        let mut read = BTreeSet::new();
        for word in self.asked() {
            match word.strip_suffix('(') {
                Some(group) => {
                    let several = GROUPS.iter().find(|(name, _)| *name == group);
                    read.extend(several.map(|(_, of)| of(&places)).unwrap_or_default());
                }
                None => read.extend(PARAMS.iter().position(|row| row.key == word)),
            }
        }
        read.into_iter().map(|place| PARAMS[place].key).collect()
    }

    /// What follows `p.` in its code: names of parameters, and of [`GROUPS`] with a bracket.
    pub fn asked(&self) -> Vec<&'static str> {
        let code = self
            .text
            .lines()
            .filter(|l| !l.trim_start().starts_with("//"));
        let mut asked = vec![];
        for line in code {
            for (at, _) in line.match_indices("p.") {
                let before = line[..at].chars().next_back();
                let name = &line[at + 2..];
                let end = name.find(|c: char| !is_name(c)).unwrap_or(name.len());
                if !before.is_some_and(|c| is_name(c) || c == '.') && end > 0 {
                    let bracket = usize::from(name[end..].starts_with('('));
                    asked.push(&name[..end + bracket]);
                }
            }
        }
        asked
    }
}

fn is_name(c: char) -> bool {
    c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'
}

/// Name, type and value of a constant declared on one line.
fn declared(line: &'static str) -> Option<(&'static str, &'static str, &'static str)> {
    let line = line.strip_prefix("pub ").unwrap_or(line);
    let (name, rest) = line.strip_prefix("const ")?.split_once(':')?;
    let (kind, value) = rest.split_once(" = ")?;
    Some((name, kind.trim(), value.strip_suffix(';')?))
}

/// A value as people write it; none for what is not made of numbers.
fn number(kind: &str, value: &str) -> Option<String> {
    let numeric = ["f64", "u32", "u64", "usize"]
        .iter()
        .any(|n| kind.contains(n));
    let made = value.contains('{') || value.contains(".len") || value.contains(" as ");
    if !numeric || made || kind.contains('&') || kind.contains("Start") {
        return None;
    }
    let value = value.replace("core::f64::consts::LN_2", "ln 2");
    let value = value
        .replace("1 << (3 * WORD_BITS)", "2^30")
        .replace('_', "");
    let scientific = value.parse::<f64>().ok().filter(|_| value.contains('e'));
    let value = scientific.map_or(value.clone(), |n| {
        if n.abs() < 1e-6 {
            value.clone()
        } else {
            n.to_string()
        }
    });
    let plain = value
        .replace(".0,", ",")
        .replace(".0)", ")")
        .replace(".0]", "]")
        .replace(".0 ", " ");
    let plain = plain
        .strip_suffix(".0")
        .unwrap_or(&plain)
        .replace(" / ", "/");
    Some(plain.replace('-', "−"))
}

/// The lines of a source file that documentation needs: their length, and as much of them as fits `N` bytes.
const fn excerpt<const N: usize>(whole: &str) -> (usize, [u8; N]) {
    let b = whole.as_bytes();
    let (mut kept, mut length, mut at) = ([0; N], 0, 0);
    while at < b.len() {
        let end = line_end(b, at);
        let word = line_start(b, at);
        if begins(b, word, b"#[cfg(test)]") {
            break;
        }
        let comment = begins(b, word, b"///") && is_constant(b, commented(b, at));
        if begins(b, word, b"//!") || comment || is_constant(b, word) || asks(b, word, end) {
            let mut k = at;
            while k < end {
                if length < N {
                    kept[length] = b[k];
                }
                length += 1;
                k += 1;
            }
        }
        at = end;
    }
    (length, kept)
}

/// The place behind the line that `at` stands in.
const fn line_end(b: &[u8], mut at: usize) -> usize {
    while at < b.len() && b[at] != b'\n' {
        at += 1;
    }
    if at < b.len() { at + 1 } else { at }
}

/// The first place of a line that is not a space.
const fn line_start(b: &[u8], mut at: usize) -> usize {
    while at < b.len() && b[at] == b' ' {
        at += 1;
    }
    at
}

const fn begins(b: &[u8], at: usize, with: &[u8]) -> bool {
    let mut k = 0;
    while k < with.len() {
        if at + k >= b.len() || b[at + k] != with[k] {
            return false;
        }
        k += 1;
    }
    true
}

const fn is_constant(b: &[u8], at: usize) -> bool {
    let at = if begins(b, at, b"pub ") { at + 4 } else { at };
    begins(b, at, b"const ") && !begins(b, at, b"const fn")
}

/// The start of the line that the comment at `at` is about.
const fn commented(b: &[u8], mut at: usize) -> usize {
    while begins(b, line_start(b, at), b"///") {
        at = line_end(b, at);
    }
    line_start(b, at)
}

/// Whether a line of code asks the parameters for something.
const fn asks(b: &[u8], at: usize, end: usize) -> bool {
    let mut k = at;
    while k + 2 < end {
        let before = if k > at { b[k - 1] } else { b' ' };
        let named = before.is_ascii_alphanumeric() || before == b'_' || before == b'.';
        if b[k] == b'p' && b[k + 1] == b'.' && !named && b[k + 2].is_ascii_lowercase() {
            return !begins(b, at, b"//");
        }
        k += 1;
    }
    false
}
