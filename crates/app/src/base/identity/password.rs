//! Passwords as argon2id.

use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::{Algorithm, Argon2, Block, Params, Version};

use super::super::{Problem, keys};
use super::Brakes;

/// OWASP's second choice of equal strength: 19 MiB, two passes, one lane.
const MEMORY: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// Room that is asked for at once, in blocks of 1 KiB: 33 MiB, of which only what a check writes to becomes memory.
/// glibc takes what is above 32 MiB from the system by itself and gives it back at once (mallopt(3),
/// M_MMAP_THRESHOLD). Anything smaller it keeps, apart for every thread that ever checked a password: 19 MiB each.
const ROOM: usize = 33 * 1024;

/// Checked where there is no account, so that the answer takes the same time. Nobody knows a password for it:
/// salt and digest are random.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$9uXnSVMWvHgQfHcXrr9Q1g$W4+pYiGCQmH1wDCCi2JmOCpYYVKSGHcGsaVs7uDu7Wk";

/// The form of a password that is stored (PHC string, with a salt of its own).
///
/// # Errors
/// [`Problem::Outside`] when the machine cannot give the memory.
pub fn hash(brakes: &Brakes, secret: &str) -> Result<String, Problem> {
    let failed = |error: &dyn std::fmt::Display| Problem::Outside(format!("password: {error}"));
    let params = Params::new(MEMORY, PASSES, LANES, None).unwrap_or_default();
    let salt = Salt::new(&keys::random::<16>()).map_err(|error| failed(&error))?;
    let written = ParamsString::try_from(&params).map_err(|error| failed(&error))?;
    let hasher = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let digest = brakes.alone(|| digest(&hasher, secret, &salt, Params::DEFAULT_OUTPUT_LEN));
    let hash = PasswordHash {
        algorithm: Algorithm::Argon2id.ident(),
        version: Some(Version::V0x13.into()),
        params: written,
        salt: Some(salt),
        hash: Some(digest.map_err(|error| failed(&error))?),
    };
    Ok(hash.to_string())
}

/// Whether the password belongs to what is stored. Without anything stored it takes as long and says no.
pub fn verifies(brakes: &Brakes, secret: &str, stored: Option<&str>) -> bool {
    let known = stored.filter(|stored| !stored.is_empty());
    let right = brakes.alone(|| fits(secret, known.unwrap_or(NOBODY)));
    right == Some(true) && known.is_some()
}

/// None where what is stored cannot be read. The digests are compared in constant time (`Output`'s own `==`).
fn fits(secret: &str, stored: &str) -> Option<bool> {
    let stored = PasswordHash::new(stored).ok()?;
    let (salt, right) = (stored.salt.as_ref()?, stored.hash.as_ref()?);
    let algorithm = Algorithm::try_from(stored.algorithm.as_str()).ok()?;
    let version = Version::try_from(stored.version?).ok()?;
    let hasher = Argon2::new(algorithm, version, Params::try_from(&stored).ok()?);
    let given = digest(&hasher, secret, salt, right.len()).ok()?;
    Some(given == *right)
}

fn digest(hasher: &Argon2<'_>, secret: &str, salt: &Salt, len: usize) -> argon2::Result<Output> {
    let blocks = hasher.params().block_count();
    let mut memory = Vec::new();
    memory
        .try_reserve_exact(blocks.max(ROOM))
        .map_err(|_| argon2::Error::OutOfMemory)?;
    memory.resize(blocks, Block::new());
    let mut out = [0; Output::MAX_LENGTH];
    let out = out.get_mut(..len).ok_or(argon2::Error::OutputTooLong)?;
    hasher.hash_password_into_with_memory(secret.as_bytes(), salt, out, &mut memory)?;
    Output::new(out).map_err(|_| argon2::Error::OutputTooLong)
}

#[cfg(test)]
mod tests {
    use super::*;
    use kit::clock::Clock;

    #[test]
    fn a_password_fits_its_own_hash_alone() {
        let brakes = Brakes::new(&Clock::system());
        let stored = hash(&brakes, "kolme pientä kissaa").unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(verifies(&brakes, "kolme pientä kissaa", Some(&stored)));
        assert!(!verifies(&brakes, "kolme pientä kissa", Some(&stored)));
        assert!(!verifies(&brakes, "kolme pientä kissaa", None));
        assert!(
            !verifies(&brakes, "", Some("")),
            "an account without a password"
        );
        assert_eq!(fits("anything", "no digest"), None);
        assert!(
            PasswordHash::new(NOBODY).is_ok(),
            "the stand-in is checked like any other"
        );
    }

    /// Digests that earlier versions stored, made by the crate itself, are read and written alike.
    #[test]
    fn the_digest_is_the_one_of_the_crate() {
        use argon2::{PasswordHasher, PasswordVerifier};
        let brakes = Brakes::new(&Clock::system());
        let params = Params::new(MEMORY, PASSES, LANES, None).unwrap();
        let theirs = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let stored = theirs.hash_password(b"tre katter").unwrap().to_string();
        assert!(verifies(&brakes, "tre katter", Some(&stored)));
        let ours = hash(&brakes, "tre katter").unwrap();
        let ours = PasswordHash::new(&ours).unwrap();
        assert!(theirs.verify_password(b"tre katter", &ours).is_ok());
    }

    /// A check gives its memory back, in whichever thread it runs.
    #[test]
    fn threads_keep_no_memory_of_a_check() {
        let resident = || {
            let status = std::fs::read_to_string("/proc/self/status").unwrap();
            let line = status.lines().find(|line| line.starts_with("VmRSS"));
            let number = line.and_then(|line| line.split_whitespace().nth(1));
            number.unwrap().parse::<u64>().unwrap() / 1024
        };
        let brakes = Brakes::new(&Clock::system());
        assert!(!verifies(&brakes, "the first", None));
        let before = resident();
        let (done, wait) = (std::sync::Barrier::new(5), std::sync::Barrier::new(5));
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    verifies(&brakes, "wrong", None);
                    done.wait();
                    wait.wait();
                });
            }
            done.wait();
            let kept = resident().saturating_sub(before);
            wait.wait();
            assert!(kept < 19, "{kept} MiB are kept");
        });
    }
}
