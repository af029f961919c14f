//! The figures of one year as a grid of figure by board, and the rules by which totals and shares follow from
//! what is there. *Not available* is never 0: what is missing stays missing, or marks the sum.

use std::collections::{HashMap, HashSet};

use kit::words::Texts;

use super::super::catalogue::{self, Definition, Relation, Unit, Whole};
use super::super::sheet::{Board, Cell, Sheet, SheetFigure};
use super::Entry;
use crate::base::figure::Reading;
use crate::base::organisation::ControllerId;

/// One value with where it comes from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Given {
    pub value: Option<f64>,
    pub parts: Option<(f64, f64)>,
    pub note: Option<Texts>,
    pub entered: bool,
    pub incomplete: bool,
}

impl Given {
    pub fn of(cell: Cell) -> Given {
        Given {
            value: cell.value,
            parts: cell.parts,
            note: cell.note,
            entered: cell.entered,
            incomplete: cell.incomplete,
        }
    }
}

/// Values by figure and board; `None` is the whole.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid(HashMap<(usize, Option<ControllerId>), Given>);

impl Grid {
    /// What rooms counted and people entered, with what follows from it. An entered value never stands in
    /// the place of a counted one.
    pub fn new(readings: &[Reading], entries: Vec<Entry>, boards: &[ControllerId]) -> Grid {
        let mut grid = Grid::default();
        let counted = counted(readings);
        for reading in readings {
            grid.put_reading(reading);
        }
        for entry in entries {
            if !counted.contains(entry.figure.key.as_str()) {
                grid.put_entry(entry);
            }
        }
        grid.complete(boards);
        grid
    }

    fn put_reading(&mut self, reading: &Reading) {
        let Some(place) = catalogue::place(&reading.key) else {
            // A number without a definition is in no sheet; a test of the list keeps such keys out.
            return;
        };
        let given = Given {
            value: reading.value,
            parts: reading.parts,
            ..Given::default()
        };
        self.0.insert((place, reading.controller), given);
    }

    fn put_entry(&mut self, entry: Entry) {
        let Some(place) = catalogue::place(&entry.figure.key) else {
            return;
        };
        let given = Given {
            value: entry.value,
            parts: entry.parts,
            note: Some(entry.note).filter(|note| !note.is_empty()),
            entered: true,
            incomplete: false,
        };
        self.0.insert((place, entry.board), given);
    }

    /// A frozen value of an earlier sheet.
    pub fn put(&mut self, key: &str, board: Option<ControllerId>, given: Given) {
        if let Some(place) = catalogue::place(key) {
            self.0.insert((place, board), given);
        }
    }

    pub fn get(&self, key: &str, board: Option<ControllerId>) -> Option<&Given> {
        self.0.get(&(catalogue::place(key)?, board))
    }

    pub(super) fn known(&self, key: &str, board: Option<ControllerId>) -> Option<&Given> {
        self.get(key, board).filter(|given| given.value.is_some())
    }

    pub fn is_empty(&self) -> bool {
        self.0.values().all(|given| given.value.is_none())
    }

    /// Totals of boards first, then wholes over boards, then totals of wholes, then shares.
    fn complete(&mut self, boards: &[ControllerId]) {
        let places: Vec<Option<ControllerId>> = boards.iter().copied().map(Some).collect();
        self.add_up(&places);
        for def in catalogue::definitions() {
            if def.whole == Whole::Sum {
                self.add_boards(def, boards);
            }
        }
        self.add_up(&[None]);
        let everywhere: Vec<_> = places.into_iter().chain([None]).collect();
        self.divide(&everywhere);
    }

    /// The whole is the sum of its boards. Where some are missing, a whole that somebody counted or entered
    /// stands; else the sum of the others stands and says that it is incomplete.
    fn add_boards(&mut self, def: &Definition, boards: &[ControllerId]) {
        let known: Vec<&Given> = boards
            .iter()
            .filter_map(|board| self.known(&def.key, Some(*board)))
            .collect();
        let all = known.len() == boards.len();
        if known.is_empty() || (!all && self.known(&def.key, None).is_some()) {
            return;
        }
        let note = self
            .get(&def.key, None)
            .and_then(|given| given.note.clone());
        let given = Given {
            note,
            incomplete: !all || known.iter().any(|given| given.incomplete),
            ..summed(&known)
        };
        self.put(&def.key, None, given);
    }

    /// A total that nobody gave follows from its parts, when every part is known. Twice, for totals of totals.
    fn add_up(&mut self, places: &[Option<ControllerId>]) {
        for relation in catalogue::relations().iter().chain(catalogue::relations()) {
            let Relation::Sum { total, parts } = relation else {
                continue;
            };
            for place in places {
                if self.known(total, *place).is_some() {
                    continue;
                }
                let known: Vec<&Given> = parts
                    .iter()
                    .filter_map(|part| self.known(part, *place))
                    .collect();
                if known.len() == parts.len() {
                    let sum = summed(&known);
                    self.fill(total, *place, sum);
                }
            }
        }
    }

    /// A share follows from what stands above and below its line; over nothing there is no share.
    fn divide(&mut self, places: &[Option<ControllerId>]) {
        for def in catalogue::definitions() {
            let Some((above, below)) = &def.share_of else {
                continue;
            };
            for place in places.iter().filter(|place| place.is_none() || def.boards) {
                if self.known(&def.key, *place).is_some() {
                    continue;
                }
                let parts = (self.known(above, *place), self.known(below, *place));
                if let (Some(up), Some(down)) = parts
                    && let Some(given) = quotient(def, up, down)
                {
                    self.fill(&def.key, *place, given);
                }
            }
        }
    }

    fn fill(&mut self, key: &str, board: Option<ControllerId>, mut given: Given) {
        given.note = self.get(key, board).and_then(|old| old.note.clone());
        self.put(key, board, given);
    }

    /// The sheet's own year as it reads after its corrections.
    pub fn corrected(sheet: &Sheet) -> Grid {
        let mut grid = Grid::frozen(sheet);
        for one in &sheet.errata {
            grid.correct(&one.key, one.board, one.new, None);
        }
        grid
    }

    /// The sheet's own year as it was frozen.
    pub fn frozen(sheet: &Sheet) -> Grid {
        let mut grid = Grid::default();
        for figure in sheet.figures() {
            for cell in figure.cells.iter().filter(|cell| cell.year == sheet.year) {
                grid.put(&figure.def.key, cell.board, Given::of(cell.clone()));
            }
        }
        grid
    }

    /// Puts another value in a cell; who gave it and over which boards it goes stays as it was.
    pub fn correct(
        &mut self,
        key: &str,
        board: Option<ControllerId>,
        value: Option<f64>,
        reason: Option<&Texts>,
    ) {
        let old = self.get(key, board).cloned().unwrap_or_default();
        let given = Given {
            value,
            parts: None,
            note: reason.cloned().or(old.note.clone()),
            ..old
        };
        self.put(key, board, given);
    }

    /// The cells of a figure over several years, as a sheet holds them.
    pub fn figure(def: &Definition, boards: &[Board], years: &[(i32, &Grid)]) -> SheetFigure {
        let places = || {
            let boards = boards.iter().filter(|_| def.boards);
            std::iter::once(None).chain(boards.map(|board| Some(board.id)))
        };
        let cells = years.iter().flat_map(|(year, grid)| {
            places().map(move |board| {
                let given = grid.get(&def.key, board).cloned().unwrap_or_default();
                Cell {
                    board,
                    year: *year,
                    value: given.value,
                    parts: given.parts,
                    note: given.note,
                    entered: given.entered,
                    incomplete: given.incomplete,
                }
            })
        });
        SheetFigure {
            def: def.clone(),
            cells: cells.collect(),
        }
    }
}

/// The figures that some room counts itself, whether or not it has a value.
pub fn counted(readings: &[Reading]) -> HashSet<&str> {
    readings
        .iter()
        .map(|reading| reading.key.as_str())
        .collect()
}

fn summed(parts: &[&Given]) -> Given {
    Given {
        value: Some(parts.iter().filter_map(|given| given.value).sum()),
        parts: None,
        note: None,
        entered: parts.iter().any(|given| given.entered),
        incomplete: parts.iter().any(|given| given.incomplete),
    }
}

fn quotient(def: &Definition, above: &Given, below: &Given) -> Option<Given> {
    let (up, down) = (above.value?, below.value?);
    // More than all of them is no share: the two speak of different boards, or one is wrong.
    let possible = down > 0.0 && (def.unit != Unit::Percent || up <= down);
    possible.then(|| Given {
        value: Some(def.unit.factor() * up / down),
        parts: Some((up, down)),
        note: None,
        entered: above.entered || below.entered,
        incomplete: above.incomplete || below.incomplete,
    })
}
