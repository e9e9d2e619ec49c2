//! The list of facts is well made; that they hold is tested with all futures in `tests/facts.rs`.

use super::*;
use std::collections::BTreeSet;

#[test]
fn every_arm_can_be_taken_as_written() {
    for fact in all() {
        for arm in &fact.arms {
            let (_, notes) = arm.scenario();
            assert!(notes.is_empty(), "{}, {}: {notes:?}", fact.id, arm.label);
        }
    }
}

#[test]
fn ids_are_unique_and_claims_are_sentences() {
    let mut ids = BTreeSet::new();
    for fact in all() {
        assert!(ids.insert(fact.id), "{} twice", fact.id);
        assert!(fact.claim.ends_with('.'), "{}", fact.id);
        assert!(!fact.source.is_empty(), "{}", fact.id);
        assert!(reading::fits(&fact.reading), "{}", fact.id);
    }
}

#[test]
fn arms_fit_what_is_compared() {
    for fact in all() {
        let n = fact.arms.len();
        let fits = match fact.compare {
            Compare::Value => n == 1,
            Compare::Step => n >= 2,
            Compare::Ratio => n >= 2 && n % 2 == 0,
        };
        assert!(fits, "{} has {n} arms", fact.id);
    }
}

#[test]
fn a_fact_alone_comes_out_as_among_those_that_share_its_arms() {
    let facts = &experiments()[0];
    let together = measure(facts, 16);
    assert_eq!(together[1], facts[1].measure(16));
}

#[test]
fn expectations_ask_for_a_margin() {
    assert!(Expected::Higher.margin((1.0, 0.2)) > 0.0);
    assert!(Expected::Higher.margin((1.0, 0.3)) < 0.0);
    assert!(Expected::Higher.margin((0.0, 0.0)) <= 0.0);
    assert!(Expected::Lower.margin((-1.0, 0.2)) > 0.0);
    assert!(Expected::Within(-1.0, 1.0).margin((0.5, 0.2)) < 0.0);
    assert!(Expected::Same.margin((0.5, 0.2)) > 0.0);
    assert!(Expected::Higher.margin((f64::NAN, 0.0)).is_nan());
}

#[test]
fn a_ratio_of_means_has_the_error_of_the_delta_method() {
    // Second = half the first, exactly: no error at all.
    let first: Vec<f64> = (1..100).map(f64::from).collect();
    let second = first.iter().map(|v| v / 2.0).collect();
    let (ratio, error) = mean(&Ratio::of(&[first, second]).influence);
    assert!((ratio - 0.5).abs() < 1e-12 && error < 1e-12);
}
