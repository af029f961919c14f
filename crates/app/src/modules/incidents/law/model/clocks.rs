//! The clocks of a case: when a limit ends, how it stands, who is reminded when.

use kit::clock::{Moment, Zone};

use super::table::{Due, Law, Rule};
use crate::base::Role;

kit::choices! {
    /// When people are reminded (facts § 5).
    pub enum Level {
        Half = "half", "incidents-law-level-half";
        Twelve = "twelve", "incidents-law-level-twelve";
        Two = "two", "incidents-law-level-two";
        Passed = "passed", "incidents-law-level-passed";
    }
}

/// When each reminder of a clock is due: at half of its time, 12 and 2 hours before its end, and when it has passed.
/// What would come before the clock begins is left out; of two at one moment (half of 24 hours is 12 hours left) the
/// later level is kept, which reaches more people.
pub fn levels(start: Moment, by: Moment) -> Vec<(Level, Moment)> {
    let half = Moment::from_ms(start.ms() + (by.ms() - start.ms()) / 2);
    let all = [
        (Level::Half, half),
        (Level::Twelve, by.plus_hours(-12)),
        (Level::Two, by.plus_hours(-2)),
        // The end itself is in time; the next moment is not.
        (Level::Passed, Moment::from_ms(by.ms() + 1)),
    ];
    let mut due: Vec<(Level, Moment)> = Vec::new();
    for (level, at) in all.into_iter().filter(|(_, at)| *at > start) {
        while due.last().is_some_and(|(_, last)| *last >= at) {
            due.pop();
        }
        due.push((level, at));
    }
    due
}

/// Which of them are still to be sent for a clock that is set now: those to come, and of those that are over already
/// the last one, at once.
pub fn to_send(start: Moment, by: Moment, now: Moment) -> Vec<(Level, Moment)> {
    let all = levels(start, by);
    let over = all.iter().filter(|(_, at)| *at <= now).count();
    all.into_iter().skip(over.saturating_sub(1)).collect()
}

/// A reminder that comes so much later than it was due says so: the deadline was entered after its time, or the
/// program stood still.
pub const LATE_MINUTES: i64 = 10;

/// Who is told: those who decide first, then those who can reach them or their deputies. A circle that nobody
/// holds goes on to the next.
pub fn circle(rule: Rule, level: Level) -> &'static [Role] {
    match (rule, level) {
        (Rule::Notify, Level::Half) => &[Role::Dpo],
        (Rule::Notify, Level::Twelve) => &[Role::Dpo, Role::Secretary],
        (Rule::Notify, _) => &[Role::Dpo, Role::Secretary, Role::Ciso],
        (_, Level::Half) => &[Role::Ciso],
        (_, Level::Twelve) => &[Role::Ciso, Role::Dpo],
        (_, _) => &[Role::Ciso, Role::Dpo, Role::Secretary],
    }
}

/// When nobody in the circle is there: everybody who could act, the administrator last.
pub const LAST: [Role; 4] = [Role::Dpo, Role::Ciso, Role::Secretary, Role::Administrator];

/// How a clock stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// Nobody has to do it (any more).
    Off,
    Running,
    /// The last level that is over, before the end.
    Near(Level),
    Passed,
    Met,
    MetLate,
}

impl Stand {
    pub fn word(self) -> &'static str {
        match self {
            Stand::Off => "incidents-law-stand-off",
            Stand::Running => "incidents-law-stand-running",
            Stand::Near(_) => "incidents-law-stand-near",
            Stand::Passed => "incidents-law-stand-passed",
            Stand::Met => "incidents-law-stand-met",
            Stand::MetLate => "incidents-law-stand-met-late",
        }
    }

    /// The colour of its tag.
    pub fn class(self) -> &'static str {
        match self {
            Stand::Off | Stand::Running => "",
            Stand::Near(_) => "warn",
            Stand::Passed | Stand::MetLate => "bad",
            Stand::Met => "good",
        }
    }

    pub fn runs(self) -> bool {
        matches!(self, Stand::Running | Stand::Near(_) | Stand::Passed)
    }

    pub fn late(self) -> bool {
        matches!(self, Stand::Passed | Stand::MetLate)
    }
}

/// A clock.
#[derive(Clone, Debug)]
pub struct Countdown {
    pub rule: Rule,
    pub start: Moment,
    pub due: Due,
    /// The law that says so.
    pub source: String,
    /// The wording of the national law has not been read.
    pub note: bool,
    /// When it was done.
    pub met: Option<Moment>,
    pub stand: Stand,
}

impl Countdown {
    /// The clock of a rule from its start; none where there is no such law. `off` when it is not asked any more.
    pub fn of(
        law: &Law,
        rule: Rule,
        start: Moment,
        (met, off): (Option<Moment>, bool),
        now: Moment,
        zone: &Zone,
    ) -> Option<Countdown> {
        let (due, limit) = law.due(rule, start, zone)?;
        Some(Countdown {
            rule,
            start,
            due,
            source: limit.source.clone(),
            note: limit.note,
            met,
            stand: stand(start, due.by, (met, off), now),
        })
    }
}

fn stand(start: Moment, by: Moment, (met, off): (Option<Moment>, bool), now: Moment) -> Stand {
    match met {
        Some(at) if at <= by => Stand::Met,
        Some(_) => Stand::MetLate,
        None if off => Stand::Off,
        None if now > by => Stand::Passed,
        None => {
            let over = levels(start, by).into_iter().rfind(|(_, at)| *at <= now);
            over.map_or(Stand::Running, |(level, _)| Stand::Near(level))
        }
    }
}

impl Rule {
    pub fn code(self) -> &'static str {
        match self {
            Rule::Notify => "notify",
            Rule::EarlyWarning => "early_warning",
            Rule::IncidentNotification => "incident_notification",
            Rule::FinalReport => "final_report",
            Rule::Receipt => "receipt",
            Rule::Feedback => "feedback",
        }
    }

    pub fn parse(code: &str) -> Option<Rule> {
        Rule::ALL.into_iter().find(|rule| rule.code() == code)
    }

    pub const ALL: [Rule; 6] = [
        Rule::Notify,
        Rule::EarlyWarning,
        Rule::IncidentNotification,
        Rule::FinalReport,
        Rule::Receipt,
        Rule::Feedback,
    ];

    pub fn word(self) -> &'static str {
        match self {
            Rule::Notify => "incidents-law-rule-notify",
            Rule::EarlyWarning => "incidents-law-rule-early-warning",
            Rule::IncidentNotification => "incidents-law-rule-incident-notification",
            Rule::FinalReport => "incidents-law-rule-final-report",
            Rule::Receipt => "incidents-law-rule-receipt",
            Rule::Feedback => "incidents-law-rule-feedback",
        }
    }
}
