//! The frame round every page, and the only async code: from HTTP to a [`Visit`] and from a reply back.

mod assets;
mod body;
mod door;
mod frame;
mod guests;
mod headers;
mod home;
mod language;
#[cfg(test)]
mod large;
pub mod outside;
mod portal;
mod problems;
#[cfg(test)]
mod rights;
#[cfg(test)]
mod statements;

pub use home::ROOM;

use axum::Router;
use axum::extract::Request;
use axum::routing::{MethodFilter, on};
use kit::words::Lang;
use tower::ServiceExt;

use crate::base::App;
use crate::base::room::Method;

pub const WORDS: &[(Lang, &str)] = &[
    (Lang::En, include_str!("words/en.ftl")),
    (Lang::Fi, include_str!("words/fi.ftl")),
    (Lang::Sv, include_str!("words/sv.ftl")),
    (Lang::Da, include_str!("words/da.ftl")),
    (Lang::Nb, include_str!("words/nb.ftl")),
];

/// All pages: those of the public report host by its name, everything else behind the one door.
pub fn router(app: &App) -> Router {
    let inside = staff(app);
    let Some(host) = app.config.report.host() else {
        return inside;
    };
    let public = guests::router(&outside::SIDE, app);
    Router::new().fallback(move |request: Request| {
        let to = if outside::is_for(&host, &request) {
            public.clone()
        } else {
            inside.clone()
        };
        async move { to.oneshot(request).await }
    })
}

/// The portal's pages, for its own listener.
pub fn portal_router(app: &App) -> Router {
    guests::router(&portal::SIDE, app)
}

/// The same of axum.
fn filter(method: Method) -> MethodFilter {
    match method {
        Method::Get => MethodFilter::GET,
        Method::Post => MethodFilter::POST,
    }
}

/// Every room's routes behind the one door, plus style, script and health.
fn staff(app: &App) -> Router {
    let mut router = Router::new();
    for route in app.rooms.iter().flat_map(|room| room.routes) {
        let app = app.clone();
        router = router.route(
            route.path,
            on(filter(route.method), move |request: Request| {
                let app = app.clone();
                async move {
                    if route.portal {
                        guests::point(&portal::SIDE, app, request).await
                    } else if route.outside {
                        guests::point(&outside::SIDE, app, request).await
                    } else {
                        door::pass(app, Some(*route), request).await
                    }
                }
            }),
        );
    }
    let nowhere = app.clone();
    router
        .merge(assets::router(app))
        .fallback(move |request: Request| door::pass(nowhere.clone(), None, request))
        .layer(axum::middleware::map_response_with_state(
            app.clone(),
            headers::put,
        ))
}
