//! Widths of table columns, from what stands in them.

use crate::measure;
use crate::plan::PAGE;

/// Padding at each side of a cell, in points.
const INSET: f64 = 6.0;

/// Padding where there are too many columns even for the smallest letters.
const TIGHT: f64 = 1.5;

/// Sizes of the letters, in points; the first that leaves the words room.
const SIZES: [f64; 4] = [9.0, 8.0, 7.0, 6.0];

/// Part of the page the longest parts may take, so that not every word is hyphenated.
const EASY: f64 = 0.85;

/// How a table is divided; everything in points.
pub(crate) struct Grid {
    /// Size of the letters.
    pub(crate) size: f64,
    /// Width of each column; the sum is the width of the page.
    pub(crate) widths: Vec<f64>,
    /// Padding at each side of a cell.
    pub(crate) inset: f64,
}

/// Divides the page among the columns.
///
/// Every column gets what its longest unbreakable part needs and then a share
/// of the rest by how much it would like to have. Numbers are not broken while
/// there is room.
pub(crate) fn grid(lang: &str, head: &[String], rows: &[Vec<String>], numeric: &[bool]) -> Grid {
    let needs: Vec<Need> = (0..numeric.len())
        .map(|column| need(lang, head, rows, numeric, column))
        .collect();
    let points = |of: fn(&Need) -> f64, size: f64, inset: f64| -> Vec<f64> {
        needs
            .iter()
            .map(|need| of(need) * size + 2.0 * inset)
            .collect()
    };
    let taken = |size: f64| points(|need| need.least, size, INSET).iter().sum::<f64>();
    let smallest = SIZES[SIZES.len() - 1];
    let (size, inset) = match SIZES.into_iter().find(|size| taken(*size) <= PAGE * EASY) {
        Some(size) => (size, INSET),
        None if taken(smallest) <= PAGE => (smallest, INSET),
        None => (smallest, TIGHT),
    };
    let steps = [
        points(|need| need.least, size, inset),
        points(|need| need.usual, size, inset),
        points(|need| need.most, size, inset),
    ];
    Grid {
        size,
        widths: share(&steps),
        inset,
    }
}

fn need(
    lang: &str,
    head: &[String],
    rows: &[Vec<String>],
    numeric: &[bool],
    column: usize,
) -> Need {
    let title = head.get(column).map_or("", String::as_str);
    let mut least = measure::widest_part(title, lang, measure::BOLD).clamp(1.2, WIDEST_PART);
    let mut wholes = vec![measure::width(title, measure::BOLD).min(14.0)];
    for cell in rows.iter().filter_map(|row| row.get(column)) {
        let whole = measure::width(cell, 1.0);
        wholes.push(whole);
        if numeric.get(column) == Some(&true) && whole < WIDEST_PART {
            least = least.max(whole);
        } else if whole > least {
            least = least.max(measure::widest_part(cell, lang, 1.0).min(WIDEST_PART));
        }
    }
    // A heading breaks between its words, unless it is short, and inside a word
    // only if there is no room.
    let whole = measure::width(title, measure::BOLD);
    let words = title
        .split_whitespace()
        .map(|word| measure::width(word, measure::BOLD));
    let words = if whole < SHORT_TITLE {
        whole
    } else {
        words.fold(0.0, f64::max)
    };
    Need::new(least, words.min(WIDEST_PART), wholes)
}

/// No column is made wider than this (at size 1) for one unbreakable part.
const WIDEST_PART: f64 = 12.0;

/// A heading shorter than this (at size 1) stands on one line where it can.
const SHORT_TITLE: f64 = 6.0;

/// What a column needs, at size 1.
struct Need {
    /// For its longest unbreakable part.
    least: f64,
    /// For four of five cells to stand on one line.
    usual: f64,
    /// For all cells to stand on one line, within reason.
    most: f64,
}

impl Need {
    /// A part may carry a hyphen, hence the addition.
    fn new(least: f64, word: f64, mut wholes: Vec<f64>) -> Self {
        wholes.sort_by(f64::total_cmp);
        let least = least + 0.35;
        let at = wholes.len() * 4 / 5;
        let usual = wholes.get(at).map_or(least, |whole| whole + 0.35);
        let most = wholes.last().map_or(least, |whole| whole + 0.35);
        let usual = usual.min(40.0).max(word + 0.2).max(least);
        Self {
            least,
            usual,
            most: most.min(40.0).max(usual),
        }
    }
}

/// Divides the page among columns that would like to take one step after the
/// other; the sum is the page.
fn share(steps: &[Vec<f64>; 3]) -> Vec<f64> {
    let sum = |step: &Vec<f64>| step.iter().sum::<f64>();
    let [least, usual, most] = steps;
    let stretched = |step: &Vec<f64>| -> Vec<f64> {
        let factor = PAGE / sum(step);
        step.iter().map(|width| width * factor).collect()
    };
    let between = |low: &Vec<f64>, high: &Vec<f64>| -> Vec<f64> {
        let part = (PAGE - sum(low)) / (sum(high) - sum(low));
        low.iter()
            .zip(high)
            .map(|(low, high)| low + (high - low) * part)
            .collect()
    };
    if sum(most) <= PAGE {
        stretched(most)
    } else if sum(usual) <= PAGE {
        between(usual, most)
    } else if sum(least) < PAGE {
        between(least, usual)
    } else {
        stretched(least)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(words: &[&str]) -> Vec<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn the_columns_fill_the_page_and_numbers_keep_their_room() {
        let head = texts(&["Unit", "Number", "What it concerned"]);
        let long = "A message to the wrong recipient ".repeat(8);
        let row = texts(&["Early education", "1 204 567", &long]);
        let grid = grid("en", &head, &[row], &[false, true, false]);
        assert!((grid.widths.iter().sum::<f64>() - PAGE).abs() < 0.01);
        let number = measure::width("1 204 567", grid.size);
        assert!(grid.widths[1] - 2.0 * grid.inset >= number);
        assert!(grid.widths[2] > grid.widths[0]);
    }

    #[test]
    fn many_columns_get_small_letters_and_stay_on_the_page() {
        let head = vec!["Tietoturvaloukkaus".to_owned(); 40];
        let grid = grid("fi", &head, &[], &[false; 40]);
        assert!((grid.widths.iter().sum::<f64>() - PAGE).abs() < 0.01);
        assert!(grid.size < 7.0);
    }
}
