//! The voice of the browser. Only a voice of this computer is used: others send the
//! text to a server.

use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

/// Has the browser a voice of its own for this language (BCP 47)?
pub fn is_available(language: &str) -> bool {
    local_voice(language).is_some()
}

/// Speaks a text, `pace` times as fast as usual, instead of what is being spoken.
pub fn speak(text: &str, language: &str, pace: f64) {
    let (Some(speech), Some(voice)) = (speech(), local_voice(language)) else { return };
    let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(text) else { return };
    utterance.set_voice(Some(&voice));
    utterance.set_lang(&voice.lang());
    utterance.set_rate(pace as f32);
    speech.cancel();
    speech.speak(&utterance);
}

/// Is something being spoken, or about to be?
pub fn is_speaking() -> bool {
    speech().is_some_and(|speech| speech.speaking() || speech.pending())
}

/// Ends what is being spoken.
pub fn hush() {
    if let Some(speech) = speech() {
        speech.cancel();
    }
}

fn speech() -> Option<SpeechSynthesis> {
    let has = js_sys::Reflect::get(&window(), &JsValue::from_str("speechSynthesis")).ok()?;
    (!has.is_undefined()).then(|| has.unchecked_into())
}

fn local_voice(language: &str) -> Option<SpeechSynthesisVoice> {
    let voices = speech()?.get_voices();
    let mut voices = voices.iter().map(JsCast::unchecked_into::<SpeechSynthesisVoice>);
    voices.find(|voice| voice.local_service() && voice.lang().starts_with(language))
}
