//! What does not leave: held, wished as a letter, kept in the portal; and what its sender then says.

use detect::Class;
use kit::jobs;

use super::super::super::held::HeldId;
use super::super::judge::Reading;
use super::super::release::send;
use super::{CONFIDENTIAL, OPEN, Ways, codes, engine, envelope, guarded, locked, message};
use crate::base::testing::{House, on_both};
use crate::base::{App, Problem, audit};
use crate::modules::guard::pass::{Engine, take};

/// An identity number and an illness: sensitive, and certain.
pub const SENSITIVE: &str = "From: anna@testby.example\r\nSubject: Sag\r\n\r\n\
    Borgerens cpr er 010180-0008. Hun har fået diagnosen depression.\r\n";
/// A name and an illness: sensitive, and by words alone.
pub const WORDS: &str = "From: anna@testby.example\r\nSubject: Sag\r\nMIME-Version: 1.0\r\n\
    Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n\
    Kirsten Holm Jensen har fået diagnosen depression og er sygemeldt.\r\n";
pub const TO: &str = "x@elsewhere.example";

pub fn held(app: &App) -> Vec<HeldId> {
    app.read(|conn| {
        conn.all(
            "SELECT id FROM guard_stopped WHERE way = 'hold' ORDER BY id",
            &[],
        )?
        .iter()
        .map(|row| Ok::<_, Problem>(row.get("id")?))
        .collect()
    })
    .unwrap()
}

pub fn sound(app: &App) {
    let verdict = audit::verify(app).unwrap();
    assert!(verdict.faults.is_empty(), "{:?}", verdict.faults);
}

/// The sender answers on the page, and the job is run.
fn answered(house: &House, engine: &Engine, id: HeldId, fields: &[(&str, &str)]) {
    let anna = house.actor(house.people.anna);
    house
        .send(&anna, &format!("/my-mails/{id}"), fields)
        .unwrap();
    let queued = jobs::counts(&house.app.db).unwrap().0;
    assert!(queued > 0, "the sending is queued");
    assert!(send(engine, id, false).unwrap(), "everything is sent");
}

/// Evidence belongs to a board: a mail that was passed on before there is one would be asked for again, and leave twice.
#[test]
fn before_the_first_board_nothing_leaves() {
    on_both(|house| {
        let ways = Ways::default();
        let engine = engine(&guarded(house, true), &ways);
        let mail = envelope("4A1", &["x@elsewhere.example"]);
        house.at("1700-01-01T08:00:00Z");
        for _ in 0..2 {
            let replies = take(&engine, &mail, &message(OPEN));
            assert_eq!(codes(&replies), [451]);
            assert!(replies[0].text.contains("No board"), "{:?}", replies[0]);
        }
        assert_eq!(ways.to().len(), 0);
        house.at("2026-03-02T08:00:00Z");
        assert_eq!(codes(&take(&engine, &mail, &message(OPEN))), [250]);
        assert_eq!(ways.to().len(), 1);
    });
}

#[test]
fn sensitive_mail_is_held_once_and_answered_as_done() {
    on_both(|house| {
        let app = guarded(house, false);
        let ways = Ways::default();
        let engine = engine(&app, &ways);
        for _ in 0..2 {
            let replies = take(&engine, &envelope("4A1", &[TO]), &message(SENSITIVE));
            assert_eq!(codes(&replies), [250]);
        }
        assert!(ways.to().is_empty());
        assert_eq!(held(&app).len(), 1);
        sound(&app);
    });
}

#[test]
fn what_words_alone_have_stopped_goes_on_when_its_sender_says_why() {
    on_both(|house| {
        let app = guarded(house, false);
        let ways = Ways::default();
        let engine = engine(&app, &ways);
        let mail = envelope("4A1", &[TO]);
        let read = Reading::of(&engine, &mail, &message(WORDS)).unwrap();
        assert_eq!(
            (read.facts.unread, read.facts.all.class),
            (0, Class::Sensitive)
        );
        assert!(
            read.facts.certain.class < Class::Confidential,
            "{:?}",
            read.facts
        );
        take(&engine, &mail, &message(WORDS));
        assert!(ways.to().is_empty());
        let id = held(&app)[0];
        let fields = [
            ("answer", "not-sensitive"),
            ("why", "invented"),
            ("reason", "A name in a novel."),
        ];
        answered(house, &engine, id, &fields);
        assert_eq!(locked(&ways.left)[0].content, WORDS.as_bytes());
        assert!(send(&engine, id, false).unwrap(), "and not a second time");
        assert_eq!(ways.to(), [TO]);
        sound(&app);
    });
}

#[test]
fn secure_is_the_portal_for_what_needs_it() {
    on_both(|house| {
        let app = guarded(house, false);
        let ways = Ways::default();
        let engine = engine(&app, &ways);
        take(&engine, &envelope("4A1", &[TO]), &message(SENSITIVE));
        answered(house, &engine, held(&app)[0], &[("answer", "secure")]);
        assert!(ways.to().is_empty());
        let count = |sql: &str| -> i64 {
            app.read(|conn| Ok::<_, Problem>(conn.value(sql, &[])?))
                .unwrap()
        };
        assert_eq!(count("SELECT COUNT(*) FROM guard_portal_messages"), 1);
        // The release is of the mail that was held, not another mail.
        assert_eq!(count("SELECT COUNT(*) FROM guard_seen"), 1);
        assert_eq!(count("SELECT COUNT(*) FROM guard_stopped"), 1);
        let checked = "SELECT CAST(SUM(n) AS BIGINT) FROM guard_counts WHERE what = 'checked'";
        assert_eq!(count(checked), 1);
        sound(&app);
    });
}

#[test]
fn evidence_stands_for_every_recipient() {
    on_both(|house| {
        let app = guarded(house, false);
        let ways = Ways::default();
        let engine = engine(&app, &ways);
        let to = ["mona@testby.example", TO];
        take(&engine, &envelope("4A1", &to), &message(CONFIDENTIAL));
        let rows: i64 = app
            .read(|conn| Ok::<_, Problem>(conn.value("SELECT COUNT(*) FROM guard_sent", &[])?))
            .unwrap();
        assert_eq!(rows, 2);
        sound(&app);
    });
}
