//! The figures of section 9: each count is one rule, used for the number and for the rows behind it.
//! Definitions: year/catalogue/s09_incidents.toml.

use super::reading::Facts;
use super::words::{Band, Cause, Discoverer, Kind, Nature, Origin, Outcome, Told};

/// Hours between two of the separate times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    Notice,
    Report,
    Aware,
    Notify,
    Close,
}

impl Gap {
    pub const ALL: [Gap; 5] = [
        Gap::Notice,
        Gap::Report,
        Gap::Aware,
        Gap::Notify,
        Gap::Close,
    ];

    /// The key of its median.
    pub fn key(self) -> &'static str {
        match self {
            Gap::Notice => "inc.t_notice",
            Gap::Report => "inc.t_report",
            Gap::Aware => "inc.t_aware",
            Gap::Notify => "inc.t_notify",
            Gap::Close => "inc.t_close",
        }
    }
}

/// A number of cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    Reports,
    FalseAlarm,
    Observation,
    NearMiss,
    NearMissReported,
    Known,
    Kind(Kind),
    Nature(Nature),
    Origin(Origin),
    Human,
    Discoverer(Discoverer),
    Notified,
    InTime,
    Late,
    LateReasons,
    NotNotified,
    Undecided,
    Told(Told),
    ToldUndecided,
    ToldPublic,
    People(Band),
    Gap(Gap),
    Recurring,
    Supplier,
    SecurityOnly,
    Answered,
    Answerable,
}

impl Count {
    /// Every count with its key.
    pub fn all() -> Vec<(String, Count)> {
        use Count::*;
        let mut all = vec![
            Reports,
            FalseAlarm,
            Observation,
            NearMiss,
            NearMissReported,
            Known,
        ];
        all.extend(super::words::Kind::ALL.iter().copied().map(Kind));
        all.extend(super::words::Nature::ALL.iter().copied().map(Nature));
        all.extend(super::words::Origin::ALL.iter().copied().map(Origin));
        all.push(Human);
        all.extend(
            super::words::Discoverer::ALL
                .iter()
                .copied()
                .map(Discoverer),
        );
        all.extend([Notified, InTime, Late, LateReasons, NotNotified, Undecided]);
        all.extend(super::words::Told::ALL.iter().copied().map(Told));
        all.extend([ToldUndecided, ToldPublic]);
        all.extend(Band::ALL.iter().copied().map(People));
        all.extend(super::count::Gap::ALL.map(Gap));
        all.extend([Recurring, Supplier, SecurityOnly, Answered, Answerable]);
        all.into_iter().map(|count| (count.key(), count)).collect()
    }

    /// The count whose cases stand behind a key: its own, or the cases of a share's upper part or of a median.
    pub fn behind(key: &str) -> Option<Count> {
        match key {
            "inc.human_share" => Some(Count::Human),
            "inc.answered" => Some(Count::Answered),
            "inc.reports.per_1000" => Some(Count::Reports),
            _ => Gap::ALL
                .into_iter()
                .find(|gap| gap.key() == key)
                .map(Count::Gap)
                .or_else(|| {
                    Count::all()
                        .into_iter()
                        .find(|(own, _)| own == key)
                        .map(|(_, count)| count)
                }),
        }
    }

    pub fn key(self) -> String {
        let fixed = match self {
            Count::Reports => "inc.reports",
            Count::FalseAlarm => "inc.false_alarm",
            Count::Observation => "inc.observation",
            Count::NearMiss => "inc.near_miss",
            Count::NearMissReported => "inc.near_miss.reported",
            Count::Known => "inc.known",
            Count::Human => "inc.by_cause.human",
            Count::Notified => "inc.notified",
            Count::InTime => "inc.notified_72h",
            Count::Late => "inc.notified_late",
            Count::LateReasons => "inc.notified_late.reasons",
            Count::NotNotified => "inc.not_notified",
            Count::Undecided => "inc.undecided",
            Count::ToldUndecided => "inc.people_told.undecided",
            Count::ToldPublic => "inc.people_told.public",
            Count::Recurring => "inc.recurring",
            Count::Supplier => "inc.supplier",
            Count::SecurityOnly => "inc.security_only",
            Count::Answered => "inc.answered.n",
            Count::Answerable => "inc.answered.of",
            Count::Kind(kind) => return format!("inc.by_kind.{}", kind.code()),
            Count::Nature(nature) => return format!("inc.by_nature.{}", nature.code()),
            Count::Origin(origin) => return format!("inc.by_cause.{}", of_origin(origin)),
            Count::Discoverer(who) => return format!("inc.by_discoverer.{}", of_discoverer(who)),
            Count::Told(told) => return format!("inc.people_told.{}", told.code()),
            Count::People(band) => return format!("inc.people_bands.{}", band.code()),
            Count::Gap(gap) => return format!("{}.n", gap.key()),
        };
        fixed.to_owned()
    }

    /// Whether a case counts.
    pub fn holds(self, case: &Facts) -> bool {
        match self {
            Count::Reports => case.received,
            Count::FalseAlarm => case.received && case.judged == Some(Outcome::FalseAlarm),
            Count::Observation => case.received && case.judged == Some(Outcome::Observation),
            Count::NearMiss | Count::NearMissReported => {
                case.received && case.judged == Some(Outcome::NearMiss)
            }
            Count::SecurityOnly => case.received && case.outcome == Some(Outcome::Security),
            Count::Answerable => case.received && case.answerable,
            Count::Answered => case.received && case.answerable && case.answered,
            of_breach => case.known && of_breach.holds_for_breach(case),
        }
    }

    fn holds_for_breach(self, case: &Facts) -> bool {
        let told = case.told.as_ref().map(|people| people.told);
        match self {
            Count::Kind(kind) => case.kinds.contains(&kind),
            Count::Nature(nature) => case.natures.contains(&nature),
            Count::Origin(origin) => case.origin == origin,
            Count::Human => case.cause == Cause::Human && !case.origin.deliberate(),
            Count::Discoverer(who) => case.discoverer == who,
            Count::Notified => case.notified.is_some(),
            Count::InTime => case.notified.is_some_and(|(late, _)| !late),
            Count::Late => case.notified.is_some_and(|(late, _)| late),
            Count::LateReasons => case.notified == Some((true, true)),
            Count::NotNotified => case.notified.is_none() && case.declined,
            Count::Undecided => case.notified.is_none() && !case.declined,
            Count::Told(kind) => told == Some(kind),
            Count::ToldUndecided => told.is_none(),
            Count::ToldPublic => case.told.as_ref().is_some_and(|people| people.public),
            Count::People(band) => case.people == band,
            Count::Gap(gap) => case.hours(gap).is_some(),
            Count::Recurring => case.recurring,
            Count::Supplier => case.supplier,
            _ => true,
        }
    }
}

fn of_origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Internal => "internal_not_malicious",
        Origin::InternalDeliberate => "internal_malicious",
        Origin::External => "external_not_malicious",
        Origin::ExternalDeliberate => "external_malicious",
        Origin::Unknown => "unknown",
    }
}

fn of_discoverer(who: Discoverer) -> &'static str {
    match who {
        Discoverer::Staff => "own_staff",
        Discoverer::Processor => "processor",
        Discoverer::Subject => "data_subject",
        Discoverer::Other => "other",
    }
}

/// The middle value; of an even number the mean of the two in the middle; none of nothing.
pub fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let half = values.len() / 2;
    match values.len() {
        0 => None,
        count if count % 2 == 1 => Some(values[half]),
        _ => Some((values[half - 1] + values[half]) / 2.0),
    }
}
