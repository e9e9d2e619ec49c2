//! Yearly figures of every preset, as they were published: a change of the model shows here, line by line.

use after_the_leak::sim::Scenario;
use after_the_leak::sim::companies::COMPANIES;
use after_the_leak::sim::metrics::{METRICS, Metric, Of};
use after_the_leak::sim::presets::PRESETS;
use after_the_leak::study::Ensemble;
use std::path::PathBuf;

const FUTURES: usize = 128;

/// One line per metric and company: medians over the futures at the end of each year.
fn figures(scenario: &Scenario) -> String {
    let metrics: Vec<Metric> = METRICS.iter().map(|row| row.metric).collect();
    let ensemble = Ensemble::run(scenario, FUTURES, &metrics);
    let mut text = String::from("metric,company");
    for year in 0..=scenario.years {
        text += &format!(",year {year}");
    }
    text.push('\n');
    for row in METRICS {
        for i in 0..row.metric.series(ensemble.companies) {
            let who = if row.of == Of::Company {
                COMPANIES[scenario.companies[i].archetype].id
            } else {
                ""
            };
            text += &format!("{},{who}", row.id);
            let median = ensemble.median(row.metric, i);
            for sample in median.iter().step_by(12) {
                text += &format!(",{sample:.4e}");
            }
            text.push('\n');
        }
    }
    text
}

#[test]
fn yearly_figures_of_every_preset_are_as_published() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    for (place, preset) in PRESETS.iter().enumerate() {
        let path = folder.join(format!("{}.csv", preset.id));
        let ours = figures(&Scenario::preset(place));
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::create_dir_all(&folder).expect("writable");
            std::fs::write(&path, &ours).expect("writable");
            continue;
        }
        let published = std::fs::read_to_string(&path).unwrap_or_default();
        for (ours, published) in ours.lines().zip(published.lines()) {
            assert_eq!(ours, published, "{}", preset.id);
        }
        assert_eq!(
            ours.lines().count(),
            published.lines().count(),
            "{}",
            preset.id
        );
    }
}
