//! What a sender has decided on, when not all of it can be followed: a wish that came in the meantime, a server that
//! takes nothing, a mail without a sender.

use transport::smtp::Fate;
use transport::{Envelope, Reply};

use super::super::super::held::{self, HeldId, Showing, Step};
use super::super::release::send;
use super::stays::{SENSITIVE, TO, WORDS, held, sound};
use super::{Ways, codes, engine, envelope, guarded, locked, message};
use crate::base::organisation::PersonId;
use crate::base::testing::{House, on_both};
use crate::base::visit::Reply as Answered;
use crate::base::{App, Problem};
use crate::modules::guard::pass::take;

const OTHER: &str = "y@elsewhere.example";

fn decided(house: &House, id: HeldId, fields: &[(&str, &str)]) {
    let anna = house.actor(house.people.anna);
    let path = format!("/my-mails/{id}");
    let answer = house.send(&anna, &path, fields);
    assert!(matches!(answer, Ok(Answered::Redirect(_))), "{answer:?}");
}

fn not_sensitive(house: &House, id: HeldId) {
    let fields = [
        ("answer", "not-sensitive"),
        ("why", "invented"),
        ("reason", "A name in a novel."),
    ];
    decided(house, id, &fields);
}

fn wishes(house: &House, address: &str, channel: &str) {
    let fields = [
        ("addresses", address),
        ("channel", channel),
        ("day", "2026-03-01"),
        ("source", "phone"),
        ("lang", "da"),
    ];
    let anna = house.actor(house.people.anna);
    house.send(&anna, "/guard/wishes/new", &fields).unwrap();
}

fn page(house: &House, id: HeldId) -> String {
    let anna = house.actor(house.people.anna);
    match house.open(&anna, &format!("/my-mails/{id}")) {
        Ok(Answered::Page(page)) => page.body,
        other => panic!("{other:?}"),
    }
}

fn shown(app: &App, id: HeldId) -> Showing {
    app.read(|conn| {
        let row = held::one(conn, id)?.ok_or(Problem::NotFound)?;
        held::showing_of(app, conn, &row)
    })
    .unwrap()
    .unwrap()
}

fn steps(app: &App, id: HeldId) -> Vec<String> {
    let sql = "SELECT step FROM guard_decisions WHERE stopped_id = $1 ORDER BY nr";
    app.read(|conn| {
        let rows = conn.all(sql, kit::params![id])?;
        rows.iter().map(|row| Ok(row.get("step")?)).collect()
    })
    .unwrap_or_else(|problem: Problem| panic!("{problem:?}"))
}

fn letters(app: &App) -> Vec<HeldId> {
    let sql = "SELECT id FROM guard_stopped WHERE way = 'letter'";
    app.read(|conn| {
        let rows = conn.all(sql, &[])?;
        rows.iter().map(|row| Ok(row.get("id")?)).collect()
    })
    .unwrap_or_else(|problem: Problem| panic!("{problem:?}"))
}

#[test]
fn a_wish_for_letters_that_came_while_it_was_held_is_told() {
    on_both(|house| {
        let app = guarded(house, false);
        let ways = Ways::default();
        let engine = engine(&app, &ways);
        take(&engine, &envelope("4A1", &[TO]), &message(SENSITIVE));
        let id = held(&app)[0];
        wishes(house, TO, "letter");
        decided(house, id, &[("answer", "secure")]);
        assert!(send(&engine, id, false).unwrap());
        assert!(ways.to().is_empty());
        assert_eq!(steps(&app, id), [Step::Secure, Step::Apart].map(Step::code));
        let told = letters(&app);
        assert_eq!(told.len(), 1, "one entry, with the button for the letter");
        assert!(page(house, told[0]).contains("I have sent it as a letter"));
        assert!(!page(house, id).contains("Save the decision"));
        sound(&app);
    });
}

#[test]
fn who_has_it_is_named_and_the_others_wait_with_what_holds_now() {
    on_both(|house| {
        let app = guarded(house, false);
        let ways = Ways::default();
        let engine = engine(&app, &ways);
        take(&engine, &envelope("4A1", &[TO, OTHER]), &message(WORDS));
        let id = held(&app)[0];
        wishes(house, OTHER, "encrypted");
        not_sensitive(house, id);
        assert!(send(&engine, id, false).unwrap());
        assert_eq!(ways.to(), [TO]);
        let wanted = [Step::NotSensitive, Step::Sent, Step::Rest];
        assert_eq!(steps(&app, id), wanted.map(Step::code));
        let showing = shown(&app, id);
        assert_eq!(
            (showing.to, showing.got),
            (vec![OTHER.into()], vec![TO.into()])
        );
        let page = page(house, id);
        assert!(page.contains("Sent already to") && page.contains("Some recipients have it"));
        assert!(
            !page.contains("not-sensitive"),
            "the wish takes that answer away"
        );
        sound(&app);
    });
}

#[test]
fn what_no_server_takes_is_the_senders_again_after_the_last_try() {
    on_both(|house| {
        let app = guarded(house, false);
        let ways = Ways::default();
        let engine = engine(&app, &ways);
        take(&engine, &envelope("4A1", &[TO]), &message(WORDS));
        let id = held(&app)[0];
        not_sensitive(house, id);
        let busy = || locked(&ways.plain).push(Fate::Refused(Reply::later("4.3.0", "busy")));
        busy();
        assert!(!send(&engine, id, false).unwrap(), "tried again");
        assert_eq!(steps(&app, id), [Step::NotSensitive.code()]);
        busy();
        assert!(send(&engine, id, true).unwrap());
        assert_eq!(
            steps(&app, id),
            [Step::NotSensitive, Step::Back].map(Step::code)
        );
        assert!(page(house, id).contains("Save the decision"));
        not_sensitive(house, id);
        assert!(send(&engine, id, false).unwrap());
        assert_eq!(ways.to(), [TO]);
        sound(&app);
    });
}

#[test]
fn securely_is_offered_only_where_it_can_reach_somebody() {
    on_both(|house| {
        let app = guarded(house, false);
        let ways = Ways::default();
        let engine = engine(&app, &ways);
        let to = "010180-0008@digital-post.example";
        take(&engine, &envelope("4A1", &[to]), &message(WORDS));
        let id = held(&app)[0];
        assert!(!page(house, id).contains("value=\"secure\""));
        let anna = house.actor(house.people.anna);
        let path = format!("/my-mails/{id}");
        let refused = house.send(&anna, &path, &[("answer", "secure")]);
        assert!(matches!(&refused, Ok(Answered::Page(page)) if page.status == 422));
        // With one who can be reached it is worth an answer.
        take(&engine, &envelope("4A2", &[to, TO]), &message(SENSITIVE));
        let both: Vec<HeldId> = held(&app).into_iter().filter(|one| *one != id).collect();
        decided(house, both[0], &[("answer", "secure")]);
        assert!(send(&engine, both[0], false).unwrap());
        assert!(!page(house, both[0]).contains("value=\"secure\""));
        assert_eq!(shown(&app, both[0]).got, [TO]);
        sound(&app);
    });
}

#[test]
fn an_automatic_reply_is_its_authors_and_leaves_without_a_sender() {
    on_both(|house| {
        let app = guarded(house, false);
        let ways = Ways::default();
        let engine = engine(&app, &ways);
        let bounce = Envelope {
            from: None,
            ..envelope("4A1", &[TO])
        };
        assert_eq!(codes(&take(&engine, &bounce, &message(WORDS))), [250]);
        let id = held(&app)[0];
        let owner: Option<PersonId> = app
            .read(|conn| Ok::<_, Problem>(held::one(conn, id)?.and_then(|row| row.owner)))
            .unwrap();
        assert_eq!(owner, Some(house.people.anna));
        not_sensitive(house, id);
        let content = app.read(|conn| held::content(&app, conn, id)).unwrap();
        assert_eq!(content.unwrap().sender_address, "");
        sound(&app);
    });
}

#[test]
fn a_probe_beside_it_takes_no_mail_from_its_sender() {
    on_both(|house| {
        let app = guarded(house, false);
        let ways = Ways::default();
        let engine = engine(&app, &ways);
        let to = [TO, "b@guard-check.invalid"];
        take(&engine, &envelope("4A1", &to), &message(SENSITIVE));
        assert!(page(house, held(&app)[0]).contains(TO));
        sound(&app);
    });
}
