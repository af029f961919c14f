//! Files, texts and targets through their forms.

use kit::words::Lang;

use super::super::store;
use super::day;
use super::pages::{body, led_to};
use crate::base::Problem;
use crate::base::testing::on_both;
use crate::base::visit::Upload;

#[test]
fn a_file_is_previewed_and_then_taken() {
    on_both(|house| {
        let doris = house.actor(house.people.doris);
        let send = |name: &str, bytes: &[u8]| {
            let file = Upload {
                field: "file".into(),
                name: name.into(),
                bytes: bytes.to_vec(),
            };
            house.send_with(&doris, "/year/2026/import", &[], vec![file])
        };
        assert_eq!(body(send("zip.csv", b"PK\x03\x04rest")).status, 422);
        assert_eq!(body(send("empty.csv", b"")).status, 422);
        assert_eq!(body(send("other.csv", b"a;b\n1;2\n")).status, 422);
        let page = body(send(
            "good.csv",
            "key;board;value;note\r\nres.systems;edu;4;list\r\nres.systems;soc;=1+1;\r\n"
                .as_bytes(),
        ));
        assert_eq!(page.status, 200);
        assert!(
            page.body.contains("=1+1")
                && page.body.contains("<th scope=\"row\" class=\"num\">3</th>")
        );
        let action = page
            .body
            .split("action=\"")
            .find(|text| text.starts_with("/year/2026/import/"));
        let action = action
            .and_then(|text| text.split('"').next())
            .expect("a form");
        assert_eq!(led_to(house.send(&doris, action, &[])), "/year/2026");
        let entries = house
            .app
            .read(|conn| store::entries(conn, 2026, None))
            .expect("entries");
        assert_eq!(entries.len(), 1);
        assert!(matches!(
            house.send(&doris, action, &[]),
            Err(Problem::NotFound)
        ));
    });
}

#[test]
fn texts_remarks_and_plans_go_through_their_forms() {
    on_both(|house| {
        let doris = house.actor(house.people.doris);
        let at = |what: &str| format!("/year/2026/section/9/{what}");
        let page = body(house.send(&doris, &at("text"), &[("visibility", "public")]));
        assert_eq!(page.status, 422);
        let text = [
            ("text-en", "Calm year."),
            ("text-fi", "Rauhallinen vuosi."),
            ("visibility", "internal"),
        ];
        assert_eq!(led_to(house.send(&doris, &at("text"), &text)), at("text"));
        let sam = house.people.sam.to_string();
        let plan = [
            ("owner", sam.as_str()),
            ("due", "2026-02-01"),
            ("section-visibility", "public"),
        ];
        assert_eq!(led_to(house.send(&doris, &at("plan"), &plan)), at("text"));
        let owner = house.actor(house.people.sam);
        let page = body(house.open(&owner, &at("text")));
        assert!(
            page.body.contains("Calm year."),
            "the owner of a section works with its text"
        );
        let seen = body(house.open(&owner, "/year/2026/section/9"));
        assert!(
            !seen.body.contains("Calm year."),
            "read as a secretary, internal text stays hidden"
        );
        assert_eq!(
            led_to(house.send(&owner, &at("comment"), &[("comment", "More, please.")])),
            at("text")
        );
        assert_eq!(
            led_to(house.send(&owner, &at("stage"), &[("stage", "ready")])),
            at("text")
        );
        let other = house.send(&owner, "/year/2026/section/8/text", &text);
        assert!(matches!(other, Err(Problem::Forbidden)));
        let w = house.app.tongue(Lang::En);
        let due = house
            .app
            .read(|conn| (super::super::ROOM.due)(&house.app, conn, &owner, &w))
            .expect("due");
        assert!(due.is_empty(), "a section that is ready waits for nobody");
        let rows = house
            .app
            .read(|conn| store::paragraphs(conn, 2026, Some(9)))
            .expect("rows");
        let id = rows[0].id.to_string();
        assert_eq!(
            led_to(house.send(&doris, &at("remove"), &[("paragraph", &id)])),
            at("text")
        );
        assert!(
            house
                .app
                .read(|conn| store::paragraphs(conn, 2026, None))
                .expect("rows")
                .is_empty()
        );
    });
}

#[test]
fn targets_go_through_their_forms() {
    on_both(|house| {
        let doris = house.actor(house.people.doris);
        let page = body(house.send(&doris, "/year/2026/targets", &[("year", "2030")]));
        assert_eq!(page.status, 422);
        let new = [
            ("text-en", "Fewer open folders"),
            ("year", "2026"),
            ("board", "soc"),
            ("owner", "Registry"),
            ("due", "2026-12-01"),
        ];
        assert_eq!(
            led_to(house.send(&doris, "/year/2026/targets", &new)),
            "/year/2026/targets"
        );
        let rows = house
            .app
            .read(|conn| store::targets(conn, 2026, 2026, day("2026-12-31")))
            .expect("rows");
        let at = format!("/year/2026/targets/{}", rows[0].id);
        let page = body(house.send(&doris, &at, &[("status", "dropped"), ("day", "2026-03-01")]));
        assert_eq!(page.status, 422);
        let done = [("status", "under_way"), ("day", "2026-03-01")];
        assert_eq!(led_to(house.send(&doris, &at, &done)), "/year/2026/targets");
        let carry = house.send(&doris, &format!("{at}/carry"), &[("due", "2027-06-01")]);
        assert_eq!(led_to(carry), "/year/2026/targets");
        let page = body(house.open(&doris, "/year/2026/figure/dev.targets?board=soc"));
        assert!(
            page.body.contains("Fewer open folders"),
            "the number leads to its rows"
        );
    });
}

#[test]
fn paragraphs_change_places() {
    on_both(|house| {
        let doris = house.actor(house.people.doris);
        let section = "/year/2026/section/9";
        for text in ["First", "Second", "Third"] {
            let fields = [("text-en", text), ("visibility", "public")];
            led_to(house.send(&doris, &format!("{section}/text"), &fields));
        }
        let rows = || {
            let app = &house.app;
            app.read(|conn| store::paragraphs(conn, 2026, Some(9)))
                .expect("paragraphs")
        };
        let texts = || -> Vec<String> {
            let rows = rows();
            rows.iter()
                .map(|row| row.text.best(Lang::En).to_owned())
                .collect()
        };
        let order = format!("{section}/order");
        let first = rows()[0].id.to_string();
        led_to(house.send(&doris, &order, &[("paragraph", &first), ("to", "down")]));
        assert_eq!(texts(), ["Second", "First", "Third"]);
        let top = rows()[0].id.to_string();
        led_to(house.send(&doris, &order, &[("paragraph", &top), ("to", "up")]));
        assert_eq!(
            texts(),
            ["Second", "First", "Third"],
            "it is the first already"
        );
        let wrong = [("paragraph", first.as_str()), ("to", "sideways")];
        assert!(matches!(
            house.send(&doris, &order, &wrong),
            Err(Problem::NotFound)
        ));
        let sam = house.actor(house.people.sam);
        let up = [("paragraph", first.as_str()), ("to", "up")];
        assert!(matches!(
            house.send(&sam, &order, &up),
            Err(Problem::Forbidden)
        ));

        let w = house.app.tongue(Lang::En);
        let title = |actor: &crate::base::Actor| {
            let app = &house.app;
            app.read(|conn| (crate::year::ROOM.title)(conn, actor, &w, "year_paragraph", &first))
                .expect("asked")
        };
        let link = title(&doris).expect("a link");
        assert_eq!(link.href, section);
        assert!(title(&house.actor(house.people.anna)).is_none());
    });
}
