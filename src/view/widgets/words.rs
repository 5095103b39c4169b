//! Words that change.

use leptos::prelude::*;

/// A text that is worked out anew when a signal that it reads changes.
///
/// A closure in a view is compiled for every closure. These are boxed, so that the
/// program has the code once (see benches/page, "Size of the program").
pub fn words(text: impl Fn() -> String + Send + Sync + 'static) -> AnyView {
    boxed_words(Box::new(text))
}

fn boxed_words(text: Box<dyn Fn() -> String + Send + Sync>) -> AnyView {
    (move || text()).into_any()
}
