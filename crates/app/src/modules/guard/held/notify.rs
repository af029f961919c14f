//! What the sender is told, in their language: that a mail waits or went another way, what was found without saying
//! it, and the lawful ways. Never a word of the mail itself: the notice passes servers that are not ours.

use kit::db::Tx;
use kit::words::Tongue;

use super::super::model::{Found, Way};
use super::store::Stopped;
use super::{Telling, actions};
use crate::base::organisation::{self, PersonId};
use crate::base::{App, Problem, findings, notices};

/// So many findings are named in a notice; the page has the rest.
const NAMED: usize = 3;

/// Tells the owner of a mail that was just stopped or sent another way; without an owner the officer hears of it.
pub fn stopped(
    app: &App,
    tx: &Tx<'_>,
    row: &Stopped,
    telling: &Telling<'_>,
) -> Result<(), Problem> {
    let kind = match row.way {
        Way::Hold => "guard-notice-held",
        Way::Letter => "guard-notice-letter",
        Way::Refuse => "guard-notice-refused",
        Way::Portal => "guard-notice-portal",
        // By mail as it was, on a transport that is safe enough: the list shows it, no notice is needed.
        Way::Plain | Way::Verified => return Ok(()),
    };
    let Some(owner) = row.owner else {
        return notices::tell_holders(
            tx,
            actions::OWNERLESS,
            row.controller,
            "guard-notice-ownerless",
            &[],
            "/guard/mailboxes",
        );
    };
    let w = tongue(app, tx, owner)?;
    let found = named(&w, &telling.judged.found);
    let until = w.day(app.zone.day_of(row.until));
    let args = [("found", found.as_str()), ("until", until.as_str())];
    notices::tell(tx, owner, kind, &args, &address(row))
}

/// It could not be sent as decided.
pub fn again(app: &App, tx: &Tx<'_>, row: &Stopped) -> Result<(), Problem> {
    until(app, tx, row, "guard-notice-back")
}

/// Three days are left.
pub fn ending(app: &App, tx: &Tx<'_>, row: &Stopped) -> Result<(), Problem> {
    until(app, tx, row, "guard-notice-ending")
}

/// Nobody decided: it is gone.
pub fn expired(app: &App, tx: &Tx<'_>, row: &Stopped) -> Result<(), Problem> {
    until(app, tx, row, "guard-notice-expired")
}

fn until(app: &App, tx: &Tx<'_>, row: &Stopped, kind: &'static str) -> Result<(), Problem> {
    let Some(owner) = row.owner else {
        return Ok(());
    };
    let day = tongue(app, tx, owner)?.day(app.zone.day_of(row.until));
    notices::tell(tx, owner, kind, &[("until", &day)], &address(row))
}

fn address(row: &Stopped) -> String {
    format!("/my-mails/{}", row.id)
}

fn tongue(app: &App, tx: &Tx<'_>, owner: PersonId) -> Result<Tongue, Problem> {
    let lang = organisation::person(tx, owner)?.and_then(|person| person.lang);
    Ok(app.tongue(lang.unwrap_or(app.config.municipality.language)))
}

/// "CPR number (01••••-•••8) and health": numbers and names by their outline, everything else by its kind alone.
fn named(w: &Tongue, found: &Found) -> String {
    let mut parts: Vec<String> = Vec::new();
    for one in &found.findings {
        let text = if one.category.is_matter() {
            w.t(findings::category(one.category))
        } else {
            let args = [
                ("kind", w.t(findings::kind(one.kind)).into()),
                ("masked", one.masked.found.as_str().into()),
            ];
            w.with("guard-held-named", &args)
        };
        if !parts.contains(&text) && parts.len() < NAMED {
            parts.push(text);
        }
    }
    if parts.is_empty() && !found.unread.is_empty() {
        parts.push(w.t("guard-held-named-unread"));
    }
    if parts.is_empty() {
        parts.push(w.t("guard-held-named-nothing"));
    }
    w.list(&parts)
}
