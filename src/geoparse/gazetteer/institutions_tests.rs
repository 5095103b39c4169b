//! Tests of the table of institutions and of its lookup.

use proptest::prelude::*;

use super::*;

const TABLE: &str = "# kind\ttown\n\
    university\tCambridge\tGB\t2653941\tUniversity of Cambridge|Cambridge University\t\n\
    university\tCambridge\tGB\t2653941\tTrinity College @ Cambridge\t\n\
    university\tDublin\tIE\t2964574\tTrinity College @ Dublin|Trinity College Library\t\n\
    prison\tLondon\tGB\t2643743\tKing's Bench Prison\t\n";

fn found(text: &str) -> Vec<(String, u32)> {
    let institutions = Institutions::parse(TABLE).unwrap();
    let tokens = tokens(text);
    let text_of = |named: &NamedInstitution<'_>| {
        text[tokens[named.first].start..tokens[named.end - 1].end()].to_owned()
    };
    institutions.find(&tokens).iter().map(|n| (text_of(n), n.institution.geonames)).collect()
}

#[test]
fn the_longest_name_is_found_with_its_town() {
    for (text, name, town) in [
        ("at Cambridge University's press", "Cambridge University", 2_653_941),
        ("of Trinity College, Cambridge.", "Trinity College, Cambridge", 2_653_941),
        ("Trinity College at Dublin", "Trinity College at Dublin", 2_964_574),
        ("in the King’s Bench Prison", "King’s Bench Prison", 2_643_743),
    ] {
        assert_eq!(found(text), [(name.to_owned(), town)], "{text}");
    }
}

#[test]
fn a_town_or_a_name_that_many_share_is_no_institution() {
    for text in ["in Cambridge", "at Trinity College", "Trinity College. Cambridge", ""] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn wrong_rows_are_refused() {
    let error = |row: &str| Institutions::parse(row).unwrap_err();
    assert_eq!(error("school\tEton"), InstitutionsError::Columns(1));
    assert_eq!(error("school\tEton\tGB\tx\tEton College\t"), InstitutionsError::Number(1));
    let twice = "a\tb\tGB\t1\tOld School\t\na\tc\tGB\t2\tOld School\t";
    assert_eq!(error(twice), InstitutionsError::Twice(2, "Old School".to_owned()));
}

proptest! {
    /// Matches are in order, do not overlap, lie in the text, and are names of the row.
    #[test]
    fn matches_are_names_of_their_rows(text in "((Trinity|College|Cambridge|of|University|,|at|Dublin|\\PC)[ ]?){0,30}") {
        let institutions = Institutions::parse(TABLE).unwrap();
        let tokens = tokens(&text);
        let mut before = 0;
        for named in institutions.find(&tokens) {
            prop_assert!(before <= named.first && named.first < named.end);
            prop_assert!(named.end <= tokens.len());
            before = named.end;
            let key = folded(&tokens[named.first..named.end]);
            let own = named.institution.names.iter().any(|n| folded(&super::tokens(n)) == key);
            prop_assert!(own, "{}", key);
        }
    }
}
