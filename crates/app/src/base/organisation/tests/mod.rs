//! The organisation from its door, on both engines.

mod boards;
mod erasing;
mod figures;
mod pages;
mod units;

use kit::clock::Day;

use super::*;
use crate::base::Problem;
use crate::base::audit::verify;
use crate::base::identity::actor::Actor;
use crate::base::testing::House;
use crate::base::visit::Reply;

pub fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

pub fn write<T>(
    house: &House,
    f: impl FnOnce(&kit::db::Tx<'_>, crate::base::identity::actor::Administrator) -> Result<T, Problem>,
) -> Result<T, Problem> {
    let actor = Actor::console();
    house.app.write(&actor, |tx| f(tx, actor.administrator()?))
}

pub fn unit_on(house: &House, unit_id: UnitId, on: &str) -> Option<UnitSpan> {
    house.app.read(|conn| unit(conn, unit_id, day(on))).unwrap()
}

pub fn page(house: &House, actor: &Actor, address: &str) -> String {
    match house.open(actor, address) {
        Ok(Reply::Page(page)) => page.body,
        other => panic!("{address}: {other:?}"),
    }
}

pub fn led_to(answer: Result<Reply, Problem>) -> String {
    match answer {
        Ok(Reply::Redirect(to)) => to,
        Ok(Reply::Page(page)) => panic!("came back: {}", page.body),
        other => panic!("{other:?}"),
    }
}

pub fn verified(house: &House) {
    let verdict = verify(&house.app).unwrap();
    assert!(verdict.faults.is_empty(), "{:?}", verdict.faults);
}
