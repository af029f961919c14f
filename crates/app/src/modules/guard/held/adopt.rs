//! A mail that nobody owned goes to whoever is named for its mailbox, sealed again for that person.

use kit::db::Tx;

use super::actions::{sealed_at, showing};
use super::store::{self, Stopped};
use super::{STOPPED, notify};
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
