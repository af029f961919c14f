//! From an anonymous report to its answer.

use super::super::super::store;
use super::super::super::tests::{as_officer, close, text};
use super::super::super::{Stage, tests};
use super::super::{LETTERBOX, day_batch};
use super::{bits, code, open_at, take_all, tell};
use crate::base::testing::{House, on_both};
use crate::base::visit::{Answer, Reply};
use crate::base::{Actor, Problem, audit};

fn letterbox(house: &House) -> String {
    let doris = house.actor(house.people.doris);
    text(house.open(&doris, LETTERBOX))
}

fn talk(house: &House, code: &str) -> String {
    text(house.send(&Actor::nobody(), "/talk", &[("code", code)]))
}

fn say(house: &House, code: &str, once: &str, words: &str) -> Answer {
    let fields = [("code", code), ("once", once), ("more", words)];
    house.send(&Actor::nobody(), "/talk/more", &fields)
}

fn status(answer: Answer) -> u16 {
    match answer {
        Ok(Reply::Page(page)) => page.status,
        other => panic!("no page: {other:?}"),
    }
}

fn only_case(house: &House) -> store::CaseRow {
    let ids = house
        .app
        .read(|conn| Ok(conn.all("SELECT id FROM incidents_cases", &[])?))
        .unwrap();
    assert_eq!(ids.len(), 1);
    tests::stored(house, ids[0].get("id").unwrap())
}

#[test]
fn a_report_without_an_account_is_read_asked_answered_and_closed() {
    on_both(|house| {
        let receipt = tell(house, "The list of guests lay in the park.", &[], vec![]);
        assert!(talk(house, &receipt).contains("lay in the park"));
        assert!(
            !letterbox(house).contains("lay in the park"),
            "not before the fixed hour"
        );

        open_at(house, "2026-03-02T10:03:00Z");
        assert!(letterbox(house).contains("lay in the park"));
        take_all(house);
        assert!(!letterbox(house).contains("lay in the park"));
        let case = only_case(house);
        assert!(case.answerable() && case.reporter.is_none());
        assert_eq!(case.reported, house.app.zone.start_of(house.app.today()));
        let doris = house.actor(house.people.doris);
        let page = text(house.open(&doris, &format!("/incidents/{}", case.id)));
        assert!(
            page.contains("anonymous") && !page.contains("00:00"),
            "{page}"
        );

        let ask = format!("/incidents/{}/step/ask", case.id);
        house
            .send(&doris, &ask, &[("question", "Which park was it?")])
            .unwrap();
        assert!(talk(house, &receipt).contains("Which park was it?"));

        let once = crate::base::once::token();
        let page = text(say(house, &receipt, &once, "The one by the river."));
        assert!(page.contains("The one by the river."));
        say(house, &receipt, &once, "The one by the river.").unwrap();
        open_at(house, "2026-03-02T14:00:00Z");
        let panel = text(house.open(&doris, &format!("/incidents/{}", case.id)));
        assert!(
            panel.contains(LETTERBOX),
            "the case says that a message waits"
        );
        take_all(house);
        let more: Vec<_> = only_case(house)
            .steps
            .iter()
            .filter(|taken| taken.step.code() == "more")
            .map(|taken| taken.words.clone())
            .collect();
        assert_eq!(more, ["The one by the river."], "once");

        tests::assess(
            house,
            case.id,
            tests::plain(super::super::super::Outcome::Observation),
        );
        let refused = as_officer(house, case.id, |tx, editor, _| {
            super::super::super::close(tx, editor, case.id)
        });
        assert!(refused.is_err(), "the reporter has an answer first");
        close(house, case.id);
        assert_eq!(only_case(house).standing.stage, Stage::Closed);
        let page = talk(house, &receipt);
        assert!(page.contains("The address book is cleaned."));
        assert!(!page.contains("name=\"more\"") && page.contains(">Handled</span>"));
        let lesson = [
            ("lang", "en"),
            ("title", "Lists stay inside"),
            ("text", "Read them on the screen."),
        ];
        let publish = format!("/incidents/{}/lesson", case.id);
        house.send(&doris, &publish, &lesson).unwrap();
        let page = talk(house, &receipt);
        let line = "We have learned something from your report.";
        for said in [">What we learned</span>", line, "Read them on the screen."] {
            assert!(page.contains(said), "{page}");
        }
        assert!(!page.contains("/lessons"), "nobody is signed in there");
        assert!(audit::verify(&house.app).unwrap().is_good());
    });
}

#[test]
fn the_same_form_twice_is_one_report_with_one_receipt() {
    on_both(|house| {
        let bits = bits();
        let fields = [
            ("once", bits.as_str()),
            ("story", "Twice"),
            ("about", "other"),
            ("noticed", "unknown"),
        ];
        let send = || code(&text(house.send(&Actor::nobody(), "/tell", &fields)));
        let first = send();
        assert_eq!(send(), first);
        open_at(house, "2026-03-02T10:00:00Z");
        take_all(house);
        assert_eq!(send(), first, "after it was taken up too");
        open_at(house, "2026-03-02T14:00:00Z");
        take_all(house);
        only_case(house);
    });
}

#[test]
fn what_nobody_takes_up_enters_with_the_batch_of_the_day() {
    on_both(|house| {
        let receipts: Vec<String> = (0..5)
            .map(|n| tell(house, &format!("Story {n}"), &[], vec![]))
            .collect();
        say(
            house,
            &receipts[0],
            &crate::base::once::token(),
            "One thing more.",
        )
        .unwrap();
        day_batch(&house.app).unwrap();
        let cases = |house: &House| -> i64 {
            let count =
                |conn: &kit::db::Conn| Ok(conn.value("SELECT COUNT(*) FROM incidents_cases", &[])?);
            house.app.read(count).unwrap()
        };
        assert_eq!(cases(house), 0, "the day is not over");
        house.at("2026-03-02T22:00:01Z");
        day_batch(&house.app).unwrap();
        assert_eq!(cases(house), 5);
        for (n, receipt) in receipts.iter().enumerate() {
            assert!(talk(house, receipt).contains(&format!("Story {n}")));
        }
        assert!(talk(house, &receipts[0]).contains("One thing more."));
        assert!(audit::verify(&house.app).unwrap().is_good());
    });
}

#[test]
fn a_contact_is_seen_by_the_officer_alone_and_erased_when_it_is_needed_no_more() {
    on_both(|house| {
        tell(house, "Call me.", &[("contact", "040 1234567")], vec![]);
        open_at(house, "2026-03-02T10:00:00Z");
        take_all(house);
        let case = only_case(house);
        let page = format!("/incidents/{}", case.id);
        let doris = house.actor(house.people.doris);
        assert!(text(house.open(&doris, &page)).contains("040 1234567"));
        let aud = house.actor(house.people.aud);
        assert!(!text(house.open(&aud, &page)).contains("040 1234567"));
        assert!(house.open(&aud, &format!("{page}/contact")).is_err());
        let kept = || {
            house
                .app
                .read(|conn| super::super::store::contact(conn, case.id))
                .unwrap()
        };
        assert!(kept().is_some());
        tests::assess(
            house,
            case.id,
            tests::plain(super::super::super::Outcome::FalseAlarm),
        );
        close(house, case.id);
        house.at("2026-04-02T10:00:00Z");
        day_batch(&house.app).unwrap();
        assert!(kept().is_none());
        assert!(audit::verify(&house.app).unwrap().is_good());
    });
}

#[test]
fn a_wrong_receipt_opens_nothing_and_trying_is_slowed() {
    on_both(|house| {
        let receipt = tell(house, "Mine.", &[], vec![]);
        let wrong = tell(house, "Other.", &[], vec![]);
        assert!(!talk(house, &wrong).contains("Mine."));
        let nobody = Actor::nobody();
        let mut answers: Vec<Answer> = Vec::new();
        for n in 0..80 {
            let guess = format!("{receipt}{n}a");
            answers.push(house.send(&nobody, "/talk", &[("code", &guess)]));
        }
        let slowed = answers
            .iter()
            .filter(|answer| matches!(answer, Err(Problem::TooMuch(_))))
            .count();
        assert!(slowed > 10, "{slowed}");
        assert_eq!(status(answers.remove(0)), 422);
        house.at("2026-03-02T08:10:00Z");
        assert!(talk(house, &receipt).contains("Mine."));
    });
}

#[test]
fn an_operator_hands_over_a_receipt() {
    on_both(|house| {
        let sam = house.actor(house.people.sam);
        let bits = bits();
        let fields = [
            ("once", bits.as_str()),
            ("story", "A caller found a bag of papers."),
            ("about", "lost"),
            ("noticed", "yesterday"),
        ];
        let receipt = code(&text(house.send(&sam, "/report/for-someone", &fields)));
        assert!(talk(house, &receipt).contains("bag of papers"));
        open_at(house, "2026-03-02T10:00:00Z");
        take_all(house);
        assert_eq!(only_case(house).way, Some(super::super::Way::Operator));
        let anna = house.actor(house.people.anna);
        assert!(house.open(&anna, "/report/for-someone").is_err());
    });
}

#[test]
fn what_the_channel_is_not_follows_the_country_s_law() {
    let page = |country: &str| {
        let mut house = House::sqlite();
        let mut config = (*house.app.config).clone();
        config.law.country = Some(country.to_owned());
        config.report.whistleblowing.times = true;
        house.app.config = std::sync::Arc::new(config);
        text(house.open(&Actor::nobody(), "/tell/about"))
    };
    let finland = page("fi");
    for said in ["2019/1937", "7 days", "3 months", "call 112."] {
        assert!(finland.contains(said), "{said}: {finland}");
    }
    // The directive does not bind Norway, and 112 is the police alone there.
    let norway = page("no");
    for said in ["2019/1937", "7 days", "3 months"] {
        assert!(!norway.contains(said), "{said}: {norway}");
    }
    assert!(norway.contains("113 for an ambulance"), "{norway}");
    // An act that nobody has read is not named.
    assert!(!finland.contains("1171/2022") && !norway.contains("arbeidsmiljøloven"));
}
