use chronotope::page_model::PageLink;

use crate::{driver, mutate};

const ADDRESSES: [&str; 6] = [
    "#map=5.25/54.03/103.61&date=1903-12-01&sel=novaya-uda",
    "#map=0/-90/-540&date=-0043-03-15&mode=window&from=1903-01-01&to=1904-12-31",
    "#date=9999-12-31&mode=all&pane=stays&borders=off",
    "map=24/90/540&mode=instant&sel=geonames-2950159",
    "#date=1903-12-01&route=Exile.1903-12-01_novaya-uda_5_Why%3F.1904-01-17___a%0Ab",
    "",
];

const PARTS: [&str; 28] = [
    "&map=",
    "&date=",
    "&sel=",
    "&mode=",
    "&from=",
    "&to=",
    "&pane=",
    "&route=",
    ".1903-12-01_",
    "_",
    "%",
    "=",
    "&",
    "#",
    "/",
    "-",
    ".",
    "%20",
    "NaN",
    "1e9",
    "-0",
    "0.00005",
    "99999999999999999999",
    "-9999-01-01",
    "0000-02-29",
    "1900-02-29",
    "window",
    "../..",
];

pub fn fuzz() {
    driver::rounds("link", |rng| mutate::sample(rng, &ADDRESSES, &PARTS, 6), &|bytes| {
        let link = PageLink::parse(&String::from_utf8_lossy(bytes));
        let written = link.to_string();
        let again = PageLink::parse(&written);
        if again.to_string() != written {
            return Err(format!("{written} is read as {again}"));
        }
        // The map's numbers are rounded; everything else stays the same.
        if (PageLink { map: link.map, ..again }) != link {
            return Err(format!("{link:?} is written as {written}"));
        }
        Ok(())
    });
}
