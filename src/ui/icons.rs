//! The few signs of the page, as strokes on a grid of 16.

use yew::prelude::*;

pub const PLAY: &str = "M4.5 2.5v11l9-5.5z";
pub const PAUSE: &str = "M5 3v10M11 3v10";
pub const BACK: &str = "M10 3L5 8l5 5";
pub const FORWARD: &str = "M6 3l5 5-5 5";
pub const UNDO: &str = "M6 3L2.5 6.5 6 10M3 6.5h6.5a4 4 0 0 1 0 8H7";
pub const REDO: &str = "M10 3l3.5 3.5L10 10M13 6.5H6.5a4 4 0 0 0 0 8H9";
pub const RESET: &str = "M3 3v4h4M3.3 7a5 5 0 1 1-.3 2.5";
pub const DICE: &str =
    "M2.5 2.5h11v11h-11zM5.5 5.5h.01M10.5 5.5h.01M8 8h.01M5.5 10.5h.01M10.5 10.5h.01";
pub const LINK: &str = "M6.5 9.5l3-3M7 4.5l1.5-1.5a3 3 0 0 1 4.3 4.3L11.3 8.8M9 11.5L7.500 13a3 3 0 0 1-4.300-4.300L4.700 7.200";
pub const CLOSE: &str = "M3.500 3.500l9 9M12.500 3.500l-9 9";
pub const AUTO: &str = "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 2v12M8 5.500h5M8 8h6M8 10.500h5";
pub const SUN: &str = "M8 5a3 3 0 1 0 0 6a3 3 0 0 0 0-6zM8 1v1.500M8 13.500V15M1 8h1.500M13.500 8H15M3 3l1.100 1.100M11.900 11.900L13 13M3 13l1.100-1.100M11.900 4.100L13 3";
pub const MOON: &str = "M13.500 9.500A6 6 0 0 1 6.500 2.500a6 6 0 1 0 7 7z";
pub const TUNE: &str = "M2 5h7M12 5h2M2 11h2M7 11h7M10.500 3.500v3M5.500 9.500v3";

/// A sign, hidden from screen readers: the button around it has words.
pub fn icon(path: &'static str) -> Html {
    let class = if path == PLAY { "icon solid" } else { "icon" };
    html! {
        <svg {class} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
            <path d={path} />
        </svg>
    }
}
