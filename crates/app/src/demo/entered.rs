//! The figures that are entered by hand: what they are in a year, in the town and in the city, and how the boards
//! share them. Pure: the same year gives the same numbers.

use kit::words::Texts;

use super::Size;
use super::chance::Chance;
use super::data::{Controller, Data, EnteredFigure};
use crate::base::organisation::ControllerId;
use crate::year::catalogue::{self, Unit};
use crate::year::model::Entry;

/// Everything that is entered for a year.
pub fn of_year(
    data: &Data,
    size: Size,
    year: i32,
    boards: &[(ControllerId, &Controller)],
) -> Vec<Entry> {
    let mut entries = Vec::new();
    for figure in &data.entered {
        let Some(def) = catalogue::definition(&figure.key) else {
            continue;
        };
        if figure.from.is_some_and(|from| from > year) {
            continue;
        }
        let entry = |board, value| Entry {
            figure: def,
            board,
            value,
            parts: None,
            note: note(data, figure),
        };
        match value(figure, size, year) {
            Some(value) if figure.boards => entries.extend(
                shared_out(value, figure.decimals, boards)
                    .into_iter()
                    .map(|(board, share)| entry(Some(board), Some(share))),
            ),
            None if figure.boards => {}
            value => entries.push(entry(None, value)),
        }
    }
    entries
}

/// What is said of a figure beside it; most have nothing.
fn note(data: &Data, figure: &EnteredFigure) -> Texts {
    let said = figure.note.as_ref();
    said.and_then(|key| data.notes.quality.get(key))
        .cloned()
        .unwrap_or_default()
}

/// The whole's value; none in a year in which nobody had it.
pub fn value(figure: &EnteredFigure, size: Size, year: i32) -> Option<f64> {
    if figure.missing.contains(&year) {
        return None;
    }
    let first = figure.from.unwrap_or(2019).max(2019);
    let years = (year - first).max(0);
    let mut chance = Chance::of(super::SEED, &format!("{} {year}", figure.key));
    let noise = 1.0 + figure.noise * (2.0 * chance.share() - 1.0);
    let scale = scale(figure, size);
    let raw = figure.value * figure.growth.powi(years) * noise * scale;
    let capped = match figure.most {
        Some(most) => raw.min(most * scale),
        None => raw,
    };
    let step = 10f64.powi(i32::from(figure.decimals));
    Some((capped * step).round() / step)
}

/// A town has less of everything that is counted, and of the hours that people are paid for; shares, times and
/// dates are what they are anywhere. What does not go by the number of employees has a number of its own.
fn scale(figure: &EnteredFigure, size: Size) -> f64 {
    let unit = catalogue::definition(&figure.key).map(|def| def.unit);
    let counted = matches!(unit, Some(Unit::Count | Unit::PersonYears));
    match (size, figure.town) {
        (Size::City, _) => 1.0,
        (Size::Town, Some(town)) => town / figure.value,
        (Size::Town, None) if counted => size.people() as f64 / Size::City.people() as f64,
        (Size::Town, None) => 1.0,
    }
}

/// A whole shared out by the boards' sizes: the largest remainders get what rounding left over.
fn shared_out(
    whole: f64,
    decimals: u8,
    boards: &[(ControllerId, &Controller)],
) -> Vec<(ControllerId, f64)> {
    let step = 10f64.powi(i32::from(decimals));
    let units = (whole * step).round();
    let total: f64 = boards.iter().map(|(_, board)| board.weight).sum();
    let exact: Vec<f64> = boards
        .iter()
        .map(|(_, board)| units * board.weight / total)
        .collect();
    let mut shares: Vec<f64> = exact.iter().map(|share| share.floor()).collect();
    let mut order: Vec<usize> = (0..boards.len()).collect();
    order.sort_by(|a, b| (exact[*b] - shares[*b]).total_cmp(&(exact[*a] - shares[*a])));
    let left = (units - shares.iter().sum::<f64>()).round() as usize;
    for place in order.into_iter().take(left) {
        shares[place] += 1.0;
    }
    boards
        .iter()
        .zip(shares)
        .map(|((id, _), share)| (*id, share / step))
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use kit::clock::Day;

    use super::*;
    use crate::base::figure::Reading;
    use crate::demo::people::Staff;
    use crate::demo::{SEED, history};
    use crate::year::catalogue::Relation;
    use crate::year::model::agree;
    use crate::year::model::grid::Grid;

    /// The employees of a board, of the whole, as the sheet counts them at a year's end.
    fn employees(staff: &Staff<'_>, boards: &[(ControllerId, &Controller)]) -> Vec<Reading> {
        let of = |key: &str| {
            let own = staff.workers.iter().filter(|one| one.controller() == key);
            own.count() as i64
        };
        let count = |id, number| Reading::count("env.employees", id, number);
        let whole = count(None, staff.workers.len() as i64);
        let each = boards
            .iter()
            .map(|(id, board)| count(Some(*id), of(&board.key)));
        each.chain([whole]).collect()
    }

    /// A share is at most the whole, a part at most its total, and nobody trains more people than there are: in the
    /// town and in the city, in every year, for the whole and for every board.
    #[test]
    fn the_figures_are_possible() {
        let data = Data::read().unwrap();
        for size in [Size::Town, Size::City] {
            let boards: Vec<(ControllerId, &Controller)> = data
                .organisation
                .controller
                .iter()
                .filter(|one| size.has(one.town))
                .map(|one| (ControllerId::random(), one))
                .collect();
            let ids: Vec<ControllerId> = boards.iter().map(|(id, _)| *id).collect();
            let first = Day::first_of_year(size.first_year(2026)).unwrap();
            let mut staff = Staff::begin(&data, size, SEED, first);
            for year in first.year()..=2026 {
                for day in history::files(size, year, first) {
                    staff.turn_over(day);
                }
                let readings = employees(&staff, &boards);
                let entries = of_year(&data, size, year, &boards);
                let grid = Grid::new(&readings, entries, &ids);
                let found = agree::contradictions(&grid, &ids);
                assert!(found.is_empty(), "{size:?} {year}: {found:?}");
                for place in ids.iter().copied().map(Some).chain([None]) {
                    possible(&grid, place, (size, year));
                }
            }
        }
    }

    fn possible(grid: &Grid, place: Option<ControllerId>, which: (Size, i32)) {
        let value = |key: &str| grid.get(key, place).and_then(|given| given.value);
        for def in catalogue::definitions() {
            let Some(number) = value(&def.key) else {
                continue;
            };
            let most = if def.unit == Unit::Percent {
                100.0
            } else {
                f64::MAX
            };
            assert!(
                (0.0..=most).contains(&number),
                "{which:?} {} {number}",
                def.key
            );
        }
        let staff = value("env.employees").unwrap();
        // Everybody asked, invited or trained is an employee; the participants of exercises come again.
        for key in [
            "sec.phish_reported.of",
            "train.base_valid.of",
            "train.new_in_time.of",
            "train.overdue",
            "rev.responses.of",
        ] {
            let number = value(key).unwrap_or(0.0);
            assert!(number <= staff, "{which:?} {key}: {number} of {staff}");
        }
        for key in ["gov.dpo_fte", "gov.is_fte"] {
            let number = value(key).unwrap_or(0.0);
            assert!(number <= staff / 500.0, "{which:?} {key}: {number}");
        }
    }

    /// A note that no figure names is read by nobody, and a name without a note says nothing.
    #[test]
    fn every_note_belongs_to_a_figure() {
        let data = Data::read().unwrap();
        let used: BTreeSet<&String> = data
            .entered
            .iter()
            .filter_map(|f| f.note.as_ref())
            .collect();
        let written: BTreeSet<&String> = data.notes.quality.keys().collect();
        assert_eq!(used, written);
    }

    /// What a small place has of what does not go by people is still something.
    #[test]
    fn a_town_meets_and_is_audited_too() {
        let data = Data::read().unwrap();
        for figure in &data.entered {
            let parts_of_a_share = catalogue::relations().iter().any(|one| {
                matches!(one, Relation::Share { denominator, .. } if *denominator == figure.key)
            });
            let meets = figure.key.starts_with("gov.meetings") || figure.key.starts_with("ctl.a");
            if (parts_of_a_share || meets)
                && let Some(number) = value(figure, Size::Town, 2025)
            {
                assert!(number >= 1.0, "{}: {number}", figure.key);
            }
        }
    }
}
