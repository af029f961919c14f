//! A file of wishes: shown first, taken in once.

use crate::base::testing::{House, on_both};
use crate::base::visit::{Reply, Upload};
use crate::base::{Actor, Problem};

const FILE: &str = "CPR;E-mail;Ønske;Dato;Kilde\n\
    010180-0008;;Brev;2026-02-01;Telefon\n\
    ;kim@borger.example;krypteret;2026-02-02;\n\
    12;;brev;2026-02-01;Telefon\n\
    020280-0006;;by pigeon;2026-02-01;Telefon\n";

fn upload(house: &House, actor: &Actor, bytes: &[u8]) -> Result<Reply, Problem> {
    let file = Upload {
        field: "file".into(),
        name: "wishes.csv".into(),
        bytes: bytes.to_vec(),
    };
    house.send_with(actor, "/guard/wishes/import", &[], vec![file])
}

fn body(answer: Result<Reply, Problem>) -> String {
    match answer {
        Ok(Reply::Page(page)) => page.body,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_file_is_shown_before_it_is_taken_in() {
    on_both(|house| {
        let doris = house.actor(house.people.doris);
        let Ok(Reply::Redirect(to)) = upload(house, &doris, FILE.as_bytes()) else {
            panic!("the file was not taken");
        };
        let shown = body(house.open(&doris, &to));
        assert!(shown.contains("<dt>New wishes</dt><dd>2</dd>"), "{shown}");
        assert!(
            shown.contains("The wish is not understood") && shown.contains("no identity number")
        );
        assert!(body(house.open(&doris, "/guard/wishes")).contains("no wish in the register"));
        house.send(&doris, &to, &[]).unwrap();
        assert!(body(house.open(&doris, &to)).contains("<dt>New wishes</dt><dd>2</dd>"));
        assert!(body(house.open(&doris, "/guard/wishes")).contains("k••••@borger.example"));
        assert!(
            matches!(house.send(&doris, &to, &[]), Err(Problem::Refused(..))),
            "only once"
        );
        // The same file again holds nothing new.
        let Ok(Reply::Redirect(again)) = upload(house, &doris, FILE.as_bytes()) else {
            panic!("the file was not taken");
        };
        let shown = body(house.open(&doris, &again));
        assert!(
            shown.contains("<dt>Known already</dt><dd>2</dd>"),
            "{shown}"
        );
        // Nobody else sees what waits.
        let adam = house.actor(house.people.adam);
        assert!(house.open(&adam, &again).is_err());
    });
}

#[test]
fn what_is_no_table_of_wishes_is_refused() {
    on_both(|house| {
        let doris = house.actor(house.people.doris);
        for bytes in [&b""[..], b"\0\xff\xfe", b"Name;Age\nBo;4\n", b"Wish;CPR\n"] {
            match upload(house, &doris, bytes) {
                Ok(Reply::Page(page)) => assert_eq!(page.status, 422),
                other => panic!("{other:?}"),
            }
        }
    });
}
