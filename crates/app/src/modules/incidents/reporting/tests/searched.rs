//! Nothing that the program wrote says who reported, from where, or when: every byte is searched.

use std::io::Write;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, OnceLock};

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, header};
use kit::clock::{Clock, Moment};
use metrics_exporter_prometheus::PrometheusHandle;
use tower::ServiceExt;
use tracing_subscriber::Layer;
use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::fmt::format::Writer;
use tracing_subscriber::fmt::time::FormatTime;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

use super::cleaned::{OF_PROGRAMS, camera_picture};
use super::{bits, code, open_at, take_all};
use crate::base::identity::session;
use crate::base::testing::{House, on_both};

const ADDRESS: &str = "203.0.113.77";
const AGENT: &str = "NeedleAgent/7.31 (NeedleOS)";
const FILE: &str = "needle-holiday-0815.jpg";
const AT: &str = "2026-03-02T08:37:41Z";

/// The log of this process, and its metrics.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// The clock of the house that is searched.
static CLOCK: Mutex<Option<Clock>> = Mutex::new(None);

struct HouseTime;

impl FormatTime for HouseTime {
    fn format_time(&self, to: &mut Writer<'_>) -> std::fmt::Result {
        match &*CLOCK.lock().unwrap() {
            Some(clock) => write!(to, "{}", clock.now().rfc3339()),
            None => Ok(()),
        }
    }
}

fn watched() -> &'static (Log, Option<PrometheusHandle>) {
    static WATCHED: OnceLock<(Log, Option<PrometheusHandle>)> = OnceLock::new();
    WATCHED.get_or_init(|| {
        let log = Log::default();
        let to = log.clone();
        let timed = log.clone();
        // As the program writes it, with the time of the house: the test's own could be the one that is looked for.
        let timed = tracing_subscriber::fmt::layer()
            .json()
            .with_timer(HouseTime)
            .with_writer(move || timed.clone())
            .with_filter(LevelFilter::INFO);
        // And whatever else could be asked of it.
        let whole = tracing_subscriber::fmt::layer()
            .json()
            .without_time()
            .with_writer(move || to.clone())
            .with_filter(LevelFilter::TRACE);
        let _ = tracing_subscriber::registry()
            .with(timed)
            .with(whole)
            .try_init();
        (log, crate::ops::telemetry::metrics())
    })
}

/// Sends a form to the public host as a browser would that carries everything it could; the answer's status and page.
fn post(
    house: &House,
    path: &str,
    cookie: &str,
    fields: &[(&str, &str)],
    file: Option<&[u8]>,
) -> (u16, String) {
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend_from_slice(
            format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
                .as_bytes(),
        );
    }
    if let Some(file) = file {
        body.extend_from_slice(
            format!("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{FILE}\"\r\nContent-Type: image/jpeg\r\n\r\n").as_bytes(),
        );
        body.extend_from_slice(file);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"--edge--\r\n");
    let mut request = Request::builder()
        .method("POST")
        .uri(path)
        .header(header::HOST, "localhost:8080")
        .header(header::USER_AGENT, AGENT)
        .header(header::COOKIE, format!("{}={cookie}", session::COOKIE))
        .header("x-forwarded-for", ADDRESS)
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge")
        .body(Body::from(body))
        .unwrap();
    let peer: SocketAddr = format!("{ADDRESS}:51777").parse().unwrap();
    request.extensions_mut().insert(ConnectInfo(peer));
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let response = crate::shell::router(&house.app)
            .oneshot(request)
            .await
            .unwrap();
        let status = response.status().as_u16();
        assert!(response.headers().get(header::SET_COOKIE).is_none());
        let bytes = axum::body::to_bytes(response.into_body(), 1 << 20)
            .await
            .unwrap();
        (status, String::from_utf8(bytes.to_vec()).unwrap())
    })
}

/// What must not be found, with how it is called.
fn needles(house: &House, cookie: &str, receipt: &str) -> Vec<(&'static str, Vec<u8>)> {
    let at = Moment::parse_rfc3339(AT).unwrap().ms() + 593;
    let hex = format!("{at:012x}");
    let text = |text: &str| text.as_bytes().to_vec();
    vec![
        ("address", text(ADDRESS)),
        ("address as bytes", vec![203, 0, 113, 77]),
        ("agent", text("NeedleAgent")),
        ("cookie", text(cookie)),
        ("account", text(&house.people.anna.to_string())),
        ("camera", text("NEEDLECAM")),
        ("comment of the picture", text("NeedleComment")),
        ("file name", text("needle-holiday")),
        ("milliseconds", text(&at.to_string())),
        ("seconds", text(&(at / 1000).to_string())),
        ("milliseconds as bytes", at.to_be_bytes()[2..].to_vec()),
        (
            "milliseconds in an id",
            text(&format!("{}-{}", &hex[..8], &hex[8..])),
        ),
        ("time", text("08:37:4")),
        ("time of the day here", text("10:37")),
        ("receipt", text(receipt)),
        ("receipt in one", text(&receipt.replace(' ', ""))),
    ]
}

/// How often each is found in everything.
fn found(house: &House, needles: &[(&'static str, Vec<u8>)]) -> Vec<(&'static str, usize)> {
    let (log, metrics) = watched();
    let mut all = house.every_byte();
    all.push(("log".to_owned(), log.0.lock().unwrap().clone()));
    if let Some(handle) = metrics {
        all.push(("metrics".to_owned(), handle.render().into_bytes()));
    }
    let count = |name: &str, needle: &[u8]| -> usize {
        all.iter()
            // The account stands in rows of its own, and the journal repeats whole pages of them: it is counted
            // where each row stands once.
            .filter(|(path, _)| name != "account" || !path.contains("tillit.sqlite"))
            .map(|(_, bytes)| {
                bytes
                    .windows(needle.len())
                    .filter(|part| *part == needle)
                    .count()
            })
            .sum()
    };
    needles
        .iter()
        .map(|(name, needle)| (*name, count(name, needle)))
        .collect()
}

#[test]
fn nothing_that_was_written_tells_who_reported_from_where_or_when() {
    watched();
    on_both(|house| {
        *CLOCK.lock().unwrap() = Some(house.app.clock.clone());
        let cookie = session::begin(&house.app, house.people.anna).unwrap();
        let unknown = "bada bade badi";
        // What stands there already (the session of the account, rows of people) is no trace of the report.
        let before = found(house, &needles(house, &cookie, unknown));

        house.app.clock.put(Moment::from_ms(
            Moment::parse_rfc3339(AT).unwrap().ms() + 593,
        ));
        let once = bits();
        let fields = [
            ("once", once.as_str()),
            ("story", "The guest list lay in the park."),
            ("about", "lost"),
            ("noticed", "today"),
        ];
        for (kind, text) in OF_PROGRAMS {
            let (status, _) = post(house, "/tell", &cookie, &fields, Some(text.as_bytes()));
            assert_eq!(status, 422, "{kind}");
        }
        let picture = camera_picture();
        let (_, page) = post(house, "/tell", &cookie, &fields, Some(&picture));
        let receipt = code(&page);
        let token = crate::base::once::token();
        let fields = [
            ("code", receipt.as_str()),
            ("once", token.as_str()),
            ("more", "It rained."),
        ];
        let (_, page) = post(house, "/talk/more", &cookie, &fields, None);
        assert!(page.contains("It rained."));
        let needles = needles(house, &cookie, &receipt);
        assert_eq!(found(house, &needles), before, "while it waits");

        open_at(house, "2026-03-02T10:00:00Z");
        while crate::schedule::work_once(&house.app) {}
        assert_eq!(found(house, &needles), before, "when the officer is told");

        house.at("2026-03-02T11:11:11Z");
        take_all(house);
        super::super::day_batch(&house.app).unwrap();
        while crate::schedule::work_once(&house.app) {}
        assert_eq!(found(house, &needles), before, "in the register");
        let (log, metrics) = watched();
        let log = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
        assert!(!log.contains("\"/tell\"") && !log.contains("\"/talk"));
        if let Some(handle) = metrics {
            assert!(!handle.render().contains("\"/tell"));
        }
        // The search finds what is there, and when a line was written.
        house.at(AT);
        tracing::info!("a line of that moment");
        let line = [("time", b"08:37:4".to_vec())];
        let of = |all: &[(&'static str, usize)]| all.iter().find(|one| one.0 == "time").unwrap().1;
        assert_eq!(of(&found(house, &line)), of(&before) + 1);
        let story = [("story", b"The guest list lay in the park.".to_vec())];
        assert!(found(house, &story)[0].1 > 0);
    });
}
