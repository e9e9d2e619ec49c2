//! Cases of platforms: network benefits, two-sided prices, a free rival.

use super::{Grade, Sheet};
use crate::theory::katz_shapiro;
use crate::theory::two_sided::{Hotelling, against_free, linear_platform, price_structure};

pub(super) fn cases(sheet: &mut Sheet) {
    sheet.from("Katz & Shapiro (1985), AER 75:424", Grade::D);
    networks(sheet);
    sheet.from("Armstrong (2006), RAND 37:668", Grade::M);
    hotelling(sheet);
    sheet.from("Rochet & Tirole (2003), JEEA 1:990", Grade::M);
    platform_prices(sheet);
    sheet.from(
        "Casadesus-Masanell & Ghemawat (2006), static case",
        Grade::D,
    );
    free_rival(sheet);
}

fn networks(sheet: &mut Sheet) {
    for (firms, apart, together) in [(2, 4.0, 5.0), (3, 20.0 / 7.0, 4.0)] {
        let n = f64::from(firms);
        let (a, b) = (
            katz_shapiro::incompatible(10.0, 0.5, firms),
            katz_shapiro::compatible(10.0, 0.5, firms),
        );
        sheet.det(format!("x, {firms} incompatible firms"), apart, a);
        sheet.det(format!("Z, {firms} incompatible firms"), n * apart, n * a);
        sheet.det(format!("x, {firms} compatible firms"), together, b);
        sheet.det(format!("Z, {firms} compatible firms"), n * together, n * b);
    }
    let profit = |x: f64| x * x;
    sheet.det(
        "profit of two incompatible firms",
        16.0,
        profit(katz_shapiro::incompatible(10.0, 0.5, 2)),
    );
    sheet.det(
        "profit of two compatible firms",
        25.0,
        profit(katz_shapiro::compatible(10.0, 0.5, 2)),
    );
    let alone = katz_shapiro::outputs(10.0, 0.2, &[1, 1, 1]);
    sheet.det(
        "coalitions of one are incompatible firms",
        katz_shapiro::incompatible(10.0, 0.2, 3),
        alone[0],
    );
    let all = katz_shapiro::outputs(10.0, 0.2, &[3]);
    sheet.det(
        "one coalition is full compatibility",
        katz_shapiro::compatible(10.0, 0.2, 3),
        all[0],
    );
    let mixed = katz_shapiro::outputs(10.0, 0.2, &[2, 1]);
    let output = 2.0 * mixed[0] + mixed[1];
    sheet.det(
        "a pair and a loner: price equals output of the pair's firm",
        mixed[0],
        10.0 + 0.2 * 2.0 * mixed[0] - output,
    );
    sheet.holds(
        "joining a standard pays its members and costs the loner",
        mixed[0] > alone[0] && mixed[1] < alone[0],
    );
    let raises = (2..9)
        .all(|n| katz_shapiro::compatible(10.0, 0.5, n) > katz_shapiro::incompatible(10.0, 0.5, n));
    sheet.holds("compatibility raises output", raises);
}

fn hotelling(sheet: &mut Sheet) {
    let market = Hotelling {
        cost: [0.0; 2],
        transport: [1.0; 2],
        cross_benefit: [0.3, 0.4],
    };
    let prices = market.prices();
    sheet.det("p₁, t=(1,1) α=(.3,.4)", 0.6, prices[0]);
    sheet.det("p₂, t=(1,1) α=(.3,.4)", 0.7, prices[1]);
    sheet.det("profit, t=(1,1) α=(.3,.4)", 0.65, market.profit());
    sheet.det(
        "profit at these prices",
        market.profit(),
        market.profit_at(prices, prices),
    );
    let grid = || (0..=60).map(|k| f64::from(k) / 40.0);
    let gain = grid()
        .flat_map(|first| grid().map(move |second| [first, second]))
        .fold(0.0, |most: f64, own| {
            most.max(market.profit_at(own, prices) - market.profit())
        });
    sheet.abs("no gain from other prices", 0.0, gain, 1e-12);
    let close = Hotelling {
        cross_benefit: [1.2, 0.9],
        ..market
    };
    sheet.holds(
        "shared market only if 4t₁t₂ > (α₁ + α₂)²",
        market.is_shared() && !close.is_shared(),
    );
}

fn platform_prices(sheet: &mut Sheet) {
    let (cost, reach) = (1.0, [4.0, 2.5]);
    let prices = linear_platform(cost, reach);
    let elasticities = [0, 1].map(|side| prices[side] / (reach[side] - prices[side]));
    let [buyer, seller] = prices;
    let total = elasticities[0] + elasticities[1];
    sheet.det(
        "Lerner: (p − c)/p = 1/η",
        1.0 / total,
        (buyer + seller - cost) / (buyer + seller),
    );
    sheet.det(
        "p_B/η_B = p_S/η_S",
        buyer / elasticities[0],
        seller / elasticities[1],
    );
    sheet.det(
        "the price structure at these elasticities",
        buyer,
        price_structure(cost, elasticities)[0],
    );
    let profit =
        |b: f64, s: f64| (b + s - cost) * (reach[0] - b).max(0.0) * (reach[1] - s).max(0.0);
    let grid = || (0..=80).map(|k| f64::from(k) / 20.0);
    let best = grid()
        .flat_map(|b| grid().map(move |s| (b, s)))
        .fold(0.0, |most: f64, (b, s)| most.max(profit(b, s)));
    sheet.abs(
        "no gain from other prices",
        0.0,
        (best - profit(buyer, seller)).max(0.0),
        1e-12,
    );
}

fn free_rival(sheet: &mut Sheet) {
    let outcome = against_free(1.0, 0.6);
    sheet.det("price against a free rival, a=(1, .6)", 0.2, outcome.price);
    sheet.det("share against a free rival, a=(1, .6)", 0.5, outcome.share);
    sheet.det(
        "profit against a free rival, a=(1, .6)",
        0.1,
        outcome.profit,
    );
    // Buyers are those with θ(a_W − a_L) > p.
    let profit = |price: f64| price * (1.0 - price / 0.4).max(0.0);
    let best = (0..=400)
        .map(|k| profit(f64::from(k) / 1_000.0))
        .fold(0.0, f64::max);
    sheet.abs("no price earns more", outcome.profit, best, 1e-12);
}
