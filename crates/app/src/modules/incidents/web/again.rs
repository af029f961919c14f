//! A form that was sent before and comes again with other words: nothing of it is lost, what is new becomes more to
//! the same report.

use kit::words::Tongue;

use super::super::law;
use super::super::model::{About, When};

/// What a form says.
pub struct Said<'a> {
    pub story: &'a str,
    pub about: About,
    pub noticed: When,
}

/// What it says now and did not say before, in the reporter's words and under the form's own questions; empty when
/// it is the same. A question that was left open now takes nothing back.
pub fn anew(w: &Tongue, before: &Said<'_>, now: &Said<'_>) -> String {
    let mut parts = Vec::new();
    if now.story != before.story {
        parts.push(now.story.to_owned());
    }
    if now.about != before.about && now.about != About::Other {
        let (ask, about) = ("incidents-ask-about", now.about.word());
        parts.push(format!("{} {}", w.t(ask), w.t(about)));
    }
    if now.noticed != before.noticed && now.noticed != When::Unknown {
        let noticed = law::in_words(w, now.noticed);
        parts.push(format!("{} {noticed}", w.t("incidents-ask-noticed")));
    }
    parts.join("\n\n")
}
