//! What a field holds, from a form and into one, from JSON and into it.

use kit::clock::{Day, Moment, Zone};
use kit::form::{self, Faults, Fields};
use serde_json::{Value as Json, json};

use super::super::super::model::{Band, Names, Part as Point, When};
use super::choices::{self, Choices};
use super::field::{Field, Form};

const LINE: usize = 300;
const TEXT: usize = 20_000;
/// Nobody names more parties to one breach.
const PARTIES: usize = 20;

/// A number of people or of records. Records are not persons, so each has its own (facts § 3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// One of [`choices::COUNTS`].
    pub sort: &'static str,
    pub number: Option<i64>,
    /// Upper end, for an approximate number.
    pub to: Option<i64>,
}

impl Count {
    pub fn to_be_determined() -> Count {
        Count {
            sort: "tbd",
            number: None,
            to: None,
        }
    }

    /// As the assessment knows it: a band is approximate, never a number that nobody counted.
    pub fn of(band: Band) -> Count {
        let approximate = |from, to| Count {
            sort: "approximate",
            number: Some(from),
            to,
        };
        match band {
            Band::One => Count {
                sort: "exact",
                number: Some(1),
                to: None,
            },
            Band::Few => approximate(2, Some(9)),
            Band::Tens => approximate(10, Some(99)),
            Band::Hundreds => approximate(100, Some(999)),
            Band::Thousands => approximate(1_000, Some(9_999)),
            Band::Many => approximate(10_000, None),
            Band::Unknown => Count::to_be_determined(),
        }
    }

    pub fn is_open(&self) -> bool {
        self.sort == "tbd"
    }
}

/// Somebody else with a part in it: a processor, a joint controller, another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// One of [`choices::PARTY`].
    pub role: &'static str,
    pub name: String,
    pub contact: String,
    /// When it was told, or told us, in words.
    pub told: String,
}

/// A field's value; empty ones are not kept.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Text(String),
    One(&'static str),
    Many(Vec<&'static str>),
    Moment(Moment),
    Day(Day),
    When(When),
    Count(Count),
    Parties(Vec<Party>),
}

impl Value {
    /// Whether an answer is one of the template's `(i)`.
    pub fn is_open(&self, form: Form) -> bool {
        let open = |set: Choices, code: &str| choices::find(set, code).is_some_and(|one| one.open);
        match (self, form) {
            (Value::One(code), Form::One(set)) => open(set, code),
            (Value::Many(codes), Form::Many(set)) => codes.iter().any(|code| open(set, code)),
            (Value::Count(count), _) => count.is_open(),
            _ => false,
        }
    }

    /// What a form says about a field; nothing when it was left empty. While the notification is incomplete the
    /// open answers are accepted too.
    pub fn typed(
        field: Field,
        fields: &Fields,
        faults: &mut Faults,
        zone: &Zone,
        incomplete: bool,
    ) -> Option<Value> {
        let code = field.code();
        match field.form() {
            Form::Line => form::optional(fields, faults, code, LINE).map(Value::Text),
            Form::Text => form::optional(fields, faults, code, TEXT).map(Value::Text),
            Form::One(set) => {
                form::choice(fields, faults, code, |text| chosen(set, text, incomplete))
                    .map(Value::One)
            }
            Form::Many(set) => several(field, fields, faults, set, incomplete),
            Form::Moment => form::moment(fields, faults, code, zone).map(Value::Moment),
            Form::Day => form::day(fields, faults, code).map(Value::Day),
            Form::When => match When::typed(fields, faults, names(field), zone) {
                When::Unknown => None,
                when => Some(Value::When(when)),
            },
            Form::Count => count(field, fields, faults, incomplete),
            Form::Parties => parties(field, fields, faults),
        }
    }

    /// Puts the value into the inputs of a form.
    pub fn show(&self, field: Field, fields: &mut Fields, zone: &Zone) {
        let code = field.code();
        match self {
            Value::Text(text) => fields.set(code, text.as_str()),
            Value::One(one) => fields.set(code, *one),
            Value::Many(many) => many.iter().for_each(|one| fields.add(code, *one)),
            Value::Moment(moment) => form::put_moment(fields, code, *moment, zone),
            Value::Day(day) => fields.set(code, day.to_string()),
            Value::When(when) => when.fill(fields, names(field), zone),
            Value::Count(count) => {
                fields.set(code, count.sort);
                if let Some(number) = count.number {
                    fields.set(field.second(), number.to_string());
                }
                if let Some(to) = count.to {
                    fields.set(field.third(), to.to_string());
                }
            }
            Value::Parties(parties) => {
                for party in parties {
                    fields.add("party_role", party.role);
                    fields.add("party_name", party.name.as_str());
                    fields.add("party_contact", party.contact.as_str());
                    fields.add("party_told", party.told.as_str());
                }
            }
        }
    }

    /// The value as the JSON file has it.
    pub fn to_json(&self) -> Json {
        match self {
            Value::Text(text) => json!(text),
            Value::One(code) => json!(code),
            Value::Many(codes) => json!(codes),
            Value::Moment(moment) | Value::When(When::At(moment)) => json!(moment.rfc3339()),
            Value::Day(day) => json!(day.to_string()),
            Value::When(when) => json!(when.parts().and_then(|(from, _)| from.input())),
            Value::Count(count) => json!({ "kind": count.sort, "number": count.number, "to": count.to }),
            Value::Parties(parties) => parties
                .iter()
                .map(|party| json!({ "role": party.role, "name": party.name, "contact": party.contact, "told": party.told }))
                .collect(),
        }
    }

    /// Reads it back; nothing for what does not fit the field.
    pub fn from_json(form: Form, json: &Json) -> Option<Value> {
        let text = json.as_str();
        match form {
            Form::Line | Form::Text => Some(Value::Text(text?.to_owned())),
            Form::One(set) => choices::find(set, text?).map(|one| Value::One(one.code)),
            Form::Many(set) => {
                let codes = json.as_array()?.iter();
                let known: Vec<_> = codes
                    .filter_map(|one| choices::find(set, one.as_str()?))
                    .map(|one| one.code)
                    .collect();
                (!known.is_empty()).then_some(Value::Many(known))
            }
            Form::Moment => Moment::parse_rfc3339(text?).map(Value::Moment),
            Form::Day => Day::parse(text?).map(Value::Day),
            Form::When => {
                let at = Moment::parse_rfc3339(text?).map(Point::At);
                let known = at.or_else(|| Point::parse(text?));
                known.map(|point| Value::When(point.into()))
            }
            Form::Count => Some(Value::Count(Count {
                sort: choices::find(choices::COUNTS, json.get("kind")?.as_str()?)?.code,
                number: json.get("number").and_then(Json::as_i64),
                to: json.get("to").and_then(Json::as_i64),
            })),
            Form::Parties => {
                let parties: Vec<Party> = json.as_array()?.iter().filter_map(party_of).collect();
                (!parties.is_empty()).then_some(Value::Parties(parties))
            }
        }
    }
}

/// The two inputs of a time: a moment, or as much as is known of it.
fn names(field: Field) -> Names {
    Names {
        at: field.code(),
        part: field.second(),
        until: "",
        ongoing: "",
    }
}

fn party_of(json: &Json) -> Option<Party> {
    let text = |name: &str| {
        json.get(name)
            .and_then(Json::as_str)
            .unwrap_or("")
            .to_owned()
    };
    Some(Party {
        role: choices::find(choices::PARTY, &text("role"))?.code,
        name: text("name"),
        contact: text("contact"),
        told: text("told"),
    })
}

fn chosen(set: Choices, text: &str, incomplete: bool) -> Option<&'static str> {
    let found = choices::offered(set, incomplete).find(|choice| choice.code == text);
    found.map(|choice| choice.code)
}

fn several(
    field: Field,
    fields: &Fields,
    faults: &mut Faults,
    set: Choices,
    incomplete: bool,
) -> Option<Value> {
    let typed = fields.all(field.code());
    let typed: Vec<&str> = typed
        .into_iter()
        .map(str::trim)
        .filter(|text| !text.is_empty())
        .collect();
    if typed
        .iter()
        .any(|text| chosen(set, text, incomplete).is_none())
    {
        faults.add(field.code(), form::CHOICE);
    }
    let codes: Vec<&'static str> = set
        .iter()
        .map(|one| one.code)
        .filter(|code| typed.contains(code))
        .collect();
    (!codes.is_empty()).then_some(Value::Many(codes))
}

fn count(field: Field, fields: &Fields, faults: &mut Faults, incomplete: bool) -> Option<Value> {
    const MOST: i64 = 10_000_000_000;
    let sort = form::choice(fields, faults, field.code(), |text| {
        chosen(choices::COUNTS, text, incomplete)
    });
    let number = form::whole(fields, faults, field.second(), 0, MOST);
    let to = form::whole(fields, faults, field.third(), 0, MOST);
    // A number without a word about it is taken as exact; two numbers are approximate.
    let sort = match (sort, number, to) {
        (Some(sort), ..) => sort,
        (None, Some(_), None) => "exact",
        (None, Some(_), Some(_)) => "approximate",
        (None, ..) => return None,
    };
    let counted = matches!(sort, "exact" | "approximate");
    if counted && number.is_none() && faults.of(field.second()).next().is_none() {
        faults.add(field.second(), "incidents-telling-fault-number");
    }
    if to.zip(number).is_some_and(|(to, number)| to < number) {
        faults.add(field.third(), "incidents-telling-fault-to");
    }
    Some(Value::Count(Count {
        sort,
        number: number.filter(|_| counted),
        to: to.filter(|_| sort == "approximate"),
    }))
}

/// Rows of inputs with the same names; a row without a name is no party.
fn parties(field: Field, fields: &Fields, faults: &mut Faults) -> Option<Value> {
    let column = |name: &str| -> Vec<String> {
        fields
            .all(name)
            .into_iter()
            .map(|text| form::clean(text).trim().to_owned())
            .collect()
    };
    let (roles, names) = (column("party_role"), column("party_name"));
    let (contacts, told) = (column("party_contact"), column("party_told"));
    let cell = |column: &[String], row: usize| column.get(row).cloned().unwrap_or_default();
    let mut parties = Vec::new();
    for row in (0..names.len().min(PARTIES)).filter(|row| !names[*row].is_empty()) {
        let texts = [cell(&names, row), cell(&contacts, row), cell(&told, row)];
        if texts.iter().any(|text| text.chars().count() > LINE) {
            faults.add_with(field.code(), form::TOO_LONG, vec![("max", LINE.into())]);
        }
        let role =
            choices::find(choices::PARTY, &cell(&roles, row)).map_or("other", |one| one.code);
        let [name, contact, told] = texts;
        parties.push(Party {
            role,
            name,
            contact,
            told,
        });
    }
    (!parties.is_empty()).then_some(Value::Parties(parties))
}
