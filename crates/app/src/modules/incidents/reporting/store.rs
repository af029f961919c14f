//! SQL of the letterbox and of what belongs to a case without an account.

use kit::clock::Day;
use kit::db::{Conn, Row, Tx};
use kit::id::Id;
use kit::params;

use super::super::CaseId;
use super::super::model::About;
use super::model::Way;
use super::{CONTACT, ContactId};
use crate::base::Problem;
use crate::base::identity::actor::Scope;
use crate::base::organisation::ControllerId;

/// Something in the letterbox.
pub struct Boxed;
pub type BoxedId = Id<Boxed>;

/// A new report or a further message, as it waits.
#[derive(Clone, Debug)]
pub struct Item {
    pub id: BoxedId,
    /// The case that a further message belongs to.
    pub case: Option<CaseId>,
    pub day: Day,
    pub way: Way,
    pub controller: ControllerId,
    pub about: About,
    pub noticed: Option<Day>,
    pub words: String,
    pub contact: String,
    /// Keyed hash of a new report's receipt.
    pub receipt: Option<String>,
}

/// A file beside it, by a name of ours.
#[derive(Clone, Debug, PartialEq)]
pub struct Enclosed {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// Puts an item in. False when a report with this receipt is there already: the same form sent twice.
pub fn put(tx: &Tx<'_>, item: &Item, files: &[Enclosed]) -> Result<bool, Problem> {
    let new = tx.run(
        "INSERT INTO incidents_box (id, case_id, receipt, day, opened, way, controller_id, about, noticed_day, words,
           contact)
         VALUES ($1, $2, $3, $4, 0, $5, $6, $7, $8, $9, $10) ON CONFLICT (receipt) DO NOTHING",
        params![
            item.id,
            item.case,
            item.receipt.as_deref(),
            item.day,
            item.way.code(),
            item.controller,
            item.about.code(),
            item.noticed,
            &item.words,
            &item.contact
        ],
    )?;
    if new == 0 {
        return Ok(false);
    }
    for file in files {
        tx.run(
            "INSERT INTO incidents_box_files (id, box_id, name, content) VALUES ($1, $2, $3, $4)",
            params![
                Id::<Boxed>::random(),
                item.id,
                &file.name,
                file.bytes.as_slice()
            ],
        )?;
    }
    Ok(true)
}

/// Marks a form as accepted; false when it was.
pub fn first(tx: &Tx<'_>, mark: &str, day: Day) -> Result<bool, Problem> {
    let new = tx.run(
        "INSERT INTO incidents_box_once (mark, day) VALUES ($1, $2) ON CONFLICT (mark) DO NOTHING",
        params![mark, day],
    )?;
    Ok(new == 1)
}

/// The mark of the receipt that a form gave, while it is remembered.
pub fn given(conn: &Conn, form: &str) -> Result<Option<String>, Problem> {
    let row = conn.one(
        "SELECT receipt FROM incidents_box_forms WHERE form = $1",
        params![form],
    )?;
    Ok(row.map(|row| row.get("receipt")).transpose()?)
}

/// Remembers which receipt a form gave.
pub fn give(tx: &Tx<'_>, form: &str, receipt: &str, day: Day) -> Result<(), Problem> {
    tx.run(
        "INSERT INTO incidents_box_forms (form, receipt, day) VALUES ($1, $2, $3) ON CONFLICT (form) DO NOTHING",
        params![form, receipt, day],
    )?;
    Ok(())
}

pub fn sweep_once(tx: &Tx<'_>, before: Day) -> Result<(), Problem> {
    tx.run(
        "DELETE FROM incidents_box_once WHERE day < $1",
        params![before],
    )?;
    tx.run(
        "DELETE FROM incidents_box_forms WHERE day < $1",
        params![before],
    )?;
    Ok(())
}

const ITEM: &str =
    "SELECT id, case_id, receipt, day, way, controller_id, about, noticed_day, words, contact
    FROM incidents_box";

fn item(row: &Row) -> Result<Item, Problem> {
    Ok(Item {
        id: row.get("id")?,
        case: row.get("case_id")?,
        day: row.get("day")?,
        way: Way::parse(&row.get::<String>("way")?).unwrap_or(Way::Anonymous),
        controller: row.get("controller_id")?,
        about: About::parse(&row.get::<String>("about")?).unwrap_or(About::Other),
        noticed: row.get("noticed_day")?,
        words: row.get("words")?,
        contact: row.get("contact")?,
        receipt: row.get("receipt")?,
    })
}

fn items(conn: &Conn, condition: &str, values: &[kit::db::Value]) -> Result<Vec<Item>, Problem> {
    let sql = format!("{ITEM} WHERE {condition}");
    conn.all(&sql, values)?.iter().map(item).collect()
}

/// What an officer may read now, oldest day first; the order within a day says nothing.
pub fn opened(conn: &Conn, scope: &Scope) -> Result<Vec<Item>, Problem> {
    let condition = format!(
        "opened = 1 AND {} ORDER BY day, id",
        scope.sql("controller_id")
    );
    items(conn, &condition, &[])
}

/// One item that an officer may read.
pub fn opened_one(conn: &Conn, scope: &Scope, id: BoxedId) -> Result<Option<Item>, Problem> {
    let condition = format!("id = $1 AND opened = 1 AND {}", scope.sql("controller_id"));
    Ok(items(conn, &condition, params![id])?.into_iter().next())
}

/// Everything of days before this one.
pub fn of_days_before(conn: &Conn, day: Day) -> Result<Vec<Item>, Problem> {
    items(conn, "day < $1 ORDER BY day, id", params![day])
}

/// The report that waits under a receipt.
pub fn waiting_report(conn: &Conn, receipt: &str) -> Result<Option<Item>, Problem> {
    Ok(items(conn, "receipt = $1", params![receipt])?
        .into_iter()
        .next())
}

/// Further messages to a case that wait, oldest day first; `opened_only` leaves out what no officer may read yet.
pub fn waiting_more(conn: &Conn, case: CaseId, opened_only: bool) -> Result<Vec<Item>, Problem> {
    items(
        conn,
        "case_id = $1 AND opened >= $2 ORDER BY day, id",
        params![case, opened_only],
    )
}

/// The case that a receipt belongs to, once it was taken up.
pub fn case_of(conn: &Conn, receipt: &str) -> Result<Option<CaseId>, Problem> {
    let row = conn.one(
        "SELECT id FROM incidents_cases WHERE receipt = $1",
        params![receipt],
    )?;
    Ok(row.map(|row| row.get("id")).transpose()?)
}

/// Opens everything; the controllers for which there was something new.
pub fn open_all(tx: &Tx<'_>) -> Result<Vec<ControllerId>, Problem> {
    let rows = tx.all(
        "SELECT DISTINCT controller_id FROM incidents_box WHERE opened = 0 ORDER BY controller_id",
        &[],
    )?;
    tx.run("UPDATE incidents_box SET opened = 1 WHERE opened = 0", &[])?;
    rows.iter()
        .map(|row| Ok(row.get("controller_id")?))
        .collect()
}

/// How many files lie beside an item.
pub fn count_files(conn: &Conn, id: BoxedId) -> Result<i64, Problem> {
    Ok(conn.value(
        "SELECT COUNT(*) FROM incidents_box_files WHERE box_id = $1",
        params![id],
    )?)
}

/// Takes an item out with its files.
pub fn take_out(tx: &Tx<'_>, id: BoxedId) -> Result<Vec<Enclosed>, Problem> {
    let rows = tx.all(
        "SELECT name, content FROM incidents_box_files WHERE box_id = $1 ORDER BY name, id",
        params![id],
    )?;
    let files = rows
        .iter()
        .map(|row| {
            Ok(Enclosed {
                name: row.get("name")?,
                bytes: row.get("content")?,
            })
        })
        .collect::<Result<Vec<_>, Problem>>()?;
    tx.run(
        "DELETE FROM incidents_box_files WHERE box_id = $1",
        params![id],
    )?;
    tx.run("DELETE FROM incidents_box WHERE id = $1", params![id])?;
    Ok(files)
}

/// Notes that a mail became a case; false when it had.
pub fn first_mail(tx: &Tx<'_>, key: &str, case: CaseId, day: Day) -> Result<bool, Problem> {
    let new = tx.run(
        "INSERT INTO incidents_mails (message, case_id, day) VALUES ($1, $2, $3)
         ON CONFLICT (message) DO NOTHING",
        params![key, case, day],
    )?;
    Ok(new == 1)
}

pub fn sweep_mails(tx: &Tx<'_>, before: Day) -> Result<(), Problem> {
    tx.run(
        "DELETE FROM incidents_mails WHERE day < $1",
        params![before],
    )?;
    Ok(())
}

/// How to reach the reporter of a case.
pub fn contact(conn: &Conn, case: CaseId) -> Result<Option<(ContactId, String)>, Problem> {
    let row = conn.one(
        "SELECT id, contact FROM incidents_contacts WHERE case_id = $1 ORDER BY id",
        params![case],
    )?;
    row.map(|row| Ok((row.get("id")?, row.get("contact")?)))
        .transpose()
}

pub fn add_contact(
    tx: &Tx<'_>,
    case: CaseId,
    controller: ControllerId,
    contact: &str,
) -> Result<ContactId, Problem> {
    let id = ContactId::random();
    tx.run(
        "INSERT INTO incidents_contacts (id, case_id, controller_id, contact) VALUES ($1, $2, $3, $4)",
        params![id, case, controller, contact],
    )?;
    Ok(id)
}

/// Contacts of cases that were closed before a moment.
pub fn old_contacts(conn: &Conn, before: kit::clock::Moment) -> Result<Vec<ContactId>, Problem> {
    let rows = conn.all(
        "SELECT c.id FROM incidents_contacts c JOIN incidents_cases i ON i.id = c.case_id
         WHERE i.closed_at < $1 ORDER BY c.id",
        params![before],
    )?;
    rows.iter().map(|row| Ok(row.get("id")?)).collect()
}

pub fn delete_contact(tx: &Tx<'_>, id: ContactId) -> Result<(), Problem> {
    let sql = format!("DELETE FROM {} WHERE id = $1", CONTACT.table);
    tx.run(&sql, params![id])?;
    Ok(())
}
