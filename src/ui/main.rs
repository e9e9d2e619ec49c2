//! The page: state, views and the browser behind them.
//!
//! One pure reducer ([`state`]) holds the state; [`futures`] answers scenarios with results; everything else
//! shows. Rules of the house: every list and every conditional block has an element of its own around it, and no
//! component renders nothing; else the framework would rebuild neighbours, and a drag would lose its slider.

mod address;
mod asked;
mod browser;
mod changes;
mod chart_view;
mod charts;
mod companies;
mod controls;
mod fans;
mod fault;
mod field;
mod files;
mod futures;
mod icons;
mod inside;
mod many;
mod model;
mod msg;
mod near;
mod news;
mod notes;
mod outcomes;
mod page;
mod play;
mod pool;
mod race;
mod readout;
mod state;
mod stepper;
mod theme;
mod timeline;
mod topbar;
mod view;
mod words;
mod worker;

use std::rc::Rc;
use yew::prelude::*;

/// A large value that is equal only to itself, so that comparing it costs nothing.
pub struct Shared<T>(pub Rc<T>);

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Shared(self.0.clone())
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> std::ops::Deref for Shared<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

/// The width of the element that the given reference stands at, in px; 0 until it is known.
#[hook]
fn use_width(element: &NodeRef) -> f32 {
    let width = use_state(|| 0.0_f32);
    let setter = width.setter();
    use_effect_with(element.clone(), move |element| {
        let watch = element.cast::<web_sys::Element>().and_then(|element| {
            setter.set(element.client_width() as f32);
            browser::WidthWatch::new(&element, move |width| setter.set(width))
        });
        move || drop(watch)
    });
    *width
}

/// Whether the element that the given reference stands at is on the screen.
#[hook]
fn use_sight(element: &NodeRef) -> bool {
    let seen = use_state(|| false);
    let setter = seen.setter();
    use_effect_with(element.clone(), move |element| {
        let watch = element
            .cast::<web_sys::Element>()
            .and_then(|element| browser::SightWatch::new(&element, move |now| setter.set(now)));
        move || drop(watch)
    });
    *seen
}

/// Puts the page into its place in `index.html` and starts it.
///
/// Page and workers are one program, so that a visit fetches one engine: started where there is no page, it is a worker.
fn main() {
    if web_sys::window().is_none() {
        return worker::run();
    }
    fault::catch();
    let root = browser::document()
        .get_element_by_id("app")
        .unwrap_or_else(|| browser::body().into());
    yew::Renderer::<page::Page>::with_root(root).render();
}
