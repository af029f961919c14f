//! The list of an edition's files with their digests, and its signature.

use kit::clock::Day;
use kit::words::Texts;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::base::keys::hex;

/// What is signed. The book's head stands here without its number, which would let people count rows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    pub municipality: Texts,
    pub year: i32,
    pub edition: i64,
    /// Number of the approved snapshot.
    pub snapshot: i64,
    pub approved: Approved,
    pub head: Head,
    pub files: Vec<Listed>,
    /// Ed25519 public key, hexadecimal.
    pub key: String,
    /// Day of publication.
    pub made: Day,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Approved {
    pub body: Texts,
    pub day: Day,
    pub paragraph: String,
}

/// Head of the book when the figures were frozen; the minutes of the approval hold it too.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Head {
    pub hash: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Listed {
    pub name: String,
    pub sha256: String,
    pub bytes: usize,
}

/// SHA-256 in lower-case hexadecimal.
pub fn digest(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

impl Manifest {
    /// `2025.manifest.json`.
    pub fn name(year: i32) -> String {
        format!("{year}.manifest.json")
    }

    /// `2025.manifest.sig`: the signature over the manifest's bytes, 128 hexadecimal digits.
    pub fn signature_name(year: i32) -> String {
        format!("{year}.manifest.sig")
    }
}
