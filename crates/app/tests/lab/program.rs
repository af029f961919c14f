//! The program itself: its configuration, one board with an employee, and a start that waits until it serves.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use kit::clock::{Clock, Day};
use kit::words::Texts;
use tillit::base::config::Config;
use tillit::base::organisation::{
    self, NewController, NewEmployment, NewPerson, NewUnit, PersonId,
};
use tillit::base::{Actor, App};
use tillit::boot;

/// A municipality in Denmark whose guard hands mail back to `back`. `guard` and `rest` are more lines of its section
/// and more sections.
pub fn config(dir: &Path, (web, listen, back): (u16, u16, u16), guard: &str, rest: &str) -> String {
    format!(
        "[municipality]\nname = {{ en = \"Test\" }}\nzone = \"Europe/Copenhagen\"\nlanguage = \"en\"\n\
         [server]\nlisten = \"127.0.0.1:{web}\"\npublic_url = \"http://127.0.0.1:{web}\"\n\
         [report]\nurl = \"http://localhost:{web}\"\n\
         [database]\nurl = \"sqlite:{dir}/tillit.sqlite\"\nkeys_dir = \"{dir}/keys\"\n\
         [guard]\nlisten = \"127.0.0.1:{listen}\"\nnext = \"127.0.0.1:{back}\"\n\
         hello = \"mail.testby.example\"\nown_domains = [\"testby.example\"]\n{guard}\n{rest}\n",
        dir = dir.display(),
    )
}

/// Writes the configuration down and makes the installation.
pub fn install(dir: &Path, text: &str) -> (PathBuf, App, PersonId) {
    let file = dir.join("tillit.toml");
    std::fs::write(&file, text).unwrap();
    let app = open(text);
    let anna = furnish(&app);
    (file, app, anna)
}

pub fn open(text: &str) -> App {
    let config = Config::parse(text, std::iter::empty()).unwrap();
    let printer = Arc::new(|_: &paper::Document| Ok(b"%PDF".to_vec()));
    boot::open(config, Clock::system(), printer).unwrap()
}

/// One board, and the employee who sends.
fn furnish(app: &App) -> PersonId {
    let from = Day::new(2020, 1, 1).unwrap();
    let actor = Actor::program("test");
    app.write(&actor, |tx| {
        let may = actor.administrator()?;
        let name = Texts::same("Board");
        let (code, company) = ("b".to_owned(), false);
        let board = NewController {
            code,
            company,
            name: name.clone(),
            from,
        };
        let controller = organisation::add_controller(tx, may, &board)?;
        let unit = NewUnit {
            code: "u".into(),
            name,
            parent: None,
            controller,
            from,
        };
        let unit = organisation::add_unit(tx, may, &unit)?;
        let title = organisation::add_title(tx, may, "t", &Texts::same("clerk"))?;
        let anna = NewPerson {
            number: "1".into(),
            given: "Anna".into(),
            family: "Testby".into(),
            email: Some("anna@testby.example".into()),
            lang: None,
        };
        let person = organisation::add_person(tx, may, &anna)?;
        let employed = NewEmployment {
            number: "1".into(),
            person,
            unit,
            title,
            from,
            until: None,
        };
        organisation::employ(tx, may, &employed)?;
        Ok(person)
    })
    .unwrap()
}

/// The program, serving.
pub struct Program(pub Child);

impl Program {
    pub fn start(config: &Path) -> Program {
        Program::killed_at(config, "")
    }

    /// Ends itself at a moment of the guard (`pass/moment.rs`); never, where none is named.
    pub fn killed_at(config: &Path, moment: &str) -> Program {
        let mut child = Command::new(env!("CARGO_BIN_EXE_tillit"))
            .args(["serve", "--lang", "en", "--config"])
            .arg(config)
            .env("TILLIT_KILL_AT", moment)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let out = child.stdout.take().unwrap();
        let serves = BufReader::new(out)
            .lines()
            .any(|line| line.is_ok_and(|line| line.starts_with("Serving")));
        let mut program = Program(child);
        // A moment may come before it says so: mail waits, and the guard listens first. Its line closes a little
        // before its end can be seen.
        assert!(serves || program.ends(), "the program starts");
        program
    }

    /// Whether it ends by itself within ten seconds.
    fn ends(&mut self) -> bool {
        (0..1_000).any(|_| {
            std::thread::sleep(Duration::from_millis(10));
            self.has_ended()
        })
    }

    pub fn has_ended(&mut self) -> bool {
        self.0.try_wait().unwrap().is_some()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
