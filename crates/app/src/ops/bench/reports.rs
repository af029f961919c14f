//! Reports as they come in, through the whole door: the page and the form, with an account and without, and how many
//! a second are taken, each durable before its answer. On SQLite, or on the PostgreSQL that `TILLIT_BENCH_URL` names.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Instant;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode, header};
use kit::clock::{Clock, Day};
use kit::words::Texts;
use tower::ServiceExt;

use super::{cpu_ms, say, tempfile_dir};
use crate::base::config::Config;
use crate::base::identity::session;
use crate::base::keys::{hex, random};
use crate::base::organisation::{self, NewController, NewEmployment, NewPerson, NewUnit};
use crate::base::{Actor, App, Problem, once};
use crate::{boot, ops, shell};

/// Requests per figure.
const TIMES: u32 = 200;
/// Reports sent at once, from so many writers.
const FLOOD: u32 = 2_000;
const WRITERS: u32 = 16;
/// The public host.
const PUBLIC: &str = "localhost";

/// Measures all of it.
///
/// # Errors
/// A request that is refused.
pub fn reports() -> Result<(), Problem> {
    let place = tempfile_dir()?;
    let url = std::env::var("TILLIT_BENCH_URL")
        .unwrap_or_else(|_| format!("sqlite:{}", place.join("bench.sqlite").display()));
    let text = format!(
        "[municipality]\nname = {{ en = \"Bench\" }}\nzone = \"Europe/Helsinki\"\nlanguage = \"en\"\n\
         [report]\nurl = \"http://{PUBLIC}\"\n[database]\nurl = {url:?}\nkeys_dir = {:?}\n",
        place.join("keys").display().to_string()
    );
    let config = Config::parse(&text, std::iter::empty())
        .map_err(|why| Problem::Outside(why.to_string()))?;
    let app = boot::open(config, Clock::system(), ops::printer::child())?;
    let cookie = furnish(&app)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .max_blocking_threads(32)
        .enable_all()
        .build()?;
    let router = shell::router(&app);
    let each =
        |what: &str, make: &dyn Fn() -> Result<Request<Body>, Problem>| -> Result<(), Problem> {
            runtime.block_on(ask(&router, make()?))?;
            let cpu = cpu_ms(false);
            for _ in 0..TIMES {
                runtime.block_on(ask(&router, make()?))?;
            }
            say(what, (cpu_ms(false) - cpu) / f64::from(TIMES), "ms");
            Ok(())
        };
    each("page", &|| named("GET", &cookie, Body::empty()))?;
    each("submit", &|| {
        named("POST", &cookie, Body::from(named_form()))
    })?;
    each("public page", &|| public("GET", Body::empty()))?;
    each("public submit", &|| {
        public("POST", Body::from(public_form()))
    })?;
    let named_flood = || named("POST", &cookie, Body::from(named_form()));
    say(
        "seconds for 2,000",
        flood(&runtime, &router, named_flood)?,
        "s",
    );
    let public_flood = || public("POST", Body::from(public_form()));
    say(
        "public seconds for 2,000",
        flood(&runtime, &router, public_flood)?,
        "s",
    );
    drop(app);
    std::fs::remove_dir_all(place)?;
    Ok(())
}

/// Sends everything from several writers at once; the seconds it took. 200 a second are 10 s.
fn flood(
    runtime: &tokio::runtime::Runtime,
    router: &Router,
    make: impl Fn() -> Result<Request<Body>, Problem>,
) -> Result<f64, Problem> {
    let mut requests = Vec::new();
    for _ in 0..FLOOD {
        requests.push(make()?);
    }
    let mut parts: Vec<Vec<Request<Body>>> = (0..WRITERS).map(|_| Vec::new()).collect();
    for (index, request) in requests.into_iter().enumerate() {
        parts[index % WRITERS as usize].push(request);
    }
    let started = Instant::now();
    runtime.block_on(async {
        let mut writers = Vec::new();
        for part in parts {
            let router = router.clone();
            writers.push(tokio::spawn(async move {
                for request in part {
                    ask(&router, request).await?;
                }
                Ok::<(), Problem>(())
            }));
        }
        for writer in writers {
            writer
                .await
                .map_err(|error| Problem::Outside(error.to_string()))??;
        }
        Ok::<(), Problem>(())
    })?;
    Ok(started.elapsed().as_secs_f64())
}

async fn ask(router: &Router, request: Request<Body>) -> Result<(), Problem> {
    let Ok(answer) = router.clone().oneshot(request).await;
    match answer.status() {
        StatusCode::OK | StatusCode::SEE_OTHER => Ok(()),
        status => Err(Problem::Outside(format!(
            "a report was answered with {status}"
        ))),
    }
}

fn named(method: &str, cookie: &str, body: Body) -> Result<Request<Body>, Problem> {
    let request = Request::builder()
        .method(method)
        .uri("/report")
        .header(header::COOKIE, format!("{}={cookie}", session::COOKIE));
    finished(request, body)
}

fn public(method: &str, body: Body) -> Result<Request<Body>, Problem> {
    finished(
        Request::builder()
            .method(method)
            .uri("/tell")
            .header(header::HOST, PUBLIC),
        body,
    )
}

/// Each from an address of its own: what is measured is the door, not the brake.
fn finished(request: axum::http::request::Builder, body: Body) -> Result<Request<Body>, Problem> {
    static NEXT: AtomicU32 = AtomicU32::new(0x0a00_0000);
    let from = std::net::Ipv4Addr::from(NEXT.fetch_add(1, Ordering::Relaxed));
    let mut request = request
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(body)
        .map_err(|error| Problem::Outside(error.to_string()))?;
    request
        .extensions_mut()
        .insert(ConnectInfo(SocketAddr::from((from, 40_000))));
    Ok(request)
}

const STORY: &str =
    "A+letter+about+day+care+fees+went+to+the+neighbour+of+the+family+it+was+meant+for";

/// Each with a word of its own: the same words of the same person are the same report.
fn named_form() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    format!(
        "once={}&story={STORY}+{}&about=wrong_recipient&noticed=now",
        once::token(),
        NEXT.fetch_add(1, Ordering::Relaxed)
    )
}

fn public_form() -> String {
    format!(
        "once={}&story={STORY}&about=wrong_recipient&noticed=today",
        hex(&random::<32>())
    )
}

/// One board, one unit, one person; the secret of their session.
fn furnish(app: &App) -> Result<String, Problem> {
    let actor = Actor::program("bench");
    let from = Day::first_of_year(2020).unwrap_or(Day::MIN);
    let person = app.write(&actor, |tx| {
        let may = actor.administrator()?;
        let name = Texts::same("Bench");
        let new = NewController {
            code: "b".into(),
            company: false,
            name: name.clone(),
            from,
        };
        let controller = organisation::add_controller(tx, may, &new)?;
        let new = NewUnit {
            code: "u".into(),
            name: name.clone(),
            parent: None,
            controller,
            from,
        };
        let unit = organisation::add_unit(tx, may, &new)?;
        let title = organisation::add_title(tx, may, "t", &name)?;
        let new = NewPerson {
            number: "1".into(),
            given: "A".into(),
            family: "B".into(),
            email: None,
            lang: None,
        };
        let person = organisation::add_person(tx, may, &new)?;
        let new = NewEmployment {
            number: "1".into(),
            person,
            unit,
            title,
            from,
            until: None,
        };
        organisation::employ(tx, may, &new)?;
        Ok(person)
    })?;
    session::begin(app, person)
}
