//! Entering, looking up, answering, ending.

use crate::base::testing::{House, on_both};
use crate::base::visit::{Page, Reply};
use crate::base::{Actor, Problem};

const FORM: &[(&str, &str)] = &[
    ("number", "010180-0008"),
    ("addresses", "bo@borger.example"),
    ("channel", "letter"),
    ("day", "2026-03-01"),
    ("source", "phone"),
    ("lang", "da"),
];

fn sent(house: &House, actor: &Actor, path: &str, fields: &[(&str, &str)]) -> String {
    match house.send(actor, path, fields) {
        Ok(Reply::Redirect(to)) => to,
        other => panic!("{path}: {other:?}"),
    }
}

fn page(answer: Result<Reply, Problem>) -> Page {
    match answer {
        Ok(Reply::Page(page)) => page,
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_employee_enters_a_wish_and_the_officer_sees_it_masked() {
    on_both(|house| {
        let (anna, doris) = (
            house.actor(house.people.anna),
            house.actor(house.people.doris),
        );
        let to = sent(house, &anna, "/guard/wishes/new", FORM);
        assert!(page(house.open(&anna, &to)).body.contains("0101800008"));
        // Entered again, it is the same wish.
        assert_eq!(sent(house, &anna, "/guard/wishes/new", FORM), to);
        let list = page(house.open(&doris, "/guard/wishes")).body;
        assert!(list.contains("b••••@borger.example") && list.contains("01••••"));
        assert!(!list.contains("0101800008") && !list.contains("bo@borger"));
        // An employee sees no register, and not what others entered.
        assert!(
            !page(house.open(&anna, "/guard/wishes"))
                .body
                .contains("••••")
        );
        let mona = house.actor(house.people.mona);
        assert!(matches!(house.open(&mona, &to), Err(Problem::NotFound)));
        assert!(matches!(
            house.send(&anna, &format!("{to}/end"), &[("why", "x")]),
            Err(Problem::Forbidden)
        ));
        let body = sent(
            house,
            &doris,
            &format!("{to}/end"),
            &[("why", "Taken back by phone")],
        );
        assert!(
            page(house.open(&doris, &body))
                .body
                .contains("Taken back by phone")
        );
        assert!(
            page(house.open(&doris, "/guard/wishes"))
                .body
                .contains("no wish in the register")
        );
    });
}

#[test]
fn a_look_tells_what_holds_and_is_in_the_book() {
    on_both(|house| {
        let anna = house.actor(house.people.anna);
        sent(house, &anna, "/guard/wishes/new", FORM);
        for who in ["bo@borger.example", "0101800008"] {
            let body = page(house.send(&anna, "/guard/wishes/look", &[("who", who)])).body;
            assert!(body.contains("Letters only"), "{who}");
        }
        let none = page(house.send(&anna, "/guard/wishes/look", &[("who", "no@borger.example")]));
        assert!(none.body.contains("No wish is known"));
        let wrong = page(house.send(&anna, "/guard/wishes/look", &[("who", "Bo")]));
        assert_eq!(wrong.status, 422);
        assert!(wrong.body.contains("value=\"Bo\""), "nothing typed is lost");
        let book = page(house.open(&house.actor(house.people.doris), "/book"));
        assert!(book.body.contains("guard.wish-looked"));
    });
}

#[test]
fn a_wish_for_less_is_noted_and_answered() {
    on_both(|house| {
        let anna = house.actor(house.people.anna);
        let fields: Vec<(&str, &str)> = FORM
            .iter()
            .map(|(name, value)| (*name, if *name == "channel" { "open" } else { value }))
            .collect();
        let to = sent(house, &anna, "/guard/wishes/new", &fields);
        let body = page(house.open(&anna, &to)).body;
        assert!(body.contains("Loven kræver"), "in the person's language");
        sent(house, &anna, &format!("{to}/answered"), &[]);
        assert!(page(house.open(&anna, &to)).body.contains("was told"));
    });
}

#[test]
fn a_form_with_faults_comes_back_filled() {
    on_both(|house| {
        let anna = house.actor(house.people.anna);
        let fields = [
            ("number", "12"),
            ("addresses", "bo@borger.example"),
            ("channel", "address"),
        ];
        let back = page(house.send(&anna, "/guard/wishes/new", &fields));
        assert_eq!(back.status, 422);
        assert!(back.body.contains("no identity number of Denmark"));
        assert!(back.body.contains("Give the one address") && back.body.contains("value=\"12\""));
    });
}
