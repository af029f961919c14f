//! Rules without a database: sums, shares, changes, values and files.

use kit::form;
use kit::id::Id;
use kit::words::{Lang, Texts};

use super::super::catalogue::{self, definition};
use super::super::model::agree::{self, How};
use super::super::model::file;
use super::super::model::grid::{Given, Grid};
use super::super::model::{belongs_to, may_close, value};
use super::super::sheet::{Board, SheetFigure};
use super::{day, entry};
use crate::base::figure::Reading;
use crate::base::organisation::ControllerId;

fn boards() -> Vec<Board> {
    ["a", "b", "c"]
        .into_iter()
        .map(|code| Board {
            id: Id::random(),
            code: code.into(),
            name: Texts::same(code),
            company: false,
        })
        .collect()
}

fn ids(boards: &[Board]) -> Vec<ControllerId> {
    boards.iter().map(|board| board.id).collect()
}

fn figure(key: &str, boards: &[Board], grids: &[(i32, &Grid)]) -> SheetFigure {
    Grid::figure(definition(key).expect("a figure"), boards, grids)
}

#[test]
fn a_missing_board_is_never_a_zero() {
    let boards = boards();
    let ids = ids(&boards);
    let key = "res.systems";
    let all = [
        entry(key, Some(ids[0]), Some(3.0), ""),
        entry(key, Some(ids[1]), Some(0.0), ""),
    ];
    let some = Grid::new(&[], all.to_vec(), &ids);
    let now = figure(key, &boards, &[(2025, &some)]);
    assert_eq!(now.value(Some(ids[1]), 2025), Some(0.0));
    assert_eq!(now.value(Some(ids[2]), 2025), None);
    assert_eq!(now.value(None, 2025), Some(3.0));
    assert!(now.incomplete(2025), "one board is missing");

    let mut full = all.to_vec();
    full.push(entry(key, Some(ids[2]), Some(4.0), ""));
    let full = Grid::new(&[], full, &ids);
    let both = figure(key, &boards, &[(2025, &full), (2024, &some)]);
    assert_eq!(both.value(None, 2025), Some(7.0));
    assert!(!both.incomplete(2025) && both.incomplete(2024));
    assert_eq!(
        both.change(None),
        None,
        "a change against a part is no change"
    );
    assert_eq!(both.change(Some(ids[0])), Some(0.0));
    assert_eq!(both.change(Some(ids[2])), None);
}

#[test]
fn nothing_known_gives_no_sum() {
    let boards = boards();
    let ids = ids(&boards);
    let none = Grid::new(
        &[],
        vec![entry("res.systems", Some(ids[0]), None, "asked, no answer")],
        &ids,
    );
    let shown = figure("res.systems", &boards, &[(2025, &none)]);
    assert_eq!(shown.value(None, 2025), None);
    assert!(!shown.incomplete(2025) && none.is_empty());
    let cell = shown.cell(Some(ids[0]), 2025).expect("a cell");
    assert!(cell.entered && cell.note.is_some());
}

#[test]
fn a_stated_whole_stands_until_every_board_is_there() {
    let boards = boards();
    let ids = ids(&boards);
    let mut list = vec![entry(
        "inc.known",
        None,
        Some(60.0),
        "from the printed sheet",
    )];
    let whole = Grid::new(&[], list.clone(), &ids);
    let shown = figure("inc.known", &boards, &[(2019, &whole)]);
    assert_eq!(shown.value(None, 2019), Some(60.0));
    assert!(!shown.incomplete(2019));
    list.push(entry("inc.known", Some(ids[0]), Some(20.0), ""));
    let some = Grid::new(&[], list.clone(), &ids);
    assert_eq!(
        some.get("inc.known", None).and_then(|given| given.value),
        Some(60.0)
    );
    list.push(entry("inc.known", Some(ids[1]), Some(20.0), ""));
    list.push(entry("inc.known", Some(ids[2]), Some(19.0), ""));
    let all = Grid::new(&[], list, &ids);
    assert_eq!(
        all.get("inc.known", None).and_then(|given| given.value),
        Some(59.0)
    );
}

#[test]
fn shares_follow_from_their_parts() {
    let boards = boards();
    let ids = ids(&boards);
    let mut list = Vec::new();
    for (id, above, below) in [
        (ids[0], 5.0, 10.0),
        (ids[1], 0.0, 0.0),
        (ids[2], 10.0, 10.0),
    ] {
        list.push(entry("res.with_owner.n", Some(id), Some(above), ""));
        list.push(entry("res.processings", Some(id), Some(below), ""));
    }
    let grid = Grid::new(&[], list, &ids);
    let share = figure("res.with_owner", &boards, &[(2025, &grid)]);
    assert_eq!(share.value(Some(ids[0]), 2025), Some(50.0));
    assert_eq!(
        share.value(Some(ids[1]), 2025),
        None,
        "of nothing there is no share"
    );
    assert_eq!(share.value(None, 2025), Some(75.0));
    assert_eq!(
        share.cell(None, 2025).and_then(|cell| cell.parts),
        Some((15.0, 20.0))
    );
}

#[test]
fn more_than_all_is_no_share() {
    let boards = boards();
    let ids = ids(&boards);
    // The base of one board is missing, so the whole's parts speak of different boards.
    let list = vec![
        entry("res.with_owner.n", Some(ids[0]), Some(5.0), ""),
        entry("res.with_owner.n", Some(ids[1]), Some(9.0), ""),
        entry("res.processings", Some(ids[0]), Some(10.0), ""),
    ];
    let grid = Grid::new(&[], list, &ids);
    let share = figure("res.with_owner", &boards, &[(2025, &grid)]);
    assert_eq!(share.value(Some(ids[0]), 2025), Some(50.0));
    assert_eq!(share.value(None, 2025), None);
}

#[test]
fn inside_and_outside_round_alike() {
    let w = crate::boot::words().expect("words");
    let w = w.tongue(
        Lang::En,
        kit::clock::Zone::named("Europe/Helsinki").expect("a zone"),
    );
    let hours = definition("inc.t_notice").expect("a figure").unit;
    // The nearest number below 55.55 and that above it in the machine.
    for value in [55.55, 0.05, 2.25, 72.849_999] {
        let written = crate::year::print::plain(hours, value);
        assert_eq!(hours.show(&w, value), written, "{value}");
    }
    assert_eq!(hours.show(&w, 55.55), "55.6");
}

#[test]
fn a_counted_value_is_never_replaced() {
    let boards = boards();
    let ids = ids(&boards);
    let mut readings: Vec<Reading> = ids
        .iter()
        .map(|id| Reading::count("dev.targets", Some(*id), 2))
        .collect();
    readings.push(Reading::amount("inc.t_notice", None, None));
    let entries = vec![
        entry("dev.targets", Some(ids[0]), Some(9.0), ""),
        entry("inc.t_notice", None, Some(3.0), ""),
    ];
    let grid = Grid::new(&readings, entries, &ids);
    assert_eq!(
        grid.get("dev.targets", Some(ids[0]))
            .and_then(|given| given.value),
        Some(2.0)
    );
    assert_eq!(
        grid.get("dev.targets", None).and_then(|given| given.value),
        Some(6.0)
    );
    assert_eq!(
        grid.get("inc.t_notice", None).and_then(|given| given.value),
        None
    );
}

#[test]
fn contradictions_are_named() {
    let boards = boards();
    let ids = ids(&boards);
    let parts = ["inc.notified", "inc.not_notified", "inc.undecided"];
    let mut list: Vec<_> = parts
        .iter()
        .map(|key| entry(key, None, Some(2.0), ""))
        .collect();
    let grid = Grid::new(&[], list.clone(), &ids);
    assert_eq!(
        grid.get("inc.known", None).and_then(|given| given.value),
        Some(6.0),
        "a total follows"
    );
    list.push(entry("inc.known", None, Some(7.0), ""));
    let grid = Grid::new(&[], list, &ids);
    let found = agree::contradictions(&grid, &ids);
    let found: Vec<_> = found
        .iter()
        .map(|one| (one.key, one.board, one.how))
        .collect();
    assert_eq!(found, [("inc.known", None, How::Parts)]);
}

#[test]
fn a_given_whole_of_some_boards_stays_marked() {
    let id: ControllerId = Id::random();
    let mut grid = Grid::default();
    let given = Given {
        value: Some(1.0),
        incomplete: true,
        ..Given::default()
    };
    grid.put("inc.known", None, given);
    grid.put("no.such.figure", Some(id), Given::default());
    assert!(
        grid.get("inc.known", None)
            .is_some_and(|given| given.incomplete)
    );
    assert!(grid.get("no.such.figure", Some(id)).is_none());
}

#[test]
fn values_are_read_as_people_write_them() {
    let count = definition("inc.known").expect("a figure");
    let share = definition("res.with_owner").expect("a figure");
    let date = definition("res.model_updated").expect("a figure");
    assert_eq!(value(count, " 1 204 "), Ok(Some(1204.0)));
    assert_eq!(value(count, ""), Ok(None));
    assert_eq!(value(count, "12,5"), Err(form::NUMBER));
    assert_eq!(value(count, "-1"), Err("year-fault-range"));
    assert_eq!(value(share, "12,5 %"), Ok(Some(12.5)));
    assert_eq!(value(share, "101"), Err("year-fault-range"));
    assert_eq!(value(date, "2024-02-29"), Ok(Some(20_240_229.0)));
    assert_eq!(value(date, "2023-02-29"), Err(form::DAY));
    for text in ["NaN", "inf", "1e9", "=1+1", "٣", "0x10"] {
        assert!(value(count, text).is_err(), "{text}");
    }
}

#[test]
fn closing_waits_for_the_end_of_the_year() {
    let close = |cutoff, today| may_close(2024, day(cutoff), day(today), false);
    assert_eq!(close("2024-12-31", "2025-01-01"), Ok(()));
    assert_eq!(
        close("2024-12-31", "2024-12-31"),
        Err("year-refused-not-ended")
    );
    assert_eq!(
        close("2024-12-30", "2025-01-01"),
        Err("year-refused-cutoff")
    );
    assert_eq!(
        close("2025-12-31", "2026-01-01"),
        Err("year-refused-cutoff")
    );
    assert_eq!(
        may_close(2024, day("2024-12-31"), day("2025-03-01"), true),
        Err("year-refused-approved")
    );
    assert_eq!(
        belongs_to(day("2024-12-31"), day("2025-03-01")),
        day("2024-12-31")
    );
    assert_eq!(
        belongs_to(day("2024-12-31"), day("2024-02-29")),
        day("2024-02-29")
    );
}

#[test]
fn files_of_every_kind_are_read_and_bad_rows_named() {
    let boards = boards();
    let good = "Key;Board;Value;Note\r\ninc.known;a;1 204;counted by hå\r\ninc.known;;\"60\";\r\n\r\nres.with_owner;b;12,5;\r\n";
    let read = file::read(good, 2025, &boards, Lang::Sv).expect("a head");
    assert_eq!(read.bad, []);
    let values: Vec<_> = read
        .entries
        .iter()
        .map(|(_, entry)| (entry.board, entry.value))
        .collect();
    let expected = [
        (Some(boards[0].id), Some(1204.0)),
        (None, Some(60.0)),
        (Some(boards[1].id), Some(12.5)),
    ];
    assert_eq!(values, expected);
    assert_eq!(read.entries[0].1.note.get(Lang::Sv), Some("counted by hå"));

    let bad = "key,board,value,note\r\nno.such,,1,\ninc.known,z,1,\nenv.boards,a,1,\ninc.known,a,=1+1,\ninc.known,a,1,\ninc.known,a,2,\n";
    let read = file::read(bad, 2025, &boards, Lang::En).expect("a head");
    let faults: Vec<_> = read.bad.iter().map(|bad| (bad.line, bad.reason)).collect();
    let expected = [
        (2, "year-file-no-key"),
        (3, "year-file-no-board"),
        (4, "year-file-whole-only"),
        (5, form::NUMBER),
        (7, "year-file-twice"),
    ];
    assert_eq!(faults, expected);
    assert_eq!(read.entries.len(), 1);

    // Our own open data, as anybody may send it back.
    let open =
        "key,name,board,year,value\ninc.known,Breaches,,2025,4\ninc.known,Breaches,a,4,1800\n";
    let read = file::read(open, 2025, &boards, Lang::En).expect("a head");
    let faults: Vec<_> = read.bad.iter().map(|bad| (bad.line, bad.reason)).collect();
    assert_eq!(faults, [(3, "year-file-other-year")]);
    assert_eq!(
        (read.entries.len(), read.ignored),
        (1, vec!["name".to_owned()])
    );
    assert_eq!(
        file::read("a;b\n1;2\n", 2025, &boards, Lang::En),
        Err("year-file-head")
    );
    assert_eq!(
        file::read("", 2025, &boards, Lang::En),
        Err("year-file-head")
    );
}

#[test]
fn bytes_become_text_or_are_refused() {
    assert_eq!(file::decode(b"\xef\xbb\xbfkey").as_deref(), Ok("key"));
    assert_eq!(file::decode(b"\xe5").as_deref(), Ok("å"), "Latin-1");
    assert_eq!(file::decode(b"PK\x03\x04zip"), Err("year-file-no-text"));
    assert_eq!(file::decode(b"k\0e\0y\0"), Err("year-file-no-text"));
}

#[test]
fn every_counted_key_of_the_list_has_a_definition() {
    let house = crate::base::testing::House::sqlite();
    let readings = house
        .app
        .read(|conn| {
            let (period, _) = super::super::gather::period(
                &house.app,
                conn,
                2026,
                super::super::model::Kind::Counted,
            )?;
            super::super::gather::readings(&house.app, conn, &period, None)
        })
        .expect("readings");
    for reading in readings {
        let def = catalogue::definition(&reading.key);
        assert!(def.is_some(), "no definition of {}", reading.key);
        let whole_only = def.is_some_and(|def| !def.boards) && reading.controller.is_some();
        assert!(!whole_only, "{} has no boards", reading.key);
    }
}
