//! `[guard]`: the guard on outgoing mail.

use std::net::SocketAddr;
use std::path::PathBuf;

use serde::Deserialize;

/// Where Postfix hands mail over, where it takes it back, and whose domains are whose.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Outgoing {
    /// Where mail is handed over by LMTP (RFC 2033): `127.0.0.1:10025`, or `unix:` and a path. None: the guard is
    /// switched off.
    pub listen: Option<String>,
    /// Postfix's second listener, which takes mail back; loopback alone.
    pub next: SocketAddr,
    /// Only note what would have been done; everything goes on as it came. How every municipality begins.
    pub only_note: bool,
    /// The name in EHLO towards other servers: the host's own, as in its PTR record.
    pub hello: String,
    /// Domains whose mail stays on the municipality's own servers.
    pub own_domains: Vec<String>,
    /// Domains of agreed partners.
    pub partners: Vec<String>,
    /// More floors and ways (`levels.toml`); they can only raise.
    pub levels: Option<PathBuf>,
    /// The validating resolver of this machine, for DANE; loopback alone (RFC 7672, 2.1.1).
    pub resolver: SocketAddr,
    /// Port of other mail servers; another than 25 in a laboratory alone.
    pub port: u16,
    /// Seconds for one mail, all waits together. Below Postfix's `lmtp_data_done_timeout` (600).
    pub patience: u64,
    /// Connections at once; at least Postfix's concurrency for the filter.
    pub connections: usize,
    /// Largest mail in bytes; at least Postfix's `message_size_limit`.
    pub size: u64,
}

impl Default for Outgoing {
    fn default() -> Self {
        Outgoing {
            listen: None,
            next: SocketAddr::from(([127, 0, 0, 1], 10026)),
            only_note: true,
            hello: "localhost".to_owned(),
            own_domains: Vec::new(),
            partners: Vec::new(),
            levels: None,
            resolver: SocketAddr::from(([127, 0, 0, 1], 53)),
            port: 25,
            patience: 240,
            connections: 50,
            size: 50 * 1024 * 1024,
        }
    }
}

impl Outgoing {
    /// Everything wrong with the section, each naming its place.
    pub(super) fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        if let Some(listen) = &self.listen {
            let unix = listen
                .strip_prefix("unix:")
                .is_some_and(|path| path.starts_with('/'));
            let tcp = listen
                .parse::<SocketAddr>()
                .is_ok_and(|address| address.ip().is_loopback());
            if !unix && !tcp {
                // RFC 2033, 5: LMTP belongs between programs of one machine.
                faults.push(
                    "guard.listen: an address of this machine (127.0.0.1:10025), or unix:/path"
                        .to_owned(),
                );
            }
        }
        if !self.next.ip().is_loopback() {
            faults.push("guard.next: an address of this machine, so that nobody else can pass mail by the guard".to_owned());
        }
        if !self.resolver.ip().is_loopback() {
            faults.push("guard.resolver: a resolver of this machine; what another says can be forged on the way (RFC 7672, 2.1.1)".to_owned());
        }
        if !(5..=540).contains(&self.patience) {
            faults
                .push("guard.patience: from 5 to 540 seconds; Postfix itself waits 600".to_owned());
        }
        if self.connections == 0 {
            faults.push("guard.connections: at least one".to_owned());
        }
        faults
    }
}

#[cfg(test)]
mod tests {
    use super::Outgoing;

    #[test]
    fn addresses_are_of_this_machine() {
        let of = |listen: &str| Outgoing {
            listen: Some(listen.to_owned()),
            ..Outgoing::default()
        };
        for good in ["127.0.0.1:10025", "[::1]:24", "unix:/run/tillit/guard"] {
            assert!(of(good).faults().is_empty(), "{good}");
        }
        for wrong in ["0.0.0.0:10025", "10025", "unix:run", "mail.example:24"] {
            assert_eq!(of(wrong).faults().len(), 1, "{wrong}");
        }
        let open = Outgoing {
            next: "192.0.2.1:10026".parse().unwrap(),
            resolver: "192.0.2.1:53".parse().unwrap(),
            patience: 600,
            ..Outgoing::default()
        };
        assert_eq!(open.faults().len(), 3);
    }
}
