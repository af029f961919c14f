//! Requests of people who are none of ours: on the public report host and on the portal's listener. Only the routes
//! that say so exist there, besides style and script. What differs between the two is in [`Side`].

use std::time::Instant;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, on};
use kit::form::Fields;

use super::body::Content;
use super::{assets, body, door, filter, frame, headers, language, problems};
use crate::base::identity::{Brakes, session};
use crate::base::room::{Method, Route};
use crate::base::visit::{Over, Visit};
use crate::base::{Actor, App, Problem};

pub struct Side {
    /// The page of whoever names none.
    pub first: &'static str,
    /// Its public address, if the installation has this side.
    pub url: fn(&App) -> Option<&str>,
    /// Which routes exist here.
    pub opens: fn(&Route) -> bool,
    /// One more form from an address.
    pub brake: fn(&Brakes, &str) -> Result<(), Problem>,
    /// Nobody can be known by a request: no cookie is read or set, and nothing is counted, timed or logged.
    pub anonymous: bool,
}

/// From the staff pages' host to the same page on this side.
pub async fn point(side: &'static Side, app: App, request: Request) -> Response {
    match (side.url)(&app) {
        Some(url) => {
            let path = request.uri().path_and_query();
            let path = path.map_or(side.first, |path| path.as_str());
            Redirect::to(&format!("{url}{path}")).into_response()
        }
        None => door::pass(app, None, request).await,
    }
}

/// The routes of a side.
pub fn router(side: &'static Side, app: &App) -> Router {
    let first = get(|| async { Redirect::to(side.first) });
    let mut router = Router::new().route("/", first);
    let routes = app.rooms.iter().flat_map(|room| room.routes);
    for route in routes.filter(|route| (side.opens)(route)) {
        let app = app.clone();
        router = router.route(
            route.path,
            on(filter(route.method), move |request: Request| {
                pass(side, app.clone(), Some(*route), request)
            }),
        );
    }
    let nowhere = app.clone();
    router
        .merge(assets::files(app))
        .fallback(move |request: Request| pass(side, nowhere.clone(), None, request))
        .layer(axum::middleware::map_response_with_state(
            app.clone(),
            headers::put,
        ))
}

async fn pass(side: &'static Side, app: App, route: Option<Route>, request: Request) -> Response {
    let started = Instant::now();
    let (parts, stream) = request.into_parts();
    let content = match route {
        Some(route) if route.method == Method::Post => accept(side, &app, &parts, stream).await,
        _ => Ok(Content::default()),
    };
    let work = tokio::task::spawn_blocking(move || serve(side, &app, route, &parts, content));
    let response = match work.await {
        Ok(response) => response,
        Err(_) => problems::bare(StatusCode::INTERNAL_SERVER_ERROR),
    };
    if !side.anonymous {
        door::note(route, response.status(), started);
    }
    response
}

async fn accept(side: &Side, app: &App, parts: &Parts, stream: Body) -> Result<Content, Problem> {
    if !door::same_site(&parts.headers, (side.url)(app).unwrap_or_default()) {
        return Err(Problem::refused("problem-other-site"));
    }
    // Before anything of the body is read: a flood ends here.
    (side.brake)(&app.brakes, &door::address(app, parts))?;
    body::read(&parts.headers, stream, app.config.limits.upload).await
}

fn serve(
    side: &Side,
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
    let visit = visit(side, app, route, parts, (query, content), choice);
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

fn visit(
    side: &Side,
    app: &App,
    route: Option<Route>,
    parts: &Parts,
    (query, content): (Fields, Content),
    choice: language::Choice,
) -> Visit {
    let path = parts.uri.path();
    let session = match side.anonymous {
        true => None,
        false => door::cookie(&parts.headers, session::COOKIE),
    };
    Visit {
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
        session,
        known: None,
        over: content.over.map(|message| over(side, route, message)),
        outside: side.anonymous,
        portal: !side.anonymous,
    }
}

/// A form was too large. Where nothing is logged there is no code either.
fn over(side: &Side, route: Option<Route>, message: &'static str) -> Over {
    match side.anonymous {
        true => Over {
            message,
            code: String::new(),
        },
        false => door::over(route, message),
    }
}
