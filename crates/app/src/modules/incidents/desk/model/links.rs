//! How cases belong together.

use super::super::super::model::{Stage, Standing};

kit::choices! {
    /// In what way a case belongs to another.
    pub enum Tie {
        /// It goes on in the other: both tell of the same event.
        Merged = "merged", "incidents-tie-merged";
        /// It was taken out of the other: one report told of two events.
        Split = "split", "incidents-tie-split";
        /// One of several similar small breaches that are notified and decided together with the other
        /// (EDPB Guidelines 9/2022, bundled notifications).
        Bundled = "bundled", "incidents-tie-bundled";
        Cause = "cause", "incidents-tie-cause";
        /// It happened again although something was done after the other.
        Recurrence = "recurrence", "incidents-tie-recurrence";
        Supplier = "supplier", "incidents-tie-supplier";
        /// The same event under the cybersecurity law: two cases with two clocks (facts § 6).
        Twin = "nis2", "incidents-tie-nis2";
    }
}

/// The ties that an officer chooses; the others follow from merging, splitting and bundling.
pub const CHOSEN: [Tie; 4] = [Tie::Cause, Tie::Recurrence, Tie::Supplier, Tie::Twin];

impl Tie {
    /// The same tie, read from the other case.
    pub fn back(self) -> &'static str {
        match self {
            Tie::Merged => "incidents-tie-merged-back",
            Tie::Split => "incidents-tie-split-back",
            Tie::Bundled => "incidents-tie-bundled-back",
            Tie::Recurrence => "incidents-tie-recurrence-back",
            same => same.word(),
        }
    }

    /// Whether it may be ended as a mistake. A merge ends when the case is opened again; a split stays true.
    pub fn may_end(self) -> bool {
        !matches!(self, Tie::Merged | Tie::Split)
    }
}

/// Whether a case may be bundled: a breach about which nothing is decided yet.
pub fn may_bundle(standing: &Standing) -> Result<(), &'static str> {
    if standing.breach() != Some(true) {
        Err("incidents-refused-no-breach")
    } else if standing.stage != Stage::Assessed {
        Err("incidents-refused-bundle-decided")
    } else {
        Ok(())
    }
}

/// Whether other cases may be merged into this one.
pub fn may_take_in(standing: &Standing) -> Result<(), &'static str> {
    if standing.merged.is_some() || standing.stage == Stage::Closed {
        Err("incidents-refused-merge-closed")
    } else {
        Ok(())
    }
}
