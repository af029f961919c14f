//! What the case, its controller and its measures know, for the notification to begin with.

use kit::clock::Day;
use kit::db::Conn;
use kit::words::Tongue;

use super::super::CaseId;
use super::super::actions::subject;
use super::super::store::CaseRow;
use super::model::{Field, Known, Notification, prefilled};
use super::store;
use crate::base::measures::{self, State};
use crate::base::organisation;
use crate::base::{App, Problem, Role};

/// The notification as it stands: what was saved, else what the case knows already, in the country's language.
pub fn current(
    app: &App,
    conn: &Conn,
    case: &CaseRow,
    w: &Tongue,
) -> Result<Notification, Problem> {
    let Some(mut saved) = store::draft(conn, case.id)? else {
        return Ok(prefilled(&known(app, conn, case, w)?));
    };
    // What follows names what it follows: the number comes with the receipt of the first phase (article 33(4)).
    if !saved.has(Field::EarlierId) {
        saved.write(Field::EarlierId, &authority_number(conn, case)?);
    }
    Ok(saved)
}

/// The authority's number of the case: as it was written down, else as it stands beside the notification.
fn authority_number(conn: &Conn, case: &CaseRow) -> Result<String, Problem> {
    if let Some(matter) = store::matter(conn, case.id)? {
        return Ok(matter.number);
    }
    let notified = case.standing.notified.as_ref();
    Ok(notified
        .map(|notified| notified.reference.clone())
        .unwrap_or_default())
}

fn known(app: &App, conn: &Conn, case: &CaseRow, w: &Tongue) -> Result<Known, Problem> {
    let today = app.today();
    let controllers = organisation::controllers(conn, Day::MIN, today)?;
    let own = controllers.iter().find(|row| row.id == case.controller);
    let mut known = Known {
        number: case.number.clone(),
        controller: own
            .map(|row| row.name.best(w.lang).to_owned())
            .unwrap_or_default(),
        company: own.is_some_and(|row| row.company),
        authority_number: authority_number(conn, case)?,
        facts: case.facts.clone(),
        assessment: case.standing.assessment.clone(),
        people: case.standing.people.clone(),
        ..Known::default()
    };
    let mut contacts = Vec::new();
    for person in organisation::holders(conn, Role::Dpo, case.controller, today)? {
        if let Some(row) = organisation::person(conn, person)? {
            let mail = row
                .email
                .as_deref()
                .map(|mail| format!(", {mail}"))
                .unwrap_or_default();
            contacts.push(format!("{}{mail}", row.name()));
            if known.officer_name.is_empty() {
                known.officer_name = row.name();
                known.officer_mail = row.email.unwrap_or_default();
            }
        }
    }
    // A company is registered under a number of its own.
    if !known.company {
        let own = &app.config.municipality;
        known.controller_number = own.business_id.clone().unwrap_or_default();
        known.controller_contact = own.address.clone().unwrap_or_default();
    }
    known.supplier = store::supplier(conn, case.id)?.map(|row| row.party(w.moment(row.told)));
    known.officer_contact = contacts.join("\n");
    for row in measures::of(conn, &subject(case.id))? {
        match row.state {
            State::Finished | State::Verified => known.measures_taken.push(row.text),
            State::Open => known.measures_planned.push(row.text),
            State::Dropped => {}
        }
    }
    Ok(known)
}

/// What the authority still waits for when the last phase was incomplete: the open fields as messages (article 33(4)).
/// None when the notification is whole or withdrawn, or went outside this program.
pub fn rest(conn: &Conn, case: CaseId) -> Result<Option<Vec<&'static str>>, Problem> {
    let last = store::last_phase(conn, case)?;
    let Some(last) = last.filter(|last| last.phase.is_incomplete()) else {
        return Ok(None);
    };
    let open = match store::draft(conn, case)? {
        Some(draft) => draft.open_fields().into_iter().collect(),
        None => last.open,
    };
    Ok(Some(open.into_iter().map(|field| field.word()).collect()))
}
