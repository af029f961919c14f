//! The guard's numbers for the year (facts/balance-sheet.md § 7), from the day counts: no content, nobody's name.

use std::collections::BTreeMap;

use kit::db::Conn;
use kit::words::Tongue;

use super::super::wishes;
use super::model::what;
use super::store;
use crate::base::figure::{Period, Reading, Traced};
use crate::base::organisation::ControllerId;
use crate::base::room::Link;
use crate::base::{Actor, Problem, Role};

/// Figures that are a sum of the day counts.
const COUNTED: [(&str, &str); 8] = [
    ("mail.checked", what::CHECKED),
    ("mail.held", what::HELD),
    ("mail.raised", what::RAISED),
    ("mail.wishes.raised", what::WISH),
    ("mail.by_way.open", "to.plain"),
    ("mail.by_way.verified_transport", "to.verified"),
    ("mail.by_way.portal", "to.portal"),
    ("mail.by_way.letter", "to.letter"),
];
/// Ways that this guard does not have: it delivered nothing by them.
const NONE_YET: [&str; 2] = ["mail.by_way.end_to_end", "mail.by_way.digital_post"];
/// The whole of the ways.
const DELIVERIES: &str = "mail.by_way";
const WISHES: &str = "mail.wishes.registered";
const RELEASED: &str = "mail.released";
const NEEDLESS: &str = "mail.false_hold";

/// What the guard did, per board and for the whole, and the register of wishes, which belongs to no board.
///
/// # Errors
/// The database's own.
pub fn figures(conn: &Conn, period: &Period) -> Result<Vec<Reading>, Problem> {
    let mut readings = mails(conn, period)?;
    let wishes = wishes::in_force(conn, period.until)?;
    readings.extend(wishes.map(|n| Reading::count(WISHES, None, n)));
    Ok(readings)
}

/// Of a year in which no mail was looked at nothing is said: 0 would tell that somebody looked, and a number that was
/// entered by hand stays.
fn mails(conn: &Conn, period: &Period) -> Result<Vec<Reading>, Problem> {
    let sums = store::sums(conn, period.first, period.last)?;
    let mut readings = Vec::new();
    if sums.is_empty() {
        return Ok(readings);
    }
    let releases = store::releases(conn, period.from, period.until)?;
    let boards = period.controllers.iter().copied().map(Some).chain([None]);
    for board in boards {
        let of = |one: ControllerId| match board {
            Some(board) => board == one,
            None => period.controllers.contains(&one),
        };
        let mut numbers: BTreeMap<&str, i64> = BTreeMap::new();
        for (key, name) in COUNTED {
            let own = sums
                .iter()
                .filter(|(one, what, _)| of(*one) && what == name);
            numbers.insert(key, own.map(|(.., n)| n).sum());
        }
        for key in NONE_YET {
            numbers.insert(key, 0);
        }
        let ways = numbers
            .iter()
            .filter(|(key, _)| key.starts_with("mail.by_way."));
        let deliveries = ways.map(|(_, n)| n).sum();
        numbers.insert(DELIVERIES, deliveries);
        let released = |needless: bool| {
            let own = releases
                .iter()
                .filter(|(one, step, _)| of(*one) && (!needless || step == "not-sensitive"));
            i64::try_from(own.count()).unwrap_or(i64::MAX)
        };
        numbers.insert(RELEASED, released(false));
        numbers.insert(NEEDLESS, released(true));
        readings.extend(
            numbers
                .iter()
                .map(|(key, n)| Reading::count(key, board, *n)),
        );
    }
    Ok(readings)
}

/// The rows behind a number are people's mails: the officer's list and the evidence lead there, the number names none.
pub fn rows(
    _: &Conn,
    actor: &Actor,
    w: &Tongue,
    period: &Period,
    traced: &Traced,
) -> Result<Option<Vec<Link>>, Problem> {
    if !traced.key.starts_with("mail.") {
        return Ok(None);
    }
    let mut links = Vec::new();
    if actor.has(Role::Dpo) {
        links.push(Link {
            href: "/guard/mails".to_owned(),
            title: w.t("guard-views-title"),
            detail: w.t("guard-views-rows"),
        });
    }
    if actor.has(Role::Dpo) || actor.has(Role::Auditor) {
        let (first, last) = (period.first, period.last);
        links.push(Link {
            href: format!("/guard/evidence?from={first}&until={last}"),
            title: w.t("guard-views-evidence"),
            detail: format!("{} – {}", w.day(first), w.day(last)),
        });
    }
    Ok(Some(links))
}
