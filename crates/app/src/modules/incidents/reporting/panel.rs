//! The block on the page of a case, for the data protection officer: how it came in, and what waits to be taken up.

use kit::db::Conn;

use super::super::store::CaseRow;
use super::super::web::panels::{Line, Panel};
use super::{LETTERBOX, store};
use crate::base::visit::Visit;
use crate::base::{App, Problem, Role};

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
