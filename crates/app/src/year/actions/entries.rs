//! Entering figures, one by one or from a file.

use std::collections::{HashMap, HashSet};

use kit::db::{Conn, Tx};
use kit::id::Id;
use kit::words::Lang;

use super::super::catalogue::Source;
use super::super::gather;
use super::super::model::file::{self, BadRow};
use super::super::model::grid::counted;
use super::super::model::{Entry, Kind};
use super::super::rights::{Keeper, Writer};
use super::super::sheet::Board;
use super::super::store::{self, YearRow};
use crate::base::audit;
use crate::base::{App, Problem};

/// Why each entry cannot be taken, in the order of the entries; `None` where it can. In a counted year a
/// figure that the program counts is not entered: nobody may put a number in the place of a counted one.
pub fn refusals(
    app: &App,
    conn: &Conn,
    row: &YearRow,
    boards: &[Board],
    entries: &[Entry],
) -> Result<Vec<Option<&'static str>>, Problem> {
    let counts = entries
        .iter()
        .any(|entry| entry.figure.source != Source::Entered);
    let readings = if row.kind == Kind::Counted && counts {
        let (period, _) = gather::period(app, conn, row.year, row.kind)?;
        gather::readings(app, conn, &period, None)?
    } else {
        Vec::new()
    };
    let counted = counted(&readings);
    Ok(entries
        .iter()
        .map(|entry| refusal(entry, boards, &counted))
        .collect())
}

fn refusal(entry: &Entry, boards: &[Board], counted: &HashSet<&str>) -> Option<&'static str> {
    if counted.contains(entry.figure.key.as_str()) {
        return Some("year-fault-counted");
    }
    match entry.board {
        Some(_) if !entry.figure.boards => Some("year-file-whole-only"),
        Some(id) if boards.iter().all(|board| board.id != id) => Some("year-file-no-board"),
        _ => None,
    }
}

/// Stores entries of one section; what is the same as before is left alone. Gives how many changed.
///
/// # Errors
/// The year is approved; an entry is refused (the first reason); an entry of another section.
pub fn enter(app: &App, tx: &Tx<'_>, may: Writer, entries: &[Entry]) -> Result<usize, Problem> {
    if entries
        .iter()
        .any(|entry| entry.figure.section != may.section)
    {
        return Err(Problem::Forbidden);
    }
    let row = super::ensure(tx, may.year, app.zone.day_of(tx.at()))?;
    let (_, boards) = gather::period(app, tx, may.year, row.kind)?;
    if let Some(reason) = refusals(app, tx, &row, &boards, entries)?
        .into_iter()
        .flatten()
        .next()
    {
        return Err(Problem::refused(reason));
    }
    put(tx, &row, entries)
}

fn put(tx: &Tx<'_>, row: &YearRow, entries: &[Entry]) -> Result<usize, Problem> {
    if row.approval().is_some() {
        return Err(Problem::refused("year-refused-approved"));
    }
    let known: HashMap<String, Entry> = store::entries(tx, row.year, None)?
        .into_iter()
        .map(|row| (key(&row.entry, row.year), row.entry))
        .collect();
    let mut changed = 0;
    for entry in entries {
        let same = match known.get(&key(entry, row.year)) {
            Some(old) => old == entry,
            None => entry.value.is_none() && entry.note.is_empty(),
        };
        if !same {
            let id = store::put_entry(tx, row.year, entry)?;
            audit::changed_named(tx, "year.entered", store::ENTRY, &id)?;
            changed += 1;
        }
    }
    Ok(changed)
}

fn key(entry: &Entry, year: i32) -> String {
    store::entry_id(year, &entry.figure.key, entry.board)
}

/// Keeps a file for its preview and confirmation.
pub fn keep_import(
    app: &App,
    tx: &Tx<'_>,
    _: Keeper,
    year: i32,
    content: &str,
    lang: Lang,
) -> Result<Id<store::Import>, Problem> {
    super::ensure(tx, year, app.zone.day_of(tx.at()))?;
    let id = store::keep_import(tx, year, content, lang.code())?;
    audit::noted(
        tx,
        "year.import.kept",
        &crate::base::subject::Subject::named("year", year),
    )?;
    Ok(id)
}

/// Takes the good rows of a file that was previewed; gives how many figures changed and the bad rows. All
/// good rows are taken in one transaction.
///
/// # Errors
/// No such file waits for this person; the year is approved.
pub fn apply_import(
    app: &App,
    tx: &Tx<'_>,
    _: Keeper,
    year: i32,
    id: Id<store::Import>,
) -> Result<(usize, Vec<BadRow>), Problem> {
    let (content, lang) = store::import(tx, year, id, tx.by())?.ok_or(Problem::NotFound)?;
    let row = super::ensure(tx, year, app.zone.day_of(tx.at()))?;
    let read = checked_file(
        app,
        tx,
        &row,
        &content,
        Lang::parse(&lang).unwrap_or(Lang::En),
    )?;
    let entries: Vec<Entry> = read.entries.into_iter().map(|(_, entry)| entry).collect();
    let changed = put(tx, &row, &entries)?;
    store::import_done(tx, id)?;
    audit::noted(
        tx,
        "year.import.done",
        &crate::base::subject::Subject::named("year", year),
    )?;
    Ok((changed, read.bad))
}

/// A file read and held against the rules of its year.
pub fn checked_file(
    app: &App,
    conn: &Conn,
    row: &YearRow,
    content: &str,
    lang: Lang,
) -> Result<file::Read, Problem> {
    let (_, boards) = gather::period(app, conn, row.year, row.kind)?;
    let mut read = file::read(content, &boards, lang).map_err(Problem::refused)?;
    let entries: Vec<Entry> = read
        .entries
        .iter()
        .map(|(_, entry)| entry.clone())
        .collect();
    let reasons = refusals(app, conn, row, &boards, &entries)?;
    let mut good = Vec::new();
    for ((line, entry), reason) in read.entries.into_iter().zip(reasons) {
        match reason {
            None => good.push((line, entry)),
            Some(reason) => read.bad.push(BadRow {
                line,
                column: "key",
                reason,
                found: entry.figure.key.clone(),
            }),
        }
    }
    read.bad.sort_by_key(|bad| bad.line);
    read.entries = good;
    Ok(read)
}
