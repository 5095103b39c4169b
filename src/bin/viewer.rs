//! The page. Everything it does is in the library; this mounts it.

fn main() {
    chronotope::view::start();
}
