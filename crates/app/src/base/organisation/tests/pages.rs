//! Pages and forms.

use super::*;
use crate::base::identity::actor::Role;
use crate::base::testing::on_both;
use crate::base::visit::Upload;

#[test]
fn the_administrator_changes_units_by_form() {
    on_both(|house| {
        let adam = house.actor(house.people.adam);
        let school = format!("/organisation/units/{}", house.units[1]);
        assert!(page(house, &adam, "/organisation").contains("School"));
        assert!(page(house, &adam, "/organisation?day=2019-12-31").contains("No board"));
        for address in ["/organisation", "/people", "/duties"] {
            let wrong = page(house, &adam, &format!("{address}?day=2026-02-31"));
            assert!(
                wrong.contains("day-fault"),
                "{address} shows another day in silence"
            );
            assert!(!page(house, &adam, address).contains("day-fault"));
        }
        for kind in ["rename", "move", "merge", "split", "end", "manager"] {
            page(house, &adam, &format!("{school}/{kind}"));
        }
        assert!(matches!(
            house.open(&adam, &format!("{school}/explode")),
            Err(Problem::NotFound)
        ));

        let rename = format!("{school}/rename");
        match house.send(&adam, &rename, &[("day", "2026-02-30"), ("name_fi", " ")]) {
            Ok(Reply::Page(page)) => {
                assert_eq!(page.status, 422);
                assert!(page.body.contains("name-fault") || page.body.contains("name_en-fault"));
                assert!(page.body.contains("2026-02-30"), "what was typed stays");
            }
            other => panic!("{other:?}"),
        }
        let fields = [
            ("day", "2026-03-01"),
            ("name_fi", "Koulu <b>"),
            ("name_en", ""),
        ];
        led_to(house.send(&adam, &rename, &fields));
        let shown = page(house, &adam, &school);
        assert!(shown.contains("Koulu &#60;b&#62;") || shown.contains("Koulu &lt;b&gt;"));
        let manager = [("day", "2026-03-01"), ("number", "1005")];
        led_to(house.send(&adam, &format!("{school}/manager"), &manager));
        assert!(page(house, &adam, &school).contains("Sam Testby"));
        let place = format!("c:{}", house.controllers[1]);
        led_to(house.send(
            &adam,
            &format!("{school}/move"),
            &[("day", "2026-03-02"), ("place", &place)],
        ));
        let split = [
            ("day", "2026-03-05"),
            ("part_1", "A"),
            ("code_1", "a"),
            ("part_2", "B"),
            ("code_2", "b"),
        ];
        let made = led_to(house.send(&adam, &format!("{school}/split"), &split));
        assert!(page(house, &adam, &format!("{made}?day=2026-03-05")).contains("<dd>1</dd>"));

        let doris = house.actor(house.people.doris);
        assert!(
            !page(house, &doris, &school).contains("/rename"),
            "readers get no forms"
        );
        assert!(matches!(
            house.send(&doris, &rename, &fields),
            Err(Problem::Forbidden)
        ));
        let anna = house.actor(house.people.anna);
        assert!(matches!(
            house.open(&anna, "/organisation"),
            Err(Problem::Forbidden)
        ));
        verified(house);
    });
}

#[test]
fn people_and_duties_have_pages() {
    on_both(|house| {
        let adam = house.actor(house.people.adam);
        let all = page(house, &adam, "/people");
        assert!(all.contains("Testby, Anna") && all.contains("Adviser, School"));
        assert!(page(house, &adam, "/people?q=ANNA").contains("1001"));
        assert!(
            !page(house, &adam, "/people?q=%25").contains("1001"),
            "a sign is only a sign"
        );
        assert!(
            page(house, &adam, &format!("/people/{}", house.people.mona)).contains("Education")
        );
        let shown = page(house, &adam, "/duties");
        assert!(shown.contains("Doris Testby") && shown.contains("Nobody"));
        let all_boards = [
            ("role", "contact"),
            ("controller", "all"),
            ("number", "1005"),
            ("day", "2026-03-02"),
        ];
        led_to(house.send(&adam, "/duties/new", &all_boards));
        assert!(!page(house, &adam, "/duties").contains("Nobody"));
        match house.send(&adam, "/duties/new", &all_boards) {
            Ok(Reply::Page(page)) => assert!(page.body.contains("holds the duty already")),
            other => panic!("{other:?}"),
        }
        let new = [
            ("code", "X1"),
            ("given", "Ulla"),
            ("family", "Ekstern"),
            ("email", "ulla@dpo.example"),
        ];
        let ulla = led_to(house.send(&adam, "/people/new", &new));
        assert!(page(house, &adam, &ulla).contains("Ulla Ekstern"));
        assert!(page(house, &adam, &format!("{ulla}/forget")).contains("Ulla"));
        assert!(matches!(
            house.send(&adam, &format!("{ulla}/forget"), &[]),
            Ok(Reply::Page(_))
        ));
        assert_eq!(
            led_to(house.send(&adam, &format!("{ulla}/forget"), &[("sure", "yes")])),
            "/people"
        );
        assert!(matches!(house.open(&adam, &ulla), Err(Problem::NotFound)));
        match house.send(
            &adam,
            "/people/new",
            &[("code", "131052-308T"), ("given", "A"), ("family", "B")],
        ) {
            Ok(Reply::Page(page)) => assert!(page.body.contains("national identity number")),
            other => panic!("{other:?}"),
        }
        verified(house);
    });
}

fn upload(field: &str, bytes: &[u8]) -> Upload {
    Upload {
        field: field.into(),
        name: "people.csv".into(),
        bytes: bytes.to_vec(),
    }
}

#[test]
fn a_file_is_shown_and_then_confirmed() {
    on_both(|house| {
        let adam = house.actor(house.people.adam);
        let map = "mode = \"full\"\n[columns]\nnumber = \"n\"\ngiven = \"g\"\nfamily = \"f\"\nunit = \"u\"\ntitle = \"t\"\nfrom = \"d\"\n";
        assert!(page(house, &adam, "/import").contains("mapping"));
        let csv = "n;g;f;u;t;d;hetu\n9001;Eva;Ny;edu-2;t1;2026-03-02;131052-308T\n9002;;Ny;edu-2;t1;2026-03-02;\n";
        let send = |bytes: &[u8]| {
            house.send_with(
                &adam,
                "/import",
                &[("mapping", map)],
                vec![upload("file", bytes)],
            )
        };
        match send(b"PK\x03\x04") {
            Ok(Reply::Page(page)) => {
                assert_eq!(page.status, 422);
                assert!(page.body.contains("file-fault"));
            }
            other => panic!("{other:?}"),
        }
        let preview = led_to(send(csv.as_bytes()));
        let shown = page(house, &adam, &preview);
        assert!(shown.contains("Eva Ny") && shown.contains("hetu") && !shown.contains("131052"));
        assert!(shown.contains("name=\"sure\""), "everybody else would end");
        match house.send(&adam, &preview, &[]) {
            Ok(Reply::Page(page)) => assert_eq!(page.status, 422),
            other => panic!("{other:?}"),
        }
        let doris = house.actor(house.people.doris);
        assert!(matches!(
            house.open(&doris, &preview),
            Err(Problem::Forbidden)
        ));
        assert_eq!(
            led_to(house.send(&adam, &preview, &[("sure", "yes")])),
            preview
        );
        let adam = house.actor(house.people.adam);
        assert!(
            adam.has(Role::Administrator),
            "the last administrator keeps the duty"
        );
        assert!(page(house, &adam, &preview).contains("imported"));
        assert!(matches!(
            house.send(&adam, &preview, &[("sure", "yes")]),
            Err(Problem::NotFound)
        ));
        let left = house
            .app
            .read(|conn| Ok(conn.all("SELECT content FROM organisation_imports", &[])?))
            .unwrap();
        assert!(
            left.iter()
                .all(|row| row.get::<Vec<u8>>("content").unwrap().is_empty())
        );
        verified(house);
    });
}
