//! A notification in a country's form: a page to copy from field by field, a PDF, and JSON.

use askama::Template;
use kit::db::Conn;
use kit::words::Tongue;

use super::super::super::store::CaseRow;
use super::super::known;
use super::super::model::{Country, Field, NationalForm, Notification, Part, Phase};
use super::super::print::{self, Edition, Question};
use super::super::store::{self, PhaseRow};
use super::{breach, country};
use crate::base::visit::{Answer, Download, Page, Reply, Visit};
use crate::base::{App, Letterhead, Problem};

/// What is asked for: the draft, or one of the phases.
struct Wanted {
    case: CaseRow,
    /// Whose authority it is for.
    country: Country,
    /// In which form it is shown: another country's too, when somebody asks for it.
    form: &'static NationalForm,
    notification: Notification,
    row: Option<PhaseRow>,
}

impl Wanted {
    fn edition(&self) -> Edition<'_> {
        let open = match &self.row {
            Some(row) => row.open.iter().copied().collect(),
            None => self.notification.open_fields(),
        };
        Edition {
            notification: &self.notification,
            form: self.form,
            sent: self.row.as_ref().map(|row| (row.phase, row.sent)),
            open,
        }
    }
}

fn wanted(app: &App, conn: &Conn, visit: &Visit) -> Result<Wanted, Problem> {
    let case = breach(conn, visit)?;
    let chosen = NationalForm::named(visit.query.text("country"));
    let own = app.config.municipality.language;
    if visit.param("edition") == "draft" {
        let country = country(app, conn, &case)?;
        let form = chosen.unwrap_or(country.form_in(own));
        // What nobody has written yet speaks the language of the form that is asked for.
        let w = app.tongue(form.language);
        let notification = known::current(app, conn, &case, &w)?;
        return Ok(Wanted {
            case,
            country,
            form,
            notification,
            row: None,
        });
    }
    let row = store::phase(conn, case.id, visit.id("edition")?)?.ok_or(Problem::NotFound)?;
    Ok(Wanted {
        form: chosen.unwrap_or(row.country.form_in(own)),
        case,
        country: row.country,
        notification: row.notification.clone(),
        row: Some(row),
    })
}

#[derive(Template)]
#[template(path = "modules/incidents/telling/pages/copy.html")]
struct Copy<'a> {
    w: &'a Tongue,
    /// The country's language.
    lang: &'static str,
    case: &'a CaseRow,
    edition: String,
    state: String,
    form: &'static NationalForm,
    /// Message with what is not known of the form's words.
    partial: Option<&'static str>,
    questions: Vec<Question>,
    forms: Vec<(&'static str, String, bool)>,
    code: &'a str,
}

pub fn copy(app: &App, visit: &Visit) -> Answer {
    let w = &visit.tongue;
    let wanted = app.read(|conn| wanted(app, conn, visit))?;
    let (edition, form) = (wanted.edition(), wanted.form);
    let own = app.tongue(form.language);
    let page = Copy {
        w,
        lang: form.language.code(),
        edition: visit.param("edition").to_owned(),
        state: edition.state(w),
        form,
        partial: if form.translated {
            Some("incidents-telling-translated")
        } else {
            form.is_partial()
                .then_some("incidents-telling-copy-partial")
        },
        questions: edition.questions(&own),
        forms: NationalForm::all()
            .iter()
            .map(|one| (one.code.as_str(), w.t(one.word()), one.code == form.code))
            .collect(),
        code: &form.code,
        case: &wanted.case,
    };
    Page::new(w.t("incidents-telling-copy-title"), &page)?.answer()
}

pub fn pdf(app: &App, visit: &Visit) -> Answer {
    let wanted = app.read(|conn| wanted(app, conn, visit))?;
    let own = app.tongue(wanted.form.language);
    let (head, number) = (Letterhead::of(app, own.lang), &wanted.case.number);
    let bytes = (app.printer)(&print::document(&wanted.edition(), &own, &head, number))?;
    let name = format!("{number}.{}.pdf", wanted.form.code);
    Ok(Reply::File(Download::saved(name, "application/pdf", bytes)))
}

pub fn json(app: &App, visit: &Visit) -> Answer {
    let wanted = app.read(|conn| wanted(app, conn, visit))?;
    let bytes = serde_json::to_vec_pretty(&as_json(&wanted))
        .map_err(|error| Problem::Outside(error.to_string()))?;
    let name = format!("{}.notification.json", wanted.case.number);
    Ok(Reply::File(Download::saved(
        name,
        "application/json",
        bytes,
    )))
}

/// docs/notification.md describes it.
fn as_json(wanted: &Wanted) -> serde_json::Value {
    let row = wanted.row.as_ref();
    let parts = Part::ALL.iter().map(|part| {
        let fields = part.fields().filter_map(|field| {
            Some((
                field.code().to_owned(),
                wanted.notification.get(field)?.to_json(),
            ))
        });
        (part.code().to_owned(), fields.collect())
    });
    let parts: serde_json::Map<String, serde_json::Value> = parts.collect();
    let open: Vec<&str> = wanted.edition().open.into_iter().map(Field::code).collect();
    serde_json::json!({
        "schema": "tillit-notification-1",
        "case": wanted.case.number,
        "country": wanted.country.code(),
        "phase": row.map(|row| Phase::code(row.phase)),
        "sequence": row.map(|row| row.seq),
        "sent_at": row.map(|row| row.sent.rfc3339()),
        "way": row.map(|row| row.way.code()),
        "receipt": row.map(|row| row.receipt.clone()),
        "rest_by": row.and_then(|row| row.rest_by).map(|day| day.to_string()),
        "open": open,
        "parts": parts,
    })
}
