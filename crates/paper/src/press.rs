//! The typesetter in process: a fixed template, one JSON file, two fonts.

use std::sync::OnceLock;

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::clean::Sieve;
use crate::{Document, Fault, plan};

const TEMPLATE: &str = include_str!("template.typ");

/// Prints the document as a tagged PDF that is PDF/UA-1 and PDF/A-2a.
///
/// The same document gives the same bytes: the only timestamp is `iso_date`.
/// Each call empties the typesetter's cache, which would otherwise grow.
///
/// # Errors
/// [`Fault`] says which part of the document cannot be printed. The typesetter
/// refuses to write a file that does not meet PDF/UA-1; there is no other check
/// to forget.
pub fn pdf(document: &Document) -> Result<Vec<u8>, Fault> {
    let known = |c: char| fonts().knows(c);
    let printed = print(document, Sieve::Printable(&known));
    let printed = match printed {
        // Some scripts need two fonts in one place, which the standard cannot
        // show. The reader then gets boxes for those signs instead of no report.
        Err(Fault::Standard(_)) => print(document, Sieve::Plain(&known)),
        other => other,
    };
    typst::comemo::evict(0);
    printed
}

fn print(document: &Document, sieve: Sieve<'_>) -> Result<Vec<u8>, Fault> {
    let plan = plan::plan(document, sieve)?;
    let data = serde_json::to_vec(&plan).map_err(|e| Fault::Layout(e.to_string()))?;
    let press = Press::new(data)?;
    let pages = typst::compile::<PagedDocument>(&press)
        .output
        .map_err(|faults| Fault::Layout(told(&faults)))?;
    let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a])
        .map_err(|e| Fault::Standard(e.message().to_string()))?;
    let options = PdfOptions {
        standards,
        ident: Smart::Auto,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&pages, &options).map_err(|faults| Fault::Standard(told(&faults)))
}

fn told(faults: &[SourceDiagnostic]) -> String {
    let messages: Vec<&str> = faults.iter().take(3).map(|f| f.message.as_str()).collect();
    messages.join("; ")
}

/// The two files the typesetter may see.
struct Press {
    main: Source,
    data_id: FileId,
    data: Bytes,
}

impl Press {
    fn new(data: Vec<u8>) -> Result<Self, Fault> {
        Ok(Self {
            main: Source::new(file_id("template.typ")?, TEMPLATE.to_owned()),
            data_id: file_id("data.json")?,
            data: Bytes::new(data),
        })
    }
}

fn file_id(name: &str) -> Result<FileId, Fault> {
    let path = VirtualPath::new(name).map_err(|_| Fault::Layout(name.to_owned()))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Press {
    fn library(&self) -> &LazyHash<Library> {
        static LIBRARY: OnceLock<LazyHash<Library>> = OnceLock::new();
        LIBRARY.get_or_init(|| {
            // Row headers and table summaries are behind this switch.
            let features = [Feature::A11yExtras].into_iter().collect();
            LazyHash::new(Library::builder().with_features(features).build())
        })
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &fonts().book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() {
            Ok(self.main.clone())
        } else {
            Err(absent(id))
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.data_id {
            Ok(self.data.clone())
        } else {
            Err(absent(id))
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        fonts().faces.get(index).cloned()
    }

    /// No clock: the date comes with the document.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn absent(id: FileId) -> FileError {
    FileError::NotFound(id.vpath().get_without_slash().into())
}

struct Fonts {
    faces: Vec<Font>,
    book: LazyHash<FontBook>,
}

impl Fonts {
    fn knows(&self, c: char) -> bool {
        self.faces
            .iter()
            .any(|face| face.info().coverage.contains(c as u32))
    }
}

/// Noto Sans for everything, DejaVu Sans for scripts Noto Sans does not have.
fn fonts() -> &'static Fonts {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    FONTS.get_or_init(|| {
        let files = [
            notosans::REGULAR_TTF,
            notosans::BOLD_TTF,
            dejavu::sans::regular(),
        ];
        let faces: Vec<Font> = files
            .into_iter()
            .filter_map(|file| Font::new(Bytes::new(file), 0))
            .collect();
        Fonts {
            book: LazyHash::new(FontBook::from_fonts(&faces)),
            faces,
        }
    })
}
