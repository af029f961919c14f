//! The verbs: publish a year, and write its files to a folder.

use std::path::Path;

use kit::db::Tx;

use super::store::{self, EditionRow};
use super::withholding::{self, Past, Public};
use super::{files, files::Made};
use crate::base::{Actor, App, Problem, audit};
use crate::year::model::agree;
use crate::year::rights::{self, Keeper};
use crate::year::sheet::{self, Sheet, State};

/// What was published.
#[derive(Clone, Debug, PartialEq)]
pub struct Publication {
    pub year: i32,
    pub edition: i64,
    /// Names of its files.
    pub files: Vec<String>,
    /// Cells of the sheet that the public version leaves out.
    pub withheld: usize,
}

struct Ready {
    sheet: Sheet,
    past: Vec<Past>,
    edition: i64,
}

/// Publishes an approved year, or a further edition of a published one to which errata were added.
///
/// # Errors
/// [`Problem::Forbidden`] for anybody but a keeper of the year;
/// [`Problem::Refused`] when the year is not approved, when a published year has no new erratum, when its
/// errata contradict other figures, and when it could not be proved that nothing withheld is given back.
pub fn publish(app: &App, actor: &Actor, year: i32) -> Result<Publication, Problem> {
    publish_telling(app, actor, year, &mut |_, _| {})
}

/// The same, telling how many of how many documents are printed.
///
/// # Errors
/// As [`publish`].
pub fn publish_telling(
    app: &App,
    actor: &Actor,
    year: i32,
    told: &mut dyn FnMut(usize, usize),
) -> Result<Publication, Problem> {
    let keeper = rights::keeper(actor)?;
    let ready = app.read(|conn| {
        let sheet = sheet::sheet(app, conn, year, None)?;
        let editions = store::editions(conn, year)?;
        let edition = next(&sheet, &editions)?;
        let past = store::past(conn, &sheet.years)?;
        Ok::<_, Problem>(Ready {
            sheet,
            past,
            edition,
        })
    })?;
    let torn = agree::torn(&ready.sheet).len();
    if torn > 0 {
        return Err(Problem::Refused(
            "open-refused-torn",
            vec![("count", torn.into())],
        ));
    }
    let public = withholding::public(&ready.sheet, &ready.past);
    let exposed = public.exposed().count();
    if exposed > 0 {
        return Err(Problem::Refused(
            "open-refused-exposed",
            vec![("count", exposed.into())],
        ));
    }
    let made = files::all(app, &ready.sheet, &public, ready.edition, told)?;
    app.write(actor, |tx| keep(tx, keeper, &ready, &public, &made))
}

/// The number of the edition that may be published now.
fn next(sheet: &Sheet, editions: &[EditionRow]) -> Result<i64, Problem> {
    match (&sheet.state, editions.first()) {
        (State::Approved, None) => Ok(1),
        (State::Published { .. } | State::Approved, Some(last)) => {
            let new = sheet.errata.len() as i64 > last.errata;
            let refused = || Problem::refused("open-refused-nothing-new");
            new.then_some(last.edition + 1).ok_or_else(refused)
        }
        _ => Err(Problem::refused("open-refused-state")),
    }
}

fn keep(
    tx: &Tx<'_>,
    keeper: Keeper,
    ready: &Ready,
    public: &Public,
    made: &[Made],
) -> Result<Publication, Problem> {
    let (sheet, year) = (&ready.sheet, ready.sheet.year);
    // Something published in the meantime might, together with this, give a withheld count back.
    let meanwhile = store::past(tx, &sheet.years)? != ready.past
        || store::editions(tx, year)?.len() as i64 + 1 != ready.edition;
    if meanwhile {
        return Err(Problem::refused("open-refused-meanwhile"));
    }
    let edition = EditionRow {
        year,
        edition: ready.edition,
        snapshot: sheet.number,
        errata: sheet.errata.len() as i64,
        at: tx.at(),
    };
    let id = store::add_edition(tx, &edition, &store::digest(&public.added))?;
    audit::changed(tx, "year.publish", store::EDITION, id)?;
    for file in made {
        let id = store::add_file(tx, year, ready.edition, file)?;
        audit::changed(tx, "year.publish", store::FILE, id)?;
    }
    store::add_cells(tx, year, &public.added)?;
    crate::year::actions::published(tx, keeper, year)?;
    Ok(Publication {
        year,
        edition: ready.edition,
        files: made.iter().map(|file| file.name.clone()).collect(),
        withheld: public.held.len(),
    })
}

/// Writes all files of a year into a folder: the newest edition there, older ones in `edition-N`. Returns the
/// names of the newest.
///
/// # Errors
/// [`Problem::NotFound`] when the year is not published; [`Problem::Outside`] when the folder cannot be written.
pub fn export(app: &App, year: i32, folder: &Path) -> Result<Vec<String>, Problem> {
    app.read(|conn| {
        let editions = store::editions(conn, year)?;
        let newest = editions.first().ok_or(Problem::NotFound)?.edition;
        for row in &editions {
            let place = if row.edition == newest {
                folder.to_owned()
            } else {
                folder.join(format!("edition-{}", row.edition))
            };
            std::fs::create_dir_all(&place)?;
            for name in store::names(conn, year, row.edition)? {
                let file = store::file(conn, year, Some(row.edition), &name)?;
                let file = file.ok_or(Problem::NotFound)?;
                std::fs::write(place.join(&file.name), &file.content)?;
            }
        }
        store::names(conn, year, newest)
    })
}
