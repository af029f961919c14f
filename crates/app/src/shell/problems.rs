//! What went wrong, as a page: a clear sentence, a way on, and a code to find it in the log.

use askama::Template;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use kit::words::Tongue;

use super::{frame, outside};
use crate::base::keys;
use crate::base::visit::{Page, Visit};
use crate::base::{App, Problem};

#[derive(Template)]
#[template(path = "shell/pages/problem.html")]
struct ProblemPage<'a> {
    w: &'a Tongue,
    title: String,
    sentence: String,
    /// Where to find it in the log, and whom to tell; empty where nothing is logged.
    code: String,
    code_word: &'static str,
}

/// A problem as a page in the reader's language.
pub fn respond(app: &App, visit: &Visit, problem: Problem) -> Response {
    if matches!(problem, Problem::SignIn) {
        let back: String = url::form_urlencoded::byte_serialize(visit.path.as_bytes()).collect();
        return (
            StatusCode::SEE_OTHER,
            [(header::LOCATION, format!("/sign-in?to={back}"))],
        )
            .into_response();
    }
    // A code leads into the log, and nothing of the public report page is in it.
    let code = if visit.outside {
        String::new()
    } else {
        keys::hex(&keys::random::<4>())
    };
    let w = &visit.tongue;
    let (status, title, sentence) = match &problem {
        Problem::NotFound => (404, "problem-not-found-title", w.t("problem-not-found")),
        Problem::SignIn | Problem::Forbidden => {
            (403, "problem-forbidden-title", w.t("problem-forbidden"))
        }
        Problem::Faults(faults) => {
            let list: Vec<String> = faults
                .iter()
                .map(|fault| w.with(fault.message, &fault.args))
                .collect();
            (422, "problem-refused-title", list.join(" "))
        }
        Problem::Refused(message, args) => (409, "problem-refused-title", w.with(message, args)),
        // Too often, not too large: RFC 6585, 4.
        Problem::TooMuch(message @ "problem-too-fast") => {
            (429, "problem-refused-title", w.t(message))
        }
        Problem::TooMuch(message) => (413, "problem-refused-title", w.t(message)),
        Problem::Database(_) | Problem::Outside(_) => {
            (500, "problem-fault-title", w.t("problem-fault"))
        }
    };
    match status {
        _ if visit.outside => outside::note(&problem),
        500 => tracing::error!(code, problem = problem.plain(), "request failed"),
        _ => tracing::info!(code, status, "request refused"),
    }
    let page = ProblemPage {
        w,
        title: w.t(title),
        sentence,
        code,
        code_word: visit.code_word(),
    };
    match Page::new(w.t(title), &page) {
        Ok(page) => frame::draw(app, visit, &page.status(status)),
        Err(_) => bare(StatusCode::INTERNAL_SERVER_ERROR),
    }
}

/// The last resort, when not even a page can be drawn.
pub fn bare(status: StatusCode) -> Response {
    (
        status,
        [(header::CONTENT_TYPE, "text/plain; charset=utf-8")],
        format!("{status}\n"),
    )
        .into_response()
}
