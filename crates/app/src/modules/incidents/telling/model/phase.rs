//! The phases in which the authority is told (article 33(4); common template, part 1).

use kit::clock::{Day, Moment, Zone};
use kit::form::{self, Faults, Fields};

use super::super::super::model::{Possible, When, check_order, check_possible, notify_by};
use super::field::Field;
use super::notification::Notification;

kit::choices! {
    pub enum Phase {
        /// New and incomplete.
        Preliminary = "preliminary", "incidents-telling-phase-preliminary";
        /// Follow-up and still incomplete.
        Complementing = "complementing", "incidents-telling-phase-complementing";
        /// New or follow-up, and complete.
        Complete = "complete", "incidents-telling-phase-complete";
        /// Only after something was sent, with reasons.
        Withdrawal = "withdrawal", "incidents-telling-phase-withdrawal";
    }
}

kit::choices! {
    /// How it was handed in. The program sends nothing by itself: the authority's own service is the way.
    pub enum Way {
        Service = "service", "incidents-telling-way-service";
        SecureMail = "secure_mail", "incidents-telling-way-secure-mail";
        Post = "post", "incidents-telling-way-post";
        Phone = "phone", "incidents-telling-way-phone";
        Other = "other", "incidents-telling-other";
    }
}

impl Phase {
    /// Whether the answers that are to be determined may still be given afterwards.
    pub fn is_incomplete(self) -> bool {
        matches!(self, Phase::Preliminary | Phase::Complementing)
    }

    /// The phases that may come next. `last` is the last one sent; `told` says that the authority has been
    /// notified, be it outside this program.
    pub fn possible(last: Option<Phase>, told: bool) -> &'static [Phase] {
        match last {
            None if !told => &[Phase::Preliminary, Phase::Complete],
            None | Some(Phase::Preliminary | Phase::Complementing | Phase::Complete) => {
                &[Phase::Complementing, Phase::Complete, Phase::Withdrawal]
            }
            Some(Phase::Withdrawal) => &[],
        }
    }
}

/// What is known when a phase is to be sent.
#[derive(Clone, Copy, Debug)]
pub struct Before {
    /// When the controller became aware, as the assessment says.
    pub aware: Moment,
    /// The last phase and when it was sent.
    pub last: Option<(Phase, Moment)>,
    /// The authority was notified already, here or outside this program.
    pub told: bool,
    /// Between what the time of sending can lie; the moment of the form is its end.
    pub possible: Possible,
}

/// A phase that may be stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Sending {
    pub phase: Phase,
    pub sent: Moment,
    pub way: Way,
    /// The authority's receipt or number, when it has given one.
    pub receipt: String,
    /// By when the rest is expected to follow.
    pub rest_by: Option<Day>,
    /// Why the authority is notified: a decision of the first phase alone, empty in the others.
    pub why: String,
    /// Later than the law allows: the reasons. Only the first phase can be late (article 33(1)).
    pub delay: Option<String>,
}

#[derive(Clone, Debug, Default)]
pub struct SendingDraft {
    pub phase: Option<Phase>,
    pub sent: Option<Moment>,
    pub way: Option<Way>,
    pub receipt: String,
    pub rest_by: Option<Day>,
    pub why: String,
    pub delay: String,
}

/// Whether reasons for the delay must be given: the first phase came after the limit, exactly then.
pub fn reasons_needed(before: Before, sent: Moment) -> bool {
    !before.told && notify_by(before.aware).is_some_and(|by| sent > by)
}

impl SendingDraft {
    pub fn typed(fields: &Fields, faults: &mut Faults, zone: &Zone) -> SendingDraft {
        SendingDraft {
            phase: form::choice(fields, faults, "phase", Phase::parse),
            sent: form::moment(fields, faults, "sent", zone),
            way: form::choice(fields, faults, "way", Way::parse),
            receipt: form::optional(fields, faults, "receipt", 200).unwrap_or_default(),
            rest_by: form::day(fields, faults, "rest_by"),
            why: form::optional(fields, faults, "reason", 10_000).unwrap_or_default(),
            delay: form::optional(fields, faults, "delay_reasons", 20_000).unwrap_or_default(),
        }
    }

    /// Gives what may be stored.
    ///
    /// # Errors
    /// A phase that cannot come now or for which something is missing, an impossible time, a rest that follows before
    /// the sending, the first without a reason, late without reasons, another time of awareness than the assessment's.
    pub fn check(
        self,
        mut faults: Faults,
        notification: &Notification,
        before: Before,
        zone: &Zone,
    ) -> Result<Sending, Faults> {
        form::need(
            &mut faults,
            "phase",
            "incidents-telling-fault-phase",
            &self.phase,
        );
        form::need(
            &mut faults,
            "sent",
            "incidents-telling-fault-sent",
            &self.sent,
        );
        form::need(&mut faults, "way", "incidents-telling-fault-way", &self.way);
        let phase = self.phase.unwrap_or(Phase::Preliminary);
        if self.phase.is_some() {
            check_phase(&mut faults, phase, notification, before);
        }
        let sent = self.sent.unwrap_or(before.possible.now);
        check_possible(&mut faults, "sent", When::At(sent), before.possible, zone);
        let earliest = before.last.map_or(before.aware, |(_, at)| at);
        let pair = (When::At(earliest), When::At(sent));
        check_order(
            &mut faults,
            "sent",
            "incidents-telling-fault-sent-first",
            pair,
            zone,
        );
        let rest_by = self.rest_by.filter(|_| phase.is_incomplete());
        if rest_by.is_some_and(|day| day < zone.day_of(sent)) {
            faults.add("rest_by", "incidents-telling-fault-rest");
        }
        if !before.told && self.why.is_empty() {
            faults.add("reason", "incidents-fault-reason");
        }
        let late = reasons_needed(before, sent);
        if late && self.delay.is_empty() {
            faults.add("delay_reasons", "incidents-fault-late-reason");
        }
        faults.into_result(Sending {
            phase,
            sent,
            way: self.way.unwrap_or(Way::Other),
            receipt: self.receipt,
            rest_by,
            why: if before.told { String::new() } else { self.why },
            delay: late.then_some(self.delay),
        })
    }
}

fn check_phase(faults: &mut Faults, phase: Phase, notification: &Notification, before: Before) {
    let last = before.last.map(|(phase, _)| phase);
    if !Phase::possible(last, before.told).contains(&phase) {
        faults.add("phase", "incidents-telling-fault-not-now");
    } else if !notification.check(phase).is_empty() {
        faults.add("phase", "incidents-telling-fault-missing");
    }
    let says = notification.moment(Field::Aware);
    if phase != Phase::Withdrawal && says.is_some_and(|aware| aware != before.aware) {
        faults.add("phase", "incidents-telling-fault-aware");
    }
}
