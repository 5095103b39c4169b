//! Dates as registers, diaries and charters write them: double-dated years, old
//! abbreviations, numbers, other calendars, feasts.

use super::*;

/// Checks that the whole of each text is one date.
#[track_caller]
fn check_whole(texts: &[(&str, &str)]) {
    for (text, edtf) in texts {
        check_dates(&format!("It was done on {text}; so it is told."), &[(text, edtf)]);
    }
}

#[test]
fn of_a_double_dated_year_before_the_new_year_in_march_the_later_one_counts() {
    check_whole(&[
        ("11 February 1731/2", "1732-02-11"),
        ("February 11, 1731/32", "1732-02-11"),
        ("the 2d of March 1699/1700", "1700-03-02"),
        ("Jan. 30th, 1648/9", "1649-01-30"),
        ("30 January 1648-9", "1649-01-30"),
        ("30 January 1648 (1649)", "1649-01-30"),
        ("January 1648/9", "1649-01"),
        ("Candlemas 1660/1", "1661-02-02"),
    ]);
    // The second number is not that of the next year, or the new year is past.
    check("12 January 1731/5", &[("12 January 1731", "1731-01-12")]);
    check("in January 1915–16", &[("January 1915", "1915-01")]);
    check("the winter of 1708/9", &[("the winter of 1708/9", "1708-24")]);
}

#[test]
fn months_and_days_as_diaries_abbreviate_them() {
    check_whole(&[
        ("Jany 4th 1791", "1791-01-04"),
        ("Septr. 21st 1806", "1806-09-21"),
        ("Feby 1st, 1806", "1806-02-01"),
        ("Decr 3d. 1804", "1804-12-03"),
        ("2d. Augt. 1790", "1790-08-02"),
        ("the 5th of 9ber 1664", "1664-11-05"),
        ("7ber 2d 1666", "1666-09-02"),
        ("MAY 14TH, 1804", "1804-05-14"),
        ("3. November 1832", "1832-11-03"),
    ]);
    check("He had 12. May came.", &[]);
}

#[test]
fn dates_in_numbers() {
    check_whole(&[
        ("14.5.1804", "1804-05-14"),
        ("14. 5. 1804", "1804-05-14"),
        ("14/5/1804", "1804-05-14"),
        ("14-5-1804", "1804-05-14"),
        ("14 V 1804", "1804-05-14"),
        ("14.V.1804", "1804-05-14"),
        ("14-v-1804", "1804-05-14"),
        ("1804/5/14", "1804-05-14"),
        ("1804-05-14", "1804-05-14"),
        ("5/14/1804", "1804-05-14"),
        ("3/4/1804", "1804-04-03"),
    ]);
    // One date shows the order of the others; full stops always have the day first.
    check_dates(
        "Drawn 6/3/1804, paid 5/14/1804, closed 6.3.1804.",
        &[("6/3/1804", "1804-06-03"), ("5/14/1804", "1804-05-14"), ("6.3.1804", "1804-03-06")],
    );
    for text in ["Section 1.14.5.1804", "31.2.1804.1", "Henry V in 1415."] {
        let found = find_dates(text);
        assert!(
            found.iter().all(|date| date.span().is_none_or(|s| s.as_str().len() == 4)),
            "{text}"
        );
    }
}

#[test]
fn dates_of_the_french_republic() {
    check_whole(&[
        ("9 Thermidor an II", "1794-07-27"),
        ("the 13th of Vendémiaire, Year IV", "1795-10-05"),
        ("19 Brumaire of the Year VIII", "1799-11-10"),
        ("1er Germinal an 10", "1802-03-22"),
        ("Ventôse, Year II", "1794-02-19/1794-03-20"),
    ]);
    check(
        "In July 1794. On 9 Thermidor he fell.",
        &[("July 1794", "1794-07"), ("9 Thermidor", "1794-07-27")],
    );
    check("the coup of 18 Brumaire", &[]);
}

#[test]
fn years_of_the_hijra() {
    check_whole(&[("1214 AH", "1799/1800"), ("A.H. 1214", "1799/1800"), ("1362 A.H.", "1943")]);
    check(
        "in the year 1242 of the Hegira",
        &[("the year", "-"), ("1242 of the Hegira", "1826/1827")],
    );
    // A day of the Islamic calendar depends on an observation.
    check("He died on 20 Muharram 1258.", &[("20 Muharram 1258", "-")]);
    check("on 3 Rabi' al-Awwal 1011 AH", &[("3 Rabi' al-Awwal 1011 AH", "-")]);
    check("In Ramadan 2004 it rained.", &[("2004", "2004")]);
}

#[test]
fn years_of_a_reign_are_vague() {
    for text in [
        "in the 12th year of the reign of King Henry VI",
        "8 Edward III",
        "the fifth year of Queen Anne",
    ] {
        assert!(find_dates(text).iter().all(|date| date.span().is_none()), "{text}");
    }
}

#[test]
fn feasts() {
    check_whole(&[
        ("Michaelmas 1415", "1415-09-29"),
        ("Lady Day, 1603", "1603-03-25"),
        ("St Andrew's Day 1318", "1318-11-30"),
        ("St. Bartholomew's day, 1572", "1572-08-24"),
        ("Michaelmas Eve 1399", "1399-09-28"),
        ("All Saints' Day 1517", "1517-11-01"),
        ("All Hallows' Eve 1590", "1590-10-31"),
        ("Good Friday 1865", "1865-04-14"),
        ("Whitsun 1381", "1381-06-02"),
        ("Easter 1641", "1641-03-31~"),
    ]);
    check_dates(
        "on the feast of St Giles, 1322; on the morrow of Martinmas 1322; on the vigil of All Saints 1322",
        &[
            ("feast of St Giles, 1322", "1322-09-01"),
            ("morrow of Martinmas 1322", "1322-11-12"),
            ("vigil of All Saints 1322", "1322-10-31"),
        ],
    );
    check_dates(
        "on the Monday after Michaelmas 1399",
        &[("Monday after Michaelmas 1399", "1399-10-06")],
    );
    check(
        "In May 1700. At Michaelmas he paid.",
        &[("May 1700", "1700-05"), ("Michaelmas", "1700-09-29")],
    );
    for text in [
        "the church of St Andrew",
        "Corpus Christi, Texas",
        "Good Hope",
        "All men",
        "the eve of battle",
    ] {
        check(text, &[]);
    }
}

#[test]
fn eras_before_their_year() {
    check("In A.D. 1402 he came.", &[("A.D. 1402", "1402")]);
}
