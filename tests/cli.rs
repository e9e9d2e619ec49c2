//! The command line, as a person or a program meets it: output, refusals, exit codes.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]

use after_the_leak::sim::metrics::METRICS;
use after_the_leak::sim::params::PARAMS;
use after_the_leak::sim::presets::PRESETS;
use serde_json::Value;
use std::io::Read;
use std::process::{Command, Output, Stdio};

fn program(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_after-the-leak"));
    command.args(args).stdin(Stdio::null());
    command
}

fn output(args: &[&str]) -> Output {
    program(args).output().expect("the program starts")
}

/// What a command that must succeed prints; nothing may be said on the error output.
fn good(args: &[&str]) -> String {
    let output = output(args);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(
        (output.status.code(), said),
        (Some(0), String::new()),
        "{args:?}"
    );
    String::from_utf8(output.stdout).expect("text")
}

/// What a command that must refuse its input says.
fn refused(args: &[&str]) -> String {
    let output = output(args);
    assert_eq!(output.status.code(), Some(2), "{args:?}");
    assert_eq!(String::from_utf8_lossy(&output.stdout), "", "{args:?}");
    String::from_utf8(output.stderr).expect("text")
}

fn json(args: &[&str]) -> Value {
    serde_json::from_str(&good(args)).expect("JSON")
}

/// The fields of each line of a CSV; every line must have as many.
fn csv(args: &[&str]) -> Vec<Vec<String>> {
    let text = good(args);
    let lines: Vec<Vec<String>> = text.lines().map(fields).collect();
    for line in &lines {
        assert_eq!(line.len(), lines[0].len(), "{line:?}");
    }
    lines
}

/// Splits a line of CSV (RFC 4180).
fn fields(line: &str) -> Vec<String> {
    let (mut fields, mut quoted) = (vec![String::new()], false);
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(String::new()),
            c => fields.last_mut().expect("a field").push(c),
        }
    }
    fields
}

#[test]
fn run_prints_a_table_and_says_what_made_it() {
    let text = good(&["run", "baseline", "network_strength=3"]);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "preset=baseline network_strength=3");
    assert!(lines[1].starts_with("#v=1&preset=baseline&network_strength=3&fp="));
    assert!(text.contains("Developer share") && text.contains("Frontier lab"));
    let monthly = good(&["run", "baseline", "--monthly", "--metrics", "trust"]);
    assert_eq!(monthly.lines().count(), 3 + 3 + 61);
}

#[test]
fn run_gives_raw_numbers() {
    let rows = csv(&[
        "run",
        "baseline",
        "--csv",
        "--metrics",
        "valuation,regulation",
    ]);
    assert_eq!(
        rows[0],
        [
            "metric", "company", "unit", "future", "month", "value", "link"
        ]
    );
    // Five companies and the industry, at the start and after each of five years.
    assert_eq!(rows.len(), 1 + (5 + 1) * 6);
    assert!(
        rows[1..]
            .iter()
            .all(|row| row[5].parse::<f32>().is_ok_and(f32::is_finite))
    );
    let seen = json(&[
        "run",
        "baseline",
        "--json",
        "--monthly",
        "--metrics",
        "valuation",
    ]);
    assert_eq!(seen["months"].as_array().map(Vec::len), Some(61));
    assert_eq!(seen["series"].as_array().map(Vec::len), Some(5));
    assert_eq!(
        seen["series"][0]["values"].as_array().map(Vec::len),
        Some(61)
    );
    assert_eq!(seen["fingerprint"].as_str().map(str::len), Some(8));
}

#[test]
fn a_future_is_the_same_in_run_and_ensemble() {
    let metric = ["--metrics", "valuation", "--csv"];
    let last = |args: &[&str]| -> f32 {
        let rows = csv(args);
        rows[6][5].parse().expect("a number")
    };
    let futures: Vec<f32> = (0..8)
        .map(|k: u32| last(&[&["run", "--future", &k.to_string()][..], &metric].concat()))
        .collect();
    let least = futures.iter().copied().fold(f32::INFINITY, f32::min);
    let most = futures.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let rows = csv(&[&["ensemble", "--futures", "8"][..], &metric].concat());
    let range: Vec<f32> = rows[6][5..10]
        .iter()
        .map(|q| q.parse().expect("a number"))
        .collect();
    assert!(range.is_sorted() && least <= range[0] && range[4] <= most);
}

#[test]
fn ensembles_do_not_depend_on_threads() {
    let run = |threads| {
        good(&[
            "ensemble",
            "baseline",
            "--futures",
            "400",
            "--json",
            "--threads",
            threads,
        ])
    };
    assert_eq!(run("1"), run("3"));
}

#[test]
fn ensembles_count_who_comes_first() {
    let args = ["ensemble", "standard-war", "--futures", "64"];
    let results = json(&[&args[..], &["--json"]].concat());
    assert_eq!(results["futures"], 64);
    let shares = |outcome: &str| -> f64 {
        let all = results["outcomes"].as_array().expect("outcomes");
        let of = all.iter().filter(|o| o["outcome"] == outcome);
        of.filter_map(|o| o["share"].as_f64()).sum()
    };
    for outcome in ["sets-standard", "most-valuable", "first-proxy"] {
        assert!((shares(outcome) - 1.0).abs() < 1e-9, "{outcome}");
    }
    let text = good(&args);
    assert!(text.contains("sets the standard") && text.contains("nobody"));
    let rows = csv(&[&args[..], &["--csv", "--outcomes"]].concat());
    assert_eq!(rows.len(), 1 + 3 * 6 + 5 + 1);
    let rows = csv(&[&args[..], &["--csv"]].concat());
    assert_eq!((rows.len(), rows[0].len()), (1 + 3 * 5 * 6, 11));
}

#[test]
fn a_pasted_link_is_a_scenario_and_its_outcome_is_compared() {
    let made = json(&[
        "link",
        "standard-war",
        "years=6",
        "meta.name=Zoë & Söhne",
        "--json",
    ]);
    let link = format!(
        "https://example.org/sim/#{}",
        made["link"].as_str().expect("a link")
    );
    let opened = json(&["link", &link, "--json"]);
    assert_eq!(opened["words"], made["words"]);
    assert_eq!(opened["verdict"], "Reproduced exactly.");
    // Its words are a command line.
    let words = made["words"].as_str().expect("words");
    let spoken: Vec<&str> = words.split(' ').collect();
    let again = json(&[&["link", "--json"], &spoken[..]].concat());
    assert_eq!(again["link"], made["link"]);
    assert!(good(&["run", &link]).contains("Reproduced exactly."));
    assert!(good(&["run", &link]).contains("Zoë & Söhne"));
    // Another outcome is an error to those who ask about it.
    let fingerprint = made["fingerprint"].as_str().expect("a fingerprint");
    let forged = output(&["link", &link.replace(fingerprint, "00000000")]);
    assert_eq!(forged.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&forged.stdout).contains("Not reproduced"));
}

#[test]
fn bad_input_is_refused_in_sentences() {
    for (args, sentence) in [
        (vec!["run", "network_strength=99"], "outside 0 to 8"),
        (
            vec!["run", "network_strenght=3"],
            "Did you mean “network_strength”?",
        ),
        (
            vec!["run", "preset=standard-wars"],
            "Did you mean “standard-war”?",
        ),
        (vec!["run", "network_strength"], "not of the form key=value"),
        (vec!["run", "years=5", "years=6"], "more than once"),
        (vec!["run", "#v=9&preset=baseline"], "model 9"),
        (
            vec!["run", "--metrics", "valuations"],
            "Did you mean “valuation”?",
        ),
        (vec!["ensemble", "seed=amber"], "three words"),
        (vec!["params", "no such thing"], "No parameter contains"),
        (vec!["ensemble", "--futures", "0"], "--futures"),
        (vec!["rnu"], "unrecognized"),
    ] {
        let said = refused(&args);
        assert!(said.contains(sentence), "{args:?} said: {said}");
    }
    assert!(refused(&["run", "years=99"]).contains("--lenient"));
}

#[test]
fn lenient_takes_the_nearest() {
    let output = output(&["link", "baseline", "years=99", "--lenient"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&output.stderr).contains("99 became 10"));
    assert!(String::from_utf8_lossy(&output.stdout).starts_with("preset=baseline years=10\n"));
}

#[test]
fn tables_are_complete_in_every_form() {
    for (command, key, rows) in [
        ("presets", "id", PRESETS.len()),
        ("metrics", "id", METRICS.len()),
        ("params", "key", PARAMS.len() + 10),
    ] {
        let text = good(&[command]);
        let lines = csv(&[command, "--csv"]);
        assert_eq!(lines.len(), 1 + rows, "{command}");
        let all = json(&[command, "--json"]);
        let list = all[command].as_array().expect("a list");
        assert_eq!(list.len(), rows, "{command}");
        for row in list {
            assert!(text.contains(row[key].as_str().expect("a name")), "{row}");
        }
    }
    let few = good(&["params", "network", "strength"]);
    assert!(few.starts_with("network_strength=2  "), "{few}");
    assert!(few.contains("judgement: "), "{few}");
}

#[test]
fn every_command_explains_itself() {
    for command in [
        "run", "ensemble", "link", "params", "presets", "metrics", "bench",
    ] {
        assert!(good(&[command, "--help"]).contains("Usage: after-the-leak"));
        assert!(good(&["--help"]).contains(command));
    }
    assert!(good(&["run", "--help"]).contains("preset=meta-agent network_strength=3"));
}

#[test]
fn a_reader_who_stops_does_no_harm() {
    let mut child = program(&["run", "--monthly", "--metrics", "all"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    let mut said = String::new();
    let mut err = child.stderr.take().expect("an error output");
    err.read_to_string(&mut said).expect("text");
    let code = child.wait().expect("an end").code();
    assert_eq!((code, said.as_str()), (Some(0), ""));
}
