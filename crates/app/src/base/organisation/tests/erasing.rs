//! Erased people, and restored ones.

use super::figures::{period, value};
use super::*;
use crate::base::testing::on_both;
use crate::base::{audit, erasures};

#[test]
fn an_erased_person_is_gone_and_the_figures_stay() {
    on_both(|house| {
        let (app, anna) = (&house.app, house.people.anna);
        let adam = house.actor(house.people.adam);
        let count = |year| {
            let all = app
                .read(|conn| (PART.figures)(conn, &period(house, year)))
                .unwrap();
            value(&all, "env.employees", None)
        };
        assert!(matches!(
            forget(app, &adam, anna, audit::FORGOTTEN),
            Err(Problem::Refused("organisation-forget-in-force", _))
        ));
        write(house, |tx, may| {
            let id = store::writing::employments_numbered(tx, "1001-1")?[0].0;
            end_employment(tx, may, id, day("2026-02-28"))
        })
        .unwrap();
        assert!(matches!(
            forget(
                app,
                &house.actor(house.people.doris),
                anna,
                audit::FORGOTTEN
            ),
            Err(Problem::Forbidden)
        ));
        forget(app, &adam, anna, audit::FORGOTTEN).unwrap();
        assert_eq!(count(2025), Some(7.0), "counted without a name");
        assert!(app.read(|conn| person(conn, anna)).unwrap().is_none());
        assert!(
            app.read(|conn| person_by_number(conn, "1001"))
                .unwrap()
                .is_none()
        );
        let verdict = verify(app).unwrap();
        assert!(verdict.faults.is_empty(), "{:?}", verdict.faults);
        assert_eq!(verdict.erased.get(&audit::FORGOTTEN), Some(&1));

        let list = erasures::list(app).unwrap();
        assert_eq!((list.len(), list[0].id.clone()), (1, anna.to_string()));
        assert_eq!(erasures::replay(app).unwrap(), 0, "nobody came back");
        // As after a restore of an older backup: the same id is there again.
        let sql = "INSERT INTO organisation_people (id, number, given, family, folded) VALUES ($1, '1001', 'Anna', 'T', 'anna')";
        app.write(&Actor::console(), |tx| Ok(tx.run(sql, kit::params![anna])?))
            .unwrap();
        assert_eq!(erasures::replay(app).unwrap(), 1);
        assert!(app.read(|conn| person(conn, anna)).unwrap().is_none());
        assert!(matches!(
            forget(app, &adam, anna, 1),
            Err(Problem::NotFound)
        ));
    });
}

#[test]
fn a_cut_line_spoils_only_itself() {
    let house = House::sqlite();
    let one = erasures::Erasure {
        at: house.app.now(),
        kind: "person".into(),
        id: "x".into(),
        rule: 1,
    };
    erasures::append(&house.app, &one).unwrap();
    let path = house.app.config.database.keys_dir.join("erasures.jsonl");
    let mut text = std::fs::read_to_string(&path).unwrap();
    text.push_str("{\"at\":12,\"ki");
    std::fs::write(&path, text).unwrap();
    erasures::append(&house.app, &one).unwrap();
    assert_eq!(erasures::list(&house.app).unwrap(), [one.clone(), one]);
}
