//! Who plays which part: the people one can be in the demonstration.

use kit::clock::{Day, Moment};

use super::DemoLink;
use super::people::{Staff, Worker};
use crate::base::identity::session;
use crate::base::organisation::{self, PersonId};
use crate::base::{Actor, App, Problem, Role, identity};

/// A part: its word in the link, the message that names it, and the duty that goes with it.
pub struct Part {
    pub word: &'static str,
    pub name: &'static str,
    pub role: Option<Role>,
}

pub const PARTS: [Part; 7] = [
    Part {
        word: "employee",
        name: "cli-demo-employee",
        role: None,
    },
    Part {
        word: "manager",
        name: "cli-demo-manager",
        role: None,
    },
    Part {
        word: "dpo",
        name: "role-dpo",
        role: Some(Role::Dpo),
    },
    Part {
        word: "ciso",
        name: "role-ciso",
        role: Some(Role::Ciso),
    },
    Part {
        word: "secretary",
        name: "role-secretary",
        role: Some(Role::Secretary),
    },
    Part {
        word: "auditor",
        name: "role-auditor",
        role: Some(Role::Auditor),
    },
    Part {
        word: "administrator",
        name: "role-administrator",
        role: Some(Role::Administrator),
    },
];

/// HR numbers of the cast, in the order of [`PARTS`].
pub const NUMBERS: [&str; 7] = [
    "900001", "900002", "900003", "900004", "900005", "900006", "900007",
];

/// Chooses the cast among the staff: a nurse or the like in the largest board, a head of a unit, and people
/// of the central office for the duties. They get numbers of their own and no language of their own, so that
/// their pages follow the browser.
pub fn cast(staff: &mut Staff<'_>, day: Day) {
    let at = |staff: &Staff<'_>, index: usize| staff.place_of(&staff.workers[index], day);
    let care = |unit: &str| unit.starts_with("b05-") || unit.starts_with("b02-");
    let find = |staff: &Staff<'_>, taken: &[usize], wanted: &dyn Fn(&Worker, &str) -> bool| {
        (0..staff.workers.len())
            .find(|index| {
                !taken.contains(index) && wanted(&staff.workers[*index], &at(staff, *index))
            })
            .unwrap_or(0)
    };
    let mut taken = Vec::new();
    taken.push(find(staff, &taken, &|worker, unit| {
        !worker.manager && care(unit) && worker.title.contains("nurse")
    }));
    taken.push(find(staff, &taken, &|worker, unit| {
        worker.manager && unit.starts_with("b02-")
    }));
    for title in ["data-protection-officer", "information-security-manager"] {
        taken.push(find(staff, &taken, &|worker, _| worker.title == title));
    }
    for _ in 0..3 {
        taken.push(find(staff, &taken, &|worker, unit| {
            !worker.manager && unit.starts_with("b01-")
        }));
    }
    for (place, index) in taken.iter().enumerate() {
        staff.workers[*index].number = 900_001 + place as u32;
        staff.workers[*index].lang = "";
    }
    staff.cast = taken;
}

/// A member of the cast as somebody who acts.
///
/// # Errors
/// [`Problem::NotFound`] before the first file of people came in.
pub fn actor(app: &App, part: usize, now: Moment) -> Result<Actor, Problem> {
    let id = person(app, part)?;
    app.read(|conn| session::actor(app, conn, id, now))?
        .ok_or(Problem::NotFound)
}

pub fn person(app: &App, part: usize) -> Result<PersonId, Problem> {
    app.read(|conn| organisation::person_by_number(conn, NUMBERS[part]))?
        .map(|person| person.id)
        .ok_or(Problem::NotFound)
}

/// One sign-in link per part. They stay good for as long as the demonstration runs.
pub fn links(app: &App) -> Result<Vec<DemoLink>, Problem> {
    let mut links = Vec::new();
    for (index, part) in PARTS.iter().enumerate() {
        let path = identity::demo_link(app, person(app, index)?, part.word)?;
        links.push(DemoLink {
            word: part.name,
            path,
        });
    }
    Ok(links)
}

/// The same person inside a write.
///
/// # Errors
/// [`Problem::NotFound`] before the first file of people came in.
pub fn in_transaction(conn: &kit::db::Conn, part: usize) -> Result<PersonId, Problem> {
    organisation::person_by_number(conn, NUMBERS[part])?
        .map(|person| person.id)
        .ok_or(Problem::NotFound)
}
