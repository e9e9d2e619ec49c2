//! The month: the order of the sectors, and each sector's words, equations, symbols, numbers and parameters.

use super::Section;
use super::html::{body_row, code, escape, find, framed, prose, row_link};
use super::math::{self, Values};
use super::source::{self, Constant, FILES, File, Part};
use crate::sim::SECTORS;
use crate::sim::companies::FIGURES;
use crate::sim::params::PARAMS;
use std::collections::{BTreeMap, BTreeSet};

/// The part of the page these sections stand in.
const PART: &str = "The month";

/// What several sectors use, and where it stands.
const SHARED: &[(&str, &str)] = &[
    ("world", "The state of the world"),
    ("domains", "Domains and stages"),
    ("pace", "Constant rates"),
    ("companies", "Companies"),
    ("presets", "Presets"),
    ("scenario", "Scenarios"),
    ("noise", "Streams of luck"),
    ("seed", "Seeds"),
    ("relax", "Relaxation"),
    ("catch_up", "Catching up"),
    ("precipice", "Racing to the precipice"),
    ("success", "Success and task length"),
    ("margin", "Margins"),
    ("orders", "Orders"),
    ("policy", "Standing policy"),
    ("needs", "What orders need"),
    ("choice", "Choice"),
    ("bass", "Adoption"),
    ("brock_hommes", "Narrative"),
    ("hawkes", "Excitation"),
    ("openness", "Why open source?"),
    ("quantile", "Counts and normal numbers"),
];

/// The order of the month, then the state, then sector by sector, then what they share.
pub(super) fn sections() -> Vec<Section> {
    let mut sections = vec![order(), state()];
    sections.extend(SECTORS.iter().map(|s| sector(s.file, s.name)));
    sections.push(shared());
    sections
}

/// How many numbers are fixed in the program, and how many of these are declared judgement.
pub(super) fn constants() -> (usize, usize) {
    let all: Vec<Constant> = FILES.iter().flat_map(File::constants).collect();
    let judged = all
        .iter()
        .filter(|c| c.about.to_lowercase().contains("judgement"))
        .count();
    (all.len(), judged)
}

/// By key of parameter: the sectors that read it, or have it in an equation, as links.
pub(super) fn readers() -> BTreeMap<&'static str, String> {
    let mut readers: BTreeMap<&'static str, String> = BTreeMap::new();
    for sector in SECTORS {
        let file = source::file(sector.file);
        let mut keys = parameters(file);
        keys.extend(file.reads());
        for key in keys {
            let links = readers.entry(key).or_default();
            let before = if links.is_empty() { "" } else { ", " };
            let name = escape(sector.name);
            links.push_str(&format!(
                "{before}<a href=\"#sector-{}\">{name}</a>",
                sector.file
            ));
        }
    }
    readers
}

fn order() -> Section {
    let mut html = String::from(
        "<p>A step is a month. In it the sectors act one after the other, each on what the ones before it have left:</p>\n<ol class=\"order\">\n",
    );
    for sector in SECTORS {
        let subject = source::file(sector.file).subject();
        let about = match sector.file {
            "sim" => "what the scenario’s script holds for this month happens.".to_string(),
            _ => prose(&subject, &|_| None),
        };
        html += &format!(
            "<li><a href=\"#sector-{}\">{}</a>: {about}</li>\n",
            sector.file,
            escape(sector.name)
        );
    }
    html += "</ol>\n<p>What is seen after a month’s steps belongs to the end of the month. Decisions and actions follow the \
        calendar; everything else follows exact maps of its equations, so that weekly steps give nearly the same outcomes. \
        Every equation below stands in the program beside the code that computes it; this page is made from there.</p>\n";
    Section::new("month", PART, "The order of the month", html)
}

fn state() -> Section {
    let file = source::file("world");
    let html = body(file) + &numbers(file);
    Section::new("state", PART, "The state", html)
}

fn sector(name: &str, title: &'static str) -> Section {
    let file = source::file(name);
    let subject = file.subject();
    let (first, rest) = subject.split_at(subject.chars().next().map_or(0, char::len_utf8));
    let subject = prose(&(first.to_uppercase() + rest), &values(file));
    let lead = match name {
        "sim" => String::new(),
        _ => format!("<p class=\"lead\">{subject}</p>\n"),
    };
    let html = lead + &body(file) + &numbers(file) + &reads(file);
    Section::new(format!("sector-{name}"), PART, title, html)
}

fn shared() -> Section {
    let mut html = String::from(
        "<p>These numbers are fixed in files that several sectors use, among them the published sub-models they call.</p>\n",
    );
    for (name, title) in SHARED.iter().filter(|(name, _)| *name != "world") {
        let file = source::file(name);
        let numbers = numbers(file);
        if !numbers.is_empty() {
            let about = prose(&file.about(), &values(file));
            html += &format!("<h3>{}</h3>\n<p>{about}</p>\n{numbers}", escape(title));
        }
    }
    Section::new("shared", PART, "What sectors share", html)
}

/// The values of constants as a file sees them: its own first, then those of others.
pub(super) fn values(file: &File) -> impl Fn(&str) -> Option<String> + use<> {
    let others = FILES
        .iter()
        .filter(|f| f.path.starts_with("src/sim"))
        .flat_map(File::constants);
    let known: Vec<Constant> = file.constants().into_iter().chain(others).collect();
    move |name| {
        let (name, place) = name.split_once('[').unwrap_or((name, ""));
        let found = known.iter().find(|c| c.name == name)?;
        let value = found.value.trim_matches(['[', ']']);
        match place.trim_end_matches(']').parse::<usize>() {
            Ok(place) => value.split(", ").nth(place).map(str::to_string),
            Err(_) => Some(value.to_string()),
        }
    }
}

/// Words, equations and symbols of a file, in its order, without its first sentence.
fn body(file: &File) -> String {
    let value = values(file);
    let mut html = String::new();
    let mut symbols = String::new();
    for part in file.head().into_iter().skip(1) {
        match part {
            Part::Words(words) => html += &format!("<p>{}</p>\n", prose(&words, &value)),
            Part::Equation(lines) => html += &equation(&lines, &value),
            Part::Symbol(symbol, meaning) => symbols += &defined(symbol, meaning, &value),
        }
    }
    if !symbols.is_empty() {
        html += &format!("<dl class=\"symbols\">\n{symbols}</dl>\n");
    }
    html
}

fn equation(lines: &[&str], value: Values) -> String {
    let rows: String = lines
        .iter()
        .enumerate()
        .map(|(k, line)| {
            let row = math::read(line).map_or_else(|_| escape(line), |m| m.mathml(value));
            let indent = if k > 0 {
                "<mspace width=\"2em\"></mspace>"
            } else {
                ""
            };
            format!("<mtr><mtd><mrow>{indent}{row}</mrow></mtd></mtr>")
        })
        .collect();
    format!(
        "<div class=\"equation\" role=\"group\" tabindex=\"0\" aria-label=\"Equation\">\
         <math display=\"block\"><mtable displaystyle=\"true\">{rows}</mtable></math></div>\n"
    )
}

/// A symbol and what it means: words, or the parameters it stands for.
fn defined(symbol: &str, meaning: &str, value: Values) -> String {
    let one = |symbol: &str| math::read(symbol).map_or_else(|_| escape(symbol), |m| m.inline());
    let shown = symbol.split(", ").map(one).collect::<Vec<_>>().join(", ");
    let keys: Vec<&str> = meaning.split(", ").collect();
    let links: Option<Vec<String>> = keys.iter().map(|key| row_link(key)).collect();
    let meaning = match links {
        Some(links) => {
            let units: BTreeSet<&str> = keys.iter().filter_map(|key| unit(key)).collect();
            let units = units
                .into_iter()
                .filter(|u| *u != "–")
                .map(escape)
                .collect::<Vec<_>>();
            let unit = if units.is_empty() {
                String::new()
            } else {
                format!(", <span class=\"unit\">{}</span>", units.join(", "))
            };
            format!("{}{unit}", links.join(", "))
        }
        None => prose(meaning, value),
    };
    format!("<div><dt>{shown}</dt><dd>{meaning}</dd></div>\n")
}

fn unit(key: &str) -> Option<&'static str> {
    let row = match key.strip_prefix("company.") {
        Some(figure) => find(FIGURES, figure),
        None => find(PARAMS, key),
    };
    row.map(|row| row.unit)
}

/// The parameters that the symbols of a file stand for.
pub(super) fn parameters(file: &File) -> BTreeSet<&'static str> {
    let meanings = file.head().into_iter().filter_map(|part| match part {
        Part::Symbol(_, meaning) => Some(meaning),
        _ => None,
    });
    meanings
        .flat_map(|m| m.split(", "))
        .filter(|key| row_link(key).is_some())
        .collect()
}

/// The numbers fixed in a file.
fn numbers(file: &File) -> String {
    let constants = file.constants();
    if constants.is_empty() {
        return String::new();
    }
    let heads = ["Number", "Value", "What it is"];
    let rows = constants.iter().map(|c| {
        let name = format!(
            "<span title=\"{}\">{}</span>",
            c.name,
            c.name.to_lowercase().replace('_', " ")
        );
        body_row(
            "",
            &heads,
            &[
                name,
                format!("<span class=\"value\">{}</span>", escape(&c.value)),
                judged(&c.about),
            ],
        )
    });
    let count = constants.len();
    let title = if count == 1 {
        "One number fixed".to_string()
    } else {
        format!("{count} numbers fixed")
    };
    format!(
        "<details class=\"numbers\"><summary>{title} in {}</summary>\n{}</details>\n",
        code(file.path),
        framed(&title, "constants", &heads, rows)
    )
}

/// A comment, its word about judgement set apart.
fn judged(about: &str) -> String {
    let about = about.replace("[`", "").replace("`]", "").replace('`', "");
    let words = about.trim_end_matches("Judgement.").trim_end();
    let mark = if words.len() < about.len() {
        " <span class=\"graded graded-J\">J <span>judgement</span></span>"
    } else {
        ""
    };
    format!("{}{mark}", escape(words))
}

/// The parameters a file reads.
fn reads(file: &File) -> String {
    let links: Vec<String> = file.reads().into_iter().filter_map(row_link).collect();
    match links.len() {
        0 => String::new(),
        count => format!(
            "<p class=\"reads\"><b>Reads {count} {}:</b> {}.</p>\n",
            if count == 1 {
                "parameter"
            } else {
                "parameters"
            },
            links.join(", ")
        ),
    }
}
