//! Reports and what becomes of them: stories drawn by their published frequencies, told in the language of
//! the one who reports, assessed, decided, answered and closed by the data protection officer.

use std::collections::BTreeMap;

use kit::clock::Day;
use kit::words::Lang;

use super::cases::{Kind, Plan, Step};
use super::chance::Chance;
use super::data::{Data, Story};
use super::hand::post;
use super::people::{Staff, Worker};
use super::{stage, telling, together};
use crate::base::identity::session;
use crate::base::subject::Subject;
use crate::base::{Actor, App, Problem, measures, organisation};

/// Cases that were reported: their address, and the language of the one who reported.
#[derive(Default)]
pub struct Open(BTreeMap<u64, (String, Lang)>);

impl Open {
    pub(super) fn put(&mut self, case: u64, id: &str, lang: Lang) {
        self.0.insert(case, (id.to_owned(), lang));
    }

    /// The id of a case by its number in the plan.
    pub(super) fn of(&self, case: u64) -> Option<&String> {
        self.0.get(&case).map(|(id, _)| id)
    }
}

/// One step, through its form.
///
/// # Errors
/// What the form refuses.
pub fn play(
    app: &App,
    data: &Data,
    staff: &Staff<'_>,
    step: &Step,
    open: &mut Open,
    chance: &mut Chance,
) -> Result<(), Problem> {
    if step.kind != Kind::Report {
        return go_on(app, data, step, open, chance);
    }
    let story = &data.stories[step.plan.story];
    let (to, lang) = report(app, staff, (story, step), chance)?;
    open.put(step.case, to.rsplit('/').next().unwrap_or(""), lang);
    Ok(())
}

/// One step of a case that was reported.
///
/// # Errors
/// What the form refuses.
pub(super) fn go_on(
    app: &App,
    data: &Data,
    step: &Step,
    open: &Open,
    chance: &mut Chance,
) -> Result<(), Problem> {
    let story = &data.stories[step.plan.story];
    let Some((id, lang)) = open.0.get(&step.case) else {
        return Ok(());
    };
    let dpo = stage::actor(app, 2, app.now())?;
    // A case is kept in the language in which it was told.
    let lang = *lang;
    let (verb, fields) = match step.kind {
        Kind::Report => return Ok(()),
        Kind::MeasureDone | Kind::MeasureVerified => {
            return measure_goes_on(app, data, id, step.kind);
        }
        Kind::Preliminary | Kind::Letters | Kind::Complete | Kind::Authority | Kind::AtSupplier => {
            return telling::play(app, data, step, id, lang);
        }
        Kind::Together(deed) => {
            return together::play(app, data, (step, deed), (id.as_str(), open), lang);
        }
        Kind::Measure => {
            let text = story
                .measure
                .as_ref()
                .map(|texts| text(texts, lang))
                .unwrap_or_default();
            let due = app.today().plus_days(chance.between(30, 200) as i32);
            let fields = [("text", text), ("due", due.to_string())];
            post(app, &dpo, &format!("/incidents/{id}/measure"), &fields)?;
            return measure_goes_on(app, data, id, Kind::Measure);
        }
        Kind::Assess => ("assess", assessment(app, story, &step.plan, lang)),
        Kind::Decide if story.notify => ("notify", notification(app, data, step, lang, chance)),
        Kind::Decide => ("not-needed", vec![("reason", text(&story.reason, lang))]),
        Kind::People => ("people", people_told(app, story, lang)),
        Kind::Answer => (
            "answer",
            vec![("answer", answer(app, data, step, (id, lang))?)],
        ),
        Kind::Close => ("close", Vec::new()),
    };
    post(app, &dpo, &format!("/incidents/{id}/step/{verb}"), &fields)?;
    Ok(())
}

/// Thanks, what was concluded, and what is changed because of the report.
fn answer(
    app: &App,
    data: &Data,
    step: &Step,
    (case, lang): (&str, Lang),
) -> Result<String, Problem> {
    let story = &data.stories[step.plan.story];
    let said = &data.notes.answer;
    let begins = said.outcome.get(&story.outcome).ok_or(Problem::NotFound)?;
    let mut words = vec![text(begins, lang), text(&story.reason, lang)];
    let origin = Subject::named("incident", case);
    if let Some(measure) = &story.measure
        && !app.read(|conn| measures::of(conn, &origin))?.is_empty()
    {
        words.extend([text(&said.measure, lang), text(measure, lang)]);
    }
    Ok(words.join(" "))
}

/// A measure gets its owner, is finished, and is looked at by somebody else.
fn measure_goes_on(app: &App, data: &Data, case: &str, kind: Kind) -> Result<(), Problem> {
    let part = if kind == Kind::MeasureVerified { 3 } else { 2 };
    let actor = stage::actor(app, part, app.now())?;
    let owner = stage::person(app, part)?;
    let turn = case.bytes().map(usize::from).sum::<usize>();
    let lang = Lang::ALL[turn % Lang::ALL.len()];
    let said = |notes: &[kit::words::Texts]| text(&notes[turn % notes.len()], lang);
    app.write(&actor, |tx| {
        let origin = Subject::named("incident", case);
        for row in measures::of(tx, &origin)? {
            match kind {
                Kind::MeasureDone => measures::finish(tx, row.id, &said(&data.notes.done))?,
                Kind::MeasureVerified => {
                    measures::verify(tx, row.id, true, &said(&data.notes.worked))?
                }
                _ => measures::take(tx, row.id, owner)?,
            }
        }
        Ok(())
    })
}

fn report(
    app: &App,
    staff: &Staff<'_>,
    (story, step): (&Story, &Step),
    chance: &mut Chance,
) -> Result<(String, Lang), Problem> {
    let day = app.today();
    let worker = match together::place_of(step.case) {
        Some(turn) => together::colleague(staff, day, turn),
        None => teller(staff, story, day, chance),
    };
    let lang = Lang::parse(worker.lang).unwrap_or(Lang::En);
    let actor = as_worker(app, worker)?.ok_or(Problem::NotFound)?;
    let fields = [
        ("story", text(&story.text, lang)),
        ("about", story.about.clone()),
        ("noticed_at", app.zone.input_value(step.plan.noticed)),
    ];
    Ok((post(app, &actor, "/report", &fields)?, lang))
}

/// A worker as somebody who acts; none when they are not in the register of people.
pub(super) fn as_worker(app: &App, worker: &Worker) -> Result<Option<Actor>, Problem> {
    app.read(|conn| {
        let number = worker.number.to_string();
        match organisation::person_by_number(conn, &number)? {
            Some(person) => session::actor(app, conn, person.id, app.now()),
            None => Ok(None),
        }
    })
}

/// Somebody who works where such a thing happens; the employee of the demonstration now and then.
fn teller<'s>(staff: &'s Staff<'_>, story: &Story, day: Day, chance: &mut Chance) -> &'s Worker {
    if chance.happens(0.01) {
        return &staff.workers[staff.cast[0]];
    }
    let areas: Vec<&str> = story
        .area
        .iter()
        .flat_map(|area| controllers(area))
        .copied()
        .collect();
    for _ in 0..200 {
        let worker = chance.pick(&staff.workers);
        let unit = staff.place_of(worker, day);
        if areas.is_empty() || areas.iter().any(|area| unit.starts_with(area)) {
            return worker;
        }
    }
    chance.pick(&staff.workers)
}

/// Boards in which the stories of an area happen; none for all.
fn controllers(area: &str) -> &'static [&'static str] {
    match area {
        "education" => &["b02", "b03"],
        "earlycare" => &["b02"],
        "social" | "childprotection" => &["b04"],
        "health" | "elderly" => &["b05"],
        "employment" => &["b06"],
        "culture" => &["b07", "b08"],
        "building" => &["b09", "b11"],
        "environment" => &["b11"],
        "technical" => &["b10", "b12"],
        "company" => &["c01", "c02", "c03", "c04"],
        "office" | "finance" | "hr" | "it" => &["b01"],
        _ => &[],
    }
}

pub(super) fn assessment(
    app: &App,
    story: &Story,
    plan: &Plan,
    lang: Lang,
) -> Vec<(&'static str, String)> {
    let mut fields = vec![
        ("outcome", story.outcome.clone()),
        ("cause", story.cause.clone()),
        ("origin", origin(story).to_owned()),
        ("discoverer", story.discoverer.clone()),
        ("people", band(plan.people).to_owned()),
        ("occurred_at", app.zone.input_value(plan.occurred)),
        ("noticed_at", app.zone.input_value(plan.noticed)),
        ("facts", text(&story.facts, lang)),
        ("natures", story.nature.clone()),
    ];
    fields.extend(story.kinds.iter().map(|kind| ("kinds", kind.clone())));
    if story.outcome == "breach" {
        fields.push(("aware", app.zone.input_value(plan.aware)));
    }
    if story.about == "supplier" {
        fields.push(("supplier", "yes".to_owned()));
    }
    fields
}

fn origin(story: &Story) -> &'static str {
    match (story.cause.as_str(), story.nature.as_str()) {
        ("attack", _) => "external_deliberate",
        (_, "a") => "internal_deliberate",
        ("unknown", _) => "unknown",
        _ if story.about == "supplier" => "external",
        _ => "internal",
    }
}

fn band(people: i64) -> &'static str {
    match people {
        ..=0 => "unknown",
        1 => "1",
        2..=9 => "2_9",
        10..=99 => "10_99",
        100..=999 => "100_999",
        1000..=9999 => "1000_9999",
        _ => "10000_plus",
    }
}

fn notification(
    app: &App,
    data: &Data,
    step: &Step,
    lang: Lang,
    chance: &mut Chance,
) -> Vec<(&'static str, String)> {
    let plan = &step.plan;
    let mut fields = vec![
        ("reason", text(&data.stories[plan.story].reason, lang)),
        ("notified_at", app.zone.input_value(plan.notified)),
        (
            "reference",
            format!("{}/{:03}", app.today().year(), chance.between(100, 9999)),
        ),
    ];
    if plan.notified > plan.aware.plus_hours(72) {
        let story = &data.stories[plan.story];
        let reasons = &data.notes.delay;
        let reason = match story.about.as_str() {
            "supplier" => &reasons.supplier,
            _ if plan.people >= 20 => &reasons.many,
            _ => chance.pick(&reasons.any),
        };
        fields.push(("late_reason", text(reason, lang)));
    }
    fields
}

fn people_told(app: &App, story: &Story, lang: Lang) -> Vec<(&'static str, String)> {
    let mut fields = vec![("reason", text(&story.reason, lang))];
    if story.tell {
        fields.push(("told", "told".to_owned()));
        fields.push(("told_at", app.zone.input_value(app.now())));
    } else {
        fields.push(("told", "not_needed".to_owned()));
    }
    fields
}

fn text(texts: &kit::words::Texts, lang: Lang) -> String {
    texts.best(lang).to_owned()
}
