//! The list of erasures: a file beside the keys, outside the database and its backup. A restored backup is older
//! than what was erased since it was made; [`replay`] erases it again.

use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;

use kit::clock::Moment;
use kit::id::Id;
use serde::{Deserialize, Serialize};

use super::{Actor, App, Problem, organisation};

/// One line of the list: an id, which says nothing once its row is gone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Erasure {
    pub at: Moment,
    /// The kind of the kept table.
    pub kind: String,
    pub id: String,
    /// The numbered rule of erasure.
    pub rule: u16,
}

fn path(app: &App) -> PathBuf {
    app.config.database.keys_dir.join("erasures.jsonl")
}

/// Adds a line and returns when it is on the disk. Called before the erasure is committed: a line too many erases
/// again what was to be erased, a line too few would bring somebody back.
///
/// # Errors
/// [`Problem::Outside`] when the file cannot be written; then nothing may be erased.
pub fn append(app: &App, erasure: &Erasure) -> Result<(), Problem> {
    let mut options = OpenOptions::new();
    options.create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path(app))?;
    let line =
        serde_json::to_string(erasure).map_err(|error| Problem::Outside(error.to_string()))?;
    // One write, begun on a line of its own: a line that was cut by a crash spoils only itself.
    file.write_all(format!("\n{line}\n").as_bytes())?;
    file.sync_all()?;
    if let Some(dir) = path(app).parent() {
        File::open(dir)?.sync_all()?;
    }
    Ok(())
}

/// The whole list in its order; no file is an empty list. A line that a crash cut is passed over: its erasure was
/// never begun.
pub fn list(app: &App) -> Result<Vec<Erasure>, Problem> {
    let file = match File::open(path(app)) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error.into()),
    };
    let mut found = Vec::new();
    for line in BufReader::new(file).lines() {
        let line = line?;
        match serde_json::from_str(line.trim()) {
            Ok(erasure) => found.push(erasure),
            Err(_) if line.trim().is_empty() => {}
            Err(error) => tracing::warn!(%error, "a line of the list of erasures cannot be read"),
        }
    }
    Ok(found)
}

/// Erases again whatever of the list is there, after a restore. Returns how many came back and were erased.
///
/// # Errors
/// The first erasure that cannot be done; what was done before it stays done.
pub fn replay(app: &App) -> Result<usize, Problem> {
    let actor = Actor::program("restore");
    let mut count = 0;
    for erasure in list(app)? {
        if erasure.kind != organisation::PERSON.kind {
            continue;
        }
        if let Some(person) = Id::parse(&erasure.id)
            && organisation::actions::forget_again(app, &actor, person, erasure.rule)?
        {
            count += 1;
        }
    }
    app.db.tidy()?;
    Ok(count)
}
