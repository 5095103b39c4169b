//! Rounds until the time is up; panics are caught, what fails is cut down.

use std::cell::{Cell, RefCell};
use std::fs;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Once;
use std::time::{Duration, Instant};

use fastrand::Rng;

/// Longer than so many milliseconds for one small input is a failure too.
const PATIENCE: u64 = 10_000;
/// So long what failed is cut down.
const CUTTING: Duration = Duration::from_secs(60);

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
    let input = cut_down(input, check);
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("fuzz-{target}-{round}"));
    fs::write(&path, &input).unwrap();
    let last = attempt(check, &input).err().unwrap_or_default();
    let shown = input[..input.len().min(2_000)].escape_ascii();
    panic!(
        "{target}, round {round} ({length} bytes): {why}\n\
         cut down to {} bytes in {}: {last}\n{shown}",
        input.len(),
        path.display()
    );
}

/// Checks an input; a panic or too long a wait is a failure.
fn attempt(check: Check<'_>, input: &[u8]) -> Result<(), String> {
    let patience = number("CHRONOTOPE_FUZZ_PATIENCE").unwrap_or(PATIENCE);
    let start = Instant::now();
    LISTENING.set(true);
    let outcome = catch_unwind(AssertUnwindSafe(|| check(input)));
    LISTENING.set(false);
    match outcome {
        Err(_) => Err(HEARD.take()),
        Ok(Ok(())) if start.elapsed() > Duration::from_millis(patience) => {
            Err(format!("it took {:?}", start.elapsed()))
        }
        Ok(outcome) => outcome,
    }
}

/// Takes away stretches, halving them, as long as it fails.
fn cut_down(mut input: Vec<u8>, check: Check<'_>) -> Vec<u8> {
    let until = Instant::now() + CUTTING;
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

/// What a caught panic says is kept instead of printed.
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
