//! What waits for somebody, for the first page, and the title of a case wherever another part links to it.

use kit::clock::Moment;
use kit::db::Conn;
use kit::words::Tongue;

use super::model::{Deadline, Stage, notify_by};
use super::reporting;
use super::store::{self, Listed, Sight};
use super::{CASE, CaseId};
use crate::base::room::{Due, Link};
use crate::base::{Actor, App, Problem, Role};

/// More than this nobody reads on a first page; the register has the rest.
const MOST: i64 = 12;
/// How long an answer is news.
const NEWS_DAYS: i64 = 30;

pub fn due(app: &App, conn: &Conn, actor: &Actor, w: &Tongue) -> Result<Vec<Due>, Problem> {
    let mut due = Vec::new();
    due.extend(reporting::due(conn, actor, w)?);
    if actor.has(Role::Dpo) {
        let open = store::open_for(conn, actor, MOST)?;
        due.extend(open.iter().map(|line| waiting(app, w, line)));
    }
    if let Some(person) = actor.person() {
        let news = store::answered_for(conn, person, app.now().plus_days(-NEWS_DAYS))?;
        due.extend(news.iter().map(|line| answered(w, line)));
    }
    Ok(due)
}

fn waiting(app: &App, w: &Tongue, line: &Listed) -> Due {
    let href = format!("/incidents/{}", line.id);
    let title = w.with(
        "incidents-due-title",
        &[
            ("number", (&line.number).into()),
            ("what", short(line.what()).into()),
        ],
    );
    // What nobody has looked at on the day after the report is late: the awareness may be running already.
    let (word, by, end) = match (line.stage, line.aware.and_then(notify_by)) {
        (Stage::Reported, _) | (_, None) => {
            ("incidents-due-assess", line.reported.plus_days(1), None)
        }
        // Article 33(1).
        (_, Some(by)) => ("incidents-due-decide", by, Some(by)),
    };
    Due {
        link: Link {
            href,
            title,
            detail: w.one(word, "by", w.moment(by)),
        },
        day: Some(app.zone.day_of(by)),
        late: is_late(line, by, app.now()),
        end,
    }
}

fn is_late(line: &Listed, by: Moment, now: Moment) -> bool {
    matches!(line.clock(now), Deadline::Passed(_)) || (line.stage == Stage::Reported && now > by)
}

fn answered(w: &Tongue, line: &Listed) -> Due {
    Due {
        link: Link {
            href: format!("/my-reports/{}", line.id),
            title: w.one("incidents-due-answered", "number", &line.number),
            // What is news here is the answer; what was learned stands with the report.
            detail: w.t(line.stage.status(false)),
        },
        day: None,
        late: false,
        end: None,
    }
}

/// The beginning of a text, cut between words.
pub fn short(text: &str) -> String {
    const LONG: usize = 90;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LONG {
        return line;
    }
    let cut: String = line.chars().take(LONG).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end_matches([',', '.', ';', ' ']))
}

/// A case as a link: into the register for those who may read it, else into the reporter's own reports.
pub fn title(
    conn: &Conn,
    actor: &Actor,
    w: &Tongue,
    kind: &str,
    id: &str,
) -> Result<Option<Link>, Problem> {
    let Some(id) = (kind == CASE.kind).then(|| CaseId::parse(id)).flatten() else {
        return Ok(None);
    };
    if let Some(line) = store::listed(conn, &Sight::of(actor), id)? {
        return Ok(Some(Link {
            href: format!("/incidents/{id}"),
            title: w.one("incidents-title-case", "number", &line.number),
            detail: short(line.what()),
        }));
    }
    let own = store::case(conn, id)?
        .filter(|case| case.reporter.is_some() && case.reporter == actor.person());
    Ok(own.map(|case| Link {
        href: format!("/my-reports/{id}"),
        title: w.one("incidents-title-case", "number", &case.number),
        detail: short(&case.story),
    }))
}
