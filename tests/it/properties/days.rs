use chronotope::domain::time::{DateSpan, Day, day_text, parse_typed_date};
use proptest::prelude::*;

use super::words::WORDS_OF_DATES;

proptest! {
    #[test]
    fn a_day_is_its_year_month_and_day(number in Day::MIN.0..=Day::MAX.0) {
        let day = Day(number);
        let (year, month, of_month) = day.ymd();
        prop_assert_eq!(Day::from_ymd(year, month, of_month), Some(day));
        prop_assert_eq!(day.to_string().parse::<Day>(), Ok(day));
    }

    #[test]
    fn the_next_day_is_the_next_date(number in Day::MIN.0..Day::MAX.0) {
        let (today, tomorrow) = (Day(number).ymd(), Day(number + 1).ymd());
        let next_in_month = (tomorrow.0, tomorrow.1, tomorrow.2) == (today.0, today.1, today.2 + 1);
        prop_assert!(next_in_month || tomorrow.2 == 1);
    }

    #[test]
    fn old_style_is_what_the_calendar_crate_says(number in Day::MIN.0 + 400..Day::MAX.0 - 400) {
        let (year, month, day) = Day(number).julian_ymd();
        let julian =
            edtf_calendars::JulianDate { year: i64::from(year), month: month as u8, day: day as u8 };
        let back = edtf_calendars::julian_to_gregorian(julian).unwrap();
        let back = Day::from_ymd(back.year as i32, back.month.into(), back.day.into());
        prop_assert_eq!(back, Some(Day(number)));
    }

    #[test]
    fn months_there_and_back_keep_the_month(number in -700_000..700_000, months in -1200..1200) {
        let day = Day(number);
        let (year, month, _) = day.plus_months(months).plus_months(-months).ymd();
        prop_assert_eq!((year, month), (day.ymd().0, day.ymd().1));
    }

    #[test]
    fn no_text_is_a_day_by_accident(text in "\\PC{0,12}") {
        if let Ok(day) = text.parse::<Day>() {
            prop_assert_eq!(day.to_string(), text);
        }
    }

    #[test]
    fn a_day_in_words_is_read_back(number in Day::MIN.0..=Day::MAX.0) {
        let day = Day(number);
        // "5 May 79" is as likely 1979.
        prop_assume!(!(1..100).contains(&day.ymd().0) && day.ymd().0 > -9999);
        prop_assert_eq!(parse_typed_date(&day_text(day)), Some(DateSpan::day(day)));
    }

    #[test]
    fn anything_may_be_entered_for_a_date(
        any in "\\PC{0,30}",
        parts in prop::collection::vec(prop::sample::select(WORDS_OF_DATES.to_vec()), 0..6),
    ) {
        for entry in [any, parts.join(" "), parts.concat()] {
            if let Some(span) = parse_typed_date(&entry) {
                prop_assert!(span.earliest.is_some() || span.latest.is_some());
            }
        }
    }
}
