//! Builds the engine for WebAssembly as the page is built, and finds the numpy reference.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const TARGET: &str = "wasm32-unknown-unknown";
/// The profile of the page, see `Cargo.toml`.
const PROFILE: &str = "web";
/// What the page's build tells wasm-opt that browsers have, see `index.html`.
const FEATURES: &[&str] = &[
    "--enable-simd",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// What the page's build lets it do, see `index.html`.
const PASSES: &[&str] = &[
    "--low-memory-unused",
    "--no-inline=*engine::sim*",
    "-O2",
    "-Oz",
];

/// Builds the module that Node.js can load and returns its path.
///
/// # Errors
/// A sentence that says what is missing.
pub fn module(root: &Path) -> Result<PathBuf, String> {
    let bindgen = bindgen(root)?;
    let target = root.join("target");
    eprintln!("Building the engine for WebAssembly …");
    let mut cargo = Command::new("cargo");
    cargo
        .current_dir(root)
        .args(["build", "--quiet", "--locked", "--bin", "bench"])
        .args(["--no-default-features", "--features", "bench"])
        .args(["--target", TARGET, "--profile", PROFILE, "--target-dir"])
        .arg(&target);
    done(
        cargo,
        "cargo could not build it; `cargo` and its wasm32 target are needed",
    )?;
    let built = target.join(TARGET).join(PROFILE).join("bench.wasm");
    let folder = target.join("bench");
    let mut bind = Command::new(bindgen);
    bind.args(["--target", "nodejs", "--out-name", "engine", "--out-dir"])
        .arg(&folder)
        .arg(built);
    done(bind, "wasm-bindgen could not bind it")?;
    optimise(root, &folder.join("engine_bg.wasm"))?;
    Ok(folder.join("engine.js"))
}

/// What the page's build does last, if the tool is there.
fn optimise(root: &Path, wasm: &Path) -> Result<(), String> {
    let tool = root.join("tests/e2e/node_modules/.bin/wasm-opt");
    if !tool.exists() {
        return Ok(());
    }
    let mut optimiser = Command::new(tool);
    optimiser.args(FEATURES).args(PASSES);
    optimiser.arg("-o").args([wasm, wasm]);
    done(optimiser, "wasm-opt could not optimise it")
}

/// The program wasm-bindgen in exactly the version of the library, where `tools/setup.sh` keeps it.
fn bindgen(root: &Path) -> Result<PathBuf, String> {
    let lock = std::fs::read_to_string(root.join("Cargo.lock")).unwrap_or_default();
    let version = lock
        .split_once("name = \"wasm-bindgen\"\nversion = \"")
        .and_then(|(_, rest)| rest.split('"').next())
        .ok_or("Cargo.lock does not stand where this program was built.")?;
    let cache = match std::env::var("XDG_CACHE_HOME") {
        Ok(cache) => PathBuf::from(cache),
        Err(_) => PathBuf::from(std::env::var("HOME").unwrap_or_default()).join(".cache"),
    };
    let folder = format!("after-the-leak/wasm-bindgen-cli-{version}/bin/wasm-bindgen");
    let tool = cache.join(folder);
    if tool.exists() {
        return Ok(tool);
    }
    Err(format!(
        "wasm-bindgen {version} is not installed; ./check installs it."
    ))
}

/// Runs a program to its end; its own messages stay visible.
fn done(mut command: Command, otherwise: &str) -> Result<(), String> {
    let status = command.stdin(Stdio::null()).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        _ => Err(format!("{otherwise}.")),
    }
}

/// What a link's outcome is in WebAssembly.
///
/// # Errors
/// A sentence, if Node.js could not run the module.
pub fn fingerprint(module: &Path, link: &str) -> Result<String, String> {
    let script = "console.log(require(process.argv[1]).fingerprint(process.argv[2]))";
    let output = Command::new("node")
        .args(["-e", script])
        .arg(module)
        .arg(link)
        .output()
        .map_err(|error| format!("node could not be started: {error}."))?;
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_string())
}

/// The folder of the numpy reference: inside the repository or beside it.
///
/// # Errors
/// A sentence, if it is nowhere.
pub fn reference(root: &Path) -> Result<PathBuf, String> {
    let places = [root.join("reference"), root.join("../shared/reference")];
    let found = places
        .into_iter()
        .find(|p| p.join("model_reference.py").exists());
    found.ok_or_else(|| "there is no reference/model_reference.py.".to_string())
}
