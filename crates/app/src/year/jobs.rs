//! What happens to a year by itself, and what waits for somebody.

use kit::clock::Day;
use kit::db::{Conn, Tx};
use kit::words::Tongue;

use super::catalogue;
use super::model::Stage;
use super::{actions, rights, store};
use crate::base::organisation::PersonId;
use crate::base::room::{Due, Link};
use crate::base::{Actor, App, Problem};

/// On 1 January the new year opens.
pub fn open_current(app: &App) -> Result<(), Problem> {
    let today = app.today();
    if app.read(|conn| store::year(conn, today.year()))?.is_some() {
        return Ok(());
    }
    app.write(&Actor::program("year"), |tx| {
        actions::ensure(tx, today.year(), today).map(|_| ())
    })
}

/// A thing of a year as a link to the page that shows it, for whoever reads the inside of years. A target leads to
/// the list of its year.
pub fn title(
    conn: &Conn,
    actor: &Actor,
    w: &Tongue,
    kind: &str,
    id: &str,
) -> Result<Option<Link>, Problem> {
    if rights::reader(actor).is_err() {
        return Ok(None);
    }
    if kind == store::TARGET.kind {
        let target = match store::TargetId::parse(id) {
            Some(id) => store::target(conn, id)?,
            None => None,
        };
        return Ok(target.map(|row| {
            let href = format!("/year/{}/targets", row.year);
            let mut link = link(w, "year-targets-title", row.year, href);
            link.detail = row.text.best(w.lang).to_owned();
            link
        }));
    }
    let Some(place) = store::place(conn, kind, id)? else {
        return Ok(None);
    };
    let year = format!("/year/{}", place.year);
    let figure = place.figure.as_deref().and_then(catalogue::definition);
    let section = place.section.and_then(catalogue::section);
    let (href, detail) = match (figure, section) {
        (Some(figure), _) => (
            format!("{year}/figure/{}", figure.key),
            figure.name.best(w.lang),
        ),
        (None, Some(section)) => (
            format!("{year}/section/{}", section.number),
            section.title.best(w.lang),
        ),
        (None, None) => (year, ""),
    };
    let mut link = link(w, "year-title-one", place.year, href);
    link.detail = detail.to_owned();
    Ok(Some(link))
}

/// Sections that wait for their owner, and for a keeper the years that have ended and are not approved.
pub fn due(app: &App, conn: &Conn, actor: &Actor, w: &Tongue) -> Result<Vec<Due>, Problem> {
    let Ok(_) = rights::reader(actor) else {
        return Ok(Vec::new());
    };
    let today = app.today();
    let mut found = Vec::new();
    for row in store::years(conn)? {
        if row.approval().is_some() {
            continue;
        }
        sections_due(conn, actor, w, row.year, today, &mut found)?;
        let ended = row.year < today.year();
        if ended && rights::keeper(actor).is_ok() && row.closed().is_none() {
            found.push(Due {
                link: link(w, "year-due-close", row.year, format!("/year/{}", row.year)),
                day: None,
                late: false,
                end: None,
            });
        }
    }
    Ok(found)
}

fn sections_due(
    conn: &Conn,
    actor: &Actor,
    w: &Tongue,
    year: i32,
    today: Day,
    found: &mut Vec<Due>,
) -> Result<(), Problem> {
    let plans = store::sections(conn, year)?;
    let mut own = plans
        .iter()
        .filter(|row| row.plan.owner.is_some() && row.plan.owner == actor.person())
        .peekable();
    if own.peek().is_none() {
        return Ok(());
    }
    let stages = store::stages(conn, year)?;
    for row in own {
        let ready = stages.contains(&(row.section, Stage::Ready));
        if let Some(section) = catalogue::section(row.section).filter(|_| !ready) {
            let href = format!("/year/{year}/section/{}", row.section);
            let mut link = link(w, "year-due-section", year, href);
            link.detail = section.title.best(w.lang).to_owned();
            found.push(Due {
                link,
                day: row.plan.due,
                late: row.plan.due.is_some_and(|due| due < today),
                end: None,
            });
        }
    }
    Ok(())
}

fn link(w: &Tongue, word: &str, year: i32, href: String) -> Link {
    Link {
        href,
        title: w.one(word, "year", year.to_string()),
        detail: String::new(),
    }
}

/// A person who must be forgotten is no longer named as the owner of sections or the author of remarks.
pub fn forget(tx: &Tx<'_>, person: PersonId) -> Result<(), Problem> {
    actions::forget(tx, person)
}
