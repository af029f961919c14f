//! The people concerned: letters, the log, the decisions not to tell.

use super::super::super::model::{People, Told};
use super::super::model::{Channel, Letter, standing};
use super::super::{letters, store};
use super::*;
use crate::base::testing::on_both;
use crate::base::visit::Reply;
use crate::base::{Country, Letterhead, Problem};
use crate::boot;
use kit::clock::{Day, Zone};
use kit::words::Lang;

fn page(house: &House, address: &str) -> String {
    text(house.open(&house.actor(house.people.doris), address))
}

const LETTER: [(&str, &str); 6] = [
    ("subject", "About your child's school letter"),
    (
        "happened",
        "A letter about your child went to another family.",
    ),
    ("consequences", "They know that your child gets support."),
    ("measures", "We have fetched the letter."),
    ("contact", "Doris, 040 123"),
    ("closing", "We are sorry."),
];

#[test]
fn a_letter_is_written_printed_and_kept_as_it_was_sent() {
    on_both(|house| {
        let (id, doris) = (case(house), house.actor(house.people.doris));
        let home = format!("/incidents/{id}/letters");
        let begun = page(house, &format!("{home}/text/sv"));
        assert!(
            begun.contains("Vi beklagar det som hänt")
                && begun.contains("A letter went to a neighbour."),
            "{begun}"
        );
        assert!(
            matches!(
                house.open(&doris, &format!("{home}/text/sv/copy")),
                Err(Problem::NotFound)
            ),
            "not saved yet"
        );
        let without = house.send(
            &doris,
            &format!("{home}/told"),
            &[
                ("at", "2026-03-02T09:30"),
                ("channel", "letter"),
                ("people", "One family"),
                ("lang", "sv"),
            ],
        );
        let Ok(Reply::Page(again)) = without else {
            panic!("told nothing")
        };
        assert!(again.status == 422 && again.body.contains("Choose a finished letter"));

        led(house.send(&doris, &format!("{home}/text/sv"), &LETTER[..3]));
        assert!(
            page(house, &home).contains("Missing: What we have done"),
            "unfinished letters are kept and say so"
        );
        led(house.send(&doris, &format!("{home}/text/sv"), &LETTER));
        let copy = page(house, &format!("{home}/text/sv/copy"));
        assert!(
            copy.contains("Vad det kan betyda för dig") && copy.contains("lang=\"sv\""),
            "{copy}"
        );
        let Ok(Reply::File(file)) = house.open(&doris, &format!("{home}/text/sv/pdf")) else {
            panic!("no letter")
        };
        assert_eq!(file.name, "2026-0001.letter.sv.pdf");

        let told = [
            ("at", "2026-03-02T09:30"),
            ("channel", "letter"),
            ("people", "One family"),
            ("number", "2"),
            WHY,
            ("lang", "sv"),
            ("proof", "Posting list 12"),
        ];
        led(house.send(&doris, &format!("{home}/told"), &told));
        led(house.send(
            &doris,
            &format!("{home}/text/sv"),
            &[("happened", "Changed later.")],
        ));
        let entries = house.app.read(|conn| store::entries(conn, id)).unwrap();
        assert!(
            entries[0]
                .entry
                .words
                .contains("We have fetched the letter."),
            "kept as it was sent"
        );
        let people = stored(house, id).standing.people.unwrap();
        assert_eq!(
            (people.told, people.at),
            (Told::Told, Some(moment("2026-03-02T07:30:00Z")))
        );
        assert!(page(house, &home).contains("Posting list 12"));
    });
}

#[test]
fn a_part_is_told_with_its_reason_and_the_draft_learns_of_it() {
    on_both(|house| {
        let (id, doris) = (case(house), house.actor(house.people.doris));
        fill_in(house, id);
        let address = format!("/incidents/{id}/letters/told");
        let mut fields = vec![
            ("at", "2026-03-02T09:40"),
            ("channel", "phone"),
            ("people", "Parents"),
            ("extent", "part"),
            ("words", "Said on the telephone."),
        ];
        for missing in [WHY, ("part_why", "The others are not reached yet.")] {
            let Ok(Reply::Page(again)) = house.send(&doris, &address, &fields) else {
                panic!("without {missing:?}")
            };
            assert_eq!(again.status, 422);
            fields.push(missing);
        }
        led(house.send(&doris, &address, &fields));
        let draft = house
            .app
            .read(|conn| store::draft(conn, id))
            .unwrap()
            .unwrap();
        assert!(
            draft.says(Field::Informed, "informed") && draft.says(Field::InformedExtent, "part")
        );
        assert_eq!(draft.text(Field::InformedText), "Said on the telephone.");
        // What is told later adds to the decision, which keeps its reason.
        assert!(!text(house.open(&doris, &address)).contains("name=\"reason\""));
        let earlier = [
            ("at", "2026-03-02T09:20"),
            ("channel", "phone"),
            ("people", "Others"),
            ("words", "Said on the telephone."),
        ];
        led(house.send(&doris, &address, &earlier));
        assert_eq!(stored(house, id).people_reason(), WHY.1);
        for (bad, said) in [
            (
                vec![
                    ("at", "2031-01-01T10:00"),
                    ("channel", "letter"),
                    ("people", "x"),
                    ("words", "y"),
                ],
                "still to come",
            ),
            (
                vec![
                    ("at", "2026-03-02T09:40"),
                    ("channel", "public"),
                    ("people", "x"),
                    ("words", "y"),
                ],
                "Say where it is published",
            ),
            (
                vec![("at", "2026-03-02T09:40"), ("people", "x"), ("words", "y")],
                "Say how they were told",
            ),
        ] {
            let Ok(Reply::Page(again)) = house.send(&doris, &address, &bad) else {
                panic!("accepted: {bad:?}")
            };
            assert!(
                again.status == 422 && again.body.contains(said),
                "{said}: {}",
                again.body
            );
        }
    });
}

#[test]
fn not_telling_needs_reasons_and_c_a_public_communication() {
    on_both(|house| {
        let (id, doris) = (case(house), house.actor(house.people.doris));
        let address = format!("/incidents/{id}/letters/decision");
        let Ok(Reply::Page(again)) = house.send(&doris, &address, &[("ground", "exempt_a")]) else {
            panic!("no reason")
        };
        assert_eq!(again.status, 422);
        let Ok(Reply::Page(again)) =
            house.send(&doris, &address, &[("ground", "told"), ("reason", "x")])
        else {
            panic!("told is no ground")
        };
        assert_eq!(again.status, 422);
        led(house.send(
            &doris,
            &address,
            &[
                ("ground", "exempt_a"),
                ("reason", "The device was encrypted."),
            ],
        ));
        assert_eq!(
            stored(house, id).standing.people.unwrap().told,
            Told::ExemptA
        );
        let mut c = vec![("ground", "exempt_c"), ("reason", "We have no addresses.")];
        let Ok(Reply::Page(again)) = house.send(&doris, &address, &c) else {
            panic!("c without publication")
        };
        for said in [
            "Say when it was published",
            "Write the text of the public",
            "Say where it is published",
            "Say which group",
        ] {
            assert!(again.body.contains(said), "{said}: {}", again.body);
        }
        c.extend([
            ("words", "To all users."),
            ("place", "The front page"),
            ("at", "2026-03-02T09:50"),
            ("people", "All users"),
        ]);
        led(house.send(&doris, &address, &c));
        let people = stored(house, id).standing.people.unwrap();
        assert_eq!((people.told, people.public), (Told::ExemptC, true));
        let entries = house.app.read(|conn| store::entries(conn, id)).unwrap();
        assert_eq!(
            (entries.len(), entries[0].entry.channel),
            (1, Channel::Public)
        );
        let shown = page(house, &format!("/incidents/{id}/letters"));
        assert!(
            shown.contains("We have no addresses.") && shown.contains("The front page"),
            "{shown}"
        );
    });
}

#[test]
fn how_a_case_stands_after_what_was_told() {
    let (early, late) = (
        moment("2026-03-02T08:00:00Z"),
        moment("2026-03-03T08:00:00Z"),
    );
    let exempt = People {
        told: Told::ExemptC,
        at: None,
        public: false,
    };
    assert_eq!(standing(&[], None), None);
    assert_eq!(
        standing(&[(Channel::Public, early)], None),
        None,
        "nobody was told individually"
    );
    let told = standing(
        &[(Channel::Letter, late), (Channel::Phone, early)],
        Some(&exempt),
    )
    .unwrap();
    assert_eq!(
        (told.told, told.at, told.public),
        (Told::Told, Some(early), false)
    );
    let public = standing(&[(Channel::Public, early)], Some(&exempt)).unwrap();
    assert_eq!((public.told, public.public), (Told::ExemptC, true));
}

#[test]
fn what_the_law_asks_of_a_letter() {
    let mut letter = Letter::default();
    assert_eq!(
        letter.missing().len(),
        4,
        "what happened, consequences, measures, contact (article 34(2))"
    );
    letter = Letter {
        happened: "h".into(),
        consequences: "c".into(),
        measures: "m".into(),
        contact: "k".into(),
        ..letter
    };
    assert!(letter.missing().is_empty() && letter.body().len() == 4);
}

/// A field is not optional and asked by the law at once.
#[test]
fn the_form_of_a_letter_does_not_contradict_itself() {
    on_both(|house| {
        let id = case(house);
        let form = page(house, &format!("/incidents/{id}/letters/text/en"));
        assert!(
            form.contains("novalidate"),
            "it may be saved unfinished: {form}"
        );
        let fields: Vec<&str> = form.split("<div class=\"field").skip(1).collect();
        let lawful = |field: &&&str| field.contains("The law asks for this");
        assert_eq!(fields.iter().filter(lawful).count(), 4);
        for field in &fields {
            assert!(
                field.contains("The law asks for this") != field.contains("(optional)"),
                "{field}"
            );
        }
    });
}

#[test]
fn a_letter_is_a_paper_in_every_language() {
    let words = boot::words().unwrap();
    for lang in Lang::ALL {
        let w = words.tongue(lang, Zone::named("Europe/Helsinki").unwrap());
        let letter = letters::template(&w, &full(), Some(Country::Se));
        assert!(letter.missing().is_empty());
        let sheet = letters::Sheet {
            head: Letterhead {
                municipality: "Ålunda".to_owned(),
                colour: "#14507a".to_owned(),
                day: Day::parse("2026-03-04").unwrap(),
            },
            sender: "Sivistyslautakunta".to_owned(),
            number: "2026-0001".to_owned(),
        };
        let plain = letters::plain(&w, &letter, "Ålunda");
        assert!(plain.ends_with("Ålunda") && !plain.contains('⟦'));
        let pdf = paper::pdf(&letters::document(&w, &letter, &sheet)).unwrap();
        if let Ok(folder) = std::env::var("TILLIT_TEST_OUT") {
            std::fs::write(format!("{folder}/letter.{lang}.pdf"), &pdf).unwrap();
        }
    }
}

#[test]
fn the_letter_advises_by_what_was_in_the_data() {
    let words = boot::words().unwrap();
    let of = |lang, kinds: &[&'static str]| {
        let w = words.tongue(lang, Zone::utc());
        let mut notification = full();
        notification.set(Field::RecordKinds, Some(Value::Many(kinds.to_vec())));
        letters::template(&w, &notification, None).advice
    };
    let plain = of(Lang::En, &["basic", "contact"]);
    assert!(plain.contains("do not give more information"));
    assert!(!plain.contains("do not have to") && !plain.contains("password"));
    assert!(of(Lang::En, &["credentials"]).contains("Change the password"));
    assert!(of(Lang::En, &["identity_number"]).contains("block on credit"));
    assert!(of(Lang::En, &["official_documents"]).contains("block on credit"));
    assert!(of(Lang::En, &["payment"]).contains("your bank"));
    for lang in Lang::ALL {
        let all = of(
            lang,
            &["credentials", "identity_number", "payment", "economic"],
        );
        assert_eq!(all.split("\n\n").count(), 4, "{all}");
        assert!(
            all.ends_with(&of(lang, &["basic"])) && !all.contains('⟦'),
            "{all}"
        );
    }
}

#[test]
fn the_letter_names_the_authority_of_the_country_in_its_own_language() {
    let words = boot::words().unwrap();
    let of = |lang, country| letters::closing(&words.tongue(lang, Zone::utc()), country);
    for (lang, country, named) in [
        (Lang::Fi, Some(Country::Fi), "tietosuojavaltuutetulle"),
        (Lang::Sv, Some(Country::Fi), "dataombudsmannen"),
        (Lang::Nb, Some(Country::Se), "Integritetsskyddsmyndigheten"),
        (Lang::Da, Some(Country::Dk), "klage til Datatilsynet"),
        (Lang::Nb, Some(Country::No), "klage til Datatilsynet"),
        (Lang::Sv, Some(Country::No), "norska"),
        (Lang::Da, None, "databeskyttelsesmyndigheden"),
        (Lang::En, Some(Country::Is), "the data protection authority"),
    ] {
        let said = of(lang, country);
        assert!(said.contains(named), "{lang} {country:?}: {said}");
    }
    let danish = of(Lang::Da, Some(Country::Fi));
    assert!(!danish.contains("Datatilsynet"), "{danish}");
}
