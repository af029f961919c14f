//! The year's numbers and the rows behind them.

use kit::words::{Lang, Texts};

use super::*;
use crate::base::figure::{Period, Reading, Traced};
use crate::base::identity::actor::Role;
use crate::base::testing::on_both;

pub fn period(house: &House, year: i32) -> Period {
    Period::of(year, &house.app.zone, house.controllers.to_vec()).unwrap()
}

pub fn value(all: &[Reading], key: &str, controller: Option<ControllerId>) -> Option<f64> {
    let found: Vec<&Reading> = all
        .iter()
        .filter(|one| one.key == key && one.controller == controller)
        .collect();
    assert_eq!(found.len(), 1, "{key}");
    found[0].value
}

#[test]
fn figures_are_read_as_of_the_last_day() {
    on_both(|house| {
        let (edu, soc) = (house.controllers[0], house.controllers[1]);
        write(house, |tx, may| {
            // Anna also works at the social services: once in the whole, once on each board.
            let new = NewEmployment {
                number: "1001-2".into(),
                person: house.people.anna,
                unit: house.units[2],
                title: house.title,
                from: day("2025-12-31"),
                until: None,
            };
            employ(tx, may, &new)?;
            rename_unit(
                tx,
                may,
                house.units[0],
                &Texts::same("Teaching"),
                day("2025-01-01"),
            )?;
            move_unit(
                tx,
                may,
                house.units[1],
                Some(house.units[2]),
                soc,
                day("2026-01-01"),
            )?;
            let duty = NewDuty {
                role: Role::Contact,
                person: house.people.sam,
                controller: Some(edu),
                from: day("2025-12-31"),
            };
            give_duty(tx, may, &duty)
        })
        .unwrap();
        let read = |year| {
            house
                .app
                .read(|conn| (PART.figures)(conn, &period(house, year)))
                .unwrap()
        };
        let all = read(2025);
        assert_eq!(value(&all, "env.employees", None), Some(7.0));
        assert_eq!(value(&all, "env.employments", None), Some(8.0));
        assert_eq!(value(&all, "env.employees", Some(edu)), Some(3.0));
        assert_eq!(value(&all, "env.employees", Some(soc)), Some(4.0));
        assert_eq!(value(&all, "env.titles", None), Some(1.0));
        assert_eq!(value(&all, "env.boards", None), Some(2.0));
        assert_eq!(value(&all, "env.companies", None), Some(1.0));
        assert_eq!(value(&all, "env.units", Some(edu)), Some(2.0));
        assert_eq!(value(&all, "env.organisation_changes", None), Some(1.0));
        assert_eq!(
            value(&all, "env.organisation_changes", Some(soc)),
            Some(0.0)
        );
        let filled = all
            .iter()
            .find(|one| one.key == "gov.roles_filled" && one.controller.is_none());
        assert_eq!(filled.unwrap().parts, Some((7.0, 9.0)));
        assert_eq!(
            value(&all, "gov.without_owner", None),
            Some(5.0),
            "two duties, three units"
        );
        assert_eq!(value(&all, "gov.without_owner", Some(edu)), Some(1.0));
        let next = read(2026);
        assert_eq!(value(&next, "env.organisation_changes", None), Some(1.0));
        assert_eq!(
            value(&next, "env.organisation_changes", Some(edu)),
            Some(1.0),
            "where it left"
        );
        assert_eq!(
            value(&next, "env.organisation_changes", Some(soc)),
            Some(1.0),
            "where it came"
        );
        assert_eq!(value(&read(2019), "env.employees", None), Some(0.0));
    });
}

#[test]
fn every_figure_leads_to_its_rows() {
    let house = House::sqlite();
    let period = period(&house, 2025);
    let doris = house.actor(house.people.doris);
    let w = house.app.tongue(Lang::En);
    house
        .app
        .read(|conn| {
            for reading in (PART.figures)(conn, &period)? {
                let traced = Traced {
                    key: reading.key.clone(),
                    controller: reading.controller,
                };
                let rows = (PART.rows)(conn, &doris, &w, &period, &traced)?.expect("its own key");
                let counted = [
                    "env.boards",
                    "env.companies",
                    "env.units",
                    "gov.without_owner",
                ];
                if counted.contains(&reading.key.as_str()) {
                    assert_eq!(Some(rows.len() as f64), reading.value, "{}", reading.key);
                }
                assert!(
                    !rows.is_empty() || reading.value == Some(0.0),
                    "{}",
                    reading.key
                );
            }
            let other = Traced {
                key: "inc.known".into(),
                controller: None,
            };
            assert_eq!((PART.rows)(conn, &doris, &w, &period, &other)?, None);
            Ok(())
        })
        .unwrap();
}
