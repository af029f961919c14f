//! A year's cells and relations as the proof of withholding reads them; pure.

use std::collections::{BTreeMap, BTreeSet};

use super::withholding::Past;
use crate::base::organisation::ControllerId;
use crate::year::catalogue::{self, Class, Definition, Unit, Whole, Zero};
use crate::year::print::CellName;
use crate::year::sheet::{Sheet, SheetFigure, Visibility};
use crate::year::withhold::{self, Already, Cell, Fact, Relation, Why};

/// A median speaks of the cases that this figure counts; where it is not `key.n`.
const COUNTS: &[(&str, &str)] = &[("sec.phish_first_report", "sec.phish_reported.n")];

/// One value that a cell has or had.
#[derive(Clone, Debug)]
pub struct Link {
    pub cell: Cell,
    pub value: f64,
    /// Not published before.
    pub new: bool,
    /// Why an earlier publication withheld it.
    pub why: Option<Why>,
}

/// All of one year.
#[derive(Default)]
pub struct Facts {
    pub facts: Vec<Fact>,
    pub relations: Vec<Relation>,
    /// The values each cell has had, in order.
    pub chains: BTreeMap<CellName, Vec<Link>>,
    /// Cells that an erratum made not available.
    pub gone: BTreeSet<CellName>,
    /// Keys of sections that are internal as a whole.
    pub internal: BTreeSet<String>,
    /// Shares and medians about few people of which nobody said how many: withheld.
    pub unproved: BTreeSet<Cell>,
    /// Whether anything here was not published before.
    pub news: bool,
}

/// Boards by number, as the proof wants them; boards that are gone are in it too.
pub fn numbers(sheet: &Sheet, past: &[Past]) -> BTreeMap<ControllerId, u32> {
    let now = sheet.boards.iter().map(|board| board.id);
    let all: BTreeSet<ControllerId> = now.chain(past.iter().filter_map(|one| one.board)).collect();
    all.into_iter().zip(0..).collect()
}

/// What is known and what is new of one year.
pub fn of_year(
    sheet: &Sheet,
    past: &[Past],
    year: i32,
    numbers: &BTreeMap<ControllerId, u32>,
) -> Facts {
    let mut earlier: BTreeMap<CellName, Vec<&Past>> = BTreeMap::new();
    let mut last = 0;
    for one in past.iter().filter(|one| one.year == year) {
        let name = (one.key.clone(), one.board, year);
        earlier.entry(name).or_default().push(one);
        last = last.max(one.edition);
    }
    let mut maker = Maker {
        sheet,
        numbers,
        last,
        internal: internal(sheet),
        facts: Facts::default(),
    };
    for figure in sheet.figures() {
        for cell in figure.cells.iter().filter(|cell| cell.year == year) {
            let name: CellName = (figure.def.key.clone(), cell.board, year);
            let before = earlier.remove(&name).unwrap_or_default();
            let values = values(sheet, figure, cell.board, year);
            if values.last().is_some_and(Option::is_none) {
                maker.facts.gone.insert(name.clone());
            }
            maker.chain(name, &before, &values);
        }
    }
    // Cells that the sheet no longer carries (a board that is gone) stay known.
    for (name, before) in earlier {
        maker.chain(name.clone(), &before, &[]);
        maker.facts.chains.remove(&name);
    }
    maker.parts(year);
    let mut facts = maker.facts;
    facts.internal = maker.internal;
    facts.relations = relations(sheet, year, numbers);
    facts.unproved = unproved(sheet, &facts);
    facts
}

fn internal(sheet: &Sheet) -> BTreeSet<String> {
    let figures = sheet.sections.iter().flat_map(|section| {
        let whole = section.visibility == Visibility::Internal;
        let own =
            move |figure: &&SheetFigure| whole || figure.def.visibility == Visibility::Internal;
        section.figures.iter().filter(own)
    });
    figures.map(|figure| figure.def.key.clone()).collect()
}

/// The frozen value, and after it what errata made of it.
fn values(
    sheet: &Sheet,
    figure: &SheetFigure,
    board: Option<ControllerId>,
    year: i32,
) -> Vec<Option<f64>> {
    let unit = figure.def.unit;
    let round = |value: Option<f64>| value.map(|value| unit.rounded(value));
    let mut values = vec![round(figure.value(board, year))];
    if year == sheet.year {
        let own = sheet.errata.iter();
        let own = own.filter(|one| one.key == figure.def.key && one.board == board);
        values.extend(own.map(|one| round(one.new)));
    }
    values
}

struct Maker<'a> {
    sheet: &'a Sheet,
    numbers: &'a BTreeMap<ControllerId, u32>,
    /// The last edition of which anything of this year was published.
    last: u32,
    internal: BTreeSet<String>,
    facts: Facts,
}

impl Maker<'_> {
    fn place(&self, name: &CellName, edition: u32) -> Cell {
        let board = name.1.and_then(|id| self.numbers.get(&id).copied());
        Cell::new(name.0.as_str(), board, name.2).corrected(edition)
    }

    /// Adds the values a cell has had: those published before, then the new ones.
    fn chain(&mut self, name: CellName, before: &[&Past], values: &[Option<f64>]) {
        let mut links = Vec::new();
        for one in before {
            let already = if one.why.is_none() {
                Already::Published
            } else {
                Already::Withheld
            };
            let cell = self.place(&name, one.edition);
            self.add(cell.clone(), one.value, Some(already));
            links.push(Link {
                cell,
                value: one.value,
                new: false,
                why: one.why,
            });
        }
        // An earlier year brings its last value alone; the sheet's own year all values it ever had.
        let mut from = if values.len() == 1 {
            links.len().saturating_sub(1)
        } else {
            0
        };
        // The values that this publication corrects; what is corrected together comes out together: no reader sees a
        // board corrected before its whole.
        let mut corrected = 0;
        for (at, value) in values.iter().enumerate() {
            let Some(value) = *value else {
                continue;
            };
            let rest = &links[from.min(links.len())..];
            let known = rest
                .iter()
                .position(|link| !link.new && link.value == value);
            if let Some(at) = known {
                from += at + 1;
                continue;
            }
            // A value that changed since it was published is a further edition, with or without an erratum.
            let edition = if before.is_empty() && at == 0 {
                0
            } else {
                corrected += 1;
                self.last + corrected
            };
            let cell = self.place(&name, edition);
            self.add(cell.clone(), value, None);
            links.push(Link {
                cell,
                value,
                new: true,
                why: None,
            });
            from = links.len();
            self.facts.news = true;
        }
        if !links.is_empty() {
            self.facts.chains.insert(name, links);
        }
    }

    fn add(&mut self, cell: Cell, value: f64, already: Option<Already>) {
        let def = definition(self.sheet, &cell.key);
        let unit = def.map_or(Unit::Count, |def| def.unit);
        self.facts.facts.push(Fact {
            internal: self.internal.contains(&cell.key),
            cell,
            // The proof knows shares of 100 only; the decimals of the relation make up for it.
            value: if unit == Unit::PerThousand {
                value / 10.0
            } else {
                value
            },
            class: def.map_or(withhold::Class::Free, |def| class(def.class)),
            integer: unit == Unit::Count && value.fract() == 0.0 && value >= 0.0,
            already,
        });
    }

    /// Numerators and denominators that shares carry themselves, where no figure has them.
    fn parts(&mut self, year: i32) {
        let known: BTreeSet<Cell> = self
            .facts
            .facts
            .iter()
            .map(|fact| fact.cell.clone())
            .collect();
        for figure in self.sheet.figures() {
            let Some((top, base)) = &figure.def.share_of else {
                continue;
            };
            for cell in figure.cells.iter().filter(|cell| cell.year == year) {
                let Some((above, below)) = cell.parts else {
                    continue;
                };
                for (key, value) in [(top, above), (base, below)] {
                    let place = self.place(&(key.clone(), cell.board, year), 0);
                    if !known.contains(&place) && value.fract() == 0.0 && value >= 0.0 {
                        self.add(place, value, None);
                        if let Some(fact) = self.facts.facts.last_mut() {
                            fact.internal = true;
                        }
                    }
                }
            }
        }
    }
}

/// As frozen in the sheet, else as the catalogue has it now.
fn definition<'a>(sheet: &'a Sheet, key: &str) -> Option<&'a Definition> {
    sheet
        .figure(key)
        .map(|figure| &figure.def)
        .or_else(|| catalogue::definition(key))
}

fn class(class: Class) -> withhold::Class {
    match class {
        Class::Free => withhold::Class::Free,
        Class::Few { minimum, zero } => withhold::Class::Few {
            minimum,
            zero: match zero {
                Zero::Show => withhold::Zero::Show,
                Zero::Withhold => withhold::Zero::Withhold,
            },
        },
    }
}

/// Boards add up to the whole; figures, shares and medians as the catalogue declares.
fn relations(sheet: &Sheet, year: i32, numbers: &BTreeMap<ControllerId, u32>) -> Vec<Relation> {
    let mut relations = Vec::new();
    let at = |key: &str, board: Option<u32>| Cell::new(key, board, year);
    for figure in sheet.figures() {
        let key = &figure.def.key;
        if figure.def.whole == Whole::Sum {
            relations.push(Relation::Sum {
                total: at(key, None),
                parts: numbers
                    .values()
                    .map(|board| at(key, Some(*board)))
                    .collect(),
            });
        }
    }
    let places: Vec<Option<u32>> = numbers.values().copied().map(Some).chain([None]).collect();
    for board in places {
        for declared in catalogue::relations() {
            relations.extend(between(declared, &|key| at(key, board)));
        }
        for def in sheet.figures().map(|figure| &figure.def) {
            if let Some(count) = counted_by(def) {
                relations.push(Relation::Describes {
                    cell: at(&def.key, board),
                    count: at(&count, board),
                });
            }
        }
    }
    relations
}

fn between(declared: &catalogue::Relation, at: &dyn Fn(&str) -> Cell) -> Vec<Relation> {
    match declared {
        catalogue::Relation::Sum { total, parts } => vec![Relation::Sum {
            total: at(total),
            parts: parts.iter().map(|part| at(part)).collect(),
        }],
        catalogue::Relation::AtMost { total, parts } => parts
            .iter()
            .map(|part| Relation::AtMost {
                part: at(part),
                total: at(total),
            })
            .collect(),
        catalogue::Relation::Share {
            share,
            numerator,
            denominator,
        } => {
            let unit = catalogue::definition(share).map_or(Unit::Percent, |def| def.unit);
            // Per thousand with one decimal is per cent with two.
            let more = u8::from(unit == Unit::PerThousand);
            vec![Relation::Share {
                share: at(share),
                above: at(numerator),
                below: at(denominator),
                decimals: unit.digits() + more,
            }]
        }
    }
}

/// The figure that counts the cases behind a median or the like.
fn counted_by(def: &Definition) -> Option<String> {
    if !matches!(def.unit, Unit::Hours | Unit::Days | Unit::Minutes) {
        return None;
    }
    let special = COUNTS.iter().find(|(key, _)| *key == def.key);
    let key = special.map_or_else(
        || format!("{}.n", def.key),
        |(_, count)| (*count).to_owned(),
    );
    catalogue::definition(&key).map(|_| key)
}

/// Shares and medians of the class "few" whose group is not known: nobody can say that it is large enough.
fn unproved(sheet: &Sheet, facts: &Facts) -> BTreeSet<Cell> {
    let known: BTreeSet<(&str, Option<u32>)> = facts
        .facts
        .iter()
        .map(|fact| (fact.cell.key.as_str(), fact.cell.board))
        .collect();
    let mut found = BTreeSet::new();
    for (name, links) in &facts.chains {
        let Some(def) = definition(sheet, &name.0) else {
            continue;
        };
        if def.class == Class::Free || def.unit == Unit::Count {
            continue;
        }
        for link in links.iter().filter(|link| link.new) {
            let has = |key: &str| known.contains(&(key, link.cell.board));
            let proved = match (&def.share_of, counted_by(def)) {
                (Some((above, below)), _) => has(above) && has(below),
                (None, Some(count)) => has(&count),
                (None, None) => false,
            };
            if !proved {
                found.insert(link.cell.clone());
            }
        }
    }
    found
}
