//! All files of one edition, made before anything is written: printing takes seconds and must not keep others
//! from writing.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;

use kit::words::{Lang, Texts, Tongue};
use paper::Document;

use super::manifest::{Approved, Head, Listed, Manifest, digest};
use super::open_data;
use super::withholding::Public;
use crate::base::keys::hex;
use crate::base::{App, Letterhead, Problem};
use crate::year::open;
use crate::year::print::{self, House, View};
use crate::year::sheet::Sheet;

/// Documents that are printed at the same time.
const AT_ONCE: usize = 2;

/// A file that is not stored yet.
pub struct Made {
    pub name: String,
    pub mime: &'static str,
    pub digest: String,
    pub content: Vec<u8>,
}

impl Made {
    fn new(name: String, mime: &'static str, content: Vec<u8>) -> Made {
        Made {
            digest: digest(&content),
            name,
            mime,
            content,
        }
    }
}

/// The installation as a sheet in this language names it.
pub fn house(app: &App, lang: Lang) -> House {
    House {
        letterhead: Letterhead::of(app, lang),
        address: app.config.server.public_url.clone(),
        fingerprint: app.keys.fingerprint(),
    }
}

/// Pages, PDFs, open data, manifest and signature of an edition.
///
/// # Errors
/// [`Problem::Outside`] when a document cannot be printed.
pub fn all(
    app: &App,
    sheet: &Sheet,
    public: &Public,
    edition: i64,
    told: &mut dyn FnMut(usize, usize),
) -> Result<Vec<Made>, Problem> {
    let view = View::new(sheet, &public.places, false);
    let year = sheet.year;
    let mut files = Vec::new();
    let mut waiting: Vec<(String, Document)> = Vec::new();
    for lang in Lang::ALL {
        let w = app.tongue(lang);
        let house = house(app, lang);
        let page = open::sheet_page(&view, &w, &house)?;
        files.push(Made::new(
            format!("{year}.{lang}.html"),
            "text/html; charset=utf-8",
            page.into_bytes(),
        ));
        waiting.push((
            format!("{year}.{lang}.pdf"),
            print::document(&view, &w, &house),
        ));
        waiting.push((
            format!("{year}.summary.{lang}.pdf"),
            print::short(&view, &w, &house),
        ));
    }
    files.extend(printed(app, &waiting, told)?);
    let municipality: Texts = Lang::ALL
        .into_iter()
        .map(|lang| (lang, app.config.name(lang)))
        .collect();
    files.push(Made::new(
        format!("{year}.json"),
        "application/json",
        open_data::json(&view, &municipality, edition)?,
    ));
    files.push(Made::new(
        format!("{year}.csv"),
        "text/csv; charset=utf-8",
        open_data::csv(&view, app.config.municipality.language)?,
    ));
    let signed = signed(app, sheet, municipality, edition, &files)?;
    files.extend(signed);
    Ok(files)
}

/// Prints in the order given, [`AT_ONCE`] at a time: whoever is ready takes the next one, because a summary is printed
/// long before a whole sheet is.
fn printed(
    app: &App,
    documents: &[(String, Document)],
    told: &mut dyn FnMut(usize, usize),
) -> Result<Vec<Made>, Problem> {
    told(0, documents.len());
    let next = AtomicUsize::new(0);
    let (done, ready) = mpsc::channel();
    let mut made: Vec<(usize, Vec<u8>)> = std::thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            let (next, done) = (&next, done.clone());
            scope.spawn(move || {
                while let Some((place, (_, document))) = turn(next, documents) {
                    let pdf = (app.printer)(document);
                    // Nobody listens any more once another document has failed.
                    if done.send(pdf.map(|pdf| (place, pdf))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(done);
        let count = ready.into_iter().zip(1..);
        count
            .map(|(pdf, number)| {
                told(number, documents.len());
                pdf
            })
            .collect::<Result<_, Problem>>()
    })?;
    if made.len() != documents.len() {
        return Err(Problem::Outside("printing stopped".to_owned()));
    }
    made.sort_by_key(|(place, _)| *place);
    let names = documents.iter().map(|(name, _)| name.clone());
    Ok(names
        .zip(made)
        .map(|(name, (_, pdf))| Made::new(name, "application/pdf", pdf))
        .collect())
}

fn turn<'a, T>(next: &AtomicUsize, all: &'a [T]) -> Option<(usize, &'a T)> {
    let place = next.fetch_add(1, Ordering::Relaxed);
    Some((place, all.get(place)?))
}

fn signed(
    app: &App,
    sheet: &Sheet,
    municipality: Texts,
    edition: i64,
    files: &[Made],
) -> Result<[Made; 2], Problem> {
    let approval = sheet
        .approval
        .as_ref()
        .ok_or_else(|| Problem::refused("open-refused-state"))?;
    let manifest = Manifest {
        municipality,
        year: sheet.year,
        edition,
        snapshot: sheet.number,
        approved: Approved {
            body: approval.body.clone(),
            day: approval.day,
            paragraph: approval.paragraph.clone(),
        },
        head: Head {
            hash: sheet.head.clone(),
        },
        files: files
            .iter()
            .map(|file| Listed {
                name: file.name.clone(),
                sha256: file.digest.clone(),
                bytes: file.content.len(),
            })
            .collect(),
        key: hex(&app.keys.public()),
        made: app.today(),
    };
    let bytes =
        serde_json::to_vec_pretty(&manifest).map_err(|e| Problem::Outside(e.to_string()))?;
    let signature = format!("{}\n", hex(&app.keys.sign(&bytes)));
    let (year, plain) = (sheet.year, "text/plain; charset=utf-8");
    Ok([
        Made::new(Manifest::name(year), "application/json", bytes),
        Made::new(
            Manifest::signature_name(year),
            plain,
            signature.into_bytes(),
        ),
    ])
}

/// The whole sheet with everything, for those whose duty it is; made on request and not kept.
pub fn internal(
    app: &App,
    sheet: &Sheet,
    public: &Public,
    w: &Tongue,
    house: &House,
) -> Result<Vec<u8>, Problem> {
    let view = View::new(sheet, &public.places, true);
    (app.printer)(&print::document(&view, w, house))
}
