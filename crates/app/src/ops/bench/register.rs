//! The register of very many cases: every filter, through the whole door.

use axum::body::Body;
use axum::http::{Request, header};
use kit::clock::Day;
use kit::words::Tongue;
use tower::ServiceExt;

use super::{cpu_ms, listen, say, tempfile_dir};
use crate::base::identity::session;
use crate::base::organisation;
use crate::base::{App, Problem};
use crate::{demo, shell};

const TIMES: u32 = 40;

/// Measures one page per filter and says the slowest.
///
/// # Errors
/// The folder, the city or a page.
pub fn many(cases: u64, _: &Tongue) -> Result<(), Problem> {
    let place = tempfile_dir()?;
    let app = demo::many_cases(&place, listen(), cases)?;
    let secret = session::begin(&app, demo::dpo(&app)?)?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let router = shell::router(&app);
    let once = |address: &str| -> Result<(), Problem> {
        let request = Request::builder()
            .uri(address)
            .header(header::COOKIE, format!("{}={secret}", session::COOKIE))
            .body(Body::empty())
            .map_err(|error| Problem::Outside(error.to_string()))?;
        let answer = runtime.block_on(async { router.clone().oneshot(request).await });
        match answer {
            Ok(answer) if answer.status().is_success() => Ok(()),
            Ok(answer) => Err(Problem::Outside(format!("{address}: {}", answer.status()))),
            Err(never) => match never {},
        }
    };
    let (mut slowest, mut most) = (0.0f64, 0);
    for address in addresses(&app)? {
        once(&address)?;
        let before = app.db.statements();
        once(&address)?;
        let statements = app.db.statements() - before;
        let cpu = cpu_ms(false);
        for _ in 0..TIMES {
            once(&address)?;
        }
        let each = (cpu_ms(false) - cpu) / f64::from(TIMES);
        say(&address, each, "ms");
        slowest = slowest.max(each);
        most = most.max(statements);
    }
    say("statements", most as f64, "");
    say("slowest cpu", slowest, "ms");
    std::fs::remove_dir_all(place)?;
    Ok(())
}

/// Every filter alone, the pairs and triples that readers use, far pages, and words from rare to frequent.
fn addresses(app: &App) -> Result<Vec<String>, Problem> {
    let (board, unit) = app.read(|conn| {
        let boards = organisation::controllers(conn, Day::MIN, app.today())?;
        let units = organisation::units(conn, app.today())?;
        let board = boards.first().ok_or(Problem::NotFound)?.id;
        Ok::<_, Problem>((board, units.first().ok_or(Problem::NotFound)?.unit))
    })?;
    let year = app.today().year() - 4;
    let asked = [
        String::new(),
        "page=50".to_owned(),
        "stage=closed".to_owned(),
        "stage=assessed&page=3".to_owned(),
        "outcome=breach&page=50".to_owned(),
        "outcome=security".to_owned(),
        "stage=closed&outcome=false_alarm".to_owned(),
        "stage=reported".to_owned(),
        "stage=history".to_owned(),
        "about=channel".to_owned(),
        "about=channel&outcome=security&stage=closed".to_owned(),
        format!("about=lost&controller={board}&outcome=security"),
        format!("controller={board}"),
        format!("controller={board}&outcome=near_miss&stage=closed"),
        format!("controller={board}&stage=assessed"),
        format!("unit={unit}"),
        format!("unit={unit}&outcome=security&stage=closed"),
        format!("year={year}&page=20"),
        format!("year={year}&outcome=security&stage=closed"),
        "late=1".to_owned(),
        "late=1&page=50".to_owned(),
        format!("late=1&controller={board}&year={year}"),
        "text=word1999".to_owned(),
        "text=word1500".to_owned(),
        "text=word3".to_owned(),
        "text=word".to_owned(),
        "text=word7+word9+word11".to_owned(),
        "text=word1999+word3&outcome=breach".to_owned(),
        "text=nothingofthekind".to_owned(),
    ];
    Ok(asked
        .into_iter()
        .map(|query| format!("/incidents?{query}"))
        .collect())
}
