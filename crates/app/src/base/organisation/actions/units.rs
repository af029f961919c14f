//! Units.

use kit::clock::Day;
use kit::db::Tx;
use kit::id::Id;
use kit::words::Texts;

use super::super::super::identity::actor::Administrator;
use super::super::super::{Problem, audit};
use super::super::model::{Change, Cut, NewUnit, Part, cut};
use super::super::store::{self, Code, UnitSpan, writing};
use super::super::{ControllerId, MANAGER, UNIT, UNIT_CHANGE, UNIT_SPAN, UnitId, transfer};
use super::boards::lasting;
use super::{free, refused};

/// A word that rows of one decision share.
fn decision() -> String {
    Id::<()>::random().to_string()
}

/// A unit that begins on its own; merged and split units begin by [`merge_units`] and [`split_unit`].
pub fn add_unit(tx: &Tx<'_>, _: Administrator, new: &NewUnit) -> Result<UnitId, Problem> {
    let id = begin_unit(tx, new)?;
    note_change(tx, &decision(), new.from, Change::New, (None, Some(id)), "")?;
    Ok(id)
}

fn begin_unit(tx: &Tx<'_>, new: &NewUnit) -> Result<UnitId, Problem> {
    free(tx, Code::Unit, &new.code)?;
    lasting(tx, new.controller, new.from)?;
    if let Some(parent) = new.parent {
        let above = store::unit(tx, parent, new.from)?.ok_or(Problem::NotFound)?;
        if above.controller != new.controller {
            return Err(Problem::refused("organisation-other-controller"));
        }
    }
    let id = writing::insert_unit(tx, &new.code)?;
    audit::changed(tx, "unit.add", UNIT, id)?;
    let span = UnitSpan {
        unit: id,
        code: new.code.clone(),
        name: new.name.clone(),
        parent: new.parent,
        controller: new.controller,
        from: new.from,
        until: None,
    };
    let row = writing::insert_span(tx, &span)?;
    audit::changed(tx, "unit.begin", UNIT_SPAN, row)?;
    Ok(id)
}

fn note_change(
    tx: &Tx<'_>,
    decision: &str,
    day: Day,
    kind: Change,
    units: (Option<UnitId>, Option<UnitId>),
    note: &str,
) -> Result<(), Problem> {
    let id = writing::insert_change(tx, decision, day, kind, units, note)?;
    audit::changed(tx, "unit.change", UNIT_CHANGE, id)
}

/// Changes a unit's span from a day on.
fn respan(
    tx: &Tx<'_>,
    unit: UnitId,
    day: Day,
    change: impl FnOnce(&mut UnitSpan),
) -> Result<(), Problem> {
    let (row, old) = writing::last_span(tx, unit)?.ok_or(Problem::NotFound)?;
    let mut new = old.clone();
    change(&mut new);
    match cut(old.from, old.until, day).map_err(refused)? {
        Cut::InPlace => {
            writing::correct_span(tx, row, &new)?;
            audit::changed(tx, "unit.correct", UNIT_SPAN, row)
        }
        Cut::After(last) => {
            writing::close_span(tx, row, last)?;
            audit::changed(tx, "unit.close", UNIT_SPAN, row)?;
            new.from = day;
            let next = writing::insert_span(tx, &new)?;
            audit::changed(tx, "unit.begin", UNIT_SPAN, next)
        }
    }
}

/// Gives a unit another name from a day.
pub fn rename_unit(
    tx: &Tx<'_>,
    _: Administrator,
    unit: UnitId,
    name: &Texts,
    day: Day,
) -> Result<(), Problem> {
    respan(tx, unit, day, |span| span.name = name.clone())?;
    let units = (Some(unit), Some(unit));
    note_change(tx, &decision(), day, Change::Rename, units, "")
}

/// Puts a unit, with everything below it, under another parent or controller from a day.
pub fn move_unit(
    tx: &Tx<'_>,
    _: Administrator,
    unit: UnitId,
    parent: Option<UnitId>,
    controller: ControllerId,
    day: Day,
) -> Result<(), Problem> {
    if let Some(parent) = parent {
        let above = store::unit(tx, parent, day)?.ok_or(Problem::NotFound)?;
        if above.controller != controller {
            return Err(Problem::refused("organisation-other-controller"));
        }
    }
    lasting(tx, controller, day)?;
    let tree = tree_of(tx, unit, day)?;
    if parent.is_some_and(|parent| tree.contains(&parent)) {
        return Err(Problem::refused("organisation-under-itself"));
    }
    respan(tx, unit, day, |span| {
        span.parent = parent;
        span.controller = controller;
    })?;
    for lower in tree.into_iter().filter(|lower| *lower != unit) {
        let now = store::unit(tx, lower, day)?.ok_or(Problem::NotFound)?;
        if now.controller != controller {
            respan(tx, lower, day, |span| span.controller = controller)?;
        }
    }
    let units = (Some(unit), Some(unit));
    note_change(tx, &decision(), day, Change::Move, units, "")
}

/// A unit and everything below it on a day.
fn tree_of(tx: &Tx<'_>, unit: UnitId, day: Day) -> Result<Vec<UnitId>, Problem> {
    let mut found = vec![unit];
    let mut at = 0;
    while at < found.len() {
        for lower in writing::below(tx, found[at], day)? {
            if !found.contains(&lower) {
                found.push(lower);
            }
        }
        at += 1;
    }
    Ok(found)
}

/// Several units become a new one on a day: people, sub-units and what is below them go over to it.
pub fn merge_units(
    tx: &Tx<'_>,
    may: Administrator,
    units: &[UnitId],
    into: &NewUnit,
) -> Result<UnitId, Problem> {
    if units.len() < 2 {
        return Err(Problem::refused("organisation-merge-few"));
    }
    if into.parent.is_some_and(|parent| units.contains(&parent)) {
        return Err(Problem::refused("organisation-under-itself"));
    }
    let new = begin_unit(tx, into)?;
    let decision = decision();
    // A unit below another of them first, or it would be moved and end on the same day.
    let mut sized = Vec::new();
    for unit in units {
        sized.push((tree_of(tx, *unit, into.from)?.len(), *unit));
    }
    sized.sort_by_key(|(size, _)| *size);
    for (_, unit) in sized {
        hand_over(tx, may, unit, new, into.from)?;
        let pair = (Some(unit), Some(new));
        note_change(tx, &decision, into.from, Change::Merge, pair, "")?;
    }
    Ok(new)
}

/// A unit becomes several on a day. People and sub-units go over to the first part; HR data then says who
/// belongs to the others.
pub fn split_unit(
    tx: &Tx<'_>,
    may: Administrator,
    unit: UnitId,
    parts: &[Part],
    day: Day,
) -> Result<Vec<UnitId>, Problem> {
    if parts.len() < 2 {
        return Err(Problem::refused("organisation-split-few"));
    }
    let old = store::unit(tx, unit, day)?.ok_or(Problem::NotFound)?;
    let decision = decision();
    let mut made = Vec::new();
    for part in parts {
        let new = NewUnit {
            code: part.code.clone(),
            name: part.name.clone(),
            parent: old.parent,
            controller: old.controller,
            from: day,
        };
        made.push(begin_unit(tx, &new)?);
    }
    hand_over(tx, may, unit, made[0], day)?;
    for new in &made {
        let pair = (Some(unit), Some(*new));
        note_change(tx, &decision, day, Change::Split, pair, "")?;
    }
    Ok(made)
}

/// Ends a unit; `day` is the first day without it.
///
/// # Errors
/// Refused while people are employed in it or units stand below it on that day.
pub fn end_unit(tx: &Tx<'_>, _: Administrator, unit: UnitId, day: Day) -> Result<(), Problem> {
    let people = writing::employments_from(tx, unit, day)?.len();
    let below = writing::below(tx, unit, day)?.len();
    if people + below > 0 {
        return Err(Problem::Refused(
            "organisation-unit-in-use",
            vec![("people", people.into()), ("units", below.into())],
        ));
    }
    close_unit(tx, unit, day)?;
    let units = (Some(unit), None);
    note_change(tx, &decision(), day, Change::End, units, "")
}

fn hand_over(
    tx: &Tx<'_>,
    may: Administrator,
    unit: UnitId,
    to: UnitId,
    day: Day,
) -> Result<(), Problem> {
    for (id, _) in writing::employments_from(tx, unit, day)? {
        transfer(tx, may, id, to, day)?;
    }
    let controller = store::unit(tx, to, day)?
        .ok_or(Problem::NotFound)?
        .controller;
    for lower in writing::below(tx, unit, day)? {
        for each in tree_of(tx, lower, day)? {
            respan(tx, each, day, |span| {
                if each == lower {
                    span.parent = Some(to);
                }
                span.controller = controller;
            })?;
        }
    }
    close_unit(tx, unit, day)
}

fn close_unit(tx: &Tx<'_>, unit: UnitId, day: Day) -> Result<(), Problem> {
    for (id, _, from) in writing::managing(tx, unit, day)? {
        let last = if from < day { day.plus_days(-1) } else { from };
        writing::close_managing(tx, id, last)?;
        audit::changed(tx, "manager.end", MANAGER, id)?;
    }
    let (row, old) = writing::last_span(tx, unit)?.ok_or(Problem::NotFound)?;
    match cut(old.from, old.until, day).map_err(refused)? {
        Cut::InPlace => Err(Problem::refused("organisation-began-that-day")),
        Cut::After(last) => {
            writing::close_span(tx, row, last)?;
            audit::changed(tx, "unit.close", UNIT_SPAN, row)
        }
    }
}
