//! The organisation's numbers for the year (sections 1 and 2), and the rows behind them.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use kit::clock::Day;
use kit::db::Conn;
use kit::words::{Texts, Tongue};

use super::super::figure::{Period, Reading, Traced};
use super::super::identity::actor::Role;
use super::super::room::Link;
use super::super::{Actor, Problem};
use super::model::{Change, REQUIRED};
use super::store::{self, UnitSpan, counting};
use super::{ControllerId, ControllerRow, UnitId};

/// Everything this part counts.
pub fn figures(conn: &Conn, period: &Period) -> Result<Vec<Reading>, Problem> {
    let mut all = Vec::new();
    staff(conn, period, &mut all)?;
    shape(conn, period, &mut all)?;
    changes(conn, period, &mut all)?;
    duties(conn, period, &mut all)?;
    Ok(all)
}

fn staff(conn: &Conn, period: &Period, all: &mut Vec<Reading>) -> Result<(), Problem> {
    let by_controller = counting::staff_by_controller(conn, period.last)?;
    let each =
        |controller: &ControllerId| by_controller.get(controller).copied().unwrap_or_default();
    let mut rows: Vec<(Option<ControllerId>, counting::Staff)> = period
        .controllers
        .iter()
        .map(|one| (Some(*one), each(one)))
        .collect();
    rows.push((None, counting::staff_of_all(conn, period.last)?));
    for (controller, staff) in rows {
        all.push(Reading::count("env.employees", controller, staff.people));
        all.push(Reading::count(
            "env.employments",
            controller,
            staff.employments,
        ));
        all.push(Reading::count("env.titles", controller, staff.titles));
    }
    Ok(())
}

fn shape(conn: &Conn, period: &Period, all: &mut Vec<Reading>) -> Result<(), Problem> {
    let controllers = store::controllers(conn, period.last, period.last)?;
    let companies = controllers.iter().filter(|one| one.company).count();
    all.push(Reading::count(
        "env.boards",
        None,
        number(controllers.len() - companies),
    ));
    all.push(Reading::count("env.companies", None, number(companies)));
    let units = store::units(conn, period.last)?;
    for controller in &period.controllers {
        let own = units
            .iter()
            .filter(|unit| unit.controller == *controller)
            .count();
        all.push(Reading::count("env.units", Some(*controller), number(own)));
    }
    all.push(Reading::count("env.units", None, number(units.len())));
    Ok(())
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// One decision that takes effect on one day counts once in the whole and once on each board it touches.
fn changes(conn: &Conn, period: &Period, all: &mut Vec<Reading>) -> Result<(), Problem> {
    let rows = counting::reorganisations(conn, period.first, period.last)?;
    let whole: BTreeSet<(&str, Day)> = rows
        .iter()
        .map(|row| (row.decision.as_str(), row.day))
        .collect();
    for controller in &period.controllers {
        let own: BTreeSet<(&str, Day)> = rows
            .iter()
            .filter(|row| row.before == Some(*controller) || row.after == Some(*controller))
            .map(|row| (row.decision.as_str(), row.day))
            .collect();
        all.push(Reading::count(
            "env.organisation_changes",
            Some(*controller),
            number(own.len()),
        ));
    }
    all.push(Reading::count(
        "env.organisation_changes",
        None,
        number(whole.len()),
    ));
    Ok(())
}

fn duties(conn: &Conn, period: &Period, all: &mut Vec<Reading>) -> Result<(), Problem> {
    let day = period.last;
    let held = counting::held(conn, day)?;
    let unmanaged = counting::units_without_manager(conn, day)?;
    let existing: BTreeSet<ControllerId> = store::controllers(conn, day, day)?
        .iter()
        .map(|one| one.id)
        .collect();
    let (mut filled, mut required, mut ownerless) = (0, 0, 0);
    for controller in &period.controllers {
        let asked = if existing.contains(controller) {
            REQUIRED.len()
        } else {
            0
        };
        let open = open_duties(&held, *controller).len().min(asked);
        let units = unmanaged.iter().filter(|(_, of)| of == controller).count();
        let (have, of) = (number(asked - open), number(asked));
        let without = number(open + units);
        all.push(Reading::share(
            "gov.roles_filled",
            Some(*controller),
            have,
            of,
        ));
        all.push(Reading::count(
            "gov.without_owner",
            Some(*controller),
            without,
        ));
        (filled, required, ownerless) = (filled + have, required + of, ownerless + without);
    }
    all.push(Reading::share("gov.roles_filled", None, filled, required));
    all.push(Reading::count("gov.without_owner", None, ownerless));
    Ok(())
}

/// Duties that a controller must have somebody for, and has nobody.
pub fn open_duties(
    held: &BTreeSet<(Role, Option<ControllerId>)>,
    controller: ControllerId,
) -> Vec<Role> {
    REQUIRED
        .into_iter()
        .filter(|role| !held.contains(&(*role, None)) && !held.contains(&(*role, Some(controller))))
        .collect()
}

/// The rows behind one number: units, boards, titles, decisions and duties. People are shown as counts of their
/// units, because whoever reads a sheet needs no list of names.
pub fn rows(
    conn: &Conn,
    actor: &Actor,
    w: &Tongue,
    period: &Period,
    traced: &Traced,
) -> Result<Option<Vec<Link>>, Problem> {
    let known = [
        "env.employees",
        "env.employments",
        "env.titles",
        "env.boards",
        "env.companies",
    ];
    let more = [
        "env.units",
        "env.organisation_changes",
        "gov.roles_filled",
        "gov.without_owner",
    ];
    if !known.contains(&traced.key.as_str()) && !more.contains(&traced.key.as_str()) {
        return Ok(None);
    }
    if actor.duties().is_empty() && !actor.is_inside() {
        return Ok(Some(Vec::new()));
    }
    let names = Names::read(conn, period.last)?;
    let links = match traced.key.as_str() {
        "env.employees" | "env.employments" => staff_rows(conn, w, period.last, traced, &names)?,
        "env.titles" => counting::titles_in_use(conn, traced.controller, period.last)?
            .into_iter()
            .map(|(name, count)| Link {
                href: format!("/organisation?day={}", period.last),
                title: name.best(w.lang).to_owned(),
                detail: w.one("organisation-row-employments", "count", count),
            })
            .collect(),
        "env.boards" | "env.companies" => names
            .controllers
            .iter()
            .filter(|one| one.company == (traced.key == "env.companies"))
            .map(|one| controller_link(w, period.last, one, String::new()))
            .collect(),
        "env.units" => names
            .units
            .iter()
            .filter(|unit| traced.controller.is_none_or(|of| of == unit.controller))
            .map(|unit| names.unit_link(w, unit, period.last, String::new()))
            .collect(),
        "env.organisation_changes" => change_rows(conn, w, period, traced)?,
        "gov.roles_filled" => duty_rows(conn, w, period.last, traced, &names, true)?,
        _ => {
            let mut links = duty_rows(conn, w, period.last, traced, &names, false)?;
            links.extend(unmanaged_rows(conn, w, period.last, traced, &names)?);
            links
        }
    };
    Ok(Some(links))
}

/// Names as of the cut-off day.
struct Names {
    controllers: Vec<ControllerRow>,
    units: Vec<UnitSpan>,
}

impl Names {
    fn read(conn: &Conn, day: Day) -> Result<Names, Problem> {
        Ok(Names {
            controllers: store::controllers(conn, day, day)?,
            units: store::units(conn, day)?,
        })
    }

    fn controller(&self, w: &Tongue, id: ControllerId) -> String {
        let found = self.controllers.iter().find(|one| one.id == id);
        found.map_or(String::new(), |one| one.name.best(w.lang).to_owned())
    }

    fn unit_link(&self, w: &Tongue, unit: &UnitSpan, day: Day, detail: String) -> Link {
        let of = self.controller(w, unit.controller);
        let detail = if detail.is_empty() {
            of
        } else {
            format!("{of} · {detail}")
        };
        Link {
            href: unit_href(unit.unit, day),
            title: unit.name.best(w.lang).to_owned(),
            detail,
        }
    }
}

fn unit_href(unit: UnitId, day: Day) -> String {
    format!("/organisation/units/{unit}?day={day}")
}

fn controller_link(w: &Tongue, day: Day, one: &ControllerRow, detail: String) -> Link {
    Link {
        href: format!("/organisation?day={day}#{}", one.id),
        title: one.name.best(w.lang).to_owned(),
        detail,
    }
}

fn staff_rows(
    conn: &Conn,
    w: &Tongue,
    day: Day,
    traced: &Traced,
    names: &Names,
) -> Result<Vec<Link>, Problem> {
    let staff = counting::staff_by_unit(conn, day)?;
    let mut links = Vec::new();
    for unit in &names.units {
        let Some(staff) = staff.get(&unit.unit) else {
            continue;
        };
        if traced.controller.is_some_and(|of| of != unit.controller) {
            continue;
        }
        let detail = if traced.key == "env.employees" {
            w.one("organisation-row-people", "count", staff.people)
        } else {
            w.one("organisation-row-employments", "count", staff.employments)
        };
        links.push(names.unit_link(w, unit, day, detail));
    }
    Ok(links)
}

fn change_rows(
    conn: &Conn,
    w: &Tongue,
    period: &Period,
    traced: &Traced,
) -> Result<Vec<Link>, Problem> {
    let rows = counting::reorganisations(conn, period.first, period.last)?;
    let mut decisions: BTreeMap<(Day, &str), Vec<&counting::Touched>> = BTreeMap::new();
    for row in &rows {
        decisions
            .entry((row.day, &row.decision))
            .or_default()
            .push(row);
    }
    let names = store::last_names(conn)?;
    let mut links = Vec::new();
    for ((day, _), rows) in decisions {
        let touches = |row: &&&counting::Touched| {
            traced
                .controller
                .is_none_or(|of| row.before == Some(of) || row.after == Some(of))
        };
        if rows.iter().filter(touches).count() == 0 {
            continue;
        }
        let Some(unit) = rows[0].to_unit.or(rows[0].from_unit) else {
            continue;
        };
        let kind = Change::parse(&rows[0].kind).map_or(String::new(), |kind| w.t(kind.word()));
        links.push(Link {
            href: unit_href(unit, day),
            title: format!("{kind}: {}", units_said(w, &rows, &names)),
            detail: w.day(day),
        });
    }
    Ok(links)
}

fn units_said(w: &Tongue, rows: &[&counting::Touched], names: &HashMap<UnitId, Texts>) -> String {
    let mut said: Vec<String> = Vec::new();
    for unit in rows
        .iter()
        .flat_map(|row| [row.from_unit, row.to_unit])
        .flatten()
    {
        let name = names
            .get(&unit)
            .map_or(String::new(), |name| name.best(w.lang).to_owned());
        if !said.contains(&name) {
            said.push(name);
        }
    }
    w.list(&said)
}

fn duty_rows(
    conn: &Conn,
    w: &Tongue,
    day: Day,
    traced: &Traced,
    names: &Names,
    filled_too: bool,
) -> Result<Vec<Link>, Problem> {
    let held = counting::held(conn, day)?;
    let mut links = Vec::new();
    let concerned = names
        .controllers
        .iter()
        .filter(|one| traced.controller.is_none_or(|of| of == one.id));
    for controller in concerned {
        let open = open_duties(&held, controller.id);
        for role in REQUIRED {
            let is_open = open.contains(&role);
            if is_open || filled_too {
                let state = if is_open {
                    "organisation-duty-nobody"
                } else {
                    "organisation-duty-filled"
                };
                links.push(Link {
                    // The list of duties is the administrator's; who reads the year reads the board's page.
                    href: format!("/organisation/controllers/{}?day={day}", controller.id),
                    title: w.t(role.word()),
                    detail: format!("{} · {}", controller.name.best(w.lang), w.t(state)),
                });
            }
        }
    }
    Ok(links)
}

fn unmanaged_rows(
    conn: &Conn,
    w: &Tongue,
    day: Day,
    traced: &Traced,
    names: &Names,
) -> Result<Vec<Link>, Problem> {
    let without: BTreeSet<UnitId> = counting::units_without_manager(conn, day)?
        .into_iter()
        .filter(|(_, of)| traced.controller.is_none_or(|wanted| wanted == *of))
        .map(|(unit, _)| unit)
        .collect();
    let detail = || w.t("organisation-no-manager");
    Ok(names
        .units
        .iter()
        .filter(|unit| without.contains(&unit.unit))
        .map(|unit| names.unit_link(w, unit, day, detail()))
        .collect())
}
