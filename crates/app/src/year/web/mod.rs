//! Pages of a year for those who keep and read it.

mod chart;
mod edit;
mod errata;
mod figure;
mod import;
mod list;
mod overview;
mod section;
mod show;
mod targets;
mod text;

use kit::form::{Faults, Fields};
use kit::words::{Arg, Lang, Texts, Tongue};

use super::catalogue::{self, Section};
use super::model::{TEXT_FIELDS, Texted};
use super::rights::READERS;
use crate::base::Problem;
use crate::base::room::{Access, MenuItem, Route, Topic};
use crate::base::visit::Visit;

const ACCESS: Access = Access::Duty(READERS);

pub const ROUTES: &[Route] = &[
    Route::get("/year", ACCESS, list::page),
    Route::post("/year", ACCESS, list::open),
    Route::get("/year/{year}", ACCESS, overview::page),
    Route::post("/year/{year}/close", ACCESS, overview::close),
    Route::get("/year/{year}/approve", ACCESS, overview::approve_form),
    Route::post("/year/{year}/approve", ACCESS, overview::approve),
    Route::get("/year/{year}/section/{section}", ACCESS, section::page),
    Route::get("/year/{year}/section/{section}/edit", ACCESS, edit::page),
    Route::post("/year/{year}/section/{section}/edit", ACCESS, edit::save),
    Route::get("/year/{year}/section/{section}/text", ACCESS, text::page),
    Route::post("/year/{year}/section/{section}/text", ACCESS, text::save),
    Route::post(
        "/year/{year}/section/{section}/remove",
        ACCESS,
        text::remove,
    ),
    Route::post("/year/{year}/section/{section}/order", ACCESS, text::order),
    Route::post("/year/{year}/section/{section}/stage", ACCESS, text::stage),
    Route::post(
        "/year/{year}/section/{section}/comment",
        ACCESS,
        text::comment,
    ),
    Route::post("/year/{year}/section/{section}/plan", ACCESS, text::plan),
    Route::get("/year/{year}/figure/{key}", ACCESS, figure::page),
    Route::get("/year/{year}/import", ACCESS, import::page),
    Route::post("/year/{year}/import", ACCESS, import::preview),
    Route::post("/year/{year}/import/{file}", ACCESS, import::apply),
    Route::get("/year/{year}/targets", ACCESS, targets::page),
    Route::post("/year/{year}/targets", ACCESS, targets::save),
    Route::get("/year/{year}/targets/{target}", ACCESS, targets::one),
    Route::post("/year/{year}/targets/{target}", ACCESS, targets::note),
    Route::post(
        "/year/{year}/targets/{target}/carry",
        ACCESS,
        targets::carry,
    ),
    Route::get("/year/{year}/errata", ACCESS, errata::page),
    Route::post("/year/{year}/errata", ACCESS, errata::save),
];

pub const MENU: &[MenuItem] = &[MenuItem {
    word: "year-menu",
    topic: Topic::Year,
    href: "/year",
    access: ACCESS,
    place: 40,
}];

/// The year in the path; what is no year is simply not found.
fn year_of(visit: &Visit) -> Result<i32, Problem> {
    let text = visit.param("year");
    let digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    digits
        .then(|| text.parse().ok())
        .flatten()
        .ok_or(Problem::NotFound)
}

/// The section in the path.
fn section_of(visit: &Visit) -> Result<&'static Section, Problem> {
    visit
        .param("section")
        .parse()
        .ok()
        .and_then(catalogue::section)
        .ok_or(Problem::NotFound)
}

/// A text per language as fields of a form, in the order of the language menu but the reader's own first.
fn text_fields(lang: Lang) -> Vec<Texted> {
    let mut fields: Vec<Texted> = TEXT_FIELDS
        .iter()
        .map(|(of, field)| Texted {
            code: of.code(),
            field,
            name: of.autonym().to_owned(),
            own: *of == lang,
        })
        .collect();
    fields.sort_by_key(|one| !one.own);
    fields
}

/// The fields of a text that is there.
fn filled(fields: &mut Fields, texts: &Texts) {
    for (lang, field) in TEXT_FIELDS {
        fields.set(field, texts.get(lang).unwrap_or(""));
    }
}

/// A figure by its name, where a rule knows it by its key.
fn name_of(w: &Tongue, key: &str) -> String {
    catalogue::definition(key)
        .map_or_else(|| key.to_owned(), |def| def.name.best(w.lang).to_owned())
}

/// What a message speaks of, with figures by their names.
fn named(w: &Tongue, args: &[(&'static str, Arg)]) -> Vec<(&'static str, Arg)> {
    args.iter()
        .map(|(name, arg)| match arg {
            Arg::Text(text) => (*name, Arg::Text(name_of(w, text))),
            number => (*name, number.clone()),
        })
        .collect()
}

/// Faults that speak of figures by their names.
fn named_faults(w: &Tongue, faults: &Faults) -> Faults {
    let mut named = Faults::new();
    for fault in faults.iter() {
        named.add_with(fault.field, fault.message, self::named(w, &fault.args));
    }
    named
}
