//! The desk from its door, on both engines.

mod disposal;
mod history;
mod learned;
mod register;
mod together;
mod units;

use super::super::tests::{as_officer, assess, breach, close, led, plain, report, stored, text};
use super::super::*;
use crate::base::testing::{House, on_both};
use crate::base::{Actor, Problem, audit};

/// A breach of School that waits for its decision.
fn waiting(house: &House, story: &str) -> CaseId {
    let id = report(house, house.people.anna, house.units[1], story);
    assess(house, id, breach(house.app.now()));
    id
}

fn doris(house: &House) -> Actor {
    house.actor(house.people.doris)
}

fn refused(answer: crate::base::visit::Answer) -> &'static str {
    match answer {
        Err(Problem::Refused(why, _)) => why,
        other => panic!("not refused: {other:?}"),
    }
}

/// Somebody judges the risk, with a reason.
fn judge(house: &House, id: CaseId, reason: &str) {
    let answers = [
        ("simple", "2"),
        ("ease", "3"),
        ("confidentiality", "1"),
        ("risk", "high"),
        ("reason", reason),
    ];
    let page = format!("/incidents/{id}/severity");
    led(house.send(&doris(house), &page, &answers));
}
