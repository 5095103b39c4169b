//! What looks like a date and is not.

use super::*;

#[test]
fn events_and_things_named_after_a_time() {
    for text in [
        "the October Revolution",
        "the July Days",
        "the Winter Palace",
        "the Five-Year Plan",
        "the Six-Day War",
        "the Hundred Days",
        "Bloody Sunday",
        "the Spring Offensive",
        "the Red Dawn",
        "the Easter Rising",
        "a White Christmas",
        "the Morning Post",
        "the April Theses were read",
    ] {
        check(&format!("He saw {text}."), &[]);
    }
}

#[test]
fn people_and_verbs_named_like_months() {
    for text in [
        "Theresa May spoke.",
        "He may, perhaps.",
        "They march on.",
        "the March on Rome",
        "Philipp August died.",
        "April's sister and June's aunt",
        "May I go?",
        "August Bebel spoke.",
        "the springs of water",
        "They fall back.",
        "to spring up",
    ] {
        check(text, &[]);
    }
}

#[test]
fn numbers_of_things() {
    for text in [
        "1,500 men",
        "He had 1500 soldiers.",
        "some 1200 died",
        "more than 1500 came",
        "Resolution 1483",
        "No. 1919",
        "$1500",
        "a 1500-ton ship",
        "He killed 1400 victims.",
        "at least 1800",
        "the 38th parallel",
        "the 20th Division",
        "1903.5",
        "page 1812",
        "1600 Elm Street",
    ] {
        check(text, &[]);
    }
    check("In 1500 soldiers were few.", &[("1500", "1500")]);
    check("the 1812 Overture and the War of 1812", &[("1812", "1812"), ("1812", "1812")]);
}

#[test]
fn idioms_with_a_word_of_time() {
    for text in ["for the first time", "three times", "The New York Times", "He carried the day."] {
        check(text, &[]);
    }
}

#[test]
fn forms_within_forms_have_a_limit() {
    let found = find_dates(&"the day after ".repeat(20_000));
    assert!(!found.is_empty(), "and the stack is deep enough");
}
