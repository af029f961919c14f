//! The book's pages, from their door.

use super::super::super::Problem;
use super::super::super::subject::Subject;
use super::super::super::testing::on_both;
use super::super::super::visit::{Answer, Reply};
use super::super::noted;

fn body(answer: Answer) -> String {
    match answer.unwrap() {
        Reply::Page(page) => page.body,
        other => panic!("no page: {other:?}"),
    }
}

#[test]
fn the_book_is_read_by_those_who_may() {
    on_both(|house| {
        for person in [house.people.anna, house.people.mona, house.people.sam] {
            let answer = house.open(&house.actor(person), "/book");
            assert!(matches!(answer, Err(Problem::Forbidden)));
        }
        let aud = house.actor(house.people.aud);
        let text = body(house.open(&aud, "/book?verb=duty"));
        assert!(text.contains("The command line"));
        assert!(!text.contains("person:"));
        let text = body(house.open(&aud, "/book?day=2019-01-01"));
        assert!(text.contains("No entries."));
        let text = body(house.open(&aud, "/book/verify"));
        assert!(text.contains("note good"));
    });
}

#[test]
fn the_book_does_not_tell_who_reported() {
    on_both(|house| {
        let doris = house.actor(house.people.doris);
        let subject = Subject::named("case", "1");
        house
            .app
            .write(&doris, |tx| {
                noted(tx, "case.report", &subject)?;
                noted(tx, "task.open", &subject)
            })
            .unwrap();
        house.at("2026-03-02T09:00:00Z");
        let anna = house.actor(house.people.anna);
        house
            .app
            .write(&anna, |tx| noted(tx, "case.add", &subject))
            .unwrap();
        let aud = house.actor(house.people.aud);
        let text = body(house.open(&aud, "/book?subject=case:1"));
        assert_eq!(text.matches("A person").count(), 3);
        assert!(!text.contains("Doris") && !text.contains("Anna"));

        house
            .app
            .write(&doris, |tx| noted(tx, "case.close", &subject))
            .unwrap();
        let text = body(house.open(&aud, "/book?verb=case.close"));
        assert!(text.contains("Doris Testby (Data protection officer)"));
        let iris = house.actor(house.people.iris);
        let text = body(house.open(&iris, "/book?verb=case.close"));
        assert!(text.contains("Data protection officer") && !text.contains("Doris"));
    });
}
