//! Fetches a policy: one GET, no redirects, no proxy, little text (RFC 8461, 3.3).

use std::net::SocketAddr;
use std::time::Duration;

use ureq::Agent;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::tls::{Certificate, RootCerts, TlsConfig};
use ureq::unversioned::resolver::{ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};

use super::Asking;
use crate::{Deadline, dns};

/// RFC 8461, 3.3 asks for a limit on time and size.
const MOST: Duration = Duration::from_secs(30);
const BYTES: u64 = 64 * 1024;
const ADDRESSES: usize = 4;

/// Names are looked up where those of mail servers are.
#[derive(Debug)]
struct Here {
    resolver: dns::Resolver,
    until: Deadline,
}

impl Resolver for Here {
    fn resolve(
        &self,
        uri: &Uri,
        _: &Config,
        _: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let host = uri.host().ok_or(ureq::Error::HostNotFound)?;
        let found = self.resolver.addresses(host, self.until);
        let found = found.map_err(|_| ureq::Error::HostNotFound)?;
        let port = uri.port_u16().unwrap_or(443);
        let mut all = self.empty();
        for ip in found.records.into_iter().take(ADDRESSES) {
            all.push(SocketAddr::new(ip, port));
        }
        if all.is_empty() {
            return Err(ureq::Error::HostNotFound);
        }
        Ok(all)
    }
}

/// The policy of a domain from its own server, whose certificate must be good for its name.
///
/// # Errors
/// Why there is none.
pub fn https(asking: &Asking<'_>) -> Result<String, String> {
    let until = asking.deadline.sooner(MOST);
    let left = until.left();
    if left.is_zero() {
        return Err("out of time".to_owned());
    }
    let roots = if asking.authorities.is_empty() {
        RootCerts::WebPki
    } else {
        let own = |der: &Vec<u8>| Certificate::from_der(der).to_owned();
        let all: Vec<_> = asking.authorities.iter().map(own).collect();
        RootCerts::new_with_certs(&all)
    };
    let config = Agent::config_builder()
        .https_only(true)
        .max_redirects(0)
        .proxy(None)
        .timeout_global(Some(left))
        .tls_config(TlsConfig::builder().root_certs(roots).build())
        .build();
    let here = Here {
        resolver: *asking.resolver,
        until,
    };
    let agent = Agent::with_parts(config, DefaultConnector::default(), here);
    let port = if asking.port == 443 {
        String::new()
    } else {
        format!(":{}", asking.port)
    };
    let address = format!(
        "https://mta-sts.{}{port}/.well-known/mta-sts.txt",
        asking.domain
    );
    let mut answer = agent
        .get(address)
        .call()
        .map_err(|error| error.to_string())?;
    if answer.status() != 200 {
        return Err("the policy's server does not answer 200".to_owned());
    }
    if answer.body().mime_type() != Some("text/plain") {
        return Err("the policy is not plain text".to_owned());
    }
    let body = answer.body_mut().with_config().limit(BYTES);
    body.read_to_string().map_err(|error| error.to_string())
}
