//! `bench`: futures per second on this machine, side by side, and the ratios that the design holds them to.

mod build;
mod engine;

use super::output;
use super::sheet::{Edge, Sheet};
use super::{Failure, Outcome};
use crate::link;
use crate::sim::Scenario;
use crate::sim::presets::{PRESETS, Preset};
use engine::Engine;
use serde::Serialize;
use std::io::Write;
use std::path::Path;

/// Futures of one measurement: those of the fan that follows a slider, for every engine alike.
const FUTURES: u32 = 1000;
/// What is doubled to see how cost grows: futures, years, companies.
const GROWTH_FROM: (u32, u32, usize) = (FUTURES, 4, 4);
/// The least ratios, see `design.md`: a machine changes speeds, not what one is worth beside the other.
const LANES_OVER_SCALAR: f64 = 4.0;
const WASM_OVER_NATIVE: f64 = 0.75;
const WASM_OVER_NUMPY: f64 = 6.0;

#[derive(clap::Args)]
pub(super) struct BenchArgs {
    /// Measure each engine this often, in turn, and keep the best
    #[arg(long, value_name = "N", default_value_t = 9, value_parser = clap::value_parser!(u32).range(1..))]
    rounds: u32,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Report {
    machine: String,
    speeds: Vec<Speed>,
    ratios: Vec<Ratio>,
    growth: Vec<Growth>,
    /// What could not be measured, and why.
    missing: Vec<String>,
    /// For each preset, whether its outcome is the same natively and in WebAssembly.
    bits: Vec<Bits>,
}

#[derive(Serialize)]
struct Bits {
    preset: &'static str,
    native: String,
    wasm: String,
}

/// Futures per second on one core: five companies, eight years, two metrics.
#[derive(Serialize)]
struct Speed {
    engine: &'static str,
    best: f64,
    /// Half of the measurements were faster.
    median: f64,
}

#[derive(Serialize)]
struct Ratio {
    what: &'static str,
    ratio: f64,
    budget: f64,
    kept: bool,
}

/// What doubling one thing multiplies the cost by; 2 is linear.
#[derive(Serialize)]
struct Growth {
    doubled: &'static str,
    cost: f64,
}

/// Measures and prints.
pub(super) fn run(args: &BenchArgs, out: &mut dyn Write) -> Outcome {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let module = build::module(root);
    let (mut engines, missing) = all_engines(root, module.as_deref());
    let speeds = measure(&mut engines, args.rounds)?;
    let report = Report {
        machine: machine(),
        bits: module.map_or(vec![], |module| compare_bits(&module)),
        ratios: ratios(&speeds),
        growth: growths(args.rounds),
        speeds,
        missing,
    };
    if args.json {
        return output::json(out, &report);
    }
    text(&report, out)
}

/// Every engine there is, and sentences about those that are not.
fn all_engines(root: &Path, module: Result<&Path, &String>) -> (Vec<Engine>, Vec<String>) {
    let mut engines = vec![
        Engine::native("native scalar f64", crate::speed::scalar),
        Engine::native("native lanes", crate::speed::lanes),
    ];
    let mut missing = vec![];
    let wasm = module.map_err(String::clone).and_then(|module| {
        Ok([
            Engine::node("wasm scalar f64", "scalar", module)?,
            Engine::node("wasm lanes", "lanes", module)?,
        ])
    });
    match wasm {
        Ok(wasm) => engines.extend(wasm),
        Err(why) => missing.push(format!("WebAssembly was not measured: {why}")),
    }
    match build::reference(root).and_then(|folder| Engine::numpy("numpy reference", &folder)) {
        Ok(numpy) => engines.push(numpy),
        Err(why) => missing.push(format!("The numpy reference was not measured: {why}")),
    }
    (engines, missing)
}

/// The outcome of every preset on both hosts.
fn compare_bits(module: &Path) -> Vec<Bits> {
    let of = |(place, preset): (usize, &Preset)| {
        let scenario = Scenario::preset(place);
        Bits {
            preset: preset.id,
            native: link::fingerprint(&scenario).to_string(),
            wasm: build::fingerprint(module, &link::write(&scenario, "", None))
                .unwrap_or_else(|why| why),
        }
    };
    PRESETS.iter().enumerate().map(of).collect()
}

/// Measures every engine in turn, round after round, so that other work on the machine meets all of them alike.
fn measure(engines: &mut [Engine], rounds: u32) -> Result<Vec<Speed>, Failure> {
    for engine in engines.iter_mut() {
        // Warms it up.
        engine.seconds(FUTURES).map_err(Failure::Other)?;
    }
    let mut speeds = vec![vec![]; engines.len()];
    for _ in 0..rounds {
        for (engine, speeds) in engines.iter_mut().zip(&mut speeds) {
            let seconds = engine.seconds(FUTURES).map_err(Failure::Other)?;
            speeds.push(f64::from(FUTURES) / seconds);
        }
    }
    let speed = |(engine, mut speeds): (&Engine, Vec<f64>)| {
        speeds.sort_unstable_by(f64::total_cmp);
        Speed {
            engine: engine.name,
            best: speeds.last().copied().unwrap_or_default(),
            median: speeds[speeds.len() / 2],
        }
    };
    Ok(engines.iter().zip(speeds).map(speed).collect())
}

/// By what cost grows when futures, months and companies are doubled in turn: natively, in lanes, the best of all
/// rounds over the best.
fn growths(rounds: u32) -> Vec<Growth> {
    let (futures, years, companies) = GROWTH_FROM;
    let sizes = [
        ("", (futures, years, companies)),
        ("futures", (2 * futures, years, companies)),
        ("months", (futures, 2 * years, companies)),
        ("companies", (futures, years, 2 * companies)),
    ];
    let mut best = sizes.map(|_| f64::INFINITY);
    for _ in 0..rounds {
        for ((_, (futures, years, companies)), best) in sizes.iter().zip(&mut best) {
            let work = || crate::speed::lanes_of(*futures, *years, *companies);
            *best = best.min(engine::timed(work));
        }
    }
    let growth = |((what, _), seconds): (&(&'static str, _), &f64)| Growth {
        doubled: what,
        cost: seconds / best[0],
    };
    sizes.iter().zip(&best).skip(1).map(growth).collect()
}

/// The ratios of which both sides were measured.
fn ratios(speeds: &[Speed]) -> Vec<Ratio> {
    let best = |name| speeds.iter().find(|s| s.engine == name).map(|s| s.best);
    let pairs = [
        (
            "native lanes ÷ native scalar f64",
            "native lanes",
            "native scalar f64",
            0.0,
        ),
        (
            "wasm lanes ÷ wasm scalar f64",
            "wasm lanes",
            "wasm scalar f64",
            LANES_OVER_SCALAR,
        ),
        (
            "wasm lanes ÷ native lanes",
            "wasm lanes",
            "native lanes",
            WASM_OVER_NATIVE,
        ),
        (
            "wasm lanes ÷ numpy reference",
            "wasm lanes",
            "numpy reference",
            WASM_OVER_NUMPY,
        ),
    ];
    let of = |(what, above, below, budget)| {
        let ratio = best(above)? / best(below)?;
        let kept = ratio >= budget;
        Some(Ratio {
            what,
            ratio,
            budget,
            kept,
        })
    };
    pairs.into_iter().filter_map(of).collect()
}

/// Processor, cores and how busy they are, as far as the system tells.
fn machine() -> String {
    let file = |path| std::fs::read_to_string(path).unwrap_or_default();
    let processor = file("/proc/cpuinfo")
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(": "))
        .map_or("unknown processor".to_string(), |(_, name)| {
            name.to_string()
        });
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let load = file("/proc/loadavg");
    let load = match load.split_whitespace().next() {
        Some(load) => format!(", load {load}"),
        None => String::new(),
    };
    let (system, kind) = (std::env::consts::OS, std::env::consts::ARCH);
    let built = if cfg!(debug_assertions) {
        "; NOT A RELEASE BUILD: native figures mean nothing"
    } else {
        ""
    };
    format!("{processor}, {cores} cores, {system} {kind}{load}{built}")
}

fn text(report: &Report, out: &mut dyn Write) -> Outcome {
    writeln!(out, "{}", report.machine)?;
    writeln!(
        out,
        "One core, {FUTURES} futures, five companies, eight years, two metrics.\n"
    )?;
    let heads = ["futures per second", "best", "median"];
    let edge = |head: &str| match head {
        "best" | "median" | "ratio" | "cost" => Edge::Right,
        _ => Edge::Left,
    };
    let mut sheet = Sheet::new(heads.map(|head| (head, edge(head))));
    for s in &report.speeds {
        sheet.row([
            s.engine.to_string(),
            format!("{:.0}", s.best),
            format!("{:.0}", s.median),
        ]);
    }
    sheet.write(out)?;
    writeln!(out)?;
    let heads = ["best over best", "ratio", "budget"];
    let mut sheet = Sheet::new(heads.map(|head| (head, edge(head))));
    for r in &report.ratios {
        let budget = match (r.budget > 0.0, r.kept) {
            (false, _) => "–".to_string(),
            (true, true) => format!("≥ {}, kept", r.budget),
            (true, false) => format!("≥ {}, BROKEN", r.budget),
        };
        sheet.row([r.what.to_string(), format!("{:.2}", r.ratio), budget]);
    }
    sheet.write(out)?;
    writeln!(out)?;
    let heads = ["doubled, natively in lanes", "cost"];
    let mut sheet = Sheet::new(heads.map(|head| (head, edge(head))));
    for g in &report.growth {
        sheet.row([g.doubled.to_string(), format!("× {:.2}", g.cost)]);
    }
    sheet.write(out)?;
    let same = report.bits.iter().filter(|b| b.native == b.wasm).count();
    let of = report.bits.len();
    if of > 0 {
        writeln!(
            out,
            "\nSame bits natively and in WebAssembly: {same} of {of} presets."
        )?;
    }
    for sentence in &report.missing {
        writeln!(out, "\n{sentence}")?;
    }
    Ok(())
}
