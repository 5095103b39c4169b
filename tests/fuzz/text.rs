//! Mutates texts made of parts of the first life and of difficult expressions.

use std::fs;

use chronotope::compose::read_manuscript;
use chronotope::draft::{Known, draft};
use chronotope::geoparse::Document;
use chronotope::pipeline::read_gazetteer;
use fastrand::Rng;

use crate::support::findings::{dates_are_valid, mentions_are_valid};
use crate::support::repository;
use crate::{driver, mutate};

/// Words that decide how names and dates are read.
const PIECES: [&str; 64] = [
    "In 1905",
    "June 1903",
    "18 December [O.S. 6 December] 1878",
    "1936–38",
    "the 1930s",
    "early March",
    "two weeks later",
    "that month",
    "aged 22",
    "the night of",
    "between 5 and",
    "19th century",
    "'89",
    "22.8",
    "10:57 a.m.",
    "the day after",
    "last week of",
    "May Day",
    "0000",
    "9999",
    "BC",
    "31 February",
    "New York",
    "St. Petersburg",
    "Ft. Donelson",
    "U.S.",
    "D. C.",
    "Tenn.",
    "Rostov-on-Don",
    "Brest-Litovsk",
    "Côte d’Ivoire",
    "Łódź",
    "the Tennessee",
    "County",
    "River",
    "Gulf of",
    "North",
    "Fort",
    "Kelly's Ford",
    "the village of",
    "in",
    "near",
    "and",
    "of",
    "the",
    "'s",
    "s'",
    "’",
    "Mr.",
    "General",
    "Queen Victoria",
    "Stalin",
    "Georgia",
    "Paris, Texas",
    "University of",
    "Treaty of",
    "Petrograd Soviet",
    "Germans",
    "US",
    "Us",
    "[12]",
    "[d]",
    "—",
    ". ",
];

pub fn fuzz() {
    let gazetteer = read_gazetteer(&repository().join("seeds/gazetteer")).unwrap();
    let life = fs::read_to_string(repository().join("seeds/lives/joseph-stalin/text.txt")).unwrap();
    let life: Vec<char> = life.chars().collect();
    let make = |rng: &mut Rng| {
        let start = rng.usize(..life.len());
        let end = (start + rng.usize(..1_500)).min(life.len());
        let mut text = life[start..end].to_vec();
        for _ in 0..rng.usize(1..20) {
            mutate::text(rng, &mut text, &PIECES);
        }
        text.into_iter().collect::<String>().into_bytes()
    };
    driver::rounds("text", make, &|bytes| {
        let text = String::from_utf8_lossy(bytes);
        let own_names: Vec<String> = text.split_whitespace().take(1).map(str::to_owned).collect();
        let _ = Document::parse(&text);
        dates_are_valid(&text)?;
        let _ = read_manuscript(&text);
        let known = Known { names: own_names.clone(), born: None };
        for known in [Known::default(), known] {
            for stay in draft(&text, &gazetteer, &known).stays {
                let (start, end) = stay.quote;
                if text.get(start..end).is_none_or(str::is_empty) || stay.earliest > stay.latest {
                    return Err(format!("{stay:?}"));
                }
            }
        }
        mentions_are_valid(&text, &gazetteer, &own_names)
    });
}
