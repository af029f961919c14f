//! The blocks that the room's parts put on the page of a case: what there is to know, and where to go on. Each is
//! folded on the page; one that waits for the officer is open.

use kit::db::Conn;

use super::super::reporting;
use super::super::store::CaseRow;
use crate::base::visit::Visit;
use crate::base::{App, Problem};

/// One block, in the reader's language.
pub struct Panel {
    pub title: String,
    pub lines: Vec<Line>,
    /// Address and what the link says.
    pub links: Vec<(String, String)>,
    /// Unfolded, because something in it waits.
    pub open: bool,
}

/// What something is called, and what is known of it.
pub struct Line {
    pub label: String,
    pub text: String,
}

/// A part gives its block, or none for this visitor or this case.
type Shows = fn(&App, &Conn, &Visit, &CaseRow) -> Result<Option<Panel>, Problem>;

/// One line per part, in the order of the page.
const PANELS: &[Shows] = &[
    reporting::panel,
    super::super::desk::work_panel,
    super::super::law::panel,
    super::super::desk::links_panel,
    super::super::telling::panel,
];

/// The blocks of a case for a visitor who may see it.
pub fn of(app: &App, conn: &Conn, visit: &Visit, case: &CaseRow) -> Result<Vec<Panel>, Problem> {
    let mut panels = Vec::new();
    for shows in PANELS {
        panels.extend(shows(app, conn, visit, case)?);
    }
    Ok(panels)
}
