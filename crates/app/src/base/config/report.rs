//! `[report]`: the ways in for people who are not signed in.

use std::collections::BTreeMap;
use std::net::SocketAddr;

use kit::words::{Lang, Texts};
use serde::Deserialize;

/// How people report who are not signed in: on a host name of its own, by mail, and what stands beside it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Report {
    /// The public address, `https://report.…`, without a path. Its host must not be that of `server.public_url`:
    /// the cookie of the signed-in pages must never reach it. None: there is no public report page.
    pub url: Option<String>,
    /// The code of the unit that gets reports which name none; none: the first unit of the first board.
    pub unit: Option<String>,
    /// The hours of the day at which the letterbox is opened and the data protection officer is told.
    pub hours: Vec<u8>,
    /// Address for mail handed in by LMTP (RFC 2033); none, no mail is taken.
    pub lmtp: Option<SocketAddr>,
    /// The mail addresses that take reports.
    pub addresses: Vec<String>,
    /// The channel of Directive (EU) 2019/1937, which this one is not.
    pub whistleblowing: Whistleblowing,
}

/// Where the whistleblower channel is.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Whistleblowing {
    /// Its address, with `https://`.
    pub url: Option<String>,
    /// Whom to turn to, per language.
    pub text: BTreeMap<Lang, String>,
    /// Show the directive's times of answer beside it.
    pub times: bool,
}

impl Default for Report {
    fn default() -> Self {
        Report {
            url: None,
            unit: None,
            hours: vec![8, 12, 16],
            lmtp: None,
            addresses: Vec::new(),
            whistleblowing: Whistleblowing::default(),
        }
    }
}

impl Report {
    /// Host and port of the public report page, as a browser writes them in `Host`.
    pub fn host(&self) -> Option<String> {
        authority(self.url.as_deref()?)
    }

    /// Everything wrong with the section, each naming its place.
    pub(super) fn faults(&self, staff_url: &str) -> Vec<String> {
        let mut faults = Vec::new();
        if let Some(url) = &self.url {
            let local = url.starts_with("http://127.") || url.starts_with("http://localhost");
            if authority(url).is_none() || !(url.starts_with("https://") || local) {
                faults.push("report.url: https:// and a host name, nothing after it".to_owned());
            }
            if host_name(url) == host_name(staff_url) {
                faults.push(
                    "report.url: needs another host name than server.public_url, so that no cookie reaches it"
                        .to_owned(),
                );
            }
        }
        if self.hours.is_empty() || self.hours.iter().any(|hour| *hour > 23) {
            faults.push("report.hours: at least one hour, from 0 to 23".to_owned());
        }
        if self.lmtp.is_some_and(|address| !address.ip().is_loopback()) {
            // RFC 2033, 5: LMTP belongs between programs of one machine; it has no protection of its own.
            faults.push("report.lmtp: an address of this machine (127.0.0.1 or ::1)".to_owned());
        }
        if self.lmtp.is_some() && self.addresses.is_empty() {
            faults.push("report.addresses: which mail addresses take reports".to_owned());
        }
        let way = &self.whistleblowing.url;
        if way.as_ref().is_some_and(|url| !url.starts_with("https://")) {
            faults.push("report.whistleblowing.url: begins with https://".to_owned());
        }
        faults
    }
}

impl Whistleblowing {
    /// Whom to turn to, in a language.
    pub fn text(&self, lang: Lang) -> String {
        let mut texts = Texts::default();
        for (lang, text) in &self.text {
            texts.set(*lang, text);
        }
        texts.best(lang).to_owned()
    }
}

/// Host and port of an address that has nothing else.
pub(super) fn authority(url: &str) -> Option<String> {
    let parsed = url::Url::parse(url).ok()?;
    let host = parsed.host_str()?;
    let bare = parsed.path() == "/" && !url.ends_with('/') && parsed.query().is_none();
    bare.then(|| match parsed.port() {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    })
}

pub(super) fn host_name(url: &str) -> Option<String> {
    url::Url::parse(url).ok()?.host_str().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_report_page_has_a_host_of_its_own() {
        let of = |url: &str| Report {
            url: Some(url.to_owned()),
            ..Report::default()
        };
        assert!(
            of("https://report.testby.example")
                .faults("https://tillit.testby.example")
                .is_empty()
        );
        assert!(
            of("http://localhost:8080")
                .faults("http://127.0.0.1:8080")
                .is_empty()
        );
        for wrong in [
            "https://tillit.testby.example",
            "https://tillit.testby.example:444",
            "https://report.testby.example/",
            "https://report.testby.example/a",
            "http://report.testby.example",
            "report.testby.example",
        ] {
            assert!(
                !of(wrong).faults("https://tillit.testby.example").is_empty(),
                "{wrong}"
            );
        }
        assert_eq!(
            of("http://localhost:8080").host().unwrap(),
            "localhost:8080"
        );
    }
}
