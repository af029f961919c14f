//! Numbers as the sheet writes them. A value is rounded once, here, for all files: more decimals of a share in
//! the open data than on paper would give its parts back.

use kit::words::Tongue;

use crate::year::catalogue::Unit;

/// For files that programs read: a decimal point, no grouping; a date as year-month-day.
pub fn plain(unit: Unit, value: f64) -> String {
    match unit {
        Unit::Date => unit.plain(value),
        _ => format!("{:.*}", usize::from(unit.digits()), unit.rounded(value)),
    }
}

/// For people, as their language writes it.
pub fn shown(w: &Tongue, unit: Unit, value: f64) -> String {
    unit.show(w, value)
}

/// The change with its sign. That of a share is in percentage points, never in per cent.
pub fn change(w: &Tongue, unit: Unit, before: f64, now: f64) -> String {
    let change = unit.show_change(w, now - before);
    if unit == Unit::Percent {
        w.one("open-points", "value", change)
    } else {
        change
    }
}
