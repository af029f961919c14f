//! Sections: who answers for them, their paragraphs, comments and stages.

use kit::clock::Day;
use kit::db::Tx;

use super::super::model::{ParagraphDraft, Plan, Stage};
use super::super::rights::{Keeper, Writer};
use super::super::store::{self, ParagraphId};
use crate::base::audit;
use crate::base::organisation::PersonId;
use crate::base::{Actor, Problem};

fn not_approved(tx: &Tx<'_>, year: i32, today: Day) -> Result<(), Problem> {
    match super::ensure(tx, year, today)?.approval() {
        Some(_) => Err(Problem::refused("year-refused-approved")),
        None => Ok(()),
    }
}

/// Says who answers for a section, until when, and who may see it.
pub fn plan(
    tx: &Tx<'_>,
    _: Keeper,
    year: i32,
    section: u8,
    plan: &Plan,
    today: Day,
) -> Result<(), Problem> {
    not_approved(tx, year, today)?;
    let id = store::put_section(tx, year, section, plan)?;
    audit::changed_named(tx, "year.section.planned", store::SECTION, &id)
}

/// Writes a paragraph: a new one at the end, or in the place of `id`. A changed text is a draft again.
pub fn write_paragraph(
    tx: &Tx<'_>,
    may: Writer,
    id: Option<ParagraphId>,
    draft: &ParagraphDraft,
    today: Day,
) -> Result<ParagraphId, Problem> {
    not_approved(tx, may.year, today)?;
    if let Some(id) = id {
        store::paragraph(tx, may.year, may.section, id)?.ok_or(Problem::NotFound)?;
    }
    let id = store::put_paragraph(tx, may.year, may.section, id, draft)?;
    audit::changed(tx, "year.paragraph.written", store::PARAGRAPH, id)?;
    Ok(id)
}

/// Takes a paragraph out of the draft: its row stays, without text.
pub fn remove_paragraph(
    tx: &Tx<'_>,
    may: Writer,
    id: ParagraphId,
    today: Day,
) -> Result<(), Problem> {
    not_approved(tx, may.year, today)?;
    store::paragraph(tx, may.year, may.section, id)?.ok_or(Problem::NotFound)?;
    store::empty_paragraph(tx, id)?;
    audit::changed(tx, "year.paragraph.removed", store::PARAGRAPH, id)
}

/// Lets a paragraph change places with the one before it or after it; at the end of the list nothing happens.
pub fn shift_paragraph(
    tx: &Tx<'_>,
    may: Writer,
    id: ParagraphId,
    up: bool,
    today: Day,
) -> Result<(), Problem> {
    not_approved(tx, may.year, today)?;
    let all = store::paragraphs(tx, may.year, Some(may.section))?;
    let at = all.iter().position(|row| row.id == id);
    let at = at.ok_or(Problem::NotFound)?;
    let beside = if up { at.checked_sub(1) } else { Some(at + 1) };
    let Some(other) = beside.and_then(|beside| all.get(beside)) else {
        return Ok(());
    };
    for (row, place) in [(id, other.place), (other.id, all[at].place)] {
        store::put_place(tx, row, place)?;
        audit::changed(tx, "year.paragraph.moved", store::PARAGRAPH, row)?;
    }
    Ok(())
}

/// Says how far a section is.
pub fn set_stage(tx: &Tx<'_>, may: Writer, stage: Stage, today: Day) -> Result<(), Problem> {
    not_approved(tx, may.year, today)?;
    let id = store::add_stage(tx, may.year, may.section, stage)?;
    audit::changed(tx, "year.section.staged", store::STAGE, id)
}

/// A remark on a draft, from whoever may read the section. A draft that is remarked on counts as commented.
pub fn comment(
    tx: &Tx<'_>,
    actor: &Actor,
    year: i32,
    section: u8,
    text: &str,
    today: Day,
) -> Result<(), Problem> {
    not_approved(tx, year, today)?;
    let person: Option<PersonId> = actor.person();
    let id = store::add_comment(tx, year, section, person, text)?;
    audit::changed(tx, "year.commented", store::COMMENT, id)?;
    let stages = store::stages(tx, year)?;
    let stage = stages.iter().find(|(number, _)| *number == section);
    if stage.is_none_or(|(_, stage)| *stage == Stage::Draft) {
        let id = store::add_stage(tx, year, section, Stage::Commented)?;
        audit::changed(tx, "year.section.staged", store::STAGE, id)?;
    }
    Ok(())
}

/// Takes a person out of plans and remarks; what they wrote stays.
pub fn forget(tx: &Tx<'_>, person: PersonId) -> Result<(), Problem> {
    for id in store::leave_sections(tx, person)? {
        audit::changed_named(tx, "year.person.forgotten", store::SECTION, &id)?;
    }
    for id in store::leave_comments(tx, person)? {
        audit::changed_named(tx, "year.person.forgotten", store::COMMENT, &id)?;
    }
    Ok(())
}
