//! Mutates a life's folder and runs a whole build on it: reading, validating,
//! composing.

use chronotope::pipeline::render;
use chronotope::pipeline::{BuildError, build};
use fastrand::Rng;

use crate::lives::BETWEEN;
use crate::support::Project;
use crate::{driver, mutate};

const FILES: [&str; 3] = ["text.txt", "life.toml", "itinerary.toml"];

/// Values for a key, most of them wrong.
const VALUES: [&str; 30] = [
    "\"\"",
    "\"aldby\"",
    "\"tower\"",
    "\"nowhere\"",
    "\"1880-05-02\"",
    "\"1905-03\"",
    "\"/1883\"",
    "\"..\"",
    "\"../..\"",
    "\"1906/..\"",
    "\"[1880..1890]\"",
    "\"-9999\"",
    "\"9999-12-31\"",
    "\"Y99999999\"",
    "\"190X\"",
    "\"1900-02-29\"",
    "\"1880/1906\"",
    "\"1906/1880\"",
    "\"julian\"",
    "\"exile\"",
    "\"visit\"",
    "\"implied\"",
    "\"in\"",
    "\"B\"",
    "0",
    "-1",
    "true",
    "[]",
    "{}",
    "1880-05-02",
];

const PIECES: [&str; 28] = [
    "[[stay]]",
    "[stay]",
    "[source]",
    "[[overrule]]",
    "\nplace = \"aldby\"",
    "\ndepart = \"1905\"",
    "\narrive = \"1899\"",
    "\nconcurrent = true",
    "\nnth = 1",
    "\nnth = 2",
    "\nnth = 0",
    "\nnth = 18446744073709551615",
    "\nbecause = \"x\"",
    "\ncalendar = \"julian\"",
    "\nnew_style = \"1918-02-14\"",
    "\nborn = \"9999-12-31\"",
    "\nborn = \"-9999-01-01\"",
    "\nspan = \"../..\"",
    "\n[[overrule]]\nquote = \"Aldby on\"\nsurface = \"Aldby\"\nbecause = \"\"",
    "Aldby",
    "Brennick",
    "1899",
    "\"",
    "\"\"\"",
    "\\",
    "=",
    "#",
    "\u{1e}",
];

pub fn fuzz() {
    let project = Project::tiny();
    let folder = |name: &str| format!("seeds/lives/marta/{name}");
    let whole = FILES.map(|name| project.read(&folder(name))).join(&BETWEEN.to_string());
    let make = |rng: &mut Rng| {
        let mut text: Vec<char> = whole.chars().collect();
        for _ in 0..rng.usize(1..5) {
            if rng.bool() {
                mutate::text(rng, &mut text, &PIECES);
            } else {
                mutate::value(rng, &mut text, " = ", &VALUES);
            }
        }
        let mut bytes = text.into_iter().collect::<String>().into_bytes();
        if rng.u8(..8) == 0 {
            mutate::bytes(rng, &mut bytes);
        }
        bytes
    };
    driver::rounds("seeds", make, &|bytes| {
        let mut contents = bytes.splitn(FILES.len(), |&byte| byte == BETWEEN as u8);
        for name in FILES {
            project.write(&folder(name), contents.next().unwrap_or_default());
        }
        match build(&project.path(""), &[], true) {
            Ok(_) => Ok(()),
            Err(BuildError::Write(error)) => Err(error.to_string()),
            Err(BuildError::Seeds(wrong)) => {
                let said = render(&wrong);
                let clear = !wrong.is_empty() && FILES.iter().any(|name| said.contains(name));
                if clear { Ok(()) } else { Err(format!("it names no file: {said}")) }
            }
        }
    });
}
