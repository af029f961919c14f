//! Pages of the desk.

mod about;
pub mod book;
mod data;
mod history;
mod learned;
pub mod panels;
mod queue;
mod retention;
mod together;

use super::super::web::READERS;
use crate::base::Role;
use crate::base::room::{Access, Route};

/// The desk is the data protection officer's.
const DESK: Access = Access::Duty(&[Role::Dpo]);

/// Who reads the register.
const READ: Access = Access::Duty(READERS);

pub const ROUTES: &[Route] = &[
    Route::get("/incidents.pdf", READ, book::pdf),
    Route::get("/incidents.json", READ, data::data),
    Route::get("/incidents.veris.json", READ, data::veris),
    Route::get("/lessons", Access::SignedIn, learned::lessons),
    Route::get("/incidents/lists", DESK, learned::lists),
    Route::post("/incidents/lists", DESK, learned::add_point),
    Route::post("/incidents/lists/{point}/end", DESK, learned::end_point),
    Route::get("/incidents/import", DESK, history::start),
    Route::post("/incidents/import", DESK, history::take),
    Route::get("/incidents/import/{id}", DESK, history::preview),
    Route::post("/incidents/import/{id}", DESK, history::apply),
    Route::get("/incidents/retention", DESK, retention::page),
    Route::post("/incidents/retention/period", DESK, retention::period),
    Route::post("/incidents/retention/dispose", DESK, retention::dispose),
    Route::get("/incidents/{id}/about", DESK, about::form),
    Route::post("/incidents/{id}/about", DESK, about::send),
    Route::get("/incidents/{id}/list", DESK, learned::list),
    Route::post("/incidents/{id}/list", DESK, learned::tick),
    Route::get("/incidents/{id}/cause", DESK, learned::after_form),
    Route::post("/incidents/{id}/cause", DESK, learned::after),
    Route::get("/incidents/{id}/lesson", DESK, learned::after_form),
    Route::post("/incidents/{id}/lesson", DESK, learned::after),
    Route::post("/incidents/{id}/lesson/withdraw", DESK, learned::withdraw),
    Route::get("/incidents/queue", DESK, queue::page),
    Route::get("/incidents/{id}/merge", DESK, together::form),
    Route::post("/incidents/{id}/merge", DESK, together::send),
    Route::get("/incidents/{id}/split", DESK, together::form),
    Route::post("/incidents/{id}/split", DESK, together::send),
    Route::get("/incidents/{id}/link", DESK, together::form),
    Route::post("/incidents/{id}/link", DESK, together::send),
    Route::get("/incidents/{id}/bundle", DESK, together::form),
    Route::post("/incidents/{id}/bundle", DESK, together::send),
    Route::get("/incidents/{id}/false-alarm", DESK, together::form),
    Route::post("/incidents/{id}/false-alarm", DESK, together::send),
    Route::post("/incidents/{id}/untie/{link}", DESK, together::untie),
];
