//! The figures of significant incidents (`inc.nis2.*`): those of which a service in scope became aware in the year,
//! and what of them was done in time by its end.

use std::collections::{BTreeMap, BTreeSet};

use kit::clock::Moment;
use kit::db::Conn;

use super::super::CaseId;
use super::model::{Covered, Law, Progress, Rule, Stand};
use super::store::{self, DoneBy};
use crate::base::Problem;
use crate::base::figure::{Period, Reading};
use crate::base::organisation::{self, ControllerId};

/// The keys: all of them, and those where a deed was done in time.
pub const KEYS: [(&str, Option<Rule>); 4] = [
    ("inc.nis2.significant", None),
    ("inc.nis2.early_warning_24h", Some(Rule::EarlyWarning)),
    (
        "inc.nis2.notification_72h",
        Some(Rule::IncidentNotification),
    ),
    ("inc.nis2.final_1_month", Some(Rule::FinalReport)),
];

/// A significant incident of the period, as of its end.
#[derive(Clone, Debug)]
pub struct Counted {
    pub case: CaseId,
    pub number: String,
    pub controller: ControllerId,
    /// The rules that were kept.
    kept: BTreeSet<Rule>,
}

impl Counted {
    pub fn holds(&self, rule: Option<Rule>) -> bool {
        rule.is_none_or(|rule| self.kept.contains(&rule))
    }
}

/// What a period has.
#[derive(Debug)]
pub struct OfPeriod {
    pub all: Vec<Counted>,
    /// Controllers with a service under the law, as far as this program knows: their country's law names
    /// municipalities, or the service once had a significant incident. With the rules that have a limit in that law
    /// which somebody has verified.
    served: BTreeMap<String, BTreeSet<Rule>>,
}

/// # Errors
/// What the database says.
pub fn of_period(conn: &Conn, period: &Period) -> Result<OfPeriod, Problem> {
    let rows = store::done_by(conn, period.until)?;
    Ok(OfPeriod {
        served: served(conn, &rows, period)?,
        all: rows
            .iter()
            .filter(|row| row.aware >= period.from && !row.progress.withdrawn)
            .map(|row| counted(row, period))
            .collect(),
    })
}

fn served(
    conn: &Conn,
    rows: &[DoneBy],
    period: &Period,
) -> Result<BTreeMap<String, BTreeSet<Rule>>, Problem> {
    let mut served = BTreeMap::new();
    // A company is none of the municipality's services.
    for one in organisation::controllers(conn, period.first, period.last)? {
        let law = Law::in_force_in(one.country);
        let scope = law.scope(period.last);
        if !one.company && scope.is_some_and(|scope| scope.municipality == Covered::Whole) {
            served.insert(one.id.to_string(), limits(law, period));
        }
    }
    for row in rows {
        let own = limits(Law::in_force_in(row.country), period);
        let rules: &mut BTreeSet<Rule> = served.entry(row.controller.to_string()).or_default();
        rules.extend(own);
    }
    Ok(served)
}

/// The rules of the figures that have a limit.
fn limits(law: &Law, period: &Period) -> BTreeSet<Rule> {
    let rules = KEYS.iter().filter_map(|(_, rule)| *rule);
    rules
        .filter(|rule| law.limit(*rule, period.last).is_some())
        .collect()
}

fn counted(row: &DoneBy, period: &Period) -> Counted {
    let law = Law::in_force_in(row.country);
    let clocks = clocks(law, &row.progress, row.aware, period);
    Counted {
        case: row.case,
        number: row.number.clone(),
        controller: row.controller,
        kept: clocks,
    }
}

fn clocks(law: &Law, progress: &Progress, aware: Moment, period: &Period) -> BTreeSet<Rule> {
    progress
        .clocks(law, aware, period.until, &period.zone)
        .into_iter()
        .filter(|clock| clock.stand == Stand::Met)
        .map(|clock| clock.rule)
        .collect()
}

impl OfPeriod {
    /// The readings of one controller, or of the whole group. Not available where no service is in scope or no limit
    /// has been verified; never 0 then.
    pub fn read(&self, controller: Option<ControllerId>, to: &mut Vec<Reading>) {
        let known = |rule: Option<Rule>| {
            let of = self
                .served
                .iter()
                .filter(|(id, _)| controller.is_none_or(|one| one.to_string() == **id));
            of.map(|(_, limits)| limits)
                .any(|limits| rule.is_none_or(|rule| limits.contains(&rule)))
        };
        for (key, rule) in KEYS {
            let value = known(rule).then(|| self.behind(rule, controller).count() as f64);
            to.push(Reading::amount(key, controller, value));
        }
    }

    /// The incidents that a figure counts.
    pub fn behind(
        &self,
        rule: Option<Rule>,
        controller: Option<ControllerId>,
    ) -> impl Iterator<Item = &Counted> {
        self.all.iter().filter(move |one| {
            controller.is_none_or(|wanted| wanted == one.controller) && one.holds(rule)
        })
    }
}
