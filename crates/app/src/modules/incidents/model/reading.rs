//! A case as of the end of a period, for the figures of the year. What has a time of its own (aware, notified,
//! told, closed) is read by that time; what is a judgement is read as it stood.

use std::collections::{BTreeSet, HashMap};

use kit::clock::{Moment, Zone};

use super::super::CaseId;
use super::count::Gap;
use super::decisions::{Notified, People};
use super::judged::Assessment;
use super::law::notify_by;
use super::stage::{Stage, Standing, Step};
use super::times::When;
use super::words::{Band, Cause, Discoverer, Kind, Nature, Origin, Outcome};
use crate::base::organisation::{ControllerId, UnitId};

/// A step without its words; `worded` says whether it has any.
#[derive(Clone, Debug)]
pub struct KnownStep {
    pub at: Moment,
    pub step: Step,
    pub worded: bool,
}

/// A case with all its steps, those after the period included.
#[derive(Clone, Debug)]
pub struct Known {
    pub id: CaseId,
    pub number: String,
    pub about: String,
    pub controller: ControllerId,
    pub unit: UnitId,
    pub reported: Moment,
    /// Only the day of the report is known: it enters no median.
    pub day_only: bool,
    /// There was a way to answer when it was reported.
    pub answerable: bool,
    /// Somebody reported it: it was not split off another case and is no history from outside.
    pub told: bool,
    pub steps: Vec<KnownStep>,
}

/// What the counts ask of a case.
#[derive(Clone, Debug)]
pub struct Facts {
    pub id: CaseId,
    pub number: String,
    pub about: String,
    pub controller: ControllerId,
    /// Received in the period.
    pub received: bool,
    /// A breach that became known in the period.
    pub known: bool,
    /// What it was judged to be by the end of the period.
    pub judged: Option<Outcome>,
    /// The same, or what it was first judged to be afterwards.
    pub outcome: Option<Outcome>,
    pub kinds: BTreeSet<Kind>,
    pub natures: BTreeSet<Nature>,
    pub discoverer: Discoverer,
    pub supplier: bool,
    /// As recorded by the end of the period; unknown when nothing was.
    pub cause: Cause,
    pub origin: Origin,
    pub people: Band,
    /// The authority had been notified: later than the law allows, and whether the reasons are recorded.
    pub notified: Option<(bool, bool)>,
    pub declined: bool,
    pub told: Option<People>,
    pub answerable: bool,
    pub answered: bool,
    pub recurring: bool,
    gaps: [Option<f64>; 5],
}

impl Facts {
    /// Hours between two of its times, both fully known by the end of the period.
    pub fn hours(&self, gap: Gap) -> Option<f64> {
        self.gaps[gap as usize]
    }
}

/// The facts of each case at the end of the period (`until` is the first moment after it).
pub fn facts(cases: &[Known], from: Moment, until: Moment) -> Vec<Facts> {
    let seen: Vec<Seen<'_>> = cases.iter().map(|case| Seen::of(case, until)).collect();
    let mut earlier: HashMap<(UnitId, Cause), Vec<Moment>> = HashMap::new();
    for one in &seen {
        if let Some(aware) = one.aware() {
            earlier
                .entry((one.case.unit, one.cause()))
                .or_default()
                .push(aware);
        }
    }
    seen.iter()
        .map(|one| {
            let same = earlier.get(&(one.case.unit, one.cause()));
            let recurring = one.cause() != Cause::Unknown
                && one.aware().is_some_and(|aware| {
                    let since = months_before(aware, 24);
                    same.is_some_and(|times| times.iter().any(|at| *at >= since && *at < aware))
                });
            one.facts(recurring, from, until)
        })
        .collect()
}

fn months_before(moment: Moment, months: i32) -> Moment {
    let zone = Zone::utc();
    zone.start_of(zone.day_of(moment).plus_months(-months))
}

struct Seen<'a> {
    case: &'a Known,
    /// After the steps of the period.
    then: Standing,
    /// The assessment in force at its end, or the first one after it: the case may become known in December
    /// and be judged in January.
    judged: Option<Assessment>,
    notified: Option<(Notified, bool)>,
}

impl<'a> Seen<'a> {
    fn of(case: &'a Known, until: Moment) -> Seen<'a> {
        let by_then = case.steps.iter().filter(|step| step.at < until);
        let then = Standing::of(by_then.map(|step| (step.at, &step.step)));
        let later = || {
            let after = case.steps.iter().filter(|step| step.at >= until);
            let mut assessed = after.filter_map(|step| match &step.step {
                Step::Assess(assessment) => Some((**assessment).clone()),
                _ => None,
            });
            assessed.next()
        };
        let judged = then.assessment.clone().or_else(later);
        Seen {
            case,
            then,
            judged,
            notified: notified_by(case, until),
        }
    }

    fn aware(&self) -> Option<Moment> {
        let judged = self.judged.as_ref().filter(|_| self.then.merged.is_none());
        judged.and_then(|judged| judged.aware)
    }

    fn cause(&self) -> Cause {
        self.then
            .assessment
            .as_ref()
            .map_or(Cause::Unknown, |then| then.cause)
    }

    fn facts(&self, recurring: bool, from: Moment, until: Moment) -> Facts {
        let inside = |at: Moment| from <= at && at < until;
        // What goes on in another case is one report more and no breach more.
        let judged = self.judged.as_ref().filter(|_| self.then.merged.is_none());
        let then = self.then.assessment.as_ref();
        let late = |notified: &Notified| {
            let by = self.aware().and_then(notify_by);
            by.is_some_and(|by| notified.at > by)
        };
        Facts {
            id: self.case.id,
            number: self.case.number.clone(),
            about: self.case.about.clone(),
            controller: self.case.controller,
            received: self.case.told && inside(self.case.reported),
            known: judged.is_some_and(Assessment::breach) && self.aware().is_some_and(inside),
            judged: then
                .filter(|_| self.then.merged.is_none())
                .map(|then| then.outcome),
            outcome: judged.map(|judged| judged.outcome),
            kinds: judged
                .map(|judged| judged.kinds.clone())
                .unwrap_or_default(),
            natures: judged
                .map(|judged| judged.natures.clone())
                .unwrap_or_default(),
            discoverer: judged.map_or(Discoverer::Other, |judged| judged.discoverer),
            supplier: judged.is_some_and(|judged| judged.supplier),
            cause: self.cause(),
            origin: then.map_or(Origin::Unknown, |then| then.origin),
            people: then.map_or(Band::Unknown, |then| then.people),
            notified: self
                .notified
                .as_ref()
                .map(|(notified, worded)| (late(notified), *worded)),
            declined: self.then.declined,
            told: self
                .then
                .people
                .clone()
                .filter(|told| told.at.is_none_or(|at| at < until)),
            answerable: self.case.answerable,
            answered: self.then.answered.is_some(),
            recurring,
            gaps: self.gaps(until),
        }
    }

    fn gaps(&self, until: Moment) -> [Option<f64>; 5] {
        let by_end = |at: &Moment| *at < until;
        let then = self.then.assessment.as_ref();
        let occurred = then.and_then(|then| then.occurred.moment()).filter(by_end);
        let noticed = match then {
            Some(then) => then.noticed,
            None => first_noticed(self.case),
        };
        let noticed = noticed.moment().filter(by_end);
        let reported = Some(self.case.reported).filter(|at| by_end(at) && !self.case.day_only);
        let aware = self.aware().filter(by_end);
        let notified = self.notified.as_ref().map(|(notified, _)| notified.at);
        let closed = self
            .then
            .closed
            .filter(|_| self.then.stage == Stage::Closed);
        [
            hours(occurred, noticed),
            hours(noticed, reported),
            hours(reported, aware),
            hours(aware, notified),
            hours(aware, closed),
        ]
    }
}

/// Hours from one time to the other. When the later one came first (the controller was aware before the report
/// was written down), nothing had to be waited for.
fn hours(from: Option<Moment>, to: Option<Moment>) -> Option<f64> {
    from.zip(to).map(|(from, to)| to.hours_since(from).max(0.0))
}

fn first_noticed(case: &Known) -> When {
    case.steps
        .iter()
        .find_map(|step| match step.step {
            Step::Report(noticed) => Some(noticed),
            _ => None,
        })
        .unwrap_or_default()
}

/// The notification as it was recorded last before the end of the period, or recorded afterwards but sent
/// before; with whether reasons stand beside it.
fn notified_by(case: &Known, until: Moment) -> Option<(Notified, bool)> {
    let all = || {
        case.steps.iter().filter_map(|step| match &step.step {
            Step::Notify(notified) if notified.at < until => {
                Some((step.at, notified.clone(), step.worded))
            }
            _ => None,
        })
    };
    let recorded = all().rfind(|(at, ..)| *at < until);
    recorded
        .or_else(|| all().next())
        .map(|(_, notified, worded)| (notified, worded))
}
