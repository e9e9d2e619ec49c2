//! What a quarter brought: its report, the risk ahead, and an ecosystem on its way to be the standard.

use super::*;

#[wasm_bindgen_test(unsupported = test)]
fn a_report_tells_what_became_of_every_order() {
    let mut game = played("meta-agent player=meta", &[]);
    assert_eq!(game.report(), None);
    let report = |game: &Session| game.report().expect("a turn was played");
    let first = game.scenario().turn_month(0);
    game.advance(&list(&["full-open", "dissect", "price-low"]));
    assert_eq!(
        report(&game).orders,
        [
            (order("full-open"), Fate::Done(first + 2)),
            (order("dissect"), Fate::Refused(Reason::NoLesson)),
            (order("price-low"), Fate::Done(first)),
        ]
    );
    game.advance(&list(&["join-standard", "reclose"]));
    let second = first + 3;
    assert_eq!(
        report(&game).orders,
        [
            (order("join-standard"), Fate::Done(second + 2)),
            (order("reclose"), Fate::Pending(second + 3)),
        ]
    );
    game.advance(&list(&["assess"]));
    assert_eq!(
        report(&game).orders,
        [
            (order("reclose"), Fate::Done(second + 3)),
            (order("assess"), Fate::Done(second + 3)),
        ]
    );
    // The months are those in which it happened.
    let happened = game.trace().happenings(0);
    let month = |id: &str| {
        happened
            .iter()
            .find(|(_, who, h)| *who == Some(0) && h.id() == id)
    };
    for (order, fate) in report(&game).orders {
        let month = month(order.id()).map(|(month, ..)| Fate::Done(*month));
        assert_eq!(Some(fate), month, "{}", order.id());
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_balanced_score_is_reported_by_its_parts_before_and_after() {
    let game = played("meta-agent player=meta goal=balanced", &[&["assess"], &[]]);
    let report = game.report().expect("a turn was played");
    assert_eq!(report.scores.len(), GOALS.len());
    for (k, end) in [report.from, game.month()].into_iter().enumerate() {
        let mut seen = game.seen();
        seen.end = end as usize;
        let parts: f64 = report.scores[1..].iter().map(|(_, s)| s[k] / 4.0).sum();
        assert!((parts - report.scores[0].1[k]).abs() < 1e-9);
        assert_eq!(report.scores[0].1[k], seen.score(Goal::Balanced, 0));
    }
    let other = played("meta-agent player=meta goal=safety", &[&[]]);
    assert_eq!(other.report().map(|r| r.scores.len()), Some(1));
}

#[wasm_bindgen_test(unsupported = test)]
fn every_launch_of_the_player_is_news_and_reported() {
    let mut game = played("meta-agent player=meta", &[]);
    let mut reported = vec![];
    for _ in 0..12 {
        game.advance(&list(&["launch-often"]));
        reported.extend(game.report().expect("a turn was played").launches);
    }
    let news = game.news();
    let told = |i: usize| -> Vec<u32> {
        let of = news.iter().filter(|h| h.company == Some(i));
        let launches = of.filter(|h| h.text.contains(" launches: "));
        launches.map(|h| h.month).collect()
    };
    assert_eq!(reported, told(0));
    let often = |months: &[u32]| months.windows(2).any(|w| w[1] < w[0] + 12);
    assert!(often(&told(0)), "{reported:?}");
    // Of others the papers tell once a year.
    assert!((1..5).all(|i| !often(&told(i))));
}

#[wasm_bindgen_test(unsupported = test)]
fn the_risk_of_a_severe_incident_is_how_often_there_is_one() {
    // Without what may come in between: launches, and incidents that excite others.
    let words = "safety-incident years=3 player=meta severe_probability=0.1 incident_contagion=0 launch_interval=2";
    let game = Session::start(scenario(words));
    let (now, soon) = (game.month() as usize, game.month() as usize + 3);
    let (mut futures, mut hit) = (0.0, 0.0);
    for batch in 0..512 {
        let trace = run_lanes(
            game.scenario(),
            8 * batch,
            &Wish::of(&[Metric::SevereSoFar]),
        );
        for lane in 0..8 {
            let severe = trace.lane(Metric::SevereSoFar, 0, lane);
            futures += 1.0;
            hit += f32::from(u8::from(severe[soon] > severe[now]));
        }
    }
    let (share, risk) = (f64::from(hit / futures), game.severe_risk());
    assert!(
        (share / risk - 1.0).abs() < 0.12,
        "{share} of {futures} futures, {risk} by the hazard"
    );
}

#[wasm_bindgen_test(unsupported = test)]
fn an_ecosystem_on_its_way_to_be_the_standard_is_counted_by_months() {
    let mut game = played("standard-war player=meta", &[]);
    let threshold = game.scenario().params.standard_threshold as f32;
    let mut counted = vec![];
    while game.ending().is_none() {
        game.advance(&[]);
        let best = |month: usize| {
            let share = |i: usize| game.series(Metric::DeveloperShare, i)[month];
            let best = (0..5).max_by(|a, b| share(*a).total_cmp(&share(*b)));
            best.filter(|i| share(*i) > threshold)
        };
        let now = game.month() as usize;
        let above = (1..=now).rev().take_while(|m| best(*m) == best(now));
        let months = best(now).map_or(0, |_| above.count() as u32);
        match game.on_the_way() {
            Some((leader, of)) => {
                assert_eq!((Some(leader), of), (best(now), [months, 12]));
                counted.push(months);
            }
            None => assert!(months == 0 || game.seen().standard().is_some()),
        }
    }
    assert!(!counted.is_empty());
}

#[wasm_bindgen_test(unsupported = test)]
fn the_chance_of_a_launch_is_how_often_there_is_one() {
    let often = |words: &str| {
        let game = Session::start(scenario(words));
        let (now, soon) = (game.month(), game.month() + 3);
        let mut hit = 0.0;
        for batch in 0..64 {
            let trace = run_lanes(game.scenario(), 8 * batch, &Wish::everything());
            for lane in 0..8 {
                let launched = |(month, who, what): (u32, Option<usize>, Happening)| {
                    who == Some(0)
                        && what == Happening::Event(Event::Launch)
                        && (now + 1..=soon).contains(&month)
                };
                hit += f64::from(u8::from(trace.happenings(lane).into_iter().any(launched)));
            }
        }
        (hit / 512.0, game.launch_chance())
    };
    let words = "meta-agent years=3 player=meta rivals=by-rule meta.strategy=closed-fast";
    let (share, chance) = often(words);
    assert!((share - chance).abs() < 0.06, "{share}, foretold {chance}");
    assert!((0.1..0.95).contains(&chance));
    let (_, rarely) = often(&words.replace("closed-fast", "hold"));
    assert!(rarely < 0.7 * chance, "{rarely}, {chance}");
    // While there is a moratorium nobody launches.
    let (share, chance) = often(&format!(
        "{words} regulation_start=0.6 script=2:meta:moratorium"
    ));
    assert_eq!((share, chance), (0.0, 0.0));
}
