//! What another system says of a case of the past. It is advice for whoever opens the case again; nothing of it is
//! our assessment, and no clock starts from it (facts § 13).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::times::When;
use super::words::{Band, Discoverer, Kind, Nature, Origin, Outcome};

/// Where it comes from and what it says, without texts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Imported {
    /// The system or file it comes from, and its name there; together they are unique.
    pub source: String,
    pub external: String,
    /// As much as is known, never more.
    pub occurred: When,
    /// What it would be if somebody here judged it.
    pub outcome: Option<Outcome>,
    pub kinds: BTreeSet<Kind>,
    pub natures: BTreeSet<Nature>,
    pub origin: Origin,
    pub discoverer: Discoverer,
    pub people: Band,
    pub supplier: bool,
}
