//! A report without an account: the same three questions, and nothing that must say who tells it. Days instead of
//! times: an exact time would be a trace of its own (facts § 11).

use kit::clock::{Day, Zone};
use kit::form::{self, Faults, Fields};

use super::super::super::model::{About, Possible, Report, ReportDraft, STORY, When};
use super::Way;

/// A name with a number or a mail address.
pub const CONTACT: usize = 300;

/// What the form says, not yet judged.
#[derive(Clone, Debug, Default)]
pub struct LetterDraft {
    pub story: String,
    pub about: Option<About>,
    pub noticed: Option<Day>,
    pub contact: String,
}

/// A report that may go into the letterbox.
#[derive(Clone, Debug, PartialEq)]
pub struct Letter {
    pub story: String,
    pub about: About,
    pub noticed: Option<Day>,
    pub contact: String,
    pub day: Day,
}

impl LetterDraft {
    /// Reads the form. A written day counts more than the quick choice beside it, which is preset.
    pub fn typed(fields: &Fields, faults: &mut Faults, today: Day) -> LetterDraft {
        let story = form::required(fields, faults, "story", "incidents-fault-story", STORY);
        let about = form::choice(fields, faults, "about", About::parse);
        let written = form::day(fields, faults, "noticed_on");
        let noticed = match (written, fields.text("noticed")) {
            (Some(day), _) => Some(day),
            (None, "today") => Some(today),
            (None, "yesterday") => Some(today.plus_days(-1)),
            (None, _) => None,
        };
        let contact = form::optional(fields, faults, "contact", CONTACT).unwrap_or_default();
        LetterDraft {
            story,
            about,
            noticed,
            contact,
        }
    }

    /// `first` is the day on which the organisation begins.
    ///
    /// # Errors
    /// Nothing told, or an impossible day: faults beside the fields.
    pub fn check(
        self,
        mut faults: Faults,
        today: Day,
        first: Option<Day>,
    ) -> Result<Letter, Faults> {
        if self.noticed.is_some_and(|day| day > today) {
            faults.add("noticed_on", "incidents-fault-future");
        }
        if self
            .noticed
            .zip(first)
            .is_some_and(|(day, first)| day < first)
        {
            faults.add("noticed_on", "incidents-reporting-fault-before");
        }
        let letter = Letter {
            story: self.story,
            about: self.about.unwrap_or(About::Other),
            noticed: self.noticed,
            contact: self.contact,
            day: today,
        };
        faults.into_result(letter)
    }
}

impl Letter {
    /// Whether there is a way to reach who wrote it.
    pub fn way(&self) -> Way {
        if self.contact.is_empty() {
            Way::Anonymous
        } else {
            Way::Public
        }
    }

    /// As the register takes it: received on its day, at no hour.
    ///
    /// # Errors
    /// What [`ReportDraft::check`] says; a letter that was checked passes.
    pub fn report(&self, zone: &Zone) -> Result<Report, Faults> {
        let draft = ReportDraft {
            story: self.story.clone(),
            about: Some(self.about),
            noticed: self.noticed.map_or(When::Unknown, When::On),
        };
        draft.check(
            Faults::new(),
            Possible::until(zone.start_of(self.day)),
            zone,
        )
    }
}
