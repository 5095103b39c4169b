//! Elements of the page over Leptos' signals.
//!
//! Leptos' own `view!` gives every piece of a page a type of its own, and the
//! compiler writes building, changing and removing out for each of them: for
//! this page that was 281 kB (brotli) where 250 are allowed. Here one type
//! serves all; what a piece shows and follows is a boxed closure.

use leptos::prelude::*;
use leptos::tachys::view::{Mountable, Render};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement};

/// An element under construction. What it follows and listens to ends with the
/// reactive owner it was made under.
#[derive(Clone)]
pub struct El(Element);

/// An element with a class (none if empty).
pub fn el(tag: &str, class: &str) -> El {
    created(document().create_element(tag), class)
}

/// The same, of a drawing.
pub fn svg(tag: &str, class: &str) -> El {
    created(document().create_element_ns(Some("http://www.w3.org/2000/svg"), tag), class)
}

/// A button with words.
pub fn button(class: &str, words: &str, press: impl Fn() + 'static) -> El {
    el("button", class).set("type", "button").text(words).on("click", move |_: Event| press())
}

/// A button that is a picture (an SVG path in a field of 16 by 16); its name is
/// for those who cannot see it.
pub fn icon_button(class: &str, name: &str, path: &str, press: impl Fn() + 'static) -> El {
    let path = svg("path", "").set("d", path);
    let picture = svg("svg", "").set("viewBox", "0 0 16 16").set("aria-hidden", "true").child(path);
    button(class, "", press).set("aria-label", name).set("title", name).child(picture)
}

/// A list to choose one from.
pub fn choice<const N: usize>(
    name: &str,
    labels: [&str; N],
    now: impl Fn() -> usize + 'static,
    choose: impl Fn(usize) + 'static,
) -> El {
    let options = labels
        .iter()
        .zip(0..)
        .map(|(label, i): (_, i32)| el("option", "").set("value", &i.to_string()).text(label));
    el("select", "")
        .set("aria-label", name)
        .set("title", name)
        .children(options)
        .value_live(move || now().to_string())
        .on("change", move |event: Event| {
            if let Some(i) = event_target_value(&event).parse().ok().filter(|&i: &usize| i < N) {
                choose(i);
            }
        })
}

impl El {
    /// Sets an attribute.
    pub fn set(self, name: &str, value: &str) -> Self {
        // Refused only for names that are none.
        let _ = self.0.set_attribute(name, value);
        self
    }

    /// An attribute that follows what the closure reads; while that is empty it
    /// is not there.
    pub fn live(self, name: &'static str, value: impl Fn() -> String + 'static) -> Self {
        let element = self.0.clone();
        follow(Box::new(move || {
            let value = value();
            let _ = if value.is_empty() {
                element.remove_attribute(name)
            } else {
                element.set_attribute(name, &value)
            };
        }));
        self
    }

    /// A class that is there while something holds.
    pub fn class_while(self, class: &'static str, holds: impl Fn() -> bool + 'static) -> Self {
        let list = self.0.class_list();
        follow(Box::new(move || _ = list.toggle_with_force(class, holds())));
        self
    }

    /// Not shown while something holds.
    pub fn hidden_while(self, holds: impl Fn() -> bool + 'static) -> Self {
        let element = self.0.clone();
        follow(Box::new(move || _ = element.toggle_attribute_with_force("hidden", holds())));
        self
    }

    /// A property of the style that follows.
    pub fn style_live(self, name: &'static str, value: impl Fn() -> String + 'static) -> Self {
        let style = self.html().map(|element| element.style());
        follow(Box::new(move || {
            if let Some(style) = &style {
                let _ = style.set_property(name, &value());
            }
        }));
        self
    }

    /// The value of a field, which follows.
    pub fn value_live(self, value: impl Fn() -> String + 'static) -> Self {
        // A property, not the attribute: that is but the value at first.
        let element = self.0.clone();
        follow(Box::new(move || {
            let _ = js_sys::Reflect::set(&element, &"value".into(), &value().into());
        }));
        self
    }

    /// A box that is ticked while something holds.
    pub fn checked_live(self, holds: impl Fn() -> bool + 'static) -> Self {
        let element = self.0.clone().dyn_into::<HtmlInputElement>().ok();
        follow(Box::new(move || {
            if let Some(element) = &element {
                element.set_checked(holds());
            }
        }));
        self
    }

    /// Listens to an event.
    pub fn on<E: JsCast + 'static>(self, event: &str, act: impl Fn(E) + 'static) -> Self {
        self.listen(event, Box::new(move |event| act(event.unchecked_into())))
    }

    fn listen(self, event: &str, act: Box<dyn FnMut(Event)>) -> Self {
        let closure = Closure::wrap(act);
        let _ = self.0.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
        StoredValue::new_local(closure);
        self
    }

    /// Adds words.
    pub fn text(self, words: &str) -> Self {
        if !words.is_empty() {
            let _ = self.0.append_child(&document().create_text_node(words));
        }
        self
    }

    /// Adds words that follow.
    pub fn text_live(self, words: impl Fn() -> String + 'static) -> Self {
        let node = document().create_text_node("");
        let _ = self.0.append_child(&node);
        follow(Box::new(move || node.set_data(&words())));
        self
    }

    /// Adds a child.
    pub fn child(self, child: Self) -> Self {
        let _ = self.0.append_child(&child.0);
        self
    }

    /// Adds children.
    pub fn children(self, children: impl IntoIterator<Item = Self>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    /// Its children follow: all are made anew when something changes.
    pub fn children_live(self, children: impl Fn() -> Vec<Self> + 'static) -> Self {
        let element = self.0.clone();
        follow(Box::new(move || {
            element.set_text_content(None);
            for child in children() {
                let _ = element.append_child(&child.0);
            }
        }));
        self
    }

    /// The element itself.
    pub fn html(&self) -> Option<HtmlElement> {
        self.0.clone().dyn_into().ok()
    }
}

/// Does something at the edges of the page now, and again when a signal it reads
/// changes; after all that is shown has followed. Boxed: Leptos' effects are
/// written out anew for every closure.
pub fn effect(run: impl FnMut() + 'static) {
    let mut run: Box<dyn FnMut()> = Box::new(run);
    Effect::new(move |_: Option<()>| run());
}

/// Runs now, and again when a signal it reads changes.
fn follow(run: Box<dyn Fn()>) {
    StoredValue::new_local(RenderEffect::new(move |_: Option<()>| run()));
}

fn created(element: Result<Element, wasm_bindgen::JsValue>, class: &str) -> El {
    // The names of the elements are ours: no browser refuses them.
    #[expect(clippy::expect_used, reason = "nothing from outside is in it")]
    let element = element.expect("an element of HTML or SVG");
    if !class.is_empty() {
        let _ = element.set_attribute("class", class);
    }
    El(element)
}
