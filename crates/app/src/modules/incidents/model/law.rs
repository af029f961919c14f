//! The time limit of GDPR article 33(1) as dated data: a change of law is a line here and nothing else.
//! (96 hours are proposed in COM(2025) 837; a proposal is no line.)

use kit::clock::{Day, Moment, Zone};

/// A limit in elapsed hours that holds for what became known from a day on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limit {
    pub hours: i64,
    /// First day, YYYY-MM-DD.
    pub from: &'static str,
    /// Last day, or none while it is in force.
    pub until: Option<&'static str>,
    pub source: &'static str,
}

/// Notification of the supervisory authority, counted from the controller's awareness. Plain hours: weekends,
/// holidays and the change of the clocks are included (Regulation 1182/71 article 3(3), facts § 5).
const NOTIFY: &[Limit] = &[Limit {
    hours: 72,
    from: "2018-05-25",
    until: None,
    source: "Regulation (EU) 2016/679 art. 33(1)",
}];

/// The limit in force on a day; before May 2018 there was none.
pub fn limit_on(day: Day) -> Option<&'static Limit> {
    let text = day.to_string();
    NOTIFY.iter().find(|limit| {
        limit.from <= text.as_str() && limit.until.is_none_or(|last| text.as_str() <= last)
    })
}

/// Until when the authority is to be notified, exactly this moment included.
pub fn notify_by(aware: Moment) -> Option<Moment> {
    limit_on(Zone::utc().day_of(aware)).map(|limit| aware.plus_hours(limit.hours))
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
