//! Stopped mails from their door, on both engines.

use kit::words::Lang;

use super::super::made::{SECRET, SUBJECT, judged, verdict};
use super::super::model::{Judged, Reason, Way};
use super::model::{Decision, Standing, Step, Why, answers, rule};
use super::store;
use super::*;
use crate::base::organisation::PersonId;
use crate::base::testing::{House, on_both};
use crate::base::visit::{Answer, Reply};
use crate::base::{Actor, Problem, audit};

const TO: &str = "kalle@anka.example";
const BODY: &[u8] = b"Subject: Om Kalle Anka\r\n\r\ncpr 010180-0008\r\n";

fn held(house: &House, owner: Option<PersonId>, address: &str, answerable: bool) -> Judged {
    let app = &house.app;
    let mut to = verdict(app, TO, Way::Hold, &[Reason::Sensitive]);
    to.1.answerable = answerable;
    let judged = judged(vec![to]);
    let telling = Telling {
        recipients: &[TO],
        sender: owner,
        sender_address: address,
        bounce: false,
        released: None,
        subject: SUBJECT,
        judged: &judged,
        what: Way::Hold,
    };
    let actor = Actor::program("guard");
    app.write(&actor, |tx| keep(app, tx, &telling, BODY))
        .unwrap();
    // Handed in again: kept once.
    app.write(&actor, |tx| keep(app, tx, &telling, BODY))
        .unwrap();
    judged
}

fn page(house: &House, person: PersonId, path: &str) -> String {
    match house.open(&house.actor(person), path) {
        Ok(Reply::Page(page)) => page.body,
        other => panic!("{path}: {other:?}"),
    }
}

fn only(house: &House, owner: PersonId) -> Stopped {
    let found = house
        .app
        .read(|conn| store::of_owner(conn, owner, (10, 0)))
        .unwrap();
    assert_eq!(found.0, 1);
    found.1[0].clone()
}

/// A mail of Anna's is held: its row, and its page.
fn annas(house: &House, answerable: bool) -> (Stopped, String) {
    let anna = house.people.anna;
    held(house, Some(anna), "anna@testby.example", answerable);
    let row = only(house, anna);
    let path = format!("/my-mails/{}", row.id);
    (row, path)
}

/// What Anna's form says comes to.
fn answer(house: &House, path: &str, fields: &[(&str, &str)]) -> Answer {
    house.send(&house.actor(house.people.anna), path, fields)
}

/// The officer names Anna as the owner of a mailbox that several people use.
fn named_owner(house: &House, address: &str) {
    let fields = [
        ("address", address),
        ("kind", "shared"),
        ("owner", "1001"),
        ("reason", "Scans to mail."),
    ];
    let doris = house.actor(house.people.doris);
    house.send(&doris, "/guard/mailboxes", &fields).unwrap();
}

/// What left, came to this.
fn ended(house: &House, row: &Stopped, way: Way) {
    let app = &house.app;
    app.write(&Actor::program("guard"), |tx| {
        settle(app, tx, row.id, &[(TO, way)])
    })
    .unwrap();
}

/// What is kept of it: the passages and the message, each sealed.
fn kept(house: &House, row: &Stopped) -> (Option<Vec<u8>>, Option<Vec<u8>>) {
    house.app.read(|conn| store::sealed(conn, row.id)).unwrap()
}

fn now(house: &House, row: &Stopped) -> Standing {
    let steps = house
        .app
        .read(|conn| store::steps(conn, &[row.id]))
        .unwrap();
    store::standing(row.way, row.id, &steps)
}

fn sound(house: &House) {
    let verdict = audit::verify(&house.app).unwrap();
    assert!(verdict.faults.is_empty(), "{:?}", verdict.faults);
}

#[test]
fn a_held_mail_is_read_by_its_sender_alone() {
    on_both(|house| {
        let anna = house.people.anna;
        let (row, path) = annas(house, false);
        let (sealed, message) = kept(house, &row);
        for bytes in [sealed.unwrap(), message.unwrap()] {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            assert!(!text.contains("010180") && !text.contains("Kalle") && !text.contains("anka"));
        }
        assert!(page(house, anna, "/my-mails").contains(SUBJECT));
        let shown = page(house, anna, &path);
        assert!(shown.contains(SECRET) && shown.contains("<mark>") && shown.contains(TO));
        assert!(
            !shown.contains("not-sensitive"),
            "certain findings are not answered away"
        );
        for other in [house.people.mona, house.people.doris, house.people.adam] {
            let opened = house.open(&house.actor(other), &path);
            assert!(matches!(opened, Err(Problem::NotFound)), "{opened:?}");
            assert!(!page(house, other, "/my-mails").contains(SUBJECT));
        }
        sound(house);
    });
}

#[test]
fn the_notice_says_what_was_found_and_quotes_nothing() {
    let house = House::sqlite();
    annas(&house, false);
    let notices = page(&house, house.people.anna, "/notices");
    assert!(notices.contains("is held"), "{notices}");
    let rows = house
        .app
        .read(|conn| Ok::<_, Problem>(conn.all("SELECT args, href FROM notices_sent", &[])?.len()))
        .unwrap();
    assert_eq!(rows, 1, "handed in twice, told once");
    for lang in Lang::ALL {
        let w = house.app.tongue(lang);
        let args = [
            ("found", "x".into()),
            ("until", "y".into()),
            ("href", "z".into()),
        ];
        let text = w.with("guard-notice-held-text", &args);
        assert!(
            text.contains('x') && text.contains('y') && text.contains('z'),
            "{lang}: {text}"
        );
    }
}

#[test]
fn secure_sending_is_queued_and_what_is_sent_is_wiped() {
    on_both(|house| {
        let app = &house.app;
        let (row, path) = annas(house, false);
        let before = app.read(|conn| content(app, conn, row.id)).unwrap();
        assert!(
            before.is_none(),
            "nothing leaves before somebody has decided"
        );
        let weak = answer(house, &path, &[("answer", "not-sensitive")]);
        assert!(
            matches!(&weak, Ok(Reply::Page(page)) if page.status == 422),
            "{weak:?}"
        );
        answer(house, &path, &[("answer", "secure")]).unwrap();
        assert_eq!(now(house, &row), Standing::Leaving);
        let job = kit::jobs::claim(&app.db, app.now()).unwrap();
        let mut job = job.unwrap();
        while job.kind != RELEASE {
            job = kit::jobs::claim(&app.db, app.now())
                .unwrap()
                .expect("the release is queued");
        }
        assert_eq!(job.payload, row.id.to_string());
        let content = app
            .read(|conn| content(app, conn, row.id))
            .unwrap()
            .unwrap();
        assert_eq!(content.message, BODY);
        assert_eq!(
            (content.answer, content.recipients),
            (Said::Secure, vec![TO.to_owned()])
        );
        ended(house, &row, Way::Portal);
        assert_eq!(now(house, &row), Standing::Sent);
        assert!(kept(house, &row).1.is_none());
        let again = answer(house, &path, &[("answer", "cancel")]);
        assert!(matches!(
            again,
            Err(Problem::Refused("guard-held-refused-late", _))
        ));
        sound(house);
    });
}

#[test]
fn an_answer_exists_only_where_the_rules_take_it() {
    on_both(|house| {
        let app = &house.app;
        let (row, path) = annas(house, true);
        let fields = [
            ("answer", "not-sensitive"),
            ("why", "invented"),
            ("reason", "A test person."),
        ];
        answer(house, &path, &fields).unwrap();
        let content = app
            .read(|conn| content(app, conn, row.id))
            .unwrap()
            .unwrap();
        assert_eq!(
            content.answer,
            Said::NotSensitive("A test person.".to_owned())
        );
        // A wish or a floor stops it the second time: it is the sender's again, with its content.
        ended(house, &row, Way::Hold);
        assert_eq!(now(house, &row), Standing::Waits);
        answer(house, &path, &[("answer", "cancel")]).unwrap();
        assert_eq!(now(house, &row), Standing::Cancelled);
        sound(house);
    });
}

#[test]
fn what_nobody_decides_ends_and_the_sender_is_reminded() {
    on_both(|house| {
        let (row, _) = annas(house, false);
        house.at("2026-03-14T08:00:00Z");
        sweep(&house.app).unwrap();
        assert_eq!(now(house, &row), Standing::Waits);
        house.at("2026-03-17T08:00:00Z");
        sweep(&house.app).unwrap();
        assert_eq!(now(house, &row), Standing::Expired);
        assert_eq!(kept(house, &row), (None, None));
        let told = page(house, house.people.anna, "/notices");
        assert!(
            told.contains("soon be erased") && told.contains("erased and not sent"),
            "{told}"
        );
        sound(house);
    });
}

#[test]
fn a_mailbox_that_nobody_owns_is_told_to_the_officer() {
    let house = House::sqlite();
    held(&house, None, "Fakturor@Testby.example", false);
    let told = page(&house, house.people.doris, "/notices");
    assert!(told.contains("nobody owns"), "{told}");
    named_owner(&house, "skrivare@testby.example");
    held(&house, None, "Skrivare@Testby.example", false);
    assert!(page(&house, house.people.anna, "/my-mails").contains(SUBJECT));
}

#[test]
fn what_came_before_somebody_was_named_is_theirs_then() {
    on_both(|house| {
        held(house, None, "Skanner@Testby.example", false);
        named_owner(house, "skanner@testby.example");
        let row = only(house, house.people.anna);
        let shown = page(house, house.people.anna, &format!("/my-mails/{}", row.id));
        assert!(shown.contains(SECRET));
        sound(house);
    });
}

#[test]
fn a_change_of_keys_leaves_held_mails_readable() {
    on_both(|house| {
        let (_, path) = annas(house, false);
        super::super::rotate_keys(&house.app, true).unwrap();
        assert!(page(house, house.people.anna, &path).contains(SECRET));
        sound(house);
    });
}

#[test]
fn forgetting_takes_owner_and_content() {
    on_both(|house| {
        let (app, anna) = (&house.app, house.people.anna);
        let (row, _) = annas(house, false);
        app.write(&Actor::console(), |tx| forget(tx, anna)).unwrap();
        let row = app.read(|conn| store::one(conn, row.id)).unwrap().unwrap();
        assert_eq!(row.owner, None);
        assert_eq!(kept(house, &row), (None, None));
        sound(house);
    });
}

#[test]
fn standings_follow_the_steps() {
    let of = |steps: &[Step]| Standing::of(Way::Hold, steps);
    assert_eq!(of(&[]), Standing::Waits);
    assert_eq!(of(&[Step::Reminded, Step::Opened]), Standing::Waits);
    assert_eq!(of(&[Step::Secure]), Standing::Leaving);
    assert_eq!(of(&[Step::Secure, Step::Sent, Step::Back]), Standing::Waits);
    assert_eq!(
        Standing::of(Way::Letter, &[Step::Letter]),
        Standing::Lettered
    );
    for step in Step::ALL {
        assert_eq!(Step::parse(step.code()), Some(step));
    }
    for why in Why::ALL {
        assert_eq!(Why::parse(why.code()), Some(why));
    }
}

#[test]
fn a_decision_is_read_only_where_it_exists() {
    let fields = |text: &str| kit::form::Fields::parse(text);
    let answer = "answer=not-sensitive&why=public&reason=x";
    let typed = |text: &str, way, answerable, stuck| {
        Decision::typed(&fields(text), &answers(way, answerable, stuck))
    };
    assert!(typed(answer, Way::Hold, true, false).is_ok());
    assert!(typed(answer, Way::Hold, false, false).is_err());
    assert!(typed("answer=not-sensitive&why=public", Way::Hold, true, false).is_err());
    assert!(typed("answer=secure", Way::Hold, false, false).is_ok());
    assert!(typed("answer=secure", Way::Hold, false, true).is_err());
    for way in [
        Way::Letter,
        Way::Refuse,
        Way::Portal,
        Way::Plain,
        Way::Verified,
    ] {
        assert!(typed("answer=secure", way, true, false).is_err());
        assert!(typed(answer, way, true, false).is_err());
    }
    assert_eq!(
        typed("answer=letter", Way::Letter, false, false).unwrap(),
        Decision::Letter
    );
    let wish = Reason::WishOfSubject {
        channel: "letter".to_owned(),
    };
    let class = super::super::model::Class::Sensitive;
    assert_eq!(
        rule(&[Reason::Sensitive, wish], class),
        "guard-held-rule-wish"
    );
}
