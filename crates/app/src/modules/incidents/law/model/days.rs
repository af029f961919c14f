//! Working days, for limits in days and months (Regulation 1182/71 art. 2 and 3(4)). Limits in hours never ask.

use kit::clock::Day;
use serde::Deserialize;

use crate::base::organisation::Country;

/// A public holiday of one or more countries: every year on a date, or so many days from Easter Sunday.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    pub countries: Vec<Country>,
    /// `MM-DD`.
    pub on: Option<String>,
    pub easter: Option<i32>,
    pub from: Option<Day>,
    pub until: Option<Day>,
}

impl Holiday {
    /// What is wrong with the line, if anything.
    pub fn fault(&self) -> Option<String> {
        let dated = self
            .on
            .as_ref()
            .is_none_or(|on| Day::parse(&format!("2024-{on}")).is_some());
        let one = self.on.is_some() != self.easter.is_some();
        (!dated || !one).then(|| "a holiday has either `on = \"MM-DD\"` or `easter`".to_owned())
    }

    fn falls_on(&self, country: Country, day: Day) -> bool {
        let held = self.countries.contains(&country)
            && self.from.is_none_or(|from| from <= day)
            && self.until.is_none_or(|until| day <= until);
        let dated = self
            .on
            .as_ref()
            .is_some_and(|on| day.to_string()[5..] == **on);
        let moving = self
            .easter
            .is_some_and(|days| easter(day.year()).is_some_and(|at| at.plus_days(days) == day));
        held && (dated || moving)
    }
}

/// Neither Saturday nor Sunday nor a public holiday there.
pub fn is_working(day: Day, country: Country, holidays: &[Holiday]) -> bool {
    day.weekday() < 6 && !holidays.iter().any(|one| one.falls_on(country, day))
}

/// The day itself when it is a working day, else the next one (art. 3(4)).
pub fn next_working(day: Day, country: Country, holidays: &[Holiday]) -> Day {
    // No country rests for two weeks; a table that says so is stopped here and not followed for ever.
    (0..15)
        .map(|more| day.plus_days(more))
        .find(|one| is_working(*one, country, holidays))
        .unwrap_or(day)
}

/// Easter Sunday in the Gregorian calendar, by the computation published anonymously in Nature in 1876.
pub fn easter(year: i32) -> Option<Day> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let (month, day) = ((h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
    Day::new(
        i16::try_from(year).ok()?,
        i8::try_from(month).ok()?,
        i8::try_from(day).ok()?,
    )
}
