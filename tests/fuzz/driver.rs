//! Runs rounds until the time is up. Panics are caught, and failing inputs are reduced.

use std::cell::{Cell, RefCell};
use std::fs;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Once;
use std::time::{Duration, Instant};

use fastrand::Rng;

/// An input that takes longer than this fails too, in milliseconds.
const TIMEOUT_MS: u64 = 10_000;
/// How long a failing input is reduced.
const REDUCTION_TIME: Duration = Duration::from_secs(60);

type Check<'a> = &'a dyn Fn(&[u8]) -> Result<(), String>;

/// Checks one input after the other.
pub fn rounds(target: &str, make: impl Fn(&mut Rng) -> Vec<u8>, check: Check<'_>) {
    listen_to_panics();
    let first = number("CHRONOTOPE_FUZZ_SEED").unwrap_or(0);
    let seconds = number("CHRONOTOPE_FUZZ_SECONDS").unwrap_or(2);
    let until = Instant::now() + Duration::from_secs(seconds);
    let mut round = first;
    let mut slowest = (Duration::ZERO, first);
    while Instant::now() < until {
        let input = make(&mut Rng::with_seed(round));
        let start = Instant::now();
        if let Err(why) = attempt(check, &input) {
            fail(target, round, &why, input, check);
        }
        slowest = slowest.max((start.elapsed(), round));
        round += 1;
    }
    let (time, slowest) = slowest;
    eprintln!("{target}: {} rounds, the slowest {slowest} with {time:?}", round - first);
}

fn fail(target: &str, round: u64, why: &str, input: Vec<u8>, check: Check<'_>) -> ! {
    let length = input.len();
    let input = reduce(input, check);
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("fuzz-{target}-{round}"));
    fs::write(&path, &input).unwrap();
    let last = attempt(check, &input).err().unwrap_or_default();
    let shown = input[..input.len().min(2_000)].escape_ascii();
    panic!(
        "{target}, round {round} ({length} bytes): {why}\n\
         reduced to {} bytes in {}: {last}\n{shown}",
        input.len(),
        path.display()
    );
}

/// Checks an input. It fails if the check panics or takes too long.
fn attempt(check: Check<'_>, input: &[u8]) -> Result<(), String> {
    let timeout_ms = number("CHRONOTOPE_FUZZ_TIMEOUT_MS").unwrap_or(TIMEOUT_MS);
    let start = Instant::now();
    LISTENING.set(true);
    let outcome = catch_unwind(AssertUnwindSafe(|| check(input)));
    LISTENING.set(false);
    match outcome {
        Err(_) => Err(HEARD.take()),
        Ok(Ok(())) if start.elapsed() > Duration::from_millis(timeout_ms) => {
            Err(format!("it took {:?}", start.elapsed()))
        }
        Ok(outcome) => outcome,
    }
}

/// Removes parts of the input while it still fails, each time half as long.
fn reduce(mut input: Vec<u8>, check: Check<'_>) -> Vec<u8> {
    let until = Instant::now() + REDUCTION_TIME;
    let mut length = input.len() / 2;
    while length > 0 {
        let mut at = 0;
        while at < input.len() && Instant::now() < until {
            let shorter = without(&input, at..(at + length).min(input.len()));
            if attempt(check, &shorter).is_err() {
                input = shorter;
            } else {
                at += length;
            }
        }
        length /= 2;
    }
    input
}

fn without(input: &[u8], range: Range<usize>) -> Vec<u8> {
    [&input[..range.start], &input[range.end..]].concat()
}

fn number(variable: &str) -> Option<u64> {
    let value = std::env::var(variable).ok()?;
    Some(value.parse().unwrap_or_else(|_| panic!("{variable} is no number: {value}")))
}

thread_local! {
    static LISTENING: Cell<bool> = const { Cell::new(false) };
    static HEARD: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Keeps the message of a caught panic instead of printing it.
fn listen_to_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if LISTENING.get() {
                HEARD.set(panic.to_string());
            } else {
                usual(panic);
            }
        }));
    });
}
