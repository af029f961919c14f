//! Reports and what becomes of them: stories drawn by their published frequencies, told in the language of
//! the one who reports, assessed, decided, answered and closed by the data protection officer.

use std::collections::BTreeMap;

use kit::clock::{Day, Moment};
use kit::words::Lang;

use super::Size;
use super::chance::Chance;
use super::data::{Data, Story};
use super::hand::post;
use super::people::{Staff, Worker};
use super::stage;
use crate::base::identity::session;
use crate::base::subject::Subject;
use crate::base::{Actor, App, Problem, measures, organisation};

/// Personal-data breaches that become known, year by year, in a city; 2019 is Espoo's published 60.
const KNOWN: [(i32, usize); 8] = [
    (2019, 60),
    (2020, 71),
    (2021, 88),
    (2022, 104),
    (2023, 131),
    (2024, 149),
    (2025, 166),
    (2026, 158),
];
/// Reports that turn out to be something else, for each breach.
const OTHERS: f64 = 0.45;

/// One step in the life of a case.
#[derive(Clone, Debug)]
pub struct Step {
    case: u64,
    kind: Kind,
    plan: Plan,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Report,
    Assess,
    Decide,
    People,
    Measure,
    MeasureDone,
    MeasureVerified,
    Answer,
    Close,
}

/// When things happen to a case, and which story it tells.
#[derive(Clone, Copy, Debug)]
struct Plan {
    story: usize,
    occurred: Moment,
    noticed: Moment,
    reported: Moment,
    aware: Moment,
    notified: Moment,
    people: i64,
}

/// Cases that were reported: their address and who knows of them.
#[derive(Default)]
pub struct Open(BTreeMap<u64, String>);

/// Everything that happens to the cases of one year, in no order.
pub fn of_year(
    app: &App,
    data: &Data,
    size: Size,
    seed: u64,
    year: i32,
    today: Day,
) -> Vec<(Moment, Step)> {
    let mut chance = Chance::of(seed, &format!("reports {year}"));
    let known = KNOWN
        .iter()
        .find(|(of, _)| *of == year)
        .map_or(150, |(_, count)| *count);
    let known = if size == Size::City { known } else { known / 4 };
    let others = (known as f64 * OTHERS) as usize;
    let Some(first) = Day::first_of_year(year) else {
        return Vec::new();
    };
    // A year that still runs has had its share of them.
    let days = if year == today.year() {
        first.days_until(today).max(1)
    } else {
        364
    };
    let due = |count: usize| {
        if year == today.year() {
            count * days as usize / 365
        } else {
            count
        }
    };
    let mut steps = Vec::new();
    for number in 0..due(known) + due(others) {
        let breach = number < due(known);
        let story = draw(data, &mut chance, breach);
        // Some cases of the last days are still open when the demonstration begins.
        let fresh = year == today.year() && number % 7 == 3;
        let back = chance.between(0, 9) as i32;
        let usual = first.plus_days(chance.between(2, days) as i32);
        let day = if fresh { today.plus_days(-back) } else { usual };
        let plan = plan(app, &data.stories[story], story, day, &mut chance);
        let case = year as u64 * 100_000 + number as u64;
        steps.extend(life(&data.stories[story], case, plan, &mut chance));
    }
    steps
}

fn draw(data: &Data, chance: &mut Chance, breach: bool) -> usize {
    let weight = |story: &Story| {
        if (story.outcome == "breach") == breach {
            story.weight
        } else {
            0.0
        }
    };
    chance.weighted(data.stories.iter().map(weight))
}

/// `day` is the day on which the controller becomes aware: the case belongs to its year.
fn plan(app: &App, story: &Story, index: usize, day: Day, chance: &mut Chance) -> Plan {
    let hour = chance.between(8, 15) as u8;
    let minute = chance.between(0, 59) as u8;
    let aware = app
        .zone
        .moment(day, hour, minute)
        .unwrap_or_else(|| app.zone.start_of(day));
    let reported = aware.plus_minutes(-chance.between(20, 900));
    let noticed = reported.plus_minutes(-chance.between(5, 600));
    let occurred = noticed.plus_minutes(-chance.between(10, 9000));
    // One in twenty notifications comes too late, and says why.
    let hours = if chance.happens(0.05) {
        chance.between(74, 140)
    } else {
        chance.between(4, 68)
    };
    let people = if story.people[1] == 0 {
        0
    } else {
        chance.between(story.people[0], story.people[1])
    };
    Plan {
        story: index,
        occurred,
        noticed,
        reported,
        aware,
        notified: aware.plus_hours(hours),
        people,
    }
}

fn life(story: &Story, case: u64, plan: Plan, chance: &mut Chance) -> Vec<(Moment, Step)> {
    let breach = story.outcome == "breach";
    let assessed = if breach {
        plan.aware.plus_minutes(30)
    } else {
        plan.reported.plus_hours(chance.between(1, 30))
    };
    let mut steps = vec![(plan.reported, Kind::Report), (assessed, Kind::Assess)];
    let mut last = assessed;
    if breach {
        last = if story.notify {
            plan.notified.plus_minutes(5)
        } else {
            assessed.plus_minutes(20)
        };
        steps.push((last, Kind::Decide));
        last = last.plus_hours(chance.between(1, 20));
        steps.push((last, Kind::People));
    }
    if story.measure.is_some() && chance.happens(0.5) {
        last = last.plus_hours(chance.between(1, 30));
        steps.push((last, Kind::Measure));
        // Most measures are done in time and looked at again; some are not.
        if chance.happens(0.85) {
            let done = last.plus_days(chance.between(10, 90));
            steps.push((done, Kind::MeasureDone));
            if chance.happens(0.8) {
                steps.push((
                    done.plus_days(chance.between(20, 90)),
                    Kind::MeasureVerified,
                ));
            }
        }
    }
    last = last.plus_hours(chance.between(2, 300));
    steps.push((last, Kind::Answer));
    steps.push((last.plus_hours(chance.between(1, 200)), Kind::Close));
    steps
        .into_iter()
        .map(|(moment, kind)| (moment, Step { case, kind, plan }))
        .collect()
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
    let story = &data.stories[step.plan.story];
    if step.kind == Kind::Report {
        let to = report(app, staff, story, &step.plan, chance)?;
        let id = to.rsplit('/').next().unwrap_or("").to_owned();
        open.0.insert(step.case, id);
        return Ok(());
    }
    let Some(id) = open.0.get(&step.case) else {
        return Ok(());
    };
    let dpo = stage::actor(app, 2, app.now())?;
    let lang = Lang::ALL[step.case as usize % Lang::ALL.len()];
    let (verb, fields) = match step.kind {
        Kind::Report => return Ok(()),
        Kind::MeasureDone | Kind::MeasureVerified => {
            return measure_goes_on(app, data, id, step.kind);
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
        Kind::Decide if story.notify => {
            ("notify", notification(app, data, &step.plan, lang, chance))
        }
        Kind::Decide => ("not-needed", vec![("reason", text(&story.reason, lang))]),
        Kind::People => ("people", people_told(app, story, lang)),
        Kind::Answer => (
            "answer",
            vec![("answer", text(chance.pick(&data.notes.answer), lang))],
        ),
        Kind::Close => ("close", Vec::new()),
    };
    post(app, &dpo, &format!("/incidents/{id}/step/{verb}"), &fields)?;
    Ok(())
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
    story: &Story,
    plan: &Plan,
    chance: &mut Chance,
) -> Result<String, Problem> {
    let day = app.today();
    let worker = teller(staff, story, day, chance);
    let lang = Lang::parse(worker.lang).unwrap_or(Lang::En);
    let person = app
        .read(|conn| organisation::person_by_number(conn, &worker.number.to_string()))?
        .ok_or(Problem::NotFound)?;
    let actor: Actor = app
        .read(|conn| session::actor(app, conn, person.id, app.now()))?
        .ok_or(Problem::NotFound)?;
    post(
        app,
        &actor,
        "/report",
        &[
            ("story", text(&story.text, lang)),
            ("about", story.about.clone()),
            ("noticed_at", app.zone.input_value(plan.noticed)),
        ],
    )
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

fn assessment(app: &App, story: &Story, plan: &Plan, lang: Lang) -> Vec<(&'static str, String)> {
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
    plan: &Plan,
    lang: Lang,
    chance: &mut Chance,
) -> Vec<(&'static str, String)> {
    let mut fields = vec![
        ("notified_at", app.zone.input_value(plan.notified)),
        (
            "reference",
            format!("{}/{:03}", app.today().year(), chance.between(100, 9999)),
        ),
    ];
    if plan.notified > plan.aware.plus_hours(72) {
        fields.push(("late_reason", text(chance.pick(&data.notes.delay), lang)));
    }
    fields
}

fn people_told(app: &App, story: &Story, lang: Lang) -> Vec<(&'static str, String)> {
    if story.tell {
        vec![
            ("told", "told".to_owned()),
            ("told_at", app.zone.input_value(app.now())),
        ]
    } else {
        vec![
            ("told", "not_needed".to_owned()),
            ("reason", text(&story.reason, lang)),
        ]
    }
}

fn text(texts: &kit::words::Texts, lang: Lang) -> String {
    texts.best(lang).to_owned()
}
