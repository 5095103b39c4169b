//! Seasons, decades, centuries, ages and durations.

use super::*;

#[test]
fn seasons() {
    check(
        "in the summer of 1943, winter 1917–18, the winter of 1916/17, autumn 1918",
        &[
            ("the summer of 1943", "1943-22"),
            ("winter 1917–18", "1917-24"),
            ("the winter of 1916/17", "1916-24"),
            ("autumn 1918", "1918-23"),
        ],
    );
    check(
        "In May 1915 he left. That summer he came. The following spring he died.",
        &[("May 1915", "1915-05"), ("That summer", "1915-22"), ("The following spring", "1916-21")],
    );
    check("in the fall of 1863, until the fall of the city", &[("the fall of 1863", "1863-23")]);
}

#[test]
fn years_decades_and_centuries() {
    check(
        "the 1930s, late 1960s, the nineteenth century, eighteenth-century, in 1916/17",
        &[
            ("the 1930s", "193X"),
            ("late 1960s", "[1966..1969]"),
            ("the nineteenth century", "18XX"),
            ("eighteenth-century", "17XX"),
            ("1916/17", "1916/1917"),
        ],
    );
    check(
        "in the early 19th century, mid-19th century, the '89 club of 1791",
        &[
            ("the early 19th century", "[1800..1832]"),
            ("mid-19th century", "[1833..1865]"),
            ("1791", "1791"),
        ],
    );
    check(
        "In 1919. The twenties; his thirties; the early thirties",
        &[("1919", "1919"), ("The twenties", "192X"), ("the early thirties", "[1930..1932]")],
    );
    check("In 1791, the Club of '89", &[("1791", "1791"), ("'89", "1789")]);
}

#[test]
fn durations() {
    check(
        "two months, nearly three years, a week, a month-long siege, a 90-day truce, twenty-five years",
        &[
            ("two months", "P2M"),
            ("nearly three years", "P3Y"),
            ("a week", "P1W"),
            ("a month-long", "P1M"),
            ("a 90-day", "P90D"),
            ("twenty-five years", "P25Y"),
        ],
    );
    check("half an hour, half a century", &[("half an hour", "PT30M"), ("half a century", "P50Y")]);
    check(
        "for a few days, several hours, two and a half years, ten or fifteen years, over the next two weeks, the past decade",
        &[
            ("a few days", "PXD"),
            ("several hours", "PTXH"),
            ("two and a half years", "P2.5Y"),
            ("ten", "P10Y"),
            ("fifteen years", "P15Y"),
            ("the next two weeks", "P2W"),
            ("the past decade", "P10Y"),
        ],
    );
}

#[test]
fn ages_are_years_of_life_where_the_birth_is_known() {
    let text =
        "(18 December 1878 – 5 March 1953). At age 12 he fell ill; aged twenty-four, he left.";
    check_dates(
        text,
        &[
            ("18 December 1878", "1878-12-18"),
            ("5 March 1953", "1953-03-05"),
            ("age 12", "1890-12-18/1891-12-17"),
            ("aged twenty-four", "1902-12-18/1903-12-17"),
        ],
    );
    check("He died at the age of seventy.", &[("age of seventy", "P70Y")]);
    let known = find_dates_in("He was 18 years old.", Some("1901-02-03".parse().unwrap()));
    assert_eq!(known[0].span().unwrap().as_str(), "1919-02-03/1920-02-02");
}

#[test]
fn deictic_expressions_are_vague() {
    check(
        "It is now the capital. Today the former king, recently and currently, at present.",
        &[
            ("now", "-"),
            ("Today", "-"),
            ("the former", "-"),
            ("recently", "-"),
            ("currently", "-"),
            ("present", "-"),
        ],
    );
    let references = |text: &str| -> Vec<Option<&str>> {
        find_dates(text).iter().map(|d| d.reference.map(TimeReference::as_str)).collect()
    };
    let (past, present, future) = (Some("PAST_REF"), Some("PRESENT_REF"), Some("FUTURE_REF"));
    for (text, reference) in [
        ("It is now the capital.", present),
        ("The modern-day town", present),
        ("He is, for the time being, there.", present),
        ("Who writes letters these days?", present),
        ("the poets of the time", present),
        ("To date, nobody has read it.", present),
        ("The former king", past),
        ("He recently left.", past),
        ("He left some years ago.", past),
        ("a thing of the past.", past),
        ("their future king", future),
        ("A few days later he left.", future),
        ("By that time, he had left.", None),
        ("They met every day.", None),
        ("He left in June.", None),
    ] {
        assert_eq!(references(text), [reference], "{text}");
    }
    check("He tried to date from memory; modern art.", &[]);
    check(
        "By this time, every day, at night.",
        &[("this time", "-"), ("every day", "-"), ("night", "-")],
    );
}
