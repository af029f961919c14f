//! What a guard that is dead, or another one, leaves behind, on both databases. (That it is really killed: `crates/app/tests/guard_lab.rs`.)

use transport::smtp::Fate;

use super::super::store;
use super::{
    OPEN, Ways, codes, engine, envelope, guarded, locked, mail_id, message, recipient_hash, take,
};
use crate::base::Actor;
use crate::base::testing::on_both;

#[test]
fn only_what_may_have_left_is_sent_as_a_repeat() {
    on_both(|house| {
        let app = guarded(house, false);
        let (to, text) = ("x@elsewhere.example", message(OPEN));
        let hash = recipient_hash(&app, to);
        for (queue_id, ended, tries, repeat) in [
            ("4A1", false, 1, false),
            ("4A2", true, 1, true),
            // The first try left it open; the second one was killed before its end.
            ("4A3", false, 2, true),
        ] {
            let ways = Ways::default();
            let killed = engine(&app, &ways);
            let mail = mail_id(&app, queue_id, &text.sha256());
            let until = app.now().plus_seconds(60);
            app.write(&Actor::program("test"), |tx| {
                store::begin(tx, mail, &hash, &killed.me, (until, tries))
            })
            .unwrap();
            if ended {
                killed
                    .begun
                    .note(mail, [hash.as_str()].into_iter(), app.now())
                    .unwrap();
            }
            // A killed program takes nothing away.
            std::mem::forget(killed);
            let next = engine(&app, &ways);
            let replies = take(&next, &envelope(queue_id, &[to]), &text);
            assert_eq!(codes(&replies), [250]);
            let left = locked(&ways.left);
            assert_eq!(left.len(), 1);
            assert_eq!(left[0].head.contains("repeat=yes"), repeat, "{queue_id}");
        }
    });
}

#[test]
fn a_guard_that_ended_well_leaves_no_notes() {
    on_both(|house| {
        let app = guarded(house, false);
        let ways = Ways::default();
        let engine = engine(&app, &ways);
        let to = envelope("4A1", &["x@elsewhere.example"]);
        assert_eq!(codes(&take(&engine, &to, &message(OPEN))), [250]);
        let notes = || {
            std::fs::read_dir(app.keys.dir().join("begun"))
                .unwrap()
                .count()
        };
        assert_eq!(notes(), 1);
        drop(engine);
        assert_eq!(notes(), 0);
    });
}

#[test]
fn a_try_that_sent_nothing_does_not_undo_an_earlier_one() {
    on_both(|house| {
        let app = guarded(house, false);
        let (ways, text) = (Ways::default(), message(OPEN));
        let to = envelope("4A1", &["x@elsewhere.example"]);
        // The line falls behind the dot; then Postfix does not answer; each time the guard is killed.
        locked(&ways.plain).extend([Fate::NotSent, Fate::Unknown]);
        for code in [451, 451, 250] {
            let engine = engine(&app, &ways);
            assert_eq!(codes(&take(&engine, &to, &text)), [code]);
            std::mem::forget(engine);
        }
        let left = locked(&ways.left);
        let repeats: Vec<bool> = left
            .iter()
            .map(|one| one.head.contains("repeat=yes"))
            .collect();
        assert_eq!(repeats, [false, true]);
    });
}

#[test]
fn a_lease_of_another_guard_is_respected_and_of_a_dead_one_not() {
    on_both(|house| {
        let app = guarded(house, false);
        let ways = Ways::default();
        let engine = engine(&app, &ways);
        let text = message(OPEN);
        let mail = mail_id(&app, "4A1", &text.sha256());
        let hash = recipient_hash(&app, "x@elsewhere.example");
        let begin = |owner: super::super::ledger::Owner| {
            let until = app.now().plus_seconds(60);
            let actor = Actor::program("test");
            app.write(&actor, |tx| {
                store::begin(tx, mail, &hash, &owner, (until, 1))
            })
            .unwrap()
        };
        assert!(
            begin(super::super::ledger::Owner::new("ffff", "01")),
            "another machine begins"
        );
        let to = envelope("4A1", &["x@elsewhere.example"]);
        assert_eq!(codes(&take(&engine, &to, &text)), [451]);
        assert!(ways.to().is_empty());
        // Its lease is over: nobody knows how it ended, so the mail goes out once, marked.
        house.at("2026-03-02T08:01:01Z");
        assert_eq!(codes(&take(&engine, &to, &text)), [250]);
        assert!(locked(&ways.left)[0].head.contains("repeat=yes"));
    });
}
