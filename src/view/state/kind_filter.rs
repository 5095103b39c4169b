//! State: which groups of stays the reader has hidden or shown.

use leptos::prelude::*;

use crate::domain::life::GroupId;

/// Which groups of stays the reader wants to see.
#[derive(Clone, Copy)]
pub struct KindFilter {
    /// A bit for each group.
    groups: RwSignal<u32>,
}

impl KindFilter {
    pub fn new() -> Self {
        Self { groups: RwSignal::new(u32::MAX) }
    }

    /// Are stays of this group shown?
    pub fn shows(&self, group: GroupId) -> bool {
        self.groups.get() & (1 << group.0) != 0
    }

    pub fn shows_untracked(&self, group: GroupId) -> bool {
        self.groups.get_untracked() & (1 << group.0) != 0
    }

    /// Shows or hides the stays of a group.
    pub fn toggle_group(&self, group: GroupId) {
        self.groups.update(|groups| *groups ^= 1 << group.0);
    }
}
