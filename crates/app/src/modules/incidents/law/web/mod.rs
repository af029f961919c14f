//! Pages of the law on a case.

mod clocks;
mod like;
mod nis2;
pub mod panel;
mod severity;
pub mod times;

use crate::base::Role;
use crate::base::room::{Access, Route};

const READ: Access = Access::Duty(&[Role::Dpo, Role::Ciso, Role::Auditor]);
/// Judging is the data protection officer's.
const DECIDE: Access = Access::Duty(&[Role::Dpo]);
/// Significant incidents are also the information security officer's.
const WORK: Access = Access::Duty(&[Role::Dpo, Role::Ciso]);
/// Those who are reminded: the page tells of the deadline and nothing of the case.
const REMINDED: Access = Access::Duty(&[Role::Dpo, Role::Ciso, Role::Secretary]);

pub const ROUTES: &[Route] = &[
    Route::get("/incidents/{id}/clocks", READ, clocks::page),
    Route::post("/incidents/{id}/clocks", DECIDE, clocks::send),
    Route::get("/incidents/{id}/deadline", REMINDED, clocks::deadline),
    Route::get("/incidents/{id}/severity", READ, severity::page),
    Route::post("/incidents/{id}/severity", DECIDE, severity::send),
    Route::get("/incidents/{id}/like", READ, like::page),
    Route::get("/incidents/{id}/nis2", WORK, nis2::page),
    Route::post("/incidents/{id}/nis2", WORK, nis2::send),
];
