//! Headers that every response carries.

use axum::extract::State;
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::Response;

use crate::base::App;

/// No inline script or style, no third-party host, no framing. `form-action` also names the sign-in
/// provider, because a browser checks it on the redirect that follows the sign-in form.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; font-src 'self'; \
    base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

pub async fn put(State(app): State<App>, mut response: Response) -> Response {
    let policy = match &app.config.sign_in.oidc {
        Some(oidc) => format!("{POLICY} {}", origin(&oidc.issuer)),
        None => POLICY.to_owned(),
    };
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(name, value);
        }
    };
    set(header::CONTENT_SECURITY_POLICY, &policy);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::REFERRER_POLICY, "no-referrer");
    set(
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    );
    set(
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    );
    set(
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=()",
    );
    if app.config.server.public_url.starts_with("https://") {
        set(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000");
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}

fn origin(address: &str) -> String {
    url::Url::parse(address)
        .map(|url| url.origin().ascii_serialization())
        .unwrap_or_default()
}
