//! Units that a file names and nobody knows yet; pure. A unit begins on the first day somebody is employed in it
//! or below it, so that figures of earlier years find it.

use std::collections::HashMap;

use kit::clock::Day;
use kit::words::{Lang, Texts};

use super::entry::{Entry, RowFault, short};
use super::mapping::{Field, Mapping};
use super::present::Present;

/// A unit that begins.
#[derive(Clone, Debug, PartialEq)]
pub struct NewUnitLine {
    pub code: String,
    pub name: Texts,
    pub parent: Option<String>,
    pub controller: String,
    pub from: Day,
}

/// New units, and rows whose unit cannot be placed.
pub struct Units {
    pub units: Vec<NewUnitLine>,
    pub refused: Vec<(Entry, RowFault)>,
}

/// What the first row of a unit says of it.
struct Said {
    name: Option<String>,
    parent: Option<String>,
    controller: Option<String>,
}

type Place = Result<String, (Field, &'static str)>;

struct Placing<'a> {
    present: &'a Present,
    said: HashMap<String, Said>,
    /// Unit's code -> its controller's code, or why it has none. Empty while it is being looked for.
    places: HashMap<String, Option<Place>>,
    order: Vec<String>,
}

/// Takes out of `entries` those whose unit cannot be placed.
pub fn plan(entries: &mut Vec<Entry>, mapping: &Mapping, present: &Present) -> Units {
    let mut placing = Placing {
        present,
        said: HashMap::new(),
        places: HashMap::new(),
        order: Vec::new(),
    };
    for entry in entries
        .iter()
        .filter(|entry| !present.units.contains_key(&entry.unit))
    {
        placing
            .said
            .entry(entry.unit.clone())
            .or_insert_with(|| Said {
                name: entry.unit_name.clone(),
                parent: entry.parent.clone(),
                controller: entry.controller.clone(),
            });
    }
    let mut refused = Vec::new();
    let mut good = Vec::new();
    for entry in entries.drain(..) {
        match placing.check(&entry) {
            Ok(()) => good.push(entry),
            Err((field, message)) => {
                let value = short(match field {
                    Field::Controller => entry.controller.as_deref().unwrap_or(""),
                    Field::ParentUnit => entry.parent.as_deref().unwrap_or(""),
                    _ => &entry.unit,
                });
                let fault = RowFault {
                    line: entry.line,
                    column: mapping.column(field).unwrap_or("").to_owned(),
                    message,
                    args: vec![("value", value.into())],
                    left_out: true,
                };
                refused.push((entry, fault));
            }
        }
    }
    *entries = good;
    let units = placing.units(entries, mapping);
    Units { units, refused }
}

impl Placing<'_> {
    fn check(&mut self, entry: &Entry) -> Result<(), (Field, &'static str)> {
        if let Some(unit) = self.present.units.get(&entry.unit)
            && let Some(last) = unit.until
            && entry.until.is_none_or(|until| until > last)
        {
            return Err((Field::Unit, "organisation-import-unit-ended"));
        }
        let controller = self.place(&entry.unit, 0)?;
        match &entry.controller {
            Some(said) if !self.present.controllers.contains_key(said) => {
                Err((Field::Controller, "organisation-import-no-controller"))
            }
            Some(said) if *said != controller => {
                Err((Field::Controller, "organisation-import-elsewhere"))
            }
            _ => Ok(()),
        }
    }

    /// The controller of a unit, known or new.
    fn place(&mut self, code: &str, depth: usize) -> Place {
        if let Some(unit) = self.present.units.get(code) {
            return match unit.until {
                Some(_) if depth > 0 => Err((Field::ParentUnit, "organisation-import-unit-ended")),
                _ => Ok(unit.controller.clone()),
            };
        }
        match self.places.get(code) {
            Some(Some(place)) => return place.clone(),
            // It stands above itself.
            Some(None) => return Err((Field::ParentUnit, "organisation-import-circle")),
            None if depth > 50 => return Err((Field::ParentUnit, "organisation-import-circle")),
            None => {}
        }
        self.places.insert(code.to_owned(), None);
        let place = self.look(code, depth);
        if place.is_ok() {
            self.order.push(code.to_owned());
        }
        self.places.insert(code.to_owned(), Some(place.clone()));
        place
    }

    fn look(&mut self, code: &str, depth: usize) -> Place {
        let Some(said) = self.said.get(code) else {
            return Err((Field::ParentUnit, "organisation-import-no-unit"));
        };
        let (parent, own) = (said.parent.clone(), said.controller.clone());
        let named = said.name.is_some();
        let above = match &parent {
            Some(parent) => Some(self.place(parent, depth + 1)?),
            None => None,
        };
        match (own, above) {
            (Some(own), _) if !self.present.controllers.contains_key(&own) => {
                Err((Field::Controller, "organisation-import-no-controller"))
            }
            (Some(own), Some(above)) if own != above => {
                Err((Field::Controller, "organisation-import-elsewhere"))
            }
            (Some(own), _) if self.ended(&own) => {
                Err((Field::Controller, "organisation-import-controller-ended"))
            }
            (Some(controller), _) | (None, Some(controller)) if named => Ok(controller),
            _ => Err((Field::Unit, "organisation-import-no-unit")),
        }
    }

    fn ended(&self, controller: &str) -> bool {
        let known = self.present.controllers.get(controller);
        known.is_some_and(|one| one.ended)
    }

    fn units(&self, entries: &[Entry], mapping: &Mapping) -> Vec<NewUnitLine> {
        let mut days: HashMap<String, Day> = first_days(entries)
            .into_iter()
            .map(|(code, day)| (code.to_owned(), day))
            .collect();
        // Sub-units come after their parents in the order: from the last to the first, a parent begins in time.
        for code in self.order.iter().rev() {
            let day = days.get(code).copied();
            let parent = self.said.get(code).and_then(|said| said.parent.clone());
            if let (Some(day), Some(parent)) = (day, parent) {
                let above = days.entry(parent).or_insert(day);
                *above = (*above).min(day);
            }
        }
        let mut units = Vec::new();
        for code in &self.order {
            let (Some(said), Some(day)) = (self.said.get(code), days.get(code).copied()) else {
                continue;
            };
            let Some(Some(Ok(controller))) = self.places.get(code) else {
                continue;
            };
            // Never before what it stands under.
            let day = day.max(
                self.present
                    .controllers
                    .get(controller)
                    .map_or(day, |one| one.from),
            );
            let above = said.parent.as_ref().and_then(|parent| {
                let known = self.present.units.get(parent).map(|unit| unit.from);
                known.or_else(|| days.get(parent).copied())
            });
            let day = above.map_or(day, |above| day.max(above));
            days.insert(code.clone(), day);
            let name = said.name.as_deref().unwrap_or(code);
            units.push(NewUnitLine {
                code: code.clone(),
                name: texts(mapping.language, name),
                parent: said.parent.clone(),
                controller: controller.clone(),
                from: day,
            });
        }
        units
    }
}

/// A name in the file's language, or in all when it does not say.
pub fn texts(lang: Option<Lang>, name: &str) -> Texts {
    match lang {
        Some(lang) => [(lang, name.to_owned())].into_iter().collect(),
        None => Texts::same(name),
    }
}

/// The first day somebody is employed in each unit of the file.
fn first_days(entries: &[Entry]) -> HashMap<&str, Day> {
    let mut days: HashMap<&str, Day> = HashMap::new();
    for entry in entries {
        let day = days.entry(entry.unit.as_str()).or_insert(entry.from);
        *day = (*day).min(entry.from);
    }
    days
}
