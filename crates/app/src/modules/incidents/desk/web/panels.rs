//! The desk's blocks on the page of a case.

use kit::db::Conn;

use super::super::super::CaseId;
use super::super::super::store::{CaseRow, Sight, listed_in};
use super::super::super::web::panels::{Line, Panel};
use super::super::store::learned::{lesson_of, ticks};
use super::super::store::links;
use super::learned::points_of;
use crate::base::visit::Visit;
use crate::base::{App, Problem, Role};

/// What the case belongs to, and the ways to bring cases together.
pub fn links(
    _: &App,
    conn: &Conn,
    visit: &Visit,
    case: &CaseRow,
) -> Result<Option<Panel>, Problem> {
    let w = &visit.tongue;
    let sight = Sight::of(&visit.actor);
    let editor = visit.actor.scope(Role::Dpo).admits(case.controller);
    let (mut lines, mut ways) = (Vec::new(), Vec::new());
    let tied = links::of(conn, case.id)?;
    let others: Vec<CaseId> = tied
        .iter()
        .map(|row| {
            if row.case == case.id {
                row.other
            } else {
                row.case
            }
        })
        .collect();
    let seen = listed_in(conn, &sight, &others)?;
    for row in tied {
        let (other, word) = if row.case == case.id {
            (row.other, row.tie.word())
        } else {
            (row.case, row.tie.back())
        };
        // Of a case that this visitor may not see, not even the number is told.
        let Some(found) = seen.iter().find(|line| line.id == other) else {
            continue;
        };
        lines.push(Line {
            label: w.t(word),
            text: format!("{} · {}", found.number, row.reason),
        });
        ways.push((format!("/incidents/{other}"), found.number.clone()));
    }
    if editor {
        let closed = case.standing.closed.is_some();
        let way =
            |path: &str, word: &'static str| (format!("/incidents/{}/{path}", case.id), w.t(word));
        if !closed {
            ways.push(way("merge", "incidents-do-merge"));
            ways.push(way("split", "incidents-do-split"));
        }
        ways.push(way("link", "incidents-do-link"));
        if super::super::model::links::may_bundle(&case.standing).is_ok() {
            ways.push(way("bundle", "incidents-do-bundle"));
        }
    }
    if lines.is_empty() && ways.is_empty() {
        return Ok(None);
    }
    Ok(Some(Panel {
        title: w.one("incidents-panel-links", "count", lines.len()),
        open: !lines.is_empty(),
        lines,
        links: ways,
    }))
}

/// What is still to do by the list, the root cause and the lesson; and what another system said of it.
pub fn work(_: &App, conn: &Conn, visit: &Visit, case: &CaseRow) -> Result<Option<Panel>, Problem> {
    let w = &visit.tongue;
    if !visit.actor.scope(Role::Dpo).admits(case.controller) {
        return Ok(None);
    }
    let mut lines = Vec::new();
    if let Some(imported) = &case.standing.imported {
        lines.push(Line {
            label: w.t("incidents-import-source"),
            text: format!("{} · {}", imported.source, imported.external),
        });
    }
    let points = points_of(conn, w, case.about)?;
    let done: Vec<String> = ticks(conn, case.id)?
        .into_iter()
        .map(|tick| tick.point)
        .collect();
    let left = points.iter().filter(|point| !done.contains(&point.key));
    lines.extend(left.map(|point| Line {
        label: w.t("incidents-list-left"),
        text: point.text.clone(),
    }));
    let count = points
        .iter()
        .filter(|point| done.contains(&point.key))
        .count();
    let lesson = lesson_of(conn, case.id)?;
    if let Some(lesson) = &lesson {
        lines.push(Line {
            label: w.t("incidents-lessons-title"),
            text: lesson.title.clone(),
        });
    }
    let way =
        |path: &str, word: &'static str| (format!("/incidents/{}/{path}", case.id), w.t(word));
    let mut links = vec![
        way("list", "incidents-list-title"),
        way("about", "incidents-do-about"),
    ];
    if case.standing.assessment.is_some() {
        links.push(way("cause", "incidents-do-cause"));
        links.push(way("lesson", "incidents-do-lesson"));
    }
    Ok(Some(Panel {
        title: w.with(
            "incidents-panel-work",
            &[("done", count.into()), ("count", points.len().into())],
        ),
        open: false,
        lines,
        links,
    }))
}
