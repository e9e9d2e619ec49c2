//! How games end, and who has won.

use super::*;

#[wasm_bindgen_test(unsupported = test)]
fn a_race_without_a_proxy_has_one_winner() {
    let mut game = played("ai-winter goal=first-proxy", &[]);
    while game.ending().is_none() {
        game.advance(&[]);
    }
    let seen = game.seen();
    assert_eq!(seen.first_proxy(), None);
    let won = (0..5).filter(|i| seen.is_won(Goal::FirstProxy, *i));
    let winners: Vec<_> = won.collect();
    let horizon = |i: usize| *game.series(Metric::Horizon, i).last().expect("a sample");
    let longest = (0..5).max_by(|a, b| horizon(*a).total_cmp(&horizon(*b)));
    assert_eq!(winners, Vec::from_iter(longest));
}

#[wasm_bindgen_test(unsupported = test)]
fn every_preset_can_be_played_to_its_end_for_every_goal() {
    for preset in PRESETS {
        for goal in GOALS {
            let mut game = Session::open(scenario(&format!("{} goal={}", preset.id, goal.id)));
            while game.ending().is_none() {
                let before = game.month();
                game.advance(&[]);
                assert!(game.month() > before);
            }
            let ending = game.ending().expect("an end");
            let seen = game.seen();
            let scores: Vec<f64> = (0..5).map(|i| seen.score(goal.goal, i)).collect();
            assert!(scores.iter().all(|s| (0.0..=1.0).contains(s)), "{scores:?}");
            let ranks: Vec<usize> = (0..5).map(|i| seen.rank(goal.goal, i)).collect();
            assert!(ranks.contains(&1) && ranks.iter().all(|r| (1..=5).contains(r)));
            if ending == Ending::Standard {
                assert_eq!(goal.goal, Goal::Standard);
            }
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn after_a_catastrophe_nobody_wins_by_any_goal() {
    let words = "baseline years=3 player=meta script=20:frontier-lab:catastrophe";
    for goal in GOALS {
        let mut game = Session::open(scenario(&format!("{words} goal={}", goal.id)));
        while game.ending().is_none() {
            game.advance(&[]);
        }
        assert_eq!(game.ending(), Some(Ending::Catastrophe));
        // With the turn in which it came.
        assert_eq!(game.month(), 21);
        for judged in GOALS {
            let verdict = verdict(&game, judged.goal);
            assert!(!verdict.won);
            assert!(verdict.companies.iter().all(|c| *c == (0.0, 1)));
            let who = &game.scenario().companies[1].name;
            assert!(verdict.sentence.contains(who), "{}", verdict.sentence);
            assert!(verdict.background.contains("month 20") && verdict.background.contains(who));
        }
        let told = luck(&game).list()[0].run(0, 1);
        assert!(told.iter().all(|score| *score == 0.0), "{told:?}");
        assert!(game.news().iter().any(|h| h.month == 20 && h.weight == 3));
    }
}

/// A catastrophe takes nothing from a game that was decided before: it had ended by then.
#[wasm_bindgen_test(unsupported = test)]
fn a_game_that_was_decided_is_not_undone() {
    let words = "standard-war network_strength=8 multi_homing=0 player=meta goal=standard";
    let mut game = Session::open(scenario(words));
    while game.ending().is_none() {
        game.advance(&[]);
    }
    assert_eq!(game.ending(), Some(Ending::Standard));
    let after = game.month() + 1;
    let mut shaken = game.scenario().clone();
    shaken.set("script", &format!("{after}:frontier-lab:catastrophe"));
    let again = Session::open(shaken);
    assert_eq!(again.ending(), Some(Ending::Standard));
    let i = again.player();
    let score = again.seen().score(Goal::Standard, i);
    assert_eq!(score, game.seen().score(Goal::Standard, i));
    let whole = luck(&again).list()[0].run(0, 1);
    assert_eq!(f64::from(whole[0]), score);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_game_may_ask_for_catastrophes_or_rule_them_out() {
    let mut scenario = scenario("meta-agent player=meta");
    allow_catastrophe(&mut scenario, None);
    assert!(!scenario.may_end());
    allow_catastrophe(&mut scenario, Some(true));
    assert!(scenario.may_end());
    let text = link::write(&scenario, "", None);
    assert!(text.contains("catastrophe_probability="), "{text}");
    assert_eq!(Link::read(&text).0.scenario, scenario);
    scenario.set("catastrophe_probability", "0.1");
    allow_catastrophe(&mut scenario, Some(true));
    assert_eq!(scenario.params.catastrophe_probability, 0.1);
    allow_catastrophe(&mut scenario, Some(false));
    assert!(!scenario.may_end());
}

#[wasm_bindgen_test(unsupported = test)]
fn closing_at_the_last_moment_is_no_fortune() {
    let ended = |orders: &str| {
        let words = format!("meta-agent player=frontier-lab goal=valuation orders={orders}");
        let mut game = Session::open(scenario(&words));
        while game.ending().is_none() {
            game.advance(&[]);
        }
        game
    };
    let (open, closed) = (ended("0:full-open"), ended("0:full-open,17:reclose"));
    // What investors say on the last day, and what counts.
    let part = |game: &Session| {
        let made = |i: usize| {
            let last = |metric| *game.series(metric, i).last().expect("a sample");
            f64::from((last(Metric::Valuation) - last(Metric::Raised)).max(0.0))
        };
        made(1) / (0..5).map(made).sum::<f64>()
    };
    let score = |game: &Session| game.seen().score(Goal::Valuation, 1);
    let on_the_last_day = part(&closed) - part(&open);
    let counted = score(&closed) - score(&open);
    assert!(on_the_last_day > 0.05, "{on_the_last_day}");
    assert!(
        counted < on_the_last_day / 2.0,
        "{counted} of {on_the_last_day}"
    );
    assert!(counted > 0.0);
}
