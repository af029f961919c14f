//! One unit: what it is and was, and the forms that change it from a day.

use askama::Template;
use kit::clock::Day;
use kit::db::{Conn, Tx};
use kit::form::{self, Faults, Fields};
use kit::words::{Texts, Tongue};

use super::super::super::visit::{Answer, FormView, Page, Visit, submit};
use super::super::super::{App, Problem, once};
use super::super::model::{Change, NewUnit, Part};
use super::super::store::{self, UnitSpan, counting, looking};
use super::super::{ControllerId, UnitId, actions};
use super::{NAMES, as_of, day_of, names_of, person_of, put_names, span_said};

#[derive(Template)]
#[template(path = "base/organisation/pages/unit.html")]
struct One<'a> {
    w: &'a Tongue,
    id: UnitId,
    name: String,
    code: String,
    day: String,
    controller: String,
    parent: Option<(UnitId, String)>,
    people: String,
    leader: Option<String>,
    below: Vec<(UnitId, String)>,
    spans: Vec<(String, String, String)>,
    changes: Vec<(String, String, String)>,
    leaders: Vec<(String, String)>,
    ended: bool,
    may: bool,
}

/// The unit as of a day, or as it last was.
fn unit_on(conn: &Conn, unit: UnitId, day: Day) -> Result<(UnitSpan, Vec<UnitSpan>), Problem> {
    let spans = store::looking::unit_history(conn, unit)?;
    let holds = |span: &&UnitSpan| span.from <= day && span.until.is_none_or(|last| last >= day);
    let now = spans.iter().find(holds).or(spans.first()).cloned();
    Ok((now.ok_or(Problem::NotFound)?, spans))
}

pub fn page(app: &App, visit: &Visit) -> Answer {
    let w = &visit.tongue;
    let (id, day) = (visit.id("id")?, as_of(visit));
    let page = app.read(|conn| {
        let (now, spans) = unit_on(conn, id, day)?;
        let names = store::last_names(conn)?;
        let name = |unit: UnitId| {
            names
                .get(&unit)
                .map_or(String::new(), |name| name.best(w.lang).to_owned())
        };
        let controllers = store::controllers(conn, Day::MIN, Day::MAX)?;
        let board = |of: ControllerId| {
            let found = controllers.iter().find(|one| one.id == of);
            found.map_or(String::new(), |one| one.name.best(w.lang).to_owned())
        };
        let staff = counting::staff_by_unit(conn, day)?
            .get(&id)
            .copied()
            .unwrap_or_default();
        let leaders = looking::unit_leaders(conn, id)?;
        let led = |held: &&looking::Held<_>| {
            held.from <= day && held.until.is_none_or(|last| last >= day)
        };
        Ok::<_, Problem>(One {
            w,
            id,
            name: now.name.best(w.lang).to_owned(),
            code: now.code.clone(),
            day: w.day(day),
            controller: board(now.controller),
            parent: now.parent.map(|parent| (parent, name(parent))),
            people: w.number(staff.people),
            leader: leaders.iter().find(led).map(|held| held.what.name()),
            below: directly(conn, w, day, |unit| unit.parent == Some(id))?,
            spans: spans
                .iter()
                .map(|span| {
                    let above = span.parent.map(|parent| format!(" · {}", name(parent)));
                    let place = board(span.controller) + &above.unwrap_or_default();
                    let said = span.name.best(w.lang).to_owned();
                    (span_said(w, span.from, span.until), said, place)
                })
                .collect(),
            changes: changes(conn, w, id, &name)?,
            leaders: leaders
                .iter()
                .map(|held| (held.said(w), held.what.name()))
                .collect(),
            ended: spans.first().is_some_and(|last| last.until.is_some()),
            may: visit.actor.administrator().is_ok(),
        })
    })?;
    Page::new(page.name.clone(), &page)?.answer()
}

/// The units of a day that are wanted, by name.
pub fn directly(
    conn: &Conn,
    w: &Tongue,
    day: Day,
    wanted: impl Fn(&UnitSpan) -> bool,
) -> Result<Vec<(UnitId, String)>, Problem> {
    let mut units: Vec<(UnitId, String)> = store::units(conn, day)?
        .into_iter()
        .filter(wanted)
        .map(|unit| (unit.unit, unit.name.best(w.lang).to_owned()))
        .collect();
    w.sort_by(&mut units, |(_, name)| name);
    Ok(units)
}

fn changes(
    conn: &Conn,
    w: &Tongue,
    id: UnitId,
    name: &impl Fn(UnitId) -> String,
) -> Result<Vec<(String, String, String)>, Problem> {
    let mut said = Vec::new();
    for row in looking::unit_changes(conn, id)? {
        let others: Vec<String> = [row.from, row.to]
            .into_iter()
            .flatten()
            .filter(|other| *other != id)
            .map(name)
            .collect();
        let kind = Change::parse(&row.kind).map_or(String::new(), |kind| w.t(kind.word()));
        said.push((w.day_short(row.day), kind, others.join(", ")));
    }
    Ok(said)
}

kit::choices! {
    /// What a form on a unit does.
    enum Kind {
        Rename = "rename";
        Move = "move";
        Merge = "merge";
        Split = "split";
        End = "end";
        Manager = "manager";
    }
}

impl Kind {
    fn word(self) -> &'static str {
        match self {
            Kind::Rename => Change::Rename.word(),
            Kind::Move => Change::Move.word(),
            Kind::Merge => Change::Merge.word(),
            Kind::Split => Change::Split.word(),
            Kind::End => Change::End.word(),
            Kind::Manager => "organisation-change-manager",
        }
    }
}

#[derive(Template)]
#[template(path = "base/organisation/pages/unit_form.html")]
struct Form<'a> {
    w: &'a Tongue,
    form: FormView,
    id: UnitId,
    kind: &'static str,
    title: String,
    names: &'static [(kit::words::Lang, &'static str, &'static str)],
    options: Vec<(String, String)>,
}

pub fn form(app: &App, visit: &Visit) -> Answer {
    let mut fields = Fields::default();
    fields.set("day", visit.today.to_string());
    let kind = Kind::parse(visit.param("change")).ok_or(Problem::NotFound)?;
    let id = visit.id("id")?;
    let (now, _) = app.read(|conn| unit_on(conn, id, visit.today))?;
    if kind == Kind::Rename {
        put_names(&mut fields, &now.name);
    }
    draw(app, visit, FormView::fresh(fields))?.answer()
}

fn draw(app: &App, visit: &Visit, form: FormView) -> Result<Page, Problem> {
    let w = &visit.tongue;
    let kind = Kind::parse(visit.param("change")).ok_or(Problem::NotFound)?;
    let id = visit.id("id")?;
    let page = app.read(|conn| {
        let (now, _) = unit_on(conn, id, visit.today)?;
        let name = now.name.best(w.lang).to_owned();
        let options = match kind {
            Kind::Merge => sisters(conn, w, &now, visit.today)?,
            Kind::Move => super::unit_form::places(conn, w, visit.today, Some(id))?,
            _ => Vec::new(),
        };
        let title = format!("{}: {name}", w.t(kind.word()));
        Ok::<_, Problem>(Form {
            w,
            form,
            id,
            kind: kind.code(),
            title,
            names: &NAMES,
            options,
        })
    })?;
    Page::new(page.title.clone(), &page)
}

fn sisters(
    conn: &Conn,
    w: &Tongue,
    now: &UnitSpan,
    day: Day,
) -> Result<Vec<(String, String)>, Problem> {
    let mut list: Vec<(String, String)> = store::units(conn, day)?
        .into_iter()
        .filter(|unit| unit.controller == now.controller && unit.unit != now.unit)
        .map(|unit| (unit.unit.to_string(), unit.name.best(w.lang).to_owned()))
        .collect();
    w.sort_by(&mut list, |(_, name)| name);
    Ok(list)
}

pub fn change(app: &App, visit: &Visit) -> Answer {
    let kind = Kind::parse(visit.param("change")).ok_or(Problem::NotFound)?;
    let id: UnitId = visit.id("id")?;
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let to = carry_out(tx, visit, kind, id)?;
            Ok(format!("/organisation/units/{to}"))
        })
    });
    submit(refused_beside(result), |faults| {
        draw(app, visit, FormView::again(visit, faults))
    })
}

/// What the dates do not allow stands beside the day, where it can be mended.
pub fn refused_beside(result: Result<String, Problem>) -> Result<String, Problem> {
    result.map_err(|problem| match problem {
        Problem::Refused(message, args) if message.starts_with("organisation-") => {
            let mut faults = Faults::new();
            faults.add_with("day", message, args);
            Problem::Faults(faults)
        }
        other => other,
    })
}

fn carry_out(tx: &Tx<'_>, visit: &Visit, kind: Kind, id: UnitId) -> Result<UnitId, Problem> {
    let may = visit.actor.administrator()?;
    let fields = &visit.form;
    let mut faults = Faults::new();
    let day = day_of(fields, &mut faults, "day");
    let on = day.unwrap_or(visit.today);
    let (now, _) = unit_on(tx, id, on)?;
    match kind {
        Kind::Rename => {
            let name = names_of(fields, &mut faults);
            faults.into_result(())?;
            actions::rename_unit(tx, may, id, &name, on)?;
        }
        Kind::Move => {
            let place = super::unit_form::place_of(tx, fields, &mut faults, on)?;
            faults.into_result(())?;
            let (parent, controller) = place.ok_or(Problem::NotFound)?;
            actions::move_unit(tx, may, id, parent, controller, on)?;
        }
        Kind::Merge => {
            let other = form::choice(fields, &mut faults, "other", UnitId::parse);
            form::need(&mut faults, "other", form::REQUIRED, &other);
            let code = form::required(fields, &mut faults, "code", form::REQUIRED, 60);
            let name = names_of(fields, &mut faults);
            faults.into_result(())?;
            let other = other.ok_or(Problem::NotFound)?;
            // One of them may stand below the other.
            let parent = match now.parent {
                Some(above) if above == other => unit_on(tx, other, on)?.0.parent,
                above => above,
            };
            let new = NewUnit {
                code,
                name,
                parent,
                controller: now.controller,
                from: on,
            };
            return actions::merge_units(tx, may, &[id, other], &new);
        }
        Kind::Split => {
            let parts = parts_of(visit, &mut faults);
            faults.into_result(())?;
            let made = actions::split_unit(tx, may, id, &parts, on)?;
            return made.first().copied().ok_or(Problem::NotFound);
        }
        Kind::End => {
            faults.into_result(())?;
            actions::end_unit(tx, may, id, on)?;
        }
        Kind::Manager => {
            let person = person_of(tx, fields, &mut faults, "number")?;
            faults.into_result(())?;
            actions::appoint_manager(tx, may, id, person.ok_or(Problem::NotFound)?, on)?;
        }
    }
    Ok(id)
}

/// Names of new parts are written in the language of the page; others follow by renaming.
fn parts_of(visit: &Visit, faults: &mut Faults) -> Vec<Part> {
    [("code_1", "part_1"), ("code_2", "part_2")]
        .into_iter()
        .map(|(code, name)| {
            let name = form::required(&visit.form, faults, name, form::REQUIRED, 200);
            let mut texts = Texts::new();
            texts.set(visit.tongue.lang, name);
            Part {
                code: form::required(&visit.form, faults, code, form::REQUIRED, 60),
                name: texts,
            }
        })
        .collect()
}
