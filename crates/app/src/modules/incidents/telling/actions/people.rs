//! The people concerned are told, or it is decided with reasons that they are not.

use kit::db::Tx;
use kit::words::Lang;

use super::super::super::actions as room;
use super::super::super::model::When;
use super::super::super::store::CaseRow;
use super::super::model::{Channel, Entry, Field, Letter, NotTold, Notification, Value, standing};
use super::super::{ENTRY, LETTER, store};
use super::authority::ORDER;
use super::notification::{open_case, save};
use crate::base::Problem;
use crate::base::audit;
use crate::base::identity::actor::Editor;
use crate::base::tasks;

/// Saves a letter as far as it is written.
///
/// # Errors
/// A closed case; a case of another controller.
pub fn write_letter(
    tx: &Tx<'_>,
    editor: Editor,
    case: &CaseRow,
    (lang, letter): (Lang, &Letter),
) -> Result<(), Problem> {
    open_case(editor, case)?;
    let id = store::save_letter(tx, (case.id, case.controller), (lang, letter))?;
    audit::changed(tx, "incidents.telling.letter", LETTER, id)
}

/// Writes down that people were told. The case then stands as told, since the first time that was not a public
/// communication alone.
///
/// # Errors
/// What the stages refuse; a case of another controller.
pub fn record(tx: &Tx<'_>, editor: Editor, case: &CaseRow, new: &Entry) -> Result<(), Problem> {
    keep(tx, editor, case, new)?;
    let entries = store::entries(tx, case.id)?;
    let told: Vec<_> = entries
        .iter()
        .map(|row| (row.entry.channel, row.entry.at))
        .collect();
    let stands = standing(&told, case.standing.people.as_ref());
    if let Some(people) = stands.filter(|people| case.standing.people.as_ref() != Some(people)) {
        // What an entry adds to a decision leaves its reason as it is.
        let why = match new.why.as_str() {
            "" => case.people_reason(),
            typed => typed,
        };
        room::people(tx, editor, case.id, &(people, why.to_owned()))?;
    }
    if new.channel != Channel::Public {
        tasks::done(tx, ORDER, &room::subject(case.id))?;
    }
    let means = match new.channel {
        Channel::Public => "public",
        _ => "individual",
    };
    into_draft(tx, editor, case, |draft| {
        draft.set(Field::Informed, Some(Value::One("informed")));
        draft.set(Field::InformedOn, Some(Value::When(When::At(new.at))));
        draft.set(Field::InformedMeans, Some(Value::Many(vec![means])));
        draft.set(Field::InformedExtent, Some(Value::One(new.extent)));
        draft.write(Field::InformedPartWhy, &new.part_why);
        draft.write(Field::InformedWho, &new.people);
        draft.write(Field::InformedText, &new.words);
    })
}

/// Writes down that people are not told individually, and why.
///
/// # Errors
/// What the stages refuse; a case of another controller.
pub fn decline(tx: &Tx<'_>, editor: Editor, case: &CaseRow, new: &NotTold) -> Result<(), Problem> {
    if let Some(public) = &new.public {
        keep(tx, editor, case, public)?;
    }
    room::people(
        tx,
        editor,
        case.id,
        &(new.people.clone(), new.reason.clone()),
    )?;
    let code = new.people.told.code();
    into_draft(tx, editor, case, |draft| {
        let exempt = ["a", "b", "c"]
            .into_iter()
            .find(|one| code == format!("exempt_{one}"));
        let informed = if exempt.is_some() {
            "exempt"
        } else {
            "not_high_risk"
        };
        draft.set(Field::Informed, Some(Value::One(informed)));
        draft.set(Field::Exemption, exempt.map(Value::One));
        draft.set(
            Field::InformedMeans,
            new.public.as_ref().map(|_| Value::Many(vec!["public"])),
        );
        draft.write(Field::NotInformedWhy, &new.reason);
    })
}

fn keep(tx: &Tx<'_>, editor: Editor, case: &CaseRow, new: &Entry) -> Result<(), Problem> {
    open_case(editor, case)?;
    let id = store::add_entry(tx, (case.id, case.controller), new)?;
    audit::changed(tx, "incidents.telling.told", ENTRY, id)
}

/// A notification that is being written learns what was decided here.
fn into_draft(
    tx: &Tx<'_>,
    editor: Editor,
    case: &CaseRow,
    change: impl FnOnce(&mut Notification),
) -> Result<(), Problem> {
    let Some(mut draft) = store::draft(tx, case.id)? else {
        return Ok(());
    };
    change(&mut draft);
    save(tx, editor, case, &draft)
}
