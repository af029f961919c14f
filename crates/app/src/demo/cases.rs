//! When things happen to a case, and which story it tells: drawn by the published frequencies.

use kit::clock::{Day, Moment};

use super::Size;
use super::chance::Chance;
use super::data::{Data, Story};
use super::times;
use crate::base::App;

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
    pub(super) case: u64,
    pub(super) kind: Kind,
    pub(super) plan: Plan,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Report,
    Assess,
    Decide,
    People,
    Measure,
    MeasureDone,
    MeasureVerified,
    Answer,
    Close,
    // The steps of telling, see telling.rs.
    Preliminary,
    Letters,
    Complete,
    Authority,
    AtSupplier,
    /// See together.rs.
    Together(super::together::Deed),
}

/// When things happen to a case, and which story it tells.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plan {
    pub(super) story: usize,
    pub(super) occurred: Moment,
    pub(super) noticed: Moment,
    pub(super) reported: Moment,
    pub(super) aware: Moment,
    pub(super) notified: Moment,
    pub(super) people: i64,
}

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
        let usual = first.plus_days(chance.between(4, days) as i32);
        let day = if fresh { today.plus_days(-back) } else { usual };
        let plan = plan(app, &data.stories[story], story, day, &mut chance);
        let case = year as u64 * 100_000 + number as u64;
        steps.extend(life(app, &data.stories[story], case, plan, &mut chance));
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
    let course = times::course(&app.zone, story.noticed, day, chance);
    let aware = course.aware;
    // One in twenty notifications comes too late, and says why.
    let notified = if chance.happens(0.05) {
        times::at_work(&app.zone, aware.plus_hours(chance.between(74, 140)))
    } else {
        let wanted = aware.plus_hours(chance.between(4, 68));
        times::at_work_before(&app.zone, wanted).max(aware.plus_minutes(40))
    };
    let people = if story.people[1] == 0 {
        0
    } else {
        chance.between(story.people[0], story.people[1])
    };
    Plan {
        story: index,
        occurred: course.occurred,
        noticed: course.noticed,
        reported: course.reported,
        aware,
        notified,
        people,
    }
}

fn life(
    app: &App,
    story: &Story,
    case: u64,
    plan: Plan,
    chance: &mut Chance,
) -> Vec<(Moment, Step)> {
    let later = |from: Moment, hours: i64| times::at_work(&app.zone, from.plus_hours(hours));
    let breach = story.outcome == "breach";
    let assessed = if breach {
        plan.aware.plus_minutes(30)
    } else {
        later(plan.reported, chance.between(1, 30))
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
        last = later(last, chance.between(1, 20));
        steps.push((last, Kind::People));
    }
    if story.measure.is_some() && chance.happens(0.5) {
        last = later(last, chance.between(1, 30));
        steps.push((last, Kind::Measure));
        // Most measures are done in time and looked at again; some are late, and some nobody looks at again.
        let days = if chance.happens(0.85) {
            chance.between(10, 90)
        } else {
            chance.between(150, 300)
        };
        let done = later(last, days * 24);
        steps.push((done, Kind::MeasureDone));
        if chance.happens(0.8) {
            steps.push((
                later(done, chance.between(20, 90) * 24),
                Kind::MeasureVerified,
            ));
        }
    }
    last = later(last, chance.between(2, 300));
    steps.push((last, Kind::Answer));
    steps.push((later(last, chance.between(1, 200)), Kind::Close));
    steps
        .into_iter()
        .map(|(moment, kind)| (moment, Step { case, kind, plan }))
        .collect()
}
