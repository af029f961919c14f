//! The ways in, from their doors, on both engines.

mod again;
mod bad;
mod cleaned;
mod mails;
mod searched;
mod walk;

use crate::base::Actor;
use crate::base::keys::{hex, random};
use crate::base::testing::House;
use crate::base::visit::Upload;

use super::super::store::CaseRow;
use super::super::tests::{stored, text};

/// A form's random bits.
pub fn bits() -> String {
    hex(&random::<32>())
}

/// All cases, in the order of their numbers.
pub fn cases(house: &House) -> Vec<CaseRow> {
    let ids = house
        .app
        .read(|conn| Ok(conn.all("SELECT id FROM incidents_cases ORDER BY nr", &[])?))
        .unwrap();
    ids.iter()
        .map(|row| stored(house, row.get("id").unwrap()))
        .collect()
}

/// The receipt on a page.
pub fn code(page: &str) -> String {
    let (_, rest) = page.split_once("class=\"code\" translate=\"no\">").unwrap();
    rest.split('<').next().unwrap().to_owned()
}

/// Sends a public report; gives its receipt.
pub fn tell(house: &House, story: &str, more: &[(&str, &str)], files: Vec<Upload>) -> String {
    let bits = bits();
    let mut fields = vec![
        ("once", bits.as_str()),
        ("story", story),
        ("about", "wrong_recipient"),
        ("noticed", "today"),
    ];
    fields.extend(more);
    let page = text(house.send_with(&Actor::nobody(), "/tell", &fields, files));
    code(&page)
}

/// The letterbox is opened at an hour of 2 March 2026 in Helsinki, and the clock stands there.
pub fn open_at(house: &House, utc: &str) {
    house.at(utc);
    let hour = super::last_hour(&house.app, house.app.now()).unwrap();
    super::open_letterbox(&house.app, hour).unwrap();
}

/// Everything that is open is taken up by the data protection officer.
pub fn take_all(house: &House) {
    let doris = house.actor(house.people.doris);
    house.send(&doris, super::LETTERBOX, &[]).unwrap();
}
