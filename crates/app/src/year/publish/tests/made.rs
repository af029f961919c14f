//! A sheet made up for tests: invented boards, small counts among large ones, gaps.

use std::collections::BTreeMap;

use kit::clock::{Day, Moment};
use kit::words::{Lang, Texts};

use crate::base::organisation::ControllerId;
use crate::year::catalogue::{self, Definition, Relation, Unit};
use crate::year::sheet::{
    Approval, Board, Cell, Paragraph, Sheet, SheetFigure, SheetSection, SheetTarget, State,
    TargetStatus, Visibility,
};

/// Small numbers that look like chance and are the same every time.
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

pub fn texts(text: &str) -> Texts {
    Lang::ALL
        .into_iter()
        .map(|lang| (lang, format!("{text} ({lang})")))
        .collect()
}

fn day(year: i32, month: i8, day: i8) -> Day {
    Day::new(i16::try_from(year).unwrap(), month, day).unwrap()
}

pub fn boards(count: usize) -> Vec<Board> {
    (0..count)
        .map(|at| Board {
            id: ControllerId::parse(&format!("00000000-0000-4000-8000-{at:012}")).unwrap(),
            code: format!("B{at:02}"),
            name: texts(&format!("Board of matter {at}")),
            company: at + 2 >= count,
        })
        .collect()
}

/// Which figures hold values: all of sections 1, 2, 9, 11 and 15, and every third of the others.
fn filled(def: &Definition, at: usize) -> bool {
    // Three sums of requests contradict each other in made-up numbers.
    def.section != 10 && ([1, 9].contains(&def.section) || at.is_multiple_of(4))
}

type Counts = BTreeMap<String, f64>;

/// Counts of one place and year that fit what the catalogue declares. `size` makes large and small boards.
fn counts(dice: &mut Dice, size: u64) -> Counts {
    let mut counts = Counts::new();
    counts.insert("env.employees".into(), (100 * size) as f64);
    for relation in catalogue::relations() {
        match relation {
            Relation::Sum { total, parts } => sum(&mut counts, dice, size, total, parts),
            Relation::AtMost { total, parts } => {
                let most = known(&mut counts, dice, size, total);
                for part in parts {
                    let value = dice.roll(most as u64 + 1) as f64;
                    let value = *counts.entry(part.clone()).or_insert(value);
                    counts.insert(part.clone(), value.min(most));
                }
            }
            Relation::Share { .. } => {}
        }
    }
    for def in catalogue::definitions() {
        if def.unit == Unit::Count {
            known(&mut counts, dice, size, &def.key);
        }
    }
    counts
}

fn known(counts: &mut Counts, dice: &mut Dice, size: u64, key: &str) -> f64 {
    let value = dice.roll(3 + size) as f64;
    *counts.entry(key.to_owned()).or_insert(value)
}

/// A total is dealt out to the parts that are not known yet, the first getting most.
fn sum(counts: &mut Counts, dice: &mut Dice, size: u64, total: &str, parts: &[String]) {
    let open: Vec<&String> = parts
        .iter()
        .filter(|part| !counts.contains_key(*part))
        .collect();
    let set: f64 = parts.iter().filter_map(|part| counts.get(part)).sum();
    let all = known(counts, dice, size, total).max(set);
    counts.insert(total.to_owned(), all);
    let mut left = all - set;
    for (at, part) in open.iter().enumerate() {
        let last = at + 1 == open.len();
        let share = if last {
            left
        } else {
            (dice.roll(left as u64 + 1) as f64 / 1.5).floor()
        };
        counts.insert((*part).clone(), share);
        left -= share;
    }
    if open.is_empty() {
        counts.insert(total.to_owned(), set);
    }
}

/// One year of every figure: per place (0 is the whole) and key.
fn year_of(seed: u64, year: i32, boards: usize) -> Vec<Counts> {
    let mut dice = Dice(seed ^ (u64::from(year.unsigned_abs()) << 20));
    dice.roll(2);
    let mut places: Vec<Counts> = (0..boards)
        .map(|board| counts(&mut dice, 4 + 7 * board as u64))
        .collect();
    let mut whole = Counts::new();
    for (key, value) in places.iter().flatten() {
        *whole.entry(key.clone()).or_default() += value;
    }
    places.insert(0, whole);
    for place in &mut places {
        for def in catalogue::definitions()
            .iter()
            .filter(|def| def.unit != Unit::Count)
        {
            let value = match (&def.share_of, def.unit) {
                (Some((above, below)), unit) => share(place, above, below, unit.factor()),
                (None, Unit::Date) => Some(20_240_229.0),
                (None, _) => Some(dice.roll(1000) as f64 / 10.0),
            };
            if let Some(value) = value {
                place.insert(def.key.clone(), value);
            }
        }
    }
    places
}

fn share(place: &Counts, above: &str, below: &str, factor: f64) -> Option<f64> {
    let (above, below) = (place.get(above)?, place.get(below)?);
    (*below > 0.0).then(|| factor * above / below)
}

fn figure(
    def: &Definition,
    years: &[(i32, Vec<Counts>)],
    boards: &[Board],
    full: bool,
) -> SheetFigure {
    let mut cells = Vec::new();
    for (year, places) in years {
        for (at, place) in places.iter().enumerate() {
            let board = at.checked_sub(1).map(|at| boards[at].id);
            if board.is_some() && !def.boards {
                continue;
            }
            cells.push(Cell {
                board,
                year: *year,
                value: place.get(&def.key).copied().filter(|_| full),
                parts: None,
                note: None,
                entered: def.source == catalogue::Source::Entered,
                incomplete: false,
            });
        }
    }
    SheetFigure {
        def: def.clone(),
        cells,
    }
}

/// An approved sheet of a year with so many boards and years.
pub fn sheet(year: i32, boards_in_all: usize, years_in_all: i32, seed: u64) -> Sheet {
    let boards = boards(boards_in_all);
    let years: Vec<i32> = (0..years_in_all).map(|back| year - back).collect();
    let all: Vec<(i32, Vec<Counts>)> = years
        .iter()
        .map(|year| (*year, year_of(seed, *year, boards_in_all)))
        .collect();
    let sections = catalogue::sections().iter().map(|section| {
        let figures = catalogue::of_section(section.number)
            .enumerate()
            .map(|(at, def)| figure(def, &all, &boards, filled(def, at)));
        let said = format!("What the municipality did in matter {}. ", section.number);
        SheetSection {
            number: section.number,
            key: section.key.clone(),
            title: section.title.clone(),
            lead: section.lead.clone(),
            visibility: Visibility::Public,
            paragraphs: vec![
                Paragraph {
                    text: texts(&said.repeat(8)),
                    visibility: Visibility::Public,
                },
                Paragraph {
                    text: texts("The gate behind the archive has no lock"),
                    visibility: Visibility::Internal,
                },
            ],
            figures: figures.collect(),
        }
    });
    Sheet {
        year,
        number: 2,
        state: State::Approved,
        approval: Some(Approval {
            body: texts("Executive board"),
            day: day(year + 1, 3, 24),
            paragraph: "117".to_owned(),
        }),
        taken_at: Moment::parse_rfc3339("2026-03-02T08:00:00Z").unwrap(),
        cutoff: day(year, 12, 31),
        head: "ab".repeat(32),
        sections: sections.collect(),
        targets: targets(year, &boards),
        years,
        boards,
        errata: Vec::new(),
        before: Vec::new(),
    }
}

fn targets(year: i32, boards: &[Board]) -> Vec<SheetTarget> {
    let target = |year, status| SheetTarget {
        text: texts("Train everybody who starts"),
        year,
        board: boards[0].id,
        status,
        reason: None,
        owner: "Data protection officer".to_owned(),
        due: Some(day(year, 10, 1)),
    };
    vec![
        target(year, TargetStatus::Done),
        target(year, TargetStatus::UnderWay),
        target(year + 1, TargetStatus::NotStarted),
    ]
}
