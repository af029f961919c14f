//! A significant incident in the sense of NIS2 article 23 (facts § 6): a case of its own beside the breach, with its
//! own clocks and a link.

use kit::clock::{Moment, Zone};
use kit::form::{self, Faults, Fields};

use super::super::super::model::{Possible, When, check_possible};
use super::clocks::Countdown;
use super::table::{Law, Rule};

kit::choices! {
    /// Yes, no, or not known yet: what the early warning asks (article 23(4)(a)).
    pub enum Suspected {
        Yes = "yes", "incidents-law-suspected-yes";
        No = "no", "incidents-law-suspected-no";
        Unknown = "unknown", "incidents-law-suspected-unknown";
    }
}

kit::choices! {
    /// What is done with such a case.
    pub enum Deed {
        EarlyWarning = "early_warning", "incidents-law-rule-early-warning";
        IncidentNotification = "incident_notification", "incidents-law-rule-incident-notification";
        Intermediate = "intermediate", "incidents-law-deed-intermediate";
        FinalReport = "final_report", "incidents-law-rule-final-report";
        /// The reasons for a delay.
        Delay = "delay", "incidents-law-step-delay";
        /// It turned out not to be significant.
        Withdraw = "withdraw", "incidents-law-deed-withdraw";
    }
}

/// A case that may be stored.
#[derive(Clone, Debug)]
pub struct Significant {
    pub service: String,
    pub words: String,
    pub aware: Moment,
    pub malicious: Suspected,
    pub cross_border: Suspected,
}

impl Significant {
    /// # Errors
    /// No service, no reasons why it stands under the law and is significant, no or an impossible time.
    pub fn typed(fields: &Fields, possible: Possible, zone: &Zone) -> Result<Significant, Faults> {
        let mut faults = Faults::new();
        let service = form::required(
            fields,
            &mut faults,
            "service",
            "incidents-law-fault-service",
            200,
        );
        let words = form::required(
            fields,
            &mut faults,
            "words",
            "incidents-fault-reason",
            10_000,
        );
        let aware = form::moment(fields, &mut faults, "aware", zone);
        form::need(&mut faults, "aware", "incidents-law-fault-aware", &aware);
        let when = aware.map_or(When::Unknown, When::At);
        check_possible(&mut faults, "aware", when, possible, zone);
        let malicious = form::choice(fields, &mut faults, "malicious", Suspected::parse);
        let cross_border = form::choice(fields, &mut faults, "cross_border", Suspected::parse);
        faults.into_result(Significant {
            service,
            words,
            aware: aware.unwrap_or(possible.now),
            malicious: malicious.unwrap_or(Suspected::Unknown),
            cross_border: cross_border.unwrap_or(Suspected::Unknown),
        })
    }
}

/// Where such a case stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    pub warned: Option<Moment>,
    pub notified: Option<Moment>,
    pub reported: Option<Moment>,
    pub excused: bool,
    pub withdrawn: bool,
}

impl Progress {
    pub fn take(&mut self, deed: Deed, at: Moment) {
        match deed {
            Deed::EarlyWarning => self.warned = self.warned.or(Some(at)),
            Deed::IncidentNotification => self.notified = self.notified.or(Some(at)),
            Deed::FinalReport => self.reported = self.reported.or(Some(at)),
            Deed::Delay => self.excused = true,
            Deed::Withdraw => self.withdrawn = true,
            Deed::Intermediate => {}
        }
    }

    /// Whether it may be done now.
    ///
    /// # Errors
    /// The message that says why not.
    pub fn may(&self, deed: Deed) -> Result<(), &'static str> {
        let done = match deed {
            Deed::EarlyWarning => self.warned.is_some() || self.notified.is_some(),
            Deed::IncidentNotification => self.notified.is_some(),
            Deed::FinalReport => self.reported.is_some(),
            Deed::Intermediate | Deed::Delay | Deed::Withdraw => false,
        };
        if self.withdrawn {
            Err("incidents-law-refused-withdrawn")
        } else if done {
            Err("incidents-law-refused-done")
        } else if deed == Deed::FinalReport && self.notified.is_none() {
            Err("incidents-law-refused-final")
        } else {
            Ok(())
        }
    }

    /// Its clocks under a law. A notification within 24 hours is the early warning too; the final report's month
    /// begins when the notification was submitted.
    pub fn clocks(&self, law: &Law, aware: Moment, now: Moment, zone: &Zone) -> Vec<Countdown> {
        let off = self.withdrawn;
        let clock = |rule, start, met| Countdown::of(law, rule, start, (met, off), now, zone);
        let warned = self.warned.or(self.notified);
        let mut clocks = vec![
            clock(Rule::EarlyWarning, aware, warned),
            clock(Rule::IncidentNotification, aware, self.notified),
        ];
        if let Some(notified) = self.notified {
            clocks.push(clock(Rule::FinalReport, notified, self.reported));
        }
        clocks.into_iter().flatten().collect()
    }
}

/// Something was submitted: when, and the authority's reference or the reasons in words.
#[derive(Clone, Debug)]
pub struct Submitted {
    pub deed: Deed,
    pub at: Moment,
    pub words: String,
}

impl Submitted {
    /// # Errors
    /// No time, one in the future or before the awareness; late, withdrawn or excused without reasons.
    pub fn typed(
        fields: &Fields,
        progress: &Progress,
        aware: Moment,
        (now, zone): (Moment, &Zone),
        law: &Law,
    ) -> Result<Submitted, Faults> {
        let mut faults = Faults::new();
        let deed = form::choice(fields, &mut faults, "deed", Deed::parse);
        form::need(&mut faults, "deed", "incidents-law-fault-deed", &deed);
        let deed = deed.unwrap_or(Deed::Delay);
        let submits = !matches!(deed, Deed::Delay | Deed::Withdraw);
        let at = form::moment(fields, &mut faults, "at", zone).filter(|_| submits);
        if submits {
            form::need(&mut faults, "at", "incidents-law-fault-submitted", &at);
        }
        let at = at.unwrap_or(now);
        if at > now {
            faults.add("at", "incidents-fault-future");
        }
        if at < aware {
            faults.add("at", "incidents-law-fault-before-aware");
        }
        let words = form::optional(fields, &mut faults, "words", 10_000).unwrap_or_default();
        let mut after = progress.clone();
        after.take(deed, at);
        let late = |progress: &Progress| {
            let clocks = progress.clocks(law, aware, now, zone);
            clocks
                .iter()
                .filter(|clock| clock.met.is_some() && clock.stand.late())
                .count()
        };
        if words.is_empty() && (!submits || late(&after) > late(progress)) {
            faults.add("words", "incidents-law-fault-late");
        }
        faults.into_result(Submitted { deed, at, words })
    }
}
