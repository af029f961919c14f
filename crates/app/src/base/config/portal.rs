//! `[portal]`: where people who are none of ours read what was not sent openly.

use std::net::SocketAddr;
use std::path::PathBuf;

use serde::Deserialize;

use super::report::{authority, host_name};

/// The portal's own address, how long it keeps what, and the ways of proving who one is.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Portal {
    /// The address it listens on; none: there is no portal.
    pub listen: Option<SocketAddr>,
    /// Its public address, `https://post.…`, without a path. Its host must not be that of `server.public_url`: the
    /// cookies of one must never reach the other.
    pub url: Option<String>,
    /// After so many days a message is erased, read or not.
    pub keep_days: i64,
    /// How long a code on a phone holds.
    pub code_minutes: i64,
    /// Codes go to the page of the simulator instead of a phone. Only where the portal is on this machine alone.
    pub simulators: bool,
    pub sms: Option<Sms>,
    pub eid: Option<Eid>,
}

/// A gateway for text messages.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sms {
    /// Takes `{"from", "to", "text"}` as JSON by POST.
    pub url: String,
    /// A file with the token that goes into `Authorization: Bearer …`.
    pub token_file: PathBuf,
    /// Sender's name as the phone shows it, at most 11 letters.
    pub from: String,
}

/// National eID by OpenID Connect.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Eid {
    /// The pinned issuer, exactly as in its metadata.
    pub issuer: String,
    pub client_id: String,
    pub client_secret_file: PathBuf,
    /// The claim of the ID token that holds the identity number.
    pub claim: String,
    /// What it is called on the page.
    pub name: String,
    /// Scopes that are asked for besides `openid`.
    #[serde(default)]
    pub scopes: Vec<String>,
}

impl Default for Portal {
    fn default() -> Self {
        Portal {
            listen: None,
            url: None,
            keep_days: 60,
            code_minutes: 10,
            simulators: false,
            sms: None,
            eid: None,
        }
    }
}

fn local(url: &str) -> bool {
    url.starts_with("http://127.") || url.starts_with("http://localhost")
}

impl Portal {
    /// The public address, when there is a portal.
    pub fn address(&self) -> Option<&str> {
        self.listen.and(self.url.as_deref())
    }

    /// Everything wrong with the section, each naming its place.
    pub(super) fn faults(&self, staff_url: &str) -> Vec<String> {
        let mut faults = Vec::new();
        let mut wrong = |so: bool, text: &str| {
            if so {
                faults.push(text.to_owned());
            }
        };
        wrong(
            self.listen.is_some() != self.url.is_some(),
            "portal: listen and url belong together",
        );
        if let Some(url) = &self.url {
            wrong(
                authority(url).is_none() || !(url.starts_with("https://") || local(url)),
                "portal.url: https:// and a host name, nothing after it",
            );
            wrong(
                host_name(url) == host_name(staff_url),
                "portal.url: needs another host name than server.public_url, so that no cookie reaches it",
            );
            wrong(
                self.simulators && !local(url),
                "portal.simulators: only where portal.url is on this machine",
            );
        }
        wrong(
            !(1..=3650).contains(&self.keep_days),
            "portal.keep_days: from 1 to 3650",
        );
        wrong(
            !(1..=60).contains(&self.code_minutes),
            "portal.code_minutes: from 1 to 60",
        );
        wrong(
            self.simulators && self.sms.is_some(),
            "portal: either simulators or sms",
        );
        if let Some(sms) = &self.sms {
            wrong(
                !(sms.url.starts_with("https://") || local(&sms.url)),
                "portal.sms.url: begins with https://",
            );
            wrong(
                sms.from.is_empty() || sms.from.chars().count() > 11,
                "portal.sms.from: 1 to 11 letters",
            );
        }
        if let Some(eid) = &self.eid {
            wrong(
                !(eid.issuer.starts_with("https://") || local(&eid.issuer)),
                "portal.eid.issuer: begins with https://",
            );
            wrong(
                eid.claim.is_empty(),
                "portal.eid.claim: which claim holds the number",
            );
        }
        faults
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<String> {
        let portal: Portal = toml::from_str(text).unwrap();
        portal.faults("https://tillit.testby.example")
    }

    #[test]
    fn the_portal_has_a_listener_and_a_host_of_its_own() {
        let listen = "listen = \"127.0.0.1:8082\"\n";
        assert!(of("").is_empty());
        assert!(of(&format!("{listen}url = \"https://post.testby.example\"")).is_empty());
        for wrong in [
            listen.to_owned(),
            "url = \"https://post.testby.example\"".to_owned(),
            format!("{listen}url = \"https://tillit.testby.example\""),
            format!("{listen}url = \"https://tillit.testby.example:444\""),
            format!("{listen}url = \"http://post.testby.example\""),
            format!("{listen}url = \"https://post.testby.example/x\""),
            format!("{listen}url = \"https://post.testby.example\"\nsimulators = true"),
            "keep_days = 0".to_owned(),
            "code_minutes = 90".to_owned(),
        ] {
            assert!(!of(&wrong).is_empty(), "{wrong}");
        }
    }
}
