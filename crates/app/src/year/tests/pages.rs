//! The pages through their routes: every one is drawn in every language, forms come back with faults, a form
//! that is sent twice counts once, and nobody sees what is not theirs.

use kit::words::Lang;

use super::super::model::Kind;
use super::super::store;
use super::{Desk, day, entry, refusal};
use crate::base::testing::{House, on_both};
use crate::base::visit::{Page, Reply};
use crate::base::{Actor, Problem};

pub fn body(answer: crate::base::visit::Answer) -> Page {
    match answer.expect("a page") {
        Reply::Page(page) => page,
        other => panic!("no page: {other:?}"),
    }
}

pub fn led_to(answer: crate::base::visit::Answer) -> String {
    match answer.expect("led on") {
        Reply::Redirect(to) => to,
        other => panic!("not led on: {other:?}"),
    }
}

/// A house with a closed year 2025 and two earlier ones.
fn furnished(house: &House) -> Desk<'_> {
    let desk = Desk::of(house);
    let [edu, soc, water] = house.controllers;
    for year in 2023..=2025 {
        desk.open(year, Kind::Counted).expect("opened");
        let of_year = f64::from(year - 2020);
        let list = [
            entry(
                "res.systems",
                Some(edu),
                Some(of_year),
                "list of the IT unit",
            ),
            entry("res.systems", Some(soc), Some(of_year + 4.0), ""),
            entry("res.systems", Some(water), Some(0.0), ""),
        ];
        desk.enter(year, &list).expect("entered");
        desk.target(year + 1, 0, &format!("{year}-12-01"));
    }
    for year in 2023..=2025 {
        desk.close(year).expect("closed");
    }
    desk
}

#[test]
fn every_page_is_drawn_in_every_language() {
    on_both(|house| {
        let desk = furnished(house);
        desk.approve(2025, "2026-02-10").expect("approved");
        let target = house
            .app
            .read(|conn| store::targets(conn, 2026, 2026, day("2026-12-31")))
            .expect("targets");
        let mut pages: Vec<String> = [
            "/year",
            "/year/2025",
            "/year/2026",
            "/year/2024/approve",
            "/year/2025/figure/res.systems",
            "/year/2025/figure/res.systems?board=edu",
            "/year/2026/figure/dev.targets",
            "/year/2026/section/3/edit?board=soc",
            "/year/2026/section/15/edit",
            "/year/2026/section/3/text",
            "/year/2026/import",
            "/year/2025/targets",
            "/year/2025/errata",
        ]
        .map(str::to_owned)
        .to_vec();
        pages.extend((0..16).map(|number| format!("/year/2025/section/{number}")));
        pages.push(format!("/year/2026/targets/{}", target[0].id));
        for lang in Lang::ALL {
            for address in &pages {
                let page = drawn(house, &desk.doris, address, lang);
                assert!(
                    !page.body.contains('⟦'),
                    "{lang} {address}: a message is missing\n{}",
                    page.body
                );
                assert_eq!(page.body.matches("<h1").count(), 1, "{address}");
            }
        }
    });
}

fn drawn(house: &House, actor: &Actor, address: &str, lang: Lang) -> Page {
    let mut actor = actor.clone();
    actor.lang = Some(lang);
    let mut visit = house.visit(&actor, address);
    visit.tongue = house.app.tongue(lang);
    body(route(house, visit))
}

/// As the house's own way through its routes, with another language.
fn route(house: &House, mut visit: crate::base::visit::Visit) -> crate::base::visit::Answer {
    let split = |path: &str| path.split('/').map(str::to_owned).collect::<Vec<_>>();
    let path = split(&visit.path);
    for one in super::super::ROOM.routes {
        let form = split(one.path);
        let fits = one.method == crate::base::room::Method::Get
            && form.len() == path.len()
            && form
                .iter()
                .zip(&path)
                .all(|(form, part)| form.starts_with('{') || form == part);
        if fits {
            visit.params = form
                .iter()
                .zip(&path)
                .filter_map(|(form, part)| {
                    let name = form.strip_prefix('{')?.strip_suffix('}')?;
                    Some((name.to_owned(), part.clone()))
                })
                .collect();
            return (one.run)(&house.app, &visit);
        }
    }
    Err(Problem::NotFound)
}

#[test]
fn a_section_of_a_closed_year_costs_few_statements() {
    on_both(|house| {
        let desk = furnished(house);
        let before = house.app.db.statements();
        let page = body(house.open(&desk.doris, "/year/2025/section/3"));
        let asked = house.app.db.statements() - before;
        assert!(asked <= 8, "{asked} statements");
        assert!(page.body.contains("<svg") && page.body.contains("data-head=\"2024\""));
    });
}

#[test]
fn figures_are_entered_by_form_and_faults_stand_beside_their_fields() {
    on_both(|house| {
        let doris = house.actor(house.people.doris);
        let to = "/year/2026/section/3/edit";
        let wrong = [
            ("board", "edu"),
            ("res.systems", "many"),
            ("res.systems_eol", "2"),
        ];
        let page = body(house.send(&doris, to, &wrong));
        assert_eq!(page.status, 422);
        assert!(page.body.contains("id=\"res.systems-fault\"") && page.body.contains("many"));
        let read = || {
            house
                .app
                .read(|conn| store::entries(conn, 2026, None))
                .expect("entries")
        };
        assert!(read().is_empty(), "nothing is half done");
        let token = crate::base::once::token();
        let good = [
            ("once", token.as_str()),
            ("board", "edu"),
            ("res.systems", "1 204"),
            ("res.systems-note", "by hand"),
            ("res.systems_eol", ""),
        ];
        assert_eq!(
            led_to(house.send(&doris, to, &good)),
            "/year/2026/section/3?board=edu"
        );
        let again = [
            ("once", token.as_str()),
            ("board", "edu"),
            ("res.systems", "7"),
        ];
        assert_eq!(
            led_to(house.send(&doris, to, &again)),
            "/year/2026/section/3?board=edu"
        );
        let entries = read();
        assert_eq!(entries.len(), 1);
        assert_eq!(entries[0].entry.value, Some(1204.0));
        let page = body(house.open(&doris, "/year/2026/section/3/edit?board=edu"));
        assert!(page.body.contains("value=\"1204\"") && page.body.contains("by hand"));
    });
}

#[test]
fn a_year_closes_and_is_approved_by_form() {
    on_both(|house| {
        let desk = furnished(house);
        let doris = &desk.doris;
        assert_eq!(
            led_to(house.send(doris, "/year/2025/close", &[])),
            "/year/2025"
        );
        assert_eq!(
            refusal(house.send(doris, "/year/2026/close", &[])),
            "year-refused-not-ended"
        );
        let page = body(house.send(
            doris,
            "/year/2025/approve",
            &[("body", "other"), ("day", "x")],
        ));
        assert_eq!(page.status, 422);
        for field in ["other-fault", "day-fault", "paragraph-fault"] {
            assert!(page.body.contains(field), "{field}");
        }
        let sam = house.actor(house.people.sam);
        let good = [
            ("body", "edu"),
            ("day", "2026-02-20"),
            ("paragraph", "pkt. 7"),
        ];
        assert_eq!(
            led_to(house.send(&sam, "/year/2025/approve", &good)),
            "/year/2025"
        );
        let sheet = desk.sheet(2025, None).expect("a sheet");
        assert_eq!(sheet.number, 2);
        assert!(sheet.state.is_final());
        assert_eq!(
            sheet.approval.as_ref().map(|one| one.paragraph.as_str()),
            Some("7")
        );
        assert_eq!(
            refusal(house.send(doris, "/year/2025/close", &[])),
            "year-refused-approved"
        );
        let errata = [
            ("figure", "res.systems"),
            ("board", "edu"),
            ("value", "6"),
            ("text-en", "One system was counted twice."),
            ("approved-by", "Board of education"),
            ("day", "2026-03-01"),
        ];
        assert_eq!(
            led_to(house.send(doris, "/year/2025/errata", &errata)),
            "/year/2025/errata"
        );
        let page = body(house.open(doris, "/year/2025/section/3"));
        assert!(page.body.contains("/year/2025/errata"));
    });
}

#[test]
fn a_secretary_sees_their_own_board_and_nothing_more() {
    on_both(|house| {
        let desk = furnished(house);
        desk.enter(
            2026,
            &[entry(
                "res.systems",
                Some(house.controllers[1]),
                Some(77_777.0),
                "",
            )],
        )
        .expect("entered");
        let sam = house.actor(house.people.sam);
        for address in [
            "/year/2026/section/3",
            "/year/2026/section/3?board=soc",
            "/year/2026/figure/res.systems",
            "/year/2026/figure/res.systems?board=soc",
        ] {
            let page = body(house.open(&sam, address));
            assert!(!page.body.contains("77,777"), "{address}");
            assert!(!page.body.contains("Board of social services"), "{address}");
        }
        for address in [
            "/year/2026/section/3/edit",
            "/year/2026/section/3/text",
            "/year/2026/import",
        ] {
            assert!(
                matches!(house.open(&sam, address), Err(Problem::Forbidden)),
                "{address}"
            );
        }
        for person in [house.people.anna, house.people.mona, house.people.adam] {
            let actor = house.actor(person);
            assert!(matches!(
                house.open(&actor, "/year"),
                Err(Problem::Forbidden)
            ));
        }
        assert!(matches!(
            house.open(&Actor::nobody(), "/year/2025"),
            Err(Problem::SignIn)
        ));
        let aud = house.actor(house.people.aud);
        body(house.open(&aud, "/year/2026/section/3"));
        let entered = house.send(&aud, "/year/2026/section/3/edit", &[("res.systems", "1")]);
        assert!(matches!(entered, Err(Problem::Forbidden)));
    });
}

#[test]
fn nonsense_is_not_found() {
    on_both(|house| {
        let doris = house.actor(house.people.doris);
        for address in [
            "/year/1850",
            "/year/abcd",
            "/year/99999",
            "/year/2026/section/16",
            "/year/2026/section/x",
            "/year/2026/figure/no.such",
            "/year/2026/targets/x",
            "/year/2031",
        ] {
            assert!(
                matches!(house.open(&doris, address), Err(Problem::NotFound)),
                "{address}"
            );
        }
    });
}
