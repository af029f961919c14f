//! Keys live in files outside the database and outside its backup.

mod ring;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{PoisonError, RwLock};

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

use super::Problem;
use ring::Ring;

/// The installation's keys and the folder they are in.
pub struct Keys {
    dir: PathBuf,
    signing: SigningKey,
    /// For receipts of reports: the database alone opens no talk.
    receipts: [u8; 32],
    /// For content that is stored sealed.
    content: RwLock<Ring>,
    /// For keyed hashes by which somebody is found again.
    marks: RwLock<Ring>,
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Keys({})", self.fingerprint())
    }
}

/// The file that signs. Everything else in the folder can be made again or is a list.
pub const SIGNING: &str = "signing.key";
/// An empty file of this name says that the old key is lost for good and a new one is wanted.
const RENEW: &str = "new-key";

impl Keys {
    /// Whether the folder holds the signing key, or says that a new one is wanted.
    pub fn are_in(dir: &Path) -> bool {
        dir.join(SIGNING).exists() || dir.join(RENEW).exists()
    }

    /// Reads the keys, or makes them the first time (folder and files readable by the owner alone).
    ///
    /// # Errors
    /// [`Problem::Outside`] when the folder cannot be used or a key file is damaged.
    pub fn open(dir: &Path) -> Result<Keys, Problem> {
        folder(dir)?;
        if dir.join(RENEW).exists() {
            renew(dir)?;
        }
        let signing = SigningKey::from_bytes(&secret(&dir.join(SIGNING))?);
        let keys = Keys {
            dir: dir.to_owned(),
            signing,
            receipts: secret(&dir.join("receipts.key"))?,
            content: RwLock::new(Ring::open(dir, "content")?),
            marks: RwLock::new(Ring::open(dir, "marks")?),
        };
        let public = dir.join("signing.pub");
        if !public.exists() {
            std::fs::write(public, format!("{}\n", hex(&keys.public())))?;
        }
        Ok(keys)
    }

    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Ed25519 (RFC 8032) over `message`, 64 bytes.
    pub fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.signing.sign(message).to_bytes()
    }

    /// HMAC-SHA-256 (RFC 2104) of a message for one purpose, under the key of receipts. Fast: what goes in has at
    /// least 128 random bits, so slowness would add nothing.
    pub fn receipt_mac(&self, purpose: &str, message: &[u8]) -> [u8; 32] {
        // A key shorter than the block is filled up with zeros (RFC 2104, 2).
        let mut block = [0; 64];
        block[..32].copy_from_slice(&self.receipts);
        let mut mac = Hmac::<Sha256>::new(&block.into());
        mac.update(purpose.as_bytes());
        mac.update(&[0]);
        mac.update(message);
        mac.finalize().into_bytes().into()
    }

    /// Seals content (XChaCha20-Poly1305) for one place, `table.column/id`: nothing but this place opens it again, so
    /// that no row can be given the content of another.
    ///
    /// # Errors
    /// More than 256 GiB.
    pub fn seal(&self, place: &str, plain: &[u8]) -> Result<Vec<u8>, Problem> {
        read(&self.content).seal(place, plain)
    }

    /// The content that was sealed for this place.
    ///
    /// # Errors
    /// [`Problem::Outside`] when its key is missing, or it was changed or belongs elsewhere.
    pub fn unseal(&self, place: &str, sealed: &[u8]) -> Result<Vec<u8>, Problem> {
        read(&self.content).unseal(place, sealed)
    }

    /// Whether the newest key sealed it.
    pub fn is_fresh(&self, sealed: &[u8]) -> bool {
        read(&self.content).is_fresh(sealed)
    }

    /// A keyed hash of a text for one purpose, in hexadecimal: for storing.
    pub fn mark(&self, purpose: &str, text: &str) -> String {
        read(&self.marks).mark(purpose, text)
    }

    /// The same under every key there is, the newest first: for looking up.
    pub fn marks(&self, purpose: &str, text: &str) -> Vec<String> {
        read(&self.marks).marks(purpose, text)
    }

    /// Names of the keys of hashes, the newest first: what was stored under another one can't be found.
    pub fn mark_keys(&self) -> Vec<String> {
        read(&self.marks).names()
    }

    /// Makes new keys for content and hashes. The old ones still open, until [`Keys::erase_old`].
    pub fn renew_rings(&self) -> Result<(), Problem> {
        write(&self.content).renew()?;
        write(&self.marks).renew()
    }

    /// Erases the old keys of content and hashes; how many. What still needs them is lost, in backups too.
    pub fn erase_old(&self) -> Result<usize, Problem> {
        Ok(write(&self.content).erase_old()? + write(&self.marks).erase_old()?)
    }

    /// The public key, 32 bytes.
    pub fn public(&self) -> [u8; 32] {
        self.signing.verifying_key().to_bytes()
    }

    /// The public key and those of lost keys, which signed in their time.
    pub fn known(&self) -> Vec<[u8; 32]> {
        let mut known = vec![self.public()];
        for entry in std::fs::read_dir(&self.dir).into_iter().flatten().flatten() {
            let path = entry.path();
            let public = path.extension().is_some_and(|ending| ending == "pub");
            let text = std::fs::read_to_string(&path).ok().filter(|_| public);
            let bytes = text.and_then(|text| unhex(text.trim()));
            known.extend(bytes.and_then(|bytes| <[u8; 32]>::try_from(bytes).ok()));
        }
        known
    }

    /// The first 16 bytes of the public key's SHA-256, in groups that can be read aloud.
    pub fn fingerprint(&self) -> String {
        fingerprint(&self.public())
    }
}

fn read(ring: &RwLock<Ring>) -> std::sync::RwLockReadGuard<'_, Ring> {
    ring.read().unwrap_or_else(PoisonError::into_inner)
}

fn write(ring: &RwLock<Ring>) -> std::sync::RwLockWriteGuard<'_, Ring> {
    ring.write().unwrap_or_else(PoisonError::into_inner)
}

/// The short form of a public key for minutes and pages.
pub fn fingerprint(public: &[u8; 32]) -> String {
    let digest = hex(&Sha256::digest(public)[..16]);
    digest
        .as_bytes()
        .chunks(4)
        .map(|part| String::from_utf8_lossy(part).into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whether `signature` over `message` was made by the holder of `public`.
pub fn verifies(public: &[u8; 32], message: &[u8], signature: &[u8; 64]) -> bool {
    VerifyingKey::from_bytes(public).is_ok_and(|key| {
        key.verify_strict(message, &Signature::from_bytes(signature))
            .is_ok()
    })
}

/// 128 random bits for one row of content; see the book.
pub fn salt() -> Vec<u8> {
    random::<16>().to_vec()
}

/// Bytes from the operating system. It has no way to fail that a program could mend.
pub fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    bytes
}

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
}

/// Reads hexadecimal; `None` for anything else.
pub fn unhex(text: &str) -> Option<Vec<u8>> {
    if !text.is_ascii() || !text.len().is_multiple_of(2) {
        return None;
    }
    (0..text.len())
        .step_by(2)
        .map(|i| u8::from_str_radix(&text[i..i + 2], 16).ok())
        .collect()
}

/// Makes a folder that is nobody else's to read, where it does not exist.
///
/// # Errors
/// The system's own.
pub fn folder(dir: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(dir)
}

/// Makes room for a new key; the public half of the old one stays, so that what it signed can be checked.
fn renew(dir: &Path) -> Result<(), Problem> {
    let public = dir.join("signing.pub");
    if public.exists() && !dir.join(SIGNING).exists() {
        let text = std::fs::read_to_string(&public)?;
        let short: String = text.chars().take(8).collect();
        std::fs::rename(&public, dir.join(format!("old-{short}.pub")))?;
    }
    std::fs::remove_file(dir.join(RENEW))?;
    Ok(())
}

fn secret(path: &Path) -> Result<[u8; 32], Problem> {
    if path.exists() {
        let text = std::fs::read_to_string(path)?;
        return unhex(text.trim())
            .and_then(|bytes| bytes.try_into().ok())
            .ok_or_else(|| Problem::Outside(format!("{} is not a key", path.display())));
    }
    let bytes = random::<32>();
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    writeln!(file, "{}", hex(&bytes))?;
    file.sync_all()?;
    Ok(bytes)
}
