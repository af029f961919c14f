//! The digests of the book; pure.

use kit::clock::Moment;
use kit::db::{Row, Value};
use sha2::{Digest, Sha256};

use super::super::keys::hex;

/// What the first entry follows on.
pub const GENESIS: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// One line of the book.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub seq: i64,
    pub at: Moment,
    /// An [`super::super::Actor`]'s mark: an id, never a name.
    pub actor: String,
    pub verb: String,
    pub subject: String,
    pub commitment: Option<String>,
    pub prev: String,
    pub hash: String,
}

impl Entry {
    /// The hash this entry must carry: SHA-256 over all other fields, each with its length before it, so
    /// that no two different entries share an input.
    pub fn digest(&self) -> String {
        let mut hasher = Sha256::new();
        let numbers = [self.seq.to_string(), self.at.ms().to_string()];
        let fields = [
            numbers[0].as_str(),
            numbers[1].as_str(),
            self.actor.as_str(),
            self.verb.as_str(),
            self.subject.as_str(),
            self.commitment.as_deref().unwrap_or(""),
            self.prev.as_str(),
        ];
        for field in fields {
            put(&mut hasher, field.as_bytes());
        }
        hex(&hasher.finalize())
    }
}

/// SHA-256 over the salt and the row.
pub fn commitment(salt: &[u8], row: &Row) -> String {
    let mut hasher = Sha256::new();
    put(&mut hasher, salt);
    hasher.update(canonical(row));
    hex(&hasher.finalize())
}

/// A row as bytes: its columns in the order of their names, without the salt and without what is empty, so
/// that a column added later does not break what was written before.
pub fn canonical(row: &Row) -> Vec<u8> {
    let mut cells: Vec<(&str, &Value)> = row
        .cells()
        .filter(|(name, value)| *name != "salt" && **value != Value::Null)
        .collect();
    cells.sort_by_key(|(name, _)| *name);
    let mut bytes = Vec::new();
    for (name, value) in cells {
        push(&mut bytes, name.as_bytes());
        match value {
            Value::Null => {}
            Value::Int(number) => push(&mut bytes, number.to_string().as_bytes()),
            Value::Real(number) => push(&mut bytes, &number.to_bits().to_be_bytes()),
            Value::Text(text) => push(&mut bytes, text.as_bytes()),
            Value::Blob(blob) => push(&mut bytes, blob),
        }
    }
    bytes
}

fn put(hasher: &mut Sha256, field: &[u8]) {
    hasher.update((field.len() as u64).to_be_bytes());
    hasher.update(field);
}

fn push(bytes: &mut Vec<u8>, field: &[u8]) {
    bytes.extend_from_slice(&(field.len() as u64).to_be_bytes());
    bytes.extend_from_slice(field);
}
