//! The times of answer of the whistleblower directive, for the page that shows the way there. The numbers are lines
//! of the part `law`, as all limits are.

use kit::clock::Day;

use super::super::super::law::model::{Law, Length, Rule};
use crate::base::Country;

/// Within how long an internal channel must confirm a report and answer it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Times {
    /// From this day on.
    pub from: Day,
    /// Days until the confirmation.
    pub receipt_days: i64,
    /// Months from the confirmation until the answer.
    pub answer_months: i64,
}

impl Times {
    /// What holds in a country on a day (article 9(1)(b) and (f)); nothing before the directive applied, and nothing
    /// where it does not bind.
    pub fn of(country: Option<Country>, day: Day) -> Option<Times> {
        let limit = |rule| Law::in_force().limit_in(country, rule, day);
        let (receipt, answer) = (limit(Rule::Receipt)?, limit(Rule::Feedback)?);
        match (receipt.length(), answer.length()) {
            (Length::Days(days), Length::Months(months)) => Some(Times {
                from: receipt.from.max(answer.from),
                receipt_days: days.into(),
                answer_months: months.into(),
            }),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_directive_has_its_first_day() {
        let on = |text: &str| Times::of(Some(Country::Fi), Day::parse(text).unwrap());
        assert_eq!(on("2021-12-16"), None);
        let times = on("2021-12-17").unwrap();
        assert_eq!((times.receipt_days, times.answer_months), (7, 3));
        let norway = Times::of(Some(Country::No), Day::parse("2026-01-01").unwrap());
        assert_eq!(norway, None, "the directive does not bind there");
    }
}
