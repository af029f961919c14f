//! Pages of the officer, the auditor, the manager and the second reader.

mod evidence;
mod eyes;
mod mailboxes;
pub mod mails;
mod second;
mod units;
mod weeks;

use kit::words::Tongue;

use crate::base::organisation::{self, ControllerRow};
use crate::base::room::{Access, Route};
use crate::base::visit::Visit;
use crate::base::{App, Problem, Role};

const OFFICER: Access = Access::Duty(&[Role::Dpo]);
/// Evidence is for those who have to show how information was protected, and those who check it.
const EVIDENCE: Access = Access::Duty(&[Role::Dpo, Role::Auditor]);

pub const ROUTES: &[Route] = &[
    Route::get("/guard/mails", OFFICER, mails::list),
    Route::get("/guard/mails/{id}", OFFICER, mails::one),
    Route::get("/guard/evidence", EVIDENCE, evidence::page),
    Route::post("/guard/evidence", EVIDENCE, evidence::search),
    Route::post("/guard/evidence.csv", EVIDENCE, evidence::csv),
    Route::post("/guard/evidence.json", EVIDENCE, evidence::json),
    Route::post("/guard/evidence.pdf", EVIDENCE, evidence::pdf),
    Route::get(
        "/guard/weeks",
        Access::Duty(&[Role::Dpo, Role::Ciso, Role::Auditor]),
        weeks::page,
    ),
    Route::get("/guard/units", Access::DutyOrManager(&[]), units::page),
    Route::get("/guard/mailboxes", OFFICER, mailboxes::page),
    Route::post("/guard/mailboxes", OFFICER, mailboxes::add),
    Route::post("/guard/mailboxes/{id}/end", OFFICER, mailboxes::end),
    Route::get("/guard/eyes", OFFICER, eyes::page),
    Route::post("/guard/eyes", OFFICER, eyes::open),
    Route::post("/guard/eyes/{id}/end", OFFICER, eyes::close),
    Route::get("/guard/second", Access::SignedIn, second::list),
    Route::post("/guard/second/{id}", Access::SignedIn, second::open),
];

/// Boards with the names they have or had.
fn boards(app: &App) -> Result<Vec<ControllerRow>, Problem> {
    app.read(|conn| organisation::controllers(conn, kit::clock::Day::MIN, kit::clock::Day::MAX))
}

fn board_name(w: &Tongue, boards: &[ControllerRow], id: organisation::ControllerId) -> String {
    boards
        .iter()
        .find(|board| board.id == id)
        .map(|board| board.name.best(w.lang).to_owned())
        .unwrap_or_default()
}

/// The boards for which the visitor is officer, as choices of a form.
fn own_boards(app: &App, visit: &Visit) -> Result<Vec<(String, String)>, Problem> {
    let w = &visit.tongue;
    let mut named: Vec<(String, String)> = boards(app)?
        .iter()
        .filter(|one| visit.actor.editor_of(one.id).is_ok())
        .map(|one| (one.id.to_string(), one.name.best(w.lang).to_owned()))
        .collect();
    w.sort_by(&mut named, |(_, name)| name);
    Ok(named)
}
