//! Cases of racing: the precipice and the openness race.

use super::{Grade, Sheet};
use crate::num::{ScalarStream, Stream};
use crate::theory::openness::OpennessRace;
use crate::theory::precipice::{Information, Race, effective_teams, safety_without_information};

/// Seed of this file's simulations.
const SEED: u64 = 1;

pub(super) fn cases(sheet: &mut Sheet) {
    sheet.from(
        "Armstrong, Bostrom & Shulman (2016), AI & Society 31:201",
        Grade::D,
    );
    disasters(sheet);
    identities(sheet);
    more_information(sheet);
    more_rivalry(sheet);
    more_teams(sheet);
    best_responses(sheet);
    sheet.from(
        "Mladenovic, Courville & Gidel (2026), arXiv 2604.16227, reconstruction",
        Grade::D,
    );
    openness(sheet);
    random_openness(sheet);
}

fn race(teams: u32, enmity: f64, importance: f64) -> Race {
    Race {
        teams,
        enmity,
        importance,
    }
}

fn disasters(sheet: &mut Sheet) {
    // 1 − (1/2.5)(1 − 0.75⁶)·…: the two races with μ/e = 4 share this value.
    const FAR: f64 = 0.451_985_677_083_333;
    let table = [
        (2, 1.0, 0.5, 0.75, 5.0 / 6.0, 5.0 / 6.0),
        (2, 1.0, 1.0, 0.5, 2.0 / 3.0, 2.0 / 3.0),
        (2, 1.0, 2.0, 0.0, 1.0 / 3.0, 5.0 / 12.0),
        (2, 0.5, 0.5, 0.5, 7.0 / 9.0, 2.0 / 3.0),
        (2, 0.5, 1.0, 0.0, 5.0 / 9.0, 5.0 / 12.0),
        (5, 1.0, 1.0, 0.8, 5.0 / 6.0, 5.0 / 6.0),
        (5, 1.0, 2.0, 0.6, 2.0 / 3.0, 0.671_875),
        (5, 1.0, 4.0, 0.2, 1.0 / 3.0, FAR),
        (5, 0.5, 2.0, 0.2, 4.0 / 9.0, FAR),
    ];
    let mut luck = ScalarStream::seeded(SEED, 0);
    for (n, e, mu, none, private, public) in table {
        let race = race(n, e, mu);
        for (information, expected) in [
            (Information::None, none),
            (Information::Private, private),
            (Information::Public, public),
        ] {
            let name = format!("P(disaster), n={n} e={e} μ={mu}, {information:?}");
            let ours = race.disaster(information);
            sheet.abs(name.clone(), expected, ours, 1e-9 * expected.max(1e-3));
            if expected > 0.0 {
                let drawn = race.simulated_disasters(information, 20_000, &mut luck);
                sheet.mc(format!("{name}, simulated"), expected, drawn);
            }
        }
    }
}

fn identities(sheet: &mut Sheet) {
    for (n, mu) in [(2, 0.3), (4, 1.0), (8, 0.7)] {
        let race = race(n, 1.0, mu);
        let expected = 1.0 - mu / (f64::from(n) + 1.0);
        let name = format!("e=1, μ={mu} ≤ 1, n={n}: 1 − μ/(n+1)");
        sheet.det(
            format!("{name}, private"),
            expected,
            race.disaster(Information::Private),
        );
        sheet.det(
            format!("{name}, public"),
            expected,
            race.disaster(Information::Public),
        );
    }
    sheet.det(
        "equal rivals count fully, n_eff",
        5.0,
        effective_teams([3.0; 5].into_iter()),
    );
    // Weights 1, ½, ¼: (7/4)²/(21/16).
    sheet.det(
        "n_eff of rivals one and two doublings behind",
        7.0 / 3.0,
        effective_teams([7.0, 6.0, 5.0].into_iter()),
    );
}

/// Races of many kinds.
fn grid() -> impl Iterator<Item = Race> {
    let teams = [2, 3, 5, 8].into_iter();
    teams.flat_map(|n| {
        let enmities = [0.1, 0.3, 0.6, 1.0].into_iter();
        enmities.flat_map(move |e| [0.2, 0.9, 1.7, 4.0, 9.0].map(|mu| race(n, e, mu)))
    })
}

fn more_information(sheet: &mut Sheet) {
    let rises = |information| {
        grid().all(|r| r.disaster(Information::None) <= r.disaster(information) + 1e-12)
    };
    sheet.holds(
        "private information never lowers the risk below none",
        rises(Information::Private),
    );
    sheet.holds(
        "public information never lowers the risk below none",
        rises(Information::Public),
    );
    let low = race(2, 0.5, 0.5);
    sheet.holds(
        "public can be safer than private (n=2, e=μ=.5)",
        low.disaster(Information::Public) < low.disaster(Information::Private),
    );
}

fn more_rivalry(sheet: &mut Sheet) {
    let all = [Information::None, Information::Private, Information::Public];
    let rises = |change: fn(Race) -> Race| {
        grid().all(|r| all.map(|i| change(r).disaster(i) + 1e-12 >= r.disaster(i)) == [true; 3])
    };
    sheet.holds(
        "risk rises with enmity in every regime",
        rises(|r| Race {
            enmity: (r.enmity * 1.3).min(1.0),
            ..r
        }),
    );
    sheet.holds(
        "risk falls with the importance of capability",
        rises(|r| Race {
            importance: r.importance * 0.8,
            ..r
        }),
    );
}

fn more_teams(sheet: &mut Sheet) {
    let rises = |information, r: Race| {
        let more = Race {
            teams: r.teams + 1,
            ..r
        };
        more.disaster(information) + 1e-12 >= r.disaster(information)
    };
    let grows = |r: Race| r.enmity * f64::from(r.teams * r.teams + r.teams + 1) > 1.0;
    sheet.holds(
        "more teams, more risk: no information and public",
        grid().all(|r| rises(Information::None, r) && rises(Information::Public, r)),
    );
    sheet.holds(
        "private, μ ≤ A: more teams, more risk exactly if e(n² + n + 1) > 1",
        grid()
            .filter(|r| r.importance <= r.safe_capability())
            .all(|r| rises(Information::Private, r) == grows(r)),
    );
    sheet.holds(
        "private, weak enmity, large μ: more teams are safer",
        !rises(Information::Private, race(2, 0.1, 4.0)),
    );
    sheet.note("One of many is likely to be so capable that it takes no risk: (A/μ)ⁿ/(n + 1) falls with n.");
}

fn best_responses(sheet: &mut Sheet) {
    /// Step of the grid of deviations.
    const GRID: u32 = 200;
    let deviations = || (0..=GRID).map(|k| f64::from(k) / f64::from(GRID));
    for (n, e, mu) in [(2, 1.0, 1.0), (5, 1.0, 2.0), (5, 0.5, 1.0), (2, 0.5, 0.8)] {
        let race = race(n, e, mu);
        let s = safety_without_information(f64::from(n), e, mu);
        let value = race.payoff_without_information(s, s);
        let best = deviations().map(|own| race.payoff_without_information(own, s));
        let gain = best.fold(0.0, |most: f64, v| most.max(v - value));
        sheet.abs(
            format!("no gain from deviating, none, n={n} e={e} μ={mu}"),
            0.0,
            gain,
            1e-12,
        );
    }
    for (n, e, mu, c, expected) in [
        (2, 1.0, 1.0, 0.6, 0.3),
        (5, 1.0, 4.0, 3.0, 0.6),
        (5, 0.5, 4.0, 3.5, 1.0),
        (3, 0.7, 2.0, 1.2, 0.5),
    ] {
        let race = race(n, e, mu);
        let s = race.safety_with_private_information(c);
        sheet.det(
            format!("s(c), private, n={n} e={e} μ={mu} c={c}"),
            expected,
            s,
        );
        let value = race.payoff_with_private_information(s, c);
        let best = deviations().map(|own| race.payoff_with_private_information(own, c));
        let gain = best.fold(0.0, |most: f64, v| most.max(v - value));
        sheet.abs(
            format!("no gain from deviating, private, n={n} e={e} μ={mu} c={c}"),
            0.0,
            gain,
            1e-12,
        );
    }
    let (leader, second) = race(3, 0.6, 1.0).safety_with_public_information(0.15);
    sheet.det(
        "public: the second is indifferent, s₂ = (1 − e)s₁",
        0.4 * leader,
        second,
    );
}

fn openness(sheet: &mut Sheet) {
    let race = OpennessRace {
        strength: vec![5.0, 3.0, 1.0],
        community: vec![1.0, 1.0, 2.0],
        spillover: vec![
            vec![0.0, 2.0, 2.0],
            vec![0.5, 0.0, 0.5],
            vec![1.0, 1.0, 0.0],
        ],
    };
    let equilibria = race.discrete_equilibria();
    sheet.holds(
        "leader closed, followers open is the only equilibrium",
        equilibria == [vec![0.0, 1.0, 1.0]],
    );
    let open = [0.0, 1.0, 1.0];
    for (firm, (performance, utility)) in [(6.5, 1.5), (5.0, -1.5), (3.5, -3.0)].iter().enumerate()
    {
        sheet.det(
            format!("performance of firm {}", firm + 1),
            *performance,
            race.performance(&open, firm),
        );
        sheet.det(
            format!("utility of firm {}", firm + 1),
            *utility,
            race.utility(&open, firm),
        );
    }
    sheet.abs(
        "it is an equilibrium in degrees of openness too",
        0.0,
        race.regret(&open),
        1e-12,
    );
    sheet.holds(
        "and best responses in turn lead to it",
        race.settled(20) == Some(open.to_vec()),
    );
}

fn random_openness(sheet: &mut Sheet) {
    let mut luck = ScalarStream::seeded(SEED, 1);
    let mut whole = |below: f64| (luck.uniform() * below).floor();
    let mut with_equilibrium = 0;
    let mut lead_matters = 0;
    /// As many random games as the reference tried.
    const GAMES: u32 = 20_000;
    for _ in 0..GAMES {
        let mut three = || vec![whole(5.0), whole(5.0), whole(5.0)];
        let (strength, community) = (three(), three());
        let mut rows = || vec![whole(6.0), whole(6.0), whole(6.0)];
        let spillover = vec![rows(), rows(), rows()];
        let game = OpennessRace {
            strength,
            community,
            spillover,
        };
        with_equilibrium += u32::from(!game.discrete_equilibria().is_empty());
        let pair = OpennessRace {
            strength: game.strength[..2].to_vec(),
            community: game.community[..2].to_vec(),
            spillover: game.spillover.clone(),
        };
        let opens = pair.best_response(&[0.0, 0.0], 0).0 == 1.0;
        lead_matters += u32::from(opens != (pair.community[0] > pair.spillover[0][1]));
    }
    sheet.det(
        "random games of three with a pure equilibrium",
        f64::from(GAMES),
        f64::from(with_equilibrium),
    );
    sheet.note("An observation over random games, not a theorem.");
    sheet.det(
        "duels in which opening is not g > δ",
        0.0,
        f64::from(lead_matters),
    );
}
