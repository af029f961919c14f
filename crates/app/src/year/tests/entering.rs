//! Entering figures: what is taken, refused, kept.

use kit::words::Lang;

use super::super::model::Kind;
use super::super::sheet::State;
use super::super::{actions, rights, store};
use super::{Desk, entry, refusal};
use crate::base::Problem;
use crate::base::testing::on_both;

#[test]
fn entered_figures_stand_in_the_open_year_and_are_marked() {
    on_both(|house| {
        let desk = Desk::of(house);
        let [edu, soc, water] = house.controllers;
        let list = [
            entry("res.systems", Some(edu), Some(12.0), "by hand"),
            entry("res.systems", Some(soc), Some(0.0), ""),
        ];
        assert_eq!(desk.enter(2026, &list).expect("entered"), 2);
        assert_eq!(
            desk.enter(2026, &list).expect("again"),
            0,
            "the same twice changes nothing"
        );
        let sheet = desk.sheet(2026, None).expect("a sheet");
        assert_eq!((&sheet.state, sheet.number), (&State::Open, 0));
        let figure = sheet.figure("res.systems").expect("a figure");
        assert_eq!(figure.value(Some(edu), 2026), Some(12.0));
        assert_eq!(figure.value(Some(soc), 2026), Some(0.0));
        assert_eq!(figure.value(Some(water), 2026), None);
        assert!(figure.incomplete(2026));
        let cell = figure.cell(Some(edu), 2026).expect("a cell");
        assert!(cell.entered);
        assert_eq!(
            cell.note.as_ref().and_then(|note| note.get(Lang::En)),
            Some("by hand")
        );
        let back = [entry("res.systems", Some(edu), None, "")];
        assert_eq!(desk.enter(2026, &back).expect("taken back"), 1);
        let sheet = desk.sheet(2026, None).expect("a sheet");
        assert_eq!(
            sheet
                .figure("res.systems")
                .and_then(|f| f.value(Some(edu), 2026)),
            None
        );
    });
}

#[test]
fn a_counted_figure_is_not_entered_except_in_history() {
    on_both(|house| {
        let desk = Desk::of(house);
        let one = [entry(
            "dev.targets",
            Some(house.controllers[0]),
            Some(5.0),
            "",
        )];
        assert_eq!(refusal(desk.enter(2026, &one)), "year-fault-counted");
        assert!(
            matches!(desk.enter(2019, &one), Err(Problem::NotFound)),
            "never opened"
        );
        desk.open(2019, Kind::History).expect("opened");
        assert_eq!(desk.enter(2019, &one).expect("entered"), 1);
        let sheet = desk.sheet(2019, None).expect("a sheet");
        let figure = sheet.figure("dev.targets").expect("a figure");
        assert_eq!(figure.value(Some(house.controllers[0]), 2019), Some(5.0));
        assert_eq!(
            figure.value(Some(house.controllers[1]), 2019),
            None,
            "not counted: not 0"
        );
    });
}

#[test]
fn years_are_opened_in_order() {
    on_both(|house| {
        let desk = Desk::of(house);
        assert_eq!(
            refusal(desk.open(2027, Kind::Counted)),
            "year-refused-future"
        );
        assert_eq!(
            refusal(desk.open(1999, Kind::History)),
            "year-refused-future"
        );
        desk.open(2024, Kind::Counted).expect("opened");
        desk.open(2024, Kind::Counted).expect("again");
        assert_eq!(
            refusal(desk.open(2025, Kind::History)),
            "year-refused-history"
        );
        desk.open(2023, Kind::History).expect("opened");
        assert_eq!(
            refusal(desk.open(2022, Kind::Counted)),
            "year-refused-history"
        );
        let years = house.app.read(store::years).expect("years");
        assert_eq!(
            years.iter().map(|row| row.year).collect::<Vec<_>>(),
            [2024, 2023]
        );
    });
}

#[test]
fn only_keepers_and_owners_write() {
    on_both(|house| {
        for person in [
            house.people.anna,
            house.people.sam,
            house.people.aud,
            house.people.adam,
        ] {
            assert!(rights::keeper(&house.actor(person)).is_err());
        }
        assert!(rights::keeper(&house.actor(house.people.iris)).is_ok());
        let sam = house.actor(house.people.sam);
        let may = |section| {
            house
                .app
                .read(|conn| rights::writer(conn, &sam, 2026, section))
        };
        assert!(may(9).is_err());
        let desk = Desk::of(house);
        let keeper = rights::keeper(&desk.doris).expect("a keeper");
        let plan = super::super::model::Plan {
            owner: Some(house.people.sam),
            due: None,
            visibility: super::super::catalogue::Visibility::Public,
        };
        house
            .app
            .write(&desk.doris, |tx| {
                actions::plan(tx, keeper, 2026, 9, &plan, house.app.today())
            })
            .expect("planned");
        assert!(may(9).is_ok() && may(8).is_err());
        let reader = rights::reader(&sam).expect("a reader");
        assert!(reader.sees(Some(house.controllers[0])));
        assert!(!reader.sees(Some(house.controllers[1])) && !reader.sees(None));
        assert!(rights::reader(&house.actor(house.people.adam)).is_err());
        assert!(rights::reader(&house.actor(house.people.anna)).is_err());
        assert!(
            rights::reader(&house.actor(house.people.aud))
                .expect("a reader")
                .sees_all()
        );
        house
            .app
            .write(&desk.doris, |tx| actions::forget(tx, house.people.sam))
            .expect("forgotten");
        assert!(may(9).is_err());
    });
}

#[test]
fn a_file_is_kept_for_its_sender_and_taken_once() {
    on_both(|house| {
        let desk = Desk::of(house);
        let keeper = rights::keeper(&desk.doris).expect("a keeper");
        let app = &house.app;
        let text =
            "key;board;value;note\nres.systems;edu;4;list\nres.systems;soc;x;\ndev.targets;;3;\n";
        let id = app
            .write(&desk.doris, |tx| {
                actions::keep_import(app, tx, keeper, 2026, text, Lang::En)
            })
            .expect("kept");
        let iris = house.actor(house.people.iris);
        let other = app.write(&iris, |tx| actions::apply_import(app, tx, keeper, 2026, id));
        assert!(matches!(other, Err(Problem::NotFound)));
        let (changed, bad) = app
            .write(&desk.doris, |tx| {
                actions::apply_import(app, tx, keeper, 2026, id)
            })
            .expect("taken");
        assert_eq!(changed, 1);
        let faults: Vec<_> = bad.iter().map(|bad| (bad.line, bad.reason)).collect();
        assert_eq!(faults, [(3, kit::form::NUMBER), (4, "year-fault-counted")]);
        let twice = app.write(&desk.doris, |tx| {
            actions::apply_import(app, tx, keeper, 2026, id)
        });
        assert!(matches!(twice, Err(Problem::NotFound)));
    });
}
