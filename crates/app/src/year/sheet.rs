//! The sheet of one year as everything that shows, prints or publishes it reads it: one value, from a frozen
//! snapshot or, while the year is open, from what the registers say now.

use kit::clock::{Day, Moment};
use kit::db::Conn;
use kit::words::Texts;
use serde::{Deserialize, Serialize};

pub use super::catalogue::{Definition, Unit, Visibility};
use super::gather;
use crate::base::organisation::{ControllerId, PersonId};
use crate::base::{App, Problem};

/// How far a year is.
#[derive(Clone, Debug, PartialEq)]
pub enum State {
    /// Figures are what the registers say now.
    Open,
    /// Frozen at the cut-off; closing again makes the next snapshot.
    Closed,
    /// Frozen for good. See [`Sheet::approval`].
    Approved,
    Published {
        at: Moment,
    },
}

impl State {
    pub fn code(&self) -> &'static str {
        match self {
            State::Open => "open",
            State::Closed => "closed",
            State::Approved => "approved",
            State::Published { .. } => "published",
        }
    }

    pub fn word(&self) -> &'static str {
        match self {
            State::Open => "year-state-open",
            State::Closed => "year-state-closed",
            State::Approved => "year-state-approved",
            State::Published { .. } => "year-state-published",
        }
    }

    /// Whether this snapshot can no longer change.
    pub fn is_final(&self) -> bool {
        matches!(self, State::Approved | State::Published { .. })
    }
}

/// Who approved the sheet: body, day and paragraph of the minutes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Approval {
    pub body: Texts,
    pub day: Day,
    pub paragraph: String,
}

/// What minutes call their numbered decisions; people type it with the number, before or after it.
const NAMES: [&str; 21] = [
    "pkt",
    "punkt",
    "punktet",
    "dagsordenspunkt",
    "sak",
    "sag",
    "pykälä",
    "kohta",
    "asia",
    "paragraf",
    "paragrafen",
    "paragraph",
    "para",
    "par",
    "ärende",
    "item",
    "point",
    "no",
    "nr",
    "nro",
    "num",
];

/// A paragraph of minutes without its sign or word, which the printed text puts before or after it by language.
pub fn paragraph(text: &str) -> &str {
    const AROUND: [char; 4] = [' ', '\u{a0}', '.', ':'];
    let mut rest = text.trim_matches(AROUND);
    while let Some(less) = without_name(rest) {
        rest = less.trim_matches(AROUND);
    }
    rest
}

/// The text without a name at its beginning or its end; none where there is no name, or nothing but it.
fn without_name(text: &str) -> Option<&str> {
    let is_name = |word: &str| {
        word.chars().all(|c| c == '§') || NAMES.contains(&word.to_lowercase().as_str())
    };
    let letter = |c: char| c.is_alphabetic() || c == '§';
    let after = text.trim_start_matches(letter);
    if after.len() < text.len() && !after.is_empty() && is_name(&text[..text.len() - after.len()]) {
        return Some(after);
    }
    let before = text.trim_end_matches(letter);
    let bare = !before.is_empty() && before.len() < text.len();
    (bare && is_name(&text[before.len()..])).then_some(before)
}

/// A board or wholly owned company that existed in the year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Board {
    pub id: ControllerId,
    pub code: String,
    pub name: Texts,
    pub company: bool,
}

/// The Data Balance Sheet of one year.
#[derive(Clone, Debug)]
pub struct Sheet {
    pub year: i32,
    /// Number of the snapshot, from 1; 0 is what the registers say now.
    pub number: i64,
    pub state: State,
    pub approval: Option<Approval>,
    /// When the figures were read.
    pub taken_at: Moment,
    /// Figures of a state are those at the end of this day.
    pub cutoff: Day,
    /// Head of the book at freezing; empty while nothing is frozen.
    pub head: String,
    /// In the order of their codes.
    pub boards: Vec<Board>,
    /// The years that figures carry: this one first, then up to four earlier ones of which something is known.
    pub years: Vec<i32>,
    /// All sixteen sections, in order.
    pub sections: Vec<SheetSection>,
    /// This year's targets and next year's.
    pub targets: Vec<SheetTarget>,
    /// After approval; empty before.
    pub errata: Vec<Erratum>,
    /// Corrections of the earlier years that this sheet compares with: its cells carry the new values.
    pub before: Vec<Erratum>,
}

#[derive(Clone, Debug)]
pub struct SheetSection {
    pub number: u8,
    pub key: String,
    pub title: Texts,
    pub lead: Texts,
    pub visibility: Visibility,
    pub paragraphs: Vec<Paragraph>,
    pub figures: Vec<SheetFigure>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Paragraph {
    /// Languages that are missing are shown as missing, never filled by a machine.
    pub text: Texts,
    pub visibility: Visibility,
}

/// A figure with its values.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetFigure {
    pub def: Definition,
    /// One for each of [`Sheet::years`] and, where the figure has boards, each board: per year the whole first.
    pub cells: Vec<Cell>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// `None` is the whole.
    pub board: Option<ControllerId>,
    pub year: i32,
    /// `None` is *not available*, which is never 0.
    pub value: Option<f64>,
    /// For shares: what stands above and below the line.
    pub parts: Option<(f64, f64)>,
    pub note: Option<Texts>,
    /// Entered by a person, not counted by the program.
    pub entered: bool,
    /// A sum over some of the boards only, because others are not available.
    pub incomplete: bool,
}

/// A development target.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SheetTarget {
    pub text: Texts,
    /// The year it is set for.
    pub year: i32,
    pub board: ControllerId,
    pub status: TargetStatus,
    /// Why it was dropped.
    pub reason: Option<Texts>,
    /// Duty or unit that answers for it, as text; a sheet names no private person.
    pub owner: String,
    pub due: Option<Day>,
}

kit::choices! {
    pub enum TargetStatus {
        NotStarted = "not_started", "year-target-not-started";
        UnderWay = "under_way", "year-target-under-way";
        Done = "done", "year-target-done";
        Dropped = "dropped", "year-target-dropped";
    }
}

/// A correction after approval. The frozen value stays where it is; this shows both.
#[derive(Clone, Debug, PartialEq)]
pub struct Erratum {
    /// The year of the corrected sheet.
    pub year: i32,
    pub key: String,
    /// `None` is the whole.
    pub board: Option<ControllerId>,
    pub day: Day,
    pub reason: Texts,
    pub old: Option<f64>,
    pub new: Option<f64>,
    /// The body that approved it, or its delegate.
    pub approved_by: String,
    /// When it was recorded.
    pub at: Moment,
    /// Who recorded it.
    pub by: Option<PersonId>,
}

impl Sheet {
    /// A figure by its key.
    pub fn figure(&self, key: &str) -> Option<&SheetFigure> {
        self.figures().find(|figure| figure.def.key == key)
    }

    /// All figures, in the order of the sheet.
    pub fn figures(&self) -> impl Iterator<Item = &SheetFigure> {
        self.sections.iter().flat_map(|section| &section.figures)
    }

    pub fn board(&self, id: ControllerId) -> Option<&Board> {
        self.boards.iter().find(|board| board.id == id)
    }
}

impl SheetFigure {
    pub fn cell(&self, board: Option<ControllerId>, year: i32) -> Option<&Cell> {
        self.cells
            .iter()
            .find(|cell| cell.board == board && cell.year == year)
    }

    /// The value, or `None` when it is not available.
    pub fn value(&self, board: Option<ControllerId>, year: i32) -> Option<f64> {
        self.cell(board, year).and_then(|cell| cell.value)
    }

    /// The sheet's own year.
    pub fn year(&self) -> i32 {
        self.cells.first().map_or(0, |cell| cell.year)
    }

    /// Against the year before. `None` when either is not available or a sum over some boards only, because
    /// such a difference would speak of the boards that are missing. It is that of the two values as they are shown.
    pub fn change(&self, board: Option<ControllerId>) -> Option<f64> {
        let year = self.year();
        let (now, before) = (self.cell(board, year)?, self.cell(board, year - 1)?);
        if now.incomplete || before.incomplete || self.def.unit == Unit::Date {
            return None;
        }
        let shown = |value| self.def.unit.rounded(value);
        Some(shown(now.value?) - shown(before.value?))
    }

    /// Whether the whole of that year is a sum over some of the boards only.
    pub fn incomplete(&self, year: i32) -> bool {
        self.cell(None, year).is_some_and(|cell| cell.incomplete)
    }

    /// Whether anything is known of that year, of the whole or of any board.
    pub fn known(&self, year: i32) -> bool {
        self.cells
            .iter()
            .any(|cell| cell.year == year && cell.value.is_some())
    }
}

/// The sheet of a year. Without a number: the approved snapshot, else the latest, else what the registers
/// say now (number 0, which may also be asked for).
///
/// # Errors
/// [`Problem::NotFound`] when there is no such year or snapshot.
pub fn sheet(app: &App, conn: &Conn, year: i32, number: Option<i64>) -> Result<Sheet, Problem> {
    let row = gather::row(app, conn, year)?;
    gather::view(app, conn, &row, number, None)
}

#[cfg(test)]
mod tests {
    use super::paragraph;

    #[test]
    fn the_printed_word_of_a_decision_is_never_doubled() {
        for typed in [
            "42",
            "§ 42",
            "§42",
            "§§ 42",
            "42 §",
            "42\u{a0}§",
            "pkt. 42",
            "Pkt.\u{a0}42",
            "punkt 42",
            "Punkt nr. 42",
            "sak 42",
            "SAK: 42",
            "sag nr. 42",
            "kohta 42",
            "42 kohta",
            "42. kohta",
            "asia 42",
            "pykälä 42",
            "paragraf 42",
            "Paragraph 42",
            "item 42",
        ] {
            assert_eq!(paragraph(typed), "42", "{typed}");
        }
        // A number of two parts and a letter behind it belong to the number; a word alone is left as it was typed.
        for (typed, kept) in [
            ("sak 42/26", "42/26"),
            ("§ 42 a", "42 a"),
            ("42 A", "42 A"),
            ("PS 42/26", "PS 42/26"),
            ("sak", "sak"),
            ("", ""),
        ] {
            assert_eq!(paragraph(typed), kept, "{typed}");
        }
    }
}
