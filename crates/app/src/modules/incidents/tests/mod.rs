//! The room from its door, on both engines.

mod checks;
mod counted;
mod first;
mod forms;
mod rights;
mod rules;
mod since;
mod walk;

use kit::clock::Moment;
use kit::form::Faults;

use super::model::{Assessment, AssessmentDraft, When};
use super::*;
use crate::base::organisation::{PersonId, UnitId};
use crate::base::testing::House;
use crate::base::visit::{Answer, Reply};
use crate::base::{Actor, Problem};

pub fn moment(text: &str) -> Moment {
    Moment::parse_rfc3339(text).unwrap()
}

/// A report by the action, at the house's clock.
pub fn report(house: &House, person: PersonId, unit: UnitId, story: &str) -> CaseId {
    let now = house.app.now();
    let draft = ReportDraft {
        story: story.to_owned(),
        about: Some(About::WrongRecipient),
        noticed: When::At(now),
    };
    let checked = draft.check(Faults::new(), now, &house.app.zone).unwrap();
    house
        .app
        .write(&Actor::program("report"), |tx| {
            super::report(tx, &checked, person, unit)
        })
        .unwrap()
}

/// A breach as most are: a message to the wrong person.
pub fn breach(aware: Moment) -> AssessmentDraft {
    AssessmentDraft {
        outcome: Some(Outcome::Breach),
        kinds: [Kind::Confidentiality].into(),
        natures: [Nature::R].into(),
        cause: Some(Cause::Human),
        origin: Some(Origin::Internal),
        discoverer: Some(Discoverer::Staff),
        people: Some(Band::One),
        aware: Some(aware),
        facts: "A letter went to a neighbour.".to_owned(),
        ..AssessmentDraft::default()
    }
}

pub fn plain(outcome: Outcome) -> AssessmentDraft {
    AssessmentDraft {
        outcome: Some(outcome),
        facts: "Nobody's data left the house.".to_owned(),
        ..AssessmentDraft::default()
    }
}

/// Assesses at the house's clock as the data protection officer.
pub fn assess(house: &House, id: CaseId, draft: AssessmentDraft) {
    as_officer(house, id, |tx, editor, case| {
        let times = (case.reported, tx.at());
        let checked: (Assessment, String) = draft.check(Faults::new(), times, &house.app.zone)?;
        super::assess(tx, editor, id, &checked, &house.app.zone)
    })
    .unwrap();
}

/// A verb of the data protection officer at the house's clock.
pub fn as_officer(
    house: &House,
    id: CaseId,
    verb: impl FnOnce(
        &kit::db::Tx<'_>,
        crate::base::identity::actor::Editor,
        &store::CaseRow,
    ) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let doris = house.actor(house.people.doris);
    house.app.write(&doris, |tx| {
        let case = store::case(tx, id)?.unwrap();
        let editor = doris.editor_of(case.controller)?;
        verb(tx, editor, &case)
    })
}

pub fn notify(house: &House, id: CaseId, at: Moment, late_reason: &str) -> Result<(), Problem> {
    as_officer(house, id, |tx, editor, case| {
        let draft = NotifyDraft {
            at: Some(at),
            reference: "TSV/1/2026".to_owned(),
            reason: "A risk cannot be ruled out.".to_owned(),
            late_reason: late_reason.to_owned(),
        };
        let aware = case.standing.aware().unwrap();
        let checked = draft.check(Faults::new(), (aware, tx.at()), &house.app.zone)?;
        super::notify(tx, editor, id, &checked)
    })
}

pub fn close(house: &House, id: CaseId) {
    as_officer(house, id, |tx, editor, case| {
        super::answer(tx, editor, id, "Thank you. The address book is cleaned.")?;
        let standing = &case.standing;
        if standing.notified.is_some() && standing.people.is_none() {
            let people = People {
                told: Told::NotNeeded,
                at: None,
                public: false,
            };
            super::people(tx, editor, id, &(people, "Not a high risk.".to_owned()))?;
        }
        super::close(tx, editor, id)
    })
    .unwrap();
}

pub fn stored(house: &House, id: CaseId) -> store::CaseRow {
    house
        .app
        .read(|conn| store::case(conn, id))
        .unwrap()
        .unwrap()
}

/// The page's text, or a panic with what came instead.
pub fn text(answer: Answer) -> String {
    match answer {
        Ok(Reply::Page(page)) => page.body,
        other => panic!("no page: {other:?}"),
    }
}

/// Where an accepted form leads.
pub fn led(answer: Answer) -> String {
    match answer {
        Ok(Reply::Redirect(to)) => to,
        Ok(Reply::Page(page)) => panic!("the form came back: {}", page.body),
        other => panic!("not accepted: {other:?}"),
    }
}

/// The id at the end of an address.
pub fn id_of(address: &str) -> CaseId {
    CaseId::parse(address.rsplit('/').next().unwrap()).unwrap()
}
