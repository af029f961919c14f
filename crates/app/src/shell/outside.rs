//! The public report host: only the routes that say so, style and script. Nobody is signed in here: no cookie is
//! read for that and none is set, no session is looked up, and no request is counted, timed or logged, because a
//! line with a time beside a report would tell on whoever wrote it.

use std::sync::atomic::{AtomicU64, Ordering};

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, on};
use kit::form::Fields;

use super::body::Content;
use super::{assets, body, door, filter, frame, headers, language, problems};
use crate::base::room::{Method, Route};
use crate::base::visit::{Over, Visit};
use crate::base::{Actor, App, Problem};

/// Faults of our own on these pages since the letterbox was opened last.
static FAULTS: AtomicU64 = AtomicU64::new(0);

/// Counts what the log may not hold with its time.
pub fn note(problem: &Problem) {
    if matches!(problem, Problem::Database(_) | Problem::Outside(_)) {
        FAULTS.fetch_add(1, Ordering::Relaxed);
    }
}

/// Says on the letterbox's fixed hours how many requests failed since the last of them.
pub fn tell_faults() {
    let faults = FAULTS.swap(0, Ordering::Relaxed);
    if faults > 0 {
        tracing::error!(faults, "requests to the public report pages failed");
    }
}

/// Whether a request names the public report host.
pub fn is_for(host: &str, request: &Request) -> bool {
    let named = request
        .headers()
        .get(header::HOST)
        .and_then(|value| value.to_str().ok())
        .or_else(|| request.uri().authority().map(|named| named.as_str()));
    named.is_some_and(|named| named.eq_ignore_ascii_case(host))
}

/// From the staff pages' host to the same page on the public one.
pub async fn point(app: App, request: Request) -> Response {
    match &app.config.report.url {
        Some(url) => {
            let path = request
                .uri()
                .path_and_query()
                .map_or("/tell", |path| path.as_str());
            Redirect::to(&format!("{url}{path}")).into_response()
        }
        None => door::pass(app, None, request).await,
    }
}

/// The routes of this host.
pub fn router(app: &App) -> Router {
    let mut router = Router::new().route("/", get(|| async { Redirect::to("/tell") }));
    let routes = app.rooms.iter().flat_map(|room| room.routes);
    for route in routes.filter(|route| route.outside) {
        let app = app.clone();
        router = router.route(
            route.path,
            on(filter(route.method), move |request: Request| {
                pass(app.clone(), Some(*route), request)
            }),
        );
    }
    let nowhere = app.clone();
    router
        .merge(assets::files(app))
        .fallback(move |request: Request| pass(nowhere.clone(), None, request))
        .layer(axum::middleware::map_response_with_state(
            app.clone(),
            headers::put,
        ))
}

async fn pass(app: App, route: Option<Route>, request: Request) -> Response {
    let (parts, stream) = request.into_parts();
    let content = match route {
        Some(route) if route.method == Method::Post => accept(&app, &parts, stream).await,
        _ => Ok(Content::default()),
    };
    let work = tokio::task::spawn_blocking(move || serve(&app, route, &parts, content));
    match work.await {
        Ok(response) => response,
        Err(_) => problems::bare(StatusCode::INTERNAL_SERVER_ERROR),
    }
}

async fn accept(app: &App, parts: &Parts, stream: Body) -> Result<Content, Problem> {
    let own = app.config.report.url.as_deref().unwrap_or_default();
    if !door::same_site(&parts.headers, own) {
        return Err(Problem::refused("problem-other-site"));
    }
    // Before anything of the body is read: a flood ends here.
    app.brakes.report(&door::address(app, parts))?;
    body::read(&parts.headers, stream, app.config.limits.upload).await
}

fn serve(
    app: &App,
    route: Option<Route>,
    parts: &Parts,
    content: Result<Content, Problem>,
) -> Response {
    let query = Fields::parse(parts.uri.query().unwrap_or(""));
    let choice = language::choose(app, &query, &parts.headers, None);
    let (content, fault) = match content {
        Ok(content) => (content, None),
        Err(problem) => (Content::default(), Some(problem)),
    };
    let path = parts.uri.path();
    let visit = Visit {
        actor: Actor::nobody(),
        tongue: app.tongue(choice.lang),
        path: path.to_owned(),
        params: route
            .map(|route| door::params(route.path, path))
            .unwrap_or_default(),
        query,
        form: content.form,
        files: content.files,
        now: app.now(),
        today: app.today(),
        address: door::address(app, parts),
        session: None,
        known: None,
        // Nothing of this page is logged, so there is no code either.
        over: content.over.map(|message| Over {
            message,
            code: String::new(),
        }),
        outside: true,
        portal: false,
    };
    let answer = match (fault, choice.unknown, route) {
        (Some(problem), ..) => Err(problem),
        (None, true, _) => Err(Problem::refused("problem-language")),
        (None, false, None) => Err(Problem::NotFound),
        (None, false, Some(route)) => (route.run)(app, &visit),
    };
    match answer {
        Ok(reply) => frame::respond(app, &visit, reply),
        Err(problem) => problems::respond(app, &visit, problem),
    }
}
