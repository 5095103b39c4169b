//! The page. Everything it does is in the library; this mounts it.

fn main() {
    chronotope::view::start();
}

/// The browser's own functions in place of Rust's, which are linked in otherwise:
/// `f64::sin` calls a function of this name. 3 kB less with brotli.
mod math {
    use js_sys::Math;

    macro_rules! by_the_browser {
        ($($name:ident($($argument:ident),+))+) => {
            $(
                #[allow(unsafe_code)] // The name has to be exactly this, for the linker.
                #[unsafe(no_mangle)]
                extern "C" fn $name($($argument: f64),+) -> f64 {
                    Math::$name($($argument),+)
                }
            )+
        };
    }

    by_the_browser! { sin(x) cos(x) asin(x) atan(x) atan2(y, x) }
}
