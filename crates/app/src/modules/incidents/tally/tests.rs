//! The quick tally from the door, on both engines.

use kit::words::Lang;

use super::super::ROOM;
use super::super::tests::{led, text};
use crate::base::Problem;
use crate::base::figure::{Period, Traced};
use crate::base::testing::{House, on_both};
use crate::base::visit::Reply;

fn figure(house: &House, key: &str, controller: Option<usize>) -> Option<f64> {
    let period = Period::of(2026, &house.app.zone, house.controllers.to_vec()).unwrap();
    let controller = controller.map(|at| house.controllers[at]);
    let all = house
        .app
        .read(|conn| (ROOM.figures)(conn, &period))
        .unwrap();
    let found = all
        .iter()
        .find(|one| one.key == key && one.controller == controller);
    found.unwrap().value
}

#[test]
fn near_misses_are_counted_without_a_report() {
    on_both(|house| {
        let anna = house.actor(house.people.anna);
        let page = text(house.open(&anna, "/near-miss"));
        assert!(page.contains("Count a near miss") && !page.contains("name=\"unit\""));
        assert!(
            !page.contains("value=\"near_miss\""),
            "all of them are near misses"
        );
        let fields = [("about", "wrong_recipient"), ("number", "3")];
        assert_eq!(
            led(house.send(&anna, "/near-miss", &fields)),
            "/near-miss/thanks"
        );
        assert!(text(house.open(&anna, "/near-miss/thanks")).contains("Thank you"));
        assert_eq!(figure(house, "inc.near_miss.tally", None), Some(3.0));
        assert_eq!(figure(house, "inc.near_miss", Some(0)), Some(3.0));
        assert_eq!(figure(house, "inc.near_miss.reported", None), Some(0.0));
        assert_eq!(figure(house, "inc.near_miss.tally", Some(1)), Some(0.0));
        assert_eq!(
            figure(house, "inc.reports", None),
            Some(0.0),
            "it is no report"
        );
        for wrong in ["0", "51", "many", ""] {
            let again = house.send(&anna, "/near-miss", &[("about", "lost"), ("number", wrong)]);
            let Ok(Reply::Page(page)) = again else {
                panic!("{wrong}: {again:?}")
            };
            assert_eq!(page.status, 422);
        }
    });
}

#[test]
fn what_was_counted_by_mistake_is_struck() {
    on_both(|house| {
        let (anna, doris) = (
            house.actor(house.people.anna),
            house.actor(house.people.doris),
        );
        let fields = [("about", "lost"), ("number", "50")];
        led(house.send(&anna, "/near-miss", &fields));
        let list = text(house.open(&doris, "/incidents/tallies"));
        assert!(list.contains("School") && list.contains(">50<"), "{list}");
        let action = list.split("action=\"/incidents/tallies/").nth(1).unwrap();
        let id = action.split('/').next().unwrap();
        let address = format!("/incidents/tallies/{id}/strike");
        let iris = house.actor(house.people.iris);
        assert!(!text(house.open(&iris, "/incidents/tallies")).contains("/strike\""));
        assert!(house.send(&iris, &address, &[]).is_err());
        led(house.send(&doris, &address, &[]));
        assert!(matches!(
            house.send(&doris, &address, &[]),
            Err(Problem::NotFound)
        ));
        assert!(text(house.open(&doris, "/incidents/tallies")).contains("struck"));
        assert_eq!(figure(house, "inc.near_miss.tally", None), Some(0.0));
    });
}

#[test]
fn behind_the_number_stand_its_entries() {
    on_both(|house| {
        let anna = house.actor(house.people.anna);
        for number in ["2", "1"] {
            let fields = [("about", "spoken"), ("number", number)];
            led(house.send(&anna, "/near-miss", &fields));
        }
        let period = Period::of(2026, &house.app.zone, house.controllers.to_vec()).unwrap();
        let w = house.app.tongue(Lang::En);
        let rows = |person, key: &str| {
            let traced = Traced {
                key: key.to_owned(),
                controller: None,
            };
            let actor = house.actor(person);
            house
                .app
                .read(|conn| (ROOM.rows)(conn, &actor, &w, &period, &traced))
                .unwrap()
                .unwrap()
        };
        let people = house.people;
        let mut titles: Vec<String> = rows(people.doris, "inc.near_miss.tally")
            .into_iter()
            .map(|link| link.title)
            .collect();
        titles.sort();
        assert!(titles[0].ends_with("2 near misses") && titles[1].ends_with("one near miss"));
        assert_eq!(rows(people.doris, "inc.near_miss").len(), 2);
        assert!(rows(people.anna, "inc.near_miss.tally").is_empty());
    });
}
