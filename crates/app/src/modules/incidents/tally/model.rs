//! What is counted: what it was like, and how many.

use kit::form::{self, Faults, Fields};

use super::super::model::About;

/// More at once is a typing error, or something that deserves a report.
pub const MOST: i64 = 50;

/// An entry that may be stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    pub about: About,
    pub number: i64,
}

impl Tally {
    /// What can be counted: the kinds of an event; "a near miss" is what all of them are.
    pub fn choices() -> impl Iterator<Item = About> {
        About::ALL
            .iter()
            .copied()
            .filter(|about| !matches!(about, About::NearMiss | About::Risk))
    }

    /// # Errors
    /// Nothing chosen; no number from 1 to [`MOST`].
    pub fn typed(fields: &Fields, mut faults: Faults) -> Result<Tally, Faults> {
        let known = |code: &str| Tally::choices().find(|about| about.code() == code);
        let about = form::choice(fields, &mut faults, "about", known);
        form::need(&mut faults, "about", "incidents-fault-about", &about);
        let number = form::whole(fields, &mut faults, "number", 1, MOST);
        form::need(
            &mut faults,
            "number",
            "incidents-tally-fault-number",
            &number,
        );
        faults.into_result(Tally {
            about: about.unwrap_or(About::Other),
            number: number.unwrap_or(1),
        })
    }
}
