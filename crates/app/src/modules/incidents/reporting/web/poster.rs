//! The poster: the short address of the public report page with its squares, for printing and hanging up.

use askama::Template;
use kit::words::Tongue;
use qrcode::{Color, EcLevel, QrCode};

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

pub fn page(app: &App, visit: &Visit) -> Answer {
    let w = &visit.tongue;
    let short = url(app)?
        .trim_start_matches("https://")
        .trim_start_matches("http://")
        .to_owned();
    let page = Poster {
        w,
        short,
        lang: w.lang.code(),
    };
    Page::new(w.t("incidents-reporting-poster-title"), &page)?.answer()
}

/// The squares alone, in the language of the reader.
pub fn svg(app: &App, visit: &Visit) -> Answer {
    let address = format!("{}/tell?lang={}", url(app)?, visit.tongue.lang.code());
    Ok(Reply::File(Download::shown(
        "report.svg".to_owned(),
        "image/svg+xml",
        squares(&address)?.into_bytes(),
    )))
}

/// A quarter of the squares may be dirty or torn (level Q); four empty ones stand around (ISO/IEC 18004, 9.1).
fn squares(text: &str) -> Result<String, Problem> {
    const AROUND: usize = 4;
    let code = QrCode::with_error_correction_level(text, EcLevel::Q)
        .map_err(|error| Problem::Outside(error.to_string()))?;
    let width = code.width();
    let mut path = String::new();
    for (index, color) in code.to_colors().into_iter().enumerate() {
        if color == Color::Dark {
            let (x, y) = (index % width + AROUND, index / width + AROUND);
            path.push_str(&format!("M{x} {y}h1v1h-1z"));
        }
    }
    let side = width + 2 * AROUND;
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\
         <rect width=\"{side}\" height=\"{side}\" fill=\"#fff\"/><path fill=\"#000\" d=\"{path}\"/></svg>"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_squares_have_their_three_corners_and_room_around() {
        let svg = squares("https://report.testby.example/tell?lang=fi").unwrap();
        assert!(svg.starts_with("<svg "));
        assert!(svg.contains("M4 4h1") && !svg.contains("M3 4h1"));
    }
}
