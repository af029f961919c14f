//! Running other programs from the top of the checkout.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

/// The top of the checkout.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// A command that will run at the top of the checkout.
pub fn command(program: &str, args: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(args).current_dir(root());
    command
}

/// The cargo that runs us, or the one on the path.
pub fn cargo(args: &[&str]) -> Command {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let mut command = command(&cargo, args);
    // What our own `cargo run` set must not leak into the builds: it would make them look changed.
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("CARGO_PKG_")) {
        command.env_remove(name);
    }
    command
        .env_remove("CARGO_MANIFEST_DIR")
        .env_remove("CARGO_MANIFEST_PATH")
        .env_remove("CARGO");
    command.env("CARGO_TERM_COLOR", "never");
    command
}

/// Runs it with the output going where ours goes.
///
/// # Errors
/// When it cannot be started, or ends with a fault.
pub fn plain(mut command: Command) -> Result<(), String> {
    let name = shown(&command);
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{name}: {status}")),
        Err(error) => Err(format!("{name}: {error}")),
    }
}

/// What a command printed on standard output, trimmed; `None` when it failed or does not exist.
pub fn answer(mut command: Command) -> Option<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// How a program ended, and all it printed.
pub struct Ended {
    pub ok: bool,
    pub text: String,
}

/// Runs it, shows every line as it comes and keeps it.
///
/// # Errors
/// When it cannot be started.
pub fn watched(mut command: Command) -> Result<Ended, String> {
    let name = shown(&command);
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command
        .spawn()
        .map_err(|error| format!("{name}: {error}"))?;
    let out = child
        .stdout
        .take()
        .map(|pipe| thread::spawn(move || follow(pipe, std::io::stdout())));
    let err = child
        .stderr
        .take()
        .map(|pipe| thread::spawn(move || follow(pipe, std::io::stderr())));
    let status = child.wait().map_err(|error| format!("{name}: {error}"))?;
    let mut text = String::new();
    for reader in [out, err].into_iter().flatten() {
        text.push_str(&reader.join().unwrap_or_default());
    }
    Ok(Ended {
        ok: status.success(),
        text,
    })
}

fn follow(from: impl Read, mut to: impl Write) -> String {
    let mut kept = String::new();
    let mut reader = BufReader::new(from);
    let mut line = Vec::new();
    while reader
        .read_until(b'\n', &mut line)
        .is_ok_and(|size| size > 0)
    {
        // A closed terminal must not end the tests half way.
        let _ = to.write_all(&line).and_then(|()| to.flush());
        kept.push_str(&String::from_utf8_lossy(&line));
        line.clear();
    }
    kept
}

fn shown(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(
        command
            .get_args()
            .map(|arg| arg.to_string_lossy().into_owned()),
    );
    words.join(" ")
}

/// The program that is measured: the one that `TILLIT_PROGRAM` names, or this checkout's own, built for release.
///
/// # Errors
/// When it does not build.
pub fn program() -> Result<PathBuf, String> {
    if let Some(named) = std::env::var_os("TILLIT_PROGRAM") {
        return Ok(PathBuf::from(named));
    }
    plain(cargo(&["build", "--release", "--package", "tillit"]))?;
    Ok(root().join("target/release/tillit"))
}
