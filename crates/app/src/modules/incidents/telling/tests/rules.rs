//! What is open, what must be there, what may come next, when reasons are due.

use kit::clock::Zone;
use kit::form::{Faults, Fields};
use kit::words::Lang;

use super::super::super::Assessment;
use super::super::super::model::{Band, Cause, Origin, Outcome, When};
use super::super::model::{
    Before, Country, Known, Part, Phase, SendingDraft, Way, choices, prefilled, reasons_needed,
};
use super::*;

fn assessed() -> Known {
    Known {
        number: "2026-0001".to_owned(),
        controller: "Board".to_owned(),
        officer_contact: "Doris".to_owned(),
        facts: "A letter went wrong.".to_owned(),
        assessment: Some(Assessment {
            outcome: Outcome::Breach,
            kinds: [Kind::Confidentiality].into(),
            natures: [super::super::super::Nature::R].into(),
            cause: Cause::Human,
            origin: Origin::Internal,
            discoverer: Discoverer::Staff,
            people: Band::Tens,
            supplier: false,
            occurred: When::Unknown,
            contained: When::Unknown,
            processor_aware: When::Unknown,
            processor_told: When::Unknown,
            noticed: When::Unknown,
            aware: Some(moment("2026-03-02T08:00:00Z")),
        }),
        ..Known::default()
    }
}

#[test]
fn what_the_case_knows_is_there_and_nothing_is_guessed() {
    let new = prefilled(&assessed());
    assert_eq!(
        new.moment(Field::Aware),
        Some(moment("2026-03-02T08:00:00Z"))
    );
    assert_eq!(new.text(Field::WhatHappened), "A letter went wrong.");
    assert!(
        new.says(Field::Kinds, "c")
            && new.says(Field::Natures, "r")
            && new.says(Field::DiscoveredBy, "own")
    );
    let band = Count {
        sort: "approximate",
        number: Some(10),
        to: Some(99),
    };
    assert_eq!(new.get(Field::PeopleCount), Some(&Value::Count(band)));
    let open = new.open_fields();
    for field in [
        Field::Occurred,
        Field::Disclosure,
        Field::RecordCount,
        Field::RecordKinds,
        Field::Risk,
        Field::Informed,
    ] {
        assert!(open.contains(&field), "{field:?} is still open");
    }
    assert!(!open.contains(&Field::PeopleCount) && !open.contains(&Field::Integrity));
    assert!(
        new.check(Phase::Preliminary).is_empty(),
        "enough for a preliminary notification"
    );
    assert!(new.check(Phase::Complete).contains(&Field::Severity));
}

#[test]
fn each_open_answer_keeps_a_notification_from_being_complete() {
    let mut complete = full();
    complete.set(Field::Occurred, Some(Value::One("day")));
    assert!(
        complete.open_fields().is_empty(),
        "{:?}",
        complete.open_fields()
    );
    let mut tried = 0;
    for field in Field::ALL {
        let set = match field.form() {
            Form::One(set) | Form::Many(set) => set,
            Form::Count => choices::COUNTS,
            _ => continue,
        };
        for choice in set.iter().filter(|choice| choice.open) {
            let value = match field.form() {
                Form::One(_) => Value::One(choice.code),
                Form::Many(_) => Value::Many(vec![choice.code]),
                _ => Value::Count(Count::to_be_determined()),
            };
            let mut open = complete.clone();
            open.set(*field, Some(value));
            assert!(open.open_fields().contains(field), "{field:?}");
            assert!(
                !open.check(Phase::Complete).is_empty()
                    && open.check(Phase::Complementing).is_empty()
            );
            tried += 1;
        }
    }
    assert_eq!(tried, 14, "every (i) of the template");
}

#[test]
fn a_needed_field_is_asked_for_and_an_answer_asks_for_its_own() {
    let complete = full();
    let needed = [
        Field::ControllerName,
        Field::DpoContact,
        Field::Aware,
        Field::WhatHappened,
        Field::Kinds,
        Field::Natures,
        Field::Groups,
        Field::PeopleCount,
        Field::RecordKinds,
        Field::RecordCount,
        Field::Severity,
        Field::Risk,
        Field::Informed,
    ];
    for field in needed {
        let mut without = complete.clone();
        without.set(field, None);
        assert!(without.open_fields().contains(&field), "{field:?}");
    }
    let mut without = complete.clone();
    without.set(Field::MeasuresTaken, None);
    assert!(
        without.open_fields().is_empty(),
        "measures proposed are enough"
    );
    without.set(Field::MeasuresPlanned, None);
    assert!(without.open_fields().contains(&Field::MeasuresTaken));
    let mut other = complete.clone();
    other.set(Field::Kinds, Some(Value::Many(vec!["a"])));
    other.set(Field::Availability, None);
    assert!(other.open_fields().contains(&Field::Availability));
    assert_eq!(Notification::default().check(Phase::Preliminary).len(), 4);
    assert!(
        Notification::default()
            .check(Phase::Withdrawal)
            .contains(&Field::WithdrawReasons)
    );
}

#[test]
fn the_phases_follow_each_other() {
    assert_eq!(
        Phase::possible(None, false),
        [Phase::Preliminary, Phase::Complete]
    );
    let follow = [Phase::Complementing, Phase::Complete, Phase::Withdrawal];
    for last in [Phase::Preliminary, Phase::Complementing, Phase::Complete] {
        assert_eq!(Phase::possible(Some(last), true), follow);
    }
    assert_eq!(
        Phase::possible(None, true),
        follow,
        "notified outside this program"
    );
    assert!(Phase::possible(Some(Phase::Withdrawal), true).is_empty());
}

fn before(at: &str) -> Before {
    Before {
        aware: moment("2026-03-02T08:00:00Z"),
        last: None,
        told: false,
        possible: moment(at).into(),
    }
}

#[test]
fn reasons_are_due_exactly_when_the_first_phase_is_late() {
    let (in_time, late) = ("2026-03-05T08:00:00Z", "2026-03-05T08:01:00Z");
    assert!(!reasons_needed(before(in_time), moment(in_time)));
    assert!(reasons_needed(before(late), moment(late)));
    let follow = Before {
        told: true,
        ..before(late)
    };
    assert!(
        !reasons_needed(follow, moment(late)),
        "only the first can be late"
    );
    let mut notification = full();
    notification.set(
        Field::Aware,
        Some(Value::Moment(moment("2026-03-02T08:00:00Z"))),
    );
    let check = |at: &str, delay: &str| {
        let draft = SendingDraft {
            phase: Some(Phase::Preliminary),
            sent: Some(moment(at)),
            way: Some(Way::Service),
            delay: delay.to_owned(),
            why: WHY.1.to_owned(),
            ..SendingDraft::default()
        };
        draft.check(
            Faults::new(),
            &notification,
            before("2026-03-06T08:00:00Z"),
            &Zone::utc(),
        )
    };
    assert_eq!(check(in_time, "no reason needed").unwrap().delay, None);
    let faults = check(late, "").unwrap_err();
    assert_eq!(faults.first_field(), Some("delay_reasons"));
    assert_eq!(
        check(late, "The week-end.").unwrap().delay.as_deref(),
        Some("The week-end.")
    );
    assert_eq!(
        check("2026-03-02T07:59:00Z", "").unwrap_err().first_field(),
        Some("sent")
    );
    assert_eq!(
        check("2026-03-06T08:01:00Z", "x")
            .unwrap_err()
            .first_field(),
        Some("sent")
    );
}

#[test]
fn another_awareness_than_the_assessments_is_not_sent() {
    let mut notification = full();
    notification.set(
        Field::Aware,
        Some(Value::Moment(moment("2026-03-02T09:00:00Z"))),
    );
    let at = "2026-03-02T10:00:00Z";
    let draft = SendingDraft {
        phase: Some(Phase::Preliminary),
        sent: Some(moment(at)),
        way: Some(Way::Post),
        ..SendingDraft::default()
    };
    let faults = draft
        .check(Faults::new(), &notification, before(at), &Zone::utc())
        .unwrap_err();
    assert_eq!(
        faults.of("phase").next().unwrap().message,
        "incidents-telling-fault-aware"
    );
}

#[test]
fn every_value_survives_storing_and_the_form() {
    let all = full();
    assert_eq!(Notification::from_json(&all.to_json()), all);
    let mut again = Notification::default();
    for part in Part::ALL {
        let fields = all.show(part, &Zone::utc());
        let at = moment("2026-04-01T00:00:00Z");
        again = again.typed(part, &fields, at, &Zone::utc(), true).unwrap();
    }
    assert_eq!(again, all);
}

#[test]
fn answers_may_stay_open_only_while_it_is_incomplete() {
    let mut fields = Fields::default();
    fields.set("risk", "more");
    let at = moment("2026-04-01T00:00:00Z");
    let typed = |incomplete| {
        Notification::default().typed(Part::Consequences, &fields, at, &Zone::utc(), incomplete)
    };
    assert!(typed(true).is_ok());
    assert_eq!(typed(false).unwrap_err().first_field(), Some("risk"));
}

#[test]
fn counts_say_how_sure_they_are() {
    let typed = |sort: &str, from: &str, to: &str| {
        let mut fields = Fields::default();
        fields.set("people_count", sort);
        fields.set("people_count_2", from);
        fields.set("people_count_3", to);
        let at = moment("2026-04-01T00:00:00Z");
        let new = Notification::default().typed(Part::People, &fields, at, &Zone::utc(), true);
        new.map(|new| new.get(Field::PeopleCount).cloned())
    };
    let count = |sort, number, to| Some(Value::Count(Count { sort, number, to }));
    assert_eq!(typed("", "7", "").unwrap(), count("exact", Some(7), None));
    assert_eq!(
        typed("", "7", "9").unwrap(),
        count("approximate", Some(7), Some(9))
    );
    assert_eq!(
        typed("cannot", "7", "").unwrap(),
        count("cannot", None, None)
    );
    assert_eq!(typed("", "", "").unwrap(), None);
    assert!(
        typed("exact", "", "").is_err()
            && typed("approximate", "9", "7").is_err()
            && typed("", "-1", "").is_err()
    );
}

#[test]
fn the_country_is_the_installations() {
    for (zone, country, lang) in [
        ("Europe/Helsinki", Country::Finland, Lang::Fi),
        ("Europe/Stockholm", Country::Sweden, Lang::Sv),
        ("Europe/Copenhagen", Country::Denmark, Lang::Da),
        ("Europe/Oslo", Country::Norway, Lang::Nb),
    ] {
        assert_eq!(Country::of_zone(zone), country);
        assert_eq!(country.form().language, lang);
    }
}
