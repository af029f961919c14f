//! Rules of a measure: what may follow on what, and what held on a day. Pure.

use kit::clock::{Day, Moment};

use super::super::organisation::PersonId;

/// Where a measure stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Decided, and neither done nor dropped.
    Open,
    /// Done; nobody has said yet whether it worked.
    Finished,
    /// Done, and somebody else than who did it has seen that it works.
    Verified,
    /// Given up, with a reason.
    Dropped,
}

impl State {
    pub const ALL: [State; 4] = [
        State::Open,
        State::Finished,
        State::Verified,
        State::Dropped,
    ];

    pub fn code(self) -> &'static str {
        match self {
            State::Open => "open",
            State::Finished => "finished",
            State::Verified => "verified",
            State::Dropped => "dropped",
        }
    }

    pub fn parse(code: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// What happened to a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    Entered,
    /// Somebody became its owner.
    Taken,
    /// It got another date.
    Postponed,
    Finished,
    /// Its effect was looked at: it works.
    Worked,
    /// Its effect was looked at: it does not work, so the measure is open again.
    Failed,
    Dropped,
    Reopened,
    /// Its owner is gone from the organisation.
    Released,
}

impl Move {
    pub const ALL: [Move; 9] = [
        Move::Entered,
        Move::Taken,
        Move::Postponed,
        Move::Finished,
        Move::Worked,
        Move::Failed,
        Move::Dropped,
        Move::Reopened,
        Move::Released,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Move::Entered => "entered",
            Move::Taken => "taken",
            Move::Postponed => "postponed",
            Move::Finished => "finished",
            Move::Worked => "worked",
            Move::Failed => "failed",
            Move::Dropped => "dropped",
            Move::Reopened => "reopened",
            Move::Released => "released",
        }
    }

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
            Move::Released => "measure.release",
        }
    }

    pub fn parse(code: &str) -> Option<Move> {
        Move::ALL.into_iter().find(|one| one.code() == code)
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
            (Move::Released, state) => Some(state),
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
