//! The door of an import: identity numbers go, and with them every column that nobody asked for. Only what comes
//! out here is kept, shown or planned with.

use serde::{Deserialize, Serialize};

use super::identity_number::{self, Found};
use super::mapping::{Field, Mapping};
use super::reading::{Line, Sheet};

/// What was taken out of a column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dropped {
    pub column: String,
    pub cells: usize,
    /// The column's name says what it holds, so all of it went.
    pub whole: bool,
}

/// A table without identity numbers and with the mapped columns alone.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Intake {
    pub sheet: Sheet,
    pub dropped: Vec<Dropped>,
}

/// Columns that the mapping names and the file has not, or has twice.
#[derive(Clone, Debug, PartialEq)]
pub struct NoColumns(pub Vec<String>);

/// # Errors
/// [`NoColumns`] when the mapping does not fit the file.
pub fn take(mut sheet: Sheet, mapping: &Mapping) -> Result<Intake, NoColumns> {
    let places = places(&sheet, mapping)?;
    let mut dropped = Vec::new();
    for at in 0..sheet.head.len() {
        let key = places
            .iter()
            .any(|(field, place)| *place == at && is_key(*field));
        dropped.extend(clean_column(&mut sheet, at, key));
    }
    let wanted: Vec<usize> = places.iter().map(|(_, at)| *at).collect();
    let pick = |cells: &[String]| -> Vec<String> {
        wanted
            .iter()
            .map(|at| cells.get(*at).cloned().unwrap_or_default())
            .collect()
    };
    let sheet = Sheet {
        head: pick(&sheet.head),
        rows: sheet
            .rows
            .iter()
            .map(|row| Line {
                line: row.line,
                broken: row.broken,
                cells: pick(&row.cells),
                dropped: (0..wanted.len())
                    .filter(|place| row.dropped.contains(&wanted[*place]))
                    .collect(),
            })
            .collect(),
        ..sheet
    };
    Ok(Intake { sheet, dropped })
}

/// The place of each mapped column, in the mapping's order.
fn places(sheet: &Sheet, mapping: &Mapping) -> Result<Vec<(Field, usize)>, NoColumns> {
    let mut found = Vec::new();
    let mut missing = Vec::new();
    for (field, name) in mapping.columns() {
        let same = |head: &&String| head.to_lowercase() == name.trim().to_lowercase();
        let at = sheet.head.iter().position(|head| same(&head));
        match at {
            Some(at) if sheet.head.iter().filter(same).count() == 1 => found.push((field, at)),
            _ => missing.push(name.to_owned()),
        }
    }
    if missing.is_empty() {
        Ok(found)
    } else {
        Err(NoColumns(missing))
    }
}

/// Numbers of the HR system stand here; one in hundreds looks like an identity number by chance.
fn is_key(field: Field) -> bool {
    matches!(field, Field::Number | Field::Employment | Field::Manager)
}

fn clean_column(sheet: &mut Sheet, at: usize, key: bool) -> Option<Dropped> {
    let whole = identity_number::names_column(&sheet.head[at]);
    let (mut filled, mut bare) = (0, 0);
    for row in &sheet.rows {
        let cell = row.cells.get(at).map_or("", String::as_str);
        filled += usize::from(!cell.is_empty());
        bare += usize::from(identity_number::find(cell).is_some());
    }
    // Bare digits with a date and a check digit: chance in a single HR number, no chance in every second one.
    let least = if key && bare * 2 < filled {
        Found::Sure
    } else {
        Found::Bare
    };
    let mut cells = 0;
    for row in &mut sheet.rows {
        let Some(cell) = row.cells.get_mut(at).filter(|cell| !cell.is_empty()) else {
            continue;
        };
        let found = identity_number::find(cell);
        if whole || found == Some(Found::Sure) || (found.is_some() && least == Found::Bare) {
            cell.clear();
            row.dropped.push(at);
            cells += 1;
        }
    }
    // Cells beyond the head belong to broken rows, which are left out and not kept.
    for row in sheet.rows.iter_mut().filter(|row| row.broken) {
        row.cells.truncate(sheet.head.len());
    }
    (cells > 0).then(|| Dropped {
        column: shown(&sheet.head[at]),
        cells,
        whole,
    })
}

/// A file without a head has people in its first line: what is shown of it is no number.
fn shown(head: &str) -> String {
    if identity_number::find(head).is_some() {
        "?".to_owned()
    } else {
        head.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::super::reading;
    use super::*;

    const MAP: &str = "mode = \"full\"\n[columns]\nnumber = \"no\"\ngiven = \"g\"\nfamily = \"f\"\n\
                       unit = \"u\"\ntitle = \"t\"\nfrom = \"d\"\n";

    fn intake(text: &str) -> Intake {
        let sheet = reading::read(text.as_bytes(), 1 << 20).unwrap();
        take(sheet, &Mapping::parse(MAP).unwrap()).unwrap()
    }

    #[test]
    fn identity_numbers_are_dropped_in_every_column() {
        let intake = intake(
            "no;g;f;u;t;d;Hetu;note\n1;Anna;Ek;u1;t1;2020-01-01;131052-308T;x\n\
             2;Bo 010180-0008;Ek;u1;t1;2020-01-01;secret;199006022397\n",
        );
        assert_eq!(intake.sheet.head.len(), 6, "only the mapped columns stay");
        let all = format!("{:?}", intake.sheet);
        for gone in ["131052", "010180", "secret", "1990"] {
            assert!(!all.contains(gone), "{gone}");
        }
        let dropped: Vec<(&str, usize, bool)> = intake
            .dropped
            .iter()
            .map(|one| (one.column.as_str(), one.cells, one.whole))
            .collect();
        assert_eq!(
            dropped,
            [("g", 1, false), ("Hetu", 2, true), ("note", 1, false)]
        );
    }

    #[test]
    fn hr_numbers_survive_and_a_column_of_identity_numbers_does_not() {
        // 9006022397 passes as a Swedish number by chance here; the others are plain numbers.
        let rows = |numbers: &[&str]| {
            let lines: Vec<String> = numbers
                .iter()
                .map(|number| format!("{number};A;B;u;t;2020-01-01"))
                .collect();
            intake(&format!("no;g;f;u;t;d\n{}\n", lines.join("\n")))
        };
        assert!(
            rows(&["9006022397", "9905550001", "9905550002"])
                .dropped
                .is_empty()
        );
        assert_eq!(rows(&["9006022397", "9006022397"]).dropped[0].cells, 2);
    }

    #[test]
    fn a_mapping_that_does_not_fit_is_refused() {
        let sheet = |text: &str| reading::read(text.as_bytes(), 1 << 20).unwrap();
        let mapping = Mapping::parse(MAP).unwrap();
        let missing = take(sheet("no;g;f;u;t\n1;2;3;4;5\n"), &mapping).unwrap_err();
        assert_eq!(missing, NoColumns(vec!["d".to_owned()]));
        let twice = take(sheet("no;g;f;u;t;d;D\n1;2;3;4;5;6;7\n"), &mapping).unwrap_err();
        assert_eq!(twice, NoColumns(vec!["d".to_owned()]));
    }
}
