//! What a manager sees: how many cases their units had, and never about fewer than five.

use askama::Template;
use kit::clock::Day;
use kit::words::Tongue;

use super::super::model::{Counts, Outcome, Withheld, shown};
use super::super::store;
use crate::base::organisation::{self, UnitId};
use crate::base::visit::{Answer, Page, Visit};
use crate::base::{App, Problem};

#[derive(Template)]
#[template(path = "modules/incidents/pages/units.html")]
struct Units<'a> {
    w: &'a Tongue,
    years: Vec<OfYear>,
}

/// One year in words. Tables that may not be shown are none.
struct OfYear {
    year: String,
    total: String,
    outcomes: Option<Vec<(String, String)>>,
    units: Option<Vec<(String, String)>>,
}

pub fn page(app: &App, visit: &Visit) -> Answer {
    let w = &visit.tongue;
    let years = [visit.today.year(), visit.today.year() - 1];
    let years = years
        .into_iter()
        .map(|year| of_year(app, visit, year))
        .collect::<Result<Vec<_>, _>>()?;
    Page::new(w.t("incidents-units-title"), &Units { w, years })?.answer()
}

fn of_year(app: &App, visit: &Visit, year: i32) -> Result<OfYear, Problem> {
    let w = &visit.tongue;
    let bounds = Day::first_of_year(year)
        .zip(Day::last_of_year(year))
        .ok_or(Problem::NotFound)?;
    let span = (app.zone.start_of(bounds.0), app.zone.end_of(bounds.1));
    let (counted, units) = app.read(|conn| {
        let counted = store::counts(conn, visit.actor.leads(), span)?;
        Ok::<_, Problem>((counted, organisation::units(conn, visit.today)?))
    })?;
    let sum = |keep: &dyn Fn(UnitId, Option<Outcome>) -> bool| -> i64 {
        counted
            .iter()
            .filter(|(unit, outcome, _)| keep(*unit, *outcome))
            .map(|(.., count)| count)
            .sum()
    };
    let outcomes: Counts<Option<Outcome>> = Outcome::ALL
        .iter()
        .map(|outcome| Some(*outcome))
        .chain([None])
        .map(|outcome| (outcome, sum(&|_, one| one == outcome)))
        .collect();
    let led: Counts<UnitId> = visit
        .actor
        .leads()
        .iter()
        .map(|unit| (*unit, sum(&|one, _| one == *unit)))
        .collect();
    let (total, outcomes) = shown(outcomes);
    let (_, led) = shown(led);
    let name = |unit: UnitId| {
        let span = units.iter().find(|span| span.unit == unit);
        span.map_or_else(
            || w.t("incidents-units-former"),
            |span| span.name.best(w.lang).to_owned(),
        )
    };
    let word =
        |outcome: Option<Outcome>| w.t(outcome.map_or("incidents-outcome-none", Outcome::word));
    Ok(OfYear {
        year: year.to_string(),
        total: match total {
            Withheld::Count(count) => w.number(count),
            Withheld::Fewer => w.t("incidents-units-fewer"),
        },
        outcomes: outcomes.map(|rows| in_words(w, rows, word)),
        units: led.map(|rows| in_words(w, rows, name)),
    })
}

fn in_words<T>(w: &Tongue, rows: Counts<T>, word: impl Fn(T) -> String) -> Vec<(String, String)> {
    rows.into_iter()
        .map(|(what, count)| (word(what), w.number(count)))
        .collect()
}
