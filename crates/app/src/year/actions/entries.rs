//! Entering figures, one by one or from a file.

use std::collections::{HashMap, HashSet};

use kit::db::{Conn, Tx};
use kit::form::{Fault, Faults};
use kit::id::Id;
use kit::words::Lang;

use super::super::catalogue::{Definition, Source};
use super::super::gather;
use super::super::model::file::{self, BadRow};
use super::super::model::grid::{Grid, counted};
use super::super::model::{Entry, Kind, agree};
use super::super::rights::{Keeper, Writer};
use super::super::sheet::Board;
use super::super::store::{self, YearRow};
use crate::base::audit;
use crate::base::figure::Reading;
use crate::base::organisation::ControllerId;
use crate::base::{App, Problem};

/// Why each entry cannot be taken, in the order of the entries; `None` where it can. In a counted year a
/// figure that the program counts is not entered: nobody may put a number in the place of a counted one.
pub fn refusals(
    app: &App,
    conn: &Conn,
    row: &YearRow,
    boards: &[Board],
    entries: &[Entry],
) -> Result<Vec<Option<Fault>>, Problem> {
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
    let mut found: Vec<Option<Fault>> = entries
        .iter()
        .map(|entry| refusal(entry, boards, &counted))
        .collect();
    let shares = entries.iter().any(|entry| agree::of_share(entry.figure));
    if shares {
        let stored = store::entries(conn, row.year, None)?;
        let stored: Vec<Entry> = stored.into_iter().map(|row| row.entry).collect();
        let ids: Vec<ControllerId> = boards.iter().map(|board| board.id).collect();
        oversized(&readings, &stored, &ids, entries, &mut found);
    }
    Ok(found)
}

fn refusal(entry: &Entry, boards: &[Board], counted: &HashSet<&str>) -> Option<Fault> {
    let message = if counted.contains(entry.figure.key.as_str()) {
        "year-fault-counted"
    } else {
        match entry.board {
            Some(_) if !entry.figure.boards => "year-file-whole-only",
            Some(id) if boards.iter().all(|board| board.id != id) => "year-file-no-board",
            _ => return None,
        }
    };
    Some(Fault {
        field: &entry.figure.key,
        message,
        args: Vec::new(),
    })
}

/// Refuses what would make a share larger than 100 %. Without the refused entries an older value stays beside the
/// others, so what remains is looked at again until nothing is left to refuse.
fn oversized(
    readings: &[Reading],
    stored: &[Entry],
    boards: &[ControllerId],
    entries: &[Entry],
    found: &mut [Option<Fault>],
) {
    let before = Grid::new(readings, stored.to_vec(), boards);
    loop {
        let taken = || entries.iter().zip(&*found).filter(|(_, why)| why.is_none());
        let replaced: HashSet<_> = taken().map(|(one, _)| place(one)).collect();
        let kept = stored.iter().filter(|one| !replaced.contains(&place(one)));
        let all = kept.chain(taken().map(|(one, _)| one)).cloned().collect();
        let after = Grid::new(readings, all, boards);
        let mut more = false;
        for (part, base, board) in agree::oversized(&after, boards) {
            let values = |grid| {
                let value = |def: &Definition| agree::value(grid, &def.key, board);
                (value(part), value(base))
            };
            // What stood so before is named on the page of the year; it stops nobody from entering other figures.
            if values(&before) == values(&after) {
                continue;
            }
            for (entry, why) in entries.iter().zip(&mut *found) {
                let concerned = agree::feeds(entry.figure, &[part, base])
                    && (board.is_none() || entry.board == board);
                if why.is_none() && concerned {
                    *why = Some(agree::larger(&entry.figure.key, &part.key, &base.key));
                    more = true;
                }
            }
        }
        if !more {
            return;
        }
    }
}

fn place(entry: &Entry) -> (&str, Option<ControllerId>) {
    (&entry.figure.key, entry.board)
}

/// Stores entries of one section; what is the same as before is left alone. Gives how many changed.
///
/// # Errors
/// The year is approved; entries are refused, each with its reason; an entry of another section.
pub fn enter(app: &App, tx: &Tx<'_>, may: Writer, entries: &[Entry]) -> Result<usize, Problem> {
    if entries
        .iter()
        .any(|entry| entry.figure.section != may.section)
    {
        return Err(Problem::Forbidden);
    }
    let row = super::ensure(tx, may.year, app.zone.day_of(tx.at()))?;
    let (_, boards) = gather::period(app, tx, may.year, row.kind)?;
    let mut faults = Faults::new();
    for why in refusals(app, tx, &row, &boards, entries)?
        .into_iter()
        .flatten()
    {
        if why.message != agree::LARGER {
            return Err(Problem::refused(why.message));
        }
        faults.add_with(why.field, why.message, why.args);
    }
    faults.into_result(())?;
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
    let mut read = file::read(content, row.year, &boards, lang).map_err(Problem::refused)?;
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
            Some(why) => read.bad.push(BadRow {
                line,
                column: "key",
                reason: why.message,
                args: why.args,
                found: entry.figure.key.clone(),
            }),
        }
    }
    read.bad.sort_by_key(|bad| bad.line);
    read.entries = good;
    Ok(read)
}
