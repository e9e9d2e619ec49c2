//! Orders are followed, written, read back and refused where they cannot be given; the same link is the same game.

use super::*;

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
fn a_crash_programme_spends_cash_on_research_and_not_on_safety() {
    let words = "meta-agent player=frontier-lab years=3 rivals=by-rule";
    let mut usual = played(words, &[&[]]);
    let mut crash = played(words, &[&["crash-programme"]]);
    let last = |game: &Session, metric| *game.series(metric, 1).last().expect("a sample");
    let ratio =
        |metric, usual: &Session, crash: &Session| last(crash, metric) / last(usual, metric);
    assert!(ratio(Metric::Budget, &usual, &crash) > 1.1);
    // What it costs comes out of cash, or out of shares that are sold for it.
    let own = |game: &Session| last(game, Metric::Cash) - last(game, Metric::Raised);
    assert!(own(&crash) < own(&usual));
    let risk = crash.severe_risk() / usual.severe_risk();
    assert!(risk > 1.1, "{risk}");
    for _ in 0..6 {
        usual.advance(&[]);
        crash.advance(&[]);
    }
    assert!(ratio(Metric::Horizon, &usual, &crash) > 1.0);
    // Without half a year of research in cash there is none.
    let poor = played("meta-agent player=frontier-lab frontier-lab.cash=1", &[]);
    let choices = poor.choices(&[]);
    let choice = choices.iter().find(|c| c.order.id() == "crash-programme");
    assert_eq!(choice.expect("a choice").refused, Some(Reason::Cash));
}
