//! Letters, and who was told.

use kit::db::{Conn, Row, Tx};
use kit::params;
use kit::words::Lang;

use super::super::super::CaseId;
use super::super::model::{Channel, Entry, Letter, choices};
use super::super::{EntryId, LetterId};
use crate::base::Problem;
use crate::base::organisation::ControllerId;

/// A letter in one language.
#[derive(Clone, Debug)]
pub struct LetterRow {
    pub lang: Lang,
    pub letter: Letter,
}

fn letter_row(row: &Row) -> Result<LetterRow, Problem> {
    let letter = serde_json::from_str(&row.get::<String>("content")?)
        .map_err(|error| Problem::Outside(format!("a letter cannot be read: {error}")))?;
    Ok(LetterRow {
        lang: Lang::parse(&row.get::<String>("lang")?).unwrap_or(Lang::En),
        letter,
    })
}

pub fn letters(conn: &Conn, case: CaseId) -> Result<Vec<LetterRow>, Problem> {
    conn.all(
        "SELECT lang, content FROM incidents_telling_letters WHERE case_id = $1 ORDER BY lang",
        params![case],
    )?
    .iter()
    .map(letter_row)
    .collect()
}

pub fn letter(conn: &Conn, case: CaseId, lang: Lang) -> Result<Option<Letter>, Problem> {
    let row = conn.one(
        "SELECT lang, content FROM incidents_telling_letters WHERE case_id = $1 AND lang = $2",
        params![case, lang.code()],
    )?;
    Ok(row
        .as_ref()
        .map(letter_row)
        .transpose()?
        .map(|row| row.letter))
}

pub fn save_letter(
    tx: &Tx<'_>,
    (case, controller): (CaseId, ControllerId),
    (lang, letter): (Lang, &Letter),
) -> Result<LetterId, Problem> {
    let content =
        serde_json::to_string(letter).map_err(|error| Problem::Outside(error.to_string()))?;
    let row = tx.one(
        "INSERT INTO incidents_telling_letters (id, case_id, controller_id, lang, content, changed_at)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (case_id, lang) DO UPDATE SET content = $5, changed_at = $6 RETURNING id",
        params![LetterId::random(), case, controller, lang.code(), content, tx.at()],
    )?;
    Ok(row.ok_or(Problem::NotFound)?.get("id")?)
}

/// One time that people were told.
#[derive(Clone, Debug)]
pub struct EntryRow {
    pub entry: Entry,
}

pub fn entries(conn: &Conn, case: CaseId) -> Result<Vec<EntryRow>, Problem> {
    conn.all(
        "SELECT told_at, channel, people, number, extent, part_why, lang, words, place, proof
         FROM incidents_telling_told WHERE case_id = $1 ORDER BY told_at, id",
        params![case],
    )?
    .iter()
    .map(entry_row)
    .collect()
}

fn entry_row(row: &Row) -> Result<EntryRow, Problem> {
    let lang: Option<String> = row.get("lang")?;
    let extent = choices::find(choices::EXTENT, &row.get::<String>("extent")?);
    Ok(EntryRow {
        entry: Entry {
            at: row.get("told_at")?,
            channel: Channel::parse(&row.get::<String>("channel")?).unwrap_or(Channel::Letter),
            people: row.get("people")?,
            number: row.get("number")?,
            extent: extent.map_or("all", |one| one.code),
            part_why: row.get("part_why")?,
            lang: lang.as_deref().and_then(Lang::parse),
            words: row.get("words")?,
            place: row.get("place")?,
            proof: row.get("proof")?,
            why: String::new(),
        },
    })
}

pub fn add_entry(
    tx: &Tx<'_>,
    (case, controller): (CaseId, ControllerId),
    new: &Entry,
) -> Result<EntryId, Problem> {
    let id = EntryId::random();
    tx.run(
        "INSERT INTO incidents_telling_told (id, case_id, controller_id, told_at, channel, people, number, extent,
           part_why, lang, words, place, proof, by_mark, written_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
        params![
            id,
            case,
            controller,
            new.at,
            new.channel.code(),
            &new.people,
            new.number,
            new.extent,
            &new.part_why,
            new.lang.map(Lang::code),
            &new.words,
            &new.place,
            &new.proof,
            tx.by(),
            tx.at()
        ],
    )?;
    Ok(id)
}
