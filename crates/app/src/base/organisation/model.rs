//! What the organisation is made of, and the rules of its dates; pure.

use kit::clock::Day;
use kit::words::{Lang, Texts};

use super::super::identity::actor::Role;
use super::{ControllerId, PersonId, TitleId, UnitId};

/// A board or company that begins.
#[derive(Clone, Debug, PartialEq)]
pub struct NewController {
    /// The municipality's own short code; unique.
    pub code: String,
    /// A company, else a board.
    pub company: bool,
    pub name: Texts,
    pub from: Day,
}

/// A unit that begins.
#[derive(Clone, Debug, PartialEq)]
pub struct NewUnit {
    pub code: String,
    pub name: Texts,
    pub parent: Option<UnitId>,
    pub controller: ControllerId,
    pub from: Day,
}

/// One part of a unit that is split: it begins where the whole ends, under the same parent.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    pub code: String,
    pub name: Texts,
}

#[derive(Clone, Debug, PartialEq)]
pub struct NewPerson {
    /// The HR system's number; never a national identity number.
    pub number: String,
    pub given: String,
    pub family: String,
    pub email: Option<String>,
    pub lang: Option<Lang>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct NewEmployment {
    /// The HR system's number of the employment.
    pub number: String,
    pub person: PersonId,
    pub unit: UnitId,
    pub title: TitleId,
    pub from: Day,
    /// Last day, if it is known.
    pub until: Option<Day>,
}

/// A duty that somebody takes over. Without a controller it holds for every board and company.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NewDuty {
    pub role: Role,
    pub person: PersonId,
    pub controller: Option<ControllerId>,
    pub from: Day,
}

kit::choices! {
    /// What became of a unit on a day.
    pub enum Change {
        New = "new", "organisation-change-new";
        Rename = "rename", "organisation-change-rename";
        Merge = "merge", "organisation-change-merge";
        Split = "split", "organisation-change-split";
        Move = "move", "organisation-change-move";
        End = "end", "organisation-change-end";
    }
}

/// Duties that every controller must have somebody for: a data protection officer (GDPR article 37(1)(a)), an
/// information security officer, and a contact person.
pub const REQUIRED: [Role; 3] = [Role::Dpo, Role::Ciso, Role::Contact];

/// What a change from a day does to the span that holds then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// The span begins on that very day: nothing was true before, so it is put right in its place.
    InPlace,
    /// It is closed on this day and another one opened on the next.
    After(Day),
}

/// Why a span cannot be changed from a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoCut {
    /// A later change is known already; changes are made in the order of time.
    Later,
    /// The span has ended before.
    Ended,
}

/// How to change a span (`from` to `until`, both included; the last one known) from a day on.
///
/// # Errors
/// [`NoCut`] when the day lies outside the span.
pub fn cut(from: Day, until: Option<Day>, day: Day) -> Result<Cut, NoCut> {
    if day < from {
        return Err(NoCut::Later);
    }
    if until.is_some_and(|last| last < day) {
        return Err(NoCut::Ended);
    }
    Ok(if day == from {
        Cut::InPlace
    } else {
        Cut::After(day.plus_days(-1))
    })
}

/// Whether two spans have a day in common; `None` is open.
pub fn overlap(a: (Day, Option<Day>), b: (Day, Option<Day>)) -> bool {
    a.0 <= b.1.unwrap_or(Day::MAX) && b.0 <= a.1.unwrap_or(Day::MAX)
}

/// What searching compares: small letters, the parts separated by a space.
pub fn folded<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    let mut text = String::new();
    for part in parts {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&part.to_lowercase());
    }
    text
}

/// A name in all its languages, each once, as searching compares it.
pub fn folded_texts(name: &Texts) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for (_, text) in name.iter() {
        if !parts.contains(&text) {
            parts.push(text);
        }
    }
    folded(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn a_span_is_closed_on_the_day_before() {
        let from = day("2020-01-01");
        assert_eq!(
            cut(from, None, day("2024-03-01")),
            Ok(Cut::After(day("2024-02-29")))
        );
        assert_eq!(cut(from, None, from), Ok(Cut::InPlace));
        assert_eq!(cut(from, None, day("2019-12-31")), Err(NoCut::Later));
        let last = Some(day("2020-06-30"));
        assert_eq!(cut(from, last, day("2020-07-01")), Err(NoCut::Ended));
        assert_eq!(
            cut(from, last, day("2020-06-30")),
            Ok(Cut::After(day("2020-06-29")))
        );
    }

    #[test]
    fn spans_that_touch_on_one_day_overlap() {
        let a = (day("2020-01-01"), Some(day("2020-06-30")));
        assert!(overlap(a, (day("2020-06-30"), None)));
        assert!(!overlap(a, (day("2020-07-01"), None)));
        assert!(overlap(
            (day("2020-01-01"), None),
            (day("2025-01-01"), None)
        ));
    }

    #[test]
    fn names_are_folded_by_the_program() {
        assert_eq!(folded(["Åse", "ØSTBY"]), "åse østby");
        assert_eq!(folded_texts(&Texts::same("Äijälä")), "äijälä");
    }
}
