//! Clocks from the door: times, reasons for a delay, reminders with their escalation, each once.

use kit::clock::Moment;

use super::super::super::model::Declined;
use super::super::super::tests::{
    as_officer, assess, breach, close, led, moment, notify, report, stored, text,
};
use super::super::super::{CaseId, decline, remind};
use super::super::model::{Level, Stand, levels};
use crate::base::organisation::PersonId;
use crate::base::testing::{House, START, on_both};
use crate::base::{Actor, Problem};

fn start() -> Moment {
    moment(START)
}

/// A breach of which the controller became aware when the house's clock begins.
fn case(house: &House) -> CaseId {
    let id = report(
        house,
        house.people.anna,
        house.units[1],
        "Sent to the wrong parents",
    );
    assess(house, id, breach(start()));
    id
}

fn at(house: &House, moment: Moment) {
    house.app.clock.put(moment);
}

fn doris(house: &House) -> Actor {
    house.actor(house.people.doris)
}

/// The kinds of the notices about clocks that somebody has got, oldest first.
fn got(house: &House, person: PersonId) -> Vec<String> {
    let page = text(house.open(&house.actor(person), "/notices"));
    let mut found = Vec::new();
    for (word, over, kind) in [
        ("half", "more than half", "half"),
        ("12", "less than 12", "twelve"),
        ("2", "less than 2", "two"),
        ("the", "the", "passed"),
    ] {
        let rest = match kind {
            "half" => " of the time is gone",
            "passed" => " deadline has passed",
            _ => " hours left",
        };
        // Once as the link and once as the button's hidden name: the link counts.
        let link = |text: String| page.matches(&format!(": {text}</a>")).count();
        let late = format!("{over}{rest} (reminder sent late)");
        let count = link(format!("{word}{rest}")) + link(late);
        found.extend(std::iter::repeat_n(kind.to_owned(), count));
    }
    found
}

#[test]
fn when_reminders_are_due() {
    let hours = |hours| start().plus_hours(hours);
    assert_eq!(
        levels(start(), hours(72)),
        [
            (Level::Half, hours(36)),
            (Level::Twelve, hours(60)),
            (Level::Two, hours(70)),
            (Level::Passed, Moment::from_ms(hours(72).ms() + 1)),
        ]
    );
    // Half of 24 hours is 12 hours left: one reminder, not two, and the one that reaches more people.
    let day: Vec<Level> = levels(start(), hours(24))
        .into_iter()
        .map(|(level, _)| level)
        .collect();
    assert_eq!(day, [Level::Twelve, Level::Two, Level::Passed]);
    let three: Vec<Level> = levels(start(), hours(3))
        .into_iter()
        .map(|(level, _)| level)
        .collect();
    assert_eq!(three, [Level::Two, Level::Passed]);
    let short: Vec<Level> = levels(start(), hours(1))
        .into_iter()
        .map(|(level, _)| level)
        .collect();
    assert_eq!(short, [Level::Half, Level::Passed]);
}

#[test]
fn each_reminder_is_sent_once_and_goes_wider() {
    on_both(|house| {
        let people = &house.people;
        let id = case(house);
        let by = start().plus_hours(72);
        let look = |now: Moment| {
            at(house, now);
            // The worker looks often, and may be stopped and started in between.
            remind(&house.app).unwrap();
            remind(&house.app).unwrap();
        };
        look(start().plus_hours(35));
        assert!(got(house, people.doris).is_empty());
        look(start().plus_hours(36));
        assert_eq!(got(house, people.doris), ["half"]);
        assert!(got(house, people.sam).is_empty() && got(house, people.iris).is_empty());
        look(by.plus_hours(-12));
        assert_eq!(got(house, people.doris), ["half", "twelve"]);
        assert_eq!(got(house, people.sam), ["twelve"]);
        assert!(got(house, people.iris).is_empty());
        look(by.plus_hours(-2));
        look(by);
        assert_eq!(got(house, people.doris), ["half", "twelve", "two"]);
        assert_eq!(got(house, people.iris), ["two"]);
        look(Moment::from_ms(by.ms() + 1));
        assert_eq!(
            got(house, people.doris),
            ["half", "twelve", "two", "passed"]
        );
        assert_eq!(got(house, people.sam), ["twelve", "two", "passed"]);
        // What has passed stays on the officer's list until the reasons are written.
        let tasks = text(house.open(&doris(house), "/tasks"));
        assert!(tasks.contains("Write the reasons for the delay"), "{tasks}");
        look(by.plus_days(3));
        assert_eq!(got(house, people.doris).len(), 4, "nothing twice");
        for person in [people.anna, people.mona, people.aud, people.adam] {
            assert!(got(house, person).is_empty());
        }
        let page = text(house.open(&doris(house), &format!("/incidents/{id}/clocks")));
        assert!(page.contains("Late, reasons missing"));
        assert!(!page.contains("sent late"));
    });
}

#[test]
fn a_stopped_server_catches_up_and_says_so() {
    on_both(|house| {
        case(house);
        at(house, start().plus_hours(80));
        remind(&house.app).unwrap();
        let people = &house.people;
        // Only the last: that 12 hours were left is over, and everybody is in its circle.
        for person in [people.doris, people.sam, people.iris] {
            assert_eq!(got(house, person), ["passed"]);
        }
        let page = text(house.open(&doris(house), "/notices"));
        let said = "2026-0001 · Notification of the supervisory authority · 5 March 2026";
        assert!(page.contains(said), "{page}");
        assert!(page.contains("(reminder sent late)</a>"), "{page}");
        let kind = "incidents-law-notice-passed-text";
        let w = house.app.tongue(kit::words::Lang::En);
        let args = ["number", "rule", "by", "href"].map(|name| (name, "x".into()));
        let late = w.with(kind, &[&args[..], &[("late", "yes".into())]].concat());
        assert!(late.contains("the deadline was entered") && !late.contains("was not running"));
        remind(&house.app).unwrap();
        assert_eq!(got(house, people.doris).len(), 1);
    });
}

#[test]
fn a_clock_that_stops_or_moves_reminds_as_it_then_stands() {
    on_both(|house| {
        let people = &house.people;
        let (told, left, moved) = (case(house), case(house), case(house));
        at(house, start().plus_hours(10));
        notify(house, told, start().plus_hours(9), "").unwrap();
        as_officer(house, left, |tx, editor, _| {
            let declined = declined("Nobody could read it.");
            decline(tx, editor, left, &declined)
        })
        .unwrap();
        // The same case again: the controller was aware two days earlier, so half and 12 hours are over already. The
        // last of them is sent at once.
        assess(house, moved, breach(start().plus_hours(-52)));
        remind(&house.app).unwrap();
        assert_eq!(got(house, people.doris), ["twelve"]);
        at(house, start().plus_hours(100));
        remind(&house.app).unwrap();
        // Two hours and the end are both over: only the end is said.
        assert_eq!(got(house, people.doris), ["twelve", "passed"]);
    });
}

fn declined(reason: &str) -> Declined {
    let mut fields = kit::form::Fields::default();
    fields.set("reason", reason);
    Declined::typed(&fields).unwrap()
}

#[test]
fn nobody_in_the_circle_wakes_the_next() {
    on_both(|house| {
        case(house);
        let people = &house.people;
        let ended = house.app.write(&house.actor(people.adam), |tx| {
            let sql = "UPDATE organisation_duties SET until_day = '2026-01-01' WHERE role = 'dpo'";
            Ok::<_, Problem>(tx.run(sql, &[])?)
        });
        ended.unwrap();
        at(house, start().plus_hours(36));
        remind(&house.app).unwrap();
        assert!(got(house, people.doris).is_empty());
        assert_eq!(got(house, people.iris), ["half"]);
        assert!(got(house, people.sam).is_empty());
    });
}

#[test]
fn a_later_assessment_that_makes_it_late_asks_for_reasons() {
    on_both(|house| {
        let id = case(house);
        at(house, start().plus_hours(70));
        notify(house, id, start().plus_hours(69), "").unwrap();
        let officer = doris(house);
        let (clocks, page) = (
            format!("/incidents/{id}/clocks"),
            format!("/incidents/{id}"),
        );
        assert!(!text(house.open(&officer, &page)).contains("Late, reasons missing"));
        assert!(matches!(
            house.send(&officer, &clocks, &[("reasons", "None needed.")]),
            Err(Problem::Refused(..))
        ));
        // The controller was aware ten hours earlier than was thought.
        assess(house, id, breach(start().plus_hours(-10)));
        assert!(text(house.open(&officer, &page)).contains("Late, reasons missing"));
        assert!(text(house.open(&officer, "/tasks")).contains("Write the reasons for the delay"));
        let empty = house.send(&officer, &clocks, &[("reasons", " ")]).unwrap();
        assert!(
            format!("{empty:?}").contains("status: 422"),
            "reasons are words"
        );
        led(house.send(
            &officer,
            &clocks,
            &[("reasons", "The log was read again on Thursday.")],
        ));
        let shown = text(house.open(&officer, &page));
        assert!(!shown.contains("Late, reasons missing"));
        assert!(shown.contains("The log was read again on Thursday."));
        assert!(!text(house.open(&officer, "/tasks")).contains("Write the reasons for the delay"));
        assert!(stored(house, id).standing.excused);
        // Both assessments are there.
        assert_eq!(shown.matches("<strong>Assessed</strong>").count(), 2);
    });
}

#[test]
fn a_breach_is_taken_back_with_words_and_with_the_reasons_it_owes() {
    on_both(|house| {
        let id = case(house);
        at(house, start().plus_hours(90));
        let (officer, address) = (doris(house), format!("/incidents/{id}/step/assess"));
        assert!(text(house.open(&officer, &address)).contains("name=\"late_reason\""));
        let refused = |fields: &[(&'static str, &'static str)], sentence: &str| {
            let back = format!("{:?}", house.send(&officer, &address, fields).unwrap());
            assert!(back.contains("status: 422"), "{back}");
            assert!(back.contains(sentence), "{back}");
        };
        let outcome = ("outcome", "near_miss");
        refused(&[outcome], "Write what it was");
        let new = ("facts", "The letter came back unopened.");
        refused(&[outcome, new], "Write the reasons for the delay");
        assert!(stored(house, id).standing.reasons_missing(house.app.now()));
        let owed = ("late_reason", "The officer was ill.");
        let old = ("facts", "A letter went to a neighbour.");
        refused(&[outcome, old, owed], "no personal data breach after all");
        led(house.send(&officer, &address, &[outcome, new, owed]));
        let shown = text(house.open(&officer, &format!("/incidents/{id}")));
        assert!(shown.contains("The officer was ill.") && shown.contains("came back unopened"));
        assert!(!text(house.open(&officer, "/tasks")).contains("Write the reasons for the delay"));
    });
}

#[test]
fn late_with_reasons_misses_none() {
    on_both(|house| {
        let id = case(house);
        at(house, start().plus_hours(90));
        assert!(stored(house, id).standing.reasons_missing(house.app.now()));
        // The register, its file and the queue ask the same rule.
        let register = text(house.open(&doris(house), "/incidents"));
        assert!(register.contains("Late, reasons missing"), "{register}");
        let queue = text(house.open(&doris(house), "/incidents/queue"));
        assert!(queue.contains("reasons for the delay"), "{queue}");
        notify(house, id, start().plus_hours(80), "The officer was ill.").unwrap();
        for page in ["/incidents", "/incidents/queue"] {
            let page = text(house.open(&doris(house), page));
            assert!(!page.contains("Late, reasons missing"), "{page}");
            assert!(!page.contains("reasons for the delay"), "{page}");
        }
        assert!(!stored(house, id).standing.reasons_missing(house.app.now()));
        close(house, id);
        let page = text(house.open(&doris(house), &format!("/incidents/{id}/clocks")));
        assert!(page.contains("done late") && !page.contains("Late, reasons missing"));
    });
}

#[test]
fn taken_up_once_and_shown() {
    on_both(|house| {
        let id = report(house, house.people.anna, house.units[1], "A key is lost");
        at(house, start().plus_hours(1));
        let address = format!("/incidents/{id}/clocks");
        let officer = doris(house);
        assert!(text(house.open(&officer, &address)).contains("Nobody has taken the case up"));
        led(house.send(&officer, &address, &[("take_up", "1")]));
        assert_eq!(
            stored(house, id).standing.triaged,
            Some(start().plus_hours(1))
        );
        assert!(matches!(
            house.send(&officer, &address, &[("take_up", "1")]),
            Err(Problem::Refused("incidents-law-refused-taken-up", _))
        ));
        // The assessment does not overwrite it, and the way to the awareness is shown.
        at(house, start().plus_hours(20));
        assess(house, id, breach(start().plus_hours(19)));
        assert_eq!(
            stored(house, id).standing.triaged,
            Some(start().plus_hours(1))
        );
        let page = text(house.open(&officer, &address));
        assert!(
            page.contains("A short investigation before the controller was aware"),
            "{page}"
        );
        assert!(page.contains("Regulation (EU) 2016/679 art. 33(1)"));
        assert!(page.contains("Formal end by Regulation 1182/71"));
    });
}

#[test]
fn who_is_reminded_sees_the_deadline_and_nothing_else() {
    on_both(|house| {
        let id = case(house);
        let address = format!("/incidents/{id}/deadline");
        let sam = house.actor(house.people.sam);
        let page = text(house.open(&sam, &address));
        assert!(page.contains("Doris Testby") && page.contains("Board of education"));
        assert!(
            !page.contains("wrong parents") && !page.contains("neighbour"),
            "{page}"
        );
        assert!(!page.contains(&format!("href=\"/incidents/{id}\"")));
        assert!(matches!(
            house.open(&house.actor(house.people.anna), &address),
            Err(Problem::Forbidden)
        ));
        for path in ["clocks", "severity", "like", "nis2"] {
            let address = format!("/incidents/{id}/{path}");
            assert!(house.open(&sam, &address).is_err());
            // The information security officer sees no case that was not handed over.
            let iris = house.actor(house.people.iris);
            assert!(matches!(
                house.open(&iris, &address),
                Err(Problem::NotFound)
            ));
        }
        // A secretary of another board does not.
        let other = report(house, house.people.doris, house.units[2], "A file is gone");
        let other = format!("/incidents/{other}/deadline");
        assert!(matches!(house.open(&sam, &other), Err(Problem::NotFound)));
    });
}

#[test]
fn the_stand_of_a_clock() {
    use super::super::model::{Countdown, Law, Rule};
    let (law, zone) = (Law::built_in(), kit::clock::Zone::utc());
    let stand = |met, off, hours| {
        let now = start().plus_hours(hours);
        Countdown::of(&law, Rule::Notify, start(), (met, off), now, &zone)
            .unwrap()
            .stand
    };
    assert_eq!(stand(None, false, 1), Stand::Running);
    assert_eq!(stand(None, false, 36), Stand::Near(Level::Half));
    assert_eq!(stand(None, false, 71), Stand::Near(Level::Two));
    assert_eq!(
        stand(None, false, 72),
        Stand::Near(Level::Two),
        "the end itself is in time"
    );
    assert_eq!(stand(None, false, 73), Stand::Passed);
    assert_eq!(stand(None, true, 73), Stand::Off);
    assert_eq!(stand(Some(start().plus_hours(72)), true, 99), Stand::Met);
    assert_eq!(
        stand(Some(start().plus_hours(73)), false, 99),
        Stand::MetLate
    );
}
