//! The ledger: what became of a mail for each recipient.

use kit::clock::Moment;
use kit::db::{Conn, Tx, Value};
use kit::params;

use super::super::model::MailId;
use super::Engine;
use super::ledger::{Ended, Owner, Standing};
use crate::base::Problem;

/// Recipients in one question, far below what either engine allows in parameters.
const MANY: usize = 200;

/// How a mail stands for these recipients, in their order.
pub fn standing(
    conn: &Conn,
    mail: MailId,
    recipients: &[String],
    engine: &Engine,
    now: Moment,
) -> Result<Vec<Standing>, Problem> {
    let me = &engine.me;
    let mut found = std::collections::HashMap::new();
    for part in recipients.chunks(MANY) {
        let places: Vec<String> = (2..part.len() + 2).map(|n| format!("${n}")).collect();
        let sql = format!(
            "SELECT recipient, state, outcome, owner, until_at, attempts, first_at, at FROM guard_ways
             WHERE mail = $1 AND recipient IN ({})",
            places.join(", ")
        );
        let mut values: Vec<Value> = vec![Value::from(mail)];
        values.extend(part.iter().map(Value::from));
        for row in conn.all(&sql, &values)? {
            let recipient: String = row.get("recipient")?;
            let state: String = row.get("state")?;
            let outcome: String = row.get("outcome")?;
            let owner: String = row.get("owner")?;
            let until: Moment = row.get("until_at")?;
            let attempts: i64 = row.get("attempts")?;
            let first: Moment = row.get("first_at")?;
            let standing = match (state.as_str(), Ended::parse(&outcome)) {
                ("done", Some(ended)) => Standing::Done(ended),
                ("doing", _) if until > now && !me.outlives(&owner) => Standing::Busy,
                ("doing", _) => {
                    let start = me.start_of(&owner).unwrap_or_default();
                    let unsent = engine
                        .begun
                        .is_unsent(start, (mail, &recipient), row.get("at")?);
                    Standing::without_end(attempts, first, unsent)
                }
                _ => Standing::Later { since: first },
            };
            found.insert(recipient, standing);
        }
    }
    Ok(recipients
        .iter()
        .map(|one| found.remove(one).unwrap_or(Standing::New))
        .collect())
}

/// Takes the lease for one recipient until then, for a try after which it was begun `tries` times without an end that
/// anybody knows; false when somebody else has it, or it is done.
pub fn begin(
    tx: &Tx<'_>,
    mail: MailId,
    recipient: &str,
    me: &Owner,
    (until, tries): (Moment, i64),
) -> Result<bool, Problem> {
    let changed = tx.run(
        "INSERT INTO guard_ways (mail, recipient, state, outcome, owner, until_at, attempts, first_at, at)
         VALUES ($1, $2, 'doing', '', $3, $4, $7, $5, $5)
         ON CONFLICT (mail, recipient) DO UPDATE SET state = 'doing', owner = $3, until_at = $4, at = $5,
           attempts = $7
         WHERE guard_ways.state = 'later'
           OR (guard_ways.state = 'doing'
               AND (guard_ways.until_at <= $5 OR (guard_ways.owner LIKE $6 AND guard_ways.owner <> $3)))",
        params![
            mail,
            recipient,
            me.code(),
            until,
            tx.at(),
            me.elder_pattern(),
            tries
        ],
    )?;
    Ok(changed == 1)
}

/// Writes down how it ended; false when it was done already, and then nothing may happen a second time.
pub fn done(
    tx: &Tx<'_>,
    mail: MailId,
    recipient: &str,
    me: &Owner,
    ended: Ended,
) -> Result<bool, Problem> {
    let changed = tx.run(
        "INSERT INTO guard_ways (mail, recipient, state, outcome, owner, until_at, attempts, first_at, at)
         VALUES ($1, $2, 'done', $4, $3, $5, 0, $5, $5)
         ON CONFLICT (mail, recipient) DO UPDATE SET state = 'done', outcome = $4, at = $5
         WHERE guard_ways.state <> 'done'",
        params![mail, recipient, me.code(), ended.code(), tx.at()],
    )?;
    Ok(changed == 1)
}

/// This try has certainly sent nothing: another may follow at once. What an earlier try has left unknown stays
/// unknown, so that the next one is marked as a repeat: it is nobody's any more, and no notes tell of it (`begun`).
pub fn later(tx: &Tx<'_>, mail: MailId, recipient: &str, me: &Owner) -> Result<(), Problem> {
    tx.run(
        "INSERT INTO guard_ways (mail, recipient, state, outcome, owner, until_at, attempts, first_at, at)
         VALUES ($1, $2, 'later', '', $3, $4, 0, $4, $4)
         ON CONFLICT (mail, recipient) DO UPDATE SET until_at = $4, at = $4,
           state = CASE WHEN guard_ways.attempts > 1 THEN 'doing' ELSE 'later' END, owner = '',
           attempts = guard_ways.attempts - 1
         WHERE guard_ways.state = 'doing'",
        params![mail, recipient, me.code(), tx.at()],
    )?;
    Ok(())
}

/// Nobody knows how it ended, no notes either: whoever comes next may try once more.
pub fn unknown(tx: &Tx<'_>, mail: MailId, recipient: &str) -> Result<(), Problem> {
    tx.run(
        "UPDATE guard_ways SET until_at = $3, at = $3, owner = ''
         WHERE mail = $1 AND recipient = $2 AND state = 'doing'",
        params![mail, recipient, tx.at()],
    )?;
    Ok(())
}

/// Rows of mails that came before a moment, when no queue can ask about them any more.
pub fn sweep(tx: &Tx<'_>, before: Moment) -> Result<u64, Problem> {
    let sql = "DELETE FROM guard_ways WHERE first_at < $1";
    Ok(tx.run(sql, params![before])?)
}

/// Whether a mail that came after a moment has ended for a recipient (the probe of `guard check`).
pub fn has_ended(conn: &Conn, recipient: &str, since: Moment) -> Result<bool, Problem> {
    let found = conn.one(
        "SELECT 1 AS one FROM guard_ways WHERE recipient = $1 AND state = 'done' AND first_at >= $2 LIMIT 1",
        params![recipient, since],
    )?;
    Ok(found.is_some())
}
