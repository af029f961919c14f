//! Evidence and counts, on both engines.

use kit::words::Lang;
use serde_json::json;

use super::super::made::{SECRET, judged, verdict};
use super::super::model::{Judged, Reason, Way};
use super::model::{Attempt, counts, what};
use super::*;
use crate::base::figure::{Period, Traced};
use crate::base::organisation::PersonId;
use crate::base::testing::{House, on_both};
use crate::base::{Actor, Problem, audit};

const A: &str = "a@anka.example";
const B: &str = "b@mus.example";

fn entry<'a>(judged: &'a Judged, at: usize, way: Way, outcome: Outcome) -> Entry<'a> {
    let (to, verdict) = &judged.verdicts[at];
    Entry {
        recipient: &to.address,
        level: verdict.level,
        way,
        would: None,
        rule: &verdict.rule,
        wish: wished(&verdict.reasons),
        outcome,
        evidence: (way == Way::Verified).then(|| json!({"tls": {"version": "TLSv1.3"}})),
        repeat: false,
    }
}

fn noted(house: &House, judged: &Judged, sender: Option<PersonId>, entries: &[Entry<'_>]) {
    let noted = Noted {
        mail: judged.mail,
        message_id: &judged.message_id,
        queue_id: &judged.queue_id,
        sender,
        sender_address: "anna@testby.example",
        judged,
        digest: "00",
        dry: entries.iter().any(|one| one.would.is_some()),
        entries,
    };
    let app = &house.app;
    app.write(&Actor::program("guard"), |tx| note(app, tx, &noted))
        .unwrap();
}

fn by_message(house: &House, id: &str) -> Vec<Sent> {
    let asked = Asked {
        message_id: Some(id.to_owned()),
        ..Asked::default()
    };
    house
        .app
        .read(|conn| find(conn, "1 = 1", &asked, (10, 0)))
        .unwrap()
        .1
}

#[test]
fn every_recipient_has_a_row_and_an_entry_in_the_book() {
    on_both(|house| {
        let app = &house.app;
        let wish = Reason::WishOfRecipient {
            channel: "letter".to_owned(),
        };
        let judged = judged(vec![
            verdict(app, A, Way::Verified, &[Reason::Sensitive]),
            verdict(app, B, Way::Letter, &[wish]),
        ]);
        let entries = [
            entry(&judged, 0, Way::Verified, Outcome::Delivered),
            entry(&judged, 1, Way::Letter, Outcome::NotSent),
        ];
        noted(house, &judged, Some(house.people.anna), &entries);
        let rows = by_message(house, "one@testby.example");
        assert_eq!(rows.len(), 2);
        let delivered = rows
            .iter()
            .find(|row| row.domain == "anka.example")
            .unwrap();
        assert_eq!(delivered.unit, Some(house.units[1]));
        assert!(delivered.evidence.as_deref().unwrap().contains("TLSv1.3"));
        assert!(rows.iter().all(|row| !row.recipient.contains('@')));
        let verdict = audit::verify(app).unwrap();
        assert!(verdict.faults.is_empty(), "{:?}", verdict.faults);
        let entries: i64 = app
            .read(|conn| {
                let sql = "SELECT COUNT(*) FROM audit_entries WHERE verb = 'guard.sent'";
                Ok::<_, Problem>(conn.value(sql, &[])?)
            })
            .unwrap();
        assert_eq!(entries, 2);
        let seen = app
            .read(|conn| one_seen(conn, judged.mail))
            .unwrap()
            .unwrap();
        let text = format!("{seen:?}");
        assert!(!text.contains(SECRET) && !text.contains("kræft") && !text.contains("brev.docx"));
        assert!(!seen.exposed, "both were as safe as needed");
    });
}

#[test]
fn a_plainly_clean_mail_costs_its_row_alone() {
    let house = House::sqlite();
    let app = &house.app;
    let judged = judged(vec![verdict(app, A, Way::Plain, &[Reason::Clean])]);
    noted(
        &house,
        &judged,
        None,
        &[entry(&judged, 0, Way::Plain, Outcome::Passed)],
    );
    assert!(
        app.read(|conn| one_seen(conn, judged.mail))
            .unwrap()
            .is_none()
    );
    let before = app.db.statements();
    noted(
        &house,
        &judged,
        None,
        &[entry(&judged, 0, Way::Plain, Outcome::Passed)],
    );
    assert!(
        app.db.statements() - before <= 14,
        "{}",
        app.db.statements() - before
    );
}

#[test]
fn what_left_below_its_level_is_seen() {
    on_both(|house| {
        let app = &house.app;
        let judged = judged(vec![verdict(app, A, Way::Portal, &[Reason::Sensitive])]);
        let mut one = entry(&judged, 0, Way::Plain, Outcome::Passed);
        one.would = Some(Way::Portal);
        noted(house, &judged, Some(house.people.anna), &[one]);
        let seen = app
            .read(|conn| one_seen(conn, judged.mail))
            .unwrap()
            .unwrap();
        assert!(seen.exposed && seen.dry && !seen.wish);
        let day = app.today();
        let counted = app.read(|conn| days(conn, "1 = 1", day, day)).unwrap();
        let n = |what: &str| {
            counted
                .iter()
                .find(|(_, name, _)| name == what)
                .map(|(.., n)| *n)
        };
        assert_eq!(n("dry.portal"), Some(1));
        assert_eq!(n(what::EXPOSED), Some(1));
        assert_eq!(n("to.plain"), Some(1));
    });
}

#[test]
fn the_year_counts_mails_once_and_keeps_its_relations() {
    on_both(|house| {
        let app = &house.app;
        let wish = Reason::WishOfSubject {
            channel: "encrypted".to_owned(),
        };
        for _ in 0..3 {
            let judged = judged(vec![
                verdict(app, A, Way::Verified, &[Reason::Sensitive, wish.clone()]),
                verdict(app, B, Way::Hold, &[Reason::Sensitive]),
            ]);
            let late = entry(&judged, 0, Way::Verified, Outcome::Later);
            let held = entry(&judged, 1, Way::Hold, Outcome::Held);
            noted(house, &judged, Some(house.people.anna), &[late, held]);
            let done = entry(&judged, 0, Way::Verified, Outcome::Delivered);
            noted(house, &judged, Some(house.people.anna), &[done]);
        }
        let period = Period::of(2026, &app.zone, house.controllers.to_vec()).unwrap();
        let readings = app.read(|conn| figures::figures(conn, &period)).unwrap();
        let value = |key: &str, board| {
            let found = readings
                .iter()
                .find(|one| one.key == key && one.controller == board);
            found.unwrap_or_else(|| panic!("{key}")).value
        };
        for board in [None, Some(house.controllers[0])] {
            assert_eq!(value("mail.checked", board), Some(3.0));
            assert_eq!(value("mail.held", board), Some(3.0));
            assert_eq!(value("mail.raised", board), Some(3.0));
            assert_eq!(value("mail.wishes.raised", board), Some(3.0));
            assert_eq!(value("mail.by_way", board), Some(3.0));
            assert_eq!(value("mail.by_way.verified_transport", board), Some(3.0));
            assert_eq!(value("mail.released", board), Some(0.0));
        }
        assert_eq!(value("mail.checked", Some(house.controllers[1])), Some(0.0));
        for (person, links) in [(house.people.doris, 2), (house.people.aud, 1)] {
            let actor = house.actor(person);
            let traced = Traced {
                key: "mail.held".to_owned(),
                controller: None,
            };
            let rows = app
                .read(|conn| figures::rows(conn, &actor, &app.tongue(Lang::En), &period, &traced));
            let rows = rows.unwrap().unwrap();
            assert_eq!(rows.len(), links);
            for link in rows {
                assert!(house.open(&actor, &link.href).is_ok(), "{}", link.href);
            }
        }
        let before = Period::of(2025, &app.zone, house.controllers.to_vec()).unwrap();
        assert!(
            app.read(|conn| figures::figures(conn, &before))
                .unwrap()
                .is_empty()
        );
    });
}

#[test]
fn counting_is_the_same_however_a_mail_is_cut_into_attempts() {
    let one = |way, outcome| Attempt {
        way,
        would: None,
        wish: false,
        outcome,
        exposed: false,
    };
    let all = [
        one(Way::Plain, Outcome::Passed),
        one(Way::Portal, Outcome::Stored),
        one(Way::Hold, Outcome::Held),
        one(Way::Verified, Outcome::Delivered),
    ];
    let class = detect::Class::Sensitive;
    let whole = counts(class, &[], &all);
    for cut in 0..=all.len() {
        let mut sum = counts(class, &[], &all[..cut]);
        if cut == 0 {
            continue;
        }
        for (what, n) in counts(class, &all[..cut], &all[cut..]) {
            *sum.entry(what).or_default() += n;
        }
        assert_eq!(sum, whole, "cut at {cut}");
    }
    assert_eq!(whole.get(what::RAISED), Some(&1));
    assert_eq!(whole.get("to.portal"), Some(&1));
}
