//! Whatever the servers answer and however often a mail comes again: at most one repeat, which is marked, nothing
//! below its floor, and never a second kind of end.

use std::cell::Cell;

use proptest::prelude::*;
use transport::smtp::Fate;
use transport::{Need, Outcome, Reply};

use super::{CONFIDENTIAL, OPEN, Ways, engine, envelope, guarded, locked, message};
use crate::base::testing::House;
use crate::modules::guard::pass::take;

/// One answer of a server.
#[derive(Clone, Copy, Debug)]
enum Says {
    Yes,
    Later,
    No,
    NotSent,
    Unknown,
}

fn says() -> impl Strategy<Value = Says> {
    prop::sample::select(vec![
        Says::Yes,
        Says::Later,
        Says::No,
        Says::NotSent,
        Says::Unknown,
    ])
}

fn fate(says: Says) -> Fate {
    match says {
        Says::Yes => Fate::Taken(Reply::done("ok")),
        Says::Later => Fate::Refused(Reply::later("4.0.0", "later")),
        Says::No => Fate::Refused(Reply::refused("5.0.0", "no")),
        Says::NotSent => Fate::NotSent,
        Says::Unknown => Fate::Unknown,
    }
}

fn outcome(says: Says) -> Outcome {
    let evidence = transport::Evidence::new(0, Need::Forced, "elsewhere.example", 25);
    match says {
        Says::Yes => Outcome::Delivered(evidence),
        Says::Later | Says::NotSent => Outcome::Later {
            reply: Reply::later("4.0.0", "later"),
            evidence,
        },
        Says::No => Outcome::Refused {
            reply: Reply::refused("5.0.0", "no"),
            evidence,
        },
        Says::Unknown => Outcome::Unknown { evidence },
    }
}

#[test]
fn property_at_most_one_repeat_and_never_below_the_floor() {
    let house = House::sqlite();
    let app = guarded(&house, false);
    let next = Cell::new(0);
    let answers = prop::collection::vec(says(), 1..6);
    let config = ProptestConfig {
        cases: 60,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    proptest!(config, |(answers in answers, secret in any::<bool>())| {
        next.set(next.get() + 1);
        let ways = Ways::default();
        let engine = engine(&app, &ways);
        *locked(&ways.plain) = answers.iter().rev().copied().map(fate).collect();
        *locked(&ways.verified) = answers.iter().rev().copied().map(outcome).collect();
        let text = message(if secret { CONFIDENTIAL } else { OPEN });
        let mail = envelope(&format!("4C{}", next.get()), &["x@elsewhere.example"]);
        let mut ended = Vec::new();
        for _ in 0..answers.len() + 2 {
            let code = take(&engine, &mail, &text)[0].code;
            if code / 100 != 4 {
                ended.push(code);
            }
        }
        ended.dedup();
        prop_assert!(ended.len() <= 1, "one end: {ended:?}");
        let left = locked(&ways.left);
        prop_assert!(left.len() <= 2, "{} copies after {answers:?}", left.len());
        let marked = left.iter().filter(|left| left.head.contains("repeat=yes")).count();
        prop_assert!(marked == left.len().saturating_sub(1));
        if secret {
            prop_assert!(left.iter().all(|left| left.need.is_some()), "never plain");
        }
    });
}
