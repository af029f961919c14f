//! The law's limits as dated data (facts § 5 and 6): read from `data/limits.toml`, with the installation's own lines
//! after them. A rule asks for the line in force on a day; nothing else in the room knows a number of hours.

use std::sync::OnceLock;

use kit::clock::{Day, Moment, Zone};
use serde::Deserialize;

use super::days::{Holiday, next_working};
pub use crate::base::Country;

/// What a limit is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// Notification of the supervisory authority, from the controller's awareness (GDPR art. 33(1)).
    Notify,
    /// NIS2 art. 23(4)(a), from awareness of a significant incident.
    EarlyWarning,
    /// NIS2 art. 23(4)(b), from the same.
    IncidentNotification,
    /// NIS2 art. 23(4)(d), from the submission of the incident notification.
    FinalReport,
    /// Directive 2019/1937 art. 9(1)(b), from the receipt of a whistleblower's report.
    Receipt,
    /// Directive 2019/1937 art. 9(1)(f), from the acknowledgement of receipt.
    Feedback,
}

/// How long a limit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    Hours(i64),
    Days(i32),
    Months(i32),
}

/// A limit that holds for what began from a day on.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    pub id: String,
    pub rule: Rule,
    pub country: Option<Country>,
    hours: Option<i64>,
    days: Option<i32>,
    months: Option<i32>,
    /// First day.
    pub from: Day,
    /// Last day, or none while it is in force.
    pub until: Option<Day>,
    pub source: String,
    /// Nobody has read the primary source: no law here until the configuration confirms it.
    #[serde(default)]
    unverified: bool,
    /// The length is the directive's; the wording of the national law has not been read.
    #[serde(default)]
    pub note: bool,
}

impl Limit {
    pub fn length(&self) -> Length {
        match (self.hours, self.days, self.months) {
            (Some(hours), ..) => Length::Hours(hours),
            (None, Some(days), _) => Length::Days(days),
            (None, None, months) => Length::Months(months.unwrap_or(0)),
        }
    }

    fn fault(&self) -> Option<String> {
        let lengths = [
            self.hours,
            self.days.map(i64::from),
            self.months.map(i64::from),
        ];
        let mut given = lengths.into_iter().flatten();
        let right = matches!((given.next(), given.next()), (Some(1..=100_000), None));
        let ordered = self.until.is_none_or(|until| self.from <= until);
        let named = !self.id.is_empty() && !self.source.is_empty();
        (!right || !ordered || !named).then(|| {
            format!(
                "limit {:?}: one of hours, days, months above 0; until not before from; a source",
                self.id
            )
        })
    }
}

/// Whether municipalities stand under a country's law on network and information systems.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Covered {
    #[serde(rename = "covered")]
    Whole,
    /// Not as such; some of its services are.
    Partly,
    /// Nobody has read the source.
    Unverified,
}

/// Who is notified of a significant incident, and whether municipalities have to.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scope {
    pub country: Country,
    pub from: Day,
    pub municipality: Covered,
    pub authority: String,
    pub source: String,
}

/// A country's own act for those who report breaches of law, as that country cites it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Act {
    pub id: String,
    pub country: Country,
    pub from: Day,
    pub name: String,
    /// Nobody has read it: its name is shown to nobody until the configuration confirms it.
    #[serde(default)]
    unverified: bool,
}

/// When a limit ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// The last moment that is in time.
    pub by: Moment,
    /// Of hours: the formal end of Regulation 1182/71, for the record and never as an extension.
    pub formal: Option<Moment>,
    /// Of days and months: the last day.
    pub last_day: Option<Day>,
    /// The last day before it was moved to a working day, when it was moved.
    pub unmoved: Option<Day>,
}

/// All lines.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Law {
    #[serde(default)]
    limit: Vec<Limit>,
    #[serde(default)]
    scope: Vec<Scope>,
    #[serde(default)]
    holiday: Vec<Holiday>,
    #[serde(default)]
    whistle: Vec<Act>,
    #[serde(skip)]
    country: Option<Country>,
}

/// The law of the installation, and the same lines as each country reads them.
struct LaidDown {
    own: Law,
    each: [Law; Country::ALL.len()],
}

impl LaidDown {
    fn new(own: Law) -> LaidDown {
        let each = Country::ALL.map(|country| own.clone().of(Some(country)));
        LaidDown { own, each }
    }
}

static IN_FORCE: OnceLock<LaidDown> = OnceLock::new();

impl Law {
    /// The law that the program counts by: what the start laid down, else what is built in.
    pub fn in_force() -> &'static Law {
        Law::in_force_in(None)
    }

    /// The same for a controller that is established in another country than the installation.
    pub fn in_force_in(country: Option<Country>) -> &'static Law {
        let laid = IN_FORCE.get_or_init(|| LaidDown::new(Law::built_in()));
        let of_country = country.and_then(|_| laid.each.iter().find(|law| law.country == country));
        of_country.unwrap_or(&laid.own)
    }

    /// Lays down the law of this installation, once, when the program starts.
    pub fn lay_down(self) {
        // A second installation in the same process (tests) counts by the first one's law.
        let _ = IN_FORCE.set(LaidDown::new(self));
    }

    /// The lines that came with the program. A test reads them, so a release has them whole.
    pub fn built_in() -> Law {
        Law::parse(include_str!("../data/limits.toml")).expect("the built-in law is well formed")
    }

    /// # Errors
    /// What is wrong with the file, in English, for whoever keeps the configuration.
    pub fn parse(text: &str) -> Result<Law, String> {
        let law: Law = toml::from_str(text).map_err(|error| error.to_string())?;
        let faults: Vec<String> = law
            .limit
            .iter()
            .filter_map(Limit::fault)
            .chain(law.holiday.iter().filter_map(Holiday::fault))
            .collect();
        if faults.is_empty() {
            Ok(law)
        } else {
            Err(faults.join("; "))
        }
    }

    /// The installation's own lines after these. Of lines for the same rule and country the one that began last
    /// holds, so that a change of law is one line more.
    #[must_use]
    pub fn with(mut self, own: Law) -> Law {
        self.limit.extend(own.limit);
        self.scope.extend(own.scope);
        self.holiday.extend(own.holiday);
        self.whistle.extend(own.whistle);
        self
    }

    /// Somebody has read the sources of these lines.
    ///
    /// # Errors
    /// An id that no line has.
    pub fn confirmed(mut self, ids: &[String]) -> Result<Law, String> {
        for id in ids {
            let mut known = false;
            for limit in self.limit.iter_mut().filter(|limit| limit.id == *id) {
                (limit.unverified, known) = (false, true);
            }
            for act in self.whistle.iter_mut().filter(|act| act.id == *id) {
                (act.unverified, known) = (false, true);
            }
            if !known {
                return Err(format!("law.confirmed: there is no limit {id:?}"));
            }
        }
        Ok(self)
    }

    #[must_use]
    pub fn of(mut self, country: Option<Country>) -> Law {
        self.country = country;
        self
    }

    pub fn country(&self) -> Option<Country> {
        self.country
    }

    /// The line in force for what began on a day: of the country, or of the Union. None where there is no law.
    pub fn limit(&self, rule: Rule, day: Day) -> Option<&Limit> {
        self.limit_in(self.country, rule, day)
    }

    /// The same for a country.
    pub fn limit_in(&self, country: Option<Country>, rule: Rule, day: Day) -> Option<&Limit> {
        let holds = |limit: &&Limit| {
            limit.rule == rule
                && !limit.unverified
                && (limit.country.is_none() || limit.country == country)
                && limit.from <= day
                && limit.until.is_none_or(|until| day <= until)
        };
        self.limit
            .iter()
            .filter(holds)
            .max_by_key(|limit| limit.from)
    }

    /// The country's own act for those who report breaches of law, once somebody has read it.
    pub fn whistle_act(&self, country: Option<Country>, day: Day) -> Option<&Act> {
        let holds = |act: &&Act| Some(act.country) == country && !act.unverified && act.from <= day;
        self.whistle.iter().filter(holds).max_by_key(|act| act.from)
    }

    /// Who is notified under the country's law on network and information systems.
    pub fn scope(&self, day: Day) -> Option<&Scope> {
        let of_country = self
            .scope
            .iter()
            .filter(|scope| Some(scope.country) == self.country && scope.from <= day);
        of_country.max_by_key(|scope| scope.from)
    }

    /// When the limit of a rule ends that began at `start`, with the line that says so. Which line holds is decided
    /// by the day in UTC, so that it is the same in every place.
    pub fn due(&self, rule: Rule, start: Moment, zone: &Zone) -> Option<(Due, &Limit)> {
        let limit = self.limit(rule, Zone::utc().day_of(start))?;
        Some((self.end(limit.length(), start, zone), limit))
    }

    fn end(&self, length: Length, start: Moment, zone: &Zone) -> Due {
        let day = zone.day_of(start);
        match length {
            Length::Hours(hours) => Due {
                by: start.plus_hours(hours),
                formal: Some(next_full_hour(start, zone).plus_hours(hours)),
                last_day: None,
                unmoved: None,
            },
            Length::Days(days) => self.end_of_day(day.plus_days(days), zone),
            Length::Months(months) => self.end_of_day(day.plus_months(months), zone),
        }
    }

    fn end_of_day(&self, day: Day, zone: &Zone) -> Due {
        let last = match self.country {
            Some(country) => next_working(day, country, &self.holiday),
            None => day,
        };
        Due {
            by: Moment::from_ms(zone.end_of(last).ms() - 1),
            formal: None,
            last_day: Some(last),
            unmoved: (last != day).then_some(day),
        }
    }
}

/// The hour in which something happens is not counted (Regulation 1182/71 art. 3(1)), also when it happens exactly
/// on the hour.
fn next_full_hour(moment: Moment, zone: &Zone) -> Moment {
    let local = zone.local(moment);
    let into = i64::from(local.minute) * 60 + i64::from(local.second);
    let whole = Moment::from_ms(moment.ms() - moment.ms().rem_euclid(1000));
    whole.plus_seconds(-into).plus_hours(1)
}
