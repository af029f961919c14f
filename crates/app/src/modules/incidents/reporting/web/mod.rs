//! Routes and pages of the ways in.

mod about;
mod letterbox;
mod operator;
mod panel;
mod poster;
mod talk;
mod tell;

pub use panel::{due, panel};

use crate::base::Role;
use crate::base::room::{Access, Route};

/// Where the data protection officer finds what has come.
pub const LETTERBOX: &str = "/incidents/letterbox";

const OFFICER: Access = Access::Duty(&[Role::Dpo]);
/// Who may type a report for somebody on the phone: everybody who holds a duty that people turn to with such things.
/// The auditor only reads.
pub const OPERATORS: Access = Access::Duty(&[
    Role::Dpo,
    Role::Ciso,
    Role::Secretary,
    Role::Contact,
    Role::Administrator,
]);

pub const ROUTES: &[Route] = &[
    Route::outside_get("/tell", tell::form),
    Route::outside_post("/tell", tell::send),
    Route::outside_get("/tell/about", about::outside),
    Route::outside_get("/talk", talk::enter),
    Route::outside_post("/talk", talk::open),
    Route::outside_post("/talk/more", talk::more),
    Route::get("/report/about", Access::SignedIn, about::inside),
    Route::get("/report/poster", Access::SignedIn, poster::page),
    Route::get("/report/poster.pdf", Access::SignedIn, poster::pdf),
    Route::get("/report/poster.svg", Access::SignedIn, poster::svg),
    Route::get("/report/for-someone", OPERATORS, operator::form),
    Route::post("/report/for-someone", OPERATORS, operator::send),
    Route::get(LETTERBOX, OFFICER, letterbox::page),
    Route::post(LETTERBOX, OFFICER, letterbox::take_up),
    Route::get("/incidents/{id}/contact", OFFICER, letterbox::contact),
    Route::post(
        "/incidents/{id}/contact",
        OFFICER,
        letterbox::forget_contact,
    ),
];
