//! The hours at which people work, and how long it takes until somebody notices what has happened.

use kit::clock::{Day, Moment, Zone};
use serde::Deserialize;

use super::chance::Chance;

/// How long a story's event goes unnoticed, as the story itself tells it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pace {
    /// Within minutes.
    AtOnce,
    /// Within the working day.
    #[default]
    Hours,
    /// On the next working day.
    NextDay,
    /// It happens at night and is there in the morning.
    Night,
    Days,
    Weeks,
}

/// Minutes of the day at which work begins and ends.
const BEGINS: i64 = 7 * 60 + 30;
const ENDS: i64 = 16 * 60;

/// When something happened, was noticed, reported, and known to the data protection officer.
#[derive(Clone, Copy, Debug)]
pub struct Course {
    pub occurred: Moment,
    pub noticed: Moment,
    pub reported: Moment,
    pub aware: Moment,
}

/// The course of a case of which the officer learns on a day, or on the Friday before a weekend.
pub fn course(zone: &Zone, pace: Pace, day: Day, chance: &mut Chance) -> Course {
    let aware = chance.between(BEGINS + 60, ENDS - 20);
    known_at(zone, pace, (workday(day), aware), chance)
}

/// The course of a case of which the officer learns on a day, at a minute of it.
pub fn known_at(zone: &Zone, pace: Pace, (day, aware): (Day, i64), chance: &mut Chance) -> Course {
    // Most are read within hours; some lie until the next morning.
    let (told, reported) = if chance.happens(0.75) {
        let latest = aware - 15;
        (day, chance.between((latest - 240).max(BEGINS + 20), latest))
    } else {
        (before(day), chance.between(BEGINS + 60, ENDS - 5))
    };
    let noticed = match pace {
        Pace::Night => chance.between(BEGINS, (BEGINS + 60).min(reported - 5)),
        _ => chance.between((reported - 90).max(BEGINS), reported - 5),
    };
    let (since, occurred) = begin(pace, told, noticed, chance);
    Course {
        occurred: at(zone, since, occurred),
        noticed: at(zone, told, noticed),
        reported: at(zone, told, reported),
        aware: at(zone, day, aware),
    }
}

/// The day and minute at which it began.
fn begin(pace: Pace, day: Day, noticed: i64, chance: &mut Chance) -> (Day, i64) {
    let at_work = |day: Day, chance: &mut Chance| (day, chance.between(BEGINS + 30, ENDS));
    match pace {
        Pace::AtOnce => (day, noticed - chance.between(1, 10)),
        Pace::Hours if noticed > BEGINS + 60 => (day, chance.between(BEGINS, noticed - 20)),
        Pace::Hours | Pace::NextDay => at_work(before(day), chance),
        Pace::Night => (day, chance.between(30, 5 * 60)),
        Pace::Days => {
            let back = chance.between(2, 9) as i32;
            at_work(workday(day.plus_days(-back)), chance)
        }
        Pace::Weeks => {
            let back = chance.between(14, 40) as i32;
            at_work(workday(day.plus_days(-back)), chance)
        }
    }
}

/// The moment itself when people work then, else the next morning on which they do.
pub fn at_work(zone: &Zone, moment: Moment) -> Moment {
    let (day, minute) = read(zone, moment);
    if workday(day) == day && minute < ENDS {
        let began = minute >= BEGINS;
        return if began {
            moment
        } else {
            at(zone, day, BEGINS + minute % 60)
        };
    }
    let mut next = day.plus_days(1);
    while workday(next) != next {
        next = next.plus_days(1);
    }
    at(zone, next, BEGINS + 15 + minute % 60)
}

/// The moment itself when people work then, else the afternoon before: what must not be later than it is.
pub fn at_work_before(zone: &Zone, moment: Moment) -> Moment {
    let (day, minute) = read(zone, moment);
    match workday(day) == day {
        true if minute < BEGINS => at(zone, before(day), ENDS - 60 + minute % 60),
        true if minute < ENDS => moment,
        true => at(zone, day, ENDS - 60 + minute % 60),
        false => at(zone, workday(day), ENDS - 60 + minute % 60),
    }
}

/// The day itself, or the Friday before a weekend.
fn workday(day: Day) -> Day {
    day.plus_days(-(i32::from(day.weekday()) - 5).max(0))
}

fn before(day: Day) -> Day {
    workday(day.plus_days(-1))
}

fn read(zone: &Zone, moment: Moment) -> (Day, i64) {
    let local = zone.local(moment);
    let minute = i64::from(local.hour) * 60 + i64::from(local.minute);
    (zone.day_of(moment), minute)
}

fn at(zone: &Zone, day: Day, minute: i64) -> Moment {
    let known = zone.moment(day, (minute / 60) as u8, (minute % 60) as u8);
    known.unwrap_or_else(|| zone.start_of(day))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Nobody notices, reports or decides at night or on a Sunday, and what was noticed at once was.
    #[test]
    fn people_work_by_day() {
        let zone = Zone::named("Europe/Helsinki").unwrap();
        let mut chance = Chance::of(7, "times");
        let first = Day::parse("2026-01-03").unwrap();
        for turn in 0..2_000 {
            for pace in [
                Pace::AtOnce,
                Pace::Hours,
                Pace::NextDay,
                Pace::Night,
                Pace::Days,
                Pace::Weeks,
            ] {
                let one = course(&zone, pace, first.plus_days(turn % 400), &mut chance);
                assert!(one.occurred < one.noticed, "{pace:?} {one:?}");
                assert!(
                    one.noticed < one.reported && one.reported < one.aware,
                    "{one:?}"
                );
                for moment in [one.noticed, one.reported, one.aware] {
                    assert_eq!(at_work(&zone, moment), moment, "{pace:?} {one:?}");
                }
                let hours = one.noticed.hours_since(one.occurred);
                assert!(pace != Pace::AtOnce || hours < 0.2, "{hours}");
                assert!(pace != Pace::Night || hours < 10.0, "{hours}");
                assert!(pace != Pace::Days || hours > 24.0, "{hours}");
                let later = one.aware.plus_minutes(i64::from(turn) * 37);
                assert!(at_work(&zone, later) >= later, "{later:?}");
                assert!(at_work_before(&zone, later) <= later, "{later:?}");
            }
        }
    }
}
