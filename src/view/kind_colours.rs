//! Puts the colours of the groups of stays, which come from data, into the page's style
//! sheet.

use std::cell::Cell;

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::CssStyleSheet;

use crate::domain::life::{KindTable, StayGroup};

thread_local! {
    static APPLIED: Cell<bool> = const { Cell::new(false) };
}

/// Gives each group of kinds its colour: the rules of its CSS class
/// go into the page's style sheet. The page's policy allows this, unlike a style element.
///
/// All lives of a page share one table, so it is done once.
pub fn apply(kinds: &KindTable) {
    if kinds.groups().is_empty() || APPLIED.replace(true) {
        return;
    }
    let sheets = document().style_sheets();
    let Some(sheet) = sheets.get(0).and_then(|sheet| sheet.dyn_into::<CssStyleSheet>().ok()) else {
        return;
    };
    let last = sheet.css_rules().map_or(0, |rules| rules.length());
    let rules = kinds.groups().iter().flat_map(|group| rules(group));
    for (index, rule) in (last..).zip(rules) {
        // A rule the browser refuses leaves the group in the colour of text.
        let _ = sheet.insert_rule_with_index(&rule, index);
    }
}

fn rules(group: &StayGroup) -> [String; 2] {
    let rule = |colour: &str| format!(".{}{{color:{colour}}}", group.class());
    let dark = rule(&group.colour_dark);
    [rule(&group.colour), format!("@media (prefers-color-scheme:dark){{{dark}}}")]
}
