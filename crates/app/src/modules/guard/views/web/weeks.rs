//! The weeks beside each other: what the guard did, and in the trial run what it would have done.

use askama::Template;
use kit::words::Tongue;

use super::super::super::held::week;
use super::super::super::model::Way;
use super::super::super::proof::{self, what, would};
use super::super::model::{Week, weeks};
use crate::base::visit::{Answer, Page, Visit};
use crate::base::{App, Role};

const WEEKS: usize = 8;

#[derive(Template)]
#[template(path = "modules/guard/views/pages/weeks.html")]
struct Weeks<'a> {
    w: &'a Tongue,
    mondays: Vec<String>,
    done: Vec<(String, Vec<String>)>,
    dry: Vec<(String, Vec<String>)>,
    ran_dry: bool,
}

pub fn page(app: &App, visit: &Visit) -> Answer {
    let w = &visit.tongue;
    let scope = visit
        .actor
        .scope_of(&[Role::Dpo, Role::Ciso, Role::Auditor]);
    let from = week(visit.today).plus_days(-7 * (WEEKS as i32 - 1));
    let days =
        app.read(|conn| proof::days(conn, &scope.sql("controller_id"), from, visit.today))?;
    let weeks = weeks(&days, visit.today, WEEKS);
    let done = [
        ("guard-views-count-checked", what::CHECKED),
        ("guard-views-count-sensitive", "class.sensitive"),
        ("guard-views-count-confidential", "class.confidential"),
        ("guard-views-count-held", what::HELD),
        ("guard-views-count-raised", what::RAISED),
        ("guard-views-count-letter", what::LETTER),
        ("guard-views-count-wish", what::WISH),
        ("guard-views-count-exposed", what::EXPOSED),
    ];
    let dry = Way::ALL.map(|way| (way.word(), would(way)));
    let page = Weeks {
        w,
        mondays: weeks.iter().map(|week| w.day_short(week.monday)).collect(),
        done: rows(w, &weeks, &done),
        dry: rows(w, &weeks, &dry),
        ran_dry: weeks.iter().any(|week| week.get(what::DRY) > 0),
    };
    Page::new(w.t("guard-views-weeks"), &page)?.answer()
}

fn rows(w: &Tongue, weeks: &[Week], what: &[(&str, &str)]) -> Vec<(String, Vec<String>)> {
    what.iter()
        .map(|(word, what)| {
            let numbers = weeks.iter().map(|week| w.number(week.get(what)));
            (w.t(word), numbers.collect())
        })
        .collect()
}
