//! The model's rules, exhaustively where they are finite.

use kit::clock::Zone;

use super::super::model::{
    Counts, Deadline, Move, Situation, Standing, Withheld, asked, indexed, shown,
};
use super::*;

fn zone() -> Zone {
    Zone::named("Europe/Helsinki").unwrap()
}

fn situations() -> Vec<Situation> {
    let mut all = Vec::new();
    for bits in 0..128u8 {
        for decided in [None, Some(Stage::Notified), Some(Stage::NotNeeded)] {
            all.push(Situation {
                breach: bits & 1 != 0,
                reporter: bits & 2 != 0,
                answered: bits & 4 != 0,
                handed: bits & 8 != 0,
                merged: bits & 16 != 0,
                unassessed: bits & 32 != 0,
                people: bits & 64 != 0,
                decided,
            });
        }
    }
    all
}

/// The same table as the model's, written the other way round: from the move to where it may be made.
fn expected(stage: Stage, to: Move, now: Situation) -> Option<Stage> {
    use Stage::*;
    let open = stage != Closed;
    let assessed = open && stage != Reported;
    match to {
        Move::More => open.then_some(stage),
        Move::Hand => (open && !now.handed).then_some(stage),
        Move::Ask => (open && now.reporter).then_some(stage),
        Move::Respond => ((open || now.merged) && now.reporter).then_some(stage),
        Move::Merge => (open && stage != Notified).then_some(Closed),
        Move::Assess => open.then_some(if stage == Notified {
            Notified
        } else {
            Assessed
        }),
        Move::Notify => (assessed && now.breach).then_some(Notified),
        Move::NotNeeded => (assessed && now.breach && stage != Notified).then_some(NotNeeded),
        Move::People => (assessed && now.breach).then_some(stage),
        Move::Close => {
            let decided = stage != Assessed || !now.breach;
            let answered = !now.reporter || now.answered;
            let people = stage != Notified || !now.breach || now.people;
            (assessed && decided && people && answered).then_some(Closed)
        }
        Move::Reopen => (!open).then_some(if now.unassessed {
            Reported
        } else {
            now.decided.unwrap_or(Assessed)
        }),
    }
}

#[test]
fn every_stage_with_every_move() {
    let mut tried = 0;
    for stage in Stage::ALL {
        for to in Move::ALL {
            for now in situations() {
                let next = stage.next(to, now);
                assert_eq!(
                    next.ok(),
                    expected(stage, to, now),
                    "{stage:?} {to:?} {now:?}"
                );
                if let Err(message) = next {
                    assert!(message.starts_with("incidents-refused-"));
                }
                tried += 1;
            }
        }
    }
    assert_eq!(tried, 5 * 11 * 384);
    for stage in Stage::ALL {
        assert_eq!(Stage::parse(stage.code()), Some(stage));
    }
}

#[test]
fn a_case_is_its_steps() {
    let at = |hours| moment("2026-03-02T08:00:00Z").plus_hours(hours);
    let zone = zone();
    let judged = |draft: AssessmentDraft| {
        let (judged, _) = draft.check(Faults::new(), (at(0), at(1)), &zone).unwrap();
        Step::Assess(Box::new(judged))
    };
    let mut steps = vec![
        (at(0), Step::Report(When::At(at(0)))),
        (at(1), judged(breach(at(0)))),
        (at(2), Step::NotNeeded),
    ];
    let standing =
        |steps: &[(Moment, Step)]| Standing::of(steps.iter().map(|(at, step)| (*at, step)));
    assert_eq!(standing(&steps).stage, Stage::NotNeeded);
    // A new assessment asks for a new decision: the old one rested on the one before.
    steps.push((at(3), judged(breach(at(1)))));
    let now = standing(&steps);
    assert_eq!(
        (now.stage, now.declined, now.aware()),
        (Stage::Assessed, false, Some(at(1)))
    );
    let notified = Notified {
        at: at(4),
        reference: String::new(),
        late: false,
    };
    steps.push((at(4), Step::Notify(notified)));
    steps.push((at(5), judged(plain(Outcome::FalseAlarm))));
    assert_eq!(
        standing(&steps).stage,
        Stage::Notified,
        "what was sent stays sent"
    );
    steps.extend([(at(6), Step::Respond), (at(7), Step::Close)]);
    let now = standing(&steps);
    assert_eq!(
        (now.stage, now.closed, now.answered),
        (Stage::Closed, Some(at(7)), Some(at(6)))
    );
    steps.push((at(8), Step::Reopen));
    let now = standing(&steps);
    assert_eq!(
        (now.stage, now.closed, now.breach()),
        (Stage::Notified, None, Some(false))
    );
    // The whole history is still there.
    assert_eq!(standing(&steps[..3]).stage, Stage::NotNeeded);
}

#[test]
fn seventy_two_hours_elapse_whatever_the_clocks_do() {
    // From the vectors in clock-vectors.toml: plain, over a weekend, over both changes of the clocks.
    for (aware, deadline) in [
        ("2026-12-01T12:00:00+01:00", "2026-12-04T12:00:00+01:00"),
        ("2026-12-04T09:00:00+01:00", "2026-12-07T09:00:00+01:00"),
        ("2026-03-27T12:00:00+02:00", "2026-03-30T13:00:00+03:00"),
        ("2026-10-23T12:00:00+03:00", "2026-10-26T11:00:00+02:00"),
        ("2027-02-28T23:59:59+02:00", "2027-03-03T23:59:59+02:00"),
    ] {
        assert_eq!(notify_by(moment(aware)), Some(moment(deadline)), "{aware}");
    }
    assert_eq!(
        notify_by(moment("2018-05-24T12:00:00Z")),
        None,
        "no such limit before the regulation"
    );
}

#[test]
fn the_clock_of_a_breach() {
    let aware = moment("2026-03-27T10:00:00Z");
    let by = notify_by(aware).unwrap();
    let clock = |notified, declined, now| Deadline::of(Some(aware), notified, declined, now);
    assert_eq!(Deadline::of(None, None, false, by), Deadline::None);
    assert_eq!(
        clock(None, false, aware.plus_hours(35)),
        Deadline::Running(by)
    );
    assert_eq!(clock(None, false, aware.plus_hours(36)), Deadline::Near(by));
    assert_eq!(
        clock(None, false, by),
        Deadline::Near(by),
        "the deadline itself is in time"
    );
    assert_eq!(clock(None, false, by.plus_seconds(1)), Deadline::Passed(by));
    assert_eq!(clock(None, true, by.plus_seconds(1)), Deadline::Stopped);
    assert_eq!(clock(Some(by), false, by.plus_days(9)), Deadline::InTime);
    assert_eq!(
        clock(Some(by.plus_seconds(1)), true, by.plus_days(9)),
        Deadline::Late
    );
}

#[test]
fn too_small_counts_are_withheld_with_what_gives_them_back() {
    let rows = |counts: &[i64]| -> Counts<usize> { counts.iter().copied().enumerate().collect() };
    assert_eq!(
        shown(rows(&[5, 0, 7])),
        (Withheld::Count(12), Some(rows(&[5, 0, 7])))
    );
    assert_eq!(
        shown(rows(&[5, 1, 7])),
        (Withheld::Count(13), None),
        "5 and 7 beside 13 would say 1"
    );
    assert_eq!(shown(rows(&[4, 0])), (Withheld::Fewer, None));
    assert_eq!(
        shown(rows(&[0, 0])),
        (Withheld::Count(0), Some(rows(&[0, 0])))
    );
    assert_eq!(shown(rows(&[])), (Withheld::Count(0), Some(rows(&[]))));
    assert_eq!(shown(rows(&[2, 3])), (Withheld::Count(5), None));
}

#[test]
fn choices_keep_their_codes() {
    fn distinct(codes: &[&str]) {
        let all: std::collections::BTreeSet<_> = codes.iter().collect();
        assert_eq!(all.len(), codes.len(), "{codes:?}");
    }
    macro_rules! same {
        ($($kind:ty),+) => { $(
            for one in <$kind>::ALL {
                assert_eq!(<$kind>::parse(one.code()), Some(one));
                assert_eq!(serde_json::to_string(&one).unwrap(), format!("\"{}\"", one.code()));
            }
            distinct(&<$kind>::ALL.iter().map(|one| one.code()).collect::<Vec<_>>());
            distinct(&<$kind>::ALL.iter().map(|one| one.word()).collect::<Vec<_>>());
        )+ };
    }
    same!(
        About, Outcome, Kind, Nature, Cause, Origin, Discoverer, Band, Told
    );
    distinct(
        &About::ALL
            .iter()
            .map(|one| one.advice())
            .collect::<Vec<_>>(),
    );
    assert_eq!(Nature::ALL.len(), 25);
    let bands =
        [0, 1, 2, 9, 10, 99, 100, 999, 1000, 9999, 10_000].map(|count| Band::of(count).code());
    assert_eq!(
        bands,
        [
            "unknown",
            "1",
            "2_9",
            "2_9",
            "10_99",
            "10_99",
            "100_999",
            "100_999",
            "1000_9999",
            "1000_9999",
            "10000_plus"
        ]
    );
}

#[test]
fn words_are_found_by_their_beginnings() {
    let words = indexed(&["2026-0012", "Åse lost ÅSE's key; the key!"]);
    let found: Vec<&str> = words.iter().map(String::as_str).collect();
    assert_eq!(found, ["0012", "2026", "key", "lost", "s", "the", "åse"]);
    assert_eq!(asked("2026-0012 KEY"), ["2026", "0012", "key"]);
    assert_eq!(asked("a b c d e f").len(), 4, "more narrows nothing");
    assert!(asked(" %_'\" ").is_empty());
}
