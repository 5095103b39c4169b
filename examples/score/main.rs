//! Scores the engine on a corpus with gold answers, which is not part of the
//! project: `cargo run --release --example score -- corpus.jsonl [--errors]`.

mod dates;

fn main() {
    match std::env::args().nth(1) {
        Some(path) => dates::run(&path),
        None => eprintln!("usage: score <corpus.jsonl> [--errors]"),
    }
}
