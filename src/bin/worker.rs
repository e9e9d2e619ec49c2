//! The worker: it says that it is there, with the version of the model it would run.

use after_the_leak::link::MODEL_VERSION;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DedicatedWorkerGlobalScope;

fn main() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    // Nobody listens when the page has gone meanwhile.
    let _ = scope.post_message(&JsValue::from_f64(f64::from(MODEL_VERSION)));
}
