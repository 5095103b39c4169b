//! Dates that are counted from the date before them.

use super::*;

#[test]
fn the_same_the_next_and_the_last() {
    check(
        "On 9 May 1945 he wept. The same day, the next day, the following month, that year, the previous year.",
        &[
            ("9 May 1945", "1945-05-09"),
            ("The same day", "1945-05-09"),
            ("the next day", "1945-05-10"),
            ("the following month", "1945-06"),
            ("that year", "1945"),
            ("the previous year", "1944"),
        ],
    );
    check(
        "On 9 May 1945. The following April; that same month; in August of that year; later that year.",
        &[
            ("9 May 1945", "1945-05-09"),
            ("The following April", "1946-04"),
            ("that same month", "1946-04"),
            ("August of that year", "1946-08"),
            ("later that year", "1946"),
        ],
    );
    check(
        "On 9 May 1945. By the end of the month, at the end of the year.",
        &[
            ("9 May 1945", "1945-05-09"),
            ("the end of the month", "1945-05"),
            ("the end of the year", "[1945-09..1945-12]"),
        ],
    );
    check(
        "On 9 May 1945. He died early the next morning.",
        &[("9 May 1945", "1945-05-09"), ("early the next morning", "1945-05-10")],
    );
}

#[test]
fn durations_after_and_before_a_time() {
    check(
        "On 10 June 1940. Twelve days later, France; two years later; three months earlier.",
        &[
            ("10 June 1940", "1940-06-10"),
            ("Twelve days later", "1940-06-22"),
            ("two years later", "1942~"),
            ("three months earlier", "-"),
        ],
    );
    check(
        "On 10 June 1940. A year earlier, peace. Two weeks later, war.",
        &[
            ("10 June 1940", "1940-06-10"),
            ("A year earlier", "1939~"),
            ("Two weeks later", "1939~"),
        ],
    );
    check(
        "On 10 June 1940. Two weeks later, war.",
        &[("10 June 1940", "1940-06-10"), ("Two weeks later", "1940-06-24/1940-06-30")],
    );
    // The event has no date here.
    check(
        "In 1775. Three weeks after the siege began.",
        &[("1775", "1775"), ("Three weeks after", "-")],
    );
    check("three days after 12 May 1915", &[("three days after 12 May 1915", "1915-05-15")]);
    check("In 1775. After two months of siege", &[("1775", "1775"), ("two months", "P2M")]);
}

#[test]
fn parts_of_the_day() {
    check(
        "On the night of 18 April 1775; that morning; at 11 a.m.; at 3:30 pm on 20 April.",
        &[
            ("the night of 18 April 1775", "1775-04-18"),
            ("that morning", "1775-04-18"),
            ("11 a.m.", "1775-04-18"),
            ("3:30 pm", "1775-04-20"),
            ("20 April", "1775-04-20"),
        ],
    );
    check(
        "in the early hours of 25 October 1917",
        &[("the early hours of 25 October 1917", "1917-10-25")],
    );
}

#[test]
fn weekdays_need_a_reference_day() {
    check(
        "On 9 May 1945 peace came. On Friday he left.",
        &[("9 May 1945", "1945-05-09"), ("Friday", "1945-05-11")],
    );
    check("It rains on Fridays; on Friday, too.", &[("Friday", "-")]);
}

#[test]
fn years_mentioned_in_passing_do_not_move_the_reference_time() {
    check(
        "In March 1975 they won a war planned for 1976, as in 1812. On 20 May they came. In June 1975 it ended.",
        &[
            ("March 1975", "1975-03"),
            ("1976", "1976"),
            ("1812", "1812"),
            ("20 May", "1975-05-20"),
            ("June 1975", "1975-06"),
        ],
    );
}

#[test]
fn dates_before_a_noun_do_not_move_the_reference_time() {
    check_dates(
        "In June 1793 the leader of the August 1792 rising spoke. On 24 June they met.",
        &[("June 1793", "1793-06"), ("August 1792", "1792-08"), ("24 June", "1793-06-24")],
    );
}

#[test]
fn a_season_of_any_year_is_vague() {
    check(
        "In May 1776 they left their second winter quarters. That summer they came.",
        &[("May 1776", "1776-05"), ("winter", "-"), ("That summer", "1776-22")],
    );
}

#[test]
fn the_last_weeks_of_a_month() {
    check("the last days of May 1919", &[("the last days of May 1919", "1919-05")]);
    check(
        "In the last week of October 1918",
        &[("the last week of October 1918", "1918-10-25/1918-10-31")],
    );
    check(
        "the first two weeks of May 1915",
        &[("the first two weeks of May 1915", "1915-05-01/1915-05-14")],
    );
}

#[test]
fn the_day_after_a_date_is_counted_from_that_date() {
    check(
        "In 1917. The day after 6 March he left; the week before 12 May 1918, too.",
        &[
            ("1917", "1917"),
            ("The day after 6 March", "1917-03-07"),
            ("the week", "-"),
            ("12 May 1918", "1918-05-12"),
        ],
    );
    // The event has no date here.
    check(
        "On 5 May 1917. The day after he left.",
        &[("5 May 1917", "1917-05-05"), ("The day", "-")],
    );
}
