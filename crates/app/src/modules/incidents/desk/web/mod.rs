//! Pages of the desk.

mod book;
pub mod panels;
mod queue;
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
    Route::get("/incidents.json", READ, book::data),
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
