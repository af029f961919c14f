//! A form that is sent twice counts once. Each form carries a random token; the write that uses it first
//! stores where it led, and a repetition is led to the same place.

use kit::db::Tx;
use kit::id::Id;
use kit::params;

use super::Problem;
use super::visit::Visit;

struct Token;

/// A fresh token for a form.
pub fn token() -> String {
    Id::<Token>::random().to_string()
}

/// Runs `action` unless this form was already accepted; either way gives the address to go to.
///
/// # Errors
/// The action's own; a form without a proper token is refused (`problem-form-old`); of a form that was larger than it
/// may be nothing is stored, and it comes back.
pub fn first(
    tx: &Tx<'_>,
    visit: &Visit,
    action: impl FnOnce(&Tx<'_>) -> Result<String, Problem>,
) -> Result<String, Problem> {
    first_or(tx, visit, action, |_, led_to| Ok(led_to))
}

/// The same, but of a form that was accepted already `again` says where it leads, given where it led: where people
/// write in their own words, a repetition may bring others, and they are kept.
///
/// # Errors
/// As [`first`], and those of `again`.
pub fn first_or(
    tx: &Tx<'_>,
    visit: &Visit,
    action: impl FnOnce(&Tx<'_>) -> Result<String, Problem>,
    again: impl FnOnce(&Tx<'_>, String) -> Result<String, Problem>,
) -> Result<String, Problem> {
    let Some(token) = Id::<Token>::parse(visit.form.text("once")) else {
        return Err(Problem::refused("problem-form-old"));
    };
    visit.whole()?;
    let used = tx.one(
        "SELECT led_to FROM once_forms WHERE token = $1 AND who = $2",
        params![token, tx.by()],
    )?;
    if let Some(row) = used {
        return again(tx, row.get("led_to")?);
    }
    let to = action(tx)?;
    tx.run(
        "INSERT INTO once_forms (token, who, led_to, day) VALUES ($1, $2, $3, $4)",
        params![token, tx.by(), to.as_str(), visit.today],
    )?;
    Ok(to)
}

/// Forgets tokens older than `before`; a form that old is filled in again.
pub fn sweep(tx: &Tx<'_>, before: kit::clock::Day) -> Result<(), Problem> {
    tx.run("DELETE FROM once_forms WHERE day < $1", params![before])?;
    Ok(())
}
