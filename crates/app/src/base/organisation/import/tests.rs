//! Files of people from the door, on both engines.

use super::*;
use crate::base::organisation::{self, works_in};
use crate::base::testing::{House, on_both};

const MAP: &str = r#"
mode = "full"
date_format = "dd.mm.yyyy"
language = "fi"
[columns]
number = "Henkilönumero"
given = "Etunimi"
family = "Sukunimi"
email = "Sähköposti"
employment = "Palvelussuhde"
unit = "Yksikkö"
unit_name = "Yksikön nimi"
parent_unit = "Ylempi"
controller = "Toimiala"
title = "Nimike"
from = "Alku"
until = "Loppu"
manager = "Esihenkilö"
[values.controller]
Sivistys = "edu"
[values.manager]
K = "yes"
"#;

const HEAD: &str = "Henkilönumero;Etunimi;Sukunimi;Sähköposti;Palvelussuhde;Yksikkö;Yksikön nimi;Ylempi;Toimiala;Nimike;Alku;Loppu;Esihenkilö";

/// The seven people of the house as an HR system would write them.
const HOUSE: &str = "\
1001;Anna;Testby;anna@testby.example;1001-1;edu-2;School;edu-1;edu;t1;01.01.2020;;
1002;Mona;Testby;mona@testby.example;1002-1;edu-1;Education;;edu;t1;01.01.2020;31.12.9999;K
1003;Doris;Testby;doris@testby.example;1003-1;soc-1;;;soc;t1;01.01.2020;;
1004;Iris;Testby;iris@testby.example;1004-1;soc-1;;;soc;t1;01.01.2020;;
1005;Sam;Testby;sam@testby.example;1005-1;edu-1;;;Sivistys;t1;01.01.2020;;
1006;Aud;Testby;aud@testby.example;1006-1;soc-1;;;soc;t1;01.01.2020;;
1007;Adam;Testby;adam@testby.example;1007-1;water-1;;;water;t1;01.01.2020;;
";

fn file(rows: &str) -> Vec<u8> {
    format!("{HEAD}\n{rows}").into_bytes()
}

fn run(house: &House, rows: &str, confirmed: bool) -> Result<Outcome, Problem> {
    let adam = house.actor(house.people.adam);
    apply(&house.app, &adam, &file(rows), MAP, confirmed)
}

fn entries(house: &House) -> i64 {
    let sql = "SELECT COUNT(*) FROM audit_entries";
    house.app.read(|conn| Ok(conn.value(sql, &[])?)).unwrap()
}

fn faults(house: &House, rows: &str) -> Vec<(u64, String, &'static str)> {
    let preview = preview(&house.app, &file(rows), MAP).unwrap();
    preview
        .plan
        .faults
        .iter()
        .map(|fault| (fault.line, fault.column.clone(), fault.message))
        .collect()
}

#[test]
fn what_is_known_changes_nothing() {
    on_both(|house| {
        let before = entries(house);
        let outcome = run(house, HOUSE, false).unwrap();
        assert_eq!(
            outcome,
            Outcome {
                unchanged: 7,
                ..Outcome::default()
            }
        );
        assert_eq!(entries(house), before, "not even a line in the book");
    });
}

#[test]
fn new_changed_and_ended_people_come_with_their_units() {
    on_both(|house| {
        let rows = HOUSE
            .replace("Anna;Testby", "Anna;Åström")
            .replace(
                "1004;Iris;Testby;iris@testby.example;1004-1;soc-1;;;soc",
                "1004;Iris;Testby;iris@testby.example;1004-1;edu-1;;;edu",
            )
            .lines()
            .filter(|line| !line.starts_with("1006"))
            .fold(String::new(), |all, line| all + line + "\n")
            + "2001;Eva;Ny;;2001-1;edu-4;Luokat 1–3;edu-3;edu;Opettaja;01.08.2021;;\n\
               2002;Ulf;Ny;;2002-1;edu-3;Alakoulu;edu-1;edu;Rehtori;01.09.2022;;K\n";
        let preview = preview(&house.app, &file(&rows), MAP).unwrap();
        assert!(preview.needs_confirmation, "one of seven is more than 5 %");
        assert_eq!(preview.plan.leavers, ["1006"]);
        assert_eq!(preview.plan.units.len(), 2);
        let soc = preview
            .units
            .iter()
            .find(|unit| unit.code == "soc-1")
            .unwrap();
        assert_eq!((soc.ended, soc.unchanged), (1, 1));
        let before = entries(house);
        assert!(matches!(
            run(house, &rows, false),
            Err(Problem::Refused("organisation-import-confirm", _))
        ));
        assert_eq!(entries(house), before, "nothing was done");

        let outcome = run(house, &rows, true).unwrap();
        assert_eq!(
            outcome,
            Outcome {
                new: 2,
                changed: 2,
                ended: 1,
                unchanged: 4,
                rows_left_out: 0
            }
        );
        let day = |text: &str| kit::clock::Day::parse(text).unwrap();
        house
            .app
            .read(|conn| {
                let units = organisation::units(conn, day("2021-08-01"))?;
                let lower = units.iter().find(|unit| unit.code == "edu-4").unwrap();
                let upper = units.iter().find(|unit| unit.code == "edu-3").unwrap();
                assert_eq!(
                    lower.parent,
                    Some(upper.unit),
                    "both begin with the first of their people"
                );
                let iris = house.people.iris;
                assert_eq!(
                    works_in(conn, iris, day("2026-03-01"))?[0].0,
                    house.units[2]
                );
                assert_eq!(
                    works_in(conn, iris, day("2026-03-02"))?[0].0,
                    house.units[0]
                );
                assert!(works_in(conn, house.people.aud, day("2026-03-02"))?.is_empty());
                assert_eq!(
                    works_in(conn, house.people.aud, day("2026-03-01"))?.len(),
                    1
                );
                assert!(
                    organisation::duties_of(conn, house.people.aud, day("2026-03-02"))?.is_empty()
                );
                assert!(
                    !organisation::duties_of(conn, house.people.aud, day("2026-03-01"))?.is_empty()
                );
                Ok(())
            })
            .unwrap();

        let entered = entries(house);
        let again = run(house, &rows, false).unwrap();
        assert_eq!(again.new + again.changed + again.ended, 0);
        house.at("2026-03-09T08:00:00Z");
        run(house, &rows, false).unwrap();
        assert_eq!(
            entries(house),
            entered,
            "the same file twice, also a week later"
        );
    });
}

#[test]
fn a_bad_row_is_named_and_left_out_and_its_person_stays() {
    on_both(|house| {
        let rows = "\
1001;Anna;Testby;anna@testby.example;1001-1;edu-9;;;;t1;01.01.2020;;
1002;;Testby;mona@testby.example;1002-1;edu-1;Education;;edu;t1;32.01.2020;;K
1003;Doris;Testby;not an address;1003-1;soc-1;;;soc;t1;01.01.2020;31.12.2019;
1004;Iris;Testby;iris@testby.example;1004-1;soc-1;;;nowhere;t1;01.01.2020;;
1005;Sam;Testby;sam@testby.example;1005-1;edu-1;;;soc;t1;01.01.2020;;
1006;Aud;Testby;aud@testby.example;1007-1;soc-1;;;soc;t1;01.01.2020;;
1007;Adam;Testby;adam@testby.example;1007-1;water-1;;;water;t1;01.01.2020;;
1007;Adam;Testby;adam@testby.example;1007-1;water-1;;;water;t1;01.01.2020;;
3001;Bo;Berg;;3001-1;u1;Ett;u2;edu;t1;01.01.2020;;
3002;Bo;Berg;;3002-1;u2;Två;u1;edu;t1;01.01.2020;;
3003;=1+1;+cmd|x;;3003-1;edu-1;;;edu;t1;01.01.2020;;9999
";
        let found = faults(house, rows);
        let expected = [
            (2, "Yksikkö", "organisation-import-no-unit"),
            (3, "Etunimi", "organisation-import-missing"),
            (3, "Alku", "organisation-import-day"),
            (4, "Loppu", "organisation-until-before-from"),
            (4, "Sähköposti", "fault-email"),
            (5, "Toimiala", "organisation-import-no-controller"),
            (6, "Toimiala", "organisation-import-elsewhere"),
            (7, "Palvelussuhde", "organisation-import-other-person"),
            (9, "Palvelussuhde", "organisation-import-twice"),
            (10, "Ylempi", "organisation-import-circle"),
            (11, "Ylempi", "organisation-import-circle"),
            (12, "Esihenkilö", "organisation-import-no-manager"),
        ];
        for one in expected {
            assert!(
                found.contains(&(one.0, one.1.to_owned(), one.2)),
                "{one:?}\n{found:?}"
            );
        }
        assert_eq!(found.len(), expected.len(), "{found:?}");
        let outcome = run(house, rows, false).unwrap();
        assert_eq!((outcome.new, outcome.ended, outcome.unchanged), (1, 0, 1));
        assert_eq!(outcome.rows_left_out, 9);
    });
}

/// A spreadsheet would run it; here it is text, in the preview, in the house and in a file that leaves it.
#[test]
fn a_cell_that_begins_as_a_formula_is_said_and_kept_as_text() {
    on_both(|house| {
        let rows = "3001;=HYPERLINK(0);Ny;;3001-1;edu-2;;;;t1;01.01.2024;;\n\
                    3002;Eva;-;;3002-1;edu-2;;;;t1;01.01.2024;;\n\
                    3003;+Bo;@Ek;;3003-1;edu-2;;;;t1;01.01.2024;;\n";
        let rows = &format!("{HOUSE}{rows}");
        let seen = preview(&house.app, &file(rows), MAP).unwrap();
        let found: Vec<(u64, &str, char)> = seen
            .formulas
            .iter()
            .map(|(line, column, sign)| (*line, column.as_str(), *sign))
            .collect();
        let expected = [
            (9, "Etunimi", '='),
            (11, "Etunimi", '+'),
            (11, "Sukunimi", '@'),
        ];
        assert_eq!(found, expected);
        let w = house.app.tongue(kit::words::Lang::En);
        let said = seen.lines(&w).join("\n");
        assert!(
            said.contains("Line 9, Etunimi: The cell begins with =")
                && said.contains("(taken as it is)"),
            "{said}"
        );
        assert_eq!(run(house, rows, false).unwrap().new, 3);
        let known = |conn: &kit::db::Conn| organisation::person_by_number(conn, "3001");
        assert_eq!(
            house.app.read(known).unwrap().unwrap().given,
            "=HYPERLINK(0)"
        );
    });
}

/// What was taken out is not called empty.
#[test]
fn a_dropped_cell_has_a_reason_of_its_own() {
    on_both(|house| {
        let rows = "131052-308T;Eva;Ny;;3001-1;edu-2;;;;t1;01.01.2024;;\n\
                    3002;010180-0008;Ny;;3002-1;edu-2;;;;t1;01.01.2024;;\n\
                    3004;;Ny;;3004-1;edu-2;;;;t1;01.01.2024;;\n";
        let found = faults(house, rows);
        for (line, column, message) in [
            (2, "Henkilönumero", "organisation-import-cell-dropped"),
            (3, "Etunimi", "organisation-import-cell-dropped"),
            (4, "Etunimi", "organisation-import-missing"),
        ] {
            assert!(
                found.contains(&(line, column.to_owned(), message)),
                "{found:?}"
            );
        }
    });
}

#[test]
fn a_row_that_names_nobody_lets_nobody_end() {
    on_both(|house| {
        let rows = "1001;Anna\n1002;Mona;Testby;mona@testby.example;1002-1;edu-1;Education;;edu;t1;01.01.2020;;K\n";
        let preview = preview(&house.app, &file(rows), MAP).unwrap();
        assert!(preview.plan.endings_held_back);
        assert!(preview.plan.leavers.is_empty());
        assert_eq!(run(house, rows, false).unwrap().ended, 0);
    });
}

#[test]
fn a_file_of_changes_ends_nobody() {
    on_both(|house| {
        let adam = house.actor(house.people.adam);
        let map = MAP.replace("\"full\"", "\"changes\"");
        let rows = "1001;Anna;Testby;;1001-1;edu-2;;;;t1;01.01.2020;28.02.2026;\n";
        let outcome = apply(&house.app, &adam, &file(rows), &map, false).unwrap();
        assert_eq!(
            outcome,
            Outcome {
                ended: 1,
                ..Outcome::default()
            }
        );
    });
}

#[test]
fn whole_files_that_are_none_are_refused_with_the_reason() {
    let house = House::sqlite();
    let wide = format!("{}\n1\n", "a;".repeat(1000));
    let cases: [(&[u8], &str); 6] = [
        (b"", "organisation-import-empty"),
        (b"PK\x03\x04zip", "organisation-import-zip"),
        (b"%PDF-1.4", "organisation-import-pdf"),
        (b"a\x00b", "organisation-import-binary"),
        (wide.as_bytes(), "organisation-import-columns"),
        (b"a;b\n1;2\n", "organisation-import-no-columns"),
    ];
    for (bytes, message) in cases {
        match preview(&house.app, bytes, MAP) {
            Err(Problem::Refused(said, _)) => assert_eq!(said, message),
            other => panic!("{message}: {other:?}"),
        }
    }
    let wrong = preview(&house.app, &file(HOUSE), "mode = 1");
    assert!(matches!(
        wrong,
        Err(Problem::Refused("organisation-import-mapping-wrong", _))
    ));
    let anna = house.actor(house.people.anna);
    let refused = apply(&house.app, &anna, &file(HOUSE), MAP, true);
    assert!(matches!(refused, Err(Problem::Forbidden)));
}

/// `cargo test` measures the shape, the benchmark the time: statements must not grow with the rows.
#[test]
fn many_rows_take_few_statements() {
    let house = House::sqlite();
    let mut rows = HOUSE.to_owned();
    for n in 5000..7000 {
        rows.push_str(&format!(
            "{n};Given{n};Family{n};p{n}@testby.example;{n}-1;edu-2;;;edu;t1;01.01.2024;;\n"
        ));
    }
    let before = house.app.db.statements();
    let outcome = run(&house, &rows, false).unwrap();
    assert_eq!(outcome.new, 2000);
    let used = house.app.db.statements() - before;
    assert!(used < 150, "{used} statements");
}
