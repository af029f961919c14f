//! What is withheld stays withheld, in every file and in every order of publications.

use std::collections::{BTreeMap, BTreeSet};

use kit::words::{Lang, Texts};
use proptest::prelude::*;
use serde_json::Value;

use super::made;
use super::print::{house, tongue};
use crate::year::catalogue::{self, Class, Relation, Whole};
use crate::year::open;
use crate::year::print::{self, Place, View};
use crate::year::publish::open_data;
use crate::year::publish::withholding::{self, Past, Public};
use crate::year::sheet::{Erratum, Sheet};

#[test]
fn a_citys_sheet_is_proved_and_keeps_its_main_figures() {
    let sheet = made::sheet(2025, 16, 2, 7);
    let public = withholding::public(&sheet, &[]);
    assert_eq!(public.exposed().count(), 0, "{:?}", public.weak);
    for key in ["inc.known", "inc.reports", "inc.notified"] {
        let name = (key.to_owned(), None, 2025);
        let place = public.places.cells.get(&name);
        assert!(matches!(place, Some(Place::Shown(_))), "{key}: {place:?}");
    }
}

#[test]
fn nothing_new_changes_nothing() {
    let sheet = made::sheet(2025, 6, 3, 3);
    let first = withholding::public(&sheet, &[]);
    let again = withholding::public(&sheet, &first.added);
    assert!(again.added.is_empty());
    assert_eq!(first.places.cells, again.places.cells);
    assert_eq!(first.held, again.held, "the first reasons stay");
}

/// Everything the public gets, except pictures of pages: all languages on the web, one on paper, open data.
fn outputs(sheet: &Sheet, public: &Public) -> Vec<String> {
    let view = View::new(sheet, &public.places, false);
    let mut all: Vec<String> = Lang::ALL
        .into_iter()
        .map(|lang| open::sheet_page(&view, &tongue(lang), &house()).unwrap())
        .collect();
    let w = tongue(Lang::Sv);
    for document in [
        print::document(&view, &w, &house()),
        print::short(&view, &w, &house()),
    ] {
        all.push(serde_json::to_string(&document).unwrap());
    }
    let json = open_data::json(&view, &Texts::same("Ålunda"), 1).unwrap();
    all.push(String::from_utf8(json).unwrap());
    let csv = open_data::csv(&view, Lang::Nb).unwrap();
    all.push(String::from_utf8(csv).unwrap());
    all
}

/// The strongest thing that can be said of files: had the withheld values been others, or internal texts, not a
/// byte would differ.
#[test]
fn no_file_depends_on_what_is_withheld() {
    let sheet = made::sheet(2025, 8, 3, 11);
    let public = withholding::public(&sheet, &[]);
    let (mut other, mut masked) = (sheet.clone(), public.clone());
    let mut hidden = BTreeSet::new();
    for (name, place) in &mut masked.places.cells {
        match place {
            Place::Withheld(value) | Place::Internal(value) => *value += 1000.0,
            _ => continue,
        }
        hidden.insert(name.clone());
    }
    assert!(hidden.len() > 100);
    for section in &mut other.sections {
        section
            .paragraphs
            .retain(|one| one.visibility == crate::year::sheet::Visibility::Public);
        for figure in &mut section.figures {
            for cell in &mut figure.cells {
                let name = (figure.def.key.clone(), cell.board, cell.year);
                if hidden.contains(&name) {
                    cell.value = cell.value.map(|value| value + 1000.0);
                    cell.parts = Some((1.0, 2.0));
                    cell.note = Some(made::texts("told in confidence"));
                }
            }
        }
    }
    // Whether boards add up to the whole is known to everybody (see open_data::adds_up); the masked values
    // above no longer do.
    let plain = |text: String| text.replace("\"adds_up\": false,", "");
    let squeeze = |text: String| text.split_whitespace().collect::<String>();
    for (one, two) in outputs(&sheet, &public)
        .into_iter()
        .zip(outputs(&other, &masked))
    {
        let same = squeeze(plain(one)) == squeeze(plain(two));
        assert!(same, "a file depends on what is withheld");
    }
}

/// What a reader can tell of unknown counts from sums alone: bounds, narrowed until nothing changes.
struct Reader {
    low: BTreeMap<(String, String), f64>,
    high: BTreeMap<(String, String), f64>,
    /// The true counts: of these the reader knows only by how much a declared sum is off, as the proof assumes.
    truth: BTreeMap<(String, String), f64>,
}

impl Reader {
    /// Reads the open data of one year as anybody can.
    fn of(json: &Value, year: i32, truth: BTreeMap<(String, String), f64>) -> Reader {
        let mut reader = Reader {
            low: BTreeMap::new(),
            high: BTreeMap::new(),
            truth,
        };
        for figure in json["figures"].as_array().unwrap() {
            let key = figure["key"].as_str().unwrap();
            for one in figure["values"].as_array().unwrap() {
                if one["year"] != year || figure["unit"] != "n" {
                    continue;
                }
                let board = one["board"].as_str().unwrap_or_default();
                let place = (key.to_owned(), board.to_owned());
                let value = one["value"].as_f64();
                reader.low.insert(place.clone(), value.unwrap_or(0.0));
                reader.high.insert(place, value.unwrap_or(f64::INFINITY));
            }
        }
        reader
    }

    fn narrow(&mut self, total: &(String, String), parts: &[(String, String)]) -> bool {
        let all = || parts.iter().chain([total]);
        if !all().all(|p| self.low.contains_key(p) && self.truth.contains_key(p)) {
            return false;
        }
        let off = self.truth[total] - parts.iter().map(|p| self.truth[p]).sum::<f64>();
        let before: Vec<(f64, f64)> = parts.iter().map(|p| (self.low[p], self.high[p])).collect();
        let (low, high): (f64, f64) = before
            .iter()
            .fold((0.0, 0.0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
        let mut changed = self.bound(total, low + off, high + off);
        let (least, most) = (self.low[total] - off, self.high[total] - off);
        for (place, (own_low, own_high)) in parts.iter().zip(before) {
            let rest_high = if own_high.is_infinite() && high.is_infinite() {
                let others = parts.iter().filter(|p| *p != place);
                others.map(|p| self.high[p]).sum()
            } else {
                high - own_high
            };
            changed |= self.bound(place, least - rest_high, most - (low - own_low));
        }
        changed
    }

    fn bound(&mut self, place: &(String, String), low: f64, high: f64) -> bool {
        let (old_low, old_high) = (self.low[place], self.high[place]);
        let (new_low, new_high) = (old_low.max(low), old_high.min(high));
        self.low.insert(place.clone(), new_low);
        self.high.insert(place.clone(), new_high);
        new_low > old_low || new_high < old_high
    }

    fn think(&mut self, boards: &[String]) {
        let at = |key: &str, board: &str| (key.to_owned(), board.to_owned());
        loop {
            let mut changed = false;
            for def in catalogue::definitions()
                .iter()
                .filter(|def| def.whole == Whole::Sum)
            {
                let parts: Vec<_> = boards.iter().map(|board| at(&def.key, board)).collect();
                changed |= self.narrow(&at(&def.key, ""), &parts);
            }
            for relation in catalogue::relations() {
                let Relation::Sum { total, parts } = relation else {
                    continue;
                };
                for board in boards.iter().map(String::as_str).chain([""]) {
                    let parts: Vec<_> = parts.iter().map(|part| at(part, board)).collect();
                    changed |= self.narrow(&at(total, board), &parts);
                }
            }
            if !changed {
                return;
            }
        }
    }
}

/// Publishes, and lets the reader think over each year of what then is public. False when the program refuses.
fn guard(sheet: &Sheet, past: &mut Vec<Past>) -> Result<bool, TestCaseError> {
    let public = withholding::public(sheet, past);
    if public.exposed().next().is_some() {
        return Ok(false);
    }
    for one in past.iter().filter(|one| one.why.is_some()) {
        let name = (one.key.clone(), one.board, one.year);
        if let Some(Place::Shown(value)) = public.places.cells.get(&name) {
            prop_assert!(*value != one.value, "{:?} was withheld and is shown", one);
        }
    }
    let view = View::new(sheet, &public.places, false);
    let json = open_data::json(&view, &Texts::same("Ålunda"), 1).unwrap();
    let json: Value = serde_json::from_slice(&json).unwrap();
    let codes: Vec<String> = sheet
        .boards
        .iter()
        .map(|board| board.code.clone())
        .collect();
    for year in &sheet.years {
        let code = |board: Option<_>| {
            let board = board.and_then(|id| sheet.board(id));
            board.map_or_else(String::new, |board| board.code.clone())
        };
        let truth = public
            .places
            .cells
            .iter()
            .filter(|(name, _)| name.2 == *year);
        let truth = truth.filter_map(|(name, place)| match place {
            Place::Shown(value) | Place::Withheld(value) | Place::Internal(value) => {
                Some(((name.0.clone(), code(name.1)), *value))
            }
            Place::NotAvailable => None,
        });
        let mut reader = Reader::of(&json, *year, truth.collect());
        reader.think(&codes);
        for (name, place) in &public.places.cells {
            let Place::Withheld(value) = place else {
                continue;
            };
            let few = catalogue::definition(&name.0).is_some_and(
                |def| matches!(def.class, Class::Few { minimum, .. } if *value > 0.0 && *value < f64::from(minimum)),
            );
            let at = (name.0.clone(), code(name.1));
            if name.2 == *year && few && reader.low.contains_key(&at) {
                let told = reader.high[&at] - reader.low[&at];
                prop_assert!(told >= 1.0, "{:?} is told: {}", name, value);
            }
        }
    }
    past.extend(public.added);
    Ok(true)
}

fn erratum(sheet: &Sheet, key: &str, board: Option<usize>, by: f64) -> Erratum {
    let board = board.map(|at| sheet.boards[at].id);
    let old = sheet.figure(key).unwrap().value(board, sheet.year);
    Erratum {
        year: sheet.year,
        key: key.to_owned(),
        board,
        day: sheet.cutoff,
        reason: made::texts("counted twice"),
        old,
        new: old.map(|old| old + by),
        approved_by: "Board".to_owned(),
        at: sheet.taken_at,
        by: None,
    }
}

/// All boards of this made-up year are printed, one of them with 0. A correction of that one alone would be told by
/// what the others and the whole say; with the whole corrected beside it, it is not.
#[test]
fn a_correction_that_earlier_editions_give_away_is_refused() {
    let mut past = Vec::new();
    let mut sheet = made::sheet(2024, 3, 1, 54);
    assert!(guard(&sheet, &mut past).unwrap());
    sheet.errata = vec![erratum(&sheet, "inc.reports", Some(1), 1.0)];
    let refused = withholding::public(&sheet, &past);
    let exposed: Vec<_> = refused.exposed().map(|one| &one.name).collect();
    let name = ("inc.reports".to_owned(), Some(sheet.boards[1].id), 2024);
    assert_eq!(exposed, [&name]);
    assert!(!guard(&sheet, &mut past).unwrap());
    sheet.errata.push(erratum(&sheet, "inc.reports", None, 1.0));
    let whole = withholding::public(&sheet, &past);
    assert_eq!(whole.exposed().count(), 0, "{:?}", whole.weak);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), ..ProptestConfig::default() })]

    /// Two years one after another and an edition with errata between them, the wholes corrected along or not.
    #[test]
    fn no_reader_gets_a_small_count_back(seed in 0u64..1_000_000, boards in 3usize..7, wholes in any::<bool>()) {
        let mut past = Vec::new();
        let mut first = made::sheet(2024, boards, 1, seed);
        prop_assert!(guard(&first, &mut past)?);
        let mut errata = vec![
            erratum(&first, "inc.reports", Some(1), 1.0),
            erratum(&first, "inc.by_kind.c", Some(boards - 1), 2.0),
        ];
        if wholes {
            errata.push(erratum(&first, "inc.reports", None, 1.0));
            errata.push(erratum(&first, "inc.by_kind.c", None, 2.0));
        }
        first.errata.clone_from(&errata);
        if !guard(&first, &mut past)? {
            errata.clear();
        }
        let mut second = made::sheet(2025, boards, 2, seed);
        let figures = second.sections.iter_mut().flat_map(|section| &mut section.figures);
        for cell in figures.flat_map(|figure| figure.cells.iter_mut().map(|cell| (figure.def.key.as_str(), cell))) {
            let same = |one: &&Erratum| (one.key.as_str(), one.board, 2024) == (cell.0, cell.1.board, cell.1.year);
            if let Some(one) = errata.iter().find(same) {
                cell.1.value = one.new;
            }
        }
        prop_assert!(guard(&second, &mut past)?);
    }
}

/// Few in the ordinary run, more when asked: `PROPTEST_CASES=2000`.
fn cases() -> u32 {
    let asked = std::env::var("PROPTEST_CASES").ok();
    asked.and_then(|n| n.parse().ok()).unwrap_or(12)
}
