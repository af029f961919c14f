mod reading;

use kit::clock::Day;
use kit::db::Tx;
use kit::params;

use super::super::subject::Subject;
use super::super::testing::{House, on_both};
use super::super::visit::Upload;
use super::super::{Actor, Problem};
use super::super::{files, organisation};
use super::{
    Entry, Fault, FaultKind, Verdict, WrittenHead, head, store, verify, verify_telling, write_heads,
};

/// What somebody with the database in their hands does.
fn tamper(house: &House, sql: &str) {
    house
        .app
        .write(&Actor::console(), |tx| Ok::<_, Problem>(tx.run(sql, &[])?))
        .unwrap();
}

fn faults(house: &House) -> Vec<(FaultKind, String)> {
    let verdict: Verdict = verify(&house.app).unwrap();
    assert_eq!(verdict.found, verdict.faults.len() as u64);
    verdict
        .faults
        .into_iter()
        .map(|Fault { kind, place }| (kind, place))
        .collect()
}

fn person(house: &House) -> String {
    format!("person:{}", house.people.anna)
}

#[test]
fn an_untouched_house_is_good() {
    on_both(|house| {
        let verdict = verify(&house.app).unwrap();
        assert!(verdict.is_good(), "{:?}", verdict.faults);
        assert!(verdict.entries > 30 && verdict.rows > 30);
        let head = house.app.read(head).unwrap();
        assert_eq!(head.seq as u64, verdict.entries);
    });
}

#[test]
fn a_changed_row_is_named() {
    on_both(|house| {
        let id = house.people.anna;
        tamper(
            house,
            &format!("UPDATE organisation_people SET given = 'Eva' WHERE id = '{id}'"),
        );
        assert_eq!(faults(house), [(FaultKind::ChangedRow, person(house))]);
    });
}

#[test]
fn a_row_from_nowhere_is_named() {
    on_both(|house| {
        tamper(
            house,
            "INSERT INTO organisation_titles (id, code, name, folded) VALUES ('x', 'x', '{}', 'x')",
        );
        assert_eq!(
            faults(house),
            [(FaultKind::UnknownRow, "title:x".to_owned())]
        );
    });
}

#[test]
fn a_removed_row_is_named() {
    on_both(|house| {
        tamper(house, "DELETE FROM organisation_managers");
        let found = faults(house);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].0, FaultKind::MissingRow);
        assert!(found[0].1.starts_with("manager:"));
    });
}

#[test]
fn an_erased_row_is_told_from_a_missing_one() {
    on_both(|house| {
        let subject = Subject::named("case", "1");
        let upload = upload("secret.pdf", b"%PDF-1.7 content");
        let id = house
            .app
            .write(&Actor::console(), |tx| {
                files::keep(tx, &subject, house.controllers[0], &upload)
            })
            .unwrap();
        house
            .app
            .write(&Actor::console(), |tx| files::erase_of(tx, 7, &subject))
            .unwrap();
        let verdict = verify(&house.app).unwrap();
        assert!(verdict.is_good(), "{:?}", verdict.faults);
        assert_eq!(verdict.erased.get(&7), Some(&1));

        // A backup that brings the row back is seen too.
        tamper(
            house,
            &format!(
                "INSERT INTO files_kept (id, subject_kind, subject_id, controller_id, name, looks, size, digest, at)
                 VALUES ('{id}', 'case', '1', '{}', 'a', '', 0, '', 0)",
                house.controllers[0]
            ),
        );
        let kinds: Vec<FaultKind> = faults(house).into_iter().map(|fault| fault.0).collect();
        assert!(kinds.contains(&FaultKind::Returned));
    });
}

#[test]
fn the_bytes_of_an_attachment_are_verified() {
    on_both(|house| {
        let subject = Subject::named("case", "1");
        let upload = upload("a.pdf", b"%PDF-1.7 content");
        let id = house
            .app
            .write(&Actor::console(), |tx| {
                files::keep(tx, &subject, house.controllers[0], &upload)
            })
            .unwrap();
        house
            .app
            .write(&Actor::console(), |tx| {
                let bytes = b"other".as_slice();
                Ok::<_, Problem>(tx.run("UPDATE files_content SET content = $1", params![bytes])?)
            })
            .unwrap();
        assert_eq!(faults(house), [(FaultKind::Content, format!("file:{id}"))]);
    });
}

#[test]
fn a_changed_entry_is_named() {
    on_both(|house| {
        tamper(house, "UPDATE audit_entries SET verb = 'x.y' WHERE seq = 5");
        assert_eq!(faults(house), [(FaultKind::ChangedEntry, "5".to_owned())]);
    });
}

#[test]
fn a_changed_entry_with_a_new_hash_breaks_the_chain_after_it() {
    on_both(|house| {
        rewrite_one(house, 5);
        assert_eq!(faults(house), [(FaultKind::Follows, "6".to_owned())]);
    });
}

#[test]
fn a_removed_entry_is_named() {
    on_both(|house| {
        tamper(house, "DELETE FROM audit_entries WHERE seq = 5");
        let found = faults(house);
        assert!(found.contains(&(FaultKind::Gap, "6".to_owned())));
        assert!(found.iter().any(|fault| fault.0 == FaultKind::UnknownRow));
    });
}

/// Changes one entry and gives it the hash it must then have.
fn rewrite_one(house: &House, seq: i64) {
    let app = &house.app;
    let entries = app.read(|conn| store::after(conn, seq - 1, 1)).unwrap();
    let mut entry = entries[0].clone();
    entry.actor = "person:somebody-else".to_owned();
    entry.hash = entry.digest();
    app.write(&Actor::console(), |tx| put(tx, &entry)).unwrap();
}

fn put(tx: &Tx<'_>, entry: &Entry) -> Result<(), Problem> {
    tx.run(
        "UPDATE audit_entries SET actor = $2, prev = $3, hash = $4 WHERE seq = $1",
        params![entry.seq, &entry.actor, &entry.prev, &entry.hash],
    )?;
    Ok(())
}

/// Rewrites the chain from an entry on so that it is consistent in itself.
fn rewrite_from(house: &House, seq: i64) {
    rewrite_one(house, seq);
    let app = &house.app;
    let entries = app
        .read(|conn| store::after(conn, seq - 1, 10_000))
        .unwrap();
    let mut prev = entries[0].hash.clone();
    app.write(&Actor::console(), |tx| {
        for entry in &entries[1..] {
            let mut entry = entry.clone();
            entry.prev = prev.clone();
            entry.hash = entry.digest();
            prev = entry.hash.clone();
            put(tx, &entry)?;
        }
        Ok::<_, Problem>(())
    })
    .unwrap();
}

fn with_file(house: &House) -> (House2<'_>, tempfile::TempDir) {
    let dir = tempfile::tempdir().unwrap();
    let mut app = house.app.clone();
    let mut config = (*app.config).clone();
    config.book.heads_file = Some(dir.path().join("heads.txt"));
    config.book.heads_mail = Some("archive@testby.example".to_owned());
    app.config = std::sync::Arc::new(config);
    (House2 { house, app }, dir)
}

struct House2<'a> {
    house: &'a House,
    app: super::super::App,
}

#[test]
fn a_rewritten_chain_is_found_by_the_heads_outside() {
    on_both(|house| {
        let (outside, _dir) = with_file(house);
        write_heads(&outside.app).unwrap();
        write_heads(&outside.app).unwrap();
        let lines = super::heads::from_file(&outside.app).unwrap();
        assert_eq!(lines.len(), 1, "one head a day");
        assert!(verify(&outside.app).unwrap().is_good());

        rewrite_from(outside.house, 5);
        assert!(
            !faults(house).is_empty(),
            "the head in the database differs already"
        );
        // Who owns the database takes away its own list of heads; the file is out of reach.
        tamper(house, "DELETE FROM audit_heads");
        assert!(faults(house).is_empty());
        let verdict = verify(&outside.app).unwrap();
        let kinds: Vec<FaultKind> = verdict.faults.iter().map(|fault| fault.kind).collect();
        assert_eq!(kinds, [FaultKind::Rewritten]);
    });
}

#[test]
fn a_cut_book_is_found_by_the_heads_outside() {
    on_both(|house| {
        let (outside, _dir) = with_file(house);
        write_heads(&outside.app).unwrap();
        tamper(house, "DELETE FROM audit_heads");
        let last = house.app.read(head).unwrap().seq;
        tamper(
            house,
            &format!("DELETE FROM audit_entries WHERE seq = {last}"),
        );
        let verdict = verify(&outside.app).unwrap();
        assert!(verdict.faults.iter().any(|f| f.kind == FaultKind::Cut));
    });
}

#[test]
fn a_forged_head_is_found_by_its_signature() {
    on_both(|house| {
        let (outside, _dir) = with_file(house);
        write_heads(&outside.app).unwrap();
        rewrite_from(house, 5);
        let head = house.app.read(head).unwrap();
        tamper(
            house,
            &format!("UPDATE audit_heads SET hash = '{}'", head.hash),
        );
        let day = house.app.today().to_string();
        assert_eq!(faults(house), [(FaultKind::Signature, day)]);
    });
}

#[test]
fn the_head_is_mailed_outside_by_a_job() {
    on_both(|house| {
        let (mut outside, _dir) = with_file(house);
        let (sender, letters) = kit::mail::Sender::memory();
        outside.app.sender = sender;
        write_heads(&outside.app).unwrap();
        let now = house.app.now();
        let job = kit::jobs::claim(&house.app.db, now).unwrap().unwrap();
        assert_eq!(job.kind, super::heads::MAIL);
        let done = super::heads::mail(&outside.app, &job);
        kit::jobs::settle(&house.app.db, &job, now, &done).unwrap();
        let letters = letters.lock().unwrap();
        assert_eq!(letters[0].to, "archive@testby.example");
        let line = letters[0].text.lines().last().unwrap();
        let head = super::heads::parse(line).unwrap();
        assert!(super::is_ours(&house.app.keys.public(), &head));
    });
}

#[test]
fn a_line_of_a_head_is_read_back() {
    let head = WrittenHead {
        day: Day::parse("2026-03-02").unwrap(),
        seq: 7,
        hash: "ab".to_owned(),
        signature: "cd".to_owned(),
    };
    assert_eq!(super::head_line(&head), "2026-03-02 7 ab cd");
    assert_eq!(super::parse_head("2026-03-02 7 ab cd"), Some(head));
    assert_eq!(super::parse_head("2026-03-02 7 ab cd e"), None);
    assert_eq!(super::parse_head("nonsense"), None);
}

fn upload(name: &str, bytes: &[u8]) -> Upload {
    Upload {
        field: "file".to_owned(),
        name: name.to_owned(),
        bytes: bytes.to_vec(),
    }
}

#[test]
fn more_than_one_page_is_walked() {
    on_both(|house| {
        let may = Actor::console().administrator().unwrap();
        let name = kit::words::Texts::same("x");
        house
            .app
            .write(&Actor::console(), |tx| {
                for n in 0..5_100 {
                    organisation::add_title(tx, may, &format!("q{n}"), &name)?;
                }
                Ok::<_, Problem>(())
            })
            .unwrap();
        let mut steps = 0;
        let verdict = verify_telling(&house.app, &mut |_| steps += 1).unwrap();
        assert!(verdict.is_good() && verdict.rows > 5_100 && steps > 3);
        tamper(
            house,
            "UPDATE organisation_titles SET folded = 'y' WHERE code LIKE 'q%'",
        );
        let verdict = verify(&house.app).unwrap();
        assert_eq!(verdict.found, 5_100);
        assert_eq!(verdict.faults.len(), 1_000, "the rest is only counted");
    });
}
