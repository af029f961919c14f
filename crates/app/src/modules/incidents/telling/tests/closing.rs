//! A case stays open while the authority waits for the rest.

use super::super::super::model::Stage;
use super::super::store;
use super::*;
use crate::base::testing::on_both;
use crate::base::visit::Reply;
use crate::base::{Problem, audit};

fn answered(house: &House, id: CaseId) {
    let doris = house.actor(house.people.doris);
    let answer = [("answer", "Thank you. The letter is back.")];
    led(house.send(&doris, &format!("/incidents/{id}/step/answer"), &answer));
}

fn not_told(house: &House, id: CaseId) {
    let doris = house.actor(house.people.doris);
    let decision = [
        ("ground", "not_needed"),
        ("reason", "The risk is not high."),
    ];
    let address = format!("/incidents/{id}/letters/decision");
    led(house.send(&doris, &address, &decision));
}

fn sent(house: &House, id: CaseId, phase: &str, at: &str) {
    let fields = [("phase", phase), ("sent", at), ("way", "service")];
    led(send(house, id, &fields));
}

#[test]
fn a_case_is_not_closed_before_the_rest_is_sent() {
    on_both(|house| {
        let id = case(house);
        let doris = house.actor(house.people.doris);
        let close = format!("/incidents/{id}/step/close");
        sent(house, id, "preliminary", "2026-03-02T10:00");
        answered(house, id);
        let page = text(house.open(&doris, &close));
        assert!(page.contains("the case stays open") && page.contains("Number of records"));
        assert!(!page.contains("<button type=\"submit\""), "{page}");
        let refused = house.send(&doris, &close, &[]);
        assert!(
            matches!(
                refused,
                Err(Problem::Refused("incidents-telling-refused-rest", _))
            ),
            "{refused:?}"
        );
        fill_in(house, id);
        assert!(text(house.open(&doris, &close)).contains("Every field is written"));
        house.at("2026-03-10T08:00:00Z");
        sent(house, id, "complete", "2026-03-10T10:00");
        // The authority was told of a risk: whether the people concerned are told is decided before the end.
        let open = text(house.open(&doris, &format!("/incidents/{id}")));
        assert!(!open.contains("/step/close"), "{open}");
        let refused = house.send(&doris, &close, &[]);
        assert!(
            matches!(
                refused,
                Err(Problem::Refused("incidents-refused-people", _))
            ),
            "{refused:?}"
        );
        not_told(house, id);
        led(house.send(&doris, &close, &[]));
        assert_eq!(stored(house, id).standing.stage, Stage::Closed);
    });
}

#[test]
fn a_withdrawn_notification_keeps_no_case_open() {
    on_both(|house| {
        let id = case(house);
        let doris = house.actor(house.people.doris);
        sent(house, id, "preliminary", "2026-03-02T10:00");
        answered(house, id);
        let reasons = [("withdraw_reasons", "The letter was never opened.")];
        for (part, fields) in TYPED.iter().filter(|(part, _)| *part == "controller") {
            let fields: Vec<_> = fields.iter().copied().chain(reasons).collect();
            let address = format!("/incidents/{id}/notification/part/{part}");
            led(house.send(&doris, &address, &fields));
        }
        house.at("2026-03-04T08:00:00Z");
        sent(house, id, "withdrawal", "2026-03-04T10:00");
        not_told(house, id);
        led(house.send(&doris, &format!("/incidents/{id}/step/close"), &[]));
        assert_eq!(stored(house, id).standing.stage, Stage::Closed);
    });
}

#[test]
fn what_was_sent_loses_its_words_under_a_decision() {
    on_both(|house| {
        let id = case(house);
        let doris = house.actor(house.people.doris);
        fill_in(house, id);
        sent(house, id, "complete", "2026-03-02T10:00");
        answered(house, id);
        not_told(house, id);
        led(house.send(&doris, &format!("/incidents/{id}/step/close"), &[]));
        house.at("2033-02-01T09:00:00Z");
        let doris = house.actor(house.people.doris);
        let (controller, case) = (house.controllers[0].to_string(), id.to_string());
        let period = [
            ("controller", controller.as_str()),
            ("years", "5"),
            ("source", "Plan 9/2031"),
        ];
        led(house.send(&doris, "/incidents/retention/period", &period));
        let decision = [
            ("controller", controller.as_str()),
            ("cases", case.as_str()),
            ("body", "Archive board"),
            ("day", "2033-01-10"),
            ("paragraph", "§ 12"),
            ("sure", "1"),
        ];
        led(house.send(&doris, "/incidents/retention/dispose", &decision));
        let phases = house.app.read(|conn| store::phases(conn, id)).unwrap();
        assert_eq!(phases.len(), 1, "that it was sent stays");
        let kept = phases[0].notification.to_json().to_string();
        for gone in ["another family", "Doris", "Sent back", "support"] {
            assert!(!kept.contains(gone), "{gone}: {kept}");
        }
        for stays in ["Board of education", "minors", "health", "not_high"] {
            assert!(kept.contains(stays), "{stays}: {kept}");
        }
        assert!(audit::verify(&house.app).unwrap().is_good());
    });
}

#[test]
fn the_first_phase_is_a_decision_with_its_reason() {
    on_both(|house| {
        let (id, doris) = (case(house), house.actor(house.people.doris));
        let address = format!("/incidents/{id}/notification/send");
        let fields = [
            ("phase", "preliminary"),
            ("sent", "2026-03-02T10:00"),
            ("way", "service"),
        ];
        let Ok(Reply::Page(page)) = house.send(&doris, &address, &fields) else {
            panic!("notified without a reason")
        };
        assert!(page.status == 422 && page.body.contains("Write the reason"));
        led(send(house, id, &fields));
        assert_eq!(stored(house, id).steps.last().unwrap().words, WHY.1);
        let next = text(house.open(&doris, &address));
        assert!(!next.contains("name=\"reason\""), "decided once: {next}");
    });
}
