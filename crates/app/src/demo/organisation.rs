//! Boards, companies, units and titles, and the reorganisations on their days.

use std::collections::BTreeMap;

use kit::clock::Day;
use kit::db::Tx;

use super::Size;
use super::data::{Change, Data};
use super::people::exists;
use crate::base::organisation::{
    self as actions, ControllerId, NewController, NewUnit, Part, UnitId,
};
use crate::base::{Actor, Problem};

/// Everything that exists on the first day.
///
/// # Errors
/// Whatever the organisation's actions refuse.
pub fn begin(tx: &Tx<'_>, data: &Data, size: Size, day: Day) -> Result<(), Problem> {
    let may = Actor::program("demonstration").administrator()?;
    let mut units: BTreeMap<&str, UnitId> = BTreeMap::new();
    for controller in data
        .organisation
        .controller
        .iter()
        .filter(|one| size.has(one.town))
    {
        let id = actions::add_controller(
            tx,
            may,
            &NewController {
                code: controller.key.clone(),
                company: controller.kind == "company",
                name: controller.name.clone(),
                from: day,
            },
        )?;
        for unit in controller
            .unit
            .iter()
            .filter(|unit| size.has(unit.town) && exists(unit, day))
        {
            let new = NewUnit {
                code: unit.key.clone(),
                name: unit.name.clone(),
                parent: unit
                    .parent
                    .as_deref()
                    .and_then(|key| units.get(key))
                    .copied(),
                controller: id,
                from: day,
            };
            units.insert(&unit.key, actions::add_unit(tx, may, &new)?);
        }
    }
    for title in data.titles.iter().filter(|title| size.has(title.town)) {
        actions::add_title(tx, may, &title.key, &title.name)?;
    }
    Ok(())
}

/// Whether a reorganisation touches this size.
pub fn concerns(data: &Data, size: Size, change: &Change) -> bool {
    size == Size::City || {
        let town = |key: &String| {
            data.organisation
                .controller
                .iter()
                .flat_map(|controller| &controller.unit)
                .any(|unit| &unit.key == key && unit.town)
        };
        change.units.iter().all(town) && change.result.iter().all(|result| town(&result.key))
    }
}

/// One reorganisation. A unit that ends must have been left by its people before.
///
/// # Errors
/// Whatever the organisation's actions refuse.
pub fn reorganise(tx: &Tx<'_>, data: &Data, change: &Change) -> Result<(), Problem> {
    let may = Actor::program("demonstration").administrator()?;
    let before = change.day.plus_days(-1);
    let units: BTreeMap<String, UnitId> = actions::units(tx, before)?
        .into_iter()
        .map(|span| (span.code, span.unit))
        .collect();
    let old = |key: &String| units.get(key).copied().ok_or(Problem::NotFound);
    match change.kind.as_str() {
        "rename" => {
            for (key, result) in change.units.iter().zip(&change.result) {
                actions::rename_unit(tx, may, old(key)?, &result.name, change.day)?;
            }
        }
        "merge" => {
            let ids = change
                .units
                .iter()
                .map(old)
                .collect::<Result<Vec<_>, _>>()?;
            let new = new_unit(tx, data, &units, change, 0)?;
            actions::merge_units(tx, may, &ids, &new)?;
        }
        "split" => {
            let parts: Vec<Part> = change
                .result
                .iter()
                .map(|result| Part {
                    code: result.key.clone(),
                    name: result.name.clone(),
                })
                .collect();
            actions::split_unit(tx, may, old(&change.units[0])?, &parts, change.day)?;
        }
        "end" => {
            for key in &change.units {
                actions::end_unit(tx, may, old(key)?, change.day)?;
            }
        }
        _ => {
            for index in 0..change.result.len() {
                actions::add_unit(tx, may, &new_unit(tx, data, &units, change, index)?)?;
            }
        }
    }
    Ok(())
}

fn new_unit(
    tx: &Tx<'_>,
    data: &Data,
    units: &BTreeMap<String, UnitId>,
    change: &Change,
    index: usize,
) -> Result<NewUnit, Problem> {
    let result = &change.result[index];
    let written = data.organisation.controller.iter().find_map(|one| {
        one.unit
            .iter()
            .find(|unit| unit.key == result.key)
            .map(|unit| (one, unit))
    });
    let (controller, unit) = written.ok_or(Problem::NotFound)?;
    Ok(NewUnit {
        code: result.key.clone(),
        name: result.name.clone(),
        parent: unit.parent.as_ref().and_then(|key| units.get(key)).copied(),
        controller: controller_id(tx, &controller.key, change.day)?,
        from: change.day,
    })
}

/// The controller with a code.
///
/// # Errors
/// [`Problem::NotFound`] when there is none on that day.
pub fn controller_id(tx: &Tx<'_>, code: &str, day: Day) -> Result<ControllerId, Problem> {
    actions::controllers(tx, day, day)?
        .into_iter()
        .find(|controller| controller.code == code)
        .map(|controller| controller.id)
        .ok_or(Problem::NotFound)
}
