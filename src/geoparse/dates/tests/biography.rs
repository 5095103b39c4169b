//! The dates of a biography in an encyclopedia: the first life is written so.

use super::*;

#[test]
fn full_and_partial_dates() {
    check(
        "on 20 November 1903 and November 1903, 1903.",
        &[("20 November 1903", "1903-11-20"), ("November 1903", "1903-11"), ("1903", "1903")],
    );
}

#[test]
fn the_ends_of_a_range_are_dates_of_their_own() {
    check(
        "On May 7, 1920, in the 1930s (1922–1952) of 1930–33",
        &[
            ("May 7, 1920", "1920-05-07"),
            ("the 1930s", "193X"),
            ("1922", "1922"),
            ("1952", "1952"),
            ("1930", "1930"),
            ("33", "1933"),
        ],
    );
    check("London in May–June 1907.", &[("May", "1907-05"), ("June 1907", "1907-06")]);
}

#[test]
fn a_chronology_is_headed_by_its_years() {
    check(
        "1937\n\nFebruary: The siege.\n\n1938\n\nJanuary – March: Battle.\nMarch 26\n\nTroops.",
        &[
            ("1937", "1937"),
            ("February", "1937-02"),
            ("1938", "1938"),
            ("January", "1938-01"),
            ("March", "1938-03"),
            ("March 26", "1938-03-26"),
        ],
    );
}

#[test]
fn a_date_in_two_calendars_is_one_date() {
    let text = "born 18 December [O.S. 6 December] 1878[4][h] and baptised on 29 December.[6]";
    check(
        text,
        &[("18 December [O.S. 6 December] 1878", "1878-12-18"), ("29 December", "1878-12-29")],
    );
    assert_eq!(find_dates(text)[0].calendar, Calendar::Gregorian);
}

#[test]
fn months_without_a_year_take_that_of_the_reference_time() {
    check(
        "arriving in February 1909.[110] In June, he escaped. In March 1910, again.",
        &[("February 1909", "1909-02"), ("June", "1909-06"), ("March 1910", "1910-03")],
    );
    check(
        "In November 1901, elected. That month, he went. In February he left.",
        &[("November 1901", "1901-11"), ("That month", "1901-11"), ("February", "1902-02")],
    );
    check(
        "in the March, April, and May 1913 issues",
        &[("March", "1913-03"), ("April", "1913-04"), ("May 1913", "1913-05")],
    );
    check(
        "Arrested in February 1913. Marx's 1867 book. In August, he arrived.",
        &[("February 1913", "1913-02"), ("1867", "1867"), ("August", "1913-08")],
    );
}

#[test]
fn modifiers_are_written_in_edtf() {
    check(
        "in late November 1903, early 1928, mid-August 1920, mid-1903",
        &[
            ("late November 1903", "1903-11"),
            ("early 1928", "[1928-01..1928-04]"),
            ("mid-August 1920", "1920-08"),
            ("mid-1903", "[1903-05..1903-08]"),
        ],
    );
    check(
        "by 1883 circa April 1917 In or about December 1914",
        &[
            ("1883", "1883"),
            ("circa April 1917", "1917-04~"),
            ("In or about December 1914", "1914-12~"),
        ],
    );
    check(
        "Moscow between January and March 1919.",
        &[("between January and March 1919", "[1919-01..1919-03]")],
    );
    check(
        "In July 1912. After two months, they fled. Four weeks later, again.",
        &[
            ("July 1912", "1912-07"),
            ("After two months", "1912-09~"),
            ("Four weeks later", "1912-09~"),
        ],
    );
    check("ended by the end of 1919.", &[("the end of 1919", "[1919-09..1919-12]")]);
}

#[test]
fn names_of_events_are_not_dates() {
    check("In 1917 the October Revolution, July Days and the Winter Palace.", &[("1917", "1917")]);
    check("He may march 3,000 men.", &[]);
    check("May Day 1901", &[("May Day 1901", "1901-05-01")]);
}
