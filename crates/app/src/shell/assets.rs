//! Style, script and logo. A name carries the hash of its content, so a browser may keep it for ever.

use std::sync::OnceLock;

use axum::Router;
use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use rust_embed::RustEmbed;

use super::problems;
use crate::base::App;
use crate::base::keys::hex;

#[derive(RustEmbed)]
#[folder = "src/shell/assets"]
struct Assets;

const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// `style.css` → `/assets/style.0123456789ab.css`.
pub fn address(name: &str) -> String {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    format!("/assets/{stem}.{}.{ending}", hash(name))
}

fn hash(name: &str) -> String {
    static KNOWN: OnceLock<Vec<(String, String)>> = OnceLock::new();
    let known = KNOWN.get_or_init(|| {
        Assets::iter()
            .filter_map(|name| {
                Some((
                    name.to_string(),
                    hex(&Assets::get(&name)?.metadata.sha256_hash()[..6]),
                ))
            })
            .collect()
    });
    known
        .iter()
        .find(|(known, _)| known == name)
        .map(|(_, hash)| hash.clone())
        .unwrap_or_default()
}

pub fn router(app: &App) -> Router {
    let ready = app.clone();
    files(app)
        .route("/healthz", get(|| async { "ok\n" }))
        .route("/readyz", get(move || ready_or_not(ready.clone())))
}

/// Style, script and logo alone.
pub fn files(app: &App) -> Router {
    let (colour, logo) = (app.clone(), app.clone());
    Router::new()
        .route("/assets/{name}", get(asset))
        .route(
            "/assets/own/colour.css",
            get(move || async move { own_colour(&colour) }),
        )
        .route(
            "/assets/own/logo",
            get(move || async move { own_logo(&logo) }),
        )
}

async fn asset(Path(name): Path<String>) -> Response {
    let mut parts = name.splitn(3, '.');
    let (stem, tag, ending) = (
        parts.next().unwrap_or(""),
        parts.next().unwrap_or(""),
        parts.next().unwrap_or(""),
    );
    let plain = format!("{stem}.{ending}");
    match Assets::get(&plain) {
        Some(file) if tag == hash(&plain) => {
            let mime = match ending {
                "css" => "text/css; charset=utf-8",
                "js" => "text/javascript; charset=utf-8",
                "svg" => "image/svg+xml",
                _ => "application/octet-stream",
            };
            (
                [
                    (header::CONTENT_TYPE, mime),
                    (header::CACHE_CONTROL, FOR_EVER),
                ],
                file.data.into_owned(),
            )
                .into_response()
        }
        _ => problems::bare(StatusCode::NOT_FOUND),
    }
}

fn own_colour(app: &App) -> Response {
    // The configuration has checked that it is #rrggbb.
    let css = format!(":root {{ --own: {}; }}\n", app.config.municipality.colour);
    (
        [
            (header::CONTENT_TYPE, "text/css; charset=utf-8"),
            (header::CACHE_CONTROL, "public, max-age=3600"),
        ],
        css,
    )
        .into_response()
}

fn own_logo(app: &App) -> Response {
    let Some(path) = &app.config.municipality.logo else {
        return problems::bare(StatusCode::NOT_FOUND);
    };
    let mime = match path.extension().and_then(|ending| ending.to_str()) {
        Some("svg") => "image/svg+xml",
        _ => "image/png",
    };
    match std::fs::read(path) {
        Ok(bytes) => (
            [
                (header::CONTENT_TYPE, mime),
                (header::CACHE_CONTROL, "public, max-age=3600"),
            ],
            bytes,
        )
            .into_response(),
        Err(_) => problems::bare(StatusCode::NOT_FOUND),
    }
}

async fn ready_or_not(app: App) -> Response {
    let asked =
        tokio::task::spawn_blocking(move || app.db.read(|conn| conn.value::<i64>("SELECT 1", &[])));
    match asked.await {
        Ok(Ok(1)) => "ready\n".into_response(),
        _ => problems::bare(StatusCode::SERVICE_UNAVAILABLE),
    }
}
