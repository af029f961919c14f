//! The command line as an operator has it: the program itself, with a configuration file in a folder of its own.

#![allow(
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not as it should be"
)]

use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use kit::clock::{Clock, Day, Moment};
use kit::db::{Db, Error, Target};
use kit::params;
use kit::words::Texts;
use tillit::base::config::Config;
use tillit::base::organisation::{NewController, NewPerson, add_controller, add_person};
use tillit::base::{Actor, App};
use tillit::boot;

/// What a command said on its two streams, and how it ended.
struct Said {
    code: i32,
    out: String,
    err: String,
}

fn tillit(dir: &Path, args: &[&str]) -> Said {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tillit"));
    command.current_dir(dir).args(args).env("LANG", "en");
    if args.first().is_some_and(|arg| !arg.starts_with('-')) {
        command.args(["--config", "tillit.toml"]);
    }
    let output = command.output().unwrap();
    Said {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

fn configuration(dir: &Path) -> String {
    let text = format!(
        "[municipality]\nname = {{ en = \"Test\" }}\nzone = \"Europe/Helsinki\"\nlanguage = \"en\"\n\
         [database]\nurl = \"sqlite:{0}/tillit.sqlite\"\nkeys_dir = \"{0}/keys\"\n",
        dir.display()
    );
    std::fs::write(dir.join("tillit.toml"), &text).unwrap();
    text
}

/// An installation with one board and two people.
fn furnished(dir: &Path) {
    drop(furnished_by(&configuration(dir)));
}

fn furnished_by(text: &str) -> App {
    let config = Config::parse(text, std::iter::empty()).unwrap();
    let printer = Arc::new(|_: &paper::Document| Ok(b"%PDF".to_vec()));
    let app: App = boot::open(config, Clock::system(), printer).unwrap();
    let actor = Actor::console();
    app.write(&actor, |tx| {
        let may = actor.administrator()?;
        let board = NewController {
            code: "b".into(),
            company: false,
            name: Texts::same("Board"),
            from: Day::new(2020, 1, 1).unwrap(),
        };
        add_controller(tx, may, &board)?;
        for number in ["1", "2"] {
            let person = NewPerson {
                number: number.into(),
                given: "Some".into(),
                family: "Body".into(),
                email: None,
                lang: None,
            };
            add_person(tx, may, &person)?;
        }
        Ok(())
    })
    .unwrap();
    app
}

fn names(dir: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(dir)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn looking_changes_nothing() {
    let place = tempfile::tempdir().unwrap();
    let dir = place.path();
    let none = tillit(dir, &["config", "check"]);
    assert_eq!(none.code, 1);
    assert!(none.err.contains("tillit.toml"), "{}", none.err);
    configuration(dir);
    assert_eq!(tillit(dir, &["config", "check"]).code, 0);
    let doctor = tillit(dir, &["doctor"]);
    assert_eq!(doctor.code, 1);
    assert!(doctor.out.contains("There is no database at"));
    assert_eq!(names(dir), ["tillit.toml"], "the doctor makes nothing");
    assert!(tillit(dir, &["migrate"]).out.contains("up to date"));
    assert_eq!(names(dir), ["tillit.sqlite", "tillit.toml"]);
}

#[test]
fn a_copy_comes_back_without_who_was_erased() {
    let place = tempfile::tempdir().unwrap();
    let dir = place.path();
    furnished(dir);
    let copied = tillit(dir, &["backup", "copy.sqlite"]);
    assert_eq!(
        (copied.code, copied.err.as_str()),
        (0, ""),
        "quiet without a terminal"
    );
    assert_eq!(
        tillit(dir, &["backup", "copy.sqlite"]).code,
        1,
        "never overwritten"
    );
    assert_eq!(tillit(dir, &["forget", "1"]).code, 1, "not without --yes");
    assert_eq!(tillit(dir, &["forget", "1", "--yes"]).code, 0);
    let nobody = tillit(dir, &["forget", "1", "--yes"]);
    assert!(nobody.err.contains("Nobody has this number"));

    let serving = std::fs::File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(dir.join("keys/serving.lock"))
        .unwrap();
    serving.try_lock_shared().unwrap();
    let busy = tillit(dir, &["restore", "copy.sqlite"]);
    assert!(
        busy.code == 1 && busy.err.contains("Stop it first"),
        "{}",
        busy.err
    );
    drop(serving);
    let back = tillit(dir, &["restore", "copy.sqlite"]);
    assert!(
        back.out.contains("Erasures repeated: 1"),
        "{}{}",
        back.out,
        back.err
    );
    let verified = tillit(dir, &["verify"]);
    assert!(verified.code == 0 && verified.out.contains("Erased by rule 1: 1"));
}

#[test]
fn what_cannot_be_put_back_replaces_nothing() {
    let place = tempfile::tempdir().unwrap();
    let dir = place.path();
    furnished(dir);
    tillit(dir, &["backup", "newer.sqlite"]);
    let newer = Db::open(Target::Sqlite(dir.join("newer.sqlite")), 1).unwrap();
    newer
        .write("test", Moment::from_ms(0), |tx| {
            let sql = "INSERT INTO kit_migrations (number, name, at) VALUES ($1, 'future', 0)";
            tx.run(sql, params![999_i64]).map_err(|error: Error| error)
        })
        .unwrap();
    drop(newer);
    let refused = tillit(dir, &["restore", "newer.sqlite"]);
    assert!(refused.code == 1 && refused.err.contains("newer program"));
    std::fs::write(dir.join("list.csv"), "a;b\n").unwrap();
    assert_eq!(tillit(dir, &["restore", "list.csv"]).code, 1);
    assert_eq!(tillit(dir, &["verify"]).code, 0, "the old one is whole");
    assert_eq!(
        names(dir),
        [
            "keys",
            "list.csv",
            "newer.sqlite",
            "tillit.sqlite",
            "tillit.toml"
        ]
    );
}

#[test]
fn keys_are_missed_and_guarded() {
    let place = tempfile::tempdir().unwrap();
    let dir = place.path();
    furnished(dir);
    let key = dir.join("keys/signing.key");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o644)).unwrap();
        let doctor = tillit(dir, &["doctor"]);
        assert!(doctor.code == 1 && doctor.out.contains("Others can read the keys"));
    }
    std::fs::rename(&key, dir.join("elsewhere")).unwrap();
    for command in ["verify", "serve"] {
        let refused = tillit(dir, &[command]);
        assert!(
            refused.code == 1 && refused.err.contains("signing key"),
            "{}",
            refused.err
        );
    }
    assert!(tillit(dir, &["doctor"]).out.contains("no signing key"));
    assert!(!key.exists(), "nobody makes a key in silence");
    std::fs::write(dir.join("keys/new-key"), "").unwrap();
    assert_eq!(tillit(dir, &["verify"]).code, 0);
    assert!(key.exists());
}

#[test]
fn help_and_faults_speak_the_language() {
    let place = tempfile::tempdir().unwrap();
    let dir = place.path();
    let help = tillit(dir, &["--lang", "fi", "--help"]);
    assert!(
        help.code == 0 && help.out.contains("Käyttö: tillit"),
        "{}",
        help.out
    );
    let wrong = tillit(dir, &["--lang", "sv", "--quick"]);
    assert!(
        wrong.code == 2 && wrong.err.contains("--quick är inte känt"),
        "{}",
        wrong.err
    );
    let missing = tillit(dir, &["--lang", "da", "backup"]);
    assert!(
        missing.code == 2 && missing.err.contains("mangler"),
        "{}",
        missing.err
    );
}

#[test]
fn keys_are_changed_while_nobody_serves() {
    let place = tempfile::tempdir().unwrap();
    let dir = place.path();
    furnished(dir);
    let keys = dir.join("keys");
    let changed = tillit(dir, &["guard", "rotate-keys"]);
    assert_eq!(changed.code, 0, "{}", changed.err);
    assert!(changed.out.contains("Sealed again: 0 rows"));
    let both = ["content-1.key", "content-2.key"];
    assert!(both.iter().all(|name| keys.join(name).exists()));
    let erased = tillit(dir, &["guard", "rotate-keys", "--erase-old"]);
    assert!(erased.out.contains("can no longer be opened"));
    assert!(both.iter().all(|name| !keys.join(name).exists()));
    assert!(keys.join("marks-3.key").exists());
    // A program that serves would go on with the old key.
    let serving = std::fs::File::open(keys.join("serving.lock")).unwrap();
    serving.lock_shared().unwrap();
    let refused = tillit(dir, &["guard", "rotate-keys"]);
    assert_eq!(refused.code, 1);
    assert!(!keys.join("marks-4.key").exists());
}

#[test]
fn help_leaves_no_english_in_its_brackets() {
    let place = tempfile::tempdir().unwrap();
    let dir = place.path();
    for (lang, options, default) in [
        ("fi", "[VALITSIMET]", "oletus: demo-data"),
        ("sv", "[FLAGGOR]", "förval: demo-data"),
        ("da", "[TILVALG]", "ellers: demo-data"),
        ("nb", "[VALG]", "ellers: demo-data"),
    ] {
        let help = tillit(dir, &["--lang", lang, "demo", "--help"]).out;
        let line = help.lines().find(|line| line.contains("tillit demo"));
        assert!(line.is_some_and(|line| line.contains(options)), "{help}");
        assert!(
            help.contains(default) && help.contains("town, city"),
            "{help}"
        );
        for english in ["default:", "possible", "OPTIONS"] {
            assert!(!help.contains(english), "{lang} {english}: {help}");
        }
    }
    let whole = tillit(dir, &["--lang", "fi", "--help"]).out;
    assert!(whole.contains("tillit [VALITSIMET] <KOMENTO>"), "{whole}");
}

#[test]
fn common_faults_are_said_in_words() {
    let place = tempfile::tempdir().unwrap();
    let dir = place.path();
    let text = configuration(dir);
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap();
    let config = format!("{text}[server]\nlisten = \"{address}\"\n");
    std::fs::write(dir.join("tillit.toml"), config).unwrap();
    let serve = tillit(dir, &["serve", "--lang", "fi"]);
    assert_eq!(serve.code, 1);
    let said = format!("{address}: osoite on jo toisen ohjelman käytössä");
    assert!(serve.err.contains(&said), "{}", serve.err);
    assert!(
        !serve.out.contains("/setup"),
        "no code that leads nowhere: {}",
        serve.out
    );

    let args = [
        "import",
        "people",
        "none.csv",
        "--mapping",
        "none.toml",
        "--lang",
        "sv",
    ];
    let missing = tillit(dir, &args);
    assert!(
        missing.err.contains("filen eller mappen finns inte"),
        "{}",
        missing.err
    );
    assert!(!missing.err.contains("os error"), "{}", missing.err);

    let elsewhere = text.replace("/tillit.sqlite", "/no-folder/tillit.sqlite");
    std::fs::write(dir.join("tillit.toml"), elsewhere).unwrap();
    let database = tillit(dir, &["migrate", "--lang", "da"]);
    assert!(!database.err.contains("os error"), "{}", database.err);
    assert!(!database.err.contains("unable to open"), "{}", database.err);
}

/// The book is whole: what is lost is the file beside it, and both commands say so.
#[test]
fn lost_heads_are_no_broken_book() {
    let place = tempfile::tempdir().unwrap();
    let dir = place.path();
    let text = configuration(dir);
    let heads = dir.join("outside.txt");
    let text = format!("{text}[book]\nheads_file = {heads:?}\n");
    std::fs::write(dir.join("tillit.toml"), &text).unwrap();
    let app = furnished_by(&text);
    tillit::base::audit::write_heads(&app).unwrap();
    drop(app);
    assert_eq!(tillit(dir, &["verify"]).code, 0);
    std::fs::rename(&heads, dir.join("lost.txt")).unwrap();
    let verified = tillit(dir, &["verify"]);
    assert_eq!(verified.code, 1);
    let place = format!("✗ {}: The file with the heads", heads.display());
    assert!(verified.out.contains(&place), "{}", verified.out);
    assert!(
        verified.out.contains("The book agrees with the database"),
        "{}",
        verified.out
    );
    let doctor = tillit(dir, &["doctor"]);
    assert!(
        doctor
            .out
            .contains("✗ The file with the heads cannot be used"),
        "{}",
        doctor.out
    );
    assert!(doctor.out.contains("✓ The book is whole"), "{}", doctor.out);
}

/// Numbers of things have no decimals, and whoever reads only the first lines gets no panic.
#[test]
fn figures_are_written_as_on_the_pages() {
    let place = tempfile::tempdir().unwrap();
    let dir = place.path();
    furnished(dir);
    let year = Clock::system().now().rfc3339()[..4].to_owned();
    let figures = tillit(dir, &["year", "figures", &year]);
    assert_eq!(figures.code, 0, "{}", figures.err);
    let line = |key: &str| {
        let mut lines = figures.out.lines();
        let found = lines.find(|line| line.split(' ').next() == Some(key));
        found.unwrap_or_default().to_owned()
    };
    assert!(
        line("env.boards").contains(" 1  "),
        "{}",
        line("env.boards")
    );
    assert!(!figures.out.contains(".00"), "{}", figures.out);

    let mut child = Command::new(env!("CARGO_BIN_EXE_tillit"))
        .current_dir(dir)
        .args(["year", "figures", &year, "--config", "tillit.toml"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let ended = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&ended.stderr), "");
    assert_eq!(ended.status.code(), Some(141));
}
