//! History from other systems: test material of our own in the shape of VERIS 1.3.2 and 1.4.1, with its traps.

use serde_json::{Value, json};

use super::super::files;
use super::super::model::intake::{Intake, Why, date, occurred};
use super::super::model::veris;
use super::super::model::veris_out::{Outgoing, record};
use super::*;
use crate::base::audit;
use crate::base::visit::{Reply, Upload};
use crate::modules::incidents::model::Part;
use kit::clock::Day;

fn today() -> Day {
    Day::parse("2026-03-02").unwrap()
}

/// Records as other systems write them: invented, with every trap of the facts file.
fn records() -> Value {
    json!([
        {
            "schema_version": "1.3.2", "incident_id": "FILE-1",
            "plus": { "master_id": "6b1f" }, "security_incident": "Confirmed",
            "summary": "A clerk sent a list to the wrong guardian.\r\nIt was returned.",
            "timeline": { "incident": { "year": 2014 } },
            "discovery_method": "Ext - customer",
            "actor": { "internal": { "motive": ["NA"], "variety": ["End-user"] } },
            "action": { "error": { "variety": ["Misdelivery"] } },
            "asset": { "assets": [{ "variety": "M - Documents", "amount": 1 }] },
            "attribute": { "confidentiality": { "data_disclosure": "Yes", "data": [{ "variety": "Personal", "amount": 20800000 }] } },
            "victim": { "industry": "92" }
        },
        {
            "schema_version": "1_3_2", "incident_id": "FILE-2", "security_incident": "Near miss",
            "timeline": { "incident": { "year": 2015, "month": 3 } },
            "discovery_method": "Int - reported by user",
            "actor": { "internal": {} }, "action": { "error": { "variety": "Loss" } },
            "asset": { "assets": [{ "variety": "U - Laptop" }] },
            "attribute": { "availability": { "variety": ["Loss"] } },
            "victim": { "industry": "923140" }
        },
        {
            "schema_version": "1.4.1", "incident_id": "FILE-3", "security_incident": "Confirmed",
            "timeline": { "incident": { "year": "2021", "month": 5, "day": 7, "time": "12:00" } },
            "discovery_method": { "partner": { "variety": ["Audit"] } },
            "actor": { "partner": { "industry": "000" } },
            "action": { "hacking": { "variety": ["Use of stolen creds"] }, "malware": { "variety": ["Ransomware"] } },
            "attribute": { "integrity": {}, "availability": {} }, "reference": "a, b"
        },
        { "schema_version": "1.4.1", "incident_id": "FILE-4", "security_incident": "Suspected",
          "timeline": { "incident": { "year": 2020 } },
          "actor": { "internal": {} }, "action": { "misuse": { "variety": ["Unapproved workaround"] } } },
        { "schema_version": "1.4.1", "incident_id": "FILE-1", "plus": { "master_id": "6b1f" } },
        { "schema_version": "1.4.1", "timeline": {} },
        { "schema_version": "2.0", "incident_id": "FILE-7" },
        { "schema_version": "1.4.1", "incident_id": "FILE-8", "timeline": { "incident": { "year": 2021, "month": 13 } } },
        { "schema_version": "1.4.1", "incident_id": "FILE-9", "timeline": { "incident": { "year": 2031 } } },
        { "schema_version": "1.4.1", "incident_id": "FILE-10", "security_incident": "Perhaps" },
        { "schema_version": "1.4.1", "incident_id": "FILE-11", "timeline": { "incident": { "year": [2021] } } },
        { "schema_version": "1.4.1", "incident_id": "x".repeat(300) },
        "no record", null
    ])
}

#[test]
fn every_trap_of_veris_is_read_or_rejected_with_its_reason() {
    let bytes = serde_json::to_vec(&records()).unwrap();
    let intake = files::read(&bytes, "Old", today()).unwrap();
    assert_eq!(intake.taken.len() + intake.rejected.len(), 14, "records in");
    let why: Vec<(u64, Why)> = intake
        .rejected
        .iter()
        .map(|one| (one.place, one.why))
        .collect();
    assert_eq!(
        why,
        [
            (5, Why::Twice),
            (6, Why::NoName),
            (7, Why::Version),
            (8, Why::Date),
            (9, Why::Future),
            (10, Why::Outcome),
            (11, Why::Date),
            (12, Why::LongName),
            (13, Why::NoRecord),
            (14, Why::NoRecord),
        ]
    );
    let [one, two, three, four] = intake.taken.as_slice() else {
        panic!("{:?}", intake.taken);
    };
    assert_eq!(
        one.imported.external, "6b1f",
        "the master's name, not the file's"
    );
    assert_eq!(one.imported.occurred, When::Year(2014));
    assert_eq!(one.imported.outcome, Some(Outcome::Breach));
    assert_eq!(one.imported.natures, [Nature::R].into());
    assert_eq!(one.imported.discoverer, Discoverer::Subject);
    assert_eq!(one.imported.origin, Origin::Internal);
    assert_eq!(one.imported.people, Band::Unknown, "records are not people");
    assert_eq!(
        one.story,
        "A clerk sent a list to the wrong guardian.\nIt was returned."
    );
    assert_eq!(two.imported.occurred, When::Month(2015, 3));
    assert_eq!(
        (two.imported.outcome, two.about),
        (Some(Outcome::NearMiss), About::Lost)
    );
    assert_eq!(two.imported.natures, [Nature::I].into());
    assert_eq!(two.imported.discoverer, Discoverer::Staff);
    assert_eq!(
        three.imported.occurred,
        When::On(Day::parse("2021-05-07").unwrap())
    );
    assert_eq!(three.imported.natures, [Nature::B, Nature::F].into());
    assert_eq!(
        three.imported.kinds,
        [Kind::Integrity, Kind::Availability].into()
    );
    assert!(three.imported.supplier && three.imported.discoverer == Discoverer::Processor);
    assert_eq!(
        four.imported.origin,
        Origin::Internal,
        "a short cut in good faith"
    );
    assert_eq!(four.imported.outcome, None);
}

#[test]
fn other_shapes_of_a_file() {
    let lines = b"{\"incident_id\":\"a\"}\n\n{\"incident_id\":\"b\"}\n";
    let read = |bytes: &[u8]| files::read(bytes, "Old", today());
    assert_eq!(read(lines).unwrap().taken.len(), 2, "one record a line");
    assert_eq!(
        read(b"\xef\xbb\xbf{\"incident_id\":\"a\"}")
            .unwrap()
            .taken
            .len(),
        1
    );
    for (bytes, why) in [
        (&b""[..], "incidents-import-empty"),
        (b"  \n", "incidents-import-empty"),
        (b"[]", "incidents-import-empty"),
        (b"{\"incident_id\":", "incidents-import-no-json"),
        (b"PK\x03\x04rubbish", "incidents-import-no-workbook"),
        (b"one;two\n1;2\n", "incidents-import-no-name"),
        (b"\x00\x01\x02", "organisation-import-binary"),
    ] {
        assert_eq!(read(bytes).unwrap_err(), why);
    }
    let deep = "[".repeat(100_000);
    assert!(
        veris::read(deep.as_bytes(), "Old", today()).is_err(),
        "deep nesting is no stack"
    );
}

#[test]
fn a_table_is_known_by_its_headings_in_five_languages() {
    let read = |text: &str| files::read(text.as_bytes(), "Old", today()).unwrap();
    for head in [
        "Number;Date;Description;Type;People;Supplier",
        "Tunnus;Päivä;Kuvaus;Laji;Henkilöt;Toimittaja",
        "Diarienummer;Datum;Beskrivning;Typ;Antal personer;Leverantör",
        "Sagsnummer;Dato;Beskrivelse;Type;Personer;Leverandør",
        "Saksnummer;Dato;Beskrivelse;Type;Antall personer;Leverandør",
    ] {
        let text = format!(
            "{head}\nA-1;7.3.2014;=HYPERLINK(\"x\");breach;1 200;x\nA-2;;;;;\nA-3;soon;;;;\n"
        );
        let intake = read(&text);
        assert_eq!(
            (intake.taken.len(), intake.rejected.len()),
            (2, 1),
            "{head}"
        );
        let one = &intake.taken[0];
        assert_eq!(
            one.imported.occurred,
            When::On(Day::parse("2014-03-07").unwrap())
        );
        assert_eq!(one.imported.outcome, Some(Outcome::Breach), "{head}");
        assert_eq!(one.imported.people, Band::Thousands);
        assert!(one.imported.supplier);
        assert!(one.story.starts_with("=HYPERLINK"), "text stays text");
        assert_eq!(intake.taken[1].imported.occurred, When::Unknown);
    }
    let broken = read("Number;Date\nA;2020;too many;cells\nB;2020\n");
    assert_eq!(
        (broken.taken.len(), broken.rejected[0].why),
        (1, Why::Broken)
    );
}

#[test]
fn dates_as_people_write_them() {
    let day = |text: &str| date(text, today());
    let on = |text: &str| Ok(When::On(Day::parse(text).unwrap()));
    assert_eq!(day("2014-03-07"), on("2014-03-07"));
    assert_eq!(day("7.3.2014"), on("2014-03-07"));
    assert_eq!(day("07/03/2014"), on("2014-03-07"));
    assert_eq!(day("2014-03-07 00:00"), on("2014-03-07"));
    assert_eq!(day("03/2014"), Ok(When::Month(2014, 3)));
    assert_eq!(day("2014"), Ok(Part::Year(2014).into()));
    for bad in ["yesterday", "31.2.2014", "1014", "2014-03-07-01", "7.3.14"] {
        assert_eq!(day(bad), Err(Why::Date), "{bad}");
    }
    assert_eq!(occurred(Some(2027), None, None, today()), Err(Why::Future));
}

#[test]
fn a_workbook_is_a_table_and_no_bomb() {
    let head = ["Number", "Date", "What"].map(str::to_owned);
    let rows = vec![vec![
        crate::base::export::Cell::Text("W-1".to_owned()),
        crate::base::export::Cell::Day(Day::parse("2019-06-01").unwrap()),
        crate::base::export::Cell::Text("=1+1".to_owned()),
    ]];
    let bytes = crate::base::export::xlsx("Old", &head, &rows).unwrap();
    let intake = files::read(&bytes, "Old", today()).unwrap();
    let one = &intake.taken[0].imported;
    assert_eq!(
        (one.external.as_str(), one.occurred),
        ("W-1", When::On(Day::parse("2019-06-01").unwrap()))
    );
    // A small file that unpacks to a huge one.
    let mut bomb = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    bomb.start_file("xl/workbook.xml", options).unwrap();
    let block = vec![0u8; 1 << 20];
    for _ in 0..70 {
        std::io::Write::write_all(&mut bomb, &block).unwrap();
    }
    let bytes = bomb.finish().unwrap().into_inner();
    assert!(bytes.len() < 1 << 20);
    assert_eq!(
        files::read(&bytes, "Old", today()).unwrap_err(),
        "incidents-import-too-large"
    );
}

fn send(house: &House, name: &str, bytes: &[u8], source: &str) -> crate::base::visit::Answer {
    let unit = house.units[1].to_string();
    let upload = vec![Upload {
        field: "file".to_owned(),
        name: name.to_owned(),
        bytes: bytes.to_vec(),
    }];
    let fields = [("source", source), ("unit", unit.as_str())];
    house.send_with(&doris(house), "/incidents/import", &fields, upload)
}

#[test]
fn a_file_is_shown_and_taken_in_once_and_starts_nothing() {
    on_both(|house| {
        let bytes = serde_json::to_vec(&records()).unwrap();
        let to = led(send(house, "old.JSON", &bytes, "Old register"));
        let page = text(house.open(&doris(house), &to));
        for what in [
            "14",
            "Rejected",
            "The same number came before",
            "6b1f",
            "2015-03",
        ] {
            assert!(page.contains(what), "{what}: {page}");
        }
        // Nobody else sees the file, and nothing is stored yet.
        let adam = house.actor(house.people.adam);
        assert!(house.open(&adam, &to).is_err());
        assert!(!text(house.open(&doris(house), "/incidents?stage=history")).contains("2014-0001"));
        assert_eq!(led(house.send(&doris(house), &to, &[])), to);
        let list = text(house.open(&doris(house), "/incidents?stage=history"));
        for what in [
            "2014-0001",
            "2015-0001",
            "2021-0001",
            "Historical, not assessed",
        ] {
            assert!(list.contains(what), "{what}: {list}");
        }
        // The same file again changes nothing.
        let again = led(send(house, "old.json", &bytes, "Old register"));
        let page = text(house.open(&doris(house), &again));
        assert!(!page.contains("Take the new ones in"), "{page}");
        // No clock, no task, no notice, no figure.
        let queue = text(house.open(&doris(house), "/incidents/queue"));
        assert!(queue.contains("No case waits"), "{queue}");
        let tasks = text(house.open(&doris(house), "/tasks"));
        assert!(!tasks.contains("Assess a new report"), "{tasks}");
        let zone = &house.app.zone;
        let period =
            crate::base::figure::Period::of(2014, zone, house.controllers.to_vec()).unwrap();
        let figures = house
            .app
            .read(|conn| (ROOM.figures)(conn, &period))
            .unwrap();
        let known = figures
            .iter()
            .find(|one| one.key == "inc.known" && one.controller.is_none());
        assert_eq!(
            known.unwrap().value,
            Some(0.0),
            "history is no assessment of ours"
        );
        // The book holds.
        assert!(audit::verify(&house.app).unwrap().is_good());
        // Who opens such a case again makes it a case of today.
        let (_, rest) = list.split_once("href=\"/incidents/").unwrap();
        let id = rest.split('"').next().unwrap();
        let reason = [("reason", "It matters again.")];
        led(house.send(
            &doris(house),
            &format!("/incidents/{id}/step/reopen"),
            &reason,
        ));
        let page = text(house.open(&doris(house), &format!("/incidents/{id}")));
        assert!(page.contains("Old register"), "{page}");
    });
}

#[test]
fn a_bad_form_comes_back_with_what_is_wrong() {
    on_both(|house| {
        let page = text(send(house, "x.json", b"[", "Old"));
        assert!(page.contains("no list of VERIS records"), "{page}");
        let page = text(send(house, "x.csv", b"Number\nA\n", ""));
        assert!(page.contains("class=\"faults\""), "{page}");
        let nothing = house.send(&doris(house), "/incidents/import", &[]);
        assert!(text(nothing).contains("Choose a file."));
    });
}

/// What we write is VERIS as far as we know its shape, and reads back as what it was.
#[test]
fn our_cases_travel_as_veris() {
    on_both(|house| {
        waiting(house, "A letter.");
        let Ok(Reply::File(file)) = house.open(&doris(house), "/incidents.veris.json") else {
            panic!("no file");
        };
        let all: Vec<Value> = serde_json::from_slice(&file.bytes).unwrap();
        for record in &all {
            for needed in [
                "schema_version",
                "incident_id",
                "source_id",
                "security_incident",
                "timeline",
                "discovery_method",
                "actor",
                "action",
                "asset",
                "attribute",
                "victim",
            ] {
                assert!(!record[needed].is_null(), "{needed}: {record}");
            }
            assert!(record["timeline"]["incident"]["year"].is_i64());
        }
        assert!(
            !String::from_utf8_lossy(&file.bytes).contains("neighbour"),
            "texts stay here"
        );
        let back: Intake = files::read(&file.bytes, "Ours", today()).unwrap();
        let one = &back.taken[0].imported;
        assert_eq!(one.outcome, Some(Outcome::Breach));
        assert_eq!(
            (one.natures.clone(), one.kinds.clone()),
            ([Nature::R].into(), [Kind::Confidentiality].into())
        );
        assert_eq!(
            (one.origin, one.discoverer),
            (Origin::Internal, Discoverer::Staff)
        );
    });
    let empty = Outgoing {
        id: "a".to_owned(),
        source: "b",
        occurred: When::Month(2020, 2),
        year: 2021,
        judged: None,
    };
    let incident = &record(&empty)["timeline"]["incident"];
    assert_eq!(
        incident,
        &json!({ "year": 2020, "month": 2 }),
        "no day is invented"
    );
}
