//! Trials share their luck, so that what is compared differs by orders alone: the advisor, the debrief, players that look ahead.

use super::*;

#[wasm_bindgen_test(unsupported = test)]
fn trials_share_their_past_and_their_luck() {
    let game = played("meta-agent", &[&["assess"], &[], &[]]);
    let same = Trial::from_turn(&game, game.scenario().clone(), 3);
    let mut other = same.clone();
    other.scenario.orders.push(orders::Turn {
        turn: 3,
        orders: list(&["open-weights"]),
    });
    let mut trials = Trials::new(vec![same.clone(), other, same.clone()], 64);
    trials.run_all();
    assert_eq!(trials.scores(0), trials.scores(2));
    assert_eq!(trials.progress(), 1.0);
    let (a, b) = (trials.scores(0), trials.scores(1));
    let spread = |v: &[f32]| {
        let mean = v.iter().sum::<f32>() / v.len() as f32;
        v.iter().map(|x| (x - mean) * (x - mean)).sum::<f32>()
    };
    let differences: Vec<f32> = a.iter().zip(&b).map(|(a, b)| a - b).collect();
    assert!(
        a.iter().any(|x| (x - a[0]).abs() > 1e-4),
        "futures differ by luck"
    );
    assert!(
        spread(&differences) < 0.5 * (spread(&a) + spread(&b)),
        "luck is shared"
    );
    // A worker that has only text answers the same.
    let read = Trial::read(
        &Link::read(&link::write(&same.scenario, "", None))
            .0
            .scenario,
        &same.question(),
    );
    assert_eq!(read, Some(same.clone()));
    assert_eq!(same.run(2, 2), trials.scores(0)[16..32]);
}

#[wasm_bindgen_test(unsupported = test)]
fn answers_may_come_in_any_order() {
    let game = played("meta-agent", &[&[]]);
    let mut here = Advisor::new(&game, &[]);
    let mut there = Advisor::new(&game, &[]);
    let mut posted = there.trials.orders(1);
    posted.reverse();
    assert_eq!(posted.len(), here.trials.missing().len());
    for o in posted.iter().filter(|o| o.first_batch % 1024 < 8) {
        let after_the_leak::study::Asked::Score(question) = &o.asked else {
            panic!("a question about scores");
        };
        let scenario = Link::read(&o.link).0.scenario;
        let scores =
            after_the_leak::game::trial::answer(&scenario, question, o.first_batch, o.batches);
        there.trials.take(o.first_batch, scores);
    }
    for (trial, chunk) in here.trials.missing().into_iter().filter(|(_, c)| *c < 2) {
        let scores = here.trials.run((trial, chunk));
        here.trials
            .take(Trials::first_batch((trial, chunk)), scores);
    }
    assert_eq!(here.advice(), there.advice());
    there.trials.take(0, vec![f32::NAN; 32]);
    there.trials.take(usize::MAX, vec![0.0; 32]);
    assert_eq!(here.advice(), there.advice());
}

#[wasm_bindgen_test(unsupported = test)]
fn the_advisor_knows_the_obvious() {
    // A company that wants the standard where developers love openness gains by opening; one that wants to be worth
    // most and keeps nothing of what its open model earns does not.
    for (words, sign) in [
        ("meta-agent goal=standard developer_openness=5", 1.0),
        (
            "baseline player=frontier-lab goal=valuation capture_weights=0 complement_value=0 developer_openness=0",
            -1.0,
        ),
    ] {
        let game = played(words, &[&[]]);
        let mut advisor = Advisor::new(&game, &[]);
        let open = advisor
            .advice()
            .iter()
            .position(|a| a.order == order("open-weights"));
        let open = open.expect("opening can be ordered");
        for (trial, chunk) in advisor.trials.missing() {
            if trial == 0 || trial == open + 1 {
                let scores = advisor.trials.run((trial, chunk));
                advisor
                    .trials
                    .take(Trials::first_batch((trial, chunk)), scores);
            }
        }
        let advice = advisor.advice()[open];
        assert_eq!(advice.difference.futures, 256);
        assert!(
            advice.difference.is_clear() && advice.difference.mean * sign > 0.0,
            "{words}: {advice:?}"
        );
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn the_debrief_tells_luck_from_skill_and_what_mattered() {
    let turns: &[&[&str]] = &[
        &["assess"],
        &["open-weights", "court-developers"],
        &[],
        &["launch-often"],
    ];
    let mut game = played("meta-agent goal=standard rivals=looking-ahead", turns);
    while game.ending().is_none() {
        game.advance(&[]);
    }
    let goal = game.goal();
    let verdict = verdict(&game, goal);
    assert_eq!(verdict.companies.len(), 5);
    assert!(verdict.sentence.contains("Meta") && verdict.ending.is_some());
    let score = verdict.companies[game.player()].0;
    let points = turning_points(&game);
    assert!(points.len() == 3 && points.windows(2).all(|p| p[0].turn < p[1].turn));

    let mut mattered = Mattered::new(&game);
    mattered.replays.run_all();
    assert!(
        mattered
            .replays
            .scores(0)
            .iter()
            .all(|s| (f64::from(*s) - score).abs() < 1e-6)
    );
    for _ in 0..8 {
        mattered.trials.run_next();
    }
    let effects = mattered.effects();
    assert_eq!(effects.len(), 4);
    assert!(effects.iter().any(|e| e.here != 0.0));
    // What was expected of an order is what the advisor said when the turn was drafted.
    mattered.trials.run_all();
    let draft = list(turns[1]);
    let mut advisor = Advisor::new(&game.back(1), &draft);
    advisor.trials.run_all();
    let of_turn = |e: &&Effect| e.turn == 1;
    for e in mattered.effects().iter().filter(of_turn) {
        let advice = advisor.advice().into_iter().find(|a| a.order == e.order);
        assert_eq!(advice.map(|a| a.difference), Some(e.expected));
    }

    // Where nothing was ordered there is still a trial, with whose answer the study ends.
    let silent = played("meta-agent years=3", &[&[], &[]]);
    assert!(!Mattered::new(&silent).trials.list().is_empty());

    // The future that was played is one of those that luck gives the same orders.
    let mut luck = luck(&game);
    luck.run_next();
    assert!(
        (f64::from(luck.scores(0)[0]) - score).abs() < 1e-6,
        "{score} {:?}",
        luck.scores(0)
    );
    let skill = Skill::new(&game);
    assert_eq!(
        skill.trials.list().len(),
        1 + Skill::strategies().count() + 12
    );
    assert_eq!(skill.trials.list()[0], luck.list()[0]);
    assert_eq!(rerun(&game, 2).list()[0].from, Some(2));
    assert_eq!(share_below(&[1.0, 2.0, 3.0, 4.0], 2.0), 0.375);
}

#[wasm_bindgen_test(unsupported = test)]
fn whoever_looks_ahead_does_better_than_whoever_draws_lots() {
    let mut scores = [0.0; PLAYERS.len()];
    for seed in 0..6 {
        for (k, (player, _)) in PLAYERS.iter().enumerate() {
            if matches!(player, Player::Rules | Player::Response) {
                continue;
            }
            let mut game =
                Session::start(scenario(&format!("meta-agent goal=balanced seed={seed}")));
            player.play(&mut game);
            scores[k] += game.seen().score(Goal::Balanced, game.player());
        }
    }
    assert!(scores[3] > 1.5 * scores[0], "{scores:?}");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_game_that_is_tried_again_has_the_rivals_it_had() {
    let mut game = played(
        "meta-agent player=challenger rivals=looking-ahead years=3",
        &[&["launch-often"], &["full-open"]],
    );
    while game.ending().is_none() {
        game.advance(&[]);
    }
    let rivals = |trials: Trials| trials.list()[0].rivals.clone();
    let again = rivals(rerun(&game, 1));
    // Also in the turns that come after.
    assert!(
        again
            .iter()
            .any(|t| t.month > game.scenario().turn_month(5))
    );
    assert_eq!(again, rivals(luck(&game)));
    // The advisor does not know what they will do.
    let before = Advisor::new(&game.back(1), &[]).trials.list()[0]
        .rivals
        .clone();
    let now = game.scenario().turn_month(1);
    assert!(!before.is_empty() && before.iter().all(|t| t.month < now));
}
