//! Boards and companies that change from a day.

use kit::words::{Lang, Texts};

use super::*;
use crate::base::testing::on_both;

fn names_on(house: &House, on: &str) -> Vec<String> {
    let rows = house
        .app
        .read(|conn| controllers(conn, day(on), day(on)))
        .unwrap();
    rows.iter()
        .map(|row| row.name.best(Lang::En).to_owned())
        .collect()
}

fn is_refused<T>(result: Result<T, Problem>, why: &str) -> bool {
    matches!(result, Err(Problem::Refused(message, _)) if message == why)
}

#[test]
fn a_board_has_the_name_of_the_day() {
    on_both(|house| {
        let board = house.controllers[0];
        let old = names_on(house, "2024-06-30")[0].clone();
        let rename = |name: &str, on: &str| {
            write(house, |tx, may| {
                rename_controller(tx, may, board, &Texts::same(name), day(on))
            })
        };
        rename("Board of learning", "2024-07-01").unwrap();
        assert_eq!(names_on(house, "2024-06-30")[0], old);
        assert_eq!(names_on(house, "2024-07-01")[0], "Board of learning");
        rename("Board of growth and learning", "2024-07-01").unwrap();
        assert_eq!(
            names_on(house, "2024-12-31")[0],
            "Board of growth and learning",
            "put right on its own day"
        );
        assert!(is_refused(
            rename("Too late", "2023-01-01"),
            "organisation-change-order"
        ));
        rename("Board of schools", "2026-01-01").unwrap();
        assert_eq!(
            names_on(house, "2025-12-31")[0],
            "Board of growth and learning"
        );
        verified(house);
    });
}

#[test]
fn a_board_ends_when_nothing_stands_under_it() {
    on_both(|house| {
        let company = house.controllers[2];
        let end = |on: &str| write(house, |tx, may| end_controller(tx, may, company, day(on)));
        assert!(is_refused(
            end("2026-02-01"),
            "organisation-controller-in-use"
        ));
        write(house, |tx, may| {
            let board = house.controllers[1];
            move_unit(tx, may, house.units[3], None, board, day("2026-01-01"))
        })
        .unwrap();
        assert!(
            is_refused(end("2025-12-31"), "organisation-controller-in-use"),
            "the unit was still there on that day"
        );
        assert!(is_refused(
            end("2020-01-01"),
            "organisation-controller-in-use"
        ));
        end("2026-01-01").unwrap();
        assert_eq!(names_on(house, "2025-12-31").len(), 3);
        assert_eq!(names_on(house, "2026-01-01").len(), 2);
        assert!(is_refused(end("2026-05-01"), "organisation-has-ended"));
        let under = |on: &str| {
            let new = NewUnit {
                code: "x".into(),
                name: Texts::same("X"),
                parent: None,
                controller: company,
                from: day(on),
            };
            write(house, |tx, may| add_unit(tx, may, &new))
        };
        assert!(is_refused(
            under("2025-12-31"),
            "organisation-controller-ended"
        ));
        let renamed = write(house, |tx, may| {
            rename_controller(tx, may, company, &Texts::same("X"), day("2026-02-01"))
        });
        assert!(is_refused(renamed, "organisation-has-ended"));
        verified(house);
    });
}

#[test]
fn the_administrator_changes_boards_by_form() {
    on_both(|house| {
        let adam = house.actor(house.people.adam);
        let board = format!("/organisation/controllers/{}", house.controllers[1]);
        for kind in ["rename", "end"] {
            page(house, &adam, &format!("{board}/{kind}"));
        }
        let rename = format!("{board}/rename");
        assert!(matches!(
            house.open(&adam, &format!("{board}/explode")),
            Err(Problem::NotFound)
        ));
        match house.send(&adam, &rename, &[("day", "soon"), ("name_fi", "Uusi")]) {
            Ok(Reply::Page(page)) => assert!(page.status == 422 && page.body.contains("soon")),
            other => panic!("{other:?}"),
        }
        let fields = [("day", "2026-03-01"), ("name_en", "Welfare board")];
        assert_eq!(led_to(house.send(&adam, &rename, &fields)), board);
        assert!(page(house, &adam, &board).contains("<h1>Welfare board</h1>"));
        let before = page(house, &adam, &format!("{board}?day=2026-02-28"));
        assert!(!before.contains("<h1>Welfare board</h1>") && before.contains("Doris Testby"));
        match house.send(&adam, &format!("{board}/end"), &[("day", "2026-03-02")]) {
            Ok(Reply::Page(page)) => assert!(page.body.contains("Units stand under it")),
            other => panic!("{other:?}"),
        }
        let doris = house.actor(house.people.doris);
        assert!(!page(house, &doris, &board).contains("/rename"));
        assert!(matches!(
            house.send(&doris, &rename, &fields),
            Err(Problem::Forbidden)
        ));
        verified(house);
    });
}
