//! The text of a section: paragraphs per language, remarks, how far it is, and who answers for it.

use askama::Template;
use kit::form::{self, Faults, Fields};
use kit::words::Tongue;

use super::super::catalogue::Visibility;
use super::super::model::{MOST_TEXT, ParagraphDraft, Plan, Stage, Texted};
use super::super::rights::{self, Writer};
use super::super::store::{self, ParagraphId};
use super::super::{actions, gather};
use super::{filled, section_of, text_fields, year_of};
use crate::base::organisation::{self, PersonId};
use crate::base::visit::{Answer, FormView, Page, Visit, submit};
use crate::base::{App, Problem, Role, once};

#[derive(Template)]
#[template(path = "year/pages/text.html")]
struct TextPage<'a> {
    w: &'a Tongue,
    year: i32,
    section: u8,
    title: String,
    paragraphs: Vec<Listed>,
    /// The paragraph that is being changed; else a new one is written.
    changing: Option<ParagraphId>,
    form: FormView,
    fields: Vec<Texted>,
    visibilities: Vec<(String, String)>,
    comments: Vec<(String, String, String)>,
    stage: &'static str,
    stages: Vec<(&'static str, String, bool)>,
    keeper: bool,
    owners: Vec<(String, String)>,
    plan: FormView,
}

struct Listed {
    id: ParagraphId,
    lang: &'static str,
    text: String,
    /// Languages that have no text yet.
    missing: String,
    internal: bool,
}

fn visibilities(w: &Tongue) -> Vec<(String, String)> {
    [Visibility::Public, Visibility::Internal]
        .map(|one| (one.code().to_owned(), w.t(one.word())))
        .to_vec()
}

pub fn page(app: &App, visit: &Visit) -> Answer {
    let (year, section) = (year_of(visit)?, section_of(visit)?.number);
    let changing = ParagraphId::parse(visit.query.text("paragraph"));
    let mut fields = Fields::from_pairs(vec![("visibility".into(), "public".into())]);
    if let Some(id) = changing {
        let row = app.read(|conn| store::paragraph(conn, year, section, id))?;
        let row = row.ok_or(Problem::NotFound)?;
        filled(&mut fields, &row.text);
        fields.set("visibility", row.visibility.code());
    }
    draw(app, visit, changing, FormView::fresh(fields))?.answer()
}

fn draw(
    app: &App,
    visit: &Visit,
    changing: Option<ParagraphId>,
    form: FormView,
) -> Result<Page, Problem> {
    let (year, section) = (year_of(visit)?, section_of(visit)?);
    let number = section.number;
    let w = &visit.tongue;
    let page = app.read(|conn| {
        rights::writer(conn, &visit.actor, year, number)?;
        gather::row(app, conn, year)?;
        let keeper = rights::keeper(&visit.actor).is_ok();
        let plans = store::sections(conn, year)?;
        let plan = plans
            .into_iter()
            .find(|row| row.section == number)
            .map(|row| row.plan);
        let stages = store::stages(conn, year)?;
        let stage = stages
            .iter()
            .find(|(of, _)| *of == number)
            .map(|(_, stage)| *stage);
        Ok::<_, Problem>(TextPage {
            w,
            year,
            section: number,
            title: section.title.best(w.lang).to_owned(),
            paragraphs: listed(w, store::paragraphs(conn, year, Some(number))?),
            changing,
            form,
            fields: text_fields(w.lang),
            visibilities: visibilities(w),
            comments: comments(conn, w, year, number)?,
            stage: stage.map_or("year-stage-none", Stage::word),
            stages: Stage::ALL
                .map(|one| (one.code(), w.t(one.word()), Some(one) == stage))
                .to_vec(),
            keeper,
            owners: if keeper {
                owners(conn, visit)?
            } else {
                Vec::new()
            },
            plan: FormView::fresh(planned(plan)),
        })
    })?;
    Page::new(format!("{}: {}", w.t("year-text-edit"), page.title), &page)
}

fn listed(w: &Tongue, rows: Vec<store::ParagraphRow>) -> Vec<Listed> {
    rows.into_iter()
        .filter_map(|row| {
            let (lang, text) = row.text.best_in(w.lang)?;
            let missing: Vec<String> = kit::words::Lang::ALL
                .into_iter()
                .filter(|lang| row.text.get(*lang).is_none())
                .map(|lang| lang.autonym().to_owned())
                .collect();
            Some(Listed {
                id: row.id,
                lang: lang.code(),
                text: text.to_owned(),
                missing: w.list(&missing),
                internal: row.visibility == Visibility::Internal,
            })
        })
        .collect()
}

fn comments(
    conn: &kit::db::Conn,
    w: &Tongue,
    year: i32,
    section: u8,
) -> Result<Vec<(String, String, String)>, Problem> {
    let rows = store::comments(conn, year, section)?;
    let writers: Vec<PersonId> = rows.iter().filter_map(|row| row.person).collect();
    let people = organisation::people(conn, &writers)?;
    let lines = rows.into_iter().map(|row| {
        let who = row.person.and_then(|person| people.get(&person));
        let who = who.map_or_else(|| w.t("year-by-program"), |person| person.name());
        (who, w.moment(row.at), row.text)
    });
    Ok(lines.collect())
}

fn planned(plan: Option<Plan>) -> Fields {
    let mut fields = Fields::default();
    let visibility = plan
        .as_ref()
        .map_or(Visibility::Public, |plan| plan.visibility);
    fields.set("section-visibility", visibility.code());
    if let Some(plan) = plan {
        fields.set(
            "owner",
            plan.owner.map_or_else(String::new, |id| id.to_string()),
        );
        fields.set(
            "due",
            plan.due.map_or_else(String::new, |day| day.to_string()),
        );
    }
    fields
}

/// Who may answer for a section: holders of a duty that opens the year.
fn owners(conn: &kit::db::Conn, visit: &Visit) -> Result<Vec<(String, String)>, Problem> {
    let roles = [Role::Dpo, Role::Ciso, Role::Secretary];
    let mut options: Vec<(String, String)> = organisation::holding(conn, &roles, visit.today)?
        .iter()
        .map(|person| (person.id.to_string(), person.name()))
        .collect();
    visit.tongue.sort_by(&mut options, |(_, name)| name);
    Ok(options)
}

/// Runs a verb of a section as a form that counts once, and leads back to the section's text.
fn act(
    app: &App,
    visit: &Visit,
    verb: impl Fn(&kit::db::Tx<'_>, Writer) -> Result<(), Problem>,
) -> Answer {
    let (year, section) = (year_of(visit)?, section_of(visit)?.number);
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let may = rights::writer(tx, &visit.actor, year, section)?;
            verb(tx, may)?;
            Ok(format!("/year/{year}/section/{section}/text"))
        })
    });
    submit(result, |faults| {
        let changing = ParagraphId::parse(visit.form.text("paragraph"));
        draw(app, visit, changing, FormView::again(visit, faults))
    })
}

pub fn save(app: &App, visit: &Visit) -> Answer {
    act(app, visit, |tx, may| {
        let draft = ParagraphDraft::read(&visit.form)?;
        let id = match visit.form.text("paragraph") {
            "" => None,
            text => Some(ParagraphId::parse(text).ok_or(Problem::NotFound)?),
        };
        actions::write_paragraph(tx, may, id, &draft, visit.today).map(|_| ())
    })
}

pub fn remove(app: &App, visit: &Visit) -> Answer {
    act(app, visit, |tx, may| {
        let id = ParagraphId::parse(visit.form.text("paragraph")).ok_or(Problem::NotFound)?;
        actions::remove_paragraph(tx, may, id, visit.today)
    })
}

pub fn order(app: &App, visit: &Visit) -> Answer {
    act(app, visit, |tx, may| {
        let id = ParagraphId::parse(visit.form.text("paragraph")).ok_or(Problem::NotFound)?;
        let up = match visit.form.text("to") {
            "up" => true,
            "down" => false,
            _ => return Err(Problem::NotFound),
        };
        actions::shift_paragraph(tx, may, id, up, visit.today)
    })
}

pub fn stage(app: &App, visit: &Visit) -> Answer {
    act(app, visit, |tx, may| {
        let stage = Stage::parse(visit.form.text("stage")).ok_or(Problem::NotFound)?;
        actions::set_stage(tx, may, stage, visit.today)
    })
}

pub fn comment(app: &App, visit: &Visit) -> Answer {
    act(app, visit, |tx, may| {
        let mut faults = Faults::new();
        let most = MOST_TEXT / 10;
        let text = form::required(&visit.form, &mut faults, "comment", form::REQUIRED, most);
        let text = faults.into_result(text)?;
        actions::comment(tx, &visit.actor, may.year, may.section, &text, visit.today)
    })
}

pub fn plan(app: &App, visit: &Visit) -> Answer {
    let keeper = rights::keeper(&visit.actor)?;
    act(app, visit, |tx, may| {
        let mut faults = Faults::new();
        let fields = &visit.form;
        let known = owners(tx, visit)?;
        let owner = form::choice(fields, &mut faults, "owner", |text| {
            known
                .iter()
                .find(|(id, _)| id == text)
                .and_then(|(id, _)| PersonId::parse(id))
        });
        let due = form::day(fields, &mut faults, "due");
        let visibility = form::choice(fields, &mut faults, "section-visibility", Visibility::parse);
        form::need(&mut faults, "section-visibility", form::CHOICE, &visibility);
        let plan = faults.into_result(Plan {
            owner,
            due,
            visibility: visibility.unwrap_or(Visibility::Internal),
        })?;
        actions::plan(tx, keeper, may.year, may.section, &plan, visit.today)
    })
}
