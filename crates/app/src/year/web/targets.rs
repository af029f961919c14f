//! Development targets: this year's with what became of them, next year's with owner and date.

use askama::Template;
use kit::clock::Day;
use kit::form::{self, Faults, Fields};
use kit::words::Tongue;

use super::super::model::{self, NewTarget, TargetStep, Texted};
use super::super::sheet::{Board, TargetStatus};
use super::super::store::{self, TargetId, TargetRow};
use super::super::{actions, gather, rights};
use super::{text_fields, year_of};
use crate::base::visit::{Answer, FormView, Page, Visit, submit};
use crate::base::{App, Problem, once};

/// The longest text of a target, in characters.
const MOST: usize = 1_000;

#[derive(Template)]
#[template(path = "year/pages/targets.html")]
struct Targets<'a> {
    w: &'a Tongue,
    year: i32,
    this: Vec<Line>,
    next: Vec<Line>,
    keeper: bool,
    form: FormView,
    fields: Vec<Texted>,
    boards: Vec<(String, String)>,
    years: Vec<(String, String)>,
}

struct Line {
    id: TargetId,
    text: String,
    board: String,
    status: &'static str,
    tag: &'static str,
    reason: String,
    owner: String,
    due: String,
}

fn line(w: &Tongue, boards: &[Board], row: TargetRow) -> Line {
    let board = boards.iter().find(|board| board.id == row.board);
    let tag = match row.status {
        TargetStatus::Done => "good",
        TargetStatus::Dropped => "warn",
        TargetStatus::UnderWay | TargetStatus::NotStarted => "",
    };
    Line {
        id: row.id,
        text: row.text.best(w.lang).to_owned(),
        board: board.map_or_else(String::new, |board| board.name.best(w.lang).to_owned()),
        status: row.status.word(),
        tag,
        reason: row
            .reason
            .map_or_else(String::new, |reason| reason.best(w.lang).to_owned()),
        owner: row.owner,
        due: row.due.map_or_else(String::new, |day| w.day_short(day)),
    }
}

/// The cut-off day of a year in the path.
fn cutoff(year: i32) -> Result<Day, Problem> {
    Day::last_of_year(year).ok_or(Problem::NotFound)
}

pub fn page(app: &App, visit: &Visit) -> Answer {
    let year = year_of(visit)?;
    let fields = Fields::from_pairs(vec![("year".into(), (year + 1).to_string())]);
    draw(app, visit, FormView::fresh(fields))?.answer()
}

fn draw(app: &App, visit: &Visit, form: FormView) -> Result<Page, Problem> {
    let reader = rights::reader(&visit.actor)?;
    let year = year_of(visit)?;
    let w = &visit.tongue;
    let page = app.read(|conn| {
        let row = gather::row(app, conn, year)?;
        let (_, boards) = gather::period(app, conn, year, row.kind)?;
        // What was noted until now, also after the cut-off: the sheet itself takes the cut-off day.
        let all = store::targets(conn, year, year + 1, Day::MAX)?;
        let seen = all.into_iter().filter(|row| reader.sees(Some(row.board)));
        let (this, next): (Vec<_>, Vec<_>) = seen.partition(|row| row.year == year);
        let options = boards
            .iter()
            .map(|board| (board.code.clone(), board.name.best(w.lang).to_owned()));
        Ok::<_, Problem>(Targets {
            w,
            year,
            keeper: rights::keeper(&visit.actor).is_ok(),
            form,
            fields: text_fields(w.lang),
            years: [year + 1, year]
                .map(|year| (year.to_string(), year.to_string()))
                .to_vec(),
            this: this.into_iter().map(|row| line(w, &boards, row)).collect(),
            next: next.into_iter().map(|row| line(w, &boards, row)).collect(),
            boards: options.collect(),
        })
    })?;
    Page::new(w.one("year-targets-title", "year", year.to_string()), &page)
}

pub fn save(app: &App, visit: &Visit) -> Answer {
    let keeper = rights::keeper(&visit.actor)?;
    let year = year_of(visit)?;
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let row = gather::row(app, tx, year)?;
            let (_, boards) = gather::period(app, tx, year, row.kind)?;
            let new = read(visit, year, &boards)?;
            actions::set_target(tx, keeper, &new)?;
            Ok(format!("/year/{year}/targets"))
        })
    });
    submit(result, |faults| {
        draw(app, visit, FormView::again(visit, faults))
    })
}

fn read(visit: &Visit, year: i32, boards: &[Board]) -> Result<NewTarget, Problem> {
    let fields = &visit.form;
    let mut faults = Faults::new();
    let of = form::choice(fields, &mut faults, "year", |text| {
        [year, year + 1]
            .into_iter()
            .find(|year| year.to_string() == text)
    });
    form::need(&mut faults, "year", form::CHOICE, &of);
    let board = form::choice(fields, &mut faults, "board", |code| {
        boards
            .iter()
            .find(|board| board.code == code)
            .map(|board| board.id)
    });
    form::need(&mut faults, "board", form::CHOICE, &board);
    let owner = form::required(fields, &mut faults, "owner", form::REQUIRED, 200);
    let due = form::day(fields, &mut faults, "due");
    let text = model::texts(fields, &mut faults, MOST);
    let (Some(year_for), Some(board), true) = (of, board, faults.is_empty()) else {
        return Err(faults.into());
    };
    // Set for the next year in this year's sheet: it belongs to the day of that sheet.
    let sheet = cutoff(if year_for == year { year } else { year_for - 1 })?;
    Ok(NewTarget {
        year: year_for,
        board,
        text,
        owner,
        due,
        day: model::belongs_to(sheet, visit.today),
    })
}

#[derive(Template)]
#[template(path = "year/pages/target.html")]
struct Target<'a> {
    w: &'a Tongue,
    year: i32,
    line: Line,
    form: FormView,
    fields: Vec<Texted>,
    statuses: Vec<(String, String)>,
    may_carry: bool,
}

pub fn one(app: &App, visit: &Visit) -> Answer {
    let day = model::belongs_to(cutoff(year_of(visit)?)?, visit.today);
    let fields = Fields::from_pairs(vec![("day".into(), day.to_string())]);
    draw_one(app, visit, FormView::fresh(fields))?.answer()
}

fn draw_one(app: &App, visit: &Visit, form: FormView) -> Result<Page, Problem> {
    rights::keeper(&visit.actor)?;
    let year = year_of(visit)?;
    let id: TargetId = visit.id("target")?;
    let w = &visit.tongue;
    let page = app.read(|conn| {
        let row = store::target(conn, id)?.filter(|row| row.year == year);
        let row = row.ok_or(Problem::NotFound)?;
        let kind = store::year(conn, year)?.map_or(model::Kind::Counted, |row| row.kind);
        let (_, boards) = gather::period(app, conn, year, kind)?;
        let over = matches!(row.status, TargetStatus::Done | TargetStatus::Dropped);
        Ok::<_, Problem>(Target {
            w,
            year,
            form,
            fields: text_fields(w.lang),
            statuses: TargetStatus::ALL
                .map(|status| (status.code().to_owned(), w.t(status.word())))
                .to_vec(),
            may_carry: !over,
            line: line(w, &boards, row),
        })
    })?;
    Page::new(w.t("year-target"), &page)
}

/// A verb of one target, as a form that counts once.
fn act(
    app: &App,
    visit: &Visit,
    verb: impl Fn(&kit::db::Tx<'_>, TargetId) -> Result<(), Problem>,
) -> Answer {
    let year = year_of(visit)?;
    let id: TargetId = visit.id("target")?;
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let row = store::target(tx, id)?.filter(|row| row.year == year);
            row.ok_or(Problem::NotFound)?;
            verb(tx, id)?;
            Ok(format!("/year/{year}/targets"))
        })
    });
    submit(result, |faults| {
        draw_one(app, visit, FormView::again(visit, faults))
    })
}

pub fn note(app: &App, visit: &Visit) -> Answer {
    let keeper = rights::keeper(&visit.actor)?;
    act(app, visit, |tx, id| {
        let fields = &visit.form;
        let mut faults = Faults::new();
        let status = form::choice(fields, &mut faults, "status", TargetStatus::parse);
        form::need(&mut faults, "status", form::CHOICE, &status);
        let day = form::day(fields, &mut faults, "day");
        form::need(&mut faults, "day", form::REQUIRED, &day);
        if day.is_some_and(|day| day > visit.today) {
            faults.add("day", "year-fault-future");
        }
        let mut reason = kit::words::Texts::new();
        for (lang, field) in model::TEXT_FIELDS {
            if let Some(text) = form::optional(fields, &mut faults, field, MOST) {
                reason.set(lang, text);
            }
        }
        let (Some(status), Some(day), true) = (status, day, faults.is_empty()) else {
            return Err(faults.into());
        };
        let step = TargetStep {
            status,
            reason,
            day,
        };
        actions::note_status(tx, keeper, id, step)
    })
}

pub fn carry(app: &App, visit: &Visit) -> Answer {
    let keeper = rights::keeper(&visit.actor)?;
    act(app, visit, |tx, id| {
        let mut faults = Faults::new();
        let due = form::day(&visit.form, &mut faults, "due");
        form::need(&mut faults, "due", form::REQUIRED, &due);
        let due = faults.into_result(due)?;
        actions::carry_over(tx, keeper, id, due, visit.today).map(|_| ())
    })
}
