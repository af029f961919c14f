//! One board's own sheet: the year as if the board were the whole. For those who serve a board and see nothing of
//! the others.

use super::withholding::Public;
use crate::base::organisation::ControllerId;
use crate::year::print::{Place, Places};
use crate::year::sheet::{Cell, Sheet, Visibility};

/// The sheet and its places cut down to one board. Figures that exist for the whole municipality alone, internal
/// texts, other boards' targets and corrections are not in it.
pub fn of_board(mut sheet: Sheet, public: &Public, board: ControllerId) -> (Sheet, Public) {
    let mut places = Places::default();
    for section in &mut sheet.sections {
        let internal = section.visibility == Visibility::Internal;
        section
            .paragraphs
            .retain(|text| !internal && text.visibility == Visibility::Public);
        section.figures.retain(|figure| figure.def.boards);
        for figure in &mut section.figures {
            figure.cells.retain(|cell| cell.board == Some(board));
            for cell in &mut figure.cells {
                let name = (figure.def.key.clone(), Some(board), cell.year);
                let place = public.places.cells.get(&name).copied();
                let place = place.unwrap_or_else(|| place_of(cell));
                places.cells.insert((name.0, None, cell.year), place);
                cell.board = None;
            }
        }
    }
    sheet.boards.clear();
    sheet.targets.retain(|target| target.board == board);
    let own = [
        (&mut sheet.errata, &mut places.errata),
        (&mut sheet.before, &mut places.before),
    ];
    for (errata, shown) in own {
        errata.retain(|one| one.board == Some(board));
        for (at, one) in errata.iter_mut().enumerate() {
            one.board = None;
            shown.insert(at);
        }
    }
    let public = Public {
        places,
        ..Public::default()
    };
    (sheet, public)
}

/// A cell that the public version does not speak of is shown inside as what it is.
fn place_of(cell: &Cell) -> Place {
    cell.value.map_or(Place::NotAvailable, Place::Internal)
}
