//! The engine alone in WebAssembly, for `after-the-leak bench` to run in Node.js.

use wasm_bindgen::prelude::wasm_bindgen;

/// See [`after_the_leak::speed::lanes`].
#[wasm_bindgen]
pub fn lanes(futures: u32) -> f64 {
    after_the_leak::speed::lanes(futures)
}

/// See [`after_the_leak::speed::scalar`].
#[wasm_bindgen]
pub fn scalar(futures: u32) -> f64 {
    after_the_leak::speed::scalar(futures)
}

/// The fingerprint of a link, to compare with that of another host.
#[wasm_bindgen]
pub fn fingerprint(link: &str) -> String {
    let (link, _) = after_the_leak::link::Link::read(link);
    after_the_leak::link::fingerprint(&link.scenario).to_string()
}

fn main() {}
