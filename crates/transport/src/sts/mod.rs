//! MTA-STS (RFC 8461): a domain says by HTTPS that its mail servers have good certificates. A policy that was seen
//! is kept for as long as it said, so that an attacker who blocks the next look gains nothing.

mod https;
mod policy;

use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use rustls::RootCertStore;

use crate::Deadline;
use crate::dns::Resolver;
pub use https::https;
pub use policy::{Mode, Policy};

/// After a look that failed, none for this long (RFC 8461, 3.3). Seconds.
const PAUSE: u64 = 300;
/// Domains whose failed looks are remembered.
const FAILED: usize = 10_000;
/// A policy is looked at again after this part of its time has passed.
const RENEW: u64 = 2;

/// What is needed to fetch a policy.
#[derive(Debug)]
pub struct Asking<'a> {
    pub domain: &'a str,
    pub resolver: &'a Resolver,
    pub roots: &'a Arc<RootCertStore>,
    pub port: u16,
    pub deadline: Deadline,
}

/// Fetches the text of a policy; [`https`], or what a test puts in its place.
pub type Fetch = fn(&Asking<'_>) -> Result<String, String>;

/// A policy, and when it was fetched (Unix seconds).
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Known {
    pub id: String,
    pub policy: Policy,
    pub fetched: u64,
}

impl Known {
    fn holds(&self, now: u64) -> bool {
        now < self.fetched.saturating_add(self.policy.max_age)
    }
}

/// All policies that are known.
#[derive(Debug)]
pub struct Policies {
    pub fetch: Fetch,
    /// Of the policies' servers; 443.
    pub port: u16,
    file: Option<PathBuf>,
    known: Mutex<BTreeMap<String, Known>>,
    failed: Mutex<BTreeMap<String, (u64, String)>>,
}

impl Default for Policies {
    fn default() -> Policies {
        Policies::new()
    }
}

impl Policies {
    /// In memory alone.
    pub fn new() -> Policies {
        Policies {
            fetch: https,
            port: 443,
            file: None,
            known: Mutex::default(),
            failed: Mutex::default(),
        }
    }

    /// Kept in `file` over a restart. A file that cannot be read is as if there were none.
    pub fn kept_in(file: PathBuf) -> Policies {
        let text = std::fs::read(&file).unwrap_or_default();
        let known = serde_json::from_slice(&text).unwrap_or_default();
        Policies {
            known: Mutex::new(known),
            file: Some(file),
            ..Policies::new()
        }
    }

    /// Takes a policy as known.
    pub fn keep(&self, domain: &str, known: Known) {
        let mut all = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        all.insert(domain.to_owned(), known);
        if let Some(file) = &self.file {
            // What cannot be written is lost with a restart and looked up again; no mail waits for that.
            let _ = write(file, &all);
        }
    }

    /// The policy that holds for `domain` at `now`, and why there is none though one is announced.
    pub fn of(&self, asking: &Asking<'_>, now: u64) -> (Option<Known>, Option<String>) {
        let known = self.held(asking.domain, now);
        let name = format!("_mta-sts.{}", asking.domain);
        let texts = match asking.resolver.txt(&name, asking.deadline) {
            Ok(answer) => answer.records,
            // A name that cannot be asked now does not end a policy (RFC 8461, 5.1).
            Err(failure) => return (known, Some(failure.to_string())),
        };
        let Some(id) = policy::announced(&texts) else {
            return (known, None);
        };
        let same = known.as_ref().is_some_and(|one| {
            one.id == id && now.saturating_sub(one.fetched) < one.policy.max_age / RENEW
        });
        if same {
            return (known, None);
        }
        match self.fetched(asking, &id, now) {
            Ok(new) => (Some(new), None),
            Err(why) => (known, Some(why)),
        }
    }

    fn held(&self, domain: &str, now: u64) -> Option<Known> {
        let all = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        all.get(domain).filter(|one| one.holds(now)).cloned()
    }

    fn fetched(&self, asking: &Asking<'_>, id: &str, now: u64) -> Result<Known, String> {
        {
            let failed = self.failed.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some((until, why)) = failed.get(asking.domain)
                && now < *until
            {
                return Err(why.clone());
            }
        }
        let fetched = (self.fetch)(asking).and_then(|text| Policy::read(&text));
        match fetched {
            Ok(policy) => {
                let known = Known {
                    id: id.to_owned(),
                    policy,
                    fetched: now,
                };
                self.keep(asking.domain, known.clone());
                Ok(known)
            }
            Err(why) => {
                let mut failed = self.failed.lock().unwrap_or_else(PoisonError::into_inner);
                if failed.len() >= FAILED {
                    failed.retain(|_, (until, _)| now < *until);
                }
                if failed.len() < FAILED {
                    failed.insert(asking.domain.to_owned(), (now + PAUSE, why.clone()));
                }
                Err(why)
            }
        }
    }
}

/// A new file takes the old one's place, so that a crash leaves one of them whole.
fn write(file: &std::path::Path, all: &BTreeMap<String, Known>) -> std::io::Result<()> {
    let folder = file.parent().unwrap_or(std::path::Path::new("."));
    let mut new = tempfile::NamedTempFile::new_in(folder)?;
    new.write_all(&serde_json::to_vec(all)?)?;
    new.as_file().sync_all()?;
    new.persist(file).map_err(|error| error.error)?;
    Ok(())
}

#[cfg(test)]
mod tests;
