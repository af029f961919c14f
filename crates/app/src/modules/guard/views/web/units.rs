//! What a manager sees of their units: counts without names, and nothing that would tell of fewer than five.

use askama::Template;
use kit::clock::Day;
use kit::words::Tongue;

use super::super::super::proof::{self, what};
use super::super::model::shown;
use crate::base::organisation::{self, UnitId};
use crate::base::visit::{Answer, Page, Visit};
use crate::base::{App, Problem};

#[derive(Template)]
#[template(path = "modules/guard/views/pages/units.html")]
struct Units<'a> {
    w: &'a Tongue,
    years: Vec<Year>,
}

struct Year {
    year: String,
    tables: Vec<Table>,
}

/// One count by unit; none when it may not be shown.
struct Table {
    caption: String,
    rows: Option<Vec<(String, String)>>,
    total: String,
}

const COUNTS: [(&str, &str); 4] = [
    ("guard-views-count-checked", what::CHECKED),
    ("guard-views-count-held", what::HELD),
    ("guard-views-count-raised", what::RAISED),
    ("guard-views-count-letter", what::LETTER),
];

pub fn page(app: &App, visit: &Visit) -> Answer {
    let w = &visit.tongue;
    let years = [visit.today.year(), visit.today.year() - 1]
        .into_iter()
        .map(|year| of_year(app, visit, year))
        .collect::<Result<Vec<_>, _>>()?;
    Page::new(w.t("guard-views-units"), &Units { w, years })?.answer()
}

fn of_year(app: &App, visit: &Visit, year: i32) -> Result<Year, Problem> {
    let w = &visit.tongue;
    let (from, to) = Day::first_of_year(year)
        .zip(Day::last_of_year(year))
        .ok_or(Problem::NotFound)?;
    let leads = visit.actor.leads();
    let (counted, units) = app.read(|conn| {
        let counted = proof::units(conn, leads, from, to)?;
        Ok::<_, Problem>((counted, organisation::units(conn, visit.today)?))
    })?;
    let name = |unit: UnitId| {
        let span = units.iter().find(|span| span.unit == unit);
        span.map_or_else(
            || w.t("guard-views-unit-former"),
            |span| span.name.best(w.lang).to_owned(),
        )
    };
    let tables = COUNTS.map(|(word, what)| {
        let of = |unit: UnitId| -> i64 {
            let own = counted
                .iter()
                .filter(|(one, name, _)| *one == unit && name == what);
            own.map(|(.., n)| n).sum()
        };
        let rows: Vec<(UnitId, i64)> = leads.iter().map(|unit| (*unit, of(*unit))).collect();
        let shown = shown(rows);
        Table {
            caption: w.t(word),
            total: match &shown {
                Some((_, total)) => w.number(*total),
                None => w.t("guard-views-fewer"),
            },
            rows: shown.map(|(rows, _)| {
                rows.into_iter()
                    .map(|(unit, n)| (name(unit), w.number(n)))
                    .collect()
            }),
        }
    });
    Ok(Year {
        year: year.to_string(),
        tables: tables.into_iter().collect(),
    })
}
