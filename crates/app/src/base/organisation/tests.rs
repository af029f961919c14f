//! The organisation from its door, on both engines.

use kit::clock::Day;
use kit::words::{Lang, Texts};

use super::*;
use crate::base::audit;
use crate::base::audit::verify;
use crate::base::figure::{Period, Reading, Traced};
use crate::base::identity::actor::{Actor, Role};
use crate::base::testing::{House, on_both};
use crate::base::visit::{Reply, Upload};
use crate::base::{Problem, erasures};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn write<T>(
    house: &House,
    f: impl FnOnce(&kit::db::Tx<'_>, crate::base::identity::actor::Administrator) -> Result<T, Problem>,
) -> Result<T, Problem> {
    let actor = Actor::console();
    house.app.write(&actor, |tx| f(tx, actor.administrator()?))
}

fn unit_on(house: &House, unit_id: UnitId, on: &str) -> Option<UnitSpan> {
    house.app.read(|conn| unit(conn, unit_id, day(on))).unwrap()
}

fn page(house: &House, actor: &Actor, address: &str) -> String {
    match house.open(actor, address) {
        Ok(Reply::Page(page)) => page.body,
        other => panic!("{address}: {other:?}"),
    }
}

fn led_to(answer: Result<Reply, Problem>) -> String {
    match answer {
        Ok(Reply::Redirect(to)) => to,
        Ok(Reply::Page(page)) => panic!("came back: {}", page.body),
        other => panic!("{other:?}"),
    }
}

fn verified(house: &House) {
    let verdict = verify(&house.app).unwrap();
    assert!(verdict.faults.is_empty(), "{:?}", verdict.faults);
}

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

fn period(house: &House, year: i32) -> Period {
    Period::of(year, &house.app.zone, house.controllers.to_vec()).unwrap()
}

fn value(all: &[Reading], key: &str, controller: Option<ControllerId>) -> Option<f64> {
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

#[test]
fn the_administrator_changes_units_by_form() {
    on_both(|house| {
        let adam = house.actor(house.people.adam);
        let school = format!("/organisation/units/{}", house.units[1]);
        assert!(page(house, &adam, "/organisation").contains("School"));
        assert!(page(house, &adam, "/organisation?day=2019-12-31").contains("No board"));
        for kind in ["rename", "move", "merge", "split", "end", "manager"] {
            page(house, &adam, &format!("{school}/{kind}"));
        }
        assert!(matches!(
            house.open(&adam, &format!("{school}/explode")),
            Err(Problem::NotFound)
        ));

        let rename = format!("{school}/rename");
        match house.send(&adam, &rename, &[("day", "2026-02-30"), ("name_fi", " ")]) {
            Ok(Reply::Page(page)) => {
                assert_eq!(page.status, 422);
                assert!(page.body.contains("name-fault") || page.body.contains("name_en-fault"));
                assert!(page.body.contains("2026-02-30"), "what was typed stays");
            }
            other => panic!("{other:?}"),
        }
        let fields = [
            ("day", "2026-03-01"),
            ("name_fi", "Koulu <b>"),
            ("name_en", ""),
        ];
        led_to(house.send(&adam, &rename, &fields));
        let shown = page(house, &adam, &school);
        assert!(shown.contains("Koulu &#60;b&#62;") || shown.contains("Koulu &lt;b&gt;"));
        let manager = [("day", "2026-03-01"), ("number", "1005")];
        led_to(house.send(&adam, &format!("{school}/manager"), &manager));
        assert!(page(house, &adam, &school).contains("Sam Testby"));
        let place = format!("c:{}", house.controllers[1]);
        led_to(house.send(
            &adam,
            &format!("{school}/move"),
            &[("day", "2026-03-02"), ("place", &place)],
        ));
        let split = [
            ("day", "2026-03-05"),
            ("part_1", "A"),
            ("code_1", "a"),
            ("part_2", "B"),
            ("code_2", "b"),
        ];
        let made = led_to(house.send(&adam, &format!("{school}/split"), &split));
        assert!(page(house, &adam, &format!("{made}?day=2026-03-05")).contains("<dd>1</dd>"));

        let doris = house.actor(house.people.doris);
        assert!(
            !page(house, &doris, &school).contains("/rename"),
            "readers get no forms"
        );
        assert!(matches!(
            house.send(&doris, &rename, &fields),
            Err(Problem::Forbidden)
        ));
        let anna = house.actor(house.people.anna);
        assert!(matches!(
            house.open(&anna, "/organisation"),
            Err(Problem::Forbidden)
        ));
        verified(house);
    });
}

#[test]
fn people_and_duties_have_pages() {
    on_both(|house| {
        let adam = house.actor(house.people.adam);
        let all = page(house, &adam, "/people");
        assert!(all.contains("Testby, Anna") && all.contains("Adviser, School"));
        assert!(page(house, &adam, "/people?q=ANNA").contains("1001"));
        assert!(
            !page(house, &adam, "/people?q=%25").contains("1001"),
            "a sign is only a sign"
        );
        assert!(
            page(house, &adam, &format!("/people/{}", house.people.mona)).contains("Education")
        );
        let shown = page(house, &adam, "/duties");
        assert!(shown.contains("Doris Testby") && shown.contains("Nobody"));
        let all_boards = [
            ("role", "contact"),
            ("controller", "all"),
            ("number", "1005"),
            ("day", "2026-03-02"),
        ];
        led_to(house.send(&adam, "/duties/new", &all_boards));
        assert!(!page(house, &adam, "/duties").contains("Nobody"));
        match house.send(&adam, "/duties/new", &all_boards) {
            Ok(Reply::Page(page)) => assert!(page.body.contains("holds the duty already")),
            other => panic!("{other:?}"),
        }
        let new = [
            ("code", "X1"),
            ("given", "Ulla"),
            ("family", "Ekstern"),
            ("email", "ulla@dpo.example"),
        ];
        let ulla = led_to(house.send(&adam, "/people/new", &new));
        assert!(page(house, &adam, &ulla).contains("Ulla Ekstern"));
        assert!(page(house, &adam, &format!("{ulla}/forget")).contains("Ulla"));
        assert!(matches!(
            house.send(&adam, &format!("{ulla}/forget"), &[]),
            Ok(Reply::Page(_))
        ));
        assert_eq!(
            led_to(house.send(&adam, &format!("{ulla}/forget"), &[("sure", "yes")])),
            "/people"
        );
        assert!(matches!(house.open(&adam, &ulla), Err(Problem::NotFound)));
        match house.send(
            &adam,
            "/people/new",
            &[("code", "131052-308T"), ("given", "A"), ("family", "B")],
        ) {
            Ok(Reply::Page(page)) => assert!(page.body.contains("national identity number")),
            other => panic!("{other:?}"),
        }
        verified(house);
    });
}

fn upload(field: &str, bytes: &[u8]) -> Upload {
    Upload {
        field: field.into(),
        name: "people.csv".into(),
        bytes: bytes.to_vec(),
    }
}

#[test]
fn a_file_is_shown_and_then_confirmed() {
    on_both(|house| {
        let adam = house.actor(house.people.adam);
        let map = "mode = \"full\"\n[columns]\nnumber = \"n\"\ngiven = \"g\"\nfamily = \"f\"\nunit = \"u\"\ntitle = \"t\"\nfrom = \"d\"\n";
        assert!(page(house, &adam, "/import").contains("mapping"));
        let csv = "n;g;f;u;t;d;hetu\n9001;Eva;Ny;edu-2;t1;2026-03-02;131052-308T\n9002;;Ny;edu-2;t1;2026-03-02;\n";
        let send = |bytes: &[u8]| {
            house.send_with(
                &adam,
                "/import",
                &[("mapping", map)],
                vec![upload("file", bytes)],
            )
        };
        match send(b"PK\x03\x04") {
            Ok(Reply::Page(page)) => {
                assert_eq!(page.status, 422);
                assert!(page.body.contains("file-fault"));
            }
            other => panic!("{other:?}"),
        }
        let preview = led_to(send(csv.as_bytes()));
        let shown = page(house, &adam, &preview);
        assert!(shown.contains("Eva Ny") && shown.contains("hetu") && !shown.contains("131052"));
        assert!(shown.contains("name=\"sure\""), "everybody else would end");
        match house.send(&adam, &preview, &[]) {
            Ok(Reply::Page(page)) => assert_eq!(page.status, 422),
            other => panic!("{other:?}"),
        }
        let doris = house.actor(house.people.doris);
        assert!(matches!(
            house.open(&doris, &preview),
            Err(Problem::Forbidden)
        ));
        assert_eq!(
            led_to(house.send(&adam, &preview, &[("sure", "yes")])),
            preview
        );
        let adam = house.actor(house.people.adam);
        assert!(
            adam.has(Role::Administrator),
            "the last administrator keeps the duty"
        );
        assert!(page(house, &adam, &preview).contains("imported"));
        assert!(matches!(
            house.send(&adam, &preview, &[("sure", "yes")]),
            Err(Problem::NotFound)
        ));
        let left = house
            .app
            .read(|conn| Ok(conn.all("SELECT content FROM organisation_imports", &[])?))
            .unwrap();
        assert!(
            left.iter()
                .all(|row| row.get::<Vec<u8>>("content").unwrap().is_empty())
        );
        verified(house);
    });
}
