//! Keys for what the database alone must not tell: content that is sealed, and hashes by which somebody is found
//! again. Each family has its files in the folder of keys, `content-1.key`, `content-2.key` and so on: the highest
//! number seals and marks, the others still open and are looked for, so that keys can be changed and a backup
//! from before the change can be read.

use std::path::{Path, PathBuf};

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};

use super::super::Problem;
use super::{hex, random, secret};

/// Form of a sealed text: this byte, four bytes that name the key, 24 of nonce, the rest with its 16 of proof.
const FORM: u8 = 1;
const NAME: usize = 4;
const NONCE: usize = 24;

/// One key of a family. Its name is the beginning of its SHA-256: a file that was lost and made again under the
/// same number is another key and is told apart.
struct One {
    number: u32,
    name: [u8; NAME],
    bytes: [u8; 32],
}

/// All keys of a family, the newest first.
pub struct Ring {
    dir: PathBuf,
    family: &'static str,
    keys: Vec<One>,
}

impl Ring {
    /// Reads the family, or makes its first key.
    pub fn open(dir: &Path, family: &'static str) -> Result<Ring, Problem> {
        let mut numbers: Vec<u32> = std::fs::read_dir(dir)?
            .flatten()
            .filter_map(|entry| number(family, entry.file_name().to_str()?))
            .collect();
        if numbers.is_empty() {
            numbers.push(1);
        }
        numbers.sort_unstable_by(|a, b| b.cmp(a));
        let keys = numbers
            .into_iter()
            .map(|number| one(dir, family, number))
            .collect::<Result<Vec<_>, Problem>>()?;
        Ok(Ring {
            dir: dir.to_owned(),
            family,
            keys,
        })
    }

    /// Makes a new key, which is the newest from now on.
    pub fn renew(&mut self) -> Result<(), Problem> {
        let number = self.newest().number + 1;
        self.keys.insert(0, one(&self.dir, self.family, number)?);
        Ok(())
    }

    /// Erases all keys but the newest; how many went.
    pub fn erase_old(&mut self) -> Result<usize, Problem> {
        let old = self.keys.split_off(1);
        for key in &old {
            std::fs::remove_file(path(&self.dir, self.family, key.number))?;
        }
        Ok(old.len())
    }

    fn newest(&self) -> &One {
        &self.keys[0]
    }

    /// Names of all keys, the newest first.
    pub fn names(&self) -> Vec<String> {
        self.keys.iter().map(|key| hex(&key.name)).collect()
    }

    pub fn seal(&self, place: &str, plain: &[u8]) -> Result<Vec<u8>, Problem> {
        let key = self.newest();
        let nonce: [u8; NONCE] = random();
        let payload = Payload {
            msg: plain,
            aad: place.as_bytes(),
        };
        let hidden = cipher(key)
            .encrypt(&XNonce::from(nonce), payload)
            .map_err(|_| Problem::Outside("content is too large to seal".into()))?;
        let mut sealed = Vec::with_capacity(1 + NAME + NONCE + hidden.len());
        sealed.push(FORM);
        sealed.extend_from_slice(&key.name);
        sealed.extend_from_slice(&nonce);
        sealed.extend_from_slice(&hidden);
        Ok(sealed)
    }

    pub fn unseal(&self, place: &str, sealed: &[u8]) -> Result<Vec<u8>, Problem> {
        let broken = || Problem::Outside("sealed content is damaged or from another place".into());
        let (name, rest) = parts(sealed).ok_or_else(broken)?;
        let key = self.keys.iter().find(|key| key.name == name);
        let key = key.ok_or_else(|| {
            Problem::Outside(format!(
                "the key {} of {} is missing",
                hex(&name),
                self.family
            ))
        })?;
        let (nonce, hidden) = rest.split_at(NONCE);
        let nonce: [u8; NONCE] = nonce.try_into().map_err(|_| broken())?;
        let payload = Payload {
            msg: hidden,
            aad: place.as_bytes(),
        };
        cipher(key)
            .decrypt(&XNonce::from(nonce), payload)
            .map_err(|_| broken())
    }

    /// Whether the newest key sealed it.
    pub fn is_fresh(&self, sealed: &[u8]) -> bool {
        parts(sealed).is_some_and(|(name, _)| name == self.newest().name)
    }

    /// HMAC-SHA-256 (RFC 2104) under each key, the newest first.
    pub fn marks(&self, purpose: &str, text: &str) -> Vec<String> {
        self.keys
            .iter()
            .map(|key| mark(&key.bytes, purpose, text))
            .collect()
    }

    /// The same under the newest key alone.
    pub fn mark(&self, purpose: &str, text: &str) -> String {
        mark(&self.newest().bytes, purpose, text)
    }
}

fn mark(key: &[u8; 32], purpose: &str, text: &str) -> String {
    // A key shorter than the block is filled up with zeros (RFC 2104, 2).
    let mut block = [0; 64];
    block[..32].copy_from_slice(key);
    let mut mac = Hmac::<Sha256>::new(&block.into());
    mac.update(purpose.as_bytes());
    mac.update(&[0]);
    mac.update(text.as_bytes());
    hex(&mac.finalize().into_bytes())
}

fn cipher(key: &One) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&Key::from(key.bytes))
}

fn parts(sealed: &[u8]) -> Option<([u8; NAME], &[u8])> {
    let rest = sealed.strip_prefix(&[FORM])?;
    let (name, rest) = rest.split_at_checked(NAME)?;
    (rest.len() >= NONCE).then_some((name.try_into().ok()?, rest))
}

fn path(dir: &Path, family: &str, number: u32) -> PathBuf {
    dir.join(format!("{family}-{number}.key"))
}

fn number(family: &str, file: &str) -> Option<u32> {
    let rest = file.strip_prefix(family)?.strip_prefix('-')?;
    rest.strip_suffix(".key")?.parse().ok()
}

fn one(dir: &Path, family: &str, number: u32) -> Result<One, Problem> {
    let bytes = secret(&path(dir, family, number))?;
    let mut name = [0; NAME];
    name.copy_from_slice(&Sha256::digest(bytes)[..NAME]);
    Ok(One {
        number,
        name,
        bytes,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(dir: &Path) -> Ring {
        Ring::open(dir, "content").unwrap()
    }

    #[test]
    fn sealed_content_opens_at_its_place_alone() {
        let dir = tempfile::tempdir().unwrap();
        let ring = ring(dir.path());
        let sealed = ring.seal("letters.text/1", b"Dear Anna").unwrap();
        assert_eq!(
            ring.unseal("letters.text/1", &sealed).unwrap(),
            b"Dear Anna"
        );
        assert!(ring.unseal("letters.text/2", &sealed).is_err());
        assert!(!sealed.windows(4).any(|bytes| bytes == b"Anna"));
        for at in 0..sealed.len() {
            let mut other = sealed.clone();
            other[at] ^= 1;
            assert!(ring.unseal("letters.text/1", &other).is_err(), "byte {at}");
            assert!(ring.unseal("letters.text/1", &sealed[..at]).is_err());
        }
        let again = ring.seal("letters.text/1", b"Dear Anna").unwrap();
        assert_ne!(sealed, again, "the same text looks different each time");
    }

    #[test]
    fn a_new_key_seals_and_old_ones_open_until_they_are_erased() {
        let dir = tempfile::tempdir().unwrap();
        let mut ring = ring(dir.path());
        let (old, mark) = (ring.seal("p", b"old").unwrap(), ring.mark("a", "x"));
        ring.renew().unwrap();
        assert!(!ring.is_fresh(&old));
        assert_eq!(ring.unseal("p", &old).unwrap(), b"old");
        assert_ne!(ring.mark("a", "x"), mark);
        assert!(ring.marks("a", "x").contains(&mark));
        let mut again = Ring::open(dir.path(), "content").unwrap();
        assert_eq!(again.names(), ring.names());
        assert_eq!(again.erase_old().unwrap(), 1);
        assert!(again.unseal("p", &old).is_err());
        assert_eq!(Ring::open(dir.path(), "content").unwrap().names().len(), 1);
    }

    #[test]
    fn a_key_that_was_lost_and_made_again_is_another() {
        let dir = tempfile::tempdir().unwrap();
        let sealed = ring(dir.path()).seal("p", b"text").unwrap();
        std::fs::remove_file(dir.path().join("content-1.key")).unwrap();
        assert!(ring(dir.path()).unseal("p", &sealed).is_err());
    }

    #[test]
    fn marks_differ_by_purpose() {
        let dir = tempfile::tempdir().unwrap();
        let ring = ring(dir.path());
        assert_ne!(
            ring.mark("number", "0101800008"),
            ring.mark("address", "0101800008")
        );
        assert_eq!(ring.mark("number", "1").len(), 64);
    }
}
