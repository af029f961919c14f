//! The poster: the short address of the public report page with its squares, for printing and hanging up.

use askama::Template;
use kit::words::Tongue;
use paper::{Block, Squares};
use qrcode::{Color, EcLevel, QrCode};

use super::super::super::web::paper::document;
use crate::base::visit::{Answer, Download, Page, Reply, Visit};
use crate::base::{App, Problem};

#[derive(Template)]
#[template(path = "modules/incidents/reporting/pages/poster.html")]
struct Poster<'a> {
    w: &'a Tongue,
    /// As one types it.
    short: String,
    lang: &'static str,
}

fn url(app: &App) -> Result<&str, Problem> {
    app.config.report.url.as_deref().ok_or(Problem::NotFound)
}

/// The address without what nobody types.
fn short(app: &App) -> Result<String, Problem> {
    let plain = url(app)?.trim_start_matches("https://");
    Ok(plain.trim_start_matches("http://").to_owned())
}

fn address(app: &App, w: &Tongue) -> Result<String, Problem> {
    Ok(format!("{}/tell?lang={}", url(app)?, w.lang.code()))
}

pub fn page(app: &App, visit: &Visit) -> Answer {
    let w = &visit.tongue;
    let page = Poster {
        w,
        short: short(app)?,
        lang: w.lang.code(),
    };
    Page::new(w.t("incidents-reporting-poster-title"), &page)?.answer()
}

/// The squares alone, in the language of the reader.
pub fn svg(app: &App, visit: &Visit) -> Answer {
    let squares = squares(&address(app, &visit.tongue)?, String::new())?;
    Ok(Reply::File(Download::shown(
        "report.svg".to_owned(),
        "image/svg+xml",
        squares.svg().unwrap_or_default().into_bytes(),
    )))
}

/// A quarter of the squares may be dirty or torn (level Q); four empty ones stand around (ISO/IEC 18004, 9.1).
fn squares(text: &str, alt: String) -> Result<Squares, Problem> {
    const AROUND: usize = 4;
    let code = QrCode::with_error_correction_level(text, EcLevel::Q)
        .map_err(|error| Problem::Outside(error.to_string()))?;
    let inner = code.width();
    let width = inner + 2 * AROUND;
    let mut dark = vec![false; width * width];
    for (index, color) in code.to_colors().into_iter().enumerate() {
        let (x, y) = (index % inner + AROUND, index / inner + AROUND);
        dark[y * width + x] = color == Color::Dark;
    }
    Ok(Squares {
        width,
        dark,
        // As large as the sheet leaves room for: it is read from across a room.
        millimetres: 140.0,
        alt,
    })
}

/// The poster on paper: PDF/UA, so that who cannot see it hears the address.
pub fn pdf(app: &App, visit: &Visit) -> Answer {
    let w = &visit.tongue;
    let (address, short) = (address(app, w)?, short(app)?);
    let alt = w.one("incidents-reporting-poster-alt", "address", short.as_str());
    let promise = format!("{} {}", w.t("incidents-promise"), w.t("incidents-view"));
    let document = document(
        app,
        visit,
        w.t("incidents-reporting-title"),
        w.t("incidents-reporting-lead"),
        vec![
            Block::Squares(squares(&address, alt)?),
            Block::Heading {
                level: 1,
                text: short,
            },
            Block::List(vec![
                w.t("incidents-reporting-about-mishap"),
                w.t("incidents-reporting-about-risk"),
            ]),
            Block::Paragraph(promise),
        ],
    );
    Ok(Reply::File(Download::saved(
        "report.pdf".to_owned(),
        "application/pdf",
        (app.printer)(&document)?,
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_squares_have_their_three_corners_and_room_around() {
        let squares = squares("https://report.testby.example/tell?lang=fi", String::new());
        let svg = squares.unwrap().svg().unwrap();
        assert!(svg.starts_with("<svg "));
        assert!(svg.contains("M4 4h1") && !svg.contains("M3 4h1"));
    }
}
