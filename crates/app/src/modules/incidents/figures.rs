//! The numbers of section 9, and the cases behind each: one statement for the cases, one rule for both.

use std::collections::BTreeMap;

use kit::db::Conn;
use kit::words::Tongue;

use super::model::{About, Count, Facts, Gap, UNAVAILABLE, facts, median};
use super::store::{self, Sight};
use crate::base::figure::{Period, Reading, Traced};
use crate::base::organisation::ControllerId;
use crate::base::room::Link;
use crate::base::{Actor, Problem};

/// A breach recurs when the like became known in the two years before (`inc.recurring`).
const BACK_DAYS: i64 = 740;

/// Every figure of the section that this room can give, per controller and for the whole group.
pub fn figures(conn: &Conn, period: &Period) -> Result<Vec<Reading>, Problem> {
    let cases = of_period(conn, period)?;
    let counts = Count::all();
    let mut readings = Vec::new();
    let whole = period.controllers.iter().copied().map(Some).chain([None]);
    for controller in whole {
        let own: Vec<&Facts> = cases
            .iter()
            .filter(|case| controller.is_none_or(|one| one == case.controller))
            .collect();
        read(&counts, &own, controller, &mut readings);
    }
    Ok(readings)
}

fn of_period(conn: &Conn, period: &Period) -> Result<Vec<Facts>, Problem> {
    let known = store::known(conn, period.from.plus_days(-BACK_DAYS), period.until)?;
    Ok(facts(&known, period.from, period.until))
}

fn read(
    counts: &[(String, Count)],
    cases: &[&Facts],
    controller: Option<ControllerId>,
    to: &mut Vec<Reading>,
) {
    let mut numbers: BTreeMap<&str, i64> = BTreeMap::new();
    for (key, count) in counts {
        let number = cases.iter().filter(|case| count.holds(case)).count();
        numbers.insert(key, i64::try_from(number).unwrap_or(i64::MAX));
    }
    to.extend(
        numbers
            .iter()
            .map(|(key, number)| Reading::count(key, controller, *number)),
    );
    for gap in Gap::ALL {
        let hours = cases.iter().filter(|case| Count::Gap(gap).holds(case));
        let middle = median(hours.filter_map(|case| case.hours(gap)).collect());
        to.push(Reading::amount(gap.key(), controller, middle));
    }
    let number = |key: &str| numbers.get(key).copied().unwrap_or(0);
    let shares = [
        ("inc.human_share", "inc.by_cause.human", "inc.known"),
        ("inc.answered", "inc.answered.n", "inc.answered.of"),
    ];
    to.extend(
        shares.map(|(key, above, below)| {
            Reading::share(key, controller, number(above), number(below))
        }),
    );
    to.extend(UNAVAILABLE.map(|key| Reading::amount(key, controller, None)));
}

/// The cases behind a figure that this actor may see; those of the register only.
pub fn rows(
    conn: &Conn,
    actor: &Actor,
    w: &Tongue,
    period: &Period,
    traced: &Traced,
) -> Result<Option<Vec<Link>>, Problem> {
    let Some(count) = Count::behind(&traced.key) else {
        return Ok(UNAVAILABLE.contains(&traced.key.as_str()).then(Vec::new));
    };
    let visible = store::visible(conn, &Sight::of(actor))?;
    let cases = of_period(conn, period)?;
    let behind = cases.iter().filter(|case| {
        traced.controller.is_none_or(|one| one == case.controller)
            && count.holds(case)
            && visible.contains(&case.id)
    });
    Ok(Some(behind.map(|case| link(w, case)).collect()))
}

fn link(w: &Tongue, case: &Facts) -> Link {
    let about = About::parse(&case.about).unwrap_or(About::Other);
    let outcome = case
        .outcome
        .map_or("incidents-outcome-none", |outcome| outcome.word());
    Link {
        href: format!("/incidents/{}", case.id),
        title: case.number.clone(),
        detail: w.list(&[w.t(about.word()), w.t(outcome)]),
    }
}
