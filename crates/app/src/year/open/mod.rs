//! The public pages: what is published, for everybody, without a session and without a cookie.

mod web;

use askama::Template;
use kit::words::{Lang, Tongue};
use paper::Table;

pub use web::ROUTES;

use crate::base::Problem;
use crate::year::print::{self, House, Part, View};

/// The marks between which the page's own part stands in the stored file.
const OPENS: &str = "<main>\n";
const CLOSES: &str = "\n</main>";

#[derive(Template)]
#[template(path = "year/pages/open_sheet.html")]
struct Sheet<'a> {
    w: &'a Tongue,
    municipality: &'a str,
    /// The command that checks this year's files.
    command: String,
    title: String,
    fingerprint: &'a str,
    parts: Vec<Part>,
    contents: Vec<(String, String)>,
    files: Vec<Offered>,
}

/// A file to take away.
struct Offered {
    name: String,
    text: String,
}

#[derive(Template)]
#[template(path = "year/pages/open_file.html")]
struct File<'a> {
    lang: Lang,
    title: &'a str,
    opens: &'a str,
    body: &'a str,
    closes: &'a str,
}

/// The whole page of a sheet as a file that stands alone. The site shows its middle inside its own frame.
///
/// # Errors
/// [`Problem::Outside`] when a template fails, which only a fault of ours can cause.
pub fn sheet_page(view: &View<'_>, w: &Tongue, house: &House) -> Result<String, Problem> {
    let parts = print::whole(view, w, house);
    let contents = parts
        .iter()
        .filter_map(|part| match part {
            Part::Heading {
                level: 1,
                text,
                anchor,
            } => Some((anchor.clone(), text.clone())),
            _ => None,
        })
        .collect();
    let page = Sheet {
        w,
        municipality: &house.letterhead.municipality,
        command: format!(
            "tillit verify --published {}/open/{}",
            house.address, view.sheet.year
        ),
        title: view.title(w),
        fingerprint: &house.fingerprint,
        parts,
        contents,
        files: offered(w, view.sheet.year),
    };
    let fault = |error: askama::Error| Problem::Outside(format!("template: {error}"));
    let body = page.render().map_err(fault)?;
    let file = File {
        lang: w.lang,
        title: &format!("{} · {}", page.title, page.municipality),
        opens: OPENS,
        body: &body,
        closes: CLOSES,
    };
    file.render().map_err(fault)
}

fn offered(w: &Tongue, year: i32) -> Vec<Offered> {
    let lang = w.lang;
    let file = |name: String, word: &str| Offered {
        name,
        text: w.t(word),
    };
    vec![
        file(format!("{year}.{lang}.pdf"), "open-file-pdf"),
        file(format!("{year}.summary.{lang}.pdf"), "open-file-summary"),
        file(format!("{year}.json"), "open-file-json"),
        file(format!("{year}.csv"), "open-file-csv"),
        file(format!("{year}.manifest.json"), "open-file-manifest"),
        file(format!("{year}.manifest.sig"), "open-file-signature"),
    ]
}

/// The page's own part of a stored file.
fn middle(file: &str) -> &str {
    let start = file.find(OPENS).map_or(0, |at| at + OPENS.len());
    let end = file.rfind(CLOSES).unwrap_or(file.len());
    file.get(start..end).unwrap_or_default()
}

/// A chart as the page holds it.
fn picture(figure: &paper::Figure, id: &str) -> String {
    paper::chart::svg(&figure.chart, id, &figure.caption, &figure.alt)
}

/// Whether a column holds numbers.
fn is_number(table: &Table, column: &usize) -> bool {
    table.numeric.get(*column).copied().unwrap_or(false)
}
