//! The page from its door, on both engines.

use crate::base::Problem;
use crate::base::testing::{House, on_both};
use crate::base::visit::{Page, Reply, Upload};

fn page(answer: crate::base::visit::Answer) -> Page {
    match answer.unwrap() {
        Reply::Page(page) => page,
        other => panic!("a page, not {other:?}"),
    }
}

fn file(name: &str, bytes: &[u8]) -> Vec<Upload> {
    vec![Upload {
        field: "file".into(),
        name: name.into(),
        bytes: bytes.to_vec(),
    }]
}

fn ask(house: &House, text: &str, files: Vec<Upload>) -> Page {
    let anna = house.actor(house.people.anna);
    page(house.send_with(&anna, "/check", &[("text", text)], files))
}

#[test]
fn a_pasted_number_is_shown_masked_with_what_to_do() {
    on_both(|house| {
        let page = ask(house, "Vedr. Anna Berg, cpr 010180-0008", Vec::new());
        assert_eq!(page.status, 200);
        assert!(
            page.body.contains("<mark>01••••-•••8</mark>"),
            "{}",
            page.body
        );
        assert!(page.body.contains("note bad"));
        assert!(page.body.contains("secure channel"));
        let result = page.body.split("<form").next().unwrap();
        assert!(
            !result.contains("010180-0008"),
            "what was found is not repeated in the answer"
        );
    });
}

#[test]
fn an_ordinary_text_may_be_sent() {
    on_both(|house| {
        let page = ask(house, "Mødet er flyttet til kl. 10 i lokale 3.", Vec::new());
        assert!(page.body.contains("note good"), "{}", page.body);
        assert!(page.body.contains("Nothing is stored."));
    });
}

#[test]
fn a_file_is_read_with_its_name() {
    on_both(|house| {
        let page = ask(house, "", file("010180-0008.txt", b"hej"));
        assert!(page.body.contains("file names"), "{}", page.body);
        let mail = b"Subject: sag\r\nContent-Type: text/html\r\n\r\n<p>010180<b>-0008</b></p>";
        let page = ask(house, "", file("a.eml", mail));
        assert!(page.body.contains("01••••-•••8"), "{}", page.body);
    });
}

#[test]
fn what_cannot_be_read_is_not_called_clean() {
    on_both(|house| {
        let page = ask(house, "", file("a.bin", b"\x00\x01\x02\x03\x04\x05"));
        assert!(
            page.body.contains("Not everything could be read"),
            "{}",
            page.body
        );
        assert!(
            !page
                .body
                .split("<form")
                .next()
                .unwrap()
                .contains("note good")
        );
    });
}

#[test]
fn nothing_given_is_asked_again() {
    on_both(|house| {
        let page = ask(house, "  ", Vec::new());
        assert_eq!(page.status, 422);
        assert!(page.body.contains("Paste a text or choose a file."));
    });
}

/// No line in the book, no job, notice, file or accepted form.
#[test]
fn nothing_is_kept() {
    on_both(|house| {
        let steps = house.app.rooms.iter().flat_map(|room| room.migrations);
        let tables: Vec<&str> = steps
            .flat_map(|step| step.sql.split("CREATE TABLE ").skip(1))
            .filter_map(|text| text.split_whitespace().next())
            .collect();
        assert!(tables.len() > 50, "{tables:?}");
        let count = || {
            let all = house.app.read(|conn| {
                let mut all = 0;
                for table in &tables {
                    let row = conn.one(&format!("SELECT COUNT(*) AS n FROM {table}"), &[])?;
                    all += row.map_or(Ok(0), |row| row.get::<i64>("n"))?;
                }
                Ok::<_, Problem>(all)
            });
            all.unwrap()
        };
        let before = count();
        ask(house, "cpr 010180-0008", file("a.txt", b"cpr 020280-0006"));
        assert_eq!(count(), before);
    });
}

#[test]
fn a_broken_archive_is_answered() {
    on_both(|house| {
        let page = ask(house, "", file("a.gz", b"\x1f\x8b\x08\x00broken"));
        assert!(
            page.body.contains("Not everything could be read"),
            "{}",
            page.body
        );
    });
}
