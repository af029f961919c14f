//! The assessment: what it was, as the data protection officer judges it. A correction is a new one; the
//! earlier stay.

use std::collections::BTreeSet;

use kit::clock::{Moment, Zone};
use kit::form::{self, Faults, Fields};
use serde::{Deserialize, Serialize};

use super::stage::Standing;
use super::times::{Names, Possible, When, check_order, check_possible};
use super::words::{Band, Cause, Discoverer, Kind, Nature, Origin, Outcome};

const FACTS: usize = 20_000;

/// An assessment that may be stored. Its text (the facts in the officer's words) goes beside it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Assessment {
    pub outcome: Outcome,
    pub kinds: BTreeSet<Kind>,
    pub natures: BTreeSet<Nature>,
    pub cause: Cause,
    pub origin: Origin,
    pub discoverer: Discoverer,
    pub people: Band,
    /// It took place at a processor or sub-processor.
    pub supplier: bool,
    pub occurred: When,
    pub noticed: When,
    /// When the controller became aware of the breach (EDPB Guidelines 9/2022); none without a breach.
    pub aware: Option<Moment>,
    /// When it was stopped from going on.
    #[serde(default)]
    pub contained: When,
    /// When the processor became aware, where it took place at one (article 33(2)).
    #[serde(default)]
    pub processor_aware: When,
    /// When the processor told us.
    #[serde(default)]
    pub processor_told: When,
}

impl Assessment {
    pub fn breach(&self) -> bool {
        self.outcome == Outcome::Breach
    }
}

/// What the form says, not yet judged.
#[derive(Clone, Debug, Default)]
pub struct AssessmentDraft {
    pub outcome: Option<Outcome>,
    pub kinds: BTreeSet<Kind>,
    pub natures: BTreeSet<Nature>,
    pub cause: Option<Cause>,
    pub origin: Option<Origin>,
    pub discoverer: Option<Discoverer>,
    pub people: Option<Band>,
    pub supplier: bool,
    pub occurred: When,
    pub noticed: When,
    pub aware: Option<Moment>,
    pub contained: When,
    pub processor_aware: When,
    pub processor_told: When,
    pub facts: String,
}

const fn names(at: &'static str, part: &'static str) -> Names {
    let (until, ongoing) = ("", "");
    Names {
        at,
        part,
        until,
        ongoing,
    }
}

/// The fields of the times that an assessment asks for.
pub const OCCURRED: Names = Names {
    at: "occurred_at",
    part: "occurred_day",
    until: "occurred_until",
    ongoing: "occurred_ongoing",
};
pub const NOTICED: Names = names("noticed_at", "noticed_day");
pub const CONTAINED: Names = names("contained_at", "contained_day");
pub const PROCESSOR_AWARE: Names = names("processor_aware_at", "processor_aware_day");
pub const PROCESSOR_TOLD: Names = names("processor_told_at", "processor_told_day");

impl AssessmentDraft {
    pub fn typed(fields: &Fields, faults: &mut Faults, zone: &Zone) -> AssessmentDraft {
        AssessmentDraft {
            outcome: form::choice(fields, faults, "outcome", Outcome::parse),
            kinds: several(fields, faults, "kinds", Kind::parse),
            natures: several(fields, faults, "natures", Nature::parse),
            cause: form::choice(fields, faults, "cause", Cause::parse),
            origin: form::choice(fields, faults, "origin", Origin::parse),
            discoverer: form::choice(fields, faults, "discoverer", Discoverer::parse),
            people: form::choice(fields, faults, "people", Band::parse),
            supplier: fields.has("supplier"),
            occurred: When::typed(fields, faults, OCCURRED, zone),
            noticed: When::typed(fields, faults, NOTICED, zone),
            contained: When::typed(fields, faults, CONTAINED, zone),
            processor_aware: When::typed(fields, faults, PROCESSOR_AWARE, zone),
            processor_told: When::typed(fields, faults, PROCESSOR_TOLD, zone),
            aware: form::moment(fields, faults, "aware", zone),
            facts: form::optional(fields, faults, "facts", FACTS).unwrap_or_default(),
        }
    }

    /// Gives the assessment and the facts. `reported` is the time of the report, `possible` ends with the time of the
    /// assessment.
    ///
    /// # Errors
    /// What article 33(5) asks to be documented is missing for a breach, any other outcome has no words, or times
    /// contradict each other.
    pub fn check(
        self,
        mut faults: Faults,
        (reported, possible): (Moment, impl Into<Possible>),
        zone: &Zone,
    ) -> Result<(Assessment, String), Faults> {
        form::need(
            &mut faults,
            "outcome",
            "incidents-fault-outcome",
            &self.outcome,
        );
        let breach = self.outcome == Some(Outcome::Breach);
        if breach {
            self.check_breach(&mut faults);
        } else if self.outcome.is_some() && self.facts.trim().is_empty() {
            // Why it was no breach is a decision with its reason too (EDPB Guidelines 9/2022).
            faults.add("facts", "incidents-fault-facts");
        }
        self.check_times(&mut faults, breach, (reported, possible.into()), zone);
        let facts = self.facts.trim().to_owned();
        let assessment = Assessment {
            outcome: self.outcome.unwrap_or(Outcome::Observation),
            kinds: self.kinds,
            natures: self.natures,
            cause: self.cause.unwrap_or(Cause::Unknown),
            origin: self.origin.unwrap_or(Origin::Unknown),
            discoverer: self.discoverer.unwrap_or(Discoverer::Other),
            people: self.people.unwrap_or(Band::Unknown),
            supplier: self.supplier,
            occurred: self.occurred,
            noticed: self.noticed,
            aware: self.aware.filter(|_| breach),
            contained: self.contained,
            processor_aware: self.processor_aware,
            processor_told: self.processor_told,
        };
        faults.into_result((assessment, facts))
    }

    fn check_breach(&self, faults: &mut Faults) {
        let missing = [
            ("kinds", self.kinds.is_empty()),
            ("natures", self.natures.is_empty()),
            ("cause", self.cause.is_none()),
            ("origin", self.origin.is_none()),
            ("discoverer", self.discoverer.is_none()),
            ("people", self.people.is_none()),
            ("facts", self.facts.trim().is_empty()),
        ];
        for (field, empty) in missing {
            if empty && faults.of(field).next().is_none() {
                faults.add(field, "incidents-fault-breach-needs");
            }
        }
        form::need(faults, "aware", "incidents-fault-aware", &self.aware);
    }

    fn check_times(
        &self,
        faults: &mut Faults,
        breach: bool,
        (reported, possible): (Moment, Possible),
        zone: &Zone,
    ) {
        let (occurred, noticed) = (self.occurred, self.noticed);
        check_possible(faults, "occurred_at", occurred, possible, zone);
        check_possible(faults, "noticed_at", noticed, possible, zone);
        check_order(
            faults,
            "noticed_at",
            "incidents-fault-noticed-first",
            (occurred, noticed),
            zone,
        );
        let told = When::At(reported);
        check_order(
            faults,
            "noticed_at",
            "incidents-fault-reported-first",
            (noticed, told),
            zone,
        );
        check_order(
            faults,
            "occurred_at",
            "incidents-fault-reported-before",
            (occurred, told),
            zone,
        );
        if let Some(aware) = self.aware.filter(|_| breach) {
            check_possible(faults, "aware", When::At(aware), possible, zone);
            let pair = (occurred, When::At(aware));
            check_order(faults, "aware", "incidents-fault-aware-first", pair, zone);
            let pair = (noticed, When::At(aware));
            check_order(
                faults,
                "aware",
                "incidents-law-fault-aware-noticed",
                pair,
                zone,
            );
        }
        self.check_other_times(faults, possible, zone);
        if let Some(aware) = self.aware.filter(|_| breach) {
            // Once the processor has told it, the controller is aware (EDPB Guidelines 9/2022, facts § 4).
            check_order(
                faults,
                "aware",
                "incidents-law-fault-aware-told",
                (When::At(aware), self.processor_told),
                zone,
            );
        }
    }

    /// The chain of a processor's own times, and the end of it (facts § 2 and 4).
    fn check_other_times(&self, faults: &mut Faults, possible: Possible, zone: &Zone) {
        let (aware, told) = (self.processor_aware, self.processor_told);
        for (field, when) in [
            (CONTAINED.at, self.contained),
            (PROCESSOR_AWARE.at, aware),
            (PROCESSOR_TOLD.at, told),
        ] {
            check_possible(faults, field, when, possible, zone);
        }
        let rules = [
            (
                CONTAINED.at,
                "incidents-law-fault-contained",
                (self.occurred, self.contained),
            ),
            (
                PROCESSOR_AWARE.at,
                "incidents-law-fault-processor",
                (self.occurred, aware),
            ),
            (PROCESSOR_TOLD.at, "incidents-law-fault-told", (aware, told)),
        ];
        for (field, message, pair) in rules {
            check_order(faults, field, message, pair, zone);
        }
    }
}

/// Who takes back that it was a breach ends its duties: that needs words of its own, and the reasons for a delay that
/// are still owed (article 33(1) and (5)). `facts` are the case's before and the assessment's own.
///
/// # Errors
/// The words are those of before, or reasons are owed.
pub fn take_back(
    standing: &Standing,
    new: &Assessment,
    facts: (&str, &str),
    now: Moment,
) -> Result<(), Faults> {
    let mut faults = Faults::new();
    if standing.breach() == Some(true) && !new.breach() {
        if facts.0.trim() == facts.1.trim() {
            faults.add("facts", "incidents-fault-taken-back");
        }
        if standing.reasons_missing(now) {
            faults.add("late_reason", "incidents-fault-owed");
        }
    }
    faults.into_result(())
}

fn several<T: Ord>(
    fields: &Fields,
    faults: &mut Faults,
    field: &'static str,
    parse: impl Fn(&str) -> Option<T>,
) -> BTreeSet<T> {
    let found: Vec<Option<T>> = fields
        .all(field)
        .into_iter()
        .map(|code| parse(code.trim()))
        .collect();
    if found.iter().any(Option::is_none) {
        faults.add(field, form::CHOICE);
    }
    found.into_iter().flatten().collect()
}
