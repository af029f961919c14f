//! One part of the notification as a form of its own. Each is saved by itself, so that nothing is lost.

use askama::Template;
use kit::words::Tongue;

use super::super::super::store::CaseRow;
use super::super::super::web::possible;
use super::super::actions;
use super::super::model::{Field, Form, Part, Phase, choices};
use super::super::store;
use super::{Options, breach, current, options};
use crate::base::visit::{Answer, FormView, Page, Visit, submit};
use crate::base::{App, Problem, once};

#[derive(Template)]
#[template(path = "modules/incidents/telling/pages/part.html")]
struct PartForm<'a> {
    w: &'a Tongue,
    form: &'a FormView,
    case: &'a CaseRow,
    part: Part,
    inputs: Vec<Input>,
    last: bool,
    /// Further parties: what the rows of inputs hold, the last one empty.
    parties: Vec<[String; 4]>,
    roles: Options,
}

struct Input {
    field: Field,
    kind: &'static str,
    options: Options,
}

fn wanted(visit: &Visit) -> Result<Part, Problem> {
    Part::parse(visit.param("part")).ok_or(Problem::NotFound)
}

/// Whether answers may stay open: until a complete notification was sent.
fn incomplete(last: Option<Phase>) -> bool {
    last.is_none_or(Phase::is_incomplete)
}

pub fn form(app: &App, visit: &Visit) -> Answer {
    let part = wanted(visit)?;
    let fields = app.read(|conn| {
        let case = breach(conn, visit)?;
        Ok::<_, Problem>(current(app, conn, &case)?.show(part, &app.zone))
    })?;
    draw(app, visit, &FormView::fresh(fields))?.answer()
}

fn draw(app: &App, visit: &Visit, form: &FormView) -> Result<Page, Problem> {
    let (part, w) = (wanted(visit)?, &visit.tongue);
    let (case, last) = app.read(|conn| {
        let case = breach(conn, visit)?;
        let last = store::phases(conn, case.id)?.last().map(|row| row.phase);
        Ok::<_, Problem>((case, last))
    })?;
    actions::open_case(visit.actor.editor_of(case.controller)?, &case)?;
    let page = PartForm {
        w,
        form,
        part,
        inputs: part
            .fields()
            .map(|field| input(w, field, incomplete(last)))
            .collect(),
        last: part.next().is_none(),
        parties: parties(form),
        roles: options(w, choices::PARTY.iter()),
        case: &case,
    };
    Page::new(w.t(part.word()), &page)
}

fn input(w: &Tongue, field: Field, incomplete: bool) -> Input {
    let (kind, set) = match field.form() {
        Form::Line => ("line", None),
        Form::Text => ("text", None),
        Form::One(set) => ("one", Some(set)),
        Form::Many(set) => ("many", Some(set)),
        Form::Moment => ("moment", None),
        Form::Day => ("day", None),
        Form::When => ("when", None),
        Form::Count => ("count", Some(choices::COUNTS)),
        Form::Parties => ("parties", None),
    };
    let options = set
        .map(|set| options(w, choices::offered(set, incomplete)))
        .unwrap_or_default();
    Input {
        field,
        kind,
        options,
    }
}

fn parties(form: &FormView) -> Vec<[String; 4]> {
    let names = ["party_role", "party_name", "party_contact", "party_told"];
    let columns = names.map(|name| form.fields.all(name));
    let rows = columns[1].len();
    let mut parties: Vec<[String; 4]> = (0..rows)
        .map(|row| {
            columns.each_ref().map(|column| {
                column
                    .get(row)
                    .map(|text| (*text).to_owned())
                    .unwrap_or_default()
            })
        })
        .filter(|row| !row[1].is_empty())
        .collect();
    parties.push(Default::default());
    parties
}

pub fn save(app: &App, visit: &Visit) -> Answer {
    let part = wanted(visit)?;
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let case = breach(tx, visit)?;
            let editor = visit.actor.editor_of(case.controller)?;
            let last = store::phases(tx, case.id)?.last().map(|row| row.phase);
            let old = current(app, tx, &case)?;
            let possible = possible(app, tx, tx.at())?;
            let new = old.typed(part, &visit.form, possible, &app.zone, incomplete(last))?;
            actions::save(tx, editor, &case, &new)?;
            let home = format!("/incidents/{}/notification", case.id);
            Ok(
                match part.next().filter(|_| visit.form.text("go") == "next") {
                    Some(next) => format!("{home}/part/{}", next.code()),
                    None => home,
                },
            )
        })
    });
    submit(result, |faults| {
        draw(app, visit, &FormView::again(visit, faults))
    })
}
