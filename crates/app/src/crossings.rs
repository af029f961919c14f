//! The few places where the frame of the program and a room meet, by name.

use kit::clock::{Moment, Zone};
use kit::form::Faults;
use kit::words::Tongue;

use crate::base::organisation::{self, UnitId, UnitSpan};
use crate::base::room::{self, Access, Room, Route};
use crate::base::visit::{Answer, Reply, Visit};
use crate::base::{Actor, App, Problem, Role, once};
use crate::modules::{guard, incidents};

/// The doors between two rooms.
pub const ROOM: Room = Room {
    name: "crossings",
    migrations: &[],
    routes: &[Route::post(
        "/guard/mails/{id}/incident",
        Access::Duty(&[Role::Dpo]),
        incident_of_mail,
    )],
    menu: &[],
    jobs: &[],
    daily: &[],
    kept: &[],
    title: room::no_title,
    due: room::nothing_due,
    figures: room::no_figures,
    rows: room::no_rows,
    words: &[],
    forget: room::nothing_to_forget,
};

/// One click makes a case of a mail that left in spite of everything, with what is known and without its content. A
/// breach of a person's wish is a kind of its own.
fn incident_of_mail(app: &App, visit: &Visit) -> Answer {
    let mail = visit.id("id")?;
    let to = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let leaving = guard::leaving(app, tx, &visit.actor, &visit.tongue, mail)?;
            let draft = incidents::ReportDraft {
                story: leaving.story,
                about: Some(if leaving.wish {
                    incidents::About::Channel
                } else {
                    incidents::About::Other
                }),
                noticed: incidents::When::At(tx.at()),
            };
            let editor = visit.actor.editor_of(leaving.controller)?;
            let case = case_of(draft, leaving.unit, leaving.at, (tx.at(), &app.zone))?;
            let id = incidents::record(tx, editor, &case)?;
            guard::linked(tx, mail, &id.to_string())?;
            Ok(format!("/incidents/{id}"))
        })
    })?;
    Ok(Reply::Redirect(to))
}

/// It happened when the mail left, which the guard knows to the minute; the assessment may say otherwise.
fn case_of(
    draft: incidents::ReportDraft,
    unit: UnitId,
    left: Moment,
    (now, zone): (Moment, &Zone),
) -> Result<incidents::Historic, Problem> {
    let report = draft.check(Faults::new(), incidents::Possible::until(now), zone)?;
    let occurred = incidents::Step::Occurred(incidents::When::At(left));
    Ok(incidents::Historic {
        report,
        unit,
        reporter: None,
        steps: vec![(now, occurred, String::new())],
    })
}

/// A file of earlier cases, as the command line was given it.
#[derive(Debug)]
pub struct History {
    pub bytes: Vec<u8>,
    pub source: String,
    /// Code of the unit to which the cases belong; empty for the highest one.
    pub unit: String,
    /// Only say what it would do.
    pub dry: bool,
}

/// Reads the file and takes it in; gives what it did, line by line.
///
/// # Errors
/// [`Problem::Refused`] with what is wrong with the file; [`Problem::NotFound`] for no such unit.
pub fn import_history(app: &App, asked: &History, w: &Tongue) -> Result<Vec<String>, Problem> {
    let mut intake = incidents::files::read(&asked.bytes, &asked.source, app.today())
        .map_err(Problem::refused)?;
    let unit = unit(app, &asked.unit)?;
    app.read(|conn| incidents::settle(conn, &mut intake, None, app.today()))?;
    let counts = if asked.dry {
        app.read(|conn| incidents::count_in(conn, &intake))?
    } else {
        let actor = Actor::console();
        app.write(&actor, |tx| {
            incidents::take_in(tx, unit.unit, &intake, &app.zone)
        })?
    };
    let number = |count: usize| w.number(i64::try_from(count).unwrap_or(i64::MAX));
    let mut lines: Vec<String> = [
        ("incidents-import-records", counts.records),
        ("incidents-import-new", counts.new),
        ("incidents-import-known", counts.known),
        ("incidents-import-rejected", counts.rejected),
    ]
    .map(|(word, count)| format!("{}: {}", w.t(word), number(count)))
    .to_vec();
    for one in &intake.rejected {
        lines.push(format!("  {}: {}", one.place, w.t(one.why.word())));
    }
    Ok(lines)
}

fn unit(app: &App, code: &str) -> Result<UnitSpan, Problem> {
    let units = app.read(|conn| organisation::units(conn, app.today()))?;
    let found = units.into_iter().find(|unit| match code {
        "" => unit.parent.is_none(),
        code => unit.code == code,
    });
    found.ok_or(Problem::NotFound)
}

/// After a restore: erases again what was disposed of since the backup was made. Returns how many cases.
///
/// # Errors
/// What cannot be erased.
pub fn erase_again(app: &App) -> Result<usize, Problem> {
    incidents::erase_again(app)
}

/// New keys for what the guard stores sealed; how many rows were sealed again.
///
/// # Errors
/// A row that can't be opened.
pub fn rotate_keys(app: &App, erase: bool) -> Result<usize, Problem> {
    guard::rotate_keys(app, erase)
}

/// Looks whether the guard's set-up is whole; gives what was seen, line by line, and whether all is well.
///
/// # Errors
/// The database's own.
pub fn check_outgoing(
    app: &App,
    submit: std::net::SocketAddr,
    w: &Tongue,
) -> Result<(Vec<String>, bool), Problem> {
    let found = guard::check(app, submit)?;
    let mut lines = Vec::new();
    for one in &found {
        let mark = if one.bad { "✗" } else { "✓" };
        lines.push(format!("{mark} {}", w.with(one.word, &one.args)));
        if one.bad {
            lines.push(format!("  → {}", w.with(one.mend, &one.args)));
        }
    }
    Ok((lines, found.iter().all(|one| !one.bad)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::testing::on_both;
    use kit::words::Lang;

    #[test]
    fn what_a_mail_did_occurred_when_it_left() {
        on_both(|house| {
            let now = house.app.now();
            let left = now.plus_minutes(-45);
            let doris = house.actor(house.people.doris);
            let draft = incidents::ReportDraft {
                story: "A mail left.".to_owned(),
                about: Some(incidents::About::Other),
                noticed: incidents::When::At(now),
            };
            let made = house.app.write(&doris, |tx| {
                let unit = organisation::units(tx, house.app.today())?
                    .into_iter()
                    .find(|unit| doris.editor_of(unit.controller).is_ok())
                    .ok_or(Problem::NotFound)?;
                let case = case_of(draft, unit.unit, left, (now, &house.app.zone))?;
                incidents::record(tx, doris.editor_of(unit.controller)?, &case)
            });
            let id = made.unwrap();
            let page = |path: &str| match house.open(&doris, path).unwrap() {
                Reply::Page(page) => page.body,
                other => panic!("{other:?}"),
            };
            let case = page(&format!("/incidents/{id}"));
            let said = house.app.tongue(Lang::En).moment(left);
            assert_eq!(case.matches(&said).count(), 2, "{said}: {case}");
            // The officer finds it filled in, and may change it.
            let form = page(&format!("/incidents/{id}/step/assess"));
            let mut fields = kit::form::Fields::default();
            kit::form::put_moment(&mut fields, "occurred_at", left, &house.app.zone);
            let value = fields.raw("occurred_at");
            assert!(form.contains(&format!("value=\"{value}\"")), "{form}");
        });
    }
}
