//! The mapping file: which column of the file is what. It is written once per HR system.

use std::collections::BTreeMap;

use kit::clock::Day;
use kit::words::Lang;
use serde::Deserialize;

/// What a column can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The HR system's number of the person.
    Number,
    Given,
    Family,
    Email,
    /// The HR system's number of the employment; without it a person has one.
    Employment,
    /// Code of the unit.
    Unit,
    UnitName,
    /// Code of the unit above.
    ParentUnit,
    /// Code of the board or company.
    Controller,
    /// Code of the job title.
    Title,
    TitleName,
    From,
    Until,
    /// `yes` and `no`, or the number of the person's manager.
    Manager,
    Language,
}

/// Those without which nothing can be read.
const NEEDED: [(Field, &str); 6] = [
    (Field::Number, "number"),
    (Field::Given, "given"),
    (Field::Family, "family"),
    (Field::Unit, "unit"),
    (Field::Title, "title"),
    (Field::From, "from"),
];

/// What the file means by leaving somebody out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// Everybody is in it: an employment that is not has ended.
    Full,
    /// Only what is new or different.
    Changes,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    mode: Mode,
    #[serde(default)]
    date_format: Option<String>,
    /// Language in which names of units and titles are written.
    #[serde(default)]
    language: Option<Lang>,
    columns: BTreeMap<Field, String>,
    #[serde(default)]
    values: BTreeMap<Field, BTreeMap<String, String>>,
}

/// A mapping that can be used.
#[derive(Clone, Debug)]
pub struct Mapping {
    pub mode: Mode,
    pub language: Option<Lang>,
    dates: Dates,
    columns: BTreeMap<Field, String>,
    values: BTreeMap<Field, BTreeMap<String, String>>,
}

impl Mapping {
    /// Reads a mapping file.
    ///
    /// # Errors
    /// What is wrong with it, for whoever wrote it: names of the file's own words, so not translated.
    pub fn parse(text: &str) -> Result<Mapping, String> {
        let file: File = toml::from_str(text).map_err(|error| error.message().to_owned())?;
        let form = file.date_format.as_deref().unwrap_or("yyyy-mm-dd");
        let dates = Dates::parse(form).ok_or_else(|| format!("date_format = \"{form}\""))?;
        let missing: Vec<&str> = NEEDED
            .iter()
            .filter(|(field, _)| !file.columns.contains_key(field))
            .map(|(_, name)| *name)
            .collect();
        if !missing.is_empty() {
            return Err(format!("[columns] {}", missing.join(", ")));
        }
        Ok(Mapping {
            mode: file.mode,
            language: file.language,
            dates,
            columns: file.columns,
            values: file.values,
        })
    }

    pub fn columns(&self) -> impl Iterator<Item = (Field, &str)> {
        self.columns
            .iter()
            .map(|(field, name)| (*field, name.as_str()))
    }

    /// The column's name in the file.
    pub fn column(&self, field: Field) -> Option<&str> {
        self.columns.get(&field).map(String::as_str)
    }

    /// What a cell means: the file's own word replaced where the mapping says so.
    pub fn value<'a>(&'a self, field: Field, cell: &'a str) -> &'a str {
        self.values
            .get(&field)
            .and_then(|values| values.get(cell))
            .map_or(cell, String::as_str)
    }

    pub fn day(&self, cell: &str) -> Option<Day> {
        self.dates.read(cell)
    }
}

/// How the file writes a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Dates {
    /// Places of year, month and day among the three numbers.
    order: [usize; 3],
    /// `None`: eight digits in a row.
    sign: Option<char>,
}

impl Dates {
    fn parse(form: &str) -> Option<Dates> {
        let lower = form.to_ascii_lowercase();
        let (year_first, day_first) = ([0, 1, 2], [2, 1, 0]);
        let (order, sign) = match lower.as_str() {
            "yyyy-mm-dd" => (year_first, Some('-')),
            "yyyy/mm/dd" => (year_first, Some('/')),
            "yyyymmdd" => (year_first, None),
            "dd.mm.yyyy" | "d.m.yyyy" => (day_first, Some('.')),
            "dd-mm-yyyy" => (day_first, Some('-')),
            "dd/mm/yyyy" => (day_first, Some('/')),
            "ddmmyyyy" => (day_first, None),
            _ => return None,
        };
        Some(Dates { order, sign })
    }

    fn read(self, cell: &str) -> Option<Day> {
        let parts: Vec<&str> = match self.sign {
            Some(sign) => cell.split(sign).map(str::trim).collect(),
            None if cell.len() == 8 && cell.is_ascii() => match self.order[0] {
                0 => vec![&cell[..4], &cell[4..6], &cell[6..]],
                _ => vec![&cell[..2], &cell[2..4], &cell[4..]],
            },
            None => return None,
        };
        let digits = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
        if parts.len() != 3 || !parts.iter().all(digits) || parts[self.order[0]].len() != 4 {
            return None;
        }
        Day::new(
            parts[self.order[0]].parse().ok()?,
            parts[self.order[1]].parse().ok()?,
            parts[self.order[2]].parse().ok()?,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEAST: &str = "mode = \"full\"\n[columns]\nnumber = \"n\"\ngiven = \"g\"\nfamily = \"f\"\n\
                         unit = \"u\"\ntitle = \"t\"\nfrom = \"d\"\n";

    #[test]
    fn a_mapping_says_what_it_misses() {
        let mapping = Mapping::parse(LEAST).unwrap();
        assert_eq!(mapping.mode, Mode::Full);
        assert_eq!(mapping.column(Field::Unit), Some("u"));
        assert_eq!(mapping.column(Field::Email), None);
        let less = LEAST.replace("unit = \"u\"\n", "");
        assert_eq!(Mapping::parse(&less).unwrap_err(), "[columns] unit");
        for wrong in [
            "",
            "mode = \"all\"",
            "x",
            "mode = \"full\"\n[columns]\nshoe = \"s\"\n",
        ] {
            assert!(Mapping::parse(wrong).is_err(), "{wrong}");
        }
        assert!(Mapping::parse(&format!("date_format = \"soon\"\n{LEAST}")).is_err());
    }

    #[test]
    fn days_are_read_as_the_file_writes_them() {
        let day = Day::parse("2024-02-29");
        for (form, cell) in [
            ("yyyy-mm-dd", "2024-02-29"),
            ("dd.mm.yyyy", "29.2.2024"),
            ("dd.mm.yyyy", "29.02.2024"),
            ("dd/mm/yyyy", "29/02/2024"),
            ("yyyymmdd", "20240229"),
            ("ddmmyyyy", "29022024"),
        ] {
            let mapping = Mapping::parse(&format!("date_format = \"{form}\"\n{LEAST}")).unwrap();
            assert_eq!(mapping.day(cell), day, "{form}");
            for wrong in [
                "",
                "29.02.2023",
                "29.02.24",
                "2024-02-30",
                "x",
                "2024-2",
                "++++++++",
                "ääää",
            ] {
                assert_eq!(mapping.day(wrong), None, "{form} {wrong}");
            }
        }
    }

    #[test]
    fn the_files_own_words_are_replaced() {
        let text = format!("{LEAST}[values.manager]\nK = \"yes\"\n");
        let mapping = Mapping::parse(&text).unwrap();
        assert_eq!(mapping.value(Field::Manager, "K"), "yes");
        assert_eq!(mapping.value(Field::Manager, "E"), "E");
    }
}
