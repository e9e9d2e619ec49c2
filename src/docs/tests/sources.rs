//! From any number on the page to what it is founded on in at most two clicks, and no number without a name.

use super::super::works::{WORKS, cited};
use super::*;
use crate::theory::cases;

/// Tables whose rows hold what a run or a definition gives, and no figure that needs a source.
const COMPUTED: [&str; 4] = [
    "Of a company",
    "Of the industry",
    "Games won, by starting point and player",
    "Games won in all starting points, by rivals and player",
];

/// Whether a text says what it is founded on: a work or a section it leads to, or that it is judgement or convention.
fn founded(html: &str) -> bool {
    let words = html.to_lowercase();
    let leads = ["#work-", "#sector-", "#parameters", "#back-casts", "#month"];
    leads.iter().any(|l| html.contains(&format!("href=\"{l}")))
        || ["judgement", "by definition", "numerical.", "by symmetry"]
            .iter()
            .any(|mark| words.contains(mark))
}

/// The page with all that can be computed for it, in few futures.
fn whole() -> String {
    let facts = crate::study::facts::all();
    let findings = facts.into_iter().map(|fact| {
        let finding = fact.measure(8);
        (fact, finding)
    });
    whole_page(&Findings {
        cases: Some(cases()),
        facts: Some(findings.collect()),
        backcasts: Some(crate::study::backcast::all()),
    })
}

#[test]
fn every_row_says_what_it_is_founded_on() {
    let html = whole();
    assert!(!html.contains("odel §"), "a source that nobody can look up");
    let mut rows_seen = 0;
    for frame in html.split("<div class=\"frame\"").skip(1) {
        let table = frame.split("</table>").next().unwrap();
        let name = attributes(table, "aria-label")[0];
        let class = attributes(table, "class")[0];
        let (head, body) = table.split_once("<tbody>").unwrap();
        if class == "companies" {
            let columns = head.matches("<th ").count();
            assert_eq!(head.matches("href=\"#figure-").count(), columns - 1);
            continue;
        }
        // The source of all cases of a table stands above it; so does that of an observed series.
        if ["cases", "backcast"].contains(&class) || COMPUTED.contains(&name) {
            continue;
        }
        for row in body.split("<tr").skip(1) {
            rows_seen += 1;
            assert!(founded(row), "{name}: {row}");
        }
    }
    for group in html.split("<details class=\"cases\"").skip(1) {
        let above = group.split("<div").next().unwrap();
        assert!(founded(above), "{above}");
    }
    for entry in html.split("<p class=\"words\">").skip(1) {
        let entry = entry.split("</dd>").next().unwrap();
        assert!(founded(entry), "a preset: {entry}");
    }
    for (at, _) in html.match_indices("<div class=\"cast\"") {
        let above = html[..at].rsplit("<h3>").next().unwrap();
        assert!(above.contains("href=\"#observed-"), "{above}");
    }
    let tables = [
        PARAMS.len(),
        FIGURES.len(),
        crate::sim::companies::STRATEGIES.len(),
        crate::sim::events::EVENTS.len(),
        crate::sim::actions::ACTIONS.len(),
        crate::sim::policy::LEVELS.len(),
        crate::sim::goals::GOALS.len(),
        month::constants().0,
        crate::study::facts::all().len(),
        crate::study::history::history().len(),
    ];
    assert_eq!(rows_seen, tables.iter().sum::<usize>());
}

/// A letter above judgement needs somebody to ask.
#[test]
fn what_is_graded_above_judgement_names_a_work() {
    use crate::sim::table::Grade;
    let numbers = PARAMS
        .iter()
        .chain(FIGURES)
        .map(|r| (r.key, r.grade, r.source));
    let events = crate::sim::events::EVENTS
        .iter()
        .map(|r| (r.id, r.grade, r.source));
    let observed = crate::study::history::history();
    let observed = observed.into_iter().map(|o| (o.series, o.grade, o.source));
    let cases = cases().into_iter().map(|c| (c.source, c.grade, c.source));
    for (key, grade, source) in numbers.chain(events).chain(observed).chain(cases) {
        if grade != Grade::J {
            assert!(
                cited(source).contains("href=\"#"),
                "{key} is graded {grade:?}: {source}"
            );
        }
    }
}

#[test]
fn every_work_is_named_by_a_source() {
    let html = whole();
    for work in WORKS {
        assert!(
            html.contains(&format!("href=\"#work-{}\"", work.id)),
            "nothing names {}",
            work.full
        );
    }
}

#[test]
fn sources_become_links() {
    let link = "<a href=\"#work-mansfield\">Mansfield (1985)</a>";
    assert_eq!(cited("Mansfield (1985): rivals"), format!("{link}: rivals"));
    assert!(cited("two (Ho et al., 2024)").contains(">Ho et al., 2024</a>)"));
    assert!(cited("see “Regulation”").contains("href=\"#sector-regulation\">“Regulation”</a>"));
    assert_eq!(cited("“Nothing” < 1"), "“Nothing” &lt; 1");
}

/// Files of the model in which numbers count places or characters, or are a table of their own.
const TABLES: [&str; 7] = [
    "params",
    "companies",
    "presets",
    "metrics",
    "table",
    "seed_words",
    "policy",
];

/// Whether a literal needs no name: 0, 1, 12 or a power of ten.
fn is_plain(literal: &str) -> bool {
    let digits: String = literal.chars().filter(|c| *c != '_').collect();
    let value: f64 = digits.parse().unwrap_or(f64::NAN);
    let power = libm::log10(value);
    [0.0, 1.0, 12.0].contains(&value) || (power - power.round()).abs() < 1e-9
}

/// The numbers in a line of code, as written: not in names, strings, comments, indices or lengths.
fn literals(line: &str) -> Vec<String> {
    let code: String = line.split('"').step_by(2).collect::<Vec<_>>().join("");
    let code = code.split("//").next().unwrap().to_string();
    let mut found = vec![];
    let mut before = ' ';
    let mut rest = code.as_str();
    while let Some(c) = rest.chars().next() {
        let inside = |c: char| c.is_alphanumeric() || c == '_';
        if c.is_ascii_digit() && !inside(before) && !"[.".contains(before) {
            let mut end = rest
                .find(|c: char| !inside(c) && c != '.')
                .unwrap_or(rest.len());
            if rest[..end].ends_with('e') && rest[end..].starts_with('-') {
                let power = &rest[end + 1..];
                end += 1 + power.find(|c: char| !inside(c)).unwrap_or(power.len());
            }
            if let Some(range) = rest[..end].find("..") {
                end = range;
            }
            found.push(rest[..end].trim_end_matches('.').to_string());
            before = '0';
            rest = &rest[end..];
        } else {
            before = c;
            rest = &rest[c.len_utf8()..];
        }
    }
    found
}

#[test]
fn no_number_of_the_model_is_without_a_name() {
    assert_eq!(
        literals("x.lt(R::of(0.45)) + w.mix[4] * 1e-3 // 7"),
        ["0.45", "1e-3"]
    );
    for path in model_files() {
        if TABLES.iter().any(|name| path.file_stem().unwrap() == *name) {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap();
        for line in code.lines().map(str::trim) {
            let declares = line.contains("const ") || line.contains(" = \"");
            // A type with its length, and places in a script: `get(2)`, `len() < 2`.
            let marks = ["; ", ".get(", ".len()", "word(", "splitn("];
            let counts = marks.iter().any(|mark| line.contains(mark));
            if declares || counts {
                continue;
            }
            for literal in literals(line) {
                assert!(
                    is_plain(&literal),
                    "{}: {literal} in {line}",
                    path.display()
                );
            }
        }
    }
}
