//! The talk that a receipt opens. The receipt travels in the body of each form and nowhere else: not in an address,
//! not in a cookie. Reading leaves no trace at all.

use askama::Template;
use kit::db::Conn;
use kit::form::{Faults, Fields};
use kit::id::Id;
use kit::words::Tongue;

use super::super::super::desk::{self, LessonRow};
use super::super::super::model::{About, Move, Stage, Step, When, written};
use super::super::super::store::{self as cases, CaseRow};
use super::super::super::web::again::Said;
use super::super::letterbox::{self, To, WRITER};
use super::super::model::Receipt;
use super::super::store::{self, Item};
use super::tell::enclosed;
use crate::base::visit::{Answer, FormView, Look, Page, Visit};
use crate::base::{Actor, App, Problem};

#[derive(Template)]
#[template(path = "modules/incidents/reporting/pages/enter.html")]
struct Enter<'a> {
    w: &'a Tongue,
    form: &'a FormView,
    lang: &'static str,
}

#[derive(Template)]
#[template(path = "modules/incidents/reporting/pages/talk.html")]
struct Talk<'a> {
    w: &'a Tongue,
    form: &'a FormView,
    lang: &'static str,
    code: String,
    status: &'static str,
    about: About,
    said: Vec<Told>,
    /// What was learned from it, once that is published.
    lesson: Option<LessonRow>,
    answered: bool,
    may_add: bool,
    /// A message was just taken in.
    added: bool,
}

/// One thing that was said, on a day.
struct Told {
    who: &'static str,
    day: String,
    words: String,
    ours: bool,
}

/// What a receipt opens.
pub enum Opened {
    Waiting(Item),
    Case(Box<CaseRow>),
}

pub fn enter(_: &App, visit: &Visit) -> Answer {
    ask(visit, &FormView::fresh(Fields::default()))?.answer()
}

fn ask(visit: &Visit, form: &FormView) -> Result<Page, Problem> {
    let w = &visit.tongue;
    let page = Enter {
        w,
        form,
        lang: w.lang.code(),
    };
    Page::new(w.t("incidents-reporting-talk-title"), &page)
}

pub fn open(app: &App, visit: &Visit) -> Answer {
    match find(app, visit)? {
        Some((receipt, opened)) => {
            let form = FormView::fresh(Fields::default());
            show(app, visit, &receipt, &opened, &form, false)?
                .look(Look::Answer)
                .answer()
        }
        None => unknown(visit),
    }
}

fn unknown(visit: &Visit) -> Answer {
    let mut faults = Faults::new();
    faults.add("code", "incidents-reporting-fault-code");
    ask(visit, &FormView::again(visit, faults))?
        .look(Look::Answer)
        .status(422)
        .answer()
}

/// The report of the receipt in the form. Trying is slowed, whether it fits or not.
fn find(app: &App, visit: &Visit) -> Result<Option<(Receipt, Opened)>, Problem> {
    app.brakes.receipt(&visit.address)?;
    let Some(receipt) = Receipt::parse(visit.form.raw("code")) else {
        return Ok(None);
    };
    let mark = letterbox::mark(&app.keys, &receipt);
    let opened = app.read(|conn| opened(conn, &mark))?;
    Ok(opened.map(|opened| (receipt, opened)))
}

/// The report under the mark of a receipt.
pub fn opened(conn: &Conn, mark: &str) -> Result<Option<Opened>, Problem> {
    if let Some(item) = store::waiting_report(conn, mark)? {
        return Ok(Some(Opened::Waiting(item)));
    }
    let case = store::case_of(conn, mark)?
        .map(|id| cases::case(conn, id))
        .transpose()?;
    Ok(case.flatten().map(|case| Opened::Case(Box::new(case))))
}

impl Opened {
    /// What a further message belongs to.
    pub fn to(&self) -> To {
        match self {
            Opened::Waiting(item) => To::waiting(item),
            Opened::Case(case) => To::case(case),
        }
    }

    /// What was said first.
    pub fn said(&self) -> Said<'_> {
        match self {
            Opened::Waiting(item) => Said {
                story: &item.words,
                about: item.about,
                noticed: item.noticed.map_or(When::Unknown, When::On),
            },
            Opened::Case(case) => Said {
                story: &case.story,
                about: case.about,
                noticed: case.noticed(),
            },
        }
    }
}

pub fn more(app: &App, visit: &Visit) -> Answer {
    let Some((receipt, opened)) = find(app, visit)? else {
        return unknown(visit);
    };
    let mut faults = visit.whole().err().unwrap_or_default();
    let files = enclosed(visit, &mut faults);
    let words = written(&visit.form, "more", "incidents-fault-more");
    let words = match (words, faults.is_empty()) {
        (Ok(words), true) => words,
        (Ok(_), false) => return again(app, visit, &receipt, &opened, faults),
        (Err(faults), _) => return again(app, visit, &receipt, &opened, faults),
    };
    if !may_add(&opened) {
        return Err(Problem::refused("incidents-refused-closed"));
    }
    struct Token;
    let token = Id::<Token>::parse(visit.form.text("once"))
        .ok_or_else(|| Problem::refused("problem-form-old"))?;
    let content = letterbox::content(&(token, &words), &files);
    let mark = letterbox::said_mark(&app.keys, &receipt, &content);
    app.write(&Actor::program(WRITER), |tx| {
        if !store::first(tx, &mark, visit.today)? {
            return Ok::<_, Problem>(());
        }
        letterbox::say_more(tx, &opened.to(), (&words, ""), visit.today, &files)
    })?;
    let form = FormView::fresh(Fields::default());
    show(app, visit, &receipt, &opened, &form, true)?
        .look(Look::Answer)
        .answer()
}

fn again(app: &App, visit: &Visit, receipt: &Receipt, opened: &Opened, faults: Faults) -> Answer {
    let form = FormView::again(visit, faults);
    let page = show(app, visit, receipt, opened, &form, false)?;
    page.look(Look::Answer).status(422).answer()
}

fn may_add(opened: &Opened) -> bool {
    match opened {
        Opened::Waiting(_) => true,
        Opened::Case(case) => {
            let now = case.standing.situation(true);
            case.standing.stage.next(Move::More, now).is_ok()
        }
    }
}

fn show(
    app: &App,
    visit: &Visit,
    receipt: &Receipt,
    opened: &Opened,
    form: &FormView,
    added: bool,
) -> Result<Page, Problem> {
    let w = &visit.tongue;
    let (case, about, stage) = match opened {
        Opened::Waiting(item) => (item.id.of(), item.about, Stage::Reported),
        Opened::Case(case) => (case.id, case.about, case.standing.stage),
    };
    let mut said = match opened {
        Opened::Waiting(item) => vec![of_reporter(w, item)],
        Opened::Case(case) => of_case(w, case),
    };
    let (waiting, lesson) = app.read(|conn| {
        let lesson = match opened {
            Opened::Waiting(_) => None,
            Opened::Case(case) => desk::lesson_for(conn, case)?,
        };
        Ok::<_, Problem>((store::waiting_more(conn, case, false)?, lesson))
    })?;
    said.extend(waiting.iter().map(|item| of_reporter(w, item)));
    let answered = said.iter().any(|said| said.ours);
    said.extend(lesson.as_ref().map(|lesson| learned(w, lesson)));
    let page = Talk {
        w,
        form,
        lang: w.lang.code(),
        code: receipt.words().join(" "),
        status: stage.status(lesson.is_some()),
        lesson,
        about,
        answered,
        said,
        may_add: may_add(opened),
        added,
    };
    Page::new(w.t("incidents-reporting-talk-title"), &page)
}

fn of_reporter(w: &Tongue, item: &Item) -> Told {
    Told {
        who: "incidents-reporting-talk-you",
        day: w.day(item.day),
        words: item.words.clone(),
        ours: false,
    }
}

/// That something was learned, on the day on which it was published: who has no account gets no notice.
fn learned(w: &Tongue, lesson: &LessonRow) -> Told {
    Told {
        who: "incidents-reporting-talk-officer",
        day: w.day(w.zone().day_of(lesson.published)),
        words: w.t("incidents-reporting-learned"),
        ours: true,
    }
}

/// What was said in a case so far, by the reporter and to the reporter; nothing else of it.
fn of_case(w: &Tongue, case: &CaseRow) -> Vec<Told> {
    let mut said = Vec::new();
    for taken in &case.steps {
        let (who, words, ours) = match taken.step {
            Step::Report(_) => ("incidents-reporting-talk-you", &case.story, false),
            Step::More => ("incidents-reporting-talk-you", &taken.words, false),
            Step::Ask | Step::Respond => ("incidents-reporting-talk-officer", &taken.words, true),
            _ => continue,
        };
        said.push(Told {
            who,
            day: w.day(w.zone().day_of(taken.at)),
            words: words.clone(),
            ours,
        });
    }
    said
}
