//! The queue: every open case, the oldest first, with its age and what it lacks.

use askama::Template;
use kit::words::Tongue;

use super::super::super::due::short;
use super::super::super::store::Listed;
use super::super::super::web::register::tag;
use super::super::super::{CASE, CaseId};
use super::super::model::missing::{Missing, missing};
use super::super::store::queue;
use crate::base::visit::{Answer, Page, Pager, Visit};
use crate::base::{App, Problem, Role, measures};

#[derive(Template)]
#[template(path = "modules/incidents/desk/pages/queue.html")]
struct Queue<'a> {
    w: &'a Tongue,
    lines: Vec<Line>,
    pager: Pager,
}

struct Line {
    href: String,
    number: String,
    what: String,
    unit: String,
    /// Since it was reported.
    age: String,
    missing: Vec<String>,
    tag: Option<(&'static str, String)>,
}

pub fn page(app: &App, visit: &Visit) -> Answer {
    let w = &visit.tongue;
    let scope = visit.actor.scope(Role::Dpo);
    let (pager, lines) = app.read(|conn| {
        let pager = Pager::new(visit, "/incidents/queue", queue::count(conn, &scope)?);
        let listed = queue::open(conn, &scope, (Pager::SIZE, pager.offset()))?;
        let ids: Vec<CaseId> = listed.iter().map(|line| line.id).collect();
        let standings = queue::standings(conn, &ids)?;
        let names: Vec<String> = ids.iter().map(CaseId::to_string).collect();
        let unowned = measures::without_owner(conn, CASE.kind, &names)?;
        let mut lines = Vec::new();
        for line in &listed {
            let (standing, waits) = standings.get(&line.id).ok_or(Problem::NotFound)?;
            let unowned = unowned.contains(&line.id.to_string());
            let lacks = missing(standing, *waits, unowned, visit.now);
            lines.push(in_words(visit, line, &lacks));
        }
        Ok::<_, Problem>((pager, lines))
    })?;
    let page = Queue { w, lines, pager };
    Page::new(w.t("incidents-queue-title"), &page)?.answer()
}

fn in_words(visit: &Visit, line: &Listed, lacks: &[Missing]) -> Line {
    let w = &visit.tongue;
    Line {
        href: format!("/incidents/{}", line.id),
        number: line.number.clone(),
        what: short(line.what()),
        unit: line.unit_name.best(w.lang).to_owned(),
        age: w.span(visit.now.ms() - line.reported.ms()),
        missing: lacks.iter().map(|lack| w.t(lack.word())).collect(),
        tag: tag(w, line.clock(visit.now)),
    }
}
