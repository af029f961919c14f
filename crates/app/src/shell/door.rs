//! One request: checked, read, handed to its room on a blocking thread, answered.

use std::net::{IpAddr, SocketAddr};
use std::time::Instant;

use axum::body::Body;
use axum::extract::{ConnectInfo, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use kit::form::Fields;

use super::body::Content;
use super::{body, frame, language, problems};
use crate::base::identity::session;
use crate::base::keys;
use crate::base::room::{Method, Route};
use crate::base::visit::{Answer, Over, Visit};
use crate::base::{Actor, App, Problem};

/// The whole way of a request. Never fails: a problem becomes a page in the reader's language.
pub async fn pass(app: App, route: Option<Route>, request: Request) -> Response {
    let started = Instant::now();
    let (parts, stream) = request.into_parts();
    let content = match route {
        Some(route) if route.method == Method::Post => accept(&app, &parts, stream).await,
        _ => Ok(Content::default()),
    };
    let at_work = app.clone();
    let work = tokio::task::spawn_blocking(move || serve(&at_work, route, &parts, content));
    let response = match work.await {
        Ok(response) => response,
        Err(_) => problems::bare(StatusCode::INTERNAL_SERVER_ERROR),
    };
    note(route, response.status(), started);
    response
}

async fn accept(app: &App, parts: &Parts, stream: Body) -> Result<Content, Problem> {
    if !same_site(&parts.headers, &app.config.server.public_url) {
        return Err(Problem::refused("problem-other-site"));
    }
    body::read(&parts.headers, stream, app.config.limits.upload).await
}

/// Forged requests: the browser says where a form was sent from. Sec-Fetch-Site where it is known, Origin
/// otherwise; a request with neither comes from no browser that carries our cookie by itself.
pub fn same_site(headers: &HeaderMap, public_url: &str) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return site == "same-origin" || site == "none";
    }
    match text("origin") {
        None => true,
        Some(origin) => {
            let host = text("host").unwrap_or("");
            origin == public_url
                || origin == format!("https://{host}")
                || origin == format!("http://{host}")
        }
    }
}

fn serve(
    app: &App,
    route: Option<Route>,
    parts: &Parts,
    content: Result<Content, Problem>,
) -> Response {
    let cookie = cookie(&parts.headers, session::COOKIE);
    let query = Fields::parse(parts.uri.query().unwrap_or(""));
    let known = match &cookie {
        Some(secret) => session::recognise(app, secret),
        None => Ok(None),
    };
    let (actor, fault) = match known {
        Ok(Some(actor)) => (actor, None),
        Ok(None) => (Actor::nobody(), None),
        Err(problem) => (Actor::nobody(), Some(problem)),
    };
    let choice = language::choose(app, &query, &parts.headers, actor.lang);
    let tongue = app.tongue(choice.lang);
    let (content, fault) = match (content, fault) {
        (_, Some(problem)) | (Err(problem), None) => (Content::default(), Some(problem)),
        (Ok(content), None) => (content, None),
    };
    let visit = Visit {
        actor,
        tongue,
        path: parts.uri.path().to_owned(),
        params: route
            .map(|route| params(route.path, parts.uri.path()))
            .unwrap_or_default(),
        query,
        form: content.form,
        files: content.files,
        now: app.now(),
        today: app.today(),
        address: address(app, parts),
        session: cookie,
        known: parts
            .headers
            .get(header::IF_NONE_MATCH)
            .and_then(|v| v.to_str().ok())
            .map(str::to_owned),
        over: content.over.map(|message| over(route, message)),
        outside: false,
        portal: false,
    };
    let answer = match (fault, choice.unknown) {
        (Some(problem), _) => Err(problem),
        (None, true) => Err(Problem::refused("problem-language")),
        (None, false) => enter(app, route, &visit),
    };
    let mut response = match answer {
        Ok(reply) => frame::respond(app, &visit, reply),
        Err(problem) => problems::respond(app, &visit, problem),
    };
    language::remember(&mut response, &visit, choice);
    response
}

/// Notes that a form was too large. Nothing of the form is in the log, only a code that the page shows too.
pub fn over(route: Option<Route>, message: &'static str) -> Over {
    let code = keys::hex(&keys::random::<4>());
    let route = route.map_or("none", |route| route.path);
    tracing::info!(code, route, what = message, "form over the limit");
    Over { message, code }
}

/// Default is deny: a route's access is asked before the room runs.
fn enter(app: &App, route: Option<Route>, visit: &Visit) -> Answer {
    let route = route.ok_or(Problem::NotFound)?;
    if route.access.admits(&visit.actor) {
        (route.run)(app, visit)
    } else if visit.actor.person().is_none() {
        Err(Problem::SignIn)
    } else {
        Err(Problem::Forbidden)
    }
}

pub fn params(pattern: &str, path: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (name, value) in pattern.split('/').zip(path.split('/')) {
        if let Some(inner) = name.strip_prefix('{').and_then(|rest| rest.split_once('}')) {
            let value = value.strip_suffix(inner.1).unwrap_or(value);
            found.push((inner.0.to_owned(), value.to_owned()));
        }
    }
    found
}

pub fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .find_map(|pair| {
            pair.trim()
                .strip_prefix(name)?
                .strip_prefix('=')
                .map(str::to_owned)
        })
}

/// The client's address, for slowing alone. A header is believed only from a proxy that is configured.
pub fn address(app: &App, parts: &Parts) -> String {
    let peer: Option<IpAddr> = parts
        .extensions
        .get::<ConnectInfo<SocketAddr>>()
        .map(|info| info.0.ip());
    let forwarded = parts
        .headers
        .get("x-forwarded-for")
        .and_then(|value| value.to_str().ok());
    match (peer, forwarded) {
        (Some(peer), Some(list)) if app.config.server.trusted_proxies.contains(&peer) => {
            list.rsplit(',').next().unwrap_or("").trim().to_owned()
        }
        (Some(peer), _) => peer.to_string(),
        (None, _) => String::new(),
    }
}

/// The pattern of the route and nothing of the request: no path, query, address or person.
pub fn note(route: Option<Route>, status: StatusCode, started: Instant) {
    let pattern = route.map_or("none", |route| route.path);
    metrics::counter!("tillit_requests_total", "route" => pattern, "status" => status.as_u16().to_string())
        .increment(1);
    metrics::histogram!("tillit_request_seconds", "route" => pattern)
        .record(started.elapsed().as_secs_f64());
    tracing::info!(
        route = pattern,
        status = status.as_u16(),
        ms = started.elapsed().as_millis() as u64,
        "request"
    );
}
