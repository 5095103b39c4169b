//! Fuzzing on stable Rust: inputs are mutated at random. Each must be read or refused
//! with an error; none may cause a panic.
//!
//! ```sh
//! cargo test --test fuzz                                              # two seconds each
//! CHRONOTOPE_FUZZ_SECONDS=600 cargo test --profile fuzz --test fuzz   # ten minutes each
//! CHRONOTOPE_FUZZ_SEED=123 cargo test --test fuzz text                # from round 123 on
//! ```
//!
//! `CHRONOTOPE_FUZZ_TIMEOUT_MS` is how many milliseconds an input may take. A round's
//! number is its seed, so that any round can be repeated. A failing input is reduced as
//! far as it still fails, and kept as a file.

mod address;
mod datasets;
mod dates;
mod driver;
mod index;
mod json;
mod lives;
mod mutate;
mod seeds;
#[path = "../support/mod.rs"]
mod support;
mod tables;
mod text;

#[test]
fn any_text_is_read() {
    text::fuzz();
}

#[test]
fn any_table_is_read_or_refused() {
    tables::fuzz();
}

#[test]
fn any_index_is_read_or_refused() {
    index::fuzz();
}

#[test]
fn any_address_is_read() {
    address::fuzz();
}

#[test]
fn any_span_is_read_or_refused() {
    dates::spans();
}

#[test]
fn any_date_typed_is_read_or_refused() {
    dates::entries();
}

#[test]
fn any_life_is_read_or_refused() {
    lives::fuzz();
}

#[test]
fn any_geojson_is_read_or_refused() {
    datasets::fuzz();
}

#[test]
fn any_seed_is_proved_or_refused() {
    seeds::fuzz();
}
