//! A value in words, in the language of the page or of the country's form.

use kit::words::Tongue;

use super::super::law::in_words;
use super::model::choices::{self, Choices};
use super::model::{Count, Field, Form, Party, Value};

/// The value as text; several answers and parties stand on lines of their own.
pub fn said(w: &Tongue, field: Field, value: &Value) -> String {
    match (value, field.form()) {
        (Value::Text(text), _) => text.clone(),
        (Value::One(code), Form::One(set)) => word(w, set, code),
        (Value::Many(codes), Form::Many(set)) => codes
            .iter()
            .map(|code| word(w, set, code))
            .collect::<Vec<_>>()
            .join("\n"),
        (Value::Moment(moment), _) => w.moment(*moment),
        (Value::Day(day), _) => w.day(*day),
        (Value::When(when), _) => in_words(w, *when),
        (Value::Count(count), _) => counted(w, count),
        (Value::Parties(parties), _) => parties
            .iter()
            .map(|party| named(w, party))
            .collect::<Vec<_>>()
            .join("\n"),
        _ => String::new(),
    }
}

fn word(w: &Tongue, set: Choices, code: &str) -> String {
    choices::find(set, code).map_or_else(String::new, |one| w.t(one.word))
}

fn counted(w: &Tongue, count: &Count) -> String {
    let sort = word(w, choices::COUNTS, count.sort);
    let number = match (count.number, count.to) {
        (Some(from), Some(to)) => format!("{}–{}", w.number(from), w.number(to)),
        (Some(number), None) => w.number(number),
        (None, _) => return sort,
    };
    w.with(
        "incidents-telling-counted",
        &[("number", number.into()), ("sort", sort.into())],
    )
}

fn named(w: &Tongue, party: &Party) -> String {
    let role = word(w, choices::PARTY, party.role);
    let rest = [party.contact.as_str(), party.told.as_str()];
    let rest = rest.into_iter().filter(|text| !text.is_empty());
    std::iter::once(format!("{role}: {}", party.name))
        .chain(rest.map(str::to_owned))
        .collect::<Vec<_>>()
        .join(", ")
}
