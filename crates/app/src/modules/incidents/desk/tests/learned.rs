//! Root cause, lessons, lists and owners.

use super::super::model::lists;
use super::*;
use kit::words::Lang;

#[test]
fn every_kind_has_a_list_in_five_languages() {
    for (key, texts, kinds) in lists::all() {
        for lang in Lang::ALL {
            assert!(
                texts.get(lang).is_some_and(|text| !text.is_empty()),
                "{key} {lang:?}"
            );
        }
        for kind in kinds {
            assert!(About::parse(&kind).is_some(), "{key}: {kind}");
        }
    }
    for about in About::ALL {
        assert!(lists::points(about, Lang::Fi).len() >= 3, "{about:?}");
    }
}

#[test]
fn a_list_is_ticked_by_somebody_at_some_time() {
    on_both(|house| {
        let id = waiting(house, "A letter.");
        let own = [("text", "Call the mayor"), ("about", "wrong_recipient")];
        led(house.send(&doris(house), "/incidents/lists", &own));
        let address = format!("/incidents/{id}/list");
        let page = text(house.open(&doris(house), &address));
        assert!(
            page.contains("Call the mayor") && page.contains("written confirmation"),
            "{page}"
        );
        led(house.send(
            &doris(house),
            &address,
            &[("done", "facts"), ("done", "deleted"), ("done", "nonsense")],
        ));
        let page = text(house.open(&doris(house), &address));
        assert!(
            page.contains("Doris Testby") && page.matches(" checked").count() == 2,
            "{page}"
        );
        led(house.send(&doris(house), &address, &[("done", "deleted")]));
        let page = text(house.open(&doris(house), &address));
        assert_eq!(page.matches(" checked").count(), 1);
        let page = text(house.open(&doris(house), "/incidents/lists"));
        let (_, rest) = page.split_once("/incidents/lists/").unwrap();
        let point = rest.split('/').next().unwrap();
        led(house.send(&doris(house), &format!("/incidents/lists/{point}/end"), &[]));
        assert!(!text(house.open(&doris(house), &address)).contains("Call the mayor"));
    });
}

#[test]
fn a_lesson_is_for_everybody_and_names_nobody() {
    on_both(|house| {
        let id = waiting(house, "A letter.");
        let address = format!("/incidents/{id}/lesson");
        let bad = [
            ("lang", "en"),
            ("title", "Care"),
            ("text", "Anna Testby sent a letter."),
        ];
        let page = text(house.send(&doris(house), &address, &bad));
        assert!(
            page.contains("A lesson names nobody") && page.contains("Anna Testby sent"),
            "{page}"
        );
        let good = [
            ("lang", "en"),
            ("title", "Look at the window"),
            ("text", "Check the address twice."),
        ];
        led(house.send(&doris(house), &address, &good));
        let anna = house.actor(house.people.anna);
        let page = text(house.open(&anna, "/lessons"));
        assert!(
            page.contains("Look at the window") && !page.contains("2026-0001"),
            "{page}"
        );
        let better = [("lang", "en"), ("title", "Windows"), ("text", "Better.")];
        led(house.send(&doris(house), &address, &better));
        let page = text(house.open(&anna, "/lessons"));
        assert!(page.contains("Windows") && !page.contains("Look at the window"));
        led(house.send(&doris(house), &format!("{address}/withdraw"), &[]));
        assert!(text(house.open(&anna, "/lessons")).contains("There are no lessons yet"));
        assert!(house.open(&anna, &address).is_err());
    });
}

#[test]
fn a_root_cause_is_found_afterwards() {
    on_both(|house| {
        let id = waiting(house, "A letter.");
        let fields = [
            ("cause", "process"),
            ("words", "Two windows show two pupils."),
        ];
        led(house.send(&doris(house), &format!("/incidents/{id}/cause"), &fields));
        let case = stored(house, id);
        assert_eq!(
            case.standing.assessment.as_ref().unwrap().cause,
            Cause::Process
        );
        let page = text(house.open(&doris(house), &format!("/incidents/{id}")));
        assert!(page.contains("Two windows show"), "{page}");
        let raw =
            super::super::super::tests::report(house, house.people.anna, house.units[1], "New.");
        let answer = house.send(&doris(house), &format!("/incidents/{raw}/cause"), &fields);
        assert_eq!(refused(answer), "incidents-refused-not-assessed");
    });
}

#[test]
fn a_measure_finds_its_owner_by_name_or_number() {
    on_both(|house| {
        let id = waiting(house, "A letter.");
        let address = format!("/incidents/{id}/measure");
        let send = |fields: &[(&str, &str)]| house.send(&doris(house), &address, fields);
        let page = text(send(&[("text", "A check."), ("owner", "Nobody Atall")]));
        assert!(
            page.contains("Nobody is found") && page.contains("A check."),
            "{page}"
        );
        let page = text(send(&[("text", "A check."), ("owner", "Testby")]));
        assert!(
            page.contains("Which of them?") && page.contains("Iris Testby (1004)"),
            "{page}"
        );
        let iris = house.people.iris.to_string();
        led(send(&[
            ("text", "A check."),
            ("owner", "Testby"),
            ("owner_id", &iris),
        ]));
        led(send(&[("text", "Another."), ("owner", "1004")]));
        let page = text(house.open(&house.actor(house.people.iris), "/measures"));
        assert!(
            page.contains("A check.") && page.contains("Another."),
            "{page}"
        );
    });
}

#[test]
fn who_reported_reads_what_was_learned() {
    on_both(|house| {
        let id = report(house, house.people.anna, house.units[1], "A letter.");
        let same = report(house, house.people.mona, house.units[0], "The letter.");
        assess(house, id, plain(Outcome::Observation));
        as_officer(house, same, |tx, editor, _| {
            super::super::actions::links::merge(tx, editor, same, id, "The same letter.")
        })
        .unwrap();
        close(house, id);
        let lesson = format!("/incidents/{id}/lesson");
        let told = [
            (house.actor(house.people.anna), id),
            (house.actor(house.people.mona), same),
        ];
        let reads = |status: &str, learned: bool| {
            for (actor, id) in &told {
                for address in [format!("/my-reports/{id}"), "/my-reports".to_owned()] {
                    let page = text(house.open(actor, &address));
                    assert!(page.contains(&format!(">{status}</span>")), "{page}");
                }
                let page = text(house.open(actor, &format!("/my-reports/{id}")));
                assert_eq!(page.contains("Check the address twice."), learned);
            }
        };
        reads("Handled", false);
        let fields = [
            ("lang", "en"),
            ("title", "Look at the window"),
            ("text", "Check the address twice."),
        ];
        led(house.send(&doris(house), &lesson, &fields));
        reads("What we learned", true);
        led(house.send(&doris(house), &format!("{lesson}/withdraw"), &[]));
        reads("Handled", false);
    });
}

#[test]
fn the_officer_says_what_it_is_about() {
    on_both(|house| {
        let id = report(house, house.people.anna, house.units[1], "A telephone.");
        let address = format!("/incidents/{id}/about");
        let page = text(house.open(&doris(house), &format!("/incidents/{id}")));
        assert!(page.contains(&address));
        for _ in 0..2 {
            led(house.send(&doris(house), &address, &[("about", "lost")]));
        }
        let case = stored(house, id);
        assert_eq!(case.about, About::Lost);
        assert_eq!(case.steps.len(), 2, "saying it twice is one step");
        let page = text(house.open(
            &house.actor(house.people.anna),
            &format!("/my-reports/{id}"),
        ));
        assert!(page.contains("lock and erase it from a distance"), "{page}");
        let page = text(house.open(&doris(house), &format!("/incidents/{id}")));
        assert!(page.contains("Doris Testby"), "the history says who");
        let page = text(house.open(&doris(house), &format!("/incidents/{id}/list")));
        assert!(!page.contains("written confirmation"), "{page}");
        let Ok(crate::base::visit::Reply::Page(page)) = house.send(&doris(house), &address, &[])
        else {
            panic!("accepted")
        };
        assert!(page.body.contains("Choose what comes closest."));
        assert!(audit::verify(&house.app).unwrap().is_good());
    });
}

#[test]
fn who_reported_is_told_once_that_something_was_learned() {
    on_both(|house| {
        let anna = house.actor(house.people.anna);
        let mine = |house: &House| text(house.open(&anna, "/notices"));
        let id = waiting(house, "A letter.");
        let address = format!("/incidents/{id}/lesson");
        let publish = |words: &str| {
            let fields = [("lang", "en"), ("title", "Look twice"), ("text", words)];
            led(house.send(&doris(house), &address, &fields));
        };
        assert!(!mine(house).contains("What was learned"));
        publish("Check the address.");
        publish("Check the address twice.");
        let page = mine(house);
        let link = format!("href=\"/my-reports/{id}\">What was learned from your report 2026");
        assert_eq!(page.matches(&link).count(), 1, "{page}");
        assert!(!page.contains("Check the address"), "no content");
        assert!(text(house.open(&anna, &format!("/my-reports/{id}"))).contains("twice"));
        assert!(audit::verify(&house.app).unwrap().is_good());
    });
}
