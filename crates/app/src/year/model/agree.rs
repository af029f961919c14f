//! What the figures of one year must agree on: the relations that the catalogue declares, and that the boards add
//! up to the whole. What is not available, or a sum over some boards only, contradicts nothing.

use kit::form::Fault;

use super::super::catalogue::{self, Definition, Relation, Unit, Whole};
use super::super::sheet::Sheet;
use super::grid::Grid;
use crate::base::organisation::ControllerId;

/// Sums of decimals are not exact to the last bit.
const NEAR: f64 = 1e-6;

/// In which way a figure does not agree with others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// The boards and companies do not add up to it.
    Boards,
    /// It is not the sum of its parts.
    Parts,
    /// It is larger than what it is a part of.
    Above,
    /// It does not follow from what stands above and below its line.
    Share,
}

impl How {
    /// The sentence that names both sides.
    pub fn word(self) -> &'static str {
        match self {
            How::Boards => "year-against-boards",
            How::Parts => "year-against-parts",
            How::Above => "year-against-above",
            How::Share => "year-against-share",
        }
    }
}

/// A figure that does not agree with others of its year.
#[derive(Clone, Debug, PartialEq)]
pub struct Contradiction {
    pub key: &'static str,
    /// `None` is the whole.
    pub board: Option<ControllerId>,
    pub how: How,
    /// Keys of the figures it should agree with; none where these are its own boards.
    pub with: Vec<&'static str>,
}

/// Everything in a year that does not agree.
pub fn contradictions(grid: &Grid, boards: &[ControllerId]) -> Vec<Contradiction> {
    let mut found: Vec<Contradiction> = catalogue::definitions()
        .iter()
        .filter(|def| def.whole == Whole::Sum && !adds_up(grid, def, boards))
        .map(|def| Contradiction {
            key: &def.key,
            board: None,
            how: How::Boards,
            with: Vec::new(),
        })
        .collect();
    for board in boards.iter().copied().map(Some).chain([None]) {
        for relation in catalogue::relations() {
            if let Some((key, how, with)) = broken(grid, relation, board) {
                found.push(Contradiction {
                    key,
                    board,
                    how,
                    with,
                });
            }
        }
    }
    found
}

/// What no longer agrees because of the corrections after approval. What the approved sheet itself contradicts
/// stays as it was approved.
pub fn torn(sheet: &Sheet) -> Vec<Contradiction> {
    if sheet.errata.is_empty() {
        return Vec::new();
    }
    let boards: Vec<ControllerId> = sheet.boards.iter().map(|board| board.id).collect();
    let before = contradictions(&Grid::frozen(sheet), &boards);
    let mut now = contradictions(&Grid::corrected(sheet), &boards);
    now.retain(|one| !before.contains(one));
    now
}

/// Shares of at most 100 % whose part is larger than what it is a part of: part, base and board.
pub fn oversized(
    grid: &Grid,
    boards: &[ControllerId],
) -> Vec<(
    &'static Definition,
    &'static Definition,
    Option<ControllerId>,
)> {
    let mut found = Vec::new();
    let shares = catalogue::definitions().iter();
    for share in shares.filter(|def| def.unit == Unit::Percent) {
        let Some((above, below)) = pair(share) else {
            continue;
        };
        for board in boards.iter().copied().map(Some).chain([None]) {
            let values = value(grid, &above.key, board).zip(value(grid, &below.key, board));
            if values.is_some_and(|(part, base)| part > base + NEAR) {
                found.push((above, below, board));
            }
        }
    }
    found
}

/// Whether a share of at most 100 % may follow from this figure.
pub fn of_share(def: &Definition) -> bool {
    let shares = catalogue::definitions().iter();
    let mut shares = shares.filter(|share| share.unit == Unit::Percent);
    shares.any(|share| pair(share).is_some_and(|(above, below)| feeds(def, &[above, below])))
}

/// Whether one of these figures is this one, or a total that may follow from it.
pub fn feeds(def: &Definition, into: &[&Definition]) -> bool {
    let sums = |total: &str| {
        catalogue::relations().iter().any(|relation| {
            matches!(relation, Relation::Sum { total: of, parts } if of == total && parts.contains(&def.key))
        })
    };
    into.iter().any(|one| one.key == def.key || sums(&one.key))
}

/// A part that is larger than what it is a part of. Figures stand in the fault by their keys.
pub const LARGER: &str = "year-fault-larger";

pub fn larger(field: &'static str, part: &str, total: &str) -> Fault {
    Fault {
        field,
        message: LARGER,
        args: vec![("part", part.into()), ("total", total.into())],
    }
}

/// What stands above and below a share's line.
fn pair(share: &Definition) -> Option<(&'static Definition, &'static Definition)> {
    let (above, below) = share.share_of.as_ref()?;
    catalogue::definition(above).zip(catalogue::definition(below))
}

/// A value that speaks of everybody it should.
pub fn value(grid: &Grid, key: &str, board: Option<ControllerId>) -> Option<f64> {
    let given = grid.known(key, board).filter(|given| !given.incomplete);
    given.and_then(|given| given.value)
}

fn adds_up(grid: &Grid, def: &Definition, boards: &[ControllerId]) -> bool {
    let all: Option<Vec<f64>> = boards
        .iter()
        .map(|board| value(grid, &def.key, Some(*board)))
        .collect();
    let both = value(grid, &def.key, None).zip(all.filter(|all| !all.is_empty()));
    both.is_none_or(|(whole, all)| (whole - all.iter().sum::<f64>()).abs() <= NEAR)
}

type Broken = (&'static str, How, Vec<&'static str>);

fn broken(grid: &Grid, relation: &'static Relation, board: Option<ControllerId>) -> Option<Broken> {
    let value = |key: &str| value(grid, key, board);
    match relation {
        Relation::Sum { total, parts } => {
            let values: Option<Vec<f64>> = parts.iter().map(|part| value(part)).collect();
            let sum: f64 = values?.iter().sum();
            let with = parts.iter().map(String::as_str).collect();
            ((value(total)? - sum).abs() > NEAR).then_some((total, How::Parts, with))
        }
        Relation::AtMost { total, parts } => {
            let most = value(total)?;
            let above = |part: &&String| value(part).is_some_and(|part| part > most + NEAR);
            let part = parts.iter().find(above)?;
            Some((part, How::Above, vec![total]))
        }
        Relation::Share {
            share,
            numerator,
            denominator,
        } => {
            let unit = catalogue::definition(share)?.unit;
            let (up, down) = (value(numerator)?, value(denominator)?);
            // As exact as it is shown: people take shares from paper.
            let near = 0.5 * 10f64.powi(-i32::from(unit.digits())) + NEAR;
            let off = down > 0.0 && (value(share)? - unit.factor() * up / down).abs() > near;
            off.then_some((
                share.as_str(),
                How::Share,
                vec![numerator.as_str(), denominator],
            ))
        }
    }
}
