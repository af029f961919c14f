//! What comes back from the authority, and a supplier.

use super::super::super::When;
use super::super::model::{Awareness, Supplier};
use super::super::store;
use super::*;
use crate::base::Problem;
use crate::base::testing::on_both;
use crate::base::visit::Reply;

#[test]
fn a_question_waits_as_a_task_until_it_is_answered() {
    on_both(|house| {
        let (id, doris) = (case(house), house.actor(house.people.doris));
        led(send(
            house,
            id,
            &[
                ("phase", "preliminary"),
                ("sent", "2026-03-02T10:00"),
                ("way", "service"),
                ("receipt", "TSV/9/2026"),
            ],
        ));
        let home = format!("/incidents/{id}/authority");
        let page = text(house.open(&doris, &home));
        assert!(
            page.contains("TSV/9/2026"),
            "the receipt is the number until another is known: {page}"
        );
        led(house.send(
            &doris,
            &format!("{home}/number"),
            &[("number", "TSV/10/2026"), ("contact", "registry")],
        ));
        let asked = [
            ("words", "How many children?"),
            ("asked", "2026-03-02"),
            ("due", "2026-03-09"),
        ];
        led(house.send(&doris, &format!("{home}/ask/question"), &asked));
        led(house.send(
            &doris,
            &format!("{home}/ask/supplement"),
            &[("words", "The rest"), ("asked", "2026-03-02")],
        ));
        let tasks = text(house.open(&doris, "/tasks"));
        assert!(
            tasks.contains("Answer the authority")
                && tasks.contains("Send the authority a supplement"),
            "{tasks}"
        );
        house.at("2026-03-12T08:00:00Z");
        assert!(text(house.open(&doris, &home)).contains("class=\"late\""));
        let rows = house.app.read(|conn| store::questions(conn, id)).unwrap();
        let question = rows
            .iter()
            .find(|row| row.question.words == "How many children?")
            .unwrap()
            .id;
        let answer = format!("{home}/question/{question}");
        let early = house.send(
            &doris,
            &answer,
            &[("answer", "Two."), ("answered", "2026-03-01")],
        );
        let Ok(Reply::Page(again)) = early else {
            panic!("answered before it was asked")
        };
        assert!(
            again.body.contains("before it was asked") && again.body.contains("How many children?")
        );
        led(house.send(
            &doris,
            &answer,
            &[("answer", "Two."), ("answered", "2026-03-11")],
        ));
        assert!(!text(house.open(&doris, "/tasks")).contains("Answer the authority"));
        let page = text(house.open(&doris, &home));
        assert!(
            page.contains("Answered 11 March 2026") && page.contains("TSV/10/2026"),
            "{page}"
        );
        assert!(matches!(
            house.open(&doris, &format!("{home}/ask/x")),
            Err(Problem::NotFound)
        ));
    });
}

#[test]
fn an_order_to_tell_opens_a_task_that_telling_closes() {
    on_both(|house| {
        let (id, doris) = (case(house), house.actor(house.people.doris));
        let address = format!("/incidents/{id}/authority/decision");
        let Ok(Reply::Page(again)) = house.send(&doris, &address, &[("decided", "2026-04-01")])
        else {
            panic!("of the future")
        };
        assert_eq!(again.status, 422);
        let order = [
            ("ruling", "order_to_tell"),
            ("decided", "2026-03-02"),
            ("due", "2026-03-20"),
            ("reference", "D 4"),
            ("words", "Tell the parents."),
        ];
        led(house.send(&doris, &address, &order));
        assert!(text(house.open(&doris, "/tasks")).contains("as the authority orders"));
        let told = [
            ("at", "2026-03-02T09:30"),
            ("channel", "in_person"),
            ("people", "Parents"),
            ("words", "Told at school."),
            WHY,
        ];
        led(house.send(&doris, &format!("/incidents/{id}/letters/told"), &told));
        assert!(!text(house.open(&doris, "/tasks")).contains("as the authority orders"));
        led(house.send(
            &doris,
            &address,
            &[("ruling", "reprimand"), ("decided", "2026-03-02")],
        ));
        let page = text(house.open(&doris, &format!("/incidents/{id}/authority")));
        assert!(
            page.contains("Reprimand") && page.contains("by 20 March 2026"),
            "{page}"
        );
    });
}

#[test]
fn the_authority_may_answer_after_the_case_is_closed() {
    on_both(|house| {
        let (id, doris) = (case(house), house.actor(house.people.doris));
        fill_in(house, id);
        led(send(
            house,
            id,
            &[
                ("phase", "complete"),
                ("sent", "2026-03-02T10:00"),
                ("way", "service"),
            ],
        ));
        super::super::super::tests::close(house, id);
        led(house.send(
            &doris,
            &format!("/incidents/{id}/authority/decision"),
            &[("ruling", "closed"), ("decided", "2026-03-02")],
        ));
        let told = [
            ("at", "2026-03-02T09:30"),
            ("channel", "letter"),
            ("people", "x"),
            ("words", "y"),
            WHY,
        ];
        assert!(matches!(
            house.send(&doris, &format!("/incidents/{id}/letters/told"), &told),
            Err(Problem::Refused("incidents-refused-closed", _))
        ));
        assert!(matches!(
            house.open(&doris, &format!("/incidents/{id}/notification/part/times")),
            Err(Problem::Refused("incidents-refused-closed", _))
        ));
        assert!(
            text(house.open(&doris, &format!("/incidents/{id}")))
                .contains("Authority and people concerned")
        );
    });
}

#[test]
fn a_breach_at_a_supplier() {
    on_both(|house| {
        let (id, doris) = (case(house), house.actor(house.people.doris));
        let home = format!("/incidents/{id}/supplier");
        let details = format!("{home}/details");
        let mut fields = vec![
            ("name", "Post & Print"),
            ("agreement", "DPA 12"),
            ("aware_2", "2026-02-27"),
            ("told", "2026-02-26T12:00"),
        ];
        let Ok(Reply::Page(again)) = house.send(&doris, &details, &fields) else {
            panic!("told before it was aware")
        };
        assert!(again.body.contains("before it was aware"), "{}", again.body);
        fields[3] = ("told", "2026-03-01T12:00");
        led(house.send(&doris, &details, &fields));
        let page = text(house.open(&doris, &home));
        assert!(
            page.contains("assess again")
                && page.contains("DPA 12")
                && page.contains("27 February 2026"),
            "{page}"
        );
        // The times of the case say what the supplier's page says, and the assessment takes them from there.
        for page in [
            format!("/incidents/{id}"),
            format!("/incidents/{id}/clocks"),
        ] {
            let page = text(house.open(&doris, &page));
            assert!(page.contains("Processor told us"), "{page}");
            assert!(page.contains("1 March 2026") && page.contains("27 February 2026"));
        }
        let assess = format!("/incidents/{id}/step/assess");
        let form = text(house.open(&doris, &assess));
        assert!(!form.contains("name=\"processor_told_at\""), "{form}");
        let late = [("outcome", "breach"), ("aware", "2026-03-01T12:01")];
        let Ok(Reply::Page(again)) = house.send(&doris, &assess, &late) else {
            panic!("aware after it was told")
        };
        assert!(again.body.contains("The processor had told us by then"));
        led(house.send(
            &doris,
            &format!("/incidents/{id}/authority/ask/supplier"),
            &[
                ("words", "Which logs?"),
                ("asked", "2026-03-02"),
                ("due", "2026-03-05"),
            ],
        ));
        assert!(text(house.open(&doris, &home)).contains("Which logs?"));
        assert!(text(house.open(&doris, "/tasks")).contains("Get an answer from the supplier"));
        assert!(
            !text(house.open(&doris, &format!("/incidents/{id}/authority")))
                .contains("Which logs?")
        );
        let part = text(house.open(
            &doris,
            &format!("/incidents/{id}/notification/part/controller"),
        ));
        assert!(
            part.contains("Post &#38; Print"),
            "the notification names the processor: {part}"
        );
        let form = text(house.open(&doris, &details));
        assert!(form.contains("value=\"2026-02-27\""), "the form is filled");
    });
}

#[test]
fn the_controller_is_aware_from_the_telling() {
    let supplier = Supplier {
        name: "s".into(),
        contact: String::new(),
        sub_processor: String::new(),
        agreement: String::new(),
        aware: When::Unknown,
        told: moment("2026-03-02T08:00:00Z"),
        story: String::new(),
    };
    let at = |text: &str| supplier.awareness(Some(moment(text)));
    assert_eq!(supplier.awareness(None), Awareness::Unassessed);
    assert_eq!(at("2026-03-02T08:00:00Z"), Awareness::Same);
    assert_eq!(at("2026-03-02T07:59:00Z"), Awareness::Earlier);
    assert_eq!(at("2026-03-02T08:01:00Z"), Awareness::Later);
}

#[test]
fn these_pages_are_the_officers_and_the_auditor_reads() {
    on_both(|house| {
        let id = case(house);
        let read = ["letters", "authority", "supplier"];
        let write = [
            "letters/text/fi",
            "letters/told",
            "letters/decision",
            "authority/number",
            "authority/ask/question",
            "authority/decision",
            "supplier/details",
        ];
        let people = &house.people;
        for (person, reads, writes) in [
            (people.doris, true, true),
            (people.aud, true, false),
            (people.iris, false, false),
            (people.anna, false, false),
        ] {
            let actor = house.actor(person);
            for page in read {
                assert_eq!(
                    house
                        .open(&actor, &format!("/incidents/{id}/{page}"))
                        .is_ok(),
                    reads,
                    "{page}"
                );
            }
            for page in write {
                let address = format!("/incidents/{id}/{page}");
                assert_eq!(house.open(&actor, &address).is_ok(), writes, "{page}");
                let refused = matches!(
                    house.send(&actor, &address, &[]),
                    Err(Problem::Forbidden | Problem::NotFound)
                );
                assert_eq!(refused, !writes, "{page}");
            }
        }
    });
}
