//! A Leptos effect with a boxed closure, which keeps the program small.

use leptos::prelude::*;

/// Runs something now, and again whenever a signal that it reads changes.
///
/// `Effect::new` is compiled for every closure it is given. The closures are boxed
/// here, so that the program has its code once (see benches/page, "Size of the
/// program").
pub fn effect(run: impl FnMut() + 'static) {
    boxed_effect(Box::new(run));
}

fn boxed_effect(run: Box<dyn FnMut()>) {
    Effect::new(run);
}
