//! The six tables are complete and agree with one another.

use after_the_leak::sim::Scenario;
use after_the_leak::sim::actions::ACTIONS;
use after_the_leak::sim::companies::{COMPANIES, FIGURES, STRATEGIES};
use after_the_leak::sim::events::EVENTS;
use after_the_leak::sim::happenings::Happening;
use after_the_leak::sim::metrics::{METRICS, Metric};
use after_the_leak::sim::params::PARAMS;
use after_the_leak::sim::presets::PRESETS;
use after_the_leak::sim::table::Row;

/// Each name once, in lower case with the given separator.
fn check_names<'a>(names: impl Iterator<Item = &'a str>, separator: char) {
    let mut seen = std::collections::BTreeSet::new();
    for name in names {
        assert!(seen.insert(name), "{name} stands twice");
        assert!(
            !name.is_empty()
                && name
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == separator),
            "{name} is not written in the house style"
        );
    }
}

fn check_row(row: &Row) {
    let key = row.key;
    assert!(row.min < row.max, "{key}: empty range");
    assert!(
        row.min <= row.default && row.default <= row.max,
        "{key}: default outside its range"
    );
    let (low, high) = row.likely;
    assert!(
        row.min <= low && low <= high && high <= row.max,
        "{key}: likely range outside the range"
    );
    assert!(
        low <= row.default && row.default <= high || key == "leak_reaction",
        "{key}: default is not likely"
    );
    assert!(
        !row.label.is_empty() && !row.unit.is_empty() && !row.source.is_empty(),
        "{key}: incomplete"
    );
    assert!(
        row.help.ends_with('.') && row.help.len() > 20,
        "{key}: help is not a sentence: {}",
        row.help
    );
    if !row.choices.is_empty() {
        assert_eq!(
            (row.min, row.max),
            (0.0, row.choices.len() as f64 - 1.0),
            "{key}: choices and range differ"
        );
    }
    assert!(row.step() > 0.0 && row.step() <= row.max - row.min);
    assert_eq!(row.nearest(f64::NAN), row.default);
    assert_eq!(row.nearest(f64::INFINITY), row.max);
}

#[test]
fn every_number_has_label_unit_range_default_source_and_help() {
    PARAMS.iter().chain(FIGURES).for_each(check_row);
    check_names(PARAMS.iter().map(|r| r.key), '_');
    check_names(FIGURES.iter().map(|r| r.key), '_');
    let mut labels = std::collections::BTreeSet::new();
    assert!(
        PARAMS.iter().all(|r| labels.insert((r.group, r.label))),
        "two parameters of a group share a label"
    );
}

#[test]
fn companies_and_strategies_are_consistent() {
    check_names(COMPANIES.iter().map(|c| c.id), '-');
    let strategy = FIGURES
        .iter()
        .find(|r| r.key == "strategy")
        .expect("a figure");
    assert!(
        strategy.choices.iter().eq(STRATEGIES.iter().map(|s| &s.id)),
        "choices and strategies differ"
    );
    for c in COMPANIES {
        for (place, row) in FIGURES.iter().enumerate() {
            let v = c.start.get(place);
            assert!(
                row.min <= v && v <= row.max,
                "{}.{} = {v} is outside its range",
                c.id,
                row.key
            );
        }
        assert!(c.about.ends_with('.') && !c.name.is_empty());
    }
}

#[test]
fn what_can_happen_is_numbered_named_and_told() {
    check_names(
        EVENTS
            .iter()
            .map(|r| r.id)
            .chain(ACTIONS.iter().map(|r| r.id)),
        '-',
    );
    for (n, happening) in Happening::all().enumerate() {
        assert_eq!(happening.place(), n);
        assert_eq!(Happening::by_id(happening.id()), Some(happening));
        assert!(!happening.label().is_empty() && !happening.news().text.is_empty());
        assert!(happening.news().weight <= 3);
    }
    for row in EVENTS {
        assert!(
            row.hazard >= 0.0
                && row.hazard < 1.0
                && row.help.ends_with('.')
                && !row.source.is_empty()
        );
    }
    for row in ACTIONS {
        assert!(
            row.cost >= 0.0
                && row.delay >= 0.0
                && row.help.ends_with('.')
                && !row.source.is_empty()
        );
    }
}

#[test]
fn metrics_are_numbered_named_and_explained() {
    check_names(METRICS.iter().map(|r| r.id), '-');
    for row in METRICS {
        assert_eq!(Metric::by_id(row.id), Some(row.metric));
        assert_eq!(row.metric.row().id, row.id);
        assert!(row.help.ends_with('.') && !row.label.is_empty());
    }
}

#[test]
fn presets_are_written_without_notes_and_differ() {
    check_names(PRESETS.iter().map(|p| p.id), '-');
    let mut seen: Vec<Scenario> = vec![];
    for (place, preset) in PRESETS.iter().enumerate() {
        let mut scenario = Scenario::preset(place);
        for word in preset.words.split_whitespace() {
            let (key, value) = word.split_once('=').expect("key=value");
            assert_eq!(
                scenario.set(key, value),
                Vec::<String>::new(),
                "{}: {word}",
                preset.id
            );
        }
        assert_eq!(
            scenario,
            Scenario::preset(place),
            "{}: words say the same twice",
            preset.id
        );
        assert!(
            scenario.words().is_empty(),
            "{} differs from itself",
            preset.id
        );
        scenario.preset = 0;
        assert!(!seen.contains(&scenario), "{} is like another", preset.id);
        seen.push(scenario);
        assert!(preset.story.ends_with('.') && !preset.source.is_empty());
    }
}

/// The mix at which growth has its stated rates is the table's default mix.
#[test]
fn the_usual_mix_is_the_default_mix() {
    use after_the_leak::sim::research::USUAL_MIX;
    let p = after_the_leak::sim::Params::default();
    assert_eq!(
        [p.efficiency_share, p.agents_share, p.security_share],
        [USUAL_MIX[1], USUAL_MIX[2], USUAL_MIX[4]]
    );
    assert!((USUAL_MIX.iter().sum::<f64>() - 1.0).abs() < 1e-12);
}
