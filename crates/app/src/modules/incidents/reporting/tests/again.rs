//! The same form sent twice: one report, and nothing of it is lost.

use super::super::super::About;
use super::super::super::store::CaseRow;
use super::super::super::tests::text;
use super::{bits, cases, code, open_at, take_all};
use crate::base::testing::{House, on_both};
use crate::base::visit::{Reply, Upload};
use crate::base::{Actor, audit, files, once};

fn more(case: &CaseRow) -> Vec<String> {
    let more = case
        .steps
        .iter()
        .filter(|taken| taken.step.code() == "more");
    more.map(|taken| taken.words.clone()).collect()
}

fn file(content: &str) -> Upload {
    Upload {
        field: "file".to_owned(),
        name: "note.txt".to_owned(),
        bytes: content.as_bytes().to_vec(),
    }
}

fn kept(house: &House, case: &CaseRow) -> usize {
    let of =
        |conn: &kit::db::Conn| files::of(conn, &super::super::super::actions::subject(case.id));
    house.app.read(of).unwrap().len()
}

/// Sends the employee's form; where it leads.
fn report(house: &House, once: &str, fields: &[(&str, &str)], files: Vec<Upload>) -> String {
    let anna = house.actor(house.people.anna);
    let mut all = vec![("once", once), ("noticed", "now")];
    all.extend(fields);
    match house.send_with(&anna, "/report", &all, files).unwrap() {
        Reply::Redirect(to) => to,
        other => panic!("{other:?}"),
    }
}

#[test]
fn who_goes_back_and_sends_again_has_reported_once() {
    on_both(|house| {
        let fields = [("story", "A letter lay in the park."), ("about", "lost")];
        let token = once::token();
        let first = report(house, &token, &fields, vec![file("a map")]);
        assert!(first.starts_with("/report/thanks/"));
        house.at("2026-03-02T08:05:00Z");
        // The browser keeps the words and takes a fresh form for them.
        for token in [token.as_str(), &once::token()] {
            assert_eq!(report(house, token, &fields, vec![file("a map")]), first);
        }
        assert_eq!(cases(house).len(), 1);
        assert_eq!(kept(house, &cases(house)[0]), 1);
        assert!(more(&cases(house)[0]).is_empty());

        // Somebody else may say the same, and so may the same person another day.
        let mona = house.actor(house.people.mona);
        house
            .send(&mona, "/report", &[fields[0], ("noticed", "now")])
            .unwrap();
        house.at("2026-03-03T08:05:00Z");
        report(house, &once::token(), &fields, vec![]);
        assert_eq!(cases(house).len(), 3);
        assert!(audit::verify(&house.app).unwrap().is_good());
    });
}

#[test]
fn other_words_in_a_form_that_was_sent_are_kept_with_the_report() {
    on_both(|house| {
        let token = once::token();
        report(house, &token, &[("story", "A letter lay there.")], vec![]);
        let fields = [
            ("story", "A letter lay in the park."),
            ("about", "lost"),
            ("noticed_at", "2026-03-02T09:30"),
        ];
        for _ in 0..2 {
            let led = report(house, &token, &fields, vec![file("a map")]);
            let anna = house.actor(house.people.anna);
            if led.starts_with("/my-reports/") {
                assert!(text(house.open(&anna, &led)).contains("lay in the park"));
            }
        }
        let cases = cases(house);
        assert_eq!(cases.len(), 1);
        assert_eq!(cases[0].story, "A letter lay there.");
        let [words] = &more(&cases[0])[..] else {
            panic!("{:?}", more(&cases[0]))
        };
        for said in ["lay in the park", "What is it about?", "9:30"] {
            assert!(words.contains(said), "{words}");
        }
        assert_eq!(kept(house, &cases[0]), 1);

        let anna = house.actor(house.people.anna);
        let page = format!("/my-reports/{}", cases[0].id);
        let token = once::token();
        for words in ["It rained.", "It rained.", "It rained much."] {
            let fields = [("once", token.as_str()), ("more", words)];
            house.send(&anna, &page, &fields).unwrap();
        }
        assert_eq!(
            more(&self::cases(house)[0])[1..],
            ["It rained.", "It rained much."]
        );
    });
}

#[test]
fn without_an_account_nothing_of_a_form_sent_again_is_lost() {
    on_both(|house| {
        let bits = bits();
        let send = |fields: &[(&str, &str)], files: Vec<Upload>| {
            let mut all = vec![("once", bits.as_str()), ("noticed", "today")];
            all.extend(fields);
            text(house.send_with(&Actor::nobody(), "/tell", &all, files))
        };
        let (before, added) = ("had reached us before", "What is new in it has been added");
        let first = send(&[("story", "A bag lay there.")], vec![file("a map")]);
        assert!(!first.contains(before));
        let same = send(&[("story", "A bag lay there.")], vec![file("a map")]);
        assert!(same.contains(before) && !same.contains(added));
        assert_eq!(code(&same), code(&first));

        // Who has only the bits of the form is shown no receipt.
        let fields = [("story", "A bag lay in the park."), ("about", "lost")];
        for _ in 0..2 {
            let page = send(&fields, vec![]);
            assert!(page.contains(added) && !page.contains("class=\"receipt\""));
            assert!(!page.contains(&code(&first)));
        }
        let less = send(&[("story", "A bag lay there.")], vec![]);
        assert!(less.contains("nothing in it is new") && !less.contains("class=\"receipt\""));
        open_at(house, "2026-03-02T10:00:00Z");
        take_all(house);
        let fields = [("story", "A bag lay there."), ("contact", "040 1234567")];
        assert!(send(&fields, vec![file("another map")]).contains(added));
        open_at(house, "2026-03-02T14:00:00Z");
        take_all(house);

        let cases = cases(house);
        assert_eq!(cases.len(), 1);
        let more = more(&cases[0]);
        assert_eq!(more.len(), 2, "{more:?}");
        assert!(more[0].starts_with("A bag lay in the park."));
        assert_eq!(kept(house, &cases[0]), 2);
        let contact = |conn: &kit::db::Conn| super::super::store::contact(conn, cases[0].id);
        let contact = house.app.read(contact).unwrap();
        assert_eq!(contact.unwrap().1, "040 1234567");

        let receipt = code(&first);
        let token = once::token();
        for words in ["It rained.", "It rained.", "It rained much."] {
            let fields = [
                ("code", receipt.as_str()),
                ("once", &token),
                ("more", words),
            ];
            house.send(&Actor::nobody(), "/talk/more", &fields).unwrap();
        }
        let waiting =
            |conn: &kit::db::Conn| super::super::store::waiting_more(conn, cases[0].id, false);
        assert_eq!(house.app.read(waiting).unwrap().len(), 2);
        assert!(audit::verify(&house.app).unwrap().is_good());
    });
}

#[test]
fn who_goes_back_to_the_form_without_an_account_finds_the_same_form() {
    on_both(|house| {
        let kept = |path| match house.open(&Actor::nobody(), path).unwrap() {
            Reply::Page(page) => page.kept,
            other => panic!("{other:?}"),
        };
        assert!(kept("/tell"));
        // The talk holds the receipt: nothing of it stays in the browser's store.
        assert!(!kept("/talk"));

        // Once the bits of a form are forgotten, who finds them learns nothing by them.
        let bits = bits();
        let send = |story: &str| {
            let fields = [("once", bits.as_str()), ("story", story)];
            text(house.send(&Actor::nobody(), "/tell", &fields))
        };
        let first = code(&send("A bag lay there."));
        house.at("2026-03-09T08:00:00Z");
        super::super::day_batch(&house.app).unwrap();
        let other = send("What did I find?");
        assert!(!other.contains("had reached us before"));
        assert_ne!(code(&other), first);
        // Who still has the words is known by them.
        assert_eq!(code(&send("What did I find?")), code(&other));
    });
}

#[test]
fn who_does_not_know_what_it_is_about_can_report_all_the_same() {
    on_both(|house| {
        report(house, &once::token(), &[("story", "Odd.")], vec![]);
        let bits = bits();
        let fields = [("once", bits.as_str()), ("story", "Strange.")];
        code(&text(house.send(&Actor::nobody(), "/tell", &fields)));
        open_at(house, "2026-03-02T10:00:00Z");
        take_all(house);
        let abouts: Vec<_> = cases(house).iter().map(|case| case.about).collect();
        assert_eq!(abouts, [About::Other, About::Other]);
    });
}
