//! What comes back from the authority, and what we ask a supplier.

use kit::clock::{Day, Zone};
use kit::form::{self, Faults, Fields};

use super::super::super::model::{Possible, When, check_possible};

const WORDS: usize = 20_000;
const LINE: usize = 300;

kit::choices! {
    /// Who waits for an answer.
    pub enum Asked {
        /// The authority asked us.
        Question = "question", "incidents-telling-asked-question";
        /// The authority waits for a supplement.
        Supplement = "supplement", "incidents-telling-asked-supplement";
        /// We asked the supplier.
        Supplier = "supplier", "incidents-telling-asked-supplier";
    }
}

impl Asked {
    /// The task that waits as long as there is no answer.
    pub fn task(self) -> &'static str {
        match self {
            Asked::Question => "incidents-telling-task-question",
            Asked::Supplement => "incidents-telling-task-supplement",
            Asked::Supplier => "incidents-telling-task-supplier",
        }
    }
}

kit::choices! {
    /// What the authority decided (GDPR article 58(2), article 34(4)).
    pub enum Ruling {
        Closed = "closed", "incidents-telling-ruling-closed";
        Guidance = "guidance", "incidents-telling-ruling-guidance";
        Warning = "warning", "incidents-telling-ruling-warning";
        Reprimand = "reprimand", "incidents-telling-ruling-reprimand";
        Order = "order", "incidents-telling-ruling-order";
        /// Article 34(4): tell the people concerned.
        OrderToTell = "order_to_tell", "incidents-telling-ruling-order-to-tell";
        /// Article 34(4): a condition of 34(3) is met.
        ExemptionMet = "exemption_met", "incidents-telling-ruling-exemption-met";
        Fine = "fine", "incidents-telling-ruling-fine";
        Other = "other", "incidents-telling-other";
    }
}

/// A question that may be stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    pub kind: Asked,
    pub asked: Day,
    pub words: String,
    pub due: Option<Day>,
}

impl Question {
    /// # Errors
    /// No question, or one of the future.
    pub fn typed(
        fields: &Fields,
        kind: Asked,
        possible: Possible,
        zone: &Zone,
    ) -> Result<Question, Faults> {
        let mut faults = Faults::new();
        let words = form::required(
            fields,
            &mut faults,
            "words",
            "incidents-telling-fault-question",
            WORDS,
        );
        let asked = past_day(fields, &mut faults, "asked", possible, zone);
        let due = form::day(fields, &mut faults, "due");
        faults.into_result(Question {
            kind,
            asked,
            words,
            due,
        })
    }
}

/// An answer that may be stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Answered {
    pub answered: Day,
    pub words: String,
}

impl Answered {
    /// # Errors
    /// No answer, one of the future, or one from before the question.
    pub fn typed(
        fields: &Fields,
        asked: Day,
        possible: Possible,
        zone: &Zone,
    ) -> Result<Answered, Faults> {
        let mut faults = Faults::new();
        let words = form::required(
            fields,
            &mut faults,
            "answer",
            "incidents-telling-fault-answer",
            WORDS,
        );
        let answered = past_day(fields, &mut faults, "answered", possible, zone);
        if answered < asked && faults.is_empty() {
            faults.add("answered", "incidents-telling-fault-answered-first");
        }
        faults.into_result(Answered { answered, words })
    }
}

/// A decision of the authority that may be stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    pub ruling: Ruling,
    pub decided: Day,
    pub reference: String,
    pub words: String,
    /// Until when an order is to be followed.
    pub due: Option<Day>,
}

impl Decision {
    /// # Errors
    /// No kind of decision, or a day of the future.
    pub fn typed(fields: &Fields, possible: Possible, zone: &Zone) -> Result<Decision, Faults> {
        let mut faults = Faults::new();
        let ruling = form::choice(fields, &mut faults, "ruling", Ruling::parse);
        form::need(
            &mut faults,
            "ruling",
            "incidents-telling-fault-ruling",
            &ruling,
        );
        let decided = past_day(fields, &mut faults, "decided", possible, zone);
        let reference = form::optional(fields, &mut faults, "reference", LINE).unwrap_or_default();
        let words = form::optional(fields, &mut faults, "words", WORDS).unwrap_or_default();
        let due = form::day(fields, &mut faults, "due");
        let ruling = ruling.unwrap_or(Ruling::Other);
        faults.into_result(Decision {
            ruling,
            decided,
            reference,
            words,
            due,
        })
    }
}

/// The authority's number, and how to reach who handles it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Matter {
    pub number: String,
    pub contact: String,
}

impl Matter {
    /// # Errors
    /// No number.
    pub fn typed(fields: &Fields) -> Result<Matter, Faults> {
        let mut faults = Faults::new();
        let number = form::required(
            fields,
            &mut faults,
            "number",
            "incidents-telling-fault-matter",
            LINE,
        );
        let contact = form::optional(fields, &mut faults, "contact", LINE).unwrap_or_default();
        faults.into_result(Matter { number, contact })
    }
}

fn past_day(
    fields: &Fields,
    faults: &mut Faults,
    field: &'static str,
    possible: Possible,
    zone: &Zone,
) -> Day {
    let day = form::day(fields, faults, field);
    form::need(faults, field, "incidents-telling-fault-day", &day);
    let day = day.unwrap_or(zone.day_of(possible.now));
    check_possible(faults, field, When::On(day), possible, zone);
    day
}
