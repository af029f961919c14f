//! This part's block on the page of a case.

use kit::db::Conn;

use super::super::super::store::CaseRow;
use super::super::super::web::panels::{Line, Panel};
use super::super::model::{most_alike, traits_of};
use super::super::store;
use super::clocks::clocks;
use crate::base::visit::Visit;
use crate::base::{App, Problem, Role};

/// Every clock with how it stands, the last score with what a person made of it, the most alike reference case.
/// Open when the reasons for a delay are missing or a clock has passed.
pub fn panel(
    app: &App,
    conn: &Conn,
    visit: &Visit,
    case: &CaseRow,
) -> Result<Option<Panel>, Problem> {
    let w = &visit.tongue;
    let missing = case.standing.reasons_missing(visit.now);
    let clocks = clocks(app, conn, case, visit.now)?;
    let mut lines = Vec::new();
    if missing {
        lines.push(Line {
            label: w.t("incidents-law-panel-warning"),
            text: w.t("incidents-law-missing"),
        });
    }
    lines.extend(clocks.iter().map(|clock| Line {
        label: w.t(clock.rule.word()),
        text: format!("{} · {}", w.moment(clock.due.by), w.t(clock.stand.word())),
    }));
    lines.extend(judged(app, conn, visit, case)?);
    let mut links = vec![
        way(case, "clocks", w.t("incidents-law-to-clocks")),
        way(case, "severity", w.t("incidents-law-to-severity")),
        way(case, "like", w.t("incidents-law-to-like")),
    ];
    let roles = [Role::Dpo, Role::Ciso];
    if visit.actor.scope_of(&roles).admits(case.controller) {
        links.push(way(case, "nis2", w.t("incidents-law-to-nis2")));
    }
    Ok(Some(Panel {
        title: w.t("incidents-law-panel-title"),
        open: missing || clocks.iter().any(|clock| clock.stand.runs()),
        lines,
        links,
    }))
}

/// The last judgement of the risk, and which of the EDPB's cases is the most alike.
fn judged(app: &App, conn: &Conn, visit: &Visit, case: &CaseRow) -> Result<Vec<Line>, Problem> {
    let w = &visit.tongue;
    let scores = store::scores(conn, case.id)?;
    let mut lines = Vec::new();
    if let Some(row) = scores.first() {
        let severity = row.judged.scoring.score().severity;
        lines.push(Line {
            label: w.t("incidents-law-panel-risk"),
            text: format!("{} · {}", w.t(row.judged.risk.word()), w.t(severity.word())),
        });
    }
    let assessed = case.standing.assessment.as_ref();
    if let Some(assessed) = assessed.filter(|assessed| assessed.breach()) {
        let scoring = scores.first().map(|row| &row.judged.scoring);
        let traits = traits_of(Some(assessed), case.about, scoring, &app.zone);
        let first = most_alike(&traits).into_iter().next();
        lines.extend(first.filter(|alike| alike.percent > 0).map(|alike| Line {
            label: w.t("incidents-law-panel-like"),
            text: w.one(
                "incidents-law-like-case",
                "number",
                alike.reference.number.to_string(),
            ),
        }));
    }
    Ok(lines)
}

fn way(case: &CaseRow, page: &str, label: String) -> (String, String) {
    (format!("/incidents/{}/{page}", case.id), label)
}
