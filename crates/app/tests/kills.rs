//! kill -9 at any moment loses nothing that was confirmed. A server takes reports from several people at
//! once and is killed in the middle, again and again; in the end every confirmed report is there, once.

#![allow(
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not as it should be"
)]

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use kit::clock::{Clock, Day};
use kit::db::{Conn, Error};
use kit::words::Texts;
use tillit::base::config::Config;
use tillit::base::identity::session;
use tillit::base::organisation::{
    self as actions, NewController, NewEmployment, NewPerson, NewUnit,
};
use tillit::base::{Actor, App};
use tillit::boot;

const WRITERS: usize = 4;

fn kills() -> usize {
    std::env::var("TILLIT_KILLS")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(30)
}

fn config_text(dir: &Path, url: &str, port: u16) -> String {
    format!(
        "[municipality]\nname = {{ en = \"Test\" }}\nzone = \"Europe/Helsinki\"\nlanguage = \"en\"\n\
         [server]\nlisten = \"127.0.0.1:{port}\"\npublic_url = \"http://127.0.0.1:{port}\"\n\
         [report]\nurl = \"http://localhost:{port}\"\n\
         [database]\nurl = \"{url}\"\nkeys_dir = \"{}\"\n",
        dir.join("keys").display()
    )
}

fn open(text: &str) -> App {
    let config = Config::parse(text, std::iter::empty()).unwrap();
    let printer = Arc::new(|_: &paper::Document| Ok(b"%PDF".to_vec()));
    boot::open(config, Clock::system(), printer).unwrap()
}

/// One board, one unit, one person; returns the secret of a session.
fn furnish(app: &App) -> String {
    let day = Day::new(2020, 1, 1).unwrap();
    let person = app
        .write(&Actor::program("test"), |tx| {
            let may = Actor::program("test").administrator()?;
            let name = Texts::same("Board");
            let controller = actions::add_controller(
                tx,
                may,
                &NewController {
                    code: "b".into(),
                    company: false,
                    name: name.clone(),
                    from: day,
                },
            )?;
            let unit = actions::add_unit(
                tx,
                may,
                &NewUnit {
                    code: "u".into(),
                    name,
                    parent: None,
                    controller,
                    from: day,
                },
            )?;
            let title = actions::add_title(tx, may, "t", &Texts::same("clerk"))?;
            let person = actions::add_person(
                tx,
                may,
                &NewPerson {
                    number: "1".into(),
                    given: "A".into(),
                    family: "B".into(),
                    email: None,
                    lang: None,
                },
            )?;
            actions::employ(
                tx,
                may,
                &NewEmployment {
                    number: "1".into(),
                    person,
                    unit,
                    title,
                    from: day,
                    until: None,
                },
            )?;
            Ok(person)
        })
        .unwrap();
    session::begin(app, person).unwrap()
}

fn start(config: &Path) -> Child {
    let mut child = Command::new(env!("CARGO_BIN_EXE_tillit"))
        .args(["serve", "--lang", "en", "--config"])
        .arg(config)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert!(
        lines.any(|line| line.unwrap().starts_with("Serving")),
        "the server starts"
    );
    child
}

/// Posts one report with an account, or without one on the public host; true when the server confirmed it by
/// leading on to the thanks, or by giving the receipt.
fn report(port: u16, secret: Option<&str>, what: &str) -> bool {
    let (path, host, once, confirmed) = match secret {
        Some(_) => (
            "/report",
            "127.0.0.1",
            format!("{:08x}-0000-4000-8000-{:012x}", rand(), rand()),
            "HTTP/1.1 303",
        ),
        None => (
            "/tell",
            "localhost",
            format!("{:032x}{:032x}", rand(), rand()),
            "HTTP/1.1 200",
        ),
    };
    let body = format!("once={once}&story={what}&about=other&noticed=today");
    let cookie = secret.map_or_else(String::new, |secret| {
        format!("Cookie: {}={secret}\r\n", session::COOKIE)
    });
    let request = format!(
        "POST {path} HTTP/1.1\r\nHost: {host}:{port}\r\nSec-Fetch-Site: same-origin\r\n{cookie}\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    );
    let Ok(mut stream) = TcpStream::connect(("127.0.0.1", port)) else {
        return false;
    };
    let _ = stream.set_read_timeout(Some(Duration::from_secs(10)));
    let mut answer = String::new();
    let sent =
        stream.write_all(request.as_bytes()).is_ok() && stream.read_to_string(&mut answer).is_ok();
    if sent && !answer.is_empty() && !answer.starts_with(confirmed) {
        panic!("a good report was refused: {answer}");
    }
    sent && answer.starts_with(confirmed)
}

fn rand() -> u32 {
    use std::hash::{BuildHasher, Hasher, RandomState};
    RandomState::new().build_hasher().finish() as u32
}

fn kill_and_compare(url: &str) {
    let dir = tempfile::tempdir().unwrap();
    let port = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let text = config_text(
        dir.path(),
        &url.replace("DIR", &dir.path().display().to_string()),
        port,
    );
    let file = dir.path().join("tillit.toml");
    std::fs::write(&file, &text).unwrap();
    let secret = furnish(&open(&text));
    let confirmed = Arc::new(Mutex::new(BTreeSet::new()));
    for round in 0..kills() {
        let mut server = start(&file);
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let (secret, confirmed) = (secret.clone(), Arc::clone(&confirmed));
                std::thread::spawn(move || {
                    for number in 0..10_000 {
                        let what = format!("r{round}w{writer}n{number}e");
                        let secret = Some(secret.as_str()).filter(|_| writer % 2 == 0);
                        if !report(port, secret, &what) {
                            break;
                        }
                        confirmed.lock().unwrap().insert(what);
                    }
                })
            })
            .collect();
        std::thread::sleep(Duration::from_millis(u64::from(rand() % 300) + 20));
        server.kill().unwrap();
        server.wait().unwrap();
        for writer in writers {
            writer.join().unwrap();
        }
    }
    let app = open(&text);
    let stored: Vec<String> = app
        .db
        .read::<_, Error>(|conn: &Conn| {
            conn.all(
                "SELECT story FROM incidents_cases UNION ALL SELECT words FROM incidents_box",
                &[],
            )?
            .iter()
            .map(|row| row.get("story"))
            .collect()
        })
        .unwrap();
    let distinct: BTreeSet<&String> = stored.iter().collect();
    assert_eq!(distinct.len(), stored.len(), "no report is there twice");
    let confirmed = confirmed.lock().unwrap();
    assert!(
        confirmed.len() > kills(),
        "the server was writing when it was killed: {}",
        confirmed.len()
    );
    for what in confirmed.iter() {
        assert!(distinct.contains(what), "{what} was confirmed and is lost");
    }
    assert!(
        tillit::base::audit::verify(&app).unwrap().faults.is_empty(),
        "the book is whole"
    );
}

#[test]
fn kill_a_writing_server_on_sqlite() {
    kill_and_compare("sqlite:DIR/tillit.sqlite");
}

#[test]
fn kill_a_writing_server_on_postgresql() {
    let Ok(base) = std::env::var("TILLIT_TEST_POSTGRES") else {
        return;
    };
    let name = format!("kills_{}", std::process::id());
    let mut admin =
        postgres::Client::connect(&format!("{base} dbname=postgres"), postgres::NoTls).unwrap();
    admin
        .batch_execute(&format!("CREATE DATABASE {name}"))
        .unwrap();
    let part = |key: &str| {
        base.split_whitespace()
            .find_map(|pair| pair.strip_prefix(key)?.strip_prefix('='))
            .unwrap_or("")
            .to_owned()
    };
    let host = part("host").replace('/', "%2F");
    kill_and_compare(&format!(
        "postgres://{}@{host}:{}/{name}",
        part("user"),
        part("port")
    ));
    admin
        .batch_execute(&format!("DROP DATABASE {name} WITH (FORCE)"))
        .unwrap();
}
