//! Carries a plan out, all or nothing.

use std::collections::HashMap;

use kit::clock::Day;
use kit::db::Tx;

use super::super::super::identity::actor::{Administrator, Role};
use super::super::super::subject::Subject;
use super::super::super::{Problem, audit};
use super::super::model::NewUnit;
use super::super::store::importing::{self, Placed};
use super::super::store::writing;
use super::super::{
    EMPLOYMENT, EmploymentId, MANAGER, PERSON, PersonId, TitleId, UnitId, add_title, add_unit,
    appoint_manager, end_duty,
};
use super::Outcome;
use super::intake::Intake;
use super::mapping::{Mapping, Mode};
use super::plan::{self, Fate, Plan};
use super::present::{Present, Spell};
use super::spells::Step;

/// How it was asked for.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    pub today: Day,
    /// Largest share of people, in per cent, that may end without a confirmation.
    pub limit: f64,
    pub confirmed: bool,
}

/// Ids by the codes and numbers of the file.
struct Ids {
    units: HashMap<String, UnitId>,
    titles: HashMap<String, TitleId>,
    people: HashMap<String, PersonId>,
}

/// Plans on what is there now and does it.
///
/// # Errors
/// [`Problem::Refused`] without the confirmation that is needed.
pub fn carry_out(
    tx: &Tx<'_>,
    may: Administrator,
    intake: &Intake,
    mapping: &Mapping,
    asked: &Asked,
) -> Result<Outcome, Problem> {
    let present = importing::present(tx, asked.today)?;
    let plan = plan::make(intake, mapping, &present);
    if mapping.mode == Mode::Full && plan.end_share() > asked.limit && !asked.confirmed {
        let count = plan.leavers.len();
        return Err(Problem::Refused(
            "organisation-import-confirm",
            vec![("count", count.into())],
        ));
    }
    let outcome = outcome(&plan);
    if plan.is_empty() {
        return Ok(outcome);
    }
    let mut ids = ids(&present);
    begin_units(tx, may, &plan, &present, &mut ids)?;
    for (code, name) in &plan.titles {
        ids.titles
            .insert(code.clone(), add_title(tx, may, code, name)?);
    }
    put_people(tx, &plan, &mut ids)?;
    put_employments(tx, &plan.steps, &ids)?;
    lead(tx, may, &plan, &ids, asked.today)?;
    let last = asked.today.plus_days(-1);
    for number in &plan.leavers {
        if let Some(person) = ids.people.get(number) {
            take_leave(tx, may, *person, asked.today, last)?;
        }
    }
    audit::noted(tx, "people.import", &Subject::named("import", asked.today))?;
    Ok(outcome)
}

fn outcome(plan: &Plan) -> Outcome {
    let count = |fate| plan.outlooks.iter().filter(|one| one.fate == fate).count();
    Outcome {
        new: count(Fate::New),
        changed: count(Fate::Changed),
        ended: count(Fate::Ended),
        unchanged: count(Fate::Unchanged),
        rows_left_out: plan.rows_left_out(),
    }
}

fn ids(present: &Present) -> Ids {
    Ids {
        units: present
            .units
            .iter()
            .map(|(code, unit)| (code.clone(), unit.id))
            .collect(),
        titles: present.titles.clone(),
        people: present
            .people
            .iter()
            .map(|(number, (id, _))| (number.clone(), *id))
            .collect(),
    }
}

fn begin_units(
    tx: &Tx<'_>,
    may: Administrator,
    plan: &Plan,
    present: &Present,
    ids: &mut Ids,
) -> Result<(), Problem> {
    for unit in &plan.units {
        let controller = present
            .controllers
            .get(&unit.controller)
            .ok_or(Problem::NotFound)?;
        let new = NewUnit {
            code: unit.code.clone(),
            name: unit.name.clone(),
            parent: unit
                .parent
                .as_ref()
                .and_then(|code| ids.units.get(code))
                .copied(),
            controller: controller.id,
            from: unit.from,
        };
        ids.units
            .insert(unit.code.clone(), add_unit(tx, may, &new)?);
    }
    Ok(())
}

fn put_people(tx: &Tx<'_>, plan: &Plan, ids: &mut Ids) -> Result<(), Problem> {
    let new = importing::insert_people(tx, &plan.new_people)?;
    audit::changed_many(tx, "person.add", PERSON, &words(&new))?;
    for (person, id) in plan.new_people.iter().zip(new) {
        ids.people.insert(person.number.clone(), id);
    }
    let mut changed = Vec::new();
    for (id, person) in &plan.changed_people {
        importing::put_person(tx, *id, person)?;
        changed.push(*id);
    }
    audit::changed_many(tx, "person.change", PERSON, &words(&changed))
}

fn words<K>(ids: &[kit::id::Id<K>]) -> Vec<String> {
    ids.iter().map(ToString::to_string).collect()
}

fn put_employments(tx: &Tx<'_>, steps: &[Step], ids: &Ids) -> Result<(), Problem> {
    let mut begun = Vec::new();
    let mut put: Vec<EmploymentId> = Vec::new();
    for step in steps {
        match step {
            Step::Begin(spell) => begun.push(placed(spell, ids)?),
            Step::Put(id, spell) => {
                importing::put_employment(tx, *id, &placed(spell, ids)?)?;
                put.push(*id);
            }
        }
    }
    audit::changed_many(tx, "employment.change", EMPLOYMENT, &words(&put))?;
    let begun = importing::insert_employments(tx, &begun)?;
    audit::changed_many(tx, "employment.begin", EMPLOYMENT, &words(&begun))
}

fn placed(spell: &Spell, ids: &Ids) -> Result<Placed, Problem> {
    Ok(Placed {
        number: spell.number.clone(),
        person: *ids.people.get(&spell.person).ok_or(Problem::NotFound)?,
        unit: *ids.units.get(&spell.unit).ok_or(Problem::NotFound)?,
        title: *ids.titles.get(&spell.title).ok_or(Problem::NotFound)?,
        from: spell.from,
        until: spell.until,
    })
}

fn lead(
    tx: &Tx<'_>,
    may: Administrator,
    plan: &Plan,
    ids: &Ids,
    today: Day,
) -> Result<(), Problem> {
    for (unit, leader) in &plan.leaders {
        let unit = *ids.units.get(unit).ok_or(Problem::NotFound)?;
        let planned = writing::managing(tx, unit, today)?
            .iter()
            .any(|(_, _, from)| *from > today);
        match leader {
            // Somebody has said already who is next: the file does not know it yet.
            _ if planned => {}
            Some(number) => {
                let person = *ids.people.get(number).ok_or(Problem::NotFound)?;
                appoint_manager(tx, may, unit, person, today)?;
            }
            None => stop_leading(tx, unit, today)?,
        }
    }
    Ok(())
}

/// Until yesterday; whoever began today, until today.
fn stop_leading(tx: &Tx<'_>, unit: UnitId, today: Day) -> Result<(), Problem> {
    for (id, _, from) in writing::managing(tx, unit, today)? {
        if from <= today {
            writing::close_managing(tx, id, from.max(today.plus_days(-1)))?;
            audit::changed(tx, "manager.end", MANAGER, id)?;
        }
    }
    Ok(())
}

/// Whoever has left leads nothing and holds no duty: rights end with the employment. The last administrator
/// keeps that one duty, or nobody could give it to another.
fn take_leave(
    tx: &Tx<'_>,
    may: Administrator,
    person: PersonId,
    today: Day,
    last: Day,
) -> Result<(), Problem> {
    for unit in importing::led_by(tx, person, today)? {
        stop_leading(tx, unit, today)?;
    }
    for (duty, role, from) in importing::duties_held(tx, person, today)? {
        let alone = role == Role::Administrator.code()
            && importing::holders_of_role(tx, &role, today)? == 1;
        if !alone {
            end_duty(tx, may, duty, last.max(from))?;
        }
    }
    Ok(())
}
