//! A breach at a supplier: who told us what and when, what we asked, and what that means for the awareness.

use askama::Template;
use kit::form::Fields;
use kit::words::Tongue;

use super::super::super::law::in_words;
use super::super::super::store::CaseRow;
use super::super::super::web::possible;
use super::super::model::{Asked, Awareness, Supplier};
use super::super::{actions, store};
use super::ask::{Ask, Sheet, draw};
use super::authority::{Shown, shown};
use super::{may_write, visible};
use crate::base::visit::{Answer, FormView, Page, Visit, submit};
use crate::base::{App, Problem, once};

#[derive(Template)]
#[template(path = "modules/incidents/telling/pages/supplier.html")]
struct AtSupplier<'a> {
    w: &'a Tongue,
    case: &'a CaseRow,
    supplier: Option<Supplier>,
    aware: String,
    told: String,
    /// What the telling means for the controller's awareness.
    awareness: String,
    late: bool,
    questions: Vec<Shown>,
    writes: bool,
}

pub fn page(app: &App, visit: &Visit) -> Answer {
    let w = &visit.tongue;
    let page = app.read(|conn| {
        let case = visible(conn, visit)?;
        let supplier = store::supplier(conn, case.id)?;
        let questions = store::questions(conn, case.id)?;
        let stands = supplier
            .as_ref()
            .map(|row| row.awareness(case.standing.aware()));
        let page = AtSupplier {
            w,
            aware: supplier
                .as_ref()
                .map(|row| in_words(w, row.aware))
                .unwrap_or_default(),
            told: supplier
                .as_ref()
                .map(|row| w.moment(row.told))
                .unwrap_or_default(),
            awareness: stands
                .map(|stands| w.t(sentence(stands)))
                .unwrap_or_default(),
            late: stands == Some(Awareness::Later),
            questions: questions
                .iter()
                .filter(|row| row.question.kind == Asked::Supplier)
                .map(|row| shown(visit, row))
                .collect(),
            writes: may_write(visit, &case),
            supplier,
            case: &case,
        };
        Page::new(w.t("incidents-telling-supplier-title"), &page)
    })?;
    page.answer()
}

fn sentence(stands: Awareness) -> &'static str {
    match stands {
        Awareness::Unassessed => "incidents-telling-aware-unassessed",
        Awareness::Same => "incidents-telling-aware-same",
        Awareness::Earlier => "incidents-telling-aware-earlier",
        Awareness::Later => "incidents-telling-aware-later",
    }
}

fn sheet<'a>(w: &Tongue, case: &'a CaseRow) -> Sheet<'a> {
    Sheet {
        title: "incidents-telling-supplier-write",
        note: w.t("incidents-telling-supplier-lead"),
        case,
        back: "supplier",
        asks: vec![
            Ask::new("line", "name", "incidents-telling-supplier-name").required(),
            Ask::new("line", "contact", "incidents-telling-party-contact"),
            Ask::new("line", "sub_processor", "incidents-telling-supplier-sub"),
            Ask::new("line", "agreement", "incidents-telling-supplier-agreement")
                .hint("incidents-telling-hint-agreement"),
            Ask::new("moment", "aware", "incidents-telling-supplier-aware"),
            Ask::new("line", "aware_2", "incidents-law-ask-part")
                .hint("incidents-law-ask-part-hint"),
            Ask::new("moment", "told", "incidents-telling-supplier-told").required(),
            Ask::new("text", "story", "incidents-telling-supplier-story"),
        ],
        button: "incidents-telling-save",
    }
}

pub fn form(app: &App, visit: &Visit) -> Answer {
    let (case, supplier) = app.read(|conn| {
        let case = visible(conn, visit)?;
        let supplier = store::supplier(conn, case.id)?;
        Ok::<_, Problem>((case, supplier))
    })?;
    visit.actor.editor_of(case.controller)?;
    let fields = supplier.map_or_else(Fields::default, |row| row.show(&app.zone));
    draw(
        visit,
        &FormView::fresh(fields),
        &sheet(&visit.tongue, &case),
    )?
    .answer()
}

pub fn save(app: &App, visit: &Visit) -> Answer {
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let case = visible(tx, visit)?;
            let editor = visit.actor.editor_of(case.controller)?;
            let supplier = Supplier::typed(&visit.form, possible(app, tx, tx.at())?, &app.zone)?;
            actions::save_supplier(tx, editor, &case, &supplier)?;
            Ok(format!("/incidents/{}/supplier", case.id))
        })
    });
    submit(result, |faults| {
        let case = app.read(|conn| visible(conn, visit))?;
        draw(
            visit,
            &FormView::again(visit, faults),
            &sheet(&visit.tongue, &case),
        )
    })
}
