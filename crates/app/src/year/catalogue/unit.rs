//! Units: how a value is stored, read from a form and shown.

use kit::clock::Day;
use kit::words::Tongue;

kit::choices! {
    /// What a value is measured in. A value is always a plain number.
    pub enum Unit {
        Count = "n", "year-unit-count";
        /// 0 to 100.
        Percent = "%", "year-unit-percent";
        PerThousand = "per1000", "year-unit-per-thousand";
        Hours = "h", "year-unit-hours";
        Days = "d", "year-unit-days";
        Minutes = "min", "year-unit-minutes";
        /// Person-years.
        PersonYears = "FTE", "year-unit-person-years";
        /// The number YYYYMMDD, so that it sorts and travels in files as a number. It has no change and no sum.
        Date = "date", "year-unit-date";
    }
}

impl Unit {
    /// Decimals shown.
    pub fn digits(self) -> u8 {
        match self {
            Unit::Count | Unit::Date | Unit::Minutes => 0,
            _ => 1,
        }
    }

    /// The value with the decimals that are shown. Rounded here for pages, paper and files alike, so that no two of
    /// them tell another number.
    pub fn rounded(self, value: f64) -> f64 {
        let scale = 10f64.powi(i32::from(self.digits()));
        let value = (value * scale).round() / scale;
        // Minus zero would be written "-0".
        if value == 0.0 { 0.0 } else { value }
    }

    /// What a share is multiplied by.
    pub fn factor(self) -> f64 {
        match self {
            Unit::Percent => 100.0,
            Unit::PerThousand => 1000.0,
            _ => 1.0,
        }
    }

    /// The value as the reader writes numbers: `1 204`, `12,5 %`, `3,0`, a date.
    pub fn show(self, w: &Tongue, value: f64) -> String {
        match self {
            Unit::Percent => w.percent(self.rounded(value), self.digits()),
            Unit::Date => date(value).map_or_else(|| w.decimal(value, 0), |day| w.day_short(day)),
            _ => w.decimal(self.rounded(value), self.digits()),
        }
    }

    /// A difference between two years with its sign: `+12`, `−3,5`. Of shares it is in percentage points.
    pub fn show_change(self, w: &Tongue, change: f64) -> String {
        let size = w.decimal(self.rounded(change.abs()), self.digits());
        let none = w.decimal(0.0, self.digits());
        match size {
            size if size == none => size,
            size if change < 0.0 => format!("−{size}"),
            size => format!("+{size}"),
        }
    }

    /// The greatest value that can be meant.
    pub fn greatest(self) -> f64 {
        match self {
            Unit::Percent => 100.0,
            Unit::PerThousand => 1_000_000.0,
            _ => 100_000_000.0,
        }
    }

    /// A value as it stands in a form's field or a file, without grouping.
    pub fn plain(self, value: f64) -> String {
        match self {
            Unit::Date => date(value).map_or_else(String::new, |day| day.to_string()),
            _ => format!("{value}"),
        }
    }
}

/// The day in a value of [`Unit::Date`].
pub fn date(value: f64) -> Option<Day> {
    let number = value as i64;
    Day::new(
        i16::try_from(number / 10_000).ok()?,
        i8::try_from(number / 100 % 100).ok()?,
        i8::try_from(number % 100).ok()?,
    )
}

/// A day as a value of [`Unit::Date`].
pub fn number(day: Day) -> f64 {
    f64::from(day.year()) * 10_000.0 + f64::from(day.month()) * 100.0 + f64::from(day.day())
}
