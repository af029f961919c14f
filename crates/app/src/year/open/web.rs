//! `/open` and everything below it. Addresses are the names of the files: `/open/2025.fi.pdf`.

use askama::Template;
use kit::words::{Lang, Tongue};

use super::middle;
use crate::base::room::{Access, Route};
use crate::base::visit::{Answer, Download, Page, Reply, Visit};
use crate::base::{App, Problem};
use crate::year::publish::{self, EditionRow, File};

pub const ROUTES: [Route; 2] = [
    Route::get("/open", Access::Public, list),
    Route::get("/open/{file}", Access::Public, file),
];

#[derive(Template)]
#[template(path = "year/pages/open_list.html")]
struct List<'a> {
    w: &'a Tongue,
    municipality: String,
    years: Vec<EditionRow>,
}

#[derive(Template)]
#[template(path = "year/pages/open_year.html")]
struct Year<'a> {
    w: &'a Tongue,
    year: i32,
    body: &'a str,
    editions: &'a [EditionRow],
    /// The edition that is shown.
    shown: i64,
}

#[derive(Template)]
#[template(path = "year/pages/open_none.html")]
struct Nothing<'a> {
    w: &'a Tongue,
    title: &'a str,
}

fn list(app: &App, visit: &Visit) -> Answer {
    let w = &visit.tongue;
    let years = app.read(publish::published)?;
    let page = List {
        w,
        municipality: app.config.name(w.lang),
        years,
    };
    Page::new(w.t("open-list-title"), &page)?.open().answer()
}

/// What is asked for by the last part of the address.
#[derive(Debug, PartialEq)]
enum Asked {
    /// The page of a year.
    Year(i32),
    /// A file by its stored name.
    File(String),
}

/// `2025`, `2025.pdf` (in the reader's language), `2025.fi.pdf`, `2025.json` …; anything else is nothing.
fn asked(name: &str, lang: Lang) -> Option<Asked> {
    let mut parts = name.split('.');
    let first = parts.next()?;
    let year: i32 = first
        .parse()
        .ok()
        .filter(|year| (1900..=9999).contains(year) && first.len() == 4)?;
    let rest: Vec<&str> = parts.collect();
    let known = |code: &str| Lang::ALL.into_iter().any(|lang| lang.code() == code);
    let file = match rest.as_slice() {
        [] => return Some(Asked::Year(year)),
        ["pdf"] => format!("{year}.{lang}.pdf"),
        ["summary", "pdf"] => format!("{year}.summary.{lang}.pdf"),
        [code, "pdf" | "html"] | ["summary", code, "pdf"] if known(code) => name.to_owned(),
        ["json" | "csv"] | ["manifest", "json" | "sig"] => name.to_owned(),
        _ => return None,
    };
    Some(Asked::File(file))
}

/// An older edition is asked for by `?edition=`.
fn edition(visit: &Visit) -> Result<Option<i64>, Problem> {
    match visit.query.text("edition") {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| Problem::NotFound),
    }
}

fn file(app: &App, visit: &Visit) -> Answer {
    let lang = visit.tongue.lang;
    match asked(visit.param("file"), lang) {
        Some(Asked::Year(year)) => page(app, visit, year),
        Some(Asked::File(name)) => {
            let edition = edition(visit)?;
            let found = app.read(|conn| publish::file(conn, &name, edition))?;
            match found {
                Some(file) => download(visit, file),
                None => nothing(visit),
            }
        }
        None => nothing(visit),
    }
}

fn page(app: &App, visit: &Visit, year: i32) -> Answer {
    let w = &visit.tongue;
    let edition = edition(visit)?;
    let name = format!("{year}.{}.html", w.lang);
    let (found, editions) = app.read(|conn| {
        let file = publish::file(conn, &name, edition)?;
        let editions = publish::editions(conn, year)?;
        Ok::<_, Problem>((file, editions))
    })?;
    let Some(file) = found else {
        return nothing(visit);
    };
    let text = String::from_utf8_lossy(&file.content);
    let newest = editions.first().map_or(1, |row| row.edition);
    let page = Year {
        w,
        year,
        body: middle(&text),
        editions: &editions,
        shown: edition.unwrap_or(newest),
    };
    let title = w.one("open-title", "year", year.to_string());
    Page::new(title, &page)?.open().answer()
}

/// A page of its own instead of the general one: it says what is meant and where the published years are.
fn nothing(visit: &Visit) -> Answer {
    let w = &visit.tongue;
    let title = w.t("open-none-title");
    let page = Nothing { w, title: &title };
    Page::new(title.clone(), &page)?.open().status(404).answer()
}

fn download(visit: &Visit, file: File) -> Answer {
    let etag = format!("\"{}\"", file.digest);
    if visit
        .known
        .as_deref()
        .is_some_and(|known| known.split(',').any(|one| one.trim() == etag))
    {
        return Ok(Reply::NotModified);
    }
    let mime = match file.name.rsplit('.').next() {
        Some("pdf") => "application/pdf",
        Some("json") => "application/json",
        Some("csv") => "text/csv; charset=utf-8",
        Some("html") => "text/html; charset=utf-8",
        _ => "text/plain; charset=utf-8",
    };
    Ok(Reply::File(Download {
        name: file.name,
        mime,
        bytes: file.content,
        inline: true,
        etag: Some(etag),
        public: true,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_names_of_files() {
        let at = |name: &str| asked(name, Lang::Sv);
        let file = |name: &str| Some(Asked::File(name.to_owned()));
        assert_eq!(at("2025"), Some(Asked::Year(2025)));
        assert_eq!(at("2025.pdf"), file("2025.sv.pdf"));
        assert_eq!(at("2025.fi.pdf"), file("2025.fi.pdf"));
        assert_eq!(at("2025.summary.pdf"), file("2025.summary.sv.pdf"));
        assert_eq!(at("2025.summary.da.pdf"), file("2025.summary.da.pdf"));
        assert_eq!(at("2025.manifest.sig"), file("2025.manifest.sig"));
        for wrong in [
            "",
            "20250",
            "+202",
            "2025.exe",
            "2025.xx.pdf",
            "x",
            "2025.json.pdf",
            "2025.",
        ] {
            assert_eq!(at(wrong), None, "{wrong}");
        }
    }
}
