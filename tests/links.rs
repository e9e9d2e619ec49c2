//! Links: every published kind opens, what is written is read back, and nothing that can be pasted does harm.
#![cfg(not(target_arch = "wasm32"))]

use after_the_leak::link::{self, Link, TOLD_MAX, Verdict, fingerprint, write};
use after_the_leak::sim::companies::{COMPANIES, FIGURES};
use after_the_leak::sim::goals::GOALS;
use after_the_leak::sim::happenings::{HAPPENING_COUNT, Happening};
use after_the_leak::sim::orders::{self, ORDERS_MAX, Order, TURNS_MAX, Turn};
use after_the_leak::sim::params::PARAMS;
use after_the_leak::sim::presets::PRESETS;
use after_the_leak::sim::scenario::{NAME_MAX, SCRIPT_MAX, YEARS_MAX, YEARS_MIN};
use after_the_leak::sim::seed::Seed;
use after_the_leak::sim::table::Row;
use after_the_leak::sim::{Scenario, scenario::Scripted};
use proptest::prelude::*;

/// No note is longer than this.
const NOTE_MAX: usize = 240;

/// The link, what it opens as, and the number of notes, of each line of `links.txt`.
fn published() -> impl Iterator<Item = (&'static str, &'static str, usize)> {
    let lines = include_str!("links.txt").lines();
    lines
        .filter(|line| !line.trim().is_empty() && !line.starts_with("--"))
        .map(|line| {
            let parts: Vec<&str> = line.split(" → ").collect();
            let [link, opens_as, notes] = parts[..] else {
                panic!("not of the form link → link → notes: {line}");
            };
            (link, opens_as, notes.parse().expect("a number of notes"))
        })
}

#[test]
fn every_published_link_opens_as_it_did() {
    for (text, opens_as, notes) in published() {
        let (opened, problems) = Link::read(text);
        assert_eq!(opened.write(), opens_as, "{text}");
        assert_eq!(problems.len(), notes, "{text}: {problems:?}");
        assert!(problems.iter().all(|p| p.sentence().ends_with(['.', '?'])));
        let (again, none) = Link::read(opens_as);
        assert_eq!(none, [], "{opens_as}");
        assert_eq!(again.write(), opens_as);
    }
}

#[test]
fn every_preset_has_a_published_link_and_round_trips() {
    for (place, preset) in PRESETS.iter().enumerate() {
        let written = write(&Scenario::preset(place), "", None);
        assert_eq!(written, format!("v=1&preset={}", preset.id));
        assert_eq!(Link::read(&written).0.scenario, Scenario::preset(place));
        assert!(published().any(|(_, opens_as, _)| opens_as == written));
    }
}

#[test]
fn plausible_links_are_short() {
    for words in [
        "preset=meta-agent network_strength=3.2 seed=falcon-amber-tide",
        "preset=standard-war multi_homing=0.35 years=8 meta.strategy=full-open",
        "preset=baseline companies=meta,open-lab,startup meta.name='Acme Labs'",
        "preset=efficiency-shock capability_growth=3.25 raise_fraction=0.08",
    ] {
        let (opened, problems) = Link::read(words);
        assert_eq!(problems, [], "{words}");
        let print = fingerprint(&opened.scenario);
        let written = write(&opened.scenario, "explore", Some(print));
        assert!(written.len() <= 120, "{written}");
    }
}

#[test]
fn much_noise_is_little_work() {
    let noises = [
        "x".repeat(100_000),
        "a=1&".repeat(25_000),
        "network_strength=99 ".repeat(5_000),
        "%".repeat(100_000),
        "#".repeat(100_000),
        "=&".repeat(50_000),
        "é".repeat(50_000),
        (0..20_000).map(|k| format!("k{k}=1&")).collect(),
        format!("#v=1&preset=baseline&script={}", "1:meta:x,".repeat(10_000)),
        format!("#v=1&preset=baseline&companies={}", "meta,".repeat(20_000)),
        format!("#v=1&preset=baseline&meta.name={}", "%41".repeat(30_000)),
    ];
    for noise in noises {
        let (opened, problems) = Link::read(&noise);
        check_valid(&opened.scenario);
        check_notes(&problems);
        assert!(!problems.is_empty());
    }
    let tail = format!("v=1&preset=standard-war&years=8&{}", "y=1&".repeat(25_000));
    let opened = Link::read(&tail).0;
    let readable = Link::read("preset=standard-war years=8").0.scenario;
    assert_eq!(opened.scenario, readable);
}

#[test]
fn verdicts() {
    let scenario = Scenario::named("baseline").expect("a preset");
    let ours = fingerprint(&scenario);
    let verdict = |text: &str| Link::read(text).0.verdict(ours);
    let own = write(&scenario, "", Some(ours));
    assert_eq!(verdict(&own), Verdict::Reproduced);
    assert_eq!(verdict("preset=baseline"), Verdict::None);
    let newer = own.replace("v=1", "v=7");
    assert_eq!(
        verdict(&newer),
        Verdict::OtherVersion { theirs: 7, ours: 1 }
    );
    assert!(
        verdict(&newer)
            .sentence()
            .starts_with("Made with model 7; this is model 1")
    );
    let Verdict::Different { theirs, .. } = verdict("preset=baseline fp=00000000") else {
        panic!("another outcome");
    };
    assert_eq!(theirs.to_string(), "00000000");
    // A scenario that could not be taken as written has no outcome to compare with.
    assert_eq!(verdict(&format!("{own}&years=99")), Verdict::None);
}

#[test]
fn words_change_what_a_link_before_them_says() {
    let link = "https://example.org/#v=1&preset=baseline&years=8&fp=7f3a91c2";
    let (opened, problems) = Link::read_all(&[link, "years=9", "network_strength=3"]);
    assert_eq!(problems, []);
    assert_eq!(
        opened.write(),
        "v=1&preset=baseline&years=9&network_strength=3"
    );
    let (_, problems) = Link::read_all(&["years=8", "years=9"]);
    assert_eq!(problems.len(), 1);
    assert_eq!(
        link::spoken(&opened.scenario),
        "preset=baseline years=9 network_strength=3"
    );
}

fn check_notes(problems: &[link::Problem]) {
    assert!(problems.len() <= TOLD_MAX + 1);
    for problem in problems {
        assert!(problem.sentence().chars().count() <= NOTE_MAX);
    }
}

fn check_value(row: &Row, value: f64) {
    assert!(
        (row.min..=row.max).contains(&value),
        "{} = {value}",
        row.key
    );
    assert!(row.choices.is_empty() || value.fract() == 0.0);
}

/// Whether everything is within its table.
fn check_valid(scenario: &Scenario) {
    assert!(scenario.preset < PRESETS.len());
    assert!((YEARS_MIN..=YEARS_MAX).contains(&scenario.years));
    for (place, row) in PARAMS.iter().enumerate() {
        check_value(row, scenario.params.get(place));
    }
    assert!((2..=COMPANIES.len()).contains(&scenario.companies.len()));
    for (k, company) in scenario.companies.iter().enumerate() {
        let others = &scenario.companies[..k];
        assert!(others.iter().all(|c| c.archetype != company.archetype));
        assert!((1..=NAME_MAX).contains(&company.name.chars().count()));
        assert!(!company.name.chars().any(char::is_control));
        for (place, row) in FIGURES.iter().enumerate() {
            check_value(row, company.start.get(place));
        }
    }
    assert!(scenario.script.len() <= SCRIPT_MAX);
    assert!(scenario.script.is_sorted_by_key(|s| s.month));
    assert!(
        scenario
            .player
            .is_none_or(|a| scenario.place_of(a).is_some())
    );
    assert!(scenario.orders.is_empty() || scenario.player.is_some());
    assert!(scenario.orders.windows(2).all(|t| t[0].turn < t[1].turn));
    for turn in &scenario.orders {
        assert!(turn.turn < TURNS_MAX && turn.orders.len() <= ORDERS_MAX);
    }
}

/// A value of a row, its ends included.
fn within(row: &Row, part: f64) -> f64 {
    row.nearest(row.min + part * (row.max - row.min))
}

prop_compose! {
    fn any_scripted()(
        month in 0..=12 * YEARS_MAX, archetype in 0..COMPANIES.len(), what in 0..HAPPENING_COUNT,
        amount in prop_oneof![Just(None), (-10.0..=10.0_f64).prop_map(Some)],
    ) -> Scripted {
        let what = Happening::all().nth(what).expect("a happening");
        Scripted { month, archetype, what, amount: amount.unwrap_or(what.usual_amount()) }
    }
}

/// Any orders, each turn at most once.
fn any_turns() -> impl Strategy<Value = Vec<Turn>> {
    let all: Vec<Order> = Order::all().collect();
    let orders = proptest::sample::subsequence(all, 0..=ORDERS_MAX);
    let turns = prop::collection::btree_map(0..TURNS_MAX, orders, 0..8);
    turns.prop_map(|turns| {
        let turn = |(turn, orders)| Turn { turn, orders };
        orders::tidy(turns.into_iter().map(turn).collect())
    })
}

prop_compose! {
    /// Any scenario that a page or a program may build.
    fn any_scenario()(
        preset in 0..PRESETS.len(),
        seed in prop_oneof![any::<u64>(), 0..(1_u64 << 30)],
        years in YEARS_MIN..=YEARS_MAX,
        companies in prop_oneof![
            Just(None),
            proptest::sample::subsequence((0..COMPANIES.len()).collect::<Vec<_>>(), 2..=COMPANIES.len())
                .prop_shuffle().prop_map(Some),
        ],
        params in prop::collection::vec((0..PARAMS.len(), 0.0..=1.0_f64), 0..12),
        figures in prop::collection::vec((0..COMPANIES.len(), 0..FIGURES.len(), 0.0..=1.0_f64), 0..6),
        names in prop::collection::vec((0..COMPANIES.len(), "\\PC{1,30}"), 0..3),
        script in prop_oneof![Just(None), prop::collection::vec(any_scripted(), 0..6).prop_map(Some)],
        game in prop_oneof![Just(None), (0..COMPANIES.len(), 0..GOALS.len(), any_turns()).prop_map(Some)],
    ) -> Scenario {
        let mut scenario = Scenario::preset(preset);
        scenario.seed = Seed(seed);
        scenario.years = years;
        if let Some(companies) = companies {
            let ids: Vec<&str> = companies.iter().map(|k| COMPANIES[*k].id).collect();
            scenario.set("companies", &ids.join(","));
        }
        for (place, part) in params {
            scenario.params.set(place, within(&PARAMS[place], part));
        }
        for (archetype, place, part) in figures {
            if let Some(k) = scenario.place_of(archetype) {
                scenario.companies[k].start.set(place, within(&FIGURES[place], part));
            }
        }
        for (archetype, name) in names {
            scenario.set(&format!("{}.name", COMPANIES[archetype].id), &name);
        }
        if let Some(mut script) = script {
            script.sort_by_key(|s: &Scripted| s.month);
            scenario.script = script;
        }
        if let Some((player, goal, orders)) = game {
            let place = player % scenario.companies.len();
            scenario.player = Some(scenario.companies[place].archetype);
            scenario.goal = GOALS[goal].goal;
            scenario.orders = orders;
        }
        scenario
    }
}

/// Words that look right and may not be.
fn any_word() -> impl Strategy<Value = String> {
    let params = (0..PARAMS.len()).prop_map(|k| PARAMS[k].key.to_string());
    let figures = (0..COMPANIES.len(), 0..FIGURES.len())
        .prop_map(|(c, f)| format!("{}.{}", COMPANIES[c].id, FIGURES[f].key));
    let others = prop::sample::select(vec![
        "v",
        "preset",
        "seed",
        "years",
        "companies",
        "script",
        "view",
        "fp",
        "orders",
        "player",
        "goal",
        "meta.name",
        "open-lab.name",
        "meta.",
        ".",
        "",
        "amp;years",
        "%",
        "Seed",
    ]);
    let key = prop_oneof![3 => params, 2 => figures, 3 => others.prop_map(str::to_string), 1 => "\\PC{0,8}"];
    let odd = prop::sample::select(vec![
        "NaN",
        "inf",
        "-inf",
        "1e999",
        "-1e-999",
        "-0",
        "",
        "%",
        "%zz",
        "%00",
        "%F0%9F%92%A5",
        "💥",
        "weights",
        "baseline",
        "meta,open-lab",
        "meta,meta",
        "0:assess.own-it,3:hold,3:,41:hold",
        "7:",
        "nobody",
        "standard",
        "6:meta:launch",
        "6:meta:launch:inf",
        "amber-falcon-tide",
        "amber",
        "18446744073709551616",
        "0x10",
        "1_000",
        "+3",
        "#",
        "a#b=c",
        "a b c",
        "=",
        "==1",
        "7f3a91c2",
    ]);
    let value = prop_oneof![
        3 => odd.prop_map(str::to_string),
        2 => any::<f64>().prop_map(|x| x.to_string()),
        1 => "\\PC{0,40}",
    ];
    (key, value).prop_map(|(key, value)| format!("{key}={value}"))
}

/// What must hold whatever was read.
fn check_anything(text: &str) {
    let (opened, problems) = Link::read(text);
    check_valid(&opened.scenario);
    check_notes(&problems);
    let written = opened.write();
    let (again, none) = Link::read(&written);
    assert_eq!(none, [], "{text} was written as {written}");
    assert_eq!(again.write(), written);
    assert_eq!(again.scenario, opened.scenario);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn what_is_written_is_read_back(scenario in any_scenario(), view in "[a-z:,_.-]{0,20}") {
        let written = write(&scenario, &view, None);
        let (opened, problems) = Link::read(&written);
        prop_assert_eq!(problems, []);
        prop_assert_eq!(&opened.scenario, &scenario);
        prop_assert_eq!(opened.view.as_str(), view);
        prop_assert_eq!(opened.write(), written);
        let (opened, problems) = Link::read(&link::spoken(&scenario));
        prop_assert_eq!(problems, []);
        prop_assert_eq!(opened.scenario, scenario);
    }

    #[test]
    fn the_order_of_words_does_not_matter(
        (written, shuffled) in any_scenario().prop_flat_map(|scenario| {
            let written = write(&scenario, "", None);
            let words: Vec<String> = written.split('&').map(str::to_string).collect();
            (Just(written), Just(words).prop_shuffle())
        })
    ) {
        let (opened, problems) = Link::read(&shuffled.join("&"));
        prop_assert_eq!(problems, []);
        prop_assert_eq!(opened.write(), written);
    }

    #[test]
    fn any_text_gives_a_valid_scenario(text in "\\PC{0,300}") {
        check_anything(&text);
    }

    #[test]
    fn any_bytes_give_a_valid_scenario(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        check_anything(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn any_words_give_a_valid_scenario(
        words in prop::collection::vec(any_word(), 0..20),
        before in prop::sample::select(vec!["", "#", "https://example.org/#", "/?", "##"]),
        between in prop::sample::select(vec!["&", " ", "&amp;", "\n", "%26"]),
    ) {
        check_anything(&format!("{before}{}", words.join(between)));
    }
}
