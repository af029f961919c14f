//! What the case knows already, put where the notification asks for it. Nothing is guessed: what the case does
//! not know stays empty or to be determined.

use kit::clock::Moment;

use super::super::super::model::{
    Assessment, Discoverer, Kind, Nature, Origin, People, Told, When,
};
use super::field::Field;
use super::notification::Notification;
use super::value::{Count, Party, Value};

/// What the case, its controller and its measures say.
#[derive(Clone, Debug, Default)]
pub struct Known {
    pub number: String,
    pub controller: String,
    /// Its number in the register of businesses, and where it is reached.
    pub controller_number: String,
    pub controller_contact: String,
    /// Company of the municipality, and so no public body of its own.
    pub company: bool,
    pub officer_name: String,
    pub officer_mail: String,
    /// Name, address and number of the data protection officer.
    pub officer_contact: String,
    pub facts: String,
    pub assessment: Option<Assessment>,
    pub people: Option<People>,
    pub measures_taken: Vec<String>,
    pub measures_planned: Vec<String>,
    pub supplier: Option<Party>,
    /// The authority's number of the case.
    pub authority_number: String,
}

/// The notification as it begins.
pub fn prefilled(known: &Known) -> Notification {
    let mut new = Notification::default();
    new.write(Field::OwnReference, &known.number);
    new.write(Field::EarlierId, &known.authority_number);
    new.write(Field::ControllerName, &known.controller);
    new.write(Field::ControllerNumber, &known.controller_number);
    new.write(Field::ControllerContact, &known.controller_contact);
    one(
        &mut new,
        Field::ControllerSector,
        if known.company { "private" } else { "public" },
    );
    new.write(Field::ReporterName, &known.officer_name);
    one(&mut new, Field::ReporterFunction, "dpo");
    new.write(Field::ReporterContact, &known.officer_mail);
    one(&mut new, Field::DpoDesignated, "yes");
    new.write(Field::DpoContact, &known.officer_contact);
    new.set(
        Field::OtherParties,
        known
            .supplier
            .clone()
            .map(|party| Value::Parties(vec![party])),
    );
    new.write(Field::WhatHappened, &known.facts);
    new.write(Field::MeasuresTaken, &known.measures_taken.join("\n"));
    new.write(Field::MeasuresPlanned, &known.measures_planned.join("\n"));
    new.set(
        Field::RecordCount,
        Some(Value::Count(Count::to_be_determined())),
    );
    one(&mut new, Field::Risk, "more");
    if let Some(judged) = &known.assessment {
        assessed(&mut new, judged);
    }
    informed(&mut new, known.people.as_ref());
    new
}

fn one(new: &mut Notification, field: Field, code: &'static str) {
    new.set(field, Some(Value::One(code)));
}

fn assessed(new: &mut Notification, judged: &Assessment) {
    let shape = match judged.occurred {
        When::Unknown => "tbd",
        When::Between(..) => "range",
        When::Since(_) => "ongoing",
        _ => "day",
    };
    one(new, Field::Occurred, shape);
    let (from, until) = judged.occurred.parts().unzip();
    new.set(
        Field::OccurredFrom,
        from.map(|from| Value::When(from.into())),
    );
    new.set(
        Field::OccurredUntil,
        until.flatten().map(|until| Value::When(until.into())),
    );
    if judged.noticed != When::Unknown {
        new.set(Field::Discovered, Some(Value::When(judged.noticed)));
    }
    new.set(Field::Aware, judged.aware.map(Value::Moment));
    one(
        new,
        Field::DiscoveredBy,
        match judged.discoverer {
            Discoverer::Staff => "own",
            Discoverer::Processor => "processor",
            Discoverer::Subject => "subject",
            Discoverer::Other => "other",
        },
    );
    let kinds: Vec<&'static str> = judged.kinds.iter().map(|kind| Kind::code(*kind)).collect();
    new.set(
        Field::Kinds,
        (!kinds.is_empty()).then_some(Value::Many(kinds)),
    );
    let natures: Vec<&'static str> = judged
        .natures
        .iter()
        .map(|nature| Nature::code(*nature))
        .collect();
    new.set(
        Field::Natures,
        (!natures.is_empty()).then_some(Value::Many(natures)),
    );
    if judged.kinds.contains(&Kind::Confidentiality) {
        one(new, Field::Disclosure, "tbd");
        one(new, Field::Unintelligible, "tbd");
    }
    one(new, Field::Cause, Origin::code(judged.origin));
    new.set(
        Field::PeopleCount,
        Some(Value::Count(Count::of(judged.people))),
    );
}

fn informed(new: &mut Notification, people: Option<&People>) {
    let Some(people) = people else {
        return one(new, Field::Informed, "not_decided");
    };
    let exempt = match people.told {
        Told::Told => None,
        Told::ExemptA => Some("a"),
        Told::ExemptB => Some("b"),
        Told::ExemptC => Some("c"),
        Told::NotNeeded => return one(new, Field::Informed, "not_high_risk"),
    };
    one(
        new,
        Field::Informed,
        if exempt.is_some() {
            "exempt"
        } else {
            "informed"
        },
    );
    new.set(Field::Exemption, exempt.map(Value::One));
    new.set(
        Field::InformedOn,
        people.at.map(|at: Moment| Value::When(When::At(at))),
    );
    let individual = exempt.is_none().then_some("individual");
    let means: Vec<&'static str> = individual
        .into_iter()
        .chain(people.public.then_some("public"))
        .collect();
    new.set(
        Field::InformedMeans,
        (!means.is_empty()).then_some(Value::Many(means)),
    );
}
