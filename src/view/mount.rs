//! The element that the page lives in: a page can give way to another.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use leptos::mount::mount_to;
use leptos::prelude::*;
use web_sys::{Element, HtmlElement};

use crate::view::html::{button, el};
use crate::view::loaded::Loaded;
use crate::view::shell::{failed, page};
use crate::view::state::PageState;
use crate::view::strings;

/// Where pages are mounted, and what is said over them.
#[derive(Clone)]
pub struct Host {
    shell: HtmlElement,
    mounted: Rc<RefCell<Option<Box<dyn Any>>>>,
    note: Rc<RefCell<Option<Element>>>,
}

impl Host {
    pub fn new(shell: HtmlElement) -> Self {
        Self { shell, mounted: Rc::default(), note: Rc::default() }
    }

    /// Shows the page of what was loaded, or the reason why there is none.
    pub fn show(&self, loaded: Result<Loaded, String>) {
        self.hush();
        // First the old page ends, with all that it listened to.
        drop(self.mounted.take());
        // Without a map there is still the life as a document.
        let document = loaded.is_err().then(|| self.shell.query_selector(".itinerary"));
        self.shell.set_inner_html("");
        let (element, host) = (self.shell.clone(), self.clone());
        // What is made within belongs to the mount, and lives as long.
        let mount = mount_to(self.shell.clone(), move || {
            let content = match loaded {
                Ok(loaded) => page(PageState::new(loaded), &host),
                Err(reason) => failed(&reason),
            };
            if let Some(content) = content.html() {
                let _ = element.append_child(&content);
            }
        });
        self.mounted.replace(Some(Box::new(mount)));
        if let Some(Ok(Some(document))) = document {
            let _ = self.shell.append_child(&document);
        }
    }

    /// Says how far something is, over whatever is shown.
    pub fn say(&self, words: &str) {
        let note = self.note.borrow().clone();
        if let Some(note) =
            note.filter(|note| note.get_attribute("role").as_deref() == Some("status"))
        {
            note.set_text_content(Some(words));
        } else {
            self.put(el("div", "failure").set("role", "status").text(words).html());
        }
    }

    /// Says what went wrong; what is shown stays.
    pub fn warn(&self, reason: &str) {
        let host = self.clone();
        let close = button("plain", strings::CLOSE, move || host.hush());
        let reason = el("p", "").text(reason);
        self.put(el("div", "failure").set("role", "alert").child(reason).child(close).html());
    }

    fn put(&self, note: Option<HtmlElement>) {
        self.hush();
        if let (Some(note), Some(body)) = (note, document().body()) {
            let _ = body.append_child(&note);
            self.note.replace(Some(note.into()));
        }
    }

    fn hush(&self) {
        if let Some(note) = self.note.take() {
            note.remove();
        }
    }
}
