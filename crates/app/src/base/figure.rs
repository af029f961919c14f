//! A number of the year, with what is needed to find its rows again.

use kit::clock::{Day, Moment, Zone};

use super::organisation::ControllerId;

/// A calendar year in the municipality's time zone, read as of its last day.
#[derive(Clone, Debug)]
pub struct Period {
    pub year: i32,
    pub first: Day,
    /// The cut-off day; figures of a state are read as of its end.
    pub last: Day,
    /// First moment of the year.
    pub from: Moment,
    /// First moment after the year.
    pub until: Moment,
    /// Where its days begin and end, for limits in days and months.
    pub zone: Zone,
    /// Controllers that existed on the cut-off day or at any time in the year.
    pub controllers: Vec<ControllerId>,
}

impl Period {
    /// A year by its bounds; `None` outside the calendar.
    pub fn of(year: i32, zone: &Zone, controllers: Vec<ControllerId>) -> Option<Period> {
        let first = Day::first_of_year(year)?;
        let last = Day::last_of_year(year)?;
        Some(Period {
            year,
            first,
            last,
            from: zone.start_of(first),
            until: zone.end_of(last),
            zone: zone.clone(),
            controllers,
        })
    }
}

/// One number as a room read it. `value: None` means *not available* and is never 0.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    pub key: String,
    /// `None` is the whole municipal group.
    pub controller: Option<ControllerId>,
    pub value: Option<f64>,
    /// For shares: what stands above and below the line.
    pub parts: Option<(f64, f64)>,
}

impl Reading {
    pub fn count(key: &str, controller: Option<ControllerId>, count: i64) -> Reading {
        Reading {
            key: key.to_owned(),
            controller,
            value: Some(count as f64),
            parts: None,
        }
    }

    /// A measured number (median hours, person-years); `None` is *not available*.
    pub fn amount(key: &str, controller: Option<ControllerId>, value: Option<f64>) -> Reading {
        Reading {
            key: key.to_owned(),
            controller,
            value,
            parts: None,
        }
    }

    /// A share in per cent with its parts; not available when nothing is below the line.
    pub fn share(key: &str, controller: Option<ControllerId>, above: i64, below: i64) -> Reading {
        let value = (below > 0).then(|| 100.0 * above as f64 / below as f64);
        Reading {
            key: key.to_owned(),
            controller,
            value,
            parts: Some((above as f64, below as f64)),
        }
    }
}

/// A figure whose rows are asked for.
#[derive(Clone, Debug)]
pub struct Traced {
    pub key: String,
    pub controller: Option<ControllerId>,
}
