//! The verbs of notices.

use std::collections::BTreeMap;

use kit::clock::{Moment, Zone};
use kit::db::Tx;

use super::super::organisation::{self, ControllerId, PersonId};
use super::super::{Problem, Role, audit};
use super::{NOTICE, NoticeId, jobs, store};

/// Tells one person: the row now, the mail by a job of the same transaction. `args` hold no personal data and
/// nothing of what happened; `href` is an address of ours that begins with a slash.
pub fn tell(
    tx: &Tx<'_>,
    to: PersonId,
    kind: &'static str,
    args: &[(&str, &str)],
    href: &str,
) -> Result<(), Problem> {
    let id = NoticeId::at(tx.at());
    let args: BTreeMap<&str, &str> = args.iter().copied().collect();
    let json = serde_json::to_string(&args).map_err(|e| Problem::Outside(e.to_string()))?;
    store::insert(tx, id, to, kind, &json, href)?;
    audit::changed(tx, "notice.tell", NOTICE, id)?;
    jobs::enqueue(tx, id, tx.at())
}

/// Tells everybody who holds the role for the controller.
pub fn tell_holders(
    tx: &Tx<'_>,
    role: Role,
    controller: ControllerId,
    kind: &'static str,
    args: &[(&str, &str)],
    href: &str,
) -> Result<(), Problem> {
    // A write knows its moment and no zone. In the hours round midnight on which a duty changes hands, the day
    // before counts: the notice reaches the one who still has the keys.
    let day = Zone::utc().day_of(tx.at());
    for person in organisation::holders(tx, role, controller, day)? {
        tell(tx, person, kind, args, href)?;
    }
    Ok(())
}

/// The person has seen it.
pub fn read(tx: &Tx<'_>, id: NoticeId) -> Result<(), Problem> {
    if store::mark_read(tx, id)? {
        audit::noted(tx, "notice.read", &NOTICE.subject(id))?;
    }
    Ok(())
}

/// Writes down what became of the mail.
pub fn mailed(tx: &Tx<'_>, id: NoticeId, state: store::Mail) -> Result<(), Problem> {
    store::mark_mail(tx, id, state)?;
    audit::noted(tx, "notice.mail", &NOTICE.subject(id))
}

/// Puts the mail of notices in the queue again that waited for a server.
pub fn queue_waiting(tx: &Tx<'_>, since: Moment) -> Result<(), Problem> {
    let waiting = store::waiting(tx, since)?;
    for id in &waiting {
        jobs::enqueue(tx, *id, tx.at())?;
    }
    if waiting.is_empty() {
        return Ok(());
    }
    audit::noted(
        tx,
        "notice.queue",
        &super::super::subject::Subject::named("notice", "waiting"),
    )
}

/// What a person was told goes with the person.
pub fn forget(tx: &Tx<'_>, person: PersonId) -> Result<(), Problem> {
    for id in store::delete_of(tx, person)? {
        audit::erased(tx, audit::FORGOTTEN, NOTICE, id)?;
    }
    Ok(())
}
