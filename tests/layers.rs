//! Who may import whom: the map of `lib.rs`, held against every `use` and path in `src`.

use std::fs;
use std::path::{Path, PathBuf};

/// Each room and the rooms it may name. Nothing else is an edge, and every edge listed is walked somewhere.
const MAY_USE: &[(&str, &[&str])] = &[
    ("num", &[]),
    ("theory", &["num"]),
    ("sim", &["num", "theory"]),
    ("study", &["num", "sim", "theory"]),
    ("game", &["chart", "link", "num", "sim", "study"]),
    ("chart", &["num", "sim"]),
    ("link", &["num", "sim"]),
    ("speed", &["num", "sim"]),
    ("docs", &["chart", "link", "sim", "study", "theory"]),
    (
        "ui",
        &["chart", "docs", "game", "link", "num", "sim", "study"],
    ),
    (
        "cli",
        &[
            "chart", "docs", "game", "link", "num", "sim", "speed", "study", "theory",
        ],
    ),
];

fn sources(dir: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).expect("src is readable") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
}

/// The room a file belongs to: `src/sim/leak.rs` and `src/sim.rs` to `sim`.
fn room(path: &Path, src: &Path) -> String {
    let inside = path.strip_prefix(src).expect("inside src");
    let first = inside
        .components()
        .next()
        .expect("a part")
        .as_os_str()
        .to_string_lossy();
    first.trim_end_matches(".rs").to_string()
}

/// The rooms a file names through `crate::…`, or `after_the_leak::…` in the page's own package, also within braces.
fn named(text: &str) -> Vec<String> {
    let code: String = text
        .lines()
        .filter(|l| !l.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n");
    let mut rooms = vec![];
    for part in code.split("crate::").skip(1) {
        let list = part
            .strip_prefix('{')
            .map_or(part, |inner| inner.split('}').next().unwrap_or(inner));
        let items = if part.starts_with('{') {
            list.split(',').collect()
        } else {
            vec![list]
        };
        for item in items {
            let name: String = item
                .trim()
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect();
            rooms.push(name);
        }
    }
    rooms
}

#[test]
fn no_room_names_a_room_it_may_not() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = vec![];
    sources(&src, &mut files);
    let mut walked = std::collections::BTreeSet::new();
    for path in files {
        let here = room(&path, &src);
        let Some((_, allowed)) = MAY_USE.iter().find(|(room, _)| *room == here) else {
            continue;
        };
        let mut text = fs::read_to_string(&path).expect("readable");
        if here == "ui" {
            // A package of its own: what it calls `crate` is itself.
            text = text
                .replace("crate::", "")
                .replace("after_the_leak::", "crate::");
        }
        for there in named(&text) {
            if there == here || there.is_empty() {
                continue;
            }
            assert!(
                allowed.contains(&there.as_str()),
                "{} names {there}; {here} may name {allowed:?}",
                path.display()
            );
            walked.insert((here.clone(), there));
        }
    }
    for (room, allowed) in MAY_USE {
        for there in *allowed {
            assert!(
                walked.contains(&((*room).to_string(), (*there).to_string())),
                "{room} → {there} is allowed and never used"
            );
        }
    }
}

/// The model reads no clock, no file, no thread and no page.
#[test]
fn the_model_is_a_function() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = vec![];
    for inside in ["num", "theory", "sim", "study", "game"] {
        sources(&src.join(inside), &mut files);
    }
    for path in files {
        let text = fs::read_to_string(&path).expect("readable");
        for word in [
            "std::time",
            "std::fs",
            "std::thread",
            "std::env",
            "web_sys",
            "js_sys",
            "thread_local",
            "static mut",
        ] {
            assert!(!text.contains(word), "{} names {word}", path.display());
        }
    }
}
