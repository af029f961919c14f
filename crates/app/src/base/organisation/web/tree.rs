//! Boards and companies with their units, as of a day.

use std::collections::HashMap;

use askama::Template;
use kit::words::Tongue;

use super::super::super::visit::{Answer, FormView, Page, Visit};
use super::super::super::{App, Problem};
use super::super::store::counting::{self, Staff};
use super::super::store::{self, UnitSpan, looking};
use super::super::{ControllerId, UnitId};
use super::{as_of, day_form};

#[derive(Template)]
#[template(path = "base/organisation/pages/tree.html")]
struct Tree<'a> {
    w: &'a Tongue,
    form: FormView,
    day: String,
    may: bool,
    people: String,
    controllers: Vec<Board>,
}

struct Board {
    id: ControllerId,
    name: String,
    company: bool,
    people: String,
    units: Vec<Line>,
}

struct Line {
    /// One mark per level.
    marks: String,
    id: UnitId,
    name: String,
    code: String,
    people: String,
    leader: Option<String>,
}

pub fn page(app: &App, visit: &Visit) -> Answer {
    let w = &visit.tongue;
    let day = as_of(visit);
    let page = app.read(|conn| {
        let staff = counting::staff_by_controller(conn, day)?;
        let by_unit = counting::staff_by_unit(conn, day)?;
        let leaders = looking::leaders(conn, day)?;
        let units = store::units(conn, day)?;
        let mut controllers = Vec::new();
        for row in store::controllers(conn, day, day)? {
            let own: Vec<&UnitSpan> = units
                .iter()
                .filter(|unit| unit.controller == row.id)
                .collect();
            let mut lines = Vec::new();
            for (depth, unit) in in_order(w, &own) {
                lines.push(Line {
                    marks: "– ".repeat(depth),
                    id: unit.unit,
                    name: unit.name.best(w.lang).to_owned(),
                    code: unit.code.clone(),
                    people: w.number(by_unit.get(&unit.unit).map_or(0, |staff| staff.people)),
                    leader: leaders.get(&unit.unit).map(|person| person.name()),
                });
            }
            controllers.push(Board {
                id: row.id,
                name: row.name.best(w.lang).to_owned(),
                company: row.company,
                people: w.number(staff.get(&row.id).map_or(0, |staff: &Staff| staff.people)),
                units: lines,
            });
        }
        Ok::<_, Problem>(Tree {
            w,
            form: day_form(visit, day),
            day: w.day(day),
            may: visit.actor.administrator().is_ok(),
            people: w.number(counting::staff_of_all(conn, day)?.people),
            controllers,
        })
    })?;
    Page::new(w.t("organisation-title"), &page)?.answer()
}

/// Units below each other, sisters by name, each with its depth.
fn in_order<'a>(w: &Tongue, units: &[&'a UnitSpan]) -> Vec<(usize, &'a UnitSpan)> {
    let known: Vec<UnitId> = units.iter().map(|unit| unit.unit).collect();
    let mut below: HashMap<Option<UnitId>, Vec<&UnitSpan>> = HashMap::new();
    for unit in units {
        // A parent of another controller is not on this list.
        let parent = unit.parent.filter(|parent| known.contains(parent));
        below.entry(parent).or_default().push(unit);
    }
    for sisters in below.values_mut() {
        w.sort_by(sisters, |unit| unit.name.best(w.lang));
    }
    let mut waiting: Vec<(usize, &UnitSpan)> = Vec::new();
    let mut found = Vec::new();
    let push = |waiting: &mut Vec<(usize, &'a UnitSpan)>, parent, depth| {
        for unit in below.get(&parent).into_iter().flatten().rev() {
            waiting.push((depth, *unit));
        }
    };
    push(&mut waiting, None, 0);
    while let Some((depth, unit)) = waiting.pop() {
        found.push((depth, unit));
        push(&mut waiting, Some(unit.unit), depth + 1);
    }
    found
}
