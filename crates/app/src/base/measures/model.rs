//! Rules of a measure: what may follow on what, and what held on a day. Pure.

use kit::clock::{Day, Moment};
use kit::form::{self, Faults, Fields};

use super::super::organisation::PersonId;

kit::choices! {
    /// Where a measure stands.
    pub enum State {
        /// Decided, and neither done nor dropped.
        Open = "open", "measures-state-open";
        /// Done; nobody has said yet whether it worked.
        Finished = "finished", "measures-state-finished";
        /// Done, and somebody else than who did it has seen that it works.
        Verified = "verified", "measures-state-verified";
        /// Given up, with a reason.
        Dropped = "dropped", "measures-state-dropped";
    }
}

kit::choices! {
    /// What happened to a measure.
    pub enum Move {
        Entered = "entered", "measures-step-entered";
        /// Somebody became its owner.
        Taken = "taken", "measures-step-taken";
        /// It got another date.
        Postponed = "postponed", "measures-step-postponed";
        Finished = "finished", "measures-step-finished";
        /// Its effect was looked at: it works.
        Worked = "worked", "measures-step-worked";
        /// Its effect was looked at: it does not work, so the measure is open again.
        Failed = "failed", "measures-step-failed";
        Dropped = "dropped", "measures-step-dropped";
        Reopened = "reopened", "measures-step-reopened";
    }
}

impl Move {
    /// How the book calls it.
    pub fn verb(self) -> &'static str {
        match self {
            Move::Entered => "measure.add",
            Move::Taken => "measure.take",
            Move::Postponed => "measure.postpone",
            Move::Finished => "measure.finish",
            Move::Worked => "measure.verify",
            Move::Failed => "measure.fail",
            Move::Dropped => "measure.drop",
            Move::Reopened => "measure.reopen",
        }
    }

    /// What follows when it happens in a state; nothing when it cannot.
    pub fn after(self, state: State) -> Option<State> {
        match (self, state) {
            (Move::Taken | Move::Postponed | Move::Entered, State::Open) => Some(State::Open),
            (Move::Finished, State::Open) => Some(State::Finished),
            (Move::Worked, State::Finished) => Some(State::Verified),
            (Move::Failed, State::Finished) => Some(State::Open),
            (Move::Dropped, State::Open) => Some(State::Dropped),
            (Move::Reopened, State::Finished | State::Verified | State::Dropped) => {
                Some(State::Open)
            }
            _ => None,
        }
    }
}

/// One step, with what holds from it on.
#[derive(Clone, Debug, PartialEq)]
pub struct StepRow {
    pub kind: Move,
    pub at: Moment,
    /// The mark of who did it: an id, never a name.
    pub by: String,
    pub note: String,
    pub owner: Option<PersonId>,
    pub due: Option<Day>,
}

/// What held at some moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    pub state: State,
    pub owner: Option<PersonId>,
    pub due: Option<Day>,
    /// When the effect was last seen to be there.
    pub worked_at: Option<Moment>,
    /// Who finished it last.
    pub finished_by: Option<String>,
}

/// What the steps before `until` come to; nothing before the first one. Steps stand in their order.
pub fn standing(steps: &[StepRow], until: Moment) -> Option<Standing> {
    let mut now: Option<Standing> = None;
    for step in steps.iter().filter(|step| step.at < until) {
        let before = now.take();
        let state = before.as_ref().map_or(State::Open, |s| s.state);
        let (worked_at, finished_by) =
            before.map_or((None, None), |s| (s.worked_at, s.finished_by));
        now = Some(Standing {
            state: step.kind.after(state).unwrap_or(state),
            owner: step.owner,
            due: step.due,
            worked_at: if step.kind == Move::Worked {
                Some(step.at)
            } else {
                worked_at
            },
            finished_by: if step.kind == Move::Finished {
                Some(step.by.clone())
            } else {
                finished_by
            },
        });
    }
    now
}

/// Open with a date that has passed: the rule that colours the list and counts the year. On its date a measure
/// is still in time.
pub fn is_late(state: State, due: Option<Day>, day: Day) -> bool {
    state == State::Open && due.is_some_and(|due| due < day)
}

/// Characters of a note or reason.
const NOTE: usize = 4000;

/// A note or reason that must be given.
pub fn note(fields: &Fields, field: &'static str) -> Result<String, Faults> {
    let mut faults = Faults::new();
    let note = form::required(fields, &mut faults, field, form::REQUIRED, NOTE);
    faults.into_result(note)
}

/// Whether it worked, and what was seen.
pub fn effect(fields: &Fields) -> Result<(bool, String), Faults> {
    let mut faults = Faults::new();
    let worked = form::choice(fields, &mut faults, "worked", |code| match code {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    });
    form::need(&mut faults, "worked", form::REQUIRED, &worked);
    let note = form::required(fields, &mut faults, "effect", form::REQUIRED, NOTE);
    faults.into_result((worked.unwrap_or(false), note))
}

/// Another date, today or later, and why.
pub fn date(fields: &Fields, today: Day) -> Result<(Day, String), Faults> {
    let mut faults = Faults::new();
    let due = form::day(fields, &mut faults, "due");
    form::need(&mut faults, "due", form::REQUIRED, &due);
    if due.is_some_and(|due| due < today) {
        faults.add("due", "measures-due-past");
    }
    let reason = form::required(fields, &mut faults, "why-date", form::REQUIRED, NOTE);
    faults.into_result((due.unwrap_or(today), reason))
}

/// The first line of a text, short enough for a heading.
pub fn heading(text: &str) -> String {
    const MOST: usize = 90;
    let line = text.lines().next().unwrap_or("").trim();
    if line.chars().count() <= MOST {
        return line.to_owned();
    }
    let cut: String = line.chars().take(MOST).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", &cut[..end])
}
