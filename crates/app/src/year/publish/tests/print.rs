//! What readers get, in five languages.

use std::io::Write as _;
use std::process::{Command, Stdio};

use kit::clock::{Day, Zone};
use kit::words::{Lang, Tongue};

use super::made;
use crate::base::Letterhead;
use crate::boot;
use crate::year::open;
use crate::year::print::{self, House, View};
use crate::year::publish::withholding;

pub fn tongue(lang: Lang) -> Tongue {
    let zone = Zone::named("Europe/Helsinki").unwrap();
    boot::words().unwrap().tongue(lang, zone)
}

pub fn house() -> House {
    House {
        letterhead: Letterhead {
            municipality: "Ålunda".to_owned(),
            colour: "#14507a".to_owned(),
            day: Day::new(2026, 4, 1).unwrap(),
        },
        address: "https://tillit.example".to_owned(),
        fingerprint: "0011 2233".to_owned(),
    }
}

/// What poppler reads out of a PDF; `None` where it is not installed.
pub fn poppler(program: &str, pdf: &[u8]) -> Option<String> {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(pdf).unwrap();
    let mut command = Command::new(program);
    command.arg(file.path());
    if program == "pdftotext" {
        command.arg("-");
    }
    let output = command.stderr(Stdio::null()).output().ok()?;
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn pages(pdf: &[u8]) -> Option<u32> {
    let info = poppler("pdfinfo", pdf)?;
    let line = info.lines().find(|line| line.starts_with("Pages:"))?;
    line[6..].trim().parse().ok()
}

#[test]
fn a_citys_sheet_is_a_page_a_book_and_two_pages_in_every_language() {
    let sheet = made::sheet(2025, 16, 5, 7);
    let public = withholding::public(&sheet, &[]);
    let view = View::new(&sheet, &public.places, false);
    for lang in Lang::ALL {
        let w = tongue(lang);
        let page = open::sheet_page(&view, &w, &house()).unwrap();
        assert!(!page.contains('⟦'), "{lang}: a message is missing");
        assert!(page.contains(&format!("<html lang=\"{lang}\">")));
        let document = print::document(&view, &w, &house());
        let tables = document.blocks.iter();
        let tables = tables
            .filter(|block| matches!(block, paper::Block::Table(_)))
            .count();
        let charts = document.blocks.iter();
        let charts = charts
            .filter(|block| matches!(block, paper::Block::Chart(_)))
            .count();
        let short = paper::pdf(&print::short(&view, &w, &house())).unwrap();
        println!(
            "{lang}: {tables} tables, {charts} charts, page {} bytes",
            page.len()
        );
        assert!(
            tables >= 30 && charts >= 15,
            "{tables} tables, {charts} charts"
        );
        if let Some(pages) = pages(&short) {
            assert!(pages <= 2, "{lang}: the summary has {pages} pages");
        }
        if let Ok(folder) = std::env::var("TILLIT_TEST_OUT") {
            std::fs::write(format!("{folder}/{lang}.html"), &page).unwrap();
            std::fs::write(format!("{folder}/{lang}.short.pdf"), &short).unwrap();
        }
    }
}

#[test]
fn a_citys_pdf_has_about_forty_pages() {
    let sheet = made::sheet(2025, 16, 5, 7);
    let public = withholding::public(&sheet, &[]);
    let view = View::new(&sheet, &public.places, false);
    let whole = paper::pdf(&print::document(&view, &tongue(Lang::Fi), &house())).unwrap();
    let inside = View::new(&sheet, &public.places, true);
    let inner = paper::pdf(&print::document(&inside, &tongue(Lang::Fi), &house())).unwrap();
    println!("{:?} pages, inside {:?}", pages(&whole), pages(&inner));
    if let Ok(folder) = std::env::var("TILLIT_TEST_OUT") {
        std::fs::write(format!("{folder}/whole.pdf"), &whole).unwrap();
        std::fs::write(format!("{folder}/inside.pdf"), &inner).unwrap();
    }
    let (Some(text), Some(inner)) = (poppler("pdftotext", &whole), poppler("pdftotext", &inner))
    else {
        return;
    };
    let secret = "The gate behind the archive";
    assert!(!text.contains(secret) && inner.contains(secret));
}
