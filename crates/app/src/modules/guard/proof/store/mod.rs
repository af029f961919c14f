//! SQL of the evidence, of what was found, and of the counts.

mod counts;

use std::sync::LazyLock;

use kit::clock::Moment;
use kit::db::{Conn, Row, Tx, Value};
use kit::params;

pub use counts::{count, days, releases, sums, units};

use super::super::model::{Class, Level, MailId, Reason, Way};
use super::model::{Attempt, Outcome};
use super::{SentId, Showing};
use crate::base::organisation::{ControllerId, PersonId, UnitId};
use crate::base::{Problem, keys};

/// One attempt for one recipient.
#[derive(Clone, Debug)]
pub struct Sent {
    pub id: SentId,
    pub mail: MailId,
    pub at: Moment,
    pub message_id: String,
    pub queue_id: String,
    pub sender_id: Option<PersonId>,
    /// Keyed hash of the sender's address.
    pub sender: String,
    pub controller: ControllerId,
    pub unit: Option<UnitId>,
    /// Keyed hash of the recipient's address.
    pub recipient: String,
    pub domain: String,
    pub class: Class,
    pub level: Level,
    pub way: Way,
    pub would: Option<Way>,
    pub rule: String,
    pub reasons: Vec<Reason>,
    pub wish: bool,
    pub outcome: Outcome,
    pub again: bool,
    pub digest: String,
    /// JSON, as the transport measured it.
    pub evidence: Option<String>,
}

const COLUMNS: &str = "id, mail_id, at, message_id, queue_id, sender_id, sender, controller_id, unit_id, recipient, \
    domain, class, level, way, would, rule, reasons, wish, outcome, again, digest, evidence";

static INSERT: LazyLock<String> = LazyLock::new(|| {
    let places: Vec<String> = (1..=23).map(|n| format!("${n}")).collect();
    let places = places.join(", ");
    format!("INSERT INTO guard_sent ({COLUMNS}, salt) VALUES ({places}) RETURNING *")
});

/// Stores the attempts of one mail, each with its salt; gives the rows as they were stored.
pub fn insert(tx: &Tx<'_>, all: &[Sent]) -> Result<Vec<Row>, Problem> {
    let mut rows = Vec::with_capacity(all.len());
    for one in all {
        let reasons =
            serde_json::to_string(&one.reasons).map_err(|e| Problem::Outside(e.to_string()))?;
        let values = params![
            one.id,
            one.mail,
            one.at,
            one.message_id.as_str(),
            one.queue_id.as_str(),
            one.sender_id,
            one.sender.as_str(),
            one.controller,
            one.unit,
            one.recipient.as_str(),
            one.domain.as_str(),
            one.class.name(),
            one.level.code(),
            one.way.code(),
            one.would.map(Way::code),
            one.rule.as_str(),
            reasons,
            one.wish,
            one.outcome.code(),
            one.again,
            one.digest.as_str(),
            one.evidence.as_deref(),
            keys::salt()
        ];
        rows.push(tx.one(&INSERT, values)?.ok_or(Problem::NotFound)?);
    }
    Ok(rows)
}

fn sent(row: &Row) -> Result<Sent, Problem> {
    let text = |name: &str| row.get::<String>(name);
    let would: Option<String> = row.get("would")?;
    Ok(Sent {
        id: row.get("id")?,
        mail: row.get("mail_id")?,
        at: row.get("at")?,
        message_id: text("message_id")?,
        queue_id: text("queue_id")?,
        sender_id: row.get("sender_id")?,
        sender: text("sender")?,
        controller: row.get("controller_id")?,
        unit: row.get("unit_id")?,
        recipient: text("recipient")?,
        domain: text("domain")?,
        // A code that this program does not know is shown as the strictest.
        class: Class::of_name(&text("class")?).unwrap_or(Class::Sensitive),
        level: Level::parse(&text("level")?).unwrap_or(Level::HandOver),
        way: Way::parse(&text("way")?).unwrap_or(Way::Hold),
        would: would.as_deref().and_then(Way::parse),
        rule: text("rule")?,
        reasons: serde_json::from_str(&text("reasons")?).unwrap_or_default(),
        wish: row.get("wish")?,
        outcome: Outcome::parse(&text("outcome")?).unwrap_or(Outcome::Unknown),
        again: row.get("again")?,
        digest: text("digest")?,
        evidence: row.get("evidence")?,
    })
}

/// What was noted of a mail before.
pub fn attempts(conn: &Conn, mail: MailId) -> Result<Vec<Attempt>, Problem> {
    let sql = format!("SELECT {COLUMNS} FROM guard_sent WHERE mail_id = $1 ORDER BY at, id");
    let rows = conn.all(&sql, params![mail])?;
    rows.iter()
        .map(|row| sent(row).map(|one| one.attempt()))
        .collect()
}

impl Sent {
    /// As far as counting needs it.
    pub fn attempt(&self) -> Attempt {
        Attempt {
            way: self.way,
            would: self.would,
            wish: self.wish,
            outcome: self.outcome,
            exposed: super::exposed(self.way, self.would),
        }
    }
}

/// What is asked of the evidence. Everything given must hold.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    pub message_id: Option<String>,
    pub mail: Option<MailId>,
    /// Keyed hashes of one address, under every key there is.
    pub recipient: Vec<String>,
    pub from: Option<Moment>,
    pub until: Option<Moment>,
}

impl Asked {
    /// The ids of attempts are in the order of time, so they serve for what is asked of a time.
    fn sql(&self, scope: &str) -> (String, Vec<Value>) {
        let mut parts = vec![scope.to_owned()];
        let mut values: Vec<Value> = Vec::new();
        let mut add = |text: &str, value: Value| {
            values.push(value);
            parts.push(text.replace('?', &format!("${}", values.len())));
        };
        if let Some(id) = &self.message_id {
            add("message_id = ?", id.as_str().into());
        }
        if let Some(mail) = self.mail {
            add("mail_id = ?", mail.into());
        }
        if let Some(from) = self.from {
            add("id >= ?", SentId::first_at(from).into());
        }
        if let Some(until) = self.until {
            add("id < ?", SentId::first_at(until).into());
        }
        if !self.recipient.is_empty() {
            let places: Vec<String> = self
                .recipient
                .iter()
                .map(|hash| {
                    values.push(hash.as_str().into());
                    format!("${}", values.len())
                })
                .collect();
            parts.push(format!("recipient IN ({})", places.join(", ")));
        }
        (parts.join(" AND "), values)
    }
}

/// The attempts that were asked for, the newest first, and how many there are.
pub fn find(
    conn: &Conn,
    scope: &str,
    asked: &Asked,
    (limit, offset): (i64, i64),
) -> Result<(i64, Vec<Sent>), Problem> {
    let (wanted, mut values) = asked.sql(scope);
    let total = conn.value(
        &format!("SELECT COUNT(*) FROM guard_sent WHERE {wanted}"),
        &values,
    )?;
    values.extend([limit.into(), offset.into()]);
    let sql = format!(
        "SELECT {COLUMNS} FROM guard_sent WHERE {wanted} ORDER BY id DESC LIMIT ${} OFFSET ${}",
        values.len() - 1,
        values.len()
    );
    let rows = conn.all(&sql, &values)?;
    Ok((total, rows.iter().map(sent).collect::<Result<_, _>>()?))
}

/// A mail in which something was found, or that did not go as it came.
#[derive(Clone, Debug)]
pub struct Seen {
    pub id: MailId,
    pub controller: ControllerId,
    pub unit: Option<UnitId>,
    pub at: Moment,
    pub class: Class,
    pub persons: i64,
    pub children: bool,
    pub inspected: bool,
    pub dry: bool,
    pub exposed: bool,
    pub wish: bool,
    /// Masked.
    pub findings: Showing,
    pub found: i64,
    pub incident: Option<String>,
}

const SEEN: &str = "id, controller_id, unit_id, at, class, persons, children, inspected, dry, exposed, wish, findings, \
    found, incident_id";

fn seen(row: &Row) -> Result<Seen, Problem> {
    let (class, findings): (String, String) = (row.get("class")?, row.get("findings")?);
    Ok(Seen {
        id: row.get("id")?,
        controller: row.get("controller_id")?,
        unit: row.get("unit_id")?,
        at: row.get("at")?,
        class: Class::of_name(&class).unwrap_or(Class::Sensitive),
        persons: row.get("persons")?,
        children: row.get("children")?,
        inspected: row.get("inspected")?,
        dry: row.get("dry")?,
        exposed: row.get("exposed")?,
        wish: row.get("wish")?,
        findings: serde_json::from_str(&findings).unwrap_or_default(),
        found: row.get("found")?,
        incident: row.get("incident_id")?,
    })
}

/// A mail that was plainly clean has no row of its own: what its attempts tell.
pub fn seen_of(first: &Sent) -> Seen {
    Seen {
        id: first.mail,
        controller: first.controller,
        unit: first.unit,
        at: first.at,
        class: first.class,
        persons: 0,
        children: false,
        inspected: true,
        dry: first.would.is_some(),
        exposed: false,
        wish: first.wish,
        findings: Showing::default(),
        found: 0,
        incident: None,
    }
}

/// Stores it; what came again keeps its first row and may only become worse. True when the row changed.
pub fn put_seen(tx: &Tx<'_>, new: &Seen) -> Result<bool, Problem> {
    let findings =
        serde_json::to_string(&new.findings).map_err(|e| Problem::Outside(e.to_string()))?;
    let changed = tx.run(
        "INSERT INTO guard_seen (id, controller_id, unit_id, at, class, persons, children, inspected, dry, exposed,
           wish, findings, found) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
         ON CONFLICT (id) DO UPDATE SET exposed = 1, wish = CASE WHEN excluded.wish = 1 THEN 1 ELSE guard_seen.wish END
           WHERE guard_seen.exposed = 0 AND excluded.exposed = 1",
        params![
            new.id,
            new.controller,
            new.unit,
            new.at,
            new.class.name(),
            new.persons,
            new.children,
            new.inspected,
            new.dry,
            new.exposed,
            new.wish,
            findings,
            new.found
        ],
    )?;
    Ok(changed > 0)
}

pub fn one_seen(conn: &Conn, id: MailId) -> Result<Option<Seen>, Problem> {
    let sql = format!("SELECT {SEEN} FROM guard_seen WHERE id = $1");
    conn.one(&sql, params![id])?.as_ref().map(seen).transpose()
}

/// The mails of a scope, the newest first; `exposed` for those alone that left in spite of everything.
pub fn list_seen(
    conn: &Conn,
    scope: &str,
    exposed: bool,
    (limit, offset): (i64, i64),
) -> Result<(i64, Vec<Seen>), Problem> {
    let wanted = if exposed {
        format!("{scope} AND exposed = 1")
    } else {
        scope.to_owned()
    };
    let total = conn.value(
        &format!("SELECT COUNT(*) FROM guard_seen WHERE {wanted}"),
        &[],
    )?;
    let sql = format!(
        "SELECT {SEEN} FROM guard_seen WHERE {wanted} ORDER BY at DESC, id LIMIT $1 OFFSET $2"
    );
    let rows = conn.all(&sql, params![limit, offset])?;
    Ok((total, rows.iter().map(seen).collect::<Result<_, _>>()?))
}

pub fn link_incident(tx: &Tx<'_>, id: MailId, incident: &str) -> Result<(), Problem> {
    tx.run(
        "UPDATE guard_seen SET incident_id = $2 WHERE id = $1",
        params![id, incident],
    )?;
    Ok(())
}
