//! Parts of a time, and approximate times.

use super::*;

#[test]
fn beginnings_middles_and_ends() {
    check(
        "at the beginning of 1917, the middle of August 1941, the end of June 1942, early in 1914",
        &[
            ("the beginning of 1917", "[1917-01..1917-04]"),
            ("the middle of August 1941", "1941-08"),
            ("the end of June 1942", "1942-06"),
            ("early in 1914", "[1914-01..1914-04]"),
        ],
    );
    check(
        "the first half of 1917, the second half of 2008, the latter half of the 1930s",
        &[
            ("the first half of 1917", "1917-40"),
            ("the second half of 2008", "2008-41"),
            ("the latter half of the 1930s", "[1935..1939]"),
        ],
    );
    check("early summer of 1943", &[("early summer of 1943", "1943-06")]);
}

#[test]
fn about_is_part_of_a_date_and_by_is_not() {
    check(
        "c. 1900, ca. 1901, about 1902, around June 1903, by early 1904, by 5 May 1905",
        &[
            ("c. 1900", "1900~"),
            ("ca. 1901", "1901~"),
            ("about 1902", "1902~"),
            ("around June 1903", "1903-06~"),
            ("early 1904", "[1904-01..1904-04]"),
            ("5 May 1905", "1905-05-05"),
        ],
    );
    check("since 1917, until May 1918", &[("1917", "1917"), ("May 1918", "1918-05")]);
}

#[test]
fn between_two_times_is_one_expression() {
    check(
        "between 1936 and 1938, between 5 May and 3 June 1915, between December 1916 and March",
        &[
            ("between 1936 and 1938", "[1936..1938]"),
            ("between 5 May and 3 June 1915", "[1915-05-05..1915-06-03]"),
            ("between December 1916 and March", "[1916-12..1917-03]"),
        ],
    );
}
