//! The register of wishes from its door.

mod found;
mod import;
mod pages;

use kit::clock::Day;
use kit::form::Faults;
use kit::words::Lang;

use super::{Asked, Draft, Source, WishId, actions, enter};
use crate::base::testing::House;
use crate::base::{Actor, Problem};

/// Enters a wish: `number`, `addresses` and `wished` as they would be typed.
fn wish(house: &House, asked: Asked, number: &str, addresses: &str, wished: &str) -> WishId {
    let draft = Draft {
        number: number.into(),
        addresses: addresses.into(),
        asked: Some(asked),
        wished: wished.into(),
        day: Day::parse("2026-03-01"),
        source: Some(Source::Letter),
        note: None,
        lang: Some(Lang::Da),
    };
    let checked = draft.check(Faults::new(), house.app.today()).unwrap();
    let entered = house.app.write(&Actor::program("test"), |tx| {
        enter(tx, &house.app.keys, &checked)
    });
    entered.unwrap().id()
}

fn end(house: &House, id: WishId) {
    let done: Result<(), Problem> = house.app.write(&Actor::program("test"), |tx| {
        actions::end(tx, id, "taken back")
    });
    done.unwrap();
}
