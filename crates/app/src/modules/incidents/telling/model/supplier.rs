//! A breach at a supplier, as far as it told us (article 33(2)).

use kit::clock::{Moment, Zone};
use kit::form::{self, Faults, Fields};

use super::super::super::model::{Names, Possible, When, check_order, check_possible};
use super::choices;
use super::value::Party;

const WORDS: usize = 20_000;
const LINE: usize = 300;

/// The inputs of the time when the supplier became aware.
const AWARE: Names = Names {
    at: "aware",
    part: "aware_2",
    until: "",
    ongoing: "",
};

/// Who told us what and when.
#[derive(Clone, Debug, PartialEq)]
pub struct Supplier {
    pub name: String,
    pub contact: String,
    /// Where it happened, when that was at a processor of the processor.
    pub sub_processor: String,
    /// Contract or data processing agreement, as the municipality's register names it.
    pub agreement: String,
    /// When the supplier became aware, as far as it says.
    pub aware: When,
    /// When it told us: from then on the controller is aware (EDPB Guidelines 9/2022, facts § 4).
    pub told: Moment,
    /// What it told.
    pub story: String,
}

impl Supplier {
    /// # Errors
    /// No name, no time of telling, or impossible times.
    pub fn typed(
        fields: &Fields,
        possible: impl Into<Possible>,
        zone: &Zone,
    ) -> Result<Supplier, Faults> {
        let possible = possible.into();
        let mut faults = Faults::new();
        let name = form::required(
            fields,
            &mut faults,
            "name",
            "incidents-telling-fault-supplier",
            LINE,
        );
        let mut line = |field| form::optional(fields, &mut faults, field, LINE).unwrap_or_default();
        let (contact, sub_processor, agreement) =
            (line("contact"), line("sub_processor"), line("agreement"));
        let aware = When::typed(fields, &mut faults, AWARE, zone);
        let told = form::moment(fields, &mut faults, "told", zone);
        form::need(
            &mut faults,
            "told",
            "incidents-telling-fault-told-us",
            &told,
        );
        let told = told.unwrap_or(possible.now);
        let story = form::optional(fields, &mut faults, "story", WORDS).unwrap_or_default();
        check_possible(&mut faults, "aware", aware, possible, zone);
        check_possible(&mut faults, "told", When::At(told), possible, zone);
        check_order(
            &mut faults,
            "told",
            "incidents-telling-fault-told-first",
            (aware, When::At(told)),
            zone,
        );
        faults.into_result(Supplier {
            name,
            contact,
            sub_processor,
            agreement,
            aware,
            told,
            story,
        })
    }

    pub fn show(&self, zone: &Zone) -> Fields {
        let mut fields = Fields::default();
        fields.set("name", self.name.as_str());
        fields.set("contact", self.contact.as_str());
        fields.set("sub_processor", self.sub_processor.as_str());
        fields.set("agreement", self.agreement.as_str());
        self.aware.fill(&mut fields, AWARE, zone);
        form::put_moment(&mut fields, "told", self.told, zone);
        fields.set("story", self.story.as_str());
        fields
    }

    /// As the notification names it; `told` in words.
    pub fn party(&self, told: String) -> Party {
        let role = choices::find(choices::PARTY, "processor").map_or("other", |one| one.code);
        Party {
            role,
            name: self.name.clone(),
            contact: self.contact.clone(),
            told,
        }
    }

    /// How the assessment's awareness stands to the telling.
    pub fn awareness(&self, aware: Option<Moment>) -> Awareness {
        match aware {
            None => Awareness::Unassessed,
            Some(at) if at == self.told => Awareness::Same,
            Some(at) if at < self.told => Awareness::Earlier,
            Some(_) => Awareness::Later,
        }
    }
}

/// The controller's awareness beside the moment when the supplier told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Awareness {
    Unassessed,
    Same,
    /// Aware before it was told: possible when somebody else told first.
    Earlier,
    /// Aware only after it was told: the clock runs from the telling.
    Later,
}
