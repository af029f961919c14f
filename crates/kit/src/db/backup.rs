//! A consistent copy while writing goes on, and the way back.

use std::io::Read;
use std::path::Path;
use std::process::Command;

use super::{Db, Error, Migration, State, Target, connect, state};
use crate::params;

/// Writes a whole copy to `file`, which must not exist: an SQLite file, or a pg_dump archive.
///
/// # Errors
/// [`Error::Engine`] when the file exists, cannot be written, or pg_dump is not installed or fails.
pub fn backup(db: &Db, file: &Path) -> Result<(), Error> {
    if file.exists() {
        return Err(Error::Engine(format!(
            "{} exists already; a backup never overwrites",
            file.display()
        )));
    }
    match db.target() {
        // VACUUM INTO reads one snapshot and leaves no free page, so nothing erased travels along.
        Target::Sqlite(_) => {
            let conn = connect(db.target(), true, &db.0.statements)?;
            conn.all("VACUUM INTO $1", params![file.display().to_string()])
                .map(|_| ())?;
            std::fs::File::open(file)
                .and_then(|f| f.sync_all())
                .map_err(|e| Error::Engine(e.to_string()))
        }
        Target::Postgres { url, .. } => {
            let mut command = postgres_tool("pg_dump", url)?;
            command
                .args(["--format=custom", "--no-owner", "--no-privileges", "--file"])
                .arg(file);
            finish(command, "pg_dump")
        }
    }
}

/// Puts a copy back in the place of `target`. Nothing else may have the database open. `steps` is the schema that
/// the program knows: a copy that a newer program wrote is refused before anything is replaced (SQLite).
///
/// # Errors
/// [`Error::Engine`] when the file is no backup of this engine, or the tool fails; [`Error::Newer`].
pub fn restore(target: &Target, file: &Path, steps: &[Migration]) -> Result<(), Error> {
    match target {
        Target::Sqlite(path) => restore_sqlite(path, file, steps),
        Target::Postgres { url, .. } => {
            let mut command = postgres_tool("pg_restore", url)?;
            command.args([
                "--clean",
                "--if-exists",
                "--no-owner",
                "--no-privileges",
                "--single-transaction",
            ]);
            let name = command
                .get_envs()
                .find(|(key, _)| *key == "PGDATABASE")
                .and_then(|(_, value)| value);
            let name = name.map(std::ffi::OsStr::to_owned).unwrap_or_default();
            command.arg("--dbname").arg(name).arg(file);
            finish(command, "pg_restore")
        }
    }
}

fn restore_sqlite(path: &Path, file: &Path, steps: &[Migration]) -> Result<(), Error> {
    let io = |error: std::io::Error| Error::Engine(error.to_string());
    if !is_sqlite(file).map_err(io)? {
        return Err(Error::Engine(format!(
            "{} is not a backup of an SQLite database",
            file.display()
        )));
    }
    // First beside the place, then moved over it: a cut leaves the old database whole.
    let beside = path.with_extension("restoring");
    std::fs::copy(file, &beside).map_err(io)?;
    std::fs::File::open(&beside)
        .and_then(|f| f.sync_all())
        .map_err(io)?;
    if let Err(error) = fits(&beside, file, steps) {
        std::fs::remove_file(&beside).map_err(io)?;
        return Err(error);
    }
    for ending in ["-wal", "-shm"] {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        if Path::new(&name).exists() {
            std::fs::remove_file(&name).map_err(io)?;
        }
    }
    std::fs::rename(&beside, path).map_err(io)
}

/// Whether the copy is one of this program or an older one.
fn fits(copy: &Path, file: &Path, steps: &[Migration]) -> Result<(), Error> {
    let db = Db::open(Target::Sqlite(copy.to_owned()), 1)?;
    match state(&db, steps)? {
        State::Newer { found } => Err(Error::Newer {
            found,
            known: steps.iter().map(|step| step.number).max().unwrap_or(0),
        }),
        State::Empty => Err(Error::Engine(format!(
            "{} is a database of another program",
            file.display()
        ))),
        State::Behind { .. } | State::Current => Ok(()),
    }
}

/// Whether a file begins as SQLite's files do.
fn is_sqlite(file: &Path) -> std::io::Result<bool> {
    const MARK: &[u8] = b"SQLite format 3\0";
    let mut head = Vec::new();
    std::fs::File::open(file)?
        .take(MARK.len() as u64)
        .read_to_end(&mut head)?;
    Ok(head == MARK)
}

/// The password travels in the environment of the child: arguments can be read by everyone on the machine.
fn postgres_tool(name: &str, url: &str) -> Result<Command, Error> {
    let config: postgres::Config = url
        .parse()
        .map_err(|e: postgres::Error| Error::Engine(e.to_string()))?;
    let mut command = Command::new(name);
    if let Some(host) = config.get_hosts().first() {
        match host {
            postgres::config::Host::Tcp(host) => command.env("PGHOST", host),
            #[cfg(unix)]
            postgres::config::Host::Unix(path) => command.env("PGHOST", path),
        };
    }
    if let Some(port) = config.get_ports().first() {
        command.env("PGPORT", port.to_string());
    }
    if let Some(user) = config.get_user() {
        command.env("PGUSER", user);
    }
    if let Some(password) = config.get_password() {
        command.env("PGPASSWORD", String::from_utf8_lossy(password).as_ref());
    }
    command.env("PGDATABASE", config.get_dbname().unwrap_or("postgres"));
    Ok(command)
}

fn finish(mut command: Command, name: &str) -> Result<(), Error> {
    let output = command.output().map_err(|error| {
        Error::Engine(format!(
            "{name} cannot be started ({error}); install the PostgreSQL client programs"
        ))
    })?;
    if output.status.success() {
        Ok(())
    } else {
        Err(Error::Engine(format!(
            "{name}: {}",
            String::from_utf8_lossy(&output.stderr).trim()
        )))
    }
}
