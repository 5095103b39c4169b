//! How fast text is read: places, dates, tokens, and how long the gazetteer
//! takes to open. `benches/geoparse/compare` runs this and sets it beside its peers.

mod date_patterns;

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use chronotope::geoparse::{find_dates, find_mentions, tokens};
use chronotope::pipeline::read_gazetteer;
use chronotope::pipeline::render;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use date_patterns::DatePatterns;

/// How often the text of the first life is repeated: two megabytes of prose.
const TIMES: usize = 41;

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn prose() -> String {
    fs::read_to_string(repository().join("seeds/lives/joseph-stalin/text.txt"))
        .expect("the first life has a text")
        .repeat(TIMES)
}

fn places(criterion: &mut Criterion) {
    let gazetteer = read_gazetteer(&repository().join("seeds/gazetteer"))
        .unwrap_or_else(|diagnostics| panic!("{}", render(&diagnostics)));
    let text = prose();
    let dates = find_dates(&text);
    let mut group = criterion.benchmark_group("places");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("chronotope", |bencher| {
        bencher.iter(|| find_mentions(black_box(&text), &gazetteer, &dates, &[]));
    });
    group.finish();
}

fn dates(criterion: &mut Criterion) {
    let text = prose();
    let patterns = DatePatterns::new();
    let mut group = criterion.benchmark_group("dates");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("chronotope", |bencher| bencher.iter(|| find_dates(black_box(&text))));
    group.bench_function("regex", |bencher| bencher.iter(|| patterns.find(black_box(&text))));
    group.finish();
}

fn words(criterion: &mut Criterion) {
    let text = prose();
    let mut group = criterion.benchmark_group("tokens");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("chronotope", |bencher| bencher.iter(|| tokens(black_box(&text))));
    group.finish();
}

/// Both layers, with the files in the system's cache, and closed again.
fn start_up(criterion: &mut Criterion) {
    let folder = repository().join("seeds/gazetteer");
    let mut group = criterion.benchmark_group("start-up");
    group.bench_function("gazetteer", |bencher| {
        bencher.iter(|| read_gazetteer(black_box(&folder)).is_ok());
    });
    group.finish();
}

criterion_group! {
    name = benches;
    // A run takes up to seconds, and varies by what else the machine does.
    config = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_secs(1))
        .measurement_time(Duration::from_secs(8));
    targets = start_up, words, dates, places
}
criterion_main!(benches);
