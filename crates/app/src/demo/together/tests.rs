//! The lives against the program's own forms.

use super::*;
use crate::base::organisation::{self, NewDuty, NewPerson};
use crate::base::testing::{House, on_both};
use crate::base::{Actor, Role};
use crate::demo::chance::Chance;
use crate::demo::reports;

/// The officers of the demonstration, in the house of the tests.
fn officers(house: &House) {
    let console = Actor::console();
    let from = Day::parse("2020-01-01").unwrap();
    let made = house.app.write(&console, |tx| {
        let may = console.administrator()?;
        for (part, role) in [(2, Role::Dpo), (3, Role::Ciso)] {
            let new = NewPerson {
                number: stage::NUMBERS[part].to_owned(),
                given: "Officer".to_owned(),
                family: "Testby".to_owned(),
                email: None,
                lang: None,
            };
            let person = organisation::add_person(tx, may, &new)?;
            let duty = NewDuty {
                role,
                person,
                controller: None,
                from,
            };
            organisation::give_duty(tx, may, &duty)?;
        }
        Ok(())
    });
    made.unwrap();
}

/// Every life passes the program's own forms, in the order in which the demonstration plays them.
#[test]
fn every_life_passes_its_forms() {
    let data = Data::read().unwrap();
    let today = Day::parse("2026-11-22").unwrap();
    on_both(|house| {
        officers(house);
        let mut steps = all(&house.app, &data, today);
        steps.sort_by_key(|(at, _)| *at);
        let now = house.app.zone.moment(today, 12, 0).unwrap();
        let (mut open, mut chance) = (Open::default(), Chance::of(1, "together"));
        for (at, step) in steps.iter().filter(|(at, _)| *at < now) {
            house.app.clock.put(*at);
            if step.kind != Kind::Report {
                let went = reports::go_on(&house.app, &data, step, &open, &mut chance);
                assert!(went.is_ok(), "{at:?} {step:?}: {went:?}");
                continue;
            }
            let anna = house.actor(house.people.anna);
            let fields = [
                ("story", format!("A report: {}.", step.case)),
                ("about", "other".to_owned()),
                ("noticed_at", house.app.zone.input_value(step.plan.noticed)),
            ];
            let to = post(&house.app, &anna, "/report", &fields).unwrap();
            open.put(step.case, to.rsplit('/').next().unwrap(), Lang::En);
        }
        house.app.clock.put(now);
        history(&house.app, &house.app.tongue(Lang::En)).unwrap();
    });
}

/// An answer begins by the outcome and goes on with what the story itself concludes, in all languages.
#[test]
fn every_story_can_be_answered_in_every_language() {
    let data = Data::read().unwrap();
    let whole = |texts: &Texts| Lang::ALL.iter().all(|lang| texts.get(*lang).is_some());
    let said = &data.notes.answer;
    assert!(whole(&said.measure) && whole(&data.notes.erratum));
    for story in &data.stories {
        let begins = said.outcome.get(&story.outcome);
        assert!(begins.is_some_and(whole), "{}", story.outcome);
        assert!(whole(&story.reason), "{}", story.key);
        assert!(story.measure.as_ref().is_none_or(whole), "{}", story.key);
    }
    let delays = data.notes.delay.any.iter();
    assert!(
        delays
            .chain([&data.notes.delay.many, &data.notes.delay.supplier])
            .all(whole)
    );
    assert!(data.notes.quality.values().all(whole));
}
