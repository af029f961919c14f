//! "My stopped and secured mails": the reason, the passage marked, the short rule, and the decision. A sender sees
//! their own and nobody else's; every look at content leaves an entry in the book.

use askama::Template;
use kit::db::Conn;
use kit::form::Fields;
use kit::words::{Arg, Tongue};

use super::super::model::{Channel, Reason, Way};
use super::super::views::second_readers;
use super::StoppedId;
use super::actions;
use super::model::{Decision, Showing, Standing, Step, Why, answers, rule, ways};
use super::store::{self, Stopped, Taken};
use crate::base::organisation::{self, ControllerId, PersonId};
use crate::base::room::{Access, Due, Link, Route};
use crate::base::visit::{Answer, FormView, Page, Pager, Visit, submit};
use crate::base::{Actor, App, Problem, audit, once};

pub const ROUTES: &[Route] = &[
    Route::get("/my-mails", Access::SignedIn, list),
    Route::get("/my-mails/{id}", Access::SignedIn, one),
    Route::post("/my-mails/{id}", Access::SignedIn, decide),
];

/// More than this nobody reads on a first page.
const MOST: i64 = 5;

#[derive(Template)]
#[template(path = "modules/guard/held/pages/list.html")]
struct List<'a> {
    w: &'a Tongue,
    lines: Vec<Line>,
    pager: Pager,
    /// Who may read them, as it is today.
    private: String,
}

struct Line {
    href: String,
    subject: String,
    to: String,
    at: String,
    way: &'static str,
    standing: Standing,
}

#[derive(Template)]
#[template(path = "modules/guard/held/pages/one.html")]
struct One<'a> {
    w: &'a Tongue,
    form: &'a FormView,
    id: String,
    way: &'static str,
    standing: Standing,
    at: String,
    /// None when the content is gone.
    showing: Option<&'a Showing>,
    reasons: Vec<String>,
    rule: &'static str,
    ways: &'static [&'static str],
    stops: bool,
    steps: Vec<(String, String)>,
    /// Until when there is something to decide.
    until: Option<String>,
    answers: Vec<(String, String)>,
    answerable: bool,
    stuck: bool,
    whys: Vec<(String, String)>,
    letter: bool,
}

fn me(visit: &Visit) -> Result<PersonId, Problem> {
    visit.actor.person().ok_or(Problem::SignIn)
}

fn list(app: &App, visit: &Visit) -> Answer {
    let (w, person) = (&visit.tongue, me(visit)?);
    let offset = (visit.page() - 1) * Pager::SIZE;
    let (total, lines, private) = app.read(|conn| {
        let (total, rows) = store::of_owner(conn, person, (Pager::SIZE, offset))?;
        let mut boards: Vec<ControllerId> = rows.iter().map(|row| row.controller).collect();
        let works = organisation::works_in(conn, person, visit.today)?;
        boards.extend(works.iter().map(|(_, board)| *board));
        let (readers, sources) = second_readers(conn, &boards)?;
        let private = private(w, &readers, &sources);
        Ok::<_, Problem>((total, lines(app, conn, w, &rows)?, private))
    })?;
    if !lines.is_empty() {
        // The list tells subjects and recipients: a look as well.
        app.write(&visit.actor, |tx| {
            let subject = crate::base::subject::Subject::new("person", person);
            audit::noted(tx, "guard.look", &subject)
        })?;
    }
    let pager = Pager::new(visit, "/my-mails", total);
    Page::new(
        w.t("guard-held-title"),
        &List {
            w,
            lines,
            pager,
            private,
        },
    )?
    .answer()
}

/// Who may read one's held mails.
fn private(w: &Tongue, readers: &[String], sources: &[String]) -> String {
    if readers.is_empty() {
        return w.t("guard-held-private");
    }
    let args = [
        ("readers", w.list(readers).into()),
        ("rule", sources.join("; ").into()),
    ];
    w.with("guard-held-private-second", &args)
}

fn lines(app: &App, conn: &Conn, w: &Tongue, rows: &[Stopped]) -> Result<Vec<Line>, Problem> {
    let ids: Vec<StoppedId> = rows.iter().map(|row| row.id).collect();
    let steps = store::steps(conn, &ids)?;
    let sealed = store::showings(conn, &ids)?;
    let mut lines = Vec::new();
    for row in rows {
        let own = sealed.iter().find(|(id, _)| *id == row.id);
        let own = own.and_then(|(_, sealed)| sealed.as_deref());
        let showing = actions::showing(app, row, own)?;
        lines.push(Line {
            href: format!("/my-mails/{}", row.id),
            subject: subject(w, showing.as_ref()),
            to: match &showing {
                Some(showing) => w.list(&showing.to),
                None => w.one("guard-held-recipients", "count", row.recipients),
            },
            at: w.moment(row.at),
            way: row.way.word(),
            standing: store::standing(row.way, row.id, &steps),
        });
    }
    Ok(lines)
}

fn subject(w: &Tongue, showing: Option<&Showing>) -> String {
    match showing {
        None => w.t("guard-held-gone"),
        Some(showing) if showing.subject.is_empty() => w.t("guard-held-no-subject"),
        Some(showing) => showing.subject.clone(),
    }
}

/// One's own; anybody else's does not exist here.
fn own(conn: &Conn, visit: &Visit) -> Result<Stopped, Problem> {
    let (id, person): (StoppedId, PersonId) = (visit.id("id")?, me(visit)?);
    store::one(conn, id)?
        .filter(|row| row.owner == Some(person))
        .ok_or(Problem::NotFound)
}

fn one(app: &App, visit: &Visit) -> Answer {
    draw(app, visit, &FormView::fresh(Fields::default()))?.answer()
}

fn draw(app: &App, visit: &Visit, form: &FormView) -> Result<Page, Problem> {
    let w = &visit.tongue;
    let row = app.read(|conn| own(conn, visit))?;
    // The entry comes first: what cannot be written down is not shown.
    app.write(&visit.actor, |tx| actions::looked(tx, row.id))?;
    let (steps, (sealed, _)) = app.read(|conn| {
        let steps = store::steps(conn, &[row.id])?;
        Ok::<_, Problem>((steps, store::sealed(conn, row.id)?))
    })?;
    let showing = actions::showing(app, &row, sealed.as_deref())?;
    let standing = store::standing(row.way, row.id, &steps);
    let waits = standing == Standing::Waits && visit.now < row.until;
    let stuck = showing.as_ref().is_some_and(|showing| showing.stuck);
    let page = One {
        w,
        form,
        id: row.id.to_string(),
        way: row.way.word(),
        standing,
        at: w.moment(row.at),
        showing: showing.as_ref(),
        reasons: row.reasons.iter().map(|one| said(w, one)).collect(),
        rule: rule(&row.reasons, row.class),
        ways: ways(&row.reasons),
        stops: row.way.stops(),
        steps: steps.iter().map(|(_, taken)| told(w, taken)).collect(),
        until: waits.then(|| w.day(app.zone.day_of(row.until))),
        answers: named(w, &answers(row.way, row.answerable, stuck)),
        answerable: row.answerable,
        stuck,
        whys: Why::ALL
            .map(|why| (why.code().to_owned(), w.t(why.word())))
            .to_vec(),
        letter: row.way == Way::Letter && standing == Standing::Told,
    };
    Page::new(w.t("guard-held-one"), &page)
}

/// A reason in the reader's language.
pub fn said(w: &Tongue, reason: &Reason) -> String {
    let mut args = reason.args();
    for (name, arg) in &mut args {
        // What is stored is a code.
        if let ("channel", Arg::Text(code)) = (*name, &*arg)
            && let Some(channel) = Channel::parse(code)
        {
            *arg = w.t(channel.word()).into();
        } else if let ("country", Arg::Text(code)) = (*name, &*arg) {
            *arg = code.to_uppercase().into();
        }
    }
    w.with(reason.word(), &args)
}

fn told(w: &Tongue, taken: &Taken) -> (String, String) {
    let mut text = w.t(taken.step.word());
    if let (Step::NotSensitive, Some(why)) = (taken.step, taken.why.as_deref().and_then(Why::parse))
    {
        let words = taken.reason.clone().unwrap_or_default();
        text = w.with(
            "guard-held-step-because",
            &[("why", w.t(why.word()).into()), ("words", words.into())],
        );
    }
    if let (Step::Sent, Some(codes)) = (taken.step, &taken.detail) {
        let ways: Vec<String> = codes
            .split(' ')
            .filter_map(Way::parse)
            .map(|way| w.t(way.word()))
            .collect();
        text = w.list(&ways);
    }
    if taken.step == Step::Opened {
        let words = taken.reason.clone().unwrap_or_default();
        text = w.one("guard-held-step-opened-because", "words", words);
    }
    (w.moment(taken.at), text)
}

fn named(w: &Tongue, answers: &[&str]) -> Vec<(String, String)> {
    let word = |code: &str| match code {
        "secure" => "guard-held-answer-secure",
        "not-sensitive" => "guard-held-answer-not-sensitive",
        _ => "guard-held-answer-cancel",
    };
    answers
        .iter()
        .map(|&code| (code.to_owned(), w.t(word(code))))
        .collect()
}

fn decide(app: &App, visit: &Visit) -> Answer {
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let row = own(tx, visit)?;
            let showing = actions::showing_of(app, tx, &row)?;
            let stuck = showing.is_some_and(|showing| showing.stuck);
            let answers = answers(row.way, row.answerable, stuck);
            let decision = Decision::typed(&visit.form, &answers)?;
            actions::decide(app, tx, &row, &decision)?;
            Ok(format!("/my-mails/{}", row.id))
        })
    });
    submit(result, |faults| {
        draw(app, visit, &FormView::again(visit, faults))
    })
}

/// What waits for a decision, for the first page; nothing of the content.
pub fn due(app: &App, conn: &Conn, actor: &Actor, w: &Tongue) -> Result<Vec<Due>, Problem> {
    let Some(person) = actor.person() else {
        return Ok(Vec::new());
    };
    let rows = store::waiting(conn, person, MOST)?;
    Ok(rows
        .iter()
        .map(|row| {
            let day = app.zone.day_of(row.until);
            Due {
                link: Link {
                    href: format!("/my-mails/{}", row.id),
                    title: w.t("guard-held-due"),
                    detail: w.t("guard-held-due-until"),
                },
                day: Some(day),
                late: row.until < app.now(),
                end: None,
            }
        })
        .collect())
}
