//! Telling, from its pages, on both engines.

mod authority;
mod closing;
mod following;
mod notify;
mod people;
mod rules;
mod views;

use super::super::tests::{assess, breach, led, moment, report, stored, text};
use super::super::{CaseId, Discoverer, Kind};
use super::model::{Count, Field, Form, Notification, Party, Value};
use crate::base::testing::House;

/// A breach that the controller is aware of since the house's clock.
fn case(house: &House) -> CaseId {
    let id = report(
        house,
        house.people.anna,
        house.units[1],
        "A letter to the wrong parent.",
    );
    let mut draft = breach(house.app.now());
    draft.occurred = super::super::When::On(house.app.today());
    assess(house, id, draft);
    id
}

/// A notification with something in every field.
fn full() -> Notification {
    let mut all = Notification::default();
    for field in Field::ALL {
        let value = match field.form() {
            Form::Line | Form::Text => Value::Text(format!("text of {}", field.code())),
            Form::One(set) => Value::One(set[0].code),
            Form::Many(set) => Value::Many(vec![set[0].code, set[1].code]),
            Form::Moment => Value::Moment(moment("2026-03-02T07:30:00Z")),
            Form::Day => Value::Day(kit::clock::Day::parse("2026-03-09").unwrap()),
            Form::When => Value::When(super::super::When::At(moment("2026-03-01T10:00:00Z"))),
            Form::Count => Value::Count(Count {
                sort: "approximate",
                number: Some(12),
                to: Some(20),
            }),
            Form::Parties => Value::Parties(vec![Party {
                role: "processor",
                name: "Post & Print".to_owned(),
                contact: "desk@print.example".to_owned(),
                told: "2 March".to_owned(),
            }]),
        };
        all.set(*field, Some(value));
    }
    all
}

/// The parts of a complete notification as an officer types them, by part.
const TYPED: [(&str, &[(&str, &str)]); 9] = [
    (
        "controller",
        &[
            ("controller_name", "Board of education"),
            ("dpo_contact", "Doris, doris@testby.example"),
            ("controller_number", "1234567-8"),
            ("controller_contact", "Street 1, Testby"),
        ],
    ),
    (
        "times",
        &[
            ("occurred", "day"),
            ("occurred_from_2", "2026-03-01"),
            ("aware", "2026-03-02T10:00"),
            ("discovered_by", "own"),
        ],
    ),
    (
        "nature",
        &[
            (
                "what_happened",
                "A letter about one pupil went to another family.",
            ),
            ("kinds", "c"),
            ("disclosure", "disclosed"),
            ("unintelligible", "no"),
            ("natures", "r"),
            ("cause", "internal"),
            ("danish_types", "unintended"),
            ("data_where", "Sent back."),
        ],
    ),
    (
        "people",
        &[
            ("groups", "minors"),
            ("groups", "students"),
            ("people_count", "exact"),
            ("people_count_2", "1"),
            ("relation", "Pupil of our school."),
        ],
    ),
    (
        "records",
        &[
            ("record_kinds", "basic"),
            ("record_kinds", "health"),
            ("record_count", "approximate"),
            ("record_count_2", "3"),
            ("record_count_3", "5"),
        ],
    ),
    (
        "before",
        &[
            ("measures_before", "training"),
            ("measures_before", "policies"),
        ],
    ),
    (
        "consequences",
        &[
            (
                "consequences_c",
                "The other family knows about the support.",
            ),
            ("impacts", "loss_of_control"),
            ("severity", "minor"),
            ("risk", "not_high"),
            ("measures_taken", "The letter was fetched."),
        ],
    ),
    (
        "informed",
        &[
            ("informed", "informed"),
            ("informed_on_2", "2026-03-02"),
            ("informed_means", "individual"),
        ],
    ),
    ("others", &[("police", "no"), ("cross_border", "no")]),
];

/// Types every part.
fn fill_in(house: &House, id: CaseId) {
    let doris = house.actor(house.people.doris);
    for (part, fields) in TYPED {
        led(house.send(
            &doris,
            &format!("/incidents/{id}/notification/part/{part}"),
            fields,
        ));
    }
}

/// Why the authority is notified, or why people are told.
const WHY: (&str, &str) = ("reason", "A risk cannot be ruled out.");

fn send(house: &House, id: CaseId, fields: &[(&str, &str)]) -> crate::base::visit::Answer {
    let doris = house.actor(house.people.doris);
    let address = format!("/incidents/{id}/notification/send");
    let mut fields = fields.to_vec();
    fields.push(WHY);
    house.send(&doris, &address, &fields)
}
