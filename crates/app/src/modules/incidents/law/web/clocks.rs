//! The clocks of a case: every time with the gap before it, every limit with its law, every reminder; and what the
//! reminded may see, which is the deadline alone.

use askama::Template;
use kit::clock::{Day, Moment};
use kit::db::Conn;
use kit::form::Fields;
use kit::words::Tongue;

use super::super::super::CaseId;
use super::super::super::model::{Stage, written};
use super::super::super::store::{self as cases, CaseRow};
use super::super::super::web::case::visible;
use super::super::actions;
use super::super::model::{Countdown, Law, Rule};
use super::super::store::{self, ReminderRow};
use super::times::{Time, times};
use crate::base::organisation;
use crate::base::visit::{Answer, FormView, Page, Visit, submit};
use crate::base::{App, Problem, Role, once};

/// A clock in words.
pub struct ClockView {
    pub title: String,
    pub class: &'static str,
    pub stand: String,
    /// What is known of it: message key and text.
    pub lines: Vec<(&'static str, String)>,
    /// Message keys of remarks.
    pub notes: Vec<&'static str>,
}

impl ClockView {
    pub fn of(w: &Tongue, clock: &Countdown, now: Moment) -> ClockView {
        let due = &clock.due;
        let mut lines = vec![
            ("incidents-law-clock-from", w.moment(clock.start)),
            ("incidents-law-clock-by", w.moment(due.by)),
        ];
        if clock.stand.runs() {
            let left = due.by.ms() - now.ms();
            lines.push(if left >= 0 {
                ("incidents-law-clock-left", w.span(left))
            } else {
                ("incidents-law-clock-over", w.span(-left))
            });
        }
        lines.extend(
            clock
                .met
                .map(|at| ("incidents-law-clock-met", w.moment(at))),
        );
        lines.extend(
            due.unmoved
                .map(|day| ("incidents-law-clock-unmoved", w.day(day))),
        );
        lines.extend(
            due.formal
                .map(|at| ("incidents-law-clock-formal", w.moment(at))),
        );
        lines.push(("incidents-law-clock-source", clock.source.clone()));
        let mut notes = Vec::new();
        if due.formal.is_some() {
            notes.push("incidents-law-note-formal");
        }
        if due.last_day.is_some() {
            notes.push("incidents-law-note-moved");
        }
        if clock.note {
            notes.push("incidents-law-note-national");
        }
        ClockView {
            title: w.t(clock.rule.word()),
            class: clock.stand.class(),
            stand: w.t(clock.stand.word()),
            lines,
            notes,
        }
    }
}

/// Every clock of a case; of the significant incident beside it too.
pub fn clocks(
    app: &App,
    conn: &Conn,
    case: &CaseRow,
    now: Moment,
) -> Result<Vec<Countdown>, Problem> {
    let mut clocks: Vec<Countdown> = notify_clock(app, case, now).into_iter().collect();
    if let Some(nis2) = store::nis2(conn, case.id)? {
        clocks.extend(nis2.clocks(now, &app.zone));
    }
    Ok(clocks)
}

/// The clock of article 33; none before the awareness of a breach.
pub fn notify_clock(app: &App, case: &CaseRow, now: Moment) -> Option<Countdown> {
    let standing = &case.standing;
    let met = standing.notified.as_ref().map(|notified| notified.at);
    let off = standing.declined || standing.stage == Stage::Closed;
    let law = Law::in_force();
    Countdown::of(
        law,
        Rule::Notify,
        standing.aware()?,
        (met, off),
        now,
        &app.zone,
    )
}

/// A reminder in words.
struct ReminderView {
    rule: &'static str,
    level: &'static str,
    due: String,
    sent: String,
    late: bool,
}

#[derive(Template)]
#[template(path = "modules/incidents/law/pages/clocks.html")]
struct Clocks<'a> {
    w: &'a Tongue,
    form: &'a FormView,
    case: &'a CaseRow,
    times: Vec<Time>,
    /// The short investigation before the awareness.
    investigation: Option<String>,
    clocks: Vec<ClockView>,
    reminders: Vec<ReminderView>,
    missing: bool,
    may_take_up: bool,
    editor: bool,
    works: bool,
}

pub fn page(app: &App, visit: &Visit) -> Answer {
    draw(app, visit, &FormView::fresh(Fields::default()))?.answer()
}

fn draw(app: &App, visit: &Visit, form: &FormView) -> Result<Page, Problem> {
    let w = &visit.tongue;
    app.read(|conn| {
        let case = visible(conn, visit)?;
        let standing = &case.standing;
        let editor = visit.actor.scope(Role::Dpo).admits(case.controller);
        let clocks = clocks(app, conn, &case, visit.now)?;
        let reminders = store::reminders(conn, case.id)?;
        let page = Clocks {
            w,
            form,
            times: times(w, &case),
            investigation: investigation(w, &case),
            clocks: clocks
                .iter()
                .map(|clock| ClockView::of(w, clock, visit.now))
                .collect(),
            reminders: reminders.iter().map(|row| reminder(w, row)).collect(),
            missing: standing.reasons_missing(visit.now),
            may_take_up: editor && standing.triaged.is_none() && standing.closed.is_none(),
            editor,
            works: editor || visit.actor.scope(Role::Ciso).admits(case.controller),
            case: &case,
        };
        Page::new(
            w.one("incidents-law-clocks-title", "number", &case.number),
            &page,
        )
    })
}

/// From the report to the awareness: allowed when it is short, and always shown (facts § 4).
fn investigation(w: &Tongue, case: &CaseRow) -> Option<String> {
    let ms = case.standing.aware()?.ms() - case.reported.ms();
    (ms > 0).then(|| w.one("incidents-law-investigation", "span", w.span(ms)))
}

fn reminder(w: &Tongue, row: &ReminderRow) -> ReminderView {
    let sent = row.sent.map(|at| {
        let args = [("at", w.moment(at).into()), ("count", row.told.into())];
        w.with("incidents-law-reminder-sent", &args)
    });
    ReminderView {
        rule: row.rule.word(),
        level: row.level.word(),
        due: w.moment(row.due),
        sent: sent.unwrap_or_default(),
        late: row.late,
    }
}

/// Takes the case up, or writes the reasons for a delay.
pub fn send(app: &App, visit: &Visit) -> Answer {
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let case = visible(tx, visit)?;
            let editor = visit.actor.editor_of(case.controller)?;
            if visit.form.has("take_up") {
                actions::take_up(tx, editor, case.id)?;
            } else {
                let reasons = written(&visit.form, "reasons", "incidents-fault-late-reason")?;
                actions::explain(tx, editor, case.id, &reasons)?;
            }
            Ok(format!("/incidents/{}/clocks", case.id))
        })
    });
    submit(result, |faults| {
        draw(app, visit, &FormView::again(visit, faults))
    })
}

#[derive(Template)]
#[template(path = "modules/incidents/law/pages/deadline.html")]
struct Deadline<'a> {
    w: &'a Tongue,
    number: String,
    board: String,
    clocks: Vec<ClockView>,
    /// Who can decide.
    people: Vec<String>,
    /// Where the case is, for those who may see it.
    href: Option<String>,
}

/// The deadline of a case and who can decide, and nothing of what happened: for everybody who is reminded.
pub fn deadline(app: &App, visit: &Visit) -> Answer {
    let w = &visit.tongue;
    let page = app.read(|conn| {
        let id: CaseId = visit.id("id")?;
        let case = cases::case(conn, id)?.ok_or(Problem::NotFound)?;
        let roles = [Role::Dpo, Role::Ciso, Role::Secretary];
        if !visit.actor.scope_of(&roles).admits(case.controller) {
            return Err(Problem::NotFound);
        }
        let clocks = clocks(app, conn, &case, visit.now)?;
        let boards = organisation::controllers(conn, Day::MIN, visit.today)?;
        let board = boards.iter().find(|board| board.id == case.controller);
        let page = Deadline {
            w,
            number: case.number.clone(),
            board: board
                .map(|board| board.name.best(w.lang).to_owned())
                .unwrap_or_default(),
            clocks: clocks
                .iter()
                .filter(|clock| clock.stand.runs())
                .map(|clock| ClockView::of(w, clock, visit.now))
                .collect(),
            people: deciders(conn, visit, &case)?,
            href: visible(conn, visit)
                .ok()
                .map(|_| format!("/incidents/{id}")),
        };
        Page::new(
            w.one("incidents-law-deadline-title", "number", &case.number),
            &page,
        )
    })?;
    page.answer()
}

fn deciders(conn: &Conn, visit: &Visit, case: &CaseRow) -> Result<Vec<String>, Problem> {
    let mut names = Vec::new();
    for person in organisation::holders(conn, Role::Dpo, case.controller, visit.today)? {
        names.extend(organisation::person(conn, person)?.map(|row| row.name()));
    }
    Ok(names)
}
