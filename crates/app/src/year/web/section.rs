//! One section: its text, its figures with earlier years, and a few charts.

use askama::Template;
use kit::form::Fields;
use kit::words::Tongue;

use super::super::catalogue::{self, Visibility};
use super::super::rights::{self, Reader};
use super::super::sheet::{Sheet, SheetSection};
use super::super::{gather, store};
use super::chart::{self, Drawn};
use super::list;
use super::show::{self, Line};
use super::{section_of, year_of};
use crate::base::organisation;
use crate::base::visit::{Answer, FormView, Page, Visit};
use crate::base::{App, Problem};

#[derive(Template)]
#[template(path = "year/pages/section.html")]
struct SectionPage<'a> {
    w: &'a Tongue,
    year: i32,
    number: u8,
    title: String,
    lead: String,
    state: &'static str,
    tag: &'static str,
    internal: bool,
    stage: &'static str,
    owner: String,
    due: String,
    paragraphs: Vec<Shown>,
    board: String,
    code: String,
    form: FormView,
    options: Vec<(String, String)>,
    earlier: Vec<i32>,
    lines: Vec<Line>,
    without: Vec<Line>,
    charts: Vec<Drawn>,
    errata: usize,
    writer: bool,
    previous: Option<(u8, String)>,
    next: Option<(u8, String)>,
}

/// A paragraph in the reader's language, or in another one that is then named.
pub struct Shown {
    pub lang: &'static str,
    pub text: String,
    pub internal: bool,
}

/// The paragraphs a reader may see; internal ones only for those who see everything.
pub fn shown(w: &Tongue, section: &SheetSection, reader: &Reader) -> Vec<Shown> {
    let hidden = section.visibility == Visibility::Internal && !reader.sees_all();
    let paragraphs = section.paragraphs.iter().filter(|_| !hidden);
    paragraphs
        .filter(|one| one.visibility == Visibility::Public || reader.sees_all())
        .filter_map(|one| {
            let (lang, text) = one.text.best_in(w.lang)?;
            Some(Shown {
                lang: lang.code(),
                text: text.to_owned(),
                internal: one.visibility == Visibility::Internal,
            })
        })
        .collect()
}

/// What stands round a section besides its sheet.
struct Around {
    state: (&'static str, &'static str),
    stage: &'static str,
    owner: String,
    due: String,
    writer: bool,
}

pub fn page(app: &App, visit: &Visit) -> Answer {
    let reader = rights::reader(&visit.actor)?;
    let (year, section) = (year_of(visit)?, section_of(visit)?);
    let number = section.number;
    let (sheet, around) = app.read(|conn| {
        let row = gather::row(app, conn, year)?;
        let sheet = gather::view(app, conn, &row, None, Some(number))?;
        let plans = store::sections(conn, year)?;
        let plan = plans
            .into_iter()
            .find(|row| row.section == number)
            .map(|row| row.plan);
        let stages = store::stages(conn, year)?;
        let stage = stages.iter().find(|(of, _)| *of == number);
        let owner = match plan.as_ref().and_then(|plan| plan.owner) {
            Some(owner) => organisation::person(conn, owner)?,
            None => None,
        };
        let owns = plan
            .as_ref()
            .is_some_and(|plan| plan.owner.is_some() && plan.owner == visit.actor.person());
        Ok::<_, Problem>((
            sheet,
            Around {
                state: list::state(&row),
                stage: stage.map_or("year-stage-none", |(_, stage)| stage.word()),
                owner: owner.map_or_else(String::new, |person| person.name()),
                due: plan
                    .and_then(|plan| plan.due)
                    .map_or_else(String::new, |day| visit.tongue.day(day)),
                writer: row.approval().is_none() && (owns || rights::keeper(&visit.actor).is_ok()),
            },
        ))
    })?;
    let page = built(visit, &sheet, number, &reader, around)?;
    Page::new(format!("{} {year}", page.title), &page)?.answer()
}

fn built<'a>(
    visit: &'a Visit,
    sheet: &Sheet,
    number: u8,
    reader: &Reader,
    around: Around,
) -> Result<SectionPage<'a>, Problem> {
    let w = &visit.tongue;
    let section = sheet
        .sections
        .iter()
        .find(|section| section.number == number)
        .ok_or(Problem::NotFound)?;
    let choice =
        show::choice(w, sheet, reader, visit.query.text("board")).ok_or(Problem::NotFound)?;
    let lines = section
        .figures
        .iter()
        .filter(|figure| choice.board.is_none() || figure.def.boards)
        .map(|figure| show::line(w, sheet, figure, choice.board));
    let (lines, without): (Vec<Line>, Vec<Line>) = lines.partition(Line::known);
    let drawn = section
        .figures
        .iter()
        .filter_map(|figure| chart::years(w, sheet, figure, choice.board));
    let code = choice
        .board
        .and_then(|id| sheet.board(id))
        .map(|board| board.code.clone());
    let fields = Fields::from_pairs(vec![("board".into(), code.clone().unwrap_or_default())]);
    let beside = |number: Option<u8>| {
        let section = number.and_then(catalogue::section)?;
        Some((section.number, section.title.best(w.lang).to_owned()))
    };
    Ok(SectionPage {
        w,
        year: sheet.year,
        number,
        title: format!("{number}. {}", section.title.best(w.lang)),
        lead: section.lead.best(w.lang).to_owned(),
        state: around.state.0,
        tag: around.state.1,
        internal: section.visibility == Visibility::Internal,
        stage: around.stage,
        owner: around.owner,
        due: around.due,
        paragraphs: shown(w, section, reader),
        board: choice.name,
        code: code.unwrap_or_default(),
        form: FormView::fresh(fields),
        options: choice.options,
        earlier: sheet.years.iter().skip(1).copied().collect(),
        lines,
        without,
        charts: drawn.take(chart::MOST).collect(),
        errata: errata_here(sheet, section, reader),
        writer: around.writer,
        previous: beside(number.checked_sub(1)),
        next: beside(number.checked_add(1)),
    })
}

fn errata_here(sheet: &Sheet, section: &SheetSection, reader: &Reader) -> usize {
    let of_section = |key: &str| section.figures.iter().any(|figure| figure.def.key == key);
    let errata = sheet.errata.iter();
    errata
        .filter(|one| of_section(&one.key) && reader.sees(one.board))
        .count()
}
