//! What is known already, as an import compares it: by the codes and numbers that files use.

use std::collections::HashMap;

use kit::clock::Day;

use super::super::model::NewPerson;
use super::super::{ControllerId, EmploymentId, PersonId, TitleId, UnitId};

/// The organisation on the day of the import.
#[derive(Clone, Debug)]
pub struct Present {
    pub today: Day,
    pub controllers: HashMap<String, ControllerNow>,
    pub units: HashMap<String, UnitNow>,
    pub titles: HashMap<String, TitleId>,
    pub people: HashMap<String, (PersonId, NewPerson)>,
    /// Per employment number its spans in order of time.
    pub employments: HashMap<String, Vec<(EmploymentId, Spell)>>,
    /// Unit's code -> number of the person who leads it today.
    pub leaders: HashMap<String, String>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ControllerNow {
    pub id: ControllerId,
    pub from: Day,
    /// It has an end, so that no unit begins under it.
    pub ended: bool,
}

/// A unit's last known span.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitNow {
    pub id: UnitId,
    pub name: kit::words::Texts,
    /// The controller's code.
    pub controller: String,
    pub from: Day,
    pub until: Option<Day>,
}

/// One span of an employment, its person, unit and title by number and codes.
#[derive(Clone, Debug, PartialEq)]
pub struct Spell {
    pub number: String,
    pub person: String,
    pub unit: String,
    pub title: String,
    pub from: Day,
    pub until: Option<Day>,
}

impl Spell {
    pub fn holds(&self, day: Day) -> bool {
        self.from <= day && self.until.is_none_or(|last| last >= day)
    }
}
