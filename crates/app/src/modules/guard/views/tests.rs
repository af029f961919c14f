//! Who sees what, from the doors.

use kit::clock::Day;

use super::super::made::{SECRET, SUBJECT, judged, verdict};
use super::super::model::{Judged, Reason, Way};
use super::super::proof::{self, Entry, Noted, Outcome};
use super::super::{held, place};
use super::model::{rules, shown, weeks};
use crate::base::organisation::{self, PersonId};
use crate::base::testing::{House, on_both};
use crate::base::visit::{Pager, Reply};
use crate::base::{Actor, Problem, audit};

const TO: &str = "kalle@anka.example";

fn mail(house: &House, way: Way, outcome: Outcome, reasons: &[Reason]) -> Judged {
    let app = &house.app;
    let judged = judged(vec![verdict(app, TO, Way::Portal, reasons)]);
    let entry = Entry {
        recipient: TO,
        level: judged.verdicts[0].1.level,
        way,
        would: (way == Way::Plain).then_some(Way::Portal),
        rule: "sensitive",
        wish: proof::wished(reasons),
        outcome,
        evidence: None,
        repeat: false,
    };
    let noted = Noted {
        mail: judged.mail,
        message_id: &judged.message_id,
        queue_id: &judged.queue_id,
        sender: Some(house.people.anna),
        sender_address: "anna@testby.example",
        judged: &judged,
        digest: "00",
        dry: false,
        entries: &[entry],
    };
    app.write(&Actor::program("guard"), |tx| proof::note(app, tx, &noted))
        .unwrap();
    judged
}

fn page(house: &House, person: PersonId, path: &str) -> String {
    match house.open(&house.actor(person), path) {
        Ok(Reply::Page(page)) => page.body,
        other => panic!("{path}: {other:?}"),
    }
}

#[test]
fn the_officer_sees_masked_findings_and_makes_a_case_with_one_click() {
    on_both(|house| {
        let wish = Reason::WishOfSubject {
            channel: "letter".to_owned(),
        };
        let judged = mail(house, Way::Plain, Outcome::Passed, &[wish]);
        let doris = house.people.doris;
        let list = page(house, doris, "/guard/mails?only=exposed");
        assert!(list.contains("Against a person"), "{list}");
        let path = format!("/guard/mails/{}", judged.mail);
        let shown = page(house, doris, &path);
        assert!(
            shown.contains("01••••-•••8") && !shown.contains(SECRET) && !shown.contains("kræft")
        );
        assert!(!shown.contains("har fået"), "nothing of the text around it");
        for other in [house.people.anna, house.people.mona, house.people.adam] {
            let opened = house.open(&house.actor(other), &path);
            assert!(matches!(opened, Err(Problem::Forbidden)), "{opened:?}");
        }
        let to = match house.send(&house.actor(doris), &format!("{path}/incident"), &[]) {
            Ok(Reply::Redirect(to)) => to,
            other => panic!("{other:?}"),
        };
        let case = page(house, doris, &to);
        assert!(
            case.contains("wished to be written to in another way"),
            "{case}"
        );
        assert!(case.contains("one recipient at"), "{case}");
        let again = house.send(&house.actor(doris), &format!("{path}/incident"), &[]);
        assert!(matches!(
            again,
            Err(Problem::Refused("guard-views-refused-incident", _))
        ));
        assert!(page(house, doris, &path).contains(&to));
        let verdict = audit::verify(&house.app).unwrap();
        assert!(verdict.faults.is_empty(), "{:?}", verdict.faults);
    });
}

fn asked(house: &House, person: PersonId, fields: &[(&str, &str)]) -> String {
    match house.send(&house.actor(person), "/guard/evidence", fields) {
        Ok(Reply::Page(page)) => page.body,
        other => panic!("{other:?}"),
    }
}

fn anna_s_name(house: &House) -> String {
    let anna = house.people.anna;
    let people = house.app.read(|conn| organisation::people(conn, &[anna]));
    people.unwrap()[&anna].name()
}

#[test]
fn an_address_that_is_searched_stands_in_no_address_of_a_page() {
    let house = House::sqlite();
    for _ in 0..=Pager::SIZE {
        mail(&house, Way::Portal, Outcome::Stored, &[Reason::Sensitive]);
    }
    let aud = house.people.aud;
    let first = asked(&house, aud, &[("recipient", "Kalle@anka.example")]);
    let links = first.split("href=\"").skip(1);
    let mut links = links.filter_map(|rest| rest.split('"').next());
    assert!(!first.contains("method=\"get\""), "{first}");
    let next = links.find(|href| href.contains("page=2")).unwrap();
    assert!(!next.contains("alle"), "{next}");
    // The next page asks by the keyed hash, and so does what is taken along from there.
    let next = next.replace("&#38;", "&").replace("&amp;", "&");
    let second = page(&house, aud, &next);
    assert!(second.contains("21 attempts") && !second.contains("alle@anka"));
    let hash = place::address_hash(&house.app, TO);
    let again = format!("name=\"to\" value=\"{hash}\"");
    assert!(second.contains(&again), "{second}");
    let taken = house.send(&house.actor(aud), "/guard/evidence.csv", &[("to", &hash)]);
    assert!(matches!(taken, Ok(Reply::File(_))), "{taken:?}");
    // What somebody puts into a link all the same is not asked for.
    let old = page(
        &house,
        aud,
        "/guard/evidence?recipient=Kalle%40anka.example",
    );
    assert!(!old.contains("<h2>"), "{old}");
    assert!(!old.contains("alle@anka"), "{old}");
}

#[test]
fn evidence_is_found_by_message_id_and_by_address_and_taken_along() {
    on_both(|house| {
        mail(house, Way::Portal, Outcome::Stored, &[Reason::Sensitive]);
        for person in [house.people.doris, house.people.aud] {
            let by_id = "/guard/evidence?message=%3Cone%40testby.example%3E";
            assert!(page(house, person, by_id).contains("anka.example"));
            let found = asked(house, person, &[("recipient", "Kalle@anka.example")]);
            assert!(found.contains("1 attempt"), "{found}");
            let none = asked(house, person, &[("recipient", "other@anka.example")]);
            assert!(none.contains("0 attempts"));
        }
        let aud = house.actor(house.people.aud);
        for kind in ["csv", "json", "pdf"] {
            let path = format!("/guard/evidence.{kind}");
            let by_id = [("message", "one@testby.example")];
            let Ok(Reply::File(file)) = house.send(&aud, &path, &by_id) else {
                panic!("{kind}");
            };
            let text = String::from_utf8_lossy(&file.bytes).into_owned();
            assert!(kind == "pdf" || text.contains("sensitive"), "{text}");
            assert!(!text.contains("kalle") && !text.contains(SECRET));
        }
        let taken = |person, field| {
            let fields = [field];
            match house.send(&house.actor(person), "/guard/evidence.json", &fields) {
                Ok(Reply::File(file)) => String::from_utf8(file.bytes).unwrap(),
                other => panic!("{other:?}"),
            }
        };
        // Who: the officer knows the sender by name, the auditor by the keyed hash; the recipient as it was asked.
        let by_address = ("recipient", "Kalle@anka.example");
        let officer = taken(house.people.doris, by_address);
        let auditor = taken(house.people.aud, ("message", "one@testby.example"));
        let anna = anna_s_name(house);
        assert!(
            officer.contains(&anna) && officer.contains("Kalle@anka.example"),
            "{officer}"
        );
        assert!(!auditor.contains(&anna), "{auditor}");
        assert!(
            page(
                house,
                house.people.doris,
                "/guard/evidence?message=one%40testby.example"
            )
            .contains(&anna)
        );
        assert!(
            !page(
                house,
                house.people.aud,
                "/guard/evidence?message=one%40testby.example"
            )
            .contains(&anna)
        );
        // Nothing was sent, so there is no digest of it.
        assert!(
            auditor.contains("\"sha256_as_received\": \"00\""),
            "{auditor}"
        );
        assert!(
            auditor.contains("\"sha256_of_sent_bytes\": null"),
            "{auditor}"
        );
        let noted: i64 = house
            .app
            .read(|conn| {
                let sql = "SELECT COUNT(*) FROM audit_entries WHERE verb = 'guard.export'";
                Ok::<_, Problem>(conn.value(sql, &[])?)
            })
            .unwrap();
        assert_eq!(noted, 5);
        let closed = house.open(&house.actor(house.people.iris), "/guard/evidence");
        assert!(matches!(closed, Err(Problem::Forbidden)));
    });
}

#[test]
fn a_manager_sees_no_count_under_five() {
    let house = House::sqlite();
    let mona = house.people.mona;
    for n in 1..=5 {
        mail(&house, Way::Portal, Outcome::Stored, &[Reason::Sensitive]);
        let shown = page(&house, mona, "/guard/units");
        assert_eq!(shown.contains("Too few to be shown"), n < 5, "{n}: {shown}");
    }
    assert!(matches!(
        house.open(&house.actor(house.people.anna), "/guard/units"),
        Err(Problem::Forbidden)
    ));
    assert_eq!(shown(vec![("a", 7), ("b", 3)]), None);
    assert_eq!(
        shown(vec![("a", 7), ("b", 0)]),
        Some((vec![("a", 7), ("b", 0)], 7))
    );
}

#[test]
fn weeks_begin_on_monday_and_none_is_left_out() {
    let day = |text| Day::parse(text).unwrap();
    let days = [
        (day("2026-03-01"), "checked".to_owned(), 2),
        (day("2026-03-02"), "checked".to_owned(), 3),
        (day("2026-03-08"), "checked".to_owned(), 4),
    ];
    let weeks = weeks(&days, day("2026-03-08"), 3);
    let all: Vec<(String, i64)> = weeks
        .iter()
        .map(|week| (week.monday.to_string(), week.get("checked")))
        .collect();
    let wanted = [("2026-03-02", 7), ("2026-02-23", 2), ("2026-02-16", 0)];
    assert_eq!(all, wanted.map(|(day, n)| (day.to_owned(), n)));
}

fn hold(house: &House) {
    hold_of(house, Some(house.people.anna), "anna@testby.example");
}

fn hold_of(house: &House, sender: Option<PersonId>, address: &str) {
    let app = &house.app;
    let judged = judged(vec![verdict(app, TO, Way::Hold, &[Reason::Sensitive])]);
    let telling = held::Telling {
        recipients: &[TO],
        sender,
        sender_address: address,
        bounce: false,
        released: None,
        subject: SUBJECT,
        judged: &judged,
        what: Way::Hold,
    };
    app.write(&Actor::program("guard"), |tx| {
        held::keep(app, tx, &telling, b"x")
    })
    .unwrap();
}

#[test]
fn the_officer_reads_which_mailbox_nobody_answers_for() {
    on_both(|house| {
        let doris = house.people.doris;
        let path = "/guard/mailboxes";
        assert!(!page(house, doris, path).contains("Nobody answers"));
        hold_of(house, None, "Scanner@testby.example");
        let shown = page(house, doris, path);
        assert!(shown.contains("Nobody answers") && shown.contains("scanner@testby.example"));
        assert!(
            !shown.contains(SUBJECT) && !shown.contains(SECRET),
            "{shown}"
        );
        let number = house.app.read(|conn| {
            let anna = organisation::people(conn, &[house.people.anna])?;
            Ok::<_, Problem>(anna[&house.people.anna].number.clone())
        });
        let noted = [
            ("address", "scanner@testby.example"),
            ("kind", "shared"),
            ("owner", &number.unwrap()),
            ("reason", "The scanner on the second floor."),
        ];
        house.send(&house.actor(doris), path, &noted).unwrap();
        assert!(!page(house, doris, path).contains("Nobody answers"));
        assert!(page(house, house.people.anna, "/my-mails").contains(SUBJECT));
    });
}

#[test]
fn a_second_reader_is_off_until_law_and_staff_are_heard() {
    on_both(|house| {
        hold(house);
        let (doris, iris) = (house.actor(house.people.doris), house.people.iris);
        assert!(page(house, house.people.doris, "/guard/eyes").contains("759/2004"));
        let second = house.open(&house.actor(iris), "/guard/second");
        assert!(matches!(second, Err(Problem::NotFound)));
        let board = house.controllers[0].to_string();
        let mut fields = vec![
            ("board", board.as_str()),
            ("reader", "1004"),
            ("consulted", "2026-02-02"),
            ("note", "Works council, 2 February."),
        ];
        let alone = page(house, house.people.anna, "/my-mails");
        assert!(alone.contains("Only you can read"), "{alone}");
        let unread = house.send(&doris, "/guard/eyes", &fields);
        assert!(matches!(&unread, Ok(Reply::Page(page)) if page.status == 422));
        fields.push(("read", "1"));
        house.send(&doris, "/guard/eyes", &fields).unwrap();
        // The sender reads who else may, and under which rule.
        let shared = page(house, house.people.anna, "/my-mails");
        assert!(!shared.contains("Only you can read"), "{shared}");
        assert!(
            shared.contains("as second reader") && shared.contains("759/2004"),
            "{shared}"
        );
        let list = page(house, iris, "/guard/second");
        assert!(!list.contains(SUBJECT), "{list}");
        let start = list.find("/guard/second/").unwrap();
        let path: String = list[start..].chars().take_while(|c| *c != '"').collect();
        let opened = house.send(
            &house.actor(iris),
            &path,
            &[("reason", "The matter cannot wait.")],
        );
        let Ok(Reply::Page(opened)) = opened else {
            panic!("{opened:?}");
        };
        assert!(opened.body.contains(SECRET));
        let told = page(house, house.people.anna, "/notices");
        assert!(told.contains("was opened"), "{told}");
        let exempt = [
            ("address", "anna@testby.example"),
            ("kind", "exempt"),
            ("reason", "Shop steward."),
        ];
        house.send(&doris, "/guard/mailboxes", &exempt).unwrap();
        let closed = house.send(&house.actor(iris), &path, &[("reason", "Again.")]);
        assert!(matches!(
            closed,
            Err(Problem::Refused("guard-views-refused-exempt", _))
        ));
        let verdict = audit::verify(&house.app).unwrap();
        assert!(verdict.faults.is_empty(), "{:?}", verdict.faults);
    });
}

#[test]
fn every_rule_names_its_source_and_its_conditions_exist() {
    let house = House::sqlite();
    let w = house.app.tongue(kit::words::Lang::En);
    assert!(rules().len() >= 2);
    for rule in rules() {
        assert!(
            rule.source.len() > 20 && w.has(rule.conditions()),
            "{}",
            rule.id
        );
    }
    assert_eq!(
        place::address_hash(&house.app, " Kalle@ANKA.example").len(),
        32
    );
}
