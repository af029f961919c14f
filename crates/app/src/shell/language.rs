//! Which language a page speaks.

use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use kit::form::Fields;
use kit::words::Lang;

use crate::base::App;
use crate::base::visit::Visit;

const COOKIE: &str = "tillit_lang";

#[derive(Clone, Copy)]
pub struct Choice {
    pub lang: Lang,
    /// Asked for by `?lang=`: remembered on this device.
    pub asked: bool,
    /// `?lang=` names a language that does not exist.
    pub unknown: bool,
}

/// Asked for in the address, remembered on the device, the person's own, the browser's, the municipality's.
pub fn choose(app: &App, query: &Fields, headers: &HeaderMap, own: Option<Lang>) -> Choice {
    let asked = query.text("lang");
    if let Some(lang) = Lang::parse(asked) {
        return Choice {
            lang,
            asked: true,
            unknown: false,
        };
    }
    let header = |name| {
        headers
            .get(name)
            .and_then(|value: &HeaderValue| value.to_str().ok())
    };
    let remembered = header(header::COOKIE).and_then(|line| {
        line.split(';').find_map(|pair| {
            pair.trim()
                .strip_prefix(COOKIE)?
                .strip_prefix('=')
                .and_then(Lang::parse)
        })
    });
    let lang = remembered
        .or(own)
        .or_else(|| header(header::ACCEPT_LANGUAGE).and_then(Lang::from_accept))
        .unwrap_or(app.config.municipality.language);
    Choice {
        lang,
        asked: false,
        unknown: !asked.is_empty(),
    }
}

/// Keeps an explicit choice on the device. The public sheet and the public report page set no cookie at all.
pub fn remember(response: &mut Response, visit: &Visit, choice: Choice) {
    if choice.asked && !visit.outside && !visit.path.starts_with("/open") {
        let line = format!(
            "{COOKIE}={}; Path=/; Max-Age=31536000; SameSite=Lax",
            choice.lang.code()
        );
        if let Ok(value) = HeaderValue::from_str(&line) {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
    }
}
