//! The portal's listener: only the routes that say so, style and script. People who are none of ours come here;
//! the cookie that is read holds a citizen's session and never one of ours, whose host is another.

use std::time::Instant;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{MethodFilter, get, on};
use kit::form::Fields;

use super::body::Content;
use super::{assets, body, door, frame, headers, language, problems};
use crate::base::identity::session;
use crate::base::room::{Method, Route};
use crate::base::visit::Visit;
use crate::base::{Actor, App, Problem};

/// From the staff pages' host to the same page of the portal, if there is one.
pub async fn point(app: App, request: Request) -> Response {
    match app.config.portal.address() {
        Some(url) => {
            let path = request
                .uri()
                .path_and_query()
                .map_or("/inbox", |path| path.as_str());
            Redirect::to(&format!("{url}{path}")).into_response()
        }
        None => door::pass(app, None, request).await,
    }
}

/// The routes of this listener.
pub fn router(app: &App) -> Router {
    let mut router = Router::new().route("/", get(|| async { Redirect::to("/inbox") }));
    let routes = app.rooms.iter().flat_map(|room| room.routes);
    for route in routes.filter(|route| route.portal) {
        let method = match route.method {
            Method::Get => MethodFilter::GET,
            Method::Post => MethodFilter::POST,
        };
        let app = app.clone();
        router = router.route(
            route.path,
            on(method, move |request: Request| {
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
    let started = Instant::now();
    let (parts, stream) = request.into_parts();
    let content = match route {
        Some(route) if route.method == Method::Post => accept(&app, &parts, stream).await,
        _ => Ok(Content::default()),
    };
    let work = tokio::task::spawn_blocking(move || serve(&app, route, &parts, content));
    let response = match work.await {
        Ok(response) => response,
        Err(_) => problems::bare(StatusCode::INTERNAL_SERVER_ERROR),
    };
    door::note(route, response.status(), started);
    response
}

async fn accept(app: &App, parts: &Parts, stream: Body) -> Result<Content, Problem> {
    let own = app.config.portal.url.as_deref().unwrap_or_default();
    if !door::same_site(&parts.headers, own) {
        return Err(Problem::refused("problem-other-site"));
    }
    // Before anything of the body is read: a flood ends here.
    app.brakes.address(&door::address(app, parts))?;
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
        session: door::cookie(&parts.headers, session::COOKIE),
        known: None,
        over: content.over.map(|message| door::over(route, message)),
        outside: false,
        portal: true,
    };
    let answer = match (fault, choice.unknown, route) {
        (Some(problem), ..) => Err(problem),
        (None, true, _) => Err(Problem::refused("problem-language")),
        (None, false, None) => Err(Problem::NotFound),
        (None, false, Some(route)) => (route.run)(app, &visit),
    };
    let mut response = match answer {
        Ok(reply) => frame::respond(app, &visit, reply),
        Err(problem) => problems::respond(app, &visit, problem),
    };
    language::remember(&mut response, &visit, choice);
    response
}
