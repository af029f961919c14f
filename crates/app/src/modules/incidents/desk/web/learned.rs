//! Root cause, lesson and list of a case; the page of lessons; the installation's own points.

use std::collections::BTreeSet;

use askama::Template;
use kit::form::{self, Faults, Fields};
use kit::words::{Lang, Tongue};

use super::super::super::model::{About, Cause};
use super::super::super::store::CaseRow;
use super::super::super::web::case::{name_of, visible};
use super::super::actions::learned as deeds;
use super::super::model::lists::{Point, points};
use super::super::store::learned::{self, NewLesson, TickRow};
use crate::base::organisation::{self, import};
use crate::base::visit::{Answer, FormView, Page, Pager, Visit, submit};
use crate::base::{App, Problem, once};

const TITLE: usize = 200;
const TEXT: usize = 5_000;
const POINT: usize = 300;

#[derive(Template)]
#[template(path = "modules/incidents/desk/pages/lessons.html")]
struct Lessons<'a> {
    w: &'a Tongue,
    lessons: Vec<Told>,
    pager: Pager,
}

/// A lesson in words.
struct Told {
    lang: &'static str,
    title: String,
    text: String,
    about: String,
    month: String,
}

/// What everybody who is signed in may read: lessons, never cases.
pub fn lessons(app: &App, visit: &Visit) -> Answer {
    let w = &visit.tongue;
    let (pager, rows) = app.read(|conn| {
        let pager = Pager::new(visit, "/lessons", learned::count_lessons(conn)?);
        let rows = learned::lessons(conn, (Pager::SIZE, pager.offset()))?;
        Ok::<_, Problem>((pager, rows))
    })?;
    let told = rows.into_iter().map(|row| {
        let day = app.zone.day_of(row.published);
        Told {
            lang: row.lang.code(),
            title: row.title,
            text: row.text,
            about: w.t(row.about.word()),
            // The month is enough: a day might lead back to a case.
            month: format!("{} {}", w.month(day.month()), day.year()),
        }
    });
    let page = Lessons {
        w,
        lessons: told.collect(),
        pager,
    };
    Page::new(w.t("incidents-lessons-title"), &page)?.answer()
}

#[derive(Template)]
#[template(path = "modules/incidents/desk/pages/after.html")]
struct After<'a> {
    w: &'a Tongue,
    form: &'a FormView,
    case: &'a CaseRow,
    lesson: bool,
    /// There is one that may be taken back.
    published: bool,
    causes: Vec<(&'static str, String)>,
    langs: Vec<(&'static str, String)>,
}

fn is_lesson(visit: &Visit) -> bool {
    visit.path.ends_with("/lesson")
}

pub fn after_form(app: &App, visit: &Visit) -> Answer {
    let mut fields = Fields::default();
    let case = app.read(|conn| visible(conn, visit))?;
    if is_lesson(visit) {
        fields.set("lang", visit.tongue.lang.code());
        if let Some(before) = app.read(|conn| learned::lesson_of(conn, case.id))? {
            fields.set("lang", before.lang.code());
            fields.set("title", before.title);
            fields.set("text", before.text);
        }
    } else if let Some(judged) = &case.standing.assessment {
        fields.set("cause", judged.cause.code());
    }
    draw_after(app, visit, &FormView::fresh(fields))?.answer()
}

fn draw_after(app: &App, visit: &Visit, form: &FormView) -> Result<Page, Problem> {
    let w = &visit.tongue;
    let case = app.read(|conn| visible(conn, visit))?;
    visit.actor.editor_of(case.controller)?;
    let lesson = is_lesson(visit);
    let page = After {
        w,
        form,
        lesson,
        published: lesson
            && app
                .read(|conn| learned::lesson_of(conn, case.id))?
                .is_some(),
        causes: Cause::ALL
            .iter()
            .map(|one| (one.code(), w.t(one.word())))
            .collect(),
        langs: Lang::ALL
            .iter()
            .map(|one| (one.code(), one.autonym().to_owned()))
            .collect(),
        case: &case,
    };
    let title = if lesson {
        "incidents-do-lesson"
    } else {
        "incidents-do-cause"
    };
    Page::new(w.t(title), &page)
}

pub fn after(app: &App, visit: &Visit) -> Answer {
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let case = visible(tx, visit)?;
            let editor = visit.actor.editor_of(case.controller)?;
            let mut faults = Faults::new();
            if is_lesson(visit) {
                let new = lesson(tx, visit, &case, faults)?;
                deeds::publish(tx, editor, case.id, &new)?;
            } else {
                let cause = form::choice(&visit.form, &mut faults, "cause", Cause::parse);
                form::need(&mut faults, "cause", form::REQUIRED, &cause);
                let words = form::required(&visit.form, &mut faults, "words", form::REQUIRED, TEXT);
                let words = faults.into_result(words)?;
                let cause = cause.unwrap_or(Cause::Unknown);
                deeds::root(tx, editor, case.id, cause, &words)?;
            }
            Ok(format!("/incidents/{}", case.id))
        })
    });
    submit(result, |faults| {
        draw_after(app, visit, &FormView::again(visit, faults))
    })
}

/// A lesson names nobody: no identity number, and not the reporter.
fn lesson(
    conn: &kit::db::Conn,
    visit: &Visit,
    case: &CaseRow,
    mut faults: Faults,
) -> Result<NewLesson, Problem> {
    let fields = &visit.form;
    let lang = form::choice(fields, &mut faults, "lang", Lang::parse);
    let title = form::required(fields, &mut faults, "title", form::REQUIRED, TITLE);
    let text = form::required(fields, &mut faults, "text", form::REQUIRED, TEXT);
    let whole = format!("{title} {text}").to_lowercase();
    let reporter = match case.reporter {
        Some(person) => organisation::person(conn, person)?,
        None => None,
    };
    let named = reporter.is_some_and(|row| whole.contains(&row.name().to_lowercase()));
    if named || import::is_identity_number(&whole) || whole.contains(&case.number) {
        faults.add("text", "incidents-fault-lesson-names");
    }
    Ok(faults.into_result(NewLesson {
        lang: lang.unwrap_or(visit.tongue.lang),
        title,
        text,
    })?)
}

pub fn withdraw(app: &App, visit: &Visit) -> Answer {
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let case = visible(tx, visit)?;
            deeds::withdraw(tx, visit.actor.editor_of(case.controller)?, case.id)?;
            Ok(format!("/incidents/{}", case.id))
        })
    });
    submit(result, |_| Err(Problem::NotFound))
}

#[derive(Template)]
#[template(path = "modules/incidents/desk/pages/list.html")]
struct List<'a> {
    w: &'a Tongue,
    form: &'a FormView,
    case: &'a CaseRow,
    points: Vec<Shown>,
}

/// A point as it is shown: its tick says who and when.
struct Shown {
    key: String,
    text: String,
    ticked: Option<String>,
}

/// The points of a case's kind: the program's and the installation's own.
pub fn points_of(conn: &kit::db::Conn, w: &Tongue, about: About) -> Result<Vec<Point>, Problem> {
    let mut all = points(about, w.lang);
    let own = learned::points(conn)?;
    let own = own
        .into_iter()
        .filter(|one| one.about.is_none_or(|of| of == about));
    all.extend(own.map(|one| Point {
        key: one.id.to_string(),
        text: one.text,
    }));
    Ok(all)
}

pub fn list(app: &App, visit: &Visit) -> Answer {
    let w = &visit.tongue;
    let (case, points) = app.read(|conn| {
        let case = visible(conn, visit)?;
        visit.actor.editor_of(case.controller)?;
        let ticks = learned::ticks(conn, case.id)?;
        let mut shown = Vec::new();
        for point in points_of(conn, w, case.about)? {
            let tick: Option<&TickRow> = ticks.iter().find(|tick| tick.point == point.key);
            let ticked = match tick {
                Some(tick) => {
                    let by = name_of(conn, w, &tick.by)?;
                    Some(format!("{} · {by}", w.moment(tick.at)))
                }
                None => None,
            };
            shown.push(Shown {
                key: point.key,
                text: point.text,
                ticked,
            });
        }
        Ok::<_, Problem>((case, shown))
    })?;
    let page = List {
        w,
        form: &FormView::fresh(Fields::default()),
        case: &case,
        points,
    };
    Page::new(w.t("incidents-list-title"), &page)?.answer()
}

pub fn tick(app: &App, visit: &Visit) -> Answer {
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let case = visible(tx, visit)?;
            visit.actor.editor_of(case.controller)?;
            let known: BTreeSet<String> = points_of(tx, &visit.tongue, case.about)?
                .into_iter()
                .map(|point| point.key)
                .collect();
            let wanted: BTreeSet<String> = visit
                .form
                .all("done")
                .into_iter()
                .filter(|key| known.contains(*key))
                .map(str::to_owned)
                .collect();
            deeds::tick(tx, &case, &wanted)?;
            Ok(format!("/incidents/{}", case.id))
        })
    });
    submit(result, |_| Err(Problem::NotFound))
}

#[derive(Template)]
#[template(path = "modules/incidents/desk/pages/lists.html")]
struct Lists<'a> {
    w: &'a Tongue,
    form: &'a FormView,
    abouts: Vec<(&'static str, String)>,
    /// Id, kind and text of the own points.
    own: Vec<(String, String, String)>,
}

pub fn lists(app: &App, visit: &Visit) -> Answer {
    draw_lists(app, visit, &FormView::fresh(Fields::default()))?.answer()
}

fn draw_lists(app: &App, visit: &Visit, form: &FormView) -> Result<Page, Problem> {
    let w = &visit.tongue;
    let own = app.read(learned::points)?;
    let kind = |about: Option<About>| w.t(about.map_or("incidents-lists-every", About::word));
    let page = Lists {
        w,
        form,
        abouts: About::ALL
            .iter()
            .map(|one| (one.code(), w.t(one.word())))
            .collect(),
        own: own
            .into_iter()
            .map(|one| (one.id.to_string(), kind(one.about), one.text))
            .collect(),
    };
    Page::new(w.t("incidents-lists-title"), &page)
}

pub fn add_point(app: &App, visit: &Visit) -> Answer {
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let mut faults = Faults::new();
            let about = form::choice(&visit.form, &mut faults, "about", About::parse);
            let text = form::required(&visit.form, &mut faults, "text", form::REQUIRED, POINT);
            let text = faults.into_result(text)?;
            deeds::add_point(tx, about, &text)?;
            Ok("/incidents/lists".to_owned())
        })
    });
    submit(result, |faults| {
        draw_lists(app, visit, &FormView::again(visit, faults))
    })
}

pub fn end_point(app: &App, visit: &Visit) -> Answer {
    let id = visit.id::<super::super::Point>("point")?;
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            deeds::end_point(tx, id)?;
            Ok("/incidents/lists".to_owned())
        })
    });
    submit(result, |_| Err(Problem::NotFound))
}
