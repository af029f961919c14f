//! Figures as a page shows them: put into words once, so that templates hold no rule.

use kit::words::Tongue;

use super::super::catalogue::{Definition, Visibility};
use super::super::rights::Reader;
use super::super::sheet::{Cell, Sheet, SheetFigure};
use crate::base::organisation::ControllerId;

/// A value in words.
pub struct Value {
    pub head: String,
    /// Empty where nothing is known; the template then says "not available".
    pub text: String,
    pub entered: bool,
    pub incomplete: bool,
}

/// A row of a table of figures.
pub struct Line {
    pub href: String,
    pub name: String,
    pub unit: String,
    pub internal: bool,
    pub now: Value,
    pub earlier: Vec<Value>,
    pub change: String,
    pub note: String,
}

impl Line {
    pub fn known(&self) -> bool {
        !self.now.text.is_empty() || self.earlier.iter().any(|value| !value.text.is_empty())
    }
}

pub fn value(w: &Tongue, def: &Definition, head: String, cell: Option<&Cell>) -> Value {
    Value {
        head,
        text: cell
            .and_then(|cell| cell.value)
            .map_or_else(String::new, |value| def.unit.show(w, value)),
        entered: cell.is_some_and(|cell| cell.entered && cell.value.is_some()),
        incomplete: cell.is_some_and(|cell| cell.incomplete),
    }
}

/// A figure's row for the whole or a board.
pub fn line(w: &Tongue, sheet: &Sheet, figure: &SheetFigure, board: Option<ControllerId>) -> Line {
    let def = &figure.def;
    let at = |year: i32| value(w, def, year.to_string(), figure.cell(board, year));
    let mut href = format!("/year/{}/figure/{}", sheet.year, def.key);
    if let Some(code) = board
        .and_then(|id| sheet.board(id))
        .map(|board| &board.code)
    {
        href.push_str(&format!("?board={}", encoded(code)));
    }
    let change = figure.change(board);
    let own = figure.cell(board, sheet.year);
    Line {
        href,
        name: def.name.best(w.lang).to_owned(),
        unit: w.t(def.unit.word()),
        internal: def.visibility == Visibility::Internal,
        now: at(sheet.year),
        earlier: sheet.years.iter().skip(1).map(|year| at(*year)).collect(),
        change: change.map_or_else(String::new, |change| def.unit.show_change(w, change)),
        note: own
            .and_then(|cell| cell.note.as_ref())
            .map_or_else(String::new, |note| note.best(w.lang).to_owned()),
    }
}

/// A value of a query, safe inside an address.
pub fn encoded(text: &str) -> String {
    kit::form::Fields::from_pairs(vec![("v".into(), text.into())])
        .encode()
        .split_off(2)
}

/// The boards that a reader may choose, code and name, and the one that is chosen by `?board=`.
pub struct Choice {
    /// `None` is the whole.
    pub board: Option<ControllerId>,
    pub name: String,
    /// Value and text for a list of choices.
    pub options: Vec<(String, String)>,
}

/// The reader's choice of board. Who may not see the whole gets the first board of their own.
pub fn choice(w: &Tongue, sheet: &Sheet, reader: &Reader, asked: &str) -> Option<Choice> {
    let seen: Vec<_> = sheet
        .boards
        .iter()
        .filter(|board| reader.sees(Some(board.id)))
        .collect();
    let mut options: Vec<(String, String)> = seen
        .iter()
        .map(|board| (board.code.clone(), board.name.best(w.lang).to_owned()))
        .collect();
    if reader.sees(None) {
        options.insert(0, (String::new(), w.t("year-whole")));
    }
    let chosen = seen.iter().find(|board| board.code == asked);
    let board = match chosen {
        Some(board) => Some(board.id),
        None if reader.sees(None) => None,
        None => Some(seen.first()?.id),
    };
    let name = match board.and_then(|id| sheet.board(id)) {
        Some(board) => board.name.best(w.lang).to_owned(),
        None => w.t("year-whole"),
    };
    Some(Choice {
        board,
        name,
        options,
    })
}
