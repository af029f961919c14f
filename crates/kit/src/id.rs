//! Ids are types: an id of one kind of thing cannot stand for another.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

use uuid::{NoContext, Timestamp, Uuid};

use crate::clock::Moment;

/// The id of a `K`; printed as a hyphenated lower-case UUID.
pub struct Id<K>(Uuid, PhantomData<fn() -> K>);

impl<K> Id<K> {
    /// A version 7 id: sorts by its moment. Not for things whose time must not be told.
    pub fn at(moment: Moment) -> Self {
        let ms = u64::try_from(moment.ms()).unwrap_or(0);
        let stamp = Timestamp::from_unix(NoContext, ms / 1000, (ms % 1000) as u32 * 1_000_000);
        Id(Uuid::new_v7(stamp), PhantomData)
    }

    /// The lowest id that [`Id::at`] may give for that moment: what came before it is smaller.
    pub fn first_at(moment: Moment) -> Self {
        let ms = u64::try_from(moment.ms()).unwrap_or(0);
        let lowest = uuid::Builder::from_unix_timestamp_millis(ms, &[0; 10]);
        Id(lowest.into_uuid(), PhantomData)
    }

    /// A version 4 id: 122 random bits and no time inside.
    pub fn random() -> Self {
        Id(Uuid::new_v4(), PhantomData)
    }

    /// The id of these bytes, for what has a name of its own elsewhere.
    pub fn of_bytes(bytes: [u8; 16]) -> Self {
        Id(Uuid::from_bytes(bytes), PhantomData)
    }

    /// Its bytes.
    pub fn bytes(&self) -> [u8; 16] {
        self.0.into_bytes()
    }

    /// Reads the printed form.
    pub fn parse(text: &str) -> Option<Self> {
        (text.len() == 36)
            .then(|| Uuid::parse_str(text).ok())
            .flatten()
            .map(|uuid| Id(uuid, PhantomData))
    }

    /// The same id as the id of another kind, for tables that hold things of many kinds.
    pub fn of<L>(self) -> Id<L> {
        Id(self.0, PhantomData)
    }
}

impl<K> Clone for Id<K> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<K> Copy for Id<K> {}
impl<K> PartialEq for Id<K> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<K> Eq for Id<K> {}
impl<K> PartialOrd for Id<K> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl<K> Ord for Id<K> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
}
impl<K> Hash for Id<K> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<K> fmt::Display for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.as_hyphenated().fmt(f)
    }
}
impl<K> fmt::Debug for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.as_hyphenated().fmt(f)
    }
}
/// Travels in JSON as its printed form.
impl<K> serde::Serialize for Id<K> {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}
impl<'de, K> serde::Deserialize<'de> for Id<K> {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        Id::parse(&text).ok_or_else(|| serde::de::Error::custom("an id is a hyphenated UUID"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_of_a_moment_lie_between_its_first_and_the_next() {
        for ms in [0, 1, 1_790_000_000_000, (1 << 48) - 2] {
            let (first, next) = (
                Id::<()>::first_at(Moment::from_ms(ms)),
                Id::first_at(Moment::from_ms(ms + 1)),
            );
            for _ in 0..100 {
                let id = Id::at(Moment::from_ms(ms));
                assert!(first <= id && id < next, "{first} {id} {next}");
                // As text, which is what the database compares.
                assert!(first.to_string() <= id.to_string() && id.to_string() < next.to_string());
            }
        }
    }
}
