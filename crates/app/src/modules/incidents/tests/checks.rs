//! What a form must say before it is stored: faults beside the fields.

use kit::clock::{Day, Zone};
use kit::form::Fields;

use super::*;

fn zone() -> Zone {
    Zone::named("Europe/Helsinki").unwrap()
}

fn fields_of<T>(result: Result<T, Faults>) -> Vec<(&'static str, &'static str)> {
    let faults = result.err().expect("faults");
    faults
        .iter()
        .map(|fault| (fault.field, fault.message))
        .collect()
}

#[test]
fn times_must_be_possible_and_in_order() {
    let (reported, now) = (
        moment("2026-03-02T08:00:00Z"),
        moment("2026-03-02T12:00:00Z"),
    );
    let check = |change: &dyn Fn(&mut AssessmentDraft)| {
        let mut draft = breach(reported);
        change(&mut draft);
        draft.check(Faults::new(), (reported, now), &zone())
    };
    assert!(check(&|_| {}).is_ok());
    let day = |text| When::On(Day::parse(text).unwrap());
    assert!(
        check(&|draft| draft.occurred = day("2026-03-02")).is_ok(),
        "the same day may be before"
    );
    let wrong = |change: &dyn Fn(&mut AssessmentDraft)| fields_of(check(change));
    assert_eq!(
        wrong(&|draft| draft.aware = Some(now.plus_seconds(1))),
        [("aware", "incidents-fault-future")]
    );
    assert_eq!(
        wrong(&|draft| draft.occurred = When::At(reported.plus_seconds(1))),
        [
            ("occurred_at", "incidents-fault-reported-before"),
            ("aware", "incidents-fault-aware-first")
        ]
    );
    assert_eq!(
        wrong(&|draft| draft.noticed = When::At(reported.plus_seconds(1))),
        [
            ("noticed_at", "incidents-fault-reported-first"),
            ("aware", "incidents-law-fault-aware-noticed")
        ]
    );
    assert_eq!(
        wrong(&|draft| {
            draft.occurred = day("2026-03-01");
            draft.noticed = day("2026-02-28");
        }),
        [("noticed_at", "incidents-fault-noticed-first")]
    );
    assert_eq!(
        wrong(&|draft| draft.occurred = day("1989-12-30")),
        [("occurred_at", "incidents-reporting-fault-before")]
    );
    assert_eq!(
        wrong(&|draft| draft.aware = None),
        [("aware", "incidents-fault-aware")]
    );
    let empty = AssessmentDraft {
        outcome: Some(Outcome::Breach),
        ..AssessmentDraft::default()
    };
    let missing = fields_of(empty.check(Faults::new(), (reported, now), &zone()));
    let missing: Vec<&str> = missing.into_iter().map(|(field, _)| field).collect();
    assert_eq!(
        missing,
        [
            "kinds",
            "natures",
            "cause",
            "origin",
            "discoverer",
            "people",
            "facts",
            "aware"
        ]
    );
    for outcome in Outcome::ALL.iter().filter(|one| **one != Outcome::Breach) {
        let check = |facts: &str| {
            let facts = facts.to_owned();
            let draft = plain(*outcome);
            AssessmentDraft { facts, ..draft }.check(Faults::new(), (reported, now), &zone())
        };
        assert_eq!(
            fields_of(check(" ")),
            [("facts", "incidents-fault-facts")],
            "{outcome:?} without a word"
        );
        assert!(check("The letter was found unopened.").is_ok());
    }
    let nothing = AssessmentDraft::default().check(Faults::new(), (reported, now), &zone());
    assert_eq!(fields_of(nothing), [("outcome", "incidents-fault-outcome")]);
}

#[test]
fn a_report_needs_little() {
    let at = moment("2026-03-02T08:00:00Z");
    let check = |query: &str| {
        let mut faults = Faults::new();
        let draft = ReportDraft::typed(&Fields::parse(query), &mut faults, at, &zone());
        draft.check(faults, at, &zone())
    };
    let report = check("story=x&about=other&noticed=now").unwrap();
    assert_eq!(
        (report.noticed(), report.day().to_string().as_str()),
        (When::At(at), "2026-03-02")
    );
    let open = check("story=x&noticed=now").unwrap();
    assert_eq!(open.about(), About::Other, "nobody has to know what it is");
    let yesterday = check("story=x&about=lost&noticed=yesterday")
        .unwrap()
        .noticed();
    assert_eq!(
        yesterday,
        When::On(Day::parse("2026-03-01").unwrap()),
        "no hour is invented for a day"
    );
    let written = check("story=x&about=lost&noticed=now&noticed_at=2026-03-01T09:30")
        .unwrap()
        .noticed();
    assert_eq!(
        written,
        When::At(moment("2026-03-01T07:30:00Z")),
        "a written time counts more"
    );
    assert_eq!(
        fields_of(check("story=+%00+&about=blame")),
        [
            ("story", "incidents-fault-story"),
            ("about", "fault-choice"),
            ("noticed_at", "incidents-fault-noticed")
        ]
    );
    let wrong = fields_of(check("story=x&about=lost&noticed_at=tomorrow"));
    assert_eq!(wrong, [("noticed_at", "fault-moment")]);
    let wrong = fields_of(check("story=x&about=lost&noticed_at=2026-03-02T10:01"));
    assert_eq!(wrong, [("noticed_at", "incidents-fault-future")]);
}

#[test]
fn decisions_need_their_reasons() {
    let aware = moment("2026-03-02T08:00:00Z");
    let now = aware.plus_days(30);
    let notify = |at: Option<Moment>, reason: &str| {
        let draft = NotifyDraft {
            at,
            reference: String::new(),
            reason: "A risk cannot be ruled out".to_owned(),
            late_reason: reason.to_owned(),
        };
        draft.check(Faults::new(), (aware, now), &zone())
    };
    let (notified, reasons) = notify(Some(aware.plus_hours(72)), "not asked for").unwrap();
    assert!(
        !notified.late && reasons.words() == "A risk cannot be ruled out",
        "in time: no reasons for a delay are kept"
    );
    let late = aware.plus_hours(72).plus_seconds(1);
    assert_eq!(
        fields_of(notify(Some(late), " ")),
        [("late_reason", "incidents-fault-late-reason")]
    );
    let (notified, reasons) = notify(Some(late), "Nobody was there").unwrap();
    assert!(notified.late);
    assert_eq!(
        reasons.words(),
        "A risk cannot be ruled out\n\nNobody was there"
    );
    let silent = NotifyDraft {
        at: Some(aware),
        late_reason: "not asked for".to_owned(),
        ..NotifyDraft::default()
    };
    assert_eq!(
        fields_of(silent.check(Faults::new(), (aware, now), &zone())),
        [("reason", "incidents-fault-reason")],
        "to notify is a decision with its reason too"
    );
    assert_eq!(
        fields_of(notify(None, "")),
        [
            ("notified_at", "incidents-fault-notified"),
            ("late_reason", "incidents-fault-late-reason")
        ]
    );
    let before = notify(Some(aware.plus_seconds(-1)), "");
    assert_eq!(
        fields_of(before),
        [("notified_at", "incidents-fault-notified-first")]
    );

    let people = |told, at, public, reason: &str| {
        let draft = PeopleDraft {
            told,
            at,
            public,
            reason: reason.to_owned(),
        };
        draft.check(Faults::new(), now, &zone())
    };
    assert!(people(Some(Told::Told), Some(now), false, "A high risk").is_ok());
    assert_eq!(
        fields_of(people(Some(Told::Told), None, false, "A high risk")),
        [("told_at", "incidents-fault-told-at")]
    );
    for told in [Told::Told, Told::ExemptA, Told::ExemptB, Told::NotNeeded] {
        assert_eq!(
            fields_of(people(Some(told), Some(now), false, " ")),
            [("reason", "incidents-fault-reason")]
        );
        assert!(people(Some(told), Some(now), false, "Encrypted").is_ok());
    }
    let silent = people(Some(Told::ExemptC), None, false, "Too many");
    assert_eq!(fields_of(silent), [("public", "incidents-fault-public")]);
    assert!(people(Some(Told::ExemptC), None, true, "Too many").is_ok());
    assert_eq!(
        fields_of(people(None, None, false, "x")),
        [("told", "incidents-fault-told")]
    );
    assert!(Declined::typed(&Fields::parse("reason=+")).is_err());
}
