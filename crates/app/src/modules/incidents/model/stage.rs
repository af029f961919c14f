//! The stages of a case and the steps that lead from one to the next. A step is a row: who and when come for
//! free, history stays, and the case as of any day is its steps until then.

use kit::clock::Moment;
use serde::{Deserialize, Serialize};

use super::super::CaseId;
use super::decisions::{Notified, People};
use super::history::Imported;
use super::judged::Assessment;
use super::law::reasons_missing;
use super::times::When;
use super::words::{About, Cause};

kit::choices! {
    #[derive(Default)]
    pub enum Stage {
        #[default]
        Reported = "reported", "incidents-stage-reported";
        Assessed = "assessed", "incidents-stage-assessed";
        /// The authority is notified.
        Notified = "notified", "incidents-stage-notified";
        /// It is decided, with a reason, that no notification is needed.
        NotNeeded = "not_needed", "incidents-stage-not-needed";
        Closed = "closed", "incidents-stage-closed";
    }
}

/// What can be done with a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Move {
    /// The reporter tells more.
    More,
    Assess,
    /// Hand to the information security officer.
    Hand,
    Notify,
    NotNeeded,
    /// Decide about telling the people concerned.
    People,
    /// Ask the reporter something.
    Ask,
    /// Answer the reporter.
    Respond,
    Close,
    Reopen,
    /// Treat it from now on in another case about the same event.
    Merge,
}

/// A step with what must be known for it. Its words stand beside it, so that they can be erased alone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Step {
    /// With the time at which the reporter noticed it, which an assessment may correct.
    Report(When),
    More,
    /// The data protection officer has taken it up.
    TakeUp,
    Assess(Box<Assessment>),
    Hand,
    Notify(Notified),
    /// The reasons for a delay that showed afterwards (article 33(1)).
    Delay,
    NotNeeded,
    People(People),
    Ask,
    Respond,
    Close,
    Reopen,
    /// It goes on in this other case; its reporter is still answered.
    Merge(CaseId),
    /// It came from another system, as part of history: closed, and never assessed here.
    Import(Box<Imported>),
    /// The link to the reporter was taken out.
    Forget,
    /// Why it could happen, as it was found afterwards.
    Root(Cause),
    /// What it is about, as the officer sees it: the reporter may have left it open.
    About(About),
    /// When it happened, as something of ours knows it before anybody assessed it.
    Occurred(When),
    /// Its personal content was erased under a decision.
    Dispose,
}

/// A step that was taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    pub at: Moment,
    pub step: Step,
    pub words: String,
    /// The mark of who took it; the reporter's own steps carry none of a person.
    pub by: String,
}

impl Stage {
    /// What the reporter is told about it. `learned`: a lesson from it is published.
    pub fn status(self, learned: bool) -> &'static str {
        match self {
            Stage::Reported => "incidents-status-received",
            Stage::Assessed | Stage::Notified | Stage::NotNeeded => "incidents-status-looked-at",
            Stage::Closed if learned => "incidents-status-learned",
            Stage::Closed => "incidents-status-handled",
        }
    }

    /// The stage after a move.
    ///
    /// # Errors
    /// The message that says why this is not possible now.
    pub fn next(self, to: Move, now: Situation) -> Result<Stage, &'static str> {
        match (self, to) {
            (Stage::Closed, Move::Reopen) if now.unassessed => Ok(Stage::Reported),
            (Stage::Closed, Move::Reopen) => Ok(now.decided.unwrap_or(Stage::Assessed)),
            // Who told of the same event is thanked and answered too.
            (Stage::Closed, Move::Respond) if now.merged && now.reporter => Ok(Stage::Closed),
            (Stage::Closed, _) => Err("incidents-refused-closed"),
            (_, Move::Reopen) => Err("incidents-refused-open"),
            (_, Move::More) => Ok(self),
            (_, Move::Hand) if now.handed => Err("incidents-refused-handed"),
            (_, Move::Hand) => Ok(self),
            (Stage::Notified, Move::Merge) => Err("incidents-refused-merge-notified"),
            (_, Move::Merge) => Ok(Stage::Closed),
            (_, Move::Ask | Move::Respond) if !now.reporter => Err("incidents-refused-no-reporter"),
            (_, Move::Ask | Move::Respond) => Ok(self),
            // What was told to the authority stays told; a decision to leave it rests on the assessment before it.
            (Stage::Notified, Move::Assess) => Ok(Stage::Notified),
            (_, Move::Assess) => Ok(Stage::Assessed),
            (Stage::Reported, _) => Err("incidents-refused-not-assessed"),
            (_, Move::Close) => self.close(now),
            (_, Move::Notify | Move::NotNeeded | Move::People) if !now.breach => {
                Err("incidents-refused-no-breach")
            }
            (_, Move::Notify) => Ok(Stage::Notified),
            (Stage::Notified, Move::NotNeeded) => Err("incidents-refused-notified"),
            (_, Move::NotNeeded) => Ok(Stage::NotNeeded),
            (_, Move::People) => Ok(self),
        }
    }

    /// A breach is closed after its decisions: about the authority, and about the people concerned when the authority
    /// was told of a risk to them (article 34). A case with a reporter is closed after the answer (facts § 10, rule 5).
    fn close(self, now: Situation) -> Result<Stage, &'static str> {
        if self == Stage::Assessed && now.breach {
            Err("incidents-refused-undecided")
        } else if self == Stage::Notified && now.breach && !now.people {
            Err("incidents-refused-people")
        } else if now.reporter && !now.answered {
            Err("incidents-refused-unanswered")
        } else {
            Ok(Stage::Closed)
        }
    }
}

/// What decides which moves are possible, besides the stage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Situation {
    pub breach: bool,
    /// Notified or not needed, whichever holds.
    pub decided: Option<Stage>,
    /// It is decided whether the people concerned are told.
    pub people: bool,
    /// There is somebody who can be answered.
    pub reporter: bool,
    pub answered: bool,
    pub handed: bool,
    /// It goes on in another case.
    pub merged: bool,
    /// Nobody has said yet what it was.
    pub unassessed: bool,
}

/// A case after its steps.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Standing {
    pub stage: Stage,
    /// When the data protection officer took it up; the assessment does so at the latest.
    pub triaged: Option<Moment>,
    pub assessment: Option<Assessment>,
    pub notified: Option<Notified>,
    /// The reasons for a delay are written, with the notification or after it.
    pub excused: bool,
    pub declined: bool,
    pub people: Option<People>,
    pub answered: Option<Moment>,
    pub handed: Option<Moment>,
    pub closed: Option<Moment>,
    /// The case in which it goes on.
    pub merged: Option<CaseId>,
    /// What another system said of it, when it came from there.
    pub imported: Option<Box<Imported>>,
    pub disposed: bool,
}

impl Standing {
    /// The steps one after another; each was possible when it was taken.
    pub fn of<'a>(steps: impl IntoIterator<Item = (Moment, &'a Step)>) -> Standing {
        let mut standing = Standing::default();
        for (at, step) in steps {
            standing.take(at, step);
        }
        standing
    }

    pub fn situation(&self, reporter: bool) -> Situation {
        Situation {
            breach: self.breach() == Some(true),
            decided: self.decided(),
            people: self.people.is_some(),
            reporter,
            answered: self.answered.is_some(),
            handed: self.handed.is_some(),
            merged: self.merged.is_some(),
            unassessed: self.assessment.is_none(),
        }
    }

    /// Whether it is a personal data breach; none while nobody has decided.
    pub fn breach(&self) -> Option<bool> {
        self.assessment.as_ref().map(Assessment::breach)
    }

    /// When the controller became aware of the breach.
    pub fn aware(&self) -> Option<Moment> {
        self.assessment
            .as_ref()
            .and_then(|assessment| assessment.aware)
    }

    /// Whether the reasons for a delay are missing. It stays so until they are written.
    pub fn reasons_missing(&self, now: Moment) -> bool {
        let notified = self.notified.as_ref().map(|notified| notified.at);
        let over = self.declined || self.closed.is_some();
        reasons_missing((self.aware(), notified), over, self.excused, now)
    }

    fn decided(&self) -> Option<Stage> {
        match (&self.notified, self.declined) {
            (Some(_), _) => Some(Stage::Notified),
            (None, true) => Some(Stage::NotNeeded),
            (None, false) => None,
        }
    }

    /// Takes a step that was allowed.
    pub fn take(&mut self, at: Moment, step: &Step) {
        if let Some(to) = step.is()
            && let Ok(stage) = self.stage.next(to, self.situation(true).waived())
        {
            self.stage = stage;
        }
        if matches!(step, Step::TakeUp | Step::Assess(_)) {
            self.triaged = self.triaged.or(Some(at));
        }
        match step {
            Step::Assess(assessment) => {
                self.assessment = Some((**assessment).clone());
                self.declined = false;
            }
            Step::Notify(notified) => {
                // A notification that was late when it was written down was not taken without its reasons.
                self.excused |= notified.late;
                (self.notified, self.declined) = (Some(notified.clone()), false)
            }
            Step::Delay => self.excused = true,
            Step::NotNeeded => self.declined = true,
            Step::People(people) => self.people = Some(people.clone()),
            Step::Respond => self.answered = Some(at),
            Step::Hand => self.handed = Some(at),
            Step::Close => self.closed = Some(at),
            Step::Reopen => (self.closed, self.merged) = (None, None),
            Step::Merge(into) => (self.closed, self.merged) = (Some(at), Some(*into)),
            Step::Import(imported) => {
                self.stage = Stage::Closed;
                (self.closed, self.imported) = (Some(at), Some(imported.clone()));
            }
            Step::Root(cause) => {
                if let Some(assessment) = &mut self.assessment {
                    assessment.cause = *cause;
                }
            }
            Step::Dispose => self.disposed = true,
            Step::Report(_)
            | Step::More
            | Step::Ask
            | Step::TakeUp
            | Step::Forget
            | Step::About(_)
            | Step::Occurred(_) => {}
        }
    }
}

impl Situation {
    /// For reading what has happened: what was owed was asked when the case was closed, by the rules of then, and the
    /// reporter may be forgotten since.
    fn waived(self) -> Situation {
        Situation {
            answered: true,
            people: true,
            ..self
        }
    }
}

#[cfg(test)]
impl Move {
    pub const ALL: [Move; 11] = [
        Move::Ask,
        Move::More,
        Move::Assess,
        Move::Hand,
        Move::Notify,
        Move::NotNeeded,
        Move::People,
        Move::Respond,
        Move::Close,
        Move::Reopen,
        Move::Merge,
    ];
}
