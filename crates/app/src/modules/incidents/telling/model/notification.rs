//! A notification: the value of each field, what is still open, and what must be there for a phase.

use std::collections::{BTreeMap, BTreeSet};

use kit::clock::{Moment, Zone};
use kit::form::{Faults, Fields};
use serde_json::{Map, Value as Json};

use super::super::super::model::{Possible, When, check_order, check_possible};
use super::field::{Field, Form, Part};
use super::phase::Phase;
use super::value::Value;

/// What stands where words stood: that there were some is a fact of the register.
const GONE: &str = "–";

/// What is told to the authority. Every value fits its field; empty fields hold none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Notification(BTreeMap<Field, Value>);

impl Notification {
    pub fn get(&self, field: Field) -> Option<&Value> {
        self.0.get(&field)
    }

    pub fn has(&self, field: Field) -> bool {
        self.0.contains_key(&field)
    }

    pub fn set(&mut self, field: Field, value: Option<Value>) {
        match value.filter(|value| fits(field, value)) {
            Some(value) => self.0.insert(field, value),
            None => self.0.remove(&field),
        };
    }

    pub fn write(&mut self, field: Field, text: &str) {
        let text = text.trim();
        self.set(
            field,
            (!text.is_empty()).then(|| Value::Text(text.to_owned())),
        );
    }

    /// A text, or nothing written.
    pub fn text(&self, field: Field) -> &str {
        match self.get(field) {
            Some(Value::Text(text)) => text,
            _ => "",
        }
    }

    pub fn moment(&self, field: Field) -> Option<Moment> {
        match self.get(field) {
            Some(Value::Moment(moment)) => Some(*moment),
            _ => None,
        }
    }

    fn when(&self, field: Field) -> When {
        match self.get(field) {
            Some(Value::When(when)) => *when,
            Some(Value::Moment(moment)) => When::At(*moment),
            _ => When::Unknown,
        }
    }

    /// Whether this code is among a field's answers.
    pub fn says(&self, field: Field, code: &str) -> bool {
        match self.get(field) {
            Some(Value::One(one)) => *one == code,
            Some(Value::Many(many)) => many.contains(&code),
            _ => false,
        }
    }

    /// Takes over one page of the form; the other parts stay.
    ///
    /// # Errors
    /// Values that are none, and times that cannot be.
    pub fn typed(
        &self,
        part: Part,
        fields: &Fields,
        possible: impl Into<Possible>,
        zone: &Zone,
        incomplete: bool,
    ) -> Result<Notification, Faults> {
        let (mut faults, mut new) = (Faults::new(), self.clone());
        for field in part.fields() {
            new.set(
                field,
                Value::typed(field, fields, &mut faults, zone, incomplete),
            );
        }
        new.check_times(part, &mut faults, possible.into(), zone);
        faults.into_result(new)
    }

    /// No time of the past may lie in the future, and none before what it follows.
    fn check_times(&self, part: Part, faults: &mut Faults, possible: Possible, zone: &Zone) {
        let past = [
            Field::OccurredFrom,
            Field::OccurredUntil,
            Field::Discovered,
            Field::Aware,
            Field::InformedOn,
        ];
        for field in past.into_iter().filter(|field| field.part() == part) {
            check_possible(faults, field.code(), self.when(field), possible, zone);
        }
        let follows = [
            (
                Field::OccurredFrom,
                Field::OccurredUntil,
                "incidents-telling-fault-until",
            ),
            (
                Field::OccurredFrom,
                Field::Discovered,
                "incidents-fault-noticed-first",
            ),
            (
                Field::OccurredFrom,
                Field::Aware,
                "incidents-fault-aware-first",
            ),
        ];
        for (first, then, message) in follows
            .into_iter()
            .filter(|(first, ..)| first.part() == part)
        {
            check_order(
                faults,
                then.code(),
                message,
                (self.when(first), self.when(then)),
                zone,
            );
        }
    }

    /// One page's values in the inputs of its form.
    pub fn show(&self, part: Part, zone: &Zone) -> Fields {
        let mut fields = Fields::default();
        for (field, value) in self.0.iter().filter(|(field, _)| field.part() == part) {
            value.show(*field, &mut fields, zone);
        }
        fields
    }

    /// What is still open: answers that are to be determined, and what a complete notification must have and
    /// this one has not. Article 33(4) lets it follow in phases.
    pub fn open_fields(&self) -> BTreeSet<Field> {
        let undetermined = self
            .0
            .iter()
            .filter(|(field, value)| value.is_open(field.form()));
        let mut open: BTreeSet<Field> = undetermined.map(|(field, _)| *field).collect();
        open.extend(self.needed().into_iter().filter(|field| !self.has(*field)));
        open
    }

    /// What must still be written before a phase can be sent; empty when it can.
    pub fn check(&self, phase: Phase) -> BTreeSet<Field> {
        let least = [
            Field::ControllerName,
            Field::DpoContact,
            Field::Aware,
            Field::WhatHappened,
        ];
        let missing = |fields: &[Field]| {
            fields
                .iter()
                .copied()
                .filter(|field| !self.has(*field))
                .collect()
        };
        match phase {
            Phase::Preliminary | Phase::Complementing => missing(&least),
            Phase::Complete => self.open_fields(),
            Phase::Withdrawal => missing(&[
                Field::ControllerName,
                Field::DpoContact,
                Field::WithdrawReasons,
            ]),
        }
    }

    /// What article 33(3) asks for, as far as it applies to what is answered already.
    fn needed(&self) -> Vec<Field> {
        let mut needed = vec![
            Field::ControllerName,
            // Every authority's form asks who that is and how to reach them.
            Field::ControllerNumber,
            Field::ControllerContact,
            Field::DpoContact,
            Field::Occurred,
            Field::Aware,
            Field::DiscoveredBy,
            Field::WhatHappened,
            Field::Kinds,
            Field::Natures,
            Field::Cause,
            Field::Groups,
            Field::PeopleCount,
            Field::RecordKinds,
            Field::RecordCount,
            Field::Severity,
            Field::Risk,
            Field::Informed,
        ];
        // Article 33(3)(d): measures taken or proposed.
        if !self.has(Field::MeasuresPlanned) {
            needed.push(Field::MeasuresTaken);
        }
        needed.extend(
            FOLLOWS
                .iter()
                .filter(|(field, code, _)| self.says(*field, code))
                .map(|(.., then)| *then),
        );
        needed
    }

    /// The same without what anybody wrote in words: codes, counts and times stay, and the names of the controller
    /// and of the matter. For a case whose personal content was disposed of.
    #[must_use]
    pub fn without_words(&self) -> Notification {
        let kept = [
            Field::OwnReference,
            Field::EarlierId,
            Field::ControllerName,
            Field::ControllerNumber,
            Field::ControllerActivity,
        ];
        let mut bare = self.clone();
        for (field, value) in &mut bare.0 {
            match value {
                Value::Text(text) if !kept.contains(field) => *text = GONE.to_owned(),
                _ => {}
            }
        }
        bare.0
            .retain(|_, value| !matches!(value, Value::Parties(_)));
        bare
    }

    pub fn to_json(&self) -> Json {
        let fields = self
            .0
            .iter()
            .map(|(field, value)| (field.code().to_owned(), value.to_json()));
        Json::Object(fields.collect::<Map<_, _>>())
    }

    /// Reads what was stored; fields that no longer exist are left out.
    pub fn from_json(json: &Json) -> Notification {
        let mut read = Notification::default();
        for (code, value) in json.as_object().into_iter().flatten() {
            if let Some(field) = Field::parse(code) {
                read.set(field, Value::from_json(field.form(), value));
            }
        }
        read
    }
}

/// What an answer asks for besides itself.
const FOLLOWS: &[(Field, &str, Field)] = &[
    (Field::Occurred, "day", Field::OccurredFrom),
    (Field::Occurred, "range", Field::OccurredFrom),
    (Field::Occurred, "range", Field::OccurredUntil),
    (Field::Occurred, "ongoing", Field::OccurredFrom),
    (Field::Kinds, "c", Field::Disclosure),
    (Field::Kinds, "c", Field::Unintelligible),
    (Field::Kinds, "c", Field::ConsequencesC),
    (Field::Kinds, "i", Field::Integrity),
    (Field::Kinds, "i", Field::ConsequencesI),
    (Field::Kinds, "a", Field::Availability),
    (Field::Kinds, "a", Field::ConsequencesA),
    (Field::Groups, "vulnerable", Field::GroupsMore),
    (Field::Groups, "others", Field::GroupsMore),
    (Field::RecordKinds, "others", Field::RecordsMore),
    (Field::Impacts, "other", Field::ImpactsMore),
    (Field::Informed, "informed", Field::InformedOn),
    (Field::Informed, "informed", Field::InformedMeans),
    (Field::Informed, "will", Field::InformedWillOn),
    (Field::Informed, "not_high_risk", Field::NotInformedWhy),
    (Field::Informed, "exempt", Field::Exemption),
    (Field::Informed, "exempt", Field::NotInformedWhy),
    (Field::InformedExtent, "part", Field::InformedPartWhy),
    (Field::CrossBorder, "yes", Field::CrossBorderWhich),
    (Field::OutsideEea, "yes", Field::OutsideEeaWhich),
];

fn fits(field: Field, value: &Value) -> bool {
    matches!(
        (field.form(), value),
        (Form::Line | Form::Text, Value::Text(_))
            | (Form::One(_), Value::One(_))
            | (Form::Many(_), Value::Many(_))
            | (Form::Moment, Value::Moment(_))
            | (Form::Day, Value::Day(_))
            | (Form::When, Value::When(_))
            | (Form::Count, Value::Count(_))
            | (Form::Parties, Value::Parties(_))
    )
}
