//! A link to another site, safe for addresses that come from data.

use leptos::prelude::*;

/// A link to another site. An address from data is a link only if it is one of
/// the web; anything else (`javascript:`, a local file) is plain text.
#[component]
pub fn ExternalLink(
    #[prop(into)] address: String,
    #[prop(into)] text: String,
    /// The text's direction, if it may be of another script than the page's.
    #[prop(optional)]
    dir: Option<&'static str>,
) -> impl IntoView {
    if address.starts_with("https://") || address.starts_with("http://") {
        view! {
            <a href=address rel="external noopener" dir=dir>
                {text}
            </a>
        }
        .into_any()
    } else {
        view! { <span dir=dir>{text}</span> }.into_any()
    }
}
