//! What the case, its controller and its measures know, for the notification to begin with.

use kit::clock::Day;
use kit::db::Conn;
use kit::words::Tongue;

use super::super::CaseId;
use super::super::actions::subject;
use super::super::store::CaseRow;
use super::model::{Known, Notification, prefilled};
use super::store;
use crate::base::measures::{self, State};
use crate::base::organisation;
use crate::base::{Problem, Role};

/// The notification as it stands: what was saved, else what the case knows already, in the country's language.
pub fn current(
    conn: &Conn,
    case: &CaseRow,
    w: &Tongue,
    today: Day,
) -> Result<Notification, Problem> {
    match store::draft(conn, case.id)? {
        Some(saved) => Ok(saved),
        None => Ok(prefilled(&known(conn, case, w, today)?)),
    }
}

fn known(conn: &Conn, case: &CaseRow, w: &Tongue, today: Day) -> Result<Known, Problem> {
    let controllers = organisation::controllers(conn, Day::MIN, today)?;
    let own = controllers.iter().find(|row| row.id == case.controller);
    let mut known = Known {
        number: case.number.clone(),
        controller: own
            .map(|row| row.name.best(w.lang).to_owned())
            .unwrap_or_default(),
        company: own.is_some_and(|row| row.company),
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
            }
        }
    }
    if let Some(matter) = store::matter(conn, case.id)? {
        known.authority_number = matter.number;
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
