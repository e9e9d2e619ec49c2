//! What the player is told: estimates through the fog, the briefing, and the scenario of the day.

use super::*;

#[wasm_bindgen_test(unsupported = test)]
fn estimates_hold_the_truth_and_get_better_with_what_is_learned() {
    let width = |game: &Session, i: usize, metric: Metric| {
        let seen = sight(game, i);
        let s = seen.iter().find(|s| s.metric == metric).expect("seen");
        let truth = f64::from(*game.series(metric, i).last().expect("a sample"));
        assert!(s.low <= truth && truth <= s.high, "{i} {s:?} {truth}");
        assert!(s.low <= s.value && s.value <= s.high, "{i} {s:?}");
        s.high - s.low
    };
    let game = played("meta-agent player=challenger", &[]);
    for i in 0..5 {
        for s in sight(&game, i) {
            let is_own = i == game.player();
            let width = width(&game, i, s.metric);
            assert!(!is_own || width == 0.0, "{s:?}");
            // What a product does in public its laboratory can do.
            if s.metric == Metric::Laboratory {
                let public = f64::from(*game.series(Metric::Horizon, i).last().expect("one"));
                assert!(s.low >= public, "{s:?} {public}");
            }
        }
        assert_eq!(width(&game, i, Metric::Valuation), 0.0);
    }
    // Meta's inside is known better than another's, because it leaked; dissecting the leak tells more.
    let part = |game: &Session, i: usize| {
        let cash = f64::from(*game.series(Metric::Cash, i).last().expect("a sample"));
        width(game, i, Metric::Cash) / cash
    };
    assert!(part(&game, 0) < part(&game, 1) && width(&game, 1, Metric::Laboratory) > 0.0);
    let mut dissected = game.clone();
    dissected.advance(&list(&["dissect"]));
    let mut waited = game.clone();
    waited.advance(&[]);
    assert!(part(&dissected, 0) < part(&waited, 0));
    // The company that leaked does not know how much, until it looks.
    let meta = played("meta-agent", &[]);
    assert!(width(&meta, 0, Metric::Leaked) > 0.0);
    let assessed = played("meta-agent", &[&["assess"]]);
    assert_eq!(width(&assessed, 0, Metric::Leaked), 0.0);
}

#[wasm_bindgen_test(unsupported = test)]
fn the_briefing_speaks_of_the_state() {
    let game = played("meta-agent", &[]);
    let memo = briefing(&game);
    assert!(
        memo.iter().all(|p| p.ends_with('.') && !p.contains('{')),
        "{memo:?}"
    );
    assert!(
        memo[1].contains("Month 3") && memo[1].contains("Meta") && memo[1].contains("our project"),
        "{memo:?}"
    );
    let quiet = briefing(&played("baseline", &[]));
    assert!(quiet[1].contains("Nothing has leaked"), "{quiet:?}");
}

#[wasm_bindgen_test(unsupported = test)]
fn days_are_counted_and_their_scenarios_can_be_played() {
    assert_eq!(day_of(1970, 1, 1), Some(0));
    assert_eq!(day_of(2000, 3, 1), Some(11_017));
    assert_eq!(day_of(2026, 11, 22), Some(20_779));
    for bad in [
        (1969, 12, 31),
        (2026, 2, 29),
        (2100, 2, 29),
        (2026, 13, 1),
        (2026, 0, 1),
        (2026, 4, 31),
    ] {
        assert_eq!(day_of(bad.0, bad.1, bad.2), None, "{bad:?}");
    }
    let mut seen = std::collections::BTreeSet::new();
    for day in 20_779..20_839 {
        let today = daily(day);
        assert_eq!(today, daily(day));
        let text = link::write(&today, "", None);
        assert_eq!(scenario(&text), today, "{text}");
        seen.insert((PRESETS[today.preset].id, today.player, today.goal.row().id));
        let game = Session::start(today);
        assert!(
            game.news().iter().any(|h| h.company == Some(0)),
            "nothing leaked on day {day}"
        );
        assert_eq!(game.player(), 0);
        assert!(game.turns() >= 18 && game.ending().is_none());
    }
    assert!(seen.len() > 30, "{} different days of 60", seen.len());
}

#[wasm_bindgen_test(unsupported = test)]
fn a_player_hears_of_every_stage_the_own_agent_reaches() {
    let mut game = played("meta-agent player=challenger goal=valuation years=8", &[]);
    while game.ending().is_none() {
        game.advance(&[]);
    }
    let i = game.player();
    let name = &game.scenario().companies[i].name;
    let stages = game.series(Metric::StageSoftware, i);
    let (mut own, mut told) = (stages[0], 0);
    for (month, stage) in stages.iter().enumerate() {
        if *stage > own {
            own = *stage;
            told += 1;
            let of = |h: &&Headline| {
                h.month as usize == month
                    && h.company == Some(i)
                    && h.text.starts_with(&format!("{name}'s agent is "))
                    && h.text.ends_with(" in software development")
            };
            let news = game.news();
            assert_eq!(news.iter().filter(of).count(), 1, "month {month}");
            assert!(news.iter().find(of).is_some_and(|h| h.weight == 3));
        }
    }
    assert!(told > 1, "{stages:?}");
    // Without a player only the first make news.
    let mut nobody = game.scenario().clone();
    nobody.player = None;
    let trace = run_lanes(&nobody, 0, &Wish::everything());
    let news = headlines(&nobody, &trace, 0);
    assert!(news.iter().all(|h| !h.text.contains("agent is now a ")));
}
