//! Every stylised fact holds, with all its futures.

use after_the_leak::link::Link;
use after_the_leak::study::facts::{FUTURES, all, experiments, measure};

#[test]
fn every_fact_holds() {
    let mut missed = vec![];
    for facts in experiments() {
        for (fact, finding) in facts.iter().zip(measure(&facts, FUTURES)) {
            let line = format!(
                "{:<26} {:>12.5} ± {:<10.5} expected {}",
                fact.id, finding.mean, finding.error, fact.expected
            );
            println!("{line}");
            assert!(finding.futures >= FUTURES);
            if !finding.passes {
                missed.push(line);
            }
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

/// An arm's words open as a link, and the link gives the arm's scenario.
#[test]
fn every_arm_opens_as_a_link() {
    for fact in all() {
        for arm in &fact.arms {
            let (link, problems) = Link::read(&arm.words);
            assert!(problems.is_empty(), "{}: {problems:?}", fact.id);
            assert_eq!(link.scenario, arm.scenario().0, "{}", fact.id);
        }
    }
}
