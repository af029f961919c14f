//! Cases that belong together, and what time does to cases: reports of one event, an event that comes again, a bundle,
//! two events in one report, a lesson, a score, a notification in phases that came late, a case that is late without
//! reasons, an incident under NIS2, near misses that are counted, and what an older system had kept.

use kit::clock::{Day, Moment};
use kit::words::{Lang, Texts, Tongue};

use super::Size;
use super::cases::{Kind, Plan, Step};
use super::chance::Chance;
use super::data::{Data, Together};
use super::hand::post;
use super::people::{Staff, Worker};
use super::reports::Open;
use super::{stage, times};
use crate::base::{App, Problem};
use crate::crossings::{self, History};

/// What the officer does here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Deed {
    Merge,
    Split,
    SameCause,
    Recurs,
    Bundle,
    Lesson,
    Score,
    /// A significant incident beside the case, and what is submitted about it.
    Significant,
    EarlyWarning,
    IncidentNotification,
    FinalReport,
}

/// The cases, by their place in [`LIVES`].
const FIRST: usize = 0;
const AGAIN: usize = 2;
const LEAD: usize = 4;

/// One life: its story, how many days before today it begins, and what happens so many hours later.
struct Life {
    story: &'static str,
    days: i32,
    people: i64,
    steps: &'static [(Kind, i64)],
}

use Deed::*;

const LIVES: [Life; 11] = [
    Life {
        story: "attachment_other_client",
        days: 90,
        people: 1,
        steps: &[
            (Kind::Assess, 2),
            (Kind::Together(Score), 4),
            (Kind::Decide, 30),
            (Kind::People, 31),
            (Kind::Measure, 32),
            (Kind::Answer, 40),
            (Kind::Close, 60),
            (Kind::MeasureDone, 360),
            (Kind::Together(Lesson), 400),
            (Kind::MeasureVerified, 700),
        ],
    },
    // The same event, told by somebody else.
    Life {
        story: "attachment_other_client",
        days: 90,
        people: 1,
        steps: &[(Kind::Together(Merge), 5)],
    },
    // It came again: the measure is opened again.
    Life {
        story: "attachment_other_client",
        days: 30,
        people: 1,
        steps: &[
            (Kind::Assess, 2),
            (Kind::Together(Recurs), 3),
            (Kind::Decide, 20),
            (Kind::People, 21),
            (Kind::Answer, 44),
            (Kind::Close, 60),
        ],
    },
    Life {
        story: "mail_outside_namesake",
        days: 29,
        people: 3,
        steps: &[
            (Kind::Assess, 2),
            (Kind::Together(SameCause), 3),
            (Kind::Decide, 20),
            (Kind::People, 21),
            (Kind::Answer, 44),
            (Kind::Close, 60),
        ],
    },
    // Three small breaches of one morning's mail, notified together.
    Life {
        story: "two_decisions_one_envelope",
        days: 20,
        people: 2,
        steps: &[
            (Kind::Assess, 4),
            (Kind::Together(Bundle), 10),
            (Kind::Decide, 30),
            (Kind::People, 31),
            (Kind::Answer, 50),
            (Kind::Close, 51),
        ],
    },
    Life {
        story: "two_decisions_one_envelope",
        days: 20,
        people: 1,
        steps: &[(Kind::Assess, 5), (Kind::Answer, 50), (Kind::Close, 51)],
    },
    Life {
        story: "two_decisions_one_envelope",
        days: 20,
        people: 2,
        steps: &[(Kind::Assess, 6), (Kind::Answer, 50), (Kind::Close, 51)],
    },
    Life {
        story: "print_left_shared",
        days: 2,
        people: 4,
        steps: &[(Kind::Together(Split), 3), (Kind::Assess, 4)],
    },
    // Told to the authority in phases, the first of them too late.
    Life {
        story: "merge_rows_shifted",
        days: 60,
        people: 128,
        steps: &[
            (Kind::Assess, 3),
            (Kind::Preliminary, 80),
            (Kind::Letters, 100),
            (Kind::Complete, 260),
            (Kind::Answer, 300),
            (Kind::Close, 310),
        ],
    },
    // Late, and nobody has written why.
    Life {
        story: "internal_post_missing",
        days: 5,
        people: 6,
        steps: &[(Kind::Assess, 3)],
    },
    Life {
        story: "malware_stopped",
        days: 40,
        people: 0,
        steps: &[
            (Kind::Assess, 2),
            (Kind::Together(Significant), 3),
            (Kind::Together(EarlyWarning), 10),
            (Kind::Together(IncidentNotification), 60),
            (Kind::Together(FinalReport), 600),
            (Kind::Answer, 610),
            (Kind::Close, 620),
        ],
    },
];

/// The number of a life among all cases.
fn number(today: Day, place: usize) -> u64 {
    today.year() as u64 * 100_000 + 98_000 + place as u64
}

/// Whether a case is one of these: then colleagues of the demonstration's employee report it.
pub(super) fn place_of(case: u64) -> Option<usize> {
    let place = (case % 100_000).checked_sub(98_000)? as usize;
    (place < LIVES.len()).then_some(place)
}

/// The steps of all lives.
pub(super) fn all(app: &App, data: &Data, today: Day) -> Vec<(Moment, Step)> {
    let mut steps = Vec::new();
    for (place, life) in LIVES.iter().enumerate() {
        let Some(story) = data.stories.iter().position(|one| one.key == life.story) else {
            continue;
        };
        let day = today.plus_days(-life.days);
        // Reports of one event agree on when it was.
        let mut chance = Chance::of(super::SEED, &format!("{} {}", life.story, life.days));
        let known = (day, 11 * 60 + 20 + place as i64);
        let pace = data.stories[story].noticed;
        let course = times::known_at(&app.zone, pace, known, &mut chance);
        let aware = course.aware;
        let plan = Plan {
            story,
            occurred: course.occurred,
            noticed: course.noticed,
            reported: course.reported,
            aware,
            notified: aware.plus_hours(18),
            people: life.people,
        };
        let case = number(today, place);
        let first = (plan.reported, Kind::Report);
        let rest = life
            .steps
            .iter()
            .map(|(kind, hours)| (aware.plus_hours(*hours), *kind));
        steps.extend(
            std::iter::once(first)
                .chain(rest)
                .map(|(at, kind)| (at, Step { case, kind, plan })),
        );
    }
    steps
}

/// Days on which somebody counts near misses: every tenth of the last year in a city.
pub(super) fn tallies(app: &App, size: Size, today: Day) -> Vec<(Moment, usize)> {
    let (count, apart) = match size {
        Size::City => (36, 10),
        Size::Town => (14, 25),
    };
    (0..count)
        .map(|turn| {
            let day = today.plus_days(-(3 + turn * apart));
            let at = app.zone.moment(day, 14, 5);
            let at = at.unwrap_or_else(|| app.zone.start_of(day));
            (at, usize::try_from(turn).unwrap_or(0))
        })
        .collect()
}

/// A colleague of the employee in the same unit, by turn; the employee where there is none.
pub(super) fn colleague<'s>(staff: &'s Staff<'_>, day: Day, turn: usize) -> &'s Worker {
    let employee = &staff.workers[staff.cast[0]];
    let unit = staff.place_of(employee, day);
    let mut all = staff
        .workers
        .iter()
        .filter(|one| staff.place_of(one, day) == unit);
    let many = all.clone().count().max(1);
    all.nth(turn % many).unwrap_or(employee)
}

/// Somebody counts near misses.
///
/// # Errors
/// What the form refuses.
pub(super) fn tally(app: &App, staff: &Staff<'_>, turn: usize) -> Result<(), Problem> {
    const ABOUT: [&str; 4] = ["wrong_recipient", "spoken", "wrong_access", "published"];
    let worker = &staff.workers[turn * 37 % staff.workers.len()];
    let Some(actor) = super::reports::as_worker(app, worker)? else {
        return Ok(());
    };
    let fields = [
        ("about", ABOUT[turn % ABOUT.len()].to_owned()),
        ("number", (1 + turn * 5 % 4).to_string()),
    ];
    post(app, &actor, "/near-miss", &fields).map(|_| ())
}

/// What an older system had kept comes in through the same door as on the command line.
///
/// # Errors
/// A file that cannot be read.
pub(super) fn history(app: &App, w: &Tongue) -> Result<(), Problem> {
    let asked = History {
        bytes: include_bytes!("../../../../demo/history.veris.json").to_vec(),
        source: "Lumi-2".to_owned(),
        unit: String::new(),
        dry: false,
    };
    crossings::import_history(app, &asked, w).map(|_| ())
}

/// One deed, through its form.
///
/// # Errors
/// What the form refuses.
pub(super) fn play(
    app: &App,
    data: &Data,
    (step, deed): (&Step, Deed),
    (id, open): (&str, &Open),
    lang: Lang,
) -> Result<(), Problem> {
    let dpo = stage::actor(app, 2, app.now())?;
    let texts = &data.together;
    let say = |texts: &Texts| texts.best(lang).to_owned();
    let other = |place: usize| {
        let year = step.case / 100_000;
        let found = open.of(year * 100_000 + 98_000 + place as u64);
        found.cloned().ok_or(Problem::NotFound)
    };
    let tied = |tie: &str, place: usize, reason: &Texts| {
        Ok::<_, Problem>((
            "link",
            vec![
                ("tie", tie.to_owned()),
                ("likely", other(place)?),
                ("reason", say(reason)),
            ],
        ))
    };
    let (page, fields) = match deed {
        Merge => {
            let fields = [("likely", other(FIRST)?), ("reason", say(&texts.merge))];
            ("merge", fields.to_vec())
        }
        Split => {
            let fields = [
                ("story", say(&texts.split_story)),
                ("reason", say(&texts.split)),
            ];
            ("split", fields.to_vec())
        }
        SameCause => tied("cause", AGAIN, &texts.cause)?,
        Recurs => tied("recurrence", FIRST, &texts.recurrence)?,
        Bundle => {
            let fields = [
                ("members", other(LEAD + 1)?),
                ("members", other(LEAD + 2)?),
                ("reason", say(&texts.bundle)),
            ];
            ("bundle", fields.to_vec())
        }
        Lesson => {
            let fields = [
                ("lang", lang.code().to_owned()),
                ("title", say(&texts.lesson_title)),
                ("text", say(&texts.lesson)),
            ];
            ("lesson", fields.to_vec())
        }
        Score => ("severity", score(texts, lang)),
        _ => ("nis2", significant(app, &step.plan, deed, texts, lang)),
    };
    post(app, &dpo, &format!("/incidents/{id}/{page}"), &fields).map(|_| ())
}

/// ENISA's questions, answered as for one decision in the wrong hands.
fn score(texts: &Together, lang: Lang) -> Vec<(&'static str, String)> {
    vec![
        ("sensitive", "2".to_owned()),
        ("ease", "4".to_owned()),
        ("confidentiality", "1".to_owned()),
        ("integrity", "0".to_owned()),
        ("availability", "0".to_owned()),
        ("risk", "risk".to_owned()),
        ("reason", texts.score.best(lang).to_owned()),
    ]
}

fn significant(
    app: &App,
    plan: &Plan,
    deed: Deed,
    texts: &Together,
    lang: Lang,
) -> Vec<(&'static str, String)> {
    let code = match deed {
        EarlyWarning => "early_warning",
        IncidentNotification => "incident_notification",
        FinalReport => "final_report",
        _ => {
            return vec![
                ("service", texts.service.best(lang).to_owned()),
                ("words", texts.significant.best(lang).to_owned()),
                ("aware", app.zone.input_value(plan.aware)),
                ("malicious", "yes".to_owned()),
                ("cross_border", "unknown".to_owned()),
            ];
        }
    };
    vec![
        ("deed", code.to_owned()),
        ("at", app.zone.input_value(app.now())),
    ]
}

#[cfg(test)]
mod tests;
