//! A mail that nobody owned goes to whoever is named for its mailbox, sealed again for that person.

use std::collections::{BTreeMap, BTreeSet};

use kit::db::{Conn, Tx};

use super::actions::{sealed_at, showing};
use super::store::{self, Stopped};
use super::{STOPPED, StoppedId, notify};
use crate::base::identity::actor::Scope;
use crate::base::organisation::PersonId;
use crate::base::{App, Problem, audit};

/// So many are looked at in one go.
const PAGE: i64 = 500;

/// Gives the person what was stopped from this address before they were named, and tells them.
///
/// # Errors
/// Content that cannot be opened.
pub fn adopt(app: &App, tx: &Tx<'_>, address: &str, owner: PersonId) -> Result<(), Problem> {
    let mut after = None;
    loop {
        let page = store::ownerless(tx, after, PAGE)?;
        let Some(last) = page.last() else {
            return Ok(());
        };
        after = Some((last.at, last.id));
        for row in page {
            take_over(app, tx, &row, address, owner)?;
        }
    }
}

/// One of them, if it is from this address.
fn take_over(
    app: &App,
    tx: &Tx<'_>,
    row: &Stopped,
    address: &str,
    owner: PersonId,
) -> Result<(), Problem> {
    let (sealed, message) = store::sealed(tx, row.id)?;
    let own = showing(app, row, sealed.as_deref())?
        .is_some_and(|showing| showing.sender.to_lowercase() == address);
    if !own {
        return Ok(());
    }
    let mine = Stopped {
        owner: Some(owner),
        ..row.clone()
    };
    let again = |column: &str, bytes: Option<Vec<u8>>| {
        let Some(bytes) = bytes else {
            return Ok(None);
        };
        let plain = app.keys.unseal(&sealed_at(row, column), &bytes)?;
        app.keys.seal(&sealed_at(&mine, column), &plain).map(Some)
    };
    let content = (again("sealed", sealed)?, again("message", message)?);
    store::put_owner(tx, row.id, owner, &content)?;
    audit::changed(tx, "guard.adopt", STOPPED, row.id)?;
    notify::ending(app, tx, &mine)
}

/// Addresses from which something was stopped and that nobody answers for, of these boards. Whoever notes mailboxes
/// must know which one to note; of the mails nothing else is told.
///
/// # Errors
/// Content that cannot be opened.
pub fn unowned(app: &App, conn: &Conn, boards: &Scope) -> Result<BTreeSet<String>, Problem> {
    let rows = store::ownerless(conn, None, PAGE)?;
    let rows = rows.iter().filter(|row| boards.admits(row.controller));
    let rows: Vec<&Stopped> = rows.collect();
    let ids: Vec<StoppedId> = rows.iter().map(|row| row.id).collect();
    let sealed: BTreeMap<_, _> = store::showings(conn, &ids)?.into_iter().collect();
    let mut found = BTreeSet::new();
    for row in rows {
        let sealed = sealed.get(&row.id).and_then(Option::as_deref);
        let sender = showing(app, row, sealed)?.map(|showing| showing.sender.to_lowercase());
        found.extend(sender.filter(|sender| !sender.is_empty()));
    }
    Ok(found)
}
