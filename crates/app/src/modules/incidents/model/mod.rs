//! Rules and types of a case; pure. Times come in as arguments.

mod count;
mod decisions;
mod few;
mod history;
mod judged;
mod law;
mod reading;
mod report;
mod search;
mod stage;
mod step;
mod times;
mod words;

pub use count::{Count, Gap, median};
pub use decisions::{Declined, Notified, NotifyDraft, People, PeopleDraft, Reasons, written};
pub use few::{Counts, Withheld, shown};
pub use history::Imported;
pub use judged::{
    Assessment, AssessmentDraft, CONTAINED, NOTICED, OCCURRED, PROCESSOR_AWARE, PROCESSOR_TOLD,
    take_back,
};
pub use law::{Deadline, notify_by, reasons_missing};
pub use reading::{Facts, Known, KnownStep, facts};
pub use report::{Report, ReportDraft, STORY};
pub use search::{asked, indexed};
pub use stage::{Move, Stage, Standing, Step, Taken};
pub use times::{Names, Part, Possible, When, check_order, check_possible};
pub use words::{About, Band, Cause, Discoverer, Kind, Nature, Origin, Outcome, Told};

#[cfg(test)]
pub use stage::Situation;
