//! `tillit bench NAME`: measures the program itself for `cargo xtask bench`. Prints name, number and unit,
//! divided by tabs. CPU is that of the process (and its children where a report is made), from /proc.

mod reading;
mod register;
mod reports;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use axum::body::Body;
use axum::http::{Request, header};
use kit::words::{Lang, Tongue};
use tower::ServiceExt;

use crate::base::identity::session;
use crate::base::{App, Problem};
use crate::demo::{self, Size};
use crate::{shell, year};

/// Runs one bench.
///
/// # Errors
/// No such bench, or what it measures fails.
pub fn run(name: &str, cases: Option<u64>, w: &Tongue) -> Result<(), Problem> {
    match (name, cases) {
        ("register", Some(cases)) => register::many(cases, w),
        ("cases", _) => register::many(cases.unwrap_or(100_000), w),
        (name, _) => one(name, w),
    }
}

fn one(name: &str, w: &Tongue) -> Result<(), Problem> {
    match name {
        "demo" => city(w),
        "register" => register(w),
        "figures" => figures(w),
        "pdf" => pdf(w),
        "start" => start(w),
        "memory" => memory(w),
        "import" => import(w),
        "reports" => reports::reports(),
        "mail" => reading::mail(),
        "scan" => reading::scan(),
        _ => Err(Problem::NotFound),
    }
}

fn say(name: &str, number: f64, unit: &str) {
    println!("{name}\t{number:.2}\t{unit}");
}

fn dir() -> PathBuf {
    std::env::var_os("TILLIT_BENCH_DIR")
        .map_or_else(|| PathBuf::from("target/bench-city"), PathBuf::from)
}

fn listen() -> SocketAddr {
    SocketAddr::from(([127, 0, 0, 1], 0))
}

/// CPU of this process and its ended children, in milliseconds (proc(5): ticks of 10 ms).
fn cpu_ms(children: bool) -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = stat.rsplit_once(") ").map_or("", |(_, rest)| rest);
    let field = |place: usize| {
        after_name
            .split(' ')
            .nth(place - 3)
            .and_then(|text| text.parse::<f64>().ok())
            .unwrap_or(0.0)
    };
    let own = field(14) + field(15);
    let ended = if children { field(16) + field(17) } else { 0.0 };
    (own + ended) * 10.0
}

fn open_city(w: &Tongue) -> Result<App, Problem> {
    Ok(demo::open(&dir(), Some(Size::City), false, listen(), w)?.app)
}

fn city(w: &Tongue) -> Result<(), Problem> {
    let started = Instant::now();
    demo::open(&dir(), Some(Size::City), true, listen(), w)?;
    say("city", started.elapsed().as_secs_f64(), "s");
    Ok(())
}

/// The register as the data protection officer sees it, filtered, through the whole door.
fn register(w: &Tongue) -> Result<(), Problem> {
    const TIMES: u32 = 300;
    let app = open_city(w)?;
    let secret = session::begin(&app, demo::dpo(&app)?)?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let router = shell::router(&app);
    let ask = || {
        Request::builder()
            .uri("/incidents?outcome=breach&page=2")
            .header(header::COOKIE, format!("{}={secret}", session::COOKIE))
            .body(Body::empty())
            .map_err(|error| Problem::Outside(error.to_string()))
    };
    let once = || -> Result<(), Problem> {
        let request = ask()?;
        runtime
            .block_on(async { router.clone().oneshot(request).await })
            .map(|_| ())
            .map_err(|never| match never {})
    };
    once()?;
    let before = app.db.statements();
    once()?;
    say("statements", (app.db.statements() - before) as f64, "");
    let cpu = cpu_ms(false);
    for _ in 0..TIMES {
        once()?;
    }
    say("cpu", (cpu_ms(false) - cpu) / f64::from(TIMES), "ms");
    Ok(())
}

fn figures(w: &Tongue) -> Result<(), Problem> {
    let app = open_city(w)?;
    let last = app.today().year() - 1;
    let started = Instant::now();
    year::cli::figures(&app, last, w)?;
    year::cli::figures(&app, last + 1, w)?;
    say("year", started.elapsed().as_secs_f64() * 500.0, "ms");
    Ok(())
}

/// The whole sheet of the last closed year with everything, read and typeset; the child's start included.
fn pdf(w: &Tongue) -> Result<(), Problem> {
    let app = open_city(w)?;
    let cpu = cpu_ms(true);
    let made = year::publish::inside(&app, app.today().year() - 1, w)?;
    let cpu = cpu_ms(true) - cpu;
    let pages = pages(&made) as f64;
    say("cpu", cpu, "ms");
    say("pages", pages, "");
    // The limit is for 40 pages; a city's sheet is longer and has twice the tables and charts.
    say("cpu for 40 pages", cpu * 40.0 / pages, "ms");
    say("size", made.len() as f64 / 1024.0, "KiB");
    Ok(())
}

/// The typesetter writes the dictionaries of pages as they are, uncompressed.
fn pages(pdf: &[u8]) -> usize {
    let count = |what: &[u8]| pdf.windows(what.len()).filter(|at| *at == what).count();
    count(b"/Type/Page") - count(b"/Type/Pages")
}

/// 14,000 rows into an empty municipality.
fn import(w: &Tongue) -> Result<(), Problem> {
    let place = tempfile_dir()?;
    let cpu = cpu_ms(false);
    let rows = demo::import_only(&place, listen(), w)?;
    say("cpu", cpu_ms(false) - cpu, "ms");
    say("rows", rows as f64, "");
    std::fs::remove_dir_all(place)?;
    Ok(())
}

fn tempfile_dir() -> Result<PathBuf, Problem> {
    let place = std::env::temp_dir().join(format!("tillit-bench-{}", std::process::id()));
    std::fs::create_dir_all(&place)?;
    Ok(place)
}

/// A served city as a child of this process.
struct Served {
    child: Child,
    address: String,
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn serve(dir: &Path) -> Result<(Served, Duration), Problem> {
    let free = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?;
    let started = Instant::now();
    let child = Command::new(std::env::current_exe()?)
        .args([
            "demo",
            "--size",
            "city",
            "--listen",
            &free.to_string(),
            "--dir",
        ])
        .arg(dir)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let served = Served {
        child,
        address: format!("http://{free}"),
    };
    while started.elapsed() < Duration::from_secs(30) {
        if ureq::get(format!("{}/open", served.address)).call().is_ok() {
            return Ok((served, started.elapsed()));
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    Err(Problem::Outside("the server did not answer".into()))
}

fn start(w: &Tongue) -> Result<(), Problem> {
    drop(open_city(w)?);
    let (_served, took) = serve(&dir())?;
    say("first answer", took.as_secs_f64() * 1000.0, "ms");
    Ok(())
}

fn memory(w: &Tongue) -> Result<(), Problem> {
    let last = open_city(w)?.today().year() - 1;
    let (served, _) = serve(&dir())?;
    let resident = || {
        std::thread::sleep(Duration::from_secs(2));
        let status = std::fs::read_to_string(format!("/proc/{}/status", served.child.id()))
            .unwrap_or_default();
        let line = status
            .lines()
            .find(|line| line.starts_with("VmRSS"))
            .unwrap_or("");
        line.split_whitespace()
            .nth(1)
            .and_then(|text| text.parse::<f64>().ok())
            .unwrap_or(0.0)
            / 1024.0
    };
    say("idle", resident(), "MiB");
    for lang in Lang::ALL {
        let address = format!("{}/open/{last}.pdf?lang={}", served.address, lang.code());
        let answer = ureq::get(address).call();
        answer.map_err(|error| Problem::Outside(error.to_string()))?;
    }
    say("idle after a PDF", resident(), "MiB");
    for turn in 0..15 {
        let form = format!("account=nobody{turn}%40lumivirta.example&password=wrong");
        // Refused, as it should be: what counts is what the check leaves behind.
        let _ = ureq::post(format!("{}/sign-in", served.address))
            .header("origin", served.address.as_str())
            .content_type("application/x-www-form-urlencoded")
            .send(form);
    }
    say("idle after sign-ins", resident(), "MiB");
    Ok(())
}
