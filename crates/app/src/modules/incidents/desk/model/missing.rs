//! What a case still lacks, read from its steps. The queue shows it, and nothing else decides what is shown.

use kit::clock::Moment;

use super::super::super::model::{Stage, Standing};

/// Something that must be there before the case is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    Assessment,
    Awareness,
    Decision,
    /// Later than the law allows, and the reasons are not written (article 33(1)).
    LateReasons,
    /// Nobody has decided whether the people concerned are told (article 34).
    People,
    Unanswered,
    MeasureOwner,
}

impl Missing {
    pub fn word(self) -> &'static str {
        match self {
            Missing::Assessment => "incidents-missing-assessment",
            Missing::Awareness => "incidents-missing-awareness",
            Missing::Decision => "incidents-missing-decision",
            Missing::LateReasons => "incidents-missing-late-reasons",
            Missing::People => "incidents-missing-people",
            Missing::Unanswered => "incidents-missing-answer",
            Missing::MeasureOwner => "incidents-missing-measure-owner",
        }
    }
}

/// What is missing now. `reporter`: somebody waits for an answer; `unowned`: a measure has no owner.
pub fn missing(standing: &Standing, reporter: bool, unowned: bool, now: Moment) -> Vec<Missing> {
    if standing.stage == Stage::Closed {
        return Vec::new();
    }
    let breach = standing.breach() == Some(true);
    let undecided = standing.notified.is_none() && !standing.declined;
    [
        (Missing::Assessment, standing.assessment.is_none()),
        (Missing::Awareness, breach && standing.aware().is_none()),
        (Missing::Decision, breach && undecided),
        (Missing::LateReasons, standing.reasons_missing(now)),
        (
            Missing::People,
            breach && standing.notified.is_some() && standing.people.is_none(),
        ),
        (Missing::Unanswered, reporter && standing.answered.is_none()),
        (Missing::MeasureOwner, unowned),
    ]
    .into_iter()
    .filter_map(|(what, lacks)| lacks.then_some(what))
    .collect()
}
