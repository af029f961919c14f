//! What a step is called: the move it makes, the code that is stored, the message that is shown.

use super::stage::{Move, Step};

impl Step {
    /// The move it is; the first report, what belongs to no stage, and forgetting are none.
    pub fn is(&self) -> Option<Move> {
        match self {
            Step::Report(_)
            | Step::TakeUp
            | Step::Delay
            | Step::Forget
            | Step::Import(_)
            | Step::Root(_)
            | Step::About(_)
            | Step::Occurred(_)
            | Step::Dispose => None,
            Step::Merge(_) => Some(Move::Merge),
            Step::More => Some(Move::More),
            Step::Assess(_) => Some(Move::Assess),
            Step::Hand => Some(Move::Hand),
            Step::Notify(_) => Some(Move::Notify),
            Step::NotNeeded => Some(Move::NotNeeded),
            Step::People(_) => Some(Move::People),
            Step::Ask => Some(Move::Ask),
            Step::Respond => Some(Move::Respond),
            Step::Close => Some(Move::Close),
            Step::Reopen => Some(Move::Reopen),
        }
    }

    pub fn code(&self) -> &'static str {
        match self {
            Step::Report(_) => "report",
            Step::More => "more",
            Step::TakeUp => "take_up",
            Step::Delay => "delay",
            Step::Assess(_) => "assess",
            Step::Hand => "hand",
            Step::Notify(_) => "notify",
            Step::NotNeeded => "not_needed",
            Step::People(_) => "people",
            Step::Ask => "ask",
            Step::Respond => "answer",
            Step::Close => "close",
            Step::Reopen => "reopen",
            Step::Merge(_) => "merge",
            Step::Import(_) => "import",
            Step::Forget => "forget",
            Step::Root(_) => "cause",
            Step::About(_) => "about",
            Step::Occurred(_) => "occurred",
            Step::Dispose => "dispose",
        }
    }

    pub fn word(&self) -> &'static str {
        match self {
            Step::Report(_) => "incidents-step-report",
            Step::More => "incidents-step-more",
            Step::TakeUp => "incidents-law-step-take-up",
            Step::Delay => "incidents-law-step-delay",
            Step::Assess(_) => "incidents-step-assess",
            Step::Hand => "incidents-step-hand",
            Step::Notify(_) => "incidents-step-notify",
            Step::NotNeeded => "incidents-step-not-needed",
            Step::People(_) => "incidents-step-people",
            Step::Ask => "incidents-step-ask",
            Step::Respond => "incidents-step-answer",
            Step::Close => "incidents-step-close",
            Step::Reopen => "incidents-step-reopen",
            Step::Merge(_) => "incidents-step-merge",
            Step::Import(_) => "incidents-step-import",
            Step::Forget => "incidents-step-forget",
            Step::Root(_) => "incidents-step-cause",
            Step::About(_) => "incidents-field-about",
            Step::Occurred(_) => "incidents-step-occurred",
            Step::Dispose => "incidents-step-dispose",
        }
    }
}
