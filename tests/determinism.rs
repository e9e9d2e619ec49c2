//! The same bits everywhere: fingerprints of every preset under three seeds, natively and in WebAssembly.
//!
//! The browser tests hold the built page against the same file.

use after_the_leak::game::Session;
use after_the_leak::link::{Link, fingerprint};
use after_the_leak::num::{Digest, Real};
use after_the_leak::sim::presets::PRESETS;
use after_the_leak::sim::seed::Seed;
use after_the_leak::sim::{Scenario, Wish, run_lanes};
use wasm_bindgen_test::wasm_bindgen_test;

const FINGERPRINTS: &str = include_str!("fingerprints.txt");
const SEEDS: [&str; 3] = ["amber-falcon-tide", "1", "18446744073709551615"];

/// The file as it should be: preset, seed, fingerprint.
fn written() -> String {
    let mut text = String::new();
    for (place, preset) in PRESETS.iter().enumerate() {
        for seed in SEEDS {
            let mut scenario = Scenario::preset(place);
            scenario.seed = Seed::read(seed).expect("a seed");
            text += &format!("{} {seed} {}\n", preset.id, fingerprint(&scenario));
        }
    }
    text
}

#[wasm_bindgen_test(unsupported = test)]
fn every_preset_has_its_fingerprint() {
    let ours = written();
    #[cfg(not(target_arch = "wasm32"))]
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(
            concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fingerprints.txt"),
            &ours,
        )
        .expect("writable");
        return;
    }
    for (ours, published) in ours.lines().zip(FINGERPRINTS.lines()) {
        assert_eq!(ours, published, "the bits of a published preset changed");
    }
    assert_eq!(ours.lines().count(), FINGERPRINTS.lines().count());
}

#[wasm_bindgen_test(unsupported = test)]
fn running_twice_gives_the_same_bits() {
    let scenario = Scenario::default();
    let (a, b) = (
        run_lanes(&scenario, 8, &Wish::everything()),
        run_lanes(&scenario, 8, &Wish::everything()),
    );
    assert_eq!(a.values(), b.values());
    for lane in 0..8 {
        assert_eq!(a.happenings(lane), b.happenings(lane));
    }
}

const GAMES: &str = include_str!("games.txt");
/// Games against rivals that look ahead: their decisions must be the same everywhere as well.
const PLAYED: [&str; 3] = [
    "v=1&preset=meta-agent&rivals=looking-ahead&player=meta&orders=0:assess.own-it,1:open-weights,3:launch-now,18:",
    "v=1&preset=standard-war&rivals=looking-ahead&player=challenger&goal=standard&orders=0:price-low,2:court-developers,9:",
    "v=1&preset=regulated&rivals=quantal-response&player=open-lab&goal=safety&orders=0:safety,5:reclose,11:",
];

/// The file as it should be: a link, and a digest of all that was seen of its game.
fn games() -> String {
    let mut text = String::new();
    for link in PLAYED {
        let (opened, problems) = Link::read(link);
        assert_eq!(problems, [], "{link}");
        let game = Session::open(opened.scenario);
        let mut digest = Digest::default();
        for value in game.trace().values() {
            digest.add_value(value.lane(0) as f32);
        }
        text += &format!("{link} {:016x}\n", digest.finish());
    }
    text
}

#[wasm_bindgen_test(unsupported = test)]
fn games_are_the_same_everywhere() {
    let ours = games();
    #[cfg(not(target_arch = "wasm32"))]
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/games.txt");
        std::fs::write(path, &ours).expect("writable");
        return;
    }
    assert_eq!(ours, GAMES, "the bits of a published game changed");
}
