use super::super::subject::Subject;
use super::super::testing::on_both;
use super::super::visit::Upload;
use super::super::{Actor, Problem, audit};
use super::{hand_out, keep, looks, of};

fn upload(name: &str, bytes: &[u8]) -> Upload {
    Upload {
        field: "file".to_owned(),
        name: name.to_owned(),
        bytes: bytes.to_vec(),
    }
}

#[test]
fn a_file_comes_back_as_it_was_and_only_as_a_download() {
    on_both(|house| {
        let subject = Subject::named("case", "1");
        let html = b"<script>alert(1)</script>\0\xff";
        let upload = upload("C:\\temp\\page.html", html);
        let id = house
            .app
            .write(&Actor::console(), |tx| {
                keep(tx, &subject, house.controllers[0], &upload)
            })
            .unwrap();
        let rows = house.app.read(|conn| of(conn, &subject)).unwrap();
        assert_eq!(rows.len(), 1);
        assert_eq!((rows[0].name.as_str(), rows[0].size), ("page.html", 27));
        let doris = house.actor(house.people.doris);
        let file = hand_out(&house.app, &doris, &subject, id).unwrap();
        assert_eq!(file.bytes, html);
        assert_eq!(file.mime, "application/octet-stream");
        assert!(!file.inline && !file.public);

        let other = Subject::named("case", "2");
        let answer = hand_out(&house.app, &doris, &other, id);
        assert!(matches!(answer, Err(Problem::NotFound)));
        assert!(audit::verify(&house.app).unwrap().is_good());
    });
}

#[test]
fn looks_are_read_from_the_first_bytes() {
    assert_eq!(looks::looks(b"%PDF-1.7"), "PDF");
    assert_eq!(looks::looks(b"PK\x03\x04rest"), "ZIP");
    assert_eq!(looks::looks(b"\xff\xd8\xff\xe0"), "JPEG");
    assert_eq!(looks::looks(b"plain text of any length"), "");
    assert_eq!(looks::looks(b""), "");
}

#[test]
fn a_name_is_only_a_name() {
    assert_eq!(looks::name("../../etc/passwd"), "passwd");
    assert_eq!(looks::name("a\nb\u{202e}fdp.exe"), "a bfdp.exe");
    assert_eq!(looks::name("..."), "file");
    assert_eq!(looks::name(""), "file");
    let long = format!("{}.pdf", "x".repeat(300));
    assert!(looks::name(&long).ends_with(".pdf"));
    assert!(looks::name(&long).chars().count() <= 120);
}
