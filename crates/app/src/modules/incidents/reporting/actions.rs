//! The verbs: from the letterbox into the register, and what becomes of a contact.

use kit::clock::{Day, Moment, Zone};
use kit::db::Tx;
use kit::form::Faults;

use super::super::actions::{Arrival, REPORTER, address, ask_to_assess, open_case, subject};
use super::super::model::{About, Possible, ReportDraft, Step, Taken, When};
use super::super::store as cases;
use super::super::{CASE, CaseId, STEP};
use super::mail::{self, Mail};
use super::model::{Letter, Way};
use super::store::{self, Enclosed, Item};
use super::{CONTACT, ContactId};
use crate::base::identity::actor::Editor;
use crate::base::organisation::{self, ControllerId, PersonId, UnitId};
use crate::base::visit::Upload;
use crate::base::{Actor, App, Problem, Role, audit, files, notices};

/// The kind of the notice that something lies in the letterbox.
const NOTICE: &str = "incidents-notice-letterbox";

/// Takes one item up into the register: a new report as a case, a message as more to its case. The case and its
/// steps carry the day of arrival.
///
/// # Errors
/// A unit could not be found for the case; a message whose report is still in the letterbox.
pub fn take_up(
    tx: &Tx<'_>,
    item: &Item,
    default_unit: Option<&str>,
    zone: &Zone,
) -> Result<CaseId, Problem> {
    let enclosed = store::take_out(tx, item.id)?;
    let at = zone.start_of(item.day);
    let id = match item.case {
        Some(case) => more(tx, item, case, at)?,
        None => report(tx, item, default_unit, zone)?,
    };
    keep(tx, id, item.controller, &enclosed, at)?;
    Ok(id)
}

fn report(
    tx: &Tx<'_>,
    item: &Item,
    default_unit: Option<&str>,
    zone: &Zone,
) -> Result<CaseId, Problem> {
    let letter = Letter {
        story: item.words.clone(),
        about: item.about,
        noticed: item.noticed,
        contact: item.contact.clone(),
        day: item.day,
    };
    let arrival = Arrival {
        id: item.id.of(),
        reporter: None,
        way: Some(item.way),
        receipt: item.receipt.as_deref(),
    };
    let unit = unit_of(tx, item, default_unit)?;
    let case = open_case(tx, &letter.report(zone)?, unit, &arrival)?;
    ask_to_assess(tx, &case, zone.day_of(tx.at()))?;
    if !item.contact.is_empty() {
        add_contact(tx, case.id, case.controller, &item.contact)?;
    }
    Ok(case.id)
}

/// The configured unit when it is the controller's, else its first one.
fn unit_of(tx: &Tx<'_>, item: &Item, default_unit: Option<&str>) -> Result<UnitId, Problem> {
    let own: Vec<_> = organisation::units(tx, item.day)?
        .into_iter()
        .filter(|unit| unit.controller == item.controller)
        .collect();
    let configured = own
        .iter()
        .find(|unit| Some(unit.code.as_str()) == default_unit);
    let top = || {
        own.iter()
            .filter(|unit| unit.parent.is_none())
            .min_by_key(|unit| unit.code.as_str())
    };
    let any = || own.iter().min_by_key(|unit| unit.code.as_str());
    configured
        .or_else(top)
        .or_else(any)
        .map(|unit| unit.unit)
        .ok_or_else(|| Problem::refused("incidents-reporting-refused-unit"))
}

/// A message is never lost: it enters a case that was closed meanwhile too.
fn more(tx: &Tx<'_>, item: &Item, case: CaseId, at: Moment) -> Result<CaseId, Problem> {
    let mut row = cases::case(tx, case)?
        .ok_or_else(|| Problem::refused("incidents-reporting-refused-order"))?;
    let taken = Taken {
        at,
        step: Step::More,
        words: item.words.clone(),
        by: REPORTER.to_owned(),
    };
    let step = cases::add_step(tx, case, &taken)?;
    row.steps.push(taken);
    cases::save(tx, &row)?;
    audit::changed(tx, "incidents.more", STEP, step)?;
    audit::changed(tx, "incidents.more", CASE, case)?;
    if !item.contact.is_empty() {
        // The reporter's last word about how to be reached.
        if let Some((before, _)) = store::contact(tx, case)? {
            erase(tx, before)?;
        }
        add_contact(tx, case, row.controller, &item.contact)?;
    }
    Ok(case)
}

fn keep(
    tx: &Tx<'_>,
    case: CaseId,
    controller: ControllerId,
    enclosed: &[Enclosed],
    at: Moment,
) -> Result<(), Problem> {
    for file in enclosed {
        let upload = Upload {
            field: "file".to_owned(),
            name: file.name.clone(),
            bytes: file.bytes.clone(),
        };
        files::keep_of_day(tx, &subject(case), controller, &upload, at)?;
    }
    Ok(())
}

/// Takes in a mail, once: a mail that is handed in again makes nothing new. Both its envelope and its header must
/// name the same address of exactly one of our people for it to be theirs; else it comes from outside.
pub fn take_mail(app: &App, envelope_from: &str, content: &[u8]) -> Result<(), Problem> {
    let mail = mail::read(envelope_from, content);
    app.write(&Actor::program("mail"), |tx| one_mail(tx, app, &mail))
}

fn one_mail(tx: &Tx<'_>, app: &App, mail: &Mail) -> Result<(), Problem> {
    let day = app.zone.day_of(tx.at());
    let id = CaseId::random();
    if !store::first_mail(tx, &mail.key, id, day)? {
        return Ok(());
    }
    let ours = match mail.from.as_deref().filter(|_| mail.agrees) {
        Some(from) => organisation::people_by_email(tx, from)?,
        None => Vec::new(),
    };
    let reporter = <[PersonId; 1]>::try_from(ours).ok().map(|[person]| person);
    let unit = unit_of_mail(tx, app, reporter, day)?;
    let story = if mail.story.is_empty() {
        app.tongue(app.config.municipality.language)
            .t("incidents-reporting-mail-empty")
    } else {
        mail.story.clone()
    };
    let draft = ReportDraft {
        story,
        about: Some(About::Other),
        noticed: When::Unknown,
    };
    let report = draft.check(Faults::new(), Possible::until(tx.at()), &app.zone)?;
    let arrival = Arrival {
        id,
        reporter,
        way: Some(Way::Mail),
        receipt: None,
    };
    let case = open_case(tx, &report, unit, &arrival)?;
    ask_to_assess(tx, &case, day)?;
    for file in &mail.files {
        files::keep(tx, &subject(id), case.controller, &file.upload())?;
    }
    let args = [("number", case.number.as_str())];
    match (reporter, &mail.from) {
        // Thanks at once, with what to do now (facts § 10, rule 2). Nobody else is written to: the address of a mail
        // from outside may be anybody's.
        (Some(_), _) if mail.automatic => {}
        (Some(person), _) => {
            let href = format!("/my-reports/{id}");
            notices::tell(tx, person, "incidents-notice-thanks", &args, &href)?;
        }
        (None, Some(from)) => add_contact(tx, id, case.controller, from)?,
        (None, None) => {}
    }
    notices::tell_holders(
        tx,
        Role::Dpo,
        case.controller,
        "incidents-notice-new",
        &args,
        &address(id),
    )
}

/// The unit of whoever wrote it, else the configured one, else the first of the first board.
fn unit_of_mail(
    tx: &Tx<'_>,
    app: &App,
    reporter: Option<PersonId>,
    day: Day,
) -> Result<UnitId, Problem> {
    if let Some(person) = reporter
        && let Some((unit, _)) = organisation::works_in(tx, person, day)?.first()
    {
        return Ok(*unit);
    }
    let units = organisation::units(tx, day)?;
    let code = app.config.report.unit.as_deref();
    let boards = organisation::controllers(tx, day, day)?;
    let first = boards
        .iter()
        .find(|board| !board.company)
        .or(boards.first());
    let configured = units.iter().find(|unit| Some(unit.code.as_str()) == code);
    let of_first = || {
        let own = units
            .iter()
            .filter(|unit| Some(unit.controller) == first.map(|board| board.id));
        own.min_by_key(|unit| (unit.parent.is_some(), unit.code.as_str()))
    };
    configured
        .or_else(of_first)
        .map(|unit| unit.unit)
        .ok_or_else(|| Problem::refused("incidents-reporting-refused-unit"))
}

/// Writes down how to reach a reporter who is none of ours.
pub fn add_contact(
    tx: &Tx<'_>,
    case: CaseId,
    controller: ControllerId,
    contact: &str,
) -> Result<(), Problem> {
    let id = store::add_contact(tx, case, controller, contact)?;
    audit::changed(tx, "incidents.contact", CONTACT, id)
}

/// Erases the contact of a case: it is needed no more, or whoever left it asks for it.
pub fn forget_contact(tx: &Tx<'_>, editor: Editor, case: CaseId) -> Result<(), Problem> {
    let row = cases::case(tx, case)?.filter(|row| row.controller == editor.controller());
    row.ok_or(Problem::NotFound)?;
    match store::contact(tx, case)? {
        Some((id, _)) => erase(tx, id),
        None => Ok(()),
    }
}

/// Erases the contacts of cases that were closed before a moment.
pub fn forget_old_contacts(tx: &Tx<'_>, before: Moment) -> Result<(), Problem> {
    for id in store::old_contacts(tx, before)? {
        erase(tx, id)?;
    }
    Ok(())
}

fn erase(tx: &Tx<'_>, id: ContactId) -> Result<(), Problem> {
    store::delete_contact(tx, id)?;
    audit::erased(tx, audit::FORGOTTEN, CONTACT, id)
}

/// Opens the letterbox: tells the data protection officers of whom there is something new. The notice and its line
/// in the book carry the fixed hour, not when anything came.
pub fn open(tx: &Tx<'_>) -> Result<bool, Problem> {
    let controllers = store::open_all(tx)?;
    for controller in &controllers {
        notices::tell_holders(tx, Role::Dpo, *controller, NOTICE, &[], super::LETTERBOX)?;
    }
    if controllers.is_empty() {
        return Ok(false);
    }
    let subject = crate::base::subject::Subject::named("letterbox", "opened");
    audit::noted(tx, "incidents.letterbox", &subject)?;
    Ok(true)
}

/// Where a case is that was taken up.
pub fn case_address(id: CaseId) -> String {
    address(id)
}
