//! Today's leak: a scenario made of a date, the same for everybody, without a server.

use crate::num::mix;
use crate::sim::Scenario;
use crate::sim::goals::GOALS;
use crate::sim::presets::PRESETS;
use crate::sim::seed::Seed;

/// Presets that begin a game: those in which the first company's answer is not given already.
const PRESETS_DRAWN: [&str; 6] = [
    "meta-agent",
    "efficiency-shock",
    "safety-incident",
    "regulated",
    "standard-war",
    "ai-winter",
];
/// Presets without a leak of their own get one in a month up to this, of this much information at least and at most.
const LEAK_MONTHS: u64 = 6;
const LEAK_INFO: [f64; 2] = [0.25, 0.6];
/// Kinds and causes of leaks that are drawn, as words.
const KINDS: [&str; 3] = ["documents", "code", "weights"];
const CAUSES: [&str; 3] = ["accident", "theft", "insider"];
/// Keeps today's leak apart from other scenarios with a number for a seed.
const KEY: u64 = 0x0064_6169_6c79;

/// The scenario of a day, counted from 1 January 1970. The company that leaks is the one that is played.
pub fn daily(day: u32) -> Scenario {
    let key = mix(KEY ^ u64::from(day));
    let draw = |place: u64, of: u64| mix(key ^ place) % of.max(1);
    let pick = |place: u64, list: &[&'static str]| list[draw(place, list.len() as u64) as usize];
    let mut scenario = Scenario::named(pick(0, &PRESETS_DRAWN)).unwrap_or_default();
    scenario.seed = Seed::from_number(key);
    // The company that leaks stands first.
    let victim = draw(1, scenario.companies.len() as u64) as usize;
    scenario.companies.rotate_left(victim);
    scenario.player = scenario.companies.first().map(|c| c.archetype);
    scenario.goal = GOALS[draw(2, GOALS.len() as u64) as usize].goal;
    let hundredths = 100.0 * (LEAK_INFO[1] - LEAK_INFO[0]);
    let info = LEAK_INFO[0] + draw(5, hundredths as u64 + 1) as f64 / 100.0;
    let leak = [
        ("leak_month", (1 + draw(3, LEAK_MONTHS)).to_string()),
        ("leak_kind", pick(4, &KINDS).to_string()),
        ("leak_info", info.to_string()),
        ("leak_cause", pick(6, &CAUSES).to_string()),
        ("rivals", "looking-ahead".to_string()),
    ];
    for (key, value) in leak {
        let notes = scenario.set(key, &value);
        debug_assert!(notes.is_empty(), "{notes:?}");
    }
    scenario
}

/// The day a date is, counted from 1 January 1970; nothing for what is no date from then to the year 9999.
///
/// Days in the civil calendar by Howard Hinnant's method: years begin in March, so that leap days end them.
pub fn day_of(year: u32, month: u32, day: u32) -> Option<u32> {
    let divides = |n: u32| year.is_multiple_of(n);
    let leap = divides(4) && (!divides(100) || divides(400));
    let lengths = [
        31,
        28 + u32::from(leap),
        31,
        30,
        31,
        30,
        31,
        31,
        30,
        31,
        30,
        31,
    ];
    let length = *lengths.get((month as usize).checked_sub(1)?)?;
    if !(1970..=9999).contains(&year) || day == 0 || day > length {
        return None;
    }
    let before: u32 = lengths[..month as usize - 1].iter().sum();
    let leaps = |year: u32| year / 4 - year / 100 + year / 400;
    let leap_days = leaps(year - 1) - leaps(1969);
    Some((year - 1970) * 365 + leap_days + before + day - 1)
}

/// Whether a preset may be the scenario of a day.
pub fn is_drawn(id: &str) -> bool {
    PRESETS_DRAWN.contains(&id) && PRESETS.iter().any(|p| p.id == id)
}
