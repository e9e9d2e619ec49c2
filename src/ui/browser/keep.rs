//! Files that the browser offers to keep: texts, and drawings painted as pixels.

use super::{Timer, document, once};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, MouseEvent};

/// Offers a text as a file to keep.
pub fn download(name: &str, kind: &str, text: &str) {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let Ok(blob) = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options) else {
        return;
    };
    let Ok(url) = web_sys::Url::create_object_url_with_blob(&blob) else {
        return;
    };
    offer(name, &url);
    let _ = web_sys::Url::revoke_object_url(&url);
}

/// Offers what stands at an address as a file to keep.
fn offer(name: &str, url: &str) {
    if let Ok(link) = document().create_element("a") {
        let link: web_sys::HtmlAnchorElement = link.unchecked_into();
        link.set_href(url);
        link.set_download(name);
        link.click();
    }
}

/// Says something for a while in the status that stands beside the button that was pressed.
pub fn say_beside(e: &MouseEvent, words: &str, ms: i32) {
    let button = e.target().and_then(|t| t.dyn_into::<Element>().ok());
    let around = button.and_then(|button| button.parent_element());
    let Some(Ok(Some(status))) = around.map(|a| a.query_selector("[role=status]")) else {
        return;
    };
    status.set_text_content(Some(words));
    // Nobody takes it back.
    std::mem::forget(Timer::after(ms, move || status.set_text_content(None)));
}

/// Pictures have so many pixels a CSS px, for dense screens.
const DENSITY: f64 = 2.0;

/// Offers an SVG text of so many px, painted, as a PNG file to keep.
pub fn download_painted(name: &str, svg: &str, size: (f32, f32)) {
    let Ok(image) = web_sys::HtmlImageElement::new() else {
        return;
    };
    let (loaded, name) = (image.clone(), name.to_string());
    let paint = once(move || {
        if let Some(url) = painted(&loaded, size) {
            offer(&name, &url);
        }
    });
    image.set_onload(Some(&paint));
    let text = String::from(js_sys::encode_uri_component(svg));
    image.set_src(&["data:image/svg+xml,", &text].concat());
}

/// An image as the address of a PNG.
fn painted(image: &web_sys::HtmlImageElement, (width, height): (f32, f32)) -> Option<String> {
    let canvas = document().create_element("canvas").ok()?;
    let canvas: web_sys::HtmlCanvasElement = canvas.unchecked_into();
    let (width, height) = (f64::from(width) * DENSITY, f64::from(height) * DENSITY);
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let pen = canvas.get_context("2d").ok()??;
    let pen: web_sys::CanvasRenderingContext2d = pen.unchecked_into();
    pen.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width, height)
        .ok()?;
    canvas.to_data_url().ok()
}
