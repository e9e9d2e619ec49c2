//! The commands that hold the model against the literature and against history.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]

use after_the_leak::study::{backcast, facts, tournament};
use after_the_leak::theory;
use serde_json::Value;
use std::process::{Command, Output, Stdio};

fn output(args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_after-the-leak"));
    command.args(args).stdin(Stdio::null());
    command.output().expect("the program starts")
}

/// What a command that must succeed prints; nothing may be said on the error output.
fn good(args: &[&str]) -> String {
    let output = output(args);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{args:?}");
    assert_eq!(output.status.code(), Some(0), "{args:?}");
    String::from_utf8(output.stdout).expect("text")
}

fn json(args: &[&str]) -> Value {
    serde_json::from_str(&good(args)).expect("JSON")
}

/// What a command that must refuse its input says.
fn refused(args: &[&str]) -> String {
    let output = output(args);
    assert_eq!(output.status.code(), Some(2), "{args:?}");
    assert_eq!(String::from_utf8_lossy(&output.stdout), "", "{args:?}");
    String::from_utf8(output.stderr).expect("text")
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().expect("a list")
}

#[test]
fn validation_shows_every_case_and_counts_them() {
    let cases = theory::cases();
    let results = json(&["validate", "--json"]);
    assert_eq!(list(&results, "cases").len(), cases.len());
    assert_eq!(results["passed"], cases.len());
    let total = cases.len();
    let text = good(&["validate"]);
    assert!(text.ends_with(&format!(
        "{total} of {total} cases are within their tolerance.\n"
    )));
    let lines = good(&["validate", "--csv"]);
    assert_eq!(lines.lines().count(), 1 + total);
    // Words narrow it down.
    let some = json(&["validate", "bass", "--json"]);
    let found = list(&some, "cases");
    assert!(!found.is_empty() && found.len() < total);
}

#[test]
fn facts_are_measured_and_named() {
    let args = [
        "facts",
        "opening-margin",
        "opening-revenue-1",
        "--futures",
        "64",
    ];
    let results = json(&[&args[..], &["--json"]].concat());
    let found = list(&results, "facts");
    assert_eq!((found.len(), &results["futures"]), (2, &Value::from(64)));
    assert_eq!(found[0]["passes"], true);
    assert!(found[0]["mean"].as_f64().is_some_and(|m| m < 0.0));
    let text = good(&args);
    assert!(text.contains("holds  opening-margin") && text.contains("2 of 2 facts hold"));
    assert_eq!(good(&[&args[..], &["--csv"]].concat()).lines().count(), 3);
    // An arm is a scenario.
    let long = good(&[&args[..], &["--long"]].concat());
    let words = long
        .lines()
        .find_map(|l| l.trim().strip_prefix("preset=baseline "))
        .expect("an arm's words");
    let words: Vec<&str> = words.split(' ').collect();
    good(&[&["run", "baseline"], &words[..]].concat());
    // Results do not depend on the number of threads.
    let one = good(&[&args[..], &["--threads", "1"]].concat());
    assert_eq!(one, good(&[&args[..], &["--threads", "3"]].concat()));
}

#[test]
fn a_fact_that_does_not_show_is_an_error() {
    // Sixteen futures are too few to tell these companies' small difference from luck.
    let output = output(&["facts", "severe-regulation", "--futures", "16"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stdout).contains("FAILS"));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(said, "1 of 1 facts do not hold.\n");
}

#[test]
fn unknown_facts_and_companies_are_refused_with_a_suggestion() {
    let said = refused(&["facts", "opening-margn"]);
    assert!(said.contains("Did you mean “opening-margin”?"), "{said}");
    let said = refused(&["tournament", "--company", "frontier-la"]);
    assert!(said.contains("frontier-lab"), "{said}");
    refused(&["tournament", "no_such_number=1"]);
}

#[test]
fn back_casts_are_printed_in_every_form() {
    let all = backcast::all();
    let results = json(&["backcast", "--json"]);
    assert_eq!(list(&results, "backcasts").len(), all.len());
    let points: usize = all.iter().map(|b| b.points.len()).sum();
    assert_eq!(good(&["backcast", "--csv"]).lines().count(), 1 + points);
    let text = good(&["backcast"]);
    assert!(all.iter().all(|b| text.contains(b.id)));
}

#[test]
fn a_tournament_has_a_best_strategy_for_each_goal() {
    let args = ["tournament", "standard-war", "--futures", "64"];
    let results = json(&[&args[..], &["--company", "open-lab", "--json"]].concat());
    assert_eq!(results["company"], "open-lab");
    let payoffs = list(&results, "payoffs");
    let strategies = tournament::meta_strategies().count();
    assert_eq!(payoffs.len(), strategies * tournament::JUDGED.len());
    let best = payoffs.iter().filter(|p| p["best"] == true).count();
    assert_eq!(best, tournament::JUDGED.len());
    assert!(
        payoffs
            .iter()
            .all(|p| p["behind"].as_f64().is_some_and(|b| b <= 0.0))
    );
    let text = good(&args);
    assert!(text.contains("Most valuable") && text.contains("behind the best"));
    let csv = good(&[&args[..], &["--csv"]].concat());
    assert_eq!(csv.lines().count(), 1 + payoffs.len());
}

/// The number of futures that facts are asked for is the one in which they are tested.
#[test]
fn the_usual_number_of_futures_is_the_tested_one() {
    let help = good(&["facts", "--help"]);
    assert!(help.contains(&format!("[default: {}]", facts::FUTURES)));
}

#[test]
fn a_game_is_told_turn_by_turn_and_its_link_tells_it_again() {
    let told = good(&[
        "play",
        "meta-agent",
        "goal=safety",
        "years=3",
        "--by",
        "random",
        "--brief",
    ]);
    for turn in ["Turn 0, month 4: ", "Turn 10, month 34: ", "You lead Meta"] {
        assert!(told.contains(turn), "{turn} in {told}");
    }
    let link = told.lines().last().expect("a link");
    let again = good(&["play", link, "--brief"]);
    let news = |text: &str| text.split_once("Turn 0").map(|(_, news)| news.to_string());
    assert_eq!(news(&told), news(&again));
    assert!(again.contains("Reproduced exactly."));
    let whole = good(&[
        "play",
        "meta-agent",
        "years=3",
        "player=meta",
        "orders=0:assess,3:hold",
    ]);
    for part in ["Not won.", "Luck: ", "What mattered", "Turning points"] {
        assert!(whole.contains(part), "{part} in {whole}");
    }
    assert!(refused(&["play", "meta-agent", "--by", "rul"]).contains("Did you mean “rule”?"));
}

#[test]
fn the_balance_counts_wins_of_every_player() {
    let args = "balance --games 5 --presets regulated --rivals by-rule --json";
    let said = output(&args.split(' ').collect::<Vec<_>>());
    let results: Value = serde_json::from_slice(&said.stdout).expect("JSON");
    let rows = list(&results, "rows");
    assert_eq!(rows.len(), 4);
    for row in rows {
        let wins = row["wins"].as_f64().expect("a share");
        assert!((0.0..=1.0).contains(&wins) && row["games"] == 5);
    }
    // It fails exactly where a better player does not win more often.
    let gaps = list(&results, "gaps").iter();
    let mut holds = gaps.map(|g| g["gap"].as_f64().expect("points") > 0.0);
    assert_eq!(said.status.success(), holds.all(|one| one));
    assert!(refused(&["balance", "--presets", "regulate"]).contains("“regulated”"));
    assert!(refused(&["balance", "--rivals", "kind"]).contains("“kind”"));
}
