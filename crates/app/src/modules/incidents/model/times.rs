//! The separate times of a case (facts § 2). None overwrites another, and no hour is invented for a day.

use kit::clock::{Day, Moment, Zone};
use kit::form::{self, Faults, Fields};
use serde::{Deserialize, Serialize};

/// A time as far as it is known. (Ranges and "ongoing since" belong to the whole notification form.)
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum When {
    At(Moment),
    On(Day),
    #[default]
    Unknown,
}

/// 1990-01-01T00:00Z: older times are typing errors.
const OLDEST: Moment = Moment::from_ms(631_152_000_000);

impl When {
    /// The moment when it is fully known; what is known in part enters no median.
    pub fn moment(self) -> Option<Moment> {
        match self {
            When::At(moment) => Some(moment),
            _ => None,
        }
    }

    pub fn day(self) -> Option<Day> {
        match self {
            When::On(day) => Some(day),
            _ => None,
        }
    }

    /// A day in one field and, when the time of day is known too, a moment in the other.
    pub fn typed(
        fields: &Fields,
        faults: &mut Faults,
        at: &'static str,
        day: &'static str,
        zone: &Zone,
    ) -> When {
        match form::moment(fields, faults, at, zone) {
            Some(moment) => When::At(moment),
            None => form::day(fields, faults, day).map_or(When::Unknown, When::On),
        }
    }

    /// The first moment it can have been.
    pub fn earliest(self, zone: &Zone) -> Option<Moment> {
        match self {
            When::At(moment) => Some(moment),
            When::On(day) => Some(zone.start_of(day)),
            When::Unknown => None,
        }
    }

    /// The last moment it can have been.
    pub fn latest(self, zone: &Zone) -> Option<Moment> {
        match self {
            When::At(moment) => Some(moment),
            When::On(day) => Some(Moment::from_ms(zone.end_of(day).ms() - 1)),
            When::Unknown => None,
        }
    }
}

/// Faults beside the fields: `later` lies certainly before `earlier`.
pub fn check_order(
    faults: &mut Faults,
    field: &'static str,
    message: &'static str,
    (earlier, later): (When, When),
    zone: &Zone,
) {
    if let (Some(first), Some(last)) = (earlier.earliest(zone), later.latest(zone))
        && first > last
    {
        faults.add(field, message);
    }
}

/// Neither in the future nor before anything this program is for.
pub fn check_possible(
    faults: &mut Faults,
    field: &'static str,
    when: When,
    now: Moment,
    zone: &Zone,
) {
    if when.earliest(zone).is_some_and(|first| first > now) {
        faults.add(field, "incidents-fault-future");
    }
    if when.latest(zone).is_some_and(|last| last < OLDEST) {
        faults.add(field, "incidents-fault-too-old");
    }
}
