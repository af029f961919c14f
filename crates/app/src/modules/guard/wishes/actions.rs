//! The verbs of wishes.

use kit::clock::Day;
use kit::db::{Conn, Tx};
use serde::{Deserialize, Serialize};

use super::model::{Checked, Intake, Name};
use super::store::{self, Hit};
use super::{ImportId, NAME, NAME_PURPOSE, WISH, WishId};
use crate::base::keys::Keys;
use crate::base::subject::Subject;
use crate::base::{Actor, App, Problem, audit};

/// What came of entering a wish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entered {
    New(WishId),
    /// The same wish of the same person holds already.
    Known(WishId),
}

impl Entered {
    pub fn id(self) -> WishId {
        match self {
            Entered::New(id) | Entered::Known(id) => id,
        }
    }
}

/// Enters a wish, unless the same one holds already. Anybody who heard it may: it can only raise the protection.
pub fn enter(tx: &Tx<'_>, keys: &Keys, wish: &Checked) -> Result<Entered, Problem> {
    if let Some(known) = known(tx, keys, wish)? {
        audit::noted(tx, "guard.wish-again", &WISH.subject(known))?;
        return Ok(Entered::Known(known));
    }
    let (id, names) = store::insert(tx, keys, wish)?;
    audit::changed(tx, "guard.wish", WISH, id)?;
    for name in names {
        audit::changed(tx, "guard.wish", NAME, name)?;
    }
    Ok(Entered::New(id))
}

/// The wish in force that says the same of everybody this one names.
fn known(conn: &Conn, keys: &Keys, wish: &Checked) -> Result<Option<WishId>, Problem> {
    let marks: Vec<Vec<String>> = wish
        .names
        .iter()
        .map(|name: &Name| keys.marks(NAME_PURPOSE, &store::hashed(name)))
        .collect();
    let flat: Vec<&str> = marks.iter().flatten().map(String::as_str).collect();
    let hits = store::of_marks(conn, &flat)?;
    let wished = wish
        .wished
        .as_ref()
        .map(|text| keys.marks(super::ADDRESS, text));
    let same = |hit: &&Hit| {
        let address = match (&wished, &hit.wished_mark) {
            (Some(marks), Some(mark)) => marks.contains(mark),
            (None, None) => true,
            _ => false,
        };
        hit.asked == wish.asked && address
    };
    let whole = |id: WishId| {
        marks.iter().all(|of_one| {
            hits.iter()
                .any(|hit| hit.id == id && of_one.contains(&hit.mark))
        })
    };
    Ok(hits
        .iter()
        .filter(same)
        .map(|hit| hit.id)
        .find(|id| whole(*id)))
}

/// The person was told that a wish for less can't be followed, and why.
pub fn answered(tx: &Tx<'_>, id: WishId) -> Result<(), Problem> {
    if store::answered(tx, id)? {
        audit::changed(tx, "guard.wish-answered", WISH, id)?;
    }
    Ok(())
}

/// The person took the wish back. What the law asks holds all the same.
pub fn end(tx: &Tx<'_>, id: WishId, why: &str) -> Result<(), Problem> {
    if store::end(tx, id, why)? {
        audit::changed(tx, "guard.wish-ended", WISH, id)?;
    }
    Ok(())
}

/// Somebody looked whether a person has a wish, or at a wish with its names.
pub fn looked(tx: &Tx<'_>, id: Option<WishId>) -> Result<(), Problem> {
    let subject = id.map_or_else(|| Subject::named(WISH.kind, "none"), |id| WISH.subject(id));
    audit::noted(tx, "guard.wish-looked", &subject)
}

/// What a file holds, or what taking it in did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    pub records: usize,
    pub new: usize,
    pub known: usize,
    pub rejected: usize,
}

/// Keeps a file, sealed, until it is confirmed.
pub fn keep_import(tx: &Tx<'_>, keys: &Keys, intake: &Intake) -> Result<ImportId, Problem> {
    let json = serde_json::to_vec(intake).map_err(|error| Problem::Outside(error.to_string()))?;
    let id = store::keep_import(tx, keys, &json)?;
    audit::noted(
        tx,
        "guard.wish-file",
        &Subject::new("guard_wish_import", id),
    )?;
    Ok(id)
}

/// What a file would do now.
pub fn count(conn: &Conn, keys: &Keys, intake: &Intake, today: Day) -> Result<Outcome, Problem> {
    let mut outcome = Outcome {
        records: intake.taken.len() + intake.rejected.len(),
        rejected: intake.rejected.len(),
        ..Outcome::default()
    };
    for record in &intake.taken {
        match record.check(today) {
            Ok(checked) if known(conn, keys, &checked)?.is_some() => outcome.known += 1,
            Ok(_) => outcome.new += 1,
            Err(_) => outcome.rejected += 1,
        }
    }
    Ok(outcome)
}

/// Takes a file in that was confirmed.
pub fn take_in(tx: &Tx<'_>, keys: &Keys, id: ImportId, today: Day) -> Result<Outcome, Problem> {
    let waiting = store::import(tx, keys, id)?.ok_or(Problem::NotFound)?;
    if waiting.outcome.is_some() {
        return Err(Problem::refused("guard-wishes-import-twice"));
    }
    let intake: Intake = serde_json::from_slice(&waiting.content)
        .map_err(|error| Problem::Outside(error.to_string()))?;
    let mut outcome = Outcome {
        records: intake.taken.len() + intake.rejected.len(),
        rejected: intake.rejected.len(),
        ..Outcome::default()
    };
    for record in &intake.taken {
        match record.check(today).map(|checked| enter(tx, keys, &checked)) {
            Ok(entered) => match entered? {
                Entered::New(_) => outcome.new += 1,
                Entered::Known(_) => outcome.known += 1,
            },
            Err(_) => outcome.rejected += 1,
        }
    }
    let json =
        serde_json::to_string(&outcome).map_err(|error| Problem::Outside(error.to_string()))?;
    store::finish_import(tx, id, &json)?;
    audit::noted(
        tx,
        "guard.wish-import",
        &Subject::new("guard_wish_import", id),
    )?;
    Ok(outcome)
}

/// Files that nobody confirmed within a day.
pub fn sweep(app: &App) -> Result<(), Problem> {
    let before = app.now().plus_days(-1);
    app.write(&Actor::program("guard"), |tx| {
        store::sweep_imports(tx, before)
    })
}

/// After a change of keys.
pub fn marks_are_fresh(app: &App) -> Result<(), Problem> {
    app.write(&Actor::program("guard"), |tx| {
        store::only_newest_key(tx, &app.keys)
    })
}
