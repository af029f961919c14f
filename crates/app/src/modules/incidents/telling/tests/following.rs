//! What follows the first phase names it, and says what the form still asks for.

use super::*;
use crate::base::testing::on_both;
use crate::base::visit::{Answer, Reply};

const FIRST: [(&str, &str); 4] = [
    ("phase", "preliminary"),
    ("sent", "2026-03-02T10:00"),
    ("way", "service"),
    ("receipt", "REC/77"),
];

fn bytes(answer: Answer) -> serde_json::Value {
    match answer {
        Ok(Reply::File(file)) => serde_json::from_slice(&file.bytes).unwrap(),
        other => panic!("no file: {other:?}"),
    }
}

#[test]
fn what_follows_carries_the_number_of_the_receipt() {
    on_both(|house| {
        let (id, doris) = (case(house), house.actor(house.people.doris));
        let home = format!("/incidents/{id}/notification");
        led(send(house, id, &FIRST));
        let page = text(house.open(&doris, &format!("{home}/part/controller")));
        assert!(page.contains("value=\"REC/77\""), "{page}");
        let draft = bytes(house.open(&doris, &format!("{home}/sent/draft/json")));
        assert_eq!(draft["parts"]["controller"]["earlier_id"], "REC/77");
        // In time is said as such: nothing is to be notified by a day any more.
        let page = text(house.open(&doris, &home));
        assert!(
            page.contains("notified in time") && !page.contains("notify by"),
            "{page}"
        );
        house.at("2026-03-03T08:00:00Z");
        let next = [
            ("phase", "complementing"),
            ("sent", "2026-03-03T09:00"),
            ("way", "service"),
        ];
        led(send(house, id, &next));
        let page = text(house.open(&doris, &home));
        let sent = page.split("/notification/sent/").nth(4).unwrap();
        let edition = sent.split('/').next().unwrap();
        let json = bytes(house.open(&doris, &format!("{home}/sent/{edition}/json")));
        assert_eq!(json["phase"], "complementing");
        assert_eq!(json["parts"]["controller"]["earlier_id"], "REC/77");
    });
}

/// The configuration knows the municipality's own; a company has another number, and nobody has written it yet.
#[test]
fn the_controllers_number_and_address_are_there_or_open() {
    on_both(|house| {
        let doris = house.actor(house.people.doris);
        let open = |id: CaseId, page: &str| {
            let address = format!("/incidents/{id}/notification{page}");
            house.open(&doris, &address)
        };
        let asked = [
            "<li>Organisation number</li>",
            "<li>Postal address and contact details</li>",
        ];
        let boards = case(house);
        let page = text(open(boards, ""));
        assert!(!asked.iter().any(|field| page.contains(field)), "{page}");
        let draft = bytes(open(boards, "/sent/draft/json"));
        let controller = &draft["parts"]["controller"];
        assert_eq!(controller["controller_number"], "0000000-0");
        assert_eq!(controller["controller_contact"], "Square 1, Testby");
        assert!(controller["reporter_contact"].is_string(), "{draft}");

        let companys = report(house, house.people.adam, house.units[3], "A list is out.");
        assess(house, companys, breach(house.app.now()));
        let page = text(open(companys, ""));
        assert!(asked.iter().all(|field| page.contains(field)), "{page}");
        let copy = text(open(companys, "/sent/draft/copy?country=se"));
        let number = copy.split("<strong>Organisationsnummer</strong>").nth(1);
        assert!(number.is_some_and(|rest| rest.contains("open")), "{copy}");
    });
}

#[test]
fn the_rest_does_not_follow_before_the_sending() {
    on_both(|house| {
        let id = case(house);
        let with = |day: &'static str| [&FIRST[..], &[("rest_by", day)]].concat();
        let Ok(Reply::Page(page)) = send(house, id, &with("2026-03-01")) else {
            panic!("the rest before the sending")
        };
        assert!(
            page.status == 422 && page.body.contains("cannot be before the day of sending"),
            "{}",
            page.body
        );
        led(send(house, id, &with("2026-03-02")));
    });
}
