//! A board's own sheet: for its secretary, with nothing of the others.

use super::super::board_sheet;
use crate::base::Problem;
use crate::base::testing::on_both;
use crate::base::visit::Reply;
use crate::year::model::Kind;
use crate::year::publish;
use crate::year::tests::{Desk, entry};

#[test]
fn a_secretary_has_the_sheet_of_the_own_board() {
    on_both(|house| {
        let desk = Desk::of(house);
        desk.open(2025, Kind::Counted).expect("opened");
        let [own, other, _] = house.controllers;
        let entries = [(own, 3.0), (other, 17.0)]
            .map(|(board, value)| entry("right.requests", Some(board), Some(value), "by hand"));
        desk.enter(2025, &entries).expect("entered");
        let sheet = desk.sheet(2025, None).expect("a sheet");
        let app = &house.app;
        let public = app
            .read(|conn| publish::public(app, conn, &sheet))
            .expect("judged");
        let (cut, _) = board_sheet::of_board(sheet, &public, own);
        assert!(cut.boards.is_empty());
        assert!(cut.figures().all(|figure| figure.def.boards));
        assert!(
            cut.figures()
                .all(|figure| figure.cells.iter().all(|cell| cell.board.is_none()))
        );
        let requests = cut.figure("right.requests").expect("a figure");
        assert_eq!(
            requests.value(None, 2025),
            Some(3.0),
            "the board is the whole"
        );

        let sam = house.actor(house.people.sam);
        let inner = house.open(&sam, "/year/2025/internal.pdf");
        assert!(matches!(inner, Ok(Reply::File(file)) if !file.public));
        let foreign = house.open(&sam, "/year/2025/internal.pdf?board=soc");
        assert!(matches!(foreign, Err(Problem::NotFound)));
        let adam = house.actor(house.people.adam);
        let refused = house.open(&adam, "/year/2025/internal.pdf");
        assert!(matches!(refused, Err(Problem::Forbidden)));
    });
}
