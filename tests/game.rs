//! Games: orders are followed, written and read back; the same link is the same game; what is compared shares its luck.

use after_the_leak::game::{
    Advisor, Effect, Ending, Fate, Headline, Mattered, PLAYERS, Player, Session, Skill, Trial,
    Trials, allow_catastrophe, briefing, daily, day_of, luck, rerun, share_below, sight,
    turning_points, verdict,
};
use after_the_leak::link::{self, Link, fingerprint};
use after_the_leak::sim::goals::{GOALS, Goal};
use after_the_leak::sim::needs::Reason;
use after_the_leak::sim::orders::{self, Dial, Order, TURNS_MAX};
use after_the_leak::sim::presets::PRESETS;
use after_the_leak::sim::{Metric, Scenario, Wish, run_lanes};
use wasm_bindgen_test::wasm_bindgen_test;

/// A scenario from words.
fn scenario(words: &str) -> Scenario {
    let (link, problems) = Link::read(words);
    assert_eq!(problems, [], "{words}");
    link.scenario
}

fn order(id: &str) -> Order {
    Order::by_id(id).unwrap_or_else(|| panic!("no order {id}"))
}

fn list(ids: &[&str]) -> Vec<Order> {
    ids.iter().map(|id| order(id)).collect()
}

/// Plays turns with these orders.
fn played(words: &str, turns: &[&[&str]]) -> Session {
    let mut session = Session::open(scenario(words));
    for ids in turns {
        session.advance(&list(ids));
    }
    session
}

#[wasm_bindgen_test(unsupported = test)]
fn a_link_replays_its_game() {
    for rivals in ["by-rule", "quantal-response", "looking-ahead"] {
        let words = format!("meta-agent rivals={rivals}");
        let game = played(
            &words,
            &[
                &["assess", "own-it"],
                &["open-weights"],
                &[],
                &["hold"],
                &[],
            ],
        );
        let text = link::write(game.scenario(), "", None);
        let again = Session::open(scenario(&text));
        assert_eq!(again.turn(), 5);
        assert_eq!(again.month(), game.month());
        assert_eq!(again.trace().values(), game.trace().values(), "{text}");
        assert_eq!(again.news(), game.news());
        // Back to a turn and on with the same orders is the same game.
        let mut forked = game.back(3);
        assert_eq!(forked.turn(), 3);
        forked.advance(&list(&["hold"]));
        forked.advance(&[]);
        assert_eq!(forked.trace().values(), game.trace().values());
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn the_played_future_is_the_first_of_the_fan() {
    let game = played("meta-agent", &[&["assess"], &["price-low"]]);
    let fan = run_lanes(game.scenario(), 0, &Wish::of(&[Metric::Valuation]));
    let series = game.series(Metric::Valuation, 2);
    assert_eq!(series.len(), game.month() as usize + 1);
    assert_eq!(series, fan.lane(Metric::Valuation, 2, 0)[..series.len()]);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_whole_game_of_two_orders_a_turn_fits_its_link() {
    // The orders that a cool-down of half a year allows, longest first.
    let turns: Vec<String> = (0..20)
        .map(|k| match k % 2 {
            0 => format!("{k}:reassure-partners.launch-now"),
            _ => format!("{k}:cut-price.lobby"),
        })
        .collect();
    let words = format!(
        "meta-agent player=meta goal=balanced orders={}",
        turns.join(",")
    );
    let game = scenario(&words);
    assert_eq!(game.orders.len(), 20);
    let text = link::write(&game, "", Some(fingerprint(&game)));
    assert!(text.len() <= 600, "{} characters: {text}", text.len());
    assert_eq!(Link::read(&text).0.scenario, game);
}

#[wasm_bindgen_test(unsupported = test)]
fn orders_are_read_as_written_and_bad_ones_are_named() {
    let every: Vec<Order> = Order::all().collect();
    for (k, order) in every.iter().enumerate() {
        assert_eq!(Order::by_id(order.id()), Some(*order));
        assert!(order.help().ends_with('.'), "{}", order.id());
        let text = format!("{}:{}", k as u32 % TURNS_MAX, order.id());
        let (turns, notes) = orders::read(&text);
        assert_eq!((orders::write(&turns), notes.len()), (text, 0));
    }
    for (text, kept, notes) in [
        ("3:hold,1:assess", "1:assess,3:hold", 0),
        ("0:,1:assess,2:,3:", "1:assess,3:", 0),
        ("0:assess.assess", "0:assess", 1),
        ("0:assess,0:hold", "0:assess", 1),
        ("0:fly", "", 1),
        ("99:hold", "", 1),
        ("hold", "", 1),
        ("-1:hold", "", 1),
    ] {
        let (turns, problems) = orders::read(text);
        assert_eq!(
            (orders::write(&turns).as_str(), problems.len()),
            (kept, notes),
            "{text}"
        );
        assert!(problems.iter().all(|p| p.ends_with('.')), "{problems:?}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn what_cannot_be_done_is_left_out_with_a_sentence_and_the_rest_goes_on() {
    let orders = "0:reclose.assess,1:hold.launch-now.lobby,2:launch-now";
    let game = Session::open(scenario(&format!("meta-agent player=meta orders={orders}")));
    let refused: Vec<_> = game
        .trace()
        .refused(0)
        .map(|r| (r.order, r.reason))
        .collect();
    assert_eq!(
        refused,
        [
            (order("reclose"), Reason::Closed),
            (order("lobby"), Reason::Moves),
            (order("launch-now"), Reason::Soon),
        ]
    );
    let news = game.news();
    for (what, _) in refused {
        let told = news
            .iter()
            .any(|h| h.text.contains(what.label()) && h.company == Some(0));
        assert!(told, "{}: {news:?}", what.label());
    }
    assert!(
        news.iter()
            .any(|h| h.text.contains("finds out how much leaked"))
    );
}

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
fn a_choice_that_is_offered_is_not_refused_and_the_others_are() {
    let mut game = played("meta-agent", &[]);
    for _ in 0..6 {
        for choice in game.choices(&[]) {
            let mut next = game.clone();
            let turn = next.turn();
            next.advance(&[choice.order]);
            let month = next.scenario().turn_month(turn);
            let refused: Vec<_> = next
                .trace()
                .refused(0)
                .filter(|r| r.month == month)
                .collect();
            assert_eq!(
                refused.first().map(|r| r.reason),
                choice.refused,
                "{:?}",
                choice.order
            );
        }
        game.advance(&[]);
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_game_without_orders_is_a_company_that_never_acts() {
    let idle = played("meta-agent", &[&[]]);
    assert!(idle.news().iter().any(|h| h.company == Some(0)));
    assert!(idle.scenario().orders.len() == 1 && idle.scenario().orders[0].orders.is_empty());
    // Delegated, the company answers the leak by the rules of its strategy, and pays for it what its player would.
    let answers = |game: &Session| {
        let found_out = |h: &&Headline| h.text.contains("finds out how much leaked");
        game.news().iter().filter(found_out).count()
    };
    let delegated = played("meta-agent", &[&["delegate"]]);
    assert_eq!((answers(&idle), answers(&delegated)), (0, 1));
    let cash = |s: &Scenario| {
        run_lanes(s, 0, &Wish::of(&[Metric::Cash]))
            .values()
            .to_vec()
    };
    let by_rule = scenario("meta-agent player=meta orders=0:delegate");
    assert_ne!(cash(&by_rule), cash(&scenario("meta-agent player=meta")));
    assert_ne!(cash(&by_rule), cash(&scenario("meta-agent")));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_stance_sets_dials_that_whoever_decides_leaves_alone() {
    for row in GOALS {
        let dials: Vec<_> = row.stance.iter().map(|id| order(id).dial()).collect();
        for (k, dial) in dials.iter().enumerate() {
            assert!(dial.is_some_and(|d| d != Dial::Command), "{}", row.id);
            assert!(!dials[..k].contains(dial), "{}: a dial twice", row.id);
        }
        for decides in ["delegate", "deliberate"] {
            // A company whose own strategy is closed.
            let start = scenario(&format!("meta-agent player=challenger goal={}", row.id));
            let mut game = Session::start(start);
            let orders: Vec<_> = row.stance.iter().chain([&decides]).copied().collect();
            game.advance(&list(&orders));
            let set = |game: &Session| {
                let kept = [Dial::Openness, Dial::Research];
                let policy = game.policy().into_iter();
                policy.filter(|(d, _)| kept.contains(d)).collect::<Vec<_>>()
            };
            let is_set = |(dial, _): &(Dial, _)| dials.contains(&Some(*dial));
            let first: Vec<_> = set(&game).into_iter().filter(is_set).collect();
            assert!(first.iter().all(|(_, level)| level.is_some()), "{first:?}");
            while game.ending().is_none() {
                game.advance(&[]);
            }
            let last: Vec<_> = set(&game).into_iter().filter(is_set).collect();
            assert_eq!(first, last, "{} {decides}", row.id);
        }
    }
}

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
fn the_fingerprint_covers_the_orders() {
    let mut prints: Vec<_> = [
        "",
        " orders=0:assess",
        " orders=0:open-weights",
        " orders=3:launch-often",
    ]
    .iter()
    .map(|more| fingerprint(&scenario(&format!("meta-agent player=meta{more}"))))
    .collect();
    prints.dedup();
    assert_eq!(prints.len(), 4);
    // What the player wants and how far the game went changes nothing that happens.
    let told = |words: &str| fingerprint(&scenario(words));
    assert_eq!(
        told("meta-agent player=meta goal=safety orders=9:"),
        told("meta-agent player=meta")
    );
}

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
