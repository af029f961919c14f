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
    /// Partners whose certificates were agreed on: such a server is verified where DANE and MTA-STS say nothing.
    pub pins: Vec<Pin>,
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
            pins: Vec::new(),
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
        faults.extend(self.pins.iter().filter_map(Pin::fault));
        for (name, is_zero) in [
            ("connections: at least one", self.connections == 0),
            (
                "size: bytes of the largest mail; at least Postfix's message_size_limit",
                self.size == 0,
            ),
            ("port: 25", self.port == 0),
        ] {
            if is_zero {
                faults.push(format!("guard.{name}"));
            }
        }
        faults.extend(self.names());
        // What cannot be read would stop the start.
        if let Some(file) = &self.levels
            && let Err(error) = std::fs::read_to_string(file)
        {
            faults.push(format!("guard.levels: {}: {error}", file.display()));
        }
        faults
    }

    /// Names that are none. A list of domains holds nothing else: what stands there for "all" would match nobody.
    fn names(&self) -> Vec<String> {
        let mut faults = Vec::new();
        let sign = |c: char| c.is_ascii_alphanumeric() || "-.[]:".contains(c);
        if self.hello.is_empty() || !self.hello.chars().all(sign) {
            faults.push(
                "guard.hello: this machine's name, as in its PTR record (mail.municipality.example)"
                    .to_owned(),
            );
        }
        let lists = [
            ("own_domains", &self.own_domains),
            ("partners", &self.partners),
        ];
        for (list, domains) in lists {
            for domain in domains.iter().filter(|domain| !is_domain(domain)) {
                faults.push(format!(
                    "guard.{list}: \"{domain}\" is no domain; write it as in addresses, without @ and *"
                ));
            }
        }
        faults
    }
}

/// What was agreed on with a partner: the server's certificates themselves, or the authority that signs them.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Pin {
    pub domain: String,
    /// SHA-256 of certificates, as `openssl x509 -fingerprint -sha256` prints them. Two, while one follows the other.
    pub fingerprints: Vec<String>,
    /// A file with the authority's certificate (PEM or DER).
    pub authority: Option<PathBuf>,
    /// With an authority: names that the certificate may carry, where they are not of the partner's own domain.
    pub hosts: Vec<String>,
}

impl Pin {
    fn fault(&self) -> Option<String> {
        let domain = &self.domain;
        let what = if !is_domain(domain) {
            "domain: the partner's domain, as in its addresses"
        } else if self.fingerprints.is_empty() == self.authority.is_none() {
            "either fingerprints or an authority"
        } else if self
            .fingerprints
            .iter()
            .any(|text| fingerprint(text).is_none())
        {
            "fingerprints: 64 hexadecimal digits each (openssl x509 -noout -fingerprint -sha256)"
        } else if self.authority.is_none() && !self.hosts.is_empty() {
            "hosts belong to an authority; a fingerprint names the server by itself"
        } else {
            return None;
        };
        Some(format!("guard.pins {domain}: {what}"))
    }
}

/// `hospital.example`: labels of letters, digits and hyphens, more than one.
fn is_domain(text: &str) -> bool {
    let mut labels = text.split('.');
    let label =
        |label: &str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-');
    text.contains('.') && labels.all(label)
}

/// `AB:CD:…` or the digits alone.
pub fn fingerprint(text: &str) -> Option<[u8; 32]> {
    let digits: Vec<u8> = text.bytes().filter(|byte| *byte != b':').collect();
    let mut bytes = [0; 32];
    if digits.len() != 2 * bytes.len() || !digits.iter().all(u8::is_ascii_hexdigit) {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::{Outgoing, Pin, fingerprint};

    #[test]
    fn a_pin_is_one_of_two_things() {
        let line = format!("AB:{}", "00:".repeat(30)) + "0f";
        let mut bytes = [0; 32];
        (bytes[0], bytes[31]) = (0xab, 0x0f);
        assert_eq!(fingerprint(&line), Some(bytes));
        assert_eq!(fingerprint(&line.replace(':', "")), Some(bytes));
        assert_eq!(fingerprint("AB:CD"), None);
        assert_eq!(fingerprint(&line.replace('f', "å")), None);
        let by_print = Pin {
            domain: "hospital.example".to_owned(),
            fingerprints: vec![line],
            ..Pin::default()
        };
        let by_authority = Pin {
            fingerprints: vec![],
            authority: Some("/etc/tillit/partner.pem".into()),
            hosts: vec!["mx.other.example".to_owned()],
            ..by_print.clone()
        };
        assert_eq!((by_print.fault(), by_authority.fault()), (None, None));
        for wrong in [
            Pin::default(),
            Pin {
                domain: "a@hospital.example".to_owned(),
                ..by_print.clone()
            },
            Pin {
                authority: by_authority.authority.clone(),
                ..by_print.clone()
            },
            Pin {
                fingerprints: vec!["ab".to_owned()],
                ..by_print.clone()
            },
            Pin {
                hosts: by_authority.hosts.clone(),
                ..by_print.clone()
            },
            Pin {
                authority: None,
                ..by_authority.clone()
            },
        ] {
            let outgoing = Outgoing {
                pins: vec![wrong],
                ..Outgoing::default()
            };
            assert_eq!(outgoing.faults().len(), 1, "{outgoing:?}");
        }
    }

    #[test]
    fn what_would_not_work_is_a_fault_that_names_its_setting() {
        let list = |domains: &[&str]| domains.iter().map(|one| (*one).to_owned()).collect();
        let good = || Outgoing {
            own_domains: list(&["municipality.example", "kommune.å.example"]),
            ..Outgoing::default()
        };
        assert_eq!(good().faults(), [""; 0]);
        let wrong: [(&str, fn(&mut Outgoing)); 9] = [
            ("levels", |it| it.levels = Some("/nope".into())),
            ("hello", |it| it.hello = String::new()),
            ("hello", |it| it.hello = "our mail".to_owned()),
            ("size", |it| it.size = 0),
            ("port", |it| it.port = 0),
            ("own_domains", |it| {
                it.own_domains.push("@x.example".to_owned())
            }),
            ("own_domains", |it| it.own_domains.push("*".to_owned())),
            ("own_domains", |it| {
                it.own_domains.push("*.x.example".to_owned())
            }),
            ("partners", |it| it.partners.push(String::new())),
        ];
        for (name, spoil) in wrong {
            let mut guard = good();
            spoil(&mut guard);
            let faults = guard.faults();
            assert_eq!(faults.len(), 1, "{faults:?}");
            assert!(
                faults[0].starts_with(&format!("guard.{name}: ")),
                "{faults:?}"
            );
        }
    }

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
