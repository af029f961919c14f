//! The command line: what is asked, in the language of the terminal.

/// A line for whoever asked. When nobody reads any more (`tillit … | head`) the command ends quietly; `println!`
/// would panic.
macro_rules! out {
    ($($line:tt)*) => {
        $crate::cli::say_line(format_args!($($line)*))
    };
}

mod commands;
mod data;
mod help;
mod outgoing;
mod people;
mod scan;
mod serve;
mod year;

use std::io::{ErrorKind, Write as _};
use std::path::Path;
use std::process::{Command, ExitCode};

use clap::ArgMatches;
use kit::clock::{Clock, Zone};
use kit::words::{Lang, Tongue};

use crate::base::config::{Config, Unusable};
use crate::base::room::{self, Room};
use crate::base::{App, Problem};
use crate::{boot, ops};

/// The messages of the command line, in the same form as a room's.
pub const ROOM: Room = Room {
    name: "cli",
    migrations: &[],
    routes: &[],
    menu: &[],
    jobs: &[],
    daily: &[],
    kept: &[],
    title: room::no_title,
    due: room::nothing_due,
    figures: room::no_figures,
    rows: room::no_rows,
    words: &[
        (Lang::En, include_str!("words/en.ftl")),
        (Lang::Fi, include_str!("words/fi.ftl")),
        (Lang::Sv, include_str!("words/sv.ftl")),
        (Lang::Da, include_str!("words/da.ftl")),
        (Lang::Nb, include_str!("words/nb.ftl")),
    ],
    forget: room::nothing_to_forget,
};

/// Runs the program.
pub fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().collect();
    // Children speak with their parent alone, so they need no language and nothing of an installation.
    match args.get(1).map(String::as_str) {
        Some("render") => return render(),
        Some("read") => return read_files(args.get(2..).unwrap_or_default()),
        Some("walls") => return walls(args.get(2).is_some()),
        Some("read-with") => return become_program(args.get(2..).unwrap_or_default()),
        _ => {}
    }
    let words = match boot::words() {
        Ok(words) => words,
        Err(problem) => {
            eprintln!("{}", problem.plain());
            return ExitCode::FAILURE;
        }
    };
    let w = words.tongue(language(&args), Zone::utc());
    let matches = match commands::all(&w).try_get_matches_from(&args) {
        Ok(matches) => matches,
        Err(error) if help::is_answer(&error) => error.exit(),
        Err(error) => {
            eprintln!("{}", help::said(&error, &w));
            return ExitCode::from(2);
        }
    };
    match run(&matches, &w) {
        Ok(code) => code,
        Err(problem) => {
            eprintln!("{}", say(&w, &problem));
            ExitCode::FAILURE
        }
    }
}

fn run(matches: &ArgMatches, w: &Tongue) -> Result<ExitCode, Problem> {
    let Some((name, given)) = matches.subcommand() else {
        return Ok(ExitCode::from(2));
    };
    match name {
        "demo" => serve::demo(given, w),
        "serve" => serve::serve(given, w),
        "migrate" => data::migrate(given, w),
        "backup" => data::backup(given, w),
        "restore" => data::restore(given, w),
        "doctor" => data::doctor(given, w),
        "config" => data::config_check(given, w),
        "verify" => data::verify(given, w),
        "forget" => people::forget(given, w),
        "guard" => outgoing::run(given, w),
        "import" => people::import(given, w),
        "year" => year::run(given, w),
        // One is "something found" for scripts, so what cannot be begun is two.
        "scan" => scan::run(given, w).or_else(|problem| {
            eprintln!("{}", say(w, &problem));
            Ok(ExitCode::from(2))
        }),
        "bench" => ops::bench::run(text(given, "name"), given.get_one("cases").copied(), w)
            .map(|()| ExitCode::SUCCESS),
        _ => Ok(ExitCode::from(2)),
    }
}

fn say_line(line: std::fmt::Arguments<'_>) {
    let mut stream = std::io::stdout().lock();
    if writeln!(stream, "{line}").is_err() {
        std::process::exit(i32::from(UNREAD));
    }
}

/// As a shell writes the end by SIGPIPE.
const UNREAD: u8 = 141;

/// The printer's child speaks with its parent alone.
fn render() -> ExitCode {
    match ops::printer::render() {
        Ok(()) => ExitCode::SUCCESS,
        Err(text) => {
            eprintln!("{text}");
            ExitCode::FAILURE
        }
    }
}

/// Reads foreign files until the parent closes the pipe.
fn read_files(limits: &[String]) -> ExitCode {
    match ops::reader::child::serve(limits) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// Says what a reading child's walls stop. For the tests, and for whoever wants to see it. The walls stand round a child,
/// `inside` them nothing is written to a file, the answer no more than anything else.
fn walls(inside: bool) -> ExitCode {
    if inside {
        for (what, stopped) in ops::reader::sandbox::trial() {
            out!("{what}\t{stopped}");
        }
        return ExitCode::SUCCESS;
    }
    let said = std::env::current_exe()
        .and_then(|own| Command::new(own).args(["walls", "inside"]).output());
    match said {
        Ok(said) if said.status.success() => {
            out!("{}", String::from_utf8_lossy(&said.stdout).trim_end());
            ExitCode::SUCCESS
        }
        _ => ExitCode::FAILURE,
    }
}

fn become_program(arguments: &[String]) -> ExitCode {
    // Comes back only when there is no such program.
    let _ = ops::reader::tools::become_program(arguments);
    ExitCode::FAILURE
}

/// `--lang`, else the terminal's own variables in their order of precedence (POSIX), else English.
fn language(args: &[String]) -> Lang {
    let given = args
        .iter()
        .enumerate()
        .find_map(|(index, arg)| match arg.strip_prefix("--lang") {
            Some("") => args.get(index + 1).and_then(|code| Lang::parse(code)),
            Some(rest) => rest.strip_prefix('=').and_then(Lang::parse),
            None => None,
        });
    let from_terminal = || {
        let value = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))?;
        Lang::parse(value.split(['_', '.', '@']).next()?)
    };
    given.or_else(from_terminal).unwrap_or(Lang::En)
}

/// A problem as a sentence for the terminal.
fn say(w: &Tongue, problem: &Problem) -> String {
    match problem {
        Problem::NotFound => w.t("cli-not-found"),
        Problem::Forbidden | Problem::SignIn => w.t("cli-forbidden"),
        Problem::Refused(message, args) => w.with(message, args),
        Problem::TooMuch(message) => w.t(message),
        Problem::Faults(faults) => faults
            .iter()
            .map(|fault| fault.say(w))
            .collect::<Vec<_>>()
            .join("\n"),
        Problem::Database(kit::db::Error::Newer { found, .. }) => format!(
            "{} {}",
            w.one("doctor-schema-newer", "why", *found),
            w.t("doctor-schema-newer-mend")
        ),
        Problem::Database(_) | Problem::Outside(_) => {
            w.one("cli-failed", "why", reason(w, &problem.plain()))
        }
    }
}

/// What the system said, in the language of the terminal where it is one of the common things; else as it came.
fn reason(w: &Tongue, text: &str) -> String {
    let code = text
        .rsplit_once("(os error ")
        .and_then(|(_, rest)| rest.strip_suffix(')')?.parse().ok());
    let said = match code {
        Some(code) => std::io::Error::from_raw_os_error(code),
        None if text.contains("unable to open database") => {
            return w.t("cli-reason-database");
        }
        None => return text.to_owned(),
    };
    let word = match said.kind() {
        ErrorKind::AddrInUse => "cli-reason-taken",
        ErrorKind::NotFound => "cli-reason-none",
        ErrorKind::PermissionDenied => "cli-reason-denied",
        ErrorKind::NotADirectory => "cli-reason-no-folder",
        ErrorKind::IsADirectory => "cli-reason-folder",
        ErrorKind::StorageFull => "cli-reason-full",
        _ => return text.to_owned(),
    };
    match text.strip_suffix(&said.to_string()) {
        Some(what) => format!("{what}{}", w.t(word)),
        None => text.to_owned(),
    }
}

/// The installation that `--config` names.
fn open(given: &ArgMatches) -> Result<App, Problem> {
    boot::open(config(given)?, Clock::system(), ops::printer::child())
}

fn config(given: &ArgMatches) -> Result<Config, Problem> {
    let path = given
        .get_one::<String>("config")
        .map_or("/etc/tillit/tillit.toml", String::as_str);
    Config::load(Path::new(path)).map_err(|why| unusable(path, why))
}

/// What is wrong with the configuration.
fn unusable(path: &str, why: Unusable) -> Problem {
    match why {
        Unusable::Closed(error) => Problem::Outside(format!("{path}: {error}")),
        Unusable::Unread { line, column, why } => Problem::Refused(
            "cli-config-unread",
            vec![
                ("file", path.into()),
                ("line", line.into()),
                ("column", column.into()),
                ("why", why.into()),
            ],
        ),
        Unusable::Faults(faults) => Problem::Refused(
            "cli-config-faults",
            vec![("file", path.into()), ("faults", faults.join("\n").into())],
        ),
    }
}

/// A file that the command names.
fn read(file: &str, w: &Tongue) -> Result<Vec<u8>, Problem> {
    std::fs::read(file).map_err(|error| {
        let why = reason(w, &error.to_string());
        Problem::Refused(
            "cli-file-unreadable",
            vec![("file", file.into()), ("why", why.into())],
        )
    })
}

fn text<'a>(given: &'a ArgMatches, name: &str) -> &'a str {
    given.get_one::<String>(name).map_or("", String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::testing::House;

    #[test]
    fn what_is_no_toml_is_said_in_each_language_with_its_place() {
        let house = House::sqlite();
        let mut all = std::collections::BTreeSet::new();
        for lang in Lang::ALL {
            let text = "[mail]\nhost = \"m\"\npassword = hunter2\n";
            let why = Config::parse(text, []).unwrap_err();
            let said = say(&house.app.tongue(lang), &unusable("tillit.toml", why));
            assert!(
                said.contains("tillit.toml") && said.contains('3') && said.contains("12"),
                "{said}"
            );
            assert!(!said.contains("hunter2"), "{said}");
            all.insert(said);
        }
        assert_eq!(all.len(), Lang::ALL.len());
    }
}
