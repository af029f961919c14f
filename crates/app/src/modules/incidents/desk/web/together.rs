//! Bringing cases together and taking them apart: one page per deed, each with its reason.

use askama::Template;
use kit::db::{Conn, Tx};
use kit::form::{self, Faults, Fields};
use kit::words::Tongue;

use super::super::super::CaseId;
use super::super::super::due::short;
use super::super::super::model::written;
use super::super::super::store::{CaseRow, Listed, Sight, listed};
use super::super::super::web::case::visible;
use super::super::CaseLink;
use super::super::actions::links as deeds;
use super::super::model::links::{CHOSEN, Tie};
use super::super::store::links;
use crate::base::visit::{Answer, FormView, Page, Visit, submit};
use crate::base::{App, Problem, once};

/// How far back similar cases are offered.
const BACK_DAYS: i64 = 740;
const WORDS: usize = 10_000;

#[derive(Clone, Copy, PartialEq)]
enum Deed {
    Merge,
    Split,
    Link,
    Bundle,
    FalseAlarm,
}

impl Deed {
    /// By the last word of the address.
    fn of(visit: &Visit) -> Result<Deed, Problem> {
        match visit.path.rsplit('/').next() {
            Some("merge") => Ok(Deed::Merge),
            Some("split") => Ok(Deed::Split),
            Some("link") => Ok(Deed::Link),
            Some("bundle") => Ok(Deed::Bundle),
            Some("false-alarm") => Ok(Deed::FalseAlarm),
            _ => Err(Problem::NotFound),
        }
    }

    fn word(self) -> &'static str {
        match self {
            Deed::Merge => "incidents-do-merge",
            Deed::Split => "incidents-do-split",
            Deed::Link => "incidents-do-link",
            Deed::Bundle => "incidents-do-bundle",
            Deed::FalseAlarm => "incidents-do-false-alarm",
        }
    }

    fn note(self) -> &'static str {
        match self {
            Deed::Merge => "incidents-merge-note",
            Deed::Split => "incidents-split-note",
            Deed::Link => "incidents-link-note",
            Deed::Bundle => "incidents-bundle-note",
            Deed::FalseAlarm => "incidents-false-alarm-note",
        }
    }
}

#[derive(Template)]
#[template(path = "modules/incidents/desk/pages/together.html")]
struct Form<'a> {
    w: &'a Tongue,
    form: &'a FormView,
    case: &'a CaseRow,
    path: &'a str,
    word: &'static str,
    note: &'static str,
    other: bool,
    ties: Vec<(&'static str, String)>,
    likely: Vec<(String, String)>,
    members: Vec<(String, String)>,
    story: bool,
    thanks: bool,
    /// Ties that may be ended here.
    tied: Vec<LinkRowView>,
}

/// A tie in words, with what it takes to end it.
struct LinkRowView {
    id: String,
    label: String,
}

pub fn form(app: &App, visit: &Visit) -> Answer {
    let mut fields = Fields::default();
    if Deed::of(visit)? == Deed::FalseAlarm {
        fields.set("thanks", visit.tongue.t("incidents-false-alarm-thanks"));
    }
    draw(app, visit, &FormView::fresh(fields))?.answer()
}

fn draw(app: &App, visit: &Visit, form: &FormView) -> Result<Page, Problem> {
    let deed = Deed::of(visit)?;
    let w = &visit.tongue;
    let (case, likely, tied) = app.read(|conn| {
        let case = visible(conn, visit)?;
        visit.actor.editor_of(case.controller)?;
        let sight = Sight::of(&visit.actor);
        let since = visit.now.plus_days(-BACK_DAYS);
        let likely = links::like(conn, &sight, case.id, since)?;
        let tied = if deed == Deed::Link {
            views(conn, visit, &case)?
        } else {
            Vec::new()
        };
        Ok::<_, Problem>((case, likely, tied))
    })?;
    let offered = |line: &Listed| {
        let title = format!("{} · {}", line.number, short(line.what()));
        (line.id.to_string(), title)
    };
    let members = likely
        .iter()
        .filter(|line| line.aware.is_some() && line.notified.is_none() && line.closed.is_none())
        .filter(|line| line.controller == case.controller);
    let page = Form {
        w,
        form,
        path: &visit.path,
        word: deed.word(),
        note: deed.note(),
        other: matches!(deed, Deed::Merge | Deed::Link),
        ties: match deed {
            Deed::Link => CHOSEN
                .iter()
                .map(|tie| (tie.code(), w.t(tie.word())))
                .collect(),
            _ => Vec::new(),
        },
        members: match deed {
            Deed::Bundle => members.map(offered).collect(),
            _ => Vec::new(),
        },
        likely: likely.iter().map(offered).collect(),
        story: deed == Deed::Split,
        thanks: deed == Deed::FalseAlarm && case.answerable(),
        tied,
        case: &case,
    };
    Page::new(w.t(deed.word()), &page)
}

fn views(conn: &Conn, visit: &Visit, case: &CaseRow) -> Result<Vec<LinkRowView>, Problem> {
    let sight = Sight::of(&visit.actor);
    let mut views = Vec::new();
    for row in links::of(conn, case.id)? {
        let forward = row.case == case.id;
        let other = if forward { row.other } else { row.case };
        let Some(line) = listed(conn, &sight, other)?.filter(|_| row.tie.may_end()) else {
            continue;
        };
        let word = if forward {
            row.tie.word()
        } else {
            row.tie.back()
        };
        views.push(LinkRowView {
            id: row.id.to_string(),
            label: format!("{}: {}", visit.tongue.t(word), line.number),
        });
    }
    Ok(views)
}

pub fn send(app: &App, visit: &Visit) -> Answer {
    let deed = Deed::of(visit)?;
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let case = visible(tx, visit)?;
            take(app, tx, visit, &case, deed)
        })
    });
    submit(result, |faults| {
        draw(app, visit, &FormView::again(visit, faults))
    })
}

/// Does it, and says where to go on.
fn take(
    app: &App,
    tx: &Tx<'_>,
    visit: &Visit,
    case: &CaseRow,
    deed: Deed,
) -> Result<String, Problem> {
    let editor = visit.actor.editor_of(case.controller)?;
    let (fields, id) = (&visit.form, case.id);
    let mut to = id;
    match deed {
        Deed::Merge => {
            let (other, reason) = other_and_reason(tx, visit, None)?;
            deeds::merge(tx, editor, id, other, &reason)?;
            to = other;
        }
        Deed::Link => {
            let tie = fields.text("tie");
            let tie = CHOSEN.into_iter().find(|one| one.code() == tie);
            let (other, reason) = other_and_reason(tx, visit, Some(tie))?;
            let tie = tie.ok_or(Problem::NotFound)?;
            deeds::link(tx, editor, (id, other), tie, &reason)?;
        }
        Deed::Split => {
            let mut faults = Faults::new();
            let story =
                form::required(fields, &mut faults, "story", "incidents-fault-story", WORDS);
            let reason = reason(fields, &mut faults);
            let (story, reason) = faults.into_result((story, reason))?;
            to = deeds::split(tx, editor, id, (&story, &reason), &app.zone)?;
        }
        Deed::Bundle => {
            let mut faults = Faults::new();
            let members: Vec<CaseId> = fields
                .all("members")
                .iter()
                .filter_map(|id| CaseId::parse(id))
                .collect();
            if members.is_empty() {
                faults.add("members", "incidents-fault-members");
            }
            let reason = reason(fields, &mut faults);
            let reason = faults.into_result(reason)?;
            deeds::bundle(tx, editor, id, &members, &reason)?;
        }
        Deed::FalseAlarm => {
            let reason = written(fields, "reason", "incidents-fault-reason")?;
            let thanks = match case.reporter {
                Some(_) => written(fields, "thanks", "incidents-fault-answer")?,
                None => String::new(),
            };
            deeds::false_alarm(tx, editor, id, (&reason, &thanks), &app.zone)?;
        }
    }
    Ok(format!("/incidents/{to}"))
}

fn reason(fields: &Fields, faults: &mut Faults) -> String {
    form::required(fields, faults, "reason", "incidents-fault-reason", WORDS)
}

/// The other case, by the number that was typed or else the one that was chosen; with the reason. `tie` is the
/// tie where one is to be chosen.
fn other_and_reason(
    conn: &Conn,
    visit: &Visit,
    tie: Option<Option<Tie>>,
) -> Result<(CaseId, String), Problem> {
    let fields = &visit.form;
    let mut faults = Faults::new();
    if tie == Some(None) {
        faults.add("tie", "incidents-fault-tie");
    }
    let sight = Sight::of(&visit.actor);
    let number = fields.text("number");
    let found = if number.is_empty() {
        match CaseId::parse(fields.text("likely")) {
            Some(id) => listed(conn, &sight, id)?,
            None => None,
        }
    } else {
        links::by_number(conn, &sight, number)?
    };
    if found.is_none() {
        faults.add("number", "incidents-fault-other");
    }
    let reason = reason(fields, &mut faults);
    let reason = faults.into_result(reason)?;
    let found = found.ok_or(Problem::NotFound)?;
    Ok((found.id, reason))
}

/// Ends a tie.
pub fn untie(app: &App, visit: &Visit) -> Answer {
    let link = visit.id::<CaseLink>("link")?;
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let case = visible(tx, visit)?;
            let editor = visit.actor.editor_of(case.controller)?;
            deeds::untie(tx, editor, case.id, link)?;
            Ok(format!("/incidents/{}", case.id))
        })
    });
    submit(result, |_| Err(Problem::NotFound))
}
