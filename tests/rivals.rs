//! How companies decide: every action is taken by somebody who plays by rule, and quantal response responds.

use after_the_leak::sim::actions::ACTIONS;
use after_the_leak::sim::happenings::Happening;
use after_the_leak::sim::metrics::Metric;
use after_the_leak::sim::presets::PRESETS;
use after_the_leak::sim::{Scenario, Wish, run_lanes};
use after_the_leak::study::Ensemble;
use std::collections::BTreeMap;

const BATCHES: u32 = 16;

/// How often each action was taken over the futures of a scenario.
fn actions_taken(scenario: &Scenario, taken: &mut BTreeMap<&'static str, usize>) {
    for batch in 0..BATCHES {
        let trace = run_lanes(scenario, 8 * batch, &Wish::everything());
        for lane in 0..8 {
            for (_, _, what) in trace.happenings(lane) {
                if let Happening::Action(action) = what {
                    *taken.entry(action.row().id).or_default() += 1;
                }
            }
        }
    }
}

#[test]
fn every_action_is_taken_by_some_company_that_plays_by_rule() {
    let mut taken = BTreeMap::new();
    for place in 0..PRESETS.len() {
        let mut scenario = Scenario::preset(place);
        scenario.script.clear();
        actions_taken(&scenario, &mut taken);
        // The patient ones: a victim that waits, and an open lab whose owner wants it closed.
        scenario.set("meta.strategy", "hold");
        scenario.set("open-lab.strategy", "closed-fast");
        actions_taken(&scenario, &mut taken);
    }
    let never: Vec<_> = ACTIONS
        .iter()
        .map(|row| row.id)
        .filter(|id| !taken.contains_key(id))
        .collect();
    // What a company says about its leak is for players to decide.
    assert_eq!(
        never,
        ["own-it", "call-it-a-signal", "crash-programme"],
        "taken: {taken:?}"
    );
}

#[test]
fn a_company_that_never_acts_takes_no_action() {
    let mut taken = BTreeMap::new();
    actions_taken(&Scenario::named("baseline").expect("a preset"), &mut taken);
    assert!(taken.is_empty(), "{taken:?}");
}

/// Log valuation of the frontier lab at the end, alone among steady rivals, at a given rationality; by future.
fn log_value(preset: &str, rationality: &str) -> Vec<f64> {
    let mut scenario = Scenario::named(preset).expect("a preset");
    for rival in ["meta", "challenger", "cloud-giant", "open-lab"] {
        scenario.set(&format!("{rival}.strategy"), "steady");
    }
    scenario.set("frontier-lab.strategy", "closed-fast");
    scenario.set("rivals", "quantal-response");
    scenario.set("rationality", rationality);
    let ensemble = Ensemble::run(&scenario, 512, &[Metric::Valuation]);
    let values = ensemble.across(Metric::Valuation, 1, ensemble.samples - 1);
    values
        .into_iter()
        .map(|v| libm::log(f64::from(v).max(1e-3)))
        .collect()
}

#[test]
fn a_more_rational_company_is_worth_more() {
    for preset in ["baseline", "meta-agent"] {
        let (random, better) = (log_value(preset, "0"), log_value(preset, "10"));
        let gains: Vec<f64> = better.iter().zip(&random).map(|(b, r)| b - r).collect();
        let n = gains.len() as f64;
        let mean = gains.iter().sum::<f64>() / n;
        let error = (gains.iter().map(|g| (g - mean) * (g - mean)).sum::<f64>() / n / n).sqrt();
        println!("{preset}: rationality 10 against 0: {mean:.3} ± {error:.3} in log value");
        assert!(mean > 4.0 * error, "{preset}: {mean:.3} ± {error:.3}");
    }
}

#[test]
fn quantal_response_is_a_matter_of_degree() {
    let openings = |rationality: &str| {
        let mut scenario = Scenario::named("meta-agent").expect("a preset");
        scenario.set("rivals", "quantal-response");
        scenario.set("rationality", rationality);
        let mut taken = BTreeMap::new();
        actions_taken(&scenario, &mut taken);
        taken
    };
    let (random, strict) = (openings("0"), openings("20"));
    let count =
        |taken: &BTreeMap<&'static str, usize>, id: &str| taken.get(id).copied().unwrap_or(0);
    for id in ["hold", "launch-now", "open-weights"] {
        assert!(count(&random, id) > 0, "a random company never does {id}");
    }
    // What pays in the company's own expectation becomes more frequent with reason, what costs becomes rare.
    assert!(
        count(&strict, "launch-now") > 2 * count(&random, "launch-now"),
        "{strict:?} against {random:?}"
    );
    assert!(
        10 * count(&strict, "open-weights") < count(&random, "open-weights"),
        "{strict:?} against {random:?}"
    );
}
