//! The report: three questions, nothing about severity or guilt (facts § 10). Sending succeeds whenever
//! something is told; what it is about may be left open.

use kit::clock::{Day, Moment, Zone};
use kit::form::{self, Faults, Fields};

use super::times::{Possible, When, check_possible};
use super::words::About;

/// As much text as anybody types; a longer story comes as a file.
pub const STORY: usize = 20_000;

/// What the form or another way in says, not yet judged.
#[derive(Clone, Debug, Default)]
pub struct ReportDraft {
    pub story: String,
    pub about: Option<About>,
    pub noticed: When,
}

/// A report that may be stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    story: String,
    about: About,
    noticed: When,
    at: Moment,
    day: Day,
}

impl Report {
    /// In the reporter's words.
    pub fn story(&self) -> &str {
        &self.story
    }

    pub fn about(&self) -> About {
        self.about
    }

    pub fn noticed(&self) -> When {
        self.noticed
    }

    /// When it was received.
    pub fn at(&self) -> Moment {
        self.at
    }

    /// The day it was received, where people live.
    pub fn day(&self) -> Day {
        self.day
    }
}

impl ReportDraft {
    /// Reads the form. A written time counts more than the quick choice beside it, which is preset.
    pub fn typed(fields: &Fields, faults: &mut Faults, at: Moment, zone: &Zone) -> ReportDraft {
        let story = form::required(fields, faults, "story", "incidents-fault-story", STORY);
        let about = form::choice(fields, faults, "about", About::parse);
        let written = form::moment(fields, faults, "noticed_at", zone);
        let today = zone.day_of(at);
        let noticed = match (written, fields.text("noticed")) {
            (Some(moment), _) => When::At(moment),
            (None, "today") => When::On(today),
            (None, "yesterday") => When::On(today.plus_days(-1)),
            (None, "now") => When::At(at),
            (None, _) => {
                if faults.of("noticed_at").next().is_none() {
                    faults.add("noticed_at", "incidents-fault-noticed");
                }
                When::Unknown
            }
        };
        ReportDraft {
            story,
            about,
            noticed,
        }
    }

    /// # Errors
    /// Nothing told, or an impossible time: faults beside the fields. Who chooses no kind is asked later, if at all.
    pub fn check(
        self,
        mut faults: Faults,
        possible: impl Into<Possible>,
        zone: &Zone,
    ) -> Result<Report, Faults> {
        let possible = possible.into();
        let at = possible.now;
        let story = form::clean(&self.story).trim().to_owned();
        if story.is_empty() && faults.of("story").next().is_none() {
            faults.add("story", "incidents-fault-story");
        }
        check_possible(&mut faults, "noticed_at", self.noticed, possible, zone);
        let report = Report {
            story,
            about: self.about.unwrap_or(About::Other),
            noticed: self.noticed,
            at,
            day: zone.day_of(at),
        };
        faults.into_result(report)
    }
}
