//! Times known in part, and times that cannot be: from the door.

use kit::clock::Moment;

use super::super::super::model::{AssessmentDraft, Part, When};
use super::super::super::tests::{breach, led, moment, report, stored, text};
use crate::base::testing::{START, on_both};

fn start() -> Moment {
    moment(START)
}

#[test]
fn a_time_known_in_part_stays_so() {
    on_both(|house| {
        let id = report(
            house,
            house.people.anna,
            house.units[1],
            "Old papers were found",
        );
        let officer = house.actor(house.people.doris);
        let form = |extra: &[(&'static str, &'static str)]| {
            let mut fields = vec![("outcome", "observation"), ("facts", "An old archive.")];
            fields.extend_from_slice(extra);
            house.send(&officer, &format!("/incidents/{id}/step/assess"), &fields)
        };
        led(form(&[
            ("occurred_day", "2025-11"),
            ("occurred_until", "2026"),
        ]));
        let judged = stored(house, id).standing.assessment.unwrap();
        assert_eq!(
            judged.occurred,
            When::Between(Part::Month(2025, 11), Part::Year(2026))
        );
        let page = text(house.open(&officer, &format!("/incidents/{id}/clocks")));
        assert!(page.contains("November 2025 – 2026"), "{page}");
        let again = text(house.open(&officer, &format!("/incidents/{id}/step/assess")));
        assert!(again.contains("value=\"2025-11\"") && again.contains("value=\"2026\""));
        led(form(&[("occurred_day", "2025"), ("occurred_ongoing", "1")]));
        let judged = stored(house, id).standing.assessment.unwrap();
        assert_eq!(judged.occurred, When::Since(Part::Year(2025)));
        for (fields, fault) in [
            (
                vec![("occurred_day", "last autumn")],
                "Write it as 2026-10-31",
            ),
            (vec![("occurred_until", "2026-01")], "Say when it began"),
            (
                vec![("occurred_day", "2026-02"), ("occurred_until", "2026-01")],
                "It cannot have ended before it began",
            ),
            (
                vec![
                    ("occurred_day", "2025"),
                    ("occurred_until", "2026"),
                    ("occurred_ongoing", "1"),
                ],
                "Either it has ended",
            ),
            (vec![("occurred_day", "2027")], "still to come"),
            // The house's boards began on the first day of 2020.
            (
                vec![("occurred_day", "2019-12")],
                "before the organisation began",
            ),
            (
                vec![("contained_day", "2024"), ("occurred_day", "2025")],
                "contained before it began",
            ),
            (
                vec![
                    ("processor_aware_day", "2026-02-02"),
                    ("processor_told_day", "2026-02-01"),
                ],
                "told us before it was aware",
            ),
        ] {
            let back = format!("{:?}", form(&fields).unwrap());
            assert!(
                back.contains("status: 422") && back.contains(fault),
                "{fields:?}: {back}"
            );
        }
    });
}

#[test]
fn awareness_before_anybody_noticed_is_refused() {
    let zone = kit::clock::Zone::named("Europe/Helsinki").unwrap();
    let wrong = |draft: AssessmentDraft| {
        let faults = draft
            .check(kit::form::Faults::new(), (start(), start()), &zone)
            .unwrap_err();
        faults
            .iter()
            .map(|fault| (fault.field, fault.message))
            .collect::<Vec<_>>()
    };
    let draft = AssessmentDraft {
        noticed: When::At(start().plus_hours(-1)),
        ..breach(start().plus_hours(-2))
    };
    assert_eq!(
        wrong(draft),
        [("aware", "incidents-law-fault-aware-noticed")]
    );
    let told = AssessmentDraft {
        processor_told: When::At(start().plus_hours(-3)),
        ..breach(start().plus_hours(-2))
    };
    assert_eq!(wrong(told), [("aware", "incidents-law-fault-aware-told")]);
    let draft = AssessmentDraft {
        occurred: When::Month(2026, 3),
        ..breach(start().plus_days(-2))
    };
    assert_eq!(wrong(draft), [("aware", "incidents-fault-aware-first")]);
}

/// What a file says of a time known in part is no more than is known, in ISO 8601.
#[test]
fn a_time_in_a_file_says_no_more_than_is_known() {
    let day = Part::parse("2026-03-02").unwrap();
    let said = [
        (
            When::At(moment("2026-03-02T08:30:00Z")),
            Some("2026-03-02T08:30:00Z"),
        ),
        (When::from(day), Some("2026-03-02")),
        (When::Month(2026, 3), Some("2026-03")),
        (When::Since(Part::Year(2025)), Some("2025/..")),
        (
            When::Between(Part::Month(2025, 11), day),
            Some("2025-11/2026-03-02"),
        ),
        (When::Unknown, None),
    ];
    for (when, text) in said {
        assert_eq!(when.iso().as_deref(), text);
    }
}
