//! What the public sheet withholds, and the proof that nothing gives it back.
//!
//! A public count about fewer people than the minimum is withheld, and with it whatever would let a
//! reader compute it: totals, other boards, other figures, shares, earlier years, errata. The standard
//! name is *cell suppression* (primary, then complementary). Rules: `facts/reviews.md` §5 (above all
//! points 3, 6, 11) and `facts/balance-sheet.md` §2 point 9.
//!
//! **The method, in plain words.** The reader has every cell ever published and the declared relations.
//! Call every way of filling in the withheld cells with whole numbers, that fits all of that, a *world*.
//! The truth is one world. A withheld count is safe when we can show other worlds in which it is different:
//!
//! 1. *Range*: worlds in which its values lie at least 2 apart. Here the reader is even told that a
//!    withheld count is at least 1 where zeros are shown.
//! 2. *Few together*: if it is small, a world in which it alone reaches the minimum. Then no sum of
//!    withheld counts that holds it can be known to be below the minimum: the sum would bound it.
//!
//! A world is found by moving: change the cell, see which relations no longer hold, mend each by moving
//! another withheld cell, until all hold (`moves`). [`plan`] lets this search take a published cell into the
//! move when the withheld ones do not suffice, and withholds the cells it took; small boards first, the main
//! figures of the whole last (`loss`). [`audit`] starts afresh from what is published and accepts a world
//! only after `judge` has held it against the relations as declared. So the proof rests on that short file,
//! never on how clever the search is: where the search finds nothing, the cell counts as exposed.
//!
//! Withholding more can only add worlds, so a proof once found stays, and `plan` always ends.
//!
//! Not covered: what readers know from elsewhere, relations nobody declared, and guesses from the order in
//! which complements are chosen. That order goes by the size of the board over all years, not by the cell's
//! own value, so that it tells little.

mod audit;
mod judge;
mod loss;
mod moves;
mod plan;
mod proof;
mod table;
#[cfg(test)]
mod tests;

pub use audit::audit;
pub use plan::plan;

use std::collections::BTreeMap;

/// One printed place: a figure, of one board or of the whole, for one year, in one edition.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    /// The figure's key, as `inc.known`.
    pub key: String,
    /// The board; `None` is the whole municipality.
    pub board: Option<u32>,
    /// The year the value is about.
    pub year: i32,
    /// 0 is the value as first published; an erratum that changes it makes a further cell with the
    /// erratum's number. Both stay known for ever, and both take part in every relation of their time.
    pub edition: u32,
}

impl Cell {
    /// The cell as first published.
    #[must_use]
    pub fn new(key: impl Into<String>, board: Option<u32>, year: i32) -> Self {
        let key = key.into();
        Self {
            key,
            board,
            year,
            edition: 0,
        }
    }

    /// The same place after erratum `edition`.
    #[must_use]
    pub fn corrected(mut self, edition: u32) -> Self {
        self.edition = edition;
        self
    }
}

/// What a count of zero is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zero {
    /// Printed: that nothing happened tells on nobody.
    Show,
    /// Withheld like a small count.
    Withhold,
}

/// The disclosure class of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Not about people in small groups. May still be withheld when it would give another cell back.
    Free,
    /// Counts below `minimum` people (5 by default, never under 3) are withheld.
    Few { minimum: u32, zero: Zero },
}

impl Class {
    /// Whether a count of this class must not be printed.
    pub(crate) fn is_small(self, count: i64) -> bool {
        match self {
            Self::Free => false,
            Self::Few { zero, .. } if count == 0 => zero == Zero::Withhold,
            Self::Few { minimum, .. } => count < i64::from(minimum),
        }
    }

    pub(crate) fn minimum(self) -> i64 {
        match self {
            Self::Free => 0,
            Self::Few { minimum, .. } => i64::from(minimum),
        }
    }
}

/// What an earlier publication (any year, erratum, open data, language) did with this very cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Already {
    /// It is known for ever; it cannot be withheld any more.
    Published,
    /// It stays withheld: others may have leaned on it.
    Withheld,
}

/// A cell with its value. A cell that is *not available* is no fact: leave it out.
#[derive(Clone, Debug)]
pub struct Fact {
    pub cell: Cell,
    pub value: f64,
    /// The disclosure class of the figure. For a share, `Few` also protects its remainder
    /// (`below` − `above`): 98 % of 200 names four people.
    pub class: Class,
    /// A count (whole number, not negative). Anything else is never a secret itself, and inside sums its
    /// value is taken as known to the reader, which errs on the safe side.
    pub integer: bool,
    /// Never printed by editorial choice. It is guarded only if it is small by its class: an internal
    /// numerator may well follow from a printed share.
    pub internal: bool,
    /// What happened to it before, `None` for a new cell.
    pub already: Option<Already>,
}

/// A declared relation between cells, known to every reader. Name the cells of edition 0: errata are
/// followed by themselves. A relation is kept by the amount by which it is off in truth (a board that is
/// not available, a wrongly entered total), as if the reader knew that amount. So a total that is missing
/// beside its parts makes them look known: give it as an internal fact instead.
#[derive(Clone, Debug)]
pub enum Relation {
    /// `total` = the sum of `parts`: whole = boards, figure = part figures, two-year sum = years.
    Sum { total: Cell, parts: Vec<Cell> },
    /// `part` ≤ `total`.
    AtMost { part: Cell, total: Cell },
    /// `share` = 100 · `above` / `below`, printed with `decimals` (0 to 6). Give numerator and denominator
    /// as facts also when they are not printed (`internal`).
    Share {
        share: Cell,
        above: Cell,
        below: Cell,
        decimals: u8,
    },
    /// `cell` (a median, a mean, a longest time) speaks of the cases in `count`: with few cases it is withheld.
    Describes { cell: Cell, count: Cell },
}

/// Why a cell is not printed. For the internal version only: outside, all look alike (§5.6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// Fewer people than the minimum.
    Small,
    /// It would give a small count back.
    Complement,
    /// An earlier publication withheld it.
    EarlierWithheld,
    /// Internal by choice.
    Internal,
    /// A share, median or the like of a withheld count.
    AboutFew,
}

/// What to print and what not.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// Every cell that the public version must leave out, internal ones included, with the inner reason.
    pub withheld: BTreeMap<Cell, Why>,
    /// Small counts that an earlier publication has already printed. Nothing can be done; tell the DPO.
    pub standing: Vec<Cell>,
    /// Withheld counts that nothing can protect any more: earlier publications give them back, whatever is
    /// withheld now. Nothing more is given up for them. [`audit`] names them too.
    pub unrepaired: Vec<Cell>,
}

impl Plan {
    /// Whether the public version prints this cell.
    #[must_use]
    pub fn shows(&self, cell: &Cell) -> bool {
        !self.withheld.contains_key(cell)
    }

    /// Whether the change between two cells may be printed: only when both are, so that it tells nothing new.
    #[must_use]
    pub fn shows_change(&self, from: &Cell, to: &Cell) -> bool {
        self.shows(from) && self.shows(to)
    }
}

/// How a cell is exposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// It is about few people and is printed.
    Shown,
    /// Only one value fits.
    Exact,
    /// The values that fit lie less than 2 apart.
    Narrow,
    /// Nothing shows that it could reach the minimum: it belongs to a group known to be below.
    FewTogether,
}

/// A cell whose safety the audit could not prove.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exposed {
    /// The cell. The remainder of a share carries the share's key with `#rest` behind it.
    pub cell: Cell,
    pub how: How,
    /// The smallest and largest value for which a fitting world was found. Outside there may be others
    /// that the search missed, so this errs towards exposed.
    pub low: i64,
    pub high: i64,
    /// True when earlier publications alone expose it, whatever is withheld now.
    pub standing: bool,
}
