//! Passwords as argon2id.

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, Version};
use argon2::{PasswordHasher, PasswordVerifier};

use super::super::Problem;
use super::Brakes;

/// OWASP's second choice of equal strength: 19 MiB, two passes, one lane.
const MEMORY: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// Checked where there is no account, so that the answer takes the same time. Nobody knows a password for it:
/// salt and digest are random.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$9uXnSVMWvHgQfHcXrr9Q1g$W4+pYiGCQmH1wDCCi2JmOCpYYVKSGHcGsaVs7uDu7Wk";

/// The form of a password that is stored (PHC string, with a salt of its own).
///
/// # Errors
/// [`Problem::Outside`] when the machine cannot give the memory.
pub fn hash(brakes: &Brakes, secret: &str) -> Result<String, Problem> {
    brakes
        .alone(|| hasher().hash_password(secret.as_bytes()))
        .map(|hash| hash.to_string())
        .map_err(|error| Problem::Outside(format!("password: {error}")))
}

/// Whether the password belongs to what is stored. Without anything stored it takes as long and says no.
pub fn verifies(brakes: &Brakes, secret: &str, stored: Option<&str>) -> bool {
    let known = stored.filter(|stored| !stored.is_empty());
    let Ok(hash) = PasswordHash::new(known.unwrap_or(NOBODY)) else {
        return false;
    };
    let right = brakes.alone(|| hasher().verify_password(secret.as_bytes(), &hash));
    right.is_ok() && known.is_some()
}

fn hasher() -> Argon2<'static> {
    let params = Params::new(MEMORY, PASSES, LANES, None).unwrap_or_default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
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
        assert!(
            PasswordHash::new(NOBODY).is_ok(),
            "the stand-in is checked like any other"
        );
    }
}
