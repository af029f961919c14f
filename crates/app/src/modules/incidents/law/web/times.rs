//! The separate times of a case in words (facts § 2): what is known in part is shown in part.

use kit::clock::{Moment, Zone};
use kit::words::Tongue;

use super::super::super::model::{Outcome, Part, When};
use super::super::super::store::CaseRow;

/// One of the separate times, and how long after the one before.
pub struct Time {
    pub word: &'static str,
    pub at: String,
    pub gap: String,
}

/// The times in the order in which they should come, each with the gap from the last one that is fully known.
pub fn times(w: &Tongue, case: &CaseRow) -> Vec<Time> {
    let mut last: Option<Moment> = None;
    let mut times = Vec::new();
    for (word, when) in all(case, w.zone()) {
        let gap = last
            .zip(when.moment())
            .map(|(from, to)| gap(w, to.ms() - from.ms()));
        last = when.moment().or(last);
        times.push(Time {
            word,
            at: said(w, case, word, when),
            gap: gap.unwrap_or_default(),
        });
    }
    times
}

/// Every time of a case with its name. Those of a processor are there when it took place at one.
pub fn all(case: &CaseRow, zone: &Zone) -> Vec<(&'static str, When)> {
    let standing = &case.standing;
    let known = |moment: Option<Moment>| moment.map_or(When::Unknown, When::At);
    let judged = standing.assessment.as_ref();
    let mut all = vec![("incidents-time-occurred", case.occurred())];
    if let Some((aware, told)) = case.processor() {
        all.push(("incidents-law-time-processor-aware", aware));
        all.push(("incidents-law-time-processor-told", told));
    }
    all.extend([
        ("incidents-time-noticed", case.noticed()),
        (
            "incidents-time-reported",
            // History from another system was never reported here.
            match &standing.imported {
                Some(_) => When::Unknown,
                None => case.reported_when(zone),
            },
        ),
        ("incidents-law-time-triaged", known(standing.triaged)),
        ("incidents-time-aware", known(standing.aware())),
        (
            "incidents-time-notified",
            known(standing.notified.as_ref().map(|notified| notified.at)),
        ),
        (
            "incidents-law-time-people",
            known(standing.people.as_ref().and_then(|people| people.at)),
        ),
        (
            "incidents-law-time-contained",
            judged.map_or(When::Unknown, |judged| judged.contained),
        ),
        ("incidents-time-closed", known(standing.closed)),
    ]);
    all
}

/// One of the times, or why there is none: "not known" is kept for what nobody knows.
pub fn said(w: &Tongue, case: &CaseRow, word: &str, when: When) -> String {
    match when {
        When::Unknown => w.t(absent(case, word)),
        when => in_words(w, when),
    }
}

/// The message that says why there is no such time.
fn absent(case: &CaseRow, word: &str) -> &'static str {
    const UNKNOWN: &str = "incidents-time-unknown";
    const NOT_YET: &str = "incidents-time-not-yet";
    const NOT_NEEDED: &str = "incidents-time-not-needed";
    const NONE: &str = "incidents-time-none";
    let standing = &case.standing;
    // What another system knew of a case of the past, nobody can tell here.
    if standing.imported.is_some() && standing.assessment.is_none() {
        return UNKNOWN;
    }
    let open = if standing.closed.is_some() {
        NONE
    } else {
        NOT_YET
    };
    let outcome = standing.assessment.as_ref().map(|judged| judged.outcome);
    let no_breach = outcome.is_some_and(|outcome| outcome != Outcome::Breach);
    match word {
        "incidents-time-notified" if standing.declined || no_breach => NOT_NEEDED,
        // Nobody has to be told where nothing happened to their data, or where it is decided so (article 34(3)).
        "incidents-law-time-people"
            if standing.people.is_some() || standing.declined || no_breach =>
        {
            NOT_NEEDED
        }
        // Only of a breach does a controller become aware.
        "incidents-time-aware" if no_breach => NONE,
        "incidents-law-time-contained" => match outcome {
            None | Some(Outcome::Breach | Outcome::Security) => UNKNOWN,
            Some(_) => NONE,
        },
        "incidents-time-notified"
        | "incidents-law-time-people"
        | "incidents-time-aware"
        | "incidents-law-time-triaged"
        | "incidents-time-closed" => open,
        _ => UNKNOWN,
    }
}

fn gap(w: &Tongue, ms: i64) -> String {
    if ms < 0 {
        w.one("incidents-law-gap-earlier", "span", w.span(-ms))
    } else {
        w.span(ms)
    }
}

/// A time as far as it is known.
pub fn in_words(w: &Tongue, when: When) -> String {
    let Some((from, until)) = when.parts() else {
        return w.t("incidents-time-unknown");
    };
    match (when, until) {
        (When::Since(_), _) => w.one("incidents-law-when-since", "from", part(w, from)),
        (_, Some(until)) => w.with(
            "incidents-law-when-between",
            &[
                ("from", part(w, from).into()),
                ("until", part(w, until).into()),
            ],
        ),
        (_, None) => part(w, from),
    }
}

fn part(w: &Tongue, part: Part) -> String {
    match part {
        Part::At(moment) => w.moment(moment),
        Part::On(day) => w.day(day),
        Part::Month(year, month) => w.with(
            "incidents-law-when-month",
            &[
                ("month", w.month(month).into()),
                ("year", year.to_string().into()),
            ],
        ),
        Part::Year(year) => year.to_string(),
    }
}
