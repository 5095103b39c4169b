//! Mounts a view in the page's element of index.html, replacing the view before it.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use leptos::mount::mount_to;
use leptos::prelude::*;
use web_sys::HtmlElement;

/// The element of index.html in which the page is mounted.
#[derive(Clone)]
pub struct MountPoint {
    element: HtmlElement,
    mounted: Rc<RefCell<Option<Box<dyn Any>>>>,
}

impl MountPoint {
    pub fn new(element: HtmlElement) -> Self {
        Self { element, mounted: Rc::default() }
    }

    /// Shows a view in place of what is shown now. `keep` is the selector of an
    /// element of index.html that stays below it, if it is still there.
    pub fn show(&self, view: impl FnOnce() -> AnyView + 'static, keep: Option<&str>) {
        // The old view is removed first, with its event listeners.
        drop(self.mounted.take());
        let kept = keep.and_then(|selector| self.element.query_selector(selector).ok().flatten());
        self.element.set_inner_html("");
        self.mounted.replace(Some(Box::new(mount_to(self.element.clone(), view))));
        if let Some(kept) = kept {
            let _ = self.element.append_child(&kept);
        }
    }
}
