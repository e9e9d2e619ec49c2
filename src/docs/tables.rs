//! The six tables of the model, as tables for people.

use super::html::{
    body_row, cited, code, escape, figure, framed, grade, headed, range, row_link, table,
};
use super::{Section, month};
use crate::chart::Unit;
use crate::chart::Written;
use crate::sim::actions::ACTIONS;
use crate::sim::companies::{Archetype, COMPANIES, FIGURES, STRATEGIES};
use crate::sim::events::{EVENTS, Scope};
use crate::sim::metrics::{METRICS, MetricRow, Of};
use crate::sim::orders::{DIALS, LEVELS, Level, Order};
use crate::sim::params::PARAMS;
use crate::sim::presets::PRESETS;
use crate::sim::table::{Grade, Row};

/// The part of the page these sections stand in.
const PART: &str = "The tables";

/// All tables.
pub(super) fn sections() -> Vec<Section> {
    vec![
        Section::new("parameters", PART, "Parameters", parameters()),
        Section::new("companies", PART, "Companies", companies()),
        Section::new("presets", PART, "Presets", presets()),
        Section::new("events", PART, "Events", events()),
        Section::new("actions", PART, "Actions", actions()),
        Section::new("metrics", PART, "Metrics", metrics()),
    ]
}

/// How many of the rows have this grade.
pub(super) fn graded(of: Grade) -> usize {
    PARAMS
        .iter()
        .chain(FIGURES)
        .filter(|row| row.grade == of)
        .count()
}

const GRADES: [(Grade, &str); 4] = [
    (Grade::V, "seen in the named source"),
    (
        Grade::M,
        "from the literature as commonly quoted; the page was not checked",
    ),
    (Grade::D, "derived, and checked numerically"),
    (Grade::J, "judgement: no observation settles it"),
];

/// What the letters mean, and how many rows have each.
pub(super) fn grades() -> String {
    let items =
        GRADES.map(|(of, about)| format!("<li>{} {}: {about}.</li>\n", grade(of), graded(of)));
    format!("<ul class=\"grades\">\n{}</ul>\n", items.concat())
}

const HEADS: [&str; 5] = ["Parameter", "Default", "Likely", "Range", "Founded on"];

fn parameters() -> String {
    let mut html = format!(
        "<p>{} parameters decide a scenario, and {} figures describe each company at the start. Each has a range that the \
         controls allow and a likely range that one would defend; studies draw from the likely range. The letter says how well the \
         number is founded.</p>\n{}",
        PARAMS.len(),
        FIGURES.len(),
        grades()
    );
    let readers = month::readers();
    for group in PARAMS.chunk_by(|a, b| a.group == b.group) {
        let name = group[0].group;
        let rows = group.iter().map(|row| {
            let read_by = readers.get(row.key).map_or("", String::as_str);
            number(row, "param", read_by)
        });
        html += &format!(
            "<h3>{}</h3>\n{}",
            escape(name),
            framed(name, "numbers", &HEADS, rows)
        );
    }
    html
}

/// A row of a table of numbers, with its anchor; `read_by` are links to sectors.
fn number(row: &Row, kind: &str, read_by: &str) -> String {
    let key = row.key;
    let control = match kind {
        "param" => format!(
            " <button type=\"button\" class=\"to-control\" data-key=\"{key}\">Move the slider</button>"
        ),
        _ => String::new(),
    };
    let readers = match read_by {
        "" => String::new(),
        sectors => format!("<p class=\"reads\">Read by {sectors}</p>"),
    };
    let name = format!(
        "<span class=\"label\">{}</span> {}<p>{}</p>{control}",
        escape(row.label),
        code(key),
        escape(row.help)
    );
    let unit = match row.choices {
        [] if row.unit != "–" => format!(" <span class=\"unit\">{}</span>", escape(row.unit)),
        _ => String::new(),
    };
    let choice = |value: f64| row.choices.get(value as usize).map(|c| escape(c));
    let shown = |value: f64| choice(value).unwrap_or_else(|| figure(value));
    let (likely, all) = match row.choices {
        [] => (range(row.likely.0, row.likely.1), range(row.min, row.max)),
        choices => ("–".to_string(), escape(&choices.join(", "))),
    };
    let source = format!("{} {}{readers}", grade(row.grade), cited(row.source));
    let cells = [
        name,
        format!("<b>{}</b>{unit}", shown(row.default)),
        likely,
        all,
        source,
    ];
    body_row(&format!(" id=\"{kind}-{key}\""), &HEADS, &cells)
}

fn companies() -> String {
    let usual = crate::sim::presets::COMPANIES_USUAL;
    let mut html = format!(
        "<p>Two to {} companies race; the first {usual} of this table in every preset. The first company of a scenario is the one whose project \
         leaks. Names stand for kinds of company; any can be changed, and so can every figure.</p>\n",
        crate::sim::companies::MAX_COMPANIES
    );
    let entry = |c: &Archetype| {
        format!(
            "<div><dt>{} {}</dt><dd>{}</dd></div>\n",
            escape(c.name),
            code(c.id),
            escape(c.about)
        )
    };
    html += &format!(
        "<dl class=\"entries\">\n{}</dl>\n",
        COMPANIES.iter().map(entry).collect::<String>()
    );
    let heads: Vec<&str> = ["Company"]
        .into_iter()
        .chain(FIGURES.iter().map(|f| f.label))
        .collect();
    let meant = |f: &Row| format!("<a href=\"#figure-{}\">{}</a>", f.key, escape(f.label));
    let linked: Vec<String> = ["Company".to_string()]
        .into_iter()
        .chain(FIGURES.iter().map(meant))
        .collect();
    let rows = COMPANIES.iter().map(|c| {
        let value = |(place, row): (usize, &Row)| {
            let v = c.start.get(place);
            row.choices
                .get(v as usize)
                .map_or_else(|| figure(v), |name| escape(name))
        };
        let cells = [format!("<span class=\"label\">{}</span>", escape(c.name))].into_iter();
        body_row(
            "",
            &heads,
            &cells
                .chain(FIGURES.iter().enumerate().map(value))
                .collect::<Vec<_>>(),
        )
    });
    html += "<h3>Figures at the start</h3>\n<p>The head of a column leads to what its figures are founded on.</p>\n";
    html += &headed("Companies at the start", "companies", &linked, rows);
    html += "<h3>What the figures mean</h3>\n";
    let rows = FIGURES.iter().map(|row| number(row, "figure", ""));
    html += &framed("Figures of a company", "numbers", &HEADS, rows);
    html + "<h3>Strategies</h3>\n<p>A company that decides by rule follows one of these.</p>\n"
        + &strategies()
}

fn strategies() -> String {
    let heads = [
        "Strategy",
        "Steers to openness",
        "Launches × usual",
        "Least safety",
        "More for agents",
        "Manner",
        "Founded on",
    ];
    table(
        "Strategies",
        &heads,
        STRATEGIES.iter().map(|s| {
            let manner: Vec<&str> = [
                (!s.acts, "never changes course"),
                (s.eager, "eager"),
                (s.careful, "careful"),
            ]
            .into_iter()
            .filter_map(|(is, word)| is.then_some(word))
            .collect();
            vec![
                format!(
                    "<span class=\"label\">{}</span><p>{}</p>",
                    escape(s.id),
                    escape(s.about)
                ),
                figure(s.openness),
                figure(s.cadence),
                figure(s.safety_floor),
                figure(s.agents_extra),
                if manner.is_empty() {
                    "–".to_string()
                } else {
                    manner.join(", ")
                },
                grade(Grade::J),
            ]
        }),
    )
}

fn presets() -> String {
    let mut html = format!(
        "<p>{} named starting points, written as the words that differ from the defaults. A published preset does not change within a version \
         of the model: links are differences from it.</p>\n<dl class=\"entries\">\n",
        PRESETS.len()
    );
    for preset in PRESETS {
        let words: Vec<String> = preset.words.split_whitespace().map(word).collect();
        html += &format!(
            "<div><dt>{} {}</dt><dd><p>{}</p><p class=\"words\">{}</p><p class=\"source\">{}</p></dd></div>\n",
            escape(preset.name),
            code(preset.id),
            escape(preset.story),
            words.join(" "),
            cited(preset.source)
        );
    }
    html + "</dl>\n"
}

/// A word of a preset; a parameter's is a link to its row.
fn word(word: &str) -> String {
    match word
        .split_once('=')
        .and_then(|(key, _)| row_link(key).map(|_| key))
    {
        Some(key) => format!("<a href=\"#param-{key}\"><code>{}</code></a>", escape(word)),
        None => code(word),
    }
}

fn events() -> String {
    let heads = ["Event", "Happens to", "Per year", "Strength", "Founded on"];
    let rows = EVENTS.iter().map(|row| {
        let hazard = if row.hazard > 0.0 {
            figure(row.hazard)
        } else {
            "by its sector".to_string()
        };
        let cells = [
            format!(
                "<span class=\"label\">{}</span> {}<p>{}</p>{}",
                escape(row.label),
                code(row.id),
                escape(row.help),
                month::numbers_of("events", row.id)
            ),
            match row.scope {
                Scope::One => "a company",
                Scope::All => "all",
            }
            .to_string(),
            hazard,
            format!(
                "{} <span class=\"unit\">{}</span>",
                figure(row.amount),
                escape(row.unit)
            ),
            format!("{} {}", grade(row.grade), cited(row.source)),
        ];
        body_row(&format!(" id=\"event-{}\"", row.id), &heads, &cells)
    });
    let chance = EVENTS.iter().filter(|row| row.hazard > 0.0).count();
    format!(
        "<p>{} events; {chance} of them have a hazard here, an expected number per year that {} multiplies. The others come from their \
         sectors. A script may ask for any. The letter and the source say how well it is known that such things happen; how often \
         and how strongly is judgement where the source does not say it.</p>\n{}",
        EVENTS.len(),
        row_link("surprise_rate").unwrap_or_default(),
        framed("Events", "", &heads, rows)
    )
}

fn actions() -> String {
    let heads = [
        "Action",
        "Costs",
        "Takes effect after",
        "Strength",
        "Modelled on",
    ];
    let rows = ACTIONS.iter().map(|row| {
        let cells = [
            format!(
                "{}{}",
                named(row.label, row.id, row.help),
                month::numbers_of("actions", row.id)
            ),
            cost(row.cost),
            delay(row.delay),
            format!(
                "{} <span class=\"unit\">{}</span>",
                figure(row.amount),
                escape(row.unit)
            ),
            format!("{} {}", grade(Grade::J), cited(row.source)),
        ];
        body_row(&format!(" id=\"action-{}\"", row.id), &heads, &cells)
    });
    format!(
        "<p>{} actions, in the order in which a company considers them. Costs, delays and effects are judgement; the last column says what \
         each is modelled on.</p>\n{}<h3>Standing policy</h3>\n{}",
        ACTIONS.len(),
        framed("Actions", "", &heads, rows),
        policy()
    )
}

/// What a player may set besides taking moves.
fn policy() -> String {
    let heads = ["Level", "Of", "Costs", "Takes effect after", "Source"];
    let rows = (0..LEVELS.len()).map(|k| {
        let level = Level(k);
        let dial = DIALS.iter().find(|(dial, _)| *dial == level.row().dial);
        vec![
            named(level.row().label, level.row().id, level.row().help),
            dial.map_or("", |(_, name)| name).to_string(),
            cost(level.row().cost),
            delay(Order::Level(level).delay()),
            "Judgement".to_string(),
        ]
    });
    format!(
        "<p>A company that a person plays has {} dials besides its moves; a level stands until another is \
         ordered.</p>\n{}",
        DIALS.len(),
        table("Standing policy", &heads, rows)
    )
}

/// The cell of something that is ordered.
fn named(label: &str, id: &str, help: &str) -> String {
    format!(
        "<span class=\"label\">{}</span> {}<p>{}</p>",
        escape(label),
        code(id),
        escape(help)
    )
}

fn cost(billions: f64) -> String {
    match billions {
        0.0 => "nothing".to_string(),
        _ => Unit::UsdBillions.format(billions),
    }
}

fn delay(months: f64) -> String {
    match months {
        0.0 => "at once".to_string(),
        1.0 => "1 month".to_string(),
        _ => format!("{} months", figure(months)),
    }
}

fn metrics() -> String {
    let of = |of: Of| METRICS.iter().filter(|m| m.of == of).count();
    let mut html = format!(
        "<p>What may be seen of a run: {} metrics of each company and {} of the industry, every month.</p>\n",
        of(Of::Company),
        of(Of::Industry)
    );
    for (title, whose) in [
        ("Of a company", Of::Company),
        ("Of the industry", Of::Industry),
    ] {
        let rows = METRICS.iter().filter(|m| m.of == whose).map(metric);
        let heads = ["Metric", "Unit", "What it is"];
        html += &format!("<h3>{title}</h3>\n{}", table(title, &heads, rows));
    }
    html
}

fn metric(row: &MetricRow) -> Vec<String> {
    vec![
        format!(
            "<span class=\"label\">{}</span> {}",
            escape(row.label),
            code(row.id)
        ),
        escape(row.unit.name()),
        escape(row.help),
    ]
}
