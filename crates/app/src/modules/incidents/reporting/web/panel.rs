//! The block on the page of a case, for the data protection officer: how it came in, and what waits to be taken up.

use kit::db::Conn;
use kit::words::Tongue;

use super::super::super::store::CaseRow;
use super::super::super::web::panels::{Line, Panel};
use super::super::store;
use super::LETTERBOX;
use crate::base::room::{Due, Link};
use crate::base::visit::Visit;
use crate::base::{Actor, App, Problem, Role};

/// What lies in the letterbox, as one line of the officer's first page.
pub fn due(conn: &Conn, actor: &Actor, w: &Tongue) -> Result<Option<Due>, Problem> {
    if !actor.has(Role::Dpo) {
        return Ok(None);
    }
    let count = store::opened(conn, &actor.scope(Role::Dpo))?.len() as i64;
    Ok((count > 0).then(|| Due {
        link: Link {
            href: LETTERBOX.to_owned(),
            title: w.one("incidents-reporting-due", "count", count),
            detail: w.t("incidents-reporting-due-detail"),
        },
        day: None,
        late: false,
        end: None,
    }))
}

pub fn panel(
    _: &App,
    conn: &Conn,
    visit: &Visit,
    case: &CaseRow,
) -> Result<Option<Panel>, Problem> {
    let officer = visit.actor.scope(Role::Dpo).admits(case.controller);
    let Some(way) = case.way.filter(|_| officer) else {
        return Ok(None);
    };
    let w = &visit.tongue;
    let mut lines = vec![Line {
        label: w.t("incidents-reporting-way"),
        text: w.t(way.word()),
    }];
    let mut links = Vec::new();
    if let Some((_, contact)) = store::contact(conn, case.id)? {
        lines.push(Line {
            label: w.t("incidents-reporting-contact"),
            text: contact,
        });
        let href = format!("/incidents/{}/contact", case.id);
        links.push((href, w.t("incidents-reporting-contact-erase")));
    }
    let waiting = store::waiting_more(conn, case.id, true)?.len();
    if waiting > 0 {
        lines.push(Line {
            label: w.t("incidents-reporting-letterbox-title"),
            text: w.one("incidents-reporting-waiting", "count", waiting as i64),
        });
        links.push((
            LETTERBOX.to_owned(),
            w.t("incidents-reporting-to-letterbox"),
        ));
    }
    if case.talk {
        let ask = format!("/incidents/{}/step/ask", case.id);
        links.push((ask, w.t("incidents-do-ask")));
    }
    Ok(Some(Panel {
        title: w.t("incidents-reporting-panel-title"),
        lines,
        links,
        open: waiting > 0,
    }))
}
