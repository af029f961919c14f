//! Titles, people, employments, managers and duties.

use kit::clock::Day;
use kit::db::Tx;
use kit::words::Texts;

use super::super::super::identity::actor::Administrator;
use super::super::super::{Problem, audit};
use super::super::model::{Cut, NewDuty, NewEmployment, NewPerson, NoCut, cut, overlap};
use super::super::store::{self, Code, writing};
use super::super::{
    DUTY, DutyId, EMPLOYMENT, EmploymentId, MANAGER, PERSON, PersonId, TITLE, TitleId, UnitId,
};
use super::{free, refused};

pub fn add_title(
    tx: &Tx<'_>,
    _: Administrator,
    code: &str,
    name: &Texts,
) -> Result<TitleId, Problem> {
    free(tx, Code::Title, code)?;
    let id = writing::insert_title(tx, code, name)?;
    audit::changed(tx, "title.add", TITLE, id)?;
    Ok(id)
}

pub fn add_person(tx: &Tx<'_>, _: Administrator, new: &NewPerson) -> Result<PersonId, Problem> {
    free(tx, Code::Person, &new.number)?;
    let id = writing::insert_person(tx, new)?;
    audit::changed(tx, "person.add", PERSON, id)?;
    Ok(id)
}

/// Gives a person an employment. Spans of one number never overlap.
pub fn employ(tx: &Tx<'_>, _: Administrator, new: &NewEmployment) -> Result<EmploymentId, Problem> {
    if new.until.is_some_and(|last| last < new.from) {
        return Err(Problem::refused("organisation-until-before-from"));
    }
    let days = (new.from, new.until);
    for (_, other) in writing::employments_numbered(tx, &new.number)? {
        if overlap(days, (other.from, other.until)) {
            return Err(Problem::Refused(
                "organisation-code-taken",
                vec![("code", new.number.as_str().into())],
            ));
        }
    }
    let id = writing::insert_employment(tx, new)?;
    audit::changed(tx, "employment.begin", EMPLOYMENT, id)?;
    Ok(id)
}

/// Ends an employment; `last` is its last day.
pub fn end_employment(
    tx: &Tx<'_>,
    _: Administrator,
    id: EmploymentId,
    last: Day,
) -> Result<(), Problem> {
    let old = writing::employment_by_id(tx, id)?.ok_or(Problem::NotFound)?;
    if last < old.from {
        return Err(Problem::refused("organisation-until-before-from"));
    }
    writing::close_employment(tx, id, last)?;
    audit::changed(tx, "employment.end", EMPLOYMENT, id)
}

/// Moves an employment to another unit from a day.
pub fn transfer(
    tx: &Tx<'_>,
    _: Administrator,
    id: EmploymentId,
    to: UnitId,
    day: Day,
) -> Result<EmploymentId, Problem> {
    let old = writing::employment_by_id(tx, id)?.ok_or(Problem::NotFound)?;
    if day <= old.from {
        writing::correct_employment_unit(tx, id, to)?;
        audit::changed(tx, "employment.move", EMPLOYMENT, id)?;
        return Ok(id);
    }
    let Cut::After(last) = cut(old.from, old.until, day).map_err(refused)? else {
        return Err(refused(NoCut::Later));
    };
    writing::close_employment(tx, id, last)?;
    audit::changed(tx, "employment.move", EMPLOYMENT, id)?;
    let new = NewEmployment {
        unit: to,
        from: day,
        ..old
    };
    let id = writing::insert_employment(tx, &new)?;
    audit::changed(tx, "employment.begin", EMPLOYMENT, id)?;
    Ok(id)
}

/// Makes a person the manager of a unit from a day; whoever was it before is so until the day before.
pub fn appoint_manager(
    tx: &Tx<'_>,
    _: Administrator,
    unit: UnitId,
    person: PersonId,
    day: Day,
) -> Result<(), Problem> {
    let present = writing::managing(tx, unit, day)?;
    if present.len() > 1 || present.iter().any(|(_, _, from)| *from > day) {
        return Err(Problem::refused("organisation-change-order"));
    }
    match present.first() {
        Some((_, same, _)) if *same == person => return Ok(()),
        Some((id, _, from)) if *from == day => {
            writing::correct_managing(tx, *id, person)?;
            return audit::changed(tx, "manager.begin", MANAGER, *id);
        }
        Some((id, _, _)) => {
            writing::close_managing(tx, *id, day.plus_days(-1))?;
            audit::changed(tx, "manager.end", MANAGER, *id)?;
        }
        None => {}
    }
    let id = writing::insert_managing(tx, unit, person, day)?;
    audit::changed(tx, "manager.begin", MANAGER, id)
}

/// Leaves a unit without a manager; `last` is the manager's last day.
pub fn end_manager(tx: &Tx<'_>, _: Administrator, unit: UnitId, last: Day) -> Result<(), Problem> {
    for (id, _, from) in writing::managing(tx, unit, last)? {
        if from > last {
            return Err(Problem::refused("organisation-until-before-from"));
        }
        writing::close_managing(tx, id, last)?;
        audit::changed(tx, "manager.end", MANAGER, id)?;
    }
    Ok(())
}

pub fn give_duty(tx: &Tx<'_>, _: Administrator, new: &NewDuty) -> Result<DutyId, Problem> {
    if writing::has_duty(tx, new)? {
        return Err(Problem::refused("organisation-duty-held"));
    }
    store::person(tx, new.person)?.ok_or(Problem::NotFound)?;
    let id = writing::insert_duty(tx, new)?;
    audit::changed(tx, "duty.begin", DUTY, id)?;
    Ok(id)
}

/// Ends a duty; `last` is its last day.
pub fn end_duty(tx: &Tx<'_>, _: Administrator, id: DutyId, last: Day) -> Result<(), Problem> {
    let (from, until) = writing::duty_days(tx, id)?.ok_or(Problem::NotFound)?;
    if last < from {
        return Err(Problem::refused("organisation-until-before-from"));
    }
    if until.is_some_and(|until| until < last) {
        return Err(Problem::refused("organisation-has-ended"));
    }
    writing::close_duty(tx, id, last)?;
    audit::changed(tx, "duty.end", DUTY, id)
}
