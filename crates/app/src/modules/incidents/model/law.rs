//! The clock of GDPR article 33(1). The hours are dated data of the part `law`: a change of law is a line there.

use kit::clock::{Moment, Zone};

use super::super::law::model::{Law, Rule};

/// Until when the authority is to be notified, exactly this moment included. The law in force is the one of the
/// awareness. (The limit is in hours, so the zone does not matter; facts § 5.)
pub fn notify_by(aware: Moment) -> Option<Moment> {
    Law::in_force()
        .due(Rule::Notify, aware, &Zone::utc())
        .map(|(due, _)| due.by)
}

/// Later than the law allows and the reasons are not written: notified late by what is known now, or still not
/// notified after the end (article 33(1)). `over`: it is not asked any more, by a decision or because the case is
/// closed. The case, the register and the queue ask this one rule.
pub fn reasons_missing(
    (aware, notified): (Option<Moment>, Option<Moment>),
    over: bool,
    excused: bool,
    now: Moment,
) -> bool {
    let Some(by) = aware.and_then(notify_by) else {
        return false;
    };
    let late = match notified {
        Some(at) => at > by,
        None => !over && now > by,
    };
    late && !excused
}

/// How a breach stands to its deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deadline {
    /// No breach, no awareness yet, or no limit: nothing runs.
    None,
    /// It was decided that no notification is needed.
    Stopped,
    /// More than half of the time is left.
    Running(Moment),
    /// Half of the time is gone.
    Near(Moment),
    /// The deadline has passed without notification or decision.
    Passed(Moment),
    InTime,
    Late,
}

impl Deadline {
    /// The rule that colours the list is the rule that counts the year.
    pub fn of(
        aware: Option<Moment>,
        notified: Option<Moment>,
        declined: bool,
        now: Moment,
    ) -> Deadline {
        let Some((aware, by)) = aware.and_then(|aware| notify_by(aware).map(|by| (aware, by)))
        else {
            return Deadline::None;
        };
        match notified {
            Some(at) if at <= by => Deadline::InTime,
            Some(_) => Deadline::Late,
            None if declined => Deadline::Stopped,
            None if now > by => Deadline::Passed(by),
            None if now.ms() - aware.ms() >= (by.ms() - aware.ms()) / 2 => Deadline::Near(by),
            None => Deadline::Running(by),
        }
    }
}
