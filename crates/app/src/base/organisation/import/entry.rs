//! One row of the file as values, or what is wrong with it.

use kit::clock::Day;
use kit::form::{self, Fields};
use kit::words::{Arg, Lang};

use super::super::model::NewPerson;
use super::mapping::{Field, Mapping};
use super::reading::{Line, Sheet};

/// What is wrong with a row, where.
#[derive(Clone, Debug, PartialEq)]
pub struct RowFault {
    /// Line of the file, the head being 1.
    pub line: u64,
    /// The column's name in the file; empty when it is the whole row.
    pub column: String,
    pub message: &'static str,
    pub args: Vec<(&'static str, Arg)>,
    /// The row is left out; else only this cell is.
    pub left_out: bool,
}

/// What a row says of managing.
#[derive(Clone, Debug, PartialEq)]
pub enum Leading {
    Unsaid,
    Leads,
    LedBy(String),
}

/// A good row. `None` in `email` and `lang` means that the file has no such column.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub line: u64,
    pub number: String,
    pub given: String,
    pub family: String,
    pub email: Option<Option<String>>,
    pub employment: String,
    pub unit: String,
    pub unit_name: Option<String>,
    pub parent: Option<String>,
    pub controller: Option<String>,
    pub title: String,
    pub title_name: Option<String>,
    pub from: Day,
    pub until: Option<Day>,
    pub leading: Leading,
    pub lang: Option<Lang>,
}

/// A bad row: its faults, and whom it spoke of, as far as that can be seen.
#[derive(Clone, Debug, PartialEq)]
pub struct BadRow {
    pub faults: Vec<RowFault>,
    pub number: String,
    pub employment: String,
}

/// Reads cells of one row, gathering faults.
struct Cells<'a> {
    sheet: &'a Sheet,
    mapping: &'a Mapping,
    line: &'a Line,
    faults: Vec<RowFault>,
}

impl<'a> Cells<'a> {
    fn place(&self, field: Field) -> Option<usize> {
        let wanted = self.mapping.column(field)?.trim().to_lowercase();
        let mut heads = self.sheet.head.iter();
        heads.position(|head| head.to_lowercase() == wanted)
    }

    fn raw(&self, field: Field) -> &'a str {
        let cell = self.place(field).and_then(|at| self.line.cells.get(at));
        self.mapping.value(field, cell.map_or("", String::as_str))
    }

    /// Nothing stands there, or what stood there was an identity number and is gone.
    fn missing(&mut self, field: Field) {
        let dropped = self
            .place(field)
            .is_some_and(|at| self.line.dropped.contains(&at));
        let message = if dropped {
            "organisation-import-cell-dropped"
        } else {
            "organisation-import-missing"
        };
        self.wrong(field, message, Vec::new());
    }

    fn wrong(&mut self, field: Field, message: &'static str, args: Vec<(&'static str, Arg)>) {
        let column = self.mapping.column(field).unwrap_or("").to_owned();
        self.faults.push(RowFault {
            line: self.line.line,
            column,
            message,
            args,
            left_out: true,
        });
    }

    fn optional(&mut self, field: Field, most: usize) -> Option<String> {
        let text = self.raw(field);
        if text.chars().count() > most {
            self.wrong(field, form::TOO_LONG, vec![("max", most.into())]);
        }
        Some(text.to_owned()).filter(|text| !text.is_empty())
    }

    fn required(&mut self, field: Field, most: usize) -> String {
        let text = self.optional(field, most);
        if text.is_none() {
            self.missing(field);
        }
        text.unwrap_or_default()
    }

    fn day(&mut self, field: Field) -> Option<Day> {
        let text = self.raw(field);
        if text.is_empty() {
            return None;
        }
        let day = self.mapping.day(text);
        if day.is_none() {
            self.wrong(
                field,
                "organisation-import-day",
                vec![("value", short(text).into())],
            );
        }
        // Several HR systems write 31 December 9999 for no end.
        day.filter(|day| day.year() < 9999)
    }

    fn email(&mut self) -> Option<Option<String>> {
        self.mapping.column(Field::Email)?;
        let fields = Fields::from_pairs(vec![(
            "email".to_owned(),
            self.raw(Field::Email).to_owned(),
        )]);
        let mut faults = form::Faults::new();
        let email = form::email(&fields, &mut faults, "email");
        if !faults.is_empty() {
            self.wrong(Field::Email, form::EMAIL, Vec::new());
        }
        Some(email.map(|email| email.to_lowercase()))
    }

    fn lang(&mut self) -> Option<Lang> {
        let text = self.raw(Field::Language);
        let lang = Lang::parse(text);
        if !text.is_empty() && lang.is_none() {
            let value = vec![("value", short(text).into())];
            self.wrong(Field::Language, "organisation-import-language", value);
        }
        lang
    }

    fn leading(&mut self) -> Leading {
        match self.raw(Field::Manager) {
            "" => Leading::Unsaid,
            text => match text.to_lowercase().as_str() {
                "yes" | "true" | "x" => Leading::Leads,
                "no" | "false" => Leading::Unsaid,
                _ => Leading::LedBy(text.to_owned()),
            },
        }
    }
}

/// Enough of a cell to find it again.
pub fn short(text: &str) -> String {
    text.chars().take(60).collect()
}

/// Its cells may have slipped, so it does not say surely whom it speaks of.
fn broken(sheet: &Sheet, line: &Line) -> BadRow {
    let fault = RowFault {
        line: line.line,
        column: String::new(),
        message: "organisation-import-broken",
        args: vec![("cells", sheet.head.len().into())],
        left_out: true,
    };
    let (number, employment) = (String::new(), String::new());
    BadRow {
        faults: vec![fault],
        number,
        employment,
    }
}

/// # Errors
/// [`BadRow`] with every fault of the row.
pub fn read(sheet: &Sheet, mapping: &Mapping, line: &Line) -> Result<Entry, BadRow> {
    let mut cells = Cells {
        sheet,
        mapping,
        line,
        faults: Vec::new(),
    };
    if line.broken {
        return Err(broken(sheet, line));
    }
    let number = cells.required(Field::Number, 60);
    let employment = cells
        .optional(Field::Employment, 60)
        .unwrap_or_else(|| number.clone());
    let from = cells.day(Field::From);
    if from.is_none() && cells.raw(Field::From).is_empty() {
        cells.missing(Field::From);
    }
    let until = cells.day(Field::Until);
    if until.is_some_and(|until| from.is_some_and(|from| until < from)) {
        cells.wrong(Field::Until, "organisation-until-before-from", Vec::new());
    }
    let entry = Entry {
        line: line.line,
        given: cells.required(Field::Given, 120),
        family: cells.required(Field::Family, 120),
        email: cells.email(),
        unit: cells.required(Field::Unit, 60),
        unit_name: cells.optional(Field::UnitName, 200),
        parent: cells.optional(Field::ParentUnit, 60),
        controller: cells.optional(Field::Controller, 60),
        title: cells.required(Field::Title, 120),
        title_name: cells.optional(Field::TitleName, 200),
        from: from.unwrap_or(Day::MIN),
        until,
        leading: cells.leading(),
        lang: cells.lang(),
        number,
        employment,
    };
    if cells.faults.is_empty() {
        Ok(entry)
    } else {
        Err(BadRow {
            faults: cells.faults,
            number: entry.number,
            employment: entry.employment,
        })
    }
}

/// The person as the row says. What the file has no column for stays as it is.
pub fn person_of(entry: &Entry, known: Option<&NewPerson>) -> NewPerson {
    NewPerson {
        number: entry.number.clone(),
        given: entry.given.clone(),
        family: entry.family.clone(),
        email: match &entry.email {
            Some(email) => email.clone(),
            None => known.and_then(|person| person.email.clone()),
        },
        lang: entry.lang.or(known.and_then(|person| person.lang)),
    }
}
