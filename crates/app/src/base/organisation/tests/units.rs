//! Units that change from a day.

use kit::words::{Lang, Texts};

use super::*;
use crate::base::testing::on_both;

#[test]
fn what_was_true_stays_true() {
    on_both(|house| {
        let school = house.units[1];
        write(house, |tx, may| {
            rename_unit(tx, may, school, &Texts::same("Schools"), day("2024-03-01"))
        })
        .unwrap();
        let before = unit_on(house, school, "2024-02-29").unwrap();
        assert_eq!(
            (before.name.best(Lang::En), before.until),
            ("School", Some(day("2024-02-29")))
        );
        assert_eq!(
            unit_on(house, school, "2024-03-01")
                .unwrap()
                .name
                .best(Lang::En),
            "Schools"
        );
        let order = write(house, |tx, may| {
            rename_unit(tx, may, school, &Texts::same("X"), day("2023-01-01"))
        });
        assert!(matches!(
            order,
            Err(Problem::Refused("organisation-change-order", _))
        ));

        let (social, water) = (house.controllers[1], house.controllers[2]);
        let education = house.units[0];
        write(house, |tx, may| {
            move_unit(tx, may, education, None, social, day("2025-01-01"))
        })
        .unwrap();
        assert_eq!(
            unit_on(house, school, "2025-01-01").unwrap().controller,
            social,
            "and all below it"
        );
        assert_eq!(
            unit_on(house, school, "2024-12-31").unwrap().controller,
            house.controllers[0]
        );
        let circle = write(house, |tx, may| {
            move_unit(tx, may, education, Some(school), social, day("2025-06-01"))
        });
        assert!(matches!(
            circle,
            Err(Problem::Refused("organisation-under-itself", _))
        ));
        let mixed = write(house, |tx, may| {
            move_unit(tx, may, school, Some(education), water, day("2025-06-01"))
        });
        assert!(matches!(
            mixed,
            Err(Problem::Refused("organisation-other-controller", _))
        ));
        verified(house);
    });
}

#[test]
fn merged_and_split_units_keep_their_people() {
    on_both(|house| {
        let new = NewUnit {
            code: "edu-9".into(),
            name: Texts::same("Learning"),
            parent: None,
            controller: house.controllers[0],
            from: day("2025-08-01"),
        };
        let merged = write(house, |tx, may| {
            merge_units(tx, may, &[house.units[0], house.units[1]], &new)
        })
        .unwrap();
        assert!(unit_on(house, house.units[0], "2025-08-01").is_none());
        assert!(unit_on(house, house.units[1], "2025-07-31").is_some());
        let anna = house.people.anna;
        let work = |on: &str| {
            house
                .app
                .read(|conn| works_in(conn, anna, day(on)))
                .unwrap()
        };
        assert_eq!(work("2025-07-31")[0].0, house.units[1]);
        assert_eq!(work("2025-08-01")[0].0, merged);
        let led = house
            .app
            .read(|conn| led_units(conn, house.people.mona, day("2025-08-01")))
            .unwrap();
        assert!(led.is_empty(), "a new unit gets its manager by appointment");

        let parts = ["a", "b"].map(|code| Part {
            code: code.into(),
            name: Texts::same(code),
        });
        let made = write(house, |tx, may| {
            split_unit(tx, may, merged, &parts, day("2026-01-01"))
        })
        .unwrap();
        assert_eq!(work("2026-01-01")[0].0, made[0]);
        let used = write(house, |tx, may| {
            end_unit(tx, may, made[0], day("2026-02-01"))
        });
        assert!(matches!(
            used,
            Err(Problem::Refused("organisation-unit-in-use", _))
        ));
        write(house, |tx, may| {
            end_unit(tx, may, made[1], day("2026-02-01"))
        })
        .unwrap();
        assert!(unit_on(house, made[1], "2026-02-01").is_none());
        let early = write(house, |tx, may| {
            end_unit(tx, may, made[1], day("2026-02-01"))
        });
        assert!(early.is_err(), "it has ended");
        verified(house);
    });
}
