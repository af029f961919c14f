//! A year put together: asks the list for its numbers, adds what people entered and what follows, and sets
//! earlier years beside it.

use std::collections::HashMap;

use kit::clock::Day;
use kit::db::Conn;

use super::catalogue::{self, Definition, Section, Source, Visibility};
use super::model::Kind;
use super::model::grid::{Given, Grid};
use super::sheet::{
    Board, Erratum, Paragraph, Sheet, SheetFigure, SheetSection, SheetTarget, State,
};
use super::store::{self, ParagraphRow, SectionRow, SnapshotRow, TargetRow, YearRow};
use crate::base::figure::{Period, Reading};
use crate::base::organisation;
use crate::base::{App, Problem};

/// Earlier years beside this one, at most.
pub const EARLIER: i32 = 4;

/// The year as a period with its boards and companies: those that existed in it; in a year of history also
/// those that came later, because the register may begin after that year.
pub fn period(
    app: &App,
    conn: &Conn,
    year: i32,
    kind: Kind,
) -> Result<(Period, Vec<Board>), Problem> {
    let bounds = Day::first_of_year(year).zip(Day::last_of_year(year));
    let (first, last) = bounds.ok_or(Problem::NotFound)?;
    let until = match kind {
        Kind::Counted => last,
        Kind::History => app.today().max(last),
    };
    let boards: Vec<Board> = organisation::controllers(conn, first, until)?
        .into_iter()
        .map(|row| Board {
            id: row.id,
            code: row.code,
            name: row.name,
            company: row.company,
        })
        .collect();
    let ids = boards.iter().map(|board| board.id).collect();
    let period = Period::of(year, &app.zone, ids).ok_or(Problem::NotFound)?;
    Ok((period, boards))
}

/// What all rooms on the list count, in the transaction of `conn`. With a section, only the rooms that can
/// have figures in it.
pub fn readings(
    app: &App,
    conn: &Conn,
    period: &Period,
    only: Option<u8>,
) -> Result<Vec<Reading>, Problem> {
    let sources = only.map(sources_of);
    let mut all = Vec::new();
    for room in app.rooms {
        let asked = match (&sources, Source::of_room(room.name)) {
            (Some(sources), Some(source)) => sources.contains(&source),
            _ => true,
        };
        if asked {
            all.extend((room.figures)(conn, period)?);
        }
    }
    Ok(all)
}

/// Where a section's figures come from, with what its shares are divided by.
fn sources_of(section: u8) -> Vec<Source> {
    let parts = catalogue::of_section(section).flat_map(|def| {
        let (above, below) = def
            .share_of
            .as_ref()
            .map_or((None, None), |(above, below)| {
                (catalogue::definition(above), catalogue::definition(below))
            });
        [Some(def), above, below].into_iter().flatten()
    });
    parts.map(|def| def.source).collect()
}

/// The figures of a year that is not frozen: counted, entered, and what follows from both.
pub fn grid(
    app: &App,
    conn: &Conn,
    kind: Kind,
    period: &Period,
    only: Option<u8>,
) -> Result<Grid, Problem> {
    let readings = match kind {
        Kind::Counted => readings(app, conn, period, only)?,
        // Before the installation began, nothing was counted: 0 would be false.
        Kind::History => Vec::new(),
    };
    // Of all sections, because a share may be divided by a figure of another one.
    let entries = store::entries(conn, period.year, None)?;
    let entries = entries.into_iter().map(|row| row.entry).collect();
    Ok(Grid::new(&readings, entries, &period.controllers))
}

/// Earlier years: what was frozen, with later corrections; else what was entered for a year of history. A
/// year that was counted and never closed has no figures yet.
fn earlier(
    app: &App,
    conn: &Conn,
    year: i32,
    only: Option<u8>,
) -> Result<(Vec<(i32, Grid)>, Vec<Erratum>), Problem> {
    let (from, to) = (year - EARLIER, year - 1);
    let mut grids: HashMap<i32, Grid> = HashMap::new();
    let last = store::last_snapshots(conn, from, to)?;
    for (key, cell) in store::own_cells(conn, &last, only)? {
        let (year, board) = (cell.year, cell.board);
        let grid = grids.entry(year).or_default();
        grid.put(&key, board, Given::of(cell));
    }
    let errata = match last.is_empty() {
        true => Vec::new(),
        false => store::errata(conn, from, to)?,
    };
    for one in &errata {
        let grid = grids.entry(one.year).or_default();
        grid.correct(&one.key, one.board, one.new, Some(&one.reason));
    }
    let open = (from..=to).filter(|year| last.iter().all(|last| last.year != *year));
    for (year, grid) in history(app, conn, &open.collect::<Vec<_>>())? {
        grids.insert(year, grid);
    }
    let mut found: Vec<(i32, Grid)> = grids
        .into_iter()
        .filter(|(_, grid)| !grid.is_empty())
        .collect();
    found.sort_by_key(|(year, _)| -year);
    Ok((found, errata))
}

/// Entered figures of years without a sheet; of all sections, because a share may be divided by another's.
fn history(app: &App, conn: &Conn, years: &[i32]) -> Result<Vec<(i32, Grid)>, Problem> {
    let mut entries: HashMap<i32, Vec<_>> = HashMap::new();
    for row in store::entries_of_years(conn, years)? {
        entries.entry(row.year).or_default().push(row.entry);
    }
    let mut grids = Vec::new();
    for (year, list) in entries {
        let (period, _) = period(app, conn, year, Kind::History)?;
        grids.push((year, Grid::new(&[], list, &period.controllers)));
    }
    Ok(grids)
}

/// The year as its registers say now.
pub fn live(app: &App, conn: &Conn, row: &YearRow, only: Option<u8>) -> Result<Sheet, Problem> {
    live_with(app, conn, row, only).map(|(sheet, _)| sheet)
}

/// The same with the figures it was made of.
pub fn live_with(
    app: &App,
    conn: &Conn,
    row: &YearRow,
    only: Option<u8>,
) -> Result<(Sheet, Grid), Problem> {
    let (period, boards) = period(app, conn, row.year, row.kind)?;
    let now = grid(app, conn, row.kind, &period, only)?;
    let (before, corrections) = earlier(app, conn, row.year, only)?;
    let grids: Vec<(i32, &Grid)> = std::iter::once((row.year, &now))
        .chain(before.iter().map(|(year, grid)| (*year, grid)))
        .collect();
    let plans = store::sections(conn, row.year)?;
    let paragraphs = store::paragraphs(conn, row.year, only)?;
    let targets = match only {
        None | Some(15) => store::targets(conn, row.year, row.year + 1, period.last)?,
        Some(_) => Vec::new(),
    };
    let sections = catalogue::sections().iter().map(|section| {
        let mine = only.is_none_or(|only| only == section.number);
        let figures = catalogue::of_section(section.number).filter(|_| mine);
        let figures = figures.map(|def: &Definition| Grid::figure(def, &boards, &grids));
        section_of(section, &plans, &paragraphs, figures.collect())
    });
    let sheet = Sheet {
        year: row.year,
        number: 0,
        state: State::Open,
        approval: None,
        taken_at: app.now(),
        cutoff: period.last,
        head: String::new(),
        sections: sections.collect(),
        years: grids.iter().map(|(year, _)| *year).collect(),
        boards,
        targets: targets.into_iter().map(shown).collect(),
        errata: Vec::new(),
        before: corrections,
    };
    Ok((sheet, now))
}

fn section_of(
    section: &Section,
    plans: &[SectionRow],
    paragraphs: &[ParagraphRow],
    figures: Vec<SheetFigure>,
) -> SheetSection {
    let plan = plans.iter().find(|row| row.section == section.number);
    let own = paragraphs
        .iter()
        .filter(|row| row.section == section.number);
    SheetSection {
        number: section.number,
        key: section.key.clone(),
        title: section.title.clone(),
        lead: section.lead.clone(),
        visibility: plan.map_or(Visibility::Public, |row| row.plan.visibility),
        paragraphs: own
            .map(|row| Paragraph {
                text: row.text.clone(),
                visibility: row.visibility,
            })
            .collect(),
        figures,
    }
}

fn shown(row: TargetRow) -> SheetTarget {
    SheetTarget {
        text: row.text,
        year: row.year,
        board: row.board,
        status: row.status,
        reason: row.reason,
        owner: row.owner,
        due: row.due,
    }
}

/// A frozen sheet.
pub fn frozen(conn: &Conn, row: &YearRow, number: i64, only: Option<u8>) -> Result<Sheet, Problem> {
    let snapshot = store::snapshot(conn, row.year, number)?.ok_or(Problem::NotFound)?;
    let figures = store::figures(conn, &snapshot, only)?;
    let approval = row.approval().filter(|(approved, _)| *approved == number);
    let state = match (&approval, row.published()) {
        (None, _) => State::Closed,
        (Some(_), None) => State::Approved,
        (Some(_), Some(at)) => State::Published { at },
    };
    let earliest = snapshot.years.iter().copied().min().unwrap_or(row.year);
    let errata = store::errata(conn, earliest, row.year)?;
    let (mut errata, mut before): (Vec<_>, Vec<_>) =
        errata.into_iter().partition(|one| one.year == row.year);
    if approval.is_none() {
        errata.clear();
    }
    // What was corrected later is not in this snapshot: it still carries the old value.
    before.retain(|one| one.at <= snapshot.taken_at && snapshot.years.contains(&one.year));
    Ok(Sheet {
        year: row.year,
        number,
        state,
        approval: approval.map(|(_, approval)| approval.clone()),
        errata,
        before,
        sections: frozen_sections(&snapshot, figures),
        taken_at: snapshot.taken_at,
        cutoff: snapshot.cutoff,
        head: snapshot.head,
        boards: snapshot.boards,
        years: snapshot.years,
        targets: snapshot.targets,
    })
}

fn frozen_sections(snapshot: &SnapshotRow, figures: Vec<store::Frozen>) -> Vec<SheetSection> {
    let mut by_section: HashMap<u8, Vec<SheetFigure>> = HashMap::new();
    for frozen in figures {
        by_section
            .entry(frozen.section)
            .or_default()
            .push(frozen.figure);
    }
    let sections = snapshot.texts.iter().map(|texts| SheetSection {
        number: texts.number,
        key: texts.key.clone(),
        title: texts.title.clone(),
        lead: texts.lead.clone(),
        visibility: texts.visibility,
        paragraphs: texts.paragraphs.clone(),
        figures: by_section.remove(&texts.number).unwrap_or_default(),
    });
    sections.collect()
}

/// The year's row; the current year is open without having been opened.
pub fn row(app: &App, conn: &Conn, year: i32) -> Result<YearRow, Problem> {
    if let Some(row) = store::year(conn, year)? {
        return Ok(row);
    }
    if year != app.today().year() {
        return Err(Problem::NotFound);
    }
    Ok(YearRow {
        year,
        kind: Kind::Counted,
        steps: Vec::new(),
    })
}

/// The sheet to be shown; see [`super::sheet::sheet`]. With a section, only that one has its figures.
pub fn view(
    app: &App,
    conn: &Conn,
    row: &YearRow,
    number: Option<i64>,
    only: Option<u8>,
) -> Result<Sheet, Problem> {
    let chosen = number
        .or_else(|| row.approval().map(|(number, _)| number))
        .or_else(|| row.closed())
        .unwrap_or(0);
    if chosen == 0 {
        live(app, conn, row, only)
    } else {
        frozen(conn, row, chosen, only)
    }
}
