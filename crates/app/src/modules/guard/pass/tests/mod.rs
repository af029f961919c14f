//! The engine from its door, on both databases: what is answered, what is sent, what is remembered.

mod chaos;
mod killed;
mod notices;
mod released;
mod stays;

use std::sync::{Arc, Mutex, PoisonError};

use transport::smtp::Fate;
use transport::smtp::Sending;
use transport::{Deadline, Envelope, Message, Need, Outcome, Parcel, Recipient, Reply};

use super::{Engine, Outlets, mail_id, recipient_hash, store, take};
use crate::base::App;
use crate::base::config::Outgoing;
use crate::base::testing::{House, on_both};

pub const OPEN: &str = "From: anna@testby.example\r\nTo: x@elsewhere.example\r\nSubject: Meeting\r\n\r\n\
    The meeting is on Tuesday.\r\n";
/// With a CPR number of nobody: confidential, so level 1 by Danish rules.
pub const CONFIDENTIAL: &str =
    "From: anna@testby.example\r\nSubject: Sag\r\n\r\nBorgerens cpr er 010180-0008.\r\n";

/// What has left the guard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    pub to: String,
    pub head: String,
    pub content: Vec<u8>,
    pub need: Option<Need>,
}

/// Ways that only remember, and answer as they are told.
#[derive(Clone, Default)]
pub struct Ways {
    pub left: Arc<Mutex<Vec<Left>>>,
    /// The next answers of the second listener, for whole mails; none: taken.
    pub plain: Arc<Mutex<Vec<Fate>>>,
    /// The same of other servers.
    pub verified: Arc<Mutex<Vec<Outcome>>>,
}

pub fn locked<T>(of: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Ways {
    pub fn outlets(&self) -> Outlets {
        let (one, two) = (self.clone(), self.clone());
        Outlets {
            plain: Arc::new(move |envelope, (head, message), before_end, _| {
                let fate = locked(&one.plain).pop();
                let fate = fate.unwrap_or_else(|| Fate::Taken(Reply::done("queued")));
                if matches!(fate, Fate::Taken(_) | Fate::Unknown) {
                    before_end().unwrap();
                    one.note(envelope, head, message, None);
                }
                Sending {
                    fates: envelope.recipients.iter().map(|_| fate.clone()).collect(),
                    fault: None,
                    sha256: None,
                    bytes: 0,
                }
            }),
            verified: Arc::new(move |parcel: &Parcel<'_>, need, _: Deadline| {
                let outcome = locked(&two.verified).pop();
                let outcome = outcome.unwrap_or_else(|| Outcome::Delivered(evidence(parcel, need)));
                if matches!(outcome, Outcome::Delivered(_) | Outcome::Unknown { .. }) {
                    (parcel.before_end)().unwrap();
                    two.note(parcel.envelope, parcel.head, parcel.message, Some(need));
                }
                parcel
                    .envelope
                    .recipients
                    .iter()
                    .map(|_| outcome.clone())
                    .collect()
            }),
        }
    }

    fn note(&self, envelope: &Envelope, head: &[u8], message: &Message, need: Option<Need>) {
        for to in &envelope.recipients {
            locked(&self.left).push(Left {
                to: to.address.clone(),
                head: String::from_utf8_lossy(head).into_owned(),
                content: message.bytes().unwrap().into_owned(),
                need,
            });
        }
    }

    pub fn to(&self) -> Vec<String> {
        locked(&self.left)
            .iter()
            .map(|left| left.to.clone())
            .collect()
    }
}

pub fn evidence(parcel: &Parcel<'_>, need: Need) -> transport::Evidence {
    transport::Evidence::new(parcel.now, need, parcel.domain, 25)
}

/// The house with a guard that guards, in Denmark.
pub fn guarded(house: &House, only_note: bool) -> App {
    let mut app = house.app.clone();
    let mut config = (*app.config).clone();
    config.law.country = Some("dk".to_owned());
    config.outgoing = Some(Outgoing {
        only_note,
        own_domains: vec!["testby.example".to_owned()],
        ..Outgoing::default()
    });
    app.config = Arc::new(config);
    app
}

pub fn engine(app: &App, ways: &Ways) -> Engine {
    Engine::new(app, ways.outlets()).unwrap()
}

pub fn envelope(queue_id: &str, to: &[&str]) -> Envelope {
    Envelope {
        queue_id: Some(queue_id.to_owned()),
        from: Some("anna@testby.example".to_owned()),
        recipients: to.iter().map(|to| Recipient::to(to)).collect(),
        ..Envelope::default()
    }
}

pub fn message(text: &str) -> Message {
    Message::of(text.as_bytes().to_vec())
}

fn codes(replies: &[Reply]) -> Vec<u16> {
    replies.iter().map(|reply| reply.code).collect()
}

#[test]
fn an_open_mail_goes_back_byte_for_byte_below_one_header() {
    on_both(|house| {
        let ways = Ways::default();
        let engine = engine(&guarded(house, false), &ways);
        let replies = take(
            &engine,
            &envelope("4A1", &["x@elsewhere.example"]),
            &message(OPEN),
        );
        assert_eq!(codes(&replies), [250]);
        let left = locked(&ways.left);
        assert_eq!(left.len(), 1);
        assert_eq!(left[0].content, OPEN.as_bytes());
        assert!(left[0].head.starts_with("X-Tillit-Guard: v=1; mail="));
        assert!(left[0].head.ends_with("\r\n") && left[0].head.matches('\n').count() == 1);
        assert!(!left[0].head.contains("repeat"));
    });
}

#[test]
fn what_is_done_is_answered_and_not_sent_again() {
    on_both(|house| {
        let ways = Ways::default();
        let engine = engine(&guarded(house, false), &ways);
        let to = [
            "x@elsewhere.example",
            "Y@elsewhere.example",
            "y@elsewhere.example",
        ];
        for _ in 0..3 {
            let replies = take(&engine, &envelope("4A1", &to), &message(OPEN));
            assert_eq!(
                codes(&replies),
                [250, 250, 250],
                "one mailbox, whatever the case"
            );
        }
        assert_eq!(ways.to().len(), 2);
        // The same bytes under another queue id are another mail, and so are other bytes under the same.
        take(&engine, &envelope("4A2", &to[..1]), &message(OPEN));
        take(
            &engine,
            &envelope("4A1", &to[..1]),
            &message(&format!("{OPEN}.\r\n")),
        );
        assert_eq!(ways.to().len(), 4);
    });
}

#[test]
fn each_recipient_has_the_way_and_the_answer_of_its_own() {
    on_both(|house| {
        let ways = Ways::default();
        let engine = engine(&guarded(house, false), &ways);
        let to = ["mona@testby.example", "x@elsewhere.example"];
        let replies = take(&engine, &envelope("4A1", &to), &message(CONFIDENTIAL));
        assert_eq!(codes(&replies), [250, 250]);
        let left = locked(&ways.left);
        let of = |address: &str| left.iter().find(|left| left.to == address).unwrap();
        assert_eq!(of("mona@testby.example").need, None, "inside the house");
        assert_eq!(of("x@elsewhere.example").need, Some(Need::Forced));
    });
}

#[test]
fn domains_of_one_mail_are_delivered_to_at_once() {
    on_both(|house| {
        let ways = Ways::default();
        let mut engine = engine(&guarded(house, false), &ways);
        let real = Arc::clone(&engine.outlets.verified);
        let here = Arc::new((Mutex::new(0), std::sync::Condvar::new()));
        let met = Arc::new(std::sync::atomic::AtomicUsize::new(0));
        let count = Arc::clone(&met);
        engine.outlets.verified = Arc::new(move |parcel, need, deadline| {
            let (there, came) = &*here;
            *locked(there) += 1;
            came.notify_all();
            let long = std::time::Duration::from_secs(30);
            let (all, _) = came
                .wait_timeout_while(locked(there), long, |there| *there < 3)
                .unwrap();
            count.fetch_add(usize::from(*all >= 3), std::sync::atomic::Ordering::SeqCst);
            drop(all);
            real(parcel, need, deadline)
        });
        let to = ["x@one.example", "x@two.example", "x@three.example"];
        let replies = take(&engine, &envelope("4A1", &to), &message(CONFIDENTIAL));
        assert_eq!(codes(&replies), [250, 250, 250]);
        assert_eq!(met.load(std::sync::atomic::Ordering::SeqCst), 3);
        let mut left = ways.to();
        left.sort();
        assert_eq!(left, ["x@one.example", "x@three.example", "x@two.example"]);
    });
}

#[test]
fn what_was_certainly_not_sent_is_asked_for_again_and_then_sent_once() {
    on_both(|house| {
        let ways = Ways::default();
        let engine = engine(&guarded(house, false), &ways);
        *locked(&ways.plain) = vec![Fate::Refused(Reply::later("4.3.1", "full")), Fate::NotSent];
        let mail = envelope("4A1", &["x@elsewhere.example"]);
        for wanted in [451, 451, 250, 250] {
            assert_eq!(
                codes(&take(&engine, &mail, &message(OPEN)))[0] / 100,
                wanted / 100
            );
        }
        assert_eq!(ways.to().len(), 1);
        assert!(
            !locked(&ways.left)[0].head.contains("repeat"),
            "it is no repeat"
        );
    });
}

#[test]
fn a_line_that_falls_behind_the_dot_gives_one_marked_repeat_and_no_third_try() {
    on_both(|house| {
        let ways = Ways::default();
        let engine = engine(&guarded(house, false), &ways);
        *locked(&ways.plain) = vec![Fate::Unknown, Fate::Unknown];
        let mail = envelope("4A1", &["x@elsewhere.example"]);
        assert_eq!(codes(&take(&engine, &mail, &message(OPEN))), [451]);
        assert_eq!(codes(&take(&engine, &mail, &message(OPEN))), [451]);
        take(&engine, &mail, &message(OPEN));
        let left = locked(&ways.left);
        assert_eq!(left.len(), 2);
        assert!(!left[0].head.contains("repeat"));
        assert!(left[1].head.contains("; repeat=yes\r\n"));
    });
}

#[test]
fn a_dry_run_lets_everything_on_as_it_came() {
    on_both(|house| {
        let ways = Ways::default();
        let engine = engine(&guarded(house, true), &ways);
        let text = "Subject: Sag\r\n\r\nCpr 010180-0008 har f\u{e5}et diagnosen depression.\r\n";
        let replies = take(
            &engine,
            &envelope("4A1", &["x@elsewhere.example"]),
            &message(text),
        );
        assert_eq!(codes(&replies), [250]);
        assert_eq!(locked(&ways.left)[0].need, None);
    });
}

#[test]
fn without_a_queue_id_nothing_is_taken() {
    on_both(|house| {
        let ways = Ways::default();
        let engine = engine(&guarded(house, false), &ways);
        let mut mail = envelope("", &["x@elsewhere.example", "y@elsewhere.example"]);
        mail.queue_id = None;
        assert_eq!(codes(&take(&engine, &mail, &message(OPEN))), [451, 451]);
        assert!(ways.to().is_empty());
    });
}

#[test]
fn the_probe_is_answered_and_never_passed_on() {
    on_both(|house| {
        let app = guarded(house, true);
        let ways = Ways::default();
        let engine = engine(&app, &ways);
        let to = "0a@guard-check.invalid";
        assert_eq!(
            codes(&take(&engine, &envelope("4A1", &[to]), &message(OPEN))),
            [250]
        );
        assert!(ways.to().is_empty());
        let hash = recipient_hash(&app, to);
        let seen = app.read(|conn| store::has_ended(conn, &hash, app.now().plus_seconds(-1)));
        assert!(seen.unwrap());
    });
}

#[test]
fn a_mail_that_comes_round_is_not_sent_on() {
    on_both(|house| {
        let app = guarded(house, true);
        let ways = Ways::default();
        let engine = engine(&app, &ways);
        let id = mail_id(&app, "4A1", &[0; 32]);
        let head = super::trace::header(&app.keys, id, false);
        let twice = format!("{head}{head}{OPEN}");
        let to = ["x@elsewhere.example"];
        assert_eq!(
            codes(&take(&engine, &envelope("4A1", &to), &message(&twice))),
            [250]
        );
        assert_eq!(ways.to().len(), 1, "a redirect may carry our trace");
        let thrice = format!("{head}{twice}");
        take(&engine, &envelope("4A2", &to), &message(&thrice));
        let received = "Received: from a by b\r\n".repeat(50);
        take(
            &engine,
            &envelope("4A3", &to),
            &message(&format!("{received}{OPEN}")),
        );
        assert_eq!(ways.to().len(), 1);
        let forged = "X-Tillit-Guard: v=1; mail=x; token=ab; seal=cd\r\n".repeat(9);
        take(
            &engine,
            &envelope("4A4", &to),
            &message(&format!("{forged}{OPEN}")),
        );
        assert_eq!(ways.to().len(), 2, "a stranger's header stops nothing");
    });
}

#[test]
fn numbers_in_addresses_are_seen() {
    for address in [
        "010180-0008@elsewhere.example",
        "0101800008@asiointitili.example",
        // No check digit holds in these two, as in many of today's Danish numbers.
        "1205194321@digital-post.example",
        "0101801234@digital-post.example",
    ] {
        assert!(!super::judge::numbers_in(address).is_empty(), "{address}");
    }
    for address in [
        "anna.berg@testby.example",
        "sag-2026-114@testby.example",
        "info@a.example",
        "12345678@a.example",
        "9912345678@a.example",
    ] {
        assert!(super::judge::numbers_in(address).is_empty(), "{address}");
    }
}
