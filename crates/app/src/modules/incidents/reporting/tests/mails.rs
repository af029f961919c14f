//! Mails that become reports.

use super::super::super::store;
use super::super::{Way, mail, take_mail};
use super::cases;
use crate::base::audit;
use crate::base::testing::{House, on_both};

fn letter(from: &str, id: &str, text: &str) -> Vec<u8> {
    format!(
        "From: Somebody <{from}>\r\nTo: incident@testby.example\r\nSubject: =?utf-8?q?V=C3=A4=C3=A4r=C3=A4_kirje?=\r\n\
         Message-ID: <{id}>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=e\r\n\r\n\
         --e\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n\
         --e\r\nContent-Type: text/html; name=\"../../run.html\"\r\nContent-Disposition: attachment; filename=\"../../run\u{202e}lmth.html\"\r\n\r\n\
         <script>alert(1)</script>\r\n--e--\r\n"
    )
    .into_bytes()
}

#[test]
fn a_mail_is_one_report_however_often_it_is_handed_in() {
    on_both(|house| {
        let from = "anna@testby.example";
        let content = letter(
            from,
            "1@testby.example",
            "The letter went to the neighbour.",
        );
        for _ in 0..3 {
            take_mail(&house.app, from, &content).unwrap();
        }
        let cases = cases(house);
        assert_eq!(cases.len(), 1);
        let case = &cases[0];
        assert_eq!(case.reporter, Some(house.people.anna));
        assert_eq!(case.way, Some(Way::Mail));
        assert!(case.story.starts_with("Väärä kirje\n\nThe letter went"));
        let files = house
            .app
            .read(|conn| {
                crate::base::files::of(
                    conn,
                    &crate::base::subject::Subject::new("incident", case.id),
                )
            })
            .unwrap();
        assert_eq!(files.len(), 1);
        assert_eq!(
            files[0].name, "runlmth.html",
            "kept inert, by a name that is only a name"
        );
        assert!(audit::verify(&house.app).unwrap().is_good());
    });
}

/// The mail that went out so far: to whom, and what it says.
fn sent(house: &House) -> Vec<(String, String)> {
    while crate::schedule::work_once(&house.app) {}
    let kit::mail::Sender::Memory(kept) = &house.app.sender else {
        panic!("mail goes elsewhere")
    };
    let letters = kept.lock().unwrap();
    letters
        .iter()
        .map(|letter| (letter.to.clone(), letter.text.clone()))
        .collect()
}

#[test]
fn who_reports_by_mail_is_thanked_once_and_told_what_to_do_now() {
    on_both(|house| {
        let from = "anna@testby.example";
        let content = letter(from, "1@testby.example", "The letter went astray.");
        for _ in 0..2 {
            take_mail(&house.app, from, &content).unwrap();
        }
        let mut away = b"Auto-Submitted: auto-replied\r\n".to_vec();
        away.extend(letter(from, "3@testby.example", "I am away."));
        take_mail(&house.app, from, &away).unwrap();
        let elsewhere = "neighbour@elsewhere.example";
        let outside = letter(elsewhere, "2@x", "I got somebody else's letter.");
        take_mail(&house.app, elsewhere, &outside).unwrap();
        let sent = sent(house);
        let to_anna: Vec<_> = sent.iter().filter(|(to, _)| to == from).collect();
        assert_eq!(to_anna.len(), 1);
        let page = format!("/my-reports/{}", cases(house)[0].id);
        for said in [
            "Thank you for telling us.",
            "ask whoever got something",
            &page,
        ] {
            assert!(to_anna[0].1.contains(said), "{}", to_anna[0].1);
        }
        assert!(
            !to_anna[0].1.contains("went astray"),
            "nothing of the report"
        );
        assert!(
            sent.iter().all(|(to, _)| to != elsewhere),
            "an address from outside may be anybody's"
        );
    });
}

#[test]
fn a_mail_from_elsewhere_is_nobodys_and_its_address_stands_apart() {
    on_both(|house| {
        let outside = letter(
            "neighbour@elsewhere.example",
            "2@x",
            "I got somebody else's letter.",
        );
        take_mail(&house.app, "neighbour@elsewhere.example", &outside).unwrap();
        // A header alone can say anything.
        let forged = letter("anna@testby.example", "3@x", "I am Anna.");
        take_mail(&house.app, "somebody@elsewhere.example", &forged).unwrap();
        let cases = cases(house);
        assert!(
            cases
                .iter()
                .all(|case| case.reporter.is_none() && case.answerable())
        );
        let contact = |case: &store::CaseRow| {
            house
                .app
                .read(|conn| super::super::store::contact(conn, case.id))
                .unwrap()
                .unwrap()
                .1
        };
        assert_eq!(contact(&cases[0]), "neighbour@elsewhere.example");
        assert!(!cases[0].story.contains("elsewhere.example"));
        assert!(audit::verify(&house.app).unwrap().is_good());
    });
}

#[test]
fn rubbish_and_very_long_mails_lose_nothing() {
    on_both(|house| {
        let long = letter("a@b.example", "4@x", &"word ".repeat(100_000));
        for content in [&b""[..], b"\0\xff\xfe", b"no mail at all", &long] {
            take_mail(&house.app, "", content).unwrap();
        }
        assert_eq!(cases(house).len(), 4);
        let read = mail::read("", &long);
        assert_eq!(read.files.last().unwrap().bytes, long);
        for size in 0..long.len().min(900) {
            let _ = mail::read("x", &long[..size]);
        }
    });
}
