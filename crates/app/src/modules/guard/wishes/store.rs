//! SQL of the register of wishes.

use kit::clock::{Day, Moment};
use kit::db::{Conn, Row, Tx, Value};
use kit::params;
use kit::words::Lang;

use super::model::{Asked, Checked, Name, NameKind, Source};
use super::{ADDRESS, Import, ImportId, NAME_PURPOSE, NameId, WishId};
use crate::base::Problem;
use crate::base::keys::Keys;

/// Marks asked in one statement: far below what either engine allows in parameters.
const MANY: usize = 400;

/// A wish as a page shows it.
#[derive(Clone, Debug)]
pub struct WishRow {
    pub id: WishId,
    pub asked: Asked,
    pub wished: Option<String>,
    pub day: Day,
    pub source: Source,
    pub note: Option<String>,
    pub lang: Lang,
    pub at: Moment,
    pub by: String,
    pub answered: Option<Moment>,
    pub ended: Option<(Moment, String)>,
    pub names: Vec<Name>,
}

/// A wish that a mark led to.
#[derive(Clone, Debug)]
pub struct Hit {
    pub mark: String,
    pub id: WishId,
    pub asked: Asked,
    pub wished_mark: Option<String>,
}

/// What is hashed of a name: its kind first, so that no address can pass for a number.
pub fn hashed(name: &Name) -> String {
    format!("{}:{}", name.kind.code(), name.text)
}

fn place(table: &str, column: &str, id: &str) -> String {
    format!("{table}.{column}/{id}")
}

fn seal(
    keys: &Keys,
    column: &str,
    id: WishId,
    text: Option<&str>,
) -> Result<Option<Vec<u8>>, Problem> {
    let place = place("guard_wishes", column, &id.to_string());
    text.map(|text| keys.seal(&place, text.as_bytes()))
        .transpose()
}

/// Text that was sealed.
fn open(keys: &Keys, place: &str, sealed: Option<Vec<u8>>) -> Result<Option<String>, Problem> {
    let plain = sealed
        .map(|sealed| keys.unseal(place, &sealed))
        .transpose()?;
    Ok(plain.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()))
}

/// Stores a wish; its id and those of its names.
pub fn insert(tx: &Tx<'_>, keys: &Keys, wish: &Checked) -> Result<(WishId, Vec<NameId>), Problem> {
    let id = WishId::random();
    let wished_mark = wish.wished.as_ref().map(|text| keys.mark(ADDRESS, text));
    tx.run(
        "INSERT INTO guard_wishes (id, channel, wished, wished_mark, day, source, note, lang, at, by_mark)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        params![
            id,
            wish.asked.code(),
            seal(keys, "wished", id, wish.wished.as_deref())?,
            wished_mark,
            wish.day,
            wish.source.code(),
            seal(keys, "note", id, wish.note.as_deref())?,
            wish.lang.code(),
            tx.at(),
            tx.by()
        ],
    )?;
    let mut ids = Vec::new();
    for name in &wish.names {
        let own = NameId::random();
        let sealed = keys.seal(
            &place("guard_wishes_names", "sealed", &own.to_string()),
            hashed(name).as_bytes(),
        )?;
        tx.run(
            "INSERT INTO guard_wishes_names (id, wish_id, kind, mark, sealed) VALUES ($1, $2, $3, $4, $5)",
            params![own, id, name.kind.code(), keys.mark(NAME_PURPOSE, &hashed(name)), sealed],
        )?;
        ids.push(own);
    }
    note_key(tx, keys)?;
    Ok((id, ids))
}

/// Notes that hashes are stored under the newest key.
fn note_key(tx: &Tx<'_>, keys: &Keys) -> Result<(), Problem> {
    if let Some(name) = keys.mark_keys().first() {
        tx.run(
            "INSERT INTO guard_wishes_keys (name) VALUES ($1) ON CONFLICT (name) DO NOTHING",
            params![name],
        )?;
    }
    Ok(())
}

/// After a change of keys: no hash is stored under an older one any more.
pub fn only_newest_key(tx: &Tx<'_>, keys: &Keys) -> Result<(), Problem> {
    tx.run("DELETE FROM guard_wishes_keys", &[])?;
    note_key(tx, keys)
}

/// Names of the keys under which hashes are stored.
pub fn mark_keys(conn: &Conn) -> Result<Vec<String>, Problem> {
    let rows = conn.all("SELECT name FROM guard_wishes_keys ORDER BY name", &[])?;
    rows.iter().map(|row| Ok(row.get("name")?)).collect()
}

/// The wishes in force that these marks lead to.
pub fn of_marks(conn: &Conn, marks: &[&str]) -> Result<Vec<Hit>, Problem> {
    let mut found = Vec::new();
    for part in marks.chunks(MANY) {
        let places: Vec<String> = (1..=part.len()).map(|n| format!("${n}")).collect();
        let sql = format!(
            "SELECT n.mark, w.id, w.channel, w.wished_mark FROM guard_wishes_names n
             JOIN guard_wishes w ON w.id = n.wish_id
             WHERE w.ended_at IS NULL AND n.mark IN ({}) ORDER BY w.id, n.mark",
            places.join(", ")
        );
        let values: Vec<Value> = part.iter().map(|mark| Value::from(*mark)).collect();
        for row in conn.all(&sql, &values)? {
            found.push(Hit {
                mark: row.get("mark")?,
                id: row.get("id")?,
                asked: asked(&row)?,
                wished_mark: row.get("wished_mark")?,
            });
        }
    }
    Ok(found)
}

/// What can't be read counts as the strictest.
fn asked(row: &Row) -> Result<Asked, Problem> {
    Ok(Asked::parse(&row.get::<String>("channel")?).unwrap_or(Asked::Letter))
}

const WISH: &str = "SELECT id, channel, wished, day, source, note, lang, at, by_mark, answered_at, ended_at, ended_why
    FROM guard_wishes";

fn wish(keys: &Keys, row: &Row) -> Result<WishRow, Problem> {
    let id: WishId = row.get("id")?;
    let sealed = |column: &'static str| {
        open(
            keys,
            &place("guard_wishes", column, &id.to_string()),
            row.get(column)?,
        )
    };
    let ended: Option<Moment> = row.get("ended_at")?;
    let why: Option<String> = row.get("ended_why")?;
    Ok(WishRow {
        id,
        asked: asked(row)?,
        wished: sealed("wished")?,
        day: row.get("day")?,
        source: Source::parse(&row.get::<String>("source")?).unwrap_or(Source::Register),
        note: sealed("note")?,
        lang: Lang::parse(&row.get::<String>("lang")?).unwrap_or(Lang::En),
        at: row.get("at")?,
        by: row.get("by_mark")?,
        answered: row.get("answered_at")?,
        ended: ended.map(|at| (at, why.unwrap_or_default())),
        names: Vec::new(),
    })
}

/// One wish with its names.
pub fn one(conn: &Conn, keys: &Keys, id: WishId) -> Result<Option<WishRow>, Problem> {
    let sql = format!("{WISH} WHERE id = $1");
    let Some(row) = conn.one(&sql, params![id])? else {
        return Ok(None);
    };
    let mut all = vec![wish(keys, &row)?];
    with_names(conn, keys, &mut all)?;
    Ok(all.pop())
}

/// How many wishes are in the register, those that ended left out.
pub fn count_active(conn: &Conn) -> Result<i64, Problem> {
    Ok(conn.value(
        "SELECT COUNT(*) FROM guard_wishes WHERE ended_at IS NULL",
        &[],
    )?)
}

/// Wishes that were in force at a moment, those for less protection left out; `None` where none had ever been entered
/// by then, because 0 would tell that there was a register.
pub fn in_force(conn: &Conn, at: Moment) -> Result<Option<i64>, Problem> {
    let row = conn.one(
        "SELECT COUNT(*) AS entered, CAST(COALESCE(SUM(CASE
           WHEN channel <> $2 AND (ended_at IS NULL OR ended_at >= $1) THEN 1 ELSE 0 END), 0) AS BIGINT) AS valid
         FROM guard_wishes WHERE at < $1",
        params![at, Asked::Open.code()],
    )?;
    let Some(row) = row else { return Ok(None) };
    let entered: i64 = row.get("entered")?;
    Ok((entered > 0).then(|| row.get("valid")).transpose()?)
}

/// A page of the register, the newest first.
pub fn page(conn: &Conn, keys: &Keys, offset: i64, size: i64) -> Result<Vec<WishRow>, Problem> {
    let sql = format!("{WISH} WHERE ended_at IS NULL ORDER BY at DESC, id LIMIT $1 OFFSET $2");
    let rows = conn.all(&sql, params![size, offset])?;
    let mut all = rows
        .iter()
        .map(|row| wish(keys, row))
        .collect::<Result<Vec<_>, Problem>>()?;
    with_names(conn, keys, &mut all)?;
    Ok(all)
}

fn with_names(conn: &Conn, keys: &Keys, all: &mut [WishRow]) -> Result<(), Problem> {
    if all.is_empty() {
        return Ok(());
    }
    let places: Vec<String> = (1..=all.len()).map(|n| format!("${n}")).collect();
    let sql = format!(
        "SELECT id, wish_id, kind, sealed FROM guard_wishes_names WHERE wish_id IN ({}) ORDER BY kind, id",
        places.join(", ")
    );
    let ids: Vec<Value> = all.iter().map(|wish| Value::from(wish.id)).collect();
    for row in conn.all(&sql, &ids)? {
        let (id, of): (NameId, WishId) = (row.get("id")?, row.get("wish_id")?);
        let text = open(
            keys,
            &place("guard_wishes_names", "sealed", &id.to_string()),
            row.get("sealed")?,
        )?;
        let text = text.unwrap_or_default();
        let kind = NameKind::parse(&row.get::<String>("kind")?).unwrap_or(NameKind::Address);
        let text = text.split_once(':').map_or("", |(_, text)| text).to_owned();
        if let Some(wish) = all.iter_mut().find(|wish| wish.id == of) {
            wish.names.push(Name { kind, text });
        }
    }
    Ok(())
}

pub fn answered(tx: &Tx<'_>, id: WishId) -> Result<bool, Problem> {
    let done = tx.run(
        "UPDATE guard_wishes SET answered_at = $2, answered_by = $3 WHERE id = $1 AND answered_at IS NULL",
        params![id, tx.at(), tx.by()],
    )?;
    Ok(done == 1)
}

pub fn end(tx: &Tx<'_>, id: WishId, why: &str) -> Result<bool, Problem> {
    let done = tx.run(
        "UPDATE guard_wishes SET ended_at = $2, ended_by = $3, ended_why = $4 WHERE id = $1 AND ended_at IS NULL",
        params![id, tx.at(), tx.by(), why],
    )?;
    Ok(done == 1)
}

/// A file that waits for its confirmation.
#[derive(Clone, Debug)]
pub struct Waiting {
    pub by: String,
    /// Empty once it is done.
    pub content: Vec<u8>,
    pub outcome: Option<String>,
}

pub fn keep_import(tx: &Tx<'_>, keys: &Keys, content: &[u8]) -> Result<ImportId, Problem> {
    let id: kit::id::Id<Import> = ImportId::random();
    let sealed = keys.seal(
        &place("guard_wishes_imports", "content", &id.to_string()),
        content,
    )?;
    tx.run(
        "INSERT INTO guard_wishes_imports (id, by_mark, at, content) VALUES ($1, $2, $3, $4)",
        params![id, tx.by(), tx.at(), sealed],
    )?;
    Ok(id)
}

pub fn import(conn: &Conn, keys: &Keys, id: ImportId) -> Result<Option<Waiting>, Problem> {
    let row = conn.one(
        "SELECT by_mark, content, outcome FROM guard_wishes_imports WHERE id = $1",
        params![id],
    )?;
    let Some(row) = row else { return Ok(None) };
    let sealed: Option<Vec<u8>> = row.get("content")?;
    let at = place("guard_wishes_imports", "content", &id.to_string());
    let content = sealed.map(|sealed| keys.unseal(&at, &sealed)).transpose()?;
    Ok(Some(Waiting {
        by: row.get("by_mark")?,
        content: content.unwrap_or_default(),
        outcome: row.get("outcome")?,
    }))
}

pub fn finish_import(tx: &Tx<'_>, id: ImportId, outcome: &str) -> Result<(), Problem> {
    tx.run(
        "UPDATE guard_wishes_imports SET content = NULL, done_at = $2, outcome = $3 WHERE id = $1",
        params![id, tx.at(), outcome],
    )?;
    Ok(())
}

pub fn sweep_imports(tx: &Tx<'_>, before: Moment) -> Result<(), Problem> {
    tx.run(
        "DELETE FROM guard_wishes_imports WHERE at < $1",
        params![before],
    )?;
    Ok(())
}
