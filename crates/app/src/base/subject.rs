//! Subject(kind, id): any thing may be linked to any thing, without either knowing the other.

use std::fmt;

use kit::id::Id;

/// A thing of some room. `kind` is the room's word for it, as on its list of kept tables.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Subject {
    pub kind: String,
    pub id: String,
}

impl Subject {
    pub fn new<K>(kind: &str, id: Id<K>) -> Subject {
        Subject {
            kind: kind.to_owned(),
            id: id.to_string(),
        }
    }

    /// A thing whose id is a word of its own (a year, an installation).
    pub fn named(kind: &str, id: impl fmt::Display) -> Subject {
        Subject {
            kind: kind.to_owned(),
            id: id.to_string(),
        }
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.kind, self.id)
    }
}
