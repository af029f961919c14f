//! From a sheet and everything published before to what the public version shows; pure.
//!
//! All relations hold within one year, so the years are planned apart, and a year of which nothing new is
//! published is taken as it was.

use std::collections::{BTreeMap, BTreeSet};

use super::facts::{self, Facts};
use crate::base::organisation::ControllerId;
use crate::year::print::{CellName, Place, Places};
use crate::year::sheet::{Sheet, Visibility};
use crate::year::withhold::{self, Already, Cell, How, Why};

/// A cell as an earlier publication left it. The value is kept inside for withheld cells too: without it
/// nobody could prove that later publications do not give it back.
#[derive(Clone, Debug, PartialEq)]
pub struct Past {
    pub key: String,
    pub board: Option<ControllerId>,
    /// The year the value is about.
    pub year: i32,
    /// 0 as first published; a corrected value is a further edition, and both stay known.
    pub edition: u32,
    /// Rounded as published.
    pub value: f64,
    /// Why it was withheld; `None` when it was printed.
    pub why: Option<Why>,
}

/// A cell that the public version leaves out, for the page inside.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    pub name: CellName,
    pub value: f64,
    pub why: Why,
}

/// A cell whose safety could not be proved.
#[derive(Clone, Debug, PartialEq)]
pub struct Weak {
    pub name: CellName,
    pub how: How,
    /// Earlier publications give it away, whatever is withheld today.
    pub standing: bool,
    /// A corrected value that no edition has carried yet: it becomes known only if this one goes out.
    pub correction: bool,
}

/// What the public version shows, and why the rest is left out.
#[derive(Clone, Debug, Default)]
pub struct Public {
    pub places: Places,
    pub held: Vec<Held>,
    pub weak: Vec<Weak>,
    /// Small counts that earlier publications printed.
    pub printed: Vec<CellName>,
    /// What this publication adds to the list of everything published.
    pub added: Vec<Past>,
}

impl Public {
    /// Findings that stop a publication. What earlier publications gave away stops nothing; a corrected value
    /// that would follow from them does: it is not out yet, and correcting the whole along with it mends that.
    pub fn exposed(&self) -> impl Iterator<Item = &Weak> {
        self.weak
            .iter()
            .filter(|weak| weak.correction || !weak.standing)
    }
}

/// Decides for every cell of the sheet. `past` is everything published before, of any year.
pub fn public(sheet: &Sheet, past: &[Past]) -> Public {
    let numbers = facts::numbers(sheet, past);
    let mut found = Public::default();
    let mut hidden = BTreeSet::new();
    for year in &sheet.years {
        let of_year = facts::of_year(sheet, past, *year, &numbers);
        let withheld = judge(&of_year, &numbers, &mut found);
        for (name, cells) in &of_year.chains {
            if cells.iter().any(|link| withheld.contains_key(&link.cell)) {
                hidden.insert(name.clone());
            }
            place(sheet, &of_year, name, cells, &withheld, &mut found);
        }
        before(sheet, &of_year, *year, &hidden, &mut found);
    }
    errata(sheet, &mut found, &hidden);
    found
}

/// Plans and audits one year; the cells it withholds, with the inner reason.
fn judge(
    facts: &Facts,
    numbers: &BTreeMap<ControllerId, u32>,
    found: &mut Public,
) -> BTreeMap<Cell, Why> {
    let boards: BTreeMap<u32, ControllerId> = numbers.iter().map(|(id, n)| (*n, *id)).collect();
    let named = |cell: &Cell| -> CellName {
        let board = cell.board.and_then(|n| boards.get(&n).copied());
        (
            cell.key.trim_end_matches("#rest").to_owned(),
            board,
            cell.year,
        )
    };
    let mut withheld: BTreeMap<Cell, Why> = facts
        .unproved
        .iter()
        .map(|cell| (cell.clone(), Why::AboutFew))
        .collect();
    if facts.news {
        let plan = withhold::plan(&facts.facts, &facts.relations);
        withheld.extend(plan.withheld);
        let names: BTreeSet<Cell> = withheld.keys().cloned().collect();
        let weak = withhold::audit(&facts.facts, &facts.relations, &names);
        let links = facts.chains.values().flatten();
        let new: BTreeSet<&Cell> = links
            .filter(|link| link.new)
            .map(|link| &link.cell)
            .collect();
        found.weak.extend(weak.iter().map(|one| Weak {
            name: named(&one.cell),
            how: one.how,
            standing: one.standing,
            correction: new.contains(&one.cell),
        }));
        found.printed.extend(plan.standing.iter().map(&named));
    } else {
        // Nothing new of this year: what was withheld stays so.
        let earlier = facts.facts.iter();
        let earlier = earlier.filter(|fact| fact.already != Some(Already::Published));
        withheld.extend(earlier.map(|fact| (fact.cell.clone(), Why::EarlierWithheld)));
    }
    withheld
}

/// Puts down what happens to one cell: its last value counts, its earlier ones stay what they were.
fn place(
    sheet: &Sheet,
    facts: &Facts,
    name: &CellName,
    cells: &[facts::Link],
    withheld: &BTreeMap<Cell, Why>,
    found: &mut Public,
) {
    for link in cells.iter().filter(|link| link.new) {
        found.added.push(Past {
            key: name.0.clone(),
            board: name.1,
            year: name.2,
            edition: link.cell.edition,
            value: link.value,
            why: withheld.get(&link.cell).copied(),
        });
    }
    let Some(last) = cells.last().filter(|_| !facts.gone.contains(name)) else {
        return;
    };
    let internal = sheet
        .figure(&name.0)
        .is_some_and(|figure| figure.def.visibility == Visibility::Internal);
    let place = match withheld.get(&last.cell) {
        None => Place::Shown(last.value),
        Some(_) if internal || facts.internal.contains(&name.0) => Place::Internal(last.value),
        Some(_) => Place::Withheld(last.value),
    };
    if let Some(why) = withheld.get(&last.cell) {
        // The first reason says more than that it was withheld before.
        found.held.push(Held {
            name: name.clone(),
            value: last.value,
            why: last.why.unwrap_or(*why),
        });
    }
    found.places.cells.insert(name.clone(), place);
}

/// Both values of a correction of an earlier year are printed only where every value the cell ever had is printed, and
/// these two are among them: a value that no edition has carried would be news of that year.
fn before(
    sheet: &Sheet,
    facts: &Facts,
    year: i32,
    hidden: &BTreeSet<CellName>,
    found: &mut Public,
) {
    let errata = sheet.before.iter().enumerate();
    for (at, one) in errata.filter(|(_, one)| one.year == year) {
        let name: CellName = (one.key.clone(), one.board, year);
        let (Some(figure), Some(links)) = (sheet.figure(&one.key), facts.chains.get(&name)) else {
            continue;
        };
        let printed = |value: Option<f64>| {
            value.is_none_or(|value| {
                let value = figure.def.unit.rounded(value);
                links.iter().any(|link| link.value == value)
            })
        };
        if !hidden.contains(&name) && printed(one.old) && printed(one.new) {
            found.places.before.insert(at);
        }
    }
}

/// Old and new value of an erratum are printed only where every value the cell ever had is printed.
fn errata(sheet: &Sheet, found: &mut Public, hidden: &BTreeSet<CellName>) {
    for (at, one) in sheet.errata.iter().enumerate() {
        let name: CellName = (one.key.clone(), one.board, sheet.year);
        if !hidden.contains(&name) {
            found.places.errata.insert(at);
        }
    }
}
