//! Days, months and years that are written out.

use super::*;

#[test]
fn any_order_of_day_month_and_year() {
    for text in [
        "20 November 1903",
        "November 20, 1903",
        "20th of November, 1903",
        "Nov. 20, 1903",
        "20 Nov 1903",
        "1903-11-20",
        "the 20th of November 1903",
        "November 20th, 1903",
        "20th November, 1903",
        "the twentieth of November 1903",
        "Friday, 20 November 1903",
        "Friday the 20th of November, 1903",
    ] {
        check(&format!("It was {text}."), &[(text, "1903-11-20")]);
    }
}

#[test]
fn days_without_a_year_take_that_of_the_reference_time() {
    check(
        "In May 1864. On Nov. 20 he left; on the 5th of December he came. On the 23rd, too.",
        &[
            ("May 1864", "1864-05"),
            ("Nov. 20", "1864-11-20"),
            ("the 5th of December", "1864-12-05"),
            ("the 23rd", "1864-12-23"),
        ],
    );
    // Without a year before them they are vague.
    check("In June he left; on 5 May, too.", &[("June", "-"), ("5 May", "-")]);
}

#[test]
fn days_that_share_a_month() {
    check("on 20–21 November 1903", &[("20", "1903-11-20"), ("21 November 1903", "1903-11-21")]);
    check("on June 6–8, 1944", &[("June 6", "1944-06-06"), ("8, 1944", "1944-06-08")]);
    check("(1872–6) 1836–43", &[("1872", "1872"), ("6", "1876"), ("1836", "1836"), ("43", "1843")]);
    check("July/August 1905", &[("July", "1905-07"), ("August 1905", "1905-08")]);
    check(
        "on 2, 3 and 5 May 1917",
        &[("2", "1917-05-02"), ("3", "1917-05-03"), ("5 May 1917", "1917-05-05")],
    );
    check(
        "In 1941, on December 7/8.",
        &[("1941", "1941"), ("December 7/8", "1941-12-07/1941-12-08")],
    );
    check("May 4 and 5 were cold in 1865.", &[("May 4", "-"), ("1865", "1865")]);
    check(
        "from the 13th to the 19th of October 1950",
        &[("the 13th", "1950-10-13"), ("the 19th of October 1950", "1950-10-19")],
    );
}

#[test]
fn a_list_takes_the_year_at_its_end() {
    check(
        "the siege (14 December – 3 January 1915)",
        &[("14 December", "1914-12-14"), ("3 January 1915", "1915-01-03")],
    );
    check("from October to December 1915", &[("October", "1915-10"), ("December 1915", "1915-12")]);
}

#[test]
fn abbreviations_of_old_correspondence() {
    check(
        "On July 3d, 1863, he wrote of the 23d ultimo and the 4th inst. On Sunday, the 5th, he left.",
        &[
            ("July 3d, 1863", "1863-07-03"),
            ("the 23d ultimo", "1863-06-23"),
            ("the 4th inst.", "1863-06-04"),
            ("Sunday, the 5th", "1863-06-05"),
        ],
    );
    check(
        "On 9 May 1812. The letter of the 4th instant came.",
        &[("9 May 1812", "1812-05-09"), ("the 4th instant", "1812-05-04")],
    );
}

#[test]
fn old_style_and_new_style() {
    let calendar = |text: &str| {
        let found = find_dates(text);
        assert_eq!(found.len(), 1, "{text}");
        (found[0].span().map(|s| s.earliest.unwrap().to_string()).unwrap(), found[0].calendar)
    };
    for text in [
        "18 December [O.S. 6 December] 1878",
        "December 18 [O.S. December 6], 1878",
        "18 December 1878 [O.S. 6 December]",
        "6 (18) December 1878",
        "6 December (18 December, new style) 1878",
        "6 December (18 December) 1878",
    ] {
        let expected = ("1878-12-18".to_owned(), Calendar::Gregorian);
        assert_eq!(calendar(text), expected, "{text}");
    }
    let julian = ("1878-12-18".to_owned(), Calendar::Julian);
    assert_eq!(calendar("6 December 1878 (O.S.)"), julian);
    assert_eq!(calendar("6 December 1878 (Old Style)"), julian);
    assert_eq!(calendar("25 October (7 November) 1917").0, "1917-11-07");
    assert_eq!(calendar("28 January [O.S. 15 January] 1918").0, "1918-01-28");
    let gregorian = calendar("18 December 1878 (N.S.)");
    assert_eq!(gregorian, ("1878-12-18".to_owned(), Calendar::Gregorian));
    assert_eq!(calendar("November 1917 (O.S.)").1, Calendar::Julian);
    // The year is that of the reference time.
    check(
        "In 1917. On 26 October (8 November), the congress met.",
        &[("1917", "1917"), ("26 October (8 November)", "1917-11-08")],
    );
    // Two dates, not one in two calendars.
    check(
        "on 3 May (5 May) 1917",
        &[("3 May", "1917-05-03"), ("5 May", "1917-05-05"), ("1917", "1917")],
    );
}

#[test]
fn years_bc_and_years_of_three_digits() {
    check(
        "In 44 BC, in AD 70, 476 AD, 490 B.C., 33 CE, and 753 BCE",
        &[
            ("44 BC", "-0043"),
            ("AD 70", "0070"),
            ("476 AD", "0476"),
            ("490 B.C.", "-0489"),
            ("33 CE", "0033"),
            ("753 BCE", "-0752"),
        ],
    );
    check(
        "In August 480 BC he waited. The next year he left, 480–479 BC.",
        &[
            ("August 480 BC", "-0479-08"),
            ("The next year", "-0478"),
            ("480", "-0479"),
            ("479 BC", "-0478"),
        ],
    );
    check("the 5th century BC", &[("the 5th century BC", "-0499/-0400")]);
}

#[test]
fn holidays() {
    check(
        "Christmas 1914, New Year's Day 1900, Christmas Eve, 1917, Easter 1916",
        &[
            ("Christmas 1914", "1914-12-25"),
            ("New Year's Day 1900", "1900-01-01"),
            ("Christmas Eve, 1917", "1917-12-24"),
            ("Easter 1916", "1916-04-23~"),
        ],
    );
    check(
        "In June 1914. By Christmas, peace.",
        &[("June 1914", "1914-06"), ("Christmas", "1914-12-25")],
    );
}

#[test]
fn leap_days() {
    check(
        "On 29 February 1904; on 30 February 1904.",
        &[("29 February 1904", "1904-02-29"), ("February 1904", "1904-02")],
    );
    check("In 1903. On 29 February he left.", &[("1903", "1903"), ("29 February", "1904-02-29")]);
}
