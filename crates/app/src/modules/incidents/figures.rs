//! The numbers of section 9, and the cases behind each: one statement for the cases, one for the tally, one for the
//! significant incidents; one rule for the number and for what stands behind it.

use std::collections::{BTreeMap, HashMap, HashSet};

use kit::db::Conn;
use kit::words::Tongue;

use super::CaseId;
use super::law::figures::{self as significant, OfPeriod};
use super::model::{About, Count, Facts, Gap, facts, median};
use super::store::{self, Sight};
use super::tally;
use super::web::READERS;
use crate::base::figure::{Period, Reading, Traced};
use crate::base::organisation::ControllerId;
use crate::base::room::Link;
use crate::base::{Actor, Problem};

/// A breach recurs when the like became known in the two years before (`inc.recurring`).
const BACK_DAYS: i64 = 740;

/// What the tally gives; it is part of the near misses too.
const TALLY: &str = "inc.near_miss.tally";
const NEAR_MISSES: &str = "inc.near_miss";

/// Every figure of the section that this room can give, per controller and for the whole group.
pub fn figures(conn: &Conn, period: &Period) -> Result<Vec<Reading>, Problem> {
    let cases = of_period(conn, period)?;
    let tallied = tally::per_controller(conn, period.first, period.last)?;
    let significant = significant::of_period(conn, period)?;
    let counts = Count::all();
    let mut readings = Vec::new();
    let whole = period.controllers.iter().copied().map(Some).chain([None]);
    for controller in whole {
        let own: Vec<&Facts> = cases
            .iter()
            .filter(|case| controller.is_none_or(|one| one == case.controller))
            .collect();
        read(&counts, (&own, &tallied), controller, &mut readings);
        significant.read(controller, &mut readings);
    }
    Ok(readings)
}

fn of_period(conn: &Conn, period: &Period) -> Result<Vec<Facts>, Problem> {
    let known = store::known(conn, period.from.plus_days(-BACK_DAYS), period.until)?;
    Ok(facts(&known, period.from, period.until))
}

fn read(
    counts: &[(String, Count)],
    (cases, tallied): (&[&Facts], &HashMap<ControllerId, i64>),
    controller: Option<ControllerId>,
    to: &mut Vec<Reading>,
) {
    let mut numbers: BTreeMap<&str, i64> = BTreeMap::new();
    for (key, count) in counts {
        let number = cases.iter().filter(|case| count.holds(case)).count();
        numbers.insert(key, i64::try_from(number).unwrap_or(i64::MAX));
    }
    let tally = match controller {
        Some(one) => tallied.get(&one).copied().unwrap_or(0),
        None => tallied.values().sum(),
    };
    numbers.insert(TALLY, tally);
    *numbers.entry(NEAR_MISSES).or_default() += tally;
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
}

/// The cases behind a figure that this actor may see, those of the register only; and the entries of the tally.
pub fn rows(
    conn: &Conn,
    actor: &Actor,
    w: &Tongue,
    period: &Period,
    traced: &Traced,
) -> Result<Option<Vec<Link>>, Problem> {
    let key = traced.key.as_str();
    let mut links = Vec::new();
    if [TALLY, NEAR_MISSES].contains(&key) {
        links.extend(tallied(conn, actor, w, period, traced.controller)?);
    }
    let visible = || store::visible(conn, &Sight::of(actor));
    if let Some((_, rule)) = significant::KEYS.iter().find(|(own, _)| *own == key) {
        let all = significant::of_period(conn, period)?;
        links.extend(incidents(&all, *rule, traced.controller, &visible()?));
    } else if let Some(count) = Count::behind(key) {
        let (visible, cases) = (visible()?, of_period(conn, period)?);
        let behind = cases.iter().filter(|case| {
            traced.controller.is_none_or(|one| one == case.controller)
                && count.holds(case)
                && visible.contains(&case.id)
        });
        links.extend(behind.map(|case| link(w, case)));
    } else if key != TALLY {
        return Ok(None);
    }
    Ok(Some(links))
}

fn tallied(
    conn: &Conn,
    actor: &Actor,
    w: &Tongue,
    period: &Period,
    controller: Option<ControllerId>,
) -> Result<Vec<Link>, Problem> {
    let scope = actor.scope_of(READERS);
    let entries = tally::within(conn, period.first, period.last)?;
    let own = entries.iter().filter(|entry| {
        controller.is_none_or(|one| one == entry.controller) && scope.admits(entry.controller)
    });
    Ok(own
        .map(|entry| {
            let (title, detail) = tally::in_words(w, entry);
            let href = "/incidents/tallies".to_owned();
            Link {
                href,
                title,
                detail,
            }
        })
        .collect())
}

fn incidents(
    all: &OfPeriod,
    rule: Option<super::law::Rule>,
    controller: Option<ControllerId>,
    visible: &HashSet<CaseId>,
) -> Vec<Link> {
    all.behind(rule, controller)
        .filter(|one| visible.contains(&one.case))
        .map(|one| Link {
            href: format!("/incidents/{}/clocks", one.case),
            title: one.number.clone(),
            detail: String::new(),
        })
        .collect()
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
