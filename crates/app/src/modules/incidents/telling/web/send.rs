//! Writing down that a phase was sent: what is still open, what must be there, when and by what way.

use askama::Template;
use kit::db::Conn;
use kit::form::{self, Faults, Fields};
use kit::words::Tongue;

use super::super::super::model::notify_by;
use super::super::super::store::CaseRow;
use super::super::super::web::possible;
use super::super::actions;
use super::super::model::{Before, Field, Notification, Phase, SendingDraft, Way, reasons_needed};
use super::super::store;
use super::{Options, breach, country, current};
use crate::base::visit::{Answer, FormView, Page, Visit, submit};
use crate::base::{App, Problem, once};

#[derive(Template)]
#[template(path = "modules/incidents/telling/pages/send.html")]
struct Send<'a> {
    w: &'a Tongue,
    form: &'a FormView,
    case: &'a CaseRow,
    phases: Options,
    ways: Options,
    /// What each possible phase still needs.
    missing: Vec<(String, Vec<Missing>)>,
    open: Vec<Missing>,
    by: String,
    late: bool,
    /// The first phase is the decision to notify.
    first: bool,
    channel: &'static str,
}

/// A field with the page where it is written.
struct Missing {
    part: &'static str,
    code: &'static str,
    name: String,
}

fn missing(w: &Tongue, field: Field) -> Missing {
    Missing {
        part: field.part().code(),
        code: field.code(),
        name: w.t(field.word()),
    }
}

fn before(app: &App, conn: &Conn, case: &CaseRow, visit: &Visit) -> Result<Before, Problem> {
    let last = store::phases(conn, case.id)?
        .last()
        .map(|row| (row.phase, row.sent));
    Ok(Before {
        aware: case.standing.aware().ok_or(Problem::NotFound)?,
        last,
        told: case.standing.notified.is_some(),
        possible: possible(app, conn, visit.now)?,
    })
}

pub fn form(app: &App, visit: &Visit) -> Answer {
    let mut fields = Fields::default();
    form::put_moment(&mut fields, "sent", visit.now, &app.zone);
    // Reasons stand there only when somebody has written them.
    let notification = app.read(|conn| {
        let case = breach(conn, visit)?;
        Ok::<_, Problem>(store::draft(conn, case.id)?.unwrap_or_default())
    })?;
    fields.set("delay_reasons", notification.text(Field::DelayReasons));
    draw(app, visit, &FormView::fresh(fields))?.answer()
}

fn draw(app: &App, visit: &Visit, form: &FormView) -> Result<Page, Problem> {
    let w = &visit.tongue;
    let (case, notification, before, country) = app.read(|conn| {
        let case = breach(conn, visit)?;
        let (notification, before) = (current(app, conn, &case)?, before(app, conn, &case, visit)?);
        let country = country(app, conn, &case)?;
        Ok::<_, Problem>((case, notification, before, country))
    })?;
    actions::open_case(visit.actor.editor_of(case.controller)?, &case)?;
    let possible = Phase::possible(before.last.map(|(phase, _)| phase), before.told);
    if possible.is_empty() {
        return Err(Problem::refused("incidents-telling-refused-withdrawn"));
    }
    let page = Send {
        w,
        form,
        phases: possible
            .iter()
            .map(|phase| (phase.code(), w.t(phase.word())))
            .collect(),
        ways: Way::ALL
            .iter()
            .map(|way| (way.code(), w.t(way.word())))
            .collect(),
        missing: needs(w, possible, &notification),
        open: notification
            .open_fields()
            .into_iter()
            .map(|field| missing(w, field))
            .collect(),
        by: notify_by(before.aware)
            .map(|by| w.moment(by))
            .unwrap_or_default(),
        late: reasons_needed(before, visit.now),
        first: !before.told,
        channel: country.channel(),
        case: &case,
    };
    Page::new(w.t("incidents-telling-send-title"), &page)
}

fn needs(
    w: &Tongue,
    possible: &[Phase],
    notification: &Notification,
) -> Vec<(String, Vec<Missing>)> {
    let needs = possible
        .iter()
        .map(|phase| (w.t(phase.word()), notification.check(*phase)));
    needs
        .filter(|(_, fields)| !fields.is_empty())
        .map(|(phase, fields)| {
            (
                phase,
                fields.into_iter().map(|field| missing(w, field)).collect(),
            )
        })
        .collect()
}

pub fn send(app: &App, visit: &Visit) -> Answer {
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let case = breach(tx, visit)?;
            let editor = visit.actor.editor_of(case.controller)?;
            let notification = current(app, tx, &case)?;
            let mut faults = Faults::new();
            let draft = SendingDraft::typed(&visit.form, &mut faults, &app.zone);
            let before = before(app, tx, &case, visit)?;
            let sending = draft.check(faults, &notification, before, &app.zone)?;
            let country = country(app, tx, &case)?;
            actions::send(tx, editor, &case, (&notification, country), &sending)?;
            Ok(format!("/incidents/{}/notification", case.id))
        })
    });
    submit(result, |faults| {
        draw(app, visit, &FormView::again(visit, faults))
    })
}
