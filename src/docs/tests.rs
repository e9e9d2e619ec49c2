mod sources;

use super::math::{self, FUNCTIONS};
use super::source::{FILES, File, GROUPS, Part, file};
use super::*;
use crate::sim::SECTORS;
use crate::sim::companies::FIGURES;
use crate::sim::params::PARAMS;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

fn page() -> String {
    let none = Findings {
        cases: Some(vec![]),
        ..Findings::default()
    };
    whole_page(&none)
}

/// The values of an attribute, in the order of the page.
fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let opening = format!(" {name}=\"");
    let values = html.split(&opening).skip(1);
    values.filter_map(|rest| rest.split('"').next()).collect()
}

fn equations(file: &File) -> Vec<&'static str> {
    let lines = file.head().into_iter().filter_map(|part| match part {
        Part::Equation(lines) => Some(lines),
        _ => None,
    });
    lines.flatten().collect()
}

/// The symbols a file explains, without their indices.
fn explained(file: &File) -> Vec<String> {
    let symbols = file.head().into_iter().filter_map(|part| match part {
        Part::Symbol(symbol, _) => Some(symbol),
        _ => None,
    });
    symbols
        .flat_map(|s| math::read(s).unwrap().symbols())
        .collect()
}

#[test]
fn the_sectors_are_those_of_the_step_in_its_order() {
    let source = include_str!("../sim.rs");
    let step = source.split("pub fn step<").nth(1).unwrap();
    let step = step.split("\n}\n").next().unwrap();
    let mut called = vec![];
    for line in step.lines().map(str::trim) {
        if line.starts_with("follow(") {
            called.push("sim");
        } else if let Some((sector, _)) = line.split_once("::step(") {
            called.push(sector);
        }
    }
    let listed: Vec<&str> = SECTORS.iter().map(|s| s.file).collect();
    assert_eq!(called, listed);
}

#[test]
fn every_parameter_and_figure_has_one_anchor() {
    let html = page();
    let mut anchors: BTreeMap<&str, usize> = BTreeMap::new();
    for id in attributes(&html, "id") {
        *anchors.entry(id).or_default() += 1;
    }
    for (id, count) in &anchors {
        assert_eq!(*count, 1, "#{id}");
    }
    let params = PARAMS.iter().map(|row| format!("param-{}", row.key));
    for id in params.chain(FIGURES.iter().map(|row| format!("figure-{}", row.key))) {
        assert!(anchors.contains_key(id.as_str()), "#{id} is missing");
    }
    for link in attributes(&html, "href") {
        let id = link
            .strip_prefix('#')
            .unwrap_or_else(|| panic!("{link} leads out of the page"));
        assert!(anchors.contains_key(id), "#{id} leads nowhere");
    }
}

#[test]
fn every_parameter_is_read_by_the_model() {
    let read: BTreeSet<&str> = FILES.iter().flat_map(File::reads).collect();
    for row in PARAMS {
        assert!(read.contains(row.key), "nothing reads {}", row.key);
    }
    let shared = ["world", "domains", "pace"].map(file);
    for file in SECTORS.iter().map(|s| file(s.file)).chain(shared) {
        for word in file.asked() {
            let group = word.strip_suffix('(');
            let known = match group {
                Some(group) => GROUPS.iter().any(|(name, _)| *name == group),
                None => PARAMS.iter().any(|row| row.key == word),
            };
            assert!(known, "{} asks for {word}", file.path);
        }
    }
}

#[test]
fn what_is_kept_of_a_file_is_what_the_file_says() {
    for file in FILES {
        let whole = std::fs::read_to_string(file.path).unwrap();
        let head: Vec<&str> = whole.lines().take_while(|l| l.starts_with("//!")).collect();
        assert!(
            !head.is_empty() && !file.about().is_empty(),
            "{}",
            file.path
        );
        let code = whole.split("#[cfg(test)]").next().unwrap();
        for line in code.lines().filter(|l| !l.trim_start().starts_with("//")) {
            for row in PARAMS {
                let asks = line.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == '.'));
                if asks.into_iter().any(|word| {
                    word == format!("p.{}", row.key) || word.starts_with(&format!("p.{}.", row.key))
                }) {
                    assert!(
                        file.reads().contains(&row.key),
                        "{} reads {}",
                        file.path,
                        row.key
                    );
                }
            }
        }
    }
}

/// Files of the model whose numbers are not the model's: machinery.
const MACHINERY: [&str; 3] = ["seed_words.rs", "table.rs", "trace.rs"];

/// Every file in the folder of the model and those in it.
fn model_files() -> impl Iterator<Item = PathBuf> {
    let mut folders = vec![PathBuf::from("src/sim")];
    let mut files = vec![];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let place = if path.is_dir() {
                &mut folders
            } else {
                &mut files
            };
            place.push(path);
        }
    }
    files.into_iter()
}

#[test]
fn every_fixed_number_of_the_model_is_on_the_page() {
    let html = page();
    let mut found = 0;
    for path in model_files().chain(["src/sim.rs".into()]) {
        if MACHINERY.iter().any(|m| path.ends_with(m)) {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        for line in text.lines().map(str::trim) {
            let line = line.strip_prefix("pub ").unwrap_or(line);
            let Some((name, rest)) = line.strip_prefix("const ").and_then(|l| l.split_once(':'))
            else {
                continue;
            };
            let number = rest.split_once("= ").is_some_and(|(_, value)| {
                let inside = value.trim_start_matches(['[', '(', '-']);
                inside.starts_with(|c: char| c.is_ascii_digit())
            });
            let named = name
                .chars()
                .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_');
            if number && named && !rest.contains("Action;") && !rest.contains("Event;") {
                found += 1;
                assert!(
                    html.contains(&format!("title=\"{name}\"")),
                    "{name} of {}",
                    path.display()
                );
            }
        }
    }
    assert!(found > 90, "only {found} numbers");
    assert!(month::constants().0 >= found);
}

#[test]
fn every_symbol_is_explained_once_and_used() {
    let state: BTreeSet<String> = explained(file("world")).into_iter().collect();
    let mut used_anywhere = BTreeSet::new();
    for sector in SECTORS {
        let file = file(sector.file);
        let own = explained(file);
        let distinct: BTreeSet<&String> = own.iter().collect();
        assert_eq!(own.len(), distinct.len(), "{}: {own:?}", file.path);
        let mut used = BTreeSet::new();
        for line in equations(file) {
            let equation =
                math::read(line).unwrap_or_else(|e| panic!("{}: {e} in {line}", file.path));
            for symbol in equation.symbols() {
                let (here, there) = (own.contains(&symbol), state.contains(&symbol));
                assert!(
                    here || there,
                    "{}: {symbol} is not explained: {line}",
                    file.path
                );
                assert!(
                    !(here && there),
                    "{}: {symbol} is explained in two files",
                    file.path
                );
                used.insert(symbol);
            }
        }
        for symbol in &own {
            assert!(
                used.contains(symbol),
                "{}: {symbol} is explained and not used",
                file.path
            );
        }
        used_anywhere.extend(used);
    }
    for symbol in state
        .iter()
        .filter(|s| !["i", "j", "k", "d"].contains(&s.as_str()))
    {
        assert!(
            used_anywhere.contains(symbol),
            "{symbol} of the state is not used"
        );
    }
}

#[test]
fn what_equations_name_is_what_their_files_read() {
    let shared = ["sim", "world", "domains", "pace"]
        .map(|name| file(name).reads())
        .concat();
    for sector in SECTORS {
        let file = file(sector.file);
        let value = month::values(file);
        for key in month::parameters(file)
            .into_iter()
            .filter(|key| !key.starts_with("company."))
        {
            let read = file.reads().contains(&key) || shared.contains(&key);
            assert!(
                read,
                "{}: an equation has {key}, which the file does not read",
                file.path
            );
        }
        for line in equations(file) {
            for name in math::read(line).unwrap().names() {
                assert!(
                    value(&name).is_some(),
                    "{}: there is no number {name}",
                    file.path
                );
            }
        }
    }
}

#[test]
fn words_of_equations_are_functions_or_symbols() {
    assert!(FUNCTIONS.windows(2).all(|pair| pair[0] < pair[1]));
    for line in ["a_i/", "(a", "a ^", "2 * 3", "a)"] {
        assert!(math::read(line).is_err(), "{line}");
    }
}

#[test]
fn equations_become_mathml() {
    let shown = |line: &str| math::read(line).unwrap().inline();
    assert_eq!(
        shown("a^i/2"),
        "<math><mrow><mfrac><msup><mi>a</mi><mi>i</mi></msup><mn>2</mn></mfrac></mrow></math>"
    );
    assert_eq!(
        shown("(a = b)/c"),
        "<math><mrow><mfrac><mrow><mi>a</mi><mo>=</mo><mi>b</mi></mrow><mi>c</mi></mfrac></mrow></math>"
    );
    // A function and its argument are one numerator; brackets grow with fractions only.
    assert!(shown("exp(a)/b").starts_with("<math><mrow><mfrac><mrow><mi>exp</mi>"));
    assert!(shown("(a)").contains("<mo stretchy=\"false\">(</mo>"));
    assert!(shown("(a/b)").contains("<mo stretchy=\"true\">(</mo>"));
    assert!(
        shown("(−a − b)").contains("<mo form=\"prefix\">−</mo><mi>a</mi><mo form=\"infix\">−</mo>")
    );
    assert!(shown("a_i").contains("<msub><mi>a</mi><mpadded"));
    assert!(shown("Σ_j a_j").contains("<munder><mo>∑</mo><mi>j</mi></munder>"));
    assert!(shown("x < y").contains("<mo>&lt;</mo>"));
    let sum = math::read("a_i^ℓ x_{i,cap} x̄_cap Q̄_i ΔF_d X_{q−3} Δt")
        .unwrap()
        .symbols();
    assert_eq!(
        sum,
        ["a^ℓ", "x_cap", "x\u{304}_cap", "Q\u{304}", "ΔF", "X", "Δt"]
    );
}

/// Every opened element is closed in its turn, and no text has a bare sign of markup.
#[test]
fn the_page_is_well_formed() {
    let case = crate::theory::cases().swap_remove(0);
    let fact = crate::study::facts::all().swap_remove(0);
    let finding = fact.measure(16);
    let findings = Findings {
        cases: Some(vec![case]),
        facts: Some(vec![(fact, finding)]),
        backcasts: Some(crate::study::backcast::all()),
    };
    for section in model_page(&findings) {
        assert_balanced(&section.element());
    }
    let page = whole_page(&findings);
    // A style sheet is no text: its signs are its own.
    let page = page.replace(STYLE, "");
    let body = page.split("<body").nth(1).unwrap();
    // A style is not markup.
    let (before, style) = body.split_once("<style>").unwrap();
    let body = format!("{before}{}", style.split_once("</style>").unwrap().1);
    assert_balanced(&format!("<body{}", body.strip_suffix("</html>\n").unwrap()));
}

fn assert_balanced(html: &str) {
    let mut open: Vec<&str> = vec![];
    for piece in html.split('<').skip(1) {
        let (tag, text) = piece
            .split_once('>')
            .unwrap_or_else(|| panic!("a bare < before {piece}"));
        assert!(!text.contains('>'), "a bare > in {text}");
        for (at, _) in text.match_indices('&') {
            let entity = text[at..].split(';').next().unwrap();
            assert!(
                ["&amp", "&lt", "&gt", "&quot", "&#39"].contains(&entity),
                "a bare & in {text}"
            );
        }
        if tag.starts_with("!--") {
            continue;
        }
        match tag.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "…{}", &piece[..piece.len().min(60)]),
            None if tag.ends_with('/') => {}
            None => open.push(tag.split(' ').next().unwrap()),
        }
    }
    assert!(open.is_empty(), "{open:?} stay open");
}

#[test]
fn counts_are_counted() {
    let html = page();
    assert!(html.contains(&format!("<p>{} parameters decide a scenario", PARAMS.len())));
    let graded: usize = [
        crate::sim::table::Grade::V,
        crate::sim::table::Grade::M,
        crate::sim::table::Grade::D,
        crate::sim::table::Grade::J,
    ]
    .into_iter()
    .map(tables::graded)
    .sum();
    assert_eq!(graded, PARAMS.len() + FIGURES.len());
    let cases = crate::theory::cases();
    let passed = cases.iter().filter(|c| c.passes()).count();
    assert!(
        validation(Some(&cases))
            .contains(&format!("<b>{passed} of {} cases pass</b>", cases.len()))
    );
}

/// Nothing within the sections is set by hand: a page in the application can style all of it.
#[test]
fn the_style_applies_to_the_page_only() {
    for rule in STYLE.split('}') {
        let selector = rule
            .split('{')
            .next()
            .unwrap()
            .split("*/")
            .last()
            .unwrap()
            .trim();
        if !selector.is_empty() && !selector.starts_with('@') {
            assert!(
                selector.contains("model-"),
                "{selector} applies outside the page"
            );
        }
    }
    assert!(!page().contains(" style="));
}
