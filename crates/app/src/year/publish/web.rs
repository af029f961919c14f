//! Inside pages about publication: what is withheld and why, the button, the internal PDF.

use askama::Template;
use kit::words::Tongue;

use super::withholding::{Held, Public, Weak};
use super::{actions, board_sheet, files, store};
use crate::base::identity::actor::Scope;
use crate::base::once;
use crate::base::room::{Access, Route};
use crate::base::visit::{Answer, Download, FormView, Page, Pager, Reply, Visit, submit};
use crate::base::{App, Problem, Role};
use crate::year::print::{CellName, plain};
use crate::year::rights;
use crate::year::sheet::{self, Sheet, State};
use crate::year::withhold::{How, Why};

const READERS: Access = Access::Duty(&[Role::Dpo, Role::Ciso, Role::Auditor]);
const INSIDE: Access = Access::Duty(rights::READERS);
const PUBLISHERS: Access = Access::Duty(rights::KEEPERS);

pub const ROUTES: [Route; 3] = [
    Route::get("/year/{year}/withheld", READERS, withheld),
    Route::post("/year/{year}/publish", PUBLISHERS, publish),
    Route::get("/year/{year}/internal.pdf", INSIDE, internal),
];

struct Line {
    figure: String,
    board: String,
    year: i32,
    value: String,
    why: String,
}

#[derive(Template)]
#[template(path = "year/pages/withheld.html")]
struct Withheld<'a> {
    w: &'a Tongue,
    form: FormView,
    year: i32,
    title: String,
    weak: Vec<Line>,
    printed: Vec<Line>,
    lines: Vec<Line>,
    pager: Pager,
    may_publish: bool,
    editions: Vec<store::EditionRow>,
}

fn year(visit: &Visit) -> Result<i32, Problem> {
    visit.param("year").parse().map_err(|_| Problem::NotFound)
}

/// The sheet and what the public version makes of it. Only duties for the whole group see it: the list names
/// small counts of every board.
fn seen(app: &App, visit: &Visit) -> Result<(Sheet, Public, Vec<store::EditionRow>), Problem> {
    let roles = [Role::Dpo, Role::Ciso, Role::Auditor];
    if visit.actor.scope_of(&roles) != Scope::All {
        return Err(Problem::Forbidden);
    }
    let year = year(visit)?;
    app.read(|conn| {
        let sheet = sheet::sheet(app, conn, year, None)?;
        let public = super::public(app, conn, &sheet)?;
        let editions = store::editions(conn, year)?;
        Ok((sheet, public, editions))
    })
}

fn withheld(app: &App, visit: &Visit) -> Answer {
    page(app, visit, FormView::fresh(visit.query.clone()))?.answer()
}

fn page(app: &App, visit: &Visit, form: FormView) -> Result<Page, Problem> {
    let (sheet, public, editions) = seen(app, visit)?;
    let w = &visit.tongue;
    let errata = editions.first().map_or(0, |row| row.errata);
    let ready = match sheet.state {
        State::Approved => true,
        State::Published { .. } => sheet.errata.len() as i64 > errata,
        _ => false,
    };
    let path = format!("/year/{}/withheld", sheet.year);
    let pager = Pager::new(visit, &path, public.held.len() as i64);
    let first = usize::try_from(pager.offset()).unwrap_or(0);
    let lines = public.held.iter().skip(first).take(Pager::SIZE as usize);
    let title = w.one("open-held-title", "year", sheet.year.to_string());
    let page = Withheld {
        w,
        form,
        year: sheet.year,
        title: title.clone(),
        weak: public.weak.iter().map(|one| weak(w, &sheet, one)).collect(),
        printed: public
            .printed
            .iter()
            .map(|one| line(w, &sheet, one, None, String::new()))
            .collect(),
        lines: lines.map(|one| held(w, &sheet, one)).collect(),
        pager,
        may_publish: ready && rights::keeper(&visit.actor).is_ok(),
        editions,
    };
    Page::new(title, &page)
}

fn line(w: &Tongue, sheet: &Sheet, name: &CellName, value: Option<f64>, why: String) -> Line {
    let figure = sheet.figure(&name.0);
    let board = name.1.and_then(|id| sheet.board(id));
    let value = figure
        .zip(value)
        .map(|(figure, value)| plain(figure.def.unit, value));
    Line {
        figure: figure.map_or(name.0.clone(), |figure| {
            figure.def.name.best(w.lang).to_owned()
        }),
        board: board.map_or_else(
            || w.t("open-whole"),
            |board| board.name.best(w.lang).to_owned(),
        ),
        year: name.2,
        value: value.unwrap_or_default(),
        why,
    }
}

fn held(w: &Tongue, sheet: &Sheet, one: &Held) -> Line {
    let why = match one.why {
        Why::Small => "open-why-small",
        Why::Complement => "open-why-complement",
        Why::EarlierWithheld => "open-why-earlier",
        Why::Internal => "open-why-internal",
        Why::AboutFew => "open-why-about-few",
    };
    line(w, sheet, &one.name, Some(one.value), w.t(why))
}

fn weak(w: &Tongue, sheet: &Sheet, one: &Weak) -> Line {
    let how = match one.how {
        How::Shown => "open-how-shown",
        How::Exact => "open-how-exact",
        How::Narrow => "open-how-narrow",
        How::FewTogether => "open-how-few",
    };
    let mut why = w.t(how);
    if one.standing {
        let more = if one.correction {
            "open-how-correct-whole"
        } else {
            "open-how-standing"
        };
        why = format!("{why} {}", w.t(more));
    }
    line(w, sheet, &one.name, None, why)
}

fn publish(app: &App, visit: &Visit) -> Answer {
    let year = year(visit)?;
    // Printing takes seconds and stands outside the transaction, so the form is marked as done afterwards; a
    // form that is sent twice finds nothing new to publish.
    let result = actions::publish(app, &visit.actor, year).and_then(|_| {
        app.write(&visit.actor, |tx| {
            once::first(tx, visit, |_| Ok(format!("/open/{year}")))
        })
    });
    submit(result, |faults| {
        page(app, visit, FormView::again(visit, faults))
    })
}

/// The internal version: the whole sheet for those with a duty for the whole group, else the sheet of one of
/// their own boards, which `?board=` may name.
fn internal(app: &App, visit: &Visit) -> Answer {
    let reader = rights::reader(&visit.actor)?;
    let w = &visit.tongue;
    let year = year(visit)?;
    let (sheet, public) = app.read(|conn| {
        let sheet = sheet::sheet(app, conn, year, None)?;
        let public = super::public(app, conn, &sheet)?;
        Ok::<_, Problem>((sheet, public))
    })?;
    let mut house = files::house(app, w.lang);
    let (sheet, public) = if reader.sees_all() {
        (sheet, public)
    } else {
        let asked = visit.query.text("board");
        let own = |board: &&sheet::Board| reader.sees(Some(board.id));
        let mut boards = sheet.boards.iter().filter(own);
        let board = boards.find(|board| asked.is_empty() || board.code == asked);
        let board = board.ok_or(Problem::NotFound)?;
        let name = &mut house.letterhead.municipality;
        *name = format!("{name}, {}", board.name.best(w.lang));
        let id = board.id;
        board_sheet::of_board(sheet, &public, id)
    };
    let bytes = files::internal(app, &sheet, &public, w, &house)?;
    Ok(Reply::File(Download::shown(
        format!("{year}.internal.{}.pdf", w.lang),
        "application/pdf",
        bytes,
    )))
}
