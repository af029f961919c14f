//! The notification of a case: its parts and what is open in them, what was sent, where to read it.

use askama::Template;
use kit::words::Tongue;

use super::super::super::model::Deadline;
use super::super::super::store::CaseRow;
use super::super::super::web::register::tag;
use super::super::model::{Part, Phase};
use super::super::store::{self, PhaseRow};
use super::{breach, country, current, may_write};
use crate::base::App;
use crate::base::visit::{Answer, Page, Visit};

#[derive(Template)]
#[template(path = "modules/incidents/telling/pages/notification.html")]
struct Overview<'a> {
    w: &'a Tongue,
    case: &'a CaseRow,
    parts: Vec<Shown>,
    open: usize,
    sent: Vec<Sent>,
    /// How it stands to the deadline: class and words.
    tag: Option<(&'static str, String)>,
    writes: bool,
    sends: bool,
    /// Notified outside this program: the phases here go on from there.
    outside: bool,
    /// It may still be written down that this was done.
    outside_offer: bool,
    country: String,
}

/// One part of the template and how far it is.
struct Shown {
    part: Part,
    open: Vec<String>,
}

/// A phase that was sent.
struct Sent {
    id: String,
    phase: String,
    at: String,
    way: String,
    receipt: String,
    rest_by: String,
    open: Vec<String>,
}

pub fn page(app: &App, visit: &Visit) -> Answer {
    let w = &visit.tongue;
    let (case, notification, phases, country) = app.read(|conn| {
        let case = breach(conn, visit)?;
        let notification = current(app, conn, &case)?;
        let phases = store::phases(conn, case.id)?;
        let country = country(app, conn, &case)?;
        Ok::<_, crate::base::Problem>((case, notification, phases, country))
    })?;
    let open = notification.open_fields();
    let standing = &case.standing;
    let clock = Deadline::of(
        standing.aware(),
        standing.notified.as_ref().map(|notified| notified.at),
        standing.declined,
        visit.now,
    );
    let last = phases.last().map(|row| row.phase);
    let told = standing.notified.is_some();
    let writes = may_write(visit, &case) && standing.closed.is_none();
    let page = Overview {
        w,
        parts: Part::ALL
            .iter()
            .map(|part| Shown {
                part: *part,
                open: open
                    .iter()
                    .filter(|field| field.part() == *part)
                    .map(|field| w.t(field.word()))
                    .collect(),
            })
            .collect(),
        open: open.len(),
        sent: phases.iter().map(|row| sent(w, row)).collect(),
        tag: tag(w, clock),
        writes,
        sends: writes && !Phase::possible(last, told).is_empty(),
        outside: told && phases.is_empty(),
        outside_offer: writes && !told,
        country: w.t(country.word()),
        case: &case,
    };
    Page::new(w.t("incidents-telling-title"), &page)?.answer()
}

fn sent(w: &Tongue, row: &PhaseRow) -> Sent {
    Sent {
        id: row.id.to_string(),
        phase: w.t(row.phase.word()),
        at: w.moment(row.sent),
        way: w.t(row.way.word()),
        receipt: row.receipt.clone(),
        rest_by: row.rest_by.map(|day| w.day(day)).unwrap_or_default(),
        open: row.open.iter().map(|field| w.t(field.word())).collect(),
    }
}
