//! Severity, reference cases and significant incidents from the door.

use super::super::super::tests::{assess, breach, led, moment, notify, report, text};
use super::super::super::{CaseId, remind};
use super::super::model::{Deed, Law, Progress, Suspected};
use crate::base::organisation::Country;
use crate::base::testing::{House, START, on_both};
use crate::base::visit::Reply;
use crate::base::{Actor, Problem};

fn case(house: &House) -> CaseId {
    let id = report(
        house,
        house.people.anna,
        house.units[1],
        "Sent to the wrong parents",
    );
    assess(house, id, breach(moment(START)));
    id
}

fn doris(house: &House) -> Actor {
    house.actor(house.people.doris)
}

const ANSWERS: [(&str, &str); 4] = [
    ("sensitive", "4"),
    ("ease", "4"),
    ("confidentiality", "1"),
    ("availability", "0"),
];

#[test]
fn the_score_is_explained_line_by_line_and_a_person_decides() {
    on_both(|house| {
        let (id, officer) = (case(house), doris(house));
        let address = format!("/incidents/{id}/severity");
        let query: Vec<String> = ANSWERS
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let counted = text(house.open(&officer, &format!("{address}?count=1&{}", query.join("&"))));
        for line in [
            "4.00",
            "× 1.00",
            "+ 0.25",
            "4.25",
            "Very high",
            "The sensitive information itself",
        ] {
            assert!(counted.contains(line), "{line}: {counted}");
        }
        assert!(counted.contains("It is advice"));
        // Counting stores nothing.
        assert!(!text(house.open(&officer, &address)).contains("Judgements so far"));
        let mut fields = ANSWERS.to_vec();
        let back = house.send(&officer, &address, &fields).unwrap();
        let Reply::Page(page) = back else { panic!() };
        assert_eq!(page.status, 422);
        assert!(
            page.body.contains("Write the reason") && page.body.contains("Choose how you judge")
        );
        fields.extend([
            ("risk", "risk"),
            ("reason", "The recipient is a teacher bound by secrecy."),
        ]);
        led(house.send(&officer, &address, &fields));
        fields.pop();
        fields.push(("reason", "The teacher has forwarded it."));
        led(house.send(&officer, &address, &fields));
        let kept = text(house.open(&officer, &address));
        assert!(
            kept.contains("bound by secrecy") && kept.contains("has forwarded it"),
            "the earlier stays"
        );
        let shown = text(house.open(&officer, &format!("/incidents/{id}")));
        assert!(shown.contains("A risk · Very high"), "{shown}");
        // The auditor reads it and decides nothing.
        let aud = house.actor(house.people.aud);
        assert!(!text(house.open(&aud, &address)).contains("method=\"post\""));
        assert!(matches!(
            house.send(&aud, &address, &fields),
            Err(Problem::Forbidden)
        ));
    });
}

#[test]
fn wrong_answers_are_said_beside_the_field() {
    on_both(|house| {
        let (id, officer) = (case(house), doris(house));
        let page = text(house.open(
            &officer,
            &format!("/incidents/{id}/severity?count=1&simple=9"),
        ));
        assert!(
            page.contains("Choose how easily") && page.contains("simple-fault"),
            "{page}"
        );
    });
}

#[test]
fn most_like_with_what_matched() {
    on_both(|house| {
        let (id, officer) = (case(house), doris(house));
        let address = format!("/incidents/{id}/like");
        let first = text(house.open(&officer, &address));
        assert!(
            first.contains("EDPB case") && first.contains("What matches"),
            "{first}"
        );
        let ticked = "?compare=1&trait=mispostal&trait=mistake&trait=known_recipient&trait=identity_number\
                      &trait=simple&trait=many_people";
        let page = text(house.open(&officer, &format!("{address}{ticked}")));
        assert!(
            page.contains("EDPB case 14 <span class=\"tag\">100"),
            "{page}"
        );
        assert!(
            page.contains("Supervisory authority: notify") && page.contains("would be too low")
        );
        let none = text(house.open(&officer, &format!("{address}?compare=1&trait=nonsense")));
        assert!(none.contains("Nothing to compare yet"));
    });
}

#[test]
fn no_notification_without_reasons() {
    on_both(|house| {
        let (id, officer) = (case(house), doris(house));
        let address = format!("/incidents/{id}/step/not-needed");
        let Reply::Page(page) = house.send(&officer, &address, &[("reason", "  ")]).unwrap() else {
            panic!()
        };
        assert_eq!(page.status, 422);
        let people = format!("/incidents/{id}/step/people");
        for told in ["exempt_a", "exempt_b", "not_needed"] {
            let Reply::Page(page) = house.send(&officer, &people, &[("told", told)]).unwrap()
            else {
                panic!()
            };
            assert_eq!(page.status, 422, "{told} without reasons");
        }
        let fields = [("told", "exempt_c"), ("reason", "Too many.")];
        let Reply::Page(page) = house.send(&officer, &people, &fields).unwrap() else {
            panic!()
        };
        assert!(page.body.contains("public communication"));
        led(house.send(
            &officer,
            &address,
            &[("reason", "The parents have deleted it.")],
        ));
    });
}

#[test]
fn two_cases_with_two_clocks_and_a_link() {
    on_both(|house| {
        let (id, officer) = (case(house), doris(house));
        let address = format!("/incidents/{id}/nis2");
        let open = text(house.open(&officer, &address));
        assert!(
            open.contains("NCSC-FI") && open.contains("Not the municipality as such"),
            "{open}"
        );
        let Reply::Page(page) = house
            .send(&officer, &address, &[("aware", "2030-01-01T10:00")])
            .unwrap()
        else {
            panic!()
        };
        assert!(page.body.contains("Name the service") && page.body.contains("still to come"));
        let fields = [
            ("service", "Water supply"),
            (
                "words",
                "Pumps stopped for a district; the service stands under the law.",
            ),
            ("aware", "2026-03-02T09:00"),
            ("malicious", "unknown"),
        ];
        led(house.send(&officer, &address, &fields));
        let page = text(house.open(&officer, &address));
        assert!(
            page.contains("NIS2-2026-0001") && page.contains(&format!("href=\"/incidents/{id}\""))
        );
        assert!(
            page.contains("Early warning (NIS2)")
                && page.contains("Directive (EU) 2022/2555 art. 23(4)(a)")
        );
        assert!(page.contains("Check the wording of the national law"));
        // Who reports it sees the case: its task leads to a page that opens.
        let iris = house.actor(house.people.iris);
        let tasks = text(house.open(&iris, "/tasks"));
        assert!(tasks.contains(&format!("href=\"{address}\"")), "{tasks}");
        assert!(text(house.open(&iris, &address)).contains("NIS2-2026-0001"));
        // 24 hours from 09:00: at 21:00 half is gone and 12 hours are left, which both officers are told.
        house.app.clock.put(moment("2026-03-02T19:00:00Z"));
        remind(&house.app).unwrap();
        for officer in [&iris, &officer] {
            let told = text(house.open(officer, "/notices"));
            assert!(
                told.contains("2026-0001 · Early warning (NIS2) · 3 March 2026")
                    && told.contains(": 12 hours left</a>"),
                "{told}"
            );
        }
        submit_all(house, &officer, &address);
        // The personal data breach has its own clock, which none of this stopped.
        let clocks = text(house.open(&officer, &format!("/incidents/{id}/clocks")));
        assert!(clocks.contains("Notification of the supervisory authority"));
        notify(house, id, moment("2026-03-02T12:00:00Z"), "").unwrap();
    });
}

fn submit_all(house: &House, officer: &Actor, address: &str) {
    let send = |fields: &[(&'static str, &'static str)]| house.send(officer, address, fields);
    let early = [("deed", "final_report"), ("at", "2026-03-02T20:00")];
    assert!(matches!(
        send(&early),
        Err(Problem::Refused("incidents-law-refused-final", _))
    ));
    let before = [("deed", "early_warning"), ("at", "2026-03-02T08:00")];
    let Reply::Page(page) = send(&before).unwrap() else {
        panic!()
    };
    assert!(page.body.contains("before the incident was known"));
    led(send(&[
        ("deed", "early_warning"),
        ("at", "2026-03-02T20:00"),
        ("words", "ref 12"),
    ]));
    house.app.clock.put(moment("2026-03-06T10:00:00Z"));
    let late = [
        ("deed", "incident_notification"),
        ("at", "2026-03-05T09:01"),
    ];
    let Reply::Page(page) = send(&late).unwrap() else {
        panic!()
    };
    assert!(
        page.body.contains("Write the reasons"),
        "one minute after 72 hours"
    );
    led(send(&[
        ("deed", "incident_notification"),
        ("at", "2026-03-05T09:00"),
    ]));
    let page = text(house.open(officer, address));
    assert!(page.contains("Final report (NIS2)") && page.contains("done in time"));
    // One month: 5 April 2026 is Easter Sunday, Easter Monday follows: Tuesday 7 April.
    assert!(
        page.contains("7 April 2026") && page.contains("5 April 2026"),
        "{page}"
    );
}

#[test]
fn a_notification_within_a_day_is_the_early_warning_too() {
    let law = Law::built_in().of(Some(Country::Se));
    let (zone, aware) = (kit::clock::Zone::utc(), moment("2026-06-01T10:00:00Z"));
    let mut progress = Progress::default();
    progress.take(Deed::IncidentNotification, aware.plus_hours(20));
    let clocks = progress.clocks(&law, aware, aware.plus_hours(30), &zone);
    assert_eq!(clocks.len(), 3);
    assert!(clocks.iter().all(|clock| !clock.stand.late()));
    assert!(progress.may(Deed::EarlyWarning).is_err() && progress.may(Deed::FinalReport).is_ok());
    progress.take(Deed::Withdraw, aware.plus_hours(40));
    assert!(Deed::ALL.iter().all(|deed| progress.may(*deed).is_err()));
    assert!(
        progress
            .clocks(&law, aware, aware.plus_days(90), &zone)
            .iter()
            .all(|clock| !clock.stand.runs())
    );
    let none = Law::built_in().of(Some(Country::No));
    assert!(
        progress.clocks(&none, aware, aware, &zone).is_empty(),
        "not verified, not a rule"
    );
    for one in Suspected::ALL {
        assert_eq!(Suspected::parse(one.code()), Some(one));
    }
}
