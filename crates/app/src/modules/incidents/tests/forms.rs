//! What is typed into the room's forms: twice, with faults, hostile.

use super::*;
use crate::base::once;
use crate::base::testing::on_both;

pub const STORY: [(&str, &str); 3] = [
    ("story", "I sent a letter to the wrong parent."),
    ("noticed", "now"),
    ("about", "wrong_recipient"),
];

#[test]
fn a_form_sent_twice_is_one_report() {
    on_both(|house| {
        let anna = house.actor(house.people.anna);
        let token = once::token();
        let mut fields = STORY.to_vec();
        fields.push(("once", &token));
        let first = led(house.send(&anna, "/report", &fields));
        assert_eq!(led(house.send(&anna, "/report", &fields)), first);
        // The same words a while later are told of something that has happened again.
        house.at("2026-03-02T09:00:00Z");
        let other = led(house.send(&anna, "/report", &STORY));
        assert_ne!(other, first);
        let page = text(house.open(&anna, "/my-reports"));
        assert!(
            page.contains("2026-0001") && page.contains("2026-0002") && !page.contains("2026-0003")
        );
    });
}

#[test]
fn a_form_with_faults_keeps_its_text() {
    on_both(|house| {
        let anna = house.actor(house.people.anna);
        let fields = [
            ("story", "Half a <story>"),
            ("noticed_at", "2031-01-01T10:00"),
        ];
        let Ok(Reply::Page(page)) = house.send(&anna, "/report", &fields) else {
            panic!("accepted")
        };
        assert_eq!(page.status, 422);
        assert!(
            page.body.contains("Half a &#60;story&#62;"),
            "{}",
            page.body
        );
        assert!(page.body.contains("still to come"));
        assert!(
            !page.body.contains("Choose what comes closest"),
            "a kind may be left open"
        );
        assert!(page.body.contains("2031-01-01T10:00"));
        let long = "a".repeat(30_000);
        let fields = [
            ("story", long.as_str()),
            ("noticed", "now"),
            ("about", "other"),
        ];
        let Ok(Reply::Page(page)) = house.send(&anna, "/report", &fields) else {
            panic!("accepted")
        };
        assert_eq!(page.status, 422);
        assert!(text(house.open(&anna, "/my-reports")).contains("not reported anything"));
    });
}

#[test]
fn hostile_text_stays_text() {
    on_both(|house| {
        let (anna, doris) = (
            house.actor(house.people.anna),
            house.actor(house.people.doris),
        );
        let story = "=cmd|'/c calc'!A1 <script>alert(1)</script> \u{202e}fdp.exe '; DROP TABLE incidents_cases; --";
        let fields = [("story", story), ("noticed", "today"), ("about", "other")];
        let id = id_of(&led(house.send(&anna, "/report", &fields)));
        let page = text(house.open(&doris, &format!("/incidents/{id}")));
        assert!(
            !page.contains("<script>alert") && !page.contains('\u{202e}'),
            "{page}"
        );
        assert!(page.contains("fdp.exe"));
        let Ok(Reply::File(file)) = house.open(&doris, "/incidents.csv") else {
            panic!("no file")
        };
        let csv = String::from_utf8(file.bytes).unwrap();
        assert!(csv.contains("'=cmd") && !csv.contains(";=cmd"), "{csv}");
        assert!(!csv.contains("Anna"), "nobody's name in a list");
        let Ok(Reply::File(file)) = house.open(&doris, "/incidents.xlsx?text=calc") else {
            panic!("no file")
        };
        assert!(file.bytes.starts_with(b"PK"));
        for query in [
            "text=%27+OR+1%3D1",
            "stage=x&outcome=y&controller=z&year=99999&page=-3",
            "text=%00%ff",
        ] {
            assert!(
                house.open(&doris, &format!("/incidents?{query}")).is_ok(),
                "{query}"
            );
        }
    });
}
