//! The times of answer of the whistleblower directive, as dated data: a change of law is a new row.

use kit::clock::Day;

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

/// Directive (EU) 2019/1937, article 9(1)(b) and (f); to be applied since 17 December 2021 (article 26(1)).
const TIMES: [(&str, i64, i64); 1] = [("2021-12-17", 7, 3)];

impl Times {
    /// What holds on a day; nothing before the directive applied.
    pub fn on(day: Day) -> Option<Times> {
        let mut rows = TIMES
            .iter()
            .filter_map(|(from, receipt_days, answer_months)| {
                Some(Times {
                    from: Day::parse(from)?,
                    receipt_days: *receipt_days,
                    answer_months: *answer_months,
                })
            });
        rows.rfind(|times| times.from <= day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_directive_has_its_first_day() {
        let on = |text: &str| Times::on(Day::parse(text).unwrap());
        assert_eq!(on("2021-12-16"), None);
        let times = on("2021-12-17").unwrap();
        assert_eq!((times.receipt_days, times.answer_months), (7, 3));
    }
}
