//! Pages of the register of wishes. A person is never looked for by an address of a page: what is asked travels in
//! the body of a form, because addresses of pages are written down in many places.

mod import;
mod list;
mod new;
mod one;

use kit::words::{Lang, Tongue};

use super::model::{Asked, Source};
use crate::base::Role;
use crate::base::room::{Access, MenuItem, Route, Topic};

/// The register as a whole is the data protection officer's.
const OFFICER: Access = Access::Duty(&[Role::Dpo]);

pub const ROUTES: &[Route] = &[
    Route::get("/guard/wishes", Access::SignedIn, list::page),
    Route::post("/guard/wishes/look", Access::SignedIn, list::look),
    Route::get("/guard/wishes/new", Access::SignedIn, new::form),
    Route::post("/guard/wishes/new", Access::SignedIn, new::send),
    Route::get("/guard/wishes/import", OFFICER, import::start),
    Route::post("/guard/wishes/import", OFFICER, import::take),
    Route::get("/guard/wishes/import/{id}", OFFICER, import::preview),
    Route::post("/guard/wishes/import/{id}", OFFICER, import::apply),
    Route::get("/guard/wishes/{id}", Access::SignedIn, one::page),
    Route::post(
        "/guard/wishes/{id}/answered",
        Access::SignedIn,
        one::answered,
    ),
    Route::post("/guard/wishes/{id}/end", OFFICER, one::end),
];

pub const MENU: MenuItem = MenuItem {
    word: "guard-wishes-menu",
    topic: Topic::Mail,
    href: "/guard/wishes",
    access: Access::SignedIn,
    place: 62,
};

fn channels(w: &Tongue) -> Vec<(String, String)> {
    let line = |asked: Asked| (asked.code().to_owned(), w.t(asked.word()));
    Asked::ALL.into_iter().map(line).collect()
}

fn sources(w: &Tongue) -> Vec<(String, String)> {
    let line = |source: Source| (source.code().to_owned(), w.t(source.word()));
    Source::TYPED.into_iter().map(line).collect()
}

fn languages() -> Vec<(String, String)> {
    let line = |lang: Lang| (lang.code().to_owned(), lang.autonym().to_owned());
    Lang::ALL.into_iter().map(line).collect()
}
